package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"plandiff/internal/compare"
	"plandiff/internal/export"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/screen"
	"plandiff/internal/table"
)

// defaultKinds are the differences shown where none are chosen.
var defaultKinds = []compare.Kind{compare.Changed, compare.Added, compare.Removed, compare.Open, compare.Severed, compare.Disputed}

const maxVersions = 6

type diffFlags struct {
	topics, kinds        []string
	all, words, exitCode bool
	layout               string
	reading              *readingFlags
}

func (a *app) diff() *cobra.Command {
	f := &diffFlags{}
	cmd := &cobra.Command{
		Use:   "diff [VERSION VERSION [VERSION ...]]",
		Short: "Compare two to six versions side by side",
		Long: `Compares versions field by field. The first is what the others are compared
with; without names, the vocabulary says which (shipped: us-28, geneva-19, e3-28).

Every value carries the numbers of its sources, listed below with where in them
it stands, on what basis, who speaks, and the words that show it. Shown are
fields that changed, were added or removed, are open, moved elsewhere, or
disputed; the closing line counts the rest.

  ≠ changed     the values differ; numbers of one unit get a step
  + added       known absent from the first, present here
  − removed     present in the first, known absent or deleted here
  ◇ open        in brackets: not agreed, or left to leaders
  → moved       to another document
  ? disputed    sources contradict each other about this version
  ≈ reworded    the same in other words
  = same
  · unknown     not reported on a side; never counted as a change

Exit codes: 0 done; 1 differences, with --exit-code; 2 usage; 3 a bad record.`,
		Example: `  plandiff diff us-28 zelensky-20
  plandiff diff us-28 e3-28 --topic nato,army-size --words
  plandiff diff us-28 geneva-19 --only-sources seeds
  plandiff diff --layout lines | grep disputed
  plandiff diff us-28 zelensky-20 --format json`,
		ValidArgsFunction: a.completeVersions(maxVersions),
		RunE:              func(cmd *cobra.Command, args []string) error { return a.runDiff(f, args) },
	}
	fl := cmd.Flags()
	fl.StringSliceVar(&f.topics, "topic", nil, "show only these `TOPICS` or fields, with commas")
	fl.StringSliceVar(&f.kinds, "kind", nil, "show only these `KINDS` of difference: "+strings.Join(words(compare.Kinds), ","))
	fl.BoolVar(&f.all, "all", false, "show also what is the same, reworded or unknown")
	fl.StringVar(&f.layout, "layout", "", "`LAYOUT`: side, stacked or lines (default: side where it fits)")
	fl.BoolVar(&f.words, "words", false, "mark differing words even where most of a value differs")
	fl.BoolVar(&f.exitCode, "exit-code", false, "end with 1 if differences are shown")
	f.reading = a.readingFlags(cmd)
	fixed(cmd, "layout", words(screen.Layouts)...)
	a.complete(cmd, "kind", func(*plan.Library) []string { return words(compare.Kinds) })
	a.complete(cmd, "topic", topicIDs)
	return cmd
}

func (a *app) runDiff(f *diffFlags, args []string) error {
	kinds, err := f.kindsShown()
	if err != nil {
		return err
	}
	if f.layout != "" {
		if err := oneOf("layout", f.layout, words(screen.Layouts)...); err != nil {
			return err
		}
	}
	r, err := a.read(f.reading)
	if err != nil {
		return err
	}
	ids, err := a.diffVersions(r.lib, args)
	if err != nil {
		return err
	}
	onTopic, err := topics(r.lib, f.topics)
	if err != nil {
		return err
	}
	total, err := compare.Compare(r.lib, ids, r.ev)
	if err != nil {
		return err
	}
	total = total.Select(onTopic)
	shown := total.Select(func(row compare.Row) bool {
		return slices.ContainsFunc(row.Cells[1:], func(c compare.Cell) bool { return kinds[c.Kind] })
	})
	if r.json {
		err = export.Diff(a.jsonOut(), r.lib, shown, total)
	} else {
		t := table.FromComparison(r.lib, shown, table.Options{Words: f.words, Total: total})
		err = a.emit(drawDiff(t, f, kinds, r))
	}
	if err == nil && f.exitCode && differs(shown) {
		return errDifferences
	}
	return err
}

func drawDiff(t *table.Table, f *diffFlags, kinds map[compare.Kind]bool, r reading) string {
	layout := screen.Layout(f.layout)
	if layout == screen.Lines {
		return screen.TableLines(t, func(k compare.Kind) bool { return kinds[k] }, r.opt)
	}
	if fits := screen.Fits(len(t.Columns), r.opt.Width); layout == "" || fits == screen.Stacked {
		layout = fits
	}
	return screen.Table(t, layout, r.sources, r.opt)
}

func (f *diffFlags) kindsShown() (map[compare.Kind]bool, error) {
	shown := map[compare.Kind]bool{}
	chosen := defaultKinds
	if f.all {
		chosen = compare.Kinds
	}
	if len(f.kinds) > 0 {
		if f.all {
			return nil, usage("give one of them", "--all and --kind exclude each other")
		}
		chosen = nil
		for _, k := range f.kinds {
			if !slices.Contains(compare.Kinds, compare.Kind(k)) {
				return nil, usage("allowed: "+strings.Join(words(compare.Kinds), ", "), "--kind: %q is not known", prose.Clean(k))
			}
			chosen = append(chosen, compare.Kind(k))
		}
	}
	for _, k := range chosen {
		shown[k] = true
	}
	return shown, nil
}

func (a *app) diffVersions(lib *plan.Library, args []string) ([]string, error) {
	if len(args) == 0 {
		if len(lib.Compare) < 2 {
			return nil, usage("plandiff versions lists them", "name the versions to compare")
		}
		return lib.Compare, nil
	}
	if len(args) == 1 || len(args) > maxVersions {
		return nil, usage("plandiff versions lists them", "diff takes two to six versions, %d given", len(args))
	}
	return a.versionIDs(lib, args)
}

// differs reports whether any row is a difference.
func differs(c *compare.Comparison) bool {
	return slices.ContainsFunc(c.Rows, func(r compare.Row) bool { return r.Kind != compare.Same && r.Kind != compare.Unknown })
}

package cli

import (
	"slices"

	"github.com/spf13/cobra"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/jsonout"
	"plandiff/internal/plan"
	"plandiff/internal/screen"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

const maxVersions = 6

func (a *app) diff() *cobra.Command {
	exitCode := false
	var f *selectionFlags
	cmd := &cobra.Command{
		Use:   "diff [VERSION|FILE VERSION|FILE [VERSION|FILE ...]]",
		Short: "Compare two to six versions, or documents, side by side",
		Long: `Compares versions field by field. The first is what the others are compared
with; without names, the vocabulary says which (shipped: us-28, geneva-19, e3-28).

An overview comes first: the versions and how well each is known, counts by pair,
and the topics that differ. Then every field that changed, was added or removed,
is open, moved elsewhere, or disputed, with the numbers of its sources.

  ≠ changed     the values differ, or the same value has other terms
  + added       known to be absent from the first, present here
  − removed     in the first, deleted or known to be absent here
  ◇ open        in brackets: not agreed, or left to leaders
  → moved       to another document
  ? disputed    sources contradict each other about this version
  ≈ reworded    the same content in other words
  = same        as far as both are known
  · not known   one side is not reported, or the two cannot be compared;
                never counted as a change

With the paths of documents (txt, md, html, docx, pdf) these are compared point
by point: which points correspond, whatever their numbers, and which words, numbers
and brackets changed. A document can be compared with versions too: what it clearly
says of their fields, with its place in the document. --words shows the words that
are gone among the new ones.

Exit codes: 0 done; 1 differences, with --exit-code; 2 usage; 3 a bad record or
document.`,
		Example: `  plandiff diff us-28 zelensky-20
  plandiff diff us-28 e3-28 --topic nato,army-size --words
  plandiff diff us-28 geneva-19 --only-sources seeds
  plandiff diff --stat
  plandiff diff old.docx new.txt
  plandiff diff us-28 leaked.pdf
  plandiff diff --layout lines | grep disputed
  plandiff diff us-28 zelensky-20 --format json`,
		ValidArgsFunction: a.completeVersions(maxVersions),
		RunE:              func(cmd *cobra.Command, args []string) error { return a.runDiff(f, args, exitCode) },
	}
	f = a.readingFlags(cmd)
	f.topicFlag(a, cmd)
	f.kindFlags(a, cmd)
	cmd.Flags().StringVar(&f.layout, "layout", "", "`LAYOUT`: side, stacked or lines (default: side where it fits)")
	cmd.Flags().BoolVar(&f.stat, "stat", false, "show the overview alone")
	cmd.Flags().BoolVar(&exitCode, "exit-code", false, "end with 1 if differences are shown")
	fixed(cmd, "layout", words(screen.Layouts)...)
	return cmd
}

func (a *app) runDiff(f *selectionFlags, args []string, exitCode bool) error {
	if a.documentsAlone(args) {
		return a.diffDocuments(f, args, exitCode)
	}
	c, err := a.compared(f, args)
	if err != nil {
		return a.saysFewPublic(err)
	}
	s := c.selection
	words, differ, err := a.wordings(s, f, plan.IDs(c.Versions))
	if err != nil {
		return err
	}
	lay := func(opt table.Options) *table.Tree { return words(c.tree(opt)) }
	if s.form.Layout == screen.Lines && !s.json {
		err = a.emit(screen.Flat(lay(table.Options{}), s.keep, s.opt))
	} else {
		err = a.show(s, lay(table.Options{More: "--all shows every one", Marks: "plandiff help states"}), jsonout.Write)
	}
	if err == nil && exitCode && (differ || slices.ContainsFunc(c.Rows, func(r compare.Row) bool {
		return r.HasKind(s.keep) && r.HasKind(func(k compare.Kind) bool { return k != compare.Same && k != compare.Unknown })
	})) {
		return errDifferences
	}
	return err
}

// compared is a comparison of the versions that a command line names, on the
// topics chosen.
type compared struct {
	*selection
	*compare.Comparison
	notes []table.Line // on documents beside the versions
}

func (a *app) compared(f *selectionFlags, args []string) (*compared, error) {
	s, err := a.selectionOf(f)
	if err != nil {
		return nil, err
	}
	args, notes, err := a.withDocuments(s, args)
	if err != nil {
		return nil, err
	}
	ids, err := a.versionsOf(s.view, args, s.view.Compare, maxVersions)
	if err != nil {
		return nil, err
	}
	c, err := compare.Compare(s.view, ids)
	if err != nil {
		return nil, err
	}
	return &compared{s, c.Select(s.onTopic), notes}, nil
}

// tree lays the comparison out.
func (c *compared) tree(opt table.Options) *table.Tree {
	opt.Keep, opt.Words = c.keep, c.words
	t := table.WithPlaces(table.FromComparison(c.Comparison, opt), c.view.Filter.Documents)
	t.Head = append(t.Head, c.notes...)
	return t
}

// versionsOf are the versions that a command line names, or those of a list of
// the vocabulary that were public.
func (a *app) versionsOf(v *evidence.View, args, list []string, most int) ([]string, error) {
	switch {
	case len(args) == 1 || len(args) > most:
		return nil, usage("plandiff versions lists them", "at least two and at most %d versions can be compared, %d given", most, len(args))
	case len(args) > 0:
		return a.versionIDs(v.Library, args)
	}
	ids, notYet := compare.DefaultVersions(v, list)
	switch {
	case len(ids)+len(notYet) < 2:
		return nil, usage("plandiff versions lists them", "name the versions to compare")
	case len(ids) < 2:
		return nil, fewPublic{v, notYet}
	}
	return ids[:min(len(ids), most)], nil
}

// fewPublic is that fewer than two versions were public on the day asked about.
// A view says so in place of what it shows; other commands refuse.
type fewPublic struct {
	view   *evidence.View
	notYet []string
}

func (e fewPublic) Error() string {
	text := "Fewer than two of these versions were public. " + wording.FirstUpper(wording.NotYetPublic(e.view)) + ":"
	for _, id := range e.notYet {
		r := e.view.Record(id)
		text += "\n  " + id + "  " + r.Title + ", " + wording.Date(r.Date)
	}
	return text
}

func (e fewPublic) Unwrap() error { return usage("choose a later day", "%s", e.Error()) }

// saysFewPublic writes the error in place of a view where it is that one.
func (a *app) saysFewPublic(err error) error {
	if few, ok := err.(fewPublic); ok {
		return a.emit(few.Error() + "\n")
	}
	return err
}

package cli

import (
	"slices"

	"github.com/spf13/cobra"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/redline"
	"plandiff/internal/screen"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

const maxVersions = 6

func (a *app) diff() *cobra.Command {
	exitCode := false
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
	}
	f := a.view(cmd, func(s *selection) (*table.Tree, error) {
		t, differs, err := a.differences(s)
		if exitCode && differs {
			s.end = errDifferences
		}
		return t, err
	})
	f.documents, f.beside = true, true
	f.topicFlag(a, cmd)
	f.kindFlags(a, cmd)
	cmd.Flags().StringVar((*string)(&f.form.Layout), "layout", "", "`LAYOUT`: side, stacked or lines (default: side where it fits)")
	cmd.Flags().BoolVar(&f.form.Stat, "stat", false, "show the overview alone")
	cmd.Flags().BoolVar(&exitCode, "exit-code", false, "end with 1 if differences are shown")
	fixed(cmd, "layout", words(screen.Layouts)...)
	return cmd
}

// differences compares documents point by point, or versions, and says whether
// what is shown differs. The wordings of versions that keep theirs stand below
// the fields, unless topics are chosen.
func (a *app) differences(s *selection) (t *table.Tree, differs bool, err error) {
	docs := s.docs
	if docs == nil {
		c, err := a.compared(s)
		if err != nil {
			return nil, false, err
		}
		t = s.tree(c, table.Options{More: "--all shows every one", Marks: "plandiff help states"})
		differs = slices.ContainsFunc(c.Rows, func(r compare.Row) bool {
			return r.HasKind(s.keep) && r.HasKind(func(k compare.Kind) bool { return k != compare.Same && k != compare.Unknown })
		})
		if len(s.topics) == 0 {
			docs = keptWordings(s.view, plan.IDs(c.Versions))
		}
	}
	if docs == nil {
		return t, differs, nil
	}
	c, err := redline.Compare(docs)
	if err != nil {
		return nil, false, err
	}
	words := table.FromRedline(c, table.RedlineOptions{All: s.all || s.json, Inline: s.words, More: "--all shows every one"})
	differs = differs || slices.ContainsFunc(words.Pairs, func(p compare.PairCount) bool {
		return slices.ContainsFunc([]compare.Kind{compare.Changed, compare.Added, compare.Removed}, func(k compare.Kind) bool { return s.keep(k) && p.Kinds[k] > 0 })
	})
	if s.docs != nil {
		return words, differs, nil
	}
	var keep func(compare.Kind) bool
	if len(s.kinds) > 0 {
		keep = s.keep
	}
	return table.WithWording(t, words, keep), differs, nil
}

// compared is a comparison of the versions that a command line names, on the
// topics chosen.
func (a *app) compared(s *selection) (*compare.Comparison, error) {
	ids, err := a.versionsOf(s.view, s.args, s.view.Compare, maxVersions)
	if err != nil {
		return nil, err
	}
	c, err := compare.Compare(s.view, ids)
	if err != nil {
		return nil, err
	}
	return c.Select(s.onTopic), nil
}

func (s *selection) tree(c *compare.Comparison, opt table.Options) *table.Tree {
	opt.Keep, opt.Words = s.keep, s.words
	t := table.FromComparison(c, opt)
	t.Head = append(t.Head, s.notes...)
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
		return nil, tooFew(v, notYet)
	}
	return ids[:min(len(ids), most)], nil
}

// fewPublic is that fewer than two versions were public on the day asked about.
// A view says so in place of what it shows; other commands refuse.
type fewPublic struct{ *usageError }

func (e fewPublic) Unwrap() error { return e.usageError }

func tooFew(v *evidence.View, notYet []string) error {
	text := "Fewer than two of these versions were public. " + wording.FirstUpper(wording.NotYetPublic(v)) + ":"
	for _, id := range notYet {
		r := v.Record(id)
		text += "\n  " + id + "  " + r.Title + ", " + wording.Date(r.Date)
	}
	return fewPublic{&usageError{text, "choose a later day"}}
}

package cli

import (
	"cmp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/intake"
	"plandiff/internal/jsonout"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/screen"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

// selection is what a command shows and how. It is made once, of flags and
// arguments; what can be refused without records is refused before any are
// loaded.
type selection struct {
	*selectionFlags
	args []string // documents beside versions by the IDs that they got
	json bool
	opt  screen.Options
	keep func(compare.Kind) bool // kinds of difference
	// docs are documents that are compared without records; what follows is then
	// of no use.
	docs    []*intake.Document
	view    *evidence.View
	library *plan.Library // everything that is known, admitted or not
	topic   func(*plan.Topic, *plan.Field) bool
	notes   []table.Line // on documents beside versions
	end     error        // of a command that has shown all: what it ends with
}

func (s *selection) onTopic(r compare.Row) bool { return s.topic(r.Topic, r.Field) }

// selectionFlags are the flags behind a selection. A command registers those
// that it has; the others keep their zero values.
type selectionFlags struct {
	evidence      evidenceFlags
	form          screen.Form
	topics, kinds []string
	all, words    bool
	asks          bool // it reads questions: the words that people use come along
	from, to      string
	documents     bool // arguments may all be documents
	beside        bool // documents may stand beside versions
}

// readingFlags registers the evidence filters and the form of the sources,
// which every command that shows values has.
func (a *app) readingFlags(cmd *cobra.Command) *selectionFlags {
	f := &selectionFlags{form: screen.Form{More: "plandiff sources ID shows the address and the words quoted"}}
	a.evidenceFlags(cmd, &f.evidence)
	cmd.Flags().StringVar((*string)(&f.form.Sources), "sources", string(table.ShortSources), "`HOW` to list the sources: full, short or none")
	fixed(cmd, "sources", words(table.SourceLists)...)
	return f
}

func (f *selectionFlags) topicFlag(a *app, cmd *cobra.Command) {
	cmd.Flags().StringSliceVar(&f.topics, "topic", nil, "show only these `TOPICS` or fields, with commas")
	a.complete(cmd, "topic", topicIDs)
}

func (f *selectionFlags) kindFlags(a *app, cmd *cobra.Command) {
	fl := cmd.Flags()
	fl.StringSliceVar(&f.kinds, "kind", nil, "show only these `KINDS` of difference, with commas: "+strings.Join(words(compare.Kinds), ", "))
	fl.BoolVar(&f.all, "all", false, "show also what is the same, reworded or not known")
	fl.BoolVar(&f.words, "words", false, "mark differing words even where most of a value differs")
	a.complete(cmd, "kind", func(*plan.Library) []string { return words(compare.Kinds) })
}

func (f *selectionFlags) dayFlags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.from, "from", "", "leave out what is before this `DAY` or version")
	cmd.Flags().StringVar(&f.to, "to", "", "leave out what is after this `DAY` or version")
}

// defaultKinds are the differences shown where none are chosen.
var defaultKinds = []compare.Kind{compare.Changed, compare.Added, compare.Removed, compare.Open, compare.Severed, compare.Disputed}

func (f *selectionFlags) kindsShown() (func(compare.Kind) bool, error) {
	chosen := defaultKinds
	switch {
	case f.all && len(f.kinds) > 0:
		return nil, usage("give one of them", "--all and --kind exclude each other")
	case f.all:
		chosen = compare.Kinds
	case len(f.kinds) > 0:
		chosen = nil
	}
	for _, k := range f.kinds {
		kind := wording.KindNamed(k)
		if kind == "" {
			return nil, usage("allowed: "+strings.Join(words(compare.Kinds), ", "), "--kind: %q is not a kind of difference", prose.Clean(k))
		}
		chosen = append(chosen, kind)
	}
	return func(k compare.Kind) bool { return slices.Contains(chosen, k) }, nil
}

// view makes a command one that shows a tree of what its flags and arguments
// select.
func (a *app) view(cmd *cobra.Command, tree func(*selection) (*table.Tree, error)) *selectionFlags {
	f := a.readingFlags(cmd)
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		s, err := a.selectionOf(f, args)
		if err != nil {
			return err
		}
		t, err := tree(s)
		if few, ok := err.(fewPublic); ok {
			return a.emit(few.msg + "\n") // which is the view of that day
		}
		if err != nil {
			return err
		}
		return cmp.Or(a.show(s, t), s.end)
	}
	return f
}

// laid lays out what was found, or says why nothing was.
func laid[T any](out func(T) *table.Tree) func(found T, err error) (*table.Tree, error) {
	return func(found T, err error) (*table.Tree, error) {
		if err != nil {
			return nil, err
		}
		return out(found), nil
	}
}

func (a *app) show(s *selection, t *table.Tree) error {
	switch {
	case s.json:
		return jsonout.Write(a.jsonTo(a.Out), t)
	case s.form.Layout != screen.Lines:
		return a.emitUnder(screen.Head(t, s.form, s.opt), screen.Draw(t, s.form, s.opt))
	case s.docs != nil:
		return a.emit(screen.Flat(t, nil, s.opt))
	}
	return a.emit(screen.Flat(t, s.keep, s.opt))
}

// selectionOf carries flags out: everything that can be refused is refused
// before the records are loaded.
func (a *app) selectionOf(f *selectionFlags, args []string) (*selection, error) {
	s, err := a.drawing(f, args)
	if err != nil {
		return nil, err
	}
	if f.documents && a.documentsAlone(args) {
		return s, a.readDocuments(s)
	}
	load := a.library
	if f.asks {
		load = a.withWords
	}
	lib, err := load()
	if err != nil {
		return nil, err
	}
	if err = a.over(s, lib); err == nil && f.beside {
		err = a.withDocuments(s)
	}
	return s, err
}

// over is the part of a selection that needs records.
func (a *app) over(s *selection, lib *plan.Library) error {
	filter, err := s.evidence.parse(lib)
	if err != nil {
		return err
	}
	s.library, s.view = lib, evidence.New(lib, filter)
	s.topic, err = a.topics(lib, s.topics)
	return err
}

// drawing is the part of a selection that needs neither records nor documents.
func (a *app) drawing(f *selectionFlags, args []string) (*selection, error) {
	asJSON, formatErr := a.json()
	opt, optErr := a.options()
	keep, kindErr := f.kindsShown()
	s := &selection{selectionFlags: f, args: args, json: asJSON, opt: opt, keep: keep}
	f.form.Sources = cmp.Or(f.form.Sources, table.ShortSources)
	return s, cmp.Or(formatErr, optErr, oneOf("sources", string(f.form.Sources), words(table.SourceLists)...),
		oneOf("layout", string(cmp.Or(f.form.Layout, screen.Side)), words(screen.Layouts)...), kindErr)
}

// within reports whether a date may lie in the range of days; an unknown one
// may only where there is none.
func (s *selection) within() (func(plan.Date) bool, error) {
	from, fromErr := s.day(s.from)
	to, toErr := s.day(s.to)
	return func(d plan.Date) bool {
		return from == "" && to == "" || d != "" && (from == "" || d.Last() >= from.First()) && (to == "" || d.First() <= to.Last())
	}, cmp.Or(fromErr, toErr)
}

// day is a day, or that of a version.
func (s *selection) day(text string) (plan.Date, error) {
	day, err := plan.ParseDate(text)
	if r := s.view.Library.Record(text); err != nil && r != nil {
		day = r.Date
	}
	if day == "" && text != "" {
		return "", usage("for example --from 2025-11-20 or --from us-28", "--from, --to: %q is neither a day nor a dated version", prose.Clean(text))
	}
	return day, nil
}

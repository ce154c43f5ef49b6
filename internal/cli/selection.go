package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/screen"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

// selection is what a command shows and how: form of the output, evidence,
// topics, kinds. It is made once, from flags that are parsed before anything
// is loaded.
type selection struct {
	json bool
	opt  screen.Options
	form screen.Form
	view *evidence.View
	// library is everything that is known, admitted or not.
	library *plan.Library
	topic   func(*plan.Topic, *plan.Field) bool
	kinds   map[compare.Kind]bool // of a comparison; nil: every kind
	words   bool
}

// onTopic reports whether a row is on the topics chosen.
func (s *selection) onTopic(r compare.Row) bool { return s.topic(r.Topic, r.Field) }

// keep reports whether a kind is shown.
func (s *selection) keep(k compare.Kind) bool { return s.kinds == nil || s.kinds[k] }

// selectionFlags are the flags behind a selection. A command registers those
// that it has; the others keep their zero values.
type selectionFlags struct {
	evidence      evidenceFlags
	sources       string
	topics, kinds []string
	all, words    bool
	layout        string
	long, stat    bool
	asks          bool // it reads questions: the words that people use come along
}

// readingFlags registers the evidence filters and the form of the sources,
// which every command that shows values has.
func (a *app) readingFlags(cmd *cobra.Command) *selectionFlags {
	f := &selectionFlags{sources: string(table.ShortSources)}
	a.evidenceFlags(cmd, &f.evidence)
	cmd.Flags().StringVar(&f.sources, "sources", f.sources, "`HOW` to list the sources: full, short or none")
	fixed(cmd, "sources", words(table.SourceLists)...)
	return f
}

// topicFlag registers the choice of topics.
func (f *selectionFlags) topicFlag(a *app, cmd *cobra.Command) {
	cmd.Flags().StringSliceVar(&f.topics, "topic", nil, "show only these `TOPICS` or fields, with commas")
	a.complete(cmd, "topic", topicIDs)
}

// kindFlags register the choice of kinds of difference.
func (f *selectionFlags) kindFlags(a *app, cmd *cobra.Command) {
	fl := cmd.Flags()
	fl.StringSliceVar(&f.kinds, "kind", nil, "show only these `KINDS` of difference, with commas: "+strings.Join(words(compare.Kinds), ", "))
	fl.BoolVar(&f.all, "all", false, "show also what is the same, reworded or not known")
	fl.BoolVar(&f.words, "words", false, "mark differing words even where most of a value differs")
	a.complete(cmd, "kind", func(*plan.Library) []string { return words(compare.Kinds) })
}

// defaultKinds are the differences shown where none are chosen.
var defaultKinds = []compare.Kind{compare.Changed, compare.Added, compare.Removed, compare.Open, compare.Severed, compare.Disputed}

// kindsShown are the kinds that the flags choose.
func (f *selectionFlags) kindsShown() (map[compare.Kind]bool, error) {
	chosen := defaultKinds
	switch {
	case f.all && len(f.kinds) > 0:
		return nil, usage("give one of them", "--all and --kind exclude each other")
	case f.all:
		chosen = compare.Kinds
	case len(f.kinds) > 0:
		chosen = nil
		for _, k := range f.kinds {
			kind := wording.KindNamed(k)
			if kind == "" {
				return nil, usage("allowed: "+strings.Join(words(compare.Kinds), ", "), "--kind: %q is not a kind of difference", prose.Clean(k))
			}
			chosen = append(chosen, kind)
		}
	}
	shown := map[compare.Kind]bool{}
	for _, k := range chosen {
		shown[k] = true
	}
	return shown, nil
}

// selectionOf carries flags out: everything that can be refused is refused
// before the records are loaded.
func (a *app) selectionOf(f *selectionFlags) (*selection, error) {
	s, err := a.drawing(f)
	if err != nil {
		return nil, err
	}
	lib, err := a.library()
	if err != nil {
		return nil, err
	}
	if f.asks {
		if lib, err = a.withWords(lib); err != nil {
			return nil, err
		}
	}
	filter, err := f.evidence.parse(lib)
	if err != nil {
		return nil, err
	}
	s.library, s.view = lib, evidence.New(lib, filter)
	s.topic, err = a.topics(lib, f.topics)
	return s, err
}

// drawing is the part of a selection that needs no records.
func (a *app) drawing(f *selectionFlags) (*selection, error) {
	s := &selection{words: f.words}
	var err error
	if s.json, err = a.json(); err != nil {
		return nil, err
	}
	if s.opt, err = a.options(); err != nil {
		return nil, err
	}
	if f.sources == "" {
		f.sources = string(table.ShortSources)
	}
	if err = oneOf("sources", f.sources, words(table.SourceLists)...); err != nil {
		return nil, err
	}
	if f.layout != "" {
		if err = oneOf("layout", f.layout, words(screen.Layouts)...); err != nil {
			return nil, err
		}
	}
	s.form = screen.Form{Layout: screen.Layout(f.layout), Sources: table.SourceList(f.sources), Long: f.long, Stat: f.stat, More: "plandiff sources ID shows the address and the words quoted"}
	s.kinds, err = f.kindsShown()
	return s, err
}

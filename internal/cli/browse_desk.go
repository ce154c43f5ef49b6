package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"plandiff/internal/ask"
	"plandiff/internal/browse"
	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/redline"
	"plandiff/internal/screen"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

// recordDesk makes what browse shows of records.
type recordDesk struct {
	*app
	lib *plan.Library
}

func (d *recordDesk) desk() *browse.Desk {
	out := fullDesk()
	out.Command = d.commandName()
	for _, r := range d.lib.Drafts() {
		out.Versions = append(out.Versions, browse.Version{ID: r.ID, Title: r.Title, Date: wording.Date(r.Date)})
	}
	for _, s := range d.lib.Sources {
		out.Sources = append(out.Sources, browse.Source{ID: s.ID, Line: wording.SourceLine(s), Founding: s.Founding()})
	}
	out.Complete = func(q browse.Query, line string, at int) (string, int, bool) {
		v, err := d.view(q)
		if err != nil {
			return "", 0, false
		}
		return ask.New(d.lib, v.Filter).Complete(line, at)
	}
	out.Compare, out.History, out.Origin, out.Show, out.Follow, out.Ask, out.Export = d.compare, d.history, d.origin, d.show, d.follow, d.ask, d.export
	return out
}

// fullDesk is a desk that has something for every key.
func fullDesk() *browse.Desk {
	d := &recordDesk{}
	return &browse.Desk{Usual: words(defaultKinds), Most: maxVersions, Versions: []browse.Version{},
		Compare: d.compare, History: d.history, Origin: d.origin, Show: d.show, Follow: d.follow, Ask: d.ask, Export: d.export}
}

// commandName begins a command line that sees the same records.
func (a *app) commandName() string {
	name := "plandiff"
	if a.flags.workspace != "" {
		name += " --workspace " + browse.Quoted(a.flags.workspace)
	}
	if a.flags.noShipped {
		name += " --no-shipped"
	}
	return name
}

// view is the evidence of a query.
func (d *recordDesk) view(q browse.Query) (*evidence.View, error) {
	f, err := (&evidenceFlags{sources: q.Sources, basis: q.Basis, asOf: q.AsOf}).parse(d.lib)
	if err != nil {
		return nil, err
	}
	return evidence.New(d.lib, f), nil
}

func (d *recordDesk) compare(q browse.Query) (*browse.Comparison, error) {
	v, err := d.view(q)
	if err != nil {
		return nil, err
	}
	c, err := compare.Compare(v, q.Versions)
	if err != nil {
		return nil, err
	}
	m, err := compare.Survey(v, q.Versions, false)
	if err != nil {
		return nil, err
	}
	shown, err := kindsOf(q).kindsShown()
	if err != nil {
		return nil, err
	}
	opt := table.Options{Keep: func(k compare.Kind) bool { return shown[k] }, Words: q.Words, Unselected: true}
	topic := func(id string) *table.Tree {
		on, err := topics(d.lib, []string{id})
		if err != nil { // a section of the comparison is a topic
			panic(err)
		}
		return table.FromComparison(c.Select(func(r compare.Row) bool { return on(r.Topic, r.Field) }), opt)
	}
	return &browse.Comparison{Versions: q.Versions, Tree: table.FromComparison(c, opt), Matrix: table.FromMatrix(m), Topic: topic, Notice: d.notYet(v, q.Versions)}, nil
}

// kindsOf are the kinds that a query chooses.
func kindsOf(q browse.Query) *selectionFlags {
	if q.All {
		return &selectionFlags{all: true}
	}
	return &selectionFlags{kinds: q.Kinds}
}

// notYet says which versions came after the day asked about; "" for none.
func (d *recordDesk) notYet(v *evidence.View, ids []string) string {
	if v.Filter.AsOf == "" {
		return ""
	}
	var parts []string
	help := "v chooses others"
	for i, id := range ids {
		r := d.lib.Record(id)
		if v.Public(id) || r == nil {
			continue
		}
		name, what := id, "was not public on the chosen day"
		if i == 0 {
			name, help = "The base "+id, "v, b for another base"
		}
		if r.Date != "" && r.Date.First() > string(v.Filter.AsOf) {
			what = "is of " + wording.Date(r.Date) + ", after the chosen day"
		}
		parts = append(parts, name+" "+what)
	}
	if parts == nil {
		return ""
	}
	return strings.Join(append(parts, help), "; ")
}

// read makes something of the evidence of a query, and a tree of that.
func read[T any](d *recordDesk, q browse.Query, of func(*evidence.View) (T, error), tree func(T) *table.Tree) (*table.Tree, error) {
	v, err := d.view(q)
	if err != nil {
		return nil, err
	}
	made, err := of(v)
	if err != nil {
		return nil, err
	}
	return tree(made), nil
}

func (d *recordDesk) history(q browse.Query, field string) (*table.Tree, error) {
	return read(d, q, func(v *evidence.View) (*evidence.View, error) { return v, nil }, func(v *evidence.View) *table.Tree {
		return table.FromHistories(v, compare.Histories(v, func(_ *plan.Topic, f *plan.Field) bool { return f.ID == field }))
	})
}

func (d *recordDesk) origin(q browse.Query, version, field string) (*table.Tree, error) {
	return read(d, q, func(v *evidence.View) (*compare.Origins, error) { return compare.TraceOrigins(v, version) }, func(o *compare.Origins) *table.Tree {
		o.Contents = slices.DeleteFunc(o.Contents, func(x compare.Origin) bool { return x.Field.ID != field })
		return table.FromOrigins(o)
	})
}

func (d *recordDesk) show(q browse.Query, version string) (*table.Tree, error) {
	return read(d, q, func(v *evidence.View) (*compare.RecordReading, error) { return compare.Read(v, version) }, table.FromRecord)
}

func (d *recordDesk) follow(q browse.Query, version string, point int) (*table.Tree, error) {
	return read(d, q, func(v *evidence.View) (*compare.Followed, error) { return compare.Follow(v, version, point) }, table.FromTrails)
}

// ask answers a question as the command ask does, whatever was asked before.
func (d *recordDesk) ask(q browse.Query, question string) (*browse.Answer, error) {
	v, err := d.view(q)
	if err != nil {
		return nil, err
	}
	answer := ask.New(d.lib, v.Filter).Ask(question)
	t := answer.Tree(evidence.New(d.lib, answer.Evidence))
	read := answer.Assumed
	if answer.Command != "" {
		read = append(read, "plandiff "+answer.Command)
	}
	return &browse.Answer{Tree: t, Draw: func(opt screen.Options) string { return screen.Answer(answer.Text, read, t, table.ShortSources, opt) }}, nil
}

// export writes what is seen, as the command export does.
func (d *recordDesk) export(q browse.Query, topic, file string, over bool) error {
	file, err := exportFile(file, over)
	if err != nil {
		return err
	}
	quiet := *d.app
	quiet.Out, quiet.Err = io.Discard, &bytes.Buffer{}
	quiet.Terminal = nil
	sel := kindsOf(q)
	sel.evidence, sel.words = evidenceFlags{sources: q.Sources, basis: q.Basis, asOf: q.AsOf}, q.Words
	if topic != "" {
		sel.topics = []string{topic}
	}
	return quiet.runExport(&exportFlags{outputs: []string{file}, order: byTopic, picture: "matrix", force: over, selection: sel}, q.Versions)
}

// exportFile is the file that a reader names: ~ is the home folder. What cannot
// be written is refused in words of the walk, which has no flags.
func exportFile(file string, over bool) (string, error) {
	if rest, ok := strings.CutPrefix(file, "~/"); ok {
		home, err := os.UserHomeDir()
		if err != nil {
			return "", err
		}
		file = filepath.Join(home, rest)
	}
	if _, err := (&exportFlags{outputs: []string{file}}).targets(nil); err != nil || file == "-" {
		return "", errors.New("the format follows from the name: name it .docx, .xlsx, .html, .md, .csv, .tsv or .json")
	}
	info, err := os.Lstat(file)
	switch {
	case err == nil && info.IsDir():
		return "", fmt.Errorf("%s is a folder; give the name of a file in it", prose.Clean(file))
	case err == nil && !over:
		return "", fmt.Errorf("%s: %w", prose.Clean(file), fs.ErrExist)
	}
	return file, nil
}

// walkDocuments opens a comparison of documents.
func (a *app) walkDocuments(f *selectionFlags, args []string) (*browse.Model, error) {
	s, docs, err := a.documentsOf(f, args)
	if err != nil {
		return nil, err
	}
	c, err := redline.Compare(docs)
	if err != nil {
		return nil, err
	}
	desk := &browse.Desk{Command: a.commandName(), Usual: words(defaultKinds), Most: maxVersions,
		Compare: func(q browse.Query) (*browse.Comparison, error) {
			return &browse.Comparison{Versions: args, Tree: table.FromRedline(c, table.RedlineOptions{All: q.All, Inline: q.Words, Unselected: true})}, nil
		}}
	return browse.New(desk, browse.Query{Versions: args, All: f.all, Words: f.words}, a.walkOptions(s.opt))
}

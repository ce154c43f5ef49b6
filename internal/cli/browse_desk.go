package cli

import (
	"bytes"
	"cmp"
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
	"plandiff/internal/export"
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

// desk has something for every key.
func (d *recordDesk) desk() *browse.Desk {
	out := d.bareDesk()
	out.Versions = []browse.Version{}
	for _, r := range d.lib.Drafts() {
		out.Versions = append(out.Versions, browse.Version{ID: r.ID, Title: r.Title, Date: wording.Date(r.Date)})
	}
	for _, s := range d.lib.Sources {
		out.Sources = append(out.Sources, browse.Source{ID: s.ID, Line: wording.SourceLine(s), Founding: s.Founding()})
	}
	out.Compare, out.History, out.Origin, out.Show, out.Follow = d.compare, d.history, d.origin, d.show, d.follow
	out.Ask, out.Complete, out.Export = d.ask, d.complete, d.export
	return out
}

// fullDesk is the desk of no records.
func fullDesk() *browse.Desk { return (&recordDesk{&app{}, &plan.Library{}}).desk() }

// bareDesk is a desk with nothing on it, whose command line sees the same
// records.
func (a *app) bareDesk() *browse.Desk {
	command := "plandiff"
	if a.flags.workspace != "" {
		command += " --workspace " + browse.Quoted(a.flags.workspace)
	}
	if a.flags.noShipped {
		command += " --no-shipped"
	}
	return &browse.Desk{Command: command, Usual: words(defaultKinds), Most: maxVersions}
}

// textDesk makes what browse shows of documents.
func (a *app) textDesk(s *selection) (*browse.Desk, error) {
	c, err := redline.Compare(s.docs)
	if err != nil {
		return nil, err
	}
	desk := a.bareDesk()
	desk.Compare = func(q browse.Query) (*browse.Comparison, error) {
		return &browse.Comparison{Versions: s.args, Tree: table.FromRedline(c, table.RedlineOptions{All: q.All, Inline: q.Words, Unselected: true})}, nil
	}
	return desk, nil
}

// flagsOf are the flags that a query stands for.
func flagsOf(q browse.Query) *selectionFlags {
	f := &selectionFlags{evidence: evidenceFlags{sources: q.Sources, basis: q.Basis, asOf: q.AsOf}, kinds: q.Kinds, all: q.All, words: q.Words}
	if q.All {
		f.kinds = nil
	}
	return f
}

// selection is what a query selects.
func (d *recordDesk) selection(q browse.Query) (*selection, error) {
	s := &selection{selectionFlags: flagsOf(q)}
	keep, err := s.kindsShown()
	s.keep = keep
	return s, cmp.Or(err, s.of(d.lib))
}

func (d *recordDesk) compare(q browse.Query) (*browse.Comparison, error) {
	s, err := d.selection(q)
	if err != nil {
		return nil, err
	}
	c, err := compare.Compare(s.view, q.Versions)
	if err != nil {
		return nil, err
	}
	m, err := compare.Survey(s.view, q.Versions, false)
	if err != nil {
		return nil, err
	}
	opt := table.Options{Unselected: true}
	topic := func(id string) *table.Tree {
		on, err := topics(d.lib, []string{id})
		if err != nil { // a section of the comparison is a topic
			panic(err)
		}
		return s.tree(c.Select(func(r compare.Row) bool { return on(r.Topic, r.Field) }), opt)
	}
	return &browse.Comparison{Versions: q.Versions, Tree: s.tree(c, opt), Matrix: table.FromMatrix(m), Topic: topic, Notice: d.notYet(s.view, q.Versions)}, nil
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
	s, err := d.selection(q)
	if err != nil {
		return nil, err
	}
	made, err := of(s.view)
	if err != nil {
		return nil, err
	}
	return tree(made), nil
}

func (d *recordDesk) history(q browse.Query, field string) (*table.Tree, error) {
	s, err := d.selection(q)
	if err != nil {
		return nil, err
	}
	return table.FromHistories(s.view, compare.Histories(s.view, func(_ *plan.Topic, f *plan.Field) bool { return f.ID == field })), nil
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
	s, err := d.selection(q)
	if err != nil {
		return nil, err
	}
	answer, t, read := answered(ask.New(d.lib, s.view.Filter), d.lib, question)
	return &browse.Answer{Tree: t, Draw: func(opt screen.Options) string { return screen.Answer(answer.Text, read, t, table.ShortSources, opt) }}, nil
}

// complete continues a name in a question.
func (d *recordDesk) complete(q browse.Query, line string, at int) (string, int, bool) {
	s, err := d.selection(q)
	if err != nil {
		return "", 0, false
	}
	return ask.New(d.lib, s.view.Filter).Complete(line, at)
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
	f := &exportFlags{selectionFlags: flagsOf(q), outputs: []string{file}, order: byTopic, picture: export.PictureMatrix, force: over}
	if topic != "" {
		f.topics = []string{topic}
	}
	return quiet.runExport(f, q.Versions)
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

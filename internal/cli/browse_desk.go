package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"plandiff/internal/ask"
	"plandiff/internal/browse"
	"plandiff/internal/compare"
	"plandiff/internal/export"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/screen"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

// desk is the desk of documents, whose command line sees the same records.
func (a *app) desk() *browse.Desk {
	command := "plandiff"
	if a.flags.workspace != "" {
		command += " --workspace " + browse.Quoted(a.flags.workspace)
	}
	if a.flags.noShipped {
		command += " --no-shipped"
	}
	return &browse.Desk{Command: command, Usual: words(defaultKinds), Most: maxVersions}
}

// recordDesk is the desk of records.
func (a *app) recordDesk(lib *plan.Library) *browse.Desk {
	out := a.desk()
	out.Versions = []browse.Version{}
	for _, r := range lib.Drafts() {
		out.Versions = append(out.Versions, browse.Version{ID: r.ID, Title: r.Title, Date: wording.Date(r.Date)})
	}
	for _, s := range lib.Sources {
		out.Sources = append(out.Sources, browse.Source{ID: s.ID, Line: wording.SourceLine(s), Founding: s.Founding()})
	}
	out.Compare = func(q browse.Query) (*browse.Comparison, error) { return a.walked(lib, q) }
	return out
}

// flagsOf are the flags that a query stands for.
func flagsOf(q browse.Query) *selectionFlags {
	f := &selectionFlags{evidence: evidenceFlags{sources: q.Sources, basis: q.Basis, asOf: q.AsOf}, kinds: q.Kinds, all: q.All, words: q.Words}
	if q.All {
		f.kinds = nil
	}
	return f
}

// walked is what browse shows of records for a query.
func (a *app) walked(lib *plan.Library, q browse.Query) (*browse.Comparison, error) {
	s := &selection{selectionFlags: flagsOf(q)}
	var err error
	if s.keep, err = s.kindsShown(); err == nil {
		err = s.of(lib)
	}
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
		on, err := topics(lib, []string{id})
		if err != nil { // a section of the comparison is a topic
			panic(err)
		}
		return s.tree(c.Select(func(r compare.Row) bool { return on(r.Topic, r.Field) }), opt)
	}
	return &browse.Comparison{Versions: q.Versions, Tree: s.tree(c, opt), Matrix: table.FromMatrix(m), Topic: topic, Notice: s.notYet(q.Versions), Records: &walkRecords{s, a, q}}, nil
}

// notYet says which versions came after the day asked about; "" for none.
func (s *selection) notYet(ids []string) string {
	if s.view.Filter.AsOf == "" {
		return ""
	}
	var parts []string
	help := "v chooses others"
	for i, id := range ids {
		r := s.library.Record(id)
		if s.view.Public(id) || r == nil {
			continue
		}
		name, what := id, "was not public on the chosen day"
		if i == 0 {
			name, help = "The base "+id, "v, b for another base"
		}
		if r.Date != "" && r.Date.First() > string(s.view.Filter.AsOf) {
			what = "is of " + wording.Date(r.Date) + ", after the chosen day"
		}
		parts = append(parts, name+" "+what)
	}
	if parts == nil {
		return ""
	}
	return strings.Join(append(parts, help), "; ")
}

// walkRecords show records on the evidence of a query, as the commands do.
type walkRecords struct {
	*selection
	app   *app
	query browse.Query
}

// only chooses one field.
func only(field string) func(*plan.Topic, *plan.Field) bool {
	return func(_ *plan.Topic, f *plan.Field) bool { return f.ID == field }
}

func (w *walkRecords) History(field string) (*table.Tree, error) {
	return table.FromHistories(w.view, compare.Histories(w.view, only(field))), nil
}

func (w *walkRecords) Origin(version, field string) (*table.Tree, error) {
	return laid(originsOn(only(field)))(compare.TraceOrigins(w.view, version))
}

func (w *walkRecords) Show(version string) (*table.Tree, error) {
	return laid(table.FromRecord)(compare.Read(w.view, version))
}

func (w *walkRecords) Follow(version string, point int) (*table.Tree, error) {
	return laid(table.FromTrails)(compare.Follow(w.view, version, point))
}

func (w *walkRecords) Ask(question string) (*browse.Answer, error) {
	answer, t, read := answered(w.session(), w.library, question)
	return &browse.Answer{Tree: t, Draw: func(opt screen.Options) string { return screen.Answer(answer.Text, read, t, table.ShortSources, opt) }}, nil
}

func (w *walkRecords) Complete(line string, at int) (string, int, bool) {
	return w.session().Complete(line, at)
}

// session leans on no question before.
func (w *walkRecords) session() *ask.Session { return ask.New(w.library, w.view.Filter) }

func (w *walkRecords) Export(topic, file string, over bool) error {
	file, err := exportFile(file, over)
	if err != nil {
		return err
	}
	quiet := newApp(Streams{Out: io.Discard, Err: io.Discard, Env: w.app.Env})
	quiet.flags = w.app.flags
	f := &exportFlags{selectionFlags: flagsOf(w.query), outputs: []string{file}, order: byTopic, picture: export.PictureMatrix, force: over}
	if topic != "" {
		f.topics = []string{topic}
	}
	return quiet.runExport(f, w.query.Versions)
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

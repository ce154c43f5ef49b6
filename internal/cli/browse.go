package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"plandiff/internal/ask"
	"plandiff/internal/browse"
	"plandiff/internal/compare"
	"plandiff/internal/export"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/record/shipped"
	"plandiff/internal/redline"
	"plandiff/internal/screen"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

func (a *app) browse() *cobra.Command {
	var f *selectionFlags
	cmd := &cobra.Command{
		Use:   "browse [VERSION VERSION [VERSION ...]] | FILE FILE [FILE ...]",
		Short: "Walk through a comparison in the terminal",
		Long: `Opens a comparison to walk through: topics at the left, the fields of one topic at
the right, and below them every claim about the cell in focus, with its source.
The last line but one is the command that prints what is seen.

` + keyList() + `
It needs a terminal of at least 30 columns and 8 lines; from 90 by 16 all panes
stand beside each other. What was copied is printed when you quit, for terminals that
do not copy.`,
		Example: `  plandiff browse
  plandiff browse us-28 zelensky-20
  plandiff browse --as-of 2025-11-24
  plandiff browse old.docx new.docx`,
		ValidArgsFunction: a.completeVersions(maxVersions),
		RunE:              func(_ *cobra.Command, args []string) error { return a.runBrowse(f, args) },
	}
	f = a.readingFlags(cmd)
	f.asks, f.documents = true, true
	_ = cmd.Flags().MarkHidden("sources") // a key changes it
	f.kindFlags(a, cmd)
	return cmd
}

// keyList is the table of keys of a comparison of versions, for the help.
func keyList() string {
	var b strings.Builder
	for _, k := range (&app{}).recordDesk(&plan.Library{}).Keys() {
		fmt.Fprintf(&b, "  %-22s %s\n", k.Keys, k.Does)
	}
	return b.String()
}

func (a *app) runBrowse(f *selectionFlags, args []string) error {
	if _, _, terminal := a.Terminal(); !terminal || !keyboard(a.In) {
		return usage("plandiff diff and plandiff matrix print the same to a file or a pipe", "browse needs a terminal to draw on and to read keys from")
	}
	if err := oneOf("format", a.flags.format, "text"); err != nil {
		return err
	}
	m, err := a.walk(f, args)
	if err != nil {
		return err
	}
	out := a.Out
	if w, ok := out.(*watched); ok {
		out = w.Writer // the screen is sized by its file
	}
	if err := browse.Run(m, a.In, out); err != nil {
		return writing(err)
	}
	if len(m.Copied()) == 0 {
		return nil
	}
	text := "Copied while browsing:\n"
	for _, copied := range m.Copied() {
		text += "\n"
		for l := range strings.SplitSeq(copied, "\n") {
			text += prose.Clean(l) + "\n"
		}
	}
	return a.emit(text)
}

func (a *app) walk(f *selectionFlags, args []string) (*browse.Model, error) {
	s, err := a.selectionOf(f, args)
	if err != nil {
		return nil, err
	}
	if w, h, ok := a.Terminal(); ok { // the screen is drawn in full
		s.opt.Width, s.opt.Height = w, h
	}
	q := browse.Query{Versions: args, All: f.all, Words: f.words}
	if s.docs != nil {
		c, err := redline.Compare(s.docs)
		if err != nil {
			return nil, err
		}
		desk := a.desk()
		desk.Compare = func(q browse.Query) (*browse.Comparison, error) {
			return &browse.Comparison{Versions: args, Tree: table.FromRedline(c, table.RedlineOptions{All: q.All, Inline: q.Words, Unselected: true})}, nil
		}
		return browse.New(desk, q, s.opt)
	}
	q.Sources, q.Basis, q.AsOf, q.Kinds = f.evidence.sources, f.evidence.basis, f.evidence.asOf, f.kinds
	if q.Versions, err = a.versionsOf(s.view, args, s.view.Compare, maxVersions); err != nil {
		return nil, err
	}
	return browse.New(a.recordDesk(s.library), q, s.opt)
}

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

func (a *app) recordDesk(lib *plan.Library) *browse.Desk {
	out := a.desk()
	out.Versions, out.Sources = append([]*plan.Record{}, lib.Drafts()...), lib.Sources
	out.Compare = func(q browse.Query) (*browse.Comparison, error) { return a.walked(lib, q) }
	return out
}

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
		err = a.over(s, lib)
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
		on, err := a.topics(lib, []string{id})
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
func (w *walkRecords) session() *ask.Session {
	return ask.Indexed(w.library, w.view.Filter, shipped.Index)
}

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

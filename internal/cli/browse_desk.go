package cli

import (
	"bytes"
	"io"
	"slices"

	"plandiff/internal/ask"
	"plandiff/internal/browse"
	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/redline"
	"plandiff/internal/screen"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

// recordDesk makes what browse shows of records.
type recordDesk struct {
	*app
	lib     *plan.Library
	session *ask.Session
	asked   browse.Query // whose evidence the session admits
}

func (d *recordDesk) desk() *browse.Desk {
	out := fullDesk()
	out.Command = d.commandName()
	for _, r := range d.lib.Drafts() {
		out.Versions = append(out.Versions, browse.Version{ID: r.ID, Title: r.Title, Date: wording.Date(r.Date)})
	}
	out.Complete = func(q browse.Query, line string, at int) (string, int, bool) {
		s, err := d.questions(q)
		if err != nil {
			return "", 0, false
		}
		return s.Complete(line, at)
	}
	out.Compare, out.History, out.Origin, out.Show, out.Ask, out.Export = d.compare, d.history, d.origin, d.show, d.ask, d.export
	return out
}

// fullDesk is a desk that has something for every key.
func fullDesk() *browse.Desk {
	d := &recordDesk{}
	return &browse.Desk{Usual: words(defaultKinds), Most: maxVersions, Versions: []browse.Version{},
		Compare: d.compare, History: d.history, Origin: d.origin, Show: d.show, Ask: d.ask, Export: d.export}
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
	shown, err := (&selectionFlags{kinds: q.Kinds, all: q.All}).kindsShown()
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
	return &browse.Comparison{Versions: q.Versions, Tree: table.FromComparison(c, opt), Matrix: table.FromMatrix(m), Topic: topic}, nil
}

func (d *recordDesk) history(q browse.Query, field string) (*table.Tree, error) {
	v, err := d.view(q)
	if err != nil {
		return nil, err
	}
	hs := compare.Histories(v, func(_ *plan.Topic, f *plan.Field) bool { return f.ID == field })
	return table.FromHistories(v, hs), nil
}

func (d *recordDesk) origin(q browse.Query, version, field string) (*table.Tree, error) {
	v, err := d.view(q)
	if err != nil {
		return nil, err
	}
	o, err := compare.TraceOrigins(v, version)
	if err != nil {
		return nil, err
	}
	o.Contents = slices.DeleteFunc(o.Contents, func(x compare.Origin) bool { return x.Field.ID != field })
	return table.FromOrigins(o), nil
}

func (d *recordDesk) show(q browse.Query, version string) (*table.Tree, error) {
	v, err := d.view(q)
	if err != nil {
		return nil, err
	}
	s, err := compare.Read(v, version)
	if err != nil {
		return nil, err
	}
	return table.FromSingle(s), nil
}

// questions is where questions are asked. They lean on the one before, as long
// as the evidence stays the same.
func (d *recordDesk) questions(q browse.Query) (*ask.Session, error) {
	if d.session == nil || d.asked.Sources != q.Sources || d.asked.Basis != q.Basis || d.asked.AsOf != q.AsOf {
		v, err := d.view(q)
		if err != nil {
			return nil, err
		}
		d.session, d.asked = ask.New(d.lib, v.Filter), q
	}
	return d.session, nil
}

func (d *recordDesk) ask(q browse.Query, question string) (func(screen.Options) string, error) {
	s, err := d.questions(q)
	if err != nil {
		return nil, err
	}
	answer := s.Ask(question)
	t := answer.Tree(evidence.New(d.lib, answer.Evidence))
	read := answer.Assumed
	if answer.Command != "" {
		read = append(read, "plandiff "+answer.Command)
	}
	return func(opt screen.Options) string { return screen.Answer(answer.Text, read, t, screen.ShortSources, opt) }, nil
}

// export writes what is seen, as the command export does.
func (d *recordDesk) export(q browse.Query, topic, file string) error {
	quiet := *d.app
	quiet.Out, quiet.Err = io.Discard, &bytes.Buffer{}
	quiet.Terminal = nil
	sel := &selectionFlags{evidence: evidenceFlags{sources: q.Sources, basis: q.Basis, asOf: q.AsOf}, kinds: q.Kinds, all: q.All, words: q.Words}
	if topic != "" {
		sel.topics = []string{topic}
	}
	return quiet.runExport(&exportFlags{outputs: []string{file}, order: byTopic, picture: "matrix", selection: sel}, q.Versions)
}

// walkDocuments opens a comparison of documents.
func (a *app) walkDocuments(f *selectionFlags, args []string) (*browse.Model, error) {
	s, err := a.drawingDocuments(f)
	if err != nil {
		return nil, err
	}
	docs, err := a.readDocuments(args)
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

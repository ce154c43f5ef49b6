package browse

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"plandiff/internal/screen"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

// look carries out the keys that show, copy and write.
func (m *Model) look(act action) {
	row, cell := m.cell()
	field := row != nil
	switch {
	case act == help:
		m.read(&reader{title: "Keys", draw: m.helpText})
	case act == question:
		p := m.prompt("Ask:", "", (*Model).answer)
		p.past = &m.questions
		if m.desk.Complete != nil {
			p.complete = func(line string, at int) (string, int, bool) { return m.desk.Complete(m.query, line, at) }
		}
	case act == copyCommand:
		m.copyCommand()
	case act == exportAll:
		m.exportTo("", "all topics")
	case act == exportTopic && m.cells.section < len(m.tree.Sections):
		s := m.tree.Sections[m.cells.section]
		m.exportTo(s.ID, s.Title)
	case act == points && m.desk.Show != nil && m.cells.version < len(m.comparison.Versions):
		id := m.comparison.Versions[m.cells.version]
		m.open("The record of "+id, m.line("show", id), func() (*table.Tree, error) { return m.desk.Show(m.query, id) })
	case !field:
		if act != none {
			m.status = "no field is shown here"
		}
	case act == history:
		m.open("Through time: "+row.Title, m.line("history", row.Field), func() (*table.Tree, error) { return m.desk.History(m.query, row.Field) })
	case act == origin:
		m.open("Where it first stood: "+row.Title+", "+cell.Version, m.line("origin", cell.Version, row.Field),
			func() (*table.Tree, error) { return m.desk.Origin(m.query, cell.Version, row.Field) })
	case act == copyCell:
		m.copy(m.citation(), "the cell with its citation is copied; it is also printed when you quit")
	case act == address:
		m.showAddress()
	}
}

// open shows a tree over the whole screen.
func (m *Model) open(title, command string, make func() (*table.Tree, error)) {
	t, err := make()
	if err != nil {
		m.refuse(err)
		return
	}
	m.read(&reader{title: title, command: command, draw: func(opt screen.Options) string {
		return screen.Draw(t, screen.Form{Sources: m.sources}, opt)
	}})
}

// answer shows the answer to a question.
func (m *Model) answer(text string) error {
	if text == "" {
		return nil
	}
	draw, err := m.desk.Ask(m.query, text)
	if err != nil {
		return err
	}
	m.read(&reader{title: text, command: commandLine(m.desk.Command, append([]string{"ask", text}, m.query.flags()...)...), draw: draw})
	return nil
}

func (m *Model) exportTo(topic, what string) {
	m.prompt("Export "+what+" to which file (docx, xlsx, html, md, csv, tsv, json)?", "", func(m *Model, file string) error {
		if file == "" {
			return nil
		}
		if err := m.desk.Export(m.query, topic, file); err != nil {
			return err
		}
		m.status = "written: " + file
		return nil
	})
}

// showAddress says where the source of the claim in focus is found.
func (m *Model) showAddress() {
	s := m.source()
	switch {
	case s == nil:
		m.status = "no claim is in focus"
	case s.Card.URL == "":
		m.status = "no address is known of " + s.Card.ID + ": " + s.Line
	case screen.Width(s.Card.URL) <= m.width:
		m.copied = append(m.copied, s.Card.URL)
		m.status = s.Card.URL
	default:
		m.copied = append(m.copied, s.Card.URL)
		m.read(&reader{title: s.Line, draw: func(opt screen.Options) string {
			return strings.Join(chopped(s.Card.URL, opt.Width), "\n")
		}})
	}
}

// chopped is a text in parts of a width.
func chopped(s string, w int) []string {
	var out []string
	runes := []rune(s)
	for len(runes) > w {
		out, runes = append(out, string(runes[:w])), runes[w:]
	}
	return append(out, string(runes))
}

// clipboard is a message that asks the terminal to copy a text.
type clipboard string

func (m *Model) copy(text, said string) {
	if text == "" {
		return
	}
	m.copied = append(m.copied, text)
	m.send = func() tea.Msg { return clipboard(text) }
	m.status = said
}

func (m *Model) copyCommand() {
	m.copy(m.command(), "the command is copied; it is also printed when you quit")
}

// Copied are the texts that were copied or asked for, for a terminal that does
// not copy.
func (m *Model) Copied() []string { return m.copied }

// line is a command that lists the sources as the screen does, on the same
// evidence.
func (m *Model) line(words ...string) string {
	return commandLine(m.desk.Command, append(append(words, m.query.flags()...), m.sourcesFlag()...)...)
}

func (m *Model) sourcesFlag() []string {
	if m.sources == screen.ShortSources {
		return nil
	}
	return []string{"--sources", string(m.sources)}
}

// command is the command line that gives what is seen.
func (m *Model) command() string {
	over := m.over
	if p, ok := over.(*prompt); ok {
		over = p.under
	}
	if r, ok := over.(*reader); ok && r.command != "" {
		return r.command
	}
	words := append([]string{"diff"}, m.comparison.Versions...)
	if m.desk.Versions != nil && m.cells.section < len(m.tree.Sections) {
		words = append(words, "--topic", m.tree.Sections[m.cells.section].ID)
	}
	words = append(words, m.query.diffFlags()...)
	return commandLine(m.desk.Command, append(words, m.sourcesFlag()...)...)
}

// helpText is the table of keys and what the marks mean.
func (m *Model) helpText(opt screen.Options) string {
	lead := 0
	for _, k := range m.desk.Keys() {
		lead = max(lead, screen.Width(k.Keys))
	}
	var b strings.Builder
	for _, k := range m.desk.Keys() {
		line := k.Keys + strings.Repeat(" ", lead-screen.Width(k.Keys)+2) + k.Does
		b.WriteString(screen.Cut(line, opt.Width, opt.ASCII) + "\n")
	}
	b.WriteString("\n")
	for _, k := range table.Kinds {
		b.WriteString(screen.Cut(meaning(k, opt.ASCII), opt.Width, opt.ASCII) + "\n")
	}
	for _, mark := range wording.Uncompared {
		b.WriteString(screen.Cut(mark.Sign(opt.ASCII)+" "+mark.Word, opt.Width, opt.ASCII) + "\n")
	}
	b.WriteString("\n" + screen.Cut("A mark in the list of topics is that of the topic's most telling field.", opt.Width, opt.ASCII))
	return b.String()
}

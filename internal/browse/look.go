package browse

import (
	"fmt"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"plandiff/internal/screen"
	"plandiff/internal/table"
)

// look carries out the keys that show, copy and write.
func (m *Model) look(act action) {
	row, cell := m.cell()
	field := row != nil
	switch {
	case act == help:
		m.showKeys()
	case act == question:
		m.ask()
	case act == copyCommand:
		m.copyCommand()
	case act == exportAll:
		m.exportTo("", "all topics")
	case act == exportTopic && m.cells.section < len(m.tree.Sections):
		s := m.tree.Sections[m.cells.section]
		m.exportTo(s.ID, s.Title)
	case act == points && m.cells.version < len(m.comparison.Versions):
		id := m.comparison.Versions[m.cells.version]
		m.open(&reader{title: "The record of " + id, by: act, version: id, command: m.line("show", id)}, func() (*table.Tree, error) { return m.comparison.Records.Show(id) })
	case act == none || !m.desk.offers(act) || act == nextPart || act == lastPart:
		m.status = noSuchKey
	case !field:
		m.status = "no field is shown here"
	case act == history:
		m.open(&reader{title: "Through time: " + row.Title, by: act, command: m.line("history", row.Field)}, func() (*table.Tree, error) { return m.comparison.Records.History(row.Field) })
	case act == origin:
		m.open(&reader{title: "Where it first stood: " + row.Title + ", " + cell.Version, by: act, command: m.line("origin", cell.Version, row.Field)},
			func() (*table.Tree, error) { return m.comparison.Records.Origin(cell.Version, row.Field) })
	case act == followPoint:
		m.followCell(cell)
	case act == copyCell:
		m.copy(m.citation(), "the cell with its citation is copied")
	case act == address:
		if s := m.source(); s != nil {
			m.addresses([]table.Source{*s})
		} else {
			m.status = "no claim is in focus"
		}
	}
}

// open shows a tree over the whole screen.
func (m *Model) open(r *reader, make func() (*table.Tree, error)) {
	t, err := make()
	if err != nil {
		m.refuse(err)
		return
	}
	r.tree, r.draw = t, func(opt screen.Options) string { return screen.Draw(t, screen.Form{Sources: m.sources}, opt) }
	m.read(r)
}

// followCell tells where the point of a cell went; of several points, which
// one is chosen first.
func (m *Model) followCell(cell *table.Cell) {
	var at []int
	if c := m.claims.cursor; m.focus == claimPane && c < len(cell.Claims) && pointOf(cell.Claims[c]) > 0 {
		at = []int{pointOf(cell.Claims[c])}
	} else {
		for _, c := range cell.Claims {
			if p := pointOf(c); p > 0 && !slices.Contains(at, p) {
				at = append(at, p)
			}
		}
	}
	slices.Sort(at)
	switch len(at) {
	case 0:
		m.status = "no claim here names a point of " + cell.Version + "; h and l go to other versions"
	case 1:
		m.follow(cell.Version, at[0])
	default:
		var out []item
		for _, p := range at {
			out = append(out, item{text: fmt.Sprintf("point %d of %s", p, cell.Version), mark: m.signs.bar, choose: func(m *Model) {
				m.pop()
				m.follow(cell.Version, p)
			}})
		}
		m.push(&menu{title: "Follow which point", by: followPoint, items: func(*Model) []item { return out },
			keys: func(*Model) []string { return []string{"Enter follows it", "Esc closes"} }})
	}
}

// pointOf is the point that a claim is about; 0 for none.
func pointOf(c table.Claim) int {
	if c.Claim == nil {
		return 0
	}
	return c.Claim.Point
}

// follow tells where a point went.
func (m *Model) follow(version string, point int) {
	m.open(&reader{title: fmt.Sprintf("Where point %d of %s went", point, version), by: followPoint, command: m.line("show", version, fmt.Sprint(point), "--follow")},
		func() (*table.Tree, error) { return m.comparison.Records.Follow(version, point) })
}

// ask asks for a question.
func (m *Model) ask() {
	p := m.prompt("Ask: (Tab completes names, Up brings back earlier questions)", "", (*Model).answer)
	p.past, p.complete = &m.questions, m.comparison.Records.Complete
}

// answer shows the answer to a question.
func (m *Model) answer(text string) error {
	if text == "" {
		return nil
	}
	a, err := m.comparison.Records.Ask(text)
	if err != nil {
		return err
	}
	m.read(&reader{title: text, by: question, command: commandLine(m.desk.Command, append([]string{"ask", text}, m.query.flags()...)...), tree: a.Tree, draw: a.Draw})
	return nil
}

// clipboard is a message that asks the terminal to copy a text.
type clipboard string

func (m *Model) copy(text, said string) {
	if text == "" {
		return
	}
	if !slices.Contains(m.copied, text) {
		m.copied = append(m.copied, text)
	}
	m.send = func() tea.Msg { return clipboard(text) }
	m.status = said + "; it is also printed when you quit"
}

func (m *Model) copyCommand() {
	m.copy(m.command(), "the command is copied")
}

// Copied are the texts that were copied, each once, for a terminal that does not
// copy.
func (m *Model) Copied() []string { return m.copied }

// line is a command that lists the sources as the screen does, on the same
// evidence.
func (m *Model) line(words ...string) string {
	return commandLine(m.desk.Command, append(append(words, m.query.flags()...), m.sourcesFlag()...)...)
}

func (m *Model) sourcesFlag() []string {
	if m.sources == table.ShortSources {
		return nil
	}
	return []string{"--sources", string(m.sources)}
}

// command is the command line that gives what is seen.
func (m *Model) command() string {
	if r := m.text(); r != nil {
		return r.command
	}
	words := append([]string{"diff"}, m.comparison.Versions...)
	if m.desk.Versions != nil && m.cells.section < len(m.tree.Sections) {
		words = append(words, "--topic", m.tree.Sections[m.cells.section].ID)
	}
	words = append(words, m.query.diffFlags()...)
	return commandLine(m.desk.Command, append(words, m.sourcesFlag()...)...)
}

package browse

import (
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"plandiff/internal/screen"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

const (
	wideScreen  = 90 // columns from which panes stand beside each other
	leastWidth  = 30
	leastHeight = 8
	frameLines  = 3 // the head, the command, the status
)

// box is a part of the screen.
type box struct{ x, y, w, h int }

func (b box) has(x, y int) bool { return x >= b.x && x < b.x+b.w && y >= b.y && y < b.y+b.h }

// wide reports whether all panes are on the screen.
func (m *Model) wide() bool { return m.width >= wideScreen && m.height >= 16 }

// boxes are where the panes stand; those not on the screen have no width.
func (m *Model) boxes() [panes]box {
	var out [panes]box
	body := m.height - frameLines
	if !m.wide() {
		out[m.focus] = box{0, 1, m.width, body}
		return out
	}
	left := min(max(m.width*3/10, 30), 46)
	low := min(max(body/3, 5), 14)
	out[topicPane] = box{0, 1, left, body}
	out[cellPane] = box{left + 1, 1, m.width - left - 1, body - low}
	out[claimPane] = box{left + 1, 1 + body - low, m.width - left - 1, low}
	return out
}

// View draws the screen.
func (m *Model) View() string {
	if m.width < leastWidth || m.height < leastHeight {
		return screen.Cut("Make the window larger.", max(m.width, 0), m.opt.ASCII)
	}
	body := m.height - frameLines
	lines := []string{padded(m.head(), m.width)}
	switch over := m.shown().(type) {
	case *reader:
		lines = append(lines, over.view(m, m.width, body)...)
	case *menu:
		lines = append(lines, m.withMenu(over, body)...)
	default:
		lines = append(lines, m.body(nil, body)...)
	}
	low := m.low()
	lines = append(lines, low...)
	if most := m.height - len(low); len(low) > frameLines-1 { // they take the lines above
		lines = append(lines[:most], low...)
	}
	for i, l := range lines {
		if screen.Width(l) > m.width { // nothing is ever wider than the screen
			lines[i] = screen.Cut(ansi.Strip(l), m.width, m.opt.ASCII)
		}
	}
	return strings.Join(lines, "\n")
}

// low are the last lines: the command and what the keys do, or what was done;
// or a prompt, and why its line was refused.
func (m *Model) low() []string {
	const most = 4 // lines for what was done
	said := m.foot()
	if m.status != "" {
		said = m.wrapped(m.status, m.width)
		if len(said) > most {
			said = append(said[:most-1], m.cutAtWord(strings.Join(said[most-1:], " "), m.width))
		}
	}
	out := []string{m.cutAtWord("$ "+m.command(), m.width)}
	if p, ok := m.over().(*prompt); ok {
		if m.status != "" {
			out = said
		}
		said = p.lines(m, m.width)
	}
	out = append(out, said...)
	out = out[max(len(out)-m.height+1, 0):]
	for i, l := range out {
		out[i] = padded(l, m.width)
	}
	return out
}

// withMenu puts a menu in the place of the topics, so that its effect is seen
// beside it.
func (m *Model) withMenu(over *menu, body int) []string {
	if !m.wide() || m.text() != nil {
		return over.view(m, m.width, body)
	}
	return m.body(over, body)
}

// body draws the panes.
func (m *Model) body(over *menu, body int) []string {
	b := m.boxes()
	free := m.over() == nil
	if !m.wide() {
		return m.pane(m.focus, b[m.focus], true)
	}
	left := m.pane(topicPane, b[topicPane], free && m.focus == topicPane)
	if over != nil {
		left = over.view(m, b[topicPane].w, b[topicPane].h)
	}
	right := append(m.pane(cellPane, b[cellPane], free && m.focus == cellPane), m.pane(claimPane, b[claimPane], free && m.focus == claimPane)...)
	out := make([]string, body)
	for i := range out {
		out[i] = left[i] + m.signs.bar + right[i]
	}
	return out
}

func (m *Model) pane(p place, b box, focused bool) []string {
	switch p {
	case topicPane:
		return m.topics.view(m, b.w, b.h, focused)
	case cellPane:
		return m.cells.view(m, b.w, b.h, focused)
	}
	return m.claims.view(m, b.w, b.h, focused)
}

// head is the first line: the versions with their numbers, and the filter.
func (m *Model) head() string {
	var versions, parts []string
	for i, c := range m.comparison.Tree.Columns {
		versions = append(versions, fmt.Sprintf("%d %s", i+1, c.ID))
	}
	q := m.query
	kinds := labelled("only ", q.kindWords())
	if q.All {
		kinds = "with what is the same or not known"
	}
	for _, f := range []string{labelled("as of ", q.day()), m.admitted(), labelled("basis ", q.basisWords()), kinds} {
		if f != "" {
			parts = append(parts, f)
		}
	}
	if m.wide() {
		parts = append([]string{strings.Join(versions, "  ")}, parts...)
	} else { // the panes name the versions, and nothing else the filter
		parts = append([]string{[panes]string{"[topics] fields claims", "topics [fields] claims", "topics fields [claims]"}[m.focus]}, append(parts, strings.Join(versions, "  "))...)
	}
	return m.cutAtWord(strings.Join(parts, " · "), m.width)
}

// foot is what the keys do, where nothing was done.
func (m *Model) foot() []string {
	next := []string{}
	if !m.wide() {
		next = append(next, [panes]string{"Tab fields", "Tab claims", "Tab topics"}[m.focus])
	}
	var hints []string
	switch {
	case m.over() != nil:
		hints = m.over().hint(m)
	case m.found.words != "":
		said := m.wrapped(m.found.said(), m.width)
		hints = append(hints, said[len(said)-1])
		if len(m.found.matches) > 1 {
			hints = append(hints, "n next")
		}
		hints = append(append(hints, next...), "Esc forgets it", "? keys")
		return append(said[:len(said)-1], m.fitted(hints, m.width))
	default:
		hints = append([]string{"? keys", "q quits"}, next...)
		for _, h := range paneHints[m.focus] {
			if m.desk.offers(h.act) && (m.wide() || h.act != enter || m.focus == claimPane) {
				hints = append(hints, h.said)
			}
		}
	}
	return []string{m.fitted(hints, m.width)}
}

// paneHints are the keys that help most in each pane, the most needed first.
var paneHints = [panes][]struct {
	act  action
	said string
}{
	topicPane: {{enter, "Enter fields"}, {search, "/ search"}, {question, "a ask"}, {filters, "f filters"}, {versions, "v versions"},
		{points, "p points"}, {exportTopic, "e export"}, {everything, "u same too"}},
	cellPane: {{enter, "Enter claims"}, {right, "h l versions"}, {history, "t through time"}, {followPoint, "P where the point went"},
		{search, "/ search"}, {question, "a ask"}, {leave, "Esc topics"}, {copyCell, "y copy"}, {origin, "i first stood"}},
	claimPane: {{enter, "Enter the whole claim"}, {address, "o address"}, {leave, "Esc fields"}, {copyCell, "y copy"},
		{sources, "s shorter"}, {question, "a ask"}},
}

func meaning(k table.Kind, ascii bool) string {
	mark := wording.Kind(k)
	return mark.Sign(ascii) + " " + mark.Word + ": " + wording.Meaning(k)
}

// mouse carries out the wheel and a click.
func (m *Model) mouse(msg tea.MouseMsg) {
	wheel := map[tea.MouseButton]action{tea.MouseButtonWheelUp: up, tea.MouseButtonWheelDown: down}[msg.Button]
	pressed := msg.Button == tea.MouseButtonLeft && msg.Action == tea.MouseActionPress
	if over := m.over(); over != nil {
		switch {
		case wheel != none:
			over.wheel(m, map[action]int{up: -1, down: 1}[wheel])
		case pressed && (!m.wide() || m.text() != nil || m.boxes()[topicPane].has(msg.X, msg.Y)):
			m.status = ""
			over.click(m, msg.Y-1)
		}
		return
	}
	for p, b := range m.boxes() {
		if !b.has(msg.X, msg.Y) {
			continue
		}
		switch {
		case wheel != none:
			m.moveIn(place(p), wheel)
		case pressed:
			m.click(place(p), msg.X-b.x, msg.Y-b.y)
		}
	}
}

// click puts what is clicked on into focus.
func (m *Model) click(p place, x, y int) {
	m.status, m.focus = "", p
	switch p {
	case topicPane:
		if at := m.topics.top + y - 2; y >= 2 && at < len(m.topics.entries) {
			m.topics.cursor = at
			m.openTopic()
		}
	case cellPane:
		row, ok := m.cells.at(m, y)
		if !ok {
			return
		}
		m.cells.row, m.claims = row, claims{}
		m.settle()
		if v := m.cells.pane.ColumnAt(x - gutter); v >= 0 {
			m.cells.version = v
		}
	}
}

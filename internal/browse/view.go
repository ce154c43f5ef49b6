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
	over, asking := m.over, ""
	if p, ok := over.(*prompt); ok { // what it was asked from stays in sight
		over, asking = p.under, p.line(m, m.width)
	}
	switch over := over.(type) {
	case *reader:
		lines = append(lines, over.view(m, m.width, body)...)
	case *menu:
		lines = append(lines, m.withMenu(over, body)...)
	default:
		lines = append(lines, m.body(nil, body)...)
	}
	low := []string{screen.Cut("$ "+m.command(), m.width, m.opt.ASCII), m.foot()}
	switch {
	case asking != "" && m.status != "": // what was typed was refused
		low = []string{m.foot(), asking}
	case asking != "":
		low[1] = asking
	}
	lines = append(lines, padded(low[0], m.width), padded(low[1], m.width))
	for i, l := range lines {
		if screen.Width(l) > m.width { // nothing is ever wider than the screen
			lines[i] = screen.Cut(ansi.Strip(l), m.width, m.opt.ASCII)
		}
	}
	return strings.Join(lines, "\n")
}

// withMenu puts a menu in the place of the topics, so that its effect is seen
// beside it.
func (m *Model) withMenu(over *menu, body int) []string {
	if !m.wide() {
		return over.view(m, m.width, body)
	}
	return m.body(over, body)
}

// body draws the panes.
func (m *Model) body(over *menu, body int) []string {
	b := m.boxes()
	free := m.over == nil
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
	var parts []string
	for i, c := range m.comparison.Tree.Columns {
		parts = append(parts, fmt.Sprintf("%d %s", i+1, c.ID))
	}
	text := strings.Join(parts, "  ")
	for _, f := range [][2]string{{"sources ", m.query.Sources}, {"basis ", m.query.Basis}, {"as of ", m.query.AsOf}, {"kinds ", strings.Join(m.query.Kinds, ",")}} {
		if f[1] != "" {
			text += " · " + f[0] + f[1]
		}
	}
	if m.query.All {
		text += " · with what is the same or not known"
	}
	if !m.wide() {
		text = [panes]string{"[topics] fields claims", "topics [fields] claims", "topics fields [claims]"}[m.focus] + " · " + text
	}
	return screen.Cut(text, m.width, m.opt.ASCII)
}

// foot says what was done, or what the keys do.
func (m *Model) foot() string {
	if m.status != "" {
		return screen.Cut(m.status, m.width, m.opt.ASCII)
	}
	if m.over != nil {
		return screen.Cut(m.over.hint(), m.width, m.opt.ASCII)
	}
	if m.found.words != "" {
		return screen.Cut(m.found.said()+" · n next · Esc forgets it", m.width, m.opt.ASCII)
	}
	hint := "? keys · q quits · Tab panes · Enter opens · / search"
	for _, h := range []struct {
		act  action
		said string
	}{{filters, "f filters"}, {versions, "v versions"}, {history, "t through time"}, {question, "a ask"}} {
		if m.desk.offers(h.act) {
			hint += " · " + h.said
		}
	}
	return screen.Cut(hint, m.width, m.opt.ASCII)
}

func meaning(k table.Kind, ascii bool) string {
	mark := wording.Kind(k)
	return mark.Sign(ascii) + " " + mark.Word + ": " + wording.Meanings[k]
}

// mouse carries out the wheel and a click.
func (m *Model) mouse(msg tea.MouseMsg) {
	wheel := map[tea.MouseButton]action{tea.MouseButtonWheelUp: up, tea.MouseButtonWheelDown: down}[msg.Button]
	pressed := msg.Button == tea.MouseButtonLeft && msg.Action == tea.MouseActionPress
	if m.over != nil {
		switch {
		case wheel != none:
			m.over.wheel(m, map[action]int{up: -1, down: 1}[wheel])
		case pressed && (!m.wide() || m.boxes()[topicPane].has(msg.X, msg.Y)):
			m.status = ""
			m.over.click(m, msg.Y-1)
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
		if v := m.cells.pane.ColumnAt(x - gutter); v >= 0 {
			m.cells.version = v
		}
	}
}

package browse

import (
	tea "github.com/charmbracelet/bubbletea"

	"plandiff/internal/screen"
)

// menu is a list of what can be chosen.
type menu struct {
	title  string
	keys   string // what they do, for the last line
	items  func(m *Model) []item
	other  func(m *Model, at int, key string) // further keys; nil for none
	cursor int
	top    int
}

// item is one line of a menu.
type item struct {
	text   string
	mark   string // "[x]", or "" of a heading
	choose func(m *Model)
	only   func(m *Model) // leaves this alone chosen; nil for what is chosen by itself
}

func (n *menu) update(m *Model, key tea.KeyMsg) {
	items := n.items(m)
	name := key.String()
	switch act := m.desk.actionOf(name); {
	case name == " " || act == enter:
		if n.cursor < len(items) && items[n.cursor].choose != nil {
			items[n.cursor].choose(m)
		}
	case act == up:
		n.cursor--
	case act == down:
		n.cursor++
	case act == pageUp || act == first:
		n.cursor = 0
	case act == pageDown || act == last:
		n.cursor = len(items) - 1
	case act == leave || act == quit || act == filters || act == versions:
		m.over = nil
	case name == "o":
		if n.cursor < len(items) && items[n.cursor].only != nil {
			items[n.cursor].only(m)
		}
	case n.other != nil:
		n.other(m, n.cursor, name)
	}
	n.cursor = min(max(n.cursor, 0), max(len(n.items(m))-1, 0))
}

func (n *menu) wheel(m *Model, by int) {
	n.cursor = min(max(n.cursor+by, 0), max(len(n.items(m))-1, 0))
}

func (n *menu) click(m *Model, line int) {
	items := n.items(m)
	at := n.top + line - 1 // below the title
	if line < 1 || at >= len(items) {
		return
	}
	n.cursor = at
	if items[at].choose != nil {
		items[at].choose(m)
	}
}

func (n *menu) hint() string { return n.keys }

func (n *menu) view(m *Model, w, h int) []string {
	out := []string{m.title(n.title, w, true)}
	room := max(h-len(out), 1)
	n.top = max(min(n.top, n.cursor), n.cursor-room+1, 0)
	items := n.items(m)
	for i := n.top; i < len(items) && len(out) < h; i++ {
		lead := "  "
		if i == n.cursor {
			lead = m.signs.here + " "
		}
		if items[i].mark != "" {
			lead += items[i].mark + " "
		}
		line := padded(screen.Cut(lead+items[i].text, w, m.opt.ASCII), w)
		if i == n.cursor {
			line = reversed(line)
		}
		out = append(out, line)
	}
	return filled(out, w, h)
}

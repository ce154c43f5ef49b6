package browse

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"

	"plandiff/internal/prose"
	"plandiff/internal/screen"
)

// menu is a list of what can be chosen.
type menu struct {
	title   string
	by      action // what opened it, and closes it too
	keys    func(m *Model) []string
	items   func(m *Model) []item
	other   func(m *Model, at int, key string) bool // further keys, false for unknown ones; nil for none
	narrows bool                                    // what is typed leaves only items that have it
	typed   string
	cursor  int
	top     int
	height  int // items on the screen when last drawn
}

// item is one line of a menu.
type item struct {
	text   string
	mark   string // "[x]", or "" of a heading
	choose func(m *Model)
	only   func(m *Model) // leaves this alone chosen; nil for what is chosen by itself
}

// listed are the items that have what was typed.
func (n *menu) listed(m *Model) []item {
	return slices.DeleteFunc(slices.Clone(n.items(m)), func(it item) bool { return n.typed != "" && !has(it.text, n.typed) })
}

func (n *menu) update(m *Model, key tea.KeyMsg) {
	items := n.listed(m)
	name := key.String()
	if n.narrows && n.narrow(key) {
		return
	}
	act := m.desk.actionOf(name)
	to, moves := act.scrolled(n.cursor, n.height, len(items)-1)
	switch {
	case name == " " || act == enter:
		if n.cursor < len(items) && items[n.cursor].choose != nil {
			items[n.cursor].choose(m)
		}
	case moves:
		n.cursor = to
	case name == "o" && n.cursor < len(items) && items[n.cursor].only != nil:
		items[n.cursor].only(m)
	case n.other != nil && n.other(m, n.cursor, name):
	default:
		m.common(act, n.by)
	}
	n.keep(m)
}

// narrow takes what is typed to narrow the list; false for other keys.
func (n *menu) narrow(key tea.KeyMsg) bool {
	switch name := key.String(); {
	case name == "backspace" && n.typed != "":
		_, size := utf8.DecodeLastRuneInString(n.typed)
		n.typed = n.typed[:len(n.typed)-size]
	case name == "esc" && n.typed != "":
		n.typed = ""
	case name != "?" && (key.Type == tea.KeyRunes || key.Type == tea.KeySpace && n.typed != "") && len(n.typed) < longest:
		n.typed += prose.Clean(string(key.Runes))
	default:
		return false
	}
	n.cursor = 0
	return true
}

// keep keeps the cursor on an item.
func (n *menu) keep(m *Model) {
	n.cursor = min(max(n.cursor, 0), max(len(n.listed(m))-1, 0))
}

func (n *menu) wheel(m *Model, by int) {
	n.cursor += by
	n.keep(m)
}

func (n *menu) click(m *Model, line int) {
	items := n.listed(m)
	at := n.top + line - 1 // below the title
	if line < 1 || at >= len(items) || line > n.height {
		return
	}
	n.cursor = at
	if items[at].choose != nil {
		items[at].choose(m)
	}
}

func (n *menu) hint(m *Model) []string { return append(n.keys(m), "? keys") }

func (n *menu) view(m *Model, w, h int) []string {
	title := n.title
	if n.narrows {
		title += ": " + cmp.Or(n.typed, "type to narrow")
	}
	items := n.listed(m)
	var low []string // the marked item in full
	if n.cursor < len(items) {
		low = append([]string{strings.Repeat(m.signs.line, w)}, prefixed("  ", "  ", m.wrapped(items[n.cursor].text, w-2))...)
	}
	if len(low) > h/2 {
		low = low[:h/2]
	}
	n.height = max(h-1-len(low), 1)
	if len(items) > n.height {
		title += fmt.Sprintf(" (%d of %d)", n.cursor+1, len(items))
	}
	out := []string{m.title(title, w, true)}
	n.top = max(min(n.top, n.cursor), n.cursor-n.height+1, 0)
	for i := n.top; i < len(items) && len(out) <= n.height; i++ {
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
	if len(items) == 0 {
		out = append(out, "  nothing here has it")
	}
	return filled(append(filled(out, w, h-len(low)), low...), w, h)
}

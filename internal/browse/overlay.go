package browse

import (
	"strings"

	"github.com/charmbracelet/bubbles/textinput"
	tea "github.com/charmbracelet/bubbletea"

	"plandiff/internal/prose"
	"plandiff/internal/screen"
)

// overlay is what takes the keys in place of the panes, until it closes.
type overlay interface {
	update(m *Model, key tea.KeyMsg)
	view(m *Model, w, h int) []string
}

// reader shows a text that is longer than the screen.
type reader struct {
	title   string
	command string // what prints the same; "" for none
	draw    func(screen.Options) string
	lines   []string
	width   int
	top     int
	height  int
}

func (r *reader) update(m *Model, key tea.KeyMsg) {
	switch m.desk.actionOf(key.String()) {
	case up:
		r.top--
	case down:
		r.top++
	case pageUp:
		r.top -= max(r.height-1, 1)
	case pageDown:
		r.top += max(r.height-1, 1)
	case first:
		r.top = 0
	case last:
		r.top = len(r.lines)
	case copyCommand:
		m.copyCommand()
	case leave, quit, help, enter, left:
		m.over = nil
	}
}

func (r *reader) view(m *Model, w, h int) []string {
	if r.width != w {
		opt := m.opt
		opt.Width, opt.Height, opt.Links = max(w-gutter, screen.MinWidth), 0, false
		r.lines, r.width = strings.Split(strings.TrimRight(r.draw(opt), "\n"), "\n"), w
	}
	r.height = max(h-1, 1)
	r.top = min(max(r.top, 0), max(len(r.lines)-r.height, 0))
	title := r.title + " (Esc goes back)"
	if len(r.lines) > r.height {
		title = r.title + " (arrows scroll, Esc goes back)"
	}
	out := []string{m.title(title, w, true)}
	for i := r.top; i < len(r.lines) && len(out) < h; i++ {
		out = append(out, "  "+highlight(r.lines[i], m.found.words))
	}
	return filled(out, w, h)
}

// prompt asks for one line.
type prompt struct {
	label string
	input textinput.Model
	done  func(m *Model, text string)
	under overlay // shown again afterwards; nil for none
}

// longest is the longest line that a prompt takes, in characters.
const longest = 400

func (m *Model) prompt(label, text string, done func(*Model, string)) {
	input := textinput.New()
	input.CharLimit = longest
	input.SetValue(text)
	input.Focus()
	m.over = &prompt{label, input, done, m.over}
}

func (p *prompt) update(m *Model, key tea.KeyMsg) {
	switch key.String() {
	case "esc", "ctrl+c":
		m.over = p.under
	case "enter":
		m.over = p.under
		p.done(m, clean(prose.Clean(p.input.Value())))
	default:
		p.input, _ = p.input.Update(key)
	}
}

func (p *prompt) view(m *Model, w, h int) []string { return nil }

// line is the prompt with what has been typed, and the end of it where it is
// wider than the screen.
func (p *prompt) line(m *Model, w int) string {
	label := screen.Cut(p.label+" ", max(w/2, 1), m.opt.ASCII)
	runes := []rune(prose.Clean(p.input.Value()))
	at := min(p.input.Position(), len(runes))
	before, here, after := runes[:at], " ", ""
	if at < len(runes) {
		here, after = string(runes[at]), string(runes[at+1:])
	}
	room := w - screen.Width(label) - screen.Width(here)
	for len(before) > 0 && screen.Width(string(before)) > room {
		before = before[1:]
	}
	after = screen.Cut(after, max(room-screen.Width(string(before)), 0), m.opt.ASCII)
	return label + string(before) + reversed(here) + after
}

// menu is a list of what can be chosen.
type menu struct {
	title  string
	help   string
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
	case n.other != nil:
		n.other(m, n.cursor, name)
	}
	n.cursor = min(max(n.cursor, 0), max(len(n.items(m))-1, 0))
}

func (n *menu) view(m *Model, w, h int) []string {
	out := []string{m.title(n.title, w, true), screen.Cut("  "+n.help, w, m.opt.ASCII)}
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

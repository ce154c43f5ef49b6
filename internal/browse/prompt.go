package browse

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"plandiff/internal/prose"
	"plandiff/internal/screen"
)

// prompt asks for one line.
type prompt struct {
	label    string
	input    line
	done     func(m *Model, text string) error // a line that is refused stays, to be mended
	complete func(line string, at int) (string, int, bool)
	past     *[]string // lines given before, the newest last; nil where none are kept
	back     int       // how many of them the reader has gone back
	under    overlay   // shown again afterwards; nil for none
}

func (m *Model) prompt(label, text string, done func(*Model, string) error) *prompt {
	p := &prompt{label: label, input: lineOf(text), done: done, under: m.over}
	m.over = p
	return p
}

func (p *prompt) update(m *Model, key tea.KeyMsg) {
	switch key.String() {
	case "esc", "ctrl+c":
		m.over = p.under
	case "enter":
		p.enter(m)
	case "tab":
		if p.complete == nil {
			return
		}
		if text, at, ok := p.complete(p.input.String(), p.input.before()); ok {
			p.input = lineOf(text)
			p.input.at = len([]rune(text[:at]))
		}
	case "up":
		p.goBack(1)
	case "down":
		p.goBack(-1)
	default:
		p.input.update(key)
	}
}

func (p *prompt) enter(m *Model) {
	text := clean(prose.Clean(p.input.String()))
	m.over = p.under
	if err := p.done(m, text); err != nil {
		m.over = p
		m.refuse(err)
		return
	}
	if p.past != nil && text != "" {
		*p.past = append(slices.DeleteFunc(*p.past, func(s string) bool { return s == text }), text)
	}
}

// goBack shows an older line, or a newer one.
func (p *prompt) goBack(by int) {
	if p.past == nil {
		return
	}
	p.back = min(max(p.back+by, 0), len(*p.past))
	text := ""
	if p.back > 0 {
		text = (*p.past)[len(*p.past)-p.back]
	}
	p.input = lineOf(text)
}

func (p *prompt) wheel(_ *Model, _ int) {}
func (p *prompt) click(_ *Model, _ int) {}
func (p *prompt) hint() string          { return "" }

// line is the prompt with what has been typed, and the end of it where it is
// wider than the screen.
func (p *prompt) line(m *Model, w int) string {
	label := screen.Cut(p.label+" ", max(w/2, 1), m.opt.ASCII)
	text, at := p.input.text, p.input.at
	before, here, after := []rune(cleanInside(text[:at])), " ", ""
	if at < len(text) {
		here, after = orElse(cleanInside(text[at:at+1]), " "), cleanInside(text[at+1:])
	}
	room := w - screen.Width(label) - screen.Width(here)
	for len(before) > 0 && screen.Width(string(before)) > room {
		before = before[1:]
	}
	after = screen.Cut(after, max(room-screen.Width(string(before)), 0), m.opt.ASCII)
	return label + string(before) + reversed(here) + after
}

// cleanInside makes a part of a line safe to print, and keeps the blanks at its
// ends.
func cleanInside(part []rune) string {
	const end = "."
	return strings.TrimSuffix(strings.TrimPrefix(prose.Clean(end+string(part)+end), end), end)
}

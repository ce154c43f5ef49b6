package browse

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/textinput"
	tea "github.com/charmbracelet/bubbletea"

	"plandiff/internal/prose"
	"plandiff/internal/screen"
)

// prompt asks for one line.
type prompt struct {
	label    string
	input    textinput.Model
	marked   bool                              // all of it is marked, and what is typed takes its place
	done     func(m *Model, text string) error // a line that is refused stays, to be mended
	complete func(line string, at int) (string, int, bool)
	past     *[]string // lines given before, the newest last; nil where none are kept
	once     bool      // the first character is the answer
	back     int       // how many of them the reader has gone back
}

// longest is the longest line that a prompt takes, in characters.
const longest = 400

func (m *Model) prompt(label, text string, done func(*Model, string) error) *prompt {
	input := textinput.New()
	input.CharLimit = longest
	input.SetValue(text)
	input.Focus()
	p := &prompt{label: label, input: input, marked: text != "", done: done}
	m.push(p)
	return p
}

func (p *prompt) update(m *Model, key tea.KeyMsg) {
	marked := p.marked
	p.marked = false
	switch key.String() {
	case "esc", "ctrl+c":
		m.pop()
	case "enter":
		p.enter(m)
	case "tab":
		if p.complete == nil {
			return
		}
		if text, at, ok := p.complete(p.input.Value(), len(string([]rune(p.input.Value())[:p.input.Position()]))); ok {
			p.input.SetValue(text)
			p.input.SetCursor(len([]rune(text[:at])))
		}
	case "up":
		p.goBack(1)
	case "down":
		p.goBack(-1)
	default:
		if marked && (key.Type == tea.KeyRunes || key.Type == tea.KeySpace) {
			p.input.SetValue("")
		}
		p.input, _ = p.input.Update(key)
		if p.once && p.input.Value() != "" {
			p.enter(m)
		}
	}
}

func (p *prompt) enter(m *Model) {
	text := strings.TrimSpace(prose.Clean(p.input.Value()))
	m.pop()
	if err := p.done(m, text); err != nil {
		p.marked = text != ""
		m.push(p)
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
	p.input.SetValue(text)
	p.input.CursorEnd()
}

func (p *prompt) wheel(_ *Model, _ int) {}
func (p *prompt) click(_ *Model, _ int) {}
func (p *prompt) hint(*Model) []string  { return nil }

// lines are the label, and below it what has been typed: the end of it where
// it is wider than the screen.
func (p *prompt) lines(m *Model, w int) []string {
	const lead = "> "
	runes := []rune(prose.Clean(p.input.Value()))
	at := min(p.input.Position(), len(runes))
	before, here, after := runes[:at], " ", ""
	if at < len(runes) {
		here, after = string(runes[at]), string(runes[at+1:])
	}
	room := w - len(lead) - screen.Width(here)
	for len(before) > 0 && screen.Width(string(before)) > room {
		before = before[1:]
	}
	after = screen.Cut(after, max(room-screen.Width(string(before)), 0), m.opt.ASCII)
	line := lead + string(before) + reversed(here) + after
	if p.marked {
		line = lead + reversed(string(before)+here+after)
	}
	return append(m.wrapped(p.label, w), line)
}

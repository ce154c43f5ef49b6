package browse

import (
	"fmt"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"plandiff/internal/screen"
)

// reader shows a text that is longer than the screen.
type reader struct {
	title   string
	command string // what prints the same; "" for none
	draw    func(screen.Options) string
	lines   []string
	width   int
	top     int
	height  int
	words   string // looked for; "" for none
	hit     int    // the line with them last gone to; -1 for none
}

// read shows a text over the whole screen. What is looked for in the panes is
// marked in it too.
func (m *Model) read(r *reader) {
	r.words, r.hit = m.found.words, -1
	m.over = r
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
	case search:
		m.prompt("Search for", "", func(m *Model, words string) error {
			r.words, r.hit = words, -1
			if words != "" {
				r.next(m, 1)
			}
			return nil
		}).past = &m.searches
	case nextMatch:
		r.next(m, 1)
	case lastMatch:
		r.next(m, -1)
	case copyCommand:
		m.copyCommand()
	case leave, quit, help, enter, left:
		m.over = nil
	}
}

func (r *reader) wheel(_ *Model, by int) { r.top += 3 * by }
func (r *reader) click(_ *Model, _ int)  {}
func (r *reader) hint() string {
	hint := "/ searches · Esc goes back"
	if len(r.lines) > r.height {
		hint = "arrows scroll · " + hint
	}
	if r.command != "" {
		hint += " · c copies the command"
	}
	return hint
}

// next goes to the next line with the words looked for, or to the one before;
// after the last comes the first.
func (r *reader) next(m *Model, by int) {
	if r.words == "" {
		m.status = "/ searches first"
		return
	}
	var hits []int
	for i, l := range r.lines {
		if has(ansi.Strip(l), r.words) {
			hits = append(hits, i)
		}
	}
	if len(hits) == 0 {
		m.status = fmt.Sprintf("nothing here has “%s”", r.words)
		return
	}
	at, on := slices.BinarySearch(hits, r.hit)
	if by < 0 || on {
		at += by
	}
	at = (at + len(hits)) % len(hits)
	r.hit, r.top = hits[at], hits[at]
	m.status = fmt.Sprintf("“%s”: line %d of %d with it", r.words, at+1, len(hits))
}

func (r *reader) view(m *Model, w, h int) []string {
	if r.width != w {
		opt := m.opt
		opt.Width, opt.Height, opt.Links = max(w-gutter, screen.MinWidth), 0, false
		r.lines, r.width = strings.Split(strings.TrimRight(r.draw(opt), "\n"), "\n"), w
	}
	r.height = max(h-1, 1)
	r.top = min(max(r.top, 0), max(len(r.lines)-r.height, 0))
	out := []string{m.title(r.title, w, true)}
	for i := r.top; i < len(r.lines) && len(out) < h; i++ {
		out = append(out, "  "+highlight(r.lines[i], r.words))
	}
	return filled(out, w, h)
}

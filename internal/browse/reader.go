package browse

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"plandiff/internal/screen"
	"plandiff/internal/table"
)

// reader shows a text that is longer than the screen.
type reader struct {
	title   string
	by      action // what opened it, and closes it too
	command string // what prints the same; "" for none
	version string // of a record that is read point by point; "" of other texts
	draw    func(screen.Options) string
	tree    *table.Tree // with its parts and sources; nil for none
	sources []table.Source
	lines   []string
	parts   []int // the lines that begin a part of the tree, -1 for those not found
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
	if r.tree != nil {
		r.sources = r.tree.Cited()
	}
	m.push(r)
}

func (r *reader) update(m *Model, key tea.KeyMsg) {
	act := m.desk.actionOf(key.String())
	if to, moves := act.scrolled(r.top, r.height, len(r.lines)); moves {
		r.top = to
		return
	}
	switch act {
	case nextPart:
		r.toPart(m, 1)
	case lastPart:
		r.toPart(m, -1)
	case followPoint:
		r.follow(m)
	case search:
		p := m.prompt("Search for", "", func(m *Model, words string) error {
			r.words, r.hit = words, -1
			if words != "" {
				r.next(m, 1)
			}
			return nil
		})
		p.past = &m.searches
	case nextMatch:
		r.next(m, 1)
	case lastMatch:
		r.next(m, -1)
	case copyCell:
		m.copy(r.plain(), "the text is copied")
	case address:
		m.addresses(r.sources)
	case enter, left:
		m.pop()
	default:
		m.common(act, r.by)
	}
}

func (r *reader) wheel(_ *Model, by int) { r.top += 3 * by }
func (r *reader) click(_ *Model, _ int)  {}

func (r *reader) hint(m *Model) []string {
	out := []string{"Esc goes back"}
	if r.by != help {
		out = append(out, "? keys")
	}
	if r.titled() {
		out = append(out, "] [ parts")
	}
	if r.version != "" && m.comparison.Records != nil {
		out = append(out, "P where the point went")
	}
	if len(r.lines) > r.height {
		out = append(out, "arrows scroll")
	}
	out = append(out, "/ search", "y copy")
	if r.command != "" {
		out = append(out, "c copy the command")
	}
	if len(r.sources) > 0 {
		out = append(out, "o addresses")
	}
	return out
}

// plain is the whole text without colours.
func (r *reader) plain() string {
	lines := make([]string, len(r.lines))
	for i, l := range r.lines {
		lines[i] = strings.TrimRight(ansi.Strip(l), " ")
	}
	return strings.Join(lines, "\n")
}

// titled reports whether there are parts to go to.
func (r *reader) titled() bool {
	return slices.ContainsFunc(r.parts, func(line int) bool { return line >= 0 })
}

// part is the part of the tree at the top of the screen; -1 above the first.
func (r *reader) part() int {
	at := -1
	for i, line := range r.parts {
		if line >= 0 && line <= r.top {
			at = i
		}
	}
	return at
}

// toPart goes to the beginning of another part.
func (r *reader) toPart(m *Model, by int) {
	to := -1
	for _, line := range r.parts {
		if by > 0 && line > r.top && to < 0 || by < 0 && line >= 0 && line < r.top {
			to = line
		}
	}
	switch {
	case !r.titled():
		m.status = "this text has no parts"
	case to < 0 && by < 0:
		r.top = 0
	case to < 0 || r.top >= len(r.lines)-r.height && by > 0:
		m.status = "no part begins further below"
	default:
		r.top = to
	}
}

// follow tells where the point at the top of the screen went.
func (r *reader) follow(m *Model) {
	if r.version == "" || m.comparison.Records == nil {
		m.common(followPoint, r.by)
		return
	}
	if at := r.part(); at >= 0 {
		if n, err := strconv.Atoi(r.tree.Sections[at].ID); err == nil {
			m.follow(r.version, n)
			return
		}
	}
	m.status = "no numbered point is at the top; ] goes to the next one"
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
	m.status = ""
	if at < 0 || at >= len(hits) {
		m.status = ", wrapped"
	}
	at = (at + len(hits)) % len(hits)
	r.hit, r.top = hits[at], hits[at]
	m.status = fmt.Sprintf("“%s”: line %d of %d with it", r.words, at+1, len(hits)) + m.status
}

func (r *reader) view(m *Model, w, h int) []string {
	if r.width != w {
		r.wrap(m, w)
	}
	r.height = max(h-1, 1)
	r.top = min(max(r.top, 0), max(len(r.lines)-r.height, 0))
	out := []string{m.title(r.title, w, true)}
	for i := r.top; i < len(r.lines) && len(out) < h; i++ {
		out = append(out, "  "+highlight(r.lines[i], r.words))
	}
	return filled(out, w, h)
}

// wrap draws the text for a width, at the part that was at the top.
func (r *reader) wrap(m *Model, w int) {
	at := r.part()
	opt := m.opt
	opt.Width, opt.Height, opt.Links = max(w-gutter, screen.MinWidth), 0, false
	r.lines, r.width, r.parts = strings.Split(strings.TrimRight(r.draw(opt), "\n"), "\n"), w, nil
	if r.tree == nil {
		return
	}
	line := 0
	for _, s := range r.tree.Sections {
		found := -1
		for i := line; i < len(r.lines) && s.Title != ""; i++ {
			if begins(r.lines[i], s.Title, m.signs.line, opt.ASCII) {
				found, line = i, i+1
				break
			}
		}
		r.parts = append(r.parts, found)
	}
	if at >= 0 && r.parts[at] >= 0 {
		r.top = r.parts[at]
	}
}

// begins reports whether a line is the rule over a part with a title, which
// may go on in the next line.
func begins(line, title, rule string, ascii bool) bool {
	if ascii {
		title = screen.ASCII(title)
	}
	text, ok := strings.CutPrefix(ansi.Strip(line), rule+rule+" ")
	text = strings.TrimRight(text, " "+rule)
	return ok && text != "" && strings.HasPrefix(title, text)
}

package browse

import (
	"slices"

	"github.com/charmbracelet/x/ansi"

	"plandiff/internal/screen"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

// cells is the pane with the comparison of one topic.
type cells struct {
	section int
	rows    []int // of the section, those shown
	row     int   // in focus, an index of rows
	version int   // in focus
	top     int   // the first row on the screen, an index of rows
	skip    int   // lines of it above the screen
	reveal  bool  // the cell in focus is to be brought into sight
	height  int   // lines for rows when last drawn
	pane    *screen.Pane
	width   int
	drawn   map[int][]screen.Drawn // rows out of focus, by place in the section
}

// open shows a topic at a field, or at the one after it that is shown.
func (c *cells) open(t *table.Tree, section int, field string) {
	c.section, c.row, c.top, c.skip, c.rows = section, 0, 0, 0, nil
	c.drawn = map[int][]screen.Drawn{}
	if section >= len(t.Sections) {
		return
	}
	for i, r := range t.Sections[section].Rows {
		if r.Field == field {
			c.row = len(c.rows)
		}
		if !r.Unselected {
			c.rows = append(c.rows, i)
		}
	}
	c.row = min(c.row, max(len(c.rows)-1, 0))
	c.version = min(c.version, max(len(t.Columns)-1, 0))
}

// goTo puts a row of the section into focus, if it is shown.
func (c *cells) goTo(row int) {
	if i := slices.Index(c.rows, row); i >= 0 {
		c.row = i
	}
}

// focused is the row in focus; nil if there is none.
func (c *cells) focused(t *table.Tree) *table.Row {
	if c.row >= len(c.rows) {
		return nil
	}
	return &t.Sections[c.section].Rows[c.rows[c.row]]
}

// use makes the pane for a width.
func (c *cells) use(m *Model, w int) {
	if c.pane != nil && c.width == w {
		return
	}
	opt := m.opt
	opt.Width, opt.Links = max(w, screen.MinWidth/2), false
	c.pane, c.width = screen.NewPane(m.tree, screen.Form{Sources: m.sources}, opt), w
	c.drawn = map[int][]screen.Drawn{}
}

// lines draws a row with a blank line below it.
func (c *cells) lines(t *table.Tree, i int) []screen.Drawn {
	at := c.rows[i]
	if i == c.row {
		return append(c.pane.Row(t.Sections[c.section].Rows[at], c.version), screen.Drawn{})
	}
	if c.drawn[at] == nil {
		c.drawn[at] = append(c.pane.Row(t.Sections[c.section].Rows[at], -1), screen.Drawn{})
	}
	return c.drawn[at]
}

// below reports whether the row in focus goes on below the screen.
func (c *cells) below(t *table.Tree) bool {
	return c.pane != nil && len(c.rows) > 0 && c.top == c.row && len(c.lines(t, c.row))-1-c.skip > c.height
}

// move goes to another row. A row higher than the screen is scrolled through
// first.
func (c *cells) move(t *table.Tree, by int) {
	const step = 3
	switch {
	case by > 0 && c.below(t):
		c.skip += max(min(by*step, c.height-1), 1)
		return
	case by < 0 && c.top == c.row && c.skip > 0:
		c.skip = max(c.skip+max(by*step, -max(c.height-1, 1)), 0)
		return
	}
	c.row = min(max(c.row+by, 0), max(len(c.rows)-1, 0))
}

// page goes a screen on or back.
func (c *cells) page(t *table.Tree, by int) {
	if by > 0 && c.below(t) || by < 0 && c.top == c.row && c.skip > 0 {
		c.move(t, by*max(c.height/3, 1))
		return
	}
	for used := 0; c.pane != nil && used < c.height; {
		next := c.row + by
		if next < 0 || next >= len(c.rows) {
			return
		}
		c.row = next
		used += len(c.lines(t, next))
	}
}

// ensure brings the row in focus onto the screen.
func (c *cells) ensure(t *table.Tree, h int) {
	c.height = h
	if len(c.rows) == 0 {
		return
	}
	if c.row < c.top {
		c.top, c.skip = c.row, 0
	}
	first, used := c.row, len(c.lines(t, c.row))-1
	for first > 0 {
		n := len(c.lines(t, first-1))
		if used+n > h {
			break
		}
		first, used = first-1, used+n
	}
	if c.top < first {
		c.top, c.skip = first, 0
	}
	c.skip = min(c.skip, max(len(c.lines(t, c.top))-1, 0))
	if c.top != c.row { // a row begins at the top, unless it is the one read
		c.skip = 0
	}
}

// show brings the cell in focus, or the words looked for in it, into sight
// where the row is higher than the screen.
func (c *cells) show(t *table.Tree, h int, words string) {
	c.reveal = false
	if c.top != c.row || c.row >= len(c.rows) {
		return
	}
	lines, at := c.lines(t, c.row), -1
	for i, l := range lines {
		if at < 0 && l.Focused && (words != "" && has(ansi.Strip(l.Text), words) || words == "" && !c.pane.Beside()) {
			at = i
		}
	}
	if at >= 0 && (at < c.skip || at >= c.skip+h) {
		c.skip = max(min(at, len(lines)-1-h), 0)
	}
}

// empty says why a topic shows no field.
func (c *cells) empty(m *Model, all int) []table.Line {
	said := "Nothing differs here."
	switch {
	case m.comparison.Notice != "":
		said = m.comparison.Notice
	case m.query.filtered() && m.left() == 0:
		said = "Nothing left under this filter; f takes filters away."
	case m.query.filtered():
		said = "No field here matches the filter."
	}
	out := []table.Line{table.Plain(said)}
	if !m.query.All && all > 0 {
		out = append(out, table.Plain("u shows what is the same or not known: "+wording.Count(all, "field")+"."))
	}
	return out
}

// gutter is the room for marks before the lines.
const gutter = 2

// view draws the pane.
func (c *cells) view(m *Model, w, h int, focused bool) []string {
	t := m.tree
	c.use(m, w-gutter)
	if c.section >= len(t.Sections) {
		return filled(append([]string{m.title("Comparison", w, focused)}, c.pane.Text("  ", c.empty(m, 0)...)...), w, h)
	}
	s := t.Sections[c.section]
	out := []string{m.title(m.topics.entries[m.topics.cursor].title, w, focused)}
	for _, l := range c.pane.Names(s, c.version) {
		out = append(out, "  "+highlight(l, m.found.words))
	}
	if len(c.rows) == 0 {
		out = append(out, "")
		out = append(out, c.pane.Text("  ", c.empty(m, len(s.Rows))...)...)
		return filled(out, w, h)
	}
	c.ensure(t, max(h-len(out), 1))
	if c.reveal {
		c.show(t, c.height, m.found.words)
	}
	skip := c.skip
	for i := c.top; i < len(c.rows) && len(out) < h; i++ {
		for y, l := range c.lines(t, i) {
			if skip > 0 {
				skip--
				continue
			}
			out = append(out, c.mark(m, i, y, l)+highlight(l.Text, m.found.words))
		}
	}
	return filled(out, w, h)
}

// mark is what stands before a line of a row.
func (c *cells) mark(m *Model, i, y int, l screen.Drawn) string {
	switch {
	case i == c.row && y == 0:
		return m.signs.here + " "
	case l.Focused && !c.pane.Beside():
		return m.signs.bar + " "
	case y == 0 && m.found.words != "" && m.found.has(m.topics.cursor, c.rows[i]):
		return m.signs.found + " "
	}
	return "  "
}

// at is the row on a line of the pane, counted from its first line; ok is
// false for a line of no row.
func (c *cells) at(m *Model, line int) (row int, ok bool) {
	t := m.tree
	if c.pane == nil || c.section >= len(t.Sections) {
		return 0, false
	}
	line += c.skip - 1 - len(c.pane.Names(t.Sections[c.section], c.version))
	for i := c.top; i < len(c.rows) && line >= 0; i++ {
		n := len(c.lines(t, i))
		if line < n {
			return i, true
		}
		line -= n
	}
	return 0, false
}

package browse

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/screen"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

// topics is the pane at the left: each topic with a mark for every version and
// how many of its fields are shown.
type topics struct {
	entries []entry
	cursor  int
	top     int // the first entry on the screen
	height  int // entries on the screen when last drawn
}

// entry is one topic.
type entry struct {
	title      string
	marks      []wording.Mark // by version
	shown, all int
}

// newTopics reads the topics of a comparison.
func newTopics(c *Comparison) topics {
	var t topics
	rows := matrixRows(c)
	for _, s := range c.Tree.Sections {
		e := entry{title: s.Title, all: len(s.Rows), marks: rows[s.ID]}
		if e.title == "" {
			e.title = "Points without a heading"
		}
		for _, r := range s.Rows {
			if !r.Unselected {
				e.shown++
			}
		}
		if e.marks == nil {
			e.marks = telling(s, len(c.Tree.Columns))
		}
		t.entries = append(t.entries, e)
	}
	return t
}

// matrixRows are the marks of the matrix by topic, in the order of the
// versions compared.
func matrixRows(c *Comparison) map[string][]wording.Mark {
	out := map[string][]wording.Mark{}
	if c.Matrix == nil || len(c.Matrix.Grids) == 0 {
		return out
	}
	for _, row := range c.Matrix.Grids[0].Rows {
		marks := make([]wording.Mark, len(c.Tree.Columns))
		for i, v := range c.Tree.Columns {
			at := slices.IndexFunc(c.Matrix.Columns, func(m table.Column) bool { return m.ID == v.ID })
			if at >= 0 && at+1 < len(row.Cells) {
				marks[i] = row.Cells[at+1].Mark
			}
		}
		out[row.ID] = marks
	}
	return out
}

// telling is the most telling mark of each version in a section that the
// matrix does not have.
func telling(s table.Section, versions int) []wording.Mark {
	out := make([]wording.Mark, versions)
	best := make([]int, versions)
	for i := range best {
		best[i] = len(table.Kinds)
	}
	for _, r := range s.Rows {
		for i, c := range r.Cells {
			if n := slices.Index(table.Kinds, c.Kind); n >= 0 && n < best[i] {
				best[i], out[i] = n, c.Mark
			}
			if i == 0 && (out[0].IsZero() || !c.Quiet) {
				out[0] = wording.State(c.State)
			}
		}
	}
	return out
}

func (t *topics) move(by int) { t.cursor = min(max(t.cursor+by, 0), max(len(t.entries)-1, 0)) }

// left is how many fields are shown in all topics.
func (m *Model) left() int { return m.shownIn("") }

// shownIn is how many fields of a topic are shown, of all where it is "".
func (m *Model) shownIn(topic string) int {
	n := 0
	for i, e := range m.topics.entries {
		if topic == "" || m.comparison.Tree.Sections[i].ID == topic {
			n += e.shown
		}
	}
	return n
}

// view draws the pane.
func (t *topics) view(m *Model, w, h int, focused bool) []string {
	out := []string{m.title("Topics", w, focused)}
	versions := len(m.comparison.Tree.Columns)
	head := "  "
	for i := range versions {
		head += fmt.Sprint(i+1) + " "
	}
	out = append(out, screen.Cut(head+" fields shown / all", w, m.opt.ASCII))
	t.height = max(h-len(out), 1)
	t.top = min(max(min(t.top, t.cursor), t.cursor-t.height+1), max(len(t.entries)-1, 0))
	for i := t.top; i < len(t.entries) && len(out) < h; i++ {
		out = append(out, t.line(m, i, w, focused))
	}
	return filled(out, w, h)
}

func (t *topics) line(m *Model, i, w int, focused bool) string {
	e := t.entries[i]
	lead := "  "
	if i == t.cursor {
		lead = m.signs.here + " "
	}
	for _, mark := range e.marks {
		sign := mark.Sign(m.opt.ASCII)
		if sign == "" {
			sign = " "
		}
		lead += sign + " "
	}
	if m.found.words != "" && m.found.has(i, -1) {
		lead += m.signs.found
	} else {
		lead += " "
	}
	count := fmt.Sprintf(" %d/%d", e.shown, e.all)
	room := max(w-screen.Width(lead)-screen.Width(count), 1)
	title := screen.Cut(e.title, room, m.opt.ASCII)
	line := padded(lead+title+strings.Repeat(" ", max(room-screen.Width(title), 0))+count, w)
	if i == t.cursor && focused {
		return reversed(line)
	}
	line = highlight(line, m.found.words)
	if e.shown == 0 {
		return faint(line)
	}
	return line
}

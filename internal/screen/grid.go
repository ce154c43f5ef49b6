package screen

import (
	"strings"

	"plandiff/internal/table"
	"plandiff/internal/wording"
)

// minWide is the narrowest column for text that is cut.
const minWide = 12

// overview writes what a reader looks for first. It is cut to the height of
// the screen where there is one.
func (d *drawing) overview(o *table.Overview) {
	d.grid(o.Versions)
	d.line()
	d.grid(o.Counts)
	topics := o.Topics
	if len(topics.Columns) > 0 {
		d.line()
	}
	used := len(o.Versions.Rows) + len(o.Counts.Rows) + 8
	if most := d.Height - used; d.Height > 0 && most > 0 && len(topics.Rows) > most {
		left := len(topics.Rows) - most + 1
		topics.Rows = topics.Rows[:most-1]
		topics.Notes = []table.Line{table.Plain(wording.MoreTopics(left))}
	}
	d.grid(topics)
	for _, g := range o.More {
		d.line()
		d.grid(g)
	}
}

// grid draws a list: a line an entry where the columns fit, else entries
// under each other.
func (d *drawing) grid(g table.Grid) {
	if g.Title != "" {
		d.paragraph("", "  ", chunk{d.text(g.Title), bold})
	}
	if len(g.Rows) == 0 {
		if g.Empty != "" {
			d.paragraph("", "", chunk{d.text(g.Empty), plainStyle})
		}
		return
	}
	if fit, ok := d.fitGrid(g); ok {
		d.gridLines(fit)
	} else {
		d.gridStacked(g)
	}
	for _, l := range g.Notes {
		d.textLine("", l, faint)
	}
}

// fitted is a grid with the widths of its columns.
type fitted struct {
	table.Grid
	widths []int
	gap    int // blanks between columns
	short  bool
}

// fitGrid shares the screen among the columns. Where they do not fit, it tries
// short titles, narrow gaps, and no columns that say nothing.
func (d *drawing) fitGrid(g table.Grid) (fitted, bool) {
	for _, try := range []fitted{{g, nil, 2, false}, {g, nil, 2, true}, {g, nil, 1, true}, {spare(g), nil, 1, true}} {
		natural := make([]int, len(try.Columns))
		wide, least := 0, 0
		used := try.gap * (len(try.Columns) - 1)
		for i, c := range try.Columns {
			natural[i] = titleWidth(d.text(columnTitle(c, try.short)), c.Break && try.short)
			for _, r := range try.Rows {
				natural[i] = max(natural[i], d.cellWidth(r.Cells[i]))
			}
			if c.Wide {
				wide++
				least += min(natural[i], minWide)
			} else {
				used += natural[i]
			}
		}
		if used+least <= d.Width {
			try.widths = shareWide(try.Columns, natural, d.Width-used, wide)
			return try, true
		}
	}
	return fitted{}, false
}

// none is what stands in a cell that counts nothing.
const none = "-"

// spare is a grid without the columns that say nothing.
func spare(g table.Grid) table.Grid {
	out := g
	out.Columns, out.Rows = nil, make([]table.GridRow, len(g.Rows))
	copy(out.Rows, g.Rows)
	for i := range out.Rows {
		out.Rows[i].Cells = nil
	}
	for i, c := range g.Columns {
		says := false
		for _, r := range g.Rows {
			says = says || r.Cells[i].Text != "" && r.Cells[i].Text != none || !r.Cells[i].Mark.IsZero()
		}
		if !says {
			continue
		}
		out.Columns = append(out.Columns, c)
		for r := range out.Rows {
			out.Rows[r].Cells = append(out.Rows[r].Cells, g.Rows[r].Cells[i])
		}
	}
	return out
}

// shareWide gives the wide columns the room that is left, evenly, and what
// one does not need to the others.
func shareWide(columns []table.GridColumn, natural []int, room, wide int) []int {
	out := make([]int, len(natural))
	copy(out, natural)
	settled := make([]bool, len(natural))
	for wide > 0 {
		share, done := room/wide, true
		for i, c := range columns {
			if c.Wide && !settled[i] && natural[i] <= share {
				settled[i], done = true, false
				room -= natural[i]
				wide--
			}
		}
		if done {
			for i, c := range columns {
				if c.Wide && !settled[i] {
					out[i] = share
				}
			}
			break
		}
	}
	return out
}

func columnTitle(c table.GridColumn, short bool) string {
	if short && c.Short != "" {
		return c.Short
	}
	return c.Title
}

func (d *drawing) cellWidth(c table.GridCell) int {
	n := width(d.text(c.Text))
	if !c.Mark.IsZero() {
		n++
		if c.Text != "" {
			n++
		}
	}
	if len(c.Cites) > 0 && d.form.Sources != NoSources {
		n += 1 + width(wording.Cites(c.Cites))
	}
	return n
}

func (d *drawing) gridLines(g fitted) {
	d.gridHead(g)
	group := ""
	for _, r := range g.Rows {
		if r.Group != group {
			group = r.Group
			d.line()
			d.paragraph("", "", chunk{d.text(group), heading})
		}
		var out []chunk
		left := 0
		for i, c := range r.Cells {
			if i > 0 {
				out = append(out, chunk{text: blanks(g.gap)})
				left += g.gap
			}
			col := g.Columns[i]
			if r.Wraps && i == len(r.Cells)-1 {
				d.wrapped(out, left, d.gridCell(c, col, d.cellWidth(c), i == 0, r.Quiet))
				out = nil
				break
			}
			out = append(out, d.gridCell(c, col, g.widths[i], i == 0, r.Quiet)...)
			left += g.widths[i]
		}
		if out != nil {
			d.line(out...)
		}
		d.details(r)
	}
}

// wrapped writes the last cell of a row over as many lines as it needs, after
// the cells on its left.
func (d *drawing) wrapped(before []chunk, left int, cell []chunk) {
	for _, l := range wrap(cell, max(d.Width-left, 1)) {
		d.line(append(before, l...)...)
		before = []chunk{{text: blanks(left)}}
	}
}

// gridHead writes the titles of the columns, those that may be broken over
// several lines.
func (d *drawing) gridHead(g fitted) {
	titles := make([][]string, len(g.Columns))
	height := 0
	for i, c := range g.Columns {
		title := d.text(columnTitle(c, g.short))
		titles[i] = []string{d.cut(title, g.widths[i])}
		if c.Break && width(title) > g.widths[i] {
			titles[i] = broken(title, g.widths[i])
		}
		if title != "" {
			height = max(height, len(titles[i]))
		}
	}
	for y := range height {
		var out []chunk
		for i, c := range g.Columns {
			if i > 0 {
				out = append(out, chunk{text: blanks(g.gap)})
			}
			part := ""
			if at := y - (height - len(titles[i])); at >= 0 {
				part = titles[i][at]
			}
			out = append(out, chunk{aligned(part, g.widths[i], c.Right), heading})
		}
		d.line(out...)
	}
}

// leastBreak is the narrowest column that a title is broken for.
const leastBreak = 6

// titleWidth is how wide a title is, broken where it may be.
func titleWidth(title string, breaks bool) int {
	if !breaks {
		return width(title)
	}
	most := 0
	for _, part := range broken(title, leastBreak) {
		most = max(most, width(part))
	}
	return most
}

// broken is a title in parts of a width, broken after hyphens where it can be.
func broken(title string, w int) []string {
	var out []string
	cur := ""
	for _, part := range strings.SplitAfter(title, "-") {
		if cur != "" && width(cur)+width(part) > w {
			out = append(out, cur)
			cur = ""
		}
		cur += part
	}
	return append(out, cur)
}

// gridCell is a cell in its width; text of wide columns is cut.
func (d *drawing) gridCell(c table.GridCell, col table.GridColumn, w int, first, quiet bool) []chunk {
	base := plainStyle
	if first {
		base = bold
	}
	if quiet {
		base = faint
	}
	var out []chunk
	room := w
	if !c.Mark.IsZero() {
		out = append(out, chunk{c.Mark.Sign(d.ASCII), toneStyle(c.Mark.Tone)})
		room--
		if c.Text != "" {
			out = append(out, chunk{text: " "})
			room--
		}
	}
	cites := d.citeMarks(c.Cites)
	for _, k := range cites {
		room -= width(k.text)
	}
	text := d.text(c.Text)
	if width(text) > room && c.Short != "" {
		text = d.text(c.Short)
	}
	text = d.cut(text, max(room, 0))
	if col.Right {
		return append(out, chunk{aligned(text, room, true), base})
	}
	out = append(out, d.linked(text, c.Link, base))
	out = append(out, cites...)
	return append(out, chunk{text: blanks(room - width(text))})
}

// gridStacked writes entries under each other, each as a paragraph: the first
// cell, then what the others say.
func (d *drawing) gridStacked(g table.Grid) {
	for _, r := range g.Rows {
		out := []chunk{{d.text(r.Cells[0].Text), bold}}
		for i, c := range r.Cells[1:] {
			if (c.Text == "" || c.Text == none) && c.Mark.IsZero() {
				continue
			}
			lead := " · "
			if len(out) == 1 {
				lead = "  "
			}
			if title := columnTitle(g.Columns[i+1], true); title != "" {
				lead += title + " "
			}
			out = append(out, chunk{d.text(lead), faint})
			if !c.Mark.IsZero() {
				out = append(out, chunk{c.Mark.Sign(d.ASCII) + " ", toneStyle(c.Mark.Tone)})
			}
			out = append(out, d.linked(d.text(c.Text), c.Link, plainStyle))
			out = append(out, d.citeMarks(c.Cites)...)
		}
		d.paragraph("", "  ", out...)
		d.details(r)
	}
}

func (d *drawing) details(r table.GridRow) {
	if !d.form.Long {
		return
	}
	for _, l := range r.Details {
		d.textLine("    ", l, faint)
	}
}

// cut shortens a text to a width.
func (d *drawing) cut(s string, w int) string {
	if d.ASCII {
		return cut(d.text(s), w, "...")
	}
	return cut(s, w, "…")
}

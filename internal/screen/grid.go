package screen

import (
	"strings"

	"plandiff/internal/table"
	"plandiff/internal/wording"
)

// gap parts the columns of a grid.
const gap = 2

// minWide is the narrowest column for text that is cut.
const minWide = 12

// overview writes what a reader looks for first. It is cut to the height of
// the screen where there is one.
func (d *drawing) overview(o *table.Overview) {
	d.grid(o.Versions)
	d.line()
	d.grid(o.Counts)
	d.line()
	topics := o.Topics
	used := len(o.Versions.Rows) + len(o.Counts.Rows) + 8
	if most := d.Height - used; d.Height > 0 && most > 0 && len(topics.Rows) > most {
		left := len(topics.Rows) - most + 1
		topics.Rows = topics.Rows[:most-1]
		topics.Notes = []table.Line{table.Plain(wording.MoreTopics(left))}
	}
	d.grid(topics)
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
	widths, short := d.gridWidths(g)
	if widths == nil {
		d.gridStacked(g)
	} else {
		d.gridLines(g, widths, short)
	}
	for _, l := range g.Notes {
		d.textLine("", l, faint)
	}
}

// gridWidths shares the screen among the columns, with short titles where the
// long ones do not fit; nil where even those do not.
func (d *drawing) gridWidths(g table.Grid) (widths []int, short bool) {
	for _, short := range [2]bool{false, true} {
		natural := make([]int, len(g.Columns))
		wide, used, least := 0, 0, 0
		for i, c := range g.Columns {
			natural[i] = width(d.text(columnTitle(c, short)))
			for _, r := range g.Rows {
				natural[i] = max(natural[i], d.cellWidth(r.Cells[i]))
			}
			if i > 0 {
				used += gap
			}
			if c.Wide {
				wide++
				least += min(natural[i], minWide)
			} else {
				used += natural[i]
			}
		}
		if used+least <= d.Width {
			return shareWide(g.Columns, natural, d.Width-used, wide), short
		}
	}
	return nil, true
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

func (d *drawing) gridLines(g table.Grid, widths []int, short bool) {
	d.gridHead(g, widths, short)
	group := ""
	for _, r := range g.Rows {
		if r.Group != group {
			group = r.Group
			d.line()
			d.paragraph("", "", chunk{d.text(group), heading})
		}
		var out []chunk
		for i, c := range r.Cells {
			if i > 0 {
				out = append(out, chunk{text: blanks(gap)})
			}
			out = append(out, d.gridCell(c, g.Columns[i], widths[i], i == 0, r.Quiet)...)
		}
		d.line(out...)
		d.details(r)
	}
}

func (d *drawing) gridHead(g table.Grid, widths []int, short bool) {
	var out []chunk
	for i, c := range g.Columns {
		if i > 0 {
			out = append(out, chunk{text: blanks(gap)})
		}
		title := d.cut(columnTitle(c, short), widths[i])
		out = append(out, chunk{aligned(title, widths[i], c.Right), heading})
	}
	for _, c := range out {
		if strings.TrimSpace(c.text) != "" {
			d.line(out...)
			return
		}
	}
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
	text := d.cut(c.Text, max(room, 0))
	if col.Right {
		return append(out, chunk{aligned(text, room, true), base})
	}
	out = append(out, d.linked(text, c.Link, base))
	out = append(out, cites...)
	return append(out, chunk{text: blanks(room - width(text))})
}

// gridStacked writes entries under each other: the first cell, then what the
// others say, with the titles of their columns.
func (d *drawing) gridStacked(g table.Grid) {
	for _, r := range g.Rows {
		d.paragraph("", "  ", chunk{d.text(r.Cells[0].Text), bold})
		for i, c := range r.Cells[1:] {
			if c.Text == "" && c.Mark.IsZero() {
				continue
			}
			var out []chunk
			if title := g.Columns[i+1].Title; title != "" {
				out = append(out, chunk{d.text(title) + ": ", faint})
			}
			if !c.Mark.IsZero() {
				out = append(out, chunk{c.Mark.Sign(d.ASCII) + " ", toneStyle(c.Mark.Tone)})
			}
			out = append(out, d.linked(d.text(c.Text), c.Link, plainStyle))
			d.paragraph("  ", "    ", append(out, d.citeMarks(c.Cites)...)...)
		}
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

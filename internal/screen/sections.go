package screen

import (
	"slices"
	"strings"

	"plandiff/internal/table"
	"plandiff/internal/wording"
)

// rule is a line across the screen with a title in it.
func (d *drawing) rule(title string) {
	line := d.text("─")
	if title = d.text(title); title != "" {
		title = strings.Repeat(line, 2) + " " + title + " "
	}
	for _, l := range wrap([]chunk{{title, heading}}, d.Width) {
		n := lineWidth(l)
		if n > 0 && n < d.Width {
			l = append(l, chunk{text: " "})
			n++
		}
		d.line(append(l, chunk{strings.Repeat(line, max(d.Width-n, 0)), faint})...)
	}
}

// rows draws the sections: a column a version, or the versions of a field under each
// other. Titles of fields run over all columns, so that those have the whole width;
// the names of the versions stand above every topic.
func (d *drawing) rows() {
	beside := d.beside()
	for _, s := range d.t.Sections {
		d.line()
		d.rule(s.Title)
		if beside {
			d.columns(d.names(s, d.column()), d.column(), -1)
		} else {
			d.stackedNames(s)
		}
		if s.Note != "" && !beside {
			d.paragraph("", "", chunk{d.text(s.Note), faint})
		}
		for k, r := range s.Rows {
			if k > 0 || !beside {
				d.line()
			}
			d.row(r, -1, func(bool) {})
		}
	}
}

// row draws a field, and tells after each part whether it is in focus; -1: none is.
func (d *drawing) row(r table.Row, focus int, drawn func(focused bool)) {
	d.rowTitle(r)
	drawn(false)
	if !d.beside() {
		label := d.labels()
		for i, c := range r.Cells {
			d.stackedCell(d.t.Columns[i].ID, c, label)
			drawn(i == focus)
		}
		return
	}
	col := d.column()
	cells := make([][][]chunk, len(r.Cells))
	for i, c := range r.Cells {
		cells[i] = d.cell(c, col)
	}
	d.columns(cells, col, focus)
	drawn(focus >= 0)
}

func (d *drawing) column() int {
	n := len(d.t.Columns)
	return (d.Width - 3*(n-1)) / n
}

func (d *drawing) names(s table.Section, col int) [][][]chunk {
	out := make([][][]chunk, len(d.t.Columns))
	for i, c := range d.t.Columns {
		name := []chunk{{d.text(c.ID), heading}}
		if c.Role != "" {
			name = append(name, chunk{" (" + c.Role + ")", faint})
		}
		if s.Points[i] != "" {
			name = append(name, chunk{" " + d.text(wording.PointText(s.Points[i])), faint})
		}
		out[i] = wrap(name, col)
	}
	return out
}

// columns writes cells beside each other, the one in focus between heavy lines.
func (d *drawing) columns(cells [][][]chunk, col, focus int) {
	for _, c := range cells {
		for y, line := range c {
			c[y] = isolated(line)
		}
	}
	d.abreast(cells, slices.Repeat([]int{col}, len(cells)), func(x int) chunk {
		if focus >= 0 && (x == focus || x-1 == focus) {
			return chunk{d.text(" ┃ "), bold}
		}
		return chunk{d.text(" │ "), faint}
	})
}

// abreast writes cells of lines beside each other, filled up to their widths.
func (d *drawing) abreast(cells [][][]chunk, widths []int, before func(x int) chunk) {
	height := 0
	for _, c := range cells {
		height = max(height, len(c))
	}
	for y := range height {
		var out []chunk
		for x, c := range cells {
			if x > 0 {
				out = append(out, before(x))
			}
			var line []chunk
			if y < len(c) {
				line = c[y]
			}
			out = append(append(out, line...), chunk{text: blanks(widths[x] - lineWidth(line))})
		}
		d.line(out...)
	}
}

func (d *drawing) rowTitle(r table.Row) {
	title := append(d.mark(r.Mark), chunk{d.text(r.Title), bold})
	if r.Word != "" {
		title = append(title, chunk{": ", plainStyle}, chunk{d.text(r.Word), toneStyle(r.Mark.Tone)})
	}
	d.paragraph("", "  ", title...)
}

func (d *drawing) cell(c table.Cell, w int) [][]chunk {
	var out [][]chunk
	for _, l := range c.Lines {
		lead, indent, base := d.cellLine(c, l)
		body := append(d.spans(l.Spans, base), d.citeMarks(l.Cites)...)
		for y, line := range wrap(body, max(w-indent, 1)) {
			if y > 0 || lead == nil {
				lead = []chunk{{text: blanks(indent)}}
			}
			out = append(out, slices.Concat(lead, line))
		}
	}
	return out
}

// cellLine is the lead, the indent and the style of a line of a cell.
func (d *drawing) cellLine(c table.Cell, l table.Line) (lead []chunk, indent int, base style) {
	mark := d.mark(c.Mark)
	switch {
	case l.Item():
		return []chunk{{d.text("•") + " ", plainStyle}}, 2, plainStyle
	case l.Role == table.Step:
		return nil, 2, toneStyle(wording.Changed)
	case l.Role != table.Value && l.Role != table.Heading:
		return nil, 2, faint
	case c.Quiet:
		base = faint
	case l.Role == table.Heading:
		base = toneStyle(c.Mark.Tone)
	}
	return mark, lineWidth(mark), base
}

// labels is the room for the names of versions before their cells; 0 where a
// name goes on a line of its own.
func (d *drawing) labels() int {
	label := 0
	for _, c := range d.t.Columns {
		label = max(label, width(c.ID))
	}
	if label > d.Width/3 {
		return 0
	}
	return label
}

func (d *drawing) stackedNames(s table.Section) {
	var points []string
	for i, c := range d.t.Columns {
		if s.Points[i] != "" {
			points = append(points, c.ID+" "+wording.PointText(s.Points[i]))
		}
	}
	if points != nil {
		d.paragraph("", "", chunk{d.text(strings.Join(points, " · ")), faint})
	}
}

func (d *drawing) stackedCell(id string, c table.Cell, label int) {
	indent := 4
	switch {
	case len(d.t.Columns) == 1: // the title of the view has its name
		indent, label = 2, 0
	case label > 0:
		indent = label + 4
	default:
		d.paragraph("  ", "  ", chunk{d.text(id), heading})
	}
	for y, l := range d.cell(c, max(d.Width-indent, 1)) {
		lead := chunk{text: blanks(indent)}
		if y == 0 && label > 0 {
			lead = chunk{pad("  "+d.text(id), indent), heading}
		}
		d.line(append([]chunk{lead}, l...)...)
	}
}

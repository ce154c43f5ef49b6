package screen

import (
	"slices"
	"sort"
	"strings"

	"plandiff/internal/prose"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

// overview writes what a reader looks for first, cut to the height of the screen.
func (d *drawing) overview(o *table.Overview) {
	d.grid(o.Versions)
	if len(o.Counts.Rows) > 0 {
		d.line()
		d.grid(o.Counts)
	}
	topics := o.Topics
	if len(topics.Columns) > 0 {
		d.line()
	}
	if room := d.Height - strings.Count(d.b.String(), "\n") - len(d.t.Foot) - 2; d.Height > 0 && !d.form.Stat && d.linesOf(topics) > room {
		shown := d.rowsIn(topics, room)
		if shown < len(topics.Rows)/2 { // rather more topics than more of each
			topics = changed(topics, func(c *table.GridColumn) { c.Lines = 1 })
			shown = d.rowsIn(topics, room)
		}
		if shown < len(topics.Rows) {
			topics = firstRows(topics, max(shown, 1))
		}
	}
	d.grid(topics)
	for _, g := range o.More {
		d.line()
		d.grid(g)
	}
}

// rowsIn is how many of the first rows of a grid fit into a number of lines.
func (d *drawing) rowsIn(g table.Grid, room int) int {
	if d.linesOf(g) <= room {
		return len(g.Rows)
	}
	return sort.Search(len(g.Rows), func(n int) bool { return d.linesOf(firstRows(g, n+1)) > room })
}

// changed is a grid with other columns in place of its own.
func changed(g table.Grid, change func(*table.GridColumn)) table.Grid {
	g.Columns = slices.Clone(g.Columns)
	for i := range g.Columns {
		change(&g.Columns[i])
	}
	return g
}

// firstRows is a grid of topics that says how many it leaves out.
func firstRows(g table.Grid, n int) table.Grid {
	g.Notes = []table.Line{table.Plain(wording.MoreTopics(len(g.Rows) - n))}
	g.Rows = g.Rows[:n]
	return g
}

func (d *drawing) linesOf(g table.Grid) int {
	p := &painter{Options: d.Options, styles: d.styles}
	(&drawing{painter: p, t: d.t, form: d.form}).grid(g)
	return strings.Count(p.b.String(), "\n")
}

// grid draws a list: an entry a line where the columns fit, else a paragraph.
func (d *drawing) grid(g table.Grid) {
	if d.form.Long && g.OneLine { // with its details, nothing of it is cut
		g = changed(g, func(c *table.GridColumn) { c.Lines, c.Least = whole, leastWhole })
		g.OneLine = false
	}
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
	d.textLines("", g.Notes, faint)
}

func (d *drawing) gridLines(g fitted) {
	d.gridHead(g)
	for i, r := range g.Rows {
		d.group(g.Grid, i, true)
		cells := make([][][]chunk, len(r.Cells))
		for i, c := range r.Cells {
			col := g.Columns[i]
			if r.Wraps && i == len(r.Cells)-1 {
				col.Lines = whole
			}
			cells[i] = d.gridCell(c, col, g.widths[i], i == 0)
		}
		d.gridRow(cells, g)
		d.details(r)
	}
}

// group writes the title above the first row that has it.
func (d *drawing) group(g table.Grid, row int, apart bool) {
	title := g.Rows[row].Group
	if title == "" || row > 0 && title == g.Rows[row-1].Group {
		return
	}
	if apart {
		d.line()
	}
	d.paragraph("", "", chunk{d.text(title), heading})
}

func (d *drawing) gridRow(cells [][][]chunk, g fitted) {
	d.abreast(cells, g.widths, func(int) chunk { return chunk{text: blanks(g.gap)} })
}

// gridHead writes the titles of the columns, some over several lines.
func (d *drawing) gridHead(g fitted) {
	heads := make([][][]chunk, len(g.Columns))
	height := 0
	for i, c := range g.Columns {
		title, w := d.text(columnTitle(c, g.short)), g.widths[i]
		if width(title) > w {
			title = d.text(columnTitle(c, true))
		}
		parts := []string{d.cut(title, w)}
		if c.Break && width(title) > w {
			parts = broken(title, w)
		}
		for _, part := range parts {
			heads[i] = append(heads[i], []chunk{{aligned(part, w, c.Right), heading}})
		}
		if sign := c.Mark.Sign(d.ASCII); sign != "" {
			mark := chunk{sign, toneStyle(c.Mark.Tone)}
			if width(title)+2 <= w {
				heads[i] = [][]chunk{{{text: blanks(w - 2 - width(title))}, mark, {text: " "}, {title, heading}}}
			} else {
				heads[i] = append([][]chunk{{{text: blanks(w - 1)}, mark}}, heads[i]...)
			}
		}
		if title != "" {
			height = max(height, len(heads[i]))
		}
	}
	for i, h := range heads { // titles stand at the bottom
		heads[i] = slices.Concat(make([][]chunk, max(height-len(h), 0)), h)[:height]
	}
	d.gridRow(heads, g)
}

// gridCell is a cell in its width: lines that are filled up to it. What does not
// fit into the lines that its column has is cut.
func (d *drawing) gridCell(c table.GridCell, col table.GridColumn, w int, first bool) [][]chunk {
	base := plainStyle
	if first {
		base = bold
	}
	lead := d.gridMark(c)
	indent := lineWidth(lead)
	room := max(w-indent, 0)
	text := d.text(c.Text)
	if width(text) > room*max(col.Lines, 1) && c.Short != "" {
		text = d.text(c.Short)
	}
	if col.Right {
		return [][]chunk{append(lead, chunk{aligned(d.cut(text, room), room, true), base})}
	}
	cites := d.citeMarks(c.Cites)
	lines := [][]chunk{append([]chunk{d.linked(d.cutTo(text, c.End, max(room-lineWidth(cites), 0)), c.Link, base)}, cites...)}
	if col.Lines > 1 && width(text)+lineWidth(cites) > room {
		lines = wrap(append([]chunk{d.linked(text, c.Link, base)}, cites...), max(room, 1))
		if len(lines) > col.Lines {
			lines = append(lines[:col.Lines-1], []chunk{{d.cutTo(rest(lines[col.Lines-1:]), c.End, room), base}})
		}
	}
	for y, l := range lines {
		lines[y] = slices.Concat(lead, l, []chunk{{text: blanks(room - lineWidth(l))}})
		lead = []chunk{{text: blanks(indent)}}
	}
	return lines
}

// gridMark is the mark of a cell, set apart from its text.
func (d *drawing) gridMark(c table.GridCell) []chunk {
	if c.Mark.IsZero() {
		return nil
	}
	mark := []chunk{{c.Mark.Sign(d.ASCII), toneStyle(c.Mark.Tone)}}
	if c.Text != "" {
		mark = append(mark, chunk{text: " "})
	}
	return mark
}

// cutTo shortens a text to a width, and keeps its end where there is room for it.
func (d *drawing) cutTo(text, end string, w int) string {
	end = d.text(end)
	if before, ok := strings.CutSuffix(text, end); ok && width(text) > w && width(end) < w/2 {
		return d.cut(before, w-width(end)) + end
	}
	return d.cut(text, w)
}

// rest is the text of lines that are joined again.
func rest(lines [][]chunk) string {
	return prose.Join(lines, " ", func(l []chunk) string { return prose.Join(l, "", func(c chunk) string { return c.text }) })
}

func (d *drawing) gridStacked(g table.Grid) {
	for i, r := range g.Rows {
		d.group(g, i, i > 0)
		out := []chunk{{d.text(r.Cells[0].Text), bold}}
		for i, c := range r.Cells[1:] {
			if c.Empty() {
				continue
			}
			lead := " · "
			switch {
			case len(out) == 1:
				lead = "  "
			case !c.Mark.IsZero() || !g.Columns[i+1].Mark.IsZero(): // one of the marks is a dot
				lead = ", "
			}
			out = append(out, chunk{d.text(lead), faint})
			if col := g.Columns[i+1]; col.Right || !c.Mark.IsZero() { // texts say themselves what they are
				out = append(append(out, d.mark(col.Mark)...), chunk{d.text(columnTitle(col, true)) + " ", faint})
			}
			out = append(out, d.gridMark(c)...)
			out = append(out, d.linked(d.text(c.Text), c.Link, plainStyle))
			out = append(out, d.citeMarks(c.Cites)...)
		}
		d.paragraph("", "  ", out...)
		d.details(r)
	}
}

func (d *drawing) details(r table.GridRow) {
	if d.form.Long {
		d.textLines("    ", r.Details, faint)
	}
}

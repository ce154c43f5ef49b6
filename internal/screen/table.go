package screen

import (
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
	"plandiff/internal/table"
)

// Layout is how the versions of a table are put beside each other.
type Layout string

const (
	Side    Layout = "side"    // a column a version
	Stacked Layout = "stacked" // one under the other
	Lines   Layout = "lines"   // one difference a line, tabs between fields
)

// Layouts lists every layout.
var Layouts = []Layout{Side, Stacked, Lines}

// minColumn is the narrowest column that values can be read in.
const minColumn = 22

// Fits is the layout for a number of versions at a width: side by side
// unless the columns would be too narrow to read.
func Fits(versions, width int) Layout {
	if versions*(minColumn+3) > width+3 {
		return Stacked
	}
	return Side
}

// Table draws a table in a layout other than Lines.
func Table(t *table.Table, layout Layout, sources SourceList, opt Options) string {
	p := newPainter(opt)
	d := &drawing{painter: p, t: t}
	p.head(t.Head)
	if layout == Side {
		d.side()
	} else {
		d.stacked()
	}
	p.line()
	for _, s := range t.Summary {
		p.paragraph("", "", chunk{p.text(s), bold})
	}
	p.notes(t.Notes, sources)
	return p.b.String()
}

// Single draws the table of one record: which evidence is admitted, the head
// that introduces it, then what is known.
func Single(t *table.Table, head string, sources SourceList, opt Options) string {
	p := newPainter(opt)
	d := &drawing{painter: p, t: t}
	p.head(t.Head)
	p.b.WriteString(head)
	d.stackedSections(0)
	if len(t.Sections) == 0 {
		p.line()
		p.line(chunk{text: "Nothing of it is reported in these sources."})
	}
	if len(t.Summary) > 0 {
		p.line()
	}
	for _, s := range t.Summary {
		p.paragraph("", "", chunk{p.text(s), bold})
	}
	p.notes(t.Notes, sources)
	return p.b.String()
}

// head writes which evidence is admitted, before anything else.
func (p *painter) head(lines []string) {
	for _, l := range lines {
		p.paragraph("", "  ", chunk{p.text(l), bold})
	}
	if len(lines) > 0 {
		p.line()
	}
}

type drawing struct {
	*painter
	t *table.Table
}

func (d *drawing) rule(left string, style style) {
	line := "─"
	if d.ASCII {
		line = "-"
	}
	left = d.text(left)
	if left != "" {
		left = strings.Repeat(line, 2) + " " + left + " "
	}
	for _, l := range wrap([]chunk{{left, style}}, d.Width) {
		n := 0
		for _, c := range l {
			n += width(c.text)
		}
		if n > 0 && n < d.Width {
			l = append(l, chunk{text: " "})
			n++
		}
		d.line(append(l, chunk{strings.Repeat(line, max(d.Width-n, 0)), faint})...)
	}
}

// side draws a column a version. Titles of fields run over all columns, so
// that the columns have the whole width.
func (d *drawing) side() {
	n := len(d.t.Columns)
	col := (d.Width - 3*(n-1)) / n
	row := func(cells [][][]chunk) { d.columns(cells, col) }

	head := make([][][]chunk, n)
	for i, c := range d.t.Columns {
		for _, part := range [4]chunk{{c.ID, heading}, {d.text(c.Title), bold}, {c.Date, plainStyle}, {d.text(c.Known), faint}} {
			head[i] = append(head[i], wrap([]chunk{part}, col)...)
		}
	}
	row(head)
	for _, s := range d.t.Sections {
		d.line()
		d.rule(s.Title, heading)
		points := make([][][]chunk, n)
		for i := range d.t.Columns {
			points[i] = wrap([]chunk{{d.text(table.PointText(s.Points[i])), faint}}, col)
		}
		if strings.Join(s.Points, "") != "" {
			row(points)
		}
		for _, r := range s.Rows {
			d.line()
			d.rowTitle(r)
			cells := make([][][]chunk, n)
			for i, c := range r.Cells {
				cells[i] = d.cell(c, col)
			}
			row(cells)
		}
	}
}

// columns writes cells of wrapped lines beside each other.
func (d *drawing) columns(cells [][][]chunk, col int) {
	sep := " │ "
	if d.ASCII {
		sep = " | "
	}
	height := 0
	for _, c := range cells {
		height = max(height, len(c))
	}
	for y := range height {
		var out []chunk
		for x, c := range cells {
			if x > 0 {
				out = append(out, chunk{sep, faint})
			}
			used := 0
			if y < len(c) {
				for _, k := range c[y] {
					out = append(out, k)
					used += width(k.text)
				}
			}
			out = append(out, chunk{text: strings.Repeat(" ", max(col-used, 0))})
		}
		d.line(out...)
	}
}

// rowTitle writes the field with the kind of its difference.
func (d *drawing) rowTitle(r table.Row) {
	title := []chunk{{d.text(r.Title), bold}}
	if r.Label != "" {
		title = append(title, chunk{": ", plainStyle}, chunk{d.text(r.Label), heading})
	} else if r.Kind != "" {
		title = append([]chunk{{d.Symbol(r.Kind) + " ", styleOf(r.Kind)}}, title...)
		title = append(title, chunk{": ", plainStyle}, chunk{compare.KindWords(r.Kind), styleOf(r.Kind)})
	}
	d.paragraph("", "  ", title...)
}

// cell wraps the lines of a cell.
func (d *drawing) cell(c table.Cell, w int) [][]chunk {
	var out [][]chunk
	for i, l := range c.Lines {
		var lead []chunk
		indent := 0
		base := plainStyle
		switch l.Role {
		case table.Main:
			if c.Kind != "" {
				lead = []chunk{{d.Symbol(c.Kind) + " ", styleOf(c.Kind)}}
				indent = 2
			}
			if quiet(c.State) {
				base = faint
			} else if i == 0 && len(c.Lines) > 1 && len(l.Notes) == 0 {
				base = styleOf(c.Kind)
			}
		case table.Item:
			lead, indent = []chunk{{d.text("•") + " ", plainStyle}}, 2
		case table.Step:
			indent, base = 2, styleOf(compare.Changed)
		case table.Remark, table.Variant:
			indent, base = 2, faint
		}
		body := append(d.spans(l.Spans, base), d.noteMarks(l.Notes)...)
		for y, line := range wrap(body, max(w-indent, 1)) {
			switch {
			case y == 0 && lead != nil:
				line = append(append([]chunk{}, lead...), line...)
			case indent > 0:
				line = append([]chunk{{text: strings.Repeat(" ", indent)}}, line...)
			}
			out = append(out, line)
		}
	}
	return out
}

func quiet(s plan.State) bool { return s == plan.Lacuna || s == plan.Omitted }

func (d *drawing) noteMarks(notes []int) []chunk {
	if len(notes) == 0 {
		return nil
	}
	sorted := slices.Sorted(slices.Values(notes))
	return []chunk{{" ", plainStyle}, {"[" + table.NumberList(sorted) + "]", note}}
}

// stacked draws the versions of a field under each other.
func (d *drawing) stacked() {
	label := 0
	for _, c := range d.t.Columns {
		label = max(label, width(c.ID))
	}
	if label > d.Width/3 {
		label = 0 // the name goes on a line of its own
	}
	for _, c := range d.t.Columns {
		d.paragraph("", "  ", chunk{c.ID, heading}, chunk{": ", plainStyle}, chunk{d.text(c.Title), bold})
		d.paragraph("  ", "  ", chunk{d.text(c.Date + " · " + c.Known), faint})
	}
	d.stackedSections(label)
}

func (d *drawing) stackedSections(label int) {
	for _, s := range d.t.Sections {
		d.line()
		d.rule(s.Title, heading)
		var points []string
		for i, c := range d.t.Columns {
			if s.Points[i] != "" {
				points = append(points, c.ID+" "+table.PointText(s.Points[i]))
			}
		}
		if points != nil {
			d.paragraph("", "", chunk{d.text(strings.Join(points, " · ")), faint})
		}
		if s.Note != "" {
			d.paragraph("", "", chunk{d.text(s.Note), faint})
		}
		for _, r := range s.Rows {
			d.line()
			d.rowTitle(r)
			for i, c := range r.Cells {
				d.stackedCell(d.t.Columns[i].ID, c, label)
			}
		}
	}
}

func (d *drawing) stackedCell(id string, c table.Cell, label int) {
	if len(d.t.Columns) == 1 {
		for _, l := range d.cell(c, d.Width-2) {
			d.line(append([]chunk{{text: "  "}}, l...)...)
		}
		return
	}
	indent := 2
	if label > 0 {
		indent = label + 4
	} else {
		d.paragraph("  ", "  ", chunk{id, heading})
		indent = 4
	}
	for y, l := range d.cell(c, max(d.Width-indent, 1)) {
		lead := chunk{text: strings.Repeat(" ", indent)}
		if y == 0 && label > 0 {
			lead = chunk{"  " + id + strings.Repeat(" ", indent-2-width(id)), heading}
		}
		d.line(append([]chunk{lead}, l...)...)
	}
}

package screen

import (
	"slices"
	"strings"

	"plandiff/internal/table"
	"plandiff/internal/wording"
)

// Layout is how the versions of a tree are put beside each other.
type Layout string

// The layouts.
const (
	Side    Layout = "side"    // a column a version
	Stacked Layout = "stacked" // one under the other
	Lines   Layout = "lines"   // one difference a line, tabs between fields
)

// Layouts lists every layout.
var Layouts = []Layout{Side, Stacked, Lines}

// Form is how a tree is drawn.
type Form struct {
	Layout  Layout           // "": side by side where it fits
	Sources table.SourceList // "": short
	Long    bool             // lists with their details
	Stat    bool             // the overview alone
	More    string           // how to see more of a source; "" where nothing does
}

// Draw writes a tree in a layout other than Lines.
func Draw(t *table.Tree, f Form, opt Options) string {
	d := newDrawing(t, f, opt)
	d.head()
	if t.Overview != nil {
		d.overview(t.Overview)
	}
	if !f.Stat {
		for i, g := range t.Grids {
			if i > 0 || t.Overview != nil {
				d.line()
			}
			d.grid(g)
		}
		d.sections()
	}
	d.foot()
	if !f.Stat {
		d.sources()
	}
	return d.b.String()
}

// Head is the names of the versions above the columns that Draw makes of a
// tree, for a pager that keeps them in sight; "" where it makes none.
func Head(t *table.Tree, f Form, opt Options) string {
	d := newDrawing(t, f, opt)
	if f.Stat || len(t.Sections) == 0 || !d.beside() {
		return ""
	}
	col := d.column()
	d.columns(d.names(table.Section{Points: make([]string, len(t.Columns))}, col), col, -1)
	return d.b.String()
}

type drawing struct {
	*painter
	t    *table.Tree
	form Form
}

func newDrawing(t *table.Tree, f Form, opt Options) *drawing { return &drawing{newPainter(opt), t, f} }

// head writes the title of one record, and which evidence is admitted.
func (d *drawing) head() {
	d.textLines("", d.t.Head, bold)
	if len(d.t.Head) > 0 {
		d.line()
	}
	if d.t.Title != "" {
		d.paragraph("", "  ", chunk{d.text(d.t.Title), heading})
	}
}

func (d *drawing) foot() {
	if len(d.t.Foot) > 0 {
		d.line()
		d.textLines("", d.t.Foot, bold)
	}
}

// textLines writes lines of the tree that stand by themselves.
func (d *drawing) textLines(indent string, lines []table.Line, base style) {
	for _, l := range lines {
		rest := indent
		if !l.Mark.IsZero() {
			rest += "  "
		}
		d.paragraph(indent, rest, slices.Concat(d.mark(l.Mark), d.spans(l.Spans, base), d.citeMarks(l.Cites))...)
	}
}

// sections draws the rows in the layout that fits.
func (d *drawing) sections() {
	if s := d.t.Sections; len(s) > 0 && len(s[0].Rows) > 0 && s[0].Rows[0].When != nil {
		d.timelines()
	} else {
		d.rows()
	}
}

// minColumn is the narrowest column that values can be read in.
const minColumn = 22

// beside reports whether versions stand in columns beside each other.
func (d *drawing) beside() bool {
	n := len(d.t.Columns)
	return n > 1 && d.form.Layout != Stacked && n*(minColumn+3) <= d.Width+3
}

func (d *drawing) citeMarks(cites []int) []chunk {
	if len(cites) == 0 || d.form.Sources == table.NoSources {
		return nil
	}
	return []chunk{{" ", plainStyle}, {wording.Cites(cites), note}}
}

func (d *drawing) sources() {
	cited := d.t.Cited()
	if len(cited) == 0 || d.form.Sources == table.NoSources {
		return
	}
	d.line()
	head := []chunk{{"Sources", heading}}
	if d.form.More != "" {
		head = append(head, chunk{d.text(" · " + d.form.More), faint})
	}
	d.paragraph("", "  ", head...)
	lead := width(wording.Cites([]int{len(cited)})) + 1
	for _, s := range cited {
		number := wording.Cites([]int{s.Number})
		d.paragraph(pad(number, lead), blanks(lead), chunk{d.text(s.Line), plainStyle}, chunk{" ", plainStyle}, d.linked(s.Card.ID, s.Card.URL, faint))
		if d.form.Sources != table.FullSources {
			continue
		}
		for _, u := range s.Uses {
			d.paragraph(blanks(lead+2), blanks(lead+4), chunk{d.text(u.Evidence + ": " + wording.And(slices.Clone(u.For))), faint})
		}
	}
}

// Flat writes one difference a line: kind, field, the two versions, what they
// say, the step and the sources, with tabs between. It is never wrapped and
// never coloured, so that grep, cut and awk can work on it. Kinds that keep
// does not want are left out.
func Flat(t *table.Tree, keep func(table.Kind) bool, opt Options) string {
	p := newPainter(Options{ASCII: opt.ASCII})
	for _, r := range t.Rows() {
		base := r.Cells[0]
		for _, c := range r.Cells[1:] {
			if keep != nil && !keep(c.Kind) {
				continue
			}
			step := ""
			for _, l := range c.Lines {
				if l.Role == table.Step {
					step = l.Text()
				}
			}
			fields := []string{string(c.Kind), r.Field, base.Version, c.Version, isolate(base.Text), isolate(c.Text), step, sourceIDs(t, base, c)}
			p.b.WriteString(p.text(strings.Join(fields, "\t")))
			p.b.WriteByte('\n')
		}
	}
	return p.b.String()
}

func sourceIDs(t *table.Tree, cells ...table.Cell) string {
	var ids []string
	for _, c := range cells {
		for _, l := range c.Lines {
			for _, n := range l.Cites {
				if id := t.Sources[n-1].Card.ID; !slices.Contains(ids, id) {
					ids = append(ids, id)
				}
			}
		}
	}
	return strings.Join(ids, ",")
}

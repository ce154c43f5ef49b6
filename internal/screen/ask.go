package screen

import (
	"plandiff/internal/plan"
	"plandiff/internal/table"
)

// Answer writes the paragraph that answers a question, how the question was
// read, and the view behind it.
func Answer(text string, read []string, t *table.Tree, sources SourceList, opt Options) string {
	p := newPainter(opt)
	d := &drawing{painter: p, t: folded(t), form: Form{Sources: sources}}
	d.head()
	d.paragraph("", "", chunk{d.text(text), bold})
	for _, line := range read {
		d.paragraph("", "  ", chunk{d.text("Read as: " + line), faint})
	}
	d.sections()
	d.foot()
	d.sources()
	return p.b.String()
}

// folded puts the versions of which nothing is reported into one row at the end
// of each section.
func folded(t *table.Tree) *table.Tree {
	out := *t
	out.Sections = nil
	for _, s := range t.Sections {
		var rows []table.Row
		var silent *table.Row
		for _, r := range s.Rows {
			switch c := r.Cells[0]; {
			case c.State != plan.Lacuna || len(c.Lines) != 1:
				rows = append(rows, r)
			case silent == nil:
				silent = &r
			default:
				silent.Title += ", " + r.Title
			}
		}
		if silent != nil {
			rows = append(rows, *silent)
		}
		s.Rows = rows
		out.Sections = append(out.Sections, s)
	}
	return &out
}

package screen

import (
	"plandiff/internal/table"
)

// Answer writes the paragraph that answers a question, how the question was
// read, and the view behind it.
func Answer(text string, read []string, t *table.Tree, sources SourceList, opt Options) string {
	p := newPainter(opt)
	d := &drawing{painter: p, t: t, form: Form{Sources: sources}}
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

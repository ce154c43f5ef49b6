package screen

import (
	"slices"
	"strings"

	"plandiff/internal/table"
)

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

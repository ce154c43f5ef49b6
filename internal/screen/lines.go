package screen

import (
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/table"
)

// TableLines writes one difference a line: kind, field, the two versions,
// their values, the step and the sources, with tabs between. It is never
// wrapped and never coloured, so that grep, cut and awk can work on it.
// Kinds that keep does not want are left out.
func TableLines(t *table.Table, keep func(compare.Kind) bool, opt Options) string {
	p := newPainter(Options{ASCII: opt.ASCII})
	for _, s := range t.Sections {
		for _, r := range s.Rows {
			base := r.Cells[0]
			for i, c := range r.Cells[1:] {
				if !keep(c.Kind) {
					continue
				}
				step := ""
				for _, l := range c.Lines {
					if l.Role == table.Step {
						step = l.Text()
					}
				}
				fields := []string{string(c.Kind), r.Field, t.Columns[0].ID, t.Columns[i+1].ID, flat(base), flat(c), step, p.sourceIDs(t, base, c)}
				p.b.WriteString(p.text(strings.Join(fields, "\t")))
				p.b.WriteByte('\n')
			}
		}
	}
	return p.b.String()
}

// flat is a cell on one line.
func flat(c table.Cell) string {
	var items []string
	for _, l := range c.Lines[1:] {
		if l.Role == table.Item {
			items = append(items, l.Text())
		}
	}
	main := c.Lines[0].Text()
	if items != nil {
		main += ": " + strings.Join(items, " / ")
	}
	return main
}

func (p *painter) sourceIDs(t *table.Table, cells ...table.Cell) string {
	var ids []string
	seen := map[int]bool{}
	for _, c := range cells {
		for _, l := range c.Lines {
			for _, n := range l.Notes {
				if !seen[n] {
					seen[n] = true
					ids = append(ids, t.Notes[n-1].Source.ID)
				}
			}
		}
	}
	return strings.Join(ids, ",")
}

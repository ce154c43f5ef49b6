package table

import (
	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/wording"
)

// Finding is what one record says of one field, for an answer.
type Finding struct {
	Row  compare.Row // of one cell
	Note string      // why it is told, where it is not what was asked
}

// FromFindings lays out what an answer rests on: a section a field, a row a
// record.
func FromFindings(v *evidence.View, findings []Finding) *Tree {
	b := newBuilder(v, "ask", v.Hidden())
	for _, f := range findings {
		c := f.Row.Cells[0]
		sec := b.section(f.Row.Field.ID, func() Section { return Section{ID: f.Row.Field.ID, Title: f.Row.Field.Title, Points: []string{""}} })
		cell := b.cell(f.Row.Field.ID, c, c)
		if f.Note != "" {
			cell.Lines = append(cell.Lines, plain(Remark, f.Note))
		}
		sec.Rows = append(sec.Rows, Row{Topic: f.Row.Topic.ID, Field: f.Row.Field.ID, Title: c.Version.ID, Unit: f.Row.Field.Unit, Kind: c.Kind,
			Mark: wording.Kind(c.Kind), Cells: []Cell{cell}})
	}
	if len(findings) > 0 {
		b.tree.Columns = []Column{b.column(findings[0].Row.Cells[0].Version)}
	}
	return b.done()
}

package table

import (
	"slices"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/wording"
)

// Finding is what one record says of one field, for an answer.
type Finding struct {
	Row  compare.Row   // of one cell
	Note string        // why it is told, where it is not what was asked
	Only []*plan.Claim // claims that the answer is confined to; nil: all
	// Under is the title of the section of the record, in a view by records; "": it
	// stands in the section of its field.
	Under string
}

// FromFindings lays out what an answer rests on: a section a field, a row a record.
func FromFindings(v *evidence.View, findings []Finding) *Tree {
	b := newBuilder(v, "ask", v.Hidden())
	for _, f := range findings {
		c := f.Row.Cells[0]
		if f.Only != nil {
			c.Reading = only(f.Only)
		}
		id, title, row := f.Row.Field.ID, f.Row.Field.Title, c.Version.ID
		if f.Under != "" {
			id, title, row = c.Version.ID, f.Under, f.Row.Field.Title
		}
		sec, _ := b.section(id, title)
		cell := b.cell(f.Row.Field.ID, c, c)
		if f.Note != "" {
			cell.Lines = append(cell.Lines, plain(Remark, f.Note))
		}
		sec.Rows = append(sec.Rows, Row{Topic: f.Row.Topic.ID, Field: f.Row.Field.ID, Title: row, Unit: f.Row.Field.Unit, Kind: c.Kind,
			Mark: wording.Kind(c.Kind), Cells: []Cell{cell}})
	}
	if len(findings) > 0 {
		b.tree.Columns = []Column{b.column(findings[0].Row.Cells[0].Version)}
	}
	return b.done()
}

// only is a reading of the claims that an answer is confined to.
func only(claims []*plan.Claim) compare.Reading {
	out := compare.Reading{State: claims[0].Claimed(), Claims: claims}
	for _, c := range claims {
		k := slices.IndexFunc(out.Contents, func(k compare.Content) bool { return k.Claims[0].Agrees(c) })
		if k < 0 {
			out.Contents = append(out.Contents, compare.ContentOf(c))
			continue
		}
		out.Contents[k].Claims = append(out.Contents[k].Claims, c)
	}
	return out
}

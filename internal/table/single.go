package table

import (
	"fmt"
	"strconv"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
)

// FromSingle lays out one record: its points in their order, then what has no
// known point, by topic. Claims that did not decide are shown with their rank.
func FromSingle(lib *plan.Library, s *compare.Single) *Table {
	b := &builder{lib: lib, number: map[string]int{}, table: &Table{Columns: []Column{column(s.Record)}}}
	byPoint := map[int][]compare.Row{}
	for _, r := range s.Rows {
		p := firstPoint(r.Cells[0].Reading)
		byPoint[p] = append(byPoint[p], r)
	}
	for _, p := range s.Points {
		if p.Number > 0 {
			b.pointSection(s, p, byPoint[p.Number])
		}
	}
	for _, r := range byPoint[0] {
		sec := b.section(r.Topic, []*plan.Record{s.Record})
		sec.Points = []string{""}
		sec.Rows = append(sec.Rows, b.singleRow(r))
	}
	b.table.Head = EvidenceText(lib, s.Evidence, s.Hidden)
	return b.table
}

func firstPoint(r compare.Reading) int {
	for _, c := range r.Claims {
		if c.Point > 0 {
			return c.Point
		}
	}
	return 0
}

func (b *builder) pointSection(s *compare.Single, p plan.Point, rows []compare.Row) {
	sec := Section{ID: strconv.Itoa(p.Number), Title: fmt.Sprintf("Point %d: %s", p.Number, p.Title), Points: []string{""}}
	var notes []string
	switch {
	case p.Unread:
		notes = append(notes, "nobody has read this point")
	case p.Placeholder:
		notes = append(notes, "the number is kept and the text struck")
	case compare.PointRead(s.Record, p.Number):
		notes = append(notes, "text known")
	}
	if len(p.Parts) > 0 {
		notes = append(notes, "parts "+strings.Join(p.Parts, ", "))
	}
	for _, l := range p.From {
		notes = append(notes, fmt.Sprintf("%s %s", l.Version, pointWords(l.Points)))
	}
	sec.Note = strings.Join(notes, " · ")
	for _, r := range rows {
		sec.Rows = append(sec.Rows, b.singleRow(r))
	}
	b.table.Sections = append(b.table.Sections, sec)
}

func pointWords(points []int) string {
	if len(points) == 1 {
		return "point " + strconv.Itoa(points[0])
	}
	return "points " + NumberList(points)
}

func (b *builder) singleRow(r compare.Row) Row {
	cell := b.cell(r.Field.ID, r.Cells[0], r.Cells[0])
	for _, c := range r.Cells[0].Claims {
		if c.Rank == plan.Deprecated || c.Outline && !r.Cells[0].Decides(c) {
			why := "not deciding"
			if c.Rank == plan.Deprecated {
				why = "not credited"
			}
			line := plain(Variant, why+": "+compare.ClaimText(c), b.cite(r.Cells[0].Version.ID, r.Field.ID, []*plan.Claim{c})...)
			cell.Lines = append(cell.Lines, line)
		}
	}
	for _, c := range r.Cells[0].Claims {
		if c.Note != "" {
			cell.Lines = append(cell.Lines, plain(Remark, "note: "+c.Note, b.cite(r.Cells[0].Version.ID, r.Field.ID, []*plan.Claim{c})...))
		}
	}
	return Row{Field: r.Field.ID, Title: r.Field.Title, Cells: []Cell{cell}}
}

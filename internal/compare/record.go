package compare

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/evidence"
	"plandiff/internal/plan"
)

// RecordReading is one record with the readings of the fields that have a claim.
// Each row has one cell.
type RecordReading struct {
	View   *evidence.View
	Record *plan.Record
	Points []plan.Point // those shown
	Rows   []Row
	Hidden int
	Part   bool // a point or a topic, not the whole record
}

// Read derives one record.
func Read(v *evidence.View, id string) (*RecordReading, error) {
	r := v.Record(id)
	if r == nil {
		return nil, fmt.Errorf("reading a record: there is no %s", id)
	}
	s := &RecordReading{View: v, Record: r, Points: r.Points, Hidden: v.Hidden(id)}
	has := claimed([]*plan.Record{r})
	for topic, field := range v.Fields() {
		if has[field.ID] {
			s.Rows = append(s.Rows, s.row(topic, field))
		}
	}
	return s, nil
}

// About keeps the fields that keep says, and with them those of which it is
// known that the record has none.
func (s *RecordReading) About(keep func(*plan.Topic, *plan.Field) bool) *RecordReading {
	out := s.Select(func(r Row) bool { return keep(r.Topic, r.Field) })
	out.Rows = nil
	for topic, field := range s.View.Fields() {
		if keep(topic, field) {
			if row := s.row(topic, field); len(row.Cells[0].Claims) > 0 || row.Cells[0].State != plan.Lacuna {
				out.Rows = append(out.Rows, row)
			}
		}
	}
	return out
}

// row is what the record says of a field.
func (s *RecordReading) row(topic *plan.Topic, field *plan.Field) Row {
	return Row{Topic: topic, Field: field, Cells: []Cell{{Version: s.Record, Reading: Derive(s.View, s.Record, topic, field)}}}
}

// Select keeps the rows that keep says, and the points at which they stand.
func (s *RecordReading) Select(keep func(Row) bool) *RecordReading {
	out := *s
	out.Rows, out.Points, out.Part = nil, nil, true
	at := map[string]bool{}
	for _, r := range s.Rows {
		if keep(r) {
			out.Rows = append(out.Rows, r)
			for _, c := range r.Cells[0].Claims {
				at[c.PointName()] = true
			}
		}
	}
	for _, p := range s.Points {
		if name := p.Name(); name != "" && at[name] {
			out.Points = append(out.Points, p)
		}
	}
	return &out
}

// AtPoint keeps what stands at a point, or with a letter at that part of it.
func (s *RecordReading) AtPoint(p plan.Point, part string) *RecordReading {
	out := s.Select(func(r Row) bool {
		return slices.ContainsFunc(r.Cells[0].Claims, func(c *plan.Claim) bool {
			return c.StandsAt(&p) && (part == "" || c.Part == part)
		})
	})
	out.Points = []plan.Point{p}
	return out
}

// Cited is a card with the claims that rest on it.
type Cited struct {
	Source *plan.Source
	Uses   []Citation
}

// Citation is one claim in its place.
type Citation struct {
	Record *plan.Record
	Field  string
	Claim  *plan.Claim
}

// Citations lists the cards with what rests on each, founding documents
// first, then by ID. Claims that reach a card by way of another count too.
func Citations(v *evidence.View) []Cited {
	out := make([]Cited, len(v.Sources))
	at := map[string]int{}
	sorted := slices.Clone(v.Sources)
	slices.SortStableFunc(sorted, func(a, b *plan.Source) int {
		if a.Founding() != b.Founding() {
			if a.Founding() {
				return -1
			}
			return 1
		}
		return strings.Compare(a.ID, b.ID)
	})
	for i, s := range sorted {
		out[i].Source = s
		at[s.ID] = i
	}
	for _, r := range v.Records {
		for _, fc := range r.Fields {
			for i := range fc.Claims {
				c := &fc.Claims[i]
				for _, id := range append([]string{c.Source}, c.Via...) {
					if n, ok := at[id]; ok {
						out[n].Uses = append(out[n].Uses, Citation{r, fc.Field, c})
					}
				}
			}
		}
	}
	return out
}

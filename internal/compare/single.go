package compare

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/plan"
)

// Single is one record with the readings of the fields that have a claim.
// Each row has one cell.
type Single struct {
	Record   *plan.Record
	Points   []plan.Point // those shown
	Rows     []Row
	Evidence Evidence
	Hidden   int
}

// Read derives one record with the evidence that is admitted.
func Read(lib *plan.Library, id string, ev Evidence) (*Single, error) {
	seen, hidden := ev.Filter(lib, []string{id})
	r := seen.Record(id)
	if r == nil {
		return nil, fmt.Errorf("reading a record: there is no %s", id)
	}
	s := &Single{Record: r, Points: r.Points, Evidence: ev, Hidden: hidden}
	has := claimed([]*plan.Record{r})
	eachField(seen, func(topic *plan.Topic, field *plan.Field) {
		if has[field.ID] {
			s.Rows = append(s.Rows, Row{Topic: topic, Field: field, Cells: []Cell{{Version: r, Reading: Derive(r, topic, field)}}})
		}
	})
	return s, nil
}

// Select keeps the rows that keep says.
func (s *Single) Select(keep func(Row) bool) *Single {
	out := *s
	out.Rows = nil
	for _, r := range s.Rows {
		if keep(r) {
			out.Rows = append(out.Rows, r)
		}
	}
	return &out
}

// PointRead reports whether a numbered point has been read whole.
func PointRead(r *plan.Record, number int) bool {
	return slices.ContainsFunc(r.Complete, func(c plan.Completeness) bool { return slices.Contains(c.Points, number) })
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
func Citations(lib *plan.Library) []Cited {
	out := make([]Cited, len(lib.Sources))
	at := map[string]int{}
	sorted := slices.Clone(lib.Sources)
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
	for _, r := range lib.Records {
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

package table

import (
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
)

// Lineage is the drafts in time and what each was made from.
type Lineage struct {
	Drafts []Draft // dated ones in order, then undated ones
}

// Draft is one draft of a lineage.
type Draft struct {
	ID, Label   string
	By          string // who put it forward; "" if unknown
	Date        string // in words
	First, Last string // days between which it lies, as YYYY-MM-DD; "" if unknown
	Known       string
	Text        bool     // a source reproduces its text
	Follows     []string // drafts of the lineage that it was made from
	Chosen      bool     // one of the versions compared
}

// FromDrafts lays out the drafts that the evidence tells of; those that are
// compared are marked, and stay even where it tells of nothing in them.
func FromDrafts(lib *plan.Library, versions []*plan.Record, ev compare.Evidence) *Lineage {
	seen, _ := ev.Filter(lib, nil)
	drafts := slices.DeleteFunc(seen.Drafts(), func(r *plan.Record) bool {
		return r.ClaimCount() == 0 && !ev.IsZero() && !slices.ContainsFunc(versions, func(v *plan.Record) bool { return v.ID == r.ID })
	})
	out := &Lineage{}
	for _, r := range drafts {
		d := Draft{
			ID: r.ID, Label: r.Label, By: strings.Join(r.By, ", "), Date: compare.DateText(r.Date),
			First: r.Date.First(), Last: r.Date.Last(), Known: compare.KnownText(r), Text: compare.KnownAs(r) == plan.KnownText,
			Chosen: slices.ContainsFunc(versions, func(v *plan.Record) bool { return v.ID == r.ID }),
		}
		for _, id := range r.Follows {
			if slices.ContainsFunc(drafts, func(f *plan.Record) bool { return f.ID == id }) {
				d.Follows = append(d.Follows, id)
			}
		}
		out.Drafts = append(out.Drafts, d)
	}
	return out
}

package finding_test

import (
	"slices"
	"testing"

	"plandiff/internal/evidence"
	"plandiff/internal/finding"
	"plandiff/internal/plan"
	"plandiff/internal/plan/plantest"
	"plandiff/internal/query"
)

// TestDrafts: over random libraries drafts that are named stay the ones that are compared, one
// stands beside the one that it follows, the older first, and a point is of the first of them.
func TestDrafts(t *testing.T) {
	for seed := range int64(40) {
		lib := plantest.Random(seed)
		book := finding.Book{View: evidence.New(lib, evidence.Filter{})}
		lib = book.View.Library
		drafts := lib.Drafts()
		both := &query.Query{Kind: query.Compare, Versions: drafts[:2]}
		if got := book.Comparing(both); !slices.Equal(got, drafts[:2]) || book.Comparison(got) == nil {
			t.Errorf("seed %d: %v", seed, query.IDs(got))
		}
		if book.PointOf(both) != drafts[0] || book.Uptake(both) != nil {
			t.Errorf("seed %d: a point is of the first, and uptake is of three", seed)
		}
		if got := book.Comparing(new(query.Query)); !slices.Equal(got, book.Defaults()) {
			t.Errorf("seed %d: none is named: %v", seed, query.IDs(got))
		}
		for _, v := range drafts {
			got := book.Comparing(&query.Query{Kind: query.Compare, Versions: []*plan.Record{v}})
			if !slices.Contains(got, v) || lib.Base(v) != nil && !slices.Contains(got, lib.Base(v)) {
				t.Errorf("seed %d: %s beside %v", seed, v.ID, query.IDs(got))
			}
			for n := range v.PointCount {
				q := &query.Query{Kind: query.Point, Versions: []*plan.Record{v}, Points: []int{n + 1}}
				for _, f := range book.Points(q) {
					if f.Record != v {
						t.Errorf("seed %d: point %d of %s is told of %s", seed, n+1, v.ID, f.Record.ID)
					}
				}
			}
			for _, trail := range book.Trails(v, 1, drafts) {
				if !slices.Contains(drafts[1:], trail.Version) {
					t.Errorf("seed %d: point 1 of %s went to %s", seed, v.ID, trail.Version.ID)
				}
			}
		}
	}
}

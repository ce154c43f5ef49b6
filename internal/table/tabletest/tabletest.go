// Package tabletest lays out every view of a library, for the tests of what
// draws trees. Nothing in the program imports it.
package tabletest

import (
	"fmt"
	"testing"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/table"
)

// Tree is a view with the name of what it shows.
type Tree struct {
	Name string
	*table.Tree
}

// Everything is every view of all that a library holds, on the evidence that
// is admitted.
func Everything(t testing.TB, v *evidence.View) []Tree {
	t.Helper()
	var out []Tree
	add := func(name string, tree *table.Tree) { out = append(out, Tree{name, tree}) }
	drafts := v.Drafts()
	for _, r := range drafts[1:] {
		add("diff "+drafts[0].ID+" "+r.ID, Diff(t, v, drafts[0].ID, r.ID))
		if a, err := compare.Align(v, drafts[0].ID, r.ID); err == nil {
			add("align "+drafts[0].ID+" "+r.ID, table.FromAlignment(v, a))
		}
	}
	ids := v.Overview
	if len(ids) > 1 {
		add("diff of the overview", Diff(t, v, ids...))
		for _, fields := range []bool{false, true} {
			if m, err := compare.Survey(v, ids, fields); err == nil {
				add(fmt.Sprintf("matrix, fields %v", fields), table.FromMatrix(m))
			}
		}
	}
	if len(ids) > 2 {
		if u, err := compare.CompareUptake(v, ids[0], ids[1], ids[2]); err == nil {
			add("uptake", table.FromUptake(u, nil))
		}
	}
	for _, r := range v.Records {
		s, err := compare.Read(v, r.ID)
		if err != nil {
			t.Fatal(err)
		}
		add("show "+r.ID, table.FromRecord(s))
		if r.Kind == plan.Draft {
			o, err := compare.TraceOrigins(v, r.ID)
			if err != nil {
				t.Fatal(err)
			}
			add("origin "+r.ID, table.FromOrigins(o))
			for _, p := range r.Points[:min(len(r.Points), 2)] {
				if f, err := compare.Follow(v, r.ID, p.Number); err == nil {
					add(fmt.Sprintf("follow %s %d", r.ID, p.Number), table.FromTrails(f))
				}
			}
		}
	}
	add("history", table.FromHistories(v, compare.Histories(v, func(*plan.Topic, *plan.Field) bool { return true })))
	add("versions", table.FromRecords(v, v.Records))
	add("sources", table.FromCitations(v, compare.Citations(v), true))
	return out
}

// Diff is the comparison of versions with all its rows.
func Diff(t testing.TB, v *evidence.View, ids ...string) *table.Tree {
	t.Helper()
	c, err := compare.Compare(v, ids)
	if err != nil {
		t.Fatal(err)
	}
	return table.FromComparison(c, table.Options{Words: true})
}

package compare_test

import (
	"testing"

	"plandiff/internal/align"
	"plandiff/internal/compare"
	"plandiff/internal/plan"
)

// Point 3 of the E3 text is struck only for those who admit a source that
// says so.
func TestStruckPointNeedsEvidence(t *testing.T) {
	lib := shipped(t)
	for _, tt := range []struct {
		reason string
		ev     compare.Evidence
		struck bool
	}{
		{"all evidence: Reuters has the point struck", compare.Evidence{}, true},
		{"before the text was public nobody says so", compare.Evidence{AsOf: "2025-11-01"}, false},
		{"a source that says nothing of the point", compare.Evidence{Sources: []string{"rferl-2025-11-26"}}, false},
	} {
		a, err := compare.Align(lib, "us-28", "e3-28", tt.ev)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range a.Links {
			if l.From[0] == 3 && (l.Relation == align.Deleted) != tt.struck {
				t.Errorf("%s: point 3 is %s", tt.reason, l.Relation)
			}
		}
	}
}

// Two outlets that quote one person are one source.
func TestOneSpeakerIsOneSource(t *testing.T) {
	lib := &plan.Library{Sources: []*plan.Source{{ID: "daily"}, {ID: "weekly"}}}
	said := func(source, by string) *plan.Claim {
		return &plan.Claim{Source: source, Basis: plan.BasisSaid, By: by}
	}
	for _, tt := range []struct {
		reason string
		claims []*plan.Claim
		want   int
	}{
		{"one speaker in two papers", []*plan.Claim{said("daily", "the minister"), said("weekly", "the minister")}, 1},
		{"two speakers in two papers", []*plan.Claim{said("daily", "the minister"), said("weekly", "the envoy")}, 2},
		{"two papers on their own", []*plan.Claim{{Source: "daily", Basis: plan.BasisReported}, {Source: "weekly", Basis: plan.BasisReported}}, 2},
	} {
		if got := compare.Independent(lib, tt.claims); got != tt.want {
			t.Errorf("%s: %d independent sources, want %d", tt.reason, got, tt.want)
		}
	}
}

// Equal values with other qualifiers are the same, and it is said.
func TestQualifiersAreTold(t *testing.T) {
	c, err := compare.Compare(shipped(t), []string{"us-28", "zelensky-20"}, compare.Evidence{})
	if err != nil {
		t.Fatal(err)
	}
	told := false
	for _, r := range c.Rows {
		d := r.Cells[1].Difference
		if d.Qualified && d.Kind != compare.Same && d.Kind != compare.Reworded {
			t.Errorf("%s is qualified and %s", r.Field.ID, d.Kind)
		}
		if r.Field.ID == "army-size.coverage" {
			told = d.Qualified
		}
	}
	if !told {
		t.Error("the forces that are not counted are not told of army-size.coverage")
	}
}

// A dispute is no agreed change where a credited report says that the clause
// was kept, even one that is too vague to decide.
func TestKeptIsNoAgreedChange(t *testing.T) {
	limit := plan.Field{ID: "catch.limit", Kind: plan.Quantity, Unit: "tonnes"}
	tonnes := func(n float64) plan.Value { return plan.Value{HasNumber: true, Number: n, Unit: "tonnes"} }
	claim := func(c plan.Claim) plan.Claim {
		c.Source, c.Basis, c.State = "daily", plan.BasisReported, plan.Present
		if c.Rank == "" {
			c.Rank = plan.Normal
		}
		return c
	}
	for _, tt := range []struct {
		reason  string
		vague   plan.Claim
		changed bool
	}{
		{"another report only says that it changed", plan.Claim{Outline: true, ChangedFrom: "old"}, true},
		{"another report says that it was kept", plan.Claim{Outline: true, KeptFrom: "old"}, false},
		{"a report that is not credited says so", plan.Claim{Outline: true, KeptFrom: "old", Rank: plan.Deprecated}, true},
	} {
		lib := &plan.Library{
			Topics:  []plan.Topic{{ID: "catch", About: plan.AboutText, Fields: []plan.Field{limit}}},
			Sources: []*plan.Source{{ID: "daily"}},
			Records: []*plan.Record{
				{ID: "new", Kind: plan.Draft, Fields: []plan.FieldClaims{{Field: limit.ID, Claims: []plan.Claim{
					claim(plan.Claim{Value: tonnes(500)}), claim(plan.Claim{Value: tonnes(600)}), claim(tt.vague)}}}},
				{ID: "old", Kind: plan.Draft, Fields: []plan.FieldClaims{{Field: limit.ID, Claims: []plan.Claim{claim(plan.Claim{Value: tonnes(400)})}}}},
			},
		}
		c, err := compare.Compare(lib, []string{"old", "new"}, compare.Evidence{})
		if err != nil {
			t.Fatal(err)
		}
		if d := c.Rows[0].Cells[1].Difference; d.Kind != compare.Disputed || d.Changed != tt.changed {
			t.Errorf("%s: %s, changed %v", tt.reason, d.Kind, d.Changed)
		}
	}
}

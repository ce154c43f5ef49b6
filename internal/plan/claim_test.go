package plan_test

import (
	"testing"

	"plandiff/internal/plan"
)

func TestClaimed(t *testing.T) {
	for _, tt := range []struct {
		why   string
		claim plan.Claim
		want  plan.State
	}{
		{"a claim speaks for its state", plan.Claim{State: plan.Bracketed}, plan.Bracketed},
		{"to deny the clause is to say that it is not there", plan.Claim{State: plan.Present, Denies: true}, plan.Omitted},
		{"to deny one value says nothing of the clause", plan.Claim{State: plan.Present, Denies: true, Value: words("no limit")}, plan.Present},
	} {
		if got := tt.claim.Claimed(); got != tt.want {
			t.Errorf("claimed %s, want %s: %s", got, tt.want, tt.why)
		}
	}
}

func TestClaimAgrees(t *testing.T) {
	present := func(v plan.Value) plan.Claim { return plan.Claim{State: plan.Present, Value: v} }
	denied := func(v plan.Value) plan.Claim { return plan.Claim{State: plan.Present, Value: v, Denies: true} }
	for _, tt := range []struct {
		why  string
		a, b plan.Claim
		want bool
	}{
		{"equal values", present(words("Frozen")), present(words("frozen")), true},
		{"different values", present(number("600000", "")), present(number("800000", "")), false},
		{"in the text, and in the text with brackets", present(words("x")), plan.Claim{State: plan.Bracketed, Value: words("x")}, false},
		{"alternatives in brackets are different values", plan.Claim{State: plan.Bracketed, Value: words("x")}, plan.Claim{State: plan.Bracketed, Value: words("y")}, false},
		{"struck is struck, however it is put", plan.Claim{State: plan.Deleted, Value: words("limit removed")}, plan.Claim{State: plan.Deleted}, true},
		{"moved is moved", plan.Claim{State: plan.Severed, To: "annex"}, plan.Claim{State: plan.Severed, To: "side letter"}, true},
		{"struck is not moved", plan.Claim{State: plan.Deleted}, plan.Claim{State: plan.Severed, To: "annex"}, false},
		{"two denials of the clause", denied(plan.Value{}), denied(plan.Value{}), true},
		{"a denial of the clause against a value", denied(plan.Value{}), present(words("x")), false},
		{"a denied value against the value", denied(words("x")), present(words("x")), false},
		{"a denied value against another value: both may be so, neither says the same", denied(words("x")), present(words("y")), false},
		{"the same denied value", denied(words("x")), denied(words("X")), true},
		{"who says it, where and how does not matter",
			plan.Claim{State: plan.Present, Value: words("x"), Source: "a", Basis: plan.BasisText, By: "one", Point: 1, Hedged: true, Rank: plan.Preferred},
			plan.Claim{State: plan.Present, Value: words("x"), Source: "b", Basis: plan.BasisOpinion, By: "two", Point: 2, Rank: plan.Deprecated}, true},
	} {
		if got := tt.a.Agrees(&tt.b); got != tt.want {
			t.Errorf("Agrees = %v: %s", got, tt.why)
		}
		if got := tt.b.Agrees(&tt.a); got != tt.want {
			t.Errorf("Agrees = %v the other way round: %s", got, tt.why)
		}
		if !tt.a.Agrees(&tt.a) {
			t.Errorf("a claim does not agree with itself: %s", tt.why)
		}
	}
}

func TestClaimPlace(t *testing.T) {
	for _, tt := range []struct {
		why   string
		claim plan.Claim
		want  string
	}{
		{"point and sub-point", plan.Claim{Point: 10, Part: "c"}, "10c"},
		{"a point alone", plan.Claim{Point: 7}, "7"},
		{"a letter without its point is no place", plan.Claim{Part: "c"}, ""},
	} {
		if got := tt.claim.Place(); got != tt.want {
			t.Errorf("place %q, want %q: %s", got, tt.want, tt.why)
		}
	}
}

func TestSourcePublic(t *testing.T) {
	for _, tt := range []struct {
		why    string
		source plan.Source
		want   plan.Date
	}{
		{"the day shown by the source", plan.Source{Published: "2025-11-20", PublicBy: "2025-11-30"}, "2025-11-20"},
		{"else the latest day it can be", plan.Source{PublicBy: "2025-11-30"}, "2025-11-30"},
		{"else unknown", plan.Source{}, ""},
	} {
		if got := tt.source.Public(); got != tt.want {
			t.Errorf("public %q, want %q: %s", got, tt.want, tt.why)
		}
	}
	if (&plan.Source{ID: "a"}).Founding() || !(&plan.Source{File: "a.txt"}).Founding() {
		t.Error("a founding document is one with a file, and no other")
	}
}

package compare_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
)

// behind lists each content with the sources of its claims, and of its terms:
// "600 tonnes (p q), in season (q)".
func behind(r compare.Reading) []string {
	sources := func(claims []*plan.Claim) string {
		var ids []string
		for _, c := range claims {
			ids = append(ids, c.Source)
		}
		return " (" + strings.Join(ids, " ") + ")"
	}
	var out []string
	for _, k := range r.Contents {
		terms := k.Terms
		k.Terms = nil
		s := content(k) + sources(k.Claims)
		for _, term := range terms {
			s += ", " + term.Text + sources(term.Claims)
		}
		out = append(out, s)
	}
	return out
}

// Inside one version the vaguer of two claims does not contradict the fuller
// one; it stands behind it.
func TestVaguerClaimsJoin(t *testing.T) {
	floor := plan.Value{Number: "600", Unit: "tonnes", Bound: plan.AtLeast}
	for _, tt := range []struct {
		why    string
		field  string
		claims claims
		want   []string
	}{
		{"fewer terms", limit, claims{claim("p", tonnes(600)), claim("q", tonnes(600), qualified("in season"))}, []string{"600 tonnes (p q), in season (q)"}},
		{"other terms add up", limit, claims{claim("p", tonnes(600), qualified("at night")), claim("q", tonnes(600), qualified("in season"))}, []string{"600 tonnes (p q), at night (p), in season (q)"}},
		{"one term of two sources", limit, claims{claim("p", tonnes(600), qualified("at night")), claim("q", tonnes(600), qualified("at night"))}, []string{"600 tonnes (p q), at night (p q)"}},
		{"about a number and the number", limit, claims{claim("p", about(600)), claim("q", tonnes(600))}, []string{"600 tonnes (q p)"}},
		{"about a number and another", limit, claims{claim("p", about(600)), claim("q", tonnes(601))}, []string{"about 600 tonnes (p)", "601 tonnes (q)"}},
		{"about a number, in another scale", limit, claims{claim("p", plan.Value{Number: "1", Unit: "thousand tonnes", Bound: plan.Around}), claim("q", tonnes(1000))}, []string{"1,000 tonnes (q p)"}},
		{"a floor is no vaguer number", limit, claims{claim("p", floor), claim("q", tonnes(600))}, []string{"at least 600 tonnes (p)", "600 tonnes (q)"}},
		{"a month and a day in it", since, claims{claim("p", day("2031-03")), claim("q", day("2031-03-05"))}, []string{"2031-03-05 (q p)"}},
		{"a month and a day in another", since, claims{claim("p", day("2031-03")), claim("q", day("2031-04-05"))}, []string{"2031-03 (p)", "2031-04-05 (q)"}},
		{"a month takes no side between its days", since, claims{claim("p", day("2031-03-05")), claim("q", day("2031-03-06")), claim("r", day("2031-03"))}, []string{"2031-03-05 (p r)", "2031-03-06 (q r)"}},
		{"a year, a month, a day: each once", since, claims{claim("p", day("2031")), claim("q", day("2031-03")), claim("r", day("2031-03-05"))}, []string{"2031-03-05 (r p q)"}},
		{"a month that only a bracket narrows", since, claims{claim("p", day("2031-03")), claim("q", day("2031-03-05"), bracketed)}, []string{"2031-03 (p)", "[2031-03-05] (q)"}},
		{"who denies a month says more than who denies a day", since, claims{claim("p", day("2031-03")), claim("q", day("2031-03"), denies), claim("r", day("2031-03-05"), denies)}, []string{"2031-03 (p)", "denied 2031-03 (q)"}},
		{"a denial of the vaguer claim does not touch the fuller one", limit, claims{claim("p", about(600)), claim("q", tonnes(600)), claim("r", about(600), denies)}, []string{"600 tonnes (q p)"}},
		{"that it is there, and roughly what it says", limit, claims{claim("p", nothing, outline), claim("q", tonnes(600), outline)}, []string{"600 tonnes (outline) (q p)"}},
		{"roughly two different things", limit, claims{claim("p", tonnes(500), outline), claim("q", tonnes(600), outline)}, []string{"500 tonnes (outline) (p)", "600 tonnes (outline) (q)"}},
		{"a vaguer claim supports a preferred one", limit, claims{claim("p", about(600)), claim("q", tonnes(600), preferred)}, []string{"600 tonnes (q p)"}},
		{"a preferred claim decides, however vague", limit, claims{claim("p", about(600), preferred), claim("q", tonnes(600))}, []string{"about 600 tonnes (p)"}},
	} {
		got := derive(t, draft("v", tt.field, tt.claims...), tt.field)
		if diff := cmp.Diff(tt.want, behind(got)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.why, diff)
		}
		if disputed := got.State == plan.Disputed; disputed != (len(tt.want) > 1) {
			t.Errorf("%s: %s with %d contents", tt.why, got.State, len(tt.want))
		}
		for _, k := range got.Others() {
			if len(tt.want) == 1 && k.State == plan.Present && k.Value.Covers(got.Contents[0].Value) {
				t.Errorf("%s: %q counts as another copy's words", tt.why, content(k))
			}
		}
	}
}

// To derive a reading leaves the records as they are.
func TestDeriveChangesNothing(t *testing.T) {
	make := func() *plan.Record {
		return draft("v", limit, claim("p", about(600), qualified("at night")), claim("q", tonnes(600)), claim("r", tonnes(700)))
	}
	r := make()
	derive(t, r, limit)
	if diff := cmp.Diff(make(), r); diff != "" {
		t.Errorf("(-before +after)\n%s", diff)
	}
}

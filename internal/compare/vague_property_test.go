package compare_test

import (
	"slices"
	"testing"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
)

// vaguer are claims that say less than a claim, and nothing else.
func vaguer(c plan.Claim) []plan.Claim {
	if c.Denies || c.State != plan.Present || c.Outline {
		return nil
	}
	brief, outlined := c, c
	brief.Qualifiers = nil
	outlined.Qualifiers, outlined.Value, outlined.Outline = nil, plan.Value{}, true
	out := []plan.Claim{brief, outlined}
	switch v := c.Value; {
	case v.HasNumber() && v.Bound == plan.Exact:
		brief.Value.Bound = plan.Around
		out = append(out, brief)
	case len(v.Date) == len("2031-03-01"):
		brief.Value.Date = v.Date[:len("2031-03")]
		out = append(out, brief)
	}
	return out
}

// A vaguer claim never makes nor unmakes a dispute, nor takes a term away or
// brings one in.
func TestVaguerClaimsMakeNoDispute(t *testing.T) {
	eachLibrary(t, func(t *testing.T, lib *plan.Library) {
		v, tried := view(lib), 0
		for _, r := range lib.Drafts() {
			for f, fc := range r.Fields {
				topic, field := lib.Field(fc.Field)
				before := compare.Derive(v, r, topic, field)
				for _, c := range fc.Claims {
					for _, vague := range vaguer(c) {
						tried++
						more := *r
						more.Fields = slices.Clone(r.Fields)
						more.Fields[f].Claims = append(slices.Clone(fc.Claims), vague)
						after := compare.Derive(v, &more, topic, field)
						if before.State != after.State || reading(before) != reading(after) {
							t.Errorf("%s %s: %s %q; with %+v besides it is %s %q", r.ID, field.ID, before.State, reading(before), vague, after.State, reading(after))
						}
					}
				}
			}
		}
		if lib.Record("us-28") != nil && tried < 100 {
			t.Errorf("%d vaguer claims were tried", tried)
		}
	})
}

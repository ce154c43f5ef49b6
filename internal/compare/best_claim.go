package compare

import (
	"slices"

	"plandiff/internal/plan"
)

// BestClaim is the claim that shows a content best: the text's own words first.
func BestClaim(claims []*plan.Claim) *plan.Claim {
	var out *plan.Claim
	rank := func(c *plan.Claim) int {
		n := 2 * slices.Index(plan.Bases, c.Basis)
		if c.Phrase == "" {
			n += 3
		}
		if c.Rank == plan.Deprecated {
			n += 20
		}
		return n
	}
	for _, c := range claims {
		if out == nil || rank(c) < rank(out) {
			out = c
		}
	}
	return out
}

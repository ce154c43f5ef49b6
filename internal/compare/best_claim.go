package compare

import (
	"slices"

	"plandiff/internal/plan"
)

// strongest is the claim that shows a content best: the text's own words first.
func strongest(claims []*plan.Claim) *plan.Claim {
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

// Showing is the claim that shows what claims say best: from a source in English
// that is not weak, if one is; sure of it; with words to quote, and with a day that the
// source shows, where that can be had too.
func Showing(lib *plan.Library, claims []*plan.Claim) *plan.Claim {
	for _, wanted := range [...]func(*plan.Claim, *plan.Source) bool{
		func(_ *plan.Claim, src *plan.Source) bool { return !src.LowReliability && src.Language == "" },
		func(c *plan.Claim, _ *plan.Source) bool { return !c.Hedged && !c.Outline },
		func(c *plan.Claim, _ *plan.Source) bool { return c.Phrase != "" },
		func(_ *plan.Claim, src *plan.Source) bool { return src.Published != "" },
	} {
		kept := slices.DeleteFunc(slices.Clone(claims), func(c *plan.Claim) bool {
			src := lib.Source(c.Source)
			return src == nil || !wanted(c, src)
		})
		if len(kept) > 0 {
			claims = kept
		}
	}
	return strongest(claims)
}

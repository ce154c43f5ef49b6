package compare

import (
	"slices"

	"plandiff/internal/plan"
)

// KnownAs is how a version is known as a whole on the evidence that is
// admitted: a text of which no admitted source reproduces a word is known
// from reports.
func KnownAs(r *plan.Record) plan.Witness {
	if r.Known != plan.KnownText {
		return r.Known
	}
	for _, fc := range r.Fields {
		if slices.ContainsFunc(fc.Claims, func(c plan.Claim) bool { return c.Basis == plan.BasisText }) {
			return plan.KnownText
		}
	}
	return plan.KnownReported
}

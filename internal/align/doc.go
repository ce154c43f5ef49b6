// Package align says which points of two versions correspond. A number is
// never an identity: the links come from records, curated by hand, and where
// there are none from the fields that two points share. It knows no states
// and no rendering.
//
//	two plan.Records ── curated links, shared fields ──> Links, Unmatched, Candidates
package align

// Package record turns files into a plan.Library and checks them: vocabulary,
// source cards, records, then the disagreements between their claims. A library
// with any problem is refused whole, with the problems listed as
// file:line:column.
//
//	plans/vocabulary.yaml     ─┐
//	seeds/**/*.yaml            ├─ yaml nodes ── reader ──> plan.Library
//	plans/**/*.yaml            │                   └─────> Problems
//	plans/disagreements.yaml  ─┘
//
// Strings are cleaned and folded here, at the door. Cost and memory grow with
// the files, and both have bounds. The package derives no states and compares
// nothing.
package record

// Package record turns files into a plan.Library and checks them: vocabulary,
// source cards, records, then the disagreements between their claims. A library with any problem is refused whole,
// with every problem listed as file:line:column.
//
//	plans/vocabulary.yaml     ─┐
//	seeds/*.yaml               ├─ yaml nodes ── reader ──> plan.Library
//	plans/**/*.yaml            │                   └─────> Problems
//	plans/disagreements.yaml  ─┘
//
// Strings are cleaned here, at the door. The package derives no states and
// compares nothing.
package record

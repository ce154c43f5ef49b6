// Package record turns files into a plan.Library and checks them: vocabulary,
// source cards, records, the words that people use for them, then the
// disagreements between their claims. A library with any problem is refused
// whole, with the problems listed as file:line:column. It also writes a record
// as the file that gives it back.
//
//	plans/vocabulary.yaml     ─┐
//	seeds/**/*.yaml            │
//	plans/**/*.yaml            ├─ yaml nodes ── reader ──> plan.Library
//	plans/words.yaml           │                   └─────> Problems
//	plans/disagreements.yaml  ─┘
//	plan.Record ── Write ──> YAML
//
// Strings are cleaned and folded here, at the door. Cost and memory grow with
// the files, and both have bounds. The package derives no states and compares
// nothing.
package record

// Package record turns files into a plan.Library and checks them: vocabulary,
// source cards, records, then the disagreements between their claims; and, for
// those who ask for them, into the plan.Words that people use for these. What
// has any problem is refused whole, with the problems listed as file:line:column.
// It also writes a record as the file that gives it back.
//
//	plans/vocabulary.yaml     ─┐
//	seeds/**/*.yaml            ├─ yaml nodes ── reader ──> plan.Library
//	plans/**/*.yaml            │                   ├─────> Problems
//	plans/disagreements.yaml  ─┘                   │
//	plans/words.yaml          ─── yaml nodes ──────┴─────> plan.Words
//	plan.Record ── Write ──> YAML
//
// Strings are cleaned and folded here, at the door. Cost and memory grow with
// the files, and both have bounds. The package derives no states and compares
// nothing.
package record

// Package export writes comparisons and records for other programs. The JSON
// schemas are stable: a change to one raises its number.
//
//	compare.Comparison ──> plandiff.diff/1
//	plan.Record        ──> plandiff.show/1, plandiff.versions/1
//	plan.Source        ──> plandiff.sources/1
package export

// Package redline compares documents point by point: which points correspond,
// what became of each, and which words, numbers and brackets changed. It reads
// no file and words nothing.
//
//	[]*intake.Document ── align.Match, prose.Diff ──> Comparison (rows of cells)
//	Comparison ── Track ──> the paragraphs of both in one, as Word tracks changes
//
// A point without a sure counterpart is not called deleted: it is deleted only
// where nothing in the other document comes near it.
package redline

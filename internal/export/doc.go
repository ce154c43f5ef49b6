// Package export writes comparisons and records for other programs and other
// people. It compares nothing and looks nothing up: what it writes was laid
// out and worded before.
//
//	table.Table, compare.Matrix, table.Lineage, table.Timeline
//	    ── Document ── Writer ──> md, csv, tsv, html, xlsx, docx, svg
//	compare.Comparison ──> plandiff.diff/1
//	plan.Record        ──> plandiff.show/1, plandiff.versions/1
//	plan.Source        ──> plandiff.sources/1
//
// Every format carries the same cells, takes no text for anything but text,
// and has the same bytes on every run. The JSON schemas are stable: a change
// to one raises its number.
package export

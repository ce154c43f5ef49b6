// Package export writes a view as a file for other programs and other people.
// It compares nothing and looks nothing up: what it writes was laid out and
// worded before.
//
//	table.Tree, Matrix, Lineage, Charts ── Document ── Writer ──> md, csv, tsv, html, xlsx, docx, svg
//	ooxml.Paragraph ── Tracked ──> docx with tracked changes
//
// Every format carries the same cells, takes no text for anything but text,
// and has the same bytes on every run. JSON is the business of package jsonout.
package export

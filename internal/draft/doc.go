// Package draft turns a document that was read into a record, and the wording
// that a record keeps into a document again. It reads and writes no file, and
// compares nothing.
//
//	intake.Document ── New ──> plan.Record, its plan.Source, what was left out
//	plan.Record ── Document ──> intake.Document
//
// What a record says of fields is what intake.Find is sure of. A field that it
// does not find is not reported: the document may have it in other words.
package draft

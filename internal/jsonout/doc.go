// Package jsonout writes every view as JSON, in one envelope: a schema with
// its number, the evidence that is admitted, what the view shows, and the
// sources behind it. It reads the tree that every renderer draws, and takes its
// words from wording. Keys keep their names and meaning; a change to a schema raises its
// number.
//
//	table.Tree ── Write ──> JSON
package jsonout

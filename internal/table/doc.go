// Package table is the one layout that every renderer shares: columns,
// sections, rows, cells as lines of marked words, and numbered sources. It
// decides what stands where of that which package compare found; it knows
// neither terminals nor file formats, and compares nothing but the words
// inside two values.
//
//	compare.Comparison ──> Table ──> screen, export
//	plan.Record        ──> Table
package table

// Package screen draws tables and lists on a terminal, or as plain text where
// there is none. It compares nothing and looks nothing up: a table.Table, or
// a list of Blocks, comes in, and lines of at most the given width go out.
//
//	table.Table ── Side | Stacked | Lines ──> styled lines
//
// Colour and bold only repeat what symbols and words say. Without colour the
// words that differ stand in [-...-] and {+...+}.
package screen

// Package screen draws a tree on a terminal, or as plain text where there is
// none. It compares nothing and looks nothing up: a table.Tree comes in, and
// lines of at most the given width go out.
//
//	table.Tree ── Draw ──> text (grids, then sections as Side, Stacked or Lines)
//	table.Tree ── NewPane ──> its parts one by one, for package browse
//
// Colour and bold only repeat what symbols and words say. Without colour the
// words that differ stand in [-...-] and {+...+}.
package screen

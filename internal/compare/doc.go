// Package compare says what the claims add up to and how versions differ. It
// reads a view of the records and makes plain results; it words nothing, lays
// nothing out and knows no file.
//
//	record, field ── Derive ──> Reading (state, contents with terms, claims)
//	two Readings ── pair ──> Difference (kind, terms, step)
//	versions ── Compare ──> Comparison (rows of cells), counts by pair
//
// Its one rule: a difference is shown only where the sources carry it. What
// nobody has reported is a lacuna, and a lacuna differs from nothing.
package compare

// Package compare says what the claims add up to and how versions differ. It
// reads a plan.Library and makes plain results, and it has the one wording of
// each, so that tables and answers say the same. It lays nothing out and knows
// no file.
//
//	plan.Library ── Evidence.Filter ──> plan.Library (claims one is willing to believe)
//	     record, field ── Derive ──> Reading (state, contents, claims)
//	     two Readings ── pair ──> Kind, Delta
//	     versions ── Compare ──> Comparison (rows of cells)
//
// Its one rule: a difference is shown only where the sources carry it. What
// nobody has reported is a lacuna, and a lacuna differs from nothing.
package compare

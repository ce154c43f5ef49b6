// Package rank judges which fields and which cells of records a question means, by
// some forty features of how its words meet names, values, phrases and speakers.
// Their weights are trained from labelled questions (internal/ask), and none is
// about a single word: a library on another subject is ranked in the same way.
//
//	search.Match, names of the question ── Rank ──> cells, best first
//
// It knows no kind of question and says nothing.
package rank

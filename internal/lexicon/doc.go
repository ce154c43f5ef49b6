// Package lexicon is one dictionary over the names of a library's records: it
// finds versions, numbers of points, days and points in a question, the longest
// name first, in one pass. Names are kept in canonical form: names that mean the
// same are one token, and so are plan, draft, text and the like. What is said of a
// draft side by side, who, where, what and when, is read together: "the April 2025
// US paper"; a day that is part of it is no day of the question.
//
//	plan.Library's names ── New ──> Lexicon
//	words of a question ── Read ──> Named (records, points, days, what is false)
//	its terms ── Left ──> what it is about
//	its words ── Cues ──> what kind of answer it wants
//
// It knows no subject: all names are the library's.
package lexicon

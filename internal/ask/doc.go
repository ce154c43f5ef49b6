// Package ask reads a question as people type it, compiles it into a query, and
// answers the query by the views that exist, with a first paragraph that can be
// quoted. It computes no state and no difference of its own, and lays nothing out.
//
//	question ── spell, lexicon ──> names, days, points; the rest is what it is about
//	the rest ── search, rank ──> fields and cells of records, best first
//	names, cues, fields ── compile ──> query (kind, versions, fields), also a command
//	query ── compare ──> findings ── compose ──> first paragraph
//
// Which field and which record a question means is judged by rank; its weights are
// trained from the labelled questions in testdata.
//
// Its one rule: a value is told only of the record whose claims carry it. What
// nobody has reported is said to be not reported, with the nearest thing that
// is; what the records do not cover gets no answer.
package ask

//go:generate go test -run TestWeights -update .

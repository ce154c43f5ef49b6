// Package rank judges which fields and which cells of records a question means, by
// some forty features of how its words meet names, values, phrases and speakers.
// Their weights are trained from labelled questions (internal/ask), and none is
// about a single word: a library on another subject is ranked in the same way.
//
//	terms, names of the question ── Take ──> voice, subject
//	search.Match, names of the question ── Rank ──> cells, best first ── Meant ──> fields
//
// How much of a question a field, a record, a claim or a cell has is judged here
// alone, by Asked: which fields are meant, whether a value has every word of it,
// whose words are asked for. It knows no kind of question and says nothing.
//
// Tried on questions that training had not seen, and left out, as nothing came of it:
// the rarest word of a question by itself, the word that is counted or chosen ("how
// many tanks"), how much of a title a question has, words by the one name that they
// stand in, more passes over the questions in another order, less weight for fields
// of which drafts say much.
package rank

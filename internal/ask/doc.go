// Package ask reads a question as people type it and answers it from the
// records. It computes no state and no difference of its own: those come from
// compare, and so do the words for them. It looks nothing up outside the
// library, and it knows no renderer.
//
//	question ── halves ──> one or two questions, the second going on from the first
//	question ── tokens ──> words, numbers, dates
//	   words ── names, descriptions, fields, cues ──> Understood (intent, versions, fields)
//	   words ── stems, aliases, thesaurus ──> every claim, weighed ──> matches
//	Understood, matches ── route ──> compare ──> Answer (text, findings, nearest)
//
// Whatever explains more of a question decides: the fields of the versions it
// names, which are answered field by field, or single claims of positions and
// events, which are told with who says so. A word counts the more the fewer
// claims have it. Questions on which accounts differ are named in the library.
//
// Names of versions, topics, people and their synonyms live in the library.
// The code knows English, and what one can ask of versions of a text; it does
// not know what the text is about.
//
// Its one rule: a value is told only of the record whose claims carry it.
// What nobody has reported is said to be not reported, with the nearest thing
// that is, labelled as such; a question that the records do not cover gets no
// answer.
package ask

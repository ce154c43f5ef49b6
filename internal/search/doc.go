// Package search finds claims by words. Every claim of the library is a small
// document in zones: what it is about (topic, field, their synonyms), the record
// that it stands in, what it says (value, phrase, note) and who says it (speaker,
// publisher). A query's words are weighed by how few fields have them, and each
// is matched by its stem, by the library's aliases, by an English thesaurus and,
// where nothing else fits, by the nearest spelling.
//
//	plan.Library ── New, or Restore from what Made kept ──> Index (stem -> places)
//	words ── Index.Match ──> Match (each word's strength in each unit and zone)
//	Match ── Find ──> hits, best first
//
// It knows no command, lays nothing out and compares nothing. Nothing in it is
// about one negotiation: names and synonyms live in the library.
package search

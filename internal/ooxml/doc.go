// Package ooxml reads and writes Office files (docx, xlsx). It knows the
// container and its markup; what the text means is the caller's.
//
//	bytes ── Open ──> Package ── Part ──> XML ── Tokens ──> elements and text
//	Document ── Write ──> docx, the same bytes for the same document
//
// What is read comes from nobody that we trust. What is written is valid by
// the schema of ECMA-376, in which the order of child elements counts: Word
// calls a file damaged where w:color stands before w:b.
package ooxml

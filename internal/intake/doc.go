// Package intake reads a draft document (plain text, Markdown, HTML, Word or
// PDF) into numbered points, each with the words, the place, the square
// brackets and the tracked changes that it has there. It knows no versions,
// no records and no other document, and it writes nothing.
//
//	bytes ── sniff ──> format ── reader of the format ──> blocks ── outline ──> Document ── Find ──> Found
//
// A block is a paragraph, heading or list item with what its format says of
// it; from there on all formats are one, so that the same draft gives the
// same points however it was saved. Every string is cleaned where a block is
// made. What is unsure stays wording: a number at the start of a line is a
// label only where the lines around it make it one.
package intake

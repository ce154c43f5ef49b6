// Package ooxml opens Office packages (docx, xlsx) from bytes that nobody
// trusts, and reads the XML of their parts. It knows the container: zip
// limits, parts, relationships, tokens. What the parts mean is the caller's.
//
//	bytes ── Open ──> Package ── Part ──> XML ── Tokens ──> elements and text
package ooxml

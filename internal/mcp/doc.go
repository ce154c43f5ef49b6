// Package mcp gives the facts to an assistant: a Model Context Protocol server
// on two streams. Each tool reads its arguments, looks at the library through
// one evidence.View made for the call, takes the tree that every renderer draws,
// and answers with compact JSON: ids, states, values, and for each value the
// sources that carry it.
//
//	line ──> lines (one message a line) ──> tool.decode ──> evidence.View
//	     ──> compare, search, question ──> table.Tree ──> reply ──> JSON text
//
// It knows neither files nor commands: the library is given at the start, names
// are read by the rules of the command line (Names), nothing is written and
// nothing is fetched. A message that cannot be read is answered with an error,
// and the server stays up.
package mcp

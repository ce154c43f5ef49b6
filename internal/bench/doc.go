// Command bench measures how the cost of plandiff's commands grows, and what a
// peer needs for the same work in the same run. It is a module of its own, so
// that the peer does not enter the program's dependencies.
//
//	Shape ── Write ──> workspace of invented records ── plandiff COMMAND ──> CPU seconds
//	      ── WritePeer ──> the same records as YAML ── dyff between ──> CPU seconds
//
// Run it from its folder with "go run .". Each figure is the least of several
// runs of a cold process, user and system time together. The exponent e of a
// row says that cost grew with n^e between its two largest sizes.
//
// The benchmarks of the tests measure the comparison alone, in memory.
package main

// Package cli is the command line: flags, help, exit codes. A command reads
// its flags, asks the packages below for a result, and hands it to a
// renderer; it computes nothing itself. One file a command.
//
//	args, Streams ── Run ──> command ──> exit code
//	flags, arguments ── selectionOf ──> selection ── view ──> table.Tree ── show ──> text, JSON
package cli

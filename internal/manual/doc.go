// Package manual writes the reference of a command tree as the files that a
// package of the program installs: a man page for each command and help topic,
// and completions for four shells. It knows the tree alone, no command of it.
//
//	cobra.Command ── Files ──> *.1, *.7, completions/* by name
//
// The same tree gives the same bytes: a page bears no date.
package manual

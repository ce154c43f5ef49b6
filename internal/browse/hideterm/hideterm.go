// Package hideterm keeps the library that browse draws with from asking the
// terminal for its background. It asks when the program starts, whatever the
// command, and where a terminal does not answer every command would wait for
// seconds. It asks no terminal that is called dumb, so the terminal is called
// so until all packages are ready. Importing nothing but os, this package is
// ready before that library. Restore is called once, by what imports it.
//
//	hideterm: TERM=dumb ──> bubbletea: asks nothing ──> Restore: TERM as before
package hideterm

import "os"

const name = "TERM"

// Before is what the terminal was called when the program started.
var Before = hide()

func hide() string {
	before := os.Getenv(name)
	if before != "" {
		_ = os.Setenv(name, "dumb")
	}
	return before
}

// Restore gives the terminal its name back, and returns it.
func Restore() string {
	if Before != "" {
		_ = os.Setenv(name, Before)
	}
	return Before
}

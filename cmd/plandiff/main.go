// Command plandiff compares versions of a negotiated text, field by field,
// each value with its source. Run it with --help for the manual.
package main

import (
	"os"

	"plandiff/internal/cli"
)

func main() { os.Exit(cli.Run(os.Args[1:], cli.System())) }

// Command plandiff compares versions of a negotiated text, field by field,
// each value with its source. Run it with --help for the manual.
package main

import (
	"os"
	"os/signal"
	"syscall"

	"plandiff/internal/cli"
)

func main() {
	signal.Ignore(syscall.SIGPIPE) // a reader who has had enough is no failure
	os.Exit(cli.Run(os.Args[1:], cli.System()))
}

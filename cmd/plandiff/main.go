// Command plandiff compares versions of a negotiated text, field by field,
// each value with its source. Run it with --help for the manual.
package main

import (
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"syscall"

	"plandiff/internal/cli"
)

func main() {
	collectLater()
	signal.Ignore(syscall.SIGPIPE) // a reader who has had enough is no failure
	os.Exit(cli.Run(os.Args[1:], cli.System()))
}

// collectLater puts the first garbage collection off until the heap has 24 MiB.
// By default it comes at 4 MiB, in the middle of comparing two shipped drafts,
// which are done soon after; it took as long as the comparison. From the first
// collection on, memory grows as usual.
func collectLater() {
	if os.Getenv("GOGC") != "" {
		return
	}
	usual := debug.SetGCPercent(600)
	runtime.SetFinalizer(new([16]byte), func(*[16]byte) { debug.SetGCPercent(usual) })
}

package cli

import (
	"io"
	"strings"
	"testing"
)

// The shipped comparison inside one process: what it costs beyond starting.
func BenchmarkDiff(b *testing.B) {
	for _, bb := range []struct {
		name string
		args []string
	}{
		{"text", []string{"diff"}},
		{"json", []string{"diff", "--format", "json"}},
		{"filtered", []string{"diff", "--only-sources", "seeds"}},
	} {
		b.Run(bb.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if code := Run(bb.args, Streams{In: strings.NewReader(""), Out: io.Discard, Err: io.Discard}); code != ExitOK {
					b.Fatalf("exit code %d", code)
				}
			}
		})
	}
}

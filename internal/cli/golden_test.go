package cli

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden captures anew")

// lake is the workspace of an invented negotiation.
const lakeDir = "../../cmd/plandiff/testdata/lake"

var lake = []string{"--workspace", lakeDir, "--no-shipped"}

// run carries out a command line without a terminal.
func run(args ...string) (code int, out, errs string) {
	var o, e bytes.Buffer
	code = Run(args, Streams{In: strings.NewReader(""), Out: &o, Err: &e})
	return code, o.String(), e.String()
}

// output is what a command line prints; it must succeed and say nothing else.
func output(t testing.TB, args ...string) string {
	t.Helper()
	code, out, errs := run(args...)
	if code != ExitOK || errs != "" {
		t.Fatalf("plandiff %s: exit code %d: %s", strings.Join(args, " "), code, errs)
	}
	return out
}

// golden compares an output with its capture. Escapes are written as ␛, to
// be seen.
func golden(t *testing.T, name, got string) {
	t.Helper()
	got = strings.ReplaceAll(got, "\x1b", "␛")
	file := filepath.Join("testdata", "golden", name+".golden")
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v; go test ./internal/cli -run %s -update writes it", err, t.Name())
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("%s (-want +got); read it, then run go test ./internal/cli -update\n%s", file, diff)
	}
}

// styles are the ways in which one text is printed.
var styles = []struct {
	name string
	args []string
}{
	{"plain", nil},
	{"colour", []string{"--color", "always"}},
	{"ascii", []string{"--ascii"}},
}

// The comparison that is shown by default, as every sort of terminal has it.
func TestGoldenDiff(t *testing.T) {
	for _, set := range []struct {
		name string
		args []string
	}{{"diff", nil}, {"lake/diff", lake}} {
		for _, width := range []int{60, 80, 120, 200} {
			for _, style := range styles {
				name := fmt.Sprintf("%s-%d-%s", set.name, width, style.name)
				t.Run(name, func(t *testing.T) {
					args := append([]string{"diff", "--width", fmt.Sprint(width)}, set.args...)
					golden(t, name, output(t, append(args, style.args...)...))
				})
			}
		}
	}
}

// captured are the other commands, at two widths and as JSON: on the invented
// negotiation in full, on the shipped records where users will look first.
var captured = []struct {
	name string
	args []string
}{
	{"lake/matrix", append([]string{"matrix"}, lake...)},
	{"lake/matrix-fields", append([]string{"matrix", "--fields"}, lake...)},
	{"lake/history", append([]string{"history", "catch"}, lake...)},
	{"lake/origin", append([]string{"origin", "final-9"}, lake...)},
	{"lake/uptake", append([]string{"uptake", "joint-8", "counter-8", "final-9", "--all"}, lake...)},
	{"lake/align", append([]string{"align", "joint-8", "final-9"}, lake...)},
	{"lake/follow", append([]string{"show", "joint-8", "2", "--follow"}, lake...)},
	{"lake/show", append([]string{"show", "quay-text"}, lake...)},
	{"lake/all", append([]string{"diff", "--all", "--words"}, lake...)},
	{"lake/as-of", append([]string{"diff", "--as-of", "2031-04-12"}, lake...)},
	{"lake/seeds", append([]string{"diff", "--only-sources", "seeds"}, lake...)},
	{"matrix", []string{"matrix"}},
	{"history-army-limit", []string{"history", "army-size.limit"}},
	{"origin-army", []string{"origin", "zelensky-20", "army-size"}},
	{"uptake-army", []string{"uptake", "us-28", "e3-28", "zelensky-20", "--topic", "army-size"}},
	{"align", []string{"align", "us-28", "zelensky-20"}},
	{"follow-21", []string{"show", "us-28", "21", "--follow", "--sources", "short"}},
	{"army-as-of", []string{"diff", "--topic", "army-size", "--as-of", "2025-11-24"}},
	{"nato-seeds", []string{"diff", "--topic", "nato", "--all", "--only-sources", "seeds"}},
}

func TestGoldenCommands(t *testing.T) {
	for _, tt := range captured {
		for _, width := range []int{80, 120} {
			name := fmt.Sprintf("%s-%d", tt.name, width)
			t.Run(name, func(t *testing.T) {
				golden(t, name, output(t, append(tt.args, "--width", fmt.Sprint(width))...))
			})
		}
		t.Run(tt.name+"-json", func(t *testing.T) {
			golden(t, tt.name+"-json", output(t, append(tt.args, "--format", "json")...))
		})
	}
}

func TestGoldenJSON(t *testing.T) {
	for _, tt := range []struct {
		name string
		args []string
	}{
		{"diff-json", []string{"diff"}},
		{"diff-us-28-zelensky-20-json", []string{"diff", "us-28", "zelensky-20"}},
		{"lake/diff-json", append([]string{"diff"}, lake...)},
	} {
		t.Run(tt.name, func(t *testing.T) {
			golden(t, tt.name, output(t, append(tt.args, "--format", "json")...))
		})
	}
}

package cli

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var (
	update = flag.Bool("update", false, "write the golden captures anew")
	long   = flag.Bool("long", false, "walk as often as before a release")
)

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

// captured are command lines whose output is kept: of the invented negotiation
// every view, at the widths and in the styles that differ; of the shipped
// records, which change often, three.
var captured = []struct {
	name string
	args []string
}{
	{"lake/diff-60", append([]string{"diff", "--width", "60"}, lake...)},
	{"lake/diff-80", append([]string{"diff", "--width", "80"}, lake...)},
	{"lake/diff-120", append([]string{"diff", "--width", "120", "--sources", "full"}, lake...)},
	{"lake/diff-200", append([]string{"diff", "--width", "200", "--sources", "none"}, lake...)},
	{"lake/diff-colour", append([]string{"diff", "--width", "80", "--color", "always"}, lake...)},
	{"lake/diff-ascii", append([]string{"diff", "--width", "80", "--ascii"}, lake...)},
	{"lake/diff-stat", append([]string{"diff", "--width", "80", "--stat"}, lake...)},
	{"lake/diff-lines", append([]string{"diff", "--all", "--layout", "lines"}, lake...)},
	{"lake/diff-json", append([]string{"diff", "--format", "json"}, lake...)},
	{"lake/all", append([]string{"diff", "--all", "--words"}, lake...)},
	{"lake/as-of", append([]string{"diff", "--as-of", "2031-04-12"}, lake...)},
	{"lake/seeds", append([]string{"diff", "--only-sources", "seeds"}, lake...)},
	{"lake/matrix", append([]string{"matrix"}, lake...)},
	{"lake/matrix-fields", append([]string{"matrix", "--fields"}, lake...)},
	{"lake/history", append([]string{"history", "catch"}, lake...)},
	{"lake/history-json", append([]string{"history", "catch", "--format", "json"}, lake...)},
	{"lake/origin", append([]string{"origin", "final-9"}, lake...)},
	{"lake/uptake", append([]string{"uptake", "joint-8", "counter-8", "final-9", "--all"}, lake...)},
	{"lake/align", append([]string{"align", "joint-8", "final-9", "--long"}, lake...)},
	{"lake/follow", append([]string{"show", "joint-8", "2", "--follow"}, lake...)},
	{"lake/show", append([]string{"show", "quay-text", "--sources", "full"}, lake...)},
	{"lake/versions", append([]string{"versions", "--kind", "all", "--long"}, lake...)},
	{"lake/sources", append([]string{"sources", "--long"}, lake...)},
	{"diff", []string{"diff", "--width", "120"}},
	{"matrix", []string{"matrix", "--width", "120"}},
	{"history-army-limit", []string{"history", "army-size.limit"}},
}

func TestGolden(t *testing.T) {
	for _, tt := range captured {
		t.Run(tt.name, func(t *testing.T) { golden(t, tt.name, output(t, tt.args...)) })
	}
}

// A capture that no command line writes is one that nobody reads.
func TestNoStrayGoldens(t *testing.T) {
	wanted := map[string]bool{}
	for _, tt := range captured {
		wanted[filepath.Join("testdata", "golden", tt.name+".golden")] = true
	}
	files, err := filepath.Glob("testdata/golden/*.golden")
	if err != nil {
		t.Fatal(err)
	}
	more, _ := filepath.Glob("testdata/golden/*/*.golden")
	for _, f := range append(files, more...) {
		if !wanted[f] {
			t.Errorf("%s is not written by any test", f)
		}
	}
}

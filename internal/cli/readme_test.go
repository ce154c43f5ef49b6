package cli

import (
	"bytes"
	"flag"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

var updateREADME = flag.Bool("readme", false, "write the captures of README.md anew")

// capture is a command in a comment, then what it prints.
var capture = regexp.MustCompile("(?s)<!-- plandiff (.*?) -->\n```text\n(.*?)```")

// The README shows what the program prints, not what it once printed.
func TestREADMECaptures(t *testing.T) {
	const name = "../../README.md"
	readme, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	renewed := capture.ReplaceAllStringFunc(string(readme), func(block string) string {
		seen++
		m := capture.FindStringSubmatch(block)
		got := printed(t, m[1])
		if got != m[2] && !*updateREADME {
			t.Errorf("the capture of %q is stale; run go test ./internal/cli -readme", m[1])
		}
		return "<!-- plandiff " + m[1] + " -->\n```text\n" + got + "```"
	})
	if seen < 6 {
		t.Errorf("README.md has %d captures, want at least 6", seen)
	}
	if *updateREADME {
		if err := os.WriteFile(name, []byte(renewed), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// printed runs a command line as it stands in the README, cut by head if it
// says so.
func printed(t *testing.T, line string) string {
	t.Helper()
	command, cut, _ := strings.Cut(line, " | head -")
	var out, errs bytes.Buffer
	if code := Run(strings.Fields(command), Streams{In: strings.NewReader(""), Out: &out, Err: &errs}); code != ExitOK {
		t.Fatalf("plandiff %s: exit code %d: %s", command, code, errs.String())
	}
	lines := strings.SplitAfter(out.String(), "\n")
	if n, err := strconv.Atoi(cut); err == nil && n < len(lines) {
		lines = lines[:n]
	}
	return strings.Join(lines, "")
}

// The table of keys in the README is the one that the program goes by.
func TestREADMEKeys(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(readme), "| key | does |") {
		t.Skip("README.md has no table of keys")
	}
	if want := fullDesk().Markdown(); !strings.Contains(string(readme), want) {
		t.Errorf("README.md has other keys than\n%s", want)
	}
}

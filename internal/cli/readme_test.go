package cli

import (
	"bytes"
	"flag"
	"os"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"plandiff/internal/plan"
)

var updateREADME = flag.Bool("readme", false, "write the captures of README.md anew")

// capture is a command in a comment, then what it prints.
var capture = regexp.MustCompile("(?s)<!-- plandiff (.*?) -->\n```text\n(.*?)```")

// The README shows what the program prints, not what it once printed.
func TestREADMECaptures(t *testing.T) {
	seen := renewREADME(t, capture, "a capture", func(m []string) string {
		return "<!-- plandiff " + m[1] + " -->\n```text\n" + printed(t, m[1]) + "```"
	})
	if seen < 6 {
		t.Errorf("README.md has %d captures, want at least 6", seen)
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

// walkCapture is a screen of browse: its size, the keys pressed, how many of
// its lines are shown, and the lines.
var walkCapture = regexp.MustCompile("(?s)(<!-- browse (\\d+)x(\\d+) ([a-z]+) \\| head -(\\d+) -->\n```text\n)(.*?)```")

func TestREADMEWalk(t *testing.T) {
	renewREADME(t, walkCapture, "a screen of browse", func(m []string) string {
		return m[1] + walked(t, m[2], m[3], m[4], m[5]) + "```"
	})
}

// walked is the top of the screen after keys.
func walked(t *testing.T, width, height, keys, lines string) string {
	t.Helper()
	number := func(s string) int {
		n, err := strconv.Atoi(s)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	m := walkAt(t, number(width), number(height))
	pressAll(m, keys)
	var b strings.Builder
	for _, l := range strings.Split(ansi.Strip(m.View()), "\n")[:number(lines)] {
		b.WriteString(strings.TrimRight(l, " ") + "\n")
	}
	return b.String()
}

// keyTable is the table of keys.
var keyTable = regexp.MustCompile(`(?m)^\| key \| does \|.*\n(\|.*\n)*`)

// The table of keys in the README is the one that the program goes by.
func TestREADMEKeys(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a key of other systems is not offered there")
	}
	renewREADME(t, keyTable, "the table of keys", func([]string) string { return (&app{}).recordDesk(&plan.Library{}).Markdown() })
}

// renewREADME holds parts of the README against what they should be, given
// their matches, or writes them anew.
func renewREADME(t *testing.T, part *regexp.Regexp, what string, want func(match []string) string) (seen int) {
	t.Helper()
	const name = "../../README.md"
	readme, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	renewed := part.ReplaceAllStringFunc(string(readme), func(old string) string {
		seen++
		text := want(part.FindStringSubmatch(old))
		if text != old && !*updateREADME {
			t.Errorf("%s is stale; run go test ./internal/cli -run README -readme\n%s", what, cmp.Diff(old, text))
		}
		return text
	})
	if *updateREADME {
		if err := os.WriteFile(name, []byte(renewed), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return seen
}

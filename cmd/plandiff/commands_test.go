package main

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// long has the tests of faults and of equal bytes do what they do with every
// command, and as often as is asked of a release.
var long = flag.Bool("long", false, "repeat the tests of faults and of equal bytes as often as before a release")

// times is how often a test repeats itself.
func times(short, released int) int {
	if *long {
		return released
	}
	return short
}

// commandLine is a command with what it reads; %s stands for the folder with
// the files that it may need.
type commandLine struct {
	args, in string
}

// commandLines has every command of the program, and its help.
var commandLines = []commandLine{
	{"", ""}, {"--version", ""}, {"version", ""},
	{"versions", ""}, {"versions --kind event --format json", ""}, {"show us-28 21 --follow", ""}, {"show e3-28 --format json", ""},
	{"diff", ""}, {"diff --all --words --sources full --width 120", ""}, {"diff us-28 e3-28 --format json", ""}, {"diff us-28 zelensky-20 --layout lines --ascii", ""},
	{"diff old.md new.md --words", ""}, {"matrix", ""}, {"matrix --format json", ""}, {"history army-size.limit", ""}, {"history army-size.limit --format json", ""},
	{"origin zelensky-20", ""}, {"uptake us-28 e3-28 zelensky-20", ""}, {"align us-28 zelensky-20 --long", ""}, {"align old.md new.md --format json", ""},
	{"search frozen assets", ""}, {"search frozen assets --format json", ""}, {"sources", ""}, {"sources --version e3-28 --format json", ""},
	{"ask what is the army limit in each draft? --explain", ""}, {"ask", "what is the army limit?\nand in the Geneva rework?\nwho says so?\n"}, {"ask --format json", "who says 22 points?\n"},
	{"check --workspace lake --no-shipped", ""}, {"check --format json", ""}, {"schema diff", ""}, {"schema record", ""},
	{"import new.md --suggest-vocabulary", ""}, {"completion bash", ""}, {"completion fish", ""}, {"__complete diff --topic a", ""},
	{"export --format md", ""}, {"export --format csv --all", ""}, {"export --format tsv --wide", ""}, {"export --format json", ""}, {"export --format html", ""}, {"export --format xlsx", ""},
	{"export --format docx", ""}, {"export --format svg", ""}, {"export --format svg --picture lineage", ""}, {"export old.md new.md --format docx --redline", ""},
	{"mcp", `{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}` + "\n" +
		`{"jsonrpc":"2.0","method":"notifications/initialized"}` + "\n" + `{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"diff","arguments":{"versions":["us-28","e3-28"]}}}` + "\n"},
}

// silent are commands that write files instead of output, or need a terminal.
var silent = []string{"init", "manual", "browse"}

// folder makes a folder with the documents and the workspace that the command
// lines name.
func folder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"old.md": "# Accord\n\n1. The harbour stays open to ships of all flags.\n\n2. The limit is 600,000 people.\n\n3. The catch is 400 tonnes.\n",
		"new.md": "# Accord\n\n1. The harbour stays open to ships of all flags.\n\n2. The catch is 450 tonnes [in season].\n\n3. The limit is 800,000 people.\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.CopyFS(filepath.Join(dir, "lake"), os.DirFS("testdata/lake")); err != nil {
		t.Fatal(err)
	}
	return dir
}

// command is the program as a process in a folder.
func command(dir string, c commandLine) *exec.Cmd {
	cmd := exec.Command("plandiff", strings.Fields(c.args)...)
	cmd.Dir, cmd.Stdin = dir, strings.NewReader(c.in)
	return cmd
}

// exitCode is the exit code of a process that ran.
func exitCode(t *testing.T, err error) int {
	t.Helper()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return exit.ExitCode()
	}
	if err != nil {
		t.Fatal(err)
	}
	return 0
}

// names are the commands that the program has, as completion lists them.
func names(t *testing.T) []string {
	t.Helper()
	out, err := exec.Command("plandiff", "__complete", "").Output()
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for line := range bytes.Lines(out) {
		if name, _, found := strings.Cut(string(line), "\t"); found {
			list = append(list, name)
		}
	}
	return list
}

// Every command stands in the list that the tests of faults and of equal bytes
// go through.
func TestCommandLinesAreAll(t *testing.T) {
	all := names(t)
	if len(all) < 15 {
		t.Fatalf("the commands are %q", all)
	}
	for _, name := range all {
		if name != "help" && !slices.Contains(silent, name) && !slices.ContainsFunc(commandLines, func(c commandLine) bool { return strings.HasPrefix(c.args, name) }) {
			t.Errorf("no command line has %s", name)
		}
	}
}

// withHelp are the command lines, and the help of every command and topic; of a
// few in a shorter test, as one place of the program writes all of it.
func withHelp(t *testing.T) []commandLine {
	out := append(slices.Clone(commandLines), commandLine{"help states", ""}, commandLine{"help diff", ""}, commandLine{"diff --help", ""})
	if *long {
		for _, name := range names(t) {
			out = append(out, commandLine{name + " --help", ""}, commandLine{"help " + name, ""})
		}
		out = append(out, commandLine{"help workspace", ""})
	}
	return out
}

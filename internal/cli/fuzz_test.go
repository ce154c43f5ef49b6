package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// FuzzCommandLine: whatever stands on the command line, in the environment and
// on standard input, the program ends with one of its exit codes, says why on
// standard error, and steers no terminal. An argument is a line of args.
func FuzzCommandLine(f *testing.F) {
	lake, err := filepath.Abs("../../cmd/plandiff/testdata/lake")
	if err != nil {
		f.Fatal(err)
	}
	dir := f.TempDir()
	kept := map[string]string{"old.txt": "1. The catch is 400 tonnes.\n\n2. It holds.\n", "new.md": "1. The catch is 600 tonnes.\n\n2. It [holds].\n", "map.yaml": "1: [catch]\n"}
	for _, args := range []string{
		"diff\n--topic\ncatch", "diff\njoint-8\ncounter-8\n--all\n--words\n--layout\nlines", "matrix\n--format\njson", "history\ncatch.limit\n--from\n2031", "origin\nfinal-9", "uptake\njoint-8\ncounter-8\nfinal-9",
		"align\njoint-8\nfinal-9\n--long", "search\ncatch\n--by\nBorrin", "sources\n--weak", "versions\n--kind\nevent", "show\njoint-8\n2\n--follow", "ask", "ask\nwhat is the catch limit?\n--explain", "mcp",
		"export\n-o\na.md\n-o\nb.docx", "export\n--format\nsvg\n--picture\nlineage", "export\nold.txt\nnew.md\n-o\nr.docx\n--redline", "diff\nold.txt\nnew.md\n--words", "check", "schema\ndiff", "init\naccord", "browse",
		"import\nold.txt\n--suggest-vocabulary", "import\nnew.md\n--id\nnew-1\n--workspace\naccord\n--topic-map\nmap.yaml", "completion\nbash", "__complete\ndiff\n--topic\nca", "help\nstates", "--version", "init\n", "manual\n", "check\n--documents\n", "diff\n--as-of\n2031-02-30",
		"diff\n--width\n-1", "diff\n--only-sources\n,seeds,", "--no-such-flag", "\x1b[31m", "diff\n--color\nalways", "diff\n--ascii\n--format=json",
	} {
		f.Add(args, "80", "what is the catch limit?\n", false)
	}
	f.Add("diff", "\x1b", "\xff", true)
	f.Fuzz(func(t *testing.T, line, columns, input string, terminal bool) {
		args := strings.Split(line, "\n")
		if len(args) > 12 || strings.ContainsAny(line, "/\\") || slices.Contains(args, "..") {
			return // writes outside the folder of the test
		}
		t.Chdir(dir) // not before: findings are kept below the folder of the package
		for name, text := range kept {
			if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		env := map[string]string{"COLUMNS": columns, "PLANDIFF_WORKSPACE": lake, "TERM": columns, "NO_COLOR": columns}
		var out, stderr bytes.Buffer
		s := Streams{In: strings.NewReader(input), Out: &out, Err: &stderr, Env: func(name string) string { return env[name] }}
		if terminal {
			s.Terminal = func() (int, int, bool) { return len(columns), 24, true }
		}
		code := Run(append(args, "--no-shipped"), s)
		if !slices.Contains([]int{ExitOK, ExitDifferences, ExitUsage, ExitBadRecord, ExitNoAnswer}, code) {
			t.Errorf("exit code %d: %s", code, &stderr)
		}
		if said := stderr.String(); (code == ExitUsage || code == ExitBadRecord) != (said != "") && !strings.Contains(said, ": ") {
			t.Errorf("exit code %d, said %q", code, said)
		}
		if strings.ContainsFunc(stderr.String(), func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }) {
			t.Errorf("standard error could steer a terminal: %q", &stderr)
		}
		if !terminal && !strings.Contains(line, "color") && args[0] != "export" && args[0] != "completion" && strings.ContainsRune(out.String(), 0x1b) {
			t.Errorf("standard output holds an escape: %q", &out)
		}
		left, err := os.ReadDir(".")
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range left {
			if strings.HasPrefix(e.Name(), ".plandiff-") {
				t.Errorf("%s is left", e.Name())
			}
			if kept[e.Name()] == "" {
				if err := os.RemoveAll(e.Name()); err != nil {
					t.Fatal(err)
				}
			}
		}
	})
}

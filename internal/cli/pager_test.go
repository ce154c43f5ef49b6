package cli

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// A pager that fails has shown nothing, and that is said; one that is left early,
// or stopped, has done what it was asked.
func TestPagerThatFails(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the pager of this test is a shell script")
	}
	for _, tt := range []struct {
		script string
		fails  bool
	}{{"exit 3", true}, {"read line; exit 0", false}, {"kill -INT $$", false}} {
		pager := filepath.Join(t.TempDir(), "pager")
		if err := os.WriteFile(pager, []byte("#!/bin/sh\n"+tt.script+"\n"), 0o700); err != nil {
			t.Fatal(err)
		}
		t.Setenv("PAGER", pager)
		err := page("", strings.Repeat("a line of the text\n", 10_000))
		if (err != nil) != tt.fails || err != nil && !strings.Contains(err.Error(), "exit status 3; --no-pager") {
			t.Errorf("%s: %v", tt.script, err)
		}
	}
}

// A pager keeps the head above the text where it is a less that can; others get
// the text alone.
func TestPagerKeepsTheHead(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the pager of this test is a shell script")
	}
	for _, tt := range []struct{ name, release, args, want string }{
		{"less", "608", "", "--header=1\nhead\ntext\n"},
		{"less", "590", "", "\ntext\n"},
		{"less", "no release", "", "\ntext\n"},
		{"less", "643", " -S", "-S --header=1\nhead\ntext\n"},
		{"more", "608", "", "\ntext\n"},
	} {
		dir := t.TempDir()
		out := filepath.Join(dir, "out")
		script := "#!/bin/sh\nif [ \"$1\" = --version ]; then echo \"less " + tt.release + " (regular expressions)\"; exit; fi\n{ echo \"$*\"; cat; } >" + out + "\n"
		pager := filepath.Join(dir, tt.name)
		if err := os.WriteFile(pager, []byte(script), 0o700); err != nil {
			t.Fatal(err)
		}
		t.Setenv("PAGER", pager+tt.args)
		if err := page("head\n", "text\n"); err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != tt.want {
			t.Errorf("%s %s%s got %q, want %q", tt.name, tt.release, tt.args, got, tt.want)
		}
	}
}

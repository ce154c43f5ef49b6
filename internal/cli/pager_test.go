package cli

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

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

package ask

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"plandiff/internal/lexicon"
	"plandiff/internal/record/shipped/shippedtest"
)

// TestHouse: the answerer stays small, knows few words of English, and names no
// record that the program ships.
func TestHouse(t *testing.T) {
	const mostLines, mostCues = 3000, 80
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	lines := 0
	lib := shippedtest.Library(t)
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		lines += strings.Count(string(data), "\n")
		for _, r := range lib.Records {
			if strings.Contains(string(data), "\""+r.ID+"\"") {
				t.Errorf("%s names %s", name, r.ID)
			}
		}
		for _, f := range lib.Topics {
			for _, g := range f.Fields {
				if strings.Contains(string(data), "\""+g.ID+"\"") {
					t.Errorf("%s names %s", name, g.ID)
				}
			}
		}
	}
	if lines > mostLines {
		t.Errorf("%d lines, and %d are enough", lines, mostLines)
	}
	n := 0
	for _, phrases := range lexicon.Cues {
		n += len(phrases)
	}
	if n > mostCues {
		t.Errorf("%d cues, and %d are enough", n, mostCues)
	}
}

package prose_test

import (
	"strings"
	"testing"

	"plandiff/internal/prose"
)

func TestNearest(t *testing.T) {
	versions := []string{"e3-28", "european-24", "geneva-19", "us-28", "us-28-annex", "us-ua-20-dec10", "zelensky-20"}
	for _, tt := range []struct {
		why        string
		word       string
		candidates []string
		want       string
	}{
		{"the word itself", "us-28", versions, "us-28"},
		{"dashes do not matter", "us28", versions, "us-28"},
		{"nor do case, underscores and blanks", "US_28 annex", versions, "us-28-annex"},
		{"a letter left out", "gneva-19", versions, "geneva-19"},
		{"two letters swapped are one slip", "zelenksy-20", versions, "zelensky-20"},
		{"also in a short word", "us-82", []string{"us-28"}, "us-28"},
		{"a letter too many", "europeann-24", versions, "european-24"},
		{"a wrong digit", "geneva-18", versions, "geneva-19"},
		{"more than a third of the word is wrong", "minsk-2", versions, ""},
		{"nothing like it", "treaty", versions, ""},
		{"a short name has room for one slip", "e328x", versions, "e3-28"},
		{"and for no more", "e3xx8", versions, ""},
		{"the nearest, not the first that is near", "us-28-anne", []string{"us-28-annexes", "us-28-annex"}, "us-28-annex"},
		{"ties go to the earlier", "b", []string{"a", "c"}, "a"},
		{"no candidates", "us-28", nil, ""},
		{"a key that begins alike is not near", "sources", []string{"so", "source"}, "source"},
	} {
		if got := prose.Nearest(tt.word, tt.candidates); got != tt.want {
			t.Errorf("Nearest(%q) = %q, want %q: %s", tt.word, got, tt.want, tt.why)
		}
	}
}

// The answer is a candidate or nothing, at a cost that no word can drive up.
func TestNearestHostile(t *testing.T) {
	candidates := []string{"army-size.limit", strings.Repeat("long-", 1<<10)}
	for _, word := range []string{
		strings.Repeat("x", 1<<20), strings.Repeat("-", 1<<20), strings.Repeat("é", 1<<20), "\xff\xfe", "\x00", "\u202e",
	} {
		got := prose.Nearest(word, candidates)
		if got != "" {
			t.Errorf("a word of %d bytes that begins %.3q is near to %.20q", len(word), word, got)
		}
	}
}

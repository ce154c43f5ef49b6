package prose

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rivo/uniseg"
)

// reference cuts by the library alone, and never inside a character.
func reference(s string) []string {
	var out []string
	var word strings.Builder
	state := -1
	for s != "" {
		var cluster string
		var boundaries int
		cluster, s, boundaries, state = uniseg.StepString(s, state)
		word.WriteString(cluster)
		if boundaries&uniseg.MaskWord != 0 || s == "" {
			out = append(out, word.String())
			word.Reset()
		}
	}
	return out
}

// The short way for ASCII gives what the library gives.
func TestCut(t *testing.T) {
	for _, s := range []string{
		"can't stop", "a.b a. b", "1,000.5; 2", "a:b:c", "a_b_1", "x1.y", "1.y", "a\r\nb\n", "a  b", "a\tb", "'a'", "\x01\x02", "a'", "a.",
		"a\u0301", "a'\u0301", "a.é", "é.a", " \u0301", "a \u200d", "1\u20e3", "\u06001", "é's", "a\xff.b", "\r\u0301", "a:\u0301b",
	} {
		if diff := cmp.Diff(reference(s), cut(s)); diff != "" {
			t.Errorf("%q (-library +cut)\n%s", s, diff)
		}
	}
}

func FuzzCut(f *testing.F) {
	for _, s := range []string{"can't", "a.b 1,5", "a'\u0301", "é.a", "\r\n", "a:b_1", "🇺🇦 a", "\u06001"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if diff := cmp.Diff(reference(s), cut(s)); s != "" && diff != "" {
			t.Errorf("%q (-library +cut)\n%s", s, diff)
		}
	})
}

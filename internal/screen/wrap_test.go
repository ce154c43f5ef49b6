package screen

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rivo/uniseg"
)

func texts(lines [][]chunk) []string {
	var out []string
	for _, l := range lines {
		var s strings.Builder
		for _, c := range l {
			s.WriteString(c.text)
		}
		out = append(out, s.String())
	}
	return out
}

func TestWrap(t *testing.T) {
	for _, tt := range []struct {
		why  string
		in   []chunk
		w    int
		want []string
	}{
		{"nothing is one empty line", nil, 10, []string{""}},
		{"blanks are nothing", []chunk{{text: "   "}}, 10, []string{""}},
		{"what fits stays", []chunk{{text: "in good faith"}}, 13, []string{"in good faith"}},
		{"lines break between words", []chunk{{text: "in good faith"}}, 12, []string{"in good", "faith"}},
		{"a word wider than a line breaks between characters", []chunk{{text: "a fisherman"}}, 5, []string{"a", "fishe", "rman"}},
		{"the rest of a broken word shares its line", []chunk{{text: "fisherman ok"}}, 7, []string{"fisherm", "an ok"}},
		{"runs of blanks are one", []chunk{{text: "in  good"}}, 20, []string{"in good"}},
		{"chunks without a blank between them are one word", []chunk{{text: "800"}, {text: ",000"}, {text: " men"}}, 8, []string{"800,000", "men"}},
		{"chunks with a blank between them are two", []chunk{{text: "800"}, {text: " men"}}, 4, []string{"800", "men"}},
		{"ideographs are two columns wide", []chunk{{text: "湖の鱒"}}, 4, []string{"湖の", "鱒"}},
		{"an ideograph is never halved", []chunk{{text: "湖の鱒"}}, 5, []string{"湖の", "鱒"}},
		{"a combining mark stays with its letter", []chunk{{text: "Ku\u0308rnach"}}, 2, []string{"Ku\u0308", "rn", "ac", "h"}},
		{"a family of emoji is one character", []chunk{{text: "👨‍👩‍👧👨‍👩‍👧"}}, 3, []string{"👨‍👩‍👧", "👨‍👩‍👧"}},
		{"right-to-left letters keep their order in memory", []chunk{{text: "עין אגם"}}, 3, []string{"עין", "אגם"}},
		{"no-break spaces hold words together", []chunk{{text: "4\u00a0km wide"}}, 6, []string{"4\u00a0km", "wide"}},
	} {
		if diff := cmp.Diff(tt.want, texts(wrap(tt.in, tt.w))); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.why, diff)
		}
	}
}

// A style that runs on runs over the blank too, so that a coloured phrase is
// one run; a plain blank parts two styles.
func TestWrapStyles(t *testing.T) {
	line := wrap([]chunk{{"a b", bold}, {" c", faint}}, 10)[0]
	want := []chunk{{"a", bold}, {" ", bold}, {"b", bold}, {" ", plainStyle}, {"c", faint}}
	if diff := cmp.Diff(want, line, cmp.AllowUnexported(chunk{})); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// checkWrap: no line is wider than asked, or than its widest character; no
// letter is lost; no line begins or ends with a blank; every style keeps its
// letters.
func checkWrap(t *testing.T, in []chunk, w int) {
	t.Helper()
	lines := wrap(in, w)
	styled := func(chunks []chunk) map[style]string {
		out := map[style]string{}
		for _, c := range chunks {
			if s := strings.ReplaceAll(c.text, " ", ""); s != "" {
				out[c.style] += s
			}
		}
		return out
	}
	var all []chunk
	for _, l := range lines {
		all = append(all, l...)
		text := texts([][]chunk{l})[0]
		if got := width(text); got > max(w, widest(text)) {
			t.Errorf("%q is %d columns wide, %d were asked for", text, got, w)
		}
		if strings.Trim(text, " ") != text {
			t.Errorf("the line %q has blanks around it", text)
		}
	}
	if diff := cmp.Diff(styled(in), styled(all)); diff != "" {
		t.Errorf("letters of each style (-in +out)\n%s", diff)
	}
}

// widest is the width of the widest character.
func widest(s string) int {
	out := 0
	for g := uniseg.NewGraphemes(s); g.Next(); {
		out = max(out, width(g.Str()))
	}
	return out
}

func FuzzWrap(f *testing.F) {
	for _, s := range []string{
		"", " ", "600,000 personnel", "the lake is shared in good faith", "湖鱒 (lake trout)", "Ku\u0308rnach and עין-אגם",
		"👨‍👩‍👧 🇺🇦🇷🇺", "a\u00a0b\u202fc", "e\u0301\u0301\u0301", "ﷺ ﷽", "[ not agreed ]", "x\u0300", "\u0300x", "한국어", "각",
		strings.Repeat("w", 300), "☺\ufe0f ☎\ufe0e", "क्षि",
	} {
		f.Add(s, 3, 10)
		f.Add(s, 0, 1)
	}
	f.Fuzz(func(t *testing.T, s string, cut, w int) {
		s = clean(s)
		if cut < 0 || cut > len(s) || w < 1 || w > 500 || len(s) > 2000 {
			return
		}
		for cut > 0 && cut < len(s) && uniseg.GraphemeClusterCount(s[:cut])+uniseg.GraphemeClusterCount(s[cut:]) != uniseg.GraphemeClusterCount(s) {
			cut-- // styles change between characters, never inside one
		}
		checkWrap(t, []chunk{{s[:cut], bold}, {s[cut:], faint}}, w)
	})
}

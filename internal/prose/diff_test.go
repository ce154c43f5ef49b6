package prose_test

import (
	"errors"
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rivo/uniseg"

	"plandiff/internal/prose"
)

// show writes spans as [-deleted-], {+inserted+} and what is kept plain.
func show(spans []prose.Span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(map[prose.Op]string{prose.Keep: "%s", prose.Delete: "[-%s-]", prose.Insert: "{+%s+}"}[s.Op])
	}
	args := make([]any, len(spans))
	for i, s := range spans {
		args[i] = s.Text
	}
	return fmt.Sprintf(b.String(), args...)
}

func TestDiff(t *testing.T) {
	for _, tt := range []struct {
		why      string
		a, b     string
		old, new string
	}{
		{"nothing against nothing", "", "", "", ""},
		{"all is new", "", "frozen assets", "", "{+frozen assets+}"},
		{"all is gone", "frozen assets", "", "[-frozen assets-]", ""},
		{"the same text", "frozen assets", "frozen assets", "frozen assets", "frozen assets"},
		{"one word for another", "Ukraine shall join", "Ukraine may join", "Ukraine [-shall-] join", "Ukraine {+may+} join"},
		{"a word more", "shall join", "shall not join", "shall join", "shall {+not +}join"},
		{"a number is one word: 600,000 to 800 000", "limited to 600,000 personnel", "limited to 800 000 personnel",
			"limited to [-600,000-] personnel", "limited to {+800 000+} personnel"},
		{"grouping is no difference, and each side keeps its own", "600,000 men", "600 000 men", "600,000 men", "600 000 men"},
		{"quotation marks are none", "“root causes”", `"root causes"`, "“root causes”", `"root causes"`},
		{"apostrophes are none", "Kyiv’s army", "Kyiv's army", "Kyiv’s army", "Kyiv's army"},
		{"blanks of another width are none", "no\u00a0limit", "no  limit", "no\u00a0limit", "no  limit"},
		{"case is one: the text has it so", "Peace", "peace", "[-Peace-]", "{+peace+}"},
		{"a decimal comma is not a group", "1,5 billion", "15 billion", "[-1,5-] billion", "{+15+} billion"},
		{"words changed on end are one change, with the blanks between", "the old free port", "the two new port",
			"the [-old free-] port", "the {+two new+} port"},
		{"й composed or not is one letter, and each side keeps its own", "Новый край", "Новыи\u0306 краи\u0306", "Новый край", "Новыи\u0306 краи\u0306"},
		{"broken characters are kept as they are", "a \xff b", "a \xfe b", "a [-\xff-] b", "a {+\xfe+} b"},
		{"600 000 is 600,000", "limit of 600 000", "limit of 600,000", "limit of 600 000", "limit of 600,000"},
		{"never parts of words", "recognised", "recognized", "[-recognised-]", "{+recognized+}"},
	} {
		old, new, err := prose.Diff(tt.a, tt.b)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([2]string{tt.old, tt.new}, [2]string{show(old), show(new)}); diff != "" {
			t.Errorf("%q against %q: %s (-want +got)\n%s", tt.a, tt.b, tt.why, diff)
		}
		checkDiff(t, tt.a, tt.b)
		checkDiff(t, tt.b, tt.a)
	}
}

// checkDiff holds for every two texts: old spans joined are the one, new spans
// joined the other; old holds no insertion and new no deletion; no span is
// empty and no two of one fate stand side by side; a text differs from itself
// in nothing; and the same question has the same answer.
func checkDiff(t *testing.T, a, b string) {
	t.Helper()
	old, new, err := prose.Diff(a, b)
	if err != nil {
		t.Fatalf("%q against %q: %v", a, b, err)
	}
	for _, side := range []struct {
		text   string
		spans  []prose.Span
		change prose.Op
	}{{a, old, prose.Delete}, {b, new, prose.Insert}} {
		var joined strings.Builder
		for i, s := range side.spans {
			joined.WriteString(s.Text)
			if s.Op != prose.Keep && s.Op != side.change {
				t.Errorf("%q against %q: span %d of %q has the fate %d", a, b, i, side.text, s.Op)
			}
			if s.Text == "" {
				t.Errorf("%q against %q: span %d of %q is empty", a, b, i, side.text)
			}
			if i > 0 && side.spans[i-1].Op == s.Op {
				t.Errorf("%q against %q: spans %d and %d of %q have one fate", a, b, i-1, i, side.text)
			}
		}
		if joined.String() != side.text {
			t.Errorf("%q against %q: the spans of %q joined are %q", a, b, side.text, joined.String())
		}
		checkWhole(t, side.text, side.spans)
	}
	if prose.Same(a, b) != prose.Same(b, a) {
		t.Errorf("%q and %q are the same one way round only", a, b)
	}
	if same := len(old) < 2 && len(new) < 2 && keeps(old) && keeps(new); prose.Equal(a, b) && !same && strings.TrimSpace(a) == a && strings.TrimSpace(b) == b {
		t.Errorf("%q and %q are equal, and differ in %v and %v", a, b, old, new)
	}
	for range 3 {
		oldAgain, newAgain, _ := prose.Diff(a, b)
		if diff := cmp.Diff([2][]prose.Span{old, new}, [2][]prose.Span{oldAgain, newAgain}); diff != "" {
			t.Fatalf("%q against %q gives another result when run again\n%s", a, b, diff)
		}
	}
	self, _, err := prose.Diff(a, a)
	if err != nil || a != "" && (len(self) != 1 || self[0].Op != prose.Keep) {
		t.Errorf("%q against itself: %v, error %v", a, self, err)
	}
}

func keeps(spans []prose.Span) bool {
	return !slices.ContainsFunc(spans, func(s prose.Span) bool { return s.Op != prose.Keep })
}

// many is a text of n different words, each with a letter before its number.
func many(letter string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%s%x ", letter, i)
	}
	return b.String()
}

func TestDiffCapped(t *testing.T) {
	long := many("w", 100_000)
	for _, tt := range []struct {
		why    string
		a, b   string
		capped bool
	}{
		{"a long text, and a word in it changed", long, strings.Replace(long, "w99 ", "x ", 1), false},
		{"a long text, and a word changed at both ends", "a " + long + "b", "c " + long + "d", false},
		{"a long text taken out", long, "", false},
		{"two long texts with nothing in common but blanks", many("w", 3000), many("x", 3000), true},
		{"the same, with a word now and then that both have once", strings.ReplaceAll(many("w", 6000), "00 ", "00 same "), strings.ReplaceAll(many("x", 6000), "00 ", "00 same "), true},
		{"cut at what both have once, it is short enough", between(20, many("w", 900)), between(20, many("x", 900)), false},
		{"too many such stretches", between(60, many("w", 900)), between(60, many("x", 900)), true},
		{"two words without end, in turn", strings.Repeat("a b ", 100_000), strings.Repeat("b a a ", 100_000), true},
	} {
		old, new, err := prose.Diff(tt.a, tt.b)
		if (err != nil) != tt.capped || tt.capped && !errors.Is(err, prose.ErrCapped) {
			t.Errorf("%s: error %v, capped should be %v", tt.why, err, tt.capped)
		}
		if joined(old) != tt.a || joined(new) != tt.b {
			t.Errorf("%s: the spans do not cover the texts", tt.why)
		}
	}
}

// between puts a text between marks that no other place has.
func between(n int, s string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "mark%d %s", i, s)
	}
	return b.String()
}

func joined(spans []prose.Span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.Text)
	}
	return b.String()
}

// What a reader sees as one character is never parted by a mark.
func TestDiffWholeCharacters(t *testing.T) {
	for _, tt := range []struct{ why, a, b string }{
		{"a family", "a 👨‍👩‍👧 b", "a 👨‍👩‍👦 b"},
		{"a flag", "🇺🇦🇺🇸", "🇺🇦🇺🇳"},
		{"a skin tone", "👍🏽 yes", "👍🏿 yes"},
		{"accents", "e\u0301te\u0301", "e\u0300te\u0301"},
		{"a keycap", "1\ufe0f\u20e3 2", "2\ufe0f\u20e3 2"},
		{"Hindi", "क्षत्रिय", "क्षत्री"},
		{"Thai", "กำลัง", "กำลั"},
		{"a mark on a blank", "a \u0301b", "a \u0300b"},
		{"a number sign before a digit", "\u06001 a", "\u06002 a"},
	} {
		checkDiff(t, tt.a, tt.b)
		checkDiff(t, tt.b, tt.a)
	}
}

// checkWhole: spans begin and end where characters do.
func checkWhole(t *testing.T, text string, spans []prose.Span) {
	t.Helper()
	ends := map[int]bool{0: true}
	at := 0
	for state, rest := -1, text; rest != ""; {
		var c string
		c, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		at += len(c)
		ends[at] = true
	}
	at = 0
	for _, s := range spans {
		if at += len(s.Text); !ends[at] {
			t.Errorf("a span of %q ends inside a character: %q", text, s.Text)
		}
	}
}

func BenchmarkDiff(b *testing.B) {
	words := strings.Fields("the parties shall confirm agree guarantee within days ceasefire monitored council border region line contact energy")
	rnd := rand.New(rand.NewSource(1))
	var pairs [10_000][2]string
	for i := range pairs {
		var w []string
		for range 50 {
			w = append(w, words[rnd.Intn(len(words))])
		}
		pairs[i][0] = strings.Join(w, " ")
		w[rnd.Intn(50)], w[rnd.Intn(50)] = "changed", "also"
		pairs[i][1] = strings.Join(w, " ")
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range pairs {
			prose.Diff(p[0], p[1])
		}
	}
}

func FuzzDiff(f *testing.F) {
	for _, s := range [][2]string{
		{"", "a"}, {"a b c", "a c b"}, {"600,000 men", "800 000 men"}, {"“a”", `"a"`}, {"shall not", "shall"},
		{"\xff a", "a \xfe"}, {"e\u0301", "e"}, {"a  b", "a b"}, {"x x x x", "x x"}, {"1,5", "15"},
	} {
		f.Add(s[0], s[1])
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		if len(a) > 1<<12 || len(b) > 1<<12 {
			t.Skip("longer texts say nothing more, and take longer")
		}
		checkDiff(t, a, b)
	})
}

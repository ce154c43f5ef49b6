package prose_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

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
	}
	if prose.Same(a, b) != prose.Same(b, a) {
		t.Errorf("%q and %q are the same one way round only", a, b)
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

// Every distinct word has a code of its own, and there are 1,048,576 codes.
func TestDiffTooManyWords(t *testing.T) {
	if testing.Short() {
		t.Skip("cuts eight megabytes into words")
	}
	const codes = 1<<20 - 1 // the blank takes one
	var b strings.Builder
	for i := range codes {
		fmt.Fprintf(&b, "w%x ", i)
	}
	if _, _, err := prose.Diff(b.String(), b.String()); err != nil {
		t.Errorf("as many words as there are codes: %v", err)
	}
	_, _, err := prose.Diff(b.String(), "one-more")
	want := "comparing two texts word by word: more than 1048576 different words"
	if err == nil || err.Error() != want {
		t.Errorf("one word more than there are codes: error %v, want %q", err, want)
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

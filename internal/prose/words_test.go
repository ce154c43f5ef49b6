package prose_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plandiff/internal/prose"
)

func TestTokens(t *testing.T) {
	for _, tt := range []struct {
		why  string
		in   string
		want []string
	}{
		{"no text, no tokens", "", nil},
		{"words, blanks and marks", "a cap, then.", []string{"a", " ", "cap", ",", " ", "then", "."}},
		{"commas do not part a number", "600,000 men", []string{"600,000", " ", "men"}},
		{"nor do blanks between groups of three", "800 000 men", []string{"800 000", " ", "men"}},
		{"nor no-break, thin and narrow no-break spaces", "1\u00a0000 2\u2009000 3\u202f000", []string{"1\u00a0000", " ", "2\u2009000", " ", "3\u202f000"}},
		{"any number of groups", "1 234 567", []string{"1 234 567"}},
		{"a group has three digits", "28 12", []string{"28", " ", "12"}},
		{"the first group has no more than three", "2025 300", []string{"2025", " ", "300"}},
		{"two blanks are no grouping", "800  000", []string{"800", "  ", "000"}},
		{"a line break is no grouping", "800\n000", []string{"800", "\n", "000"}},
		{"decimals stay with their number", "33.3 %", []string{"33.3", " ", "%"}},
		{"an apostrophe stays in its word, straight or curly", "Kyiv's Kyiv’s", []string{"Kyiv's", " ", "Kyiv’s"}},
		{"a hyphen parts words", "non-paper", []string{"non", "-", "paper"}},
		{"brackets stand alone", "[shall]", []string{"[", "shall", "]"}},
		{"an accent stays with its letter", "e\u0301 a", []string{"e\u0301", " ", "a"}},
	} {
		if diff := cmp.Diff(tt.want, prose.Tokens(tt.in)); diff != "" {
			t.Errorf("Tokens(%q): %s (-want +got)\n%s", tt.in, tt.why, diff)
		}
		checkTokens(t, tt.in)
	}
}

// checkTokens: joined, the tokens are the text again, and none is empty.
func checkTokens(t *testing.T, s string) {
	t.Helper()
	tokens := prose.Tokens(s)
	if joined := strings.Join(tokens, ""); joined != s {
		t.Errorf("the tokens of %q are %q joined", s, joined)
	}
	if slices.Contains(tokens, "") {
		t.Errorf("the tokens of %q hold an empty one: %q", s, tokens)
	}
}

// A line of nothing but digit groups costs no more than its length.
func TestTokensHostileLength(t *testing.T) {
	s := strings.Repeat("000 ", 1<<19)
	tokens := prose.Tokens(s)
	if len(tokens) != 2 {
		t.Errorf("%d tokens, want the number and the last blank", len(tokens))
	}
}

func FuzzTokens(f *testing.F) {
	for _, s := range []string{"", "a b", "800 000", "600,000", "1 234 567 8", "\xff\xfe", "e\u0301", "שלום עולם", "🇺🇦🇷🇺", "\r\n", "12 \u0301000"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { checkTokens(t, s) })
}

func TestSame(t *testing.T) {
	for _, tt := range []struct {
		why  string
		a, b string
		want bool
	}{
		{"nothing is nothing", "", " ", true},
		{"case does not matter", "Frozen Assets", "frozen assets", true},
		{"blanks and line breaks do not matter", "frozen\u00a0 assets", "\nfrozen assets", true},
		{"styles of quotation mark do not matter", "“root causes”", `"root causes"`, true},
		{"styles of apostrophe do not matter", "Kyiv’s", "Kyiv's", true},
		{"styles of dash do not matter", "line – frozen", "line - frozen", true},
		{"digit grouping does not matter", "600,000 men", "600 000 men", true},
		{"nor whether there is any", "600000 men", "600\u202f000 men", true},
		{"nor in a number with decimals", "1,234.5", "1234.5", true},
		{"a decimal comma is not a group: 1.5 is not 15", "1,5 billion", "15 billion", false},
		{"a date in digits is not a number", "1,2,3", "123", false},
		{"another number is another text", "600,000", "800 000", false},
		{"another word", "shall", "may", false},
		{"a word more", "shall not", "shall", false},
		{"where words part matters", "no where", "nowhere", false},
		{"order matters", "a b", "b a", false},
		{"marks matter", "ceasefire", "ceasefire?", false},
	} {
		if got := prose.Same(tt.a, tt.b); got != tt.want {
			t.Errorf("Same(%q, %q) = %v: %s", tt.a, tt.b, got, tt.why)
		}
		if got := prose.Same(tt.b, tt.a); got != tt.want {
			t.Errorf("Same(%q, %q) = %v: %s", tt.b, tt.a, got, tt.why)
		}
	}
}

func TestPlain(t *testing.T) {
	for _, tt := range []struct {
		why, in, want string
	}{
		{"ASCII is plain", `"a" - 'b'`, `"a" - 'b'`},
		{"no-break, thin and narrow spaces", "800\u00a0000, 800\u2009000, 800\u202f000", "800 000, 800 000, 800 000"},
		{"double quotes: high, low, angled", "“a” „b“ «c»", `"a" "b" "c"`},
		{"single quotes and apostrophes", "‘a’ ‚b‘ it’s", "'a' 'b' it's"},
		{"dashes, hyphens and the minus sign", "a–b—c‑d‐e−1", "a-b-c-d-e-1"},
		{"letters stay, whatever the script", "é ї ש", "é ї ש"},
	} {
		if got := prose.Plain(tt.in); got != tt.want {
			t.Errorf("Plain(%q) = %q, want %q: %s", tt.in, got, tt.want, tt.why)
		}
		if once, twice := prose.Plain(tt.in), prose.Plain(prose.Plain(tt.in)); once != twice {
			t.Errorf("Plain(%q) = %q, and again %q", tt.in, once, twice)
		}
		if !prose.Same(tt.in, prose.Plain(tt.in)) {
			t.Errorf("Plain(%q) has other words", tt.in)
		}
	}
}

func TestWords(t *testing.T) {
	for _, tt := range []struct {
		why  string
		in   string
		want int
	}{
		{"nothing", "", 0},
		{"blanks alone", " \u00a0\n", 0},
		{"runs between blanks", "will be considered settled", 4},
		{"a hyphen joins", "non-aggression agreement", 2},
		{"a grouped number is as many words as blanks say", "800 000 personnel", 3},
		{"a dash between blanks is counted, as a reader of the limit would", "frozen – then", 3},
	} {
		if got := prose.Words(tt.in); got != tt.want {
			t.Errorf("Words(%q) = %d, want %d: %s", tt.in, got, tt.want, tt.why)
		}
	}
}

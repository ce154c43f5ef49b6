package prose_test

import (
	"testing"
	"unicode/utf8"

	"plandiff/internal/prose"
)

func TestFold(t *testing.T) {
	for _, tt := range []struct {
		why  string
		a, b string
		same bool
	}{
		{"case", "At Any Time", "at any time", true},
		{"case of other scripts", "МИРНИЙ ПЛАН", "мирний план", true},
		{"the two small forms of one Greek letter", "ΣΟΦΟΣ", "σοφος", true},
		{"two letters are not one", "STRASSE", "straße", false},
		{"the sign for kelvin is a k", "5 \u212a", "5 k", true},
		{"the Turkish letter without a dot is another", "ısı", "isi", false},
		{"blanks of every kind, none at the ends", " at\u00a0any\u2009\u202ftime\u3000", "at any time", true},
		{"words that are not parted are another text", "anytime", "any time", false},
		{"curly and straight apostrophes", "the people’s council", "the people's council", true},
		{"double and single quotation marks", "“will”", "'will'", true},
		{"quotation marks of other scripts", "«will» „will“ 「will」 ‹will›", `"will" "will" "will" "will"`, true},
		{"the Ukrainian apostrophe", "м\u02bcякий", "м'який", true},
		{"the Hebrew mark of an acronym", "צה״ל", `צה"ל`, true},
		{"no marks at all is another text", "will", "“will”", false},
		{"feet are not inches", "5′", "5″", false},
		{"dashes of every style", "cease–fire — now", "cease-fire - now", true},
		{"the minus sign", "−5", "-5", true},
		{"a dash is no blank", "cease-fire", "cease fire", false},
		{"composed and decomposed letters", "Zu\u0308rich", "Zürich", true},
		{"another accent is another letter", "Zurich", "Zürich", false},
		{"marks in another order", "a\u0323\u0307", "a\u0307\u0323", true},
		{"the letter Å and the sign for its unit", "\u212b", "Å", true},
		{"a ligature is its letters", "we conﬁrm", "we confirm", true},
		{"Arabic letters in the forms of an old encoding", "\ufe8d\ufedf\ufeb4\ufefc\ufee1", "السلام", true},
		{"a superior digit is no digit", "10²", "102", false},
		{"a soft hyphen is no letter", "con\u00adtact", "contact", true},
		{"a joiner makes another word", "می\u200cخواهم", "میخواهم", false},
		{"digits of another script are another text", "٣", "3", false},
		{"a full stop more", "now.", "now", false},
	} {
		if got := prose.Fold(tt.a) == prose.Fold(tt.b); got != tt.same {
			t.Errorf("Fold(%q) = %q, Fold(%q) = %q: %s", tt.a, prose.Fold(tt.a), tt.b, prose.Fold(tt.b), tt.why)
		}
		checkFold(t, tt.a)
		checkFold(t, tt.b)
	}
}

// checkFold: folding again changes nothing.
func checkFold(t *testing.T, s string) {
	t.Helper()
	if once, twice := prose.Fold(s), prose.Fold(prose.Fold(s)); once != twice {
		t.Errorf("Fold(%q) = %q, and again %q", s, once, twice)
	}
}

func TestFoldEveryCharacter(t *testing.T) {
	for r := range rune(0x20000) {
		if utf8.ValidRune(r) {
			checkFold(t, "a"+string(r)+"b")
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"", "At any time", "“a” – ‘b’", "Zu\u0308rich", "\u0345\u0313Ω", "ΣΣ ς", "İı", "\xff\u00ad a", "ﬁ"} {
		f.Add(s)
	}
	f.Fuzz(checkFold)
}

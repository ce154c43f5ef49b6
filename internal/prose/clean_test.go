package prose_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"plandiff/internal/prose"
)

func TestClean(t *testing.T) {
	for _, tt := range []struct {
		why, in, want string
	}{
		{"nothing stays nothing", "", ""},
		{"plain words stay", "frozen at the line of contact", "frozen at the line of contact"},
		{"runs of blanks are one, none at the ends", "  a   b  ", "a b"},
		{"line breaks and tabs are blanks", "a\r\nb\tc\vd", "a b c d"},
		{"so are the line and paragraph separators of Unicode", "a\u2028b\u2029c", "a b c"},
		{"control characters part words", "a\x00b\x7fc\u0085d", "a b c d"},
		{"blanks alone are nothing", " \t\n ", ""},

		{"a colour sequence goes whole", "a\x1b[31;1mb\x1b[0mc", "abc"},
		{"a window title goes whole, ended by BEL", "a\x1b]0;title\x07b", "ab"},
		{"a window title goes whole, ended by ST", "a\x1b]0;title\x1b\\b", "ab"},
		{"a link keeps its words and loses its address", "\x1b]8;;http://x.test\x1b\\words\x1b]8;;\x1b\\", "words"},
		{"a device control string goes whole", "a\x1bPq#0\x1b\\b", "ab"},
		{"a privacy message goes whole", "a\x1b^secret\x1b\\b", "ab"},
		{"a two-byte escape goes whole", "a\x1bcb", "ab"},
		{"an unterminated colour sequence takes what could be its parameters", "a\x1b[31;", "a"},
		{"and no letter of another script", "a\x1b[31д", "aд"},
		{"an unterminated title leaves the text: it may be all there is", "a\x1b]0;title", "a0;title"},
		{"an unterminated title does not swallow the next line", "a\x1b]0;title\nb", "a b"},
		{"nor the sequence that follows", "a\x1b]0;title\x1b[31mb", "a0;titleb"},
		{"an escape at the very end", "a\x1b", "a"},
		{"two escapes on end", "a\x1b\x1b[31mb", "ab"},
		{"an escape hidden in an escape", "\x1b\x1b]0;x\x07[31mred", "[31mred"},
		{"C1 controls are no longer a sequence without their first byte", "a\u009b31mb", "a 31mb"},
		{"the same in one byte is broken UTF-8", "a\x9b31mb", "a\ufffd31mb"},

		{"the override that turns text round goes", "abc\u202egpj.exe", "abcgpj.exe"},
		{"isolates and marks of direction go", "\u2066a\u2069\u200eb\u200fc\u061cd", "abcd"},
		{"zero-width characters go", "a\u200bb\u2060c\ufeffd", "abcd"},
		{"soft hyphens go", "co\u00adoperation", "cooperation"},
		{"tag characters go", "a\U000e0041\U000e007fb", "ab"},
		{"blank letters go", "a\u3164b\uffa0c\u115fd", "abcd"},
		{"private use is nobody's text", "a\ue000b\U0010fffdc", "abc"},
		{"noncharacters go", "a\ufffeb\ufdd0c\U0001ffffd", "abcd"},
		{"invisible beams of music go", "a\U0001d173b", "ab"},
		{"what is taken out between blanks leaves one blank", "a \u200b b", "a b"},

		{"Hebrew stays", "שלום", "שלום"},
		{"Arabic stays", "السلام", "السلام"},
		{"Cyrillic stays", "мирный план", "мирный план"},
		{"combining marks stay", "e\u0301", "e\u0301"},
		{"a pile of marks is cut at eight", "e" + strings.Repeat("\u0301", 100), "e" + strings.Repeat("\u0301", 8)},
		{"hidden characters do not start the count anew", "e" + strings.Repeat("\u0301\u200b", 100), "e" + strings.Repeat("\u0301", 8)},
		{"no-break spaces stay: they hold numbers together", "800\u00a0000 or 800\u202f000", "800\u00a0000 or 800\u202f000"},
		{"curly quotes and dashes stay", "“a” – ‘b’", "“a” – ‘b’"},

		{"Persian keeps two words apart that grew together", "می\u200cخواهم", "می\u200cخواهم"},
		{"also behind a vowel sign", "میِ\u200cخواهم", "میِ\u200cخواهم"},
		{"behind a letter that joins to nothing there is nothing to keep apart", "کار\u200cها", "کارها"},
		{"nor before a blank", "می\u200c خواهم", "می خواهم"},
		{"letters that join need no joiner", "می\u200dخواهم", "میخواهم"},
		{"a letter alone keeps the form that it has in a word", "۱۴۰۴ ه\u200d.ش", "۱۴۰۴ ه\u200d.ش"},
		{"Sinhala joins behind the sign that takes the vowel away", "ශ්\u200dරී", "ශ්\u200dරී"},
		{"Hindi shows that sign", "क्\u200cष", "क्\u200cष"},
		{"and the half letter alone", "क्\u200d", "क्\u200d"},
		{"Malayalam ends words with a letter so made", "അവന്\u200d", "അവന്\u200d"},
		{"Bengali has the joiner before the sign", "র\u200d্যাব", "র\u200d্যাব"},
		{"not behind a vowel", "का\u200cम", "काम"},
		{"two joiners are one too many", "می\u200c\u200cخواهم", "می\u200cخواهم"},
		{"no script needs one at the beginning", "\u200cخواهم", "خواهم"},
		{"Latin letters do not join", "a\u200cb\u200dc", "abc"},
		{"nor Hebrew ones", "ש\u200cל", "של"},
		{"emoji made of several", "👩\u200d🚀 👨\u200d👩\u200d👧\u200d👦", "👩\u200d🚀 👨\u200d👩\u200d👧\u200d👦"},
		{"also with a skin tone and a style", "👩🏽\u200d🌾 ❤️\u200d🔥 🏳️\u200d🌈", "👩🏽\u200d🌾 ❤️\u200d🔥 🏳️\u200d🌈"},
		{"an emoji and a letter are two", "👩\u200da", "👩a"},
		{"an emoji at the end of a text joins nothing", "👩\u200d", "👩"},

		{"broken UTF-8 is shown as such", "a\xffb", "a\ufffdb"},
		{"a cut rune is shown as such, byte by byte", "a\xe2\x80", "a\ufffd\ufffd"},
		{"half of a surrogate pair is no character", "a\xed\xa0\x80b", "a\ufffd\ufffd\ufffdb"},
		{"markup is not its business: renderers escape", "<b>&amp;=1+1", "<b>&amp;=1+1"},
	} {
		got := prose.Clean(tt.in)
		if got != tt.want {
			t.Errorf("Clean(%q) = %q, want %q: %s", tt.in, got, tt.want, tt.why)
		}
		checkClean(t, tt.in)
	}
}

// checkClean holds for every string whatever: nothing is left that could
// steer a terminal or hide in a line, and cleaning again changes nothing.
func checkClean(t *testing.T, in string) {
	t.Helper()
	out := prose.Clean(in)
	if again := prose.Clean(out); again != out {
		t.Errorf("Clean(%q) = %q, and again %q", in, out, again)
	}
	if !utf8.ValidString(out) {
		t.Errorf("Clean(%q) = %q is no UTF-8", in, out)
	}
	if strings.HasPrefix(out, " ") || strings.HasSuffix(out, " ") || strings.Contains(out, "  ") {
		t.Errorf("Clean(%q) = %q has blanks at an end or on end", in, out)
	}
	if len(out) > len(in)*len("\ufffd") {
		t.Errorf("Clean(%q) grows to %d bytes", in, len(out))
	}
	if len(strings.Trim(out, "\u200c")) != len(out) || strings.HasPrefix(out, "\u200d") {
		t.Errorf("Clean(%q) = %q has a joiner at an end", in, out)
	}
	for _, r := range out {
		switch {
		case unicode.IsControl(r):
			t.Errorf("Clean(%q) leaves the control character %U", in, r)
		case unicode.Is(unicode.Bidi_Control, r):
			t.Errorf("Clean(%q) leaves the direction control %U", in, r)
		case unicode.Is(unicode.Zl, r), unicode.Is(unicode.Zp, r):
			t.Errorf("Clean(%q) leaves the line break %U", in, r)
		case unicode.In(r, unicode.Co, unicode.Cs, unicode.Noncharacter_Code_Point, unicode.Other_Default_Ignorable_Code_Point):
			t.Errorf("Clean(%q) leaves %U, which nobody can see", in, r)
		case unicode.Is(unicode.Cf, r) && !visibleFormat(r):
			t.Errorf("Clean(%q) leaves the format character %U", in, r)
		}
	}
}

// visibleFormat: the format characters that have a shape of their own, such
// as the Arabic sign above a number, the joiners of hieroglyphs, and those that
// a script needs.
func visibleFormat(r rune) bool {
	return r == '\u200c' || r == '\u200d' || unicode.Is(unicode.Prepended_Concatenation_Mark, r) || r >= 0x13430 && r <= 0x1343f
}

// No character by itself gets through that may not.
func TestCleanEveryCharacter(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if utf8.ValidRune(r) {
			checkClean(t, "a"+string(r)+"b")
		}
		if r >= 0x40000 && r < 0xe0000 { // planes without characters: one in a hundred
			r += 100
		}
	}
}

// The cost stays in step with the length, whatever the text pretends to begin.
func TestCleanHostileLength(t *testing.T) {
	const size = 1 << 18
	for _, begin := range []string{"\x1b]", "\x1bP", "\x1b[", "\x1b", "\u0301", "\x1b]\u202e", " \u200b", "\u200d", "\u200d\u0903", "ی\u200c", "👩\u200d"} {
		in := strings.Repeat(begin, size/len(begin))
		out := prose.Clean(in)
		if len(out) > size {
			t.Errorf("%d bytes of %q became %d", len(in), begin, len(out))
		}
	}
}

func FuzzClean(f *testing.F) {
	for _, s := range []string{
		"", "plain words", "a\x1b[31mb", "\x1b]0;t\x07", "\x1b]8;;u\x1b\\w", "\x1bP\x1b\\", "\x1b]\n", "\x1b", "\u202e", "\ufeff",
		"e\u0301\u0301", "שלום", "\xff\xfe", "a\u2028b", "\U000e0041", "800\u00a0000", "\u009b31m", "  a\t\r\n", "می\u200cخ", "ශ්\u200dරී", "👩🏽\u200d🌾", "ه\u200d\u0301\u200cه", "\ud7ff\ue000\u3164",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { checkClean(t, s) })
}

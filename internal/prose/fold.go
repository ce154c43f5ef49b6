package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold is what two pieces of text are compared by, whether values, items,
// terms or phrases: composed letters (Unicode NFC), no capitals, any run of
// blanks of any kind as one, quotation marks of every style as one, dashes of
// every style as one, ligatures as their letters, soft hyphens gone. Fold(Fold(s)) is Fold(s).
func Fold(s string) string {
	if folded(s) {
		return s
	}
	if !utf8.ValidString(s) {
		s = string([]rune(s)) // letters beside a broken byte are not taken apart
	}
	var b strings.Builder
	b.Grow(len(s))
	blank := false
	for _, r := range norm.NFC.String(strings.Map(small, norm.NFD.String(Unligated(s)))) {
		if r == '\u00ad' {
			continue
		}
		if unicode.IsSpace(r) {
			blank = b.Len() > 0
			continue
		}
		if blank {
			b.WriteByte(' ')
			blank = false
		}
		switch {
		case quote(r):
			b.WriteByte('\'')
		case dash(r):
			b.WriteByte('-')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// folded reports whether a text stands for itself, which most do: small
// letters of ASCII, digits and marks, single blanks inside.
func folded(s string) bool {
	last := byte(' ')
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < ' ' || c > '~' || c >= 'A' && c <= 'Z' || c == '"' || c == '`' || c == ' ' && last == ' ' {
			return false
		}
		last = c
	}
	return s == "" || last != ' '
}

// small is the letter that stands for all forms of one: k for k, K and the
// sign for kelvin, σ for σ, Σ and ς.
func small(r rune) rune {
	if r < unicode.MaxASCII {
		return unicode.ToLower(r)
	}
	least := r
	for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
		least = min(least, f)
	}
	return unicode.ToLower(least)
}

// quote reports quotation marks of every script, apostrophes, and what is
// typed for them: the accents of ASCII, primes, the letters that Ukrainian and
// Hebrew write so. The double prime is none: 5 inches are not 5 feet.
func quote(r rune) bool {
	switch r {
	case '`', '´', '′', 'ʼ', 'ʻ', '׳', '״':
		return true
	}
	return unicode.Is(unicode.Quotation_Mark, r)
}

func dash(r rune) bool { return unicode.Is(unicode.Pd, r) || r == '−' }

// Unligated writes the ligatures and letter forms that typesetting leaves in a
// text as their letters: ﬁ as fi. Superior digits and the like stay, which are
// no way of writing the same.
func Unligated(s string) string {
	if !strings.ContainsFunc(s, presentation) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if presentation(r) {
			b.WriteString(norm.NFKC.String(string(r)))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// presentation: the letters of the blocks Alphabetic and Arabic Presentation
// Forms, which Unicode has for old encodings alone.
func presentation(r rune) bool {
	return r >= 0xfb00 && r <= 0xfdff && unicode.IsLetter(r) || r >= 0xfe70 && r <= 0xfefc
}

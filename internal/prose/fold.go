package prose

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold is what two pieces of text are compared by, whether values, items,
// terms or phrases: composed letters (Unicode NFC), no capitals, any run of
// blanks of any kind as one, quotation marks of every style as one, dashes of
// every style as one, soft hyphens gone. Fold(Fold(s)) is Fold(s).
func Fold(s string) string {
	if folded(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	blank := false
	for _, r := range norm.NFC.String(strings.ToLower(norm.NFC.String(s))) {
		switch {
		case r == 0xAD:
			continue
		case unicode.IsSpace(r):
			blank = b.Len() > 0
			continue
		case unicode.In(r, unicode.Pi, unicode.Pf) || strings.ContainsRune("\"'`´‚„′″＂＇", r):
			r = '\''
		case unicode.Is(unicode.Pd, r) || r == '−':
			r = '-'
		}
		if blank {
			b.WriteByte(' ')
			blank = false
		}
		b.WriteRune(r)
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

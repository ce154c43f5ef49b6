package prose

import "strings"

// Shorten is the beginning of a text of any origin, clean, of at most that many
// characters, and "…" where more follows.
func Shorten(s string, most int) string {
	if len(s) > 4*most {
		s = s[:4*most]
	}
	s = Clean(strings.ToValidUTF8(s, ""))
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

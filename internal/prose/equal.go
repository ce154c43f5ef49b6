package prose

import "strings"

// Equal reports whether Diff finds no change between two texts, blanks at
// their ends aside.
func Equal(a, b string) bool {
	if a == b {
		return true
	}
	ta, tb := Tokens(strings.TrimSpace(a)), Tokens(strings.TrimSpace(b))
	if len(ta) != len(tb) {
		return false
	}
	for i := range ta {
		if ta[i] != tb[i] && key(ta[i]) != key(tb[i]) {
			return false
		}
	}
	return true
}

package intake

import (
	"strings"
	"unicode/utf8"
)

// follows reports whether a label comes right after another of its list
// (exact), or only somewhere after it (later).
func follows(prev, next label) (exact, later bool) {
	if prev.bullet || next.bullet {
		return prev.bullet && next.bullet && prev.style == next.style, false
	}
	if prev.style != next.style || len(prev.comps) != len(next.comps) {
		return false, false
	}
	last := len(prev.comps) - 1
	for i := 0; i < last; i++ {
		if prev.comps[i] != next.comps[i] {
			return false, false
		}
	}
	a, b := prev.comps[last], next.comps[last]
	n, suffixA, okA := numbered(a)
	m, suffixB, okB := numbered(b)
	if okA && okB {
		switch {
		case m == n:
			return suffixB > suffixA, suffixB > suffixA
		case m == n+1:
			return suffixB <= 1, true
		}
		return false, m > n
	}
	if x, y := roman(a), roman(b); x > 0 && y > 0 {
		if y == x+1 {
			return true, true
		}
		later = y > x
	}
	for _, alphabet := range alphabets {
		if x, y := letterIndex(alphabet, a), letterIndex(alphabet, b); x > 0 && y > 0 {
			if y == x+1 {
				return true, true
			}
			later = later || y > x
		}
	}
	return false, later
}

// numbered splits "3bis" into 3 and the order of its suffix: 0 for none, 1
// for A, 2 for bis or B, and so on.
func numbered(s string) (n, suffix int, ok bool) {
	i := 0
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		n = n*10 + int(s[i]-'0')
		i++
	}
	if i == 0 {
		return 0, 0, false
	}
	if i == len(s) {
		return n, 0, true
	}
	if r := repeat(s[i:]); r > 0 {
		return n, r, true
	}
	for _, alphabet := range alphabets {
		if x := letterIndex(alphabet, s[i:]); x > 0 {
			return n, x, true
		}
	}
	return 0, 0, false
}

// letterIndex is the place of a letter in an alphabet, from 1; doubled ones
// ("aa") come after its end. 0 if it is none of it.
func letterIndex(alphabet, s string) int {
	if len(s) > 8 {
		return 0
	}
	s = strings.ToLower(s)
	_, n := utf8.DecodeRuneInString(s)
	at := strings.Index(alphabet, s[:n])
	if at < 0 || strings.Count(s, s[:n])*n != len(s) {
		return 0
	}
	length := utf8.RuneCountInString(alphabet)
	return utf8.RuneCountInString(alphabet[:at]) + 1 + (len(s)/n-1)*length
}

// first reports whether a label may begin a list.
func first(l label) bool {
	if l.bullet {
		return true
	}
	last := l.comps[len(l.comps)-1]
	if n, suffix, ok := numbered(last); ok {
		return n <= 1 && suffix <= 1
	}
	if roman(last) == 1 {
		return true
	}
	for _, alphabet := range alphabets {
		if letterIndex(alphabet, last) == 1 {
			return true
		}
	}
	return false
}

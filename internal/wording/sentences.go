package wording

import (
	"strings"
	"unicode/utf8"
)

// Sentences joins at most two sentences, the second where there is room.
func Sentences(room int, first, second string) string {
	first = strings.TrimRight(first, ". ")
	if !strings.HasSuffix(first, "?") {
		first += "."
	}
	if second = strings.TrimRight(second, ". "); second == "" || utf8.RuneCountInString(first+second)+2 > room {
		return first
	}
	return first + " " + FirstUpper(second) + "."
}

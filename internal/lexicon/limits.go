package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"plandiff/internal/prose"
)

// maxBytes is the most that a question has.
const maxBytes = 2000

// Unreadable says what keeps a text from being a question; "" if nothing does.
func Unreadable(text string) string {
	if len(text) > maxBytes {
		return "The question is too long to be read: it may have up to 2,000 characters."
	}
	letters, latin := 0, 0
	text = prose.Clean(text)
	for _, c := range text {
		if unicode.IsLetter(c) && c != utf8.RuneError {
			letters++
			if unicode.Is(unicode.Latin, c) {
				latin++
			}
		}
	}
	switch {
	case letters == 0 && !strings.ContainsAny(text, "0123456789"):
		return "There is no question."
	case letters > 0 && latin*2 < letters:
		return "The question is not in the Latin alphabet; questions are read in English."
	}
	return ""
}

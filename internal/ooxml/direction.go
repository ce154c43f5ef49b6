package ooxml

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// stretch is a piece of text whose letters run one way.
type stretch struct {
	text        string
	rightToLeft bool
}

// firstRightToLeft is the first letter of a script that runs from right to
// left; all text before it needs no look at its classes.
const firstRightToLeft = 0x590

// strong is 1 for a letter that runs from right to left, -1 for one that runs
// from left to right, 0 for what takes the direction of its neighbours:
// digits, signs, blanks.
func strong(r rune) int {
	p, _ := bidi.LookupRune(r)
	switch p.Class() {
	case bidi.R, bidi.AL:
		return 1
	case bidi.L:
		return -1
	}
	return 0
}

// beginsRightToLeft reports whether the first letter runs from right to left.
func beginsRightToLeft(runs []Run) bool {
	for _, run := range runs {
		for _, r := range run.Text {
			if s := strong(r); s != 0 {
				return s > 0
			}
		}
	}
	return false
}

// stretches cuts a text by direction. What stands between letters of one
// direction goes with them, all else with the paragraph (UAX 9, N1 and N2).
func stretches(text string, paragraph bool) []stretch {
	if plain(text) {
		return []stretch{{text, paragraph && !hasLetter(text)}}
	}
	var out []stretch
	begin, end, direction := 0, 0, paragraph // of the stretch that is open
	extend := func(to int, rightToLeft bool) {
		if to == end {
			return
		}
		if rightToLeft != direction && end > begin {
			out = append(out, stretch{text[begin:end], direction})
			begin = end
		}
		end, direction = to, rightToLeft
	}
	before := paragraph // direction of the letter before
	for i, r := range text {
		s := strong(r)
		if s == 0 {
			continue
		}
		now := s > 0
		if now == before {
			extend(i, now)
		} else {
			extend(i, paragraph)
		}
		extend(i+utf8.RuneLen(r), now)
		before = now
	}
	extend(len(text), paragraph)
	return append(out, stretch{text[begin:end], direction})
}

func plain(text string) bool {
	for _, r := range text {
		if r >= firstRightToLeft {
			return false
		}
	}
	return true
}

func hasLetter(text string) bool {
	for _, r := range text {
		if strong(r) != 0 {
			return true
		}
	}
	return false
}

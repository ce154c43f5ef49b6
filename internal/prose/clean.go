package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxMarks is how many combining marks may follow one another; more serve
// no language and overflow a line.
const maxMarks = 8

// Clean makes a string from outside safe to print anywhere on one line.
// Control characters, terminal escapes and line breaks become a blank, or
// nothing; bidirectional controls, zero-width and tag characters go; broken
// UTF-8 becomes U+FFFD; runs of blanks become one. No-break spaces stay, and
// joiners where a script or an emoji needs them. Right-to-left letters and combining marks stay too. Clean(Clean(s)) is
// Clean(s).
func Clean(s string) string {
	if clean(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	marks, blank, joiners := 0, true, false
	for i := 0; i < len(s); {
		if n := escape(s[i:]); n > 0 {
			i += n
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		switch {
		case r == ' ' || unicode.IsControl(r) || r == '\u2028' || r == '\u2029':
			if !blank {
				b.WriteByte(' ')
			}
			blank, marks = true, 0
			continue
		case isJoiner(r):
			if !blank {
				b.WriteRune(r)
				joiners = true
			}
			continue
		case invisible(r):
			continue
		case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Me, r):
			if marks++; marks > maxMarks {
				continue
			}
		default:
			marks = 0
		}
		blank = false
		b.WriteRune(r)
	}
	out := strings.TrimRight(b.String(), " ")
	if joiners {
		out = withoutIdle(out)
	}
	return out
}

// clean reports whether s is printable ASCII with single blanks inside, which
// most strings are.
func clean(s string) bool {
	last := byte(' ')
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] > '~' || s[i] == ' ' && last == ' ' {
			return false
		}
		last = s[i]
	}
	return s == "" || last != ' '
}

// escape is the length of the terminal escape sequence that s begins with:
// CSI sequences whole, string sequences (OSC, DCS, ...) up to their end, any
// other escape with its next byte. 0 if there is none.
func escape(s string) int {
	if s[0] != 0x1b {
		return 0
	}
	if len(s) == 1 {
		return 1
	}
	switch s[1] {
	case '[':
		for i := 2; i < len(s); i++ {
			if s[i] >= 0x40 && s[i] <= 0x7e {
				return i + 1
			}
			if s[i] < 0x20 || s[i] > 0x3f {
				return i
			}
		}
		return len(s)
	case ']', 'P', 'X', '^', '_':
		for i := 2; i < len(s); i++ {
			if s[i] == 0x07 {
				return i + 1
			}
			if s[i] == 0x1b {
				if i+1 < len(s) && s[i+1] == '\\' {
					return i + 2
				}
				return 2 // unterminated: another sequence begins
			}
			if s[i] == '\n' {
				return i // unterminated: do not swallow the next line
			}
		}
		return 2
	}
	if s[1] < 0x20 || s[1] > 0x7e {
		return 1
	}
	return 2
}

// invisible reports characters that change how others are read without being
// seen themselves (Unicode TR 36, section 2), are blank although they count as
// letters (Hangul fillers), or are no characters at all. Variation selectors
// are marks and stay.
func invisible(r rune) bool {
	switch {
	case r == '\u00ad', r == '\u034f', r == '\u061c', r == '\u180e', r == '\ufeff':
		return true
	case r >= '\u200b' && r <= '\u200f', r >= '\u202a' && r <= '\u202e', r >= '\u2060' && r <= '\u206f':
		return true
	case r >= 0xe0000 && r <= 0xe0fff, r >= 0xfff9 && r <= 0xfffb:
		return true
	}
	return r&0xfffe == 0xfffe || r >= 0xfdd0 && r <= 0xfdef ||
		r >= 0x1bca0 && r <= 0x1bca3 || r >= 0x1d173 && r <= 0x1d17a ||
		unicode.In(r, unicode.Co, unicode.Other_Default_Ignorable_Code_Point)
}

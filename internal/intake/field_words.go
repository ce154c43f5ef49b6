package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is a run of letters, of digits with their marks, or one other sign.
type word struct {
	start, end int
	digit      bool
	letter     bool
	ends       bool // the sign ends a sentence
}

// split cuts a text into words; blanks are left out.
func split(out []word, s string) []word {
	for i := 0; i < len(s); {
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		_, digit := digitValue(r)
		switch {
		case digit:
			end := numberEnd(s, i)
			out = append(out, word{start: i, end: end, digit: true})
			i = end
		case wide(r) && unicode.IsLetter(r): // no blanks part words here
			out = append(out, word{start: i, end: i + n, letter: true})
			i += n
		case unicode.IsLetter(r):
			end := i + n
			for end < len(s) {
				q, m := utf8.DecodeRuneInString(s[end:])
				if !unicode.IsLetter(q) && !unicode.Is(unicode.Mn, q) && q != '\'' && q != '’' || wide(q) != wide(r) {
					break
				}
				end += m
			}
			out = append(out, word{start: i, end: end, letter: true})
			i = end
		case unicode.IsSpace(r):
			i += n
		default:
			ends := strings.ContainsRune(".;!?。；؛؟", r) && (i+n == len(s) || isBlank(nextRune(s, i+n)) || r > 0x600)
			out = append(out, word{start: i, end: i + n, ends: ends})
			i += n
		}
	}
	return out
}

func nextRune(s string, i int) rune {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return r
}

// numberEnd is where a number with its groups and decimals ends.
func numberEnd(s string, i int) int {
	digits := func(i int) int {
		for i < len(s) {
			r, n := utf8.DecodeRuneInString(s[i:])
			if _, ok := digitValue(r); !ok {
				break
			}
			i += n
		}
		return i
	}
	end := digits(i)
	first := end - i
	for end < len(s) {
		r, n := utf8.DecodeRuneInString(s[end:])
		next := digits(end + n)
		length := next - end - n
		blank := r == ' ' || r == '\u00a0' || r == '\u202f' || r == '\u2009'
		switch {
		case length == 0:
			return end
		case blank && length == 3 && first <= 3:
		case r == ',' || r == '.' || r == '\'' || r == '’' || r == '٬' || r == '٫':
		default:
			return end
		}
		end = next
	}
	return end
}

// decimal makes plain digits of a number as it is written: "600,000",
// "800 000", "1.5". ok is false where it may be read in two ways: "600.000",
// "1,5".
func decimal(s string, comma bool) (digits string, ok bool) {
	var b strings.Builder
	var marks []rune
	var groups []int
	n := 0
	for _, r := range s {
		if d, isDigit := digitValue(r); isDigit {
			b.WriteByte(byte('0' + d))
			n++
			continue
		}
		marks = append(marks, r)
		groups = append(groups, n)
		n = 0
		b.WriteByte('|')
	}
	groups = append(groups, n)
	if len(marks) == 0 {
		return b.String(), len(s) < 19
	}
	last := marks[len(marks)-1]
	grouping := true
	for i, g := range groups[1:] {
		grouping = grouping && g == 3 && marks[i] == marks[0]
	}
	raw := b.String()
	switch {
	case grouping && groups[0] <= 3 && (last != '.' || len(marks) > 1) && !(last == ',' && comma && len(marks) == 1):
		return strings.ReplaceAll(raw, "|", ""), true
	case len(marks) == 1 && (last == '.' && groups[1] != 3 || last == '٫' || last == ',' && comma && groups[1] != 3):
		return strings.Replace(raw, "|", ".", 1), true
	case len(marks) > 1 && last != marks[0]: // 1,234.5 and 1 234,5
		at := strings.LastIndexByte(raw, '|')
		for i, g := range groups[1 : len(groups)-1] {
			if g != 3 || marks[i] != marks[0] {
				return "", false
			}
		}
		return strings.ReplaceAll(raw[:at], "|", "") + "." + raw[at+1:], true
	}
	return "", false
}

// commas: a language that writes 1,5 for one and a half stands around i.
func commas(s string) bool {
	for _, r := range s[:min(len(s), 200)] {
		if unicode.Is(unicode.Cyrillic, r) || strings.ContainsRune("éèàùçêôœ", r) {
			return true
		}
	}
	return false
}

// lower is a word of the text in lower case.
func lower(s string, w word) string { return strings.ToLower(s[w.start:w.end]) }

// modalAt reads the modal force that begins at the first word: how many words
// it takes, and its name in English.
func modalAt(w []word, s string) (n int, force string) {
	if !w[0].letter {
		return 0, ""
	}
	first := s[w[0].start:w[0].end]
	second, third := "", ""
	if len(w) > 1 && w[1].letter {
		second = lower(s, w[1])
		if len(w) > 2 && w[2].letter {
			third = lower(s, w[2])
		}
	}
	not := func(force string) (int, string) {
		if second == "not" {
			return 2, force + " not"
		}
		return 1, force
	}
	switch first {
	case "shall", "must", "will", "should":
		return not(first)
	case "may":
		return not(first)
	case "cannot":
		return 1, "may not"
	case "agrees", "agree", "undertakes", "undertake", "commits", "commit", "pledges", "pledge":
		verb := strings.TrimSuffix(first, "s") + "s to"
		switch {
		case second == "to":
			return 2, verb
		case second == "not" && third == "to":
			return 3, strings.TrimSuffix(verb, "to") + "not to"
		}
	case "обязуется", "обязуются", "зобов'язується", "зобов'язуються", "зобов’язується", "зобов’язуються":
		return 1, "undertakes to"
	case "должен", "должна", "должно", "должны", "повинен", "повинна", "повинно", "повинні", "мусить", "мусять":
		return 1, "shall"
	case "может", "могут", "може", "можуть":
		return 1, "may"
	case "не":
		switch second {
		case "должен", "должна", "должно", "должны", "повинен", "повинна", "повинно", "повинні":
			return 2, "shall not"
		case "может", "могут", "може", "можуть":
			return 2, "may not"
		}
	case "doit", "doivent", "devra", "devront":
		return 1, "shall"
	case "peut", "peuvent":
		return 1, "may"
	}
	return 0, ""
}

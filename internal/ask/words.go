package ask

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/kljensen/snowball/english"
	"golang.org/x/text/unicode/norm"

	"plandiff/internal/prose"
)

// token is one word or number of a question or of a name.
type token struct {
	text   string // lower case, without accents
	raw    string
	number float64
	scale  string // "million", "billion" after a number
	isNum  bool
	proper bool // capitalised, and not the first word
	owner  bool // with a possessive s
	apart  bool // a colon, a semicolon, the end of a sentence or a dash is before it
}

// tokens cuts a text into words and numbers. Names are cut the same way, so
// that "28-point" and "28 points" meet. Possessives lose their s.
func tokens(s string) []token {
	s = fold(prose.Plain(prose.Clean(s)))
	var out []token
	apart := false
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case isDigit(c):
			i = number(s, i, &out)
			out[len(out)-1].apart, apart = apart, false
		case isLetter(c):
			j := i
			for j < len(s) && (isLetter(s[j]) || isDigit(s[j]) || initial(s, j)) {
				j++
			}
			word := s[i:j]
			owner := false
			if strings.HasPrefix(s[j:], "'s") && (j+2 == len(s) || !isLetter(s[j+2])) {
				j += 2
				owner = true
			} else if strings.HasPrefix(s[j:], "'") && j+1 < len(s) && isLetter(s[j+1]) { // don't, isn't
				k := j + 1
				for k < len(s) && isLetter(s[k]) {
					k++
				}
				switch rest := s[j+1 : k]; rest {
				case "d", "ll", "re", "ve", "m": // who'd, they'll
				default:
					word += rest
				}
				j = k
			}
			i = j
			text := strings.ToLower(strings.ReplaceAll(word, ".", ""))
			out = append(out, token{text: text, raw: word, proper: len(out) > 0 && word[0] >= 'A' && word[0] <= 'Z', owner: owner, apart: apart})
			apart = false
		default:
			apart = apart || len(out) > 0 && parts(s, i)
			i++
		}
	}
	return scaled(out)
}

// parts reports whether a mark parts what is before it from what comes after:
// not a comma, which stands in lists, nor a hyphen inside a word.
func parts(s string, i int) bool {
	switch s[i] {
	case ':', ';', '?', '!':
		return true
	case '-':
		return s[i-1] == ' ' && i+1 < len(s) && s[i+1] == ' '
	}
	return false
}

// initial reports a dot inside an abbreviation: U.S., E.U.
func initial(s string, j int) bool {
	if s[j] != '.' || j == 0 || !isLetter(s[j-1]) {
		return false
	}
	if j >= 2 && (isLetter(s[j-2]) || isDigit(s[j-2])) {
		return false
	}
	return j+1 < len(s) && isLetter(s[j+1]) || j >= 2 && s[j-2] == '.'
}

// number reads digits with their groups and decimals; a ratio of equal parts
// ("50:50", "50/50", "50-50") stays one word.
func number(s string, i int, out *[]token) int {
	j := i
	digits := ""
	for j < len(s) {
		if isDigit(s[j]) {
			digits += s[j : j+1]
			j++
			continue
		}
		group := j+3 < len(s)+0 && (s[j] == ',' || s[j] == ' ' || s[j] == '\'') && len(digits) > 0 && threeDigits(s, j+1) && groupable(s, i, j)
		if !group {
			break
		}
		j++
	}
	first := digits
	if j+1 < len(s) && s[j] == '.' && isDigit(s[j+1]) {
		k := j + 1
		for k < len(s) && isDigit(s[k]) {
			k++
		}
		digits, j = digits+s[j:k], k
	}
	ratio := first
	for k := j; k < len(s) && strings.IndexByte(":/-", s[k]) >= 0 && strings.HasPrefix(s[k+1:], first) && len(first) == 2 && !(k+1+len(first) < len(s) && isDigit(s[k+1+len(first)])); k = j {
		ratio += ":" + first
		j = k + 1 + len(first)
	}
	if ratio != first {
		*out = append(*out, token{text: ratio, raw: ratio})
		return j
	}
	n, err := strconv.ParseFloat(digits, 64)
	*out = append(*out, token{text: digits, raw: s[i:j], number: n, isNum: err == nil})
	return j
}

// groupable: "800 000" is one number, "28 600000" is not; up to three digits
// come before a group.
func groupable(s string, from, at int) bool {
	run := 0
	for k := at - 1; k >= from && isDigit(s[k]); k-- {
		run++
	}
	return run <= 3
}

func threeDigits(s string, i int) bool {
	return i+3 <= len(s) && isDigit(s[i]) && isDigit(s[i+1]) && isDigit(s[i+2]) && (i+3 == len(s) || !isDigit(s[i+3]))
}

// scaled joins a number with the word that multiplies it: 800k, 100bn.
func scaled(in []token) []token {
	out := in[:0]
	for i := 0; i < len(in); i++ {
		t := in[i]
		if t.isNum && i+1 < len(in) {
			switch in[i+1].text {
			case "k", "thousand":
				t.number, t.text = t.number*1000, strconv.FormatFloat(t.number*1000, 'f', -1, 64)
				i++
			case "m", "mn", "mln", "million":
				t.scale = "million"
				i++
			case "b", "bn", "bln", "billion":
				t.scale = "billion"
				i++
			}
		}
		out = append(out, t)
	}
	return out
}

// fold takes accents away.
func fold(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return strings.Map(func(r rune) rune {
				if unicode.Is(unicode.Mn, r) {
					return -1
				}
				return r
			}, norm.NFKD.String(s))
		}
	}
	return s
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// isLetter counts every byte outside ASCII as a letter: words of other
// alphabets stay whole.
func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80 }

// stem is the word's root: Snowball's, with British and American spelling
// made one.
func stem(w string) string {
	switch {
	case len(w) < 3:
		return w
	case strings.HasSuffix(w, "isation"), strings.HasSuffix(w, "isations"):
		w = strings.Replace(w, "isation", "ization", 1)
	case len(w) > 5 && strings.HasSuffix(w, "ise"), len(w) > 6 && strings.HasSuffix(w, "ised"), len(w) > 7 && strings.HasSuffix(w, "ising"):
		i := strings.LastIndex(w, "is")
		w = w[:i] + "iz" + w[i+2:]
	case len(w) > 5 && (strings.HasSuffix(w, "our") || strings.HasSuffix(w, "ours")):
		w = strings.Replace(w, "our", "or", 1)
	case strings.HasSuffix(w, "efence"):
		w = w[:len(w)-2] + "se"
	}
	return english.Stem(w, true)
}

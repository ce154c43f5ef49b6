package prose

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/rivo/uniseg"
	"golang.org/x/text/unicode/norm"
)

// Words is the number of words of a phrase, as a reader counts them: runs
// between blanks.
func Words(s string) int { return len(strings.Fields(s)) }

// Join writes what each of a list says, with a mark between.
func Join[T any](list []T, mark string, say func(T) string) string {
	parts := make([]string, len(list))
	for i, x := range list {
		parts[i] = say(x)
	}
	return strings.Join(parts, mark)
}

// Listed writes those of some parts that are not empty, with a mark between.
func Listed(mark string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), mark)
}

// Tokens cuts a text into words, numbers, blanks and marks, by the word
// boundaries of Unicode TR 29, but never inside what a reader sees as one
// character. Digit groups set apart by blanks ("800 000") stay one token.
// Joined, the tokens are the text again.
func Tokens(s string) []string {
	if s == "" {
		return nil
	}
	return joinGroups(cut(s))
}

func cut(s string) []string {
	out := make([]string, 0, len(s)/3+1)
	plain := 0 // s[i:plain] is ASCII
	for i := 0; i < len(s); {
		for plain = max(plain, i); plain < len(s) && s[plain] < utf8.RuneSelf; {
			plain++
		}
		end := asciiWord(s[i:plain]) + i
		if plain < len(s) && end+2 > plain {
			end = i + len(firstWord(s[i:])) // what follows may belong to it
		}
		out = append(out, s[i:end])
		i = end
	}
	return out
}

// firstWord is the first word of a text that is not all ASCII.
func firstWord(s string) string {
	state, n := -1, 0
	for rest := s; rest != ""; {
		var cluster string
		var boundaries int
		cluster, rest, boundaries, state = uniseg.StepString(rest, state)
		n += len(cluster)
		if boundaries&uniseg.MaskWord != 0 {
			break
		}
	}
	return s[:n]
}

// asciiWord is the length of the first word of a text in ASCII, by the rules
// of TR 29 that can apply there.
func asciiWord(s string) int {
	if s == "" {
		return 0
	}
	switch c := s[0]; {
	case c == '\r' && len(s) > 1 && s[1] == '\n':
		return 2
	case c == ' ':
		n := 1
		for n < len(s) && s[n] == ' ' {
			n++
		}
		return n
	case !wordByte(c):
		return 1
	}
	n := 1
	for n < len(s) {
		last, c := s[n-1], s[n]
		switch {
		case wordByte(c):
			n++
		case n+1 < len(s) && letterByte(last) && letterByte(s[n+1]) && (c == ':' || c == '.' || c == '\''),
			n+1 < len(s) && digitByte(last) && digitByte(s[n+1]) && (c == ',' || c == ';' || c == '.' || c == '\''):
			n += 2
		default:
			return n
		}
	}
	return n
}

func wordByte(c byte) bool   { return letterByte(c) || digitByte(c) || c == '_' }
func letterByte(c byte) bool { return 'a' <= c|' ' && c|' ' <= 'z' }
func digitByte(c byte) bool  { return '0' <= c && c <= '9' }

// joinGroups puts digit groups together again: up to three digits, then
// blanks each followed by exactly three.
func joinGroups(in []string) []string {
	out := in[:0]
	for i := 0; i < len(in); i++ {
		end := i
		if digits(in[i]) && len(in[i]) <= 3 {
			for end+2 < len(in) && groupBlank(in[end+1]) && digits(in[end+2]) && len(in[end+2]) == 3 {
				end += 2
			}
		}
		out = append(out, strings.Join(in[i:end+1], ""))
		i = end
	}
	return out
}

func digits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// groupBlank: the blanks that set digit groups apart (ISO 80000-1, 7.3.1).
func groupBlank(s string) bool {
	switch s {
	case " ", "\u00a0", "\u2009", "\u202f":
		return true
	}
	return false
}

// key is what two tokens are compared by: numbers without their grouping,
// any blank as one, quotes and dashes of all styles as one, letters with
// their accents composed (NFC).
func key(token string) string {
	if digitByte(token[0]) {
		if m := grouped().FindStringSubmatch(token); m != nil {
			return ungrouper.Replace(m[1]) + Plain(m[2])
		}
	}
	if asciiBlank(token[0]) || token[0] >= utf8.RuneSelf {
		if strings.TrimSpace(token) == "" {
			return " "
		}
	}
	for i := 0; i < len(token); i++ {
		if token[i] >= utf8.RuneSelf {
			return Plain(norm.NFC.String(token))
		}
	}
	return token
}

func asciiBlank(c byte) bool { return c == ' ' || '\t' <= c && c <= '\r' }

// grouped is a number in groups of three digits, with what may follow it in
// one token: decimals or letters. "1,5" is no such number, and stays "1,5".
var grouped = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^([0-9]{1,3}(?:[, \x{a0}\x{2009}\x{202f}'’][0-9]{3})+)((?:[.\pL].*)?)$`)
})

var ungrouper = strings.NewReplacer(",", "", " ", "", "\u00a0", "", "\u2009", "", "\u202f", "", "'", "", "’", "")

var plainer = strings.NewReplacer(
	"\u00a0", " ", "\u2009", " ", "\u202f", " ",
	"‘", "'", "’", "'", "‚", "'", "‛", "'", "“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`,
	"‐", "-", "‑", "-", "‒", "-", "–", "-", "—", "-", "−", "-",
)

// Plain writes no-break spaces as blanks, and quotation marks and dashes of
// every style in their ASCII form, so that two copies of one text compare.
func Plain(s string) string { return plainer.Replace(s) }

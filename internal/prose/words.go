package prose

import (
	"regexp"
	"strings"

	"github.com/rivo/uniseg"
)

// Words is the number of words of a phrase, as a reader counts them: runs
// between blanks.
func Words(s string) int { return len(strings.Fields(s)) }

// Tokens cuts a text into words, numbers, blanks and marks, by the word
// boundaries of Unicode TR 29. Digit groups set apart by blanks ("800 000")
// stay one token. Joined, the tokens are the text again.
func Tokens(s string) []string {
	var out []string
	state := -1
	for rest := s; rest != ""; {
		var word string
		word, rest, state = uniseg.FirstWordInString(rest, state)
		out = append(out, word)
	}
	return joinGroups(out)
}

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
// any blank as one, quotes and dashes of all styles as one.
func key(token string) string {
	if m := grouped.FindStringSubmatch(token); m != nil {
		return ungrouper.Replace(m[1]) + Plain(m[2])
	}
	if strings.TrimSpace(token) == "" {
		return " "
	}
	return Plain(token)
}

// grouped is a number in groups of three digits, with what may follow it in
// one token: decimals or letters. "1,5" is no such number, and stays "1,5".
var grouped = regexp.MustCompile(`^([0-9]{1,3}(?:[, \x{a0}\x{2009}\x{202f}'’][0-9]{3})+)((?:[.\pL].*)?)$`)

var ungrouper = strings.NewReplacer(",", "", " ", "", "\u00a0", "", "\u2009", "", "\u202f", "", "'", "", "’", "")

var plainer = strings.NewReplacer(
	"\u00a0", " ", "\u2009", " ", "\u202f", " ",
	"‘", "'", "’", "'", "‚", "'", "‛", "'", "“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`,
	"‐", "-", "‑", "-", "‒", "-", "–", "-", "—", "-", "−", "-",
)

// Plain writes no-break spaces as blanks, and quotation marks and dashes of
// every style in their ASCII form, so that two copies of one text compare.
func Plain(s string) string { return plainer.Replace(s) }

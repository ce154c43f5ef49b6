package ask

import (
	"slices"
	"strconv"
	"strings"

	"plandiff/internal/prose"
)

// spelled are the numbers that people write out.
var spelled = map[string]int{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
	"nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

// multipliers are words that make a number larger.
var multipliers = map[string]int{"hundred": 100, "thousand": 1000}

// digits puts figures for numbers that are written out: large ones ("six
// hundred thousand"), and those that count ("the twenty-eight points").
func digits(in []token) []token {
	out := in[:0:0]
	for i := 0; i < len(in); {
		n, used, large := spelledOut(in[i:])
		next := i + used
		listed := n > 10 && i > 0 && slices.Contains([]string{"to", "from"}, in[i-1].text) // "from twenty-eight to nineteen"
		counted := listed || next < len(in) && n > 10 && slices.ContainsFunc([]string{"point", "year", "day", "month", "hour", "percent"}, func(s string) bool { return strings.HasPrefix(in[next].text, s) })
		if used == 0 || !large && !counted {
			out = append(out, in[i])
			i++
			continue
		}
		out = append(out, token{text: strconv.Itoa(n), raw: in[i].raw, number: float64(n), isNum: true})
		i = next
	}
	return out
}

// spelledAs is the number that a word spells, with one slip of typing in the
// longer ones.
func spelledAs(w string) (int, bool) {
	if n, ok := spelled[w]; ok || len(w) < 6 || strings.HasSuffix(w, "s") || everyday(w) {
		return n, ok
	}
	for word, n := range spelled {
		if len(word) > 6 && word[0] == w[0] && prose.Edits(w, word, 2) < 2 && !strings.HasPrefix(word, w) && !strings.HasPrefix(w, word) {
			return n, true
		}
	}
	return 0, false
}

// spelledOut reads a number that is written out at the head of a text. used is
// how many words it has, 0 for none; large: it is multiplied.
func spelledOut(in []token) (n, used int, large bool) {
	part := 0 // what the next multiplier applies to
	for ; used < len(in); used++ {
		if v, ok := spelledAs(in[used].text); ok && (part == 0 || part%10 == 0 && v < 10 || part%100 == 0) {
			part += v
			continue
		}
		m := multipliers[in[used].text]
		if m == 0 || part == 0 || part > 1000 {
			break
		}
		large = true
		if part *= m; m == 1000 {
			n, part = n+part, 0
		}
	}
	return n + part, used, large
}

package wording

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"plandiff/internal/compare"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
)

// Count is "1 claim", "12 claims", "2,600 claims".
func Count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	plural := noun + "s"
	if stem, ok := strings.CutSuffix(noun, "y"); ok && !strings.HasSuffix(stem, "a") && !strings.HasSuffix(stem, "e") {
		plural = stem + "ies"
	}
	return Number(n) + " " + plural
}

// Are is the verb for a number of things: "1 field is", "2 fields are".
func Are(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

// Number writes a whole number in groups of three digits.
func Number(n int) string {
	return plan.Decimal(strconv.Itoa(n)).String()
}

// PointText is "point 6" or "points 5, 10", of what prose.Ranges wrote; "" for none.
func PointText(points string) string {
	switch {
	case points == "":
		return ""
	case strings.ContainsAny(points, ",-"):
		return "points " + points
	}
	return "point " + points
}

// Cites is "[1-3, 7]": the numbers of sources in brackets; "" for none.
func Cites(numbers []int) string {
	if len(numbers) == 0 {
		return ""
	}
	return "[" + prose.Ranges(slices.Sorted(slices.Values(numbers))) + "]"
}

// And joins words as in a sentence: "a, b and c".
func And(words []string) string { return sentence(words, " and ") }

// Or lists words of which any is meant.
func Or(words []string) string { return sentence(words, " or ") }

func sentence(words []string, last string) string {
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + last + words[n-1]
	}
	return strings.Join(words, "")
}

// NoneSpeak says that no source has some names.
func NoneSpeak(names []string) string {
	return "no source here speaks of " + Or(pick.Each(names, Quoted))
}

// Account is one side of a dispute, with how many independent sources stand
// behind it: "4 independent sources say: 19 points", "1 source denies: 19 points".
func Account(n int, k compare.Content) string {
	one, more, what := "1 source says: ", "%d independent sources say: ", Content(k)
	if denied(k) && !hedged(k.Claims) {
		one, more, what = "1 source denies: ", "%d independent sources deny: ", valueAndTerms(k)
	}
	if n == 1 {
		return one + what
	}
	return fmt.Sprintf(more, n) + what
}

// FirstUpper begins a text with a capital.
func FirstUpper(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:n]) + s[n:]
}

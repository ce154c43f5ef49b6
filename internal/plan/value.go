package plan

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// Bound qualifies a number: exact, or a limit that the source gives.
type Bound string

const (
	Exact   Bound = ""
	Under   Bound = "<"
	AtMost  Bound = "<="
	Over    Bound = ">"
	AtLeast Bound = ">="
	Around  Bound = "~"
)

// boundWords are the words a bound is shown with.
var boundWords = [...]struct {
	bound Bound
	words string
}{{Under, "under "}, {AtMost, "at most "}, {Over, "more than "}, {AtLeast, "at least "}, {Around, "about "}}

// Value is the content of a claim. Exactly one of Number, Items, Date and
// Text is set, as the field's kind says; Text also holds what a source says
// in words where the field wants a number or a date, or how it puts that a
// clause was taken out. The zero Value is no content.
type Value struct {
	Text      string
	Number    float64
	HasNumber bool
	Bound     Bound
	Unit      string
	Items     []string
	Date      Date
}

// IsZero reports whether the value has no content.
func (v Value) IsZero() bool {
	return v.Text == "" && !v.HasNumber && len(v.Items) == 0 && v.Date == ""
}

// Equal reports whether two values mean the same: numbers with unit and
// bound, lists as sets, words without regard to case and spacing.
func (v Value) Equal(w Value) bool {
	if v.HasNumber != w.HasNumber {
		return false
	}
	if v.HasNumber {
		a, unitA := v.scaled()
		b, unitB := w.scaled()
		return a == b && unitA == unitB && v.Bound == w.Bound
	}
	return v.Date == w.Date && sameWords(v.Text, w.Text) && sameItems(v.Items, w.Items)
}

// Comparable reports whether a delta between two values has a meaning:
// both are plain numbers of one unit.
func (v Value) Comparable(w Value) bool {
	return v.HasNumber && w.HasNumber && v.Unit == w.Unit && v.Bound == Exact && w.Bound == Exact
}

// scales are the words before a unit of money.
var scales = [...]struct {
	word   string
	factor float64
}{{"thousand ", 1e3}, {"million ", 1e6}, {"billion ", 1e9}, {"trillion ", 1e12}}

// scaled is the number in the plain unit: 1,000 million USD is 1 billion USD.
func (v Value) scaled() (number float64, unit string) {
	for _, s := range scales {
		if rest, ok := strings.CutPrefix(v.Unit, s.word); ok {
			return v.Number * s.factor, rest
		}
	}
	return v.Number, v.Unit
}

// String is the value as shown to readers: "600,000 personnel", "under
// 100,000 personnel", "50 %", "Russia, Ukraine", or the words.
func (v Value) String() string {
	switch {
	case v.HasNumber:
		var prefix string
		for _, b := range boundWords {
			if b.bound == v.Bound {
				prefix = b.words
			}
		}
		s := prefix + FormatNumber(v.Number)
		if v.Unit != "" {
			s += " " + v.Unit
		}
		return s
	case len(v.Items) > 0:
		return strings.Join(v.Items, ", ")
	case v.Date != "":
		return string(v.Date)
	}
	return v.Text
}

// FormatNumber writes a number in full, in groups of three digits, with at
// most six decimals: 600,000; 33.3; -1,234.5.
func FormatNumber(n float64) string {
	s := strconv.FormatFloat(math.Abs(n), 'f', -1, 64)
	whole, frac, _ := strings.Cut(s, ".")
	if len(frac) > 6 {
		whole, frac, _ = strings.Cut(strconv.FormatFloat(math.Abs(n), 'f', 6, 64), ".")
		frac = strings.TrimRight(frac, "0")
	}
	var b strings.Builder
	if n < 0 && strings.Trim(whole+frac, "0") != "" {
		b.WriteByte('-')
	}
	for i, r := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(r)
	}
	if frac != "" {
		b.WriteByte('.')
		b.WriteString(frac)
	}
	return b.String()
}

func sameWords(a, b string) bool { return a == b || fold(a) == fold(b) }

func sameItems(a, b []string) bool { return slices.Equal(a, b) || slices.Equal(set(a), set(b)) }

func fold(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

func set(items []string) []string {
	out := make([]string, len(items))
	for i, s := range items {
		out[i] = fold(s)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

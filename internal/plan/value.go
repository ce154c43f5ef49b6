package plan

import (
	"slices"
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
	Text   string
	Number Decimal
	Bound  Bound
	Unit   string
	Items  []string
	Date   Date
	// Key is what Text, or Items as a set, are compared by where they do not
	// stand for themselves: folded once, by who reads a record (prose.Fold),
	// so that case, blanks, quotation marks and dashes make no difference.
	Key string
}

// IsZero reports whether the value has no content.
func (v Value) IsZero() bool {
	return v.Text == "" && v.Number == "" && len(v.Items) == 0 && v.Date == ""
}

// HasNumber reports whether the value is a number.
func (v Value) HasNumber() bool { return v.Number != "" }

// Equal reports whether two values mean the same: numbers with bound and
// unit, scales of one currency brought together; dates; words and lists by
// their keys, lists as sets.
func (v Value) Equal(w Value) bool {
	if v.Text != "" && v.Text == w.Text && !v.HasNumber() && !w.HasNumber() {
		return true // as most equal ones are
	}
	return v.Identity() == w.Identity()
}

// Identity is what values are compared by: equal values, and no others, have
// equal identities.
func (v Value) Identity() string {
	switch {
	case v.HasNumber():
		n, unit := v.Scaled()
		return "n" + string(v.Bound) + string(n) + " " + unit
	case v.Date != "":
		return "d" + v.Date.First() + "/" + v.Date.Last()
	case len(v.Items) > 0:
		if v.Key != "" {
			return "l" + v.Key
		}
		return "l" + ItemsKey(v.Items, func(s string) string { return s })
	case v.Key != "":
		return "t" + v.Key
	case v.Text != "":
		return "t" + v.Text
	}
	return ""
}

// ItemsKey is the key of a list: its items folded, each once, in order.
func ItemsKey(items []string, fold func(string) string) string {
	keys := make([]string, len(items))
	for i, s := range items {
		keys[i] = fold(s)
	}
	slices.Sort(keys)
	return strings.Join(slices.Compact(keys), "\x00")
}

// Covers reports whether a value is the vaguer of two and holds the other: a
// month and a day in it, about 600,000 and 600,000. A bound is no
// approximation: "at least 800,000" covers nothing.
func (v Value) Covers(w Value) bool {
	if v.Date != "" && w.Date != "" {
		return v.Date.First() <= w.Date.First() && w.Date.Last() <= v.Date.Last() && !v.Equal(w)
	}
	if v.Bound != Around || w.Bound != Exact || !w.HasNumber() {
		return false
	}
	v.Bound = Exact
	return v.Equal(w)
}

// Vague reports whether a value can cover another.
func (v Value) Vague() bool {
	return v.Bound == Around || v.Date != "" && v.Date.First() != v.Date.Last()
}

// scales are the words before a unit of money, with the powers of ten.
var scales = [...]struct {
	word  string
	power int
}{{"thousand ", 3}, {"million ", 6}, {"billion ", 9}, {"trillion ", 12}}

// scale is the unit without the word for its scale, and the power of ten that
// the word stands for.
func (v Value) scale() (unit string, power int) {
	for _, s := range scales {
		if rest, ok := strings.CutPrefix(v.Unit, s.word); ok {
			return rest, s.power
		}
	}
	return v.Unit, 0
}

// Scaled is the number in the plain unit: 1,000 million USD is 1,000,000,000
// USD.
func (v Value) Scaled() (Decimal, string) {
	unit, power := v.scale()
	return v.Number.shift(power), unit
}

// unitFor is the unit as it stands behind the number: one boat, two boats.
func (v Value) unitFor() string {
	if v.Number.String() != "1" {
		return v.Unit
	}
	if stem, ok := strings.CutSuffix(v.Unit, "ies"); ok {
		return stem + "y"
	}
	return strings.TrimSuffix(v.Unit, "s")
}

// String is the value as shown to readers: "600,000 personnel", "under
// 100,000 personnel", "50 %", "Russia, Ukraine", or the words.
func (v Value) String() string {
	switch {
	case v.HasNumber():
		var prefix string
		for _, b := range boundWords {
			if b.bound == v.Bound {
				prefix = b.words
			}
		}
		s := prefix + v.Number.String()
		if v.Unit != "" {
			s += " " + v.unitFor()
		}
		return s
	case len(v.Items) > 0:
		return strings.Join(v.Items, ", ")
	case v.Date != "":
		return string(v.Date)
	}
	return v.Text
}

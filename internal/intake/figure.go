package intake

import (
	"strings"
	"unicode"

	"plandiff/internal/plan"
)

// Figure is a number or a date among the words of a point. The number of a
// provision ("Article 5"), a label and part of a name are none.
type Figure struct {
	Start, End int  // in what Full gives
	Sort       Sort // "" for a number without a unit
	Value      plan.Value
}

// Figures are the numbers and dates of a point and its inner points, in
// reading order.
func (p *Point) Figures() []Figure {
	f := finder{cues: newCues(nil), capitals: map[string]bool{}, p: p}
	var out []Figure
	length := 0
	p.pieces(false, func(s string, label bool) {
		if s == "" {
			return
		}
		if length > 0 {
			length++
		}
		if !label {
			out = append(out, f.figures(s, length)...)
		}
		length += len(s)
	})
	return out
}

// figures reads the numbers and dates of a piece of text that begins at an
// offset.
func (f *finder) figures(s string, offset int) []Figure {
	var out []Figure
	f.words = split(f.words[:0], s)
	sentence := 0
	for i := 0; i < len(f.words); {
		w := f.words[i]
		if w.ends {
			sentence = i + 1
		}
		f.out = f.out[:0]
		n := f.date(s, i, "")
		if n == 0 {
			n = f.number(s, i, "", sentence)
		}
		switch {
		case n > 0 && len(f.out) > 0:
			found := f.out[0]
			start := max(found.Start, w.start) // a bound before it is no part of the number
			out = append(out, Figure{offset + start, offset + found.End, found.Sort, found.Value})
		case w.digit:
			if v, ok := f.bare(s, i); ok {
				out = append(out, Figure{offset + w.start, offset + w.end, "", v})
			}
		}
		i += max(1, n)
	}
	return out
}

// bare reads a number that has no unit.
func (f *finder) bare(s string, i int) (plan.Value, bool) {
	w := f.words[i]
	digits, ok := decimal(s[w.start:w.end], commas(s))
	if !ok || f.reference(s, i) || f.glued(s, i) || f.labels(s, i) || w.end < len(s) && (unicode.IsLetter(nextRune(s, w.end)) || strings.ContainsRune("-–", nextRune(s, w.end))) {
		return plan.Value{}, false
	}
	return number(digits, "", plan.Exact), true
}

// labels: the number counts what comes: "3) ", and "2. " where a sentence
// begins.
func (f *finder) labels(s string, i int) bool {
	if i+1 == len(f.words) {
		return false
	}
	before, after := "", s[f.words[i+1].start:f.words[i+1].end]
	if i > 0 {
		before = s[f.words[i-1].start:f.words[i-1].end]
	}
	switch after {
	case ")":
		return before != "("
	case ".":
		return f.words[i+1].ends && (i == 0 || f.words[i-1].ends || strings.Trim(before, "[]*_") == "")
	}
	return false
}

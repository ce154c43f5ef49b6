package redline

import (
	"regexp"
	"strings"

	"plandiff/internal/intake"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
)

// Number is a number that changed, with the words around it.
type Number struct {
	From, To *intake.Point
	Old, New string // as written: "600,000", "100 days"
	Step     *plan.Step
}

// Bracketed is a piece of text in square brackets.
type Bracketed struct {
	Point *intake.Point
	Text  string // with its brackets
	By    string // whose text it is; "" if it is not said
}

// full is all that points say.
func full(points []*intake.Point) string {
	parts := make([]string, len(points))
	for i, p := range points {
		parts[i] = p.Full()
	}
	return strings.Join(parts, " ")
}

// compareWords compares the words of linked points with those of the first
// document, and what that says of numbers and brackets.
func (c *Comparison) compareWords(later int) {
	pair := &c.Pairs[later-1]
	for i := range c.Rows {
		first, cell := &c.Rows[i].Cells[0], &c.Rows[i].Cells[later]
		if first.Points == nil || cell.Points == nil || cell.Same {
			continue
		}
		old, new, err := prose.Diff(full(first.Points), full(cell.Points))
		if err != nil {
			cell.Capped = true
			pair.Changed++
			continue
		}
		if unchanged(old) && unchanged(new) {
			cell.Same = true
			continue
		}
		pair.Changed++
		cell.Old, cell.New = old, new
		cell.Numbers = numbers(old, new, first.Points[0], cell.Points[0])
		pair.Numbers = append(pair.Numbers, cell.Numbers...)
	}
	for i := range c.Rows {
		was, is := brackets(c.Rows[i].Cells[0].Points), brackets(c.Rows[i].Cells[later].Points)
		if c.Rows[i].Cells[later].Points != nil || c.Rows[i].Cells[0].Points == nil {
			pair.Opened = append(pair.Opened, without(is, was)...)
		}
		pair.Closed = append(pair.Closed, without(was, is)...)
	}
}

func unchanged(spans []prose.Span) bool {
	for _, s := range spans {
		if s.Op != prose.Keep {
			return false
		}
	}
	return true
}

// number is a figure with the decimals and groups that people write.
var number = regexp.MustCompile(`\d+(?:[., \x{a0}\x{202f}]\d{3})*(?:[.,]\d+)?`)

// numbers pairs the figures of words that were replaced by others: a change of
// words with one figure on each side is a changed number.
func numbers(old, new []prose.Span, from, to *intake.Point) []Number {
	var out []Number
	for i, j := 0, 0; i < len(old) || j < len(new); {
		var gone, come strings.Builder
		for ; i < len(old) && old[i].Op != prose.Keep; i++ {
			gone.WriteString(old[i].Text)
		}
		for ; j < len(new) && new[j].Op != prose.Keep; j++ {
			come.WriteString(new[j].Text)
		}
		a, b := number.FindAllString(gone.String(), -1), number.FindAllString(come.String(), -1)
		if len(a) == len(b) {
			for k := range a {
				if n, ok := changedNumber(a[k], b[k]); ok {
					n.From, n.To = from, to
					out = append(out, n)
				}
			}
		}
		if i < len(old) {
			i++
		}
		if j < len(new) {
			j++
		}
	}
	return out
}

// changedNumber is two figures as a change; ok is false where they are the
// same number.
func changedNumber(a, b string) (Number, bool) {
	va, vb := plan.Value{Number: plain(a)}, plan.Value{Number: plain(b)}
	if va.Number == "" || vb.Number == "" || va.Number == vb.Number {
		return Number{}, false
	}
	return Number{Old: a, New: b, Step: va.StepTo(vb)}, true
}

// grouped is a whole number in groups of three digits.
var grouped = regexp.MustCompile(`^\d{1,3}(?:[., \x{a0}\x{202f}]\d{3})+$`)

// plain is a figure in plain digits; "" where it has two readings.
func plain(s string) plan.Decimal {
	if grouped.MatchString(s) {
		s = strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return r
			}
			return -1
		}, s)
	}
	d, err := plan.ParseDecimal(strings.Replace(s, ",", ".", 1))
	if err != nil {
		return ""
	}
	return d
}

// brackets are the pieces of text in brackets that are not agreed.
func brackets(points []*intake.Point) []Bracketed {
	var out []Bracketed
	var walk func(p *intake.Point)
	walk = func(p *intake.Point) {
		for _, b := range p.Brackets {
			if b.Role == intake.Unagreed && b.On == "" {
				out = append(out, Bracketed{p, p.Text[b.Start:b.End], b.By})
			}
		}
		for i := range p.Inner {
			walk(&p.Inner[i])
		}
	}
	for _, p := range points {
		walk(p)
	}
	return out
}

// without is the brackets of one side that the other lacks.
func without(list, other []Bracketed) []Bracketed {
	if len(list) == 0 {
		return nil
	}
	has := map[string]int{}
	for _, b := range other {
		has[prose.Fold(b.Text)]++
	}
	var out []Bracketed
	for _, b := range list {
		if key := prose.Fold(b.Text); has[key] > 0 {
			has[key]--
		} else {
			out = append(out, b)
		}
	}
	return out
}

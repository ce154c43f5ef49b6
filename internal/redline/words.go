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
		changes, err := prose.Inline(full(first.Points), full(cell.Points))
		changes = prose.Tidy(changes)
		if err != nil {
			cell.Capped = true
			pair.Changed++
			continue
		}
		if unchanged(changes) {
			cell.Same = true
			continue
		}
		pair.Changed++
		cell.Changes = changes
		cell.Numbers = numbers(changes, first.Points[0], cell.Points[0])
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

func unchanged(changes []prose.Change) bool {
	for _, s := range changes {
		if s.Op != prose.Keep {
			return false
		}
	}
	return true
}

// number is a figure with the decimals and groups that people write.
var number = regexp.MustCompile(`\d+(?:[., \x{a0}\x{202f}]\d{3})*(?:[.,]\d+)?`)

// mostWords is how many words may stand with a figure for its change to be one
// of the figure, and not of the sentence.
const mostWords = 4

// replaced is a figure that took another's place: few words with one figure on
// each side.
func replaced(gone, come string) (Number, bool) {
	a, b := number.FindAllString(gone, 2), number.FindAllString(come, 2)
	if len(a) != 1 || len(b) != 1 || prose.Words(gone) > mostWords || prose.Words(come) > mostWords {
		return Number{}, false
	}
	return changedNumber(a[0], b[0])
}

// startsLabel: what follows makes the figure before it the number of a point,
// which is no number of the text.
func startsLabel(rest string) bool {
	rest = strings.TrimLeft(rest, " ")
	return strings.HasPrefix(rest, ".") && len(rest) > 1 && rest[1] == ' ' || strings.HasPrefix(rest, ")")
}

// numbers are the figures that took another's place.
func numbers(changes []prose.Change, from, to *intake.Point) []Number {
	var out []Number
	for i := 0; i < len(changes); {
		var gone, come strings.Builder
		for ; i < len(changes) && changes[i].Op != prose.Keep; i++ {
			if changes[i].Op == prose.Delete {
				gone.WriteString(changes[i].Text)
			} else {
				come.WriteString(changes[i].Text)
			}
		}
		label := i < len(changes) && startsLabel(changes[i].Text)
		if n, ok := replaced(gone.String(), come.String()); ok && !label {
			n.From, n.To = from, to
			out = append(out, n)
		}
		i++
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

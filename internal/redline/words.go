package redline

import (
	"cmp"
	"slices"

	"plandiff/internal/intake"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
)

// Number is a number that changed, with the words around it.
type Number struct {
	From, To *intake.Point
	Old, New string     // as written: "600,000", "100 days", "5 May 2031"
	Step     *plan.Step // nil for dates and other units
}

// Bracketed is a piece of text in square brackets.
type Bracketed struct {
	Point *intake.Point
	Text  string // with its brackets
	By    string // whose text it is; "" if it is not said
}

// Full is all that points say.
func Full(points []*intake.Point) string { return prose.Join(points, " ", (*intake.Point).Full) }

// compareWords compares the words, numbers and brackets of linked points.
func (c *Comparison) compareWords(later int) {
	pair := &c.Pairs[later-1]
	for i := range c.Rows {
		first, cell := &c.Rows[i].Cells[0], &c.Rows[i].Cells[later]
		if first.Points == nil || cell.Points == nil || cell.Same {
			continue
		}
		changes, err := prose.Inline(Full(first.Points), Full(cell.Points))
		changes = prose.Tidy(changes)
		if err != nil {
			cell.Capped = true
			pair.Changed++
			continue
		}
		if !slices.ContainsFunc(changes, func(c prose.Change) bool { return c.Op != prose.Keep }) {
			cell.Same = true
			continue
		}
		pair.Changed++
		cell.Changes = changes
		cell.Numbers = numbers(changes, first.Points, cell.Points)
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

// mostWords is how many words may stand with a figure for its change to be one
// of the figure, and not of the sentence.
const mostWords = 4

// numbers are the figures that took another's place: of few words that changed,
// the only figure on each side.
func numbers(changes []prose.Change, from, to []*intake.Point) []Number {
	was, is := figures(from), figures(to)
	var out []Number
	start, end := [2]int{}, [2]int{} // of what changed, in each text
	words := [2]int{}
	done := 0
	for i := 0; i < len(changes); {
		start = end
		words = [2]int{}
		for ; i < len(changes) && changes[i].Op != prose.Keep; i++ {
			side, text := 0, changes[i].Was()
			if changes[i].Op == prose.Insert {
				side, text = 1, changes[i].Text
			}
			end[side] += len(text)
			words[side] += prose.Words(text)
		}
		a, okA := only(was, start[0], end[0])
		b, okB := only(is, start[1], end[1])
		if okA && okB && words[0] <= mostWords && words[1] <= mostWords && a.Start >= done {
			if n, ok := changedNumber(a, b); ok {
				n.From, n.To = from[0], to[0]
				out, done = append(out, n), a.End // "3 months", "100 days": two words, one number
			}
		}
		if i < len(changes) {
			end[0] += len(changes[i].Was())
			end[1] += len(changes[i].Text)
			i++
		}
	}
	return out
}

// figure is a number with its words.
type figure struct {
	intake.Figure
	words string
}

// figures are those of points whose texts stand one behind the other.
func figures(points []*intake.Point) []figure {
	var out []figure
	offset := 0
	for _, p := range points {
		text := p.Full()
		for _, f := range p.Figures() {
			words := text[f.Start:f.End]
			f.Start, f.End = f.Start+offset, f.End+offset
			out = append(out, figure{f, words})
		}
		offset += len(text) + 1
	}
	return out
}

// only is the one figure that a stretch of text touches.
func only(list []figure, start, end int) (figure, bool) {
	i, _ := slices.BinarySearchFunc(list, start, func(f figure, at int) int { return cmp.Compare(f.End, at+1) })
	if i == len(list) || list[i].Start >= end || i+1 < len(list) && list[i+1].Start < end {
		return figure{}, false
	}
	return list[i], true
}

// changedNumber is two figures as a change; ok is false where they are the
// same number, or of two sorts. Dates have no step.
func changedNumber(a, b figure) (Number, bool) {
	va, vb := a.Value, b.Value
	switch {
	case (a.Sort == intake.SortDate) != (b.Sort == intake.SortDate), a.Sort != b.Sort && a.Sort != "" && b.Sort != "":
		return Number{}, false
	case a.Sort == intake.SortDate:
		return Number{Old: a.words, New: b.words}, va.Date != vb.Date
	case a.Sort == "" || b.Sort == "":
		va.Unit, vb.Unit = "", ""
	}
	va.Bound, vb.Bound = plan.Exact, plan.Exact
	return Number{Old: a.words, New: b.words, Step: va.StepTo(vb)}, !va.Equal(vb)
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

package prose

import "strings"

// Change is a run of two texts taken together: kept words as the second has
// them, words of the first that are gone, words of the second that are new.
type Change struct {
	Span
	was string // words of the first text; "" for what is new
}

// Was is the first text's words: those of what is kept may be written in
// another way there. "" for what is new.
func (c Change) Was() string { return c.was }

// Inline compares two texts as Diff does, and gives both in one: what is gone
// stands before what is new in its place. Its error is that of Diff.
func Inline(a, b string) ([]Change, error) {
	ta, tb := Tokens(a), Tokens(b)
	na, nb := number(ta, tb)
	var r runs
	r.compare(na, nb, 0)
	var out []Change
	for _, run := range r.list {
		var c Change
		c.Op = run.op
		if run.op != Insert {
			c.was = strings.Join(ta[:run.n], "")
			ta = ta[run.n:]
			c.Text = c.was
		}
		if run.op != Delete {
			c.Text = strings.Join(tb[:run.n], "")
			tb = tb[run.n:]
		}
		out = append(out, c)
	}
	if r.capped {
		return out, ErrCapped
	}
	return out, nil
}

// Exact compares two texts as Inline does, and counts as changed also what is
// written in another way: quotation marks, grouped digits, kinds of blanks. What
// is kept and gone, joined, is a to the byte, what is kept and new is b.
func Exact(a, b string) []Change {
	ta, tb := Tokens(a), Tokens(b)
	na, nb := number(ta, tb)
	var r runs
	r.compare(na, nb, 0)
	var out []Change
	for _, run := range r.list {
		for range run.n {
			switch {
			case run.op == Delete:
				out, ta = append(out, gone(ta[0])), ta[1:]
			case run.op == Insert:
				out, tb = append(out, come(tb[0])), tb[1:]
			case ta[0] == tb[0]:
				out, ta, tb = append(out, Change{Span{Keep, tb[0]}, ta[0]}), ta[1:], tb[1:]
			default:
				out, ta, tb = append(out, gone(ta[0]), come(tb[0])), ta[1:], tb[1:]
			}
		}
	}
	return joinChanges(out)
}

func gone(s string) Change { return Change{Span{Delete, s}, s} }
func come(s string) Change { return Change{Span: Span{Insert, s}} }

// Sides are the two texts of changes, each with its own words marked.
func Sides(changes []Change) (old, new []Span) {
	var a, b strings.Builder
	for _, c := range changes {
		if c.Op != Insert {
			a.WriteString(c.was)
			old = append(old, Span{c.Op, c.was})
		}
		if c.Op != Delete {
			b.WriteString(c.Text)
			new = append(new, c.Span)
		}
	}
	return joinRuns(a.String(), old), joinRuns(b.String(), new)
}

// Both are the two texts of changes in one.
func Both(changes []Change) []Span {
	out := make([]Span, len(changes))
	for i, c := range changes {
		out[i] = c.Span
	}
	return out
}

package record

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/plan"
)

// Problem is one thing that is wrong with a file.
type Problem struct {
	Pos  plan.Pos
	Msg  string // what is wrong
	Hint string // what to do; "" if the message says it
}

func (p Problem) String() string {
	s := p.Pos.String() + ": " + p.Msg
	if p.Hint != "" {
		s += " (" + p.Hint + ")"
	}
	return s
}

// Problems is every problem of a set of files, in file and line order.
type Problems []Problem

func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

func (ps Problems) sorted() Problems {
	slices.SortStableFunc(ps, func(a, b Problem) int {
		if c := strings.Compare(a.Pos.File, b.Pos.File); c != 0 {
			return c
		}
		if a.Pos.Line != b.Pos.Line {
			return a.Pos.Line - b.Pos.Line
		}
		return a.Pos.Column - b.Pos.Column
	})
	return slices.Compact(ps)
}

// add notes a problem at a place.
func (l *loader) add(pos plan.Pos, hint, format string, args ...any) {
	l.problems = append(l.problems, Problem{Pos: pos, Msg: fmt.Sprintf(format, args...), Hint: hint})
}

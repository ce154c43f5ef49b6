package record

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"plandiff/internal/plan"
)

// Problem is one thing that is wrong with a file.
type Problem struct {
	Pos  plan.Pos // zero: of no file alone
	Msg  string   // what is wrong
	Hint string   // what to do; "" if the message says it
	More int      // for how many problems it stands that are not told; 0: itself
}

func (p Problem) String() string {
	s := p.Msg
	if p.Pos.File != "" {
		s = p.Pos.String() + ": " + s
	}
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

// Count is how many problems there are, told or not.
func (ps Problems) Count() int {
	n := 0
	for _, p := range ps {
		n += max(1, p.More)
	}
	return n
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

// add notes a problem at a place. From some number on they are counted alone:
// nobody reads them, and a hostile file has millions.
func (l *loader) add(pos plan.Pos, hint, format string, args ...any) {
	if len(l.problems) >= maxProblems {
		l.more++
		return
	}
	l.problems = append(l.problems, Problem{Pos: pos, Msg: fmt.Sprintf(format, args...), Hint: hint})
}

// told is every problem that is told, and how many more there are.
func (l *loader) told() Problems {
	ps := l.problems.sorted()
	if l.more > 0 {
		ps = append(ps, Problem{Msg: fmt.Sprintf("%d more problems", l.more), Hint: "fix these first", More: l.more})
	}
	return ps
}

// pattern is a regular expression that is compiled when it is first needed: most
// commands read no YAML.
func pattern(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}

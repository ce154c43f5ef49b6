package screen

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/align"
	"plandiff/internal/plan"
	"plandiff/internal/table"
)

// Alignment draws which points correspond, why, and how sure that is. Head
// says which evidence is admitted.
func Alignment(a *align.Alignment, head []string, opt Options) string {
	p := newPainter(opt)
	p.head(head)
	p.paragraph("", "  ", chunk{a.From.ID, heading}, chunk{" and ", plainStyle}, chunk{a.To.ID, heading})
	for _, l := range a.Links {
		p.line()
		p.paragraph("", "  ", chunk{p.text(table.NumberList(l.From) + " → " + table.NumberList(l.To)), bold},
			chunk{p.text(fmt.Sprintf("  %s · %s, %.2f", l.Relation, l.By, l.Score)), plainStyle})
		for _, side := range [2]struct {
			r      *plan.Record
			points []int
		}{{a.From, l.From}, {a.To, l.To}} {
			for _, n := range side.points {
				p.paragraph("    ", "      ", chunk{p.text(fmt.Sprintf("%s %d: %s", side.r.ID, n, side.r.Point(n).Title)), faint})
			}
		}
		p.paragraph("    ", "      ", chunk{p.text(strings.Join(l.Why, "; ")), faint})
	}
	p.unmatched(a.From, a.To, a.UnmatchedFrom)
	p.unmatched(a.To, a.From, a.UnmatchedTo)
	return p.b.String()
}

func (p *painter) unmatched(r, other *plan.Record, points map[int]align.Relation) {
	if len(points) == 0 {
		return
	}
	p.line()
	p.paragraph("", "  ", chunk{fmt.Sprintf("Points of %s without a known counterpart in %s", r.ID, other.ID), bold})
	numbers := make([]int, 0, len(points))
	for n := range points {
		numbers = append(numbers, n)
	}
	slices.Sort(numbers)
	for _, n := range numbers {
		p.paragraph("  ", "      ", chunk{p.text(fmt.Sprintf("%d: %s", n, r.Point(n).Title)), plainStyle}, chunk{"  " + string(points[n]), faint})
	}
}

package table

import (
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
)

// Evidence words what a source is cited for.
func (u Use) Evidence() string {
	if u.Witness {
		return "the copy read has nothing of this"
	}
	line := compare.EvidenceLine(u.Claim)
	if u.Says != "" {
		line += " · says " + u.Says
	}
	return line
}

// Cited is what a source is cited for, uses with the same evidence joined:
// "point 6 · text · “phrase”: us-28 army-size.limit".
func (n Note) Cited() []string {
	var order []string
	fields := map[string][]string{}
	for _, u := range n.Uses {
		key := u.Evidence()
		if fields[key] == nil {
			order = append(order, key)
		}
		if f := u.Version + " " + u.Field; !slices.Contains(fields[key], f) {
			fields[key] = append(fields[key], f)
		}
	}
	out := make([]string, len(order))
	for i, key := range order {
		out[i] = key + ": " + strings.Join(fields[key], ", ")
	}
	return out
}

// evidence puts what a cell rests on beside its lines, for those who write
// claims and numbers out one by one.
func (b *builder) evidence(out *Cell, c compare.Cell) {
	out.Delta = c.Delta
	if len(c.Contents) == 1 && c.Contents[0].State != plan.Deleted {
		out.Value = c.Contents[0].Value
	}
	var points []int
	for _, claim := range c.Claims {
		decides := c.Decides(claim)
		out.Said = append(out.Said, Said{Claim: claim, Source: b.lib.Source(claim.Source), Decides: decides})
		if decides && claim.Point > 0 && !slices.Contains(points, claim.Point) {
			points = append(points, claim.Point)
		}
	}
	slices.Sort(points)
	out.Points = NumberList(points)
}

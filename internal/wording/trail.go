package wording

import (
	"fmt"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
)

// WentTo tells the points at which one stands in another draft: with their titles,
// where those differ, and as struck where but the number is kept.
func WentTo(t compare.Trail, from *plan.Point) string {
	var parts []string
	for _, n := range t.Link.To {
		part := fmt.Sprint(n)
		switch p := t.Version.Point(n); {
		case p != nil && p.Placeholder:
			return "struck, its number kept,"
		case p != nil && p.Title != "" && !strings.EqualFold(p.Title, from.Title):
			part += ", “" + p.Title + "”,"
		}
		parts = append(parts, part)
	}
	return "point " + And(parts)
}

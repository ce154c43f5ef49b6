package compare_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
)

func TestFollow(t *testing.T) {
	base := draft("base", limit, claim("s", tonnes(600), func(c *plan.Claim) { c.Point = 1 }))
	next := draft("next", limit, claim("s", tonnes(500), func(c *plan.Claim) { c.Point = 1 }))
	next.Points[0].From = []plan.Link{{Version: "base", Points: []int{1}}}
	lib := library(on("2031-02-01", base), on("2031-03-01", next), on("2031-01-01", draft("before", limit)),
		on("2031-04-01", draft("silent", limit)))
	followed, err := compare.Follow(view(lib), "base", 1)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, tr := range followed.Trails {
		s := tr.Version.ID + " " + string(tr.Relation)
		for _, r := range tr.Rows {
			s += " " + string(r.Cells[1].Kind)
		}
		got = append(got, s)
	}
	want := []string{"next reworded changed", "silent unknown unknown"} // and nothing of earlier versions
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("trails (-want +got)\n%s", diff)
	}
	if _, err := compare.Follow(view(lib), "base", 2); err == nil {
		t.Error("a point that is not there can be followed")
	}
}

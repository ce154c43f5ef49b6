package compare_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
)

func TestSurvey(t *testing.T) {
	lib := library(
		on("2031-03-01", draft("base", limit, claim("s", tonnes(600)))),
		on("2031-02-01", draft("early", limit, claim("s", tonnes(600)))),
		on("2031-04-01", draft("differs", limit, claim("s", tonnes(500)))),
		on("2031-05-01", draft("struck", limit, claim("s", nothing, deleted))),
		on("2031-06-01", draft("open", limit, claim("s", nothing, bracketed))),
		on("2031-07-01", draft("moved", limit, claim("s", nothing, severed("annex")))),
		on("2031-08-01", draft("disputed", limit, claim("s", tonnes(1)), claim("r", tonnes(2)))),
		on("2031-09-01", draft("silent", limit)),
		on("2031-10-01", read(draft("absent", limit))),
	)
	ids := []string{"base", "early", "differs", "struck", "open", "moved", "disputed", "silent", "absent"}
	m, err := compare.Survey(view(lib), ids, true)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]compare.Mark{
		"base": compare.MarkKnown, "early": compare.MarkSame, "differs": compare.MarkChanged, "struck": compare.MarkRemoved,
		"open": compare.MarkOpen, "moved": compare.MarkMoved, "disputed": compare.MarkDisputed,
		"silent": compare.MarkUnknown, "absent": compare.MarkRemoved,
	}
	got := map[string]compare.Mark{}
	for i, v := range m.Versions {
		got[v.ID] = m.Rows[0].Cells[i].Mark
		if m.Totals[i][got[v.ID]] != 1 {
			t.Errorf("%s: the totals are %v", v.ID, m.Totals[i])
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("marks (-want +got)\n%s", diff)
	}
	if m.Base.ID != "base" || m.Versions[0].ID != "early" {
		t.Errorf("base %s, first column %s: the base is the first named, the columns are in time order", m.Base.ID, m.Versions[0].ID)
	}
}

// A topic shows the most telling mark of its fields, and of how many.
func TestSurveyTopics(t *testing.T) {
	both := func(id string, l, w plan.Claim) *plan.Record {
		r := draft(id, limit, l)
		r.Fields = append(r.Fields, plan.FieldClaims{Field: terms, Claims: []plan.Claim{w}})
		return r
	}
	lib := library(
		both("a", claim("s", tonnes(1)), claim("s", words("x"))),
		both("b", claim("s", tonnes(2)), claim("s", words("x"))),
		both("c", claim("s", tonnes(2)), claim("s", words("y"))),
	)
	m, err := compare.Survey(view(lib), []string{"a", "b", "c"}, false)
	if err != nil {
		t.Fatal(err)
	}
	want := []compare.MatrixCell{{Mark: compare.MarkKnown, Count: 2, Known: 2, Of: 2}, {Mark: compare.MarkChanged, Count: 1, Known: 2, Of: 2}, {Mark: compare.MarkChanged, Count: 2, Known: 2, Of: 2}}
	if len(m.Rows) != 1 {
		t.Fatalf("%d rows, want 1", len(m.Rows))
	}
	if diff := cmp.Diff(want, m.Rows[0].Cells); diff != "" {
		t.Errorf("cells of the topic (-want +got)\n%s", diff)
	}
}

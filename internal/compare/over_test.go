package compare_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
)

func on(date plan.Date, r *plan.Record) *plan.Record {
	r.Date = date
	return r
}

func position(r *plan.Record) *plan.Record {
	r.Kind, r.Points = plan.Position, nil
	return r
}

func TestTakeUp(t *testing.T) {
	for _, tt := range []struct {
		why                     string
		base, proposal, outcome claims
		baseRead                bool
		want                    compare.Uptake
	}{
		{why: "as in the base", base: claims{claim("s", tonnes(1))}, proposal: claims{claim("s", tonnes(2))}, outcome: claims{claim("s", tonnes(1))}, want: compare.Kept},
		{why: "as in all three", base: claims{claim("s", tonnes(1))}, proposal: claims{claim("s", tonnes(1))}, outcome: claims{claim("s", tonnes(1))}, want: compare.Kept},
		{why: "as in the base, whatever the proposal was", base: claims{claim("s", tonnes(1))}, outcome: claims{claim("s", tonnes(1))}, want: compare.Kept},
		{why: "equal to the proposal is no proof that it was taken over", base: claims{claim("s", tonnes(1))}, proposal: claims{claim("s", tonnes(2))}, outcome: claims{claim("s", tonnes(2))}, want: compare.Coincides},
		{why: "a source says that it was taken over", base: claims{claim("s", tonnes(1))}, proposal: claims{claim("s", tonnes(2))}, outcome: claims{claim("s", tonnes(2), adoptedFrom("p"))}, want: compare.Adopted},
		{why: "taken over from somebody else", base: claims{claim("s", tonnes(1))}, proposal: claims{claim("s", tonnes(2))}, outcome: claims{claim("s", tonnes(2), adoptedFrom("x"))}, want: compare.Coincides},
		{why: "a number between the two", base: claims{claim("s", tonnes(1))}, proposal: claims{claim("s", tonnes(3))}, outcome: claims{claim("s", tonnes(2))}, want: compare.Between},
		{why: "between, from above", base: claims{claim("s", tonnes(3))}, proposal: claims{claim("s", tonnes(1))}, outcome: claims{claim("s", tonnes(2))}, want: compare.Between},
		{why: "beyond both", base: claims{claim("s", tonnes(1))}, proposal: claims{claim("s", tonnes(2))}, outcome: claims{claim("s", tonnes(3))}, want: compare.New},
		{why: "words are not between numbers", base: claims{claim("s", tonnes(1))}, proposal: claims{claim("s", tonnes(2))}, outcome: claims{claim("s", words("no limit"))}, want: compare.New},
		{why: "in the base, struck from both", base: claims{claim("s", tonnes(1))}, proposal: claims{claim("s", nothing, deleted)}, outcome: claims{claim("s", nothing, deleted)}, want: compare.Dropped},
		{why: "in the base, kept by the proposal, gone at last", base: claims{claim("s", tonnes(1))}, proposal: claims{claim("s", tonnes(1))}, outcome: claims{claim("s", nothing, deleted)}, want: compare.New},
		{why: "never there, proposed, and not taken over", baseRead: true, proposal: claims{claim("s", tonnes(1))}, outcome: claims{claim("s", nothing, denies)}, want: compare.Kept},
		{why: "in brackets", base: claims{claim("s", tonnes(1))}, proposal: claims{claim("s", tonnes(2))}, outcome: claims{claim("s", nothing, bracketed)}, want: compare.LeftOpen},
		{why: "moved elsewhere", base: claims{claim("s", tonnes(1))}, proposal: claims{claim("s", tonnes(2))}, outcome: claims{claim("s", nothing, severed("annex"))}, want: compare.LeftOpen},
		{why: "the outcome is not reported", base: claims{claim("s", tonnes(1))}, proposal: claims{claim("s", tonnes(2))}, want: compare.NotKnown},
		{why: "the outcome is disputed", base: claims{claim("s", tonnes(1))}, proposal: claims{claim("s", tonnes(2))}, outcome: claims{claim("s", tonnes(1)), claim("r", tonnes(2))}, want: compare.NotKnown},
		{why: "it differs from the base; the proposal is not reported, and may have been the same", base: claims{claim("s", tonnes(1))}, outcome: claims{claim("s", tonnes(2))}, want: compare.NotKnown},
		{why: "it differs from the proposal; the base is not reported", proposal: claims{claim("s", tonnes(1))}, outcome: claims{claim("s", tonnes(2))}, want: compare.NotKnown},
	} {
		base := draft("b", limit, tt.base...)
		if tt.baseRead {
			base = read(base)
		}
		lib := library(base, draft("p", limit, tt.proposal...), draft("o", limit, tt.outcome...))
		u, err := compare.TakeUp(lib, "b", "p", "o", compare.Evidence{})
		if err != nil {
			t.Fatal(err)
		}
		if len(u.Rows) != 1 || u.Rows[0].Kind != tt.want {
			t.Errorf("%s: %+v, want %s", tt.why, u.Count(""), tt.want)
		}
		if u.Count("catch")[tt.want] != 1 || len(u.Count("document")) != 0 {
			t.Errorf("%s: the counts by topic are %v and %v", tt.why, u.Count("catch"), u.Count("document"))
		}
	}
}

func TestTakeUpRefuses(t *testing.T) {
	lib := library(draft("a", limit), draft("b", limit), draft("c", limit))
	for _, ids := range [][3]string{{"a", "b", "a"}, {"a", "a", "b"}, {"a", "b", "b"}, {"a", "b", "nowhere"}} {
		if _, err := compare.TakeUp(lib, ids[0], ids[1], ids[2], compare.Evidence{}); err == nil {
			t.Errorf("uptake of %v is no error", ids)
		}
	}
}

// story is a history in short: date, record, reading, step.
func story(entries []compare.Entry) []string {
	var out []string
	for _, e := range entries {
		s := strings.TrimSpace(string(e.Date) + " " + e.Record.ID + ": " + compare.ReadingText(e.Reading))
		if e.Step != nil {
			s += " " + compare.DeltaText(e.Step) + " from " + e.From.ID
		}
		out = append(out, s)
	}
	return out
}

func TestHistories(t *testing.T) {
	dated := func(d plan.Date) change { return func(c *plan.Claim) { c.Date = d } }
	under := plan.Value{HasNumber: true, Number: 100, Unit: "tonnes", Bound: plan.Under}
	lib := library(
		on("2031-03-02", draft("second", limit, claim("s", tonnes(600)))),
		on("2031-01", draft("first", limit, claim("s", tonnes(400)))),
		on("2031-03-02", position(draft("asks", limit, claim("s", tonnes(500)), claim("s", under, dated("2030-12-01"))))),
		on("", position(draft("some-day", limit, claim("s", under)))),
		on("2031-04-01", draft("silent", limit)),
		on("2031-05-01", draft("last", limit, claim("s", tonnes(600)), claim("r", tonnes(700)))),
		on("2031-05-15", draft("open", limit, claim("s", tonnes(650), bracketed))),
		on("2031-06-01", position(draft("says-nothing", terms, claim("s", words("x"))))),
	)
	hs, hidden := compare.Histories(lib, func(_ *plan.Topic, f *plan.Field) bool { return f.ID == limit }, compare.Evidence{})
	if len(hs) != 1 || hidden != 0 {
		t.Fatalf("%d histories, %d claims hidden; want 1 and 0", len(hs), hidden)
	}
	want := []string{
		"2030-12-01 asks: under 100 tonnes", // a position may tell of an earlier day
		"2031-01 first: 400 tonnes",         // no step from a bound
		"2031-03-02 asks: 500 tonnes +100 (+25.0 %) from first",
		"2031-03-02 second: 600 tonnes +100 (+20.0 %) from asks", // a draft after a position of the same day
		"2031-04-01 silent: not reported",
		"2031-05-01 last: disputed: 600 tonnes / 700 tonnes", // a dispute takes no step
		"2031-05-15 open: [ 650 tonnes ]",                    // nor does what is not agreed
	}
	if diff := cmp.Diff(want, story(hs[0].Entries)); diff != "" {
		t.Errorf("dated entries (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]string{"some-day: under 100 tonnes"}, story(hs[0].Undated)); diff != "" {
		t.Errorf("an entry without a date stands apart and is given none (-want +got)\n%s", diff)
	}
}

func TestHistoriesOfNothing(t *testing.T) {
	lib := library(on("2031-01", draft("first", limit, claim("s", tonnes(400)))))
	all := func(*plan.Topic, *plan.Field) bool { return true }
	hs, _ := compare.Histories(lib, all, compare.Evidence{})
	if len(hs) != 1 {
		t.Errorf("%d histories, want 1: a field that nobody speaks of has none", len(hs))
	}
	if hs, hidden := compare.Histories(lib, all, compare.Evidence{Sources: []string{}}); len(hs) != 0 || hidden != 1 {
		t.Errorf("with nothing admitted: %d histories, %d hidden; want 0 and 1", len(hs), hidden)
	}
}

func TestOrigins(t *testing.T) {
	lib := library(
		on("2031-01-01", draft("a", limit, claim("s", tonnes(600)))),
		on("2031-02-01", draft("b", limit, claim("s", tonnes(500)))),
		on("2031-03-01", draft("c", limit)),
		on("2031-04-01", draft("d", limit, claim("s", tonnes(600)))),
		on("2031-05-01", draft("later", limit, claim("s", tonnes(600)))),
		on("", draft("undated", limit, claim("s", tonnes(600)))),
		on("2030-01-01", position(draft("asks", limit, claim("s", tonnes(600))))),
	)
	os, version, _ := compare.Origins(lib, "d", compare.Evidence{})
	if version == nil || version.ID != "d" || len(os) != 1 {
		t.Fatalf("%d origins, want 1", len(os))
	}
	o := os[0]
	var first, different, unknown []string
	for _, r := range o.First {
		first = append(first, r.ID)
	}
	for _, d := range o.Different {
		different = append(different, d.Record.ID+": "+compare.ReadingText(d.Reading))
	}
	for _, r := range o.Unknown {
		unknown = append(unknown, r.ID)
	}
	got := [][]string{first, different, unknown}
	want := [][]string{{"a"}, {"b: 500 tonnes"}, {"c"}} // drafts up to its date; positions, later and undated ones do not count
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("first, different, unknown (-want +got)\n%s", diff)
	}
}

// Two drafts of one day may share the origin; of a draft whose reports
// contradict each other it is said.
func TestOriginsOfOneDay(t *testing.T) {
	lib := library(
		on("2031-01-01", draft("a", limit, claim("s", tonnes(600)))),
		on("2031-01-01", draft("b", limit, claim("s", tonnes(600)), claim("r", nothing, deleted))),
		on("2031-04-01", draft("d", limit, claim("s", tonnes(600)))))
	os, _, _ := compare.Origins(lib, "d", compare.Evidence{})
	if len(os) != 1 || len(os[0].First) != 2 || len(os[0].Disputed) != 1 || os[0].Disputed[0].ID != "b" {
		t.Errorf("%+v, want first in a and b, disputed in b", os)
	}
}

// The origin is that of value, unit and qualifiers together.
func TestOriginsSameValue(t *testing.T) {
	barrels := plan.Value{HasNumber: true, Number: 600, Unit: "barrels"}
	for _, tt := range []struct {
		why     string
		earlier plan.Claim
		first   string // "" for the version itself
	}{
		{"the same", claim("s", tonnes(600), qualified("in season")), "a"},
		{"without the qualifier", claim("s", tonnes(600)), "d"},
		{"another unit", claim("s", barrels, qualified("in season")), "d"},
		{"an outline is too vague", claim("s", tonnes(600), qualified("in season"), outline), "d"},
		{"in brackets it stood there", claim("s", tonnes(600), qualified("in season"), bracketed), "a"},
		{"denied, it did not", claim("s", tonnes(600), qualified("in season"), denies), "d"},
	} {
		lib := library(on("2031-01-01", draft("a", limit, tt.earlier)),
			on("2031-04-01", draft("d", limit, claim("s", tonnes(600), qualified("in season")))))
		os, _, _ := compare.Origins(lib, "d", compare.Evidence{})
		if len(os) != 1 || os[0].First[0].ID != tt.first {
			t.Errorf("%s: first in %v, want %s", tt.why, os[0].First[0].ID, tt.first)
		}
	}
	if os, version, _ := compare.Origins(library(draft("a", limit)), "nowhere", compare.Evidence{}); os != nil || version != nil {
		t.Error("a version that is not there has origins")
	}
}

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
	m, err := compare.Survey(lib, ids, true, compare.Evidence{})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]compare.Mark{
		"base": compare.MarkValue, "early": compare.MarkValue, "differs": compare.MarkDiffers, "struck": compare.MarkDeleted,
		"open": compare.MarkOpen, "moved": compare.MarkMoved, "disputed": compare.MarkDisputed,
		"silent": compare.MarkUnknown, "absent": compare.MarkAbsent,
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
	m, err := compare.Survey(lib, []string{"a", "b", "c"}, false, compare.Evidence{})
	if err != nil {
		t.Fatal(err)
	}
	want := []compare.MatrixCell{{Mark: compare.MarkValue, Count: 2, Of: 2}, {Mark: compare.MarkDiffers, Count: 1, Of: 2}, {Mark: compare.MarkDiffers, Count: 2, Of: 2}}
	if len(m.Rows) != 1 {
		t.Fatalf("%d rows, want 1", len(m.Rows))
	}
	if diff := cmp.Diff(want, m.Rows[0].Cells); diff != "" {
		t.Errorf("cells of the topic (-want +got)\n%s", diff)
	}
}

func TestFollow(t *testing.T) {
	base := draft("base", limit, claim("s", tonnes(600), func(c *plan.Claim) { c.Point = 1 }))
	next := draft("next", limit, claim("s", tonnes(500), func(c *plan.Claim) { c.Point = 1 }))
	next.Points[0].From = []plan.Link{{Version: "base", Points: []int{1}}}
	lib := library(on("2031-02-01", base), on("2031-03-01", next), on("2031-01-01", draft("before", limit)),
		on("2031-04-01", draft("silent", limit)))
	trails, _, err := compare.Follow(lib, "base", 1, compare.Evidence{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, tr := range trails {
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
	if _, _, err := compare.Follow(lib, "base", 2, compare.Evidence{}); err == nil {
		t.Error("a point that is not there can be followed")
	}
}

package compare_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
)

// story is a history in short: date, record, reading, step.
func story(entries []compare.Entry) []string {
	var out []string
	for _, e := range entries {
		s := strings.TrimSpace(string(e.Date) + " " + e.Record.ID + ": " + reading(e.Reading))
		if e.Step != nil {
			s += " " + step(e.Step) + " from " + e.From.ID
		}
		out = append(out, s)
	}
	return out
}

func TestHistories(t *testing.T) {
	dated := func(d plan.Date) change { return func(c *plan.Claim) { c.Date = d } }
	under := plan.Value{Number: "100", Unit: "tonnes", Bound: plan.Under}
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
	hs := compare.Histories(view(lib), func(_ *plan.Topic, f *plan.Field) bool { return f.ID == limit })
	if len(hs) != 1 {
		t.Fatalf("%d histories, want 1", len(hs))
	}
	want := []string{
		"2030-12-01 asks: under 100 tonnes", // a position may tell of an earlier day
		"2031-01 first: 400 tonnes",         // no step from a bound
		"2031-03-02 asks: 500 tonnes +100 (25 %) from first",
		"2031-03-02 second: 600 tonnes +100 (20 %) from asks", // a draft after a position of the same day
		"2031-04-01 silent: lacuna",
		"2031-05-01 last: 600 tonnes / 700 tonnes", // a dispute takes no step
		"2031-05-15 open: [650 tonnes]",            // nor does what is not agreed
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
	if hs := compare.Histories(view(lib), all); len(hs) != 1 {
		t.Errorf("%d histories, want 1: a field that nobody speaks of has none", len(hs))
	}
	if hs := compare.Histories(view(lib, evidence.Filter{Sources: []string{}}), all); len(hs) != 0 {
		t.Errorf("with nothing admitted: %d histories, want none", len(hs))
	}
}

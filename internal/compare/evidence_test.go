package compare_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
)

func TestFilter(t *testing.T) {
	quoted := func(c *plan.Claim) { c.Basis = plan.BasisQuoted }
	lib := library(draft("v", limit,
		claim("early", tonnes(1)), claim("late", tonnes(2), quoted), claim("month", tonnes(3)), claim("undated", tonnes(4))))
	dates := map[string]plan.Date{"early": "2031-03-02", "late": "2031-03-05", "month": "2031-03"}
	for _, s := range lib.Sources {
		s.Published = dates[s.ID]
		if s.ID == "late" {
			s.Published, s.PublicBy = "", s.Published
		}
	}
	for _, tt := range []struct {
		why  string
		ev   compare.Evidence
		want []string // sources of the claims that are left
	}{
		{"nothing asked for hides nothing", compare.Evidence{}, []string{"early", "late", "month", "undated"}},
		{"only a source", compare.Evidence{Sources: []string{"late"}}, []string{"late"}},
		{"no source at all", compare.Evidence{Sources: []string{}}, nil},
		{"only a basis", compare.Evidence{Bases: []plan.Basis{plan.BasisQuoted}}, []string{"late"}},
		{"by the end of a day", compare.Evidence{AsOf: "2031-03-02"}, []string{"early"}},
		{"a source that was public by a day counts from that day", compare.Evidence{AsOf: "2031-03-05"}, []string{"early", "late"}},
		{"of a month it is not known whether it was public before its end", compare.Evidence{AsOf: "2031-03-30"}, []string{"early", "late"}},
		{"its end has come", compare.Evidence{AsOf: "2031-03-31"}, []string{"early", "late", "month"}},
		{"of a source without a date it is never known", compare.Evidence{AsOf: "2099-01-01"}, []string{"early", "late", "month"}},
		{"every condition must hold", compare.Evidence{AsOf: "2031-03-31", Bases: []plan.Basis{plan.BasisReported}}, []string{"early", "month"}},
	} {
		seen, hidden := tt.ev.Filter(lib, nil)
		var got []string
		for _, c := range seen.Record("v").Claims(limit) {
			got = append(got, c.Source)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.why, diff)
		}
		if hidden != 4-len(got) {
			t.Errorf("%s: %d claims hidden, want %d", tt.why, hidden, 4-len(got))
		}
	}
	if n := len(lib.Record("v").Claims(limit)); n != 4 {
		t.Errorf("the library itself has %d claims left, want 4", n)
	}
}

// The hidden claims are counted in the records that one looks at.
func TestFilterCountsWhatIsAskedFor(t *testing.T) {
	lib := library(draft("a", limit, claim("x", tonnes(1))), draft("b", limit, claim("x", tonnes(1)), claim("x", tonnes(2))))
	none := compare.Evidence{Sources: []string{}}
	for _, tt := range []struct {
		ids  []string
		want int
	}{{nil, 3}, {[]string{"a"}, 1}, {[]string{"a", "b"}, 3}} {
		if _, got := none.Filter(lib, tt.ids); got != tt.want {
			t.Errorf("%v: %d hidden, want %d", tt.ids, got, tt.want)
		}
	}
}

// A text that was read in a source that is not admitted has not been read:
// what it lacked is not reported. Where a claim that it has the clause is
// hidden, the silence of another witness shows nothing either.
func TestFilterAndSilence(t *testing.T) {
	r := read(draft("v", terms, claim("other", words("x"))))
	topic, field := library(r).Field(terms)
	_, number := library(r).Field(limit)
	for _, tt := range []struct {
		why   string
		ev    compare.Evidence
		field *plan.Field
		want  plan.State
	}{
		{"everything admitted: the text has it", compare.Evidence{}, field, plan.Present},
		{"everything admitted: the text lacks it", compare.Evidence{}, number, plan.Omitted},
		{"the witness is not admitted", compare.Evidence{Sources: []string{"other"}}, number, plan.Lacuna},
		{"the witness reproduces the text, which is not admitted", compare.Evidence{Bases: []plan.Basis{plan.BasisReported}}, number, plan.Lacuna},
		{"only the witness is admitted: it lacks the limit", compare.Evidence{Sources: []string{"w"}}, number, plan.Omitted},
		{"only the witness is admitted, but another source says that the terms are there", compare.Evidence{Sources: []string{"w"}}, field, plan.Lacuna},
	} {
		lib := library(r)
		seen, _ := tt.ev.Filter(lib, nil)
		if got := compare.Derive(seen.Record("v"), topic, tt.field).State; got != tt.want {
			t.Errorf("%s: %s, want %s", tt.why, got, tt.want)
		}
	}
}

// What is hidden may have told of a deletion or may not have been credited;
// then the witness's silence still shows an absence.
func TestFilterAndSilenceOfNoClause(t *testing.T) {
	for _, tt := range []struct {
		why   string
		claim plan.Claim
	}{
		{"struck, says the hidden claim", claim("other", nothing, deleted)},
		{"not there, says the hidden claim", claim("other", nothing, denies)},
		{"the hidden claim is not credited", claim("other", words("x"), deprecated)},
	} {
		r := read(draft("v", terms, tt.claim))
		lib := library(r)
		topic, field := lib.Field(terms)
		seen, _ := compare.Evidence{Sources: []string{"w"}}.Filter(lib, nil)
		if got := compare.Derive(seen.Record("v"), topic, field).State; got != plan.Omitted {
			t.Errorf("%s: %s, want omitted", tt.why, got)
		}
	}
}

package evidence_test

import (
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/plan/plantest"
)

const field = "catch.limit"

func claim(source string, basis plan.Basis, changes ...func(*plan.Claim)) plan.Claim {
	c := plan.Claim{State: plan.Present, Value: plan.Value{Number: "600", Unit: "tonnes"}, Source: source, Basis: basis, Rank: plan.Normal}
	for _, change := range changes {
		change(&c)
	}
	return c
}

func draft(id string, claims ...plan.Claim) *plan.Record {
	return &plan.Record{ID: id, Kind: plan.Draft, PointCount: 1, Points: []plan.Point{{Number: 1, Covers: []string{field}}},
		Fields: []plan.FieldClaims{{Field: field, Claims: claims}}}
}

// library holds records, in the order of their IDs, over four sources: two of
// a day, one of a month, one undated.
func library(records ...*plan.Record) *plan.Library {
	return &plan.Library{
		Topics:  []plan.Topic{{ID: "catch", About: plan.AboutText, Fields: []plan.Field{{ID: field, Kind: plan.Quantity, Unit: "tonnes"}}}},
		Records: records,
		Sources: []*plan.Source{
			{ID: "early", Published: "2031-03-02"}, {ID: "late", PublicBy: "2031-03-05"}, {ID: "month", Published: "2031-03"}, {ID: "undated"},
		},
	}
}

func sources(r *plan.Record) []string {
	var out []string
	for _, c := range r.Claims(field) {
		out = append(out, c.Source)
	}
	return out
}

func TestFilter(t *testing.T) {
	lib := library(draft("v", claim("early", plan.BasisReported), claim("late", plan.BasisQuoted),
		claim("month", plan.BasisReported), claim("undated", plan.BasisReported)))
	for _, tt := range []struct {
		why    string
		filter evidence.Filter
		want   []string // sources of the claims that are left
	}{
		{"nothing asked for hides nothing", evidence.Filter{}, []string{"early", "late", "month", "undated"}},
		{"only a source", evidence.Filter{Sources: []string{"late"}}, []string{"late"}},
		{"no source at all", evidence.Filter{Sources: []string{}}, nil},
		{"only a basis", evidence.Filter{Bases: []plan.Basis{plan.BasisQuoted}}, []string{"late"}},
		{"by the end of a day", evidence.Filter{AsOf: "2031-03-02"}, []string{"early"}},
		{"a source that was public by a day counts from that day", evidence.Filter{AsOf: "2031-03-05"}, []string{"early", "late"}},
		{"of a month it is not known whether it was public before its end", evidence.Filter{AsOf: "2031-03-30"}, []string{"early", "late"}},
		{"its end has come", evidence.Filter{AsOf: "2031-03-31"}, []string{"early", "late", "month"}},
		{"of a source without a date it is never known", evidence.Filter{AsOf: "2099-01-01"}, []string{"early", "late", "month"}},
		{"every condition must hold", evidence.Filter{AsOf: "2031-03-31", Bases: []plan.Basis{plan.BasisReported}}, []string{"early", "month"}},
	} {
		v := evidence.New(lib, tt.filter)
		if diff := cmp.Diff(tt.want, sources(v.Record("v"))); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.why, diff)
		}
		if n := v.Hidden(); n != 4-len(tt.want) {
			t.Errorf("%s: %d claims hidden, want %d", tt.why, n, 4-len(tt.want))
		}
	}
	if n := len(lib.Record("v").Claims(field)); n != 4 {
		t.Errorf("the library itself has %d claims left, want 4", n)
	}
}

// The hidden claims are counted in the records that one looks at.
func TestHidden(t *testing.T) {
	v := evidence.New(library(draft("a", claim("early", plan.BasisText)),
		draft("b", claim("early", plan.BasisText), claim("late", plan.BasisText))), evidence.Filter{Sources: []string{}})
	for _, tt := range []struct {
		ids  []string
		want int
	}{{nil, 3}, {[]string{"a"}, 1}, {[]string{"a", "b"}, 3}, {[]string{"nowhere"}, 0}} {
		if got := v.Hidden(tt.ids...); got != tt.want {
			t.Errorf("%v: %d hidden, want %d", tt.ids, got, tt.want)
		}
	}
}

// A hidden claim that the clause is there outlives the filter: silence is no
// absence then. So does a hidden term.
func TestWithheld(t *testing.T) {
	deleted := func(c *plan.Claim) { c.State, c.Value = plan.Deleted, plan.Value{} }
	absent := func(c *plan.Claim) { c.Denies, c.Value = true, plan.Value{} }
	deprecated := func(c *plan.Claim) { c.Rank = plan.Deprecated }
	inSeason := func(c *plan.Claim) { c.Qualifiers = []string{"in season"} }
	for _, tt := range []struct {
		why          string
		hidden       plan.Claim
		clause, term bool // withheld
	}{
		{"the clause is there, says the hidden claim", claim("late", plan.BasisText), true, false},
		{"with a term", claim("late", plan.BasisText, inSeason), true, true},
		{"it was struck, says the hidden claim", claim("late", plan.BasisText, deleted), false, false},
		{"it is not there, says the hidden claim", claim("late", plan.BasisText, absent), false, false},
		{"the hidden claim is not credited", claim("late", plan.BasisText, inSeason, deprecated), false, false},
	} {
		v := evidence.New(library(draft("v", tt.hidden)), evidence.Filter{Sources: []string{"early"}})
		if got := v.Withheld("v", field); got != tt.clause {
			t.Errorf("%s: the clause is withheld: %v, want %v", tt.why, got, tt.clause)
		}
		if got := v.WithheldTerm("v", field, "in season"); got != tt.term {
			t.Errorf("%s: the term is withheld: %v, want %v", tt.why, got, tt.term)
		}
	}
}

func TestPublic(t *testing.T) {
	read := draft("read")
	read.Fields, read.Complete = nil, []plan.Completeness{{Source: "early", Points: []int{1}}}
	lib := library(draft("early", claim("early", plan.BasisText)), draft("empty"), draft("late", claim("late", plan.BasisText)), read)
	for _, tt := range []struct {
		why    string
		filter evidence.Filter
		want   []string // versions of which nothing was public yet
	}{
		{"without a day everything is public, also what nobody speaks of", evidence.Filter{}, nil},
		{"a filter by source says nothing of the day", evidence.Filter{Sources: []string{"undated"}}, nil},
		{"before the first source", evidence.Filter{AsOf: "2031-03-01"}, []string{"early", "empty", "late", "read"}},
		{"a claim, or a text that was read, was public", evidence.Filter{AsOf: "2031-03-02"}, []string{"empty", "late"}},
		{"a claim that another condition hides was public all the same", evidence.Filter{AsOf: "2031-03-05", Sources: []string{}}, []string{"empty"}},
	} {
		public, notYet := evidence.New(lib, tt.filter).PublicOnly([]string{"early", "empty", "late", "read"})
		if diff := cmp.Diff(tt.want, notYet); diff != "" || len(public)+len(notYet) != 4 {
			t.Errorf("%s (-want +got)\n%s", tt.why, diff)
		}
	}
}

// A struck point is struck only for those who admit a claim or a text that
// shows it.
func TestStruckPoints(t *testing.T) {
	deleted := func(c *plan.Claim) { c.State, c.Value, c.Point = plan.Deleted, plan.Value{}, 1 }
	told, read := draft("told", claim("early", plan.BasisReported, deleted)), draft("read")
	read.Complete = []plan.Completeness{{Source: "late", Points: []int{1}}}
	told.Points[0].Placeholder, read.Points[0].Placeholder = true, true
	lib := library(read, told)
	for _, tt := range []struct {
		why        string
		filter     evidence.Filter
		told, read bool
	}{
		{"everything is admitted", evidence.Filter{}, true, true},
		{"only the report", evidence.Filter{Sources: []string{"early"}}, true, false},
		{"only the text", evidence.Filter{Sources: []string{"late"}}, false, true},
		{"only reports, and the text is none", evidence.Filter{Bases: []plan.Basis{plan.BasisReported}}, true, false},
	} {
		v := evidence.New(lib, tt.filter)
		if got := v.Record("told").Point(1).Placeholder; got != tt.told {
			t.Errorf("%s: the point that a report has struck: %v, want %v", tt.why, got, tt.told)
		}
		if got := v.Record("read").Point(1).Placeholder; got != tt.read {
			t.Errorf("%s: the point that a text has struck: %v, want %v", tt.why, got, tt.read)
		}
	}
}

// What a record says of itself goes with the source that it names for it; what
// names none is its own word and stays.
func TestSelfDescription(t *testing.T) {
	r := draft("v", claim("early", plan.BasisText))
	r.By, r.Date, r.Status, r.Names, r.Follows = []string{"Aldmark"}, "2031-03-01", "signed", []string{"the lake paper"}, []string{"u"}
	r.Attested = []plan.Attestation{{Key: "by", Sources: []string{"late"}}, {Key: "date", Sources: []string{"early"}}, {Key: "status", Sources: []string{"late", "early"}}}
	lib := library(r)
	for _, tt := range []struct {
		why    string
		filter evidence.Filter
		want   []string
	}{
		{"everything is admitted", evidence.Filter{}, []string{"by", "date", "status", "names", "follows"}},
		{"one of two sources is enough", evidence.Filter{Sources: []string{"early"}}, []string{"date", "status", "names", "follows"}},
		{"its day has not come", evidence.Filter{AsOf: "2031-03-04"}, []string{"date", "status", "names", "follows"}},
		{"nothing was public yet: the name and the record's own word on its day", evidence.Filter{AsOf: "2031-03-01"}, []string{"names"}},
	} {
		kept := evidence.New(lib, tt.filter).Record("v")
		var got []string
		for _, x := range []struct {
			key   string
			there bool
		}{{"by", kept.By != nil}, {"date", kept.Date != ""}, {"status", kept.Status != ""}, {"names", kept.Names != nil}, {"follows", kept.Follows != nil}} {
			if x.there {
				got = append(got, x.key)
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.why, diff)
		}
	}
	if lib.Record("v").By == nil {
		t.Error("the library itself lost who put the version forward")
	}
}

// The index says what a walk through the record says.
func TestIndexIsTheRecord(t *testing.T) {
	for seed := range int64(30) {
		lib := plantest.Random(seed)
		v := evidence.New(lib, evidence.Filter{})
		for _, r := range v.Records {
			x := v.Of(r)
			if v.Of(r) != x {
				t.Fatal("the index is made twice")
			}
			read := map[int]int{}
			for _, c := range r.Complete {
				for _, p := range c.Points {
					read[p]++
				}
			}
			whole := r.PointCount > 0
			for n := 1; n <= r.PointCount; n++ {
				whole = whole && read[n] > 0
				if len(x.Readers(n)) != read[n] || x.Point(n) != r.Point(n) {
					t.Errorf("%d %s: point %d has the readers %q and is %v", seed, r.ID, n, x.Readers(n), x.Point(n))
				}
			}
			if x.Whole() != whole {
				t.Errorf("%d %s: read whole: %v, want %v", seed, r.ID, x.Whole(), whole)
			}
			for i := range v.Topics {
				topic := &v.Topics[i]
				about := map[int]bool{}
				for _, f := range topic.Fields {
					if diff := cmp.Diff(r.Claims(f.ID), x.Claims(f.ID)); diff != "" {
						t.Errorf("%d %s: claims on %s (-record +index)\n%s", seed, r.ID, f.ID, diff)
					}
					for _, c := range r.Claims(f.ID) {
						about[c.Point] = c.Point > 0
					}
					for _, p := range r.Points {
						if p.Number > 0 && (slices.Contains(p.Covers, f.ID) || slices.Contains(p.Covers, f.Prefix())) {
							about[p.Number] = true
						}
					}
					for _, n := range x.Homes(f.ID) {
						if p := r.Point(n); p == nil || !slices.Contains(p.Covers, f.ID) && !slices.Contains(p.Covers, f.Prefix()) {
							t.Errorf("%d %s: %s is at home at point %d", seed, r.ID, f.ID, n)
						}
					}
				}
				delete(about, 0)
				if got, _ := x.TopicPoints(topic); !slices.Equal(got, slices.Sorted(maps.Keys(about))) {
					t.Errorf("%d %s: %s is told of at points %v, want %v", seed, r.ID, topic.ID, got, about)
				}
			}
		}
	}
}

// With a filter a record is named only where something admitted speaks of it,
// or it is a draft that was public.
func TestNamed(t *testing.T) {
	lib := library(draft("early-draft", claim("early", plan.BasisText)), draft("late-draft", claim("late", plan.BasisText)))
	event := draft("meeting", claim("late", plan.BasisText))
	event.Kind = plan.Event
	lib.Records = append(lib.Records, event)
	for _, tt := range []struct {
		why    string
		filter evidence.Filter
		want   []string
	}{
		{"without a filter, all", evidence.Filter{}, []string{"early-draft", "late-draft", "meeting"}},
		{"by a source: drafts, and what it speaks of", evidence.Filter{Sources: []string{"early"}}, []string{"early-draft", "late-draft"}},
		{"by a day: what was public", evidence.Filter{AsOf: "2031-03-02"}, []string{"early-draft"}},
	} {
		v := evidence.New(lib, tt.filter)
		var got []string
		for _, r := range v.Records {
			if v.Named(r) {
				got = append(got, r.ID)
			}
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.why, got, tt.want)
		}
	}
}

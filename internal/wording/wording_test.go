package wording_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"plandiff/internal/align"
	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/intake"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/redline"
	"plandiff/internal/wording"
)

func TestDates(t *testing.T) {
	for _, tt := range []struct {
		why  string
		date plan.Date
		want string
	}{
		{"a day", "2025-11-20", "20 Nov 2025"},
		{"a day below ten", "2025-01-05", "5 Jan 2025"},
		{"a month", "2025-11", "Nov 2025"},
		{"a year", "2025", "2025"},
		{"a span", "2025-12-20/2025-12-21", "20 to 21 Dec 2025"},
		{"a span over two months", "2025-11-28/2025-12-02", "28 Nov to 2 Dec 2025"},
		{"a span over two years", "2025-12-28/2026-01-02", "28 Dec 2025 to 2 Jan 2026"},
		{"a span of months", "2025-11/2025-12", "Nov to Dec 2025"},
		{"a span of years", "2025/2026", "2025 to 2026"},
		{"unknown", "", "undated"},
		{"no month", "2025-13-01", "2025-13-01"},
	} {
		if got := wording.Date(tt.date); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.why, got, tt.want)
		}
	}
}

func TestSources(t *testing.T) {
	for _, tt := range []struct {
		why             string
		s               plan.Source
		line, published string
		day             string
	}{
		{"published on a day", plan.Source{Publisher: "Courier", Published: "2031-03-03"}, "Courier, 3 Mar 2031", "3 Mar 2031", "3 Mar 2031"},
		{"public by a day", plan.Source{Publisher: "Courier", PublicBy: "2031-03-03"}, "Courier, public by 3 Mar 2031", "public by 3 Mar 2031", "by 3 Mar 2031"},
		{"weak, and nothing known", plan.Source{LowReliability: true}, "publisher not stated, no date known (weak source)", "no date known", ""},
	} {
		if got := wording.SourceLine(&tt.s); got != tt.line {
			t.Errorf("%s: %q, want %q", tt.why, got, tt.line)
		}
		if got := wording.CardLine(&tt.s); got != tt.line {
			t.Errorf("%s: without a title the card is %q, want %q", tt.why, got, tt.line)
		}
		if got := wording.Published(&tt.s); got != tt.published {
			t.Errorf("%s: published %q, want %q", tt.why, got, tt.published)
		}
		if got := wording.Day(&tt.s); got != tt.day {
			t.Errorf("%s: day %q, want %q", tt.why, got, tt.day)
		}
	}
}

// TestOneSayer: contents go under one name only if that one says all of them.
func TestOneSayer(t *testing.T) {
	said := func(value string, by ...string) compare.Content {
		k := compare.Content{State: plan.Present, Value: plan.Value{Text: value}}
		for _, name := range by {
			k.Claims = append(k.Claims, &plan.Claim{By: name, Value: k.Value})
		}
		return k
	}
	for _, c := range []struct {
		why  string
		all  []compare.Content
		want string
	}{
		{"one content", []compare.Content{said("one", "Ann")}, "Ann"},
		{"the second of two says both", []compare.Content{said("one", "Ann", "Bob"), said("two", "Bob")}, "Bob"},
		{"nobody says both", []compare.Content{said("one", "Ann"), said("two", "Bob")}, ""},
		{"both say both: the first", []compare.Content{said("one", "Ann", "Bob"), said("two", "Bob", "Ann")}, "Ann"},
	} {
		if got := wording.OneSayer(&plan.Library{}, c.all); got != c.want {
			t.Errorf("%s: %q, want %q", c.why, got, c.want)
		}
		if got, want := wording.SayersDiffer(&plan.Library{}, c.all), c.want == ""; got != want {
			t.Errorf("%s: differ: %v, want %v", c.why, got, want)
		}
	}
}

func TestCardLine(t *testing.T) {
	s := &plan.Source{Publisher: "Courier", Title: "The draft", Published: "2031-03-03", LowReliability: true, File: "draft.txt", SHA256: "00"}
	if got := wording.CardLine(s); got != "Courier, The draft, 3 Mar 2031 (weak source), founding document without an address" {
		t.Errorf("a card: %q", got)
	}
}

func TestCounts(t *testing.T) {
	for _, tt := range []struct{ got, want string }{
		{wording.Count(1, "claim"), "1 claim"},
		{wording.Count(0, "claim"), "0 claims"},
		{wording.Count(2600, "claim"), "2,600 claims"},
		{wording.Count(2, "country"), "2 countries"},
		{wording.Count(2, "day"), "2 days"},
		{wording.Number(999), "999"},
		{wording.Number(1000000), "1,000,000"},
		{wording.Number(-1234), "-1,234"},
		{wording.Number(-123), "-123"},
		{prose.Ranges(nil), ""},
		{prose.Ranges([]int{1, 2, 3, 7}), "1-3, 7"},
		{wording.PointText(""), ""},
		{wording.PointText("6"), "point 6"},
		{wording.PointText("5, 10"), "points 5, 10"},
		{wording.PointText("2-3"), "points 2-3"},
		{wording.Cites(nil), ""},
		{wording.Cites([]int{7, 2, 1, 3}), "[1-3, 7]"},
		{wording.And(nil), ""},
		{wording.And([]string{"a"}), "a"},
		{wording.And([]string{"a", "b", "c"}), "a, b and c"},
		{wording.Account(1, content(compare.Content{Value: number("3", "boats")})), "1 source says: 3 boats"},
		{wording.Account(4, content(compare.Content{Value: number("3", "boats")})), "4 independent sources say: 3 boats"},
		{wording.Account(1, content(compare.Content{Value: number("3", "boats")}, plan.Claim{Denies: true})), "1 source denies: 3 boats"},
		{wording.Account(2, content(compare.Content{Value: number("3", "boats")}, plan.Claim{Denies: true})), "2 independent sources deny: 3 boats"},
		{wording.Account(1, content(compare.Content{Value: number("3", "boats")}, plan.Claim{Denies: true, Hedged: true})), "1 source says: possibly denied: 3 boats"},
		{wording.Counted(1), "Counted: 1 field in this comparison"},
		{wording.Counted(105), "Counted: 105 fields in this comparison"},
		{wording.FirstUpper(""), ""},
		{wording.FirstUpper("état"), "État"},
		{wording.AndMore(3), "; 3 more"},
		{wording.MoreTopics(1), "and 1 more topic below"},
		{wording.MoreTopics(12), "and 12 more topics below"},
		{wording.FurtherNumbers(1), "and 1 more number, at their points"},
	} {
		if tt.got != tt.want {
			t.Errorf("%q, want %q", tt.got, tt.want)
		}
	}
}

func number(n, unit string) plan.Value { return plan.Value{Number: plan.Decimal(n), Unit: unit} }

func TestSteps(t *testing.T) {
	for _, tt := range []struct {
		why      string
		from, to plan.Value
		want     string
	}{
		{"up", number("600000", "people"), number("800000", "people"), "+200,000 (+33.3 %)"},
		{"down", number("800000", "people"), number("600000", "people"), "-200,000 (-25.0 %)"},
		{"none", number("3", "boats"), number("3", "boats"), "no change"},
		{"from nothing there is no share", number("0", "boats"), number("3", "boats"), "+3"},
		{"percent is told in points", number("50", "%"), number("60", "%"), "+10 percentage points (+20.0 %)"},
		{"with its scale", number("100", "billion USD"), number("140", "billion USD"), "+40 billion USD (+40.0 %)"},
		{"decimals", number("2.5", "boats"), number("2.75", "boats"), "+0.25 (+10.0 %)"},
		{"twice, and a whole percent", number("10", "boats"), number("20", "boats"), "+10 (+100.0 %)"},
		{"two units", number("10", "million EUR"), number("12", "million USD"), ""},
	} {
		if got := wording.Step(tt.from.StepTo(tt.to)); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.why, got, tt.want)
		}
	}
	if got := wording.StepFrom(number("2", "boats").StepTo(number("3", "boats")), "v1"); got != "+1 (+50.0 %) from v1" {
		t.Errorf("in a history: %q", got)
	}
}

func content(k compare.Content, claims ...plan.Claim) compare.Content {
	if k.State == "" {
		k.State = plan.Present
	}
	if claims == nil {
		claims = []plan.Claim{{}}
	}
	for i := range claims {
		k.Claims = append(k.Claims, &claims[i])
	}
	return k
}

func terms(texts ...string) []compare.Term {
	var out []compare.Term
	for _, s := range texts {
		out = append(out, compare.Term{Text: s})
	}
	return out
}

func TestContents(t *testing.T) {
	people := number("600000", "people")
	for _, tt := range []struct {
		why  string
		k    compare.Content
		want string
	}{
		{"a value", content(compare.Content{Value: people}), "600,000 people"},
		{"with terms", content(compare.Content{Value: people, Terms: terms("in peacetime", "by 2030")}), "600,000 people, in peacetime, by 2030"},
		{"terms alone", content(compare.Content{Terms: terms("in peacetime")}), "in peacetime"},
		{"nobody is sure", content(compare.Content{Value: people}, plan.Claim{Hedged: true}, plan.Claim{Hedged: true}), "possibly 600,000 people"},
		{"one is sure", content(compare.Content{Value: people}, plan.Claim{Hedged: true}, plan.Claim{}), "600,000 people"},
		{"in outline", content(compare.Content{Value: people}, plan.Claim{Outline: true}), "600,000 people (in outline)"},
		{"there, and nothing of it", content(compare.Content{}, plan.Claim{Outline: true}), "mentioned, no details"},
		{"in brackets", content(compare.Content{State: plan.Bracketed, Value: people}), "[ 600,000 people ]"},
		{"in brackets, of a side", content(compare.Content{State: plan.Bracketed, Proponent: "EU", Value: people}), "[ EU: 600,000 people ]"},
		{"in brackets, and no more", content(compare.Content{State: plan.Bracketed}), "[ not agreed ]"},
		{"deleted", content(compare.Content{State: plan.Deleted}), "deleted"},
		{"deleted in so many words, each once", content(compare.Content{State: plan.Deleted}, plan.Claim{Value: plan.Value{Text: "limit gone"}}, plan.Claim{Value: plan.Value{Text: "limit gone"}}, plan.Claim{Value: plan.Value{Text: "dropped"}}), "deleted: limit gone; dropped"},
		{"absent", content(compare.Content{State: plan.Omitted}), "absent"},
		{"a value denied", content(compare.Content{State: plan.Omitted, Value: people}, plan.Claim{Denies: true}), "denied: 600,000 people"},
		{"possibly denied", content(compare.Content{State: plan.Omitted, Value: people}, plan.Claim{Denies: true, Hedged: true}), "possibly denied: 600,000 people"},
		{"moved", content(compare.Content{State: plan.Severed, To: "an annex"}), "moved to an annex"},
		{"changed, not how", content(compare.Content{}, plan.Claim{ChangedFrom: "us-28", Outline: true}), "changed from us-28, no details"},
		{"kept", content(compare.Content{}, plan.Claim{KeptFrom: "us-28", Outline: true}), "kept as in us-28"},
		{"kept, with what it is", content(compare.Content{Value: people}, plan.Claim{KeptFrom: "us-28"}), "600,000 people (kept as in us-28)"},
	} {
		if got := wording.Content(tt.k); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.why, got, tt.want)
		}
		if got := wording.Lead(tt.k) + wording.Body(tt.k) + wording.Tail(tt.k); got != wording.Content(tt.k) {
			t.Errorf("%s: in parts %q", tt.why, got)
		}
	}
}

func TestReadings(t *testing.T) {
	a, b := content(compare.Content{Value: number("1", "boats")}), content(compare.Content{Value: number("2", "boats")})
	for _, tt := range []struct {
		why  string
		r    compare.Reading
		want string
	}{
		{"one", compare.Reading{State: plan.Present, Contents: []compare.Content{a}}, "1 boat"},
		{"a dispute", compare.Reading{State: plan.Disputed, Contents: []compare.Content{a, b}}, "disputed: 1 boat / 2 boats"},
		{"nothing", compare.Reading{State: plan.Lacuna}, "not reported"},
		{"known to be absent", compare.Reading{State: plan.Omitted}, "absent"},
	} {
		if got := wording.Reading(tt.r); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.why, got, tt.want)
		}
	}
	if got := wording.Was("us-28", compare.Reading{State: plan.Lacuna}); got != "us-28 has: not reported" {
		t.Errorf("of an earlier version: %q", got)
	}
}

func TestEvidence(t *testing.T) {
	for _, tt := range []struct {
		why  string
		c    plan.Claim
		want string
	}{
		{"all of it", plan.Claim{At: "paragraph 29", Basis: plan.BasisReported, By: "an official", Hedged: true, Phrase: "cap it"}, "paragraph 29 · reported · an official · not sure · “cap it”"},
		{"a text's point", plan.Claim{Point: 6, Basis: plan.BasisText}, "point 6 · text"},
		{"basis alone", plan.Claim{Basis: plan.BasisUnnamed}, "unnamed officials"},
	} {
		if got := wording.Evidence(&tt.c); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.why, got, tt.want)
		}
	}
}

func cellOf(d compare.Difference, r compare.Reading) compare.Cell {
	return compare.Cell{Version: &plan.Record{ID: "v1"}, Reading: r, Difference: d}
}

func present(ks ...compare.Content) compare.Reading {
	return compare.Reading{State: plan.Present, Contents: ks}
}

func TestBrief(t *testing.T) {
	one, two := content(compare.Content{Value: number("600000", "people")}), content(compare.Content{Value: number("800000", "people"), Terms: terms("in peacetime")})
	step := one.Value.StepTo(two.Value)
	for _, tt := range []struct {
		why  string
		base compare.Reading
		c    compare.Cell
		want string
	}{
		{"a step", present(one), cellOf(compare.Difference{Kind: compare.Changed, Delta: step}, present(two)), "Size: 600,000 → 800,000, in peacetime (+33.3 %)"},
		{"words keep what they are", present(content(compare.Content{Value: plan.Value{Text: "all year"}})), cellOf(compare.Difference{Kind: compare.Changed}, present(content(compare.Content{Value: plan.Value{Text: "in season"}}))), "Size: all year → in season"},
		{"terms alone", present(one), cellOf(compare.Difference{Kind: compare.Changed, Terms: true, Gained: terms("by day"), Lost: terms("by night")}, present(one)), "Size: now by day; no longer by night"},
		{"changed, not how", present(one), cellOf(compare.Difference{Kind: compare.Changed, NoDetails: true}, present(content(compare.Content{}, plan.Claim{ChangedFrom: "us-28"}))), "Size: changed from us-28, no details"},
		{"added", compare.Reading{State: plan.Omitted}, cellOf(compare.Difference{Kind: compare.Added}, present(one)), "Size: 600,000 people"},
		{"removed", present(one), cellOf(compare.Difference{Kind: compare.Removed}, compare.Reading{State: plan.Omitted}), "Size: absent"},
		{"changed whichever report is right, and absent", compare.Reading{State: plan.Disputed, Contents: []compare.Content{one, two}}, cellOf(compare.Difference{Kind: compare.Changed, EitherReport: true}, compare.Reading{State: plan.Omitted}), "Size: absent"},
		{"nobody says", present(one), cellOf(compare.Difference{Kind: compare.Unknown}, compare.Reading{State: plan.Lacuna}), "not reported"},
		{"there, not what", present(one), cellOf(compare.Difference{Kind: compare.Unknown}, present(content(compare.Content{}))), "cannot be compared"},
		{"the same", present(one), cellOf(compare.Difference{Kind: compare.Same}, present(one)), "same"},
		{"reworded", present(one), cellOf(compare.Difference{Kind: compare.Reworded}, present(one)), "reworded"},
		{"disputed", present(one), cellOf(compare.Difference{Kind: compare.Disputed}, compare.Reading{State: plan.Disputed, Contents: []compare.Content{one, two}}), "Size: 600,000 people or 800,000 people, in peacetime"},
		{"a denial is no account", present(one), cellOf(compare.Difference{Kind: compare.Disputed}, compare.Reading{State: plan.Disputed, Contents: []compare.Content{one, content(compare.Content{Value: two.Value, Terms: two.Terms}, plan.Claim{Denies: true})}}), "Size: 600,000 people; denied: 800,000 people, in peacetime"},
	} {
		if got := wording.Brief("Size", compare.Cell{Version: &plan.Record{ID: "v0"}, Reading: tt.base}, tt.c); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.why, got, tt.want)
		}
	}
}

func TestRemarks(t *testing.T) {
	base := compare.Cell{Version: &plan.Record{ID: "us-28"}, Reading: present(content(compare.Content{Value: number("2", "boats")}))}
	value, silent := content(compare.Content{Value: number("3", "boats")}), content(compare.Content{}, plan.Claim{ChangedFrom: "us-28"})
	for _, tt := range []struct {
		why    string
		c      compare.Cell
		want   []string
		detail string
	}{
		{"nothing to add", cellOf(compare.Difference{Kind: compare.Changed}, present(value)), nil, ""},
		{"changed, not how", cellOf(compare.Difference{Kind: compare.Changed, NoDetails: true}, present(value)), []string{"a source says that it changed, not how"}, "a source says that it changed, not how"},
		{"the content says so already", cellOf(compare.Difference{Kind: compare.Changed, NoDetails: true}, present(silent)), nil, "a source says that it changed, not how"},
		{"kept", cellOf(compare.Difference{Kind: compare.Same, NoDetails: true}, present(value)), nil, "a source says that it was kept"},
		{"whichever report", cellOf(compare.Difference{Kind: compare.Changed, EitherReport: true}, present(value)), []string{"differs from every account of us-28"}, "differs from every account of the first version"},
		{"cannot be compared", cellOf(compare.Difference{Kind: compare.Unknown, FirstDisputed: true}, present(value)), []string{"cannot be compared: reports on us-28 contradict each other"}, "reports on the first version contradict each other"},
		{"another copy", cellOf(compare.Difference{Kind: compare.Changed, Variant: true}, present(value)), []string{"one source on us-28 reads so already"}, "another copy of one version has the value of the other"},
		{"this version's other copy", cellOf(compare.Difference{Kind: compare.Changed, Variant: true}, compare.Reading{State: plan.Present, Contents: []compare.Content{silent}, Claims: []*plan.Claim{{State: plan.Present, Rank: plan.Normal, Value: number("2", "boats")}}}), nil, "another copy of one version has the value of the other"},
		{"how is disputed", cellOf(compare.Difference{Kind: compare.Disputed, HowDisputed: true}, present(value)), nil, "changed; how is disputed"},
		{"in outline", cellOf(compare.Difference{Kind: compare.Unknown, InOutline: true}, present(value)), []string{"cannot be compared: known in outline only"}, "known in outline only"},
		{"descriptions", cellOf(compare.Difference{Kind: compare.Unknown}, present(value)), []string{"not compared between versions"}, ""},
		{"nothing of it", cellOf(compare.Difference{Kind: compare.Unknown}, compare.Reading{State: plan.Lacuna}), nil, ""},
	} {
		if got := wording.Remarks(base, tt.c); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.why, got, tt.want)
		}
		if got := wording.Detail(tt.c.Difference); got != tt.detail {
			t.Errorf("%s: detail %q, want %q", tt.why, got, tt.detail)
		}
	}
}

// Each meaning has a sign of its own, one column wide, in ASCII as well.
func TestMarks(t *testing.T) {
	symbols, ascii := map[string]wording.Mark{}, map[string]wording.Mark{}
	for _, k := range compare.Kinds {
		m := wording.Kind(k)
		if utf8.RuneCountInString(m.Symbol) != 1 || len(m.ASCII) != 1 || m.Word == "" || wording.Meaning(k) == "" {
			t.Errorf("%s: %+v", k, m)
		}
		if old, twice := symbols[m.Symbol]; twice {
			t.Errorf("%s has the symbol of %q", k, old.Word)
		}
		if old, twice := ascii[m.ASCII]; twice {
			t.Errorf("%s has the sign of %q in ASCII", k, old.Word)
		}
		symbols[m.Symbol], ascii[m.ASCII] = m, m
		if m.Sign(true) != m.ASCII || m.Sign(false) != m.Symbol {
			t.Errorf("%s: signs %q and %q", k, m.Sign(false), m.Sign(true))
		}
	}
	for _, s := range []plan.State{plan.Present, plan.Bracketed, plan.Deleted, plan.Omitted, plan.Severed, plan.Disputed, plan.Lacuna} {
		m := wording.State(s)
		if m.Word == "" || wording.StateWord(s) == "" {
			t.Errorf("the state %s has no word", s)
		}
		if s == plan.Present || s == plan.Omitted {
			if old, twice := symbols[m.Symbol]; twice {
				t.Errorf("%s has the symbol of %q", s, old.Word)
			}
			continue
		}
		if symbols[m.Symbol].Symbol == "" {
			t.Errorf("%s has a symbol of its own, %q", s, m.Symbol)
		}
	}
	if !(wording.Mark{}).IsZero() || wording.Kind("").Word != "" {
		t.Error("no kind has a mark")
	}
	for _, m := range compare.Marks {
		if wording.Matrix(m).IsZero() || wording.MatrixMeaning(m, "us-28") == "" {
			t.Errorf("the mark %s has no sign or no meaning", m)
		}
	}
	for _, u := range compare.Uptakes {
		if m := wording.Uptake(u); m.IsZero() || wording.UptakeShort(u) == "" || len(wording.UptakeShort(u)) > len(m.Word) {
			t.Errorf("%s: %+v, short %q", u, m, wording.UptakeShort(u))
		}
	}
	for _, b := range plan.Bases {
		if wording.Basis(b) == "" {
			t.Errorf("the basis %s has no word", b)
		}
	}
	for _, k := range []plan.SourceKind{plan.SourceText, plan.SourceReport, plan.SourceStatement} {
		if wording.SourceKind(k) == "" {
			t.Errorf("the kind of source %s has no word", k)
		}
	}
}

func TestKnown(t *testing.T) {
	lib := &plan.Library{Sources: []*plan.Source{{ID: "a", Kind: plan.SourceText, Published: "2031-03-05"}}}
	textual := []plan.FieldClaims{{Field: "x", Claims: []plan.Claim{{Source: "a", Basis: plan.BasisText, State: plan.Present}}}}
	for _, tt := range []struct {
		why  string
		r    plan.Record
		want string
	}{
		{"how many points", plan.Record{Kind: plan.Draft, Known: plan.KnownText, PointCount: 2, Points: []plan.Point{{Number: 1}, {Number: 2}}, Complete: []plan.Completeness{{Source: "a", Points: []int{2}}}, Fields: textual}, "text: 1 of 2 points"},
		{"nobody counted the points", plan.Record{Kind: plan.Draft, Known: plan.KnownText, Fields: textual}, "text in part"},
		{"read out", plan.Record{Kind: plan.Draft, Known: plan.KnownOral}, "set out orally, no text"},
		{"reports", plan.Record{Kind: plan.Draft, Known: plan.KnownReported}, "no text, reports only"},
		{"an event", plan.Record{Kind: plan.Event}, "an event"},
		{"a position", plan.Record{Kind: plan.Position}, "a position, not a text"},
	} {
		r := tt.r
		r.ID = "v"
		lib.Records = []*plan.Record{&r}
		if got := wording.Known(evidence.New(lib, evidence.Filter{}), &r); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.why, got, tt.want)
		}
	}
	r := &plan.Record{ID: "v", Kind: plan.Draft, Known: plan.KnownText, Fields: textual}
	lib.Records = []*plan.Record{r}
	v := evidence.New(lib, evidence.Filter{AsOf: "2031-03-04"})
	if got := wording.Known(v, v.Record("v")); got != "not yet public on 4 Mar 2031" {
		t.Errorf("before it was public: %q", got)
	}
}

func TestFilters(t *testing.T) {
	founding := &plan.Source{ID: "f1", SHA256: "00", File: "f1"}
	for _, tt := range []struct {
		why     string
		sources []*plan.Source
		f       evidence.Filter
		want    string
	}{
		{"none", nil, evidence.Filter{}, ""},
		{"a day", nil, evidence.Filter{AsOf: "2031-03-04"}, "Evidence: as of 4 Mar 2031; 0 claims hidden."},
		{"bases", nil, evidence.Filter{Bases: []plan.Basis{plan.BasisText, plan.BasisUnnamed}}, "Evidence: only the basis text, unnamed officials; 0 claims hidden."},
		{"sources and a day", []*plan.Source{{ID: "a"}, {ID: "b"}}, evidence.Filter{Sources: []string{"a", "b"}, AsOf: "2031"}, "Evidence: only a, b; as of 2031; 0 claims hidden."},
		{"the founding document", []*plan.Source{founding, {ID: "b"}}, evidence.Filter{Sources: []string{"f1"}}, "Evidence: only the founding document; 0 claims hidden."},
		{"the founding document and another", []*plan.Source{founding, {ID: "b"}}, evidence.Filter{Sources: []string{"b", "f1"}}, "Evidence: only b, f1; 0 claims hidden."},
		{"some of the founding documents", []*plan.Source{founding, {ID: "f2", SHA256: "01", File: "f2"}}, evidence.Filter{Sources: []string{"f1"}}, "Evidence: only f1; 0 claims hidden."},
		{"both founding documents", []*plan.Source{founding, {ID: "f2", SHA256: "01", File: "f2"}}, evidence.Filter{Sources: []string{"f1", "f2"}}, "Evidence: only the 2 founding documents; 0 claims hidden."},
	} {
		if got := wording.Filter(evidence.New(&plan.Library{Sources: tt.sources}, tt.f), 0); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.why, got, tt.want)
		}
	}
}

func TestRowWords(t *testing.T) {
	for k, want := range map[compare.Kind]string{
		compare.Changed: "changed", compare.Added: "added", compare.Same: "same", compare.Unknown: "not known",
		compare.Removed: "", compare.Open: "", compare.Severed: "", compare.Disputed: "", // the cells say it
	} {
		if got := wording.RowWord(k, false); got != want {
			t.Errorf("%s: %q, want %q", k, got, want)
		}
	}
	if got := wording.RowWord(compare.Changed, true); got != wording.ChangedTerms {
		t.Errorf("in terms: %q", got)
	}
}

func TestDocuments(t *testing.T) {
	d := &intake.Document{Format: "docx", Changes: 2, Brackets: intake.BracketCount{Opened: 3}, Points: []intake.Point{{Kind: intake.KindPoint}, {Kind: intake.KindHeading}, {}}}
	if got := wording.Document(d); got != "1 point, 1 piece of text without a number, 2 tracked changes, 3 square brackets, docx" {
		t.Errorf("what was read: %q", got)
	}
	n := redline.Number{Old: "600,000", New: "800,000", Step: number("600000", "").StepTo(number("800000", ""))}
	if got := wording.ChangedNumber(n); got != "600,000 → 800,000 (+33.3 %)" {
		t.Errorf("a number: %q", got)
	}
	for _, tt := range []struct {
		relation     string
		same, linked bool
		want         string
	}{{"moved", true, true, "moved, same words"}, {"moved", false, true, "moved"}, {"unchanged", true, true, ""}, {"unknown", false, false, "not placed"}, {"deleted", false, false, "deleted"}} {
		if got := wording.PointRelation(align.Relation(tt.relation), tt.same, tt.linked); got != tt.want {
			t.Errorf("%s, same %v: %q, want %q", tt.relation, tt.same, got, tt.want)
		}
	}
	if got := wording.RedlineSummary("b.txt", redline.Pair{Changed: 1}); !strings.HasPrefix(got, "b.txt: the words of 1 linked point differ") {
		t.Errorf("summary: %q", got)
	}
}

// TestShortened: a sentence is cut between its parts where most of it stays, else at a
// blank.
func TestShortened(t *testing.T) {
	const s = "Cap: 600 in the first draft; 800 in the second draft; none in the third draft"
	for most, want := range map[int]string{
		99: s,
		70: "Cap: 600 in the first draft; 800 in the second draft; and more",
		36: "Cap: 600 in the first draft; 800 …",
	} {
		got := wording.Shortened(s, most)
		if got != want || utf8.RuneCountInString(got) > most {
			t.Errorf("in %d characters: %q", most, got)
		}
	}
}

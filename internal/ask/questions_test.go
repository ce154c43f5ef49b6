package ask_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"plandiff/internal/ask"
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/record/shipped"
)

// row is one question with what its answer must be.
type row struct {
	Q, After         string
	Intent, Versions []string
	Fields, Has, Not []string
	Sources, Tags    []string
	Status           string
	Seeds            bool
}

func questions(t testing.TB) []row {
	t.Helper()
	data, err := os.ReadFile("testdata/questions.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var rows []row
	if err := yaml.Unmarshal(data, &rows); err != nil {
		t.Fatal(err)
	}
	return rows
}

func library(t testing.TB) *plan.Library {
	t.Helper()
	lib, err := shipped.Library()
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// seeds admits the founding documents alone.
func seeds(lib *plan.Library) evidence.Filter {
	var ev evidence.Filter
	for _, s := range lib.Sources {
		if s.Founding() {
			ev.Sources = append(ev.Sources, s.ID)
		}
	}
	return ev
}

func (r row) ask(lib *plan.Library) *ask.Answer {
	var ev evidence.Filter
	if r.Seeds {
		ev = seeds(lib)
	}
	s := ask.New(lib, ev)
	if r.After != "" {
		s.Ask(r.After)
	}
	return s.Ask(r.Q)
}

// wrong lists what is not as the row wants it.
func (r row) wrong(a *ask.Answer) []string {
	var out []string
	fail := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	u := a.Understood
	if len(r.Intent) > 0 && !slices.Contains(r.Intent, string(u.Intent)) {
		fail("intent %s, want %s", u.Intent, strings.Join(r.Intent, " or "))
	}
	var versions, fields []string
	for _, v := range u.Versions {
		versions = append(versions, v.ID)
	}
	for _, f := range u.Fields {
		fields = append(fields, f.ID)
	}
	if len(r.Versions) > 0 {
		got, want := slices.Clone(versions), slices.Clone(r.Versions)
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			fail("versions %v, want %v", versions, r.Versions)
		}
	}
	for _, f := range r.Fields {
		if !slices.Contains(fields, f) {
			fail("field %s is not among %v", f, fields)
		}
	}
	if r.Status != "" && r.Status != string(a.Status) {
		fail("status %s, want %s", a.Status, r.Status)
	}
	text := a.Text + "\n" + strings.Join(a.Notes, "\n")
	for _, s := range r.Has {
		if !strings.Contains(text, s) {
			fail("the answer has no %q", s)
		}
	}
	for _, s := range r.Not {
		if strings.Contains(a.Text, s) {
			fail("the answer has %q", s)
		}
	}
	for _, s := range r.Sources {
		if !slices.Contains(cards(a), s) {
			fail("%s is not cited", s)
		}
	}
	return out
}

// TestQuestions asks every question of the set. Each wrong one is listed; at
// least 95 % must be right.
func TestQuestions(t *testing.T) {
	lib := library(t)
	rows := questions(t)
	right := 0
	for _, r := range rows {
		a := r.ask(lib)
		if wrong := r.wrong(a); wrong != nil {
			t.Logf("WRONG %q\n    %s\n    %s: %s", r.Q, strings.Join(wrong, "\n    "), a.Status, clip(a.Text))
			continue
		}
		right++
	}
	t.Logf("%d of %d right, %.1f %%", right, len(rows), 100*float64(right)/float64(len(rows)))
	if right*100 < len(rows)*95 {
		t.Errorf("%d of %d questions are answered right; at least 95 %% must be", right, len(rows))
	}
}

func clip(s string) string {
	if len(s) > 220 {
		return s[:220] + "…"
	}
	return s
}

// TestSetIsBroad keeps the set from shrinking to what is easy.
func TestSetIsBroad(t *testing.T) {
	count := map[string]int{}
	for _, r := range questions(t) {
		count["questions"]++
		for _, tag := range r.Tags {
			count[tag]++
		}
		if r.After != "" {
			count["follow-ups"]++
		}
		if r.Seeds {
			count["founding documents alone"]++
		}
		for _, i := range r.Intent {
			count["intent "+i]++
		}
	}
	for what, least := range map[string]int{
		"questions": 150, "silent": 30, "dispute": 20, "outside": 15, "typo": 25, "follow-ups": 15, "founding documents alone": 40,
		"intent change": 5, "intent gone": 3, "intent new": 2, "intent same": 1, "intent brackets": 3, "intent unknown": 1, "intent mention": 1,
		"intent yes-no": 3, "intent who-says": 2, "intent quote": 2, "intent conflict": 5, "intent history": 2, "intent origin": 2, "intent uptake": 2,
		"intent follow": 3, "intent which-point": 3, "intent point": 2, "intent events": 1, "intent stance": 1, "intent identify": 1,
	} {
		if count[what] < least {
			t.Errorf("%d %s in the set, at least %d are wanted", count[what], what, least)
		}
	}
}

// TestAnotherNegotiation: names, topics and synonyms come from the library, so
// one about something else is asked in the same way.
func TestAnotherNegotiation(t *testing.T) {
	claim := func(field string, n float64, source string) plan.FieldClaims {
		return plan.FieldClaims{Field: field, Claims: []plan.Claim{{State: plan.Present, Rank: plan.Normal, Source: source, Basis: plan.BasisText,
			Value: plan.Value{HasNumber: true, Number: n, Unit: "tonnes"}}}}
	}
	lib := &plan.Library{
		Topics: []plan.Topic{
			{ID: "catch", Title: "Fish that may be caught", About: plan.AboutText, Synonyms: []string{"fish", "fishing"}, Fields: []plan.Field{
				{ID: "catch.cod", Title: "Quota for cod", Kind: plan.Quantity, Unit: "tonnes", Synonyms: []string{"cod", "cod quota"}},
				{ID: "catch.hake", Title: "Quota for hake", Kind: plan.Quantity, Unit: "tonnes", Synonyms: []string{"hake"}}}},
			{ID: "ports", Title: "Landing in ports", About: plan.AboutText, Fields: []plan.Field{
				{ID: "ports.fee", Title: "Fee for landing", Kind: plan.Money, Unit: "EUR", Synonyms: []string{"harbour dues", "landing fee"}}}},
		},
		Records: []*plan.Record{
			{ID: "north-1", Kind: plan.Draft, Title: "Text of the northern states", Label: "North text", Names: []string{"Nordic draft", "north plan"}, Date: "2031-02-01", Known: plan.KnownText,
				Fields: []plan.FieldClaims{claim("catch.cod", 400, "gazette")}},
			{ID: "south-2", Kind: plan.Draft, Title: "Answer of the southern states", Label: "South text", Names: []string{"southern reply", "southern plan"}, Date: "2031-03-01", Known: plan.KnownText,
				Fields: []plan.FieldClaims{claim("catch.cod", 700, "courier")}},
		},
		Sources: []*plan.Source{{ID: "courier", Publisher: "Courier", Published: "2031-03-02"}, {ID: "gazette", Publisher: "Gazette", Published: "2031-02-02"}},
		Compare: []string{"north-1", "south-2"}, Overview: []string{"north-1", "south-2"},
	}
	for _, row := range []struct {
		q      string
		status ask.Status
		says   string
	}{
		{"cod quota nordic vs southern", ask.Answered, "+300"},
		{"what does the nordc draft say on cod?", ask.Answered, "400 tonnes"},
		{"who says 700?", ask.Answered, "Courier"},
		{"harbor dues in the southern reply", ask.NotReported, "not reported in these sources"},
		{"army cap in the Geneva draft", ask.OutOfScope, "do not cover"},
	} {
		if a := ask.New(lib, evidence.Filter{}).Ask(row.q); a.Status != row.status || !strings.Contains(a.Text, row.says) {
			t.Errorf("%q: %s, %q; want %s with %q", row.q, a.Status, a.Text, row.status, row.says)
		}
	}
}

// TestComplete continues names of versions before those of topics.
func TestComplete(t *testing.T) {
	s := ask.New(library(t), evidence.Filter{})
	for _, row := range [][2]string{{"army limit in gene", "army limit in geneva"}, {"what of the Telegraph pl", "what of the Telegraph plan"}, {"", ""}, {"zzzz", ""}} {
		got, at, ok := s.Complete(row[0], len(row[0]))
		if ok != (row[1] != "") || ok && (!strings.EqualFold(strings.TrimRight(got, " "), row[1]) || at != len(got)) {
			t.Errorf("%q is completed to %q, %d, %v; want %q", row[0], got, at, ok, row[1])
		}
	}
}

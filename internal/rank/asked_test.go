package rank_test

import (
	"os"
	"slices"
	"testing"

	"plandiff/internal/lexicon"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/rank"
	"plandiff/internal/record"
	"plandiff/internal/search"
)

// asked ranks a question on the library that plandiff init writes.
func asked(t *testing.T, question string, drafts ...string) (*rank.Asked, *rank.Ranker) {
	t.Helper()
	lib, err := record.Load(record.Root{FS: os.DirFS("../cli/example")})
	if err != nil {
		t.Fatal(err)
	}
	x := search.New(lib)
	m := x.Match(x.Terms(search.Words(question)))
	a := &rank.Asked{Match: m, Subject: m, Cue: func(int) bool { return false }}
	for _, w := range search.Words(question) {
		if w.Number {
			a.Numbers = append(a.Numbers, w.Text)
		}
	}
	for _, id := range drafts {
		a.Drafts = append(a.Drafts, lib.Record(id))
	}
	a.Records = a.Drafts
	r := rank.New(x, lexicon.New(x))
	r.Rank(a)
	return a, r
}

// TestMeant: the field whose name a question has is meant, by drafts that are named
// and by all; a question without a word of any field is about none in particular.
func TestMeant(t *testing.T) {
	for _, row := range []struct {
		question, field string
		drafts          []string
		broad           bool
	}{
		{"patrol boats", "patrols.boats", nil, false},
		{"patrol boats", "patrols.boats", []string{"second-draft"}, false},
		{"first day of the season", "catch.season-start", []string{"first-draft"}, false},
		{"who may complain", "disputes.parties", []string{"second-draft"}, false}, // that is silent on it
		{"", "", nil, true},
	} {
		a, _ := asked(t, row.question, row.drafts...)
		if a.Broad() != row.broad {
			t.Errorf("%q: broad is %v", row.question, a.Broad())
		}
		if fields := a.Meant(); !row.broad && (len(fields) == 0 || fields[0].ID != row.field) {
			t.Errorf("%q of %v means %v, want %s", row.question, row.drafts, fields, row.field)
		}
	}
}

// TestAccount: a value is carried only by the record that has it, and a word that nothing has, or
// that narrows what is asked, is left over.
func TestAccount(t *testing.T) {
	a, r := asked(t, "joint panel decides")
	lib := r.Index.Lib
	_, judge := lib.Field("disputes.judge")
	first, second := lib.Record("first-draft"), lib.Record("second-draft")
	strange := func(question string, in *plan.Record) int {
		b, r := asked(t, question)
		_, judge := r.Index.Lib.Field("disputes.judge")
		in = r.Index.Lib.Record(in.ID)
		n := lexicon.New(r.Index).Read(search.Words(question))
		return b.Account(n, in, judge, pick.Each(b.Cell(in, judge).Claims, func(k search.Claim) *plan.Claim { return k.Claim })).Strange
	}
	for question, want := range map[string][2]int{"does a joint panel decide": {0, 2}, "does only a joint panel decide": {1, 3}, "has a joint panel already decided": {1, 3}} {
		if got := [2]int{strange(question, first), strange(question, second)}; got != want {
			t.Errorf("%s: %v words are left over, want %v", question, got, want)
		}
	}
	if a.Beyond(first, judge, 0.5) <= a.Beyond(second, judge, 0.5) {
		t.Errorf("the first draft has no more of the question beyond the title than the second")
	}
	if c := a.Cell(second, judge); c == nil || len(c.Claims) != 2 {
		t.Errorf("the cell of two proposals is %v", c)
	}
}

// TestNumbered: an amount is the one asked about in its unit or in full, and no other.
func TestNumbered(t *testing.T) {
	a, r := asked(t, "catch of 400 tonnes")
	for id, is := range map[string]bool{"first-draft": true, "second-draft": false} {
		c := r.Index.Lib.Record(id).Claims("catch.limit")[0]
		if a.Numbered(c.Value) != is || a.Carries(&c) != is {
			t.Errorf("%s: %s is the number asked about: %v, and carried: %v", id, c.Value, a.Numbered(c.Value), a.Carries(&c))
		}
	}
}

// TestQuoted: only the claim whose phrase has the words is found, by itself.
func TestQuoted(t *testing.T) {
	_, r := asked(t, "")
	cells, _ := r.Quoted("shall not exceed 400 tonnes")
	if len(cells) != 1 || cells[0].Record.ID != "first-draft" || len(cells[0].Claims) != 1 {
		t.Errorf("the phrase of one claim is found in %d cells", len(cells))
	}
	if cells, literal := r.Quoted("shall not"); !literal || len(cells) != 1 || cells[0].Record.ID != "first-draft" {
		t.Errorf("words without a subject of their own are found in %d cells", len(cells))
	}
	if cells, _ := r.Quoted("fleets must be sunk"); len(cells) > 0 {
		t.Errorf("words of nobody are found in %s", cells[0].Field.Field.ID)
	}
}

// TestSpoken: what a speaker is on record with is told with their claims alone.
func TestSpoken(t *testing.T) {
	a, r := asked(t, "delegation")
	a.Voice = 1
	r.Rank(a)
	cells := a.Spoken(true, nil)
	if len(cells) == 0 {
		t.Fatal("nothing is told of a speaker who is on record")
	}
	for _, c := range cells {
		if len(c.Claims) == 0 || slices.ContainsFunc(c.Claims, func(k search.Claim) bool { return k.Claim.By != "a member of the delegation" }) {
			t.Errorf("%s is told of the delegation with claims that are not theirs", c.Field.Field.ID)
		}
	}
}

// TestTake: whose words are asked for is the one beside the verb, and no part of the
// subject; one who is all that a question says is asked about.
func TestTake(t *testing.T) {
	for _, row := range []struct {
		question string
		voice    string
		profile  bool
	}{
		{"what did the Harbour Post say about boats", "Post", false}, // the word of the name at the verb
		{"according to the Harbour Post, how many boats", "Harbour", false},
		{"who says that boats are counted", "", false},
		{"Harbour Post", "Post", true},
		{"delegation", "delegation", true},
	} {
		a, r := asked(t, "")
		n := lexicon.New(r.Index).Read(search.Words(row.question))
		a.Text = row.question
		r.Take(a, n, r.Index.Terms(n.Words))
		voice := ""
		if a.Voice > 0 {
			w := a.Match.Terms[a.Voice-1].Words[0]
			voice = row.question[w.Start:w.End]
		}
		if voice != row.voice || a.Profile != row.profile {
			t.Errorf("%q asks for the words of %q, want %q; all of them: %v", row.question, voice, row.voice, a.Profile)
		}
	}
}

// TestFall: words that the claims of one field alone have are that field's, and one
// that another field is called by is missed by those that have it nowhere.
func TestFall(t *testing.T) {
	a, r := asked(t, "joint panel decides")
	_, judge := r.Index.Lib.Field("disputes.judge")
	_, boats := r.Index.Lib.Field("patrols.boats")
	if a.Of(judge)[rank.Share] <= a.Of(boats)[rank.Share] {
		t.Errorf("a joint panel is as much of patrol boats as of the judge: %v", a.Of(boats)[rank.Share])
	}
	a, _ = asked(t, "patrol boats")
	if a.Of(boats)[rank.Missed] > 0 || a.Of(judge)[rank.Missed] == 0 {
		t.Errorf("of patrol boats their own field misses %v, the judge %v", a.Of(boats)[rank.Missed], a.Of(judge)[rank.Missed])
	}
}

// TestTouches: an answer that has none of the subject does not touch it; a word that is only
// related is not enough, and a number that is asked about is.
func TestTouches(t *testing.T) {
	for _, row := range []struct {
		question, draft, field string
		touches                bool
	}{
		{"patrol boats", "second-draft", "patrols.boats", true},
		{"inflation of boats", "second-draft", "catch.limit", false},
		{"400", "first-draft", "catch.limit", true},
		{"", "first-draft", "catch.limit", true},
	} {
		a, r := asked(t, row.question)
		_, field := r.Index.Lib.Field(row.field)
		if got := a.Touches(r.Index.Lib.Record(row.draft), field); got != row.touches {
			t.Errorf("%q touches %s of %s: %v", row.question, row.field, row.draft, got)
		}
	}
}

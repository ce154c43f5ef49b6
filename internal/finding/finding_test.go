package finding_test

import (
	"slices"
	"testing"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/finding"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/plan/plantest"
	"plandiff/internal/query"
)

func says(texts ...string) compare.Reading {
	return compare.Reading{State: plan.Present, Contents: pick.Each(texts, func(t string) compare.Content {
		v := plan.Value{Text: t}
		return compare.Content{Value: v, Claims: []*plan.Claim{{Value: v}}}
	})}
}

func TestTold(t *testing.T) {
	f := &finding.Finding{Reading: says("7 depots", "9 depots")}
	if got := len(f.Told()); got != 2 {
		t.Errorf("all: %d contents, want 2", got)
	}
	f.Only = f.Contents[1].Claims
	if got := f.Told(); len(got) != 1 || got[0].Value.Text != "9 depots" {
		t.Errorf("only what is asked about: %v", got)
	}
	if got := f.Cited(); !slices.Equal(got, f.Only) || !slices.Equal(f.Shown(), f.Only) {
		t.Errorf("it is cited: %v", got)
	}
	f.Picked = f.Contents[:1]
	if got := f.Told(); got[0].Value.Text != "7 depots" {
		t.Errorf("in the order picked: %v", got)
	}
	f.Nearest = true
	if f.Says() {
		t.Error("what is only near was not asked for")
	}
}

func TestOnce(t *testing.T) {
	v, w, field := &plan.Record{ID: "v"}, &plan.Record{ID: "w"}, &plan.Field{ID: "pay.rise"}
	got := finding.Once([]finding.Finding{{Record: v, Field: field, Score: 1}, {Record: w, Field: field}, {Record: v, Field: field, Score: 3}})
	if len(got) != 2 || got[0].Score != 3 || finding.At(got, w, field) != 1 || finding.At(got, w, &plan.Field{}) != -1 {
		t.Errorf("%v", got)
	}
}

func TestFullest(t *testing.T) {
	pay, depots := &plan.Field{ID: "pay.rise"}, &plan.Field{ID: "pay.depots"}
	one, two := says("4 %"), says("4 %")
	one.Claims, two.Claims = make([]*plan.Claim, 1), make([]*plan.Claim, 2)
	fs := []*finding.Finding{{Field: pay, Reading: one}, {Field: depots, Reading: one}, {Field: pay, Reading: two}}
	if got := finding.Fullest(fs); len(got) != 2 || got[0] != fs[2] || got[1] != fs[1] {
		t.Errorf("%v", got)
	}
}

func TestByField(t *testing.T) {
	pay, depots := &plan.Field{ID: "pay.rise"}, &plan.Field{ID: "pay.depots"}
	set := &plan.Claim{Rank: plan.Deprecated}
	kept := &plan.Claim{}
	fs := finding.OfRelied([]finding.Finding{{Field: pay, Score: 1}, {Field: depots, Only: []*plan.Claim{set}}, {Field: depots, Score: 2, Only: []*plan.Claim{set, kept}}, {Field: pay, Score: 3}})
	if len(fs) != 3 || len(fs[1].Only) != 1 || fs[1].Only[0] != kept {
		t.Errorf("what was set aside as wrong: %v", fs)
	}
	fs = finding.ByField(fs)
	if fs[0].Score != 1 || fs[1].Score != 3 || fs[2].Score != 2 {
		t.Errorf("those of one field together: %v", fs)
	}
}

func TestWithin(t *testing.T) {
	list := func(items ...string) *finding.Finding {
		return &finding.Finding{Reading: compare.Reading{Contents: []compare.Content{{Value: plan.Value{Items: items}}}}}
	}
	sides := []string{"union", "company"}
	if !list("union").Within(sides) || list("union", "mediator").Within(sides) {
		t.Error("a list is within another that has all of it")
	}
	if f := (&finding.Finding{Reading: says("union")}); f.Within(sides) {
		t.Error("a text is no list")
	}
}

func TestRounds(t *testing.T) {
	pay, depots := &plan.Topic{ID: "pay", About: plan.AboutText}, &plan.Topic{ID: "depots", About: plan.AboutText}
	document := &plan.Topic{ID: "plan", About: plan.AboutDocument}
	var fs []*finding.Finding
	for _, c := range []struct {
		topic *plan.Topic
		field string
	}{{document, "ddddd"}, {pay, "aaaa"}, {pay, "aaa"}, {depots, "bb"}} {
		fs = append(fs, &finding.Finding{Topic: c.topic, Field: &plan.Field{ID: c.field}})
	}
	worth := func(f *plan.Field) float64 { return float64(len(f.ID)) }
	ids := func(fs []*finding.Finding) []string {
		return pick.Each(fs, func(f *finding.Finding) string { return f.Field.ID })
	}
	if got := ids(finding.Rounds(fs, worth)); !slices.Equal(got, []string{"aaaa", "bb", "aaa", "ddddd"}) {
		t.Errorf("rounds: %v", got)
	}
	if got := ids(finding.OneOfEach(finding.Rounds(fs, worth))); !slices.Equal(got, []string{"aaaa", "bb", "ddddd"}) {
		t.Errorf("one of each topic of the text: %v", got)
	}
}

func TestLeading(t *testing.T) {
	text, document := &plan.Topic{ID: "pay", About: plan.AboutText}, &plan.Topic{ID: "plan", About: plan.AboutDocument}
	pay, reception := &plan.Field{ID: "pay.rise"}, &plan.Field{ID: "plan.reception"}
	fs := []finding.Finding{
		{Topic: document, Field: reception, Reading: says("welcomed"), Score: 2},
		{Topic: document, Field: reception, Reading: says("rejected"), Score: 2},
		{Topic: text, Field: pay, Reading: says("4 %"), Score: 1},
	}
	if got := finding.Leading(fs, &query.Query{Kind: query.Value}); got.Field != reception {
		t.Errorf("a value is told by what meets the question best, not by %s", got.Field.ID)
	}
	if got := finding.Leading(fs, &query.Query{Kind: query.History, Fields: []*plan.Field{pay}}); got.Field != pay {
		t.Errorf("a history is of the text, not of %s", got.Field.ID)
	}
}

func TestEarliest(t *testing.T) {
	fs := []*finding.Finding{{Reading: says("a strike")}, {Reading: says("4 % more")}, {Reading: says("4 % more")}, {Reading: says("9 % more")}}
	has := func(claims []*plan.Claim) float32 {
		if len(claims) > 0 && claims[0].Value.Text == "4 % more" {
			return 1
		}
		return 0
	}
	if got := finding.Earliest(fs, has); got != fs[1] {
		t.Errorf("%v", got.Contents)
	}
	if got := finding.Earliest(fs[3:], has); got != fs[3] {
		t.Errorf("where none has it: %v", got.Contents)
	}
}

func TestLacks(t *testing.T) {
	topic, field := &plan.Topic{ID: "pay", About: plan.AboutText}, &plan.Field{ID: "pay.rise"}
	r := says("more")
	r.Claims = r.Contents[0].Claims
	fs := []finding.Finding{{Topic: topic, Field: field, Reading: r}}
	number := func(c *plan.Claim) bool { return c.Value.Text == "4 %" }
	if !finding.Lacks(fs, &query.Query{Kind: query.Value}, number) {
		t.Error("no claim has a number")
	}
	fs[0].Claims = append(fs[0].Claims, &plan.Claim{Value: plan.Value{Text: "4 %"}})
	if finding.Lacks(fs, &query.Query{Kind: query.Value}, number) {
		t.Error("one has")
	}
	if finding.Lacks(fs[:0], &query.Query{Kind: query.Value}, number) {
		t.Error("nothing was found that could lack it")
	}
}

func TestRecords(t *testing.T) {
	v, w := &plan.Record{ID: "v"}, &plan.Record{ID: "w"}
	if got := finding.Records([]*finding.Finding{{Record: w}, {Record: v}, {Record: w}}); !slices.Equal(got, []*plan.Record{w, v}) {
		t.Errorf("%v", got)
	}
}

func TestLopsided(t *testing.T) {
	topic, pay, depots := &plan.Topic{ID: "pay", About: plan.AboutText}, &plan.Field{ID: "pay.rise"}, &plan.Field{ID: "pay.depots"}
	fs := []finding.Finding{
		{Topic: topic, Field: pay, Reading: says("4 %"), Score: 2},
		{Topic: topic, Field: pay, Reading: compare.Reading{State: plan.Lacuna}},
		{Topic: topic, Field: depots, Reading: says("7"), Score: 1},
		{Topic: topic, Field: depots, Reading: says("9"), Difference: compare.Difference{Kind: compare.Changed}},
	}
	q := &query.Query{Kind: query.Compare, Fields: []*plan.Field{pay, depots}}
	if !finding.Lopsided(fs, q) {
		t.Error("one is silent on pay, and they differ on depots")
	}
	fs[3].Difference.Kind = compare.Same
	if finding.Lopsided(fs, q) {
		t.Error("they differ on nothing")
	}
	if finding.Lopsided(nil, q) {
		t.Error("nothing was found")
	}
}

// TestBook: over random libraries a grid has every draft of a field about the text, silent or not,
// and of other records those alone that have a claim; a record's findings are those of all fields.
func TestBook(t *testing.T) {
	for seed := range int64(40) {
		lib := plantest.Random(seed)
		book := finding.Book{View: evidence.New(lib, evidence.Filter{})}
		for _, topic := range book.View.Library.Topics {
			for i := range topic.Fields {
				f := &topic.Fields[i]
				got := finding.Records(finding.Those(book.Grid([]*plan.Field{f}, lib.Records), func(*finding.Finding) bool { return true }))
				for _, g := range book.Related([]*plan.Field{f}, lib.Records) {
					if !g.Related || g.Says() || len(g.Contents) == 0 {
						t.Errorf("seed %d: %s of %s is told beside what is asked", seed, f.ID, g.Record.ID)
					}
				}
				for _, r := range lib.Records {
					silent := r.Kind == plan.Draft && (topic.About == plan.AboutText || topic.About == plan.AboutDocument)
					if want := silent || len(r.Claims(f.ID)) > 0; slices.Contains(got, r) != want {
						t.Errorf("seed %d: %s of %s in the grid: %v", seed, f.ID, r.ID, !want)
					}
				}
			}
		}
		if drafts := lib.Drafts(); len(drafts) > 1 {
			c, err := compare.Compare(book.View, []string{drafts[0].ID, drafts[1].ID})
			if err != nil {
				t.Fatal(err)
			}
			for of := range 2 {
				for _, g := range finding.Unmatched(c, of) {
					if g.Record != drafts[of] || g.Base.Version != drafts[1-of] || !g.Related || len(g.Claims) == 0 || book.Of(drafts[1-of], g.Topic, g.Field).State != plan.Lacuna {
						t.Errorf("seed %d: %s of %s alone", seed, g.Field.ID, g.Record.ID)
					}
				}
			}
		}
		for _, r := range lib.Records {
			for i := range book.View.Library.Topics {
				for j := range book.View.Library.Topics[i].Fields {
					f := &book.View.Library.Topics[i].Fields[j]
					none := book.History(f, func(plan.Date) bool { return false }, false)
					if slices.ContainsFunc(none, func(g finding.Finding) bool {
						return g.Record.Date != "" && len(g.Claims) > 0 && g.Claims[0].Date != ""
					}) {
						t.Errorf("seed %d: the history of %s has other days", seed, f.ID)
					}
					if len(book.History(f, func(plan.Date) bool { return true }, true)) < len(none) {
						t.Errorf("seed %d: the history of %s is not whole", seed, f.ID)
					}
				}
			}
			all, fields := book.OfRecord(r, func(*finding.Finding) bool { return true }), 0
			for _, topic := range book.View.Library.Topics {
				fields += len(topic.Fields)
			}
			if len(all) != fields || len(book.OfRecord(r, func(*finding.Finding) bool { return false })) != 0 {
				t.Errorf("seed %d: %d findings of %s, and %d fields", seed, len(all), r.ID, fields)
			}
		}
	}
}

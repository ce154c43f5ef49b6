package query

import (
	"testing"

	"plandiff/internal/plan"
)

// TestCommand: a query is printed as the command that shows the same.
func TestCommand(t *testing.T) {
	lib := &plan.Library{}
	a, b := &plan.Record{ID: "a", Kind: plan.Draft, Date: "2030-01-02"}, &plan.Record{ID: "b", Kind: plan.Draft, Date: "2030-02-03"}
	talks := &plan.Record{ID: "talks", Kind: plan.Event, Date: "2030-01-20"}
	price, open := &plan.Field{ID: "price.limit"}, &plan.Field{ID: "plan.open"}
	both := []*plan.Record{a, b}
	for want, q := range map[string]Query{
		"show a price.limit":                                    {Kind: Value, Versions: both[:1], Fields: []*plan.Field{price}},
		"diff a b --topic price.limit":                          {Kind: Compare, Versions: both, Fields: []*plan.Field{price}},
		"diff a b --kind same":                                  {Kind: Same, Versions: both},
		"history price.limit --from 2030-01-01 --to 2030-03-01": {Kind: History, Fields: []*plan.Field{price}, From: "2030-01-01", To: "2030-03-01"},
		"history plan.open":                                     {Kind: Open},
		"origin a":                                              {Kind: Added, Versions: both[:1]},
		"show a 3 --follow":                                     {Kind: Follow, Versions: both, Points: []int{3}},
		"show talks":                                            {Kind: Events, Records: []*plan.Record{talks}},
		"versions --kind all --to 2030-01-31":                   {Kind: Events, From: plan.Earliest, To: "2030-01-31"},
		"versions":                                              {Kind: Overview},
		`search "who says so"`:                                  {Kind: Search, Words: "who says so"},
		`search --by "Jane"`:                                    {Kind: Value, By: `--by "Jane"`, Fields: []*plan.Field{price}},
		"help states":                                           {Kind: Glossary, Words: "what is an absent clause"},
	} {
		if got := q.Command(lib, both, a, []*plan.Field{open}); got != want {
			t.Errorf("%s: %q, want %q", q.Kind, got, want)
		}
	}
}

// TestMisses: an event of other days is not meant; of a draft that is so only where one end
// is open.
func TestMisses(t *testing.T) {
	draft, event := &plan.Record{Kind: plan.Draft, Date: "2030-05-01"}, &plan.Record{Kind: plan.Event, Date: "2030-05-01"}
	closed, open := Query{From: "2030-01-01", To: "2030-02-01"}, Query{From: plan.Earliest, To: "2030-02-01"}
	if closed.Misses(draft) || !closed.Misses(event) || !open.Misses(draft) || (&Query{}).Misses(event) {
		t.Error("what days miss")
	}
}

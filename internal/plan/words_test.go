package plan_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"plandiff/internal/plan"
)

// Words join what the library calls things itself, and change nothing of it: the
// same library serves those who read no questions.
func TestWith(t *testing.T) {
	spare := make([]string, 1, 4) // joining must not write behind the end either
	spare[0] = "duties"
	lib := func() *plan.Library {
		return &plan.Library{
			Aliases: [][]string{{"Aller", "the river"}},
			Topics: []plan.Topic{
				{ID: "toll", Title: "Tolls", Synonyms: spare, Fields: []plan.Field{{ID: "toll.rate", Synonyms: []string{"charge"}}, {ID: "toll.debt"}}},
				{ID: "ferries"},
			},
			Records:       []*plan.Record{{ID: "mill-3", Names: []string{"mill paper"}, Described: []string{"what the mills want"}}, {ID: "toll"}},
			Disagreements: []plan.Disagreement{{ID: "toll", Synonyms: []string{"how high"}}},
		}
	}
	before := lib()
	got := before.With(&plan.Words{
		Versions:      []plan.Called{{ID: "mill-3", Names: []string{"millers' paper"}}},
		Topics:        []plan.Called{{ID: "toll", Names: []string{"dues"}}, {ID: "toll", Names: []string{"levy"}}},
		Fields:        []plan.Called{{ID: "toll.debt", Names: []string{"arrears"}}},
		Disagreements: []plan.Called{{ID: "toll", Names: []string{"how much"}}},
		Aliases:       [][]string{{"weir", "dam"}},
	})
	want := lib()
	want.Aliases = append(want.Aliases, []string{"weir", "dam"})
	want.Topics[0].Synonyms = []string{"duties", "dues", "levy"}
	want.Topics[0].Fields[1].Synonyms = []string{"arrears"}
	want.Records[0].Described = []string{"what the mills want", "millers' paper"}
	want.Disagreements[0].Synonyms = []string{"how high", "how much"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("with the words (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff(lib(), before); diff != "" {
		t.Errorf("the library changed (-before +after)\n%s", diff)
	}
	if behind := spare[:2][1]; behind != "" {
		t.Errorf("%q was written behind the names of the library", behind)
	}
}

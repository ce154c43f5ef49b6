package compare_test

import (
	"testing"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
	"plandiff/internal/plan/plantest"
)

func TestIndependent(t *testing.T) {
	lib := &plan.Library{Sources: []*plan.Source{
		{ID: "agency"},
		{ID: "digest", Original: []string{"reprint"}},
		{ID: "paper"},
		{ID: "reprint", Original: []string{"agency"}},
		{ID: "survey", Original: []string{"agency", "paper"}},
		{ID: "weekly", Original: []string{"wire"}},
		{ID: "wire"},
	}}
	plantest.Sort(lib)
	for _, tt := range []struct {
		why    string
		claims claims
		want   int
	}{
		{"nobody", nil, 0},
		{"one source", claims{claim("agency", nothing)}, 1},
		{"one source that says it twice", claims{claim("agency", nothing), claim("agency", nothing)}, 1},
		{"two sources", claims{claim("agency", nothing), claim("paper", nothing)}, 2},
		{"a report and its reprint", claims{claim("agency", nothing), claim("reprint", nothing)}, 1},
		{"a reprint of a reprint, at whatever remove", claims{claim("agency", nothing), claim("digest", nothing)}, 1},
		{"two reprints of a report that nobody cites", claims{claim("reprint", nothing), claim("digest", nothing)}, 1},
		{"a survey of two reports shares with both", claims{claim("agency", nothing), claim("paper", nothing), claim("survey", nothing)}, 1},
		{"a survey by itself is one voice", claims{claim("survey", nothing)}, 1},
		{"a claim may relay another report than its source does", claims{claim("agency", nothing), claim("reprint", nothing, via("paper"))}, 2},
		{"the report that is relayed may be a repeat itself", claims{claim("wire", nothing), claim("paper", nothing, via("weekly"))}, 1},
		{"a source without a card stands for itself", claims{claim("nowhere", nothing), claim("agency", nothing)}, 2},
	} {
		var cs, backwards []*plan.Claim
		for i := range tt.claims {
			cs = append(cs, &tt.claims[i])
			backwards = append(backwards, &tt.claims[len(tt.claims)-1-i])
		}
		if got := compare.Independent(view(lib), cs); got != tt.want {
			t.Errorf("%s: %d independent sources, want %d", tt.why, got, tt.want)
		}
		if got := compare.Independent(view(lib), backwards); got != tt.want {
			t.Errorf("%s: %d independent sources when counted backwards, want %d", tt.why, got, tt.want)
		}
	}
}

// Cards that repeat each other are refused when records are read; should a
// library hold such a circle all the same, counting comes to an end.
func TestIndependentCircle(t *testing.T) {
	lib := &plan.Library{Sources: []*plan.Source{{ID: "a", Original: []string{"b"}}, {ID: "b", Original: []string{"a"}}}}
	c := claim("a", nothing)
	if got := compare.Independent(view(lib), []*plan.Claim{&c}); got > 1 {
		t.Errorf("a circle of repeats counts as %d independent sources", got)
	}
}

package pick

import (
	"slices"
	"testing"
)

// TestPick: parts stand in the order of the list, which stays as it was.
func TestPick(t *testing.T) {
	list := []int{3, 4, 1, 2, 5}
	even := func(x int) bool { return x%2 == 0 }
	large := func(x int) bool { return x > 9 }
	for name, tt := range map[string]struct{ got, want []int }{
		"keep":              {Keep(list, even), []int{4, 2}},
		"drop":              {Drop(list, even), []int{3, 1, 5}},
		"preferred":         {Preferred(list, even), []int{4, 2}},
		"preferred of none": {Preferred(list, large), list},
		"firstly":           {Firstly(list, even), []int{4, 2, 3, 1, 5}},
		"rounds":            {Rounds(list, func(x int) string { return map[bool]string{true: "even"}[even(x)] }), []int{3, 4, 1, 2, 5}},
		"rounds of one":     {Rounds(list, func(x int) string { return map[bool]string{true: "small"}[x < 4] }), []int{3, 4, 1, 5, 2}},
		"each":              {Each(list, func(x int) int { return 2 * x }), []int{6, 8, 2, 4, 10}},
	} {
		if !slices.Equal(tt.got, tt.want) {
			t.Errorf("%s: %v, want %v", name, tt.got, tt.want)
		}
	}
	if !slices.Equal(list, []int{3, 4, 1, 2, 5}) {
		t.Errorf("the list became %v", list)
	}
	if Each(nil, func(x int) int { return x }) != nil {
		t.Error("something of nothing")
	}
}

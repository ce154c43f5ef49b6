package compare_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plandiff/internal/align"
	"plandiff/internal/compare"
	"plandiff/internal/plan"
)

func alignment(t *testing.T, lib *plan.Library, from, to string) *align.Alignment {
	t.Helper()
	a, err := compare.Align(view(lib), from, to)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func points(n []int) string { return strings.Trim(fmt.Sprint(n), "[]") }

// Which points of the US draft went where, as the sources on both texts say.
func TestShippedAlignment(t *testing.T) {
	for _, tt := range []struct {
		to   string
		want []string
	}{
		{"zelensky-20", []string{
			"1 -> 1", "2 -> 2", "5 -> 3", "6 -> 4", "10 -> 5", "11 -> 7", "12 -> 8 9", "16 -> 6", "18 -> 11", "19 -> 12",
			"20 -> 13", "21 -> 14", "22 -> 15", "23 -> 16", "24 -> 17", "25 -> 18", "27 -> 19", "28 -> 20",
		}},
		{"e3-28", []string{ // the E3 text edits the US draft in place
			"1 -> 1", "2 -> 2", "3 -> 3", "4 -> 4", "5 -> 5", "6 -> 6", "7 -> 7", "8 -> 8", "9 -> 9", "10 -> 10", "11 -> 11",
			"12 -> 12", "13 -> 13", "14 -> 14", "15 -> 15", "16 -> 16", "17 -> 17", "18 -> 18", "19 -> 19", "20 -> 20",
			"21 -> 21", "22 -> 22", "23 -> 23", "24 -> 24", "25 -> 25", "26 -> 26", "27 -> 27", "28 -> 28",
		}},
	} {
		a := alignment(t, shipped(t), "us-28", tt.to)
		var got []string
		for _, l := range a.Links {
			got = append(got, points(l.From)+" -> "+points(l.To))
			if l.By != align.Curated {
				t.Errorf("us-28 %s and %s %s rest on %s, want curated", points(l.From), tt.to, points(l.To), l.By)
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("us-28 to %s (-want +got)\n%s", tt.to, diff)
		}
	}
}

func TestShippedRelations(t *testing.T) {
	relations := func(to string) map[string]align.Relation {
		out := map[string]align.Relation{}
		a := alignment(t, shipped(t), "us-28", to)
		for _, l := range a.Links {
			out[points(l.From)] = l.Relation
		}
		for n, r := range a.UnmatchedFrom {
			out[fmt.Sprint(n)] = r
		}
		return out
	}
	for _, tt := range []struct {
		why, to, point string
		want           align.Relation
	}{
		{"the E3 keep the number 3 empty", "e3-28", "3", align.Deleted},
		{"the E3 write another limit under the same number", "e3-28", "6", align.Reworded},
		{"nobody has read the E3's point 15", "e3-28", "15", align.Unknown},
		{"the army is point 4 of the twenty", "zelensky-20", "6", align.Renumbered},
		{"reconstruction became two points", "zelensky-20", "12", align.Split},
		{"Russian law comes before the European Union now", "zelensky-20", "16", align.Moved},
	} {
		if got := relations(tt.to)[tt.point]; got != tt.want {
			t.Errorf("%s: point %s to %s is %s, want %s", tt.why, tt.point, tt.to, got, tt.want)
		}
	}
}

// For every two drafts, links do not depend on which is named first nor on
// the order of the records.
func TestShippedAlignmentsMirrored(t *testing.T) {
	lib := shipped(t)
	links := func(lib *plan.Library, from, to string, flip bool) []string {
		var out []string
		for _, l := range alignment(t, lib, from, to).Links {
			if flip {
				l.From, l.To = l.To, l.From
			}
			out = append(out, fmt.Sprintf("%s -> %s %s %.4f", points(l.From), points(l.To), l.By, l.Score))
		}
		slices.Sort(out)
		return out
	}
	ids := draftIDs(lib)
	for i, a := range ids {
		for _, b := range ids[i+1:] {
			if diff := cmp.Diff(links(lib, a, b, false), links(lib, b, a, true)); diff != "" {
				t.Errorf("%s and %s (-forth +back)\n%s", a, b, diff)
			}
		}
	}
}

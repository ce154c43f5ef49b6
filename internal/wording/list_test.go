package wording_test

import (
	"slices"
	"strings"
	"testing"

	"plandiff/internal/plan"
	"plandiff/internal/wording"
)

// TestLists: what there is no room for is counted or left out, never cut in two.
func TestLists(t *testing.T) {
	parts := []string{"the army", "the plant, open", "a referendum"}
	for _, row := range []struct {
		got, want string
	}{
		{wording.Some(parts, 80), "the army, the plant, open and a referendum"},
		{wording.Some(parts, 20), "the army and 2 more"},
		{wording.Several(parts, 80), "the army; the plant, open; a referendum"},
		{wording.Several(parts, 38), "the army; the plant, open; and 1 more"},
		{wording.Several(parts, 1), "the army; and 2 more"},
		{wording.Fitting(parts, 24), "the army; a referendum"},
		{wording.Fitting([]string{"a long …", "whole"}, 80), "whole"}, // what was cut stands back
		{wording.Fitting([]string{"a long …", "b …"}, 80), "a long …; b …"},
		{wording.Some(nil, 80) + wording.Several(nil, 80) + wording.Fitting(nil, 80), ""},
		{wording.Period("2026-01-06", "2026-01-06"), "On 6 Jan 2026"},
		{wording.Period("2026-01-01", "2026-01-30"), "From 1 Jan 2026 to 30 Jan 2026"},
		{wording.Period("2026-01-01", "2026-01-31"), "In Jan 2026"},
		{wording.Period("2025-11-01", "2026-01-31"), "From Nov 2025 to Jan 2026"},
		{wording.Period("2026-01-01", "2026-12-31"), "In 2026"},
		{strings.Join(wording.Days([]plan.Date{"2025-12-02", "2025-12-14/2025-12-15", "2025-12-30/2026-01-02", "2026-01-06", "2026-02", ""}, "", ""), "; "), "2 Dec 2025; 14 to 15 Dec; 30 Dec 2025 to 2 Jan 2026; 6 Jan 2026; Feb; undated"},
		{strings.Join(wording.Days([]plan.Date{"2025-12-02"}, "2025-12-01", "2025-12-31"), "; "), "2 Dec"},
		{wording.Period("2026-01-01", plan.Latest), "Since 1 Jan 2026"},
		{wording.Period(plan.Earliest, "2026-01-06") + wording.Period("", ""), "The last known by 6 Jan 2026"},
		{wording.Period(plan.Earliest, plan.Latest), "The latest on record"},
		{wording.Parties([]string{"Peru", "United Kingdom"}), "Peru and the United Kingdom"},
		{wording.Parties(nil), ""},
	} {
		if row.got != row.want {
			t.Errorf("%q, want %q", row.got, row.want)
		}
	}
	items := []string{"north: Ours", "east: Theirs", "amnesty", "south: Ours", "west: Ours"}
	got, of := wording.Together(items)
	if want := []string{"north, south and west: Ours", "east: Theirs", "amnesty"}; !slices.Equal(got, want) || !slices.Equal(of, []int{3, 1, 1}) {
		t.Errorf("%q of %v, want %q", got, of, want)
	}
	if text := wording.SeveralOf([]string{got[1], got[0]}, []int{1, 3}, 30); text != "east: Theirs; and 3 more" {
		t.Errorf("what has no room: %q", text)
	}
}

// TestPointOf: a heading is told where it is not the clause's own title, and of a clause
// that is gone what now has its number.
func TestPointOf(t *testing.T) {
	v := &plan.Record{Kind: plan.Draft, Label: "Draft", Points: []plan.Point{{Number: 6, Title: "Army"}}}
	for _, row := range []struct {
		place, title string
		gone         plan.State
		want         string
	}{
		{"6", "Army", "", "point 6 in the Draft"},
		{"6b", "Limit", "", "point 6b in the Draft, “Army”"},
		{"7", "Limit", "", "point 7 in the Draft"},
		{"6", "Limit", plan.Deleted, "none in the Draft, where it is deleted and point 6 is “Army”"},
		{"", "Limit", plan.Omitted, "none in the Draft, where it is absent"},
	} {
		if got := wording.PointOf(v, row.place, row.title, row.gone); got != row.want {
			t.Errorf("%q, want %q", got, row.want)
		}
	}
}

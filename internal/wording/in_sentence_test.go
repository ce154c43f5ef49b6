package wording_test

import (
	"testing"

	"plandiff/internal/plan"
	"plandiff/internal/wording"
)

// TestSay: records and outlets are named as one speaks of them.
func TestSay(t *testing.T) {
	for _, row := range [][2]string{
		{"US draft", "the US draft"}, {"Zelenskyy's 20 points", "Zelenskyy's 20 points"}, {"12 points, Oct 2025", "the 12 points of Oct 2025"}, {"Istanbul 2022", "the Istanbul 2022 draft"},
	} {
		if got := wording.Say(&plan.Record{Kind: plan.Draft, Label: row[0]}); got != row[1] {
			t.Errorf("%q is called %q, want %q", row[0], got, row[1])
		}
	}
	for _, row := range [][2]string{
		{"RFE/RL", "RFE/RL"}, {"Global News (Canada), carrying the Associated Press", "the Associated Press in Global News"},
		{"hhs.watch, copying The Guardian", "The Guardian in hhs.watch"}, {"Kurir, on naslovi.net", "Kurir"}, {"", "publisher not stated"},
	} {
		if got := wording.Outlet(&plan.Source{Publisher: row[0]}); got != row[1] {
			t.Errorf("%q is called %q, want %q", row[0], got, row[1])
		}
	}
	if got := wording.Some([]string{"one", "two", "three"}, 14); got != "one and 2 more" {
		t.Errorf("three words in fourteen characters: %q", got)
	}
}

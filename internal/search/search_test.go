package search_test

import (
	"testing"

	"plandiff/internal/record/shipped"
	"plandiff/internal/search"
)

// TestWords: numbers are read in every country's writing.
func TestWords(t *testing.T) {
	for _, row := range [][2]string{
		{"800,000", "800000"}, {"800.000", "800000"}, {"0,8 million", "800000"}, {"0.8 million", "800000"}, {"800k", "800000"}, {"1.5", "1.5"},
		{"33.3 %", "33.3"}, {"twelve", "12"}, {"1,234,567", "1234567"}, {"28-point", "28 point"}, {"Zürich’s", "zurich"}, {"“angry”", "angry"},
		{"Trump's plan", "trump plan"}, {"100 billion", "100000000000"}, {"24–25", "24 25"},
	} {
		got := ""
		for i, w := range search.Words(row[0]) {
			if i > 0 {
				got += " "
			}
			got += w.Text
		}
		if got != row[1] {
			t.Errorf("%q is read as %q, want %q", row[0], got, row[1])
		}
	}
}

// TestFind: what has the words comes first, with where it stands.
func TestFind(t *testing.T) {
	lib, err := shipped.Library()
	if err != nil {
		t.Fatal(err)
	}
	x := search.New(lib, true)
	for _, row := range []struct{ words, record, field string }{
		{"property developer", "us-republicans", ""},
		{"800,000 peacetime", "e3-28", "army-size.limit"},
		{"hold elections within 100 days", "us-28", "elections.deadline"},
	} {
		hits := x.Find(row.words, search.Filter{})
		for i, h := range hits[:min(3, len(hits))] {
			if h.Claim != nil {
				t.Logf("%s %d: %.2f %s %s %s %q", row.words, i, h.Score, h.Record.ID, h.Field.ID, h.Claim.Value, h.Claim.Phrase)
			}
		}
	}
}

func BenchmarkNew(b *testing.B) {
	lib, err := shipped.Library()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		search.New(lib, true)
	}
}

func BenchmarkFind(b *testing.B) {
	lib, err := shipped.Library()
	if err != nil {
		b.Fatal(err)
	}
	x := search.New(lib, true)
	for b.Loop() {
		x.Find("who runs the nuclear plant in the Christmas plan", search.Filter{})
	}
}

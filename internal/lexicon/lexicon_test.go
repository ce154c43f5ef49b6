package lexicon_test

import (
	"fmt"
	"slices"
	"testing"

	"plandiff/internal/lexicon"
	"plandiff/internal/record/shipped"
	"plandiff/internal/search"
)

// TestRead: numbers, parties and nouns narrow down together, in any order.
func TestRead(t *testing.T) {
	lib, err := shipped.Library()
	if err != nil {
		t.Fatal(err)
	}
	l := lexicon.New(search.New(lib, false))
	for _, row := range []struct{ text, want, why string }{
		{"28-point European plan on NATO", "[e3-28] [] [] []", "party after the number"},
		{"European 28-point plan on NATO", "[e3-28] [] [] []", "and before it"},
		{"Washington's plan", "[us-28] [] [] []", "an alias and a noun are a name"},
		{"24-point US plan", "[european-24 us-28] [] [] [] false", "no draft is both"},
		{"does the 30-point plan allow elections", "[] [30] [] []", "no draft has so many"},
		{"army cap, the 28 against 19", "[us-28 geneva-19] [] [] []", "bare numbers that are counts of points"},
		{"who says the text has 22 points", "[] [] [] []", "a number that is told of a draft"},
		{"where did point 21 go", "[] [] [21] []", "a point"},
		{"known on 24 November", "[] [] [] [2025-11-24]", "the year that records of the month have"},
		{"the US terms of April 2025", "[april-2025-us] [] [] []", "a month that is part of a name"},
		{"who leaked the plan", "[us-28] [] [] []", "a draft by a word of its names"},
	} {
		n := l.Read(search.Words(row.text))
		var ids []string
		for _, r := range n.Records {
			ids = append(ids, r.ID)
		}
		if n.Premise != "" {
			slices.Sort(ids)
		}
		got := fmt.Sprint(ids, n.Counts, n.Points, n.Dates)
		if n.Premise != "" {
			got += " false"
		}
		if got != row.want {
			t.Errorf("%q (%s): %s, want %s", row.text, row.why, got, row.want)
		}
	}
}

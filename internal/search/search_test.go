package search_test

import (
	"bytes"
	"maps"
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plandiff/internal/plan"
	"plandiff/internal/plan/plantest"
	"plandiff/internal/record"
	"plandiff/internal/record/shipped/shippedtest"
	"plandiff/internal/search"
)

// TestWords: numbers are read in every country's writing.
func TestWords(t *testing.T) {
	for _, row := range [][2]string{
		{"800,000", "800000"}, {"800.000", "800000"}, {"0,8 million", "800000"}, {"0.8 million", "800000"}, {"800k", "800000"}, {"1.5", "1.5"},
		{"33.3 %", "33.3"}, {"twelve", "12"}, {"1,234,567", "1234567"}, {"28-point", "28 point"}, {"Zürich’s", "zurich"}, {"“angry”", "angry"},
		{"Trump's plan", "trump plan"}, {"100 billion", "100000000000"}, {"24–25", "24 25"}, {"600 000", "600000"}, {"600\u202f000 and 1\u00a0000", "600000 and 1000"}, {"28 800,000, 2025 300 and 24 Nov", "28 800000 2025 300 and 24 nov"}, {"5 1000", "5 1000"},
		{"0 \u031d", "0"}, {"\u0301\u0302 a", "a"},
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
	lib := shippedtest.Library(t)
	x := search.WithCards(lib)
	for _, row := range []struct{ words, record, field string }{
		{"rewards aggression", "us-republicans", "stance.us-28"},
		{"capped at 800,000 in peacetime", "e3-28", "army-size.limit"},
		{"hold elections within 100 days", "us-28", "elections.deadline"},
	} {
		hits := x.Find(row.words, search.Filter{})
		if len(hits) == 0 || hits[0].Claim == nil {
			t.Errorf("%q finds no claim first", row.words)
			continue
		}
		if h := hits[0]; h.Record.ID != row.record || h.Field.ID != row.field {
			t.Errorf("%q finds %s of %s first, want %s of %s", row.words, h.Field.ID, h.Record.ID, row.field, row.record)
		}
	}
}

// TestBySeveral: names with commas find what any of them says.
func TestBySeveral(t *testing.T) {
	x := search.WithCards(shippedtest.Library(t))
	said := func(by string) map[*plan.Claim]bool {
		out := map[*plan.Claim]bool{}
		for _, h := range x.Find("", search.Filter{By: by}) {
			out[h.Claim] = true
		}
		return out
	}
	want := said("Kaja Kallas")
	maps.Copy(want, said("Friedrich Merz"))
	if got := said("Kaja Kallas, Friedrich Merz"); len(want) == 0 || !maps.Equal(got, want) {
		t.Errorf("%d claims, want %d", len(got), len(want))
	}
}

// TestWeights: a word that is an alias as well weighs the same every time.
func TestWeights(t *testing.T) {
	lib := shippedtest.Library(t)
	x := search.New(lib)
	words := search.Words("did the Europeans take part in Geneva")
	aliases, want := 0, x.Terms(words)
	for range 50 {
		for i, term := range x.Terms(words) {
			if term.Alias && len(term.Words) == 1 {
				aliases++
			}
			if term.Weight != want[i].Weight {
				t.Fatalf("%q weighs %v, then %v", term.Text(), want[i].Weight, term.Weight)
			}
		}
	}
	if aliases == 0 {
		t.Error("no word of the question is an alias, and this test looks at nothing")
	}
}

func BenchmarkNew(b *testing.B) {
	lib := shippedtest.Library(b)
	for b.Loop() {
		search.WithCards(lib)
	}
}

func BenchmarkFind(b *testing.B) {
	lib := shippedtest.Library(b)
	x := search.WithCards(lib)
	for b.Loop() {
		x.Find("who runs the nuclear plant in the Christmas plan", search.Filter{})
	}
}

// Whatever is looked for, what is found stands in the library, best first.
func FuzzFind(f *testing.F) {
	for _, s := range []string{"", "catch 400", "“in good faith”", "28-point", "0,8 million", "ＣＡＴＣＨ", "湖鱒", "\xff", "the of and", "kétch cacth", "24–25 %"} {
		f.Add(s, s)
	}
	lib, err := record.Load(record.Root{FS: os.DirFS("../../cmd/plandiff/testdata/lake")})
	if err != nil {
		f.Fatal(err)
	}
	x := search.WithCards(lib)
	f.Fuzz(func(t *testing.T, words, by string) {
		for _, filter := range []search.Filter{{}, {By: by}, {Publisher: by}, {Value: by}} {
			hits := x.Find(words, filter)
			for i, h := range hits {
				if h.Record == nil && h.Source == nil || h.Claim != nil && (h.Record == nil || h.Field == nil) || !(h.Score > 0) {
					t.Fatalf("%q finds %+v", words, h)
				}
				if i > 0 && hits[i-1].Score < h.Score {
					t.Fatalf("%q: a better hit stands behind a worse one", words)
				}
			}
		}
	})
}

// What people call things leads to what the records call them; a slip of typing
// leads to a word that is there.
func TestAliasesAndSlips(t *testing.T) {
	lib := shippedtest.Library(t)
	x := search.WithCards(lib)
	for _, row := range []struct {
		words string
		takes int
	}{{"United States", 2}, {"Washington", 1}, {"zebra", 0}, {"", 0}} {
		_, n, ok := x.Alias(search.Words(row.words + " plan"))
		if ok != (row.takes > 0) || n != row.takes {
			t.Errorf("%q takes %d words, want %d", row.words, n, row.takes)
		}
	}
	for word, near := range map[string]string{"guarntees": "guarantees", "amry": "army", "electons": "elections", "xyz": "", "qqqqqqq": ""} {
		got := x.Near(search.Words(word)[0].Text)
		if near == "" && len(got) > 0 || near != "" && !slices.Contains(got, near) {
			t.Errorf("%q may stand for %q, want %q", word, got, near)
		}
	}
	for word, known := range map[string]bool{"army": true, "armies": true, "qqqq": false} {
		if x.Knows(search.Words(word)[0]) != known {
			t.Errorf("%q is known: %v", word, !known)
		}
	}
	if x.FieldUnit("army-size.limit") < 0 || x.FieldUnit("none") >= 0 {
		t.Error("fields are not found by their IDs")
	}
}

// TestRestore: what was kept of an index gives the same index again, and none for
// another library; what was cut short or is none is none.
func TestRestore(t *testing.T) {
	lib := shippedtest.Library(t)
	x := search.New(lib)
	made := x.Made()
	y := search.Restore(lib, made)
	if y == nil || !bytes.Equal(y.Made(), made) {
		t.Fatal("what was kept is not what is restored")
	}
	for _, words := range []string{"army cap", "who guards the plant", "sanctons relief", "3 units of 800,000"} {
		if diff := cmp.Diff(x.Find(words, search.Filter{}), y.Find(words, search.Filter{})); diff != "" {
			t.Errorf("%q (-new +restored):\n%s", words, diff)
		}
	}
	for seed := range int64(20) {
		other := plantest.Random(seed)
		if y := search.Restore(other, made); y != nil {
			t.Errorf("seed %d: an index of another library", seed)
		}
		x := search.New(other)
		if y := search.Restore(other, x.Made()); y == nil || !bytes.Equal(y.Made(), x.Made()) {
			t.Errorf("seed %d: what was kept is not what is restored", seed)
		}
	}
	for n := 0; n < len(made); n += 1 + len(made)/50 {
		if search.Restore(lib, made[:n]) != nil {
			t.Errorf("an index of the first %d bytes", n)
		}
	}
}

// FuzzRestore: any bytes give an index that can be asked, or none.
func FuzzRestore(f *testing.F) {
	lib := plantest.Random(1)
	f.Add(search.New(lib).Made())
	f.Fuzz(func(t *testing.T, made []byte) {
		if x := search.Restore(lib, made); x != nil {
			x.Find("claim 1 of the first", search.Filter{})
		}
	})
}

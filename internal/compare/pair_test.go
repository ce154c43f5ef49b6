package compare_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
)

// difference compares two versions of one field.
func difference(t *testing.T, a, b *plan.Record, field string) compare.Difference {
	t.Helper()
	c, err := compare.Compare(library(a, b), []string{a.ID, b.ID}, compare.Evidence{})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range c.Rows {
		if r.Field.ID == field {
			return r.Cells[1].Difference
		}
	}
	t.Fatalf("no row for %s", field)
	return compare.Difference{}
}

// converse is the kind of a pair read from the other side.
func converse(k compare.Kind) compare.Kind {
	switch k {
	case compare.Added:
		return compare.Removed
	case compare.Removed:
		return compare.Added
	}
	return k
}

type claims []plan.Claim

func TestPair(t *testing.T) {
	delta := func(abs, percent float64) *compare.Delta {
		return &compare.Delta{Absolute: abs, Percent: percent, HasPercent: true, Unit: "tonnes"}
	}
	capped := plan.Value{HasNumber: true, Number: 800, Unit: "tonnes", Bound: plan.AtMost}
	for _, tt := range []struct {
		why    string
		a, b   claims
		aw, bw bool // the text was read whole
		want   compare.Difference
	}{
		// same
		{why: "equal values", a: claims{claim("s", tonnes(600))}, b: claims{claim("s", tonnes(600))}, want: compare.Difference{Kind: compare.Same}},
		{why: "absent from both texts", a: claims{claim("s", nothing, denies)}, b: claims{claim("s", nothing, denies)}, want: compare.Difference{Kind: compare.Same}},
		{why: "absent here, struck there: gone from both", a: claims{claim("s", nothing, denies)}, b: claims{claim("s", nothing, deleted)}, want: compare.Difference{Kind: compare.Same}},
		{why: "moved out of both", a: claims{claim("s", nothing, severed("x"))}, b: claims{claim("s", nothing, severed("y"))}, want: compare.Difference{Kind: compare.Same}},
		{why: "a source says that it was kept", a: claims{claim("s", tonnes(600))}, b: claims{claim("s", nothing, keptFrom("a"))}, want: compare.Difference{Kind: compare.Same, Told: true}},
		{why: "an outline with the same value", a: claims{claim("s", tonnes(600))}, b: claims{claim("s", tonnes(600), outline)}, want: compare.Difference{Kind: compare.Same}},

		// changed
		{why: "numbers of one unit have a step", a: claims{claim("s", tonnes(500))}, b: claims{claim("s", tonnes(800))}, want: compare.Difference{Kind: compare.Changed, Delta: delta(300, 60)}},
		{why: "the first number is nought: no percentage", a: claims{claim("s", tonnes(0))}, b: claims{claim("s", tonnes(5))}, want: compare.Difference{Kind: compare.Changed, Delta: &compare.Delta{Absolute: 5, Unit: "tonnes"}}},
		{why: "a bound has no step", a: claims{claim("s", tonnes(600))}, b: claims{claim("s", capped)}, want: compare.Difference{Kind: compare.Changed}},
		{why: "a bound is another value than its number", a: claims{claim("s", tonnes(800))}, b: claims{claim("s", capped)}, want: compare.Difference{Kind: compare.Changed}},
		{why: "another unit has no step", a: claims{claim("s", tonnes(600))}, b: claims{claim("s", plan.Value{HasNumber: true, Number: 800, Unit: "barrels"})}, want: compare.Difference{Kind: compare.Changed}},
		{why: "words for a number", a: claims{claim("s", tonnes(600))}, b: claims{claim("s", words("no limit"))}, want: compare.Difference{Kind: compare.Changed}},
		{why: "a source says that it changed, not how", a: claims{claim("s", tonnes(600))}, b: claims{claim("s", nothing, changedFrom("a"))}, want: compare.Difference{Kind: compare.Changed, Told: true}},
		{why: "another copy has the value of the other version", a: claims{claim("s", tonnes(500), preferred), claim("copy", tonnes(800))}, b: claims{claim("s", tonnes(800))}, want: compare.Difference{Kind: compare.Changed, Delta: delta(300, 60), Variant: true}},
		{why: "a copy that is not credited does not count", a: claims{claim("s", tonnes(500)), claim("copy", tonnes(800), deprecated)}, b: claims{claim("s", tonnes(800))}, want: compare.Difference{Kind: compare.Changed, Delta: delta(300, 60)}},

		// added and removed
		{why: "a text that was read lacks it, the other has it", aw: true, b: claims{claim("s", tonnes(800))}, want: compare.Difference{Kind: compare.Added}},
		{why: "present, then struck", a: claims{claim("s", tonnes(600))}, b: claims{claim("s", nothing, deleted)}, want: compare.Difference{Kind: compare.Removed}},
		{why: "present, then silent in a text that was read", a: claims{claim("s", tonnes(600))}, bw: true, want: compare.Difference{Kind: compare.Removed}},
		{why: "an outline is enough to be gone later", a: claims{claim("s", nothing, outline)}, b: claims{claim("s", nothing, denies)}, want: compare.Difference{Kind: compare.Removed}},

		// open, severed
		{why: "in brackets on one side", a: claims{claim("s", tonnes(600))}, b: claims{claim("s", tonnes(600), bracketed)}, want: compare.Difference{Kind: compare.Open}},
		{why: "in brackets against absent", aw: true, b: claims{claim("s", nothing, bracketed)}, want: compare.Difference{Kind: compare.Open}},
		{why: "moved to another document", a: claims{claim("s", tonnes(600))}, b: claims{claim("s", nothing, severed("annex"))}, want: compare.Difference{Kind: compare.Severed}},
		{why: "moved against in brackets: where it stands comes first", a: claims{claim("s", nothing, bracketed)}, b: claims{claim("s", nothing, severed("annex"))}, want: compare.Difference{Kind: compare.Severed}},

		// disputed
		{why: "one report keeps the value: that it changed is not agreed", a: claims{claim("s", tonnes(600))}, b: claims{claim("p", tonnes(600)), claim("q", tonnes(800))}, want: compare.Difference{Kind: compare.Disputed}},
		{why: "no report keeps the value: changed; how is disputed", a: claims{claim("s", tonnes(600))}, b: claims{claim("p", nothing, deleted), claim("q", tonnes(800))}, want: compare.Difference{Kind: compare.Disputed, Changed: true}},
		{why: "brackets in the dispute: whether it changed is open", a: claims{claim("s", tonnes(600))}, b: claims{claim("p", nothing, bracketed), claim("q", tonnes(800))}, want: compare.Difference{Kind: compare.Disputed}},
		{why: "disputed on both sides, and no two claims agree", a: claims{claim("p", tonnes(1)), claim("q", tonnes(2))}, b: claims{claim("p", tonnes(3)), claim("q", tonnes(4))}, want: compare.Difference{Kind: compare.Disputed, Changed: true}},
		{why: "disputed on both sides in the same way", a: claims{claim("p", tonnes(1)), claim("q", tonnes(2))}, b: claims{claim("p", tonnes(1)), claim("q", tonnes(2))}, want: compare.Difference{Kind: compare.Disputed}},
		{why: "absent, then disputed between two values: added, but how is disputed", aw: true, b: claims{claim("p", tonnes(3)), claim("q", tonnes(4))}, want: compare.Difference{Kind: compare.Disputed, Changed: true}},
		{why: "absent, then disputed whether it is there", aw: true, b: claims{claim("p", tonnes(3)), claim("q", nothing, deleted)}, want: compare.Difference{Kind: compare.Disputed}},

		// unknown
		{why: "not reported on one side", a: claims{claim("s", tonnes(600))}, want: compare.Difference{Kind: compare.Unknown}},
		{why: "not reported, then struck: struck from what nobody knows", b: claims{claim("s", nothing, deleted)}, want: compare.Difference{Kind: compare.Unknown}},
		{why: "not reported, then disputed", b: claims{claim("p", tonnes(3)), claim("q", tonnes(4))}, want: compare.Difference{Kind: compare.Unknown}},
		{why: "an outline carries no difference", a: claims{claim("s", tonnes(600))}, b: claims{claim("s", tonnes(800), outline)}, want: compare.Difference{Kind: compare.Unknown, Outline: true}},
		{why: "two outlines without content", a: claims{claim("s", nothing, outline)}, b: claims{claim("s", nothing, outline)}, want: compare.Difference{Kind: compare.Unknown, Outline: true}},
		{why: "changed from a third version says nothing of these two", a: claims{claim("s", tonnes(600))}, b: claims{claim("s", nothing, changedFrom("c"))}, want: compare.Difference{Kind: compare.Unknown, Outline: true}},
		{why: "one source says changed, another kept", a: claims{claim("s", tonnes(600))}, b: claims{claim("p", nothing, changedFrom("a")), claim("q", nothing, keptFrom("a"))}, want: compare.Difference{Kind: compare.Unknown, Outline: true}},
	} {
		a, b := draft("a", limit, tt.a...), draft("b", limit, tt.b...)
		if tt.aw {
			a = read(a)
		}
		if tt.bw {
			b = read(b)
		}
		got := difference(t, a, b, limit)
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.why, diff)
		}
		back := difference(t, b, a, limit)
		if back.Kind != converse(tt.want.Kind) || back.Changed != tt.want.Changed || back.Told != tt.want.Told || back.Outline != tt.want.Outline || back.Variant != tt.want.Variant {
			t.Errorf("%s: the other way round it is %+v", tt.why, back)
		}
		if (back.Delta == nil) != (tt.want.Delta == nil) || back.Delta != nil && back.Delta.Absolute != -tt.want.Delta.Absolute {
			t.Errorf("%s: the step back is %+v", tt.why, back.Delta)
		}
	}
}

func TestPairMany(t *testing.T) {
	a := draft("a", names, claim("s", plan.Value{Items: []string{"one"}}))
	b := draft("b", names, claim("s", plan.Value{Items: []string{"two"}}))
	if got := difference(t, a, b, names); got.Kind != compare.Unknown {
		t.Errorf("descriptions are told, not compared: %s, want unknown", got.Kind)
	}
}

func TestReworded(t *testing.T) {
	french := func(c *plan.Claim) { c.Source = "french" }
	x := func(source string, changes ...change) plan.Claim { return claim(source, words("x"), changes...) }
	for _, tt := range []struct {
		why  string
		a, b claims
		want compare.Kind
	}{
		{"other words for the same", claims{x("s", worded("shall be kept"))}, claims{x("s", worded("is kept"))}, compare.Reworded},
		{"the same words", claims{x("s", worded("is kept"))}, claims{x("s", worded("is kept"))}, compare.Same},
		{"case, quotes and spacing are no change of wording", claims{x("s", worded("“Is  kept”"))}, claims{x("s", worded(`"is kept"`))}, compare.Same},
		{"one of several copies has the same words", claims{x("s", worded("is kept")), x("t", worded("shall be kept"))}, claims{x("s", worded("shall be kept"))}, compare.Same},
		{"a phrase that does not carry the value", claims{x("s", worded("is kept"))}, claims{x("s", func(c *plan.Claim) { c.Phrase = "as agreed" })}, compare.Same},
		{"a back-translation is no change of wording", claims{x("s", worded("is kept"))}, claims{x("s", worded("is being preserved"), french)}, compare.Same},
		{"other words for another value are a change", claims{x("s", worded("is kept"))}, claims{claim("s", words("y"), worded("is given up"))}, compare.Changed},
	} {
		lib := library(draft("a", terms, tt.a...), draft("b", terms, tt.b...))
		for _, s := range lib.Sources {
			if s.ID == "french" {
				s.Language = "fr"
			}
		}
		for _, ids := range [][]string{{"a", "b"}, {"b", "a"}} {
			c, err := compare.Compare(lib, ids, compare.Evidence{})
			if err != nil {
				t.Fatal(err)
			}
			if got := c.Rows[0].Cells[1].Kind; got != tt.want {
				t.Errorf("%s: %s from %s, want %s", tt.why, got, ids[0], tt.want)
			}
		}
	}
}

func TestDeltaText(t *testing.T) {
	for _, tt := range []struct {
		why   string
		delta *compare.Delta
		want  string
	}{
		{"no step", nil, ""},
		{"up", &compare.Delta{Absolute: 200000, Percent: 100.0 / 3, HasPercent: true, Unit: "personnel"}, "+200,000 (+33.3 %)"},
		{"down", &compare.Delta{Absolute: -8, Percent: -800.0 / 28, HasPercent: true, Unit: "points"}, "-8 (-28.6 %)"},
		{"from nought", &compare.Delta{Absolute: 5, Unit: "tonnes"}, "+5"},
		{"percentages move by points", &compare.Delta{Absolute: 10, Percent: 20, HasPercent: true, Unit: "%"}, "+10 percentage points (+20.0 %)"},
		{"none", &compare.Delta{HasPercent: true}, "no change"},
	} {
		if got := compare.DeltaText(tt.delta); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.why, got, tt.want)
		}
	}
}

func TestCompareRefuses(t *testing.T) {
	lib := library(draft("a", limit), draft("b", limit))
	for _, tt := range []struct {
		why string
		ids []string
	}{
		{"none", nil}, {"one is nothing to compare with", []string{"a"}},
		{"one twice", []string{"a", "a"}}, {"one that is not there", []string{"a", "c"}},
	} {
		if _, err := compare.Compare(lib, tt.ids, compare.Evidence{}); err == nil {
			t.Errorf("%s: %v compared without an error", tt.why, tt.ids)
		}
	}
}

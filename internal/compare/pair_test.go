package compare_test

import (
	"slices"
	"strings"
	"testing"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
)

// difference compares two versions of one field.
func difference(t *testing.T, a, b *plan.Record, field string) compare.Difference {
	t.Helper()
	c, err := compare.Compare(view(library(a, b)), []string{a.ID, b.ID})
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
	capped := plan.Value{Number: "800", Unit: "tonnes", Bound: plan.AtMost}
	for _, tt := range []struct {
		why    string
		a, b   claims
		aw, bw bool // the text was read whole
		want   string
		back   string // read from the other side; "": as want, turned round
	}{
		// same
		{why: "equal values", a: claims{claim("s", tonnes(600))}, b: claims{claim("s", tonnes(600))}, want: "same"},
		{why: "absent from both texts", a: claims{claim("s", nothing, denies)}, b: claims{claim("s", nothing, denies)}, want: "same"},
		{why: "absent here, struck there: gone from both", a: claims{claim("s", nothing, denies)}, b: claims{claim("s", nothing, deleted)}, want: "same"},
		{why: "moved out of both", a: claims{claim("s", nothing, severed("x"))}, b: claims{claim("s", nothing, severed("y"))}, want: "same"},
		{why: "a source says that it was kept", a: claims{claim("s", tonnes(600))}, b: claims{claim("s", nothing, keptFrom("a"))}, want: "same; no details"},
		{why: "an outline with the same value", a: claims{claim("s", tonnes(600))}, b: claims{claim("s", tonnes(600), outline)}, want: "same"},

		// changed
		{why: "numbers of one unit have a step", a: claims{claim("s", tonnes(500))}, b: claims{claim("s", tonnes(800))}, want: "changed; +300 (60 %)"},
		{why: "the first number is nought: no percentage", a: claims{claim("s", tonnes(0))}, b: claims{claim("s", tonnes(5))}, want: "changed; +5"},
		{why: "a bound has no step", a: claims{claim("s", tonnes(600))}, b: claims{claim("s", capped)}, want: "changed"},
		{why: "a bound is another value than its number", a: claims{claim("s", tonnes(800))}, b: claims{claim("s", capped)}, want: "changed"},
		{why: "another unit has no step", a: claims{claim("s", tonnes(600))}, b: claims{claim("s", plan.Value{Number: "800", Unit: "barrels"})}, want: "changed"},
		{why: "words for a number", a: claims{claim("s", tonnes(600))}, b: claims{claim("s", words("no limit"))}, want: "changed"},
		{why: "a source says that it changed, not how", a: claims{claim("s", tonnes(600))}, b: claims{claim("s", nothing, changedFrom("a"))}, want: "changed; no details"},
		{why: "another copy has the value of the other version", a: claims{claim("s", tonnes(500), preferred), claim("copy", tonnes(800))}, b: claims{claim("s", tonnes(800))}, want: "changed; +300 (60 %); variant"},
		{why: "a copy that is not credited does not count", a: claims{claim("s", tonnes(500)), claim("copy", tonnes(800), deprecated)}, b: claims{claim("s", tonnes(800))}, want: "changed; +300 (60 %)"},

		// vaguer
		{why: "about a number is only told more vaguely", a: claims{claim("s", tonnes(600), text)}, b: claims{claim("s", about(600))}, want: "same; 600 tonnes unreported of b"},
		{why: "both texts say so, one about it and one exactly", a: claims{claim("s", tonnes(600), text)}, b: claims{claim("s", about(600), text)}, want: "changed"},
		{why: "about another number", a: claims{claim("s", tonnes(600), text)}, b: claims{claim("s", about(700))}, want: "changed"},
		{why: "a floor is no vaguer number", a: claims{claim("s", tonnes(800), text)}, b: claims{claim("s", capped)}, want: "changed"},

		// terms
		{why: "equal terms", a: claims{claim("s", tonnes(600), text, qualified("in season"))}, b: claims{claim("s", tonnes(600), text, qualified("in season"))}, want: "same"},
		{why: "the other text does not have the term", a: claims{claim("s", tonnes(600), text, qualified("in season"))}, b: claims{claim("s", tonnes(600), text)}, want: "changed; terms; lost in season"},
		{why: "each text has its own term", a: claims{claim("s", tonnes(600), text, qualified("in season"))}, b: claims{claim("s", tonnes(600), text, qualified("at night"))}, want: "changed; terms; lost in season; gained at night"},
		{why: "a report may be brief", a: claims{claim("s", tonnes(600), text, qualified("in season"))}, b: claims{claim("s", tonnes(600))}, want: "same; in season unreported of b"},
		{why: "terms that were not looked for in the text", a: claims{claim("s", tonnes(600), text, qualified("in season"))}, b: claims{claim("s", tonnes(600), text, termsUnread)}, want: "same; in season unreported of b"},
		{why: "about a number in the text, terms or no terms", a: claims{claim("s", tonnes(600), text)}, b: claims{claim("s", about(600), text, termsUnread)}, want: "changed"},
		{why: "a quoted fragment shows no absence", a: claims{claim("s", tonnes(600), text, qualified("in season"))}, b: claims{claim("s", tonnes(600), quoted)}, want: "same; in season unreported of b"},
		{why: "a term that a report alone tells of is gained where the first text is known", a: claims{claim("s", tonnes(600), text)}, b: claims{claim("s", tonnes(600), qualified("in season"))}, want: "changed; terms; gained in season"},
		{why: "brief on both sides", a: claims{claim("s", tonnes(600), qualified("in season"))}, b: claims{claim("s", tonnes(600), qualified("at night"))}, want: "same; in season unreported of b; at night unreported of a"},
		{why: "one term is known absent, another only not told of", a: claims{claim("s", tonnes(600), text, qualified("in season"))}, b: claims{claim("s", tonnes(600), qualified("at night"))}, want: "changed; terms; gained at night; in season unreported of b"},
		{why: "the text behind a report has the term", a: claims{claim("s", tonnes(600), text, qualified("in season"))}, b: claims{claim("p", tonnes(600), text), claim("q", tonnes(600), qualified("in season"))}, want: "same"},
		{why: "a report of a point that is read whole", bw: true, a: claims{claim("s", tonnes(600), text, qualified("in season"))}, b: claims{claim("s", tonnes(600), at(1))}, want: "changed; terms; lost in season"},
		{why: "a report that does not say where it stands, of a text that is read", bw: true, a: claims{claim("s", tonnes(600), text, qualified("in season"))}, b: claims{claim("s", tonnes(600))}, want: "same; in season unreported of b"},
		{why: "an outline lacks no term", a: claims{claim("s", tonnes(600), text, qualified("in season"))}, b: claims{claim("s", tonnes(600), outline, text)}, want: "same"},
		{why: "kept, says a source: no term is missed", a: claims{claim("s", tonnes(600), text, qualified("in season"))}, b: claims{claim("s", nothing, keptFrom("a"), text)}, want: "same; no details"},
		{why: "hedged is no term", a: claims{claim("s", tonnes(600), text)}, b: claims{claim("s", tonnes(600), text, hedged)}, want: "same"},
		{why: "other values with other terms changed in their values", a: claims{claim("s", tonnes(600), text, qualified("in season"))}, b: claims{claim("s", tonnes(700), text)}, want: "changed; +100 (16.7 %)"},

		// added and removed
		{why: "a text that was read lacks it, the other has it", aw: true, b: claims{claim("s", tonnes(800))}, want: "added"},
		{why: "present, then struck", a: claims{claim("s", tonnes(600))}, b: claims{claim("s", nothing, deleted)}, want: "removed"},
		{why: "present, then silent in a text that was read", a: claims{claim("s", tonnes(600))}, bw: true, want: "removed"},
		{why: "an outline is enough to be gone later", a: claims{claim("s", nothing, outline)}, b: claims{claim("s", nothing, denies)}, want: "removed"},

		// open, severed
		{why: "in brackets on one side", a: claims{claim("s", tonnes(600))}, b: claims{claim("s", tonnes(600), bracketed)}, want: "open"},
		{why: "in brackets against absent", aw: true, b: claims{claim("s", nothing, bracketed)}, want: "open"},
		{why: "moved to another document", a: claims{claim("s", tonnes(600))}, b: claims{claim("s", nothing, severed("annex"))}, want: "severed"},
		{why: "moved against in brackets: where it stands comes first", a: claims{claim("s", nothing, bracketed)}, b: claims{claim("s", nothing, severed("annex"))}, want: "severed"},

		// disputed
		{why: "one report keeps the value: that it changed is not agreed", a: claims{claim("s", tonnes(600))}, b: claims{claim("p", tonnes(600)), claim("q", tonnes(800))}, want: "disputed", back: "unknown; first disputed"},
		{why: "no report keeps the value: changed; how is disputed", a: claims{claim("s", tonnes(600))}, b: claims{claim("p", nothing, deleted), claim("q", tonnes(800))}, want: "disputed; how disputed", back: "changed; either report"},
		{why: "brackets in the dispute: whether it changed is open", a: claims{claim("s", tonnes(600))}, b: claims{claim("p", nothing, bracketed), claim("q", tonnes(800))}, want: "disputed", back: "unknown; first disputed"},
		{why: "disputed on both sides, and no two claims agree", a: claims{claim("p", tonnes(1)), claim("q", tonnes(2))}, b: claims{claim("p", tonnes(3)), claim("q", tonnes(4))}, want: "disputed; how disputed"},
		{why: "disputed on both sides in the same way", a: claims{claim("p", tonnes(1)), claim("q", tonnes(2))}, b: claims{claim("p", tonnes(1)), claim("q", tonnes(2))}, want: "disputed"},
		{why: "absent, then disputed between two values: added, but how is disputed", aw: true, b: claims{claim("p", tonnes(3)), claim("q", tonnes(4))}, want: "disputed; how disputed", back: "changed; either report"},
		{why: "absent, then disputed whether it is there", aw: true, b: claims{claim("p", tonnes(3)), claim("q", nothing, deleted)}, want: "disputed", back: "unknown; first disputed"},

		// unknown
		{why: "not reported on one side", a: claims{claim("s", tonnes(600))}, want: "unknown"},
		{why: "not reported, then struck: struck from what nobody knows", b: claims{claim("s", nothing, deleted)}, want: "unknown"},
		{why: "not reported, then disputed", b: claims{claim("p", tonnes(3)), claim("q", tonnes(4))}, want: "unknown"},
		{why: "an outline carries no difference", a: claims{claim("s", tonnes(600))}, b: claims{claim("s", tonnes(800), outline)}, want: "unknown; outline"},
		{why: "two outlines without content", a: claims{claim("s", nothing, outline)}, b: claims{claim("s", nothing, outline)}, want: "unknown; outline"},
		{why: "changed from a third version says nothing of these two", a: claims{claim("s", tonnes(600))}, b: claims{claim("s", nothing, changedFrom("c"))}, want: "unknown; outline"},
		{why: "one source says changed, another kept", a: claims{claim("s", tonnes(600))}, b: claims{claim("p", nothing, changedFrom("a")), claim("q", nothing, keptFrom("a"))}, want: "unknown; outline"},
	} {
		a, b := draft("a", limit, tt.a...), draft("b", limit, tt.b...)
		if tt.aw {
			a = read(a)
		}
		if tt.bw {
			b = read(b)
		}
		got := difference(t, a, b, limit)
		if text := describe(got); text != tt.want {
			t.Errorf("%s: %q, want %q", tt.why, text, tt.want)
		}
		back := difference(t, b, a, limit)
		switch {
		case tt.back != "":
			if text := describe(back); text != tt.back {
				t.Errorf("%s: the other way round it is %q, want %q", tt.why, text, tt.back)
			}
		case !mirrored(got, back):
			t.Errorf("%s: %q, and the other way round %q", tt.why, describe(got), describe(back))
		}
	}
}

// describe puts a difference in short: its kind, its step, its flags.
func describe(d compare.Difference) string {
	out := []string{string(d.Kind)}
	if d.Delta != nil {
		out = append(out, step(d.Delta))
	}
	if d.Terms {
		out = append(out, "terms")
	}
	for _, term := range d.Lost {
		out = append(out, "lost "+term.Text)
	}
	for _, term := range d.Gained {
		out = append(out, "gained "+term.Text)
	}
	for _, s := range d.Unreported {
		out = append(out, s.Text+" unreported of "+s.Version)
	}
	for _, flag := range []struct {
		set  bool
		word string
	}{{d.NoDetails, "no details"}, {d.Variant, "variant"}, {d.InOutline, "outline"}, {d.HowDisputed, "how disputed"}, {d.EitherReport, "either report"}, {d.FirstDisputed, "first disputed"}} {
		if flag.set {
			out = append(out, flag.word)
		}
	}
	return strings.Join(out, "; ")
}

// mirrored reports whether two differences say the same, read from the two
// sides: added for removed, lost for gained, the step turned round.
func mirrored(forth, back compare.Difference) bool {
	if (forth.Delta == nil) != (back.Delta == nil) || forth.Delta != nil && !turned(forth.Delta, back.Delta) {
		return false
	}
	forth.Kind, forth.Delta, back.Delta = converse(forth.Kind), nil, nil
	forth.Lost, forth.Gained = forth.Gained, forth.Lost
	byText := func(a, b compare.Silent) int { return strings.Compare(a.Text+a.Version, b.Text+b.Version) }
	forth.Unreported, back.Unreported = slices.SortedFunc(slices.Values(forth.Unreported), byText), slices.SortedFunc(slices.Values(back.Unreported), byText)
	return describe(forth) == describe(back)
}

// turned reports whether two steps are the same way forth and back.
func turned(forth, back *plan.Step) bool {
	a := plan.Value{Number: forth.Absolute, Unit: forth.Unit}
	b := plan.Value{Number: plan.Decimal(strings.TrimPrefix("-"+string(back.Absolute), "--")), Unit: back.Unit}
	return a.Equal(b) || forth.Absolute.Sign() == 0 && back.Absolute.Sign() == 0
}

func TestPairMany(t *testing.T) {
	a := draft("a", names, claim("s", plan.Value{Items: []string{"one"}}))
	b := draft("b", names, claim("s", plan.Value{Items: []string{"two"}}))
	if got := difference(t, a, b, names); got.Kind != compare.Unknown {
		t.Errorf("descriptions are told, not compared: %s, want unknown", got.Kind)
	}
}

func TestPairOwn(t *testing.T) {
	a := draft("a", author, claim("s", words("the mill")), claim("z", words("the port")))
	b := draft("b", author, claim("s", words("the lake office")))
	if got := difference(t, a, b, author); got.Kind != compare.Unknown {
		t.Errorf("two documents have each their own author: %s, want unknown", got.Kind)
	}
	if got := derive(t, a, author).State; got != plan.Disputed {
		t.Errorf("reports that name two authors of one document are %s, want disputed", got)
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
			c, err := compare.Compare(view(lib), ids)
			if err != nil {
				t.Fatal(err)
			}
			if got := c.Rows[0].Cells[1].Kind; got != tt.want {
				t.Errorf("%s: %s from %s, want %s", tt.why, got, ids[0], tt.want)
			}
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
		if _, err := compare.Compare(view(lib), tt.ids); err == nil {
			t.Errorf("%s: %v compared without an error", tt.why, tt.ids)
		}
	}
}

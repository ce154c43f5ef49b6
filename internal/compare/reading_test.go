package compare_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"plandiff/internal/plan"
)

func TestDerive(t *testing.T) {
	said := func(claims ...plan.Claim) *plan.Record { return draft("v", terms, claims...) }
	for _, tt := range []struct {
		why    string
		record *plan.Record
		state  plan.State
		texts  []string // of the contents
	}{
		{"one claim decides", said(claim("a", words("x"))), plan.Present, []string{"x"}},
		{"claims that agree are one content", said(claim("a", words("x")), claim("b", words("X"))), plan.Present, []string{"x"}},
		{"claims that differ are a dispute", said(claim("a", words("x")), claim("b", words("y"))), plan.Disputed, []string{"x", "y"}},
		{"present against deleted is a dispute", said(claim("a", words("x")), claim("b", nothing, deleted)), plan.Disputed, []string{"x", "deleted"}},
		{"present against bracketed is a dispute", said(claim("a", words("x")), claim("b", words("x"), bracketed)), plan.Disputed, []string{"x", "[x]"}},

		{"a preferred claim decides over normal ones", said(claim("a", words("x")), claim("b", words("y"), preferred)), plan.Present, []string{"y"}},
		{"two preferred claims may contradict each other", said(claim("a", words("x"), preferred), claim("b", words("y"), preferred)), plan.Disputed, []string{"x", "y"}},
		{"a deprecated claim never decides", said(claim("a", words("x"), deprecated)), plan.Lacuna, nil},
		{"a deprecated claim makes no dispute", said(claim("a", words("x"), deprecated), claim("b", words("y"))), plan.Present, []string{"y"}},
		{"nor does a deprecated claim make a text that was read lack less", read(said(claim("a", words("x"), deprecated))), plan.Omitted, nil},

		{"an outline alone tells that the clause is there", said(claim("a", nothing, outline)), plan.Present, []string{"(outline)"}},
		{"an outline with a hint of the content", said(claim("a", words("x"), outline)), plan.Present, []string{"x (outline)"}},
		{"an outline does not contradict a fuller claim", said(claim("a", words("x"), outline), claim("b", words("y"))), plan.Present, []string{"y"}},
		{"nor does a source that says only that it changed", said(claim("a", nothing, changedFrom("u")), claim("b", nothing, deleted)), plan.Deleted, []string{"deleted"}},
		{"a preferred outline decides over a normal claim", said(claim("a", words("x"), outline, preferred), claim("b", words("y"))), plan.Present, []string{"x (outline)"}},

		{"struck is struck, in whose words ever", said(claim("a", words("limit gone"), deleted), claim("b", words("dropped"), deleted)), plan.Deleted, []string{"deleted"}},
		{"moved, with where to", said(claim("a", nothing, severed("annex"))), plan.Severed, []string{"moved to annex"}},
		{"moved against deleted is a dispute", said(claim("a", nothing, severed("annex")), claim("b", nothing, deleted)), plan.Disputed, []string{"moved to annex", "deleted"}},

		{"a denial of the clause is an absence with a source", said(claim("a", nothing, denies)), plan.Omitted, []string{"absent"}},
		{"a denial against a value is a dispute", said(claim("a", words("x")), claim("b", nothing, denies)), plan.Disputed, []string{"x", "absent"}},
		{"a denied value disputes the claim that asserts it", said(claim("a", words("x")), claim("b", words("x"), denies)), plan.Disputed, []string{"x", "denied x"}},
		{"a denied value does not touch another value", said(claim("a", words("x")), claim("b", words("y"), denies)), plan.Present, []string{"x"}},
		{"a denied value by itself tells nothing of the clause", said(claim("b", words("y"), denies)), plan.Lacuna, nil},

		{"brackets without content", said(claim("a", nothing, bracketed)), plan.Bracketed, []string{"[]"}},
		{"alternatives in brackets are no dispute", said(claim("a", words("x"), proponent("Aldmark")), claim("b", words("y"), proponent("Borrin"))), plan.Bracketed, []string{"[Aldmark: x]", "[Borrin: y]"}},
		{"one alternative that two sides want", said(claim("a", words("x"), proponent("Aldmark")), claim("b", words("x"), proponent("Borrin"))), plan.Bracketed, []string{"[Aldmark: x]", "[Borrin: x]"}},
		{"a source that says only open is not cited for another's alternative", said(claim("a", nothing, bracketed), claim("b", words("y"), bracketed)), plan.Bracketed, []string{"[]", "[y]"}},
		{"a denied bracket content is a dispute", said(claim("a", words("x"), bracketed), claim("b", words("x"), denies)), plan.Disputed, []string{"[x]", "denied x"}},

		{"silence of a draft known from reports is a lacuna", said(), plan.Lacuna, nil},
		{"silence of a text that was read is an absence", read(said()), plan.Omitted, nil},
		{"not of a field about the document", read(draft("v", status)), plan.Lacuna, nil},

		{"a source that is not sure says so", said(claim("a", words("x"), hedged)), plan.Present, []string{"x"}},
		{"one that is sure is enough", said(claim("a", words("x"), hedged), claim("b", words("x"))), plan.Present, []string{"x"}},
		{"qualifiers stand with the value", said(claim("a", words("x"), qualified("in season")), claim("b", words("x"), qualified("in season"), qualified("at night"))), plan.Present, []string{"x, in season, at night"}},
	} {
		field := terms
		if tt.why == "not of a field about the document" {
			field = status
		}
		got := derive(t, tt.record, field)
		if got.State != tt.state {
			t.Errorf("%s: state %s, want %s", tt.why, got.State, tt.state)
		}
		var texts []string
		for _, k := range got.Contents {
			texts = append(texts, content(k))
		}
		if diff := cmp.Diff(tt.texts, texts); diff != "" {
			t.Errorf("%s: contents (-want +got)\n%s", tt.why, diff)
		}
		if len(got.Claims) != len(tt.record.Claims(field)) {
			t.Errorf("%s: %d claims listed, the record has %d", tt.why, len(got.Claims), len(tt.record.Claims(field)))
		}
	}
}

// A field that takes many contents gathers them, even where one is struck.
func TestDeriveMany(t *testing.T) {
	r := draft("v", names, claim("a", plan.Value{Items: []string{"lake paper"}}), claim("b", plan.Value{Items: []string{"joint draft"}}))
	if got := derive(t, r, names); got.State != plan.Present || len(got.Contents) != 2 {
		t.Errorf("two names are %s with %d contents, want present with 2", got.State, len(got.Contents))
	}
	if got := derive(t, draft("v", names), names); got.State != plan.Lacuna {
		t.Errorf("no name is %s, want lacuna", got.State)
	}
}

// Claims of normal rank beside a preferred one do not decide, but those that
// agree with it are listed as its support, and no other.
func TestDeriveSupport(t *testing.T) {
	r := draft("v", terms,
		claim("strong", words("x"), preferred), claim("same", words("x")), claim("other", words("y")),
		claim("vague", words("x"), outline), claim("weak", words("x"), deprecated))
	got := derive(t, r, terms)
	if len(got.Contents) != 1 {
		t.Fatalf("%d contents, want 1", len(got.Contents))
	}
	var sources []string
	for _, c := range got.Contents[0].Claims {
		sources = append(sources, c.Source)
	}
	if diff := cmp.Diff([]string{"strong", "same"}, sources); diff != "" {
		t.Errorf("sources of the content (-want +got)\n%s", diff)
	}
	if got.Outline {
		t.Error("a full claim decides, and the reading is still called an outline")
	}
}

// An absence names the sources that read the text whole where the clause
// would stand, and no other.
func TestDeriveWitness(t *testing.T) {
	r := &plan.Record{ID: "v", Kind: plan.Draft, PointCount: 3, Points: []plan.Point{
		{Number: 1, Covers: []string{"catch"}}, {Number: 2, Covers: []string{limit}}, {Number: 3},
	}}
	at := func(points ...[]int) *plan.Record {
		c := *r
		for i, p := range points {
			c.Complete = append(c.Complete, plan.Completeness{Source: string(rune('a' + i)), Points: p})
		}
		return &c
	}
	for _, tt := range []struct {
		why     string
		record  *plan.Record
		field   string
		state   plan.State
		witness []string
	}{
		{"the home point was read", at([]int{1}), terms, plan.Omitted, []string{"a"}},
		{"another point was read", at([]int{3}), terms, plan.Lacuna, nil},
		{"a cover by field outranks one by prefix: point 1 is not the home of the limit", at([]int{1}), limit, plan.Lacuna, nil},
		{"its own home was read", at([]int{2}), limit, plan.Omitted, []string{"a"}},
		{"the whole text was read by two sources together; the one with the home is named", at([]int{1}, []int{2, 3}), terms, plan.Omitted, []string{"a"}},
		{"two sources read the home", at([]int{1}, []int{1, 2}), terms, plan.Omitted, []string{"a", "b"}},
		{"nobody read anything", at(), terms, plan.Lacuna, nil},
	} {
		got := derive(t, tt.record, tt.field)
		if got.State != tt.state {
			t.Errorf("%s: %s, want %s", tt.why, got.State, tt.state)
		}
		if diff := cmp.Diff(tt.witness, got.Witness); diff != "" {
			t.Errorf("%s: witness (-want +got)\n%s", tt.why, diff)
		}
	}
}

// A field without a home point is absent only from a text that was read from
// the first point to the last.
func TestDeriveHomeless(t *testing.T) {
	r := &plan.Record{ID: "v", PointCount: 2, Points: []plan.Point{{Number: 1}, {Number: 2}}}
	r.Complete = []plan.Completeness{{Source: "a", Points: []int{1}}}
	if got := derive(t, r, terms); got.State != plan.Lacuna {
		t.Errorf("half a text was read: %s, want lacuna", got.State)
	}
	r.Complete = append(r.Complete, plan.Completeness{Source: "b", Points: []int{2}})
	if got := derive(t, r, terms); got.State != plan.Omitted || len(got.Witness) != 2 {
		t.Errorf("the whole text was read by two: %s with %d witnesses, want omitted with 2", got.State, len(got.Witness))
	}
}

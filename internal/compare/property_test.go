package compare_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
)

// What follows must hold for any library, so it is tried on random ones and
// on the shipped records.

const randomLibraries = 400

func eachRandom(t *testing.T, f func(t *testing.T, lib *plan.Library)) {
	t.Helper()
	for seed := range int64(randomLibraries) {
		lib := random(seed)
		t.Run(fmt.Sprintf("seed=%d", seed), func(t *testing.T) { f(t, lib) })
		if t.Failed() {
			return // one counterexample is enough to read
		}
	}
}

func draftIDs(lib *plan.Library) []string {
	var out []string
	for _, r := range lib.Drafts() {
		out = append(out, r.ID)
	}
	return out
}

func mustCompare(t *testing.T, lib *plan.Library, ids ...string) *compare.Comparison {
	t.Helper()
	c, err := compare.Compare(lib, ids, compare.Evidence{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// differences are the kinds of a comparison by field and version.
func differences(c *compare.Comparison) map[string]compare.Difference {
	out := map[string]compare.Difference{}
	for _, r := range c.Rows {
		for _, cell := range r.Cells[1:] {
			out[r.Field.ID+" "+cell.Version.ID] = cell.Difference
		}
	}
	return out
}

// The random libraries must reach every state and every kind, or the
// properties below would be tried on nothing.
func TestRandomReachesEverything(t *testing.T) {
	states, kinds := map[plan.State]bool{}, map[compare.Kind]bool{}
	for seed := range int64(randomLibraries) {
		lib := random(seed)
		for _, r := range mustCompare(t, lib, draftIDs(lib)...).Rows {
			for _, c := range r.Cells {
				states[c.State], kinds[c.Kind] = true, true
			}
		}
	}
	for _, s := range plan.States {
		if !states[s] {
			t.Errorf("no random reading is %s", s)
		}
	}
	for _, k := range compare.Kinds {
		if !kinds[k] {
			t.Errorf("no random pair is %s", k)
		}
	}
}

// The kind of a pair depends on these two versions alone, not on the other
// columns nor on their order.
func checkColumns(t *testing.T, lib *plan.Library, ids []string) {
	all := differences(mustCompare(t, lib, ids...))
	backwards := slices.Clone(ids)
	slices.Reverse(backwards[1:])
	if diff := cmp.Diff(all, differences(mustCompare(t, lib, backwards...))); diff != "" {
		t.Errorf("%v against %v (-first +second)\n%s", ids, backwards, diff)
	}
	for _, id := range ids[1:] {
		for key, got := range differences(mustCompare(t, lib, ids[0], id)) {
			if diff := cmp.Diff(all[key], got); diff != "" {
				t.Errorf("%s from %s, among %v and alone (-among +alone)\n%s", key, ids[0], ids, diff)
			}
		}
	}
}

func TestColumnsDoNotMatter(t *testing.T) {
	eachRandom(t, func(t *testing.T, lib *plan.Library) { checkColumns(t, lib, draftIDs(lib)) })
	lib := shipped(t)
	for _, base := range draftIDs(lib) {
		rest := slices.DeleteFunc(draftIDs(lib), func(id string) bool { return id == base })
		checkColumns(t, lib, append([]string{base}, rest...))
	}
}

// With the versions in another order, and so with another base, every reading
// and the set of fields stay the same.
func TestOrderDoesNotChangeReadings(t *testing.T) {
	check := func(t *testing.T, lib *plan.Library) {
		readings := func(ids []string) map[string]string {
			out := map[string]string{}
			for _, r := range mustCompare(t, lib, ids...).Rows {
				for _, c := range r.Cells {
					out[r.Field.ID+" "+c.Version.ID] = string(c.State) + " " + compare.ReadingText(c.Reading)
				}
			}
			return out
		}
		ids := draftIDs(lib)
		want := readings(ids)
		for range ids {
			ids = append(slices.Clone(ids[1:]), ids[0])
			if diff := cmp.Diff(want, readings(ids)); diff != "" {
				t.Errorf("base %s (-want +got)\n%s", ids[0], diff)
			}
		}
	}
	eachRandom(t, check)
	check(t, shipped(t))
}

// Read from the other side, added is removed, removed is added, and every
// other kind is itself; a step goes back by as much.
func checkReversed(t *testing.T, lib *plan.Library, a, b string) {
	forth, back := mustCompare(t, lib, a, b), mustCompare(t, lib, b, a)
	if len(forth.Rows) != len(back.Rows) {
		t.Fatalf("%s and %s have %d rows, the other way round %d", a, b, len(forth.Rows), len(back.Rows))
	}
	for i, r := range forth.Rows {
		x, y := r.Cells[1].Difference, back.Rows[i].Cells[1].Difference
		if y.Kind != converse(x.Kind) || x.Changed != y.Changed || x.Told != y.Told || x.Variant != y.Variant || x.Outline != y.Outline {
			t.Errorf("%s: %+v from %s to %s, %+v back", r.Field.ID, x, a, b, y)
		}
		switch {
		case (x.Delta == nil) != (y.Delta == nil):
			t.Errorf("%s: a step one way and none back", r.Field.ID)
		case x.Delta != nil && x.Delta.Absolute != -y.Delta.Absolute:
			t.Errorf("%s: %v one way, %v back", r.Field.ID, x.Delta.Absolute, y.Delta.Absolute)
		}
	}
}

func TestReversedPairs(t *testing.T) {
	pairs := func(t *testing.T, lib *plan.Library) {
		ids := draftIDs(lib)
		for i, a := range ids {
			for _, b := range ids[i+1:] {
				checkReversed(t, lib, a, b)
			}
		}
	}
	eachRandom(t, pairs)
	pairs(t, shipped(t))
}

// someEvidence are filters of every sort over a library.
func someEvidence(lib *plan.Library) []compare.Evidence {
	var half []string
	for i, s := range lib.Sources {
		if i%2 == 0 {
			half = append(half, s.ID)
		}
	}
	out := []compare.Evidence{
		{}, {Sources: []string{}}, {Sources: half}, {Sources: half[:1]},
		{Bases: []plan.Basis{plan.BasisText}}, {Bases: []plan.Basis{plan.BasisQuoted, plan.BasisSaid}},
		{Sources: half, Bases: []plan.Basis{plan.BasisText, plan.BasisSaid}},
	}
	for _, day := range []plan.Date{"2025-11-21", "2025-11-24", "2025-12-01", "2031-03-02", "2031-03-04"} {
		out = append(out, compare.Evidence{AsOf: day})
	}
	return out
}

// A filter put on twice hides nothing more, and two filters hide the same
// whichever comes first.
func TestFiltersAreIdempotentAndCommute(t *testing.T) {
	check := func(t *testing.T, lib *plan.Library) {
		evs := someEvidence(lib)
		for i, e := range evs {
			once, _ := e.Filter(lib, nil)
			twice, hidden := e.Filter(once, nil)
			if hidden != 0 || !reflect.DeepEqual(once.Records, twice.Records) {
				t.Errorf("%+v twice hides %d more (-once +twice)\n%s", e, hidden, cmp.Diff(once.Records, twice.Records))
			}
			for _, f := range evs[i+1:] {
				ef, _ := f.Filter(once, nil)
				fe, _ := f.Filter(lib, nil)
				fe, _ = e.Filter(fe, nil)
				if !reflect.DeepEqual(ef.Records, fe.Records) {
					t.Errorf("%+v, then %+v, or the other way round (-first +second)\n%s", e, f, cmp.Diff(ef.Records, fe.Records))
				}
			}
		}
	}
	eachRandom(t, check)
	check(t, shipped(t))
}

// Whoever believes less never learns of a deletion or an absence that nobody
// told: a clause that is struck is so by a claim, and one that is absent is so
// by a claim or by the silence of a text that was read, and this silence is
// not believed where anybody, admitted or not, says that the clause is there.
func TestFiltersTakeNothingOut(t *testing.T) {
	check := func(t *testing.T, lib *plan.Library) {
		evs := someEvidence(lib)
		for _, s := range lib.Sources {
			evs = append(evs, compare.Evidence{Sources: []string{s.ID}})
		}
		for _, e := range evs {
			seen, _ := e.Filter(lib, nil)
			for i, r := range seen.Records {
				if r.Kind != plan.Draft {
					continue
				}
				allFields(lib, func(topic *plan.Topic, field *plan.Field) {
					full, got := compare.Derive(lib.Records[i], topic, field), compare.Derive(r, topic, field)
					if goneWithoutClaim(got) && !goneWithoutClaim(full) && !admitsDeletion(full) {
						t.Errorf("%+v: %s %s was %q and is %q", e, r.ID, field.ID, compare.ReadingText(full), compare.ReadingText(got))
					}
					if got.State == plan.Deleted && !admitsDeletion(got) {
						t.Errorf("%+v: %s %s is deleted, and no claim says so", e, r.ID, field.ID)
					}
				})
			}
		}
	}
	eachRandom(t, check)
	check(t, shipped(t))
}

func gone(s plan.State) bool { return s == plan.Deleted || s == plan.Omitted }

// goneWithoutClaim: absent by silence.
func goneWithoutClaim(r compare.Reading) bool { return r.State == plan.Omitted && len(r.Contents) == 0 }

func admitsDeletion(r compare.Reading) bool {
	return slices.ContainsFunc(r.Claims, func(c *plan.Claim) bool {
		return c.Claimed() == plan.Deleted || c.Claimed() == plan.Omitted
	})
}

// To take a claim away never turns a lacuna into anything that is gone, and
// never makes a difference out of what was unknown for want of a report.
func TestRemovingAClaimRemovesNothing(t *testing.T) {
	check := func(t *testing.T, lib *plan.Library) {
		for _, r := range lib.Drafts() {
			for f, fc := range r.Fields {
				topic, field := lib.Field(fc.Field)
				before := compare.Derive(r, topic, field)
				for i := range fc.Claims {
					less := *r
					less.Fields = slices.Clone(r.Fields)
					less.Fields[f].Claims = slices.Delete(slices.Clone(fc.Claims), i, i+1)
					after := compare.Derive(&less, topic, field)
					if before.State == plan.Lacuna && gone(after.State) && !admitsDeletion(after) {
						t.Errorf("%s %s: not reported with %d claims, %s with one less", r.ID, fc.Field, len(fc.Claims), after.State)
					}
					if len(r.Complete) == 0 && gone(after.State) && !admitsDeletion(after) {
						t.Errorf("%s %s: %s, and no claim that is left says so", r.ID, fc.Field, after.State)
					}
				}
			}
		}
	}
	eachRandom(t, check)
	check(t, shipped(t))
}

// What nobody has reported of a version differs from nothing.
func TestLacunaDiffersFromNothing(t *testing.T) {
	check := func(t *testing.T, lib *plan.Library) {
		ids := draftIDs(lib)
		for _, base := range ids {
			rest := slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return id == base })
			for _, r := range mustCompare(t, lib, append([]string{base}, rest...)...).Rows {
				for _, c := range r.Cells[1:] {
					if (c.State == plan.Lacuna || r.Cells[0].State == plan.Lacuna) && c.Kind != compare.Unknown {
						t.Errorf("%s of %s against %s: a side is not reported, and it is %s", r.Field.ID, c.Version.ID, base, c.Kind)
					}
				}
			}
		}
	}
	eachRandom(t, check)
	check(t, shipped(t))
}

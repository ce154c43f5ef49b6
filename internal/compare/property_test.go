package compare_test

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/plan/plantest"
)

// What follows must hold for any library, so it is tried on random ones and
// on the shipped records.

const randomLibraries = 150

// eachLibrary calls f for random libraries and for the shipped one.
func eachLibrary(t *testing.T, f func(t *testing.T, lib *plan.Library)) {
	t.Helper()
	for seed := range int64(randomLibraries) {
		t.Run(fmt.Sprintf("seed=%d", seed), func(t *testing.T) { f(t, plantest.Random(seed)) })
		if t.Failed() {
			return // one counterexample is enough to read
		}
	}
	t.Run("shipped", func(t *testing.T) { f(t, shipped(t)) })
}

func draftIDs(lib *plan.Library) []string {
	var out []string
	for _, r := range lib.Drafts() {
		out = append(out, r.ID)
	}
	return out
}

// without are IDs but one.
func without(ids []string, id string) []string {
	return slices.DeleteFunc(slices.Clone(ids), func(x string) bool { return x == id })
}

func mustCompare(t *testing.T, v *evidence.View, ids ...string) *compare.Comparison {
	t.Helper()
	c, err := compare.Compare(v, ids)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// eachPair calls f for every two drafts, both ways, with what differs.
func eachPair(t *testing.T, v *evidence.View, f func(row compare.Row, base, cell compare.Cell)) {
	t.Helper()
	ids := draftIDs(v.Library)
	for _, base := range ids {
		for _, r := range mustCompare(t, v, append([]string{base}, without(ids, base)...)...).Rows {
			for _, c := range r.Cells[1:] {
				f(r, r.Cells[0], c)
			}
		}
	}
}

// facts is what differs, whatever the order of what it lists.
func facts(d compare.Difference) string {
	byText := func(a, b compare.Term) int { return strings.Compare(a.Text, b.Text) }
	d.Lost, d.Gained = slices.SortedFunc(slices.Values(d.Lost), byText), slices.SortedFunc(slices.Values(d.Gained), byText)
	d.Unreported = slices.SortedFunc(slices.Values(d.Unreported), func(a, b compare.Silent) int {
		return strings.Compare(a.Text+a.Version, b.Text+b.Version)
	})
	return describe(d)
}

// differences are the facts of a comparison by field and version.
func differences(c *compare.Comparison) map[string]string {
	out := map[string]string{}
	for _, r := range c.Rows {
		for _, cell := range r.Cells[1:] {
			out[r.Field.ID+" "+cell.Version.ID] = facts(cell.Difference)
		}
	}
	return out
}

// The random libraries must reach every state, every kind and every flag, or
// the properties below would be tried on nothing.
func TestRandomReachesEverything(t *testing.T) {
	states, kinds, flags := map[plan.State]bool{}, map[compare.Kind]bool{}, map[string]bool{}
	for seed := range int64(randomLibraries) {
		eachPair(t, view(plantest.Random(seed)), func(_ compare.Row, base, c compare.Cell) {
			states[c.State], kinds[c.Kind] = true, true
			for flag, set := range map[string]bool{
				"terms": c.Terms, "lost": c.Lost != nil, "gained": c.Gained != nil, "unreported": c.Unreported != nil, "no details": c.NoDetails,
				"variant": c.Variant, "outline": c.InOutline, "how disputed": c.HowDisputed, "either report": c.EitherReport,
				"first disputed": c.FirstDisputed, "step": c.Delta != nil,
			} {
				flags[flag] = flags[flag] || set
			}
		})
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
	for flag, set := range flags {
		if !set {
			t.Errorf("no random pair has the flag %q", flag)
		}
	}
}

// The kind of a pair depends on these two versions alone, not on the other
// columns nor on their order.
func TestColumnsDoNotMatter(t *testing.T) {
	eachLibrary(t, func(t *testing.T, lib *plan.Library) {
		v := view(lib)
		for _, base := range draftIDs(lib) {
			ids := append([]string{base}, without(draftIDs(lib), base)...)
			all := differences(mustCompare(t, v, ids...))
			backwards := slices.Clone(ids)
			slices.Reverse(backwards[1:])
			if diff := cmp.Diff(all, differences(mustCompare(t, v, backwards...))); diff != "" {
				t.Errorf("%v against %v (-first +second)\n%s", ids, backwards, diff)
			}
			for _, id := range ids[1:] {
				for key, got := range differences(mustCompare(t, v, base, id)) {
					if all[key] != got {
						t.Errorf("%s from %s: %q among %v, %q alone", key, base, all[key], ids, got)
					}
				}
			}
		}
	})
}

// With the versions in another order, and so with another base, every reading
// and the set of fields stay the same.
func TestOrderDoesNotChangeReadings(t *testing.T) {
	eachLibrary(t, func(t *testing.T, lib *plan.Library) {
		readings := func(ids []string) map[string]string {
			out := map[string]string{}
			for _, r := range mustCompare(t, view(lib), ids...).Rows {
				for _, c := range r.Cells {
					out[r.Field.ID+" "+c.Version.ID] = string(c.State) + " " + reading(c.Reading)
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
	})
}

// The order in which claims are written says nothing.
func TestClaimOrderDoesNotMatter(t *testing.T) {
	shuffled := func(lib *plan.Library, seed int64) *plan.Library {
		out, g := *lib, rand.New(rand.NewSource(seed))
		out.Records = nil
		for _, r := range lib.Records {
			kept := *r
			kept.Fields = slices.Clone(r.Fields)
			for i := range kept.Fields {
				claims := slices.Clone(kept.Fields[i].Claims)
				g.Shuffle(len(claims), func(a, b int) { claims[a], claims[b] = claims[b], claims[a] })
				kept.Fields[i].Claims = claims
			}
			out.Records = append(out.Records, &kept)
		}
		return &out
	}
	eachLibrary(t, func(t *testing.T, lib *plan.Library) {
		ids := draftIDs(lib)
		for seed := range int64(2) {
			other := view(shuffled(lib, seed))
			for _, base := range ids {
				versions := append([]string{base}, without(ids, base)...)
				want, got := mustCompare(t, view(lib), versions...), mustCompare(t, other, versions...)
				if diff := cmp.Diff(differences(want), differences(got)); diff != "" {
					t.Errorf("from %s (-as written +shuffled)\n%s", base, diff)
				}
				for i, r := range want.Rows {
					if r.Kind != got.Rows[i].Kind || r.Cells[0].State != got.Rows[i].Cells[0].State {
						t.Errorf("%s: %s, %s as written; %s, %s shuffled", r.Field.ID, r.Kind, r.Cells[0].State, got.Rows[i].Kind, got.Rows[i].Cells[0].State)
					}
				}
			}
		}
	})
}

// A row is filed by what is known: under a kind that one of its pairs has, and
// under unknown only where every pair is.
func TestRowsAreFiledByWhatIsKnown(t *testing.T) {
	eachLibrary(t, func(t *testing.T, lib *plan.Library) {
		for _, r := range mustCompare(t, view(lib), draftIDs(lib)...).Rows {
			if !r.HasKind(func(k compare.Kind) bool { return k == r.Kind }) {
				t.Errorf("%s is filed under %s, which no pair is", r.Field.ID, r.Kind)
			}
			if r.Kind == compare.Unknown && r.HasKind(func(k compare.Kind) bool { return k != compare.Unknown }) {
				t.Errorf("%s is filed under unknown, and a pair is known", r.Field.ID)
			}
			if r.Terms && r.HasKind(func(k compare.Kind) bool { return k == compare.Changed }) &&
				slices.ContainsFunc(r.Cells[1:], func(c compare.Cell) bool { return c.Kind == compare.Changed && !c.Terms }) {
				t.Errorf("%s is filed as changed in terms, and a pair changed in its value", r.Field.ID)
			}
		}
	})
}

// Of every pair each field counts once.
func TestCountsAddUp(t *testing.T) {
	eachLibrary(t, func(t *testing.T, lib *plan.Library) {
		for _, f := range someFilters(lib) {
			c := mustCompare(t, view(lib, f), draftIDs(lib)...)
			counts := c.Counts()
			if len(counts) != len(c.Versions)-1 {
				t.Fatalf("%d counts of %d versions", len(counts), len(c.Versions))
			}
			for i, n := range counts {
				sum := 0
				for _, k := range n.Kinds {
					sum += k
				}
				if n.Version != c.Versions[i+1].ID || sum != len(c.Rows) || n.Terms > n.Kinds[compare.Changed] {
					t.Errorf("%+v: %s counts %v, %d in terms, of %d fields", f, n.Version, n.Kinds, n.Terms, len(c.Rows))
				}
			}
		}
	})
}

// What nobody has reported of a version differs from nothing.
func TestLacunaDiffersFromNothing(t *testing.T) {
	eachLibrary(t, func(t *testing.T, lib *plan.Library) {
		eachPair(t, view(lib), func(r compare.Row, base, c compare.Cell) {
			if (c.State == plan.Lacuna || base.State == plan.Lacuna) && c.Kind != compare.Unknown {
				t.Errorf("%s of %s against %s: a side is not reported, and it is %s", r.Field.ID, c.Version.ID, base.Version.ID, c.Kind)
			}
		})
	})
}

// Read from the other side, added is removed, lost is gained and a step goes
// back by as much; nothing else changes. Where the reports on a version
// contradict each other, it matters on which side it stands.
func TestReversedPairs(t *testing.T) {
	eachLibrary(t, func(t *testing.T, lib *plan.Library) {
		ids, v := draftIDs(lib), view(lib)
		for i, a := range ids {
			for _, b := range ids[i+1:] {
				forth, back := mustCompare(t, v, a, b), mustCompare(t, v, b, a)
				for i, r := range forth.Rows {
					x, y := r.Cells[1], back.Rows[i].Cells[1]
					if !reversed(x, y) {
						t.Errorf("%s: %q from %s to %s, %q back", r.Field.ID, describe(x.Difference), a, b, describe(y.Difference))
					}
				}
			}
		}
	})
}

// reversed reports whether two cells, each the later version of the other,
// say the same of the pair.
func reversed(x, y compare.Cell) bool {
	switch {
	case x.Kind == compare.Disputed && y.Kind == compare.Disputed:
		return x.State == plan.Disputed && y.State == plan.Disputed && x.HowDisputed == y.HowDisputed
	case y.Kind == compare.Disputed:
		return reversed(y, x)
	case x.Kind == compare.Disputed && x.HowDisputed:
		return x.State == plan.Disputed && facts(y.Difference) == "changed; either report"
	case x.Kind == compare.Disputed:
		return x.State == plan.Disputed && facts(y.Difference) == "unknown; first disputed"
	}
	return mirrored(x.Difference, y.Difference)
}

// A record cut to some fields loses none that has a claim, and gains only those that are
// known to be absent.
func TestAboutKeepsEveryClaim(t *testing.T) {
	eachLibrary(t, func(t *testing.T, lib *plan.Library) {
		v := evidence.New(lib, evidence.Filter{})
		for _, r := range v.Records {
			whole, err := compare.Read(v, r.ID)
			if err != nil {
				t.Fatal(err)
			}
			all := whole.About(func(*plan.Topic, *plan.Field) bool { return true })
			kept := 0
			for _, row := range all.Rows {
				switch cell := row.Cells[0]; {
				case len(cell.Claims) > 0:
					kept++
				case cell.State != plan.Omitted:
					t.Errorf("%s %s: %s without a claim", r.ID, row.Field.ID, cell.State)
				}
			}
			if kept != len(whole.Rows) {
				t.Errorf("%s: %d fields with claims, want %d", r.ID, kept, len(whole.Rows))
			}
		}
	})
}

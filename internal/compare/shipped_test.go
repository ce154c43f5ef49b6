package compare_test

import (
	"math"
	"math/big"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
)

// These tests read the records that come with the program: what the sources
// carry must be said, and nothing else.

// cell is one field of one version among others.
func cell(t *testing.T, ev evidence.Filter, field string, ids ...string) (compare.Row, compare.Cell) {
	t.Helper()
	c, err := compare.Compare(view(shipped(t), ev), ids)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range c.Rows {
		if r.Field.ID == field {
			return r, r.Cells[len(r.Cells)-1]
		}
	}
	t.Fatalf("%v: no row for %s", ids, field)
	return compare.Row{}, compare.Cell{}
}

// founding is the evidence of the founding documents alone.
func founding(lib *plan.Library) evidence.Filter {
	var out evidence.Filter
	for _, s := range lib.Sources {
		if s.Founding() {
			out.Sources = append(out.Sources, s.ID)
		}
	}
	return out
}

// Every cell of every draft names its sources: what is said of a text has a
// claim, and its source has a card; what is absent has a claim or a text that
// was read; what is not reported has neither.
func TestShippedCellsHaveSources(t *testing.T) {
	lib := shipped(t)
	v := view(lib)
	cells := map[plan.State]int{}
	for _, r := range lib.Drafts() {
		allFields(lib, func(topic *plan.Topic, field *plan.Field) {
			got := compare.Derive(v, r, topic, field)
			cells[got.State]++
			for _, c := range got.Claims {
				if lib.Source(c.Source) == nil {
					t.Errorf("%s %s: a claim of %s, which has no card", r.ID, field.ID, c.Source)
				}
			}
			for _, k := range got.Contents {
				if len(k.Claims) == 0 {
					t.Errorf("%s %s: %q, and no claim says so", r.ID, field.ID, content(k))
				}
			}
			switch got.State {
			case plan.Lacuna:
				if len(got.Contents)+len(got.Witness) > 0 {
					t.Errorf("%s %s: not reported, and yet %q by %v", r.ID, field.ID, reading(got), got.Witness)
				}
			case plan.Omitted:
				if len(got.Contents)+len(got.Witness) == 0 {
					t.Errorf("%s %s: absent, and nobody has read the text nor says so", r.ID, field.ID)
				}
				for _, w := range got.Witness {
					if lib.Source(w) == nil {
						t.Errorf("%s %s: absent from the text in %s, which has no card", r.ID, field.ID, w)
					}
				}
			default:
				if len(got.Contents) == 0 {
					t.Errorf("%s %s: %s without a claim", r.ID, field.ID, got.State)
				}
			}
		})
	}
	for _, s := range plan.States {
		if cells[s] == 0 {
			t.Errorf("no field of any draft is %s: this test has tried nothing of it", s)
		}
	}
}

// A draft that is known from reports, or was set out aloud, lacks only what a
// source says that it lacks.
func TestShippedReportsRemoveNothing(t *testing.T) {
	lib := shipped(t)
	v := view(lib)
	unread := 0
	for _, r := range lib.Drafts() {
		if r.Known == plan.KnownText {
			continue
		}
		unread++
		allFields(lib, func(topic *plan.Topic, field *plan.Field) {
			if got := compare.Derive(v, r, topic, field); gone(got.State) && !admitsDeletion(got) {
				t.Errorf("%s %s: %s, and no source says so", r.ID, field.ID, got.State)
			}
		})
	}
	for _, id := range []string{"geneva-19", "us-ua-20-dec10", "zelensky-20"} {
		if r := lib.Record(id); r == nil || r.Known == plan.KnownText {
			t.Errorf("%s is not known as a text that nobody has published", id)
		}
	}
	if unread < 3 {
		t.Errorf("%d drafts without a published text were looked at", unread)
	}
}

func TestShippedArmyLimit(t *testing.T) {
	_, e3 := cell(t, evidence.Filter{}, "army-size.limit", "us-28", "e3-28")
	if e3.Kind != compare.Changed || step(e3.Delta) != "+200,000 (33.3 %)" {
		t.Errorf("us-28 to e3-28: %s %s, want changed +200,000 (33.3 %%)", e3.Kind, step(e3.Delta))
	}
	if got, want := reading(e3.Reading), "800,000 personnel, in peacetime"; got != want {
		t.Errorf("e3-28: %q, want %q", got, want)
	}
	row, geneva := cell(t, evidence.Filter{}, "army-size.limit", "us-28", "geneva-19")
	if got, want := reading(row.Cells[0].Reading), "600,000 personnel"; got != want {
		t.Errorf("us-28: %q, want %q", got, want)
	}
	if geneva.Kind != compare.Disputed || !geneva.HowDisputed {
		t.Errorf("geneva-19: %s, changed %v; every claim differs from 600,000, so that it changed is agreed", geneva.Kind, geneva.HowDisputed)
	}
	var said []string
	for _, k := range geneva.Contents {
		said = append(said, content(k))
		if compare.Independent(view(shipped(t)), k.Claims) < 2 {
			t.Errorf("geneva-19: only one independent source says %q", content(k))
		}
	}
	want := []string{"deleted", "800,000 personnel, in peacetime"}
	if diff := cmp.Diff(want, said); diff != "" {
		t.Errorf("geneva-19 (-want +got)\n%s", diff)
	}
}

// The 800,000 of Geneva appeared on 25 November; the day before there was
// only the strict limit dropped.
func TestShippedArmyLimitAsOf(t *testing.T) {
	for _, tt := range []struct {
		day   plan.Date
		state plan.State
		text  string
	}{
		{"2025-11-23", plan.Lacuna, "lacuna"},
		{"2025-11-24", plan.Deleted, "deleted"},
		{"2025-11-25", plan.Disputed, "deleted / 800,000 personnel, in peacetime"},
	} {
		_, got := cell(t, evidence.Filter{AsOf: tt.day}, "army-size.limit", "us-28", "geneva-19")
		if got.State != tt.state || reading(got.Reading) != tt.text {
			t.Errorf("as of %s: %s %q, want %s %q", tt.day, got.State, reading(got.Reading), tt.state, tt.text)
		}
	}
}

func TestShippedNATOClause(t *testing.T) {
	for _, tt := range []struct {
		field, version string
		kind           compare.Kind
		base, text     string
	}{
		{"nato-membership.ukraine-law", "e3-28", compare.Removed, "constitution to rule out NATO membership", "deleted"},
		{"nato-membership.status", "e3-28", compare.Changed, "excluded", "subject to allied consensus, consensus lacking today"},
		{"nato-membership.ukraine-law", "geneva-19", compare.Open, "constitution to rule out NATO membership", "[]"},
	} {
		row, got := cell(t, evidence.Filter{}, tt.field, "us-28", tt.version)
		if got.Kind != tt.kind || reading(got.Reading) != tt.text || reading(row.Cells[0].Reading) != tt.base {
			t.Errorf("%s: %q, in %s %s %q; want %q, %s %q", tt.field, reading(row.Cells[0].Reading), tt.version, got.Kind, reading(got.Reading), tt.base, tt.kind, tt.text)
		}
	}
}

// The founding documents tell of the clause in Ukraine's constitution in the
// US draft and of nothing in its place in the European one.
func TestShippedNATOClauseOfFoundingDocuments(t *testing.T) {
	ev := founding(shipped(t))
	if len(ev.Sources) != 5 {
		t.Fatalf("%d founding documents, want 5", len(ev.Sources))
	}
	for _, version := range []string{"e3-28", "geneva-19"} {
		row, got := cell(t, ev, "nato-membership.ukraine-law", "us-28", version)
		if got.State != plan.Lacuna || got.Kind != compare.Unknown {
			t.Errorf("%s: %s, %s; want not reported, unknown", version, got.State, got.Kind)
		}
		if base := row.Cells[0]; base.State != plan.Present {
			t.Errorf("us-28: %s, want present", base.State)
		}
	}
	if _, got := cell(t, ev, "nato-membership.status", "us-28", "e3-28"); got.State != plan.Lacuna {
		t.Errorf("the European clause is %s, want not reported", got.State)
	}
}

func TestShippedTerritory(t *testing.T) {
	base := map[string]string{
		"territory-donetsk.status":     "recognised as de facto Russian",
		"territory-donetsk.withdrawal": "Ukraine leaves the part it holds",
	}
	for field, want := range base {
		row, got := cell(t, evidence.Filter{}, field, "us-28", "e3-28")
		if text := reading(row.Cells[0].Reading); text != want {
			t.Errorf("us-28 %s: %q, want %q", field, text, want)
		}
		if got.Kind != compare.Removed {
			t.Errorf("e3-28 %s: %s, want removed", field, got.Kind)
		}
	}
	if row, got := cell(t, evidence.Filter{}, "territory.negotiation-basis", "us-28", "e3-28"); got.Kind != compare.Added || reading(got.Reading) != "line of contact" || row.Cells[0].State != plan.Omitted {
		t.Errorf("talks in e3-28 start from %q (%s), want added: line of contact", reading(got.Reading), got.Kind)
	}
	if _, got := cell(t, evidence.Filter{}, "territory.status", "us-28", "geneva-19"); got.State != plan.Bracketed || got.Kind != compare.Open {
		t.Errorf("Geneva's territory: %s, %s; want in brackets, open", got.State, got.Kind)
	}
}

// The standard case of uptake: the 800,000 coincides, and nothing is called
// adopted, because no source says so.
func TestShippedUptake(t *testing.T) {
	u, err := compare.CompareUptake(view(shipped(t)), "us-28", "e3-28", "zelensky-20")
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[string]compare.Uptake{}
	for _, r := range u.Rows {
		kinds[r.Field.ID] = r.Kind
	}
	if got := kinds["army-size.limit"]; got != compare.Coincides {
		t.Errorf("the army limit: %s, want coincides", got)
	}
	if n := u.Count("")[compare.Adopted]; n != 0 {
		t.Errorf("%d fields are called adopted", n)
	}
	if got := kinds["znpp.operator"]; got != compare.LeftOpen {
		t.Errorf("the plant, with alternatives in brackets: %s, want open", got)
	}
}

// Zelenskyy's points on the plant and on territory hold alternatives, each
// with who wants it.
func TestShippedAlternatives(t *testing.T) {
	lib := shipped(t)
	v := view(lib)
	r := lib.Record("zelensky-20")
	for _, point := range []int{12, 14} {
		proponents := map[string]bool{}
		allFields(lib, func(topic *plan.Topic, field *plan.Field) {
			got := compare.Derive(v, r, topic, field)
			if got.State != plan.Bracketed {
				return
			}
			for _, k := range got.Contents {
				if slices.ContainsFunc(k.Claims, func(c *plan.Claim) bool { return c.Point == point }) && k.Proponent != "" {
					proponents[k.Proponent] = true
				}
			}
		})
		if len(proponents) < 2 {
			t.Errorf("point %d: alternatives of %v, want at least two sides", point, proponents)
		}
	}
}

// No wall time or rounding of its own: a percentage is what its numbers say.
func TestShippedDeltas(t *testing.T) {
	lib := shipped(t)
	ids, n := draftIDs(lib), 0
	for _, a := range ids {
		for _, b := range ids {
			if a == b {
				continue
			}
			for _, r := range mustCompare(t, view(lib), a, b).Rows {
				d := r.Cells[1].Delta
				if d == nil {
					continue
				}
				n++
				from, to := r.Cells[0].Contents[0].Value, r.Cells[1].Contents[0].Value
				if from.Unit != d.Unit || new(big.Rat).Add(from.Number.Rat(), d.Absolute.Rat()).Cmp(to.Number.Rat()) != 0 && from.Unit == to.Unit {
					t.Errorf("%s: %v %+v %v", r.Field.ID, from, d, to)
				}
				if percent, ok := d.Percent(6); ok {
					got := from.Number.Float() * (1 + percent.Float()/100)
					if want := to.Number.Float(); from.Unit == to.Unit && math.Abs(got-want) > 1e-6*math.Abs(want) {
						t.Errorf("%s: %v by %v %% is not %v", r.Field.ID, from, percent, to)
					}
				}
			}
		}
	}
	if n == 0 {
		t.Error("no two drafts have a step between their numbers")
	}
}

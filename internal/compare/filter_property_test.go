package compare_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
)

// days are days before, among and after those of the sources, in order.
var days = []plan.Date{"2025-01-01", "2025-11-20", "2025-11-21", "2025-11-24", "2025-12-01", "2025-12-24", "2031-03-01", "2031-03-03", "2031-03-06", "2032-01-01"}

// someFilters are filters of every sort over a library.
func someFilters(lib *plan.Library) []evidence.Filter {
	var half []string
	for i, s := range lib.Sources {
		if i%2 == 0 {
			half = append(half, s.ID)
		}
	}
	out := []evidence.Filter{
		{}, {Sources: []string{}}, {Sources: half}, {Sources: half[:1]},
		{Bases: []plan.Basis{plan.BasisText}}, {Bases: []plan.Basis{plan.BasisQuoted, plan.BasisSaid}},
		{Sources: half, Bases: []plan.Basis{plan.BasisText, plan.BasisSaid}},
	}
	for _, day := range []plan.Date{"2025-11-24", "2031-03-03"} {
		out = append(out, evidence.Filter{AsOf: day}, evidence.Filter{AsOf: day, Sources: half})
	}
	return out
}

// admitted is the set of claims that a view shows, each by its record, field
// and what it says.
func admitted(v *evidence.View) map[string]bool {
	out := map[string]bool{}
	for _, r := range v.Records {
		for _, fc := range r.Fields {
			for _, c := range fc.Claims {
				out[strings.Join([]string{r.ID, fc.Field, c.Source, string(c.Basis), string(c.Rank), content(compare.ContentOf(&c)), c.Phrase, c.ID}, "|")] = true
			}
		}
	}
	return out
}

// Conditions narrow one another: two together admit what each admits.
func TestConditionsNarrow(t *testing.T) {
	eachLibrary(t, func(t *testing.T, lib *plan.Library) {
		half := someFilters(lib)[2].Sources
		for _, day := range days {
			for _, f := range []evidence.Filter{{Sources: half}, {Bases: []plan.Basis{plan.BasisText}}} {
				both := f
				both.AsOf = day
				one, other := admitted(view(lib, f)), admitted(view(lib, evidence.Filter{AsOf: day}))
				want := map[string]bool{}
				for c := range one {
					if other[c] {
						want[c] = true
					}
				}
				if diff := cmp.Diff(want, admitted(view(lib, both))); diff != "" {
					t.Errorf("%+v (-admitted by each +by both)\n%s", both, diff)
				}
			}
		}
	})
}

// A later day never hides a claim, nor a version that was public.
func TestLaterDaysHideNothing(t *testing.T) {
	eachLibrary(t, func(t *testing.T, lib *plan.Library) {
		last := 0
		for i, day := range days[1:] {
			before, after := view(lib, evidence.Filter{AsOf: days[i]}), view(lib, evidence.Filter{AsOf: day})
			later := admitted(after)
			for c := range admitted(before) {
				if !later[c] {
					t.Errorf("%s is admitted as of %s and hidden as of %s", c, days[i], day)
				}
			}
			for _, r := range lib.Records {
				if before.Public(r.ID) && !after.Public(r.ID) {
					t.Errorf("%s was public on %s and is not on %s", r.ID, days[i], day)
				}
			}
			if after.Hidden() > before.Hidden() {
				t.Errorf("%d claims are hidden as of %s, %d as of %s", before.Hidden(), days[i], after.Hidden(), day)
			}
			last = len(later)
		}
		if last == 0 {
			t.Error("no claim was ever public: nothing was tried")
		}
	})
}

// Of a version that was not public yet nothing is told: no default selection,
// no history and no origin names it.
func TestNotYetPublic(t *testing.T) {
	eachLibrary(t, func(t *testing.T, lib *plan.Library) {
		for _, day := range days {
			v := view(lib, evidence.Filter{AsOf: day})
			public, notYet := compare.DefaultVersions(v, draftIDs(lib))
			if len(public)+len(notYet) != len(draftIDs(lib)) {
				t.Errorf("as of %s: %v and %v are not the drafts", day, public, notYet)
			}
			for _, id := range notYet {
				if r := v.Record(id); r.ClaimCount() > 0 || compare.ReadWhole(r) > 0 {
					t.Errorf("as of %s: %s was not public, and %d claims on it are known", day, id, r.ClaimCount())
				}
			}
			for _, h := range compare.Histories(v, func(*plan.Topic, *plan.Field) bool { return true }) {
				for _, e := range append(h.Entries, h.Undated...) {
					if slices.Contains(notYet, e.Record.ID) {
						t.Errorf("as of %s: the history of %s names %s", day, h.Field.ID, e.Record.ID)
					}
				}
			}
			for _, id := range public {
				o, err := compare.TraceOrigins(v, id)
				if err != nil {
					t.Fatal(err)
				}
				for _, k := range o.Contents {
					for _, r := range slices.Concat(k.First, k.Unknown) {
						if slices.Contains(notYet, r.ID) {
							t.Errorf("as of %s: the origin of %s in %s names %s", day, k.Field.ID, id, r.ID)
						}
					}
				}
			}
		}
	})
}

// Whoever believes less never learns of a deletion or an absence that nobody
// told: a clause that is struck is so by a claim, and one that is absent is so
// by a claim or by the silence of a text that was read, and this silence is
// not believed where anybody, admitted or not, says that the clause is there.
func TestFiltersTakeNothingOut(t *testing.T) {
	eachLibrary(t, func(t *testing.T, lib *plan.Library) {
		all, filters := view(lib), someFilters(lib)
		for _, s := range lib.Sources[:min(len(lib.Sources), 20)] {
			filters = append(filters, evidence.Filter{Sources: []string{s.ID}})
		}
		for _, f := range filters {
			v := view(lib, f)
			for i, r := range v.Records {
				if r.Kind != plan.Draft {
					continue
				}
				allFields(lib, func(topic *plan.Topic, field *plan.Field) {
					full, got := compare.Derive(all, lib.Records[i], topic, field), compare.Derive(v, r, topic, field)
					if goneWithoutClaim(got) && !goneWithoutClaim(full) && !admitsDeletion(full) {
						t.Errorf("%+v: %s %s was %q and is %q", f, r.ID, field.ID, reading(full), reading(got))
					}
					if got.State == plan.Deleted && !admitsDeletion(got) {
						t.Errorf("%+v: %s %s is deleted, and no claim says so", f, r.ID, field.ID)
					}
				})
			}
		}
	})
}

// Nor does whoever believes less learn that a version lacks a term that
// anybody, admitted or not, reports of it.
func TestFiltersTakeNoTermOut(t *testing.T) {
	eachLibrary(t, func(t *testing.T, lib *plan.Library) {
		reported := map[[3]string]bool{} // version, field, term: by a claim that counts
		for _, r := range lib.Drafts() {
			for _, fc := range r.Fields {
				for _, c := range fc.Claims {
					for _, q := range c.Qualifiers {
						if c.Rank != plan.Deprecated && c.Claimed() != plan.Deleted && c.Claimed() != plan.Omitted {
							reported[[3]string{r.ID, fc.Field, q}] = true
						}
					}
				}
			}
		}
		for _, f := range someFilters(lib) {
			if f.IsZero() {
				continue
			}
			all := view(lib)
			eachPair(t, view(lib, f), func(r compare.Row, base, c compare.Cell) {
				check := func(missing []compare.Term, version string) {
					for _, term := range missing {
						key := [3]string{version, r.Field.ID, term.Text}
						full := compare.Derive(all, lib.Record(version), r.Topic, r.Field)
						if reported[key] && len(full.Contents) == 1 && hasTerm(full.Contents[0], term.Text) {
							t.Errorf("%+v: %s %s is said to lack %q, which a hidden claim reports", f, version, r.Field.ID, term.Text)
						}
					}
				}
				check(c.Lost, c.Version.ID)
				check(c.Gained, base.Version.ID)
			})
		}
	})
}

func hasTerm(k compare.Content, text string) bool {
	return slices.ContainsFunc(k.Terms, func(x compare.Term) bool { return x.Text == text })
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
// never makes an absence in a text that nobody read.
func TestRemovingAClaimRemovesNothing(t *testing.T) {
	eachLibrary(t, func(t *testing.T, lib *plan.Library) {
		v := view(lib)
		for _, r := range lib.Drafts() {
			for f, fc := range r.Fields {
				topic, field := lib.Field(fc.Field)
				before := compare.Derive(v, r, topic, field)
				for i := range fc.Claims {
					less := *r
					less.Fields = slices.Clone(r.Fields)
					less.Fields[f].Claims = slices.Delete(slices.Clone(fc.Claims), i, i+1)
					after := compare.Derive(v, &less, topic, field)
					if before.State == plan.Lacuna && gone(after.State) && !admitsDeletion(after) {
						t.Errorf("%s %s: not reported with %d claims, %s with one less", r.ID, fc.Field, len(fc.Claims), after.State)
					}
					if len(r.Complete) == 0 && gone(after.State) && !admitsDeletion(after) {
						t.Errorf("%s %s: %s, and no claim that is left says so", r.ID, fc.Field, after.State)
					}
				}
			}
		}
	})
}

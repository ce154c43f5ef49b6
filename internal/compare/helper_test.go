package compare_test

import (
	"strings"
	"testing"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/plan/plantest"
	"plandiff/internal/record"
	records "plandiff/internal/record/shipped"
)

// The invented vocabulary of the table tests: a number, words, a day, a field
// that takes many contents, and a field about the document.
const (
	limit  = plantest.Limit
	terms  = plantest.Terms
	since  = plantest.Since
	names  = plantest.Names
	author = plantest.Author
	status = plantest.Status
)

// library holds records over the invented vocabulary, with a card for every
// source that their claims name.
func library(records ...*plan.Record) *plan.Library {
	lib := &plan.Library{Topics: plantest.Vocabulary(), Records: records}
	ids := map[string]bool{}
	for _, r := range records {
		for _, fc := range r.Fields {
			for _, c := range fc.Claims {
				ids[c.Source] = true
			}
		}
		for _, w := range r.Complete {
			ids[w.Source] = true
		}
	}
	for id := range ids {
		lib.Sources = append(lib.Sources, &plan.Source{ID: id, Published: "2031-01-01"})
	}
	plantest.Sort(lib)
	return lib
}

// draft is a version of one point, known from reports.
func draft(id, field string, claims ...plan.Claim) *plan.Record {
	r := &plan.Record{ID: id, Kind: plan.Draft, Known: plan.KnownReported, PointCount: 1,
		Points: []plan.Point{{Number: 1, Covers: []string{"catch"}}}}
	if claims != nil {
		r.Fields = []plan.FieldClaims{{Field: field, Claims: claims}}
	}
	return r
}

// read is the version with its one point read whole by source w.
func read(r *plan.Record) *plan.Record {
	r.Known = plan.KnownText
	r.Complete = []plan.Completeness{{Source: "w", Points: []int{1}}}
	return r
}

func on(date plan.Date, r *plan.Record) *plan.Record {
	r.Date = date
	return r
}

func position(r *plan.Record) *plan.Record {
	r.Kind, r.Points = plan.Position, nil
	return r
}

func tonnes(n int64) plan.Value { return plantest.Tonnes(n) }

func about(n int64) plan.Value {
	return plan.Value{Number: plan.Whole(n), Unit: "tonnes", Bound: plan.Around}
}

func words(s string) plan.Value { return plantest.Words(s) }

func day(d plan.Date) plan.Value { return plan.Value{Date: d} }

// change alters one property of a claim.
type change func(*plan.Claim)

// claim is a present, normal claim of a source; changes alter it.
func claim(source string, v plan.Value, changes ...change) plan.Claim {
	c := plan.Claim{State: plan.Present, Value: v, Source: source, Basis: plan.BasisReported, Rank: plan.Normal}
	for _, f := range changes {
		f(&c)
	}
	return c
}

var nothing plan.Value

func preferred(c *plan.Claim)   { c.Rank = plan.Preferred }
func deprecated(c *plan.Claim)  { c.Rank = plan.Deprecated }
func outline(c *plan.Claim)     { c.Outline = true }
func denies(c *plan.Claim)      { c.Denies = true }
func deleted(c *plan.Claim)     { c.State = plan.Deleted }
func bracketed(c *plan.Claim)   { c.State = plan.Bracketed }
func hedged(c *plan.Claim)      { c.Hedged = true }
func text(c *plan.Claim)        { c.Basis = plan.BasisText }
func termsUnread(c *plan.Claim) { c.TermsUnread = true }
func quoted(c *plan.Claim)      { c.Basis = plan.BasisQuoted }

func severed(to string) change { return func(c *plan.Claim) { c.State, c.To = plan.Severed, to } }
func proponent(p string) change {
	return func(c *plan.Claim) { c.State, c.Proponent = plan.Bracketed, p }
}
func changedFrom(v string) change { return func(c *plan.Claim) { c.ChangedFrom, c.Outline = v, true } }
func keptFrom(v string) change    { return func(c *plan.Claim) { c.KeptFrom, c.Outline = v, true } }
func adoptedFrom(v string) change { return func(c *plan.Claim) { c.AdoptedFrom = v } }
func at(point int) change         { return func(c *plan.Claim) { c.Point = point } }
func via(ids ...string) change    { return func(c *plan.Claim) { c.Via = ids } }
func qualified(q string) change {
	return func(c *plan.Claim) { c.Qualifiers = append(c.Qualifiers, q) }
}
func worded(phrase string) change {
	return func(c *plan.Claim) { c.Wording, c.Phrase, c.Basis = true, phrase, plan.BasisText }
}

// view is a library as a filter admits it; without one, all of it.
func view(lib *plan.Library, filter ...evidence.Filter) *evidence.View {
	if len(filter) == 0 {
		return evidence.New(lib, evidence.Filter{})
	}
	return evidence.New(lib, filter[0])
}

func derive(t *testing.T, r *plan.Record, field string) compare.Reading {
	t.Helper()
	v := view(library(r))
	topic, f := v.Field(field)
	if f == nil {
		t.Fatalf("no field %s", field)
	}
	return compare.Derive(v, r, topic, f)
}

// content is what a content says, in the shorthand of these tests: "x",
// "x, in season", "deleted", "absent", "moved to annex", "[Aldmark: x]",
// "denied x", with "(outline)" behind what is told roughly.
func content(k compare.Content) string {
	parts := []string{k.Value.String()}
	for _, term := range k.Terms {
		parts = append(parts, term.Text)
	}
	s := strings.TrimPrefix(strings.Join(parts, ", "), ", ")
	switch {
	case k.State == plan.Omitted && s != "":
		return "denied " + s
	case k.State == plan.Omitted:
		return "absent"
	case k.State == plan.Deleted:
		return "deleted"
	case k.State == plan.Severed:
		return "moved to " + k.To
	case k.State == plan.Bracketed && k.Proponent != "":
		return "[" + k.Proponent + ": " + s + "]"
	case k.State == plan.Bracketed:
		return "[" + s + "]"
	case k.Outline():
		return strings.TrimPrefix(s+" (outline)", " ")
	}
	return s
}

// reading is what a reading says, its contents with slashes between them.
func reading(r compare.Reading) string {
	if len(r.Contents) == 0 {
		return string(r.State)
	}
	var parts []string
	for _, k := range r.Contents {
		parts = append(parts, content(k))
	}
	return strings.Join(parts, " / ")
}

// step is a step as "+200 (33.3 %)".
func step(s *plan.Step) string {
	if s == nil {
		return ""
	}
	out := s.Absolute.String()
	if s.Absolute.Sign() > 0 {
		out = "+" + out
	}
	if percent, ok := s.Percent(1); ok {
		out += " (" + percent.String() + " %)"
	}
	return out
}

func shipped(t testing.TB) *plan.Library {
	t.Helper()
	lib, err := records.Library(record.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// allFields calls f for every field of a library.
func allFields(lib *plan.Library, f func(*plan.Topic, *plan.Field)) {
	for t := range lib.Topics {
		for i := range lib.Topics[t].Fields {
			f(&lib.Topics[t], &lib.Topics[t].Fields[i])
		}
	}
}

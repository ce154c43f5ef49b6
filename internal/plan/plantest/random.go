// Package plantest makes libraries for tests: the fields of an invented accord,
// and random records over them. Nothing in the program imports it.
package plantest

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"

	"plandiff/internal/plan"
	"plandiff/internal/prose"
)

// The fields of the vocabulary: a number, words, a day, a field that takes
// many contents, and a field about the document.
const (
	Limit  = "catch.limit"
	Terms  = "catch.terms"
	Since  = "catch.since"
	Names  = "plan.names"
	Author = "plan.author"
	Status = "plan.status"
)

// Vocabulary is the topics of the invented accord.
func Vocabulary() []plan.Topic {
	return []plan.Topic{
		{ID: "catch", Title: "Catch", About: plan.AboutText, Fields: []plan.Field{
			{ID: Limit, Title: "Limit", Kind: plan.Quantity, Unit: "tonnes"},
			{ID: Terms, Title: "Terms", Kind: plan.Text},
			{ID: Since, Title: "Since", Kind: plan.DateKind},
		}},
		{ID: "document", Title: "Document", About: plan.AboutDocument, Fields: []plan.Field{
			{ID: Names, Title: "Names", Kind: plan.List, Many: true},
			{ID: Author, Title: "Author", Kind: plan.Text, Own: true},
			{ID: Status, Title: "Status", Kind: plan.Text},
		}},
	}
}

// Sort puts records and sources into the order in which the loader has them.
func Sort(lib *plan.Library) {
	slices.SortFunc(lib.Records, func(a, b *plan.Record) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(lib.Sources, func(a, b *plan.Source) int { return strings.Compare(a.ID, b.ID) })
}

// Tonnes is a number of tonnes.
func Tonnes(n int64) plan.Value { return plan.Value{Number: plan.Whole(n), Unit: "tonnes"} }

// Words is a value in words, folded as the loader does.
func Words(s string) plan.Value { return plan.Value{Text: s, Key: prose.Fold(s)} }

// Random makes a small library such as the loader could have read: three or
// four drafts over a few fields, each with claims of every sort, from sources
// that repeat one another and were public on different days.
func Random(seed int64) *plan.Library {
	g := generator{rand.New(rand.NewSource(seed))}
	lib := &plan.Library{Topics: Vocabulary()}
	for i := range 5 {
		s := &plan.Source{ID: fmt.Sprintf("s%d", i)}
		if g.one(4) {
			s.PublicBy = g.day()
		} else if !g.one(6) {
			s.Published = g.day()
		}
		if i > 0 && g.one(3) {
			s.Original = []string{fmt.Sprintf("s%d", g.Intn(i))}
		}
		if g.one(6) {
			s.Language = "fr"
		}
		lib.Sources = append(lib.Sources, s)
	}
	for i := range 3 + g.Intn(2) {
		lib.Records = append(lib.Records, g.record(fmt.Sprintf("v%d", i)))
	}
	Sort(lib)
	return lib
}

type generator struct{ *rand.Rand }

// one is true once in n times.
func (g generator) one(n int) bool { return g.Intn(n) == 0 }

func (g generator) day() plan.Date { return plan.Date(fmt.Sprintf("2031-03-0%d", 1+g.Intn(6))) }

func (g generator) pick(from ...string) string { return from[g.Intn(len(from))] }

func (g generator) record(id string) *plan.Record {
	r := &plan.Record{ID: id, Kind: plan.Draft, Known: plan.KnownReported, Date: g.day(), PointCount: 2,
		Points: []plan.Point{{Number: 1, Covers: []string{Limit}}, {Number: 2, Covers: []string{Terms}}}}
	if g.one(2) {
		r.Known = plan.KnownText
		for p := 1; p <= 2; p++ {
			if !g.one(3) {
				r.Complete = append(r.Complete, plan.Completeness{Source: g.source(), Points: []int{p}})
			}
		}
	}
	for _, field := range []string{Limit, Terms, Since, Status} {
		var cs []plan.Claim
		for range g.Intn(4) {
			cs = append(cs, g.claim(field))
		}
		if cs != nil {
			r.Fields = append(r.Fields, plan.FieldClaims{Field: field, Claims: cs})
		}
	}
	return r
}

func (g generator) source() string { return fmt.Sprintf("s%d", g.Intn(5)) }

func (g generator) claim(field string) plan.Claim {
	c := plan.Claim{State: plan.Present, Rank: plan.Normal, Source: g.source(), Basis: plan.Bases[g.Intn(3)]}
	if g.one(6) {
		c.Rank = plan.Preferred
	} else if g.one(6) {
		c.Rank = plan.Deprecated
	}
	c.Hedged = g.one(6)
	if g.one(3) {
		c.Point = 1 + g.Intn(2)
	}
	switch g.Intn(20) {
	case 0:
		c.State = plan.Deleted
		if g.one(2) {
			c.Value = Words("limit gone")
		}
		return c
	case 1:
		c.State, c.To = plan.Severed, g.pick("annex", "side letter")
		return c
	case 2:
		c.Denies = true
		return c
	case 3:
		c.Denies, c.Value = true, g.value(field)
		return c
	case 4:
		c.Outline = true
		if g.one(2) {
			c.Value = g.value(field)
		}
		return c
	case 5:
		c.Outline = true
		if v := fmt.Sprintf("v%d", g.Intn(3)); g.one(2) {
			c.ChangedFrom = v
		} else {
			c.KeptFrom = v
		}
		return c
	case 6:
		c.State = plan.Bracketed
		if g.one(2) {
			c.Proponent = g.pick("Aldmark", "Borrin")
		}
		if g.one(3) {
			return c
		}
	}
	c.Value = g.value(field)
	for _, term := range []string{"in season", "at night"} {
		if g.one(4) {
			c.Qualifiers = append(c.Qualifiers, term)
		}
	}
	if c.Basis == plan.BasisText {
		c.Wording, c.Phrase = true, g.pick("is kept", "shall be kept")
	}
	return c
}

func (g generator) value(field string) plan.Value {
	if field == Since {
		return plan.Value{Date: plan.Date(g.pick("2031", "2031-03", "2031-03-01", "2031-03-02"))}
	}
	if field == Limit && !g.one(5) {
		v := Tonnes(int64(g.Intn(3) * 100)) // nought among them
		if g.one(4) {
			v.Bound = []plan.Bound{plan.AtMost, plan.Around}[g.Intn(2)]
		}
		return v
	}
	return Words(g.pick("x", "y"))
}

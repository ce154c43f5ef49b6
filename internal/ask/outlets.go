package ask

import (
	"slices"
	"strings"

	"plandiff/internal/plan"
)

// outlet is a publisher with its cards, by one of its names.
type outlet struct {
	name  phrase
	of    string // the name that it goes by first
	cards []string
}

// addOutlets notes the outlets that a card goes by: its publisher, without what
// the card adds in brackets, and whom that carries: "A, digest of the B".
func (x *index) addOutlets(s *plan.Source) {
	own, carried, _ := strings.Cut(s.Publisher, ", ")
	x.addOutlet(own, s.ID)
	for _, how := range [...]string{"carrying ", "copying ", "digest of ", "mirroring ", "reposting "} {
		if name, ok := strings.CutPrefix(carried, how); ok {
			x.addOutlet(name, s.ID)
		}
	}
}

// outletName is a publisher's name without its article and what is in brackets.
func outletName(s string) string {
	s, _, _ = strings.Cut(s, " (")
	return strings.TrimPrefix(strings.TrimPrefix(s, "the "), "The ")
}

// addOutlet notes that a card is an outlet's, "" for none, under each name by
// which the outlet goes.
func (x *index) addOutlet(name, card string) {
	name = outletName(name)
	names := []string{name}
	for _, group := range x.lib.Aliases {
		if strings.EqualFold(outletName(group[0]), name) {
			names = append(names, group[1:]...)
		}
	}
	for _, n := range names {
		p := x.phrase(n)
		if len(p) == 0 {
			continue
		}
		i := slices.IndexFunc(x.outlets, func(o outlet) bool { return slices.Equal(o.name, p) })
		if i < 0 {
			i = len(x.outlets)
			x.outlets = append(x.outlets, outlet{name: p, of: name})
		}
		if card != "" && !slices.Contains(x.outlets[i].cards, card) {
			x.outlets[i].cards = append(x.outlets[i].cards, card)
		}
	}
}

// toldTo is the outlet that unnamed people in a claim spoke to: "officials to
// the Financial Times"; "" for none.
func toldTo(by string) string {
	for _, mark := range [...]string{" to the ", " to The ", " to ", "sources of the ", "sources of The ", "sources of "} {
		if i := strings.LastIndex(by, mark); i >= 0 && i+len(mark) < len(by) && by[i+len(mark)] >= 'A' && by[i+len(mark)] <= 'Z' {
			return by[i+len(mark):]
		}
	}
	return ""
}

// says reports whether a claim is what one of some outlets says: by the cards
// that it came through, else by whom its speakers told it, else by its card.
func says(c *plan.Claim, outlets []outlet) bool {
	of := func(card string) bool {
		return slices.ContainsFunc(outlets, func(o outlet) bool { return slices.Contains(o.cards, card) })
	}
	if len(c.Via) > 0 {
		return of(c.Source) || slices.ContainsFunc(c.Via, of)
	}
	if to := outletName(toldTo(c.By)); to != "" {
		return slices.ContainsFunc(outlets, func(o outlet) bool { return strings.EqualFold(o.of, to) })
	}
	return of(c.Source)
}

// confined leaves in records no claims but those of some outlets. The records
// are its own copies.
func confined(lib *plan.Library, outlets []outlet) {
	for _, rec := range lib.Records {
		for i := range rec.Fields {
			fc := &rec.Fields[i]
			fc.Claims = slices.DeleteFunc(slices.Clone(fc.Claims), func(c plan.Claim) bool { return !says(&c, outlets) })
		}
		rec.Fields = slices.DeleteFunc(rec.Fields, func(fc plan.FieldClaims) bool { return len(fc.Claims) == 0 })
	}
}

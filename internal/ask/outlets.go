package ask

import (
	"slices"
	"strings"

	"plandiff/internal/plan"
)

// outlet is a publisher with its cards.
type outlet struct {
	name  phrase
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

// addOutlet notes that a card has what an outlet says, under each name by which
// the outlet goes.
func (x *index) addOutlet(name, card string) {
	name, _, _ = strings.Cut(strings.TrimPrefix(name, "the "), " (")
	names := []string{name}
	for _, group := range x.lib.Aliases {
		if strings.EqualFold(group[0], name) || strings.EqualFold("the "+group[0], name) {
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
			x.outlets = append(x.outlets, outlet{name: p})
		}
		if !slices.Contains(x.outlets[i].cards, card) {
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

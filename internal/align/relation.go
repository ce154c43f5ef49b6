package align

import (
	"slices"

	"plandiff/internal/plan"
)

// relations names each link. A link of one point to one is told by number
// and place; a placeholder, whose text is struck, is a deletion.
func (a *Alignment) relations(facts Facts) {
	inPlace := a.inPlace()
	for i := range a.Links {
		l := &a.Links[i]
		switch {
		case len(l.From) == 1 && len(l.To) > 1:
			l.Relation = Split
		case len(l.From) > 1:
			l.Relation = Joined
		case struck(a.To, l.To[0]) && !struck(a.From, l.From[0]):
			l.Relation = Deleted
		case struck(a.From, l.From[0]) && !struck(a.To, l.To[0]):
			l.Relation = Inserted
		case !inPlace[i]:
			l.Relation = Moved
		case l.From[0] != l.To[0]:
			l.Relation = Renumbered
		default:
			l.Relation = sameNumber(facts, l.From[0], l.To[0])
		}
	}
}

// sameNumber tells apart points that kept their number and place.
func sameNumber(facts Facts, from, to int) Relation {
	if facts.Same == nil {
		return Unknown
	}
	same, known := facts.Same(from, to)
	switch {
	case !known:
		return Unknown
	case same:
		return Unchanged
	}
	return Reworded
}

func struck(r *plan.Record, number int) bool {
	p := r.Point(number)
	return p != nil && p.Placeholder
}

// inPlace finds the links that keep the order of both versions: those that
// every longest increasing run of places holds. The others moved. Of two
// neighbours that changed places both did, so that the answer is the same
// with the versions exchanged.
func (a *Alignment) inPlace() []bool {
	n := len(a.Links)
	before, after := make([]int, n), make([]int, n) // longest runs that end, that begin at a link
	for i := range n {
		before[i] = 1
		for j := range i {
			if a.Links[j].To[0] < a.Links[i].To[0] {
				before[i] = max(before[i], before[j]+1)
			}
		}
	}
	longest := 0
	for i := n - 1; i >= 0; i-- {
		after[i] = 1
		for j := i + 1; j < n; j++ {
			if a.Links[j].To[0] > a.Links[i].To[0] {
				after[i] = max(after[i], after[j]+1)
			}
		}
		longest = max(longest, before[i]+after[i]-1)
	}
	at := make([]int, longest+1) // how many links may stand at a place of a longest run
	for i := range n {
		if before[i]+after[i]-1 == longest {
			at[before[i]]++
		}
	}
	out := make([]bool, n)
	for i := range n {
		out[i] = before[i]+after[i]-1 == longest && at[before[i]] == 1
	}
	return out
}

// unmatched says what may be said of the points without a link.
func (a *Alignment) unmatched(facts Facts) {
	list := func(r, other *plan.Record, side func(Link) []int, gone Relation, into map[int]Relation) {
		for _, p := range r.Points {
			if p.Number == 0 || slices.ContainsFunc(a.Links, func(l Link) bool { return slices.Contains(side(l), p.Number) }) {
				continue
			}
			into[p.Number] = Unknown
			if facts.Gone != nil && facts.Gone(r, p.Number, other) {
				into[p.Number] = gone
			}
		}
	}
	list(a.From, a.To, func(l Link) []int { return l.From }, Deleted, a.UnmatchedFrom)
	list(a.To, a.From, func(l Link) []int { return l.To }, Inserted, a.UnmatchedTo)
}

package align

import (
	"plandiff/internal/plan"
)

// relations names each link. A link of one point to one is told by number
// and place; a placeholder, whose text is struck, is a deletion.
func (a *Alignment) relations(facts Facts) {
	inPlace := a.inPlace()
	struckFrom, struckTo := struck(a.From), struck(a.To)
	for i := range a.Links {
		l := &a.Links[i]
		switch {
		case len(l.From) == 1 && len(l.To) > 1:
			l.Relation = Split
		case len(l.From) > 1:
			l.Relation = Joined
		case struckTo[l.To[0]] && !struckFrom[l.From[0]]:
			l.Relation = Deleted
		case struckFrom[l.From[0]] && !struckTo[l.To[0]]:
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

// struck is the set of points whose number is kept and whose text is not.
func struck(r *plan.Record) map[int]bool {
	out := map[int]bool{}
	for _, p := range r.Points {
		if p.Placeholder && p.Number > 0 {
			out[p.Number] = true
		}
	}
	return out
}

// inPlace finds the links that keep the order of both versions: those that
// every longest increasing run of places holds. The others moved. Of two
// neighbours that changed places both did, so that the answer is the same
// with the versions exchanged.
func (a *Alignment) inPlace() []bool {
	places := make([]int, len(a.Links))
	for i, l := range a.Links {
		places[i] = l.To[0]
	}
	return steady(places)
}

// unmatched says what may be said of the points without a link.
func (a *Alignment) unmatched(facts Facts) {
	linkedFrom, linkedTo := map[int]bool{}, map[int]bool{}
	for _, l := range a.Links {
		for _, p := range l.From {
			linkedFrom[p] = true
		}
		for _, p := range l.To {
			linkedTo[p] = true
		}
	}
	list := func(r, other *plan.Record, linked map[int]bool, gone Relation, into map[int]Relation) {
		for _, p := range r.Points {
			if p.Number == 0 || linked[p.Number] {
				continue
			}
			into[p.Number] = Unknown
			if facts.Gone != nil && facts.Gone(r, p.Number, other) {
				into[p.Number] = gone
			}
		}
	}
	list(a.From, a.To, linkedFrom, Deleted, a.UnmatchedFrom)
	list(a.To, a.From, linkedTo, Inserted, a.UnmatchedTo)
}

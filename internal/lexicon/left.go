package lexicon

import (
	"slices"

	"plandiff/internal/search"
)

// cueWeight is what a cue counts: it may be a part of the subject too.
const cueWeight = 0.3

// Left are the terms of a question that are no name, date or point, and so what it is
// about. Words of a cue count little, and a number's noun nothing where that is asked for.
func (n *Named) Left(terms []search.Term, cue func(start int) bool, point bool) []search.Term {
	at := map[int]int{}
	for i, w := range n.Words {
		at[w.Start] = i
	}
	terms = slices.Clone(terms)
	for i := range terms {
		first := terms[i].Words[0]
		if n.Titled[at[first.Start]] || first.Stem == PointKey || cue(first.Start) {
			terms[i].Weight *= cueWeight
		}
	}
	return slices.DeleteFunc(terms, func(t search.Term) bool {
		used := true
		for _, w := range t.Words {
			used = used && n.Used[at[w.Start]]
		}
		noun, i := t.Words[0].Text, at[t.Words[0].Start]
		if i > 0 && n.Words[i-1].Text == "few" || standsIn(n.Words, i) || otherPlan(n.Words, i) || noun == "number" && point {
			return true
		}
		if w := n.Words[i]; w.Number && !digits(w) && i+2 < len(n.Words) && (n.Used[i+1] || PlanNoun(n.Words[i+1].Text) || PlanNoun(n.Words[i+2].Text)) {
			return true // "the two drafts"
		}
		which := i > 0 && (n.Words[i-1].Text == "which" || n.Words[i-1].Text == "what")
		return used || PlanNoun(noun) || PointNoun(noun) && (t.Words[0].Stem != PointKey || which || point)
	})
}

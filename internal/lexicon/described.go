package lexicon

import (
	"slices"
	"strings"

	"plandiff/internal/plan"
	"plandiff/internal/search"
)

// whole are words for all of a text, whichever it is.
var whole = Set("full complete whole entire")

// described finds a draft by the words around a noun for a plan, where no name
// is given: "the paper shown in Paris".
func (l *Lexicon) described(n *Named, atoms []atom) {
	const before, after = 3, 5
	for i, a := range atoms {
		if a.key != planKey || a.from > 0 && whole[n.Words[a.from-1].Text] || standsIn(n.Words, a.from) || strings.HasSuffix(n.Words[a.from].Text, "s") || slices.ContainsFunc(n.Words[max(0, a.from-2):a.from], func(w search.Word) bool { return every[w.Text] }) {
			continue
		}
		near := atoms[max(0, i-before):min(len(atoms), i+after+1)]
		words := n.Words[near[0].from:near[len(near)-1].to]
		m := l.x.Match(slices.DeleteFunc(l.x.Terms(words), func(t search.Term) bool {
			return t.Words[0].Stem == peaceKey || n.Used[slices.IndexFunc(n.Words, func(w search.Word) bool { return w.Start == t.Words[0].Start })]
		}))
		var best *plan.Record
		var most, second float32
		for _, r := range l.x.Lib.Drafts() {
			u := l.x.RecordUnit(r.ID)
			s := m.Cover(search.Place{Unit: u, Zone: search.Names}, search.Place{Unit: u, Zone: search.By})
			if s > most {
				best, most, second = r, s, most
			} else {
				second = max(second, s)
			}
		}
		if best != nil && most >= 0.5 && most > second {
			n.Records, n.at = append(n.Records, best), append(n.at, a.from)
			n.Used[a.from] = true
			return
		}
	}
}

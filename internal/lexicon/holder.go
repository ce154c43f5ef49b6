package lexicon

import (
	"slices"

	"plandiff/internal/plan"
	"plandiff/internal/search"
)

// holding are words for what a party holds or asks for, after its name or before
// "of" and its name.
var holding = Set("position positions stance stand stands view views line demand demands demanded want wants wanted ask asks asked insist insists insisted seek seeks sought propose proposes proposed offer offers offered suggest suggests suggested")

// agreeing are words for what a party is asked to hold, in a yes-no question.
var agreeing = Set("accept accepts accepted agree agrees agreed")

// stances are verbs for how somebody takes a draft.
var stances = Set("accept accepts accepted agree agrees agreed reject rejects rejected refuse refuses refused support supports supported backs backed oppose opposes opposed approve approves approved welcome welcomes welcomed endorse endorses endorsed")

// Stance reports whether a word is a verb for how somebody takes a draft.
func Stance(word string) bool { return stances[word] }

// Taking puts the name of a draft in the place of the pronoun for it, behind a verb for how
// somebody takes it; ok is false where there is none.
func (n *Named) Taking(text, name string) (out string, ok bool) {
	for i, w := range n.Words[:max(0, len(n.Words)-1)] {
		it := n.Words[len(n.Words)-1]
		if stances[w.Text] && i+2 >= len(n.Words)-1 && (pronouns[it.Text] || it.Text == "that") {
			return text[:it.Start] + name + text[it.End:], true
		}
	}
	return text, false
}

// viewing are nouns for what somebody thinks.
var viewing = Set("position positions stance view views line")

// Viewing reports whether a word is one for what somebody thinks.
func Viewing(word string) bool { return viewing[word] }

// Holding reports whether a word is one for what somebody holds or asks for.
func Holding(word string) bool { return holding[word] }

// Heading is where the word stands, in bytes, that puts a subject behind names that a question begins
// with: "Jane Smith and Joe Bloggs on prices"; -1 where none does.
func (n *Named) Heading() int {
	for i, w := range n.Words {
		switch {
		case i > 0 && i+1 < len(n.Words) && (w.Text == "on" || w.Text == "about"):
			return w.Start
		case w.Common() && w.Text != "and" || n.Used[i] || w.Number:
			return -1
		}
	}
	return -1
}

// Holder is the party whose position a question asks about, as an alias group:
// "Kyiv's position on", "what has Moscow demanded". "" if it asks about no such, or
// about several.
func (l *Lexicon) Holder(n *Named) string {
	const near = 3 // words between
	holder, last, end := "", "", -2
	for i := range n.Words {
		group, size, ok := l.x.Alias(n.Words[i:])
		if !ok || l.PlansOf(group) == nil {
			continue
		}
		after := n.Words[i+size : min(len(n.Words), i+size+near)]
		held := slices.ContainsFunc(after, func(w search.Word) bool { return holding[w.Text] || agreeing[w.Text] && YesNo(n.Words) }) ||
			i > 1 && n.Words[i-1].Text == "of" && holding[n.Words[i-2].Text]
		together := i == end+1 && n.Words[end].Text == "and" && last != group // "the union and the company each want"
		if last, end = group, i+size; held && (holder != "" && holder != group || together) {
			return ""
		}
		if held {
			holder = group
		}
	}
	return holder
}

// Party reports whether an alias group is one of those who put drafts or positions
// forward; a place is none.
func (l *Lexicon) Party(group string) bool {
	return slices.ContainsFunc(l.x.Lib.Records, func(r *plan.Record) bool { return l.putForward(r, group) })
}

// places are words before a party that is spoken of as a place, or as whom it concerns.
var places = Set("in into on onto inside for of from")

// Concerned reports whether a party of a question stands only as where something is or
// whom it concerns: "troops in Ukraine".
func (l *Lexicon) Concerned(n *Named, group string) bool {
	found := false
	for i := range n.Words {
		if g, _, ok := l.x.Alias(n.Words[i:]); ok && g == group {
			before := i - 1
			if before > 0 && articles[n.Words[before].Text] {
				before--
			}
			if before < 0 || !places[n.Words[before].Text] {
				return false
			}
			found = true
		}
	}
	return found
}

// allowing are verbs for what a text has somebody do.
var allowing = Set("let lets allow allows allowed permit permits permitted make makes made force forces forced require requires required must oblige obliges obliged")

// Allowed reports whether a party of a question is one whom a text lets or makes do
// something: "let Ukraine keep".
func (l *Lexicon) Allowed(n *Named, group string) bool {
	for i, w := range n.Words[:max(0, len(n.Words)-1)] {
		if g, _, ok := l.x.Alias(n.Words[i+1:]); ok && g == group && allowing[w.Text] {
			return true
		}
	}
	return false
}

// Listed reports whether a party of a question stands beside another, or beside the name of a draft:
// "the American, European and Geneva drafts".
func (l *Lexicon) Listed(n *Named, group string) bool {
	joint := func(i int) bool { return articles[n.Words[i].Text] || listing[n.Words[i].Text] }
	for i := range n.Words {
		g, size, ok := l.x.Alias(n.Words[i:])
		if !ok || g != group {
			continue
		}
		before, after := i-1, i+size
		for ; before >= 0 && joint(before); before-- {
		}
		for ; after < len(n.Words) && joint(after); after++ {
		}
		for _, at := range [...]int{before, after} {
			if at < 0 || at >= len(n.Words) {
				continue
			}
			other, _, known := l.x.Alias(n.Words[at:])
			if n.Used[at] || PlanNoun(n.Words[at].Text) || known && other != group && l.PlansNamed(other) != nil {
				return true
			}
		}
	}
	return false
}

// listing are words between the names of a list.
var listing = Set("and or vs versus against with not")

// Holds reports whether a record is what a party put forward or holds; of events, what
// it did alone.
func (l *Lexicon) Holds(r *plan.Record, group string) bool {
	return (r.Kind != plan.Event || len(r.By) == 1) && l.putForward(r, group) || slices.Contains(l.PlansNamed(group), r)
}

// Names reports whether a name is that of an alias group.
func (l *Lexicon) Names(name, group string) bool {
	g, _, ok := l.x.Alias(search.Words(name))
	return ok && g == group
}

package lexicon

import (
	"slices"
	"strings"

	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/search"
)

// cueWeight is what a cue counts: it may be a part of the subject too.
const cueWeight = 0.3

// anchorWeight is what the words count that only tell on which side of something else it is.
const anchorWeight = 0.4

// Left are the terms of a question that are no name, date or point, and so what it is
// about: none where they only name who put forward the drafts named, and the day where
// nothing else is asked about. Words of a cue count little.
func (l *Lexicon) Left(n *Named, text string, terms []search.Term) []search.Term {
	point := n.AsksPoint()
	out := pick.Drop(terms, func(t search.Term) bool {
		return n.taken(t, point) || n.offered(t) || n.ofAccounts() && Account(t.Words[0]) || l.side(n, t) || l.putAs(n, n.Word(t))
	})
	for i, t := range out {
		if n.Titled[n.Word(t)] || t.Words[0].Stem == PointKey || n.IsCue(t.Words[0].Start) || bans(t.Words[0]) {
			out[i].Weight *= cueWeight
		}
	}
	if bound := n.eitherSide(); bound > 0 { // when it is, is not what it is
		for i, t := range out {
			if n.Word(t) > bound {
				out[i].Weight *= anchorWeight
			}
		}
	}
	if !slices.ContainsFunc(out, func(t search.Term) bool { return !l.author(n, t) }) {
		out = nil // "what did Russia ask for in its memorandum"
	}
	if len(out) == 0 && len(n.Dates) > 0 && !n.draftNamed() {
		out = pick.Drop(terms, func(t search.Term) bool { return !t.Words[0].Number && Month(t.Words[0].Text) == 0 })
	}
	if _, beside := l.Unheard(text, terms, true); beside { // the others of a list
		out = slices.DeleteFunc(out, func(t search.Term) bool { return t.Unknown })
	}
	return out
}

// side reports whether a term is only the noun behind the name of a party: "the Russian side",
// "the European counter".
func (l *Lexicon) side(n *Named, t search.Term) bool {
	at := n.Word(t)
	if noun := t.Words[0].Text; at == 0 || noun != "side" && !(otherNouns[noun] && n.draftNamed()) {
		return false
	}
	group, _, ok := l.x.Alias(n.Words[at-1:])
	return ok && l.Party(group)
}

// putAs reports whether a noun is how the subject before it is put, and no part of a name: "the
// amnesty language".
func (l *Lexicon) putAs(n *Named, at int) bool {
	if at == 0 || !put[n.Words[at].Text] || n.Words[at-1].Common() || n.Words[0].Text == "whose" {
		return false
	}
	before, _, ok := l.x.Alias(n.Words[at-1:])
	return !slices.ContainsFunc(l.x.Names, func(name search.Name) bool {
		words := search.Words(name.Text)
		has := func(w search.Word) bool {
			return slices.ContainsFunc(words, func(v search.Word) bool { return v.Stem == w.Stem })
		}
		return has(n.Words[at]) && (has(n.Words[at-1]) || ok && slices.Contains(l.x.Groups(words), before))
	})
}

// offered reports whether a term is the verb for what a draft puts forward, after its name:
// "what did the plan offer".
func (n *Named) offered(t search.Term) bool {
	at, noun := n.Word(t), t.Words[0].Text
	if len(n.Words) > 2 && n.Words[0].Text == "what" && does[n.Words[1].Text] && (offers[noun] || answering[noun]) { // "what did they ask for in their paper"
		return true
	}
	return offers[noun] && slices.Contains(n.Used[:at], true) && n.draftNamed() && !n.Has("who", "whose", "whom")
}

// taken reports whether a term is a name, a date, a point or a noun for one.
func (n *Named) taken(t search.Term, point bool) bool {
	used := true
	for _, w := range t.Words {
		used = used && n.Used[n.word(w)]
	}
	noun, i := t.Words[0].Text, n.Word(t)
	if i+1 < len(n.Words) && Peace(n.Words[i]) && PlanNoun(n.Words[i+1].Text) || i > 0 && n.Words[i-1].Text == "few" || standsIn(n.Words, i) || otherPlan(n.Words, i) || noun == "number" && point {
		return true
	}
	if presented[noun] && i > 0 && n.Used[i-1] && i+1 < len(n.Words) && n.Words[i+1].Common() && !n.Has("when", "who", "how", "was", "were") {
		return true // "the memorandum handed over in Istanbul"
	}
	if _, to, ok := n.Phrase([]string{"in", "terms", "of"}); ok && i == to-2 {
		return true
	}
	if from, to := checking(n.Words); from <= i && i < to || n.Cued(CueUptake) && n.Words[i].Stem == "end" && i+1 < len(n.Words) && n.Words[i+1].Text == "up" {
		return true
	}
	if i+1 < len(n.Words) && (n.Words[i+1].Text == "on" || n.Words[i+1].Text == "about") && (put[noun] && n.Words[0].Text != "whose" || (noun == "position" || noun == "stance") && i > 0 && n.Words[i-1].Text == "the") {
		return true // how it is put
	}
	if restating[noun] && n.Verbatim() && n.Words[min(i+1, len(n.Words)-1)].Common() || n.Words[i].Stem == "exact" || n.Words[i].Stem == "precis" || noun == "precise" {
		return true // the very words
	}
	if linking[noun] && len(n.Records) > 1 && slices.Contains(n.Used[:i], true) && slices.Contains(n.Used[i:], true) {
		return true // "the 28 points became 19"
	}
	if n.drafts(i) {
		return false
	}
	if noun == "well" && i > 0 && n.Words[i-1].Text == "as" {
		return true
	}
	if next, ok := idle[noun]; ok && i+1 < len(n.Words) && n.Words[i+1].Text == next {
		return true
	}
	if noun == "deal" && i > 0 && i+1 < len(n.Words) && n.Words[i+1].Text == "with" && n.Words[i-1].Text != "a" && (n.Used[i-1] || n.Words[i-1].Common()) {
		return true // what it makes of something
	}
	if w := n.Words[i]; w.Number && !digits(w) && i+2 < len(n.Words) && (n.Used[i+1] || PlanNoun(n.Words[i+1].Text) || PlanNoun(n.Words[i+2].Text)) {
		return true // "the two drafts"
	}
	if w := n.Words; i > 0 && (w[i-1].Text == "which" || w[i-1].Text == "what") && PlanNoun(noun) && strings.HasSuffix(noun, "s") && n.oneDraft() && i+2 < len(w) && (w[i+1].Text == "are" || w[i+1].Text == "make" || w[i+1].Text == "belong") { // "which papers are in the package"
		return false
	}
	if counted(n.Words, i) && n.oneDraft() && !(i > 2 && n.Words[i-2].Text == "of" && n.Used[i-3]) {
		return false // "the three papers of the first draft"
	}
	which := i > 0 && (n.Words[i-1].Text == "which" || n.Words[i-1].Text == "what") || i > 1 && n.Words[i-2].Text == "which" // "which American point"
	return used || PlanNoun(noun) || PointNoun(noun) && (t.Words[0].Stem != PointKey || which || point) || noun == "terms" && which && n.draftNamed()
}

// author reports whether a term names who put forward one of the drafts that a
// question names, and not a person who says something of it.
func (l *Lexicon) author(n *Named, t search.Term) bool {
	if next := n.Word(t) + len(t.Words); next < len(n.Words) && saying[n.Words[next].Text] {
		group, _, _ := l.x.Alias(t.Words)
		return slices.ContainsFunc(n.Records, func(v *plan.Record) bool { return l.putForward(v, group) })
	}
	return t.Alias && slices.ContainsFunc(n.Records, func(v *plan.Record) bool { return v.Kind == plan.Draft && l.x.Has(v.ID, t.Words) })
}

// Word is the place of a term among the words.
func (n *Named) Word(t search.Term) int { return n.word(t.Words[0]) }

func (n *Named) word(w search.Word) int {
	return slices.IndexFunc(n.Words, func(v search.Word) bool { return v.Start == w.Start })
}

// Place reports whether a term is a place or a part of one: "in Abu Dhabi", "at the Hague".
func (n *Named) Place(t search.Term) bool {
	at := n.Word(t)
	for i := at - 1; i >= 0; i-- {
		switch w := n.Words[i]; {
		case w.Text == "in", w.Text == "at":
			return !t.Unknown && !t.Words[0].Number && !n.Used[at] && !InCue(n.Words[at])
		case w.Text != "the" && (w.Common() || i+1 < at):
			return false
		}
	}
	return false
}

// Gathers reports whether a term stands before a noun for a meeting: "the Geneva summit".
func (n *Named) Gathers(t search.Term) bool {
	next := n.Word(t) + len(t.Words)
	return next < len(n.Words) && gatherings[n.Words[next].Text]
}

// ByDraft reports whether "according to" is said of a draft.
func (n *Named) ByDraft() bool {
	_, to, ok := n.Phrase([]string{"accord"})
	end := min(to+3, len(n.Words))
	return ok && (slices.Contains(n.Used[to:end], true) || slices.ContainsFunc(n.Words[to:end], func(w search.Word) bool { return PlanNoun(w.Text) }))
}

package lexicon

import (
	"slices"
	"strings"

	"plandiff/internal/search"
)

// frame are the words that only make a sentence a yes-no question about a text. None of them can
// turn the answer: "only", "all", "already" and "get" are no part of it.
var frame = Set(`a an the this that these those it its there i you we me is are was were be been being do does did would will shall
 have has had and in of on at to for from by with under within per via into as about any than then still indeed really actually
 say says said state states stated contain contains contained include includes included provide provides provided foresee foresees foreseen
 envisage envisages envisaged stipulate stipulates stipulated mention mentions mentioned give gives true false correct right tell know
 anything something bit bits part parts name names named list lists listed make makes`)

// leaned are the kinds of cue that a verdict takes into account by itself.
var leaned = []CueKind{CueVerify, CueSame, CueGone, CueCompare, CueUptake}

// Framed reports whether a word is one that a yes-no question is made with, or names a draft.
func (n *Named) Framed(i int) bool {
	w := n.Words[i]
	rules := func(j int) bool {
		return j >= 0 && j+1 < len(n.Words) && n.Words[j].Stem == "rul" && n.Words[j+1].Text == "out"
	}
	switch from, to := checking(n.Words); {
	case n.Used[i], from <= i && i < to: // a draft; "true or false"
		return true
	case i > 0 && n.Words[i-1].Number && (PlanNoun(w.Text) || w.Stem == PointKey): // what is counted
		return false
	case frame[w.Text], PlanNoun(w.Text), PointNoun(w.Text):
		return true
	case slices.Contains(permitting, w.Stem), slices.Contains(obliging, w.Stem), Burden(w), slices.Contains(ruling, w.Stem), rules(i), rules(i - 1): // the verdict tells them apart
		return true
	case every[w.Text] && (n.Paper(i+1) || n.Paper(i+2) || n.Paper(i+3)): // "all of the drafts"
		return true
	case w.Text == "between" && n.Cued(CueCompare), w.Text == "ever" && i > 0 && n.Words[i-1].Text != "for", offers[w.Text] && n.Demands():
		return true
	}
	return slices.ContainsFunc(n.Cues, func(c Cue) bool { return slices.Contains(leaned, c.Kind) && c.From <= i && i < c.To })
}

// Demands reports whether a question asks what somebody wants: "does the union demand 9 %", "in the
// union's version".
func (n *Named) Demands() bool {
	for i, w := range n.Words {
		if (offers[w.Text] || w.Text == "version") && !(n.Used[i] && (otherNouns[w.Text] || w.Text == "version")) { // "the union's offer" names a draft
			return true
		}
	}
	return false
}

// Paper reports whether the word at a place is a noun for a draft.
func (n *Named) Paper(i int) bool {
	return i < len(n.Words) && (PlanNoun(n.Words[i].Text) || otherNouns[n.Words[i].Text])
}

// happened are the words that a question of the world begins with, and none of a text: "has the army grown".
var happened = Set("has have had")

// OfWorld reports whether a question asks if something has been done, which no draft tells.
func (n *Named) OfWorld() bool { return len(n.Words) > 0 && happened[n.Words[0].Text] }

// Adjective reports whether a word, if it names a party, is the adjective: "Russian".
func Adjective(word string) bool {
	return len(word) > 4 && (strings.HasSuffix(word, "an") || strings.HasSuffix(word, "ish") || strings.HasSuffix(word, "ese"))
}

// turning are words by which a part of a sentence is said of another: on a condition, or as less.
var turning = Set("if unless when until once only just solely")

// reversing are words by which the name of a field is of what is not so: "land outside the guarantees".
var reversing = Set("outside without beyond except not no ban bans ruled loss lost")

// Reverses reports whether the name of a field has such a word that a question has not.
func (n *Named) Reverses(title string) bool {
	return slices.ContainsFunc(search.Words(title), func(w search.Word) bool {
		return reversing[w.Text] && !slices.ContainsFunc(n.Words, func(v search.Word) bool { return v.Stem == w.Stem })
	})
}

// Undoes reports whether a word is the opposite of one in a text, and does not stand there itself:
// "unlimited" of a limit.
func Undoes(word, text string) bool {
	rest, ok := strings.CutPrefix(word, "un")
	if !ok || len(rest) < 4 {
		return false
	}
	words, stem := search.Words(text), search.Words(rest)[0].Stem
	return !slices.ContainsFunc(words, func(w search.Word) bool { return w.Text == word }) && slices.ContainsFunc(words, func(w search.Word) bool { return w.Stem == stem })
}

// Turns reports whether a word makes of what a question asks something else.
func Turns(word string) bool { return turning[word] }

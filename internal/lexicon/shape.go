package lexicon

import (
	"slices"
	"strings"

	"plandiff/internal/plan"
	"plandiff/internal/search"
)

// Phrase finds words that stand for themselves, as stems; a star stands for any
// words. A word that is part of a name does not count.
func (n *Named) Phrase(phrase []string) (from, to int, ok bool) {
	const long = 9 // letters of a stem that begins no other word: "contradictory"
	is := func(w search.Word, want string) bool {
		ing := strings.HasSuffix(w.Text, "ing") && (search.Word{Text: want}).Common() // "the willing" is no "will"
		return w.Stem == want && !ing || len(want) >= long && strings.HasPrefix(w.Text, want) || w.Text == want || want == "not" && strings.HasSuffix(w.Text, "n't")
	}
	if len(phrase) == 3 && phrase[1] == "*" { // any words between, names too
		for i, w := range n.Words {
			if is(w, phrase[0]) && to == 0 {
				from, to = i, i+1
			} else if is(w, phrase[2]) && to > 0 {
				return i, i + 1, true
			}
		}
		return 0, 0, false
	}
	for i := range n.Words {
		k := 0
		for k < len(phrase) && i+k < len(n.Words) && !n.Used[i+k] && is(n.Words[i+k], phrase[k]) {
			k++
		}
		if k == len(phrase) {
			return i, i + k, true
		}
	}
	return 0, 0, false
}

// Has reports whether any of some phrases stands in a question.
func (n *Named) Has(phrases ...string) bool {
	return slices.ContainsFunc(phrases, func(p string) bool {
		_, _, ok := n.Phrase(strings.Fields(p))
		return ok
	})
}

// Denies reports whether a question has a word that turns what it says.
func (n *Named) Denies() bool { return n.Has("not", "no", "never", "without") }

// Limits reports whether a question asks on which side of a number another lies: "over 600,000".
func (n *Named) Limits() bool {
	return n.Has("more", "less", "fewer", "than", "below", "above", "least", "most") || slices.ContainsFunc(n.Words, func(w search.Word) bool {
		return w.Number && n.Has("over "+w.Text, "under "+w.Text)
	})
}

// AsksAll reports whether every draft is asked about: "which of the plans".
func (n *Named) AsksAll() bool {
	for i, w := range n.Words {
		if i > 1 && PlanNoun(w.Text) && n.Words[i-1].Text == "by" && n.Words[i-2].Text == w.Text { // "draft by draft"
			return true
		}
		if !every[w.Text] && w.Text != "different" && w.Text != "various" {
			continue
		}
		for j := i + 1; j < min(i+4, len(n.Words)); j++ {
			if next := n.Words[j].Text; PlanNoun(next) && !n.Used[j] {
				return true
			}
		}
	}
	return false
}

var (
	// leaning begin a question that goes on from the last; pronouns stand for
	// what was asked.
	leaning  = Set("and but so then or also only just now ok")
	pronouns = Set("it this they them those these he she him her its their")
)

// AsksOrder reports whether a question asks for days in their order.
func (n *Named) AsksOrder() bool { return n.Has("dat", "in order", "chronolog") }

// Acts reports whether a question asks whether a draft does something: "does the first plan ban it".
func (n *Named) Acts() bool {
	if len(n.Words) < 3 || !does[n.Words[0].Text] {
		return false
	}
	named := slices.Index(n.Used, true)
	return named == 1 || named == 2 && n.Words[1].Common() // an article
}

// Does reports whether a term is who does what a question asks the reason of: "why did she leave".
func (n *Named) Does(t search.Term) bool {
	verb := slices.IndexFunc(n.Words, func(w search.Word) bool { return does[w.Text] })
	return len(n.Words) > 3 && verb > 0 && verb < 3 && verb+1 < len(n.Words) && t.Words[0].Start == n.Words[verb+1].Start
}

// does are the verbs by which a question asks for a deed.
var does = Set("do does did would could")

// Onward is whether a question asks for what came next, 1, or before, -1: "and then?"; 0 for all else.
func (n *Named) Onward() int {
	const few = 3 // words
	last := len(n.Words) - 1
	switch {
	case last < 0:
	case n.Has("the next", "after that", "happened next", "came next"), n.Has("afterward", "afterwards") && (n.Cued(CueEvents) || last < 2*few), last < few && (n.Words[last].Text == "then" || n.Words[last].Text == "next"):
		return 1
	case n.Has("before that", "happened before", "came before") && last < 2*few:
		return -1
	}
	return 0
}

// Leans reports whether a question begins as one that goes on from the last.
func (n *Named) Leans() bool {
	if len(n.Words) > 2 && n.Words[0].Text == "how" && (n.Words[1].Text == "many" || n.Words[1].Text == "much") && does[n.Words[2].Text] { // of what it leaves out
		return true
	}
	return len(n.Words) > 0 && leaning[n.Words[0].Text] || n.again() || len(n.Words) > 1 && n.Words[1].Text == "about" && (n.Words[0].Text == "what" || n.Words[0].Text == "how")
}

// What a question asks of what was told before it.
const (
	OnDay       = "day"
	BySpeaker   = "speaker"
	ByFirst     = "first speaker"
	ByProponent = "proponent"
)

// Then is what a question asks of what was told before, as far as its words can
// say: when it was, who said it, or first, or who put it forward; "" for all else.
func (n *Named) Then() string {
	any := func(of map[string]bool) bool {
		return (n.Has("who") || n.AsksSource()) && slices.ContainsFunc(n.Words, func(w search.Word) bool { return of[w.Text] })
	}
	switch {
	case n.AsksTime():
		return OnDay
	case any(offers), n.Has(cameUp...):
		return ByProponent
	case n.Objects():
	case any(saying) && n.Has("first"):
		return ByFirst
	case any(saying), n.Has("whose word") && n.Pronoun(), n.AsksSource() && len(n.Words) < 3, n.Has("how * know"):
		return BySpeaker
	}
	return ""
}

// AsksTime reports whether a question asks for a day: "and when", but not "open when the
// talks began".
func (n *Named) AsksTime() bool {
	for i, w := range n.Words {
		if w.Text == "when" && (i == 0 || i+1 == len(n.Words) || n.Words[i-1].Common() || n.Words[i-1].End+1 < w.Start) { // after a mark
			return true
		}
	}
	return n.Has("what day", "which month", "what year", "which year")
}

// AsksSource reports whether a question asks which outlet it is.
func (n *Named) AsksSource() bool {
	return slices.ContainsFunc(n.Words, func(w search.Word) bool { return outlets[w.Text] }) && n.Has("which", "what")
}

// Sourcing reports whether a word is one for who prints something.
func Sourcing(word string) bool { return outlets[word] }

// AsksWhen reports whether a question begins by asking for a day.
func (n *Named) AsksWhen() bool {
	return len(n.Words) > 1 && n.Words[0].Text == "when" && yesNo[n.Words[1].Text]
}

const again = "same"

// again reports whether a question is the last one asked of something else: "same in".
func (n *Named) again() bool {
	next := func(i int) bool {
		return len(n.Words) > i && (n.Words[i].Text == "in" || n.Words[i].Text == "for" || n.Words[i].Text == "as")
	}
	return len(n.Words) > 1 && n.Words[0].Text == again && (next(1) || next(2)) // "same thing for"
}

// Rest is a question without the word that asks the last one again.
func (n *Named) Rest(text string) string {
	if n.again() && len(text) > len(again) && strings.EqualFold(text[:len(again)], again) {
		rest := strings.TrimSpace(text[len(again):])
		if PlanNoun(n.Words[1].Text) { // "same thing for"
			_, rest, _ = strings.Cut(rest, " ")
		}
		return rest
	}
	return text
}

// Person reports whether a pronoun stands for somebody who was spoken of.
func (n *Named) Person() bool { return n.Has("he", "she") }

// Said puts a name in the place of the pronoun for somebody.
func (n *Named) Said(text, name string) string {
	for _, w := range n.Words {
		if w.Text == "he" || w.Text == "she" {
			return text[:w.Start] + name + text[w.End:]
		}
	}
	return text
}

// Pronoun reports whether a word stands for what was asked before: "each" does
// where no noun for a draft follows, "there" at the end, "that" also before such a noun
// and after the verb that a question begins with.
func (n *Named) Pronoun() bool {
	for i, w := range n.Words {
		last := i+1 == len(n.Words)
		noun := !last && (PlanNoun(n.Words[i+1].Text) || PointNoun(n.Words[i+1].Text) || Restates(n.Words, i+1))
		if pronouns[w.Text] && !n.IsCue(w.Start) || w.Text == "so" && i > 0 && n.Has("who") && saying[n.Words[i-1].Text] || w.Text == "there" && last || w.Text == "that" && (last || noun || n.That() || i > 0 && i < 4 && yesNo[n.Words[i-1].Text]) || w.Text == "each" && !noun || !n.Used[i] && standsIn(n.Words, i) {
			return true
		}
	}
	return false
}

// Instead reports whether a word stands for a version: "the European one", "what does it
// say", "in each of them".
func (n *Named) Instead() bool {
	for i, w := range n.Words {
		of := i > 1 && w.Text == "them" && n.Words[i-1].Text == "of" && (every[n.Words[i-2].Text] || n.Words[i-2].Text == "both" || n.Words[i-2].Text == "either")
		if !n.Used[i] && standsIn(n.Words, i) || of || i > 0 && n.Words[i-1].Text == "it" && saying[w.Text] {
			return true
		}
	}
	return false
}

// AsksPoint reports whether a question asks for the number of a point: "which points"
// may as well ask for a list.
func (n *Named) AsksPoint() bool {
	for i := 1; i < len(n.Words); i++ {
		w, before := n.Words[i].Text, n.Words[i-1].Text
		if w == "number" && n.Words[i-1].Stem == PointKey { // "the point number"
			return true
		}
		if of := i+1 < len(n.Words) && n.Words[i+1].Text == "of"; !n.Used[i] && (PointNoun(w) || w == "number" && !of) && (before == "which" || before == "what" && !strings.HasPrefix(w, "provision")) { // "what provision is made for it"
			return !(strings.HasSuffix(w, "s") && (n.Lists() || n.Cued(CueDisputed)))
		}
	}
	return false
}

// OfMeetings reports whether a question is about meetings.
func (n *Named) OfMeetings() bool {
	return slices.ContainsFunc(n.Words, func(w search.Word) bool { return gatherings[w.Text] })
}

// Gathering reports whether a word is one for a meeting.
func Gathering(word string) bool { return gatherings[word] }

// AsksLatest reports whether a question asks for what happened last.
func (n *Named) AsksLatest() bool {
	return n.Has("latest", "news", "recent") && !n.Has("first * latest")
}

// LastMeeting is the word for a meeting of which a question asks about the last one: "the most recent
// round of talks"; "" where it asks about none.
func (n *Named) LastMeeting() (word string) {
	const near = 3                               // words behind
	if n.Has("where * stand", "where * stood") { // "where do the talks stand"
		if i := slices.IndexFunc(n.Words, func(w search.Word) bool { return gatherings[w.Text] }); i >= 0 {
			return n.Words[i].Stem
		}
	}
	for i, w := range n.Words {
		if ends[w.Text] != 1 || n.Used[i] || word != "" {
			continue
		}
		for _, next := range n.Words[i+1 : min(len(n.Words), i+1+near)] {
			if gatherings[next.Text] { // of "round of talks" the talks
				word = next.Stem
			}
		}
	}
	return word
}

// AsksStill reports whether a question asks if something was kept.
func (n *Named) AsksStill() bool {
	return n.Has("still in", "still there", "still stand", "still valid")
}

// Mentions reports whether a question asks if something is spoken of.
func (n *Named) Mentions() bool {
	return n.Has("mention", "anything about", "anything on", "anything in", "say anything", "address", "anywhere")
}

// AsksAny reports whether a question asks if there is something at all.
func (n *Named) AsksAny() bool {
	return n.Mentions() || YesNo(n.Words) && len(n.Words) > 1 && n.Words[1].Text == "there" && !n.AsksAll() // "is there a plan that"
}

// Verbatim reports whether a question asks for the very words.
func (n *Named) Verbatim() bool {
	return n.Has("exact", "precis", "precise", "verbatim", "quot", "word for word")
}

// superlatives ask for the end of a range of numbers: 1 the highest, -1 the lowest.
var superlatives = map[string]int{"highest": 1, "largest": 1, "biggest": 1, "longest": 1, "greatest": 1, "lowest": -1, "smallest": -1, "shortest": -1, "fewest": -1}

// comparatives ask which of two numbers is the higher: 1, or the lower: -1.
var comparatives = map[string]int{"higher": 1, "larger": 1, "bigger": 1, "longer": 1, "more": 1, "greater": 1, "lower": -1, "smaller": -1, "shorter": -1, "fewer": -1, "less": -1}

// Compares is whether a question asks if a number is higher than another, 1, or lower, -1;
// 0 where it asks neither.
func (n *Named) Compares() int {
	for i, w := range n.Words {
		if end := comparatives[w.Text]; end != 0 && slices.ContainsFunc(n.Words[i:], func(w search.Word) bool { return w.Text == "than" }) {
			return end
		}
	}
	return 0
}

// Extreme is which end of a range of numbers a question asks for: 1 the highest, -1 the
// lowest; 0 where it asks for none.
func (n *Named) Extreme() int {
	for _, w := range n.Words {
		if end := superlatives[w.Text]; end != 0 {
			return end
		}
	}
	return 0
}

// Alters reports whether a question asks what somebody made of a text.
func (n *Named) Alters() bool {
	return n.Has("chang", "rewrite", "rewrit", "rewrote", "alter", "amend", "redraft", "turn * into", "put * in", "put * instead")
}

// objections are what somebody says against something, by their stems.
var objections = []string{"object", "oppos", "criticis", "criticiz", "complain"}

// Objects reports whether a question asks about objections.
func (n *Named) Objects() bool { return n.Has(objections...) }

// Opposes reports whether a word is one for that.
func Opposes(w search.Word) bool { return slices.Contains(objections, w.Stem) }

// Denies reports whether a claim says no to something: "not fair", "rejected by the union".
func Denies(c *plan.Claim) bool {
	return slices.ContainsFunc(search.Words(c.Value.String()+" "+c.Phrase), func(w search.Word) bool { return denials[w.Text] || Opposes(w) })
}

// Plans reports whether a question speaks of drafts without naming one.
func (n *Named) Plans() bool {
	for i, w := range n.Words {
		if !n.Used[i] && PlanNoun(w.Text) && strings.HasSuffix(w.Text, "s") {
			return true
		}
	}
	return false
}

// OnePlan reports whether a question speaks of a draft that it does not name: "the
// plan".
func (n *Named) OnePlan() bool {
	for i, w := range n.Words {
		the := i
		if i > 0 && n.Words[i-1].Stem == peaceKey {
			the--
		}
		if the > 0 && !n.Used[i] && n.Words[the-1].Text == "the" && planNouns[w.Text] && !n.draftNamed() {
			return true
		}
	}
	return false
}

// Lacking reports whether a question asks for what one of two versions has and
// the other has not, and whether that is the second named: "in A, not in B".
func (n *Named) Lacking() (second, ok bool) {
	for i, w := range n.Words {
		not := w.Text == "not" || w.Text == "missing" || w.Text == "absent" || strings.HasSuffix(w.Text, "n't")
		next := ""
		if i+1 < len(n.Words) {
			next = n.Words[i+1].Text
		}
		switch {
		case n.Used[i], i > 0 && linking[n.Words[i-1].Text]: // "went missing"
		case not && (next == "in" || next == "from"), i > 0 && n.Words[i-1].Text == "no" && (w.Text == "counterpart" || w.Text == "equivalent"): // the one named after it
			return len(n.at) == 0 || n.at[0] < i, true
		case w.Stem == "lack", not && (next == "have" || next == "" && i > 0): // the one named before it
			return len(n.at) > 1 && n.at[1] < i, true
		}
	}
	return false, false
}

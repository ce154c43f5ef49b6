package lexicon

import (
	"slices"
	"strings"

	"plandiff/internal/search"
)

// CueKind is what kind of answer the words of a question ask for.
type CueKind string

const (
	CueDisputed CueKind = "disputed" // what sources contradict each other on
	CueOpen     CueKind = "open"     // what is in brackets
	CueUnknown  CueKind = "unknown"  // what nobody has reported
	CueUptake   CueKind = "uptake"   // whose wording it has
	CueOrigin   CueKind = "origin"   // where it comes from
	CueEvents   CueKind = "events"   // what happened
	CueHistory  CueKind = "history"  // how it went through time
	CueSame     CueKind = "same"     // what does not differ
	CueAdded    CueKind = "new"      // what is new
	CueGone     CueKind = "gone"     // what is left out
	CueCompare  CueKind = "compare"  // what differs
	CueSearch   CueKind = "search"   // who says so
	CueVerify   CueKind = "verify"   // whether it is so
	CueOverview CueKind = "overview" // all in short
	CueWhy      CueKind = "why"      // what the reason is
	CueBeyond   CueKind = "none"     // an opinion, or a time after the records
)

// Cues are the English words and phrases that tell what kind of answer is
// wanted, as stems. A star stands for any words.
var Cues = map[CueKind][]string{
	CueDisputed: {"contradict", "disagree", "disput", "conflict"},
	CueOpen:     {"bracket", "still open"},
	CueUnknown:  {"not * known", "not * know", "how * know"},
	CueUptake:   {"it into", "whose word", "adopt", "won"},
	CueOrigin:   {"who propos", "origin of", "come from", "whose idea", "first"},
	CueEvents:   {"happen", "meet", "talk", "took place", "latest"},
	CueHistory:  {"over time", "since", "history", "timeline", "chronolog", "evolv", "mov", "first * last"},
	CueSame:     {"same", "unchang", "stayed", "in common", "kept", "keep", "surviv", "left of", "always", "identic"},
	CueAdded:    {"new", "add", "alone"},
	CueGone:     {"drop", "gone", "missing", "remov", "delet", "struck", "strik", "disappear", "no longer"},
	CueCompare:  {"differ", "compar", "vs", "chang"},
	CueSearch:   {"who say", "who said", "accord", "quot"},
	CueVerify:   {"it true"},
	CueOverview: {"overview", "summar", "in short", "nutshell", "main", "explain", "brief", "sum up"},
	CueWhy:      {"why"},
	CueBeyond:   {"will", "should", "you think", "opinion", "fair", "last", "win", "best", "better"},
}

// Cue is one that a question has, and the words that it takes.
type Cue struct {
	Kind     CueKind
	From, To int
}

// findCues finds the cues of a question. A word that is part of a name is none.
func (n *Named) findCues() {
	if from, to, ok := n.unsettled(); ok {
		n.Cues = append(n.Cues, Cue{CueOpen, from, to})
	}
	if from, to, ok := n.Phrase([]string{"agree"}); ok && slices.ContainsFunc(n.Words[:from], Account) && slices.ContainsFunc(n.Words[:from], func(w search.Word) bool { return does[w.Text] }) { // "do reports agree on"
		n.Cues = append(n.Cues, Cue{CueDisputed, from, to})
	}
	if len(n.Words) > 1 && tracing[n.Words[0].Text] {
		n.Cues = append(n.Cues, Cue{CueHistory, 0, 1})
	}
	if from, to, ok := n.Phrase([]string{"reason"}); ok && from > 0 && asks[n.Words[from-1].Text] { // "what reasons did they give"
		n.Cues = append(n.Cues, Cue{CueWhy, from, to})
	}
	for i, w := range n.Words {
		var next search.Word
		if i+1 < len(n.Words) {
			next = n.Words[i+1]
		}
		switch read := slices.IndexFunc(n.Words[i:], func(w search.Word) bool { return reading[w.Text] }); {
		case read > 0 && (w.Text == "nobody" || w.Text == "no" && next.Text == "1"): // has read it
			n.Cues = append(n.Cues, Cue{CueUnknown, i, i + read + 1})
		case unknown[w.Text] && !n.Used[i]:
			n.Cues = append(n.Cues, Cue{CueUnknown, i, i + 1})
		case takenOut[w.Text] && next.Text == "out" && !n.Used[i]:
			n.Cues = append(n.Cues, Cue{CueGone, i, i + 2})
		case altering[w.Text] && !n.Used[i]:
			n.Cues = append(n.Cues, Cue{CueCompare, i, i + 1})
		case w.Text == "as" && apart[next.Text]:
			n.Cues = append(n.Cues, Cue{CueCompare, i, i + 2})
		case lengths[next.Text] && (w.Number || w.Text == "few") && i > 0 && n.Words[i-1].Text == "in": // "in three sentences"
			n.Cues = append(n.Cues, Cue{CueOverview, i, i + 2})
		}
	}
	for _, phrase := range cameUp {
		if from, to, ok := n.Phrase(strings.Fields(phrase)); ok {
			n.Cues = append(n.Cues, Cue{CueOrigin, from, to})
		}
	}
	for kind, phrases := range Cues {
		for _, phrase := range phrases {
			if from, to, ok := n.Phrase(strings.Fields(phrase)); ok {
				if kind == CueSame && slices.ContainsFunc(n.Words[to:min(len(n.Words), to+3)], func(w search.Word) bool { return w.Text == "out" }) { // "kept out of it"
					continue
				}
				if phrase == "drop" && slices.ContainsFunc(n.Words[to:], func(w search.Word) bool { return w.Number && len(w.Text) > 2 && n.Has("to "+w.Text) }) { // "drops it to 600,000"
					n.Used[from] = true
					continue
				}
				if phrase == "same" && to < len(n.Words) && (gatherings[n.Words[to].Text] || timely[n.Words[to].Text] || matters[n.Words[to].Text]) { // "at the same round", which was told of
					n.Used[from], n.Used[to] = true, true
					continue
				}
				if kind == CueOrigin && phrase == "first" && YesNo(n.Words) && !n.Has("the first", "first time", "come up") { // before all else
					continue
				}
				if kind == CueHistory && phrase == "since" && to < len(n.Words) && n.Words[to].Number && !n.Used[to] { // of what drafts speak of
					continue
				}
				if kind == CueCompare && n.ofAccounts() { // and not drafts
					kind = CueDisputed
				}
				n.Cues = append(n.Cues, Cue{kind, from, to})
			}
		}
	}
}

// likeCues takes a word that nothing in the library has, and that the thesaurus puts beside one that
// asks for a list or a short account of drafts, for that: "which points vanished", "a rundown of".
func (l *Lexicon) likeCues(n *Named) {
	for i, w := range n.Words {
		if len(w.Stem) < 3 || w.Common() || w.Number || n.Used[i] {
			continue
		}
		for kind, of := range map[CueKind]bool{CueCompare: n.draftNamed(), CueOverview: n.draftNamed() || n.Plans() || n.AsksAll(), CueGone: n.ofPoints(), CueSame: n.draftNamed() && len(n.Records) == 2} {
			if of && !n.Cued(kind) && slices.ContainsFunc(Cues[kind], func(cue string) bool { return l.x.Alike(w.Stem, cue) }) {
				n.Cues = append(n.Cues, Cue{kind, i, i + 1})
			}
		}
	}
}

// ofPoints reports whether a question asks which points of a draft it is about.
func (n *Named) ofPoints() bool {
	for i, w := range n.Words {
		if PointNoun(w.Text) && strings.HasSuffix(w.Text, "s") && (!n.Used[i] || n.Has("which of")) { // "which of the 28 points"
			return true
		}
	}
	return false
}

// unsettled finds the words that something is open still, as "not agreed" and "unresolved" do.
func (n *Named) unsettled() (from, to int, ok bool) {
	for i, w := range n.Words {
		before := n.Words[max(0, i-2):i]
		not := slices.ContainsFunc(before, func(b search.Word) bool {
			return b.Text == "not" || b.Text == "yet" || strings.HasSuffix(b.Text, "n't")
		})
		if !unsettled[w.Text] && !(settled[w.Text] && not) {
			continue
		}
		if from = i; i > 0 && n.Words[i-1].Stem == "remain" {
			from--
		}
		return from, i + 1, true
	}
	return 0, 0, false
}

// ofAccounts reports whether a question speaks of what sources tell: "why do press accounts
// differ".
func (n *Named) ofAccounts() bool {
	return n.Has("differ") && slices.ContainsFunc(n.Words, Account)
}

// Account reports whether a word is one for what sources tell.
func Account(w search.Word) bool { return accounts[w.Text] || outlets[w.Text] && !PlanNoun(w.Text) }

// Cued reports whether a question has a cue of any of some kinds.
func (n *Named) Cued(kinds ...CueKind) bool {
	return slices.ContainsFunc(n.Cues, func(c Cue) bool { return slices.Contains(kinds, c.Kind) })
}

// IsCue reports whether the word at a place of the text only tells what kind of answer
// is wanted.
func (n *Named) IsCue(start int) bool {
	return slices.ContainsFunc(n.Cues, func(c Cue) bool { return n.Words[c.From].Start <= start && start < n.Words[c.To-1].End })
}

// Lists reports whether a question asks for all of a sort.
func (n *Named) Lists() bool {
	return n.Cued(CueCompare, CueSame, CueAdded, CueGone, CueOpen, CueUnknown, CueUptake)
}

// Foretells reports whether a question asks for a forecast or an opinion; with a verb
// that is said of texts too only as it begins.
func (n *Named) Foretells() bool {
	return n.Forecasts() || slices.ContainsFunc(n.Cues, func(c Cue) bool {
		w := n.Words[c.From]
		return c.Kind == CueBeyond && (w.Common() && c.From < 2 || !w.Common() && w.Stem != "will" && w.Stem != "last")
	})
}

// InCue reports whether a word stands in a cue, so that it is no slip.
func InCue(w search.Word) bool {
	for kind := range Cues {
		if Cued(w, kind) {
			return true
		}
	}
	return false
}

// Cued reports whether a word stands in a cue of a kind.
func Cued(w search.Word, kind CueKind) bool {
	return slices.ContainsFunc(Cues[kind], func(p string) bool { return slices.Contains(strings.Fields(p), w.Stem) })
}

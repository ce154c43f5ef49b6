package ask

import (
	"slices"
	"strings"

	"plandiff/internal/lexicon"
	"plandiff/internal/search"
)

// cues are the English words and phrases that tell what kind of answer is
// wanted, as stems. A star stands for any words.
var cues = map[Kind][]string{
	Disputed: {"contradict", "disagree", "disput", "reports differ"},
	Open:     {"bracket", "still open"},
	Unknown:  {"not * known", "not * know", "how * know"},
	Uptake:   {"it into", "whose word", "adopt", "taken over", "won"},
	Origin:   {"who propos", "came up with", "come from", "whose idea", "first"},
	Events:   {"happen", "meet", "talk", "took place", "latest", "news"},
	History:  {"over time", "since", "history", "timeline", "chronolog", "evolv", "move", "first * last"},
	Same:     {"same", "unchang", "stayed", "in common", "kept", "keep", "still * from", "surviv", "left of"},
	Added:    {"new", "add", "alone"},
	Gone:     {"drop", "gone", "missing", "remov", "delet", "struck", "strik", "left out", "disappear"},
	Compare:  {"differ", "compar", "vs", "chang"},
	Search:   {"who say", "who said", "accord", "quot"},
	Verify:   {"is it true", "true or false"},
	Overview: {"overview", "summar", "in short", "nutshell", "main", "explain", "brief"},
	Why:      {"why"},
	Outside:  {"will", "should", "you think", "opinion", "last", "win", "best", "bett"},
}

// cue is one that a question has, and the words that it takes.
type cue struct {
	kind     Kind
	from, to int
}

// findCues lists the cues of a question. A word that is part of a name is none.
func findCues(n *lexicon.Named) []cue {
	var out []cue
	for kind, phrases := range cues {
		for _, phrase := range phrases {
			if from, to, ok := n.Phrase(strings.Fields(phrase)); ok {
				out = append(out, cue{kind, from, to})
			}
		}
	}
	return out
}

// isCueWord reports whether a word stands in a cue, so that it is no slip.
func isCueWord(w search.Word) bool {
	for _, phrases := range cues {
		for _, p := range phrases {
			if slices.Contains(strings.Fields(p), w.Stem) {
				return true
			}
		}
	}
	return false
}

func has(cs []cue, kind Kind) bool {
	return slices.ContainsFunc(cs, func(c cue) bool { return c.kind == kind })
}

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
	WhichPoint: {"which point", "what point", "what number", "which number"},
	Disputed:   {"contradict", "disagree", "conflict", "disput", "reports differ"},
	Open:       {"bracket", "still open", "not agreed", "unresolv"},
	Unknown:    {"unknown", "not known", "not know"},
	Uptake:     {"made it into", "surviv", "whose word", "adopt", "won", "prevail"},
	Origin:     {"who propos", "came up with", "come from", "whose idea", "first"},
	Events:     {"happen", "event", "met", "meet", "talk", "chronolog", "took place"},
	History:    {"over time", "since", "history", "trac", "move", "first * last"},
	Same:       {"same", "unchang", "in common"},
	Added:      {"new", "add", "alone"},
	Gone:       {"drop", "gone", "vanish", "remov", "struck", "strik", "cut"},
	Compare:    {"differ", "compar", "vs", "chang"},
	Search:     {"who say", "who said", "accord", "quot"},
	Verify:     {"is it true"},
	Overview:   {"overview", "summar", "in short", "nutshell", "main point"},
	Outside:    {"will", "you think", "opinion", "last", "next", "so far", "win", "this program"},
}

// order is that in which kinds are told apart; a later one is asked for only
// where no earlier one fits.
var order = []Kind{WhichPoint, Disputed, Unknown, Open, Uptake, Same, Added, Gone, Origin, Events, History, Compare, Search, Verify, Overview, Outside}

// Words that make a question's shape rather than its kind.
var (
	// yesNo begin a question that wants a verdict.
	yesNo = set("is are was were do does did can could may might must will would should has have had")
	// leaning begin a question that goes on from the last; pronouns stand for
	// what was asked.
	saying   = set("say says said tell told tells according think thinks thought")
	leaning  = set("and but so then or also")
	pronouns = set("it that this they them there then those these he she him her its their")
)

func set(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(s) {
		out[w] = true
	}
	return out
}

// cue is one that a question has, and the words that it takes.
type cue struct {
	kind     Kind
	from, to int
}

// findCues lists the cues of a question. A word that is part of a name is none.
func findCues(n *lexicon.Named) []cue {
	var out []cue
	for _, kind := range order {
		for _, phrase := range cues[kind] {
			if from, to, ok := phraseAt(n, strings.Fields(phrase)); ok {
				out = append(out, cue{kind, from, to})
			}
		}
	}
	return out
}

func phraseAt(n *lexicon.Named, phrase []string) (from, to int, ok bool) {
	if len(phrase) == 3 && phrase[1] == "*" { // any words between, names too
		for i := range n.Words {
			if w := n.Words[i].Text; w == phrase[0] && to == 0 {
				from, to = i, i+1
			} else if w == phrase[2] && to > 0 {
				return i, i + 1, true
			}
		}
		return 0, 0, false
	}
	for i := range n.Words {
		k := 0
		for k < len(phrase) && i+k < len(n.Words) && !n.Used[i+k] && (n.Words[i+k].Stem == phrase[k] || n.Words[i+k].Text == phrase[k]) {
			k++
		}
		if k == len(phrase) {
			return i, i + k, true
		}
	}
	return 0, 0, false
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

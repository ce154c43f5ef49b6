package lexicon

import (
	"slices"
	"strings"

	"plandiff/internal/plan"
	"plandiff/internal/search"
)

// Words that make the shape of a name.
var (
	planNouns  = Set("plan draft text version paper document proposal framework thing")
	otherNouns = Set("reply response answer counter rework memorandum memo package offer terms counterproposal rewrite redraft revision blueprint treaty communique protocol agreement deal accord") // beside a party or a day
	pointNouns = Set("point article clause item provision paragraph para")
	glue       = Set("of and for by s de own")
	articles   = Set("the a an")
	refusals   = Set("no none excluded banned barred prohibited forbidden refused rejected")
	denials    = Set("no not never reject rejects rejected refuse refuses refused oppose opposes opposed")
	offers     = Set("forward ask asks asked offer offers offered demand demands demanded propose proposes proposed want wants wanted seek seeks sought suggest suggests suggested put push pushes pushed submit submits submitted request requests requested") // what one does who puts a text forward
	saying     = Set("say says said tell told tells report reported according think thinks thought react reacts reacted reaction reactions respond responded comment commented describe describes described object objects objected")                           // verbs that the words of somebody stand beside
	gatherings = Set("meeting meetings talks round rounds session sessions summit summits negotiations visit visits trip trips")
	matters    = Set("matter subject question issue topic") // after "the same"
	outlets    = Set("outlet outlets source sources media newspaper newspapers paper papers press agency agencies")
	accounts   = Set("piece account accounts report reports coverage story stories")
	settled    = Set("agreed settled resolved decided")
	unsettled  = Set("unsettled unresolved undecided outstanding sticking")
	linking    = Set("became become becomes turned turn got get came come went go way time road course end eventually") // how one draft came to be another
	presented  = Set("handed presented published unveiled leaked released given shown submitted tabled")
	takenOut   = Set("leave leaves take takes throw throws cross crosses left thrown taken crossed struck edited weeded") // before "out"
	afar       = Set("phone phones telephone call video letter")
	apart      = Set("against opposed distinct")                                                          // after "as"
	reading    = Set("read seen see know knows known report reports reported")                            // by nobody
	cameUp     = []string{"who came up", "who comes up", "who is behind", "who was behind", "who behind"} // with something: who proposed it
	unknown    = Set("unknown unread unreported")
	lengths    = Set("sentence sentences line lines word words bullets paragraph paragraphs")
	replies    = Set("reply response answer counter counterproposal rejoinder alternative")
	answering  = Set("answer answers answered respond responds responded reply replied counter counters countered")
	idle       = map[string]string{"brand": "new", "became": "of", "become": "of"} // words that say nothing before another
	every      = Set("which each every any all")
	having     = Set("have has had contain contains include includes")
	others     = Set("earlier later previous other others former older")
	restating  = Set("number figure amount value idea term wording clause condition change")
	gaining    = Set("get gets gain gains benefit benefits concession concessions") // what a text has for somebody
	put        = Set("language wording")
	altering   = Set("soften softened softens harden hardened hardens toughen toughened shift shifted shifts")
	tracing    = Set("track trace follow chart") // begin a question for a history
	ordinals   = map[string]int{"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
)

// singular takes the ending of several from a noun: "papers", "memoranda".
func singular(noun string) string {
	if head, ok := strings.CutSuffix(noun, "anda"); ok {
		return head + "andum"
	}
	return strings.TrimSuffix(noun, "s")
}

// isVerb reports whether a word is the verb of a noun for a draft, which alone stands in names: "the
// sides agree" is no side agreement.
func isVerb(key, word string) bool {
	named := false
	for noun := range otherNouns {
		if search.Stem(noun) == key {
			if named = true; noun == word || noun == singular(word) {
				return false
			}
		}
	}
	return named && len(key) < len(word)
}

// verbAt reports whether a noun for a draft is what a party does: "what does the US offer".
func (l *Lexicon) verbAt(n *Named, w int) bool {
	const near = 3 // words before the party
	word := n.Words[w].Text
	if w == 0 || !offers[word] && !answering[word] || !slices.ContainsFunc(n.Words[max(0, w-near):w-1], func(v search.Word) bool { return does[v.Text] }) {
		return false
	}
	group, k, ok := l.x.Alias(n.Words[w-1:])
	return ok && k == 1 && l.Party(group)
}

// PlanNoun reports whether a word is one for a version of a text.
func PlanNoun(word string) bool { return planNouns[strings.TrimSuffix(word, "s")] }

// Peace reports whether a word is for what all plans are for.
func Peace(w search.Word) bool { return w.Stem == peaceKey }

// counted reports whether a noun for several texts stands after a number, or "how many".
func counted(words []search.Word, i int) bool {
	return i > 0 && PlanNoun(words[i].Text) && strings.HasSuffix(words[i].Text, "s") && (words[i-1].Number || words[i-1].Text == "many")
}

// otherPlan reports whether a word tells drafts apart in time, before a noun for one:
// "the earlier drafts".
func otherPlan(words []search.Word, i int) bool {
	return others[words[i].Text] && i+1 < len(words) && PlanNoun(words[i+1].Text)
}

// PointNoun reports whether a word is one for a part of a text.
func PointNoun(word string) bool { return pointNouns[strings.TrimSuffix(word, "s")] }

// standsIn reports whether a word is "one" in place of a noun that was said
// before: "the European one", "does it have one".
func standsIn(words []search.Word, i int) bool {
	if words[i].Text != "1" || digits(words[i]) || i == 0 {
		return false
	}
	before, after := words[i-1], i+1 < len(words)
	return (!before.Common() || before.Text == "last" || having[before.Text]) && (!after || words[i+1].Common() && words[i+1].Text != "of")
}

// pointing stand before a noun for what was said before, "that" only after a word that leads to a
// noun, or the verb that a question begins with: else it may begin a clause.
var (
	pointing = Set("that this these those")
	leading  = Set("in on of for to at with from over by about before after under within into keep kept")
)

// Pointed reports whether a term is a noun for what was said before: "was that deadline kept", "on
// this list"; a meeting is told apart by its name.
func (n *Named) Pointed(t search.Term) bool { return n.points(n.Word(t)) }

func (n *Named) points(i int) bool {
	return i > 0 && pointing[n.Words[i-1].Text] && !gatherings[n.Words[i].Text] && !PlanNoun(n.Words[i].Text) && !PointNoun(n.Words[i].Text) && len(n.Words[i].Text) > 2 &&
		(n.Words[i-1].Text != "that" || i == 2 && yesNo[n.Words[0].Text] || i > 1 && leading[n.Words[i-2].Text])
}

// PointsBack reports whether a question has such a noun.
func (n *Named) PointsBack() bool {
	for i := range n.Words {
		if n.points(i) {
			return true
		}
	}
	return false
}

// That reports whether "that" is what a question asks about: "and did they leave that in?"
func (n *Named) That() bool {
	const behind = 2 // words at the end: the word, and a particle
	for i := max(0, len(n.Words)-behind); i < len(n.Words); i++ {
		if n.Words[i].Text == "that" {
			return i+1 == len(n.Words) || before[n.Words[i+1].Text] || n.Words[i+1].Text == "out" || n.Words[i+1].Text == "up" || n.Words[i+1].Text == "into"
		}
	}
	return false
}

// Restates reports whether a word stands for what was said before, whatever it is:
// "that number".
func Restates(words []search.Word, i int) bool {
	if i > 0 && words[i-1].Text == "same" && i+1 < len(words) && words[i+1].Text == "as" { // "the same mechanism as"
		return true
	}
	if i == 0 || !restating[words[i].Text] {
		return false
	}
	last := i+1 == len(words) || words[i+1].Stem == "chang" // "when did the number change"
	return words[i-1].Text == "that" || words[i-1].Text == "this" || words[i-1].Text == "the" && last
}

// Restated reports whether a question has such a word.
func (n *Named) Restated() bool {
	for i := range n.Words {
		if Restates(n.Words, i) {
			return true
		}
	}
	return false
}

// Says reports whether a word is a verb for saying something.
func Says(word string) bool { return saying[word] }

// Links reports whether a word only tells how one draft came to be another.
func Links(word string) bool { return linking[word] }

// Afar reports whether a word of a title tells that those who spoke were not in one place.
func Afar(w search.Word) bool { return afar[w.Text] }

// Offers reports whether a word is a verb for putting something forward.
func Offers(word string) bool { return offers[word] }

// Every reports whether a word asks about all of several.
func Every(word string) bool { return every[word] }

// Refuses reports whether a value says no and nothing else: "excluded", "no limit", "nothing
// signed", but not "no permanent stay".
func Refuses(value string) bool {
	words := strings.Fields(strings.ToLower(value))
	return len(words) == 2 && (words[0] == "no" || words[0] == "nothing") || len(words) == 1 && refusals[words[0]]
}

// negations are words by which a value takes back what the name of its field says.
var negations = Set("no not none never nothing nobody neither nor without except only non renounced renounces renounce invalid void excluded banned barred prohibited forbidden refused rejected denied open undecided decided decides mentioned limits limited restricted less possibly set")

// excepting are words by which a term of a value takes a part of it back: "without reserves".
var excepting = Set("not without except")

// Negates reports whether a claim takes back a part of what the name of its field says, or
// leaves it open: "none in law", "to be set".
func Negates(c *plan.Claim) bool {
	return slices.ContainsFunc(search.Words(strings.Join(c.Qualifiers, " ")), func(w search.Word) bool { return excepting[w.Text] }) || slices.ContainsFunc(search.Words(c.Value.String()), func(w search.Word) bool {
		return negations[w.Text] || strings.HasSuffix(w.Text, "n't") || strings.HasPrefix(w.Text, "non-")
	})
}

// grants are words by which a value permits something.
var grants = Set("allowed permitted invited eligible free may can")

// Grants reports whether a value permits what the name of its field says.
func Grants(v plan.Value) bool {
	return slices.ContainsFunc(search.Words(v.String()), Granting)
}

// Granting reports whether a word of a question is one by which a value permits something.
func Granting(w search.Word) bool { return grants[w.Text] }

// conditions are the words by which a value grants something on a condition.
var conditions = []string{"subject to ", "only if ", "only after ", "only with "}

// Conditions reports whether a value permits something on a condition: "subject to consent".
func Conditions(v plan.Value) bool {
	text := strings.ToLower(v.String())
	return slices.ContainsFunc(conditions, func(c string) bool { return strings.HasPrefix(text, c) })
}

// Either reports whether a value leaves a choice: "parliament or a referendum".
func Either(v plan.Value) bool {
	return slices.ContainsFunc(search.Words(v.String()), func(w search.Word) bool { return w.Text == "or" })
}

// Asks reports whether a title asks something: "who pays".
func Asks(title string) bool {
	first, _, _ := strings.Cut(strings.ToLower(title), " ")
	return asks[first] || first == "whether" || first == "if"
}

// Set is a set of words.
func Set(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(s) {
		out[w] = true
	}
	return out
}

package lexicon

import "plandiff/internal/search"

var (
	// addressed is the program, as one speaks to it or of it.
	addressed = Set("you u your yours plandiff program tool app chatbot bot ai texts sources records data database library")
	// ofProgram are words for what a program is, has and does.
	ofProgram = Set("ai bot chatbot robot human person machine language model program tool app software plandiff " +
		"text texts source sources record records data database library leak leaks leaked document documents official public press " +
		"current date update updated fresh latest recent last old made make built build wrote write created work works working use used using based base " +
		"know answer answers question questions ask help trust reliable accurate invent come comes coming get kind kinds sort u stuff thing things good mine own hello hi hey please")
)

// OfProgram reports whether a question is put to the program about itself: it
// names it, and no word of it is about anything else.
func OfProgram(words []search.Word) bool {
	named := false
	for _, w := range words {
		named = named || addressed[w.Text]
		if !addressed[w.Text] && !ofProgram[w.Text] && !asks[w.Text] && !w.Common() && !search.NearCommon(w.Text) {
			return false
		}
	}
	return named
}

// HowTo reports whether a question asks what to type: "how do I".
func HowTo(words []search.Word) bool {
	return len(words) > 2 && words[0].Text == "how" && (words[1].Text == "do" || words[1].Text == "can") && words[2].Text == "i"
}

// InGlossary reports whether a word may stand beside one of the program's whose
// meaning is asked for: "in your answers", "in the list of versions".
func InGlossary(w search.Word) bool {
	return w.Common() || ofProgram[w.Text] || PlanNoun(w.Text) || w.Text == "difference" || w.Text == "different" || w.Text == "meaning" || w.Text == "word" || w.Text == "state"
}

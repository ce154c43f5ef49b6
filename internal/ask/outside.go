package ask

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/plan"
)

// judging phrases ask for an opinion or a forecast.
var judging = []string{
	"do you think", "your opinion", "is it fair", "is that fair", "a good deal", "bad deal", "who should win",
	"predict", "prediction", "your forecast", "your guess", "odds of", "how likely", "chances that", "will there be peace", "is it a good",
	"is it good", "who is right", "better deal", "worse deal", "best plan", "which plan is better",
	"next version", "next draft", "next month", "next year", "next christmas", "which is better", "is it good for", "is this good for", "is it bad for", "fairer", "who will win", "will have won", "going to win", "who is winning", "win the war", "war end",
	"war be over", "will the war", "likely to", "whats your", "do you like", "do you trust", "do you prefer", "would you", "to blame", "whose fault", "who started the war", "war started", "start the war", "who caused", "responsible for the war", "harshest", "toughest", "softest", "fairest", "kindest", "most generous", "most favourable", "most favorable", "worst for", "best for", "fair to", "fair for",
}

// judgements end a question that asks for one: "is the plan fair?".
var judgements = set("fair unfair just unjust realistic unrealistic reasonable workable acceptable unacceptable likely unlikely good bad wise serious doomed dead")

// casualties are asked for by these words.
var casualties = []string{"killed", "died", "dead", "casualties", "wounded", "fallen", "deaths", "destroyed", "shot down", "burnt out", "knocked out"}

// lately are words of a question about what happened just now.
var lately = []string{"yesterday", "last night", "this morning", "last week", "this week", "today", "tonight", "over the weekend"}

// asides are words that people type at a prompt and that ask nothing.
var asides = set("help quit exit why ok okay thanks thank hello hi yes no bye")

// beyond says why a question is not for the records at all; "" if it may be.
func (r *reading) beyond() string {
	if r.question == nil {
		return ""
	}
	if len(r.words) == 1 && asides[r.words[0].text] {
		return "That is no question on its own."
	}
	if r.has("how many", "how much", "number of") && (r.has(casualties...) || r.has("lost") && len(r.named) == 0 && !r.has("points", "clauses")) {
		return "The records tell what drafts say and who says so; they hold no casualties."
	}
	if r.has("how many", "how much", "number of") && (r.has(lately...) || r.has("launch", "launched", "fire", "fired at", "people live", "live in", "deported", "abducted", "kidnapped")) || r.has("war cost", "cost of the war", "did russia invade", "did putin invade", "did russia attack") && !r.Named || r.begins("who won the", "who wins the") && r.mask(func(t token) bool {
		return t.text == "election" || t.text == "elections" || t.text == "war" || t.text == "prize"
	}) != 0 {
		return "The records tell what drafts say and who says so; they do not follow the course of the war."
	}
	if r.has("how many", "how much") && r.has("does ukraine have", "does russia have", "has ukraine received", "has ukraine got") && !r.Named && !slices.ContainsFunc(r.chosen, func(s scored) bool { return s.field.Kind.Numeric() }) {
		return "The records tell what drafts say and who says so; they do not follow the course of the war."
	}
	if r.has("opinion poll", "opinion polls", "in the polls", "ahead in the", "approval rating", "approval ratings", "popularity", "restaurant", "restaurants", "hotel", "hotels", "after the match", "world cup", "premier league", "champions league", "capital of", "prime minister of", "population of", "budget of", "how old", "exchange rate", "founded", "how far is", "war start", "war begin", "war began") || r.asksOffice() || r.has("price of gas", "gas price", "gas prices", "price of oil", "oil price", "oil prices", "crude price", "price of crude") || r.has("salary") && r.begins("what", "whats", "how much") {
		return "The records tell what drafts say and who says so; they hold nothing of that kind."
	}
	if n := len(r.words); n > 1 && n < 9 && judgements[r.words[n-1].text] && r.begins("is", "are", "was", "were", "would") || r.has("will happen in") || r.has("war criminal", "a liar", "a dictator", "a puppet") {
		return "The records tell what drafts say and who says so; they do not judge or predict."
	}
	if r.has(judging...) || r.has("what should") && !r.has("according to", "in the view of", "in the eyes of", "says", "said") || r.begins("should") && !r.has("says who", "who says", "who said", "according to", "in the view of") || r.begins("is", "are", "was", "would") && r.has("good for", "bad for") || r.foretelling() {
		return "The records tell what drafts say and who says so; they do not judge or predict."
	}
	return ""
}

// asksOffice reports whether a question asks who holds an office of a state.
func (r *reading) asksOffice() bool {
	at := 2
	if r.begins("whos") {
		at = 1
	}
	return (at == 1 || r.begins("who is", "who was")) && len(r.words) > at+1 && offices[r.words[at].text]
}

var offices = set("president chancellor king queen premier")

// foretelling reports whether a question asks what will come of it, rather
// than what a text says will.
func (r *reading) foretelling() bool {
	if !r.begins("will") || r.Named && !r.has(append([]string{"signed", "happen", "succeed"}, stanceCues...)...) {
		return false
	}
	return len(r.chosen) == 0 || r.chosen[0].topic.About != plan.AboutText || r.gain(r.chosen[0].strong) < 3
}

// astray reports whether what a question is about is not in the records: it
// has a subject that they do not know, and nothing explains enough of it.
func (r *reading) astray() bool {
	if r.question == nil || r.continued {
		return false
	}
	r.ranked()
	foreign := false
	for i := range r.words {
		if elsewhere[r.words[i].text] && r.unheard&(1<<i) != 0 {
			return true
		}
		foreign = foreign || r.subjects(i)
	}
	if !foreign {
		return false
	}
	if h := r.numberHandle(); h != nil && (r.given(h) || len(r.chosen) > 0 && (r.Intent == WhoSays || r.Intent == Number)) {
		return false
	}
	return !slices.ContainsFunc(r.matches[:min(len(r.matches), 20)], func(m match) bool { return r.covers(&m) })
}

// outside answers what the records do not cover: with what they do, and no
// guess.
func (s *Session) outside(r *reading, text, why string) *Answer {
	if why == "" {
		why = "The records do not cover this."
		if len(r.strays) > 0 {
			why = fmt.Sprintf("The records do not cover this: nothing in them is about %s.", few(quoted(r.strays), 4))
		}
	}
	var topics []string
	for i := range s.index.topics {
		if s.index.topics[i].topic.About == plan.AboutText {
			topics = append(topics, s.index.topics[i].topic.Title)
		}
	}
	var drafts []string
	for _, d := range s.index.lib.Drafts() {
		drafts = append(drafts, d.ID)
	}
	a := &Answer{Question: text, Status: OutOfScope, Text: why, Understood: r.Understood, Evidence: r.ev, Hidden: r.hidden}
	a.Understood.Intent = None
	a.Understood.Versions, a.Understood.Fields, a.Understood.Topics = nil, nil, nil
	a.Notes = []string{
		"The records cover these drafts: " + strings.Join(drafts, ", "),
		"on these topics: " + strings.Join(topics, "; "),
		"and how the talks went, who backs or rejects what, and who says so",
	}
	return a
}

func quoted(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = fmt.Sprintf("%q", w)
	}
	return out
}

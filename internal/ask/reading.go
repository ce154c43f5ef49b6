package ask

import (
	"slices"
	"strings"

	"plandiff/internal/lexicon"
	"plandiff/internal/plan"
	"plandiff/internal/rank"
	"plandiff/internal/search"
)

// reading is a question on its way to a query.
type reading struct {
	*lexicon.Named
	text  string // as asked
	full  string // with what was taken over from the last question
	cues  []cue
	asked rank.Asked
	terms []search.Term // of all words, names too
	fixed []string      // slips of typing that were put right
	quote string        // words in quotation marks, three at least
	// continued: it goes on from the last question, whose kind it has unless
	// its own words tell another.
	continued bool
	kind      Kind
	holder    string    // alias group of the party whose part of the last answer is asked about
	day       plan.Date // the evidence is that of this day, as it asks
	query     *Query
	told      []*plan.Record // of which the answer said something, in its order
	part      *search.Match  // of a list, what it is about
}

// read takes a question apart.
func (s *Session) read(text string) *reading {
	r := &reading{text: text, full: text}
	words := search.Words(text)
	r.fixed = s.lexicon.Spell(words, isCueWord)
	r.Named = s.lexicon.Read(words)
	r.cues = findCues(r.Named)
	r.asked.Text, r.asked.Parties, r.asked.Dates, r.asked.Cue = text, r.Parties, r.Dates, r.isCue
	r.names(r.Records)
	for _, p := range r.Parties {
		r.asked.Theirs = append(r.asked.Theirs, s.lexicon.Pick(s.lexicon.PlansOf(p), false)...)
	}
	r.quote = lexicon.Quotation(text)
	r.terms = s.index.Terms(r.Words)
	content := r.Left(r.terms, r.isCue, r.whichPoint())
	if !slices.ContainsFunc(content, func(t search.Term) bool { return !s.author(r, t) }) {
		content = nil // "what did Russia ask for in its memorandum"
	}
	if len(content) == 0 && r.asked.Drafts == nil { // a day may be all that is asked about
		for _, t := range r.terms {
			if len(r.Dates) > 0 && (t.Words[0].Number || lexicon.Month(t.Words[0].Text) > 0) {
				content = append(content, t)
			}
		}
	}
	if _, beside := lexicon.Unheard(text, r.terms); beside { // the others of a list
		content = slices.DeleteFunc(content, func(t search.Term) bool { return t.Unknown })
	}
	for i, w := range words {
		if w.Number && !r.Used[i] {
			r.asked.Numbers = append(r.asked.Numbers, w.Text)
		}
	}
	r.shape()
	s.ranker.Take(&r.asked, r.Named, content)
	return r
}

// author reports whether a word names who put forward one of the drafts that a
// question names.
func (s *Session) author(r *reading, t search.Term) bool {
	return t.Alias && slices.ContainsFunc(r.asked.Drafts, func(v *plan.Record) bool { return s.index.Has(v.ID, t.Words) })
}

// names puts records in the place of those that a question names.
func (r *reading) names(records []*plan.Record) {
	r.Records, r.asked.Records, r.asked.Drafts = records, records, nil
	for _, v := range records {
		if v.Kind == plan.Draft {
			r.asked.Drafts = append(r.asked.Drafts, v)
		}
	}
}

// shape tells what sort of value is asked for.
func (r *reading) shape() {
	ask := func(phrases ...string) float32 { return map[bool]float32{true: 1}[r.Has(phrases...)] }
	r.asked.Shape[rank.Amount] = ask("how many", "how much", "how big", "how large", "what number", "size", "figure")
	r.asked.Shape[rank.When] = ask("when", "what day", "how long", "how soon", "which month", "what year", "which year", "date")
	r.asked.Shape[rank.Says] = ask("say", "said", "tell", "told", "accord", "view", "quot")
	r.asked.Shape[rank.Who] = ask("who", "whom", "whose")
}

// word is the place of a term among the words.
func (r *reading) word(t search.Term) int {
	return slices.IndexFunc(r.Words, func(w search.Word) bool { return w.Start == t.Words[0].Start })
}

// place reports whether a term is a place or a part of one: "in Abu Dhabi", "at the Hague".
func (r *reading) place(t search.Term) bool {
	for i := r.word(t) - 1; i >= 0; i-- {
		switch w := r.Words[i]; {
		case w.Text == "in", w.Text == "at":
			return !t.Unknown && !t.Words[0].Number && !r.Used[r.word(t)]
		case w.Text != "the" && (w.Common() || i+1 < r.word(t)):
			return false
		}
	}
	return false
}

// typed is a term as it stands in the question.
func (r *reading) typed(t search.Term) string {
	return r.full[t.Words[0].Start:t.Words[len(t.Words)-1].End]
}

// reasons are why a question was read as it was.
func (r *reading) reasons(q *Query) []string {
	out := []string{"kind " + string(q.Kind) + "; about " + strings.Join(each(r.asked.Match.Terms, search.Term.Text), ", ")}
	for _, c := range r.asked.Cells[:min(3, len(r.asked.Cells))] {
		out = append(out, "meant may be "+c.Field.Field.ID+" of "+c.Record.ID)
	}
	return out
}

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
	x     *search.Index
	// continued: it goes on from the last question, whose kind it has unless
	// its own words tell another.
	continued bool
	kind      Kind
	holder    string    // alias group of the party whose part of the last answer is asked about
	day       plan.Date // the evidence is that of this day, as it asks
	query     *Query
	told      []*plan.Record // of which the answer said something, in its order
	profile   bool           // a speaker or an outlet is all that it says
	part      *search.Match  // of a list, what it is about
}

// read takes a question apart.
func (s *Session) read(text string) *reading {
	r := &reading{text: text, full: text, x: s.index}
	words := search.Words(text)
	r.fixed = s.lexicon.Spell(words, isCueWord)
	r.Named = s.lexicon.Read(words)
	r.cues = findCues(r.Named)
	r.asked.Dates, r.asked.Cue = r.Dates, r.isCue
	r.names(r.Records)
	for _, p := range r.Parties {
		r.asked.Theirs = append(r.asked.Theirs, s.lexicon.Pick(s.lexicon.PlansOf(p), false)...)
	}
	r.quote = lexicon.Quotation(text)
	r.terms = s.index.Terms(r.Words)
	content := s.termsLeft(r)
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
	r.asked.Match = s.index.Match(content)
	for i, w := range words {
		if w.Number && !r.Used[i] {
			r.asked.Numbers = append(r.asked.Numbers, w.Text)
		}
	}
	r.shape()
	s.findVoice(r)
	s.findProfile(r)
	s.findSubject(r)
	return r
}

// findProfile takes a speaker or an outlet that is all that a question says for
// what it asks about: all that they are on record with.
func (s *Session) findProfile(r *reading) {
	m := r.asked.Match
	if len(m.Terms) != 1 || len(r.cues) > 0 || len(r.Records) > 0 || len(r.Words) > 4 || r.asked.Shape != (rank.Vector{}) && !r.Has("who is", "who's") || m.Terms[0].Words[0].Number {
		return
	}
	group, _, alias := s.index.Alias(m.Terms[0].Words)
	if alias && s.lexicon.PlansNamed(group) != nil {
		return
	}
	if s.people[group] || !slices.ContainsFunc(s.index.Fields, func(f search.Field) bool { return m.Strength(0, f.Unit, search.Title) > 0.6 }) && s.ranker.Speaks(m, 0) {
		r.asked.Voice, r.profile = 1, true
	}
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

// findVoice finds the speaker or outlet whose words a question asks for: the
// name before the verb, or after "according to", that some claim has for its
// speaker or source.
func (s *Session) findVoice(r *reading) {
	r.asked.Voice = 0
	m := r.asked.Match
	verb, after, titled := -1, false, slices.Contains(r.Titled, true)
	for i, w := range r.Words {
		if w.Text == "who" && (i == 0 || i+1 < len(r.Words) && saying[r.Words[i+1].Text]) {
			return // that is what it asks
		}
		if saying[w.Text] {
			if verb, after = w.Start, w.Text == "according"; after && i+2 < len(r.Words) {
				verb = r.Words[i+2].Start
			}
		}
	}
	for i, t := range m.Terms {
		start := t.Words[0].Start
		if group, _, ok := s.index.Alias(t.Words); verb < 0 || start < verb == after || ok && s.lexicon.PlansNamed(group) != nil && !s.people[group] || t.Words[0].Number || r.isCue(start) {
			continue
		}
		capital := r.full[start] >= 'A' && r.full[start] <= 'Z' && start > 0
		speaks := s.ranker.Speaks(m, i)
		if titled && !r.Titled[slices.IndexFunc(r.Words, func(w search.Word) bool { return w.Start == start })] {
			continue // it is a position that is named
		}
		beside := after && start == verb || !after && t.Words[0].End+1 == verb // or a name that nobody quotes
		if (capital || t.Alias && speaks) && (speaks || beside) && (r.asked.Voice == 0 || !after) {
			r.asked.Voice = i + 1
		}
	}
}

// cueWeight is what a cue counts: it may be a part of the subject too.
const cueWeight = 0.3

// termsLeft are the terms of a question that are no name, date or point.
func (s *Session) termsLeft(r *reading) []search.Term {
	at := map[int]int{}
	for i, w := range r.Words {
		at[w.Start] = i
	}
	terms := slices.Clone(r.terms)
	for i := range terms {
		first := at[terms[i].Words[0].Start]
		if r.Titled[first] || terms[i].Words[0].Stem == lexicon.PointKey || slices.ContainsFunc(r.cues, func(c cue) bool { return c.from <= first && first < c.to }) {
			terms[i].Weight *= cueWeight
		}
	}
	return slices.DeleteFunc(terms, func(t search.Term) bool {
		used := true
		for _, w := range t.Words {
			used = used && r.Used[at[w.Start]]
		}
		noun, i := t.Words[0].Text, at[t.Words[0].Start]
		if i > 0 && r.Words[i-1].Text == "few" || lexicon.StandsIn(r.Words, i) || lexicon.OtherPlan(r.Words, i) || noun == "number" && r.whichPoint() {
			return true
		}
		if w := r.Words[i]; w.Number && w.End-w.Start != len(w.Text) && i+2 < len(r.Words) && (r.Used[i+1] || lexicon.PlanNoun(r.Words[i+1].Text) || lexicon.PlanNoun(r.Words[i+2].Text)) {
			return true // "the two drafts"
		}
		which := i > 0 && (r.Words[i-1].Text == "which" || r.Words[i-1].Text == "what")
		return used || lexicon.PlanNoun(noun) || lexicon.PointNoun(noun) && (t.Words[0].Stem != lexicon.PointKey || which || r.whichPoint())
	})
}

// shape tells what sort of value is asked for.
func (r *reading) shape() {
	ask := func(phrases ...string) float32 { return map[bool]float32{true: 1}[r.Has(phrases...)] }
	r.asked.Shape[rank.Amount] = ask("how many", "how much", "what number", "size", "figure")
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

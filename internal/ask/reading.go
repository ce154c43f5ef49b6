package ask

import (
	"slices"
	"strings"

	"plandiff/internal/lexicon"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/rank"
	"plandiff/internal/search"
	"plandiff/internal/wording"
)

// reading is a question on its way to a query.
type reading struct {
	*lexicon.Named
	text    string // as asked
	full    string // with what was taken over from the last question
	asked   rank.Asked
	terms   []search.Term // of all words, names too
	fixed   []string      // slips of typing that were put right
	quote   string        // words in quotation marks that somebody is to have said
	named   string        // such words that name a thing
	nowhere string        // a place of which nothing is told
	meaning bool          // it asks what those mean
	loose   bool          // nobody has them as they stand
	// continued: it goes on from the last question, whose kind it has unless
	// its own words tell another.
	continued bool
	kind      Kind
	meeting   bool           // it asks of the meeting that was told of
	itself    []*plan.Record // what it names itself, and did not take over
	yesNo     bool           // it wants a verdict
	twins     bool           // what it asks about beside a field only has a like name
	half      bool           // it is the second of two questions asked at once
	then      string         // what is asked of what it told
	led       *plan.Field    // the field that its answer begins with, or that of the last question, of which it asks something else
	fields    []*plan.Field  // that first, and the others that it was about
	also      []*plan.Field  // what that asked about beside it
	holder    string         // alias group of the party whose part of the last answer is asked about
	day       plan.Date      // the evidence is that of this day, as it asks
	query     *Query
	told      []*plan.Record // of which the answer said something, in its order
}

// read takes a question apart.
func (s *Session) read(text string) *reading {
	r := &reading{text: text, full: text}
	words := search.Words(text)
	r.fixed = s.lexicon.Spell(text, words, lexicon.InCue)
	r.Named, r.yesNo = s.lexicon.Read(words), lexicon.YesNo(words)
	r.asked.Retold = r.yesNo || r.Cued(Verify)
	r.asked.Text, r.asked.Parties, r.asked.Dates, r.asked.Cue = text, r.Parties, r.Dates, r.IsCue
	r.names(r.Records)
	const phrase, passage = 3, 5 // words: fewer name a thing, or one that it asks of all drafts
	r.quote = lexicon.Quotation(text)
	switch n := len(search.Words(r.quote)); {
	case r.quote != "" && r.AsksMeaning():
		r.quote, r.named, r.meaning = "", r.quote, r.Has("mean")
	case n < phrase && (len(words) == 0 || words[0].Text != "who"), n < passage && r.AsksAll(): // "which drafts promise ..."
		r.quote, r.named = "", r.quote
	}
	if len(search.Words(r.quote)) >= passage && lexicon.Asserts(text, r.quote) && !r.Cued(Search) {
		if _, literal := s.ranker.Quoted(r.quote); !literal { // a claim to be checked
			claim := s.read(r.quote)
			claim.text, claim.yesNo = text, true
			return claim
		}
	}
	r.terms = s.index.Terms(r.Words)
	s.ranker.Take(&r.asked, r.Named, s.left(r))
	return r
}

// left is what names leave of a question.
func (s *Session) left(r *reading) []search.Term {
	return s.lexicon.Left(r.Named, r.full, r.terms)
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

// typed is a term as it stands in the question.
func (r *reading) typed(t search.Term) string {
	return r.full[t.Words[0].Start:t.End()]
}

// reasons are why a question was read as it was.
func (r *reading) reasons(q *Query) []string {
	out := []string{"kind " + string(q.Kind) + "; about " + strings.Join(pick.Each(r.asked.Match.Terms, search.Term.Text), ", ")}
	for _, c := range r.asked.Cells[:min(3, len(r.asked.Cells))] {
		out = append(out, "meant may be "+c.Field.Field.ID+" of "+c.Record.ID)
	}
	return out
}

// glossary is what words of the program mean that a question asks about, or what
// the program is; nil where it asks about anything else.
func (s *Session) glossary(r *reading) []string {
	words := search.Words(r.text)
	if lexicon.HowTo(words) {
		return []string{wording.CommandsFor(words)}
	}
	if lexicon.OfProgram(words) {
		return []string{wording.Program(s.seen), "What no source tells is “not reported”; plandiff help ask tells what can be asked."}
	}
	if len(r.Records) > 0 || !r.Has("difference", "different", "mean", "meaning", "what is a", "what is an", "what a", "what an") {
		return nil
	}
	out, rest := wording.Glossary(words)
	if (r.Has("you mean") || r.Has("mean") && r.Has("your", "program")) && len(out) == 0 {
		return []string{wording.NoWord}
	}
	others := slices.DeleteFunc(rest, lexicon.InGlossary)
	switch {
	case len(out) == 1 && len(others) == 1 && r.Has("difference between", "different from"):
		return append(out, "“"+wording.FirstUpper(others[0].Text)+"” is none of the words that mark a state, a difference or a basis here")
	case len(others) > 0:
		return nil // it asks what something else means
	}
	return out[:min(len(out), 2)]
}

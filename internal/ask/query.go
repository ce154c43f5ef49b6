package ask

import (
	"math"
	"slices"
	"strings"

	"plandiff/internal/lexicon"
	"plandiff/internal/plan"
	"plandiff/internal/search"
)

// How far below the best a cell or field may score and still be a part of the
// answer, in units of log odds.
const (
	fieldMargin  = 1.6
	cellMargin   = 1.6
	knownMargin  = 1.0 // for a field of which the drafts named say something
	recordMargin = 8   // for a cell of a position or event that is named
	mostFields   = 4
	mostCells    = 8
)

// compile decides what kind of answer a question wants, and of what.
func (s *Session) compile(r *reading) *Query {
	q := &Query{Part: r.Part, Points: r.Points, All: r.asksAll()}
	for _, v := range r.Records {
		if v.Kind == plan.Draft {
			q.Versions = append(q.Versions, v)
		} else {
			q.Records = append(q.Records, v)
		}
	}
	s.addParties(r, q)
	if slices.ContainsFunc([]Kind{Compare, Added, Gone, Same, Uptake}, func(k Kind) bool { return has(r.cues, k) }) {
		slices.SortStableFunc(q.Versions, func(a, b *plan.Record) int { return a.Date.Compare(b.Date) })
	}
	r.cells = s.rank(&r.asked)
	if len(r.Dates) > 0 {
		q.From, q.To = plan.Date(r.Dates[0].First()), plan.Date(r.Dates[len(r.Dates)-1].Last())
	}
	if q.Kind = s.kind(r, q); r.continued && r.kind != "" && q.Kind == Value {
		q.Kind = r.kind
	}
	if q.Kind == History && r.has("last") { // from the first draft to the last
		q.Versions, r.asked.drafts = nil, nil
		r.cells = s.rank(&r.asked)
	}
	if q.Kind == Events && q.From == "" && r.has("between") {
		s.between(r, q)
	}
	if q.Fields = s.fields(r, q); q.Kind == Compare && r.broad() {
		q.Fields = nil
	}
	q.Words = r.text
	return q
}

// addParties takes a party that stands alone for its draft, where another
// draft is named or the question compares.
func (s *Session) addParties(r *reading, q *Query) {
	comparing := has(r.cues, Compare) || has(r.cues, Uptake)
	together := len(q.Versions) + len(r.Parties)
	alone := len(q.Versions) == 0 && len(r.Parties) == 1 && r.empty() && !r.continued // it is all that is asked about
	if !alone && (together < 2 || len(r.Parties) == 0 || (!comparing || len(q.Versions) > 1) && (together < 3 || !strings.ContainsAny(r.text, ",:")) || len(q.Versions) == 0 && !comparing) {
		return
	}
	for _, p := range r.Parties {
		for _, v := range s.lexicon.Pick(s.lexicon.PlansNamed(p), false) {
			if !slices.Contains(q.Versions, v) {
				q.Versions = append(q.Versions, v)
				r.asked.drafts, r.asked.records = append(r.asked.drafts, v), append(r.asked.records, v)
			}
		}
	}
	r.asked.match = s.index.Match(slices.DeleteFunc(s.content(r), func(t search.Term) bool {
		group, _, ok := s.index.Alias(t.Words)
		return ok && slices.Contains(r.Parties, group)
	}))
	s.findVoice(r)
}

// asksAll reports whether every draft is asked about: "which of the plans".
func (r *reading) asksAll() bool {
	for i, w := range r.Words {
		if !lexicon.Every(w.Text) {
			continue
		}
		for j := i + 1; j < min(i+4, len(r.Words)); j++ {
			if next := r.Words[j].Text; lexicon.PlanNoun(next) && !r.Used[j] {
				return true
			}
		}
	}
	return false
}

// broad reports whether a question is about no field in particular.
func (r *reading) broad() bool {
	n := 0
	for _, t := range r.asked.match.Terms {
		if !t.Unknown && !r.isCue(t.Words[0].Start) {
			n++
		}
	}
	if n == 0 {
		return true
	}
	var most float32
	for _, f := range r.asked.fields {
		most = max(most, f[fPooled], f[fField])
	}
	return most < broadBelow
}

// broadBelow is the share of a question's words that some field must meet for
// the question to be about a field.
const broadBelow = 0.3

func (r *reading) isCue(start int) bool {
	return slices.ContainsFunc(r.cues, func(c cue) bool { return r.Words[c.from].Start <= start && start < r.Words[c.to-1].End })
}

// kind tells the kinds apart, in the order in which that can be done.
func (s *Session) kind(r *reading, q *Query) Kind {
	broad := r.broad()
	switch {
	case len(q.Points) > 0 && (len(q.Versions) > 1 || r.has("where", "end up", "becom", "became", "went", "go")):
		return Follow
	case len(q.Points) > 0 && (len(q.Versions) > 0 || broad):
		return Point
	case r.quote != "":
		return Search
	case s.glossary(r) != nil:
		return Glossary
	case has(r.cues, WhichPoint):
		return WhichPoint
	case has(r.cues, Disputed):
		return Disputed
	case broad && has(r.cues, Unknown):
		return Unknown
	case broad && has(r.cues, Open):
		return Open
	case !broad && has(r.cues, Uptake) && len(q.Versions) > 0:
		return Uptake
	case broad && has(r.cues, Same):
		return Same
	case broad && has(r.cues, Added):
		return Added
	case broad && has(r.cues, Gone):
		return Gone
	case !broad && has(r.cues, Origin) && r.inText():
		return Origin
	case has(r.cues, Events) && r.has("between") && len(r.asked.match.Terms) > 1:
		return Events
	case has(r.cues, Events) && (q.From != "" || broad):
		return Events
	case !broad && has(r.cues, History) && r.inText(), !broad && len(q.Versions)+len(q.Records) > 1 && r.has("from") && r.has("to"):
		return History
	case len(q.Versions) > 1, has(r.cues, Compare) && len(q.Versions) > 0, has(r.cues, Compare) && broad:
		return Compare
	case broad && (q.All || s.ev.AsOf != "") && len(q.Versions) == 0:
		return Overview
	case has(r.cues, Overview) && (broad || len(q.Versions) > 0), broad && len(q.Versions)+len(q.Records) > 0 && r.asked.shape == vector{}:
		return Overview
	case has(r.cues, Search):
		return Search
	case len(r.Words) > 0 && yesNo[r.Words[0].Text] || has(r.cues, Verify):
		return Verify
	}
	return Value
}

// between sets the days of a query to those between two events that the
// question names, the nearest in time that bear the names.
func (s *Session) between(r *reading, q *Query) {
	var named [][]*plan.Record
	all := s.index.Match(r.terms)
	for i, t := range r.terms {
		if r.isCue(t.Words[0].Start) {
			continue
		}
		var events []*plan.Record
		for _, v := range s.seen.OfKind(plan.Event) {
			if v.Date != "" && all.Strength(i, s.index.RecordUnit(v.ID), search.Names) >= 0.99 {
				events = append(events, v)
			}
		}
		if events != nil {
			named = append(named, events)
		}
	}
	if len(named) < 2 {
		return
	}
	var best plan.Date
	for _, a := range named[0] {
		for _, b := range named[1] {
			if gap := b.Date.Last(); a.Date.First() < b.Date.First() && (best == "" || a.Date.First() > q.From.First() || a.Date.First() == q.From.First() && gap < best.Last()) {
				q.From, q.To, best = plan.Date(a.Date.First()), plan.Date(b.Date.Last()), b.Date
			}
		}
	}
}

func (r *reading) has(phrases ...string) bool {
	return slices.ContainsFunc(phrases, func(p string) bool {
		_, _, ok := phraseAt(r.Named, strings.Fields(p))
		return ok
	})
}

// inText reports whether the best field is about the text or the document.
func (r *reading) inText() bool {
	return len(r.cells) > 0 && r.cells[0].field.Topic.About == plan.AboutText
}

// fields are those asked about: the best, and those that come near it. Where
// drafts are named, fields are judged by themselves, so that silence can be
// told; else by their best cells.
func (s *Session) fields(r *reading, q *Query) []*plan.Field {
	var out []*plan.Field
	add := func(f *plan.Field) {
		if !slices.Contains(out, f) && len(out) < mostFields {
			out = append(out, f)
		}
	}
	if len(q.Versions) > 0 {
		subjects := r.asked.match.Whole() // the question is a topic's name
		for _, c := range s.index.Claims {
			if subjects[c.Theme] && slices.Contains(q.Versions, c.Record) {
				add(s.index.Fields[s.fieldAt[c.Of]].Field)
			}
		}
		if out != nil {
			return out
		}
		order, scores := s.rankFields(&r.asked)
		top := math.Inf(-1)
		for _, c := range r.cells {
			if c.claims == nil || !slices.Contains(q.Versions, c.record) {
				continue
			}
			if top = max(top, c.score); c.score < top-fieldMargin {
				break
			}
			if scores[s.fieldAt[c.field.Unit]] > scores[order[0]]-knownMargin {
				add(c.field.Field)
			}
		}
		order = slices.DeleteFunc(order, func(f int) bool {
			about := s.index.Fields[f].Topic.About
			return about != plan.AboutText && about != plan.AboutDocument && r.asked.fields[f][fTitled] == 0
		})
		for _, f := range order {
			if scores[f] < scores[order[0]]-fieldMargin {
				break
			}
			add(s.index.Fields[f].Field)
		}
		return out
	}
	for _, c := range r.cells {
		if c.score < r.cells[0].score-fieldMargin {
			break
		}
		add(c.field.Field)
	}
	return out
}

package ask

import (
	"slices"

	"plandiff/internal/evidence"
	"plandiff/internal/lexicon"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/search"
	"plandiff/internal/wording"
)

// Session answers questions on one library, and keeps the last query for the
// next question to take over from.
type Session struct {
	lib     *plan.Library
	ev      evidence.Filter
	view    *evidence.View
	seen    *plan.Library // as admitted
	index   *search.Index
	lexicon *lexicon.Lexicon
	fieldAt map[search.Unit]int
	titled  map[search.Unit][]*plan.Record // drafts that a field's title names
	last    *reading
}

// New makes a session on a library.
func New(lib *plan.Library, ev evidence.Filter) *Session {
	s := &Session{lib: lib, ev: ev}
	s.admit(ev)
	return s
}

// admit indexes the library on the evidence that is admitted.
func (s *Session) admit(ev evidence.Filter) {
	s.ev = ev
	s.view = evidence.New(s.lib, ev)
	s.seen = s.view.Library
	s.index = search.New(s.seen, false)
	s.lexicon = lexicon.New(s.index)
	s.fieldAt, s.titled = map[search.Unit]int{}, map[search.Unit][]*plan.Record{}
	for i, f := range s.index.Fields {
		s.fieldAt[f.Unit] = i
		if f.Topic.About == plan.AboutStance {
			s.titled[f.Unit] = s.lexicon.Read(search.Words(f.Field.Title)).Records
		}
	}
}

// Ask answers one question; what it cannot answer gets the status OutOfScope.
func (s *Session) Ask(text string) *Answer {
	if why := unreadable(text); why != "" {
		return &Answer{Question: prose.Shorten(text, 200), Query: Query{Kind: Outside}, Status: OutOfScope, Text: why, Evidence: s.ev, Hidden: s.view.Hidden()}
	}
	text = prose.Clean(text)
	r := s.goesOn(s.read(text))
	if day := r.asOf(); day != "" && s.ev.AsOf == "" {
		ev := s.ev
		ev.AsOf = day
		then := New(s.lib, ev)
		r = then.read(text)
		r.Dates = nil
		return then.answer(r)
	}
	return s.answer(r)
}

// differing adds the claims of a disagreement that the question is about.
func (s *Session) differing(r *reading, q *Query, a *Answer) {
	if q.Kind == Disputed || lists[q.Kind] || q.Kind == Overview || q.Kind == Glossary || len(q.Points) > 0 {
		return
	}
	d := s.disagreement(r)
	if d == nil {
		return
	}
	for _, side := range d.Sides {
		if f := s.claimFinding(side[0]); f != nil && !slices.ContainsFunc(a.Findings, func(g Finding) bool { return g.Record == f.Record && g.Field == f.Field }) {
			a.Findings = append(a.Findings, *f)
		}
	}
	a.Notes = append(a.Notes, "Accounts differ: "+d.Question+" "+wording.FirstUpper(d.Note)+".")
}

// asOf is the day of which a question asks what was known by then.
func (r *reading) asOf() plan.Date {
	if len(r.Dates) == 0 || len(r.Dates[0]) < len("2006-01-02") || !r.has("known", "knew", "public", "as of") {
		return ""
	}
	return r.Dates[len(r.Dates)-1]
}

func (s *Session) answer(r *reading) *Answer {
	q := s.compile(r)
	a := &Answer{Question: r.text, Query: *q, Evidence: s.ev, Hidden: s.view.Hidden()}
	a.Assumed = append(a.Assumed, r.fixed...)
	if !s.outside(r, q) {
		a.Findings = s.run(r, q)
		s.differing(r, q, a)
		a.Status = status(q, a)
		if a.Status == NotReported && r.quote == "" {
			s.nearest(r, q, a)
		}
		s.compose(r, q, a)
	}
	if a.Text == "" {
		a.Status, a.Findings, a.Query.Kind = OutOfScope, nil, Outside
		a.Text = "The records do not cover that question."
		return a
	}
	a.Query, a.Command, a.Why = *q, s.view.Command(s.command(q)), r.reasons(q)
	r.query, r.lead = q, nil
	for i := range a.Findings {
		if f := &a.Findings[i]; len(f.Contents) > 0 && !f.Nearest {
			r.lead = f.Record
			break
		}
	}
	s.last = r
	return a
}

// goesOn completes a question that leans on the last: what it names itself
// replaces what was named; without a subject of its own it keeps the old one.
// A question complete in itself takes nothing over.
func (s *Session) goesOn(r *reading) *reading {
	last := s.last
	if last == nil || !r.elliptic() {
		return r
	}
	own := !r.empty()
	text := r.text
	if !own {
		for _, t := range last.asked.match.Terms {
			text += " " + last.full[t.Words[0].Start:t.Words[len(t.Words)-1].End]
		}
	}
	out := s.read(text)
	out.text, out.continued = r.text, true
	if len(out.Records) == 0 && !own && len(out.Parties) > 0 && len(last.query.Versions) > 0 {
		for _, p := range r.Parties {
			out.Records = append(out.Records, s.lexicon.Pick(s.lexicon.PlansNamed(p), false)...)
		}
	}
	if len(out.Records) == 0 {
		out.Records = last.Records
		if len(out.Records) == 0 && last.lead != nil {
			out.Records = []*plan.Record{last.lead}
		}
	}
	out.asked.records, out.asked.drafts = out.Records, nil
	for _, v := range out.Records {
		if v.Kind == plan.Draft {
			out.asked.drafts = append(out.asked.drafts, v)
		}
	}
	if !own {
		out.kind = last.query.Kind
	}
	return out
}

// elliptic reports whether a question leans on the one before it.
func (r *reading) elliptic() bool {
	if len(r.Words) == 0 {
		return false
	}
	if leaning[r.Words[0].Text] || r.empty() && len(r.Dates) == 0 && !has(r.cues, Overview) {
		return true
	}
	return len(r.Records) == 0 && slices.ContainsFunc(r.Words, func(w search.Word) bool { return pronouns[w.Text] })
}

// empty reports whether a question has no subject of its own, parties apart.
func (r *reading) empty() bool {
	for _, t := range r.asked.match.Terms {
		if group, _, ok := r.x.Alias(t.Words); ok && slices.Contains(r.Parties, group) {
			continue
		}
		if !r.isCue(t.Words[0].Start) && !t.Unknown {
			return false
		}
	}
	return true
}

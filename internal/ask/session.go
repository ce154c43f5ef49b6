package ask

import (
	"slices"
	"strings"

	"plandiff/internal/evidence"
	"plandiff/internal/lexicon"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/rank"
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
	ranker  *rank.Ranker
	people  map[string]bool // alias groups that are a speaker's whole name
	last    *reading
}

// New makes a session on a library.
func New(lib *plan.Library, ev evidence.Filter) *Session {
	s := &Session{lib: lib}
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
	s.ranker, s.people = rank.New(s.index), map[string]bool{}
	known := map[string]bool{}
	for _, c := range s.index.Claims {
		if by := c.Claim.By; !known[by] {
			known[by] = true
			words := search.Words(by)
			if group, n, ok := s.index.Alias(words); ok && n == len(words) {
				s.people[group] = true
			}
		}
	}
	for _, f := range s.index.Fields {
		if f.Topic.About == plan.AboutStance {
			s.ranker.Titled[f.Unit] = s.lexicon.Read(search.Words(f.Field.Title)).Records
		}
	}
}

// Ask answers one question; what it cannot answer gets the status OutOfScope.
func (s *Session) Ask(text string) *Answer {
	if why := lexicon.Unreadable(text); why != "" {
		return &Answer{Question: prose.Shorten(text, 200), Query: Query{Kind: Outside}, Status: OutOfScope, Text: why, Evidence: s.ev, Hidden: s.view.Hidden()}
	}
	text = prose.Clean(text)
	parts := lexicon.Questions(text)
	if len(parts) == 1 && parts[0] != text && s.read(parts[0]).pronoun() {
		parts[0] = text // what it speaks of stands before it
	}
	if len(parts) == 2 {
		head, tail := s.read(parts[0]), s.read(parts[1])
		s.ranker.Rank(&tail.asked)
		if before := s.last; !tail.elliptic() && !tail.pronoun() && !tail.broad() {
			head.share(tail)
			first, second := s.put(s.goesOn(head)), s.put(tail)
			if first.Status != OutOfScope && second.Status != OutOfScope {
				return first.with(second, text)
			}
			s.last = before
		}
	}
	return s.put(s.goesOn(s.read(strings.Join(parts, " "))))
}

// share gives each of two readings the drafts of the other, where it names none.
func (r *reading) share(other *reading) {
	for _, p := range [...][2]*reading{{r, other}, {other, r}} {
		if len(p[0].Records) == 0 && len(p[1].asked.Drafts) > 0 {
			p[0].Records, p[0].asked.Records, p[0].asked.Drafts = p[1].asked.Drafts, p[1].asked.Drafts, p[1].asked.Drafts
		}
	}
}

// put answers one question, on what was public on the day that it asks about.
func (s *Session) put(r *reading) *Answer {
	if day := r.asOf(); day != "" && s.ev.AsOf == "" {
		ev := s.ev
		ev.AsOf = day
		then := New(s.lib, ev)
		then.ranker.Model = s.ranker.Model
		r = then.read(r.text)
		r.Dates = nil
		then.placed(r)
		return then.answer(r)
	}
	return s.answer(r)
}

// placed takes a draft for meant where all that is asked about stands in its
// names: "what was known of Paris".
func (s *Session) placed(r *reading) {
	var named []*plan.Record
	for _, v := range s.seen.Drafts() {
		if len(r.asked.Match.Terms) > 0 && r.asked.Match.Cover(search.Place{Unit: s.index.RecordUnit(v.ID), Zone: search.Names}) > 0.99 {
			named = append(named, v)
		}
	}
	if len(r.asked.Drafts) == 0 && named != nil {
		r.Records = s.lexicon.Pick(named, false)
		r.asked.Records, r.asked.Drafts = r.Records, r.Records
		r.asked.Match = s.index.Match(nil)
	}
}

// with joins the answers to two questions.
func (a *Answer) with(b *Answer, question string) *Answer {
	if a.Text == b.Text {
		return a
	}
	head, _, _ := strings.Cut(a.Text, ". ")
	tail, _, _ := strings.Cut(b.Text, ". ")
	if length(head)+length(tail) > mostText-4 { // the words quoted stand in the view
		head, _, _ = strings.Cut(head, ", “")
		tail, _, _ = strings.Cut(tail, ", “")
	}
	out := *a
	out.Question, out.Text = question, wording.Sentences(mostText, wording.Clip(head, max(mostText/2, mostText-length(tail))-4), wording.Clip(tail, mostText/2-2))
	out.Findings = append(slices.Clone(a.Findings), b.Findings...)
	out.Notes, out.Assumed, out.Why = append(a.Notes, b.Notes...), append(a.Assumed, b.Assumed...), append(a.Why, b.Why...)
	if a.Status != b.Status {
		out.Status = Partly
	}
	return &out
}

// Complete continues the words before a place in a line with a name.
func (s *Session) Complete(line string, at int) (out string, place int, ok bool) {
	return s.lexicon.Complete(line, at)
}

// differing adds the claims of a disagreement that the question is about.
func (s *Session) differing(r *reading, q *Query, a *Answer) {
	if q.Kind == Disputed || lists[q.Kind] || q.Kind == Overview || q.Kind == Glossary || len(q.Points) > 0 {
		return
	}
	d := s.ranker.Disagreement(r.asked.Match)
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
	if len(r.Dates) == 0 || len(r.Dates[0]) < len("2006-01-02") || !r.Has("known", "knew", "public", "as of") {
		return ""
	}
	return r.Dates[len(r.Dates)-1]
}

func (s *Session) answer(r *reading) *Answer {
	q := s.compile(r)
	a := &Answer{Question: r.text, Query: *q, Evidence: s.ev, Hidden: s.view.Hidden()}
	a.Assumed = append(a.Assumed, r.fixed...)
	if name := r.unheard(); name != "" && !s.outside(r, q) {
		a.Status, a.Query.Kind, a.Text = OutOfScope, Outside, "The records do not cover that: no source here speaks of "+wording.Quoted(name)+"."
		return a
	}
	if !s.outside(r, q) {
		a.Findings = s.run(r, q)
		if s.unborn(q) {
			a.Findings = nil
		}
		s.differing(r, q, a)
		a.Status = s.status(r, q, a)
		if a.Status == NotReported && r.quote == "" && q.Kind != Glossary && !s.unborn(q) && !(q.Kind == Disputed && r.broad()) {
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

// unborn reports whether nothing of the drafts named was public on the day
// asked about.
func (s *Session) unborn(q *Query) bool {
	return s.ev.AsOf != "" && len(q.Versions) > 0 && !slices.ContainsFunc(q.Versions, func(v *plan.Record) bool { return s.view.Public(v.ID) })
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
	if !own || r.pronoun() {
		for _, t := range slices.Backward(last.asked.Match.Terms) {
			text = last.full[t.Words[0].Start:t.Words[len(t.Words)-1].End] + " " + text
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
	out.asked.Records, out.asked.Drafts = out.Records, nil
	for _, v := range out.Records {
		if v.Kind == plan.Draft {
			out.asked.Drafts = append(out.asked.Drafts, v)
		}
	}
	if !own || r.pronoun() {
		out.kind = last.query.Kind
	}
	return out
}

// elliptic reports whether a question leans on the one before it.
func (r *reading) elliptic() bool {
	if len(r.Words) == 0 {
		return false
	}
	whole := has(r.cues, Overview) || r.lists() && len(r.Records) > 0
	if leaning[r.Words[0].Text] || r.empty() && len(r.Dates) == 0 && !whole {
		return true
	}
	return len(r.Records) == 0 && r.pronoun()
}

func (r *reading) pronoun() bool {
	for i, w := range r.Words {
		last := i+1 == len(r.Words)
		if pronouns[w.Text] && !r.isCue(w.Start) || w.Text == "that" && (last || lexicon.PlanNoun(r.Words[i+1].Text) || lexicon.PointNoun(r.Words[i+1].Text)) {
			return true
		}
	}
	return false
}

// empty reports whether a question has no subject of its own, parties apart.
func (r *reading) empty() bool {
	for _, t := range r.asked.Match.Terms {
		if group, _, ok := r.x.Alias(t.Words); ok && slices.Contains(r.Parties, group) {
			continue
		}
		if !r.isCue(t.Words[0].Start) && !t.Unknown && !(r.whichPoint() && t.Words[0].Stem == lexicon.PointKey) {
			return false
		}
	}
	return true
}

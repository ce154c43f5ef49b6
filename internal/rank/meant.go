package rank

import (
	"slices"
	"strings"

	"plandiff/internal/lexicon"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/search"
)

// Empty reports whether a question has no subject of its own, parties apart.
func (a *Asked) Empty(n *lexicon.Named) bool {
	for i, t := range a.Match.Terms {
		w := n.Word(t)
		if w > 0 && n.Words[w-1].Text == "how" {
			continue
		}
		first := t.Words[0]
		if !a.Party(t) && i+1 != a.Voice && !n.IsCue(first.Start) && !t.Unknown && !lexicon.Says(first.Text) && !(lexicon.Sourcing(first.Text) && (n.Then() != "" || n.Cued(lexicon.CueDisputed))) && !lexicon.Restates(n.Words, w) && !(a.Shape[Who]+a.Shape[Amount] > 0 && lexicon.Offers(first.Text)) && !(n.AsksPoint() && first.Stem == lexicon.PointKey) {
			return false
		}
	}
	return true
}

// Bearing are the drafts, of the days that a question asks about, in whose names stands all
// that it says beside them; none if it says nothing.
func (a *Asked) Bearing(n *lexicon.Named) []*plan.Record {
	t := a.Match.Terms
	day := len(t) == 0 || n.Used[n.Word(t[0])]
	if day && (len(n.Dates) == 0 || len(n.Parties) > 0) {
		return nil
	}
	return pick.Keep(a.by.Index.Lib.Drafts(), func(v *plan.Record) bool {
		then := len(n.Dates) == 0 || slices.ContainsFunc(n.Dates, func(d plan.Date) bool { return lexicon.Overlaps(d, v.Date) })
		return then && (day || a.Match.Cover(search.Place{Unit: a.by.Index.RecordUnit(v.ID), Zone: search.Names}) > 0.99)
	})
}

// AddParties takes a party that stands alone for its draft, where another draft is named,
// the question compares, or the party is said to change something. The text is that of the
// question without what it took over, if it goes on from another.
func (s *Ranker) AddParties(a *Asked, n *lexicon.Named, text string, terms []search.Term, continued bool) {
	if a.Identity {
		return
	}
	if n.Cued(lexicon.CueOpen) && (len(a.Drafts) > 0 || n.Has("between")) { // between them
		s.takeRest(a, n, terms)
		return
	}
	drafts := len(a.Drafts)
	ends := n.Has("from * to", "from * until", "from * till") && !slices.ContainsFunc(n.Parties, s.names.Party)                                                                                                                                                            // of a range, by their places
	comparing := ends || n.Lists() && !(n.Cued(lexicon.CueSame) && len(a.Numbers) > 0) && (a.Shape[Amount] == 0 || n.Has("how many point", "how many claus", "how many provis", "how many articl")) && !(drafts == 1 && n.Cued(lexicon.CueGone) && lexicon.YesNo(n.Words)) // "is it gone from that one?"
	together := drafts + len(n.Parties)
	alone := drafts == 0 && len(n.Parties) == 1 && !s.quoted(a, n) && (a.Empty(n) || n.Has("what did", "how did") && n.Has("chang") && !s.names.Concerned(n, n.Parties[0])) && !continued && !n.OfMeetings() && !(a.Shape[Who] > 0 && n.Has("in", "at")) // it is all that is asked about, or does the changing
	if !alone && (together < 2 || len(n.Parties) == 0 || (!comparing || drafts > 1) && (together < 3 || !strings.ContainsAny(text, ",:")) || drafts == 0 && !comparing) {
		return
	}
	for _, p := range n.Parties {
		if alone || (comparing || s.names.Listed(n, p)) && !s.names.Allowed(n, p) && (len(a.Drafts)+len(n.Parties) <= 2 || !s.names.Party(p) || !s.names.Concerned(n, p)) {
			s.addDrafts(a, p)
		}
	}
	s.takeRest(a, n, terms)
}

// addDrafts takes the draft that a group of names means: beside a draft that is named, the answer to it.
func (s *Ranker) addDrafts(a *Asked, group string) {
	plans := s.names.Pick(s.names.PlansNamed(group), false)
	if len(a.Drafts) == 1 {
		plans = pick.Or(s.names.AnswersOf(group, a.Drafts[0]), plans)
	}
	for _, v := range plans {
		if !slices.Contains(a.Drafts, v) {
			a.Drafts, a.Records = append(a.Drafts, v), append(a.Records, v)
		}
	}
}

// takeRest takes what is left of a question without the parties that stand for drafts.
func (s *Ranker) takeRest(a *Asked, n *lexicon.Named, terms []search.Term) {
	s.Take(a, n, slices.DeleteFunc(s.names.Left(n, a.Text, terms), a.Party))
}

// quoted reports whether the party that a question speaks of is whose words it asks for,
// and not one whose draft is of a day that it asks about.
func (s *Ranker) quoted(a *Asked, n *lexicon.Named) bool {
	if a.Voice == 0 {
		return false
	}
	group, _, _ := s.Index.Alias(a.Match.Terms[a.Voice-1].Words)
	return slices.Contains(n.Parties, group) && !slices.ContainsFunc(s.names.PlansNamed(group), func(v *plan.Record) bool {
		return slices.ContainsFunc(n.Dates, func(d plan.Date) bool { return lexicon.Overlaps(d, v.Date) })
	})
}

// AddPlace takes a place that stands alone for the draft that is named by it, where a
// clause is asked about, and reports whether it did.
func (s *Ranker) AddPlace(a *Asked, n *lexicon.Named, terms []search.Term) bool {
	if len(a.Drafts) > 0 || n.Lists() || n.Cued(lexicon.CueEvents) || !s.names.Placed(n) || !a.clause(n) {
		return false
	}
	s.addDrafts(a, n.Parties[0])
	s.takeRest(a, n, terms)
	s.Rank(a)
	return true
}

// clause reports whether a question is about a field of the text.
func (a *Asked) clause(n *lexicon.Named) bool {
	const half, most = 0.5, 0.6 // of a question, in the words of the clause; of its subject, places apart
	if len(a.Cells) == 0 || a.Cells[0].Field.Topic.About != plan.AboutText {
		return false
	}
	f := a.Cells[0].Field
	subject := a.by.Index.Match(pick.Drop(a.Subject.Terms, func(t search.Term) bool { return n.Place(t) || a.by.ofTalks(t) }))
	return a.Of(f.Field)[Field] >= half || len(subject.Terms) > 0 && subject.Cover(names(f.Unit, f.Theme)...) >= most
}

// AddMeetings are the meetings that a question is about as a whole, or of which it asks who
// took part: those that it names, or without a day those at a place or with all whom it names.
func (s *Ranker) AddMeetings(a *Asked, n *lexicon.Named, terms []search.Term, named []*plan.Record) (records []*plan.Record, meeting bool) {
	if n.Cued(lexicon.CueOpen) && n.LastMeeting() != "" { // what was open by then
		return named, false
	}
	if len(n.Dates) == 0 && !n.Has("between") && s.OnlyMet(a, n) && len(s.Who(a, n, terms)) > 1 { // wherever else the place is named
		if took := s.Took(a, n, terms, s.Index.Lib.OfKind(plan.Event)); len(took) > 0 {
			return pick.Preferred(took, s.Meeting), true
		}
	}
	if n.Cued(lexicon.CueWhy) || a.Voice > 0 || a.clause(n) && !s.OnlyMet(a, n) || n.Has("happen * to") || len(a.Cells) == 0 {
		if places := s.Places(a, n, terms); len(named) == 0 && (len(n.Dates) == 0 || n.OfMeetings()) && a.Voice == 0 && len(places.Terms) > 0 && slices.ContainsFunc(places.Terms, s.labelled) { // of that meeting
			named = pick.Keep(s.There(a, n, terms, places, s.Index.Lib.OfKind(plan.Event)), func(v *plan.Record) bool {
				return len(n.Dates) == 0 || slices.ContainsFunc(n.Dates, func(d plan.Date) bool { return lexicon.Overlaps(d, v.Date) })
			})
		}
		return named, false
	}
	taking := s.Gathers(a.Cells[0].Field.Field) && s.Meeting(a.Cells[0].Record)
	plain := len(n.Cues) == 0 && a.Shape[Amount] == 0 && !slices.ContainsFunc(n.Words, func(w search.Word) bool { return lexicon.PointNoun(w.Text) }) // it asks for nothing else
	first := a.Cells[0]
	then := func(d plan.Date) bool { return lexicon.Overlaps(d, first.Record.Date) }
	plain = plain && !(first.Record.Kind == plan.Draft && first.Field.Topic.About == plan.AboutText && slices.ContainsFunc(n.Dates, then)) // what a draft of that day says
	other := func(v *plan.Record) bool { return !s.Meeting(v) }
	switch within := func(d plan.Date) bool { return a.Cells[0].Record.Date.Within(d.First(), d.Last()) }; {
	case len(n.Dates) > 0 && len(named) == 0: // they are found by their days
		return named, (taking && slices.ContainsFunc(n.Dates, within) && a.Shape[Who] > 0 || plain && len(a.Numbers) == 0) && slices.ContainsFunc(s.Places(a, n, terms).Terms, s.labelled)
	case len(named) > 0:
		day := a.Shape[When] > 0 && (a.Cells[0].Field.Topic == s.talks || n.AsksWhen() && named[0].Kind == plan.Event)
		return named, day && named[0].Kind == plan.Event || taking && !slices.ContainsFunc(named, other)
	}
	if places := s.Places(a, n, terms); n.Cued(lexicon.CueEvents) || s.OnlyMet(a, n) || len(places.Terms) > 0 && (taking || plain) {
		records = s.There(a, n, terms, places, slices.DeleteFunc(s.Index.Lib.OfKind(plan.Event), other))
	}
	return records, len(records) > 0
}

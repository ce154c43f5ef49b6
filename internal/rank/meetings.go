package rank

import (
	"slices"
	"strings"

	"plandiff/internal/lexicon"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/search"
)

// findOutcome finds the fields that tell what came of a meeting and where it was, and so the topic that tells
// of meetings; nil if no topic does.
func (s *Ranker) findOutcome() {
	s.Outcome, _ = s.Talks(s.Index.Match(s.Index.Terms(search.Words("outcome"))))
	s.Place, _ = s.Talks(s.Index.Match(s.Index.Terms(search.Words("place"))))
	for _, f := range s.Index.Fields {
		if f.Field == s.Outcome {
			s.talks = f.Topic
		}
	}
}

// findOpen finds the fields of the document itself that list what is open.
func (s *Ranker) findOpen() {
	for _, f := range s.Index.Fields {
		if f.Topic.About == plan.AboutDocument && f.Field.Kind == plan.List && slices.ContainsFunc(search.Words(f.Field.Title), func(w search.Word) bool { return lexicon.Cued(w, lexicon.CueOpen) }) {
			s.Open = append(s.Open, f.Field)
		}
	}
}

// Author is the field that tells who wrote a draft; nil where nobody tells.
func (s *Ranker) Author(v *plan.Record) *plan.Field {
	for _, f := range s.Index.Fields {
		if f.Topic.About == plan.AboutDocument && strings.HasPrefix(f.Field.Title, "Who ") && len(v.Claims(f.Field.ID)) > 0 {
			return f.Field
		}
	}
	return nil
}

// Gathers reports whether a field tells who took part in a meeting, or what took place.
func (s *Ranker) Gathers(f *plan.Field) bool {
	return s.talks != nil && s.Index.Fields[s.At(f)].Topic == s.talks && (f.Kind == plan.List || f.ID == s.talks.Fields[0].ID)
}

// People reports whether a field is who took part in a meeting, or speaks for a side.
func (s *Ranker) People(f *plan.Field) bool {
	at := s.At(f)
	return s.Index.Fields[at].Topic.About == plan.AboutTalks && (f.Kind == plan.List || strings.HasPrefix(f.Title, "Who ") && len(s.groups[at]) > 0)
}

// Whose are the parties of which a question asks, by their groups of names: "the Russian
// side", but not "in Russia".
func (s *Ranker) Whose(n *lexicon.Named, terms []search.Term) (out []string) {
	for _, t := range terms {
		if group, _, ok := s.Index.Alias(t.Words); ok && s.names.Party(group) && !n.Place(t) {
			out = append(out, group)
		}
	}
	return out
}

// News is the place of a field among what is told of an event: of a meeting what came of it
// first, then the papers and clauses that it concerns, who took part last.
func (s *Ranker) News(f *plan.Field, meeting bool) int {
	switch {
	case !meeting:
		return map[bool]int{true: 1}[s.People(f)]
	case f == s.Outcome:
		return -1
	case s.People(f):
		return len(s.Index.Lib.Topics)
	}
	return slices.Index([]plan.About{plan.AboutDocument, plan.AboutText, plan.AboutStance, plan.AboutTalks}, s.Index.Fields[s.At(f)].Topic.About)
}

// Ended are the events that tell what came of the talks on a draft; nil where not just one does.
func (s *Ranker) Ended(v *plan.Record) []*plan.Record {
	ended := pick.Keep(s.Index.Lib.OfKind(plan.Event), func(e *plan.Record) bool {
		return s.Outcome != nil && slices.Contains(e.Concerns, v.ID) && len(e.Claims(s.Outcome.ID)) > 0
	})
	return map[bool][]*plan.Record{true: ended}[len(ended) == 1]
}

// Meeting reports whether a record is of a meeting: some claim tells what took place, and not
// only who signed something.
func (s *Ranker) Meeting(v *plan.Record) bool {
	_, took := s.gathered(v)
	return took != ""
}

// OfPeople reports whether a field tells who was at a meeting, whether somebody was, or what came of
// it, so that who was there is asked of a meeting.
func (s *Ranker) OfPeople(f *plan.Field) bool {
	return s.Gathers(f) || s.People(f) || f.Kind == plan.Choice || f == s.Outcome
}

// Attended reports whether it is told who took part in what a record tells of.
func (s *Ranker) Attended(v *plan.Record) bool {
	return slices.ContainsFunc(s.Index.Claims, func(c search.Claim) bool { return c.Record == v && s.People(c.Field) })
}

// Next is the next meeting of the same sides, or the last before it; nil if none is known, or the
// record is of none.
func (s *Ranker) Next(v *plan.Record, later bool) *plan.Record {
	var next *plan.Record
	order := func(w, v *plan.Record) int { return w.Date.Compare(v.Date) }
	apart := func(w *plan.Record) bool { return w.Date.First() > v.Date.Last() }
	if !later {
		order = func(w, v *plan.Record) int { return v.Date.Compare(w.Date) }
		apart = func(w *plan.Record) bool { return w.Date.Last() < v.Date.First() }
	}
	for _, w := range s.Index.Lib.OfKind(plan.Event) {
		absent := func(side string) bool { return !slices.Contains(w.By, side) }
		if s.Meeting(v) && s.Meeting(w) && w.Date != "" && apart(w) && !slices.ContainsFunc(v.By, absent) && (next == nil || order(w, next) < 0) {
			next = w
		}
	}
	return next
}

// Beyond matches what a question asks of a meeting, its name, its place and its day apart: nothing
// where that is the meeting itself, as in "who met".
func (s *Ranker) Beyond(a *Asked, n *lexicon.Named, terms []search.Term) *search.Match {
	all, rest := s.Index.Match(terms), []search.Term(nil)
	for i, t := range terms {
		if at := n.Word(t); !n.Used[at] && !n.Titled[at] && !n.Place(t) && !n.IsCue(t.Words[0].Start) && !lexicon.Account(t.Words[0]) && !a.Party(t) && !s.Speaks(all, i) {
			rest = append(rest, t)
		}
	}
	m := s.Index.Match(rest)
	if f, _ := s.Talks(m); f != nil && s.talks != nil && f.ID == s.talks.Fields[0].ID {
		return new(search.Match)
	}
	return m
}

// OfTalks reports whether some words ask of a meeting nothing that is not told of it as a whole, or
// only what came of it.
func (s *Ranker) OfTalks(m *search.Match) bool {
	field, _ := s.Talks(m)
	return len(m.Terms) == 0 || field != nil
}

// gathered are the lists of who took part in a meeting, and what took place.
func (s *Ranker) gathered(v *plan.Record) (lists, took string) {
	if s.talks == nil || v.Kind != plan.Event {
		return "", ""
	}
	for i := range s.talks.Fields {
		f := &s.talks.Fields[i]
		for _, c := range v.Claims(f.ID) {
			switch {
			case c.Hedged || c.Denies:
			case s.People(f):
				lists += c.Value.String() + "; "
			case i == 0:
				took += c.Value.String() + "; "
			}
		}
	}
	return lists, took
}

// named reports whether a term stands as a place, or is a proper name in the title of an event or
// before a noun for one: "the Geneva summit".
func (a *Asked) named(n *lexicon.Named, t search.Term) bool {
	return n.Place(t) || (n.Titled[n.Word(t)] || n.Gathers(t)) && a.capital(t) && t.Words[0].Start > 0
}

// Places are the terms of a question that name where something was, or other names in titles
// of events: no party, no month, and nothing that is told of meetings.
func (s *Ranker) Places(a *Asked, n *lexicon.Named, terms []search.Term) *search.Match {
	return s.Index.Match(pick.Drop(terms, func(t search.Term) bool {
		group, _, _ := s.Index.Alias(t.Words)
		named := a.named(n, t) || n.Cued(lexicon.CueEvents) && (a.capital(t) || a.Text == strings.ToLower(a.Text) && s.labelled(t)) && !t.Unknown && !t.Words[0].Number && !t.Alias && !a.Cue(t.Words[0].Start) && !n.Used[n.Word(t)]
		return !named || lexicon.Peace(t.Words[0]) || lexicon.Month(t.Words[0].Text) > 0 || s.names.Party(group) || s.ofTalks(t)
	}))
}

// labelled reports whether a word stands in the label of an event, as a place does.
func (s *Ranker) labelled(t search.Term) bool {
	return slices.ContainsFunc(s.Index.Lib.OfKind(plan.Event), func(v *plan.Record) bool {
		head, _, _ := strings.Cut(v.Label, ",")
		return slices.Contains(strings.Fields(strings.ToLower(head)), t.Words[0].Text)
	})
}

// group is the alias group of a term; "" if it has none.
func (s *Ranker) group(t search.Term) string {
	group, _, _ := s.Index.Alias(t.Words)
	return group
}

// ofTalks reports whether a field about talks has a word in its names.
func (s *Ranker) ofTalks(t search.Term) bool {
	const whole = 0.9
	_, share := s.Talks(s.Index.Match([]search.Term{t}))
	return slices.ContainsFunc(s.Index.Fields, func(f search.Field) bool { return f.Topic.About == plan.AboutTalks && share(f.Field) > whole })
}

// Nowhere is a place that a question names and that stands in the name and the values of none
// of some records; "" if it names none.
func (s *Ranker) Nowhere(a *Asked, n *lexicon.Named, places *search.Match, among []*plan.Record) string {
	for i, t := range places.Terms {
		if name := a.Text[t.Words[0].Start:t.End()]; a.named(n, t) && strings.ToLower(name) != name && !s.Tells(places, i, among) {
			return name
		}
	}
	return ""
}

// Who are the people and parties that a question names, each by its group of names or its stem.
func (s *Ranker) Who(a *Asked, n *lexicon.Named, terms []search.Term) (who []string) {
	for i, m := 0, s.Index.Match(terms); i < len(terms); i++ {
		t := terms[i]
		if n.Used[n.Word(t)] || n.Place(t) || t.Unknown || lexicon.Peace(t.Words[0]) {
			continue
		}
		name, _, ok := s.Index.Alias(t.Words)
		if !ok {
			name = t.Words[0].Stem
		}
		if !s.people[name] && !s.names.Party(name) && s.labelled(t) { // where it was
			continue
		}
		if ok && (a.Party(t) || s.Speaks(m, i)) || a.capital(t) && s.attends(name) {
			who = append(who, name)
		}
	}
	return who
}

// Persons is how many of those that Who finds are people, and no parties.
func (s *Ranker) Persons(who []string) int {
	return len(pick.Keep(who, func(g string) bool { return s.people[g] || !strings.HasPrefix(g, "@") }))
}

// OnlyMet reports whether a question has nothing beside who met whom and where.
func (s *Ranker) OnlyMet(a *Asked, n *lexicon.Named) bool {
	return n.Has("meet", "met") && !n.Has("without", "not") && !slices.ContainsFunc(a.Match.Terms, func(t search.Term) bool {
		group := s.group(t)
		return !a.Cue(t.Words[0].Start) && t.Words[0].Text != "met" && !n.Place(t) && !a.Party(t) && !s.people[group] && !s.names.Party(group) && !(a.capital(t) && s.attends(t.Words[0].Stem))
	})
}

// keys are the groups of names in a text, and the stems of its words.
func (s *Ranker) keys(text string) []string {
	words := search.Words(text)
	out := s.Index.Groups(words)
	for _, w := range words {
		out = append(out, w.Stem)
	}
	return out
}

// Took are of some events those in which all took part whom a question names, as a list of who
// took part says, or what took place, at its place: who only wrote to another, or spoke to him by phone,
// did not.
func (s *Ranker) Took(a *Asked, n *lexicon.Named, terms []search.Term, events []*plan.Record) []*plan.Record {
	who := s.Who(a, n, terms)
	return pick.Keep(s.There(a, n, terms, s.Places(a, n, terms), events), func(v *plan.Record) bool {
		lists, took := s.gathered(v)
		keys := s.keys(lists + took)
		if slices.ContainsFunc(search.Words(v.Title), lexicon.Afar) || slices.ContainsFunc(terms, func(t search.Term) bool { return n.Place(t) && a.capital(t) && !s.was(v, t) }) {
			return false
		}
		return !slices.ContainsFunc(who, func(g string) bool { return !slices.Contains(keys, g) })
	})
}

// was reports whether an event was at a place: its title or label names that, or what is told of the
// place. "Moscow" may also be a name for those who were there.
func (s *Ranker) was(v *plan.Record, place search.Term) bool {
	text := v.Title + " " + v.Label + " " + strings.Join(v.Names, " ")
	if s.Place != nil {
		for _, c := range v.Claims(s.Place.ID) {
			text += " " + c.Value.String()
		}
	}
	return strings.Contains(strings.ToLower(text), place.Words[0].Text)
}

// attends reports whether a name stands in a list of who took part in a meeting.
func (s *Ranker) attends(name string) bool {
	return slices.ContainsFunc(s.Index.Lib.OfKind(plan.Event), func(v *plan.Record) bool {
		lists, _ := s.gathered(v)
		return slices.Contains(s.keys(lists), name)
	})
}

// There are of some records those whose names have a place, and of meetings those with all
// whom a question names; nil where it names neither. A yes-no question is about the meeting
// at the place, whoever was there.
func (s *Ranker) There(a *Asked, n *lexicon.Named, terms []search.Term, places *search.Match, records []*plan.Record) []*plan.Record {
	who := s.Who(a, n, terms)
	if s.Persons(who) > 1 && (len(n.Dates) > 0 || slices.ContainsFunc(terms, n.Place)) && a.Voice == 0 { // the meeting of those
	} else if lexicon.YesNo(n.Words) && !s.OnlyMet(a, n) || len(places.Terms) == 0 && !((n.OfMeetings() || s.OnlyMet(a, n)) && a.Shape[Who] == 0 && (len(who) > 1 || n.Cued(lexicon.CueSearch) || n.Has("which"))) {
		who = nil
	}
	titled := func(v *plan.Record) bool { // by a place that is a party's name too
		return slices.ContainsFunc(terms, func(t search.Term) bool {
			return n.Place(t) && s.names.Party(s.group(t)) && strings.Contains(strings.ToLower(v.Title+v.Label), t.Words[0].Text)
		})
	}
	if who == nil && len(places.Terms) == 0 && !(s.OnlyMet(a, n) && slices.ContainsFunc(records, titled)) {
		return nil
	}
	var out, typed []*plan.Record
	for _, v := range records {
		lists, took := s.gathered(v)
		there, said := s.keys(lists), s.keys(took)
		absent := func(g string) bool {
			return !slices.Contains(there, g) && !(s.Index.HasStem(v.ID, g) && (s.names.Party(g) || slices.Contains(said, g)))
		}
		told := slices.ContainsFunc(strings.Split(took, "; "), func(text string) bool { // they, and no more: "Rubio and Lavrov"
			keys := s.keys(text)
			return len(search.Words(text)) < 2*len(who) && !slices.ContainsFunc(who, func(g string) bool { return !slices.Contains(keys, g) })
		})
		if !told && slices.ContainsFunc(who, absent) || len(places.Terms) > 0 && places.Cover(search.Place{Unit: s.Index.RecordUnit(v.ID), Zone: search.Names}) < 0.99 {
			continue
		}
		out = append(out, v)
		other := func(t search.Term) bool { return !strings.Contains(strings.ToLower(v.Title+v.Label), t.Words[0].Text) }
		if !slices.ContainsFunc(places.Terms, other) { // as typed, rather than by another name of the place
			typed = append(typed, v)
		}
	}
	if typed != nil {
		out = typed
	}
	return pick.Preferred(out, titled)
}

// Narrow keeps of what happened in some days that of which a question speaks, in the order of
// time, the last first where both ends are open.
func (s *Ranker) Narrow(a *Asked, n *lexicon.Named, terms []search.Term, places *search.Match, records []*plan.Record, from, to plan.Date) []*plan.Record {
	there := s.There(a, n, terms, places, records)
	subject := slices.ContainsFunc(a.Subject.Terms, func(t search.Term) bool {
		return !n.Used[n.Word(t)] && !lexicon.Peace(t.Words[0]) // no day, and not what all of them are about
	})
	if from == "" || from == plan.Earliest || len(n.Dates) > 0 && (subject || len(there) > 0) { // else the words name the ends of the range
		if records = a.Meeting(records); len(there) > 0 {
			records = there
		}
	}
	slices.SortStableFunc(records, func(v, w *plan.Record) int { return v.Date.Compare(w.Date) })
	if from == plan.Earliest {
		records = records[max(0, len(records)-MostCells):] // the last before that day
		if to == plan.Latest {
			slices.Reverse(records)
		}
	}
	return records
}

// OfEvent reports whether an event of the days asked about answers best, and no field by
// itself; misses tells what is of other days.
func (a *Asked) OfEvent(misses func(*plan.Record) bool) bool {
	i := slices.IndexFunc(a.Cells, func(c Cell) bool { return !misses(c.Record) })
	const share = 0.25 // of a question, in the names of a field of the text
	return i >= 0 && a.Cells[i].Record.Kind == plan.Event && !a.Certain(a.Cells[i].Field.Field) &&
		(a.Cells[i].Field.Topic.About != plan.AboutText || a.Of(a.Cells[i].Field.Field)[Field] < share)
}

package ask

import (
	"slices"
	"strings"

	"plandiff/internal/evidence"
	"plandiff/internal/finding"
	"plandiff/internal/lexicon"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/query"
	"plandiff/internal/rank"
	"plandiff/internal/search"
	"plandiff/internal/telling"
	"plandiff/internal/wording"
)

// Session answers questions on one library, and keeps the last query for the
// next question to take over from.
type Session struct {
	lib     *plan.Library
	ev      evidence.Filter
	view    *evidence.View
	seen    *plan.Library // as admitted
	finds   finding.Book
	index   *search.Index
	lexicon *lexicon.Lexicon
	tell    telling.Teller
	ranker  *rank.Ranker
	last    *reading
	room    int  // most that the first paragraph has, in characters
	aside   bool // of the drafts that are silent on the field told last, some tell of the matter in another
}

// New makes a session on a library, of which it indexes the evidence admitted.
func New(lib *plan.Library, ev evidence.Filter) *Session { return Indexed(lib, ev, search.New) }

// Indexed is New with another way to an index: one that was kept.
func Indexed(lib *plan.Library, ev evidence.Filter, index func(*plan.Library) *search.Index) *Session {
	s := &Session{lib: lib, ev: ev, view: evidence.New(lib, ev), room: mostText}
	s.seen, s.finds = s.view.Library, finding.Book{View: s.view}
	s.index = index(s.seen)
	s.lexicon = lexicon.New(s.index)
	s.ranker, s.tell = rank.New(s.index, s.lexicon), telling.Teller{Lib: s.seen, Lower: s.index.Lower}
	return s
}

// Ask answers one question; what it cannot answer gets the status OutOfScope.
func (s *Session) Ask(text string) *Answer {
	if why := lexicon.Unreadable(text); why != "" {
		return &Answer{Question: prose.Shorten(text, 200), Query: query.Query{Kind: query.Outside}, Status: OutOfScope, Text: why, Evidence: s.ev, Hidden: s.view.Hidden()}
	}
	text = prose.Clean(text)
	parts := lexicon.Questions(text)
	if r := s.read(parts[0]); len(parts) == 1 && parts[0] != text && (r.Pronoun() || r.asked.Empty(r.Named) && len(r.Records)+len(r.Parties) == 0) {
		parts[0] = text // what it speaks of stands before it
	}
	if len(parts) == 2 {
		head, tail := s.read(parts[0]), s.read(parts[1])
		s.ranker.Rank(&head.asked)
		s.ranker.Rank(&tail.asked)
		before := s.last
		whole := !tail.asked.Broad() && (!tail.elliptic() && !tail.Pronoun() || tail.Pronoun() && !tail.asked.Empty(tail.Named) && len(tail.Cues) == 0 && (len(head.Records) > 0 || (tail.yesNo || tail.asked.Clear() && tail.inText()) && len(head.Parties) > 0) && (tail.asked.Titled() || tail.asked.Clear())) // "and what does it say about jets?"
		if leans := len(tail.Records)+len(tail.Parties)+len(tail.Points)+tail.asked.Voice > 0 || tail.Pronoun() && (len(tail.Cues) > 0 || tail.asked.Shape[rank.When]+tail.asked.Shape[rank.Amount] > 0); whole || leans && (!head.asked.Broad() || len(head.Records) > 0) {
			if len(head.Records)+len(head.Parties)+len(head.Dates) == 0 && !head.asked.Broad() && len(tail.asked.Drafts) == 1 { // "who runs it, and who pays, in that draft"
				head.names(tail.Records)
			}
			first := s.put(s.goesOn(head))
			own, one := len(tail.Records) > 0, s.last
			if leans := len(tail.Records)+len(tail.Dates)+len(tail.Parties)+tail.asked.Voice == 0 && len(first.Query.Named())+len(head.Dates) > 0; !whole || leans || s.ofMeeting(tail) || first.Query.Kind == query.Events && tail.asked.Shape[rank.Who] > 0 && !own { // on what the first was about
				tail.half = true
				tail = s.goesOn(tail)
			}
			switch second := s.put(tail); {
			case first.Status == OutOfScope || second.Status == OutOfScope:
			case first.Query.Kind == query.Events && second.Query.Kind == query.Events && (head.asked.Shape[rank.Who] == 0 || tail.then == lexicon.OnDay) && len(s.last.told) > 1 && !slices.ContainsFunc(s.last.told, func(v *plan.Record) bool { return !slices.Contains(one.told, v) }): // it names them with their days
				second.Question = text
				return second
			case first.lead == second.lead, tail.then == "" && len(first.Query.Versions) == 1 && slices.Equal(first.Query.Versions, second.Query.Versions) && len(second.Findings) > 0 && strings.Contains(strings.ToLower(first.lead), strings.ToLower(finding.Leading(second.Findings, &second.Query).Field.Title)), (tail.then == lexicon.BySpeaker || second.Query.Kind == query.Disputed) && strings.HasPrefix(first.lead, telling.Differ), !whole && !own && second.Query.Points == nil && len(first.Query.Fields)*len(second.Query.Fields) > 0 && first.Query.Fields[0] == second.Query.Fields[0] && slices.Equal(first.Query.Versions, second.Query.Versions) && tail.then == "":
				tail = nil // that is the same question
			default:
				return first.with(second, text)
			}
			if s.last = before; tail == nil {
				return s.put(s.goesOn(s.read(parts[0])))
			}
		}
	}
	r := s.goesOn(s.read(strings.Join(parts, " ")))
	r.Day = s.read(text).Day // a sentence before the question may set it
	if a := s.put(r); a.Status != OutOfScope || len(parts) < 2 {
		return a
	}
	return s.put(s.goesOn(s.read(parts[0]))) // the half that is understood
}

// put answers one question, on what was public on the day that it asks about.
func (s *Session) put(r *reading) *Answer {
	if day := r.Day; day != "" && s.ev.AsOf == "" {
		ev := s.ev
		ev.AsOf = day
		then := New(s.lib, ev)
		then.ranker.Model = s.ranker.Model
		r = then.read(r.full)
		r.Dates, r.day = nil, day
		then.placed(r)
		return then.answer(r)
	}
	return s.answer(r)
}

// placed takes a draft for meant where all that is asked about stands in its
// names: "what was known of Paris".
func (s *Session) placed(r *reading) {
	terms, named := r.asked.Match.Terms, r.asked.Bearing(r.Named)
	day := len(terms) == 0 || r.Used[r.Word(terms[0])] // is all that it says
	all := day || len(named) > 0
	if public := append(s.view.PublicRecords(query.IDs(s.seen.Drafts())), s.view.PublicRecords(s.seen.Overview)...); r.OnePlan() && len(public) > 0 {
		named = public[len(public)-1:] // the newest of the main ones
	}
	if len(r.asked.Drafts) == 0 && len(named) > 0 {
		if r.names(s.lexicon.Pick(named, false)); all {
			terms = nil
		}
		s.ranker.Take(&r.asked, r.Named, terms)
	}
}

// Complete continues the words before a place in a line with a name.
func (s *Session) Complete(line string, at int) (out string, place int, ok bool) {
	return s.lexicon.Complete(line, at)
}

// differing adds the claims of a disagreement that the question is about.
func (s *Session) differing(r *reading, q *query.Query, a *Answer) {
	d := s.ranker.Disagreement(r.asked.Match)
	if d == nil || q.Kind == query.Disputed || q.Lists() || q.Kind == query.Overview || q.Kind == query.Glossary || len(q.Points) > 0 {
		return
	}
	sides := s.sidesOf(d)
	if !r.Cued(query.Why) && !slices.ContainsFunc(sides, func(f finding.Finding) bool { return finding.At(a.Findings, f.Record, f.Field) >= 0 }) {
		return // on something else
	}
	a.Findings = finding.Once(append(a.Findings, map[bool][]finding.Finding{true: sides}[r.asked.Voice == 0]...))
	a.Notes = append(a.Notes, wording.Sentences(1000, telling.Apart+d.Question, d.Note))
}

func (s *Session) answer(r *reading) *Answer {
	q := s.compile(r)
	a := &Answer{Question: r.text, Query: *q, Assumed: r.fixed, Evidence: s.ev, Hidden: s.view.Hidden()}
	if names, beside := s.lexicon.Unheard(r.full, r.terms, r.sourced()); names != nil && (!beside && r.asked.Voice == 0 && !((len(q.Versions) > 0 || r.OnePlan() || q.All || r.AsksAny()) && (r.asked.Titled() || r.asked.Clearly() && !q.Lists() && r.Premise == nil)) || s.outside(r, q)) && !(q.Kind == query.Events && q.From != "") {
		a.Status, a.Query.Kind, a.Text = OutOfScope, query.Outside, "The records do not cover that: "+wording.NoneSpeak(names)+"."
		return a
	}
	if !s.outside(r, q) {
		if !s.unborn(q) {
			a.Findings = s.run(r, q)
			for i := range a.Findings {
				if f := &a.Findings[i]; len(q.Versions) > 0 && len(q.Fields) > 0 && r.asked.Suits(f.Field, q.Fields[0]) {
					f.Score += 2 // before what only meets more of its words
				}
			}
		}
		s.differing(r, q, a)
		a.Status = s.status(r, q, a)
		if a.Status == NotReported && r.quote == "" && q.Kind != query.Glossary && r.nowhere == "" && !s.unborn(q) && !(q.Kind == query.Disputed && r.asked.Broad()) {
			s.nearest(r, q, a)
		}
		s.compose(r, q, a)
		told := *a
		a.shorten = func(room int) {
			short := told
			s.room = room
			s.compose(r, q, &short)
			s.room, a.lead = mostText, short.lead
		}
		if _, later := s.view.PublicOnly(s.seen.Compare); r.day != "" && later != nil && len(q.Versions) == 0 && a.Text != "" {
			a.Notes = append(a.Notes, "Not public yet: "+wording.And(pick.Each(later, func(id string) string { return wording.Say(s.seen.Record(id)) }))+".")
			a.Text = wording.Sentences(s.room, a.Text, a.Notes[len(a.Notes)-1])
		}
	}
	if a.Text == "" {
		a.Status, a.Findings, a.Query.Kind = OutOfScope, nil, query.Outside
		switch a.Text = "The records do not cover that question."; {
		case r.Foretells():
			a.Text = "The records forecast nothing and take no side: they tell what drafts and sources say."
		case len(s.index.Claims) == 0 && a.Hidden > 0:
			a.Text = "These limits on the evidence leave no claim to answer from."
		}
		return a
	}
	a.Query, a.Command, a.Why = *q, s.view.Command(q.Command(s.seen, s.finds.Comparing(q), s.finds.PointOf(q), s.ranker.Open)), r.reasons(q)
	if len(a.Findings) > 0 {
		r.led = finding.Leading(a.Findings, q).Field
	}
	nearest := !slices.ContainsFunc(a.Findings, func(f finding.Finding) bool { return f.Says() })
	r.query, r.told = q, nil
	for i := range a.Findings {
		if f := &a.Findings[i]; len(f.Contents) > 0 && (!f.Nearest || nearest || q.Kind == query.Events) && !slices.Contains(r.told, f.Record) {
			r.told = append(r.told, f.Record)
		}
	}
	if s.last = r; q.OfFields() && len(a.Findings) > 0 && (a.Status != NotReported || len(q.Versions) > 0) {
		drafts := pick.Drop(pick.Or(q.Versions, s.finds.Defaults()), q.Misses)
		beside := r.asked.Related(drafts, pick.Each(a.Findings, func(f finding.Finding) *plan.Field { return f.Field }))
		a.Findings = append(a.Findings, s.finds.Related(beside, drafts)...)
	} else if v := s.finds.Comparing(q); len(v) == 2 && (q.Kind == query.Added || q.Kind == query.Gone) { // what may be on the list too
		a.Findings = append(a.Findings, finding.Unmatched(s.finds.Comparison(v), map[bool]int{true: 1}[q.Kind == query.Added])...)
	}
	return a
}

// unborn reports whether nothing of the drafts named was public on the day
// asked about.
func (s *Session) unborn(q *query.Query) bool {
	return s.ev.AsOf != "" && len(q.Versions) > 0 && !slices.ContainsFunc(q.Versions, func(v *plan.Record) bool { return s.view.Public(v.ID) })
}

// Status says how far the records answer a question.
type Status string

const (
	Answered    Status = "answered"
	Partly      Status = "partly-reported" // some of what was asked for is not reported
	NotReported Status = "not-reported"    // none of it is
	OutOfScope  Status = "out-of-scope"    // not understood, or not what the records are about
)

// Answer is what the records say to one question.
type Answer struct {
	Question string
	Status   Status
	Query    query.Query
	Command  string // that shows the same; "" if there is none
	// Text is the first paragraph: what can be quoted, at most two sentences.
	Text     string
	lead     string            // its first sentence, without the full stop
	shorten  func(room int)    // writes that anew
	Findings []finding.Finding // the view, cut to the fields asked about
	// Notes are lines about the answer that rest on no claim.
	Notes    []string
	Assumed  []string // what had to be guessed, in words for the reader
	Why      []string // reasons for the reading, for those who ask
	Evidence evidence.Filter
	Hidden   int
}

// with joins the answers to two questions, of each its first sentence, shorter where there
// is no room for both.
func (a *Answer) with(b *Answer, question string) *Answer {
	if room, m, n := mostText-3, telling.Length(a.lead), telling.Length(b.lead); m+n > room {
		a.shorten(max(room/2, room-n))
		b.shorten(room - telling.Length(a.lead))
	}
	out := *a
	out.Question, out.Text = question, a.lead+". "+wording.FirstUpper(b.lead)+"."
	out.Findings = finding.Once(pick.Firstly(slices.Concat(a.Findings, b.Findings), func(f finding.Finding) bool { return !f.Related }))
	out.Notes, out.Assumed, out.Why = slices.Concat(a.Notes, b.Notes), slices.Compact(slices.Concat(a.Assumed, b.Assumed)), slices.Concat(a.Why, b.Why)
	if a.Status != b.Status {
		out.Status = Partly
	}
	return &out
}

// onlyNearest makes of all that an answer found but the nearest that is reported.
func (a *Answer) onlyNearest() Status {
	for i := range a.Findings {
		a.Findings[i].Nearest = a.Findings[i].State != plan.Lacuna
	}
	return NotReported
}

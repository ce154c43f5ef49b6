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
			own := len(tail.Records) > 0
			if leans := len(tail.Records)+len(tail.Dates)+len(tail.Parties)+tail.asked.Voice == 0 && len(first.Query.Named())+len(head.Dates) > 0; !whole || leans || s.ofMeeting(tail) || first.Query.Kind == query.Events && tail.asked.Shape[rank.Who] > 0 && !own { // on what the first was about
				tail.half = true
				tail = s.goesOn(tail)
			}
			switch second := s.put(tail); {
			case first.Status == OutOfScope || second.Status == OutOfScope:
			case first.Query.Kind == query.Events && second.Query.Kind == query.Events && len(s.last.told) > 1 && !slices.ContainsFunc(s.last.told, func(v *plan.Record) bool {
				return !slices.ContainsFunc(first.Findings, func(f finding.Finding) bool { return f.Record == v })
			}): // it names them with their days
				second.Question = text
				return second
			case first.lead == second.lead, tail.then == "" && len(first.Query.Versions) == 1 && slices.Equal(first.Query.Versions, second.Query.Versions) && len(second.Findings) > 0 && strings.Contains(strings.ToLower(first.lead), strings.ToLower(finding.Leading(second.Findings, &second.Query).Field.Title)), tail.then == lexicon.BySpeaker && strings.HasPrefix(first.lead, telling.Differ), !whole && !own && len(first.Query.Fields)*len(second.Query.Fields) > 0 && first.Query.Fields[0] == second.Query.Fields[0] && first.Query.Kind == second.Query.Kind && tail.then == "":
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
	a.Notes = append(a.Notes, wording.Sentences(1000, "Accounts differ: "+d.Question, d.Note))
}

// suits is added to the score of what has the sort of value that is asked for.
const suits = 2

func (s *Session) answer(r *reading) *Answer {
	q := s.compile(r)
	a := &Answer{Question: r.text, Query: *q, Assumed: r.fixed, Evidence: s.ev, Hidden: s.view.Hidden()}
	if names, beside := lexicon.Unheard(r.full, r.terms, r.sourced()); names != nil && (!beside || s.outside(r, q)) && !(q.Kind == query.Events && q.From != "") {
		a.Status, a.Query.Kind, a.Text = OutOfScope, query.Outside, "The records do not cover that: "+wording.NoneSpeak(names)+"."
		return a
	}
	if !s.outside(r, q) {
		if !s.unborn(q) {
			a.Findings = s.run(r, q)
			for i := range a.Findings {
				if f := &a.Findings[i]; len(q.Versions) > 0 && len(q.Fields) > 0 && r.asked.Suits(f.Field, q.Fields[0]) {
					f.Score += suits
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
	a.Query, a.Command, a.Why = *q, s.view.Command(q.Command(s.seen, s.comparing(q), s.pointVersion(q), s.ranker.Open)), r.reasons(q)
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
		drafts := pick.Drop(pick.Or(q.Versions, s.defaults()), q.Misses)
		beside := r.asked.Related(drafts, pick.Each(a.Findings, func(f finding.Finding) *plan.Field { return f.Field }))
		a.Findings = append(a.Findings, s.finds.Related(beside, drafts)...)
	} else if v := s.comparing(q); len(v) == 2 && (q.Kind == query.Added || q.Kind == query.Gone) { // what may be on the list too
		a.Findings = append(a.Findings, finding.Unmatched(s.comparison(v), map[bool]int{true: 1}[q.Kind == query.Added])...)
	}
	return a
}

// unborn reports whether nothing of the drafts named was public on the day
// asked about.
func (s *Session) unborn(q *query.Query) bool {
	return s.ev.AsOf != "" && len(q.Versions) > 0 && !slices.ContainsFunc(q.Versions, func(v *plan.Record) bool { return s.view.Public(v.ID) })
}

// goesOn completes a question that leans on the last: what it names itself
// replaces what was named; without a subject of its own it keeps the old one.
// A question complete in itself takes nothing over.
func (s *Session) goesOn(r *reading) *reading {
	last := s.last
	if last != nil && len(last.told) > 0 && (last.query.Kind == query.Events || last.told[0].Kind == plan.Event && s.ranker.Meeting(last.told[0])) && len(r.asked.Drafts)+len(r.Dates)+r.asked.Voice == 0 && r.Has("there") && !r.yesNo && !r.asked.Empty(r.Named) {
		r.continued, r.meeting = true, true // "what did he want there on prices?"
		r.names(last.told[:1])
		return r
	}
	if last != nil && len(last.told) > 0 && r.asked.Voice == 0 && r.Onward() != 0 {
		if next := s.ranker.Next(last.told[0], r.Onward() > 0); next != nil {
			r.continued, r.meeting = true, true
			r.names([]*plan.Record{next})
			return r
		}
	}
	if last != nil && r.yesNo && len(last.asked.Drafts) == 1 { // "has the union accepted that?"
		if text, ok := r.Taking(r.text, last.asked.Drafts[0].ID); ok {
			out := s.read(text)
			out.text = r.text
			return out
		}
	}
	if last == nil || !r.half && !r.elliptic() && !s.ofMeeting(r) || last.inText() && len(last.query.Records) == 0 && last.query.Kind != query.Events && r.OfMeetings() && r.Has("those", "these") && !r.asked.Empty(r.Named) { // "why did those talks fail?"
		return r
	}
	meeting := !r.half && !r.elliptic() || last.query.Kind == query.Events && r.asked.Voice == 0 && (len(last.told) == 1 || s.ofMeeting(r) || r.half && r.asked.Shape[rank.Who] > 0)
	own, asks := !r.asked.Empty(r.Named), last.query.Kind
	field := (asks == query.Value || asks == query.Verify || asks == query.Compare) && !last.asked.Broad()
	var there []*plan.Record // "and in Istanbul in 2022?", "and in 2022?"
	if len(r.Records) == 0 && field && len(r.Dates) > 0 {
		there = r.asked.Bearing(r.Named)
		own = own && len(there) == 0
	}
	if then := r.Then(); len(last.told)+len(last.Records) > 0 && len(r.Records) == 0 && !own && r.Pronoun() && (then == lexicon.OnDay || then != "" && field) && (then != lexicon.OnDay || len(r.Parties) == 0) { // "when was that?", "who said that?"
		out := *last
		if out.text, out.then, out.half = r.text, then, r.half; then == lexicon.ByProponent && len(last.asked.Drafts) != 1 && last.inText() { // of several drafts
			out.then, out.continued, out.kind = "", true, query.Origin
		}
		return &out
	}
	if r.Has("next point") {
		r.Points = nil
	}
	own = own && !(asks == query.Point && r.Has("next point")) && !(field && r.Pronoun() && (r.Cued(query.Why) || r.Alters() && len(r.Parties) > 0)) // of the same
	text := r.text
	if v := last.asked.Voice; v > 0 {
		name, more := last.typed(last.asked.Match.Terms[v-1]), r.Leans() && len(r.Records) == 0 && r.asked.Shape == (rank.Vector{})
		switch another := s.somebody(r); {
		case more && another != "": // "and Jane Smith?"
			text, own = strings.Replace(last.full, name, another, 1), true
		case more && own && len(r.Words) < 7 && r.asked.Voice == 0: // "and on prices?"
			text = name + " said: " + text
		default: // "what did she say then?"
			text = r.Said(text, name)
		}
	}
	text = r.Rest(text)
	goes := !own || r.Pronoun() && !r.Person() && !r.Instead()
	if own && goes { // of the draft, not of the clause: "who objected to that?"
		s.ranker.Rank(&r.asked)
		goes = !r.asked.Clear() || !slices.Contains([]plan.About{plan.AboutDocument, plan.AboutStance}, r.asked.Cells[0].Field.Topic.About) || r.Objects() && field && last.inText()
	}
	if spoken := asks == query.Events && r.asked.Voice > 0 && !r.asked.Profile; !spoken && (!own || goes && (r.asked.Shape[rank.Who] == 0 || r.Then() == "") && len(r.Dates) == 0) {
		of := new(search.Match)
		if asks == query.Events || len(last.query.Records) > 0 {
			of = s.beyond(last)
		}
		for i, t := range slices.Backward(last.asked.Match.Terms) {
			if last.IsCue(t.Words[0].Start) || i+1 == last.asked.Voice && r.asked.Voice > 0 || asks == query.Events && s.ranker.Side(last.asked.Match, i) && s.ranker.Whose(r.Named, r.terms) != nil { // another speaks now, or is asked about
				continue
			}
			if own && slices.ContainsFunc(of.Terms, func(u search.Term) bool { return u.Words[0] == t.Words[0] }) { // of the same meeting it asks something else
				continue
			}
			if text = last.typed(t) + " " + text; own && r.half {
				break // "it" is what was named last
			}
		}
	}
	out := s.read(text)
	out.text, out.continued, out.yesNo, out.meeting, out.half, out.from = r.text, true, r.yesNo, meeting, r.half, pick.First(last.query.Versions)
	if r.asked.Voice+last.asked.Voice == 0 { // a name of the last question speaks in this one only if it did
		out.asked.Voice = 0
	}
	out.Records = pick.Or(there, out.Records)
	if asks == query.Events && !own { // "and for the union?"
		out.asked.Shape[rank.Who] = max(out.asked.Shape[rank.Who], last.asked.Shape[rank.Who])
	}
	if v := last.query.Versions; len(v) == 1 && (r.Replies() && len(r.Records) == 0 || !own && len(r.Records) == 1 && r.Records[0] != v[0] && r.Records[0] != s.seen.Base(v[0]) && s.seen.Base(r.Records[0]) != v[0]) {
		if answers := s.lexicon.Answers(r.Named, v[0]); len(answers) > 0 && !slices.ContainsFunc(r.Records, func(v *plan.Record) bool { return slices.Contains(answers, v) }) {
			out.Records = s.lexicon.Pick(answers, false)
		}
	}
	if out.itself = r.Records; !own && len(r.Parties) == 1 && s.proposes(r.Parties[0], last.query.Fields, last.told) {
		out.holder = r.Parties[0]
	}
	if holder := last.query.Holder; holder != "" && !own && len(r.Parties) == 1 && out.holder == "" { // "and the union?"
		out.holder = r.Parties[0]
	}
	shifted := out.Shift(last.query.From, last.query.To)
	if asks == query.Events && out.asked.Voice > 0 && !out.asked.Profile && len(out.Dates) == 0 && last.query.From != "" { // "what did she say then?"
		out.Within(last.query.From, last.query.To)
	}
	out.asked.Dates = out.Dates
	point := (asks == query.Point || asks == query.Follow) && out.Points == nil && (!own || r.Pronoun()) // that point, here or elsewhere
	holds := out.holder == "" && s.lexicon.Holder(r.Named) != ""                                         // "and what is the union's view of it?"
	if len(out.Records) == 0 && out.holder == "" && !holds && (!own || point || r.Has("instead")) && len(last.query.Versions) > 0 {
		for _, p := range pick.Drop(r.Parties, func(p string) bool { return r.Has("into") && s.lexicon.Concerned(r.Named, p) }) {
			out.Records = append(out.Records, s.lexicon.Pick(pick.Or(s.lexicon.PlansThen(p, last.query.Versions[0]), s.lexicon.PlansNamed(p)), false)...) // of that time
		}
	}
	switch {
	case point:
		if out.Points, out.Part = last.Points, last.Part; r.Has("next") {
			out.Points, out.Part = []int{last.Points[0] + 1}, ""
		}
		from := []*plan.Record{s.pointVersion(last.query)}
		out.Records = append(from, pick.Drop(out.Records, func(v *plan.Record) bool { return v == from[0] })...)
	case len(out.Records) == 1 && len(last.Records) == 1 && last.Records[0] != out.Records[0] && (r.Cued(query.Compare) && r.Has("with") || (r.Cued(query.Compare) || r.Has("same")) && r.Pronoun() || r.Has("same as", "than")): // "how does that compare with the first draft"
		out.Records = slices.Concat(last.Records, out.Records)
	case len(out.Records) > 0 || holds || len(out.Dates) > 0 && (own || shifted):
	case r.Has("last 1", "latest 1", "first 1"):
		drafts := pick.Drop(last.told, func(v *plan.Record) bool { return v.Kind != plan.Draft })
		if len(drafts) < 2 {
			drafts = s.view.PublicRecords(s.seen.Overview)
		}
		slices.SortStableFunc(drafts, lexicon.InTime)
		if out.Records, asks = drafts[max(0, len(drafts)-1):], query.Value; r.Has("first 1") {
			out.Records = drafts[:min(1, len(drafts))]
		}
	case r.Person() && len(last.Records) > 0: // who put it forward
		out.Records = last.Records[:1]
	case asks == query.Events:
		out.Records = last.told
	case own && s.lexicon.Placed(r.Named): // its draft is meant
	case len(last.Records) > 0:
		out.Records = last.Records
	case out.asked.Voice > 0, last.query.All && !r.Restated(), own && len(last.told) > 1: // whatever it is that they speak of; all drafts again
	default:
		out.Records = last.told[:min(1, len(last.told))]
	}
	out.names(out.Records)
	if !own && !holds && last.led != nil && r.asked.Shape[rank.When] == 0 && len(out.asked.Drafts) > 0 && !last.asked.Broad() && last.asked.Topic == nil && (asks == query.Value || asks == query.Verify || asks == query.Compare) {
		out.led, out.also = last.led, last.query.Also
		out.fields = append([]*plan.Field{last.led}, pick.Drop(last.query.Fields, func(f *plan.Field) bool { return f == last.led })...)
	}
	if goes && !(own && last.asked.Broad()) && out.holder == "" || last.query.Holder != "" && out.holder != "" {
		out.kind = asks
	}
	return out
}

// ofMeeting reports whether a short question that names nothing asks of the meeting that was
// told of: "who took part?"
func (s *Session) ofMeeting(r *reading) bool {
	if most := 5; s.last == nil || len(r.Words) > most || len(r.Records)+len(r.Dates)+map[bool]int{false: len(r.Parties)}[r.Has("side")]+r.asked.Voice > 0 || s.last.query.Kind != query.Events && !slices.ContainsFunc(s.last.query.Records, func(v *plan.Record) bool { return v.Kind == plan.Event }) {
		return false
	}
	s.ranker.Rank(&r.asked)
	field, _ := s.ranker.Talks(r.asked.Match)
	return field != nil || len(r.asked.Cells) > 0 && r.asked.Cells[0].Field.Topic.About == plan.AboutTalks && r.asked.Shape[rank.Who] > 0
}

// somebody is the name, as typed, of one who is all that a question says; "" if it
// says more.
func (s *Session) somebody(r *reading) string {
	if m := r.asked.Match; len(m.Terms) == 1 && len(r.Cues) == 0 {
		if name := r.typed(m.Terms[0]); s.ranker.Speaks(m, 0) || !s.ranker.NamesField(m, 0) && strings.ToLower(name) != name {
			return name
		}
	}
	return ""
}

// elliptic reports whether a question leans on the one before it.
func (r *reading) elliptic() bool {
	whole := !r.half && (r.Cued(query.Overview) || r.AsksLatest() || r.Lists() && len(r.Records) > 0)
	const short = 4 // words: "how much money?"
	return r.Leans() || r.asked.Empty(r.Named) && len(r.Dates) == 0 && !whole || r.asked.Shape[rank.Amount] > 0 && len(r.Words) <= short && len(r.Records)+len(r.Dates) == 0 && r.Has("how") || r.Cued(query.Compare) && len(r.Records) == 1 && r.asked.Empty(r.Named) && r.Has("with") ||
		(len(r.Records) == 0 || r.asked.Empty(r.Named)) && r.Pronoun()
}

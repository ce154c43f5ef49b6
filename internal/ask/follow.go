package ask

import (
	"slices"
	"strings"

	"plandiff/internal/lexicon"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/query"
	"plandiff/internal/rank"
	"plandiff/internal/search"
)

// following is a question that leans on the last: what it has itself, and what it takes over.
type following struct {
	*reading
	s     *Session
	last  *reading
	asks  query.Kind     // of the last
	field bool           // that was about a field
	own   bool           // it has a subject itself
	goes  bool           // it is on the subject of the last too
	there []*plan.Record // the drafts of its place and day: "and in 2022?"
}

// goesOn completes a question that leans on the last: what it names itself
// replaces what was named; without a subject of its own it keeps the old one.
// A question complete in itself takes nothing over.
func (s *Session) goesOn(r *reading) *reading {
	last := s.last
	if last == nil {
		return r
	}
	f := &following{reading: r, s: s, last: last, asks: last.query.Kind, own: !r.asked.Empty(r.Named)}
	if out := f.onward(); out != nil {
		return out
	}
	if beside := pick.Drop(r.asked.Match.Terms, r.Pointed); f.own && len(beside) < len(r.asked.Match.Terms) { // "was that deadline kept"
		r.asked.Match = s.index.Match(beside)
		f.own = !r.asked.Empty(r.Named)
	}
	if !r.half && !r.elliptic() && !s.ofMeeting(r) || last.inText() && len(last.query.Records) == 0 && f.asks != query.Events && r.OfMeetings() && r.Has("those", "these") && f.own { // "why did those talks fail?"
		return r
	}
	f.field = (f.asks == query.Value || f.asks == query.Verify || f.asks == query.Compare) && !last.asked.Broad()
	if len(r.Records) == 0 && f.field && (len(r.Dates) > 0 || r.Has("after")) {
		f.there = r.asked.Bearing(r.Named)
		f.own = f.own && len(f.there) == 0
	}
	if out := f.ofTold(); out != nil {
		return out
	}
	f.own = f.own && !(f.field && r.Pronoun() && (r.That() && r.yesNo || r.Cued(query.Why) || r.Alters() && len(r.Parties) > 0)) // of the same
	out := s.read(f.complete())
	out.text, out.continued, out.yesNo, out.half, out.from = r.text, true, r.yesNo, r.half, pick.First(last.query.Versions)
	out.meeting = !r.half && !r.elliptic() || f.asks == query.Events && r.asked.Voice == 0 && (len(last.told) == 1 || s.ofMeeting(r) || r.half && r.asked.Shape[rank.Who] > 0)
	if r.asked.Voice+last.asked.Voice == 0 { // a name of the last question speaks in this one only if it did
		out.asked.Voice = 0
	}
	if f.asks == query.Events && !f.own { // "and for the union?"
		out.asked.Shape[rank.Who] = max(out.asked.Shape[rank.Who], last.asked.Shape[rank.Who])
	}
	if out.itself = r.Records; !f.own && len(r.Parties) == 1 && (last.query.Holder != "" || s.proposes(r.Parties[0], last.query.Fields, last.told)) { // "and the union?"
		out.holder = r.Parties[0]
	}
	f.takeRecords(out)
	if goes := f.goes && !(f.own && last.asked.Broad()); goes && out.holder == "" || last.query.Holder != "" && out.holder != "" {
		out.kind = f.asks
	}
	return out
}

// onward is a question about the meeting before or after the one that was told of, or how a party
// took the draft; nil if it asks for none of them.
func (f *following) onward() *reading {
	r, last := f.reading, f.last
	if len(last.told) > 0 && r.asked.Voice == 0 && r.Onward() != 0 {
		if next := f.s.ranker.Next(last.told[0], r.Onward() > 0); next != nil {
			r.continued, r.meeting = true, true
			r.names([]*plan.Record{next})
			return r
		}
	}
	if another := len(r.Parties) == 1 && len(r.terms) == 1 && len(r.Words) < 4; another && last.asked.Voice == 0 && last.asked.Shape[rank.Says] > 0 { // "and the union?"
		for i, t := range last.terms {
			if f.s.ranker.Side(f.s.index.Match(last.terms), i) && !last.Used[last.Word(t)] {
				out := f.s.read(strings.Replace(last.full, last.typed(t), r.typed(r.terms[0]), 1))
				out.text = r.text
				return out
			}
		}
	}
	if n := len(last.asked.Drafts); r.yesNo && n > 0 { // "has the union accepted that?"
		if text, ok := r.Taking(r.text, last.asked.Drafts[n-1].ID); ok {
			out := f.s.read(text)
			out.text = r.text
			return out
		}
	}
	return nil
}

// ofTold is the last question again, where it is asked when that was or who said it; nil where
// something else is.
func (f *following) ofTold() *reading {
	r, then := f.reading, f.Then()
	if then == lexicon.OnDay && f.field && r.Has("chang") { // which is asked of all of them
		out := *f.last
		out.text, out.then, out.half, out.continued, out.kind = r.text, "", r.half, true, query.History
		out.names(nil)
		return &out
	}
	if len(f.last.told)+len(f.last.Records) == 0 || len(r.Records) > 0 || f.own || !(len(r.Words) < 3 && then == lexicon.BySpeaker) && !r.Pronoun() && !r.Restated() || then != lexicon.OnDay && (then == "" || !f.field) || then == lexicon.OnDay && len(r.Parties) > 0 {
		return nil
	}
	out := *f.last
	if out.text, out.then, out.half = r.text, then, r.half; then == lexicon.ByProponent && len(f.last.asked.Drafts) != 1 && f.last.inText() { // of several drafts
		out.then, out.continued, out.kind = "", true, query.Origin
	}
	return &out
}

// complete is the text of a question with the words of the last that it leaves out.
func (f *following) complete() string {
	r, last, text := f.reading, f.last, f.text
	if v := last.asked.Voice; v > 0 {
		name, more := last.typed(last.asked.Match.Terms[v-1]), r.Leans() && len(r.Records) == 0 && r.asked.Shape == (rank.Vector{})
		switch another := f.s.somebody(r); {
		case more && another != "": // "and Jane Smith?"
			text, f.own = strings.Replace(last.full, name, another, 1), true
		case more && f.own && len(r.Words) < 7 && r.asked.Voice == 0: // "and on prices?"
			text = name + " said: " + text
		default: // "what did she say then?"
			text = r.Said(text, name)
		}
	}
	text = r.Rest(text)
	f.goes = !f.own || (r.Pronoun() || r.PointsBack()) && !r.Person() && !r.Instead()
	if f.own && f.goes { // of the draft, not of the clause: "who objected to that?"
		f.s.ranker.Rank(&r.asked)
		f.goes = !r.asked.Clear() || r.Pronoun() && !slices.Contains([]plan.About{plan.AboutDocument, plan.AboutStance}, r.asked.Cells[0].Field.Topic.About) || r.Objects() && f.field && last.inText()
	}
	if spoken := f.asks == query.Events && r.asked.Voice > 0 && !r.asked.Profile; spoken || f.own && !(f.goes && (r.asked.Shape[rank.Who] == 0 || r.Then() == "") && len(r.Dates) == 0) {
		return text
	}
	of := new(search.Match)
	if f.asks == query.Events || len(last.query.Records) > 0 {
		of = f.s.ranker.Beyond(&last.asked, last.Named, last.terms)
	}
	for i, t := range slices.Backward(last.asked.Match.Terms) {
		if last.IsCue(t.Words[0].Start) || f.own && t.Words[0].Number || i+1 == last.asked.Voice && r.asked.Voice > 0 || (f.asks == query.Events || last.query.Holder != "" && !r.half) && f.s.ranker.Side(last.asked.Match, i) && f.s.ranker.Whose(r.Named, r.terms) != nil || // another speaks now, or is asked about
			f.own && slices.ContainsFunc(of.Terms, func(u search.Term) bool { return u.Words[0] == t.Words[0] }) { // of the same meeting it asks something else
			continue
		}
		if text = last.typed(t) + " " + text; f.own && r.half {
			break // "it" is what was named last
		}
	}
	return text
}

// takeRecords gives the completed question its drafts, records, days and point: its own, or those of the last.
func (f *following) takeRecords(out *reading) {
	s, r, last := f.s, f.reading, f.last
	out.Records = pick.Or(f.there, out.Records)
	if v := last.query.Versions; len(v) == 1 && ((r.Replies() || r.Answering()) && len(r.Records) == 0 || !f.own && len(r.Records) == 1 && r.Records[0] != v[0] && r.Records[0] != s.seen.Base(v[0]) && s.seen.Base(r.Records[0]) != v[0]) {
		if answers := s.lexicon.Answers(r.Named, v[0]); len(answers) > 0 && !slices.ContainsFunc(r.Records, func(v *plan.Record) bool { return slices.Contains(answers, v) }) {
			out.Records = s.lexicon.Pick(answers, false)
		}
	}
	shifted := out.Shift(last.query.From, last.query.To)
	out.asked.Dates = out.Dates
	point := (f.asks == query.Point || f.asks == query.Follow) && out.Points == nil && (!f.own || r.Pronoun()) // that point, here or elsewhere
	holds := out.holder == "" && s.lexicon.Holder(r.Named) != ""                                               // "and what is the union's view of it?"
	if len(out.Records) == 0 && out.holder == "" && !holds && (!f.own || point || r.Has("instead")) && len(last.query.Versions) > 0 {
		for _, p := range pick.Drop(r.Parties, func(p string) bool { return r.Has("into") && s.lexicon.Concerned(r.Named, p) }) {
			out.Records = append(out.Records, s.lexicon.Pick(pick.Or(s.lexicon.PlansThen(p, last.query.Versions[0]), s.lexicon.PlansNamed(p)), false)...) // of that time
		}
		out.itself = out.Records
	}
	switch {
	case point:
		out.Points, out.Part = last.Points, last.Part
		from := s.finds.PointOf(last.query)
		out.Records = append([]*plan.Record{from}, pick.Drop(out.Records, func(v *plan.Record) bool { return v == from })...)
	case len(out.Records) == 1 && len(last.Records) == 1 && last.Records[0] != out.Records[0] && (r.Cued(query.Compare) && r.Has("with") || (r.Cued(query.Compare) || r.Has("same")) && r.Pronoun() || r.Has("same as", "than")): // "how does that compare with the first draft"
		out.Records = slices.Concat(last.Records, out.Records)
	case len(out.Records) > 0 || holds || len(out.Dates) > 0 && (f.own || shifted):
	case r.Has("last 1", "latest 1"):
		drafts := pick.Drop(last.told, func(v *plan.Record) bool { return v.Kind != plan.Draft })
		if len(drafts) < 2 {
			drafts = s.view.PublicRecords(s.seen.Overview)
		}
		slices.SortStableFunc(drafts, lexicon.InTime)
		out.Records, f.asks = drafts[max(0, len(drafts)-1):], query.Value
	case r.Person() && len(last.Records) > 0: // who put it forward
		out.Records = last.Records[:1]
	case f.asks == query.Events:
		out.Records = last.told
	case f.own && s.lexicon.Placed(r.Named): // its draft is meant
	case len(last.Records) > 0:
		out.Records = last.Records
	case out.holder != "" && last.query.Holder != "" && !r.half: // wherever that one says it
	case out.asked.Voice > 0, last.query.All && !r.Restated(), f.own && len(last.told) > 1: // whatever it is that they speak of; all drafts again
	default:
		out.Records = last.told[:min(1, len(last.told))]
	}
	out.names(out.Records)
	if !f.own && !holds && last.led != nil && r.asked.Shape[rank.When] == 0 && len(out.asked.Drafts) > 0 && !last.asked.Broad() && last.asked.Topic == nil && (f.asks == query.Value || f.asks == query.Verify || f.asks == query.Compare) {
		out.led, out.also = last.led, last.query.Also
		out.fields = append([]*plan.Field{last.led}, pick.Drop(last.query.Fields, func(g *plan.Field) bool { return g == last.led })...)
	}
}

// ofMeeting reports whether a short question that names nothing asks of the meeting that was
// told of: "who took part?"
func (s *Session) ofMeeting(r *reading) bool {
	if most := 9; s.last == nil || len(r.Words) > most || len(r.Records)+len(r.Dates)+map[bool]int{false: len(r.Parties)}[r.Has("side")]+r.asked.Voice > 0 || s.last.query.Kind != query.Events && !slices.ContainsFunc(s.last.query.Records, func(v *plan.Record) bool { return v.Kind == plan.Event }) {
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
	const word = 2  // "neutrality?"
	return r.Leans() || len(r.Words) <= word && len(r.Cues)+len(r.Records)+len(r.Dates)+len(r.Parties)+r.asked.Voice == 0 || r.asked.Empty(r.Named) && len(r.Dates) == 0 && !whole || r.asked.Shape[rank.Amount] > 0 && len(r.Words) <= short && len(r.Records)+len(r.Dates) == 0 && r.Has("how") || r.Cued(query.Compare) && len(r.Records) == 1 && r.asked.Empty(r.Named) && r.Has("with") ||
		(len(r.Records) == 0 || r.asked.Empty(r.Named)) && r.Pronoun() || r.PointsBack()
}

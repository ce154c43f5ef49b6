package ask

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"plandiff/internal/finding"
	"plandiff/internal/lexicon"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/query"
	"plandiff/internal/rank"
	"plandiff/internal/search"
	"plandiff/internal/wording"
)

// reading is a question on its way to a query.
type reading struct {
	*lexicon.Named
	text      string // as asked
	full      string // with what was taken over from the last question
	asked     rank.Asked
	terms     []search.Term // of all words, names too
	fixed     []string      // slips of typing that were put right
	quote     string        // words in quotation marks that somebody is to have said
	named     string        // such words that name a thing
	nowhere   string        // a place of which nothing is told
	there     bool          // what it was found to ask is what somebody said at an event
	loose     bool          // nobody has them as they stand
	from      *plan.Record  // the draft that the last question named, from which something may be kept
	continued bool          // it goes on from the last question, whose kind it has unless its own words tell another
	kind      query.Kind
	meeting   bool           // it asks of the meeting that was told of
	met       bool           // it asks of nothing but somebody who met somebody
	itself    []*plan.Record // what it names itself, and did not take over
	yesNo     bool           // it wants a verdict
	twins     bool           // what it asks about beside a field only has a like name
	half      bool           // it is the second of two questions asked at once
	then      string         // what is asked of what it told
	led       *plan.Field    // the field that its answer begins with, or that of the last question, of which it asks something else
	fields    []*plan.Field  // that first, and the others that it was about
	also      []*plan.Field  // what that asked about beside it
	gains     string         // alias group of whom it asks what a text has for, and nothing else
	holder    string         // alias group of the party whose part of the last answer is asked about
	day       plan.Date      // the evidence is that of this day, as it asks
	query     *query.Query
	told      []*plan.Record // of which the answer said something, in its order
}

// read takes a question apart.
func (s *Session) read(text string) *reading {
	r := &reading{text: text, full: text}
	words := search.Words(text)
	r.fixed = s.lexicon.Spell(text, words, lexicon.InCue)
	r.Named, r.yesNo = s.lexicon.Read(words), lexicon.YesNo(words)
	r.asked.Text, r.asked.Parties, r.asked.Dates, r.asked.Cue = text, r.Parties, r.Dates, r.IsCue
	r.names(r.Records)
	const phrase, passage = 3, 5 // words: fewer name a thing, or one that it asks of all drafts
	r.quote = s.ranker.Literal(lexicon.Quotations(text))
	switch n := len(search.Words(r.quote)); {
	case r.quote != "" && r.AsksMeaning():
		r.quote, r.named = "", r.quote
	case n < phrase && (len(words) == 0 || words[0].Text != "who"), n < passage && r.AsksAll(): // "which drafts promise ..."
		r.quote, r.named = "", r.quote
	}
	if len(search.Words(r.quote)) >= passage && lexicon.Asserts(text, r.quote) && !r.Cued(query.Search) {
		if _, literal := s.ranker.Quoted(r.quote); !literal { // a claim to be checked
			claim := s.read(r.quote)
			claim.text, claim.yesNo = text, true
			return claim
		}
	}
	r.terms = s.index.Terms(r.Words)
	s.ranker.Take(&r.asked, r.Named, s.lexicon.Left(r.Named, r.full, r.terms)) // what names leave of it
	return r
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

// voice is whose words are asked for, as it stands in the question.
func (r *reading) voice() string {
	first := r.asked.Match.Terms[max(0, cmp.Or(r.asked.With, r.asked.Voice)-1)]
	name := strings.TrimSuffix(r.full[first.Words[0].Start:r.asked.Match.Terms[r.asked.Voice-1].End()], "'s")
	return map[bool]string{true: name, false: wording.FirstUpper(name)}[r.asked.Outlet()]
}

// sourced reports whether a question may name a source.
func (r *reading) sourced() bool {
	return r.asked.Voice > 0 || r.quote != "" || r.Cued(query.Search) || slices.ContainsFunc(r.Words, func(w search.Word) bool {
		return lexicon.Account(w) || lexicon.Sourcing(w.Text) || lexicon.Says(w.Text) || w.Stem == "publish"
	})
}

// reasons are why a question was read as it was.
func (r *reading) reasons(q *query.Query) []string {
	out := []string{"kind " + string(q.Kind) + "; about " + strings.Join(pick.Each(r.asked.Match.Terms, search.Term.Text), ", ")}
	for _, c := range r.asked.Cells[:min(3, len(r.asked.Cells))] {
		out = append(out, "meant may be "+c.Field.Field.ID+" of "+c.Record.ID)
	}
	return out
}

// compile decides what kind of answer a question wants, and of what.
func (s *Session) compile(r *reading) *query.Query {
	q := &query.Query{Part: r.Part, Points: r.Points, All: r.AsksAll()}
	q.Records = pick.Drop(r.Records, func(v *plan.Record) bool { return v.Kind == plan.Draft })
	s.ranker.AddParties(&r.asked, r.Named, r.text, r.terms, r.continued)
	q.Versions = slices.Clone(r.asked.Drafts)
	second, lacking := r.Lacking() // what the one has beyond the other
	several := len(q.Versions) > 2 && r.Has("neither", "nor")
	if q.Alone = lacking && len(q.Versions) == 2 || several; q.Alone && (second || several) {
		slices.Reverse(q.Versions)
	}
	r.asked.Lists = len(q.Versions) > 1 && r.Cued(query.Same, query.Added, query.Gone)
	s.ranker.Rank(&r.asked)
	if s.ranker.AddPlace(&r.asked, r.Named, r.terms) {
		q.Versions = slices.Clone(r.asked.Drafts)
	}
	q.From, q.To = s.lexicon.Known(r.Span())
	if from, to := s.between(r); from != "" {
		q.From, q.To, r.Dates = from, to, nil
	} else if q.From == "" && r.Cued(query.Events) && !r.Has("between") && (r.Has("happen") || !(r.OfMeetings() && len(s.ranker.Who(&r.asked, r.Named, r.terms)) > 1)) { // no ends in time
		q.From, q.To = s.lexicon.Around(r.Named, r.terms)
	}
	if q.From != "" && r.Has("anything else", "what else", "everything else") { // and not what it names alone
		r.Dates = nil
	}
	r.met = s.ranker.OnlyMet(&r.asked, r.Named) && !r.Has("between") && len(s.ranker.Who(&r.asked, r.Named, r.terms)) > 1
	if r.meeting = r.meeting || r.met; len(q.Versions) == 0 && (r.met || !r.yesNo || r.Concludes()) {
		var meeting bool
		q.Records, meeting = s.ranker.AddMeetings(&r.asked, r.Named, r.terms, q.Records)
		r.meeting = r.meeting || meeting
	}
	if word := r.LastMeeting(); word != "" && len(q.Versions) == 0 && r.asked.Voice == 0 && !r.Cued(query.Open) {
		if v := s.ranker.Last(word, s.ranker.Whose(r.Named, r.terms), q.Records, r.Has("came of", "came out", "come of", "outcome", "result", "stand")); v != nil {
			q.Records, r.meeting, q.From, q.To = []*plan.Record{v}, true, "", ""
		}
	}
	if r.Cued(query.Why) && r.OfMeetings() && len(q.Versions) == 1 {
		if ended := s.ranker.Ended(q.Versions[0]); ended != nil { // "why did the talks of 2022 fall apart"
			q.Versions, q.Records, r.meeting = nil, ended, true
		}
	}
	if r.gains, _ = s.lexicon.For(r.Named, r.terms); r.asked.Voice > 0 {
		r.gains = ""
	}
	if q.Kind = s.kind(r, q); r.continued && r.kind != "" && !(r.kind == query.WhichPoint && (r.asked.Shape[rank.Amount]+r.asked.Shape[rank.When] > 0 || r.yesNo || r.AsksStill())) && (q.Kind == query.Value || q.Kind == query.Compare && (r.kind == query.Origin || r.kind == query.History)) && r.asked.Voice == 0 {
		q.Kind = r.kind
	}
	s.span(r, q)
	s.fields(r, q)
	q.Words, q.Alone, q.Led = r.full, q.Alone || r.Has("alone", "only"), q.Led || r.asked.Led
	return q
}

// between are the days from one draft, meeting or day to another, where a question asks what happened
// "between A and B": of several that bear the names the nearest in time.
func (s *Session) between(r *reading) (from, to plan.Date) {
	if !r.Cued(query.Events) && !r.Has("went on", "going on") {
		return "", ""
	}
	for _, ends := range lexicon.Between(r.full) {
		first := s.days(ends[0])
		if names, _ := s.lexicon.Unheard(r.full, r.terms, false); first == nil && names != nil { // until what is known
			first = []plan.Date{plan.Earliest}
		}
		if first == nil || from != "" { // who met, or found
			break
		}
		for _, a := range first {
			for _, b := range s.days(ends[1]) {
				if a.Last() < b.First() && (from == "" || lexicon.Apart(a, b) < lexicon.Apart(from, to)) {
					from, to = plan.Date(a.First()), plan.Date(b.Last())
				}
			}
		}
	}
	return from, to
}

// days are those of the drafts or meetings that some words name, or those that they are.
func (s *Session) days(name string) []plan.Date {
	for _, text := range [...]string{name, "the talks in " + name} {
		r := s.read("what came of " + text)
		q := s.compile(r)
		records := pick.Or(q.Versions, q.Records)
		if q.From != "" && len(s.ranker.Places(&r.asked, r.Named, r.terms).Terms) == 0 {
			return []plan.Date{q.From + "/" + q.To}
		} else if q.From != "" {
			records = pick.Keep(finding.Records(finding.Those(s.events(r, q), (*finding.Finding).Says)), q.Covers)
		}
		if days := pick.Drop(pick.Each(records, func(v *plan.Record) plan.Date { return v.Date }), func(d plan.Date) bool { return d == "" }); len(days) > 0 {
			return days
		}
	}
	return nil
}

// span tells which drafts and days a query of a known kind is over.
func (s *Session) span(r *reading, q *query.Query) {
	if q.Kind == query.Compare && len(q.Versions) == 1 && !r.asked.Broad() && r.Has("chang", "differ", "became of", "becom", "happened to") {
		named := q.Versions[0].ID
		if q.Versions = s.finds.Comparing(q); len(q.Versions) > 2 && slices.Contains(s.seen.Overview, named) { // what became of it
			q.Versions = s.view.PublicRecords(s.seen.Overview)
		}
	}
	if q.Kind == query.Follow || !q.Alone && (q.Kind == query.Compare || r.Lists() || r.Cued(query.Overview)) {
		slices.SortStableFunc(q.Versions, lexicon.InTime)
	}
	q.Holder = map[bool]string{false: r.holder}[r.Cued(query.Compare)] // else beside the others
	if q.Through() {
		if q.From, q.To = s.lexicon.Known(r.Span()); q.Kind == query.History {
			q.From, q.To = s.lexicon.Known(r.Through(q.Versions))
		}
		if q.Holder = r.holder; q.Holder == "" && !(q.From == plan.Earliest && r.Has("from")) { // of what others say too
			q.Holder = s.lexicon.Holder(r.Named)
		}
	}
	if q.Kind == query.Events && q.From == "" && len(q.Records) == 0 && r.AsksLatest() {
		q.From, q.To = plan.Earliest, plan.Latest
	}
}

// fields tells which fields a query of a known kind is about, and which beside them.
func (s *Session) fields(r *reading, q *query.Query) {
	const named = 0.5 // of the subject, in a field's own words
	if q.Fields = r.asked.Meant(); q.Kind == query.Compare && r.asked.Broad() {
		q.Fields = nil
	}
	if first := q.Fields; q.Through() && len(first) > 0 && r.asked.Of(first[0])[rank.Field] < named { // how a text has it, and not what was said of it
		q.Fields = pick.Firstly(q.Fields, func(f *plan.Field) bool { t, _ := s.seen.Field(f.ID); return t.About == plan.AboutText })
	}
	q.Fields = r.asked.Titles(q.Fields, q.Kind == query.Origin)
	if t := r.asked.Topic; r.asked.Wide && q.Through() && q.Holder == "" { // whatever a draft that is named has of it
		q.Fields = t[:min(2, len(t))]
	}
	if t := s.seen.TopicOf(q.Fields); t != nil && q.Kind == query.Compare {
		q.Fields = pick.Each(t.Fields, func(f plan.Field) *plan.Field { _, g := s.seen.Field(f.ID); return g })
	}
	if len(q.Fields) > 1 && !r.yesNo && !s.finds.Known(q, q.Fields[0]) { // what is reported first, if it is as much asked about
		first := q.Fields[0]
		q.Fields = pick.Firstly(q.Fields, func(f *plan.Field) bool {
			return r.asked.Certain(f) && r.asked.Of(f)[rank.Field] >= r.asked.Of(first)[rank.Field] && s.finds.Known(q, f)
		})
	}
	r.asked.Wide = r.asked.Wide && !q.All
	if (q.Kind == query.Value || q.Kind == query.Compare) && r.asked.Topic == nil {
		q.Fields = r.asked.Alike(q.Fields)
	}
	if q.OfFields() && q.Fields != nil {
		if q.Also = r.asked.Also(q.Fields[0]); q.Also != nil {
			q.Fields = q.Fields[:1]
		}
		if q.Also == nil && (q.Kind == query.Compare || q.Kind == query.Origin) {
			q.Also, r.twins = r.asked.Alike(q.Fields[:1])[1:], true
		}
		if len(q.Also) == 0 && r.asked.Topic == nil {
			if q.Also, r.twins = pick.Drop(r.asked.Twins(q.Fields[0]), func(f *plan.Field) bool { return q.Through() && slices.Contains(q.Fields, f) }), true; len(q.Also) > 1 && len(q.Versions) > 0 { // a name for a group of fields
				r.asked.Topic, q.Also = append(q.Fields[:1:1], q.Also...), nil
				q.Fields = r.asked.Topic
			}
		}
	}
	if q.Led = r.fields != nil && q.Versions != nil && (q.Kind == query.Value || q.Kind == query.Verify || q.Kind == query.Compare || q.Kind == query.Disputed || q.Kind == query.Origin && r.kind == query.Origin) && s.finds.Known(q, r.fields[0]); q.Led {
		q.Fields, q.Also = r.fields, r.also
	}
	if r.asked.Voice > 0 && (q.Kind == query.Value || q.Kind == query.Verify) {
		q.By = map[bool]string{true: "--publisher ", false: "--by "}[r.asked.Outlet()] + strconv.Quote(strings.ReplaceAll(r.voice(), " and ", ", "))
	}
	if q.Kind == query.Author {
		q.Kind, q.Fields, q.Also, q.Led = query.Value, []*plan.Field{s.ranker.Author(q.Versions[0])}, nil, true
	}
	if q.Newest = r.AsksLatest() && q.Kind == query.Value && slices.ContainsFunc(r.asked.Fields, func(v rank.Vector) bool { return v[rank.Field] >= named }) && len(q.Named()) == 0; q.Newest {
		q.Also = pick.Each(r.asked.Newest(), func(c rank.Cell) *plan.Field { return c.Field.Field })
		q.Fields = q.Also[:min(1, len(q.Also))]
	}
}

// inText reports whether the best field is about the text or the document.
func (r *reading) inText() bool {
	return len(r.asked.Cells) > 0 && (r.asked.Cells[0].Field.Topic.About == plan.AboutText || r.asked.Cells[0].Field.Topic.About == plan.AboutDocument)
}

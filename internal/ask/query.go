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
	text    string // as asked
	full    string // with what was taken over from the last question
	asked   rank.Asked
	terms   []search.Term // of all words, names too
	fixed   []string      // slips of typing that were put right
	quote   string        // words in quotation marks that somebody is to have said
	named   string        // such words that name a thing
	nowhere string        // a place of which nothing is told
	there   bool          // what it was found to ask is what somebody said at an event
	meaning bool          // it asks what those mean
	loose   bool          // nobody has them as they stand
	from    *plan.Record  // the draft that the last question named, from which something may be kept
	// continued: it goes on from the last question, whose kind it has unless
	// its own words tell another.
	continued bool
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
	r.quote = lexicon.Quotation(text)
	switch n := len(search.Words(r.quote)); {
	case r.quote != "" && r.AsksMeaning():
		r.quote, r.named, r.meaning = "", r.quote, r.Has("mean")
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
	return strings.TrimSuffix(r.full[first.Words[0].Start:r.asked.Match.Terms[r.asked.Voice-1].End()], "'s")
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

// compile decides what kind of answer a question wants, and of what.
func (s *Session) compile(r *reading) *query.Query {
	const named = 0.5 // of the subject, in a field's own words
	q := &query.Query{Part: r.Part, Points: r.Points, All: r.AsksAll()}
	q.Records = pick.Drop(r.Records, func(v *plan.Record) bool { return v.Kind == plan.Draft })
	s.ranker.AddParties(&r.asked, r.Named, r.text, r.terms, r.continued)
	q.Versions = slices.Clone(r.asked.Drafts)
	second, lacking := r.Lacking() // what the one has beyond the other
	if q.Alone = lacking && len(q.Versions) == 2; q.Alone && second {
		slices.Reverse(q.Versions)
	}
	r.asked.Lists = len(q.Versions) > 1 && r.Cued(query.Same, query.Added, query.Gone)
	s.ranker.Rank(&r.asked)
	if s.ranker.AddPlace(&r.asked, r.Named, r.terms) {
		q.Versions = slices.Clone(r.asked.Drafts)
	}
	q.From, q.To = s.lexicon.Known(r.Span())
	if q.From == "" && r.Cued(query.Events) && (r.Has("happen") || !(r.OfMeetings() && len(s.ranker.Who(&r.asked, r.Named, r.terms)) > 1)) { // no ends in time
		q.From, q.To = s.lexicon.Around(r.Named, r.terms)
	}
	r.met = s.ranker.OnlyMet(&r.asked, r.Named) && len(s.ranker.Who(&r.asked, r.Named, r.terms)) > 1
	if r.meeting = r.meeting || r.met; len(q.Versions) == 0 && (r.met || !r.yesNo) {
		var meeting bool
		q.Records, meeting = s.ranker.AddMeetings(&r.asked, r.Named, r.terms, q.Records)
		r.meeting = r.meeting || meeting
	}
	if r.gains, _ = s.lexicon.For(r.Named, r.terms); r.asked.Voice > 0 {
		r.gains = ""
	}
	if q.Kind = s.kind(r, q); r.continued && r.kind != "" && q.Kind == query.Value && r.asked.Voice == 0 {
		q.Kind = r.kind
	}
	if q.Kind == query.Compare && len(q.Versions) == 1 && !r.asked.Broad() && r.Has("chang", "differ", "became of", "becom", "happened to") {
		named := q.Versions[0].ID
		if q.Versions = s.comparing(q); len(q.Versions) > 2 && slices.Contains(s.seen.Overview, named) { // what became of it
			q.Versions = s.view.PublicRecords(s.seen.Overview)
		}
	}
	if q.Kind == query.Follow || !q.Alone && (q.Kind == query.Compare || r.Lists() || r.Cued(query.Overview)) {
		slices.SortStableFunc(q.Versions, lexicon.InTime)
	}
	if q.Lists() && q.All && len(q.Versions) == 0 { // of the main ones, of those days
		q.Versions = slices.DeleteFunc(s.view.PublicRecords(s.seen.Overview), func(v *plan.Record) bool { return q.From != "" && !v.Date.Within(q.From.First(), q.To.Last()) })
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
	if q.Fields = r.asked.Meant(); q.Kind == query.Compare && r.asked.Broad() {
		q.Fields = nil
	}
	if first := q.Fields; q.Through() && len(first) > 0 && r.asked.Of(first[0])[rank.Field] < named { // how a text has it, and not what was said of it
		q.Fields = pick.Firstly(q.Fields, func(f *plan.Field) bool { t, _ := s.seen.Field(f.ID); return t.About == plan.AboutText })
	}
	if t := r.asked.Topic; r.asked.Wide && q.Through() && q.Holder == "" { // whatever a draft that is named has of it
		q.Fields = t[:min(2, len(t))]
	}
	if t := s.seen.TopicOf(q.Fields); t != nil && q.Kind == query.Compare {
		q.Fields = pick.Each(t.Fields, func(f plan.Field) *plan.Field { _, g := s.seen.Field(f.ID); return g })
	}
	if len(q.Fields) > 1 && !r.yesNo && !s.told(q, q.Fields[0]) { // what is reported first, if it is as much asked about
		first := q.Fields[0]
		q.Fields = pick.Firstly(q.Fields, func(f *plan.Field) bool {
			return r.asked.Certain(f) && r.asked.Of(f)[rank.Field] >= r.asked.Of(first)[rank.Field] && s.told(q, f)
		})
	}
	if r.asked.Wide = r.asked.Wide && (!q.All || r.asked.AllOfTopic()); r.asked.Wide && q.All {
		q.Fields = r.asked.Topic // drafts are counted by all of it
	}
	if (q.Kind == query.Value || q.Kind == query.Compare) && r.asked.Topic == nil {
		q.Fields = r.asked.Alike(q.Fields)
	}
	if q.OfFields() && q.Fields != nil {
		var instead bool
		if q.Also, instead = r.asked.Also(q.Fields[0]); instead {
			q.Fields, q.Also = q.Also[:1], q.Also[1:]
		} else if q.Also != nil {
			q.Fields = q.Fields[:1]
		}
		if q.Also == nil && (q.Kind == query.Compare || q.Kind == query.Origin) {
			q.Also, r.twins = r.asked.Alike(q.Fields[:1])[1:], true
		}
		if len(q.Also) == 0 && r.asked.Topic == nil {
			if q.Also, r.twins = r.asked.Twins(q.Fields[0]), true; len(q.Also) > 1 && len(q.Versions) > 0 { // a name for a group of fields
				r.asked.Topic, q.Also = append(q.Fields[:1:1], q.Also...), nil
				q.Fields = r.asked.Topic
			}
		}
	}
	if q.Led = r.fields != nil && q.Versions != nil && (q.Kind == query.Value || q.Kind == query.Verify || q.Kind == query.Compare) && s.told(q, r.fields[0]); q.Led {
		q.Fields, q.Also = r.fields, r.also
	}
	if r.asked.Voice > 0 && (q.Kind == query.Value || q.Kind == query.Verify) {
		q.By = map[bool]string{true: "--publisher ", false: "--by "}[r.asked.Outlet()] + strconv.Quote(strings.ReplaceAll(r.voice(), " and ", ", "))
	}
	if q.Kind == query.Author {
		q.Kind, q.Fields, q.Also, q.Led = query.Value, []*plan.Field{s.ranker.Author(q.Versions[0])}, nil, true
	}
	q.Newest = r.AsksLatest() && q.Kind == query.Value && slices.ContainsFunc(r.asked.Fields, func(v rank.Vector) bool { return v[rank.Field] >= named }) && len(q.Named()) == 0
	if q.Newest {
		q.Also = pick.Each(r.asked.Newest(), func(c rank.Cell) *plan.Field { return c.Field.Field })
		q.Fields = q.Also[:min(1, len(q.Also))]
	}
	q.Words, q.Alone, q.Led = r.full, q.Alone || r.Has("alone", "only"), q.Led || r.asked.Led
	return q
}

// told reports whether it is known what one of the drafts named says of a field.
func (s *Session) told(q *query.Query, f *plan.Field) bool {
	return slices.ContainsFunc(s.finds.Grid([]*plan.Field{f}, q.Versions), func(g finding.Finding) bool { return g.State != plan.Lacuna })
}

// kind tells the kinds apart, in the order in which that can be done.
func (s *Session) kind(r *reading, q *query.Query) query.Kind {
	broad := r.asked.Broad()
	switch {
	case r.meeting, r.OfMeetings() && len(q.Named()) == 0 && len(r.asked.Cells) > 0 && r.asked.Cells[0].Field.Topic.About == plan.AboutTalks && s.ranker.Nowhere(&r.asked, r.Named, s.ranker.Places(&r.asked, r.Named, r.terms), s.seen.Records) != "":
		return query.Events
	case len(q.Points) > 0 && (len(q.Versions) > 1 || (r.Has("where", "end up", "becom", "became", "went", "go") || r.Cued(query.Events))):
		return query.Follow
	case len(q.Points) > 0 && (len(q.Versions) > 0 || broad):
		return query.Point
	case r.quote != "", r.asked.Profile:
		return query.Search
	case r.gains != "":
		return query.Overview
	case s.glossary(r) != nil:
		return query.Glossary
	case r.AsksPoint() && !(broad && (q.Alone || r.Lists())) && !(r.Has("points", "articles") && len(q.Versions) > 0 && !slices.ContainsFunc(q.Versions, func(v *plan.Record) bool { return v.PointCount > 0 })): // else what it says, without numbers
		return query.WhichPoint
	case len(q.Named()) == 1 && len(q.Versions) == 1 && !r.continued && r.asked.Shape[rank.When] == 0 && (broad && r.Cued(query.Origin) || r.Then() == lexicon.ByProponent && r.asked.Empty(r.Named)):
		return map[bool]query.Kind{true: query.Overview, false: query.Author}[s.ranker.Author(q.Versions[0]) == nil]
	case r.Cued(query.Disputed) && len(q.Named()) == 0 && len(s.ranker.Whose(r.Named, r.terms)) > 1 && (broad || r.asked.OfSides()): // two sides
		return query.Open
	case r.Cued(query.Disputed) && !r.Cued(query.Open) && (broad || len(r.Parties) < 2): // sources, and not two sides
		return query.Disputed
	case (broad || r.Has("how * know") && len(q.Versions) > 0) && r.Cued(query.Unknown):
		return query.Unknown
	case r.Cued(query.Open) && (broad || len(q.Versions) == 0 && (r.asked.OfSides() || slices.ContainsFunc(r.asked.Best(), func(c rank.Cell) bool { return slices.Contains(s.ranker.Open, c.Field.Field) })) && !slices.ContainsFunc(r.Parties, func(p string) bool { return !s.lexicon.Party(p) })):
		return query.Open
	case r.Cued(query.Uptake) && len(q.Versions) > 0 && (!broad || !r.Has("not") && s.uptake(&query.Query{Kind: query.Uptake, Versions: q.Versions}) != nil):
		return query.Uptake
	case broad && (r.Cued(query.Same) || r.Cued(query.Uptake) && !r.Has("not", "whose word") || r.Cued(query.Origin) && len(q.Versions) > 1):
		return query.Same
	case broad && (q.Alone || r.Cued(query.Added)) && !(r.AsksLatest() && len(q.Versions) == 0):
		return query.Added
	case broad && (r.Cued(query.Gone) || r.Cued(query.Uptake) && r.Has("not")):
		return query.Gone
	case r.Has("who first report", "who first said", "who report"), r.asked.Objected(r.Named):
		return query.Search
	case !broad && r.Cued(query.Origin) && !r.Cued(query.History) && !(r.Restated() && r.asked.Shape[rank.Who] > 0) && !r.Cued(query.Events) && r.inText() && r.asked.Cells[0].Field.Topic.About == plan.AboutText:
		return query.Origin
	case !broad && r.inText() && r.Has("happened to", "became of"):
		return map[bool]query.Kind{true: query.Compare, false: query.History}[len(q.Versions) == 1 && !r.Has("after", "since") && len(r.Dates) == 0] // with what it had before
	case r.Has("went on", "going on") && q.From != "" && len(q.Versions) == 0,
		(len(r.Dates) > 0 && r.asked.Shape == (rank.Vector{}) || r.asked.Shape[rank.When] > 0 && r.asked.Shape[rank.Amount] == 0 && r.AsksTime()) && len(q.Named()) == 0 && r.asked.Voice == 0 && len(r.asked.Cells) > 0 && r.asked.Cells[0].Field.Topic.About != plan.AboutText && !r.asked.Clear() && s.ranker.Persons(s.ranker.Who(&r.asked, r.Named, r.terms)) > 1 && slices.ContainsFunc(r.terms, r.Place),
		broad && len(q.Versions) == 0 && (r.AsksLatest() || r.day != "" || q.From != "" && r.Cued(query.History)),
		q.From != "" && len(q.Versions) == 0 && r.asked.OfEvent(q.Misses) && r.asked.Shape[rank.Who] == 0 && r.asked.Voice == 0,
		r.Cued(query.Events) && r.asked.Voice == 0 && q.From != "" && len(q.Versions) == 0 && !slices.ContainsFunc(s.seen.Drafts(), func(v *plan.Record) bool { return v.Date.Within(q.From.First(), q.To.Last()) }),
		r.Cued(query.Events) && r.asked.Voice == 0 && !(r.asked.Shape[rank.Amount] > 0 && r.inText() && !r.Has("how many meet", "how many talk", "how many round")) && (broad || q.From != "" && (len(r.Dates) == 0 || !r.asked.Clear() || r.OfMeetings() && r.asked.Cells[0].Field.Topic.About == plan.AboutTalks)):
		return query.Events
	case !broad && r.continued && r.Cued(query.Gone, query.Same) && r.yesNo && len(q.Versions) == 1 && slices.Contains(r.itself, q.Versions[0]):
		return query.Verify // in the draft that it names
	case !broad && r.inText() && (len(q.Versions) == 0 && (r.Has("chang") || r.AsksStill()) || r.continued && (r.Cued(query.Gone) || r.Cued(query.Same) && len(q.Versions) < 2) || r.Has("where") && (len(q.Versions) != 1 && r.Has("go") || r.Has("went", "end up")) || (r.Cued(query.History) || q.To == plan.Latest) && r.asked.Voice == 0),
		!broad && r.Has("from") && (len(q.Named()) == 2 && r.Has("to") && !(r.Cued(query.Compare) && r.asked.OfTopic()) || len(q.Named()) > 0 && q.From == plan.Earliest),
		!broad && r.inText() && len(q.Versions) == 0 && s.lexicon.Holder(r.Named) != "": // where a party stands
		return query.History
	case len(q.Versions) == 0 && len(q.Records) > 0 && (r.asked.Shape == rank.Vector{} || broad && r.asked.Shape == rank.Vector{rank.Says: 1}) && !r.yesNo && q.Records[0].Kind == plan.Event && (!r.asked.Clear() || !r.inText() && s.ranker.OfTalks(s.beyond(r))) && r.asked.Voice == 0:
		return query.Events // what a meeting came to
	case len(q.Versions) == 0 && q.All && !broad && !r.yesNo && len(r.asked.Cells) > 0 && r.asked.Cells[0].Field.Field.Kind == plan.DateKind && r.asked.Cells[0].Field.Topic.About != plan.AboutText:
		return query.Overview // drafts with their days
	case broad && r.Cued(query.Overview) && !r.Lists() && len(q.Versions) > 1,
		r.Cued(query.Overview) && r.Plans() && len(q.Named()) == 0 && len(r.asked.Cells) > 0 && r.asked.Cells[0].Field.Topic.About == plan.AboutDocument: // of the drafts, and who wrote them
		return query.Overview
	case len(q.Versions) > 1 && r.asked.Voice == 0, r.Cued(query.Compare) && len(q.Versions) > 0 && r.holder == "", r.Cued(query.Compare) && broad:
		return query.Compare
	case (broad && (q.All || s.ev.AsOf != "" || r.Plans()) || r.Has("how many") && r.Plans() && r.Has("you")) && len(q.Versions) == 0,
		r.Cued(query.Overview) && (broad || len(q.Versions) > 0 && (r.asked.Empty(r.Named) || !r.asked.Titled() || len(r.asked.Cells) > 0 && r.asked.Of(r.asked.Cells[0].Field.Field)[rank.Field] < half)),
		broad && !(r.yesNo && len(r.asked.Match.Terms) > 0) && len(q.Named()) > 0 && r.asked.Voice == 0 && r.asked.Shape[rank.Amount]+r.asked.Shape[rank.When]+r.asked.Shape[rank.Who] == 0:
		return query.Overview
	case r.Cued(query.Search) && !r.ByDraft():
		return query.Search
	case r.yesNo || r.Cued(query.Verify):
		return query.Verify
	}
	return query.Value
}

// outside reports whether a question is about something else.
func (s *Session) outside(r *reading, q *query.Query) bool {
	if r.quote != "" || q.Kind == query.Glossary || r.Lists() && r.asked.Broad() && r.Plans() || q.Kind == query.Overview && len(q.Named()) == 0 && (q.All && r.Plans()) || q.Kind == query.Overview && len(q.Named()) == 0 && !slices.ContainsFunc(r.asked.Match.Terms, func(t search.Term) bool { return t.Unknown && !r.IsCue(t.Words[0].Start) }) {
		return false
	}
	v, named := rank.Outside(&r.asked, r.Named), len(q.Named()) > 0
	if (q.Kind == query.Value || q.Kind == query.Verify) && (r.asked.Broad() || !named && len(r.asked.Subject.Terms) == 0) && r.fields == nil && r.asked.Voice == 0 && slices.ContainsFunc(r.asked.Match.Terms, func(t search.Term) bool { return !r.asked.Party(t) && !r.IsCue(t.Words[0].Start) }) {
		return true // it asks for something that no field has
	}
	return len(r.asked.Cells) == 0 || r.asked.Happened(r.Named) || r.Cued(query.Outside) && r.asked.Broad() && !named || r.Foretells() && !r.asked.Settled() || rank.Dot(&s.ranker.Model.Outside, &v) > 0
}

// inText reports whether the best field is about the text or the document.
func (r *reading) inText() bool {
	return len(r.asked.Cells) > 0 && (r.asked.Cells[0].Field.Topic.About == plan.AboutText || r.asked.Cells[0].Field.Topic.About == plan.AboutDocument)
}

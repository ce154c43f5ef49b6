package ask

import (
	"slices"

	"plandiff/internal/lexicon"
	"plandiff/internal/plan"
	"plandiff/internal/query"
	"plandiff/internal/rank"
	"plandiff/internal/search"
	"plandiff/internal/telling"
)

// asking is a question of which the drafts, records and days are known, and the kind is not.
type asking struct {
	*reading
	s     *Session
	q     *query.Query
	broad bool       // it is about no field
	best  plan.About // what the field that meets it best is about; "": none meets any of it
	named int        // drafts that it names
}

// kinds are told apart in this order. A question of none of them is for a value.
var kinds = [...]struct {
	kind query.Kind
	is   func(*asking) bool
}{
	{query.Events, (*asking).ofNoPlace},
	{query.Follow, func(a *asking) bool { // where a point went
		return len(a.q.Points) > 0 && (a.named > 1 || a.Has("where", "end up", "becom", "became", "went", "go") || a.Cued(query.Events))
	}},
	{query.Point, func(a *asking) bool { return len(a.q.Points) > 0 && (a.named > 0 || a.broad) }},
	{query.Search, func(a *asking) bool { return a.quote != "" || a.asked.Profile }},
	{query.Overview, func(a *asking) bool { return a.gains != "" }},
	{query.Glossary, func(a *asking) bool { // "which app did they use?" is of the last question
		return a.then == "" && !(a.continued && lexicon.OfProgram(search.Words(a.text)) && !a.Has("you", "your", "plandiff")) && telling.Glossary(a.s.seen, a.Named, a.text) != nil
	}},
	{query.WhichPoint, (*asking).ofNumbers},
	{query.Author, (*asking).ofAuthor},
	{query.Open, (*asking).ofTwoSides},
	{query.Disputed, func(a *asking) bool {
		return a.Cued(query.Disputed) && !a.Cued(query.Open) && (a.broad || len(a.Parties) < 2)
	}},
	{query.Unknown, func(a *asking) bool { return a.Cued(query.Unknown) && (a.broad || a.Has("how * know") && a.named > 0) }},
	{query.Open, (*asking).ofOpen},
	{query.Uptake, (*asking).ofUptake},
	{query.Same, func(a *asking) bool {
		return a.broad && (a.Cued(query.Same) || a.Cued(query.Uptake) && !a.Has("not", "whose word") || a.Cued(query.Origin) && a.named > 1)
	}},
	{query.Added, func(a *asking) bool {
		return a.broad && (a.q.Alone || a.Cued(query.Added)) && !(a.AsksLatest() && a.named == 0)
	}},
	{query.Gone, func(a *asking) bool { return a.broad && (a.Cued(query.Gone) || a.Cued(query.Uptake) && a.Has("not")) }},
	{query.Search, func(a *asking) bool {
		return a.Has("who first report", "who first said", "who report") || a.asked.Objected(a.Named)
	}},
	{query.Origin, (*asking).ofOrigin},
	{query.Compare, func(a *asking) bool {
		return a.ofFate() && a.named == 1 && !a.Has("after", "since") && len(a.Dates) == 0
	}}, // with what it had before
	{query.History, (*asking).ofFate},
	{query.Events, (*asking).ofDays},
	{query.Verify, func(a *asking) bool { // in the draft that it names
		return !a.broad && a.continued && a.Cued(query.Gone, query.Same) && a.yesNo && a.named == 1 && slices.Contains(a.itself, a.q.Versions[0])
	}},
	{query.History, (*asking).ofHistory},
	{query.Events, (*asking).ofOutcome},
	{query.Overview, func(a *asking) bool { // drafts with their days
		return a.named == 0 && a.q.All && !a.broad && !a.yesNo && a.best != "" && a.asked.Cells[0].Field.Field.Kind == plan.DateKind && a.best != plan.AboutText
	}},
	{query.Overview, func(a *asking) bool { // of several, or of all, with those who wrote them
		return (a.Cued(query.Overview) || a.q.All && a.Has("list")) && (a.broad && !a.Lists() && a.named > 1 || (a.Plans() || a.q.All) && len(a.q.Named()) == 0 && a.best == plan.AboutDocument)
	}},
	{query.Compare, func(a *asking) bool {
		return a.named > 1 && a.asked.Voice == 0 || a.Cued(query.Compare) && (a.broad || a.named > 0 && a.holder == "")
	}},
	{query.Overview, (*asking).ofNothing},
	{query.Search, func(a *asking) bool { return a.Cued(query.Search) && !a.ByDraft() }},
	{query.Verify, func(a *asking) bool { return a.yesNo || a.Cued(query.Verify) }},
}

// kind tells of which kind a question is.
func (s *Session) kind(r *reading, q *query.Query) query.Kind {
	a := &asking{reading: r, s: s, q: q, broad: r.asked.Broad(), named: len(q.Versions)}
	a.broad = a.broad || (q.Alone || r.Lists()) && !r.yesNo && a.named > 0 && !r.asked.Titled() && !r.asked.Clearly() && r.asked.Voice+len(r.asked.Numbers) == 0 // a list of a draft is of no field in particular
	if len(r.asked.Cells) > 0 {
		a.best = r.asked.Cells[0].Field.Topic.About
	}
	for _, k := range kinds {
		switch {
		case !k.is(a):
		case k.kind == query.Author && s.ranker.Author(q.Versions[0]) == nil: // nobody tells
			return query.Overview
		default:
			return k.kind
		}
	}
	return query.Value
}

// ofNoPlace: of the meeting that was told of, or of one where nothing is known to have been.
func (a *asking) ofNoPlace() bool {
	return a.meeting || a.OfMeetings() && len(a.q.Named()) == 0 && a.best == plan.AboutTalks &&
		a.s.ranker.Nowhere(&a.asked, a.Named, a.s.ranker.Places(&a.asked, a.Named, a.terms), a.s.seen.Records) != ""
}

// ofNumbers: which point of a draft with numbers something is; of one without, what it says.
func (a *asking) ofNumbers() bool {
	counted := slices.ContainsFunc(a.q.Versions, func(v *plan.Record) bool { return v.PointCount > 0 })
	return a.AsksPoint() && !(a.broad && (a.q.Alone || a.Lists())) && !(a.Has("points", "articles") && a.named > 0 && !counted)
}

// ofAuthor: who wrote the one draft that it names.
func (a *asking) ofAuthor() bool {
	return a.named == 1 && len(a.q.Named()) == 1 && !a.continued && a.asked.Shape[rank.When] == 0 &&
		(a.yesNo && a.Writes() || a.broad && a.Cued(query.Origin) || a.Then() == lexicon.ByProponent && a.asked.Empty(a.Named))
}

// ofTwoSides: what two parties disagree on, and no sources.
func (a *asking) ofTwoSides() bool {
	return a.Cued(query.Disputed) && len(a.q.Named()) == 0 && len(a.s.ranker.Whose(a.Named, a.terms)) > 1 && (a.broad || a.asked.OfSides())
}

// ofOpen: what is open, of a draft or between parties.
func (a *asking) ofOpen() bool {
	listed := func(c rank.Cell) bool { return slices.Contains(a.s.ranker.Open, c.Field.Field) }
	place := func(p string) bool { return !a.s.lexicon.Party(p) }
	between := func() bool {
		return a.named == 0 && (a.asked.OfSides() || slices.ContainsFunc(a.asked.Best(), listed)) && !slices.ContainsFunc(a.Parties, place)
	}
	return a.Cued(query.Open) && (a.broad || a.named == 0 && a.LastMeeting() != "" || between())
}

// ofUptake: whose wording a draft has.
func (a *asking) ofUptake() bool {
	return a.Cued(query.Uptake) && a.named > 0 && (!a.broad || !a.Has("not") && a.s.finds.Uptake(&query.Query{Kind: query.Uptake, Versions: a.q.Versions}) != nil)
}

// ofOrigin: where a clause comes from.
func (a *asking) ofOrigin() bool {
	return !a.broad && a.Cued(query.Origin) && !a.Cued(query.History, query.Events) && !(a.Restated() && a.asked.Shape[rank.Who] > 0) && a.best == plan.AboutText
}

// ofFate: what became of a clause.
func (a *asking) ofFate() bool { return !a.broad && a.inText() && a.Has("happened to", "became of") }

// ofDays: what happened in some days, or when some people met.
func (a *asking) ofDays() bool {
	if a.named > 0 && a.inText() && (a.Has("from") && a.Cued(query.Compare, query.History) || !a.Has("happen", "took place", "meet") && a.asked.Cells[0].Record == a.q.Versions[0]) { // of a clause, between them
		return false
	}
	shape, voiced := &a.asked.Shape, a.asked.Voice > 0
	if timed := len(a.Dates) > 0 && *shape == (rank.Vector{}) || shape[rank.When] > 0 && shape[rank.Amount] == 0 && a.AsksTime(); timed &&
		len(a.q.Named()) == 0 && !voiced && a.best != "" && a.best != plan.AboutText && !a.asked.Clear() &&
		a.s.ranker.Persons(a.s.ranker.Who(&a.asked, a.Named, a.terms)) > 1 && slices.ContainsFunc(a.terms, a.Place) {
		return true
	}
	if a.named == 0 && a.Has("went on", "going on") && a.q.From != "" || a.broad && a.named == 0 && (a.AsksLatest() || a.day != "" || a.q.From != "" && a.Cued(query.History)) {
		return true
	}
	if a.q.From != "" && a.named == 0 && a.asked.OfEvent(a.q.Misses) && shape[rank.Who] == 0 && !voiced {
		return true
	}
	within := func(v *plan.Record) bool { return v.Date.Within(a.q.From.First(), a.q.To.Last()) }
	if !a.Cued(query.Events) || voiced {
		return false
	}
	if a.q.From != "" && a.named == 0 && !slices.ContainsFunc(a.s.seen.Drafts(), within) {
		return true
	}
	counts := a.inText() && (shape[rank.Amount] > 0 || a.Has("how long", "how soon") && a.asked.Of(a.asked.Cells[0].Field.Field)[rank.Field] >= half) && !a.Has("how many meet", "how many talk", "how many round")
	return !counts && (a.broad || a.q.From != "" && (len(a.Dates) == 0 || !a.asked.Clear() || a.OfMeetings() && a.best == plan.AboutTalks))
}

// ofHistory: how a clause, or where a party stands on it, went through time.
func (a *asking) ofHistory() bool {
	if a.broad {
		return false
	}
	if a.Has("from") && (len(a.q.Named()) > 0 && a.Has("to now", "to today", "until now", "until today", "till now", "till today", "onward", "onwards") || len(a.q.Named()) == 2 && a.Has("to") && !(a.Cued(query.Compare) && a.asked.OfTopic()) || len(a.q.Named()) > 0 && a.q.From == plan.Earliest) {
		return true
	}
	return a.inText() && (a.named == 0 && (a.Has("chang") || a.AsksStill() || a.s.lexicon.Holder(a.Named) != "") ||
		a.continued && (a.Cued(query.Gone) || a.Cued(query.Same) && a.named < 2) ||
		a.Has("where") && (a.named != 1 && a.Has("go") || a.Has("went", "end up")) ||
		(a.Cued(query.History) || a.q.To == plan.Latest) && a.asked.Voice == 0)
}

// ofOutcome: what the meeting that it names came to.
func (a *asking) ofOutcome() bool {
	shape := a.asked.Shape
	return a.named == 0 && len(a.q.Records) > 0 && a.q.Records[0].Kind == plan.Event && !a.yesNo && a.asked.Voice == 0 &&
		(shape == rank.Vector{} || a.broad && shape == rank.Vector{rank.Says: 1}) && (!a.asked.Clear() || !a.inText() && a.s.ranker.OfTalks(a.s.ranker.Beyond(&a.asked, a.Named, a.terms)))
}

// ofNothing: of no field, or of none for certain.
func (a *asking) ofNothing() bool {
	shape := &a.asked.Shape
	switch {
	case a.named == 0 && (a.broad && (a.q.All || a.s.ev.AsOf != "" || a.Plans()) || a.Has("how many") && a.Plans() && a.Has("you")):
		return true
	case a.Cued(query.Overview) && (a.broad || a.named > 0 && (a.asked.Empty(a.Named) || !a.asked.Titled() || a.best != "" && a.asked.Of(a.asked.Cells[0].Field.Field)[rank.Field] < half)):
		return true
	}
	return a.broad && !(a.yesNo && len(a.asked.Match.Terms) > 0) && len(a.q.Named()) > 0 && a.asked.Voice == 0 && shape[rank.Amount]+shape[rank.When]+shape[rank.Who] == 0
}

// outside reports whether a question is about something else.
func (s *Session) outside(r *reading, q *query.Query) bool {
	if r.quote != "" || q.Kind == query.Glossary || r.Writes() && len(q.Versions) == 1 || q.Kind == query.Open && len(s.ranker.Whose(r.Named, r.terms)) > 1 || r.Lists() && r.asked.Broad() && r.Plans() || q.Kind == query.Overview && len(q.Named()) == 0 && (q.All && r.Plans()) || q.Kind == query.Overview && len(q.Named()) == 0 && !r.asked.Strange() {
		return false
	}
	v, named := rank.Outside(&r.asked, r.Named), len(q.Named()) > 0
	if (q.Kind == query.Value || q.Kind == query.Verify) && (r.asked.Broad() || !named && len(r.asked.Subject.Terms) == 0) && r.fields == nil && r.asked.Voice == 0 && slices.ContainsFunc(r.asked.Match.Terms, func(t search.Term) bool { return !r.asked.Party(t) && !r.IsCue(t.Words[0].Start) }) {
		return true // it asks for something that no field has
	}
	if r.Has("write me") && r.asked.Strange() || !named && r.Has("who won") || q.Lists() && !named && !q.All && !r.Plans() && !r.OnePlan() && r.asked.Strange() {
		return true // a list of something else
	}
	return len(r.asked.Cells) == 0 || r.asked.Happened(r.Named) || r.Cued(query.Outside) && r.asked.Broad() && !named || r.Foretells() && (r.Forecasts() || !r.asked.Settled()) || rank.Dot(&s.ranker.Model.Outside, &v) > 0
}

package ask

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/finding"
	"plandiff/internal/lexicon"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/query"
	"plandiff/internal/rank"
	"plandiff/internal/search"
	"plandiff/internal/telling"
	"plandiff/internal/wording"
)

// meant is what a question asks about: the field, if that has enough of it, else
// the question's own words.
func (s *Session) meant(r *reading, f *finding.Finding) (what string, sure bool) {
	const most = 0.4
	terms := r.asked.Match.Terms
	if len(terms) == 0 || r.asked.Of(f.Field)[rank.Field] >= most*r.asked.Known(nil) {
		return s.index.Lower(f.Field.Title), true
	}
	return r.words(), false
}

// words are what a question asks about, as typed: all of one that goes on from another.
func (r *reading) words() string {
	text := strings.Trim(r.text, " .?!")
	switch terms := pick.Preferred(r.asked.Match.Terms, func(t search.Term) bool { return !r.IsCue(t.Words[0].Start) }); {
	case !r.continued && len(terms) > 0:
		text = r.full[terms[0].Words[0].Start:terms[len(terms)-1].End()]
	case len(terms) > 0 && !strings.Contains(r.text, r.typed(terms[0])): // of the last question
		text = strings.Join(pick.Each(terms, r.typed), " ")
	}
	return wording.Clip(text, 80)
}

// verdict begins the answer to a yes-no question where the records carry one:
// a number that is the one asked about or not, a clause that is gone, a value
// that says no, or one that has every word of the question.
func (s *Session) verdict(r *reading, q *query.Query, group []*finding.Finding, silent int) string {
	if (r.yesNo || r.AsksStill()) && r.asked.Of(group[0].Field)[rank.Field] >= half && len(q.Fields) > 0 && group[0].Field == q.Fields[0] && (q.Kind == query.History && (q.Holder == "" || r.Cued(query.Gone)) || q.Kind == query.Compare && len(r.Records) < 2 && r.continued || q.Kind == query.Verify && len(q.Versions) == 0 && !(r.Has("keep") && len(r.Parties) > 0) && r.Cued(query.Same, query.Gone)) {
		return s.through(r, group)
	}
	if v := q.Versions; q.Also != nil { // a part of what is asked about
	} else if r.yesNo && len(v) == 2 && q.Kind == query.Compare && len(group) == 2 {
		return s.against(r, slices.Clone(group))
	} else if r.yesNo && len(v) == 1 && r.Cued(query.Same) && !r.Permits() && cmp.Or(r.from, s.seen.Base(v[0])) != nil && group[0].Record == v[0] && r.from != v[0] {
		base := s.finds.Of(cmp.Or(r.from, s.seen.Base(v[0])), group[0].Topic, group[0].Field)
		return s.against(r, []*finding.Finding{&base, group[0]})
	}
	if q.Kind != query.Verify {
		return ""
	}
	if len(group) == 1 && len(q.Versions) == 1 && group[0].State == plan.Bracketed {
		return "Not settled: "
	}
	if r.AsksAny() && len(q.Versions) == 0 && group[0].Record.Kind == plan.Draft && r.mentioned(group[0]) {
		return map[bool]string{true: "Yes: ", false: "Yes, in some drafts: "}[silent == 0 && !slices.ContainsFunc(group, func(f *finding.Finding) bool { return !r.mentioned(f) })]
	}
	says := map[string]int{}
	for _, f := range group {
		says[s.saysSo(r, f)]++
	}
	for word, n := range says {
		switch {
		case word == "" || n+says[""] < len(group):
		case n == len(group) && silent == 0:
			return word + ": "
		case n*2 > len(group):
			return word + ", as far as reported: "
		}
	}
	if word := s.saysSo(r, group[0]); word != "" && group[0].State == plan.Present { // in the first that is told
		return word + map[bool]string{true: ", in some drafts: ", false: " " + wording.In(group[0].Record) + ": "}[says[word] > 1]
	}
	return ""
}

// banned reports whether the draft before that of a finding says no.
func (s *Session) banned(f *finding.Finding) bool {
	base := s.seen.Base(f.Record)
	if base == nil {
		return false
	}
	was := s.finds.Of(base, f.Topic, f.Field)
	return was.State == plan.Present && len(was.Contents) == 1 && lexicon.Refuses(was.Contents[0].Value.String())
}

// against is whether two findings are the same or differ, or which has the higher number; ""
// where that is not asked or cannot be told.
func (s *Session) against(r *reading, pair []*finding.Finding) string {
	yes := map[bool]string{true: "Yes: ", false: "No: "}
	slices.SortStableFunc(pair, func(f, g *finding.Finding) int {
		return slices.Index(r.Records, f.Record) - slices.Index(r.Records, g.Record)
	})
	a, b := pair[0], pair[1]
	if more := r.Compares(); more != 0 && !math.IsInf(a.Extreme(1), 0) && !math.IsInf(b.Extreme(1), 0) {
		return yes[float64(more)*(a.Extreme(1)-b.Extreme(1)) > 0]
	}
	switch kind := compare.Pair(s.view, a.Field, a.Record, a.Reading, b.Record, b.Reading).Kind; {
	case !r.Cued(query.Same, query.Compare):
	case len(r.Records) < 2 && r.without(b), r.otherwise(b): // what is gone is not kept
		return yes[!r.Cued(query.Same)]
	case kind.Settled():
		return yes[!r.Cued(query.Same)]
	case kind.Equal():
		return yes[r.Cued(query.Same)]
	}
	return ""
}

// without reports whether a record, or each account of it, has it that what is asked about is gone.
func (r *reading) without(f *finding.Finding) bool {
	return f.Gone() || f.State == plan.Disputed && !slices.ContainsFunc(f.Contents, func(k compare.Content) bool {
		part, no := strings.CutPrefix(k.Value.String(), "no ") // and only that part of it
		return k.State != plan.Deleted && k.State != plan.Omitted && !(no && r.Has(part))
	})
}

// otherwise reports whether none of the accounts that disagree has the number a question asks about.
func (r *reading) otherwise(f *finding.Finding) bool {
	return f.State == plan.Disputed && len(r.asked.Numbers) > 0 && f.Field.Kind.Numeric() && !r.Limits() && !r.Denies() &&
		!slices.ContainsFunc(f.Contents, func(k compare.Content) bool { return r.asked.Numbered(k.Value) })
}

// mentioned reports whether a finding has every word of a question, and does not say no.
func (r *reading) mentioned(f *finding.Finding) bool {
	return len(f.Contents) > 0 && r.asked.Mentions(f.Record, f.Field) && !strings.HasPrefix(f.Contents[0].Value.String(), "no ") && !lexicon.Refuses(f.Contents[0].Value.String())
}

// through is whether a field changed from any draft that tells of it to the next, was kept
// in all, or is left out of the last: "" where that cannot be told.
func (s *Session) through(r *reading, group []*finding.Finding) string {
	drafts := pick.Drop(group, func(f *finding.Finding) bool { return f.Record.Kind != plan.Draft || f.Outline })
	if len(drafts) < 2 {
		return map[bool]string{true: "Yes: "}[len(drafts) == 1 && r.Cued(query.Gone) && drafts[0].Gone()]
	}
	slices.SortStableFunc(drafts, func(f, g *finding.Finding) int { return lexicon.InTime(f.Record, g.Record) })
	last := drafts[len(drafts)-1]
	yes, kept := map[bool]string{true: "Yes: ", false: "No: "}, true
	switch {
	case r.Cued(query.Gone):
		return yes[last.Gone()]
	case r.AsksStill(): // what it now is tells, if it is
		return map[bool]string{true: yes[false]}[last.Gone()]
	}
	for i, f := range drafts[1:] {
		kind := compare.Pair(s.view, f.Field, drafts[i].Record, drafts[i].Reading, f.Record, f.Reading).Kind
		if kind.Settled() {
			return yes[!r.Cued(query.Same, query.Uptake)]
		}
		kept = kept && kind.Equal()
	}
	return map[bool]string{true: yes[r.Cued(query.Same, query.Uptake)]}[kept]
}

func (s *Session) saysSo(r *reading, f *finding.Finding) string {
	enough, mentions := float32(0.6), r.Mentions() // of the question, in the field's own words; less beside a number
	if len(r.asked.Numbers) > 0 && f.Field.Kind.Numeric() {
		enough = 0.25
	}
	yes := map[bool]string{true: "Yes", false: "No"}
	wholly := r.asked.Of(f.Field)[rank.Title] >= 0.95 // nothing but the field is asked about
	switch {
	case f.Record.Kind != plan.Draft || r.asked.Of(f.Field)[rank.Field] < enough*r.asked.Known(f.Record) || r.Has("against", "agree", "agreed", "accept"):
		return ""
	case r.without(f):
		if mentions && !wholly || slices.Contains(r.asked.Theirs, f.Record) && !r.asked.Mostly(f.Field) || r.Cued(query.Events) || slices.ContainsFunc(r.asked.Siblings(f.Record, f.Topic, f.Field), func(g *plan.Field) bool { return s.finds.Of(f.Record, f.Topic, g).State == plan.Present }) {
			return "" // another field may have it
		}
		return map[bool]string{true: "No clause says so", false: yes[r.Cued(query.Gone)]}[r.Permits()] // nor forbids it
	case r.otherwise(f) && !r.Cued(query.Gone):
		return "No" // whichever of them holds
	case f.State == plan.Disputed:
		return "Disputed"
	case r.Cued(query.Same, query.Uptake, query.Gone), len(f.Contents) != 1 || f.State != plan.Present || r.Denies(), r.asked.Crosses(f.Record, f.Field, f.Claims), r.asked.Strange() && !f.Contents[0].Value.HasNumber():
		return ""
	}
	k := f.Contents[0]
	switch {
	case f.Field.Kind == plan.DateKind && len(r.Dates) > 0:
		return map[bool]string{true: "Yes", false: "Not as asked"}[slices.ContainsFunc(r.Dates, func(d plan.Date) bool { return lexicon.Overlaps(d, k.Value.Date) })]
	case k.Value.HasNumber() && r.Limits():
		return ""
	case k.Value.HasNumber() && len(r.asked.Numbers) > 0:
		return yes[r.asked.Numbered(k.Value)]
	case r.asked.Better(f.Record, f.Field), s.lexicon.ByParty(r.Named): // another field has more of it, or who does it is asked
		return ""
	case lexicon.Refuses(k.Value.String()) && (r.asked.Of(f.Field)[rank.Title] > 0 || r.asked.Entails(f.Record, f.Field)): // another name may mean the opposite
		return yes[r.Bans()]
	case r.Bans() && s.banned(f): // and no longer
		return "No"
	case strings.HasPrefix(k.Value.String(), "no "): // in part, or all that is asked
		return map[bool]string{true: "No"}[!r.Bans() && r.HasAll(k.Value.String()[len("no "):])]
	case strings.HasPrefix(k.Value.String(), "nothing ") && r.asked.Entails(f.Record, f.Field):
		return yes[false]
	case wholly && !r.Bans() && !lexicon.Asks(f.Field.Title) && !slices.ContainsFunc(f.Claims, lexicon.Negates),
		r.asked.Names(f.Field) && (r.AsksAny() || k.Value.HasNumber() || strings.EqualFold(k.Value.String(), f.Field.Title)), // that it has some is asked
		mentions && r.asked.Mentions(f.Record, f.Field), r.asked.Entails(f.Record, f.Field):
		return "Yes"
	case r.Permits() && lexicon.Conditions(k.Value):
		return "On a condition"
	case (!r.Permits() || lexicon.Grants(k.Value)) && (!r.Bans() || lexicon.Rules(k.Value.String())) && !r.Narrows() && r.asked.Bears(f.Record, f.Field):
		if lexicon.Either(k.Value) {
			return map[bool]string{true: "Not necessarily"}[r.Obliges()]
		}
		return "Yes"
	}
	return ""
}

// status says how far the findings answer. Where drafts are named, they must say
// something of the field asked about; what others say is but the nearest.
func (s *Session) status(r *reading, q *query.Query, a *Answer) Status {
	switch {
	case q.Kind == query.Overview && len(q.Named()) == 0, q.Kind == query.Unknown && len(a.Findings) > 0:
		return Answered
	case len(a.Findings) == 0:
		return NotReported
	}
	first := a.Findings[0].Field
	switch {
	case q.Through():
		first = finding.Leading(a.Findings, q).Field
	case len(q.Versions) > 0 && len(q.Fields) > 0 && !q.Lists() && q.Kind != query.Overview && q.Kind != query.Events:
		first = q.Fields[0]
	}
	const enough = 0.6 // of the subject
	said, silent, others, best := 0, 0, 0, finding.Leading(a.Findings, q)
	for i := range a.Findings {
		f := &a.Findings[i]
		switch {
		case f.State == plan.Lacuna && f.Field == first:
			silent++
		case f.State == plan.Lacuna:
		case f == best && f.Field == s.ranker.Outcome && r.Cued(query.Why),
			f == best && f.Record.Kind == plan.Event && f.Topic.About == plan.AboutTalks && r.asked.Subject.Total > 0 && r.asked.Said(f.Claimed()) >= enough*r.asked.Subject.Total: // of what a draft was talked of
			said++
		case (q.Asks(f.Record) || q.Kind == query.History && q.From != "" && f.Record.Kind == plan.Draft || f.Record.Kind != plan.Draft && r.asked.Of(f.Field)[rank.Titled] > 0) && (f.Field == first || q.Versions == nil || q.Lists()):
			said++
		default:
			others++
		}
	}
	switch {
	case said == 0 && (silent > 0 || others == 0), s.doubtful(r, q, a):
		return a.onlyNearest()
	case silent > 0 && len(q.Versions) > 0 && !q.Lists():
		return Partly
	}
	return Answered
}

// doubtful reports whether what was found meets so little of a question that it
// is likely to be about something else.
func (s *Session) doubtful(r *reading, q *query.Query, a *Answer) bool {
	const enough, words = 0.35, 2
	if q.Kind != query.Value && q.Kind != query.Verify && q.Kind != query.Search || r.quote != "" || r.there || r.Writes() || r.asked.Objected(r.Named) || len(a.Findings) == 0 {
		return false
	}
	lead, most := finding.Leading(a.Findings, q), float32(0)
	for _, f := range a.Findings {
		most = max(most, r.asked.Met(f.Record, f.Field))
	}
	switch k := lead.Told(); {
	case r.Cued(query.Open) && s.lists(lead), r.asked.Shape[rank.Who] > 0 && q.From != "" && s.ranker.Attended(lead.Record) && s.ranker.People(lead.Field), r.Cued(query.Why) && lead.Field == s.ranker.Outcome, r.yesNo && len(r.asked.Numbers) > 0 && lead.Field.Kind.Numeric() && s.saysSo(r, lead) != "", r.Bans() && len(k) == 1 && lexicon.Refuses(k[0].Value.String()): // that it is open, or ruled out, is the answer
		return false
	}
	return s.ranker.Foreign(&r.asked, lead.Topic, lead.Field) || len(r.asked.Match.Terms) >= words && most > 0 && most < enough || len(lead.Claims) > 0 && !r.asked.Profile && !q.Led && !r.asked.Touches(lead.Record, lead.Field)
}

// nearest adds what the speaker asked about says of other things, or what others say of
// the field.
func (s *Session) nearest(r *reading, q *query.Query, a *Answer) {
	var near []finding.Finding
	if r.asked.Voice > 0 {
		const most = 2
		near = s.ofCells(r.asked.Spoken(true, nil), true)
		if slices.ContainsFunc(r.Words, func(w search.Word) bool { return lexicon.Stance(w.Text) }) { // of some draft
			near = pick.Firstly(near, func(f finding.Finding) bool {
				return f.Topic.About == plan.AboutDocument || f.Topic.About == plan.AboutStance
			})
		}
		a.Findings, near = nil, near[:min(most, len(near))]
	}
	if len(q.Fields) > 0 && (r.asked.Voice == 0 || r.asked.Of(q.Fields[0])[rank.Field] >= half) {
		const most = 4
		cells := pick.Drop(r.asked.Cells, func(c rank.Cell) bool { return c.Claims == nil || c.Field.Field != q.Fields[0] })
		main := s.finds.Grid(q.Fields[:1], s.view.PublicRecords(s.seen.Overview))
		near = slices.Concat(near, slices.DeleteFunc(main, func(f finding.Finding) bool { return f.State == plan.Lacuna }), s.ofCells(cells[:min(most, len(cells))], false))
	}
	for _, f := range near {
		if f.Nearest = true; finding.At(a.Findings, f.Record, f.Field) < 0 {
			a.Findings = append(a.Findings, f)
		}
	}
}

// silentText says that nothing is reported, and what is nearest.
func (s *Session) silentText(r *reading, q *query.Query, lead *finding.Finding, silent []*finding.Finding, a *Answer) (first, second string) {
	what, sure := s.meant(r, lead)
	if len(silent) == 0 && len(r.asked.Match.Terms) > 0 { // what was found may be about something else
		what, sure = r.words(), false
	}
	text := "Not reported: no source here tells of “" + what + "”"
	if len(silent) > 0 {
		text += " in " + wording.Some(telling.Names(silent), 120)
	}
	near := finding.Those(a.Findings, func(f *finding.Finding) bool { return f.Nearest && f.Field == lead.Field })
	switch document := lead.Topic.About == plan.AboutDocument && len(silent) == 1 && slices.Contains(q.Versions, silent[0].Record); {
	case document && lead.Field.Kind == plan.DateKind && silent[0].Record.Date != "":
		a.Status = Answered
		return wording.FirstUpper(wording.Say(silent[0].Record)) + " is " + wording.Dated(silent[0].Record), wording.FirstUpper(silent[0].Record.DateNote)
	case document:
		v := silent[0].Record
		if r.Cued(query.Why) || r.AsksWhen() { // as if it were so
			return "Not reported: no source here tells of “" + r.words() + "”", wording.FirstUpper(wording.Say(v)) + " is " + wording.Dated(v) + ", " + wording.Known(s.view, v)
		}
		text = fmt.Sprintf("%s, %s: %s", wording.FirstUpper(wording.Say(v)), wording.Dated(v), wording.Known(s.view, v))
		if open := s.finds.Grid(s.ranker.Open, []*plan.Record{v}); r.Has("agree", "agreed", "settled") && len(open) > 0 && open[0].Says() { // what is not
			a.Findings, a.Status = append(open[:1], a.Findings...), Partly
			return text + "; " + s.tell.Item(&open[0], 120), ""
		}
		return text + map[bool]string{true: "; of “" + what + "” no source here tells more"}[sure], wording.FirstUpper(v.DateNote)
	case !sure && r.Cued(query.Why) && len(q.Versions) > 0 && lead.Field != s.ranker.Outcome:
		text = "No source here says so, nor why"
		if !slices.Contains(q.Versions, lead.Record) || lead.Topic.About == plan.AboutText {
			return text, ""
		}
		return text, s.tell.One(lead, lead.Field.Title, s.room-telling.Length(text)-2)
	case !sure && (r.yesNo || r.AsksWhen()) && len(q.Versions) > 0 && lead.Record.Kind != plan.Draft && r.asked.Of(lead.Field)[rank.Titled] == 0 && r.asked.Said(lead.Claimed()) < half*r.asked.Subject.Total: // of something else
		first = "Not reported: no source here says so of " + wording.Some(pick.Each(q.Versions, wording.Say), 120)
		told := s.finds.OfRecord(q.Versions[0], func(f *finding.Finding) bool {
			return r.Has("sign") && f.Says() && f.Field.Many && f.Topic.About == plan.AboutDocument
		})
		slices.SortStableFunc(told, func(f, g finding.Finding) int { return len(g.Contents) - len(f.Contents) })
		if len(told) > 0 { // how it was taken instead
			told[0].Nearest = true
			a.Findings, second = append(told[:1], a.Findings...), wording.FirstUpper(s.tell.Item(&told[0], s.room-telling.Length(first)-3))
		}
		return first, second
	case !sure && len(lead.Told()) > 0: // it may be what was asked for in other words
		text = "Not found in these words: “" + what + "”"
		if r.asked.Shape[rank.Who] > 0 && q.Kind == query.Search { // who says the nearest
			return text, "Nearest is " + s.index.Lower(lead.Field.Title) + ": " + wording.Said(s.seen, lead.Record, lead.Told()[0], lead.Cited())
		}
		return text, "Nearest is " + strings.Replace(s.tell.One(lead, s.index.Lower(lead.Field.Title), s.room-telling.Length(text)-14), telling.Differ, strings.ToLower(telling.Differ), 1)
	}
	for _, c := range r.asked.Near(lead.Topic) { // what the same draft says of the matter elsewhere
		f := s.finds.Of(c.Record, c.Field.Topic, c.Field.Field)
		if f.Says() && slices.ContainsFunc(silent, func(g *finding.Finding) bool { return g.Record == c.Record }) {
			f.Nearest = true
			a.Findings = finding.Once(append(a.Findings, f))
			near := map[bool]string{true: "Nearest there: ", false: "Nearest in " + wording.Say(c.Record) + ": "}[len(silent) == 1]
			return text, near + s.tell.Item(&f, s.room-telling.Length(text+near)-3)
		}
	}
	if !sure || len(near) == 0 {
		return text, ""
	}
	apart := func(f *finding.Finding) int {
		return lexicon.Apart(slices.Concat(silent, near)[0].Record.Date, f.Record.Date)
	}
	next := slices.MinFunc(near, func(f, g *finding.Finding) int { return cmp.Compare(apart(f), apart(g)) }) // in time
	near = pick.Firstly(near, func(f *finding.Finding) bool { return f == next })
	return text, "It is reported for others: " + s.tell.Shared(&query.Query{Versions: []*plan.Record{next.Record}}, near, s.room-telling.Length(text)-32)
}

// untaken reports whether a question has a verb for how somebody takes a draft that nobody
// who is told has.
func (r *reading) untaken(f *finding.Finding) bool {
	i := slices.IndexFunc(r.Words, func(w search.Word) bool { return lexicon.Stance(w.Text) })
	return i >= 0 && !f.Has(r.Words[i].Stem)
}

// premiseText says what is false in how a question names a draft.
func (s *Session) premiseText(r *reading) string {
	if r.Counts != nil {
		return s.tell.Miscounted(r.Counts[0], s.lexicon.PointCounts())
	}
	if r.Premise != nil {
		counted := pick.Preferred(r.asked.Drafts, func(v *plan.Record) bool { return v.PointCount > 0 })
		near := pick.Each(counted, func(v *plan.Record) string { return fmt.Sprintf("%s with %d", wording.Say(v), v.PointCount) })
		return fmt.Sprintf("No draft is a “%s”; the nearest are %s points", r.full[r.Premise[0]:r.Premise[1]], wording.And(near))
	}
	if names, _ := lexicon.Unheard(r.full, r.terms, r.sourced()); names != nil {
		return wording.FirstUpper(wording.NoneSpeak(names))
	}
	return ""
}

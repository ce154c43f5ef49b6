package ask

import (
	"cmp"
	"fmt"
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

// alsoText tells what the same records say of what else is asked about than a field.
func (s *Session) alsoText(r *reading, q *query.Query, a *Answer, than *plan.Field, room int) string {
	var parts []string
	share := map[bool]int{true: 1, false: len(q.Also)}[r.twins] // of the room; what was not asked for takes what is left
	for _, field := range q.Also {
		if field == than {
			field = q.Fields[0]
		}
		i := slices.IndexFunc(a.Findings, func(f finding.Finding) bool { return f.Field == field })
		if i < 0 {
			continue
		}
		group, silent := s.together(r, q, a.Findings, &a.Findings[i])
		text, rest := s.index.Lower(field.Title)+": ", s.unsaid(silent, len(q.Versions), q.Kind == query.History, room/share)
		switch most := room/share - telling.Length(text+rest) - 2; {
		case r.twins && (len(group) == 0 || strings.EqualFold(s.tell.Content(group[0], mostText), field.Title) || len(q.Versions) > 1 && telling.Length(s.tell.Shared(q, group, mostText)) > most): // or one that is named has no room
			continue
		case len(group) == 0:
			text += wording.NotReported
		case len(group) == 1 && len(q.Versions) == 1:
			text += s.tell.Content(group[0], most+telling.Length(rest))
		default:
			text += s.tell.Shared(q, group, most) + rest
		}
		if parts = append(parts, text); r.twins {
			room -= telling.Length(text) + 2
		}
	}
	return strings.Join(parts, "; ")
}

// askedFirst orders what findings say by how much of the question it has; what is only told
// in outline comes instead where that alone has some.
func (s *Session) askedFirst(r *reading, fs []finding.Finding) {
	const some = 0.15 // of a question's subject
	for i := range fs {
		f := &fs[i]
		f.Exact = r.Verbatim()
		if all := f.Outlined(); f.Only == nil && len(f.Contents) > 0 && f.State == plan.Present && f.Topic.About == plan.AboutText && r.asked.Said(f.Claimed()) == 0 && r.asked.Said(all) > some*r.asked.Subject.Total {
			f.Picked = compare.ContentsOf(slices.DeleteFunc(all, func(c *plan.Claim) bool {
				return c.Hedged || r.asked.Said([]*plan.Claim{c}) == 0 || strings.Contains(c.Value.String(), f.Contents[0].Value.String())
			}))
			f.Aside = f.Picked != nil
		}
		if len(f.Told()) > 1 {
			if f.Picked = slices.Clone(f.Told()); (f.State == plan.Disputed || f.Record.Kind == plan.Event) && f.Only == nil && !f.Aside {
				f.Picked = f.BySupport(s.view)
			}
			if f.Field != s.ranker.Outcome { // of which what is agreed is no more than what is not
				slices.SortStableFunc(f.Picked, func(a, b compare.Content) int { return cmp.Compare(r.asked.Said(b.Claims), r.asked.Said(a.Claims)) })
			}
			f.Narrow(r.AsksSource(), r.asked.Said)
			if f.State != plan.Disputed && wording.SayersDiffer(s.seen, f.Picked) { // no account alone, nor that of one side
				sayer := func(k compare.Content) string { return wording.Sayer(s.seen, compare.Showing(s.seen, k.Claims)) }
				f.Picked = pick.Rounds(pick.Rounds(f.Picked, sayer), func(k compare.Content) string { return s.ranker.SideOf(sayer(k)) })
			}
		}
	}
}

// topicText tells a topic draft by draft; "" where one draft says one thing of it.
func (s *Session) topicText(r *reading, q *query.Query, a *Answer) string {
	told := func(v *plan.Record) []*finding.Finding {
		return finding.Those(a.Findings, func(f *finding.Finding) bool {
			return f.Record == v && len(f.Contents) > 0 && !(q.All && f.Gone()) && slices.Contains(q.Fields, f.Field)
		})
	}
	var records []*plan.Record
	for _, v := range slices.Concat(q.Versions, s.finds.Defaults(), s.seen.Drafts()) {
		if !slices.Contains(records, v) && told(v) != nil {
			records = append(records, v)
		}
	}
	if len(records) == 0 || len(records) == 1 && len(told(records[0])) < 2 {
		return ""
	}
	return wording.FirstUpper(s.tell.OneByOne(records, told, s.room))
}

// held reports whether a finding is of what a party put forward or holds; of a text
// in which each side has its own proposal, it confines it to that of the party.
func (s *Session) held(f *finding.Finding, party string) bool {
	for _, k := range f.Contents {
		if s.lexicon.Names(k.Proponent, party) {
			f.Only = append(f.Only, k.Claims...)
		} else if f.Record.Kind == plan.Event {
			f.Only = append(f.Only, pick.Keep(k.Claims, func(c *plan.Claim) bool { return s.ranker.SideOf(c.By) == party })...)
		}
	}
	return f.Only != nil || s.lexicon.Holds(f.Record, party)
}

// heldText is what a party holds on several fields of a matter, of each the newest that is
// told, record by record; "" where it is told of one, or a question is about one.
func (s *Session) heldText(r *reading, q *query.Query, a *Answer) string {
	if q.Kind != query.History || q.Holder == "" || r.yesNo || len(q.Fields)+len(q.Also) < 2 {
		return ""
	}
	var newest []*finding.Finding
	for _, field := range slices.Concat(q.Fields, q.Also) {
		told := finding.Those(a.Findings, func(f *finding.Finding) bool {
			return f.Field == field && f.Says() && (f.Only != nil || f.State != plan.Bracketed || f.Contents[0].Proponent == "") && s.tell.Content(f, s.room) != wording.NoContent
		})
		if len(told) == 0 {
			continue
		}
		if field == q.Fields[0] && r.asked.Topic == nil && r.asked.Certain(field) {
			return ""
		}
		told = pick.Preferred(told, func(f *finding.Finding) bool { return f.Record.Date != "" })
		newest = append(newest, slices.MaxFunc(told, func(f, g *finding.Finding) int { return f.Record.Date.Compare(g.Record.Date) }))
	}
	if len(newest) < 2 {
		return ""
	}
	return wording.FirstUpper(s.tell.OneByOne(finding.Records(newest), func(v *plan.Record) []*finding.Finding {
		return pick.Keep(newest, func(f *finding.Finding) bool { return f.Record == v })
	}, s.room))
}

// carrying confines findings to the claims with a number that a question asks about, where it asks
// who says so.
func (s *Session) carrying(r *reading, q *query.Query, out []finding.Finding) []finding.Finding {
	if q.Kind != query.Search || len(r.asked.Numbers) == 0 {
		return out
	}
	return finding.Carrying(out, r.asked.Carries, func(f *finding.Finding) float32 { return r.asked.Met(f.Record, f.Field) })
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
	case r.Cued(query.Open) && s.lists(lead), r.asked.Shape[rank.Who] > 0 && q.From != "" && s.ranker.Attended(lead.Record) && s.ranker.People(lead.Field), r.Cued(query.Why) && lead.Field == s.ranker.Outcome, r.yesNo && len(r.asked.Numbers) > 0 && lead.Field.Kind.Numeric() && r.asked.Of(lead.Field)[rank.Field] >= half/2*r.asked.Known(lead.Record), r.Bans() && len(k) == 1 && lexicon.Refuses(k[0].Value.String()): // that it is open, or ruled out, is the answer
		return false
	}
	return r.asked.Shape[rank.Amount] > 0 && r.asked.Strangers() > enough && r.asked.Of(lead.Field)[rank.Field] < 2*enough || s.ranker.Foreign(&r.asked, lead.Topic, lead.Field) || r.OfWorld() && r.yesNo && len(q.Versions) == 0 && !slices.ContainsFunc(s.index.Groups(r.Words), s.lexicon.Party) && r.asked.Unnamed(lead.Record.Claims(lead.Field.ID)) || len(r.asked.Match.Terms) >= words && most > 0 && most < enough || len(lead.Claims) > 0 && !r.asked.Profile && !q.Led && !r.asked.Touches(lead.Record, lead.Field)
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
		text = fmt.Sprintf("%s, %s: %s", wording.FirstUpper(wording.Say(v)), wording.Dated(v), wording.Known(s.view, v))
		return text + map[bool]string{true: "; of “" + what + "” no source here tells more"}[sure], wording.FirstUpper(v.DateNote)
	case !sure && r.Cued(query.Why) && len(q.Versions) > 0 && lead.Field != s.ranker.Outcome:
		return "No source here says so, nor why", ""
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
			text = map[bool]string{true: "Not found in these words: “" + r.words() + "”", false: text}[r.yesNo && !r.about(lead)] // which may be what is asked
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
	if names, _ := s.lexicon.Unheard(r.full, r.terms, r.sourced()); names != nil {
		return wording.FirstUpper(wording.NoneSpeak(names))
	}
	return ""
}

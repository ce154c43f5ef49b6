package ask

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/lexicon"
	"plandiff/internal/plan"
	"plandiff/internal/rank"
	"plandiff/internal/search"
	"plandiff/internal/wording"
)

// status says how far the findings answer. Where drafts are named, they must say
// something of the field asked about; what others say is but the nearest.
func (s *Session) status(r *reading, q *Query, a *Answer) Status {
	switch {
	case q.Kind == Overview && len(q.records()) == 0, q.Kind == Unknown && len(a.Findings) > 0:
		return Answered
	case len(a.Findings) == 0:
		return NotReported
	}
	first := a.Findings[0].Field
	switch {
	case q.through():
		first = leading(a.Findings, q).Field
	case len(q.Versions) > 0 && len(q.Fields) > 0 && !q.lists() && q.Kind != Overview && q.Kind != Events:
		first = q.Fields[0]
	}
	said, silent, others := 0, 0, 0
	for i := range a.Findings {
		f := &a.Findings[i]
		switch {
		case f.State == plan.Lacuna && f.Field == first:
			silent++
		case f.State == plan.Lacuna:
		case q.asks(f.Record) && (f.Field == first || q.Versions == nil || q.lists()):
			said++
		default:
			others++
		}
	}
	switch {
	case said == 0 && (silent > 0 || others == 0), s.doubtful(r, q, a):
		return a.onlyNearest()
	case silent > 0 && len(q.Versions) > 0 && !q.lists():
		return Partly
	}
	return Answered
}

// onlyNearest makes of all that an answer found but the nearest that is reported.
func (a *Answer) onlyNearest() Status {
	for i := range a.Findings {
		a.Findings[i].Nearest = a.Findings[i].State != plan.Lacuna
	}
	return NotReported
}

// doubtful reports whether what was found meets so little of a question that it
// is likely to be about something else.
func (s *Session) doubtful(r *reading, q *Query, a *Answer) bool {
	const enough, words = 0.35, 2
	var most float32
	for _, f := range a.Findings {
		most = max(most, r.asked.Met(f.Record, f.Field))
	}
	if q.Kind != Value && q.Kind != Verify && q.Kind != Search || r.quote != "" || len(a.Findings) == 0 {
		return false
	}
	lead := leading(a.Findings, q)
	return len(r.asked.Match.Terms) >= words && most > 0 && most < enough || len(lead.Claims) > 0 && r.asked.Voice == 0 && !q.Led && !r.asked.Touches(lead.Record, lead.Field)
}

// nearest adds what other records say of the field asked about.
func (s *Session) nearest(r *reading, q *Query, a *Answer) {
	var near []Finding
	if r.asked.Voice > 0 { // what else they say
		m, voice := r.asked.Match, r.asked.Voice-1
		group, _, _ := s.index.Alias(m.Terms[voice].Words)
		party := s.lexicon.PlansNamed(group) != nil // it speaks, and gives no outlet its name
		a.Findings, near = nil, s.ofCells(r.asked.Spoken(true, func(k search.Claim) bool {
			return !party || m.Strength(voice, k.Unit, search.Speaker) > 0
		}), true)
		if days := append(slices.Clone(r.Dates), each(q.Versions, func(v *plan.Record) plan.Date { return v.Date })...); len(days) > 0 { // the nearest in time
			far := func(f Finding) int {
				day := f.Record.Date
				for _, c := range f.Only[:min(1, len(f.Only))] {
					day = cmp.Or(c.Date, day)
				}
				return lexicon.Apart(day, days[0])
			}
			slices.SortStableFunc(near, func(f, g Finding) int { return cmp.Compare(far(f), far(g)) })
		}
		near = near[:min(2, len(near))]
	} else if len(q.Fields) > 0 {
		const most = 4
		cells := slices.DeleteFunc(slices.Clone(r.asked.Cells), func(c rank.Cell) bool { return c.Claims == nil || c.Field.Field != q.Fields[0] })
		main := s.grid(q.Fields[:1], s.view.PublicRecords(s.seen.Overview))
		main = slices.DeleteFunc(main, func(f Finding) bool { return f.State == plan.Lacuna })
		near = slices.Concat(s.inTopic(a), main, s.ofCells(cells[:min(most, len(cells))], false))
	}
	for _, f := range near {
		if f.Nearest = true; find(a.Findings, f.Record, f.Field) < 0 {
			a.Findings = append(a.Findings, f)
		}
	}
}

// inTopic is what the first drafts that are silent on a field say of its topic, by the
// field of it that is told of most.
func (s *Session) inTopic(a *Answer) []Finding {
	const most = 2
	var out []Finding
	silent := those(a.Findings, func(f *Finding) bool {
		return f.State == plan.Lacuna && f.Topic.About == plan.AboutText && f.Field == a.Findings[0].Field
	})
	for _, f := range silent[:min(most, len(silent))] {
		told := s.ofRecord(f.Record, func(g *Finding) bool { return g.Topic == f.Topic && g.State == plan.Present && !g.Outline })
		for _, g := range s.mainOf(told, (*Finding).says)[:min(1, len(told))] {
			out = append(out, *g)
		}
	}
	return out
}

// silentText says that nothing is reported, and what is nearest.
func (s *Session) silentText(r *reading, q *Query, lead *Finding, silent []*Finding, a *Answer) (first, second string) {
	what, sure := s.meant(r, lead)
	if len(silent) == 0 && len(r.asked.Match.Terms) > 0 { // what was found may be about something else
		what, sure = r.words(), false
	}
	text := "Not reported: no source here tells of “" + what + "”"
	if len(silent) > 0 {
		text += " in " + wording.Some(names(silent), 120)
	}
	near := those(a.Findings, func(f *Finding) bool { return f.Nearest && f.Field == lead.Field })
	switch document := lead.Topic.About == plan.AboutDocument && len(silent) == 1 && slices.Contains(q.Versions, silent[0].Record); {
	case document && lead.Field.Kind == plan.DateKind && silent[0].Record.Date != "":
		a.Status = Answered
		return wording.FirstUpper(wording.Say(silent[0].Record)) + " is " + wording.Dated(silent[0].Record), wording.FirstUpper(silent[0].Record.DateNote)
	case document:
		v := silent[0].Record
		return fmt.Sprintf("%s is %s (%s); of “%s” no source here tells more", wording.FirstUpper(wording.Say(v)), wording.Dated(v), wording.Known(s.view, v), what), wording.FirstUpper(v.DateNote)
	case !sure && len(lead.contents()) > 0: // it may be what was asked for in other words
		text = "Not reported as asked: “" + what + "”"
		return text, "Nearest is " + strings.Replace(s.one(lead, s.index.Lower(lead.Field.Title), s.room-length(text)-14), differ, strings.ToLower(differ), 1)
	case !sure:
		return text, ""
	}
	if same := those(a.Findings, func(f *Finding) bool {
		return f.Nearest && f.Field != lead.Field && f.Topic == lead.Topic && len(silent) > 0 && f.Record == silent[0].Record
	}); same != nil {
		return text, "What it has is " + s.item(same[0], s.room-length(text)-30)
	}
	if len(near) == 0 {
		return text, ""
	}
	return text, "It is reported for others: " + s.shared(new(Query), near, s.room-length(text)-32)
}

// premiseText says what is false in how a question names a draft.
func (s *Session) premiseText(r *reading) string {
	if r.Counts != nil {
		return fmt.Sprintf("No draft has %d points; there are drafts with %s", r.Counts[0], wording.And(s.lexicon.PointCounts()))
	}
	if r.Premise != nil {
		counted := preferred(r.asked.Drafts, func(v *plan.Record) bool { return v.PointCount > 0 })
		near := each(counted, func(v *plan.Record) string { return fmt.Sprintf("%s with %d", wording.Say(v), v.PointCount) })
		return fmt.Sprintf("No draft is a “%s”; the nearest are %s points", r.full[r.Premise[0]:r.Premise[1]], wording.And(near))
	}
	if names, _ := lexicon.Unheard(r.full, r.terms); names != nil {
		return wording.FirstUpper(wording.NoneSpeak(names))
	}
	return ""
}

// lacks reports whether nothing that is said of the field that answers best has what
// a question asks for.
func lacks(q *Query, a *Answer, has func(*plan.Claim) bool) bool {
	if len(a.Findings) == 0 || a.Status == NotReported || q.Kind != Value {
		return false
	}
	lead := leading(a.Findings, q)
	return lead.Topic.About == plan.AboutText && lead.Field.Kind != plan.List && !slices.ContainsFunc(a.Findings, func(f Finding) bool {
		return f.Field == lead.Field && slices.ContainsFunc(f.Claims, has)
	})
}

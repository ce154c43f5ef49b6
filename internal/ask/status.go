package ask

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/lexicon"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/rank"
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
		case (q.asks(f.Record) || f.Record.Kind != plan.Draft && r.asked.Of(f.Field)[rank.Titled] > 0) && (f.Field == first || q.Versions == nil || q.lists()):
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
	return len(r.asked.Match.Terms) >= words && most > 0 && most < enough || len(lead.Claims) > 0 && !r.asked.Profile && !q.Led && !r.asked.Touches(lead.Record, lead.Field)
}

// nearest adds what the speaker asked about says of other things, or what others say of
// the field.
func (s *Session) nearest(r *reading, q *Query, a *Answer) {
	var near []Finding
	if r.asked.Voice > 0 {
		const most = 2
		near = s.ofCells(r.asked.Spoken(true, nil), true)
		a.Findings, near = nil, near[:min(most, len(near))]
	} else if len(q.Fields) > 0 {
		const most = 4
		cells := pick.Drop(r.asked.Cells, func(c rank.Cell) bool { return c.Claims == nil || c.Field.Field != q.Fields[0] })
		main := s.grid(q.Fields[:1], s.view.PublicRecords(s.seen.Overview))
		near = append(slices.DeleteFunc(main, func(f Finding) bool { return f.State == plan.Lacuna }), s.ofCells(cells[:min(most, len(cells))], false)...)
	}
	for _, f := range near {
		if f.Nearest = true; find(a.Findings, f.Record, f.Field) < 0 {
			a.Findings = append(a.Findings, f)
		}
	}
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
		text = fmt.Sprintf("%s, %s: %s", wording.FirstUpper(wording.Say(v)), wording.Dated(v), wording.Known(s.view, v))
		return text + map[bool]string{true: "; of “" + what + "” no source here tells more"}[sure], wording.FirstUpper(v.DateNote)
	case !sure && len(lead.contents()) > 0: // it may be what was asked for in other words
		text = "Not reported as asked: “" + what + "”"
		return text, "Nearest is " + strings.Replace(s.one(lead, s.index.Lower(lead.Field.Title), s.room-length(text)-14), differ, strings.ToLower(differ), 1)
	}
	for _, c := range r.asked.Near(lead.Topic) { // what the same draft says of the matter elsewhere
		f := s.finding(c.Record, c.Field.Topic, c.Field.Field)
		if f.says() && slices.ContainsFunc(silent, func(g *Finding) bool { return g.Record == c.Record }) {
			f.Nearest = true
			a.Findings = dedupe(append(a.Findings, f))
			near := map[bool]string{true: "Nearest there: ", false: "Nearest in " + wording.Say(c.Record) + ": "}[len(silent) == 1]
			return text, near + s.item(&f, s.room-length(text+near)-3)
		}
	}
	if !sure || len(near) == 0 {
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
		counted := pick.Preferred(r.asked.Drafts, func(v *plan.Record) bool { return v.PointCount > 0 })
		near := pick.Each(counted, func(v *plan.Record) string { return fmt.Sprintf("%s with %d", wording.Say(v), v.PointCount) })
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

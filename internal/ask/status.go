package ask

import (
	"cmp"
	"slices"

	"plandiff/internal/lexicon"
	"plandiff/internal/plan"
	"plandiff/internal/rank"
)

// status says how far the findings answer. Where drafts are named, they must say
// something of the field asked about; what others say is but the nearest.
func (s *Session) status(r *reading, q *Query, a *Answer) Status {
	switch {
	case q.Kind == Overview && len(q.Versions)+len(q.Records) == 0, q.Kind == Unknown && len(a.Findings) > 0:
		return Answered
	case len(a.Findings) == 0:
		return NotReported
	}
	first := a.Findings[0].Field
	if len(q.Versions) > 0 && len(q.Fields) > 0 && !lists[q.Kind] && q.Kind != Overview && q.Kind != Events {
		first = q.Fields[0]
	}
	if q.Kind == History || q.Kind == Origin {
		first = leading(a.Findings, q).Field
	}
	said, silent, others := 0, 0, 0
	for i := range a.Findings {
		f := &a.Findings[i]
		asked := len(q.Versions) == 0 || slices.Contains(q.Versions, f.Record) || slices.Contains(q.Records, f.Record)
		switch {
		case f.State == plan.Lacuna && f.Field == first:
			silent++
		case f.State == plan.Lacuna:
		case asked && (f.Field == first || q.Versions == nil || lists[q.Kind]):
			said++
		default:
			others++
		}
	}
	if lists[q.Kind] && said > 0 && !slices.ContainsFunc(a.Findings, func(f Finding) bool { return f.State != plan.Lacuna && f.Kind != "" }) && len(q.Versions) != 1 {
		return NotReported
	}
	switch {
	case said == 0 && silent > 0, s.doubtful(r, q, a):
		return a.onlyNearest()
	case said == 0 && others == 0:
		return NotReported
	case silent > 0 && len(q.Versions) > 0 && !lists[q.Kind]:
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
		if c := r.asked.Cell(f.Record, f.Field); c != nil {
			most = max(most, c.Feats[rank.All])
		}
	}
	return (q.Kind == Value || q.Kind == Verify || q.Kind == Search) && r.quote == "" && len(r.asked.Match.Terms) >= words && most > 0 && most < enough
}

// lists are the kinds answered by a list of differences.
var lists = map[Kind]bool{Same: true, Added: true, Gone: true, Open: true, Unknown: true}

// nearest adds what other records say of the field asked about.
func (s *Session) nearest(r *reading, q *Query, a *Answer) {
	if len(q.Fields) == 0 {
		return
	}
	var near []Finding
	if r.asked.Voice > 0 { // what else they say
		a.Findings, near = nil, s.ofCells(r.asked.Spoken(true), true)
		days := slices.Clone(r.Dates)
		for _, v := range q.Versions {
			days = append(days, v.Date)
		}
		if len(days) > 0 { // the nearest in time
			far := func(f Finding) int {
				day := f.Record.Date
				for _, c := range f.Only[:min(1, len(f.Only))] {
					day = cmp.Or(c.Date, day)
				}
				return lexicon.Apart(day, days[0])
			}
			slices.SortStableFunc(near, func(f, g Finding) int { return cmp.Compare(far(f), far(g)) })
		}
	} else {
		const most = 4
		cells := slices.DeleteFunc(slices.Clone(r.asked.Cells), func(c rank.Cell) bool { return c.Claims == nil || c.Field.Field != q.Fields[0] })
		near = append(s.inTopic(a), s.ofCells(cells[:min(most, len(cells))], false)...)
	}
	for _, f := range near {
		f.Nearest = true
		a.Findings = append(a.Findings, f)
	}
}

// inTopic is what the first drafts that are silent on a field say of its topic, by the
// field of it that is told of most.
func (s *Session) inTopic(a *Answer) []Finding {
	const most = 2
	var out []Finding
	for _, f := range those(a.Findings, func(f *Finding) bool { return f.State == plan.Lacuna && f.Topic.About == plan.AboutText }) {
		if f.Field != a.Findings[0].Field || len(out) == most {
			break
		}
		var best *Finding
		for i := range f.Topic.Fields {
			if g := s.finding(f.Record, f.Topic, &f.Topic.Fields[i]); g.State == plan.Present && !g.Outline && (best == nil || s.ranker.Weight(g.Field) > s.ranker.Weight(best.Field)) {
				best = &g
			}
		}
		if best != nil {
			out = append(out, *best)
		}
	}
	return out
}

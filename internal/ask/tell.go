package ask

import (
	"cmp"
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/finding"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/query"
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
		text, rest := s.index.Lower(field.Title)+": ", s.unsaid(silent, len(q.Versions), q.Kind == query.History)
		switch most := room/share - telling.Length(text+rest) - 2; {
		case r.twins && (len(group) == 0 || len(q.Versions) > 1 && telling.Length(s.tell.Shared(q, group, mostText)) > most): // or one that is named has no room
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

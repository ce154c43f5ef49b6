package ask

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/lexicon"
	"plandiff/internal/plan"
	"plandiff/internal/rank"
	"plandiff/internal/search"
	"plandiff/internal/wording"
)

// findSubject finds the terms of a question that are its subject: no cue, no party,
// not the one whose words are asked for, and known to the library.
func (s *Session) findSubject(r *reading) {
	var out []search.Term
	for i, t := range r.asked.Match.Terms {
		if !t.Unknown && !r.isCue(t.Words[0].Start) && i+1 != r.asked.Voice && !r.party(t) {
			out = append(out, t)
		}
	}
	r.asked.Subject = s.index.Match(out)
}

// party reports whether a term names a party that stands alone.
func (r *reading) party(t search.Term) bool {
	group, _, ok := r.x.Alias(t.Words)
	return ok && slices.Contains(r.Parties, group)
}

// parts are the subjects of a question between "and" and commas.
func (r *reading) parts() [][]search.Term {
	var out [][]search.Term
	end := 0
	for _, t := range r.asked.Subject.Terms {
		between := strings.ToLower(r.full[end:t.Words[0].Start])
		if out == nil || strings.ContainsAny(between, ",;&") || strings.Contains(between, " and ") || strings.Contains(between, " or ") {
			out = append(out, nil)
		}
		last := len(out) - 1
		out[last], end = append(out[last], t), t.Words[len(t.Words)-1].End
	}
	return out
}

// alsoText tells what the same records say of what else is asked about than a field.
func (s *Session) alsoText(q *Query, a *Answer, than *plan.Field, room int) string {
	var parts []string
	for _, field := range q.Also {
		if field == than {
			field = q.Fields[0]
		}
		i := slices.IndexFunc(a.Findings, func(f Finding) bool { return f.Field == field })
		if i < 0 {
			continue
		}
		group, silent := s.together(q, a.Findings, &a.Findings[i])
		text := field.Title + ": " + wording.NotReported
		switch {
		case len(group) == 1 && len(q.Versions) == 1:
			text = field.Title + ": " + s.content(group[0], room/len(q.Also)-length(field.Title)-2)
		case len(group) > 0:
			text = field.Title + ": " + s.shared(group, room/len(q.Also)-length(field.Title)-30) + unsaid(silent, len(q.Versions))
		}
		if parts != nil {
			text = s.index.Lower(text)
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, "; ")
}

// elsewhere puts in the place of a draft's silence on a field what another field of
// it says in the question's own words.
func (s *Session) elsewhere(r *reading, out []Finding) []Finding {
	for i, f := range out {
		if f.State != plan.Lacuna || f.Record.Kind != plan.Draft || r.asked.Shape[rank.Who] > 0 {
			continue
		}
		if k := r.asked.Elsewhere(f.Record, f.Field); k != nil && find(out, k.Record, k.Field) < 0 {
			out[i] = s.finding(k.Record, k.Topic, k.Field)
			out[i].stands = f.Field
		}
	}
	return out
}

// askedFirst orders what findings say by how much of the question it has.
func askedFirst(r *reading, fs []Finding) {
	for i := range fs {
		if f := &fs[i]; f.Only == nil && len(f.Contents) > 1 {
			f.told = slices.Clone(f.Contents)
			slices.SortStableFunc(f.told, func(a, b compare.Content) int { return cmp.Compare(r.asked.Said(b.Claims), r.asked.Said(a.Claims)) })
		}
	}
}

// askedOrder puts those first that say what a question asks for; of all drafts, what
// most of them say.
func (s *Session) askedOrder(r *reading, q *Query, group []*Finding) {
	has, same := map[*Finding]float32{}, map[*Finding]int{}
	for _, f := range group {
		has[f] = r.asked.Beyond(f.Record, f.Field)
		if r.Has("no", "without") && len(f.Contents) > 0 && strings.HasPrefix(f.Contents[0].Value.String(), "no ") {
			has[f] += r.asked.Match.Total
		}
		for _, g := range group {
			if q.All && f.Record.Kind == plan.Draft && len(f.Contents) > 0 && s.content(f, mostText) == s.content(g, mostText) {
				same[f]++
			}
		}
	}
	slices.SortStableFunc(group, func(a, b *Finding) int {
		return cmp.Or(cmp.Compare(has[b], has[a]), cmp.Compare(same[b], same[a]))
	})
}

// topicText tells a topic draft by draft: of one draft all that it says, of several
// the main of each.
func (s *Session) topicText(q *Query, a *Answer) string {
	var records []*plan.Record
	items := map[*plan.Record][]string{}
	for i := range a.Findings {
		f := &a.Findings[i]
		gone := f.State == plan.Omitted || f.State == plan.Deleted
		if f.Record.Kind != plan.Draft || len(f.Contents) == 0 || q.All && gone || !slices.Contains(q.Fields, f.Field) {
			continue
		}
		if items[f.Record] == nil {
			records = append(records, f.Record)
		}
		items[f.Record] = append(items[f.Record], s.item(f, 70))
	}
	if len(records) == 0 || len(records) == 1 && len(items[records[0]]) < 2 {
		return ""
	}
	if len(q.Versions) == 0 {
		main := func(v *plan.Record) int {
			if i := slices.Index(append(slices.Clone(s.seen.Compare), s.seen.Overview...), v.ID); i >= 0 {
				return i
			}
			return math.MaxInt
		}
		slices.SortStableFunc(records, func(a, b *plan.Record) int { return cmp.Compare(main(a), main(b)) })
	}
	if q.All {
		slices.SortStableFunc(records, lexicon.InTime)
		names := wording.Some(each(records, wording.Say), mostText-length(a.Findings[0].Topic.Title)-20)
		return fmt.Sprintf("%s: %s, %s", a.Findings[0].Topic.Title, wording.Count(len(records), "draft"), names)
	}
	const least = 90 // characters for each
	shown := min(len(records), max(1, mostText/least))
	var parts []string
	for _, v := range records[:shown] {
		parts = append(parts, wording.Say(v)+": "+wording.Some(items[v], mostText/shown-length(wording.Say(v))-8))
	}
	text := strings.Join(parts, "; ")
	if n := len(records) - shown; n > 0 {
		text += "; and " + wording.Count(n, "more draft")
	}
	return wording.FirstUpper(text)
}

package ask

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
	"plandiff/internal/rank"
	"plandiff/internal/search"
	"plandiff/internal/wording"
)

// subjects are the terms of a question that are its subject: no cue, no party, not
// the one whose words are asked for, and known to the library.
func (s *Session) subjects(r *reading) []search.Term {
	var out []search.Term
	for i, t := range r.asked.Match.Terms {
		group, _, alias := s.index.Alias(t.Words)
		if !t.Unknown && !r.isCue(t.Words[0].Start) && i+1 != r.asked.Voice && !(alias && slices.Contains(r.Parties, group)) {
			out = append(out, t)
		}
	}
	return out
}

// alsoAsked are the fields that parts of a question are about, where it asks about
// several things: "the grain, and free use of the river". A part that no field has
// most of is none.
func (s *Session) alsoAsked(r *reading, q *Query) []*plan.Field {
	const enough, half, most = 0.7, 0.5, 3 // of a part, in a name of its field, or in its title and all that it is; fields
	parts := s.parts(r)
	if len(parts) < 2 || len(q.Fields) == 0 {
		return nil
	}
	var out []*plan.Field
	for _, part := range parts {
		asked := r.asked
		asked.Match, asked.Voice = s.index.Match(part), 0
		for _, c := range s.ranker.Rank(&asked) {
			if c.Claims == nil || q.Versions != nil && !slices.Contains(q.Versions, c.Record) || q.Versions == nil && c.Field.Topic.About != plan.AboutText {
				continue
			}
			if f, v := c.Field.Field, asked.Fields[s.ranker.At(c.Field.Field)]; (v[rank.Whole] >= enough || v[rank.Title] >= half && v[rank.Field] >= enough) && f != q.Fields[0] && !slices.Contains(out, f) && len(out) < most {
				out = append(out, f)
			}
			break
		}
	}
	return out
}

// parts are the subjects of a question between "and" and commas.
func (s *Session) parts(r *reading) [][]search.Term {
	var out [][]search.Term
	end := 0
	for _, t := range s.subjects(r) {
		between := strings.ToLower(r.full[end:t.Words[0].Start])
		if out == nil || strings.ContainsAny(between, ",;&") || strings.Contains(between, " and ") {
			out = append(out, nil)
		}
		last := len(out) - 1
		out[last], end = append(out[last], t), t.Words[len(t.Words)-1].End
	}
	return out
}

// alsoText tells what the same records say of what else is asked about.
func (s *Session) alsoText(q *Query, a *Answer, room int) string {
	var parts []string
	for _, field := range q.Also {
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
// it says in the question's own words: the region that is named under territory.
func (s *Session) elsewhere(r *reading, out []Finding) []Finding {
	const enough, sure = 0.6, 0.7 // of the subject; of its rarest word
	terms := s.subjects(r)
	if len(terms) == 0 || r.asked.Shape[rank.Who] > 0 {
		return out
	}
	m, rarest := s.index.Match(terms), 0
	for i, t := range terms {
		if t.Weight > terms[rarest].Weight {
			rarest = i
		}
	}
	for i, f := range out {
		if f.State != plan.Lacuna || f.Record.Kind != plan.Draft || m.Strength(rarest, s.index.FieldUnit(f.Field.ID), search.Title) < sure {
			continue
		}
		var best *search.Claim
		most := float32(enough)
		for j := range s.index.Claims {
			k := &s.index.Claims[j]
			if k.Record != f.Record || m.Strength(rarest, k.Unit, search.Value) < sure {
				continue
			}
			if cover := m.Cover(search.Place{Unit: k.Unit, Zone: search.Value}, search.Place{Unit: k.Unit, Zone: search.Phrase}, search.Place{Unit: k.Of, Zone: search.Title}); cover > most {
				best, most = k, cover
			}
		}
		if best != nil && !slices.ContainsFunc(out, func(g Finding) bool { return g.Record == f.Record && g.Field == best.Field }) {
			out[i] = s.finding(best.Record, best.Topic, best.Field)
			out[i].stands = f.Field
		}
	}
	return out
}

// askedOf is the weight of a question's subject that stands in what a finding says,
// beyond the words of its field's title: those that a question asks for come first.
func (s *Session) askedOf(r *reading, f *Finding) float32 {
	terms := s.subjects(r)
	m := s.index.Match(terms)
	u := s.index.Fields[s.ranker.At(f.Field)]
	var out float32
	for i, t := range terms {
		if max(m.Strength(i, u.Unit, search.Title), m.Strength(i, u.Unit, search.Synonyms)) > 0.5 {
			continue
		}
		for _, k := range s.index.Claims {
			if k.Record == f.Record && k.Field == f.Field && m.Strength(i, k.Unit, search.Value) > 0.5 {
				out += t.Weight
				break
			}
		}
	}
	if r.Has("no", "without") && len(f.Contents) > 0 && strings.HasPrefix(f.Contents[0].Value.String(), "no ") {
		out += r.asked.Match.Total
	}
	return out
}

// askedFirst orders what findings say by how much of the question it has.
func (s *Session) askedFirst(r *reading, fs []Finding) {
	terms := s.subjects(r)
	m := s.index.Match(terms)
	for i := range fs {
		f := &fs[i]
		if f.Only != nil || len(f.Contents) < 2 {
			continue
		}
		has := func(k compare.Content) (most float32) {
			for _, c := range s.index.Claims {
				if slices.Contains(k.Claims, c.Claim) {
					most = max(most, m.Cover(search.Place{Unit: c.Unit, Zone: search.Value}))
				}
			}
			return most
		}
		f.told = slices.Clone(f.Contents)
		slices.SortStableFunc(f.told, func(a, b compare.Content) int { return cmp.Compare(has(b), has(a)) })
	}
}

// askedOrder puts those first that say what a question asks for; of all drafts, what
// most of them say.
func (s *Session) askedOrder(r *reading, q *Query, group []*Finding) {
	has, same := map[*Finding]float32{}, map[*Finding]int{}
	for _, f := range group {
		has[f] = s.askedOf(r, f)
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
		if f.Record.Kind != plan.Draft || len(f.Contents) == 0 || !slices.Contains(q.Fields, f.Field) {
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

package ask

import (
	"slices"

	"plandiff/internal/lexicon"
	"plandiff/internal/plan"
	"plandiff/internal/rank"
	"plandiff/internal/search"
	"plandiff/internal/wording"
)

// meets is the share of a question that the field of a finding has in its own words.
func (s *Session) meets(r *reading, f *Finding) float32 {
	return r.asked.Fields[s.ranker.At(f.Field)][rank.Field]
}

// known is the share of a question's words that some record has, amounts apart.
func (s *Session) known(r *reading) float32 {
	out := r.asked.Match.Total
	for _, t := range r.asked.Match.Terms {
		if t.Unknown || slices.Contains(r.asked.Numbers, t.Words[0].Text) {
			out -= t.Weight
		}
	}
	return out / max(r.asked.Match.Total, 1)
}

// meant is what a question asks about: the field, if that has enough of it, else
// the question's own words.
func (s *Session) meant(r *reading, f *Finding) (what string, sure bool) {
	const most = 0.4
	terms := r.asked.Match.Terms
	if len(terms) == 0 || s.meets(r, f) >= most*s.known(r) {
		return s.index.Lower(f.Field.Title), true
	}
	return wording.Clip(r.full[terms[0].Words[0].Start:terms[len(terms)-1].Words[0].End], 80), false
}

// verdict begins the answer to a yes-no question where the records carry one:
// a number that is the one asked about or not, a clause that is gone, a value
// that says no, or one that has every word of the question.
func (s *Session) verdict(r *reading, q *Query, group []*Finding, silent int) string {
	if q.Kind != Verify {
		return ""
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
	return ""
}

func (s *Session) saysSo(r *reading, f *Finding) string {
	const enough = 0.6 // of the question, in the field's own words
	mentions := r.Has("mention", "anything", "address")
	bans := r.Has("ban", "prohibit", "forbid", "bar", "exclud", "rule out")
	yes := map[bool]string{true: "Yes", false: "No"}
	switch {
	case f.Record.Kind != plan.Draft || s.meets(r, f) < enough*s.known(r) || r.Has("against", "agree"):
		return ""
	case f.State == plan.Disputed:
		return "Disputed"
	case f.State == plan.Deleted, f.State == plan.Omitted:
		if mentions || s.siblingMeets(r, f) { // another field may have it
			return ""
		}
		return yes[has(r.cues, Gone)]
	case f.State == plan.Bracketed:
		return "Open"
	case len(f.Contents) != 1 || f.State != plan.Present || r.Has("not", "no", "never", "without"):
		return ""
	}
	k := f.Contents[0]
	same := slices.ContainsFunc(r.asked.Numbers, func(n string) bool { return rank.IsNumber(k.Value, n) })
	switch {
	case f.Field.Kind == plan.DateKind && len(r.Dates) > 0:
		return map[bool]string{true: "Yes", false: "Not as asked"}[slices.ContainsFunc(r.Dates, func(d plan.Date) bool { return lexicon.Overlaps(d, k.Value.Date) })]
	case k.Value.HasNumber() && r.Has("more", "less", "fewer", "than", "below", "above", "least", "most"):
		return ""
	case k.Value.HasNumber() && len(r.asked.Numbers) > 0:
		return yes[same]
	case mentions, s.entails(r, f):
		return "Yes"
	case has(r.cues, Gone): // it may be there in another form
		return "Not as asked"
	case lexicon.Refuses(k.Value.String()) && r.asked.Fields[s.ranker.At(f.Field)][rank.Title] > 0: // another name may mean the opposite
		return yes[bans]
	case s.otherwise(r, f):
		return "Not as asked"
	}
	return ""
}

// siblingMeets reports whether the same draft says something in another field of the
// topic that has about as much of the question.
func (s *Session) siblingMeets(r *reading, f *Finding) bool {
	const as = 0.6
	return slices.ContainsFunc(r.cells, func(c rank.Cell) bool {
		return c.Record == f.Record && c.Claims != nil && c.Field.Topic.ID == f.Topic.ID && c.Field.Field != f.Field &&
			r.asked.Fields[s.ranker.At(c.Field.Field)][rank.Field] >= as*s.meets(r, f) && s.finding(c.Record, c.Field.Topic, c.Field.Field).State == plan.Present
	})
}

// otherwise reports whether a question has the value that another record has of
// a field, and nothing of the value of this one.
func (s *Session) otherwise(r *reading, f *Finding) bool {
	const enough = 0.25
	own, others := float32(0), float32(0)
	for _, c := range r.cells {
		if c.Field.Field != f.Field || c.Claims == nil {
			continue
		}
		if c.Record == f.Record {
			own = c.Feats[rank.Value]
		} else {
			others = max(others, c.Feats[rank.Value]-c.Feats[rank.Title])
		}
	}
	return own == 0 && others > enough
}

// entails reports whether a finding has every word of a question, and its value
// at least one that its title does not have; the title has one too.
func (s *Session) entails(r *reading, f *Finding) bool {
	const sure = 0.8
	m := r.asked.Match
	i := slices.IndexFunc(r.cells, func(c rank.Cell) bool { return c.Record == f.Record && c.Field.Field == f.Field && c.Claims != nil })
	if i < 0 || len(m.Terms) == 0 {
		return false
	}
	news, titled := false, false
	for t := range m.Terms {
		if r.isCue(m.Terms[t].Words[0].Start) {
			continue
		}
		k := r.cells[i].Claims[0]
		title := max(m.Strength(t, k.Of, search.Title), m.Strength(t, k.Theme, search.Title), m.Strength(t, k.In, search.Names))
		var said float32
		for _, k := range r.cells[i].Claims {
			if k.Claim.State == plan.Present && !k.Claim.Denies {
				said = max(said, m.Strength(t, k.Unit, search.Value))
			}
		}
		if max(title, said) < sure {
			return false
		}
		news, titled = news || said >= sure && title < sure, titled || m.Strength(t, k.Of, search.Title) >= sure
	}
	return news && titled
}

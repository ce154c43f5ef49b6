package ask

import (
	"slices"
	"strings"

	"plandiff/internal/plan"
	"plandiff/internal/rank"
	"plandiff/internal/search"
	"plandiff/internal/wording"
)

// meets is the share of a question that the field of a finding has in its own words.
func (s *Session) meets(r *reading, f *Finding) float32 {
	return r.asked.Fields[s.ranker.At(f.Field)][rank.Field]
}

// meant is what a question asks about: the field, if that has enough of it, else
// the question's own words.
func (s *Session) meant(r *reading, f *Finding) (what string, sure bool) {
	const most = 0.4
	terms := r.asked.Match.Terms
	known := r.asked.Match.Total
	for _, t := range terms {
		if t.Unknown {
			known -= t.Weight
		}
	}
	if len(terms) == 0 || s.meets(r, f)*r.asked.Match.Total >= most*known {
		return s.lower(f.Field.Title), true
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
	if _, sure := s.meant(r, f); !sure || f.Record.Kind != plan.Draft {
		return ""
	}
	switch f.State {
	case plan.Disputed:
		return "Disputed"
	case plan.Deleted, plan.Omitted:
		return "No"
	case plan.Bracketed:
		return "Open"
	}
	if len(f.Contents) != 1 || f.State != plan.Present || r.Has("not", "no", "never", "without") {
		return ""
	}
	k := f.Contents[0]
	if k.Value.HasNumber() && len(r.asked.Numbers) > 0 {
		if slices.ContainsFunc(r.asked.Numbers, func(n string) bool { return rank.IsNumber(k.Value, n) }) {
			return "Yes"
		}
		return "No"
	}
	first, _, _ := strings.Cut(strings.ToLower(k.Value.String()), " ")
	switch {
	case first == "no" || first == "none":
		if r.Has("ban", "prohibit", "forbid", "bar", "exclud", "rule out") {
			return "Yes"
		}
		return "No"
	case s.entails(r, f):
		return "Yes"
	}
	return ""
}

// entails reports whether a finding has every word of a question, and its value
// at least one that its title does not have.
func (s *Session) entails(r *reading, f *Finding) bool {
	const sure = 0.8
	m := r.asked.Match
	i := slices.IndexFunc(r.cells, func(c rank.Cell) bool { return c.Record == f.Record && c.Field.Field == f.Field && c.Claims != nil })
	if i < 0 || len(m.Terms) == 0 {
		return false
	}
	news := false
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
		news = news || said >= sure && title < sure
	}
	return news
}

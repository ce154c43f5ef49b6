package ask

import (
	"slices"

	"plandiff/internal/plan"
	"plandiff/internal/search"
)

// disagreement is the one of the library's that a question is about.
func (s *Session) disagreement(r *reading) *plan.Disagreement {
	var out *plan.Disagreement
	most := 0.55
	for i := range s.seen.Disagreements {
		d := &s.seen.Disagreements[i]
		have := map[string]bool{}
		for _, text := range append([]string{d.Question}, d.Synonyms...) {
			for _, w := range search.Words(text) {
				have[w.Stem] = true
			}
		}
		var met, all float64
		words := 0
		for _, t := range r.asked.Match.Terms {
			all += float64(t.Weight)
			if slices.ContainsFunc(t.Words, func(w search.Word) bool { return have[w.Stem] }) {
				met += float64(t.Weight)
				words++
			}
		}
		if words > 1 && met/all > most && s.claimFinding(d.Sides[0][0]) != nil {
			out, most = d, met/all
		}
	}
	return out
}

// claimFinding is the finding of one claim by its ID.
func (s *Session) claimFinding(id string) *Finding {
	for i := range s.index.Claims {
		if c := &s.index.Claims[i]; c.Claim.ID == id {
			f := s.finding(c.Record, c.Topic, c.Field)
			f.Only = []*plan.Claim{c.Claim}
			return &f
		}
	}
	return nil
}

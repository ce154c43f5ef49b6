package rank

import (
	"slices"

	"plandiff/internal/plan"
	"plandiff/internal/search"
)

// Disagreement is the one of the library's that a question is about; nil if it is
// about none.
func (s *Ranker) Disagreement(m *search.Match) *plan.Disagreement {
	var out *plan.Disagreement
	const least = 0.55 // of the words of the question
	most := least
	for i := range s.Index.Lib.Disagreements {
		d := &s.Index.Lib.Disagreements[i]
		have := s.asked()[i]
		var met, all float64
		words := 0
		for _, t := range m.Terms {
			all += float64(t.Weight)
			if slices.ContainsFunc(t.Words, func(w search.Word) bool { return have[w.Stem] }) {
				met += float64(t.Weight)
				words++
			}
		}
		if words > 1 && met/all > most && slices.ContainsFunc(s.Index.Claims, func(c search.Claim) bool { return c.Claim.ID == d.Sides[0][0] }) {
			out, most = d, met/all
		}
	}
	return out
}

// findAsked finds the stems of each disagreement's question and its synonyms.
func (s *Ranker) findAsked() []map[string]bool {
	out := make([]map[string]bool, len(s.Index.Lib.Disagreements))
	for i, d := range s.Index.Lib.Disagreements {
		out[i] = map[string]bool{}
		for _, text := range append([]string{d.Question}, d.Synonyms...) {
			for _, w := range search.Words(text) {
				out[i][w.Stem] = true
			}
		}
	}
	return out
}

// Sides are the sides of a disagreement, each by the first of its claims that is
// admitted.
func (s *Ranker) Sides(d *plan.Disagreement) []search.Claim {
	var out []search.Claim
	for _, side := range d.Sides {
		for _, id := range side {
			if i := slices.IndexFunc(s.Index.Claims, func(c search.Claim) bool { return c.Claim.ID == id }); i >= 0 {
				out = append(out, s.Index.Claims[i])
				break
			}
		}
	}
	return out
}

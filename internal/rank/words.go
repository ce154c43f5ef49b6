package rank

import "plandiff/internal/search"

// fall tells how the words of a question fall to fields. Each word's weight is
// divided among the fields whose claims have it, so that what one field alone says
// counts whole, and what all say next to nothing; and a field misses a word that
// another has in its names and it has nowhere.
func (s *Ranker) fall(m *search.Match, out []Vector) {
	const enough = 0.6 // of a word in the names of a field, so that another misses it
	x := s.Index
	for t := range m.Terms {
		claims, best := make([]float32, len(out)), make([]float32, len(out))
		var all, most float32
		for f := range x.Fields {
			own := names(x.Fields[f].Unit, x.Fields[f].Theme)
			for i, p := range append(own, search.Place{Unit: x.Fields[f].Unit, Zone: search.Meaning}) {
				met := m.Strength(t, p.Unit, p.Zone)
				if best[f] = max(best[f], met); i < 2 {
					most = max(most, met)
				}
			}
		}
		for i := range x.Claims {
			k := &x.Claims[i]
			f := s.at[k.Of]
			has := max(m.Strength(t, k.Unit, search.Value), m.Strength(t, k.Unit, search.Phrase))
			claims[f] += has
			all += has
			best[f] = max(best[f], has)
		}
		w := m.Terms[t].Weight / m.Total
		for f := range out {
			if all > 0 {
				out[f][Share] += w * claims[f] / all
			}
			if most >= enough {
				out[f][Missed] += w * max(0, most-best[f])
			}
		}
	}
}

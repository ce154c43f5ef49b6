package rank

import (
	"slices"
	"strings"

	"plandiff/internal/search"
)

// literally are the cells with claims whose phrase or value has a quotation as it
// stands; none has nothing.
func (s *Ranker) literally(quotation string) []Cell {
	plain := func(text string) string {
		out := " "
		for _, w := range search.Words(strings.ReplaceAll(text, "%", " percent")) {
			out += w.Text + " "
		}
		return out
	}
	var out []Cell
	asked := plain(quotation)
	for _, k := range s.Index.Claims {
		if asked == " " {
			break
		}
		if strings.Contains(plain(k.Claim.Phrase), asked) || strings.Contains(plain(k.Claim.Value.Text), asked) {
			out = s.join(out, k, 1)
		}
	}
	return out
}

// Literal is the first of some quotations that some phrase or value has as it stands; else the first,
// and "" of none.
func (s *Ranker) Literal(quotations []string) string {
	if len(quotations) == 0 {
		return ""
	}
	return quotations[max(0, slices.IndexFunc(quotations, func(q string) bool { return len(quotations) > 1 && s.literally(q) != nil }))]
}

// Quoted are the cells with claims whose phrase has the words of a quotation, those
// claims alone: nearly all of the words, else most, and about as many as any; literal
// tells that some phrase or value has them as they stand. Their score is the share of
// the words, 0 to 1.
func (s *Ranker) Quoted(quotation string) (cells []Cell, literal bool) {
	const nearly, most, about = 0.85, 0.65, 0.05
	exact := s.literally(quotation)
	m := s.Index.Match(s.Index.Terms(search.Words(quotation)))
	if m.Total == 0 { // "all for all": words that carry no subject by themselves
		return exact, true
	}
	if cells = s.sharing(m, nearly, about); cells == nil {
		cells = s.sharing(m, most, about)
	}
	if cells == nil {
		cells = exact
	}
	return cells, exact != nil
}

// sharing are the cells with claims whose phrase has a share of a match, about as much
// of it as any has.
func (s *Ranker) sharing(m *search.Match, share, about float32) []Cell {
	var out []Cell
	var most float32
	for _, k := range s.Index.Claims {
		cover := m.Cover(search.Place{Unit: k.Unit, Zone: search.Phrase})
		if cover < share || cover < most-about {
			continue
		}
		if cover > most+about {
			most, out = cover, nil
		}
		out = s.join(out, k, float64(cover))
	}
	return out[:min(MostCells, len(out))]
}

package ask

import (
	"slices"
	"strings"

	"plandiff/internal/plan"
	"plandiff/internal/search"
	"plandiff/internal/wording"
)

// disputedText sets the accounts against each other.
func (s *Session) disputedText(r *reading, q *Query, a *Answer) string {
	if d := s.disagreement(r); d != nil {
		a.Notes = append(a.Notes, d.Note)
		var sides []string
		for _, side := range d.Sides {
			for _, id := range side {
				if f := s.claimFinding(id); f != nil {
					a.Findings = append([]Finding{*f}, a.Findings...)
					if len(sides) < len(d.Sides) {
						sides = append(sides, content(f, 80))
					}
					break
				}
			}
		}
		return sentence("Disputed. "+d.Question+" "+wording.FirstUpper(strings.Join(sides, "; ")), "")
	}
	var parts []string
	for i := range a.Findings {
		f := &a.Findings[i]
		if f.State != plan.Disputed {
			continue
		}
		part := lower(f.Field.Title) + " in " + say(f.Record) + ": " + strings.TrimPrefix(content(f, 140), "disputed: ")
		if len(strings.Join(parts, "; "))+len(part) < mostText-20 {
			parts = append(parts, part)
		}
	}
	if parts == nil {
		if len(a.Findings) == 0 {
			return ""
		}
		return s.valuesText(r, q, a)
	}
	return sentence("Disputed: "+strings.Join(parts, "; "), s.why(r, a))
}

// why is what the notes say of the reasons, where the question asks for them.
func (s *Session) why(r *reading, a *Answer) string {
	if !r.has("why") {
		return ""
	}
	for i := range a.Findings {
		for _, c := range a.Findings[i].Claims {
			if c.Note != "" {
				return c.Note
			}
		}
	}
	return "No source says why"
}

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
		for _, t := range r.asked.match.Terms {
			all += float64(t.Weight)
			if slices.ContainsFunc(t.Words, func(w search.Word) bool { return have[w.Stem] }) {
				met += float64(t.Weight)
			}
		}
		if all > 0 && met/all > most && s.claimFinding(d.Sides[0][0]) != nil {
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

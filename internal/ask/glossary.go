package ask

import (
	"slices"

	"plandiff/internal/wording"
)

// glossary is what words of the program mean that a question asks about; nil
// where it asks about anything else.
func (s *Session) glossary(r *reading) []string {
	if len(r.Records) > 0 || !r.has("what is the difference", "what do", "what does", "meaning") {
		return nil
	}
	var out []string
	left := len(r.asked.match.Terms)
	for _, t := range r.asked.match.Terms {
		if r.isCue(t.Words[0].Start) {
			left--
		}
		for _, m := range wording.StateMeanings {
			if word := wording.StateWord(m.State); slices.Contains([]string{word, string(m.State)}, t.Words[0].Text) && len(t.Words) == 1 {
				out = append(out, m.Means)
				left--
			}
		}
	}
	if left > 0 {
		return nil
	}
	return out[:min(len(out), 2)]
}

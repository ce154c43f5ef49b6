package ask

import (
	"slices"

	"plandiff/internal/plan"
	"plandiff/internal/wording"
)

// meanings are what the states of a field mean, each in a sentence.
var meanings = []struct {
	state plan.State
	means string
}{
	{plan.Present, "“Present”: the version has the clause."},
	{plan.Bracketed, "“In brackets”: it stands in the text and is not agreed."},
	{plan.Deleted, "“Deleted”: a source says that the clause was taken out."},
	{plan.Omitted, "“Absent”: the text has been read there, and does not have the clause."},
	{plan.Severed, "“Moved”: it went to another document or track."},
	{plan.Disputed, "“Disputed”: credible sources contradict each other about the version."},
	{plan.Lacuna, "“Not reported”: the version is not known well enough to tell."},
}

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
		for _, m := range meanings {
			if word := wording.StateWord(m.state); slices.Contains([]string{word, string(m.state)}, t.Words[0].Text) && len(t.Words) == 1 {
				out = append(out, m.means)
				left--
			}
		}
	}
	if left > 0 {
		return nil
	}
	return out[:min(len(out), 2)]
}

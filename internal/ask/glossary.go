package ask

import (
	"fmt"
	"slices"

	"plandiff/internal/plan"
	"plandiff/internal/wording"
)

// glossary is what words of the program mean that a question asks about, or what
// the program is; nil where it asks about anything else.
func (s *Session) glossary(r *reading) []string {
	if r.Has("this program", "plandiff", "your records", "my own") {
		var last plan.Date
		for _, v := range s.seen.Records {
			if v.Date != "" && v.Date.Last() > last.Last() {
				last = v.Date
			}
		}
		return []string{fmt.Sprintf("This program answers from %s claims in %d records, the latest of %s; they do not tell of the program itself.", wording.Number(len(s.index.Claims)), len(s.seen.Records), wording.Date(last)),
			"What it can do, with a text of your own too, stands in plandiff help."}
	}
	if len(r.Records) > 0 || !r.Has("difference", "mean", "meaning", "what is a", "what is an") {
		return nil
	}
	const others = 1 // words that may stand beside them: "in your answers"
	var out []string
	for _, w := range r.Words {
		for _, m := range wording.StateMeanings {
			if slices.Contains([]string{wording.StateWord(m.State), string(m.State)}, w.Text) {
				out = append(out, m.Means)
			}
		}
	}
	if len(r.asked.Match.Terms) > len(out)+others+len(r.cues) {
		return nil
	}
	return out[:min(len(out), 2)]
}

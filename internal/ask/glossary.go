package ask

import (
	"slices"

	"plandiff/internal/lexicon"
	"plandiff/internal/search"
	"plandiff/internal/wording"
)

// glossary is what words of the program mean that a question asks about, or what
// the program is; nil where it asks about anything else.
func (s *Session) glossary(r *reading) []string {
	if lexicon.OfProgram(search.Words(r.text)) {
		return []string{wording.Program(s.seen), "What no source tells is “not reported”; plandiff help ask tells what can be asked."}
	}
	if len(r.Records) > 0 || !r.Has("difference", "mean", "meaning", "what is a", "what is an") {
		return nil
	}
	var out []string
	for _, w := range r.Words {
		for _, m := range wording.StateMeanings {
			if slices.Contains([]string{wording.StateWord(m.State), string(m.State)}, w.Text) {
				out = append(out, m.Means)
			}
		}
	}
	if len(r.asked.Match.Terms) > len(out)+1+len(r.cues) { // one word may stand beside them: "in your answers"
		return nil
	}
	return out[:min(len(out), 2)]
}

package ask

import (
	"strings"

	"plandiff/internal/lexicon"
	"plandiff/internal/search"
	"plandiff/internal/wording"
)

// glossary is what words of the program mean that a question asks about, or what
// the program is; nil where it asks about anything else.
func (s *Session) glossary(r *reading) []string {
	if lexicon.OfProgram(search.Words(r.text)) {
		if r.Words[0].Text == "how" {
			return []string{wording.HowTo}
		}
		return []string{wording.Program(s.seen), "What no source tells is “not reported”; plandiff help ask tells what can be asked."}
	}
	if len(r.Records) > 0 || !r.Has("difference", "mean", "meaning", "what is a", "what is an") {
		return nil
	}
	var out []string
	text := " " + strings.Join(each(r.Words, func(w search.Word) string { return w.Text }), " ") + " "
	asked := func(word, means string) {
		if at := strings.Index(text, " "+word+" "); at >= 0 {
			out, text = append(out, means), text[:at]+" "+text[at+len(word)+1:]
		}
	}
	for _, m := range wording.StateMeanings {
		asked(wording.StateWord(m.State), m.Means)
		asked(string(m.State), m.Means)
	}
	for _, t := range wording.Terms {
		asked(t.Word, t.Means)
	}
	rest := 0 // one word may stand beside them: "in your answers"
	for _, w := range search.Words(text) {
		if !w.Common() {
			rest++
		}
	}
	if rest > 2 {
		return nil
	}
	return out[:min(len(out), 2)]
}

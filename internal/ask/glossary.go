package ask

import (
	"slices"
	"strings"

	"plandiff/internal/lexicon"
	"plandiff/internal/search"
	"plandiff/internal/wording"
)

// glossary is what words of the program mean that a question asks about, or what
// the program is; nil where it asks about anything else.
func (s *Session) glossary(r *reading) []string {
	words := search.Words(r.text)
	if lexicon.HowTo(words) {
		return []string{wording.CommandsFor(words)}
	}
	if lexicon.OfProgram(words) {
		return []string{wording.Program(s.seen), "What no source tells is “not reported”; plandiff help ask tells what can be asked."}
	}
	if len(r.Records) > 0 || !r.Has("difference", "mean", "meaning", "what is a", "what is an") {
		return nil
	}
	var out []string
	text := " " + strings.Join(each(words, func(w search.Word) string { return w.Text }), " ") + " "
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
	if slices.ContainsFunc(search.Words(text), func(w search.Word) bool { return !lexicon.InGlossary(w) }) {
		return nil // it asks what something else means
	}
	return out[:min(len(out), 2)]
}

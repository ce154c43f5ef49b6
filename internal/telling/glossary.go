package telling

import (
	"slices"

	"plandiff/internal/lexicon"
	"plandiff/internal/plan"
	"plandiff/internal/search"
	"plandiff/internal/wording"
)

// Glossary is what words of the program mean that a question asks about, or what
// the program is; nil where it asks about anything else.
func Glossary(lib *plan.Library, n *lexicon.Named, text string) []string {
	words := search.Words(text)
	if lexicon.HowTo(words) {
		return []string{wording.CommandsFor(words)}
	}
	if lexicon.OfProgram(words) {
		return []string{wording.Program(lib), "What no source tells is “not reported”; plandiff help ask tells what can be asked."}
	}
	if len(n.Records) > 0 || !n.Has("difference", "different", "mean", "meaning", "what is a", "what is an", "what a", "what an") {
		return nil
	}
	out, rest := wording.Glossary(words)
	if (n.Has("you mean") || n.Has("mean") && n.Has("your", "program")) && len(out) == 0 {
		return []string{wording.NoWord}
	}
	others := slices.DeleteFunc(rest, lexicon.InGlossary)
	switch {
	case len(out) == 1 && len(others) == 1 && n.Has("difference between", "different from"):
		return append(out, "“"+wording.FirstUpper(others[0].Text)+"” is none of the words that mark a state, a difference or a basis here")
	case len(others) > 0:
		return nil // it asks what something else means
	}
	return out[:min(len(out), 2)]
}

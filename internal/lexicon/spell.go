package lexicon

import (
	"strings"

	"plandiff/internal/search"
)

// Spell puts mistyped words right, as the library spells them, and says which;
// words to keep are no slips.
func (l *Lexicon) Spell(words []search.Word, keep func(search.Word) bool) (fixed []string) {
	for i, w := range words {
		if w.Number || w.Common() || len(w.Text) < 4 || Month(w.Text) > 0 || keep(w) || l.x.Knows(w) {
			continue
		}
		if search.NearCommon(w.Text) {
			words[i].Text, words[i].Stem = "", ""
			continue
		}
		if near := l.x.Near(w.Text); near != nil {
			words[i].Text, words[i].Stem = near[0], search.Stem(near[0])
			fixed = append(fixed, w.Text+" as "+near[0])
		}
	}
	return fixed
}

// Unheard is a name among the terms of a question that no record has, as it was
// typed; "" if there is none. Capitals tell a name, but where all letters are.
func Unheard(text string, terms []search.Term) string {
	if text == strings.ToUpper(text) {
		return ""
	}
	for _, t := range terms {
		at := t.Words[0].Start
		if end := t.Words[0].End; t.Unknown && !t.Words[0].Number && end-at > 2 && at > 1 && end <= len(text) && text[at] >= 'A' && text[at] <= 'Z' && text[at-2] != '.' && text[at-2] != '?' {
			return text[at:end]
		}
	}
	return ""
}

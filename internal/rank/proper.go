package rank

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"plandiff/internal/search"
)

// capital reports whether a term is a proper name: by its first letter, or where a question is typed in
// small letters as the records write it.
func (a *Asked) capital(t search.Term) bool {
	if a.Text == strings.ToLower(a.Text) {
		return a.by.proper(t.Words[0].Text)
	}
	return strings.IndexFunc(a.Text[t.Words[0].Start:t.Words[0].End], unicode.IsUpper) == 0
}

// proper reports whether the titles and values of the records always write a word, given in small
// letters, with a capital, and not only as a sentence begins.
func (s *Ranker) proper(word string) bool {
	_, letter := utf8.DecodeRuneInString(word)
	capital, small, rest, upper := false, false, word[letter:], strings.ToUpper(word)
	read := func(text string) {
		if !strings.Contains(text, rest) && !strings.Contains(text, upper) { // most do not
			return
		}
		for _, w := range search.Words(text) {
			if large := strings.IndexFunc(text[w.Start:w.End], unicode.IsUpper) == 0; w.Text == word {
				capital, small = capital || large && w.Start > 0, small || !large
			}
		}
	}
	for _, v := range s.Index.Lib.Records {
		read(v.Title)
	}
	for _, f := range s.Index.Fields {
		read(f.Field.Title)
	}
	for _, k := range s.Index.Claims {
		read(k.Claim.Value.Text)
	}
	return capital && !small
}

package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"plandiff/internal/plan"
)

// party takes the names right before a modal as those whom it binds:
// "Ukraine and Russia shall", "The Parties may". The names must begin the
// sentence, or follow a comma; anything else is left as wording.
func (f *finder) party(s string, sentence, at int, _ string) {
	end := at
	from := end
	names := 0
	for from > sentence {
		w := f.words[from-1]
		t := s[w.start:w.end]
		r, _ := utf8.DecodeRuneInString(t)
		switch {
		case w.letter && unicode.IsUpper(r):
			names++
		case w.letter && names > 0 && (t == "and" || t == "of" || t == "the" || t == "и" || t == "та" || t == "і" || t == "et" || t == "de"):
		case t == "," && names > 0 && from-2 >= sentence && f.capital(s, from-2):
		default:
			goto done
		}
		from--
	}
done:
	for from < end && !f.capital(s, from) {
		from++
	}
	if names == 0 || from == end || names > 12 {
		return
	}
	if from > sentence {
		before := f.words[from-1]
		if t := s[before.start:before.end]; t != "," && t != ":" && t != "[" && t != "(" {
			return // a name inside a phrase: "the leaders of Ukraine shall"
		}
	}
	items := f.names(s, from, end)
	if len(items) == 0 {
		return
	}
	f.add(s, from, end, SortParty, plan.Value{Items: items}, "")
}

func (f *finder) capital(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[f.words[i].start:])
	return f.words[i].letter && unicode.IsUpper(r)
}

// names cuts a list of names at commas and "and", each in the form that the
// vocabulary gives first.
func (f *finder) names(s string, from, end int) []string {
	var out []string
	start := from
	cut := func(to int) {
		for start < to && determiner(s[f.words[start].start:f.words[start].end]) {
			start++
		}
		if start < to && f.capital(s, start) {
			if name := s[f.words[start].start:f.words[to-1].end]; f.known(name, start == from) {
				out = append(out, f.cues.name(name))
			}
		}
		start = to + 1
	}
	for i := from; i < end; i++ {
		switch s[f.words[i].start:f.words[i].end] {
		case ",", "and", "и", "та", "і", "et":
			cut(i)
		}
	}
	cut(end)
	return out
}

func determiner(s string) bool {
	switch s {
	case "The", "the", "Each", "All", "Any", "A", "An", "Every", "Both", "Le", "La", "Les":
		return true
	}
	return false
}

// known reports whether capitalised words are a name: the vocabulary's, or one
// that the document writes with a capital inside a sentence too. Every word
// has a capital at the start of one.
func (f *finder) known(name string, begins bool) bool {
	if _, ok := f.cues.names[strings.ToLower(name)]; ok || !begins {
		return true
	}
	first, _, _ := strings.Cut(name, " ")
	return f.capitals[first]
}

// capitals collects the words that have a capital inside a sentence.
func capitals(points []Point, into map[string]bool) {
	var words []word
	for i := range points {
		s := points[i].Text
		words = split(words[:0], s)
		for j := 1; j < len(words); j++ {
			w, before := words[j], words[j-1]
			if !w.letter || !before.letter {
				continue
			}
			r, _ := utf8.DecodeRuneInString(s[w.start:])
			q, _ := utf8.DecodeRuneInString(s[before.start:])
			if unicode.IsUpper(r) && unicode.IsLower(q) {
				into[s[w.start:w.end]] = true
			}
		}
		capitals(points[i].Inner, into)
	}
}

// place takes names that a word for a place stands beside: "Kherson region",
// "the city of Mariupol", "Strait of Kerch".
func (f *finder) place(s string, i int) int {
	w := f.words[i]
	if !w.letter {
		return 0
	}
	switch lower(s, w) {
	case "oblast", "region", "province", "peninsula", "области", "область", "області":
		from := i
		for from > 0 && f.capital(s, from-1) && f.words[from-1].end+1 == f.words[from].start && from > i-3 {
			if f.sentenceStart(from-1) == from-1 && !f.capitals[s[f.words[from-1].start:f.words[from-1].end]] {
				break // a capital for want of anything before it
			}
			from--
		}
		if from < i {
			f.add(s, from, i+1, SortPlace, plan.Value{Text: s[f.words[from].start:f.words[i].end]}, "")
			return 1
		}
	case "city", "territory", "port", "strait", "island", "town", "capital":
		if i+2 < len(f.words) && lower(s, f.words[i+1]) == "of" && f.capital(s, i+2) {
			end := i + 3
			for end < len(f.words) && f.capital(s, end) && f.words[end-1].end+1 == f.words[end].start && end < i+6 {
				end++
			}
			f.add(s, i+2, end, SortPlace, plan.Value{Text: f.cues.name(s[f.words[i+2].start:f.words[end-1].end])}, "")
			return end - i
		}
	}
	return 0
}

package search

import (
	"slices"
	"strconv"
	"strings"
)

func (x *Index) addAliases() {
	for i, group := range x.Lib.Aliases {
		term := x.term("@" + strconv.Itoa(i))
		for _, name := range group {
			words := Words(name)
			if len(words) > 1 && words[0].Text == "the" {
				words = words[1:] // names of records go without it
			}
			if len(words) == 0 {
				continue
			}
			var rest []string
			for _, w := range words[1:] {
				rest = append(rest, w.Text)
			}
			head := words[0].Text
			x.alias[head] = append(x.alias[head], aliasName{rest, term})
		}
	}
	for head, names := range x.alias {
		slices.SortStableFunc(names, func(a, b aliasName) int { return len(b.words) - len(a.words) })
		x.alias[head] = names
	}
}

// aliasAt finds the longest of aliases whose words after the first begin the rest
// of a text.
func aliasAt(names []aliasName, rest string) (term int32, ok bool) {
	for _, name := range names {
		same, at := true, 0
		for _, want := range name.words {
			start, end := next(rest, at)
			same = same && (strings.EqualFold(rest[start:end], want) || strings.EqualFold(strings.TrimSuffix(strings.TrimSuffix(rest[start:end], "'s"), "’s"), want))
			if at = end; !same {
				break
			}
		}
		if same {
			return name.term, true
		}
	}
	return 0, false
}

// Alias is the group of names that the first words of a query belong to, the
// longest first, and how many words it takes.
func (x *Index) Alias(words []Word) (group string, n int, ok bool) {
	if len(words) == 0 || x.alias[words[0].Text] == nil {
		return "", 0, false
	}
	term, n, ok := x.aliasIn(words)
	if !ok {
		return "", 0, false
	}
	return x.stems[term], n, true
}

// Groups are the alias groups that words name, in their order.
func (x *Index) Groups(words []Word) []string {
	var out []string
	for len(words) > 0 {
		group, n, ok := x.Alias(words)
		if ok {
			out = append(out, group)
		}
		words = words[max(n, 1):]
	}
	return out
}

// Knows reports whether a word, or another form of it, stands in the library or
// in the thesaurus.
func (x *Index) Knows(w Word) bool {
	if _, ok := x.ids[w.Stem]; ok || x.alias[w.Text] != nil {
		return true
	}
	const short = 4 // letters; a shorter word begins too many others
	stem := w.Stem
	if len(stem) < short {
		stem += " "
	}
	for at := 0; ; {
		i := strings.Index(thesaurus[at:], stem)
		if i < 0 {
			return false
		}
		if at += i; at == 0 || thesaurus[at-1] == ' ' || thesaurus[at-1] == '\n' {
			return true
		}
		at += len(w.Stem)
	}
}

// Written reports whether a word stands in the library as it is, capitals and all.
func (x *Index) Written(raw string) bool {
	_, ok := x.words[raw]
	return ok
}

// Lower begins a title in small letters, where its first word is no name or the
// first of one: the library writes it in small letters too.
func (x *Index) Lower(title string) string {
	first, rest, _ := strings.Cut(title, " ")
	named := len(rest) > 1 && rest[0] >= 'A' && rest[0] <= 'Z' && rest[1] >= 'a' && rest[1] <= 'z'
	if low := strings.ToLower(first); !named && first[1:] == low[1:] && (x.Written(low) || strings.HasSuffix(low, "ing")) {
		return low + title[len(first):]
	}
	return title
}

func (x *Index) aliasIn(w []Word) (term int32, words int, ok bool) {
	for _, name := range x.alias[w[0].Text] {
		if len(w) <= len(name.words) {
			continue
		}
		same := true
		for i, text := range name.words {
			same = same && w[i+1].Text == text
		}
		if same {
			return name.term, len(name.words) + 1, true
		}
	}
	return 0, 0, false
}

package lexicon

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/search"
)

// Spell puts mistyped words of a text right, as the library spells them, and says
// which; words to keep are no slips. A name is no slip for a common word.
func (l *Lexicon) Spell(text string, words []search.Word, keep func(search.Word) bool) (fixed []string) {
	for i, w := range words {
		if owner, ok := strings.CutSuffix(w.Text, "s"); ok && l.owns(w, owner) {
			words[i].Text, words[i].Stem = owner, search.Stem(owner)
			continue
		}
		if w.Number || w.Common() || len(w.Text) < 3 || Month(w.Text) > 0 || keep(w) || l.x.Knows(w) {
			continue
		}
		if search.NearCommon(w.Text) && (w.Start == 0 || unicode.IsLower(first(text[w.Start:]))) {
			words[i].Text, words[i].Stem = "", ""
			continue
		}
		if full := search.Words(w.Text + "g")[0]; strings.HasSuffix(w.Text, "in") && (full.Common() || l.x.Knows(full)) { // "keepin"
			words[i].Text, words[i].Stem = full.Text, full.Stem
			continue
		}
		name := w.Start > 0 && unicode.IsUpper(first(text[w.Start:])) && text != strings.ToUpper(text)
		if near := l.x.Near(w.Text); near != nil && len(w.Text) > 3 && w.Text != "un"+near[0] && (!name || l.isName(near[0])) {
			words[i].Text, words[i].Stem = near[0], search.Stem(near[0])
			fixed = append(fixed, w.Text+" as "+near[0])
		}
	}
	return fixed
}

// owns reports whether a word is the name of a party with the s of what it owns, and no apostrophe.
func (l *Lexicon) owns(w search.Word, owner string) bool {
	if _, _, ok := l.x.Alias([]search.Word{w}); ok {
		return false
	}
	group, _, ok := l.x.Alias(search.Words(owner))
	return ok && l.PlansNamed(group) != nil
}

// isName reports whether a word is a name, or stands in that of a record or a field.
func (l *Lexicon) isName(word string) bool {
	w := search.Words(word)
	if _, _, ok := l.x.Alias(w); ok {
		return true
	}
	return slices.ContainsFunc(l.x.Lib.Records, func(r *plan.Record) bool { return l.x.Has(r.ID, w) }) ||
		slices.ContainsFunc(l.x.Fields, func(f search.Field) bool {
			return slices.ContainsFunc(search.Words(f.Field.Title), func(t search.Word) bool { return t.Stem == w[0].Stem })
		}) || slices.ContainsFunc(l.x.Claims, func(k search.Claim) bool {
		return slices.ContainsFunc(search.Words(k.Claim.By), func(t search.Word) bool { return t.Stem == w[0].Stem })
	})
}

// Unheard are the names among the terms of a question that no record and no source has, as they
// were typed; beside says that one which is known stands in a list with them. Where a source
// may be asked about, their names are known too.
// Capitals tell a name, but where all letters are or a sentence begins.
func (l *Lexicon) Unheard(text string, terms []search.Term, printed bool) (names []string, beside bool) {
	if text == strings.ToUpper(text) {
		return nil, false
	}
	type name struct {
		from, to     int
		words        int
		unknown, has bool // a word that no record has; one that is a name by itself
	}
	var list []name
	for _, t := range terms {
		from, to := t.Words[0].Start, t.End()
		if to > len(text) || t.Words[0].Number || unicode.ToLower(first(text[from:])) == first(text[from:]) {
			continue
		}
		if n := len(list) - 1; n >= 0 && list[n].to+1 == from && text[from-1] != ',' && text[from-1] != '/' && !t.Alias && !list[n].has && !capitals(text[list[n].from:list[n].to]) {
			list[n].to, list[n].words, list[n].unknown = to, list[n].words+1, list[n].unknown || t.Unknown
			continue
		}
		list = append(list, name{from, to, 1, t.Unknown || t.Printed && !printed, t.Alias})
	}
	for i, n := range list {
		begins := n.words == 1 && (n.from < 2 || strings.ContainsRune(".?!", rune(text[n.from-2])))
		if !n.unknown || begins || n.to-n.from <= 2 {
			continue
		}
		for _, j := range [...]int{i - 1, i + 1} {
			beside = beside || j >= 0 && j < len(list) && !list[j].unknown && lists[strings.TrimSuffix(strings.TrimSpace(text[min(n.to, list[j].to):max(n.from, list[j].from)]), " the")]
		}
		if after, ok := strings.CutPrefix(text[n.to:], " or "); ok && unicode.IsLower(first(after)) { // another word for what is asked
			beside = true
		}
		names = append(names, strings.TrimSuffix(strings.TrimSuffix(text[n.from:n.to], "'s"), "’s"))
	}
	return pick.Drop(names, l.cited), beside
}

// cited reports whether a name stands in the title of a source, or in what that attests.
func (l *Lexicon) cited(name string) bool {
	name = strings.ToLower(name)
	return slices.ContainsFunc(l.x.Lib.Sources, func(s *plan.Source) bool {
		return strings.Contains(strings.ToLower(s.Title+" "+s.Attests), name)
	})
}

// capitals reports whether a word is an abbreviation, as of a title: "MP Jones".
func capitals(word string) bool { return word == strings.ToUpper(word) }

// lists are what stands between the parts of a list.
var lists = map[string]bool{",": true, "/": true, "or": true, "and": true, ", or": true, ", and": true}

func first(text string) rune {
	r, _ := utf8.DecodeRuneInString(text)
	return r
}

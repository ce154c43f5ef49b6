package search

import (
	_ "embed"
	"slices"
	"strings"
)

// thesaurus holds groups of English words that people put for one another, a
// group a line. It knows no subject.
//
//go:embed thesaurus.txt
var thesaurus string

// relate adds the words that the thesaurus puts beside those of the query.
func (x *Index) relate(terms []Term) {
	byStem := map[string]*Term{}
	for i := range terms {
		if t := &terms[i]; len(t.Words) == 1 && !t.Words[0].Number && len(t.Words[0].Stem) > 2 {
			byStem[t.Words[0].Stem] = t
		}
	}
	done := map[string]bool{}
	for stem := range byStem {
		for _, line := range x.linesWith(stem) {
			if !done[line] {
				done[line] = true
				x.relateLine(line, byStem)
			}
		}
	}
}

// Alike reports whether a line of the thesaurus has both of two words, by their stems, of which
// the first stands nowhere in the library.
func (x *Index) Alike(a, b string) bool {
	_, known := x.ids[a]
	return !known && slices.ContainsFunc(x.linesWith(a), func(line string) bool {
		return has(line, a) && has(line, b)
	})
}

// has reports whether a line of the thesaurus has a word by itself.
func has(line, stem string) bool {
	return slices.ContainsFunc(strings.Split(line, " | "), func(entry string) bool { return Stem(entry) == stem })
}

// linesWith are the lines of the thesaurus that have a stem, found when it is first
// asked for.
func (x *Index) linesWith(stem string) []string {
	if known, ok := x.lines.Load(stem); ok {
		return known.([]string)
	}
	var out []string
	for at := 0; ; {
		i := strings.Index(thesaurus[at:], stem)
		if i < 0 {
			break
		}
		if at += i; at > 0 && alphanumeric(thesaurus[at-1]) { // within another word
			at++
			continue
		}
		begin := strings.LastIndexByte(thesaurus[:at], '\n') + 1
		line, _, more := strings.Cut(thesaurus[begin:], "\n")
		if out = append(out, line); !more {
			break
		}
		at = begin + len(line)
	}
	x.lines.Store(stem, out)
	return out
}

// entries are the stems of each entry of a line of the thesaurus, words that carry
// no subject apart; each line is taken apart once, when it is first met.
func (x *Index) entries(line string) [][]string {
	if known, ok := x.entry.Load(line); ok {
		return known.([][]string)
	}
	var out [][]string
	for entry := range strings.SplitSeq(line, " | ") {
		var stems []string
		for _, w := range Words(entry) {
			if !w.Common() {
				stems = append(stems, w.Stem)
			}
		}
		if stems != nil {
			out = append(out, stems)
		}
	}
	x.entry.Store(line, out)
	return out
}

func (x *Index) relateLine(line string, byStem map[string]*Term) {
	var asked []*Term
	var others []int32
	for _, stems := range x.entries(line) {
		if !slices.ContainsFunc(stems, func(stem string) bool { return byStem[stem] == nil }) {
			for _, stem := range stems {
				asked = append(asked, byStem[stem])
			}
		} else if len(stems) == 1 {
			if id, ok := x.ids[stems[0]]; ok {
				others = append(others, id)
			}
		}
	}
	for _, t := range asked {
		for _, id := range others {
			t.means[id] = max(t.means[id], related)
		}
	}
}

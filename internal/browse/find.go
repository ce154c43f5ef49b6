package browse

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"plandiff/internal/table"
	"plandiff/internal/wording"
)

// match is a row that has the words looked for, and where in it.
type match struct {
	section, row, rank int
	version            int // -1 where the row has them as a whole
	claim              int // of the cell; 0 too where none has them
}

// finding is a search that is on.
type finding struct {
	words      string // "" for none
	matches    []match
	at         int // the match last gone to
	unselected int // matches in rows that are not shown
}

// Where a match stands: titles before values, values before what they rest on.
const (
	inTitle = iota
	inTopic
	inValue
	inClaim
	nowhere
)

// find looks for words in a tree.
func find(t *table.Tree, words string) finding {
	f := finding{words: words}
	for i, s := range t.Sections {
		version := slices.IndexFunc(s.Points, func(p string) bool { return has(wording.PointText(p), words) })
		topic := version >= 0 || hasAll(s.Title, words) || has(s.ID, words)
		for j := range s.Rows {
			hit := matchIn(t, &s.Rows[j], words)
			if topic && hit.rank > inTopic {
				if hit.rank == nowhere {
					hit.version = version
				}
				hit.rank = inTopic
			}
			hit.section, hit.row = i, j
			switch {
			case hit.rank == nowhere:
			case s.Rows[j].Unselected:
				f.unselected++
			default:
				f.matches = append(f.matches, hit)
			}
		}
	}
	slices.SortStableFunc(f.matches, func(a, b match) int { return a.rank - b.rank })
	return f
}

// matchIn is the most telling place of the words in a row.
func matchIn(t *table.Tree, r *table.Row, words string) match {
	if hasAll(r.Title, words) || has(r.Field, words) {
		return match{rank: inTitle, version: -1}
	}
	out := match{rank: nowhere, version: -1}
	for i := range r.Cells {
		c := &r.Cells[i]
		claim := slices.IndexFunc(c.Claims, func(k table.Claim) bool { return claimHas(t, k, words) })
		if slices.ContainsFunc(c.Lines, func(l table.Line) bool { return has(l.Text(), words) }) {
			return match{rank: inValue, version: i, claim: max(claim, 0)}
		}
		if claim >= 0 && out.rank == nowhere {
			out = match{rank: inClaim, version: i, claim: claim}
		}
	}
	return out
}

func claimHas(t *table.Tree, k table.Claim, words string) bool {
	return has(k.Text, words) || has(sourceLine(t, k), words) ||
		k.Claim != nil && (has(k.Phrase, words) || has(k.By, words) || has(k.Note, words) || has(wording.Where(k.Claim), words))
}

func (f finding) has(section, row int) bool {
	return slices.ContainsFunc(f.matches, func(m match) bool { return m.section == section && (row < 0 || m.row == row) })
}

// said is what the search has found, in words.
func (f finding) said() string {
	unselected := ""
	if f.unselected > 0 {
		unselected = fmt.Sprintf("; %d more in fields that are not shown (u shows them)", f.unselected)
	}
	if len(f.matches) == 0 {
		return fmt.Sprintf("nothing shown has “%s”%s", f.words, unselected)
	}
	return fmt.Sprintf("“%s”: match %d of %d%s", f.words, f.at+1, len(f.matches), unselected)
}

func has(text, words string) bool { return text != "" && found1(text, words) >= 0 }

// hasAll reports whether a title has each of the words, in any order: who looks
// for the army limit means the army size limit.
func hasAll(title, words string) bool {
	return !slices.ContainsFunc(strings.Fields(words), func(w string) bool { return !has(title, w) })
}

// found are the places of words in a text, as bytes from and to. Capital and
// small letters are the same.
func found(text, words string) [][2]int {
	var out [][2]int
	for from := 0; from < len(text); {
		i := found1(text[from:], words)
		if i < 0 {
			break
		}
		end := from + i + lengthAt(text[from+i:], words)
		out = append(out, [2]int{from + i, end})
		from = max(end, from+1)
	}
	return out
}

func found1(text, words string) int {
	if words == "" {
		return -1
	}
	head, _ := utf8.DecodeRuneInString(words)
	head = unicode.ToLower(head)
	for i, r := range text {
		if (r == head || unicode.ToLower(r) == head) && lengthAt(text[i:], words) > 0 {
			return i
		}
	}
	return -1
}

// lengthAt is how many bytes of a text the words take at its start; 0 if it
// does not begin with them.
func lengthAt(text, words string) int {
	n := 0
	for _, w := range words {
		r, size := utf8.DecodeRuneInString(text[n:])
		if size == 0 || unicode.ToLower(r) != unicode.ToLower(w) {
			return 0
		}
		n += size
	}
	return n
}

// cardOf is the source of a claim; nil where its card is not there.
func cardOf(t *table.Tree, c table.Claim) *table.Source {
	if c.Source < 1 || c.Source > len(t.Sources) {
		return nil
	}
	return &t.Sources[c.Source-1]
}

// sourceLine is the source of a claim, in words.
func sourceLine(t *table.Tree, c table.Claim) string {
	switch s := cardOf(t, c); {
	case s != nil:
		return s.Line
	case c.Claim != nil:
		return c.Claim.Source
	}
	return ""
}

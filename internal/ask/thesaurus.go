package ask

import (
	_ "embed"
	"strings"
)

// The thesaurus holds groups of English words and phrases that people put
// for one another, a group a line. It knows no subject.
//
//go:embed thesaurus.txt
var thesaurus string

// inThesaurus reports whether a word is an entry of the thesaurus.
func inThesaurus(w string) bool {
	for at := 0; ; {
		i := strings.Index(thesaurus[at:], w)
		if i < 0 {
			return false
		}
		at += i + len(w)
		if (at == len(w) || thesaurus[at-len(w)-1] == '\n' || strings.HasSuffix(thesaurus[:at-len(w)], "| ")) && (at == len(thesaurus) || thesaurus[at] == '\n' || thesaurus[at] == ' ') {
			return true
		}
	}
}

// swaps are the words that may stand in a text for words of a question.
type swaps struct {
	// exact and soft map a word of the index to places in the question: exact
	// where the library says that both mean the same, soft by the thesaurus.
	exact, soft []uint64
	// turns are phrases of more than one word, by their first word.
	turns [][]turn
	// targets are the same for words that are not in the index, by their first
	// two letters
	targets map[string][]target
}

// turn is a phrase that may stand for a place in a question.
type turn struct {
	rest  []string // roots of the words after the first
	mask  uint64
	alias bool
}

// swaps finds the groups that words of a question belong to.
func (q *question) swaps() swaps {
	x := q.x
	out := swaps{exact: make([]uint64, len(x.words)), soft: make([]uint64, len(x.words)), turns: make([][]turn, len(x.words))}
	var heads [1 << 16]bool
	for _, t := range q.words {
		if len(t.text) > 2 {
			heads[pair(t.text)] = true
		}
	}
	byHead := map[string][]target{}
	take := func(group []string, alias bool) {
		var mask uint64
		for _, entry := range group {
			if len(entry) > 2 && heads[pair(entry)] {
				mask |= q.stands(entry)
			}
		}
		if mask == 0 {
			return
		}
		for _, entry := range group {
			words := strings.Fields(entry)
			t := target{root: x.root(words[0]), mask: mask, alias: alias}
			for _, w := range words[1:] {
				if !skip(w) {
					t.rest = append(t.rest, x.root(w))
				}
			}
			byHead[head(words[0])] = append(byHead[head(words[0])], t)
		}
	}
	for line := range strings.Lines(thesaurus) {
		if q.touches(strings.TrimSuffix(line, "\n"), &heads) {
			take(strings.Split(strings.TrimSpace(line), " | "), false)
		}
	}
	for _, group := range x.lib.Aliases {
		plain := make([]string, len(group))
		for i, s := range group {
			plain[i] = strings.Join(split(s), " ")
		}
		take(plain, true)
	}
	out.targets = byHead
	for id, w := range x.words {
		for _, t := range byHead[head(w)] {
			if x.root(w) != t.root {
				continue
			}
			switch {
			case t.rest != nil:
				out.turns[id] = append(out.turns[id], turn{t.rest, t.mask, t.alias})
			case t.alias:
				out.exact[id] |= t.mask
			default:
				out.soft[id] |= t.mask
			}
		}
	}
	return out
}

// target is a word, or the first of a phrase, that may stand for a place in a
// question.
type target struct {
	root  string
	rest  []string
	mask  uint64
	alias bool
}

func head(w string) string { return w[:min(len(w), 2)] }

// pair is the first two letters of a word as a number.
func pair(w string) uint16 { return uint16(w[0])<<8 | uint16(w[1]) }

// touches reports whether any entry of a line stands in the question.
func (q *question) touches(line string, heads *[1 << 16]bool) bool {
	for line != "" {
		entry, rest, _ := strings.Cut(line, " | ")
		if len(entry) > 2 && heads[pair(entry)] && q.stands(entry) != 0 {
			return true
		}
		line = rest
	}
	return false
}

// stands is where a word or phrase stands in a question.
func (q *question) stands(entry string) uint64 {
	if strings.IndexByte(entry, ' ') < 0 {
		if silent[entry] {
			return 0
		}
		var mask uint64
		for i := range q.words {
			if q.like(i, entry) {
				mask |= 1 << i
			}
		}
		return mask
	}
	words := strings.Fields(entry)
	n := 0
	for _, w := range words {
		if !skip(w) {
			words[n] = w
			n++
		}
	}
	words = words[:n]
	var mask uint64
	for at := 0; at+n <= len(q.words); at++ {
		fits := true
		for i, w := range words {
			if fits = q.like(at+i, w); !fits {
				break
			}
		}
		if fits {
			mask |= (1<<n - 1) << at
		}
	}
	if n == 1 && mask != 0 && silent[words[0]] {
		return 0
	}
	return mask
}

// like reports whether a word is that of the question, or another form of it.
func (q *question) like(i int, w string) bool {
	t := q.words[i].text
	if t == w {
		return true
	}
	if len(t) < 3 || len(w) < 3 || t[0] != w[0] || t[1] != w[1] || t[2] != w[2] && t[2] != 'y' && w[2] != 'y' {
		return false
	}
	return q.x.root(t) == q.x.root(w)
}

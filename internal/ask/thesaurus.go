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
	turns map[int][]turn
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
	out := swaps{exact: make([]uint64, len(x.words)), soft: make([]uint64, len(x.words)), turns: map[int][]turn{}}
	heads := map[string]bool{}
	for _, t := range q.words {
		if len(t.text) > 2 {
			heads[t.text[:2]] = true
		}
	}
	byHead := map[string][]target{}
	take := func(group []string, alias bool) {
		var mask uint64
		for _, entry := range group {
			if len(entry) > 2 && heads[entry[:2]] {
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
		if touches(line, heads) {
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

// touches reports whether any entry of a line begins like a word of the
// question.
func touches(line string, heads map[string]bool) bool {
	for {
		if len(line) > 2 && heads[line[:2]] {
			return true
		}
		i := strings.Index(line, " | ")
		if i < 0 {
			return false
		}
		line = line[i+3:]
	}
}

// stands is where a word or phrase stands in a question.
func (q *question) stands(entry string) uint64 {
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
			t := q.words[at+i].text
			if t != w && (head(t) != head(w) || q.x.root(t) != q.x.root(w)) {
				fits = false
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

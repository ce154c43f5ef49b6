package ask

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/plan"
	"plandiff/internal/prose"
)

// Slips of typing are put right before a question is read.

// mend puts right what is probably mistyped: words that are in no name, no
// synonym and no list of English words here, but within an edit or two of
// one that is. It reports whether it changed any.
func (q *question) mend() bool {
	known := make([]bool, len(q.words))
	for _, mask := range q.h {
		for i := range known {
			known[i] = known[i] || mask&(1<<i) != 0
		}
	}
	changed := false
	for i := range q.words {
		t := &q.words[i]
		if w := q.righted(i, known[i]); w != "" {
			q.fixed = append(q.fixed, fmt.Sprintf("%q is read as %q", prose.Clean(t.raw), w))
			t.text, changed = w, true
		}
	}
	return changed
}

// righted is what a word most likely means that is mistyped; "" if it is right
// as it stands. Two letters swapped can give a word the stem of quite another,
// and so a place in the index: "soliders".
func (q *question) righted(i int, known bool) string {
	t := q.words[i]
	if t.isNum || len(t.text) < 4 || t.text[0] >= 0x80 || everyday(t.text) || elsewhere[t.text] || q.x.spoken(t.text) || inThesaurus(t.text) {
		return ""
	}
	if _, literal := q.x.ids[t.text]; !literal && !t.proper && !familiar(t.text) {
		if w := unswapped(t.text, func(w string) bool {
			id, ok := q.x.ids[w]
			return ok && id < q.x.named || !known && everyday(w)
		}); w != "" {
			return w
		}
	}
	if known {
		return ""
	}
	if w := q.nearest(i); w != "" && (!t.proper || q.x.capital(w)) && q.x.root(w) != q.x.root(t.text) {
		return w
	}
	return ""
}

// unswapped is the known word that another is with two letters next to each
// other, not the first, the wrong way round; "" if there is none.
func unswapped(w string, known func(string) bool) string {
	if len(w) < 5 || len(w) > 32 {
		return ""
	}
	b := []byte(w)
	for i := 1; i+1 < len(b); i++ {
		b[i], b[i+1] = b[i+1], b[i]
		if b[i] != b[i+1] && known(string(b)) {
			return string(b)
		}
		b[i], b[i+1] = b[i+1], b[i]
	}
	return ""
}

// capital reports whether a word is written with a capital in any name of a
// topic, field or record: "Shahed" is no slip for "shared".
func (x *index) capital(w string) bool {
	in := func(texts ...string) bool {
		return slices.ContainsFunc(texts, func(s string) bool {
			i := strings.Index(lowered(s), w)
			return i >= 0 && s[i] >= 'A' && s[i] <= 'Z'
		})
	}
	for t := range x.lib.Topics {
		topic := &x.lib.Topics[t]
		if in(topic.Title) || in(topic.Synonyms...) {
			return true
		}
		for f := range topic.Fields {
			if in(topic.Fields[f].Synonyms...) {
				return true
			}
		}
	}
	return slices.ContainsFunc(x.lib.Records, func(r *plan.Record) bool {
		return in(r.Title) || in(r.By...) || in(r.Names...) || in(r.Described...)
	}) || slices.ContainsFunc(x.lib.Aliases, func(group []string) bool { return in(group...) })
}

// nearest is the word that the mistyped one at a place most likely means: one
// that stands in a name beside the words beside it, else of the index, else of
// the English that the package knows.
func (q *question) nearest(at int) string {
	w, x := q.words[at].text, q.x
	if len(w) > 32 {
		return ""
	}
	if fit := q.fitting(at); fit != "" {
		return fit
	}
	best, cost := "", edits(len(w))+1
	bare := stripped(w)
	for _, c := range x.words[:x.named] {
		if len(c) > 3 {
			if d := distance(w, c, cost); d < cost {
				best, cost = c, d
			}
			if b := stripped(c); len(b) > 5 && len(bare) > 5 && b != c && distance(bare, b, 2) < 2 && cost > 2 { // "monitered" is a slip of a form of "monitoring"
				best, cost = c, 2
			}
		}
	}
	cue := ""
	for c := range cueWords {
		if len(c) > 3 {
			if d := distance(w, c, cost+1); d < cost || d == cost && (best != "" && cue == "" || cue != "" && c < cue) {
				cue, cost = c, d
			}
		}
	}
	switch {
	case cue != "":
		return cue
	case best != "":
		return best
	}
	for line := range strings.Lines(thesaurus) {
		for entry := range strings.SplitSeq(strings.TrimSpace(line), " | ") {
			if len(entry) > 3 && strings.IndexByte(entry, ' ') < 0 && entry[0] == w[0] {
				if d := distance(w, entry, cost); d < cost {
					best, cost = entry, d
				}
			}
		}
	}
	return best
}

// stripped is a word without the ending of a form.
func stripped(w string) string {
	for _, ending := range [...]string{"ing", "ed", "es", "s"} {
		if b, ok := strings.CutSuffix(w, ending); ok {
			return b
		}
	}
	return w
}

// fitting is the word, at most a slip away, that makes a name with the word
// before or after: "telegrah plan", "open leter".
func (q *question) fitting(at int) string {
	w := q.words[at].text
	close := func(id int) bool {
		return id < q.x.named && len(q.x.words[id]) > 3 && distance(w, q.x.words[id], 2) < 2
	}
	for i := range q.x.records {
		for _, n := range q.x.records[i].names {
			for k, id := range n.words {
				if len(n.words) < 2 || !close(id) {
					continue
				}
				if k > 0 && at > 0 && q.h[n.words[k-1]]&(1<<(at-1)) != 0 || k+1 < len(n.words) && at+1 < len(q.words) && q.h[n.words[k+1]]&(1<<(at+1)) != 0 {
					return q.x.words[id]
				}
			}
		}
	}
	return ""
}

// edits is how many slips a word of a length may have.
func edits(n int) int {
	switch {
	case n < 8:
		return 1
	case n < 11:
		return 2
	}
	return 3
}

// distance counts edits, and gives up at the limit. The first letter is taken
// to be right, or swapped with the second.
func distance(a, b string, limit int) int {
	if a[0] != b[0] && (len(b) < 2 || len(a) < 2 || a[0] != b[1] || a[1] != b[0]) {
		return limit
	}
	return prose.Edits(a, b, limit)
}

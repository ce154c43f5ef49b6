package ask

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/plan"
	"plandiff/internal/prose"
)

// Limits on what is read of a question.
const (
	maxBytes = 2000 // longer is no question
	maxWords = 64   // words of it that are linked
)

// question is one question on its way to being understood.
type question struct {
	x      *index
	words  []token // without articles, at most maxWords
	text   string  // all words in lower case, with a blank before and after each
	h      hits
	rare   []float64
	linked uint64 // words that stand in some name or claim
	taken  uint64 // words that name versions, dates and points, and so no field
	fixed  []string
	hinted []float64
	cited  string    // words that the question has in quotation marks; "" if none
	month  plan.Date // a month that the question gives; "" if none
}

// newQuestion cuts a question, mends its typing, and links its words.
func newQuestion(x *index, s string) *question {
	all := digits(tokens(s))
	q := &question{x: x, cited: cited(s)}
	q.words = solid(all)
	q.h = x.hits(q.words)
	if q.mend() {
		q.h = x.hits(q.words)
	}
	for _, mask := range q.h[:x.named] {
		q.linked |= mask
	}
	for _, o := range x.outlets {
		for at := range q.words {
			q.linked |= q.h.run(o.name, at)
		}
	}
	q.rare = x.rarity(q.h, len(q.words))
	q.text = q.join(all)
	for i := range q.words {
		if m := monthOf(q, i); m != 0 {
			if w := q.monthDate(i, m); w != nil {
				q.month = w.date
			}
		}
	}
	return q
}

// cited is the first passage of at least two words in quotation marks, its
// words in lower case with a blank before and after each.
func cited(s string) string {
	marks := func(c rune) bool { return strings.ContainsRune("\"“”„«»", c) }
	parts := strings.FieldsFunc(" "+s+" ", marks)
	for i := 1; i < len(parts)-1; i += 2 {
		if w := split(parts[i]); len(w) > 1 {
			return " " + strings.Join(w, " ") + " "
		}
	}
	return ""
}

// solid leaves the articles out.
func solid(all []token) []token {
	var out []token
	for _, t := range all {
		if skip(t.text) || len(out) == maxWords {
			continue
		}
		out = append(out, t)
	}
	return out
}

// join writes the question out with its typing mended.
func (q *question) join(all []token) string {
	var b strings.Builder
	b.WriteByte(' ')
	i := 0
	for _, t := range all {
		if !skip(t.text) {
			if i >= len(q.words) {
				break
			}
			t = q.words[i]
			i++
		}
		b.WriteString(t.text)
		b.WriteByte(' ')
	}
	return b.String()
}

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
		if w := q.x.unswapped(t.text); known[i] && w != "" && !t.isNum && !t.proper && !familiar(t.text) && !q.x.spoken(t.text) && !inThesaurus(t.text) {
			q.fixed = append(q.fixed, fmt.Sprintf("%q is read as %q", prose.Clean(t.raw), w))
			t.text, changed = w, true
			continue
		}
		if w := swapped(t.text); !known[i] && w != "" && !t.proper && !everyday(t.text) {
			q.fixed = append(q.fixed, fmt.Sprintf("%q is read as %q", prose.Clean(t.raw), w))
			t.text, changed = w, true
			continue
		}
		if known[i] || t.isNum || len(t.text) < 4 || t.text[0] >= 0x80 || everyday(t.text) || q.x.spoken(t.text) || inThesaurus(t.text) {
			continue
		}
		if w := q.nearest(i); w != "" && (!t.proper || q.x.capital(w)) && q.x.root(w) != q.x.root(t.text) {
			q.fixed = append(q.fixed, fmt.Sprintf("%q is read as %q", prose.Clean(t.raw), w))
			t.text, changed = w, true
		}
	}
	return changed
}

// unswapped is the word of the index that another is with two letters next to
// each other the wrong way round; "" if there is none. Such a slip can have the
// stem of quite another word: "soliders".
func (x *index) unswapped(w string) string {
	if _, ok := x.ids[w]; ok || len(w) < 6 {
		return ""
	}
	b := []byte(w)
	for i := 1; i+1 < len(b); i++ {
		b[i], b[i+1] = b[i+1], b[i]
		if id, ok := x.ids[string(b)]; ok && id < x.named && b[i] != b[i+1] {
			return string(b)
		}
		b[i], b[i+1] = b[i+1], b[i]
	}
	return ""
}

// swapped is the everyday word that another is with two letters next to each
// other the wrong way round; "" if there is none.
func swapped(w string) string {
	if len(w) < 5 || len(w) > 32 {
		return ""
	}
	b := []byte(w)
	for i := 1; i+1 < len(b); i++ {
		b[i], b[i+1] = b[i+1], b[i]
		if b[i] != b[i+1] && everyday(string(b)) {
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

// everyday: a word that is right as it stands.
func everyday(w string) bool {
	return silent[w] || cueWords[w] || plainEnglish[w] || ordinary[w] || usual[w] || numberWords[w]
}

// familiar: an everyday word, or a form of one.
func familiar(w string) bool {
	for _, ending := range [...]string{"", "s", "ing", "ed"} {
		if head, ok := strings.CutSuffix(w, ending); ok && (len(head) > 3 || ending == "") && everyday(head) {
			return true
		}
	}
	return false
}

// spoken reports whether a word stands in what any claim says, or in what is
// noted beside it.
func (x *index) spoken(w string) bool {
	for _, rec := range x.lib.Records {
		for i := range rec.Fields {
			for j := range rec.Fields[i].Claims {
				c := &rec.Fields[i].Claims[j]
				if hasWord(c.Phrase, w) || hasWord(c.By, w) || hasWord(c.Note, w) || hasWord(c.Value.Text, w) {
					return true
				}
			}
		}
	}
	return false
}

// hasWord looks for a whole word in a text, in any case.
func hasWord(text, w string) bool {
	for at := 0; at+len(w) <= len(text); at++ {
		if (at == 0 || !isLetter(text[at-1])) && (at+len(w) == len(text) || !isLetter(text[at+len(w)])) && strings.EqualFold(text[at:at+len(w)], w) {
			return true
		}
	}
	return false
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
	for _, c := range x.words[:x.named] {
		if len(c) > 3 {
			if d := distance(w, c, cost); d < cost {
				best, cost = c, d
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

// has reports whether the question holds any of the phrases, whole words.
func (q *question) has(phrases ...string) bool {
	for _, p := range phrases {
		for from := 0; ; {
			i := strings.Index(q.text[from:], p)
			if i < 0 {
				break
			}
			from += i + len(p)
			if at := from - len(p); at > 0 && q.text[at-1] == ' ' && from < len(q.text) && q.text[from] == ' ' {
				return true
			}
		}
	}
	return false
}

// begins reports whether it begins with one of the words.
func (q *question) begins(words ...string) bool {
	for _, w := range words {
		if strings.HasPrefix(q.text, " "+w+" ") {
			return true
		}
	}
	return false
}

// mask is the place of the words that keep says.
func (q *question) mask(keep func(token) bool) uint64 {
	var out uint64
	for i, t := range q.words {
		if keep(t) {
			out |= 1 << i
		}
	}
	return out
}

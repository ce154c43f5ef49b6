package ask

import (
	"strings"

	"plandiff/internal/plan"
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
	sides  []party   // found once
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

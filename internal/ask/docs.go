package ask

import (
	"strings"

	"plandiff/internal/plan"
)

// remark is what a record notes of itself as a whole: its status, or how it is
// known and dated.
type remark struct {
	record int // in index.records
	text   string
}

// remarks are the notes of a record. They rest on no claim, so a filter of the
// evidence leaves none.
func remarks(place int, rec *plan.Record) []remark {
	var out []remark
	for _, text := range [4]string{rec.Status, rec.Note, rec.KnownNote, rec.DateNote} {
		for part := range strings.SplitSeq(text, "; ") {
			if part != "" {
				out = append(out, remark{place, part})
			}
		}
	}
	return out
}

// lens finds words of a question, and words that may stand for them, in the
// texts of claims. Texts are many and questions few, so it looks at the first
// two letters of a word before it does anything else with it.
type lens struct {
	q       *question
	targets map[string][]target
	heads   [1 << 16]bool
	seen    map[string]sight
	numbers bool // the question has any
}

// sight is what a word of a text stands for.
type sight struct {
	exact, soft uint64
	turns       []turn
}

func (q *question) lens(targets map[string][]target) *lens {
	l := &lens{q: q, targets: targets, seen: map[string]sight{}}
	for _, t := range q.words {
		l.numbers = l.numbers || t.isNum
		l.mark(t.text)
	}
	for h := range targets {
		l.mark(h)
	}
	return l
}

func (l *lens) mark(w string) {
	if len(w) > 1 {
		l.heads[uint16(w[0])<<8|uint16(w[1])] = true
	}
}

// look finds words in a text: exact for those of the question and their
// aliases, soft for those of the thesaurus. soft may be nil.
func (l *lens) look(text string, exact, soft *uint64) {
	if l.numbers && strings.ContainsAny(text, "0123456789") {
		for _, t := range tokens(text) {
			if t.isNum {
				*exact |= l.of(t.text).exact
			}
		}
	}
	for i := 0; i < len(text); {
		if !latin(text[i]) {
			i++
			continue
		}
		j := i + 1
		for j < len(text) && latin(text[j]) {
			j++
		}
		if j > i+1 && l.heads[uint16(text[i]|0x20)<<8|uint16(text[i+1]|0x20)] {
			s := l.of(strings.ToLower(text[i:j]))
			*exact |= s.exact
			if soft != nil {
				*soft |= s.soft
			}
			for _, t := range s.turns {
				switch {
				case !t.alias && soft == nil || !l.begins(text[j:], t.rest):
				case t.alias:
					*exact |= t.mask
				default:
					*soft |= t.mask
				}
			}
		}
		i = j
	}
}

// latin reports a letter of ASCII.
func latin(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// of is what a word in lower case stands for.
func (l *lens) of(w string) sight {
	if s, ok := l.seen[w]; ok {
		return s
	}
	var s sight
	x := l.q.x
	if !skip(w) {
		for i, t := range l.q.words {
			if !t.isNum && l.q.like(i, w) || t.text == w {
				s.exact |= 1 << i
			}
		}
		for _, t := range l.targets[head(w)] {
			switch {
			case x.root(w) != t.root:
			case t.rest != nil:
				s.turns = append(s.turns, turn{t.rest, t.mask, t.alias})
			case t.alias:
				s.exact |= t.mask
			default:
				s.soft |= t.mask
			}
		}
	}
	l.seen[w] = s
	return s
}

// begins reports whether a text begins with words of these roots.
func (l *lens) begins(text string, roots []string) bool {
	for w := range eachWord(text) {
		if skip(w) {
			continue
		}
		if l.q.x.root(w) != roots[0] {
			return false
		}
		if roots = roots[1:]; len(roots) == 0 {
			return true
		}
	}
	return false
}

// read finds the words of a question in a claim: in what it says, in who says
// it, and in what is noted beside.
func (l *lens) read(c *plan.Claim, z *[zones]uint64) {
	for _, s := range [...]string{c.Value.String(), c.Phrase, c.Proponent, c.To, stateNames[c.Claimed()]} {
		l.look(s, &z[zoneSaid], &z[zoneSwap])
	}
	for _, s := range c.Qualifiers {
		l.look(s, &z[zoneSaid], &z[zoneSwap])
	}
	l.look(c.By, &z[zoneBy], nil)
	l.look(c.Note, &z[zoneNote], nil)
}

// stateNames are words for what a claim says of a clause without a value.
var stateNames = map[plan.State]string{
	plan.Bracketed: "bracketed not agreed open",
	plan.Deleted:   "deleted taken out",
	plan.Severed:   "separate moved",
	plan.Omitted:   "absent",
}

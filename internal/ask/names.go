package ask

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"

	"plandiff/internal/plan"
)

// mention is a place in a question that names records.
type mention struct {
	records []*plan.Record // likeliest first
	mask    uint64
	// strong: a name, or a core with a noun that versions bear. Else a core
	// alone, which may as well be a person, a place or a party.
	strong bool
	stance bool                  // by its noun it asks for a position
	exact  map[*plan.Record]bool // those of whom it is a name as written
	// telling: it holds a word that no topic of the text bears
	telling bool
	// loose: a bare name that was taken for a version, but may as well be a
	// place or a party in what the question tells
	loose bool
}

// stanceNouns ask for what somebody wants, not for a text.
var stanceNouns = set("position positions stance demands view views")

// mentions finds the records that a question names; the longest name wins.
func (q *question) mentions() (strong, weak []mention) {
	found := map[uint64]*mention{}
	put := func(mask uint64, r *plan.Record, isStrong, stance, exact bool) {
		m := found[mask]
		if m == nil {
			m = &mention{mask: mask, strong: isStrong, stance: stance, exact: map[*plan.Record]bool{}}
			found[mask] = m
		}
		if isStrong && !m.strong {
			m.strong, m.records, m.stance = true, nil, stance
		}
		if isStrong == m.strong && !slices.Contains(m.records, r) {
			m.records = append(m.records, r)
		}
		if exact {
			m.exact[r] = true
		}
	}
	for i := range q.x.records {
		e := &q.x.records[i]
		for _, n := range e.names {
			for at := range q.words {
				if mask := q.h.run(n.words, at); mask != 0 && mask&q.taken == 0 && q.distinct(n, at) {
					if len(n.words) == 1 && (!alike(q.words[at].text, q.x.words[n.words[0]]) || strings.Contains(q.text, " to "+q.words[at].text+" ")) {
						continue // "annexed" is not the annex, nor is "to annex"
					}
					if q.words[at].text == "leaked" && at > 0 && slices.Contains([]string{"who", "whoever", "anybody", "anyone", "somebody", "someone", "they"}, q.words[at-1].text) {
						continue // "who leaked the plan?" asks of no plan by that name
					}
					if last := q.words[at+len(n.words)-1].text; e.record.Kind == plan.Draft && strings.HasSuffix(last, "ing") && last != q.x.words[n.words[len(n.words)-1]] {
						continue // what they are proposing is no proposal by name
					}
					if at+len(n.words) < len(q.words) && q.words[at+len(n.words)-1].text == "call" && q.has("did", "does", "do", "would") {
						continue // "what did he call the text?"
					}
					if e.record.Kind == plan.Position && n.core == nil { // a person's name, perhaps no more
						put(mask, e.record, false, false, true)
						continue
					}
					put(mask, e.record, true, stanceNouns[q.words[at+len(n.words)-1].text], true)
				}
				if mask := q.h.run(n.core, at); mask != 0 && mask&q.taken == 0 {
					whole, noun := q.withNoun(at, len(n.core))
					if whole != 0 && (stanceNouns[noun] == (e.record.Kind == plan.Position) || !stanceNouns[noun]) {
						put(whole, e.record, true, stanceNouns[noun], false)
						if first, _ := place(whole); first == at-1 && !demonym(q.words[at].text) { // the noun may be that of the name before
							put(mask, e.record, false, false, false)
						}
					} else if !q.words[at].isNum {
						if len(n.core) > 1 || alike(q.words[at].text, q.x.words[n.core[0]]) {
							put(mask, e.record, false, false, false)
						}
					} else if e.record.Kind == plan.Draft && len(n.core) == 1 {
						put(mask, e.record, false, false, false)
					}
				}
			}
		}
	}
	return q.longest(found)
}

// alike: equal but for a plural. A bare name is not matched by its stem, or
// "origin" would be the original draft.
func alike(a, b string) bool { return a == b || a == b+"s" || a+"s" == b }

// distinct refuses names that are but one common word, and titles of one.
func (q *question) distinct(n name, at int) bool {
	if len(n.words) > 1 {
		return true
	}
	w := q.x.words[n.words[0]]
	return n.given && (!silent[w] || w == "counterproposal") && !generic[w] || n.given && strings.HasPrefix(w, "counter")
}

// withNoun extends the core of a name to the noun that goes with it, after it
// ("US peace plan", "Geneva 19-point text") or before ("the plan from
// Geneva"). 0 if there is none.
func (q *question) withNoun(at, n int) (mask uint64, noun string) {
	place := func(from, to int) uint64 { return (1<<(to-from) - 1) << from }
	end := 0
	for i := at + n; i < len(q.words); i++ {
		t := q.words[i]
		if q.taken&(1<<i) != 0 || t.apart {
			break
		}
		if t.text == "offer" && i == at+n && at > 0 && slices.Contains([]string{"do", "does", "did", "would", "will"}, q.words[at-1].text) {
			break // "do the Europeans offer ..." speaks of no offer of theirs
		}
		if stanceNouns[t.text] && (end == 0 && i > at+n || end > 0 && !stanceNouns[noun]) {
			break // the words between are what the position is on
		} else if nouns[t.text] || t.text == "deal" && q.words[at+n-1].owner && i == at+n {
			end, noun = i+1, t.text
		} else if !filler[t.text] && !(t.isNum && i+1 < len(q.words) && strings.HasPrefix(q.words[i+1].text, "po")) {
			break
		}
	}
	if end > 0 {
		return place(at, end), noun
	}
	for back := 1; back <= 2 && at-back >= 0; back++ {
		t := q.words[at-back].text
		if before := at - back - 1; t == "offer" && back == 1 && before >= 0 && !silent[q.words[before].text] && !plainEnglish[q.words[before].text] {
			break // "they offer Ukraine ..."
		}
		if back == 1 && at+n < len(q.words) && (rejecting[q.words[at+n].text] || speaking[q.words[at+n].text] || slices.Contains([]string{"threw", "turned", "sent", "gave", "put", "drew", "wrote"}, q.words[at+n].text)) {
			break // "the paper Moscow threw out"
		}
		if nouns[t] && t != "one" && t != "points" && t != "point" && q.taken&(1<<(at-back)) == 0 {
			return place(at-back, at+n), t
		}
		if t != "by" && t != "from" {
			break
		}
	}
	return 0, ""
}

// longest keeps the mentions that no longer one overlaps, strong ones first.
func (q *question) longest(found map[uint64]*mention) (strong, weak []mention) {
	var all []*mention
	for _, m := range found {
		if q.qualified(m) && holdsDraft(found, m) {
			continue // "the leaked 28 points" are the points, not their leak
		}
		all = append(all, m)
	}
	slices.SortFunc(all, func(a, b *mention) int {
		if a.strong != b.strong {
			if a.strong {
				return -1
			}
			return 1
		}
		if x, y := q.trailed(a), q.trailed(b); x != y {
			return int(boolTo(x) - boolTo(y))
		}
		if d := bits.OnesCount64(b.mask) - bits.OnesCount64(a.mask); d != 0 {
			return d
		}
		return bits.TrailingZeros64(a.mask) - bits.TrailingZeros64(b.mask)
	})
	var used uint64
	for _, m := range all {
		if m.mask&used != 0 {
			continue
		}
		used |= m.mask
		q.rank(m)
		m.telling = q.telling(m.mask)
		if m.strong {
			strong = append(strong, *m)
		} else {
			weak = append(weak, *m)
		}
	}
	byPlace := func(a, b mention) int { return bits.TrailingZeros64(a.mask) - bits.TrailingZeros64(b.mask) }
	slices.SortFunc(strong, byPlace)
	slices.SortFunc(weak, byPlace)
	return strong, weak
}

// trailed reports whether a mention is put together of a noun and what comes
// after it: in "the London paper of April" the name is before the noun.
func (q *question) trailed(m *mention) bool {
	first, _ := place(m.mask)
	return m.strong && nouns[q.words[first].text] && len(m.exact) == 0
}

// qualified reports whether a mention of an event is no "leak of the draft".
func (q *question) qualified(m *mention) bool {
	first, _ := place(m.mask)
	return slices.ContainsFunc(m.records, func(r *plan.Record) bool { return r.Kind == plan.Event }) && !strings.Contains(q.text, " "+q.words[first].text+" of ")
}

// holdsDraft reports whether a mention holds the name of a draft as written.
func holdsDraft(found map[uint64]*mention, in *mention) bool {
	for _, m := range found {
		if m.strong && m.mask != in.mask && m.mask&^in.mask == 0 && slices.ContainsFunc(m.records, func(r *plan.Record) bool { return r.Kind == plan.Draft && m.exact[r] }) {
			return true
		}
	}
	return false
}

// telling reports whether a place in the question holds a word that is in no
// name of a topic or field about the text.
func (q *question) telling(mask uint64) bool {
	var spoken uint64
	for i := range q.x.fields {
		f := &q.x.fields[i]
		topic := &q.x.topics[f.topic]
		if topic.topic.About != plan.AboutText {
			continue
		}
		for _, list := range [2][]phrase{topic.names, f.names} {
			for _, p := range list {
				m, _ := q.h.at(p)
				spoken |= m
			}
		}
	}
	return mask&^spoken != 0
}

// rank puts the likeliest record first: one that bears the name as written; a draft before what is none, unless
// a position was asked for; then the one about which most is claimed.
func (q *question) rank(m *mention) {
	first := plan.Draft
	if m.stance {
		first = plan.Position
	}
	slices.SortStableFunc(m.records, func(a, b *plan.Record) int {
		if x, y := q.inMonth(a), q.inMonth(b); x != y && a.Kind == b.Kind {
			if x {
				return -1
			}
			return 1
		}
		if m.exact[a] != m.exact[b] {
			if m.exact[a] {
				return -1
			}
			return 1
		}
		if d := q.fit(b, m.mask) - q.fit(a, m.mask); d != 0 && a.Kind == b.Kind {
			return d
		}
		if (a.Kind == first) != (b.Kind == first) {
			if a.Kind == first {
				return -1
			}
			return 1
		}
		return b.ClaimCount() - a.ClaimCount()
	})
}

// inMonth reports whether the question gives the month of a record.
func (q *question) inMonth(r *plan.Record) bool { return q.month != "" && overlaps(q.month, r.Date) }

// datedDraft reads "the 24 December plan" and "the draft of 10 December": the
// day of exactly one draft, beside a noun that drafts bear.
func (q *question) datedDraft() (mention, bool) {
	w := q.findDate()
	if w == nil || len(w.date) < len("2006-01-02") {
		return mention{}, false
	}
	first, last := place(w.mask)
	noun := -1
	if last+1 < len(q.words) && nouns[q.words[last+1].text] {
		noun = last + 1
	} else if first > 0 && nouns[q.words[first-1].text] {
		noun = first - 1
	}
	if noun < 0 || q.words[noun].text == "points" {
		return mention{}, false
	}
	var of []*plan.Record
	for _, d := range q.x.lib.Drafts() {
		if d.Date == w.date {
			of = append(of, d)
		}
	}
	if len(of) != 1 {
		return mention{}, false
	}
	return mention{records: of, mask: w.mask | 1<<noun, strong: true, telling: true}, true
}

// fit tells how well a record goes with what else a question says: how many
// of the words in the mention its names hold, whether the question names who
// put it forward, and whether it gives its month.
func (q *question) fit(r *plan.Record, mask uint64) int {
	i := slices.IndexFunc(q.x.records, func(e recordEntry) bool { return e.record == r })
	e := &q.x.records[i]
	var named uint64
	for _, n := range e.names {
		m, _ := q.h.at(n.words)
		named |= m
	}
	score := 2 * bits.OnesCount64(named&mask)
	joins := q.mask(func(t token) bool { return slices.Contains([]string{"from", "by", "and", "with"}, t.text) })
	and := q.mask(func(t token) bool { return t.text == "and" })
	for _, p := range q.parties() { // "the plan with Ukraine", not "does the plan let troops into Ukraine?"
		if slices.Contains(r.By, p.name) && p.mask&^mask&(mask<<1|mask>>1|joins<<1|and>>1) != 0 {
			score++
			break
		}
	}
	if q.month != "" && overlaps(q.month, r.Date) {
		score += 3
	}
	return score
}

// phraseOf is how the question writes a mention.
func (q *question) phraseOf(mask uint64) string {
	var out []string
	for i, t := range q.words {
		if mask&(1<<i) != 0 {
			out = append(out, t.raw)
		}
	}
	return strings.Join(out, " ")
}

// assumed says which of several records a name was taken for, and how to ask
// for the others.
func (q *question) assumed(m mention, taken *plan.Record) string {
	var others []string
	for _, r := range m.records {
		if r != taken && (r.Kind == plan.Draft || r.Kind == plan.Position) {
			others = append(others, fmt.Sprintf("%s (%s)", r.ID, r.Title))
		}
	}
	if others == nil {
		return ""
	}
	return fmt.Sprintf("%q is taken as %s (%s); for another, ask with its ID: %s", q.phraseOf(m.mask), taken.ID, taken.Title, strings.Join(others, ", "))
}

// actors are the records of positions that belong to whom the question
// names, and of the drafts put forward by them.
func (q *question) actors(weak []mention) []*plan.Record {
	var out []*plan.Record
	add := func(r *plan.Record) {
		if r.Kind != plan.Event && !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	who := map[string]bool{}
	var places uint64
	for _, m := range weak {
		places |= m.mask
		if m.records[0].Kind == plan.Draft {
			add(m.records[0])
		}
		for _, r := range m.records {
			if r.Kind == plan.Position {
				add(r)
				if len(r.By) == 1 {
					who[r.By[0]] = true
				}
			}
		}
	}
	for i := range q.x.records {
		e := &q.x.records[i]
		for b, p := range e.who {
			mask, n := q.h.at(p)
			if n == len(p) && mask&places != 0 || who[e.record.By[b]] {
				add(e.record)
			}
		}
	}
	return out
}

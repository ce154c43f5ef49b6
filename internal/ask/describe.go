package ask

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/plan"
)

// A version may be described instead of named: by who put it forward, when,
// and a noun that versions bear ("the European paper of April 2025").

// describe turns such a description into names of versions.
func (r *reading) describe() {
	w := r.findDate()
	inName := w != nil && slices.ContainsFunc(r.named, func(m mention) bool { return w.mask&^m.mask == 0 })
	if w == nil || r.limiting(w) || r.spanning() || w.mask&r.taken != 0 && !inName {
		return
	}
	dated := slices.DeleteFunc(r.x.lib.Drafts(), func(d *plan.Record) bool { return !overlaps(w.date, d.Date) })
	if dated == nil {
		return
	}
	r.redate(dated, w)
	if len(r.named) > 1 || len(r.named) == 1 && !r.described(w, r.named[0]) {
		return
	}
	for _, m := range r.bare { // "the Istanbul talks of 2022"
		if r.ofPerson() || r.begins("what", "which", "list") && (r.mask(func(t token) bool { return gatherings[t.text] }) != 0 || r.has("what happened in", "what took place in", "what happened at")) {
			break // "what meetings were there in Paris in April?"
		}
		for _, v := range m.records {
			if m.mask&w.mask == 0 && v.Kind == plan.Draft && len(r.positionsOf(m)) == 0 && slices.Contains(dated, v) && r.nearby(m.mask, w.mask) {
				r.named = append(r.named, mention{records: []*plan.Record{v}, mask: m.mask | w.mask, strong: true, telling: true})
				r.taken |= m.mask | w.mask
				r.bare = slices.DeleteFunc(r.bare, func(o mention) bool { return o.mask == m.mask })
				return
			}
		}
	}
	nounMask := r.mask(func(t token) bool { return nouns[t.text] && t.text != "one" || papers[t.text] })
	if nounMask == 0 {
		return
	}
	var found []*plan.Record
	var mask uint64
	for _, p := range r.parties() {
		if v := sharing(dated, []string{p.name}); v != nil && !slices.Contains(found, v) {
			found = append(found, v)
			mask |= p.mask
		}
	}
	if found == nil && len(dated) == 1 && r.nearby(nounMask, w.mask) {
		found = dated
	}
	if found == nil && r.has(replying...) { // "the April reply" is what answers another draft of then
		for _, v := range dated {
			if slices.ContainsFunc(dated, func(o *plan.Record) bool { return slices.Contains(v.Follows, o.ID) }) {
				found = append(found, v)
			}
		}
		if len(found) != 1 {
			found = nil
		}
	}
	if base := r.pair()[0]; found == nil && len(dated) > 1 && slices.Contains(dated, base) && r.nearby(nounMask, w.mask) && r.mask(func(t token) bool { return several[t.text] }) == 0 {
		found = []*plan.Record{base}
		r.Assumed = append(r.Assumed, fmt.Sprintf("of that month %s is taken; for another, ask with its ID: %s", label(base), labels(slices.DeleteFunc(slices.Clone(dated), func(d *plan.Record) bool { return d == base }))))
	}
	for _, v := range found {
		r.named = append(r.named, mention{records: []*plan.Record{v}, mask: mask | w.mask, strong: true, telling: true})
	}
	if found != nil {
		r.taken |= mask | w.mask
		r.bare = slices.DeleteFunc(r.bare, func(m mention) bool { return m.mask&mask != 0 })
	}
}

// replying are nouns for a draft that answers another.
var replying = []string{"reply", "response", "answer", "counter", "counterproposal", "rebuttal"}

// redate takes for a name beside a date the version that the same party put
// forward then.
func (r *reading) redate(dated []*plan.Record, w *when) {
	away := func(m mention) bool {
		return m.records[0].Kind == plan.Draft && !overlaps(w.date, m.records[0].Date)
	}
	ofDay := len(dated) == 1 && len(w.date) == len("2006-01-02")
	beside := ofDay || !r.has("happened to", "became of", "become of", "by then") ||
		slices.ContainsFunc(r.named, func(m mention) bool { return away(m) && (m.loose || r.nearby(m.mask, w.mask)) })
	var kept []mention
	given := false // the date belongs to a name already
	for _, m := range r.named {
		if given && m.exact[m.records[0]] {
			kept = append(kept, m)
			continue
		}
		v := m.records[0]
		by := slices.Clone(v.By)
		var beyond []string // parties beside the name that have no part in it
		for _, p := range r.parties() {
			if p.mask&m.mask != 0 {
				by = append(by, p.name)
			}
			if p.mask&(m.mask<<1|m.mask>>1) != 0 && p.mask<<1&m.mask != 0 && !slices.Contains(v.By, p.name) {
				beyond = append(beyond, p.name)
			}
		}
		if own := r.ownPaper(dated, m); own != nil {
			m.records = append([]*plan.Record{own}, m.records...)
			kept = append(kept, m)
			continue
		}
		other := sharing(dated, by)
		if i := slices.IndexFunc(m.records, func(x *plan.Record) bool { return slices.Contains(dated, x) }); i > 0 && len(dated) == 1 {
			other = m.records[i]
		}
		if of := sharing(dated, beyond); !away(m) && of != nil && len(r.named) == 1 && len(beyond) == 1 && v.Kind == plan.Draft && slices.Contains(dated, v) {
			m.records = append([]*plan.Record{of}, m.records...)
		}
		switch {
		case !away(m) || other == nil || r.described(w, m) || r.owned(w, m) || r.ranging(w, m) || len(r.named) > 2 && (m.mask<<1|m.mask>>1)&w.mask == 0:
			kept = append(kept, m)
		case len(r.named) == 2 && slices.ContainsFunc(r.named, func(o mention) bool { return o.records[0] == other }):
			r.taken |= m.mask // the question names it twice, by party and otherwise
		case beside:
			r.why("%q with its date names %s", r.phraseOf(m.mask), other.ID)
			m.records = append([]*plan.Record{other}, slices.DeleteFunc(slices.Clone(m.records), func(x *plan.Record) bool { return x == other })...)
			m.mask |= w.mask
			r.taken |= w.mask
			given = true
			kept = append(kept, m)
		default:
			kept = append(kept, m)
		}
	}
	r.named = kept
}

// ownPaper is, for a name that holds its date and that the question gives to a
// party by "its", what that party put forward then, where that is another:
// "what does Ukraine want in its June paper?".
func (r *reading) ownPaper(dated []*plan.Record, m mention) *plan.Record {
	first, _ := place(m.mask)
	possessive := func(i int) bool {
		return i >= 0 && slices.Contains([]string{"its", "their", "his", "own"}, r.words[i].text)
	}
	if !possessive(first-1) && !possessive(first-2) || !slices.Contains(dated, m.records[0]) {
		return nil
	}
	for _, p := range r.parties() {
		if p.mask&m.mask == 0 && !slices.Contains(m.records[0].By, p.name) {
			if v := sharing(dated, []string{p.name}); v != nil && v != m.records[0] {
				return v
			}
		}
	}
	return nil
}

// papers are further nouns for a version, beside those in names.
var papers = set("paper papers memo memos memorandum memorandums proposals offers drafts plans texts versions documents reply replies")

// limiting reports whether a date says until when something was known, or
// before or since when something took place.
func (r *reading) limiting(w *when) bool {
	first, _ := place(w.mask)
	if r.has("known", "people know", "we know", "anyone know", "was public", "been reported") {
		return true
	}
	return first > 0 && slices.Contains([]string{"by", "before", "until", "since", "till", "after"}, r.words[first-1].text)
}

// described reports whether a date stands beside a noun for a version other
// than the one that a name has: "what of the April reply is in the later text?".
func (r *reading) described(w *when, m mention) bool {
	beside := (w.mask<<1 | w.mask>>1) &^ w.mask &^ m.mask
	return beside&m.mask == 0 && r.mask(func(t token) bool { return (nouns[t.text] && t.text != "one" || papers[t.text]) && !several[t.text] })&beside != 0 && w.mask < m.mask
}

// owned reports whether a date is part of the name of another version.
func (r *reading) owned(w *when, m mention) bool {
	return slices.ContainsFunc(r.named, func(o mention) bool { return o.mask != m.mask && w.mask&^o.mask == 0 })
}

// ranging reports whether a date is where a span begins that a name ends:
// "from April 2025 to the 20 points".
func (r *reading) ranging(w *when, m mention) bool {
	first, _ := place(w.mask)
	return first > 0 && r.words[first-1].text == "from" && w.mask < m.mask && r.parted(w.mask, m.mask)
}

// parted reports whether two places in a question are told apart by a word
// between them: "in the US draft and in the text of 24 December".
func (r *reading) parted(a, b uint64) bool {
	if a > b {
		a, b = b, a
	}
	if a == 0 {
		return false
	}
	_, from := place(a)
	to, _ := place(b)
	for i := from; i >= 0 && i < to; i++ {
		if slices.Contains([]string{"and", "or", "vs", "versus", "to", "than", "with", "against"}, r.words[i].text) {
			return true
		}
	}
	return false
}

// nearby reports whether two places in a question are at most two words apart.
func (r *reading) nearby(a, b uint64) bool {
	for range 3 {
		if a&b != 0 {
			return true
		}
		a |= a<<1 | a>>1
	}
	return a&b != 0
}

// party is one who puts drafts forward and whom a question names.
type party struct {
	name string
	mask uint64
}

// parties are those who put drafts forward and whom the question names, by
// any of their names.
func (q *question) parties() []party {
	if q.sides == nil {
		q.sides = q.findParties()
	}
	return q.sides
}

func (q *question) findParties() []party {
	out := []party{}
	for _, d := range q.x.lib.Drafts() {
		for _, by := range d.By {
			if slices.ContainsFunc(out, func(p party) bool { return p.name == by }) {
				continue
			}
			if mask := q.called(by); mask != 0 {
				out = append(out, party{by, mask})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b party) int { x, _ := place(a.mask); y, _ := place(b.mask); return x - y })
	return out
}

// called is where a question names somebody by any alias.
func (q *question) called(name string) uint64 {
	mask := q.stands(strings.Join(split(name), " "))
	for _, group := range q.x.lib.Aliases {
		if !slices.Contains(group, name) {
			continue
		}
		for _, a := range group {
			mask |= q.stands(strings.Join(split(a), " "))
		}
	}
	return mask
}

// sharing is the draft that was put forward by one of these, by nobody else
// if there is such a one; nil if there is none.
func sharing(drafts []*plan.Record, by []string) *plan.Record {
	var best *plan.Record
	for _, d := range drafts {
		if slices.ContainsFunc(d.By, func(b string) bool { return slices.Contains(by, b) }) && (best == nil || len(d.By) < len(best.By)) {
			best = d
		}
	}
	return best
}

// ofDate are the drafts of a date that the question gives, by those whom it
// names if any of them is; nil if there are none.
func (r *reading) ofDate() []*plan.Record {
	if r.when == nil || r.asOf() || r.limiting(r.when) {
		return nil
	}
	dated := slices.DeleteFunc(r.x.lib.Drafts(), func(d *plan.Record) bool { return !overlaps(r.when.date, d.Date) })
	var by []string
	for _, p := range r.parties() {
		by = append(by, p.name)
	}
	if of := slices.DeleteFunc(slices.Clone(dated), func(d *plan.Record) bool { return sharing([]*plan.Record{d}, by) == nil }); len(of) > 0 {
		return of
	}
	if len(dated) == 0 {
		return nil
	}
	return dated
}

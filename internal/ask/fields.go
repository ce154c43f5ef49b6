package ask

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"

	"plandiff/internal/plan"
)

// How much a word of the question counts for a field by where it is found.
const (
	bySynonym   = 1.0  // in a synonym of the field, all of whose words are there
	byTitle     = 0.9  // in its title, all of whose words are there
	byTopic     = 0.8  // in a name of its topic, all of whose words are there
	byPart      = 0.45 // in a part of a synonym or title
	byChoice    = 0.4  // in one of the values it may have
	silentShare = 0.12 // of any of these, for a word that says little by itself
	plainShare  = 0.5  // for a word that people use around any question
	actorShare  = 0.35 // the same, for who may be a party to anything
	longer      = 0.9  // for each further word of a name that is there whole
)

// scored is a field with how well a question fits it.
type scored struct {
	topic *plan.Topic
	field *plan.Field
	score float64
	own   float64 // without what the topic adds
	names uint64  // words in names of the field itself
	whole uint64  // words in a name of the topic that is there whole
	// several are the words of its names that are there whole and have
	// more than one word
	several uint64
	aside   bool   // taken only because its topic is named
	mask    uint64 // words that it explains
	strong  uint64 // of those, the ones in a name that is there whole
}

// fields scores every field that any word of the question speaks for, best
// first. Words of names of versions, dates and points are left out.
func (q *question) fields(actors uint64) []scored {
	var out []scored
	weight := make([]float64, len(q.words))
	for i := range q.words {
		weight[i] = q.rare[i]
		switch {
		case q.taken&(1<<i) != 0:
			weight[i] = 0
		case asking[q.words[i].text], silent[q.words[i].text], q.words[i].isNum:
			weight[i] *= silentShare
		case plainEnglish[q.words[i].text]:
			weight[i] *= plainShare
		case actors&(1<<i) != 0:
			weight[i] *= actorShare
		}
	}
	topics := make([]tally, len(q.x.topics))
	for t := range q.x.topics {
		topics[t] = q.tally(weight)
		for _, p := range q.x.topics[t].names {
			topics[t].add(p, byTopic, 0.3)
		}
	}
	hints := q.hints()
	for i := range q.x.fields {
		e := &q.x.fields[i]
		own := q.tally(weight)
		own.add(e.title, byTitle, byPart)
		own.add(e.id, bySynonym, 0)
		for _, p := range e.names {
			own.add(p, bySynonym, byPart)
		}
		strong, several := own.strong, own.several
		for _, p := range e.choices {
			own.add(p, byChoice, byChoice)
		}
		own.strong, own.several = strong, several // a value is no name
		s := scored{topic: q.x.topics[e.topic].topic, field: e.field, own: own.sum()}
		all := own.join(&topics[e.topic])
		s.score, s.mask, s.strong = all.sum(), all.seen, own.strong
		s.names, s.whole, s.several = own.seen, topics[e.topic].strong, own.several
		if s.score > 0 {
			s.score += hints[i] * boolTo(own.seen != 0)
			out = append(out, s)
		}
	}
	slices.SortStableFunc(out, func(a, b scored) int { return cmp.Compare(b.score, a.score) })
	return out
}

func boolTo(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// tally gathers how much each word of the question counts for one thing.
type tally struct {
	q       *question
	weight  []float64
	best    [maxWords]float64
	bonus   float64
	seen    uint64
	strong  uint64
	several uint64
	skip    uint64 // words that are part of what is asked, and no name
}

func (q *question) tally(weight []float64) tally {
	t := tally{q: q, weight: weight}
	switch {
	case q.has(historyCues...):
		t.skip = q.mask(func(w token) bool { return movement[w.text] || q.has("from") && w.text == "to" })
	case q.has(quoteCues...):
		t.skip = q.mask(func(w token) bool { return quoting[w.text] })
	case q.has(uptakeCues...) && !q.has("how many", "how much"):
		t.skip = q.mask(func(w token) bool { return asking[w.text] })
		for _, p := range q.parties() { // whose wording it is
			t.skip |= p.mask
		}
	case q.has("from") && q.has("to"):
		t.skip = q.mask(func(w token) bool { return w.text == "from" || w.text == "to" })
	case q.reporters() != 0:
		t.skip = q.reporters()
	case q.has(strikingCues...):
		t.skip = q.mask(func(w token) bool { return striking[w.text] })
	}
	return t
}

// add counts a name: whole for its words if all of them are there, part for
// those that are.
func (t *tally) add(p phrase, whole, part float64) {
	mask, found := t.q.h.at(p)
	mask &^= t.q.taken | t.skip
	if found == 0 || mask == 0 {
		return
	}
	share, complete := part, found == len(p) && bits.OnesCount64(mask) >= len(p) && t.q.inOrder(p)
	if !complete && part == 0 {
		return
	}
	if complete {
		share = whole
		if spread(mask) > len(p)+2 {
			share *= 0.8
		}
		t.strong |= mask
		if len(p) > 1 {
			t.several |= mask
		}
	}
	bonus := 0.0
	for m := mask; m != 0; m &= m - 1 {
		i := bits.TrailingZeros64(m)
		w := t.weight[i] * share
		if complete && len(p) > 1 {
			w = max(w, share*t.q.rare[i]*0.5) // in a whole name even a small word counts
			bonus += longer * share
		}
		t.best[i] = max(t.best[i], w)
	}
	t.bonus = max(t.bonus, bonus)
	t.seen |= mask
}

// inOrder reports whether the words of a name of two, one of them small, stand
// in its order: "move on" is not "how did it move on paper".
func (q *question) inOrder(p phrase) bool {
	if len(p) != 2 || !slices.ContainsFunc(p, func(w int) bool { return silent[q.x.words[w]] }) {
		return true
	}
	at := -1
	for _, w := range p {
		rest := q.h[w] &^ (1<<(at+1) - 1)
		if rest == 0 {
			return false
		}
		at = bits.TrailingZeros64(rest)
	}
	return true
}

func spread(mask uint64) int { return bits.Len64(mask) - bits.TrailingZeros64(mask) }

func (t *tally) sum() float64 {
	s := t.bonus
	for i := range t.weight {
		s += t.best[i]
	}
	return s
}

// join takes for every word the better of two tallies.
func (t *tally) join(o *tally) tally {
	out := *t
	for i := range t.weight {
		out.best[i] = max(t.best[i], o.best[i])
	}
	out.bonus = max(t.bonus, o.bonus)
	out.seen |= o.seen
	return out
}

// asked is what kind of thing the word that asks wants.
type asked int

const (
	askedNothing asked = iota
	askedLength
	askedAmount
	askedTime
	askedPlace
	askedPerson
	askedReason
)

// asks reads the word that asks.
func (q *question) asks() asked {
	switch {
	case q.has("how long"):
		return askedLength
	case q.has("how many", "how much", "what share", "what percentage", "how big", "how large"):
		return askedAmount
	case q.has(whenCues...), q.has("the day", "the date", "a date", "a day", "the year", "a year", "name a year"):
		return askedTime
	case q.has("where", "which country", "what country", "which place", "which city", "what place"):
		return askedPlace
	case q.has("who", "whose", "whom"):
		return askedPerson
	case q.has("why", "what reason"):
		return askedReason
	}
	return askedNothing
}

// hints favour the fields whose kind or title fits the word that asks, in the
// order of the index.
func (q *question) hints() []float64 {
	if q.hinted != nil {
		return q.hinted
	}
	q.hinted = make([]float64, len(q.x.fields))
	kind := q.asks()
	for i := range q.x.fields {
		q.hinted[i] = q.hint(q.x.fields[i].field, kind)
	}
	return q.hinted
}

func (q *question) hint(f *plan.Field, kind asked) float64 {
	fits := func(words ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return hasPart(f.Title, w) })
	}
	if f.Kind.Numeric() && f.Unit != "" {
		for i := range q.words[:max(len(q.words)-1, 0)] {
			if q.words[i].isNum && q.taken&(1<<i) == 0 && q.x.root(q.words[i+1].text) == q.x.root(f.Unit) {
				return 1.5
			}
		}
	}
	if thing, ok := strings.CutPrefix(f.Title, "Whose "); ok && q.has("whose") && slices.ContainsFunc(split(thing), func(w string) bool { return q.stands(w) != 0 }) {
		return 3
	}
	switch {
	case kind == askedLength && (f.Kind == plan.Duration || fits("how long", "time left", "duration")):
		return 0.8
	case kind == askedAmount && f.Kind.Numeric():
		return 0.6
	case kind == askedTime && (f.Kind == plan.DateKind || f.Kind == plan.Duration || fits("when", "day", "date", "start")):
		return 1
	case kind == askedPlace && (strings.HasPrefix(f.Title, "Place") || fits("where", "location")):
		return 1
	case kind == askedPerson && fits("who", "persons", "sides", "member", "parties", "guarantors", "chair", "mediator", "leads"):
		return 0.4
	case kind == askedReason && fits("why", "reason", "cause"):
		return 1
	}
	return 0
}

// hasPart looks for a lower-case part in a text, in any case.
func hasPart(text, part string) bool {
	for at := 0; at+len(part) <= len(text); at++ {
		if strings.EqualFold(text[at:at+len(part)], part) {
			return true
		}
	}
	return false
}

// leastScore is what a field must reach to be taken: one rare word that is
// part of its names. Where no name is there whole, it takes more.
const (
	leastScore = 1.3
	leastLoose = 2.0
	mostFields = 14
)

// choose picks the fields that a question is about: those that fit about as
// well as the best; the rest of its topic, where the words that speak for it
// are a name of the topic; and for words that none of these explains, the
// field that explains those.
func (q *question) choose(all []scored, actors, parties uint64) []scored {
	if len(all) == 0 || all[0].score < leastScore || all[0].strong|all[0].whole == 0 && all[0].score < leastLoose {
		return nil
	}
	var out []scored
	var explained uint64
	add := func(s scored) {
		if len(out) < mostFields && !slices.ContainsFunc(out, func(o scored) bool { return o.field == s.field }) {
			out = append(out, s)
			explained |= s.names
		}
	}
	for _, s := range all {
		if s.score >= all[0].score*0.86 {
			add(s)
		}
	}
	if parties != 0 && q.gain(all[0].mask&^parties) == 0 && all[0].topic.About == plan.AboutStance {
		return nil // nothing but who is asked about
	}
	q.lead(all, &out)
	if all[0].own < all[0].score*0.7 { // the topic speaks for them all: its own order then
		slices.SortStableFunc(out, func(a, b scored) int {
			if d := int(2*b.own) - int(2*a.own); d != 0 {
				return d
			}
			return q.x.place(a.field) - q.x.place(b.field)
		})
	}
	var apart []scored
	for _, s := range all {
		if s.own >= leastScore && q.gain(s.strong&^explained&^actors) >= 2 {
			apart = append(apart, s)
			explained |= s.names
		}
	}
	if best := all[0]; apart == nil && best.whole != 0 && q.gain(best.names&^best.whole) == 0 && best.topic.About == plan.AboutText {
		for _, s := range all {
			if s.topic == best.topic {
				s.aside = true
				add(s)
			}
		}
	}
	for _, s := range apart {
		add(s)
	}
	return out
}

// lead puts the field first that the word which asks wants, where one on the
// same subject has it: "when does it join?" asks for the date of joining.
func (q *question) lead(all []scored, out *[]scored) {
	kind, hints := q.asks(), q.hints()
	at := func(s scored) int { return q.x.fieldAt[s.field.ID] }
	if kind == askedNothing || kind == askedPerson || len(*out) == 0 || hints[at((*out)[0])] > 0 {
		return
	}
	best := (*out)[0]
	for _, s := range all {
		if s.field.Prefix() == best.field.Prefix() && hints[at(s)] >= 0.6 && s.score >= 0.6*best.score && s.own > 0 {
			rest := slices.DeleteFunc(*out, func(o scored) bool { return o.field == s.field })
			*out = append([]scored{s}, rest...)
			return
		}
	}
}

// gain is the weight of words that say something.
func (q *question) gain(mask uint64) float64 {
	sum := 0.0
	for ; mask != 0; mask &= mask - 1 {
		i := bits.TrailingZeros64(mask)
		if t := q.words[i].text; !silent[t] && !asking[t] && !plainEnglish[t] {
			sum += q.rare[i]
		}
	}
	return sum
}

// stray are the words of a question that nothing explains, save those that
// say nothing about a subject.
func (q *question) stray(explained uint64) []string {
	var out []string
	for i, t := range q.words {
		if (explained|q.linked)&(1<<i) == 0 && !silent[t.text] && !cueWords[t.text] && !plainEnglish[t.text] && !asking[t.text] {
			out = append(out, t.raw)
		}
	}
	return out
}

package ask

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/plan"
)

// A question is about the text of versions, which is answered field by field,
// or about what is told of talks, people and stances, which is answered claim
// by claim. Whichever explains more of it decides.

// ofText reports whether a match is a field of a draft or of the document.
func (r *reading) isText(m *match) bool {
	about := r.x.topics[r.x.fields[m.field].topic].topic.About
	return r.x.records[m.record].record.Kind == plan.Draft && (about == plan.AboutText || about == plan.AboutDocument)
}

// best is the best match of a kind; nil if there is none.
func (r *reading) best(keep func(*match) bool) *match {
	ranked, _ := r.ranked()
	for i := range ranked {
		if keep(&ranked[i]) {
			return &ranked[i]
		}
	}
	return nil
}

// tallied reports whether a word is what a question asks the number of: "how
// many seats ...", or the price.
func (r *reading) tallied(i int) bool {
	if i > 0 && r.words[i-1].owner {
		return true // "what is his salary?"
	}
	if i > 0 && slices.Contains([]string{"price", "prices", "cost", "score", "rate"}, r.words[i-1].text) {
		return true
	}
	return i > 1 && r.words[i-2].text == "how" && (r.words[i-1].text == "many" || r.words[i-1].text == "much")
}

// sure is what a field scores that a question names beyond doubt.
const sure = 6

// covers reports whether a match explains enough of the question.
func (r *reading) covers(m *match) bool {
	if m == nil {
		return false
	}
	need := leastCover
	c := r.chosen
	named := len(c) > 0 && c[0].score >= sure && c[0].several != 0 && r.x.fields[m.field].field.ID == c[0].field.ID
	for i, t := range r.words {
		if m.mask&(1<<i) != 0 || !r.subjects(i) || named && !ordinary[t.text] && !t.proper && !t.isNum {
			continue
		}
		switch {
		case r.tallied(i), elsewhere[t.text]:
			return m.cover >= r.content()*strangeCover
		case need == leastCover:
			need = foreignCover
		default:
			need = strangeCover
		}
	}
	return m.cover >= r.content()*need
}

// content is the weight of what a question says besides names of versions.
func (r *reading) content() float64 {
	r.ranked()
	if r.Named && r.bareNames == 0 {
		return r.total - nameWeight
	}
	return r.total
}

// subjects reports whether a word that no cell has is a subject of its own,
// and not one that people use around any question.
func (r *reading) subjects(i int) bool {
	t := r.words[i]
	return r.weight[i] >= 2 && r.unheard&(1<<i) != 0 && (r.tallied(i) || ordinary[t.text] || t.proper || t.isNum || len(t.text) > 5 && !familiar(t.text) && !inThesaurus(t.text))
}

// eventPlace are the words of a question that name the place of a meeting, where
// some event is named for it.
func (r *reading) eventPlace() uint64 {
	at := r.meetingPlace()
	if at == 0 || r.Named && r.bareNames == 0 || len(r.chosen) == 0 || r.chosen[0].topic.About != plan.AboutTalks {
		return 0
	}
	if len(r.namedFor(at)) == 0 {
		return 0
	}
	return at
}

// takesPlace reports whether a match is of a record that goes with a place.
func (r *reading) takesPlace(m *match, at uint64) bool {
	if v := r.x.records[m.record].record; v.Kind == plan.Event {
		return slices.ContainsFunc(r.namedFor(at), sameRecord(v))
	}
	return (m.zones[zoneRecord]|m.zones[zoneSaid]|m.zones[zoneBy])&at == at
}

// pinned is the best match of the field that a yes-or-no question names beyond
// doubt, where it fits nearly as well as the best of all; nil elsewhere.
func (r *reading) pinned(best *match) *match {
	c := r.chosen
	if best == nil || r.Intent != YesNo || len(c) == 0 || c[0].own < sure || c[0].score < 2*sure {
		return nil
	}
	of := r.best(func(m *match) bool {
		return !r.isText(m) && !m.lacuna && r.x.fields[m.field].field.ID == c[0].field.ID
	})
	if of == nil || of.score < best.score*0.8 {
		return nil
	}
	return of
}

// accounts are the cells that answer a question about talks, people or stances,
// best first; nil if it is about the text of versions.
func (r *reading) accounts() []cell {
	text := r.best(r.isText)
	at := r.eventPlace()
	told := r.best(func(m *match) bool { return !r.isText(m) && (at == 0 || r.takesPlace(m, at)) })
	pinned := r.pinned(told)
	if pinned != nil {
		told = pinned
	}
	if !r.covers(told) || r.weighty() < 0.8 {
		return nil
	}
	margin := 1.05
	if r.Named && r.bareNames == 0 {
		margin = 1.15
	}
	if len(r.chosen) > 0 && (r.chosen[0].topic.About == plan.AboutTalks || r.chosen[0].topic.About == plan.AboutStance) {
		margin -= 0.2
	}
	if text != nil && text.lacuna && !r.Named {
		margin -= 0.2
		if r.ofPerson() && told.zones[zoneRecord]|told.zones[zoneSaid]|told.zones[zoneBy] != 0 {
			margin -= 0.4 // what a text does not say is not what a person holds
		}
	}
	if r.begins("must", "may", "can", "shall") || yesNoStart(r.question) && r.has("have to", "need to", "be allowed", "be forced", "be obliged") { // what is allowed or owed stands in a text
		margin += 0.2
	}
	if text != nil && told.score < text.score*margin {
		return nil
	}
	if r.silentThen(told) {
		return nil
	}
	if r.bareNames != 0 {
		r.Versions, r.Named = nil, false
	}
	cells := r.alike(told)
	if pinned != nil {
		other := func(c cell) int { return int(boolTo(c.Field.ID != r.chosen[0].field.ID)) }
		slices.SortStableFunc(cells, func(a, b cell) int { return other(a) - other(b) })
	}
	return append(cells, r.further(cells)...)
}

// silentThen reports whether a question that asks what was known by a day names
// another field outright than a match is about: it was silent then.
func (r *reading) silentThen(told *match) bool {
	c := r.chosen
	return r.AsOf != "" && len(c) > 0 && ofText(c[0]) && c[0].several != 0 && c[0].score >= sure &&
		r.x.fields[told.field].field.ID != c[0].field.ID && r.weigh(told.mask&^c[0].mask&^r.set()) < 1
}

// hereabouts are the cells of the records that the question before was answered
// for that fit this one best, where it goes on from there and says little.
func (r *reading) hereabouts() []cell {
	if r.context == nil {
		return nil
	}
	m := r.best(func(m *match) bool {
		return slices.ContainsFunc(r.context, sameRecord(r.x.records[m.record].record)) && !m.lacuna
	})
	if m == nil || m.score < contextBonus+0.4 {
		return nil
	}
	return []cell{{Finding: r.findingOf(m), score: m.score, mask: m.mask}}
}

// weighty is the weight of what a question says, in one that goes on from
// another without the persons and parties it names.
func (r *reading) weighty() float64 {
	if !r.continued {
		return r.content()
	}
	var bare uint64
	for _, m := range r.bare {
		bare |= m.mask
	}
	return r.content() - r.weigh(bare&^r.set())
}

// remarked answers with what records note of themselves as a whole, where
// that explains clearly more of a question than any claim does.
func (r *reading) remarked() *Answer {
	r.ranked()
	if len(r.remarks) == 0 || r.continued {
		return nil
	}
	m := &r.remarks[0]
	var claimed float64
	if len(r.matches) > 0 {
		claimed = r.matches[0].score
	}
	if len(r.matches) > 0 && r.matches[0].lacuna && r.names(r.x.records[m.record].record) {
		claimed *= 0.7
	}
	least := min(2, 0.6*r.content())
	if clause := len(r.chosen) > 0 && ofText(r.chosen[0]); len(r.matches) > 0 && r.matches[0].lacuna && r.Named && !clause {
		least = 0.2 * r.content() // of what is asked nothing is told
	}
	if !r.covers(m) || m.score < claimed*1.1 || r.weigh(m.zones[zoneSaid]|m.zones[zoneSwap]) < least {
		return nil
	}
	if c := r.chosen; len(c) > 0 && c[0].strong != 0 && ofText(c[0]) && r.Named && r.holding(r.Versions) != nil && m.cover < 0.6*r.content() {
		return nil // the clause that is asked about is there
	}
	v := r.x.records[m.record].record
	if !r.Named {
		r.Versions = []*plan.Record{v}
	}
	a := &Answer{Status: Answered, Text: fmt.Sprintf("%s, %s: %s (a note of the records, with no source of its own).", label(v), dateText(v.Date), m.remark.text)}
	r.why("what the record notes of itself fits: %s", r.phraseOf(m.mask))
	r.each(v, func(f Finding) {
		if f.Topic.About == plan.AboutDocument && len(a.Findings) < 3 {
			a.Findings = append(a.Findings, f)
		}
	})
	return a
}

// noted adds to an answer what a record notes of itself, where it fits the
// question about as well as what was told.
func (r *reading) noted(a *Answer) {
	if len(r.remarks) == 0 || r.continued || len(r.matches) == 0 || r.Intent == WhoSays && r.numberHandle() != nil {
		return
	}
	m := &r.remarks[0]
	if !r.Named { // a note on an earlier draft is no note on all
		shown := r.overview()
		i := slices.IndexFunc(r.remarks, func(m match) bool {
			v := r.x.records[m.record].record
			return v.Kind != plan.Draft || slices.Contains(shown, v)
		})
		if i < 0 {
			return
		}
		m = &r.remarks[i]
	}
	if !r.covers(m) || m.cover < 0.5*r.content() || r.weigh(m.zones[zoneSaid]|m.zones[zoneSwap]) < min(1.2, 0.45*r.content()) {
		return
	}
	if m.score < r.matches[0].score*0.55 || strings.Contains(a.Text, m.remark.text) {
		return
	}
	a.Text += fmt.Sprintf(" The records themselves note of %s, with no source of its own: %s.", label(r.x.records[m.record].record), m.remark.text)
}

// instead are told cells for a question about the text of no version that it
// names outright, where nothing is reported of the text.
func (r *reading) instead() []cell {
	told := r.best(func(m *match) bool { return !r.isText(m) })
	if r.continued || r.Named && r.bareNames == 0 || told == nil || r.silentThen(told) || told.cover < 0.6*r.content() || !r.covers(told) {
		return nil
	}
	r.Versions, r.Named = nil, false
	return r.alike(told)
}

// mostTold is how many cells an answer takes of those that fit alike.
const mostTold = 6

// alike are the told cells that fit about as well as the best.
func (r *reading) alike(best *match) []cell {
	const apart = 0.4 // of the content that a further cell may leave unexplained
	event := best.exact & r.proper & best.zones[zoneRecord] &^ r.bareMask()
	if r.x.records[best.record].record.Kind != plan.Event {
		event = 0
	}
	at := r.eventPlace()
	var out []cell
	for i := range r.matches {
		m := &r.matches[i]
		if m.score < best.score*0.8 || len(out) == mostTold {
			break
		}
		if other := event &^ (m.zones[zoneRecord] | m.zones[zoneSaid] | m.zones[zoneBy]); other != 0 && r.x.records[m.record].record.Kind != plan.Draft {
			continue // of another event: "when were the Geneva talks?"
		}
		if at != 0 && !r.takesPlace(m, at) {
			continue
		}
		if !r.isText(m) && r.weigh(best.mask&^m.mask) < apart*r.content() {
			out = append(out, cell{Finding: r.findingOf(m), score: m.score, mask: m.mask})
		}
	}
	slices.SortStableFunc(out, func(a, b cell) int { // of those alike, what says it in fewer words first
		return cmp.Or(cmp.Compare(b.score, a.score), len(r.said(a.Finding))-len(r.said(b.Finding)))
	})
	return out
}

// further are cells for a part of the question that the first ones leave
// unexplained: "who leads the talks, and does he have any experience?".
func (r *reading) further(cells []cell) []cell {
	var have uint64
	for _, c := range cells {
		have |= c.mask
	}
	var best *match
	most := 0.0
	for i := range r.matches {
		m := &r.matches[i]
		gain := r.weigh(m.mask &^ have &^ r.taken)
		if (gain > 2.2 || gain > 1.4 && m.score > 0.8*cells[0].score) && gain+0.2*m.score > most && !r.isText(m) && !slices.ContainsFunc(cells, func(c cell) bool {
			return c.Record.ID == r.x.records[m.record].record.ID && c.Field.ID == r.x.fields[m.field].field.ID
		}) {
			best, most = m, gain+0.2*m.score
		}
	}
	if best == nil {
		return nil
	}
	return []cell{{Finding: r.findingOf(best), score: best.score, mask: best.mask}}
}

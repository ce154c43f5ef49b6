package ask

import (
	"cmp"
	"slices"

	"plandiff/internal/plan"
)

// Shares of a word's weight by where it stands, the largest first.
const (
	inWhole  = 1.0  // in a name of the field that is there whole
	inBy     = 0.95 // in who speaks or publishes
	inSaid   = 0.9  // in what the claims say
	inRecord = 0.85 // in a name of the record, or in who put it forward
	inPart   = 0.7  // in a part of a name of the field
	inTopic  = 0.6  // in a name of the topic
	inSwap   = 0.42 // another word for it is in any of these
	inNote   = 0.4  // in what is noted beside the claims
)

const (
	nameWeight   = 3.0  // of all names of versions in a question
	leastCover   = 0.3  // of a question's weight that an answer must explain
	foreignCover = 0.5  // the same, where the question has a subject that the records do not know
	strangeCover = 0.75 // the same, where it has two, or asks how many there are of it
	mostWeight   = 4.0
	contextBonus = 1.5 // of what the question before was answered for
	zones        = 8
)

// match is one field of one record with how well a question fits it.
type match struct {
	record, field int // in the index
	zones         [zones]uint64
	mask, exact   uint64
	score         float64
	cover         float64 // the weight that it explains, by the shares
	lacuna        bool    // no claim: the record is named, and the field is of the text
	remark        *remark // what the record notes of itself; field is not set then
}

// shares are those of the zones of a match.
var shares = [zones]float64{inWhole, inBy, inSaid, inRecord, inPart, inTopic, inSwap, inNote}

// places of the zones
const (
	zoneWhole = iota
	zoneBy
	zoneSaid
	zoneRecord
	zonePart
	zoneTopic
	zoneSwap
	zoneNote
)

// ranked matches a question against every field of every record that has a
// claim, and against every field of the versions it names; best first. total
// is the weight of all that the question says.
func (r *reading) ranked() (all []match, total float64) {
	if r.matches != nil {
		return r.matches, r.total
	}
	if r.swapped == nil {
		sw := r.swaps()
		r.swapped = &sw
	}
	sw := r.swapped
	fields, records := r.fieldZones(sw), r.recordZones(sw)
	outlets := r.outletsNamed(sw)
	l := r.lens(sw.targets)
	all = make([]match, 0, 1200)
	carried := map[[2]int]bool{}
	for i := range r.x.records {
		rec := r.seen.Record(r.x.records[i].record.ID)
		if rec == nil {
			continue
		}
		for f := range rec.Fields {
			claims := rec.Fields[f].Claims
			if len(claims) == 0 {
				continue
			}
			m := match{record: i, field: r.x.fieldAt[rec.Fields[f].Field]}
			m.zones = fields[m.field]
			m.zones[zoneRecord] = records[i]
			for c := range claims {
				l.read(&claims[c], &m.zones)
				m.zones[zoneBy] |= outlets[claims[c].Source]
				for _, via := range claims[c].Via {
					m.zones[zoneBy] |= outlets[via]
				}
			}
			all = append(all, m)
			carried[[2]int{i, m.field}] = true
		}
	}
	blank := func(record, field int) {
		about := r.x.topics[r.x.fields[field].topic].topic.About
		if about == plan.AboutText || about == plan.AboutDocument {
			m := match{record: record, field: field, zones: fields[field], lacuna: true}
			m.zones[zoneRecord] = records[record]
			all = append(all, m)
		}
	}
	named := slices.DeleteFunc(slices.Clone(r.Versions), func(v *plan.Record) bool { return v.Kind != plan.Draft || !r.Named })
	for f := range r.x.fields {
		for _, v := range named {
			if i := r.x.recordAt(v); !carried[[2]int{i, f}] {
				blank(i, f)
			}
		}
		if i := r.x.recordAt(r.pair()[0]); named == nil && !carried[[2]int{i, f}] {
			blank(i, f)
		}
	}
	if r.ev.IsZero() {
		for i := range r.x.records {
			for _, note := range remarks(i, r.x.records[i].record) {
				m := match{record: i, remark: &note}
				m.zones[zoneRecord] = records[i]
				l.look(note.text, &m.zones[zoneSaid], &m.zones[zoneSwap])
				all = append(all, m)
			}
		}
	}
	for _, w := range r.x.proper {
		r.proper |= r.h[w] | sw.exact[w]
	}
	r.weights(all)
	r.speaker, r.doer = r.speakers(), r.doers()
	for _, w := range r.weight {
		total += w
	}
	if r.Named && r.bareNames == 0 {
		total += nameWeight
	}
	for i := range all {
		r.score(&all[i])
	}
	r.matches, r.remarks, r.total = nil, nil, total
	r.matches = make([]match, 0, len(all))
	for _, i := range byScore(all) {
		if all[i].remark != nil {
			r.remarks = append(r.remarks, all[i])
		} else {
			r.matches = append(r.matches, all[i])
		}
	}
	return r.matches, total
}

// byScore are the places of matches, the best first, those alike in their
// order. Matches are large and many, so it is places that are sorted.
func byScore(all []match) []int {
	places := make([]int, len(all))
	for i := range places {
		places[i] = i
	}
	slices.SortFunc(places, func(a, b int) int {
		if d := cmp.Compare(all[b].score, all[a].score); d != 0 {
			return d
		}
		return a - b
	})
	return places
}

// recordAt is the place of a record in the index.
func (x *index) recordAt(v *plan.Record) int {
	return slices.IndexFunc(x.records, func(e recordEntry) bool { return e.record.ID == v.ID })
}

// set are the words that count apart: names of versions, dates and points.
func (r *reading) set() uint64 { return r.taken &^ r.bareNames }

// outletsNamed is where the question names the publisher of each card.
func (r *reading) outletsNamed(sw *swaps) map[string]uint64 {
	out := map[string]uint64{}
	everyday := r.mask(func(t token) bool { return everyday(t.text) })
	for _, o := range r.x.outlets {
		var mask uint64
		found := true
		for _, w := range o.name {
			here := r.h[w] | sw.exact[w]
			mask |= here
			found = found && here != 0
		}
		if found && mask&^everyday != 0 {
			for _, card := range o.cards {
				out[card] = mask
			}
		}
	}
	return out
}

// names reports whether the question names a record as a version.
func (r *reading) names(v *plan.Record) bool {
	return r.Named && slices.ContainsFunc(r.Versions, sameRecord(v))
}

// cover finds the words of a question in those of a text.
func (r *reading) cover(sw *swaps, text phrase, exact, soft *uint64) {
	for i, w := range text {
		*exact |= r.h[w] | sw.exact[w]
		if soft != nil {
			*soft |= sw.soft[w]
		}
		for _, t := range sw.turns[w] {
			switch {
			case t.alias && r.follows(text[i+1:], t.rest):
				*exact |= t.mask
			case soft != nil && r.follows(text[i+1:], t.rest):
				*soft |= t.mask
			}
		}
	}
}

// follows reports whether a text begins with words of these roots.
func (r *reading) follows(text phrase, roots []string) bool {
	if len(text) < len(roots) {
		return false
	}
	for i, root := range roots {
		if r.x.root(r.x.words[text[i]]) != root {
			return false
		}
	}
	return true
}

// fieldZones are the zones of every field, by its own and its topic's names.
func (r *reading) fieldZones(sw *swaps) [][zones]uint64 {
	topics := make([][2]uint64, len(r.x.topics))
	for t := range r.x.topics {
		for _, p := range r.x.topics[t].names {
			r.cover(sw, p, &topics[t][0], &topics[t][1])
		}
	}
	out := make([][zones]uint64, len(r.x.fields))
	for i := range r.x.fields {
		e, z := &r.x.fields[i], &out[i]
		name := func(p phrase) {
			var exact uint64
			r.cover(sw, p, &exact, &z[zoneSwap])
			if _, found := r.h.at(p); found == len(p) {
				z[zoneWhole] |= exact
			} else {
				z[zonePart] |= exact
			}
		}
		name(e.title)
		for _, p := range e.names {
			name(p)
		}
		z[zoneTopic] = topics[e.topic][0]
	}
	return out
}

// recordZones are the words of each record's names.
func (r *reading) recordZones(sw *swaps) []uint64 {
	out := make([]uint64, len(r.x.records))
	for i := range r.x.records {
		e := &r.x.records[i]
		r.cover(sw, e.about, &out[i], nil)
		for _, n := range e.names {
			r.cover(sw, n.words, &out[i], nil)
		}
		for _, p := range e.who {
			r.cover(sw, p, &out[i], nil)
		}
	}
	return out
}

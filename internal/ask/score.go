package ask

import (
	"math"
	"math/bits"
	"slices"

	"plandiff/internal/plan"
)

// weights gives each word of a question what it counts: the more the fewer
// cells have it, little if people use it around any question. Names of
// versions and dates count apart.
func (r *reading) weights(all []match) {
	count := make([]int, len(r.words))
	var heard uint64
	for i := range all {
		m := &all[i]
		heard |= m.zones[zoneWhole] | m.zones[zoneBy] | m.zones[zoneSaid] | m.zones[zoneRecord] | m.zones[zonePart] | m.zones[zoneTopic] | m.zones[zoneNote]
		for mask := m.zones[zoneWhole] | m.zones[zoneBy] | m.zones[zoneSaid] | m.zones[zoneRecord] | m.zones[zonePart] | m.zones[zoneSwap]; mask != 0; mask &= mask - 1 {
			count[bits.TrailingZeros64(mask)]++
		}
	}
	n := float64(len(all) + 1)
	reporters := r.reporters()
	r.weight = make([]float64, len(r.words))
	for i, t := range r.words {
		w := mostWeight * math.Log(1+n/float64(1+count[i])) / math.Log(1+n/2)
		if count[i] == 0 || ordinary[t.text] && heard&(1<<i) == 0 {
			w = r.foreign(i)
			r.unheard |= 1 << i
			if ordinary[t.text] {
				r.mute |= 1 << i
			}
		}
		switch {
		case r.set()&(1<<i) != 0:
			w = 0
		case silent[t.text], reporters&(1<<i) != 0:
			w = 0.1
		case asking[t.text]:
			w = 0.05
		case cueWords[t.text]:
			w *= 0.35
		case plainEnglish[t.text]:
			w *= 0.4
		case usual[t.text]:
			w *= 0.7
		}
		r.weight[i] = w
	}
}

// foreign is what a word counts that no cell has.
func (r *reading) foreign(i int) float64 {
	t := r.words[i]
	switch {
	case ordinary[t.text], t.isNum:
		return 3
	case usual[t.text]:
		return 0.8
	case t.proper:
		return 3
	}
	return 2
}

// weigh is the weight of places in a question.
func (r *reading) weigh(mask uint64) float64 {
	sum := 0.0
	for m := mask &^ r.set(); m != 0; m &= m - 1 {
		sum += r.weight[bits.TrailingZeros64(m)]
	}
	if mask&r.set() != 0 && r.Named {
		sum += nameWeight
	}
	return sum
}

// saying are verbs before which a name stands for who says or wants what is
// asked for.
var saying = set(`say says said tell tells told want wants wanted think thinks thought believe believes believed insist insists insisted
	suggest suggests suggested propose proposes proposed argue argues argued claim claims claimed hope hopes fear fears expect expects
	promise promised advise advised warn warned write writes wrote`)

// bareMask are the words of the bare names in a question.
func (r *reading) bareMask() uint64 {
	mask := r.bareNames
	for _, m := range r.bare {
		mask |= m.mask
	}
	return mask
}

// widely is how many records have a field that is no field of one of them.
const widely = 3

// onlyText reports whether a word names versions and nobody who holds anything:
// "what does Geneva say of the assets?".
func (r *reading) onlyText(i int) bool {
	return slices.ContainsFunc(slices.Concat(r.named, r.bare), func(m mention) bool {
		return m.mask&(1<<i) != 0 && m.records[0].Kind == plan.Draft && len(r.positionsOf(m)) == 0 && !r.hasAlias(m)
	})
}

// titles are of those who speak for others.
var titles = set("spokesman spokeswoman spokesperson spokespeople official officials minister aide aides envoy secretary diplomat diplomats")

// speakers are the words of a question that name who says what it asks for:
// before a verb of saying, or after "according to".
func (r *reading) speakers() uint64 {
	var mask uint64
	for i, t := range r.words {
		if r.set()&(1<<i) != 0 || t.isNum || r.onlyText(i) || silent[t.text] || asking[t.text] || plainEnglish[t.text] || cueWords[t.text] || ordinary[t.text] || everyday(t.text) && !r.bareAt(i) {
			continue
		}
		next := i+1 < len(r.words) && (saying[r.words[i+1].text] || r.words[i+1].text == "on" && r.bareAt(i))
		after := i > 1 && r.words[i-1].text == "to" && r.words[i-2].text == "according"
		if !next && !after {
			continue
		}
		mask |= 1 << i
		if titles[t.text] { // "the State Department spokesman": who they speak for
			mask &^= 1 << i
			for j := i - 1; j >= 0 && !silent[r.words[j].text] && !asking[r.words[j].text] && i-j < 4; j-- {
				mask |= 1 << j
			}
		}
	}
	return mask
}

// doers are the words that name who a question asks of: "did Trump decide?".
func (r *reading) doers() uint64 {
	for _, m := range r.bare {
		first, last := place(m.mask)
		if first == 1 && yesNoStart(r.question) && !r.words[last].owner && last+1 < len(r.words) && r.words[last+1].text != "and" && !saying[r.words[last+1].text] && !speaking[r.words[last+1].text] && len(r.positionsOf(m)) > 0 {
			return m.mask
		}
	}
	return 0
}

// speaks reports whether a match is told by who the question names as the one
// who says so, or is of their position. What somebody wants is in the latter.
func (r *reading) speaks(m *match) bool {
	v := r.x.records[m.record].record
	holds := v.Kind == plan.Position && len(v.By) == 1 && r.speaker&m.zones[zoneRecord] != 0
	return holds || r.speaker&m.zones[zoneBy] != 0 && !slices.ContainsFunc(r.words, func(t token) bool { return wishing[t.text] })
}

// wishing words ask for what somebody wants, whoever says so.
var wishing = set("want wants wanted position stance seek seeks wish wishes")

// score adds up what a match explains.
func (r *reading) score(m *match) {
	e, v := &r.x.fields[m.field], r.x.records[m.record].record
	set := r.set()
	if about := r.x.topics[e.topic].topic.About; m.remark == nil && e.carried >= widely && about != plan.AboutText {
		// a person or a place among the names of a field that many records
		// have does not tell which record is meant
		elsewhere := r.proper &^ (m.zones[zoneBy] | m.zones[zoneSaid] | m.zones[zoneRecord] | m.zones[zoneNote])
		for _, z := range [3]int{zoneWhole, zonePart, zoneTopic} {
			m.zones[zoneSwap] |= m.zones[z] & elsewhere
			m.zones[z] &^= elsewhere
		}
	}
	for z, mask := range m.zones {
		if z == zoneSwap {
			mask &^= r.mute
		}
		for left := mask &^ m.mask &^ set; left != 0; left &= left - 1 {
			m.cover += shares[z] * r.weight[bits.TrailingZeros64(left)]
		}
		m.mask |= mask &^ set
		if z != zoneSwap && z != zoneNote {
			m.exact |= mask &^ set
		}
	}
	m.score = m.cover
	if r.speaks(m) {
		m.score += 1
	} else {
		m.score -= 0.4 * r.weigh(r.speaker&m.mask)
	}
	if v.Kind == plan.Position && r.doer&m.zones[zoneRecord] != 0 {
		m.score += 0.8
	}
	if m.remark != nil {
		if r.names(v) {
			m.score += nameWeight
		}
		return
	}
	own := m.zones[zoneWhole] | m.zones[zonePart] | m.zones[zoneSaid] | m.zones[zoneSwap]
	if own&^set != 0 {
		m.score += r.hints()[m.field]
		for _, p := range append([]phrase{e.title}, e.names...) {
			if mask, found := r.h.at(p); found == len(p) && found > 1 && mask&r.taken == 0 && bits.OnesCount64(mask) >= found {
				m.score += 0.5
				break
			}

		}
	}
	switch {
	case !r.Named || r.bareNames != 0:
	case r.names(v):
		m.score += nameWeight
		m.mask |= set
	case concerns(v, r.Versions) || r.x.topics[e.topic].topic.About == plan.AboutStance && aims(e.field, r.Versions):
		m.score += nameWeight * 0.8
		m.mask |= set
	default:
		if named := (m.zones[zoneSaid] | m.zones[zoneRecord] | m.zones[zoneWhole]) & r.taken; named != 0 {
			m.score += nameWeight * 0.5
		}
	}
	if r.when != nil && !r.asOf() {
		switch {
		case overlaps(r.when.date, v.Date):
			m.score += 1.2
		case v.Date != "" && v.Kind != plan.Draft:
			m.score -= 0.8
		}
	}
	if slices.ContainsFunc(r.context, sameRecord(v)) {
		m.score += contextBonus
		if r.proper&^m.mask&^set&^r.bareMask() != 0 { // it names somebody or some place else
			m.score -= contextBonus / 2
		}
	}
	if r.Intent == Stance && r.x.reactive(e.topic) {
		m.score += 1.2
	}
	switch {
	case m.lacuna && !r.Named:
		m.score *= 0.85
	case m.lacuna:
		m.score *= 0.97
	}
}

package ask

import (
	"fmt"
	"slices"

	"plandiff/internal/plan"
)

func overlaps(a, b plan.Date) bool {
	return b != "" && a.First() <= b.Last() && b.First() <= a.Last()
}

// hit is an event with how well a question fits it.
type hit struct {
	record *plan.Record
	score  float64
}

// narrowed keeps the events of the very day that a question gives, where
// there are any, those that carry the field it asks for, and those that fit
// its words about as well as the best.
func (r *reading) narrowed(hits []hit) []hit {
	keep := func(of func(hit) bool) {
		if slices.ContainsFunc(hits, of) {
			hits = slices.DeleteFunc(hits, func(h hit) bool { return !of(h) })
		}
	}
	if r.when != nil && len(r.when.date) == len("2006-01-02") {
		keep(func(h hit) bool { return h.record.Date == r.when.date })
	}
	listing := r.has(listingCues...)
	if len(r.chosen) > 0 && r.chosen[0].topic.About == plan.AboutTalks && !listing {
		keep(func(h hit) bool {
			return slices.ContainsFunc(r.chosen, func(s scored) bool { return r.carries(h.record, s.field.ID) })
		})
	}
	if r.mask(func(t token) bool { return gatherings[t.text] }) != 0 && r.mask(func(t token) bool { return occasions[t.text] || t.text == "events" }) == 0 {
		keep(r.gathering)
	}
	best := 0.0
	for i := range hits {
		hits[i].score = r.eventScore(hits[i].record)
		best = max(best, hits[i].score)
	}
	least := 0.75
	switch {
	case listing && r.when != nil && best < 3.5:
		least = 0.3
	case listing:
		least = 0.55
	}
	keep(func(h hit) bool { return h.score >= best*least })
	return hits
}

// gathering reports whether an event is one where people met: a field of it is
// about that by its names.
func (r *reading) gathering(h hit) bool {
	ranked, _ := r.ranked()
	kind := r.mask(func(t token) bool { return gatherings[t.text] })
	return slices.ContainsFunc(ranked, func(m match) bool {
		return r.x.records[m.record].record.ID == h.record.ID && (m.zones[zoneWhole]|m.zones[zoneRecord]|m.zones[zoneSaid])&kind != 0
	})
}

// listingCues ask for all events there are.
var listingCues = []string{"list", "all", "timeline", "chronology", "events", "meetings", "sequence", "where did things stand", "where did matters stand", "state of play"}

// gatherings are what a list of events may be confined to.
var gatherings = set("gathering gatherings meeting meetings summit summits trip trips visit visits call calls")

// eventScore weighs the words of a question that an event's names, parties
// and claims hold, and that do not stand for events as such.
func (r *reading) eventScore(v *plan.Record) float64 {
	return r.weigh(r.eventMask(v) &^ r.anyEvent())
}

// anyEvent are the words of a question that stand for events as such, or for
// their time.
func (r *reading) anyEvent() uint64 {
	kinds := r.mask(func(t token) bool { return gatherings[t.text] || occasions[t.text] })
	if kinds&(kinds-1) == 0 {
		kinds = r.mask(func(t token) bool { return gatherings[t.text] })
	}
	for i := range r.words {
		if monthOf(r.question, i) != 0 || isYear(r.words[i]) {
			kinds |= 1 << i
		}
	}
	return kinds | r.mask(func(t token) bool { return eventWords[t.text] || silent[t.text] })
}

// eventWords stand for events as such.
var eventWords = set("event events met meet talks talk timeline chronology sequence list took take place happened held official officials side sides")

// occasions are events other than gatherings.
var occasions = set("declaration declarations leak leaks statement statements report reports announcement announcements")

// eventMask are the words of a question that an event's names, parties and
// claims hold.
func (r *reading) eventMask(v *plan.Record) uint64 {
	ranked, _ := r.ranked()
	var mask uint64
	for i := range ranked {
		if m := &ranked[i]; r.x.records[m.record].record.ID == v.ID {
			mask |= m.zones[zoneRecord] | m.zones[zoneSaid] | m.zones[zoneBy]
		}
	}
	return mask
}

// ending words ask what came of an event.
var ending = set("end ended result results outcome outcomes agreed discussed discuss achieve achieved yield")

// unended says that nobody has reported what came of an event that a question
// names, and tells what is reported of it; nil where it is reported, or where
// the question asks something else.
func (r *reading) unended() *Answer {
	if r.Named || r.continued || !r.begins("how did", "what", "what was", "did", "has anybody", "has anyone", "is it known how", "do we know how") ||
		!slices.ContainsFunc(r.words, func(t token) bool { return ending[t.text] }) && !r.has("come of", "came of", "came out of", "come out of", "turned out", "turn out") {
		return nil
	}
	r.ranked()
	names := r.proper &^ r.taken
	var of *plan.Record
	most := 0.0
	for i, mask := range r.recordZones(r.swapped) {
		v := r.x.records[i].record
		if v.Kind != plan.Event || names == 0 || mask&names != names || r.when != nil && !overlaps(r.when.date, v.Date) {
			continue
		}
		if w := r.weigh(mask); w > most {
			of, most = v, w
		} else if w == most {
			of = nil // the question names no one event
		}
	}
	if of != nil && r.has("came out of", "come out of", "came of") {
		for _, id := range of.Concerns { // what came of it is a text
			if d := r.x.lib.Record(id); d != nil && d.Kind == plan.Draft && d.Date == of.Date && len(r.admitted(d).Fields) > 0 {
				r.Versions, r.Named = []*plan.Record{d}, true
				r.take(nil)
				return r.identify()
			}
		}
	}
	if of == nil || slices.ContainsFunc(of.Concerns, func(id string) bool { // what came of it is a text
		d := r.x.lib.Record(id)
		return d != nil && d.Kind == plan.Draft && d.Date == of.Date
	}) {
		return nil
	}
	var near []Finding
	told := false
	r.each(of, func(f Finding) {
		told = told || slices.Contains(f.Field.Synonyms, "outcome")
		if f.Nearest = true; len(near) < 2 && f.State != plan.Lacuna {
			near = append(near, f)
		}
	})
	if m := r.best(func(m *match) bool { return !r.isText(m) }); near == nil && m != nil && r.covers(m) {
		near = []Finding{r.findingOf(m)}
		near[0].Nearest = true
	}
	for t := range r.seen.Topics {
		topic := &r.seen.Topics[t]
		for i := range topic.Fields {
			if field := &topic.Fields[i]; !told && near != nil && slices.Contains(field.Synonyms, "outcome") {
				r.take([]scored{{topic: topic, field: field}})
				r.Versions = []*plan.Record{of}
				a := &Answer{Status: NotReported, Findings: append([]Finding{r.finding(of, topic, field)}, near...)}
				a.Text = fmt.Sprintf("%s: %s for %s. The nearest that is reported, which is not the same:", field.Title, silentText, label(of))
				for _, f := range near {
					a.Text += " " + r.sentence(f.Field.Title, []Finding{f})
				}
				return a
			}
		}
	}
	return nil
}

// events lists what took place: the records of events that the question
// names, or that fit its words and its date, in time order.
func (r *reading) events() *Answer {
	if !r.has(listingCues...) || r.has(whenCues...) {
		if a := r.held(); a != nil {
			return a
		}
	}
	if a := r.unended(); a != nil {
		return a
	}
	if cells := r.accounts(); cells != nil && !r.has(listingCues...) {
		return r.found(cells)
	}
	content := r.weigh((1<<len(r.words) - 1) &^ r.anyEvent())
	if r.bareNames != 0 || !slices.ContainsFunc(r.Versions, func(v *plan.Record) bool { return v.Kind != plan.Position || len(v.By) < 2 }) {
		r.Versions, r.Named = nil, false // the talks as such are all of them
	}
	var hits []hit
	within := r.period()
	for i := range r.x.records {
		e := &r.x.records[i]
		if e.record.Kind != plan.Event || within != "" && !overlaps(within, e.record.Date) {
			continue
		}
		if len(r.admitted(e.record).Fields) == 0 {
			continue
		}
		score := r.eventScore(e.record)
		if r.Named && !slices.Contains(r.Versions, e.record) && !concerns(e.record, r.Versions) {
			continue
		}
		ofDay := r.when != nil && r.when.date == e.record.Date && content < 2
		if r.Named || ofDay || score > 1.5 || content < 1 || concerns(e.record, r.Versions) || r.has("meetings", "events", "talks", "timeline") && len(r.strays) == 0 && content < 4 {
			hits = append(hits, hit{e.record, score})
		}
	}
	if hits = r.narrowed(hits); hits == nil {
		return nil
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return a.record.Date.Compare(b.record.Date) })
	a := &Answer{Status: Answered}
	var lines []string
	r.Versions = nil
	for _, h := range hits {
		lines = append(lines, dateText(h.record.Date)+": "+h.record.Title)
		r.Versions = append(r.Versions, h.record)
		n := 0
		r.each(h.record, func(f Finding) {
			if n < 3 {
				a.Findings = append(a.Findings, f)
				n++
			}
		})
	}
	a.Text = "In these records: " + few(lines, 12) + "."
	return a
}

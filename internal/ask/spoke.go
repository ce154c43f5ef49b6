package ask

import (
	"fmt"
	"slices"

	"plandiff/internal/plan"
)

// What one person said on a subject: "what did the minister say about the
// limit?". Nothing that others say of it is told as theirs.

// sayingOn is who a question asks to have said something, and the words of the
// subject; ok is false where it asks nothing of that kind, or of a party.
func (r *reading) sayingOn() (m mention, subject uint64, ok bool) {
	at := slices.IndexFunc(r.words, func(t token) bool { return t.text == "say" || t.text == "says" || t.text == "said" })
	if !r.begins("what did", "what does", "what has", "what do") || at < 1 || at+2 >= len(r.words) || r.words[at+1].text != "about" && r.words[at+1].text != "on" {
		return m, 0, false
	}
	m = mention{mask: 1 << (at - 1)} // somebody of whom there is no record
	if i := slices.IndexFunc(r.bare, func(m mention) bool { _, last := place(m.mask); return last == at-1 }); i >= 0 {
		m = r.bare[i]
	}
	known := r.hasAlias(m) || m.records == nil && r.words[at-1].proper
	if !r.person(m) || !known || titles[r.words[at-1].text] || r.outlets != nil || r.quiet != "" {
		return m, 0, false
	}
	around := r.mask(func(t token) bool { return silent[t.text] || asking[t.text] })
	return m, (1<<len(r.words) - 1) &^ (1<<(at+2) - 1) &^ around, true
}

// spokeOn answers from the claims of the person who is asked about, and from
// their position; where these have nothing on the subject, it says so. nil
// where a question does not ask it, or asks of a version.
func (r *reading) spokeOn() *Answer {
	m, subject, ok := r.sayingOn()
	if !ok || r.continued {
		return nil
	}
	if r.Named && (r.bareNames == 0 || r.Versions[0].Kind == plan.Draft) {
		return r.spokeOf(m, subject)
	}
	r.ranked() // weighs the words
	whole := r.weigh(subject)
	if len(r.chosen) > 0 && ofText(r.chosen[0]) {
		if a := r.bySpeaker(); a != nil {
			return a // in the very clauses that are asked about
		}
	}
	at := subject & r.proper
	for _, p := range r.parties() {
		at &^= p.mask
	}
	if whole < 0.5 || at != 0 && len(r.namedFor(at)) > 0 { // what is told of an event by name is its own
		return nil
	}
	var own []*plan.Record
	if m.records != nil {
		own = slices.DeleteFunc(r.positionsOf(m), r.party)
	}
	best := 0.0
	var found, rest []Finding
	for i := range r.matches {
		match := &r.matches[i]
		f := r.findingOf(match)
		f.confine(func(c *plan.Claim) bool { return r.goesBy(c.By, m) })
		theirs := slices.ContainsFunc(own, sameRecord(f.Record))
		switch {
		case f.Only == nil && !theirs || f.State == plan.Lacuna:
			continue
		case theirs:
			f.Only = nil // all of a position is told of them
		}
		if score := r.weigh(match.mask & subject); score >= 0.5*whole && score >= 0.8*best && len(found) < 2*tellMost {
			best = max(best, score)
			found = append(found, f)
		} else {
			rest = append(rest, f)
		}
	}
	if found == nil {
		other := func(f Finding) int { return int(boolTo(f.Only != nil)) } // their position first
		slices.SortStableFunc(rest, func(a, b Finding) int { return other(a) - other(b) })
		return r.saidNothing(r.phraseOf(m.mask), rest[:min(len(rest), 2)])
	}
	r.Named = false
	a := r.listed(found)
	a.Notes = claimNotes(found)
	return a
}

// spokeOf answers from what a person says of the versions named: their claims in
// these, and what their position holds of them.
func (r *reading) spokeOf(m mention, subject uint64) *Answer {
	r.ranked() // weighs the words
	whole := r.weigh(subject &^ r.taken)
	var found, rest []Finding
	for _, v := range r.x.lib.Records {
		here := slices.ContainsFunc(r.Versions, sameRecord(v))
		own := m.records != nil && slices.ContainsFunc(r.positionsOf(m), sameRecord(v)) && !r.party(v)
		r.each(v, func(f Finding) {
			f.confine(func(c *plan.Claim) bool { return r.goesBy(c.By, m) })
			fits := whole < 0.5 || slices.ContainsFunc(r.matches, func(x match) bool {
				return r.x.records[x.record].record.ID == v.ID && r.x.fields[x.field].field.ID == f.Field.ID && r.weigh(x.exact&subject&^r.taken) >= 0.5*whole
			})
			switch {
			case f.Only == nil:
			case fits && (here || toward(f, r.Versions)):
				found = append(found, f)
			case here || own:
				rest = append(rest, f)
			}
		})
	}
	if found == nil {
		return r.saidNothing(r.phraseOf(m.mask), rest[:min(len(rest), 2)])
	}
	return r.listed(found)
}

// nearIn adds to what is near what versions say of the same field, up to three
// in all; where nothing is near yet, of the first field that is reported.
func (r *reading) nearIn(versions []*plan.Record, near []Finding) []Finding {
	for _, f := range r.cells(versions) {
		if f.State != plan.Lacuna && len(near) < 3 && (near == nil || near[0].Field == f.Field) {
			near = append(near, f)
		}
	}
	return near
}

// saidNothing says that nobody has reported what somebody says of a subject,
// with what is nearest: what else they say, else what versions do.
func (r *reading) saidNothing(who string, near []Finding) *Answer {
	if near != nil {
		r.Versions = recordsOf(near)
	} else if len(r.chosen) > 0 && ofText(r.chosen[0]) {
		near = r.nearIn(r.overview(), nil)
	}
	a := &Answer{Status: NotReported, Text: fmt.Sprintf("%s on this: %s.", who, silentText), Findings: near}
	if near != nil {
		asNearest(near)
		var lines string
		for _, f := range near {
			if f.Only != nil {
				lines += " " + r.spokenLine(f)
			}
		}
		if lines == "" {
			lines = " " + r.tell(near)
		}
		a.Text += " The nearest that is reported, which is not the same:" + lines
	}
	return a
}

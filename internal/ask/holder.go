package ask

import (
	"slices"

	"plandiff/internal/plan"
)

// speaking words beside a name make it the one who holds what is asked for.
var speaking = set(`say says said saying tell tells told want wants wanted wanting think thinks thought believe believes believed
	demand demands demanded demanding insist insists insisted mention mentions mentioned suggest suggests suggested propose
	proposes proposed argue argues argued claim claims claimed claiming hope hopes fear fears expect expects call calls called
	promise promised advise advised warn warned offer offered ask asks asked asking seek seeks position positions stance view
	views idea demands terms on regarding about`)

// party reports whether a position belongs to one who put a draft forward or
// is to be bound by one: such a name stands in the clauses themselves.
func (r *reading) party(v *plan.Record) bool {
	for _, d := range r.x.lib.Drafts() {
		for _, by := range v.By {
			if slices.Contains(d.By, by) || slices.Contains(d.Parties, by) {
				return true
			}
		}
	}
	return false
}

// holders are the positions that a question asks for by the name of who holds
// them: of a person, or of a party beside a word of speaking.
func (r *reading) holders() []*plan.Record {
	var only []*plan.Record
	for i, m := range r.bare {
		subject := r.subject(m)
		if !subject && i+1 < len(r.bare) && slices.ContainsFunc(r.bare[i+1:], r.subject) {
			continue
		}
		for _, v := range r.positionsOf(m) {
			if (subject || !r.party(v)) && (r.when == nil || r.months() > 1 || overlaps(r.when.date, v.Date)) {
				only = append(only, v)
			}
		}
		if only != nil {
			return only
		}
	}
	return nil
}

// months counts the months that the question names.
func (r *reading) months() int {
	n := 0
	for i := range r.words {
		if monthOf(r.question, i) != 0 {
			n++
		}
	}
	return n
}

// positionsOf are the positions that a bare name stands for.
func (r *reading) positionsOf(m mention) []*plan.Record {
	return slices.DeleteFunc(r.actors([]mention{m}), func(v *plan.Record) bool { return v.Kind != plan.Position })
}

// subject reports whether the question has the name as the one who speaks:
// "did Kellogg say", "according to Lieven", "Kellogg on territory".
func (r *reading) subject(m mention) bool {
	first, last := place(m.mask)
	if last+1 < len(r.words) && speaking[r.words[last+1].text] {
		return true
	}
	if first > 1 && r.words[first-1].text == "to" && r.words[first-2].text == "according" {
		return true
	}
	return false
}

// spoken answers what somebody holds: from the claims of their positions that
// fit the question best, else from those in the fields asked about.
func (r *reading) spoken() *Answer {
	if r.continued {
		return nil
	}
	who := r.holders()
	if r.Named {
		if who = r.Versions; slices.ContainsFunc(who, func(v *plan.Record) bool { return v.Kind != plan.Position }) {
			return nil
		}
	}
	if who == nil {
		return nil
	}
	if r.draftsHold(who) || !slices.ContainsFunc(r.bare, r.subject) && r.talkative() && r.betterElsewhere(who) {
		return nil
	}
	if best := r.chosen; len(best) > 0 && best[0].several != 0 && best[0].topic.About == plan.AboutDocument &&
		!slices.ContainsFunc(who, func(v *plan.Record) bool { return r.carries(v, best[0].field.ID) }) {
		return nil // a field of the documents is named whole: what they say of it may stand there
	}
	of := func(f Finding) bool { return slices.ContainsFunc(who, sameRecord(f.Record)) }
	cells := r.search(of)
	var carried []Finding
	for _, s := range r.chosen {
		for _, v := range who {
			if f := r.finding(v, s.topic, s.field); f.State != plan.Lacuna {
				carried = append(carried, f)
			}
		}
	}
	if len(r.chosen) > 0 && (r.wholeTopic() || r.chosen[0].whole != 0) {
		for _, v := range who {
			r.each(v, func(f Finding) {
				if f.Topic.About != plan.AboutText && f.Field.Prefix() == r.chosen[0].field.Prefix() {
					carried = append(carried, f)
				}
			})
		}
	}
	switch {
	case cells != nil:
		r.why("it asks what a person or party holds: %s", labels(who))
		return r.found(cells)
	case carried != nil:
		r.why("it asks what a person or party holds of the fields: %s", labels(who))
		r.Versions = recordsOf(carried)
		return &Answer{Text: r.tell(carried), Findings: carried, Notes: claimNotes(carried)}
	}
	return r.unspoken(who)
}

// draftsHold reports whether it is the drafts of a party, and not its
// positions, that have the clause asked about.
func (r *reading) draftsHold(who []*plan.Record) bool {
	if r.Named || len(r.chosen) == 0 || r.chosen[0].topic.About != plan.AboutText || !slices.ContainsFunc(who, r.party) {
		return false
	}
	carries := func(v *plan.Record) bool { return r.carries(v, r.chosen[0].field.ID) }
	return !slices.ContainsFunc(who, carries) && slices.ContainsFunc(r.actors(r.bare), carries)
}

// betterElsewhere reports whether a claim of another record fits a question
// better than those of who is named in it.
func (r *reading) betterElsewhere(who []*plan.Record) bool {
	cells := r.search(r.told)
	return cells != nil && !slices.ContainsFunc(who, sameRecord(cells[0].Record))
}

// unspoken says that nobody has reported what a person holds of something, or
// lists what they hold where nothing else is asked about.
func (r *reading) unspoken(who []*plan.Record) *Answer {
	if slices.ContainsFunc(who, r.party) || !slices.ContainsFunc(r.bare, r.subject) {
		return nil
	}
	if len(r.chosen) > 0 && r.chosen[0].topic.About == plan.AboutText && r.chosen[0].strong|r.chosen[0].whole != 0 {
		r.Versions = who
		return r.silence(who, r.cells(who))
	}
	if r.strays != nil || r.talkative() && len(r.bare) < 2 {
		return nil
	}
	return r.whatHeld(who)
}

// toldOtherwise answers from the claims of the versions named, where the
// fields that were read hold nothing and what is claimed fits better.
func (r *reading) toldOtherwise() *Answer {
	if !r.Named || r.continued || len(r.chosen) == 0 {
		return nil
	}
	cells := r.search(func(f Finding) bool {
		return slices.ContainsFunc(r.Versions, sameRecord(f.Record)) && f.State != plan.Lacuna
	})
	if cells == nil || r.gain(cells[0].mask) <= r.gain(r.chosen[0].mask) {
		value := uint64(0)
		if cells != nil {
			value, _ = r.valueWords(cells[0].Finding)
		}
		if r.gain(value&^r.taken) < 4 {
			return nil
		}
	}
	r.why("the fields hold nothing, but what is claimed fits")
	return r.found(cells)
}

// between sets positions of one holder side by side: what two or more of them
// say in fields of the subject asked about.
func (r *reading) between(who []*plan.Record) []Finding {
	var all []Finding
	for _, v := range who {
		r.each(v, func(f Finding) {
			if len(r.chosen) == 0 || f.Field.Prefix() == r.chosen[0].field.Prefix() || f.Topic == r.chosen[0].topic {
				all = append(all, f)
			}
		})
	}
	groups := byField(all)
	slices.SortStableFunc(groups, func(a, b []Finding) int { return len(b) - len(a) })
	if len(groups) == 0 || len(groups[0]) < 2 && len(recordsOf(all)) < 2 {
		return nil
	}
	out := slices.Concat(groups...)
	r.Versions = recordsOf(out)
	return out
}

func recordsOf(fs []Finding) []*plan.Record {
	var out []*plan.Record
	for _, f := range fs {
		if !slices.ContainsFunc(out, sameRecord(f.Record)) {
			out = append(out, f.Record)
		}
	}
	return out
}

func sameRecord(a *plan.Record) func(*plan.Record) bool {
	return func(b *plan.Record) bool { return a.ID == b.ID }
}

// handled answers from the words of single claims where no name of a field
// fits the question whole: "who says that it is Russian in nature?".
func (r *reading) handled() *Answer {
	if r.continued || len(r.chosen) > 0 && r.chosen[0].strong|r.chosen[0].whole != 0 {
		return nil
	}
	cells := r.search(func(f Finding) bool {
		return !r.Named || slices.ContainsFunc(r.Versions, sameRecord(f.Record)) || toward(f, r.Versions)
	})
	if cells == nil || len(r.chosen) > 0 && r.gain(cells[0].mask) <= r.gain(r.chosen[0].mask) {
		return nil
	}
	r.why("no name of a field fits, but what is claimed does")
	return r.found(cells)
}

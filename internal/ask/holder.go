package ask

import (
	"slices"

	"plandiff/internal/compare"
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

// wanted are the cells of a party's positions that fit best, where a question
// asks what the party wants, and no position of it carries the fields that
// were read.
func (r *reading) wanted() []cell {
	if r.Named || r.continued || len(r.bare) == 0 || !r.wanting() || r.has(everyCues...) || r.holding(r.actors(r.bare[:1])) != nil {
		return nil
	}
	who := r.positionsOf(r.bare[0])
	own := r.best(func(m *match) bool {
		return !m.lacuna && slices.ContainsFunc(who, sameRecord(r.x.records[m.record].record)) && r.weigh(m.exact&^r.bareMask()) > 0.4
	})
	if own == nil || !r.covers(own) {
		return nil
	}
	return []cell{{Finding: r.findingOf(own), score: own.score, mask: own.mask}}
}

// bracketed puts first what stands in brackets as the wish of a party that the
// question names, with what else in the topic does: "what is the American idea
// for the region in the later text?".
func (r *reading) bracketed(fs []Finding) []Finding {
	if !r.Named || len(r.Versions) != 1 || len(r.chosen) == 0 || r.chosen[0].score > 2*sure && yesNoStart(r.question) {
		return fs
	}
	var parties []string
	for _, p := range r.parties() {
		if p.mask&r.taken == 0 {
			parties = append(parties, p.name)
		}
	}
	if parties == nil {
		return fs
	}
	proposed := func(f Finding) bool {
		return f.State == plan.Bracketed && slices.ContainsFunc(f.Contents, func(k compare.Content) bool { return slices.Contains(parties, k.Proponent) })
	}
	var out []Finding
	r.each(r.Versions[0], func(f Finding) {
		if f.Topic == r.chosen[0].topic && proposed(f) {
			out = append(out, f)
		}
	})
	if out == nil {
		return fs
	}
	r.why("stands in brackets as what %s proposes", and(parties))
	return append(out, slices.DeleteFunc(fs, func(f Finding) bool {
		return slices.ContainsFunc(out, func(o Finding) bool { return o.Field == f.Field && o.Record == f.Record })
	})...)
}

// alongside are the cells of one field in which each of several parties or
// persons that a question names is reported; nil if it names fewer, or if
// there is no such field. Persons alone are for opposed.
func (r *reading) alongside() []cell {
	if r.Named && r.bareNames == 0 || len(r.bare) < 2 {
		return nil
	}
	ranked, _ := r.ranked()
	sides := map[int][]*match{} // by field
	n, parties := 0, false
	for _, m := range r.bare {
		who := slices.DeleteFunc(r.positionsOf(m), func(v *plan.Record) bool { return len(v.By) != 1 })
		parties = parties || slices.ContainsFunc(who, r.party)
		if len(who) == 0 {
			continue
		}
		n++
		seen := map[int]bool{}
		for i := range ranked {
			x := &ranked[i]
			if v := r.x.records[x.record].record; !x.lacuna && !seen[x.field] && slices.Contains(who, v) && r.weigh(x.mask&^r.bareMask()&^r.set()) > 1 {
				sides[x.field] = append(sides[x.field], x)
				seen[x.field] = true
			}
		}
	}
	best, most := -1, 0.0
	for field, list := range sides {
		sum := 0.0
		for _, x := range list {
			sum += x.score
		}
		if len(list) > 1 && len(list) >= min(n, 2) && (sum > most || sum == most && field < best) {
			best, most = field, sum
		}
	}
	if best < 0 || !parties || sides[best][0].score < ranked[0].score*0.6 {
		return nil
	}
	var out []cell
	for _, x := range sides[best] {
		out = append(out, cell{Finding: r.findingOf(x), score: x.score, mask: x.mask})
	}
	return out
}

// shared are the fields in which each of two parties or persons is reported,
// where a question asks what they have in common and names no subject.
func (r *reading) shared() []Finding {
	if r.Named && r.bareNames == 0 || len(r.bare) < 2 {
		return nil
	}
	first, second := r.positionsOf(r.bare[0]), r.positionsOf(r.bare[1])
	var out []Finding
	for _, v := range first {
		r.each(v, func(f Finding) {
			for _, o := range second {
				if o != v && f.State != plan.Lacuna && r.carries(o, f.Field.ID) && len(out) < 2*tellMost {
					out = append(out, f, r.finding(o, f.Topic, f.Field))
				}
			}
		})
	}
	if out != nil {
		r.Versions = recordsOf(out)
		r.why("what both are reported to hold something on")
	}
	return out
}

// opposed are the best cells of each of several persons whom a question sets
// against one another; nil if it names fewer.
func (r *reading) opposed() []cell {
	var out []cell
	sides := 0
	for _, m := range r.bare {
		who := slices.DeleteFunc(r.positionsOf(m), func(v *plan.Record) bool { return r.party(v) || len(v.By) != 1 })
		held := 0
		for _, v := range who {
			best := r.best(func(x *match) bool {
				return r.x.records[x.record].record.ID == v.ID && x.exact&^m.mask&^r.set() != 0
			})
			if best == nil {
				continue
			}
			held = 1
			out = append(out, cell{Finding: r.findingOf(best), score: best.score, mask: best.mask})
			next := r.best(func(x *match) bool {
				return x != best && r.x.records[x.record].record.ID == v.ID && x.score >= best.score*0.7 && r.x.fields[x.field].field.Prefix() == r.x.fields[best.field].field.Prefix()
			})
			if next != nil {
				out = append(out, cell{Finding: r.findingOf(next), score: next.score, mask: next.mask})
			}
		}
		sides += held
	}
	if sides < 2 {
		return nil
	}
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

package ask

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/plan"
)

// toward reports whether a stance is one on a version: its field is named for
// it, as "stance.us-28-reason" is.
func toward(f Finding, versions []*plan.Record) bool {
	return f.Topic.About == plan.AboutStance && aims(f.Field, versions)
}

// aims reports whether a field is named for one of the versions.
func aims(f *plan.Field, versions []*plan.Record) bool {
	_, about, _ := strings.Cut(f.ID, ".")
	return slices.ContainsFunc(versions, func(v *plan.Record) bool { return strings.HasPrefix(about, v.ID) })
}

// concerns reports whether a record is about one of the versions.
func concerns(e *plan.Record, versions []*plan.Record) bool {
	return slices.ContainsFunc(versions, func(v *plan.Record) bool { return slices.Contains(e.Concerns, v.ID) })
}

// generalPlan reports whether a question ends with "the plan" or the like, and
// with no name of one.
func (r *reading) generalPlan() bool {
	for _, n := range [...]string{"plan", "draft", "proposal", "deal", "text", "document", "framework"} {
		if strings.HasSuffix(r.text, " the "+n+" ") {
			return true
		}
	}
	return false
}

// thePlan takes "the plan" of a question that names none, and nobody, as the one
// that others are compared with, and says so.
func (r *reading) thePlan() {
	if r.Named || slices.ContainsFunc(r.chosen, ofText) || !r.generalPlan() {
		return
	}
	r.ranked() // weighs the words
	cues := r.mask(func(t token) bool {
		return everyday(t.text) || asking[t.text] || nouns[t.text] || slices.Contains(stanceCues, t.text)
	})
	if r.weigh((1<<len(r.words)-1)&^cues&^r.bareMask()) > 0.5 {
		return
	}
	r.Versions, r.Named = r.pair()[:1], true
	r.take(nil)
	r.Assumed = append(r.Assumed, fmt.Sprintf("no version is named: %s is taken", label(r.Versions[0])))
}

// stances tells who backs or rejects what the question names.
func (r *reading) stances() *Answer {
	var fs []Finding
	r.thePlan()
	if named := slices.Clone(r.Versions); len(r.bare) > 0 || !r.Named {
		was := r.Named && r.bareNames == 0
		loose := r.Named
		cells := r.accounts()
		var bare uint64
		for _, m := range r.bare {
			bare |= m.mask
		}
		if cells != nil && (bare == 0 || cells[0].mask&bare != 0) && (!was || toward(cells[0].Finding, named) || slices.ContainsFunc(named, sameRecord(cells[0].Record))) {
			return r.found(cells)
		}
		r.Versions, r.Named = named, loose
	}
	if len(r.chosen) > 0 && r.chosen[0].topic.About == plan.AboutText && r.Named &&
		!slices.ContainsFunc(r.Versions, func(v *plan.Record) bool { return v.Kind != plan.Position }) {
		return r.value() // what somebody wants of a subject, not what they say of a text
	}
	for _, v := range r.Versions {
		for _, kind := range [3]plan.RecordKind{plan.Position, plan.Draft, plan.Event} {
			for _, e := range r.x.lib.OfKind(kind) {
				r.each(e, func(f Finding) {
					_, about, _ := strings.Cut(f.Field.ID, ".")
					if f.Topic.About == plan.AboutStance && (strings.HasPrefix(about, v.ID) || e.ID == v.ID && f.Field.Prefix() == f.Topic.ID) ||
						e.ID == v.ID && r.x.tellsReaction(f) {
						fs = append(fs, f)
					}
				})
			}
		}
	}
	if i := slices.IndexFunc(r.chosen, func(c scored) bool { return ofText(c) && c.strong|c.whole != 0 }); fs == nil && i >= 0 && yesNoStart(r.question) {
		if chosen := r.chosen; r.Named {
			if r.take(chosen[i:]); r.holding(r.Versions) != nil {
				return r.value() // it is the text that accepts
			}
			r.take(chosen)
		}
	}
	if fs == nil && slices.ContainsFunc(r.Versions, func(v *plan.Record) bool { return v.Kind == plan.Draft }) {
		return r.noStance()
	}
	if fs == nil {
		if len(r.chosen) > 0 {
			return r.value()
		}
		return nil
	}
	lead, status := r.polarity(&fs)
	if near := r.akin(); lead != "" && near != nil {
		fs = near
	}
	if of := r.ofActors(fs); len(of) > 0 {
		fs = of
	} else if i := slices.IndexFunc(r.bare, func(m mention) bool { return len(r.positionsOf(m)) > 0 }); i >= 0 {
		lead = fmt.Sprintf("%s on %s: %s. The nearest that is reported, which is not the same: ", r.phraseOf(r.bare[i].mask), labels(r.Versions), silentText)
		status = NotReported
		asNearest(fs)
		if near := r.stanceNear(); near != nil {
			fs = near
		}
	}
	r.Fields, r.Topics = nil, nil
	var parts []string
	for _, f := range fs {
		if !slices.Contains(r.Fields, f.Field) {
			r.Fields = append(r.Fields, f.Field)
		}
		parts = append(parts, r.stanceText(f))
	}
	r.Topics = append(r.Topics, fs[0].Topic)
	return &Answer{Status: status, Text: lead + strings.Join(parts[:min(len(parts), 5)], ". ") + ".", Findings: fs, Notes: claimNotes(fs)}
}

// noStance says that nobody has reported who backs or rejects a version, and
// tells what is reported of others.
func (r *reading) noStance() *Answer {
	a := &Answer{Status: NotReported, Text: "Who backs or rejects " + labels(r.Versions) + " is " + silentText + "."}
	named := r.Versions
	if a.Findings = r.akin(); a.Findings == nil {
		a.Findings = r.stanceNear()
	}
	if a.Findings == nil { // what is told of the document itself
		for _, v := range named {
			r.each(v, func(f Finding) {
				if f.Topic.About == plan.AboutDocument && f.Field.Kind == plan.Text && len(a.Findings) < 3 {
					a.Findings = append(a.Findings, f)
				}
			})
		}
	}
	asNearest(a.Findings)
	r.Fields = nil
	for _, f := range a.Findings {
		r.Fields = append(r.Fields, f.Field)
	}
	if a.Findings != nil {
		a.Text += " The nearest that is reported, which is not the same: " + r.tell(a.Findings)
	}
	return a
}

// akin are the stances on records whose titles share a word with the names in
// the question, as one on a text that nobody has identified does.
func (r *reading) akin() []Finding {
	var out []Finding
	for _, m := range r.named {
		first, last := place(m.mask)
		for _, t := range r.words[first : last+1] {
			if nouns[t.text] || t.isNum || silent[t.text] || generic[t.text] || asking[t.text] {
				continue
			}
			for _, v := range r.x.lib.OfKind(plan.Position) {
				if !slices.Contains(split(v.Title), t.text) {
					continue
				}
				r.each(v, func(f Finding) {
					judges := func(w string) bool { return favourable[w] || unfavourable[w] }
					if f.Topic.About == plan.AboutStance && slices.ContainsFunc(split(r.said(f)), judges) {
						f.Nearest = true
						out = append(out, f)
					}
				})
			}
		}
	}
	return out[:min(len(out), 3)]
}

// ofActors keeps the findings about whom the question names.
func (r *reading) ofActors(fs []Finding) []Finding {
	var bare uint64
	for _, m := range r.bare {
		bare |= m.mask
	}
	ranked, _ := r.ranked()
	saying := r.has("say", "says", "said") // what is told of them is not what they say
	return slices.DeleteFunc(slices.Clone(fs), func(f Finding) bool {
		return !slices.ContainsFunc(ranked, func(m match) bool {
			about := m.zones[zoneBy]
			if f.Record.Kind != plan.Draft { // a draft may go by somebody's name
				about |= m.zones[zoneRecord]
			}
			if _, who, _ := strings.Cut(f.Field.ID, ".by-"); who != "" { // what one side says of it is a field of its own
				about |= m.zones[zoneWhole] | m.zones[zonePart]
			}
			if !saying || f.Topic.About != plan.AboutDocument || slices.ContainsFunc(f.Claims, func(c *plan.Claim) bool { return c.By != "" }) {
				about |= m.zones[zoneSaid]
			}
			return about&bare != 0 &&
				r.x.records[m.record].record.ID == f.Record.ID && r.x.fields[m.field].field.ID == f.Field.ID
		})
	})
}

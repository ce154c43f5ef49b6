package ask

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
)

// Accounts may differ across fields and records. The library names such
// questions; here they are linked to what a reader asks, and told with every
// side that is admitted as evidence.

// quarrel is a disagreement with what each side says.
type quarrel struct {
	of    *plan.Disagreement
	at    int // in the library
	sides [][]Finding
	score float64
	names uint64 // words of the question that its names hold
	exact uint64 // of those, the ones that stand there as they are
}

// quarrels are the disagreements of which two sides at least are admitted,
// those that fit the question best first.
func (r *reading) quarrels() []quarrel {
	if len(r.x.lib.Disagreements) == 0 {
		return nil
	}
	r.ranked()
	if r.disputes != nil {
		return r.disputes
	}
	byID := r.claimsByID()
	var out []quarrel
	for i := range r.x.lib.Disagreements {
		q := quarrel{of: &r.x.lib.Disagreements[i], at: i}
		var said uint64
		for _, ids := range q.of.Sides {
			if side := sideOf(ids, byID); side != nil {
				q.sides = append(q.sides, side)
			}
		}
		if len(q.sides) < 2 {
			continue
		}
		for j := range r.matches {
			m := &r.matches[j]
			if slices.ContainsFunc(q.sides, func(side []Finding) bool {
				return slices.ContainsFunc(side, func(f Finding) bool {
					return f.Record.ID == r.x.records[m.record].record.ID && f.Field.ID == r.x.fields[m.field].field.ID
				})
			}) {
				said |= m.mask
			}
		}
		r.fitQuarrel(&q, said)
		out = append(out, q)
	}
	slices.SortStableFunc(out, func(a, b quarrel) int { return cmp.Compare(b.score, a.score) })
	r.disputes = out
	return out
}

// fitQuarrel scores a disagreement by its names and by what its sides say.
func (r *reading) fitQuarrel(q *quarrel, said uint64) {
	var soft uint64
	whole := 0
	for _, p := range r.x.quarrels[q.at] {
		r.cover(r.swapped, p, &q.names, &soft)
		if mask, found := r.h.at(p); found == len(p) && len(p) > 1 && mask&^r.taken != 0 {
			whole = max(whole, len(p))
		}
	}
	q.names &^= r.taken
	q.exact = q.names
	q.score = inRecord*r.weigh(q.names) + inSwap*r.weigh(soft&^q.names&^r.taken) + 0.5*r.weigh(said&^soft&^q.names&^r.taken) + 0.3*float64(whole)
	q.names |= soft &^ r.taken
	if first, _, _ := strings.Cut(strings.ToLower(q.of.Question), " "); r.begins(first) && asking[first] {
		q.score++
	}
	if said&r.taken != 0 && r.Named {
		q.score += nameWeight * 0.8
	}
}

// claimsByID are the findings that hold each claim with an ID.
func (r *reading) claimsByID() map[string]Finding {
	out := map[string]Finding{}
	for _, rec := range r.seen.Records {
		for i := range rec.Fields {
			for j := range rec.Fields[i].Claims {
				c := &rec.Fields[i].Claims[j]
				if c.ID == "" {
					continue
				}
				topic, field := r.seen.Field(rec.Fields[i].Field)
				f := r.finding(rec, topic, field)
				f.Only = []*plan.Claim{c}
				out[c.ID] = f
			}
		}
	}
	return out
}

// sideOf gathers the findings of one side, one for each field of a record.
func sideOf(ids []string, byID map[string]Finding) []Finding {
	var out []Finding
	for _, id := range ids {
		f, ok := byID[id]
		if !ok {
			continue
		}
		i := slices.IndexFunc(out, func(o Finding) bool { return o.Record.ID == f.Record.ID && o.Field == f.Field })
		if i < 0 {
			out = append(out, f)
		} else {
			out[i].Only = append(slices.Clone(out[i].Only), f.Only...)
		}
	}
	return out
}

// quarrelled answers with a disagreement that a question is about; nil if it
// is about none.
func (r *reading) quarrelled() *Answer {
	if r.continued || r.Point > 0 {
		return nil
	}
	all := r.quarrels()
	if len(all) == 0 {
		return nil
	}
	q := all[0]
	cover, rival := 0.6, 1.1
	if r.Intent == Conflict {
		cover, rival = 0.5, 0.9
	}
	if content := r.content(); r.weigh(q.exact) >= content*0.9 {
		rival -= 0.3
	}
	if r.weigh(q.exact) < 1.2 || r.weigh(q.names) < r.content()*cover || len(r.matches) > 0 && q.score < r.matches[0].score*rival {
		return nil
	}
	r.why("the records name this as a question on which accounts differ: %s", q.of.Question)
	a := &Answer{Status: Answered}
	r.Fields, r.Topics, r.chosen, r.Versions = nil, nil, nil, nil
	for _, side := range q.sides {
		for _, f := range side {
			a.Findings = append(a.Findings, f)
			if !slices.Contains(r.Fields, f.Field) {
				r.Fields = append(r.Fields, f.Field)
			}
			if !slices.Contains(r.Topics, f.Topic) {
				r.Topics = append(r.Topics, f.Topic)
			}
			if !slices.ContainsFunc(r.Versions, sameRecord(f.Record)) {
				r.Versions = append(r.Versions, f.Record)
			}
		}
	}
	a.Text = q.of.Question + " That is disputed, accounts differ: " + r.sidesText(q.sides) + "."
	if q.of.Note != "" {
		a.Notes = []string{q.of.Note}
	}
	return a
}

// sidesText words the sides of a disagreement with who gives each.
func (r *reading) sidesText(sides [][]Finding) string {
	var out []string
	for _, side := range sides {
		var parts []string
		for _, f := range side {
			for _, c := range f.Only {
				text := compare.ClaimText(c)
				if len(strings.Fields(text)) < 4 {
					text = fmt.Sprintf("%s [%s]: %s", lower(f.Field.Title), f.Record.Title, text)
				}
				parts = append(parts, fmt.Sprintf("%s (%s)", text, r.attribution([]*plan.Claim{c})))
			}
		}
		out = append(out, strings.Join(parts, ", "))
	}
	return strings.Join(out, " / ")
}

// differing adds to an answer that gives one side of a disagreement what the
// other sides say.
func (r *reading) differing(a *Answer) {
	if a.Status == NotReported || a.Status == OutOfScope || len(a.Findings) > 2*mostTold {
		return
	}
	told := map[string]bool{}
	for i := range a.Findings {
		for _, c := range a.Findings[i].Shown() {
			if c.ID != "" && !a.Findings[i].Nearest {
				told[c.ID] = true
			}
		}
	}
	for _, q := range r.quarrels() {
		if !r.continued && (r.weigh(q.exact) < 1.2 || r.weigh(q.names) < r.content()*0.5) {
			continue
		}
		given := func(side []Finding) bool {
			return slices.ContainsFunc(side, func(f Finding) bool {
				return slices.ContainsFunc(f.Only, func(c *plan.Claim) bool { return told[c.ID] })
			})
		}
		others := slices.DeleteFunc(slices.Clone(q.sides), given)
		if len(others) == 0 || len(others) == len(q.sides) {
			continue
		}
		a.Text += " That is disputed, other accounts have: " + r.sidesText(others) + "."
		for _, side := range others {
			a.Findings = append(a.Findings, side...)
		}
		if q.of.Note != "" {
			a.Notes = append(a.Notes, q.of.Note)
		}
		return
	}
}

package ask

import (
	"cmp"
	"fmt"
	"math/bits"
	"slices"
	"strings"

	"plandiff/internal/plan"
	"plandiff/internal/wording"
)

// Accounts may differ across fields and records. The library names such
// questions; here they are linked to what a reader asks, and told with every
// side that is admitted as evidence.

// quarrel is a disagreement with what each side says.
type quarrel struct {
	of     *plan.Disagreement
	at     int // in the library
	sides  [][]Finding
	score  float64
	onName bool   // it names the version that the question names
	names  uint64 // words of the question that its names hold
	exact  uint64 // of those, the ones that stand there as they are
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
	masks := make(map[[2]string]uint64, len(r.matches))
	for i := range r.matches {
		m := &r.matches[i]
		masks[[2]string{r.x.records[m.record].record.ID, r.x.fields[m.field].field.ID}] = m.mask
	}
	var out []quarrel
	for i := range r.x.lib.Disagreements {
		q := quarrel{of: &r.x.lib.Disagreements[i], at: i}
		var said uint64
		for _, ids := range q.of.Sides {
			if side := r.sideOf(ids, byID); side != nil {
				q.sides = append(q.sides, side)
			}
		}
		if len(q.sides) < 2 || !r.concerned(q.sides) {
			continue
		}
		for _, side := range q.sides {
			for _, f := range side {
				said |= masks[[2]string{f.Record.ID, f.Field.ID}]
			}
		}
		r.fitQuarrel(&q, said)
		out = append(out, q)
	}
	slices.SortStableFunc(out, func(a, b quarrel) int { return cmp.Compare(b.score, a.score) })
	r.disputes = out
	return out
}

// concerned reports whether a side of a disagreement is told of a version that
// the question names beyond doubt, if it names one.
func (r *reading) concerned(sides [][]Finding) bool {
	if !r.Named || r.continued || len(r.named) == 0 || slices.ContainsFunc(r.named, func(m mention) bool { return m.loose || !m.strong }) {
		return true
	}
	return slices.ContainsFunc(sides, func(side []Finding) bool {
		return slices.ContainsFunc(side, func(f Finding) bool {
			return r.names(f.Record) || slices.ContainsFunc(r.Versions, func(v *plan.Record) bool { return slices.Contains(f.Record.Concerns, v.ID) })
		})
	})
}

// fitQuarrel scores a disagreement by its names and by what its sides say.
func (r *reading) fitQuarrel(q *quarrel, said uint64) {
	var soft uint64
	whole := 0
	for _, p := range r.x.quarrels[q.at] {
		r.cover(r.swapped, p, &q.names, &soft)
		if mask, found := r.h.at(p); found == len(p) && len(p) > 1 && mask&^r.set() != 0 {
			whole = max(whole, len(p))
		}
	}
	q.onName = r.Named && q.names&r.set() != 0
	q.names &^= r.set()
	q.exact = q.names
	q.score = inRecord*r.weigh(q.names) + inSwap*r.weigh(soft&^q.names&^r.set()) + 0.5*r.weigh(said&^soft&^q.names&^r.set()) + 0.3*float64(whole)
	q.names |= soft &^ r.set()
	if first, _, _ := strings.Cut(strings.ToLower(q.of.Question), " "); r.begins(first) && asking[first] {
		q.score++
	}
	if said&r.set() != 0 && r.Named {
		q.score += nameWeight * 0.8
	}
}

// owned is a claim with where it stands.
type owned struct {
	record *plan.Record
	field  string
	claim  *plan.Claim
}

// claimsByID are the admitted claims that have an ID.
func (r *reading) claimsByID() map[string]owned {
	out := make(map[string]owned, 512)
	for _, rec := range r.seen.Records {
		for i := range rec.Fields {
			for j := range rec.Fields[i].Claims {
				c := &rec.Fields[i].Claims[j]
				if c.ID == "" {
					continue
				}
				out[c.ID] = owned{rec, rec.Fields[i].Field, c}
			}
		}
	}
	return out
}

// sideOf gathers the findings of one side, one for each field of a record.
func (r *reading) sideOf(ids []string, byID map[string]owned) []Finding {
	var out []Finding
	for _, id := range ids {
		o, ok := byID[id]
		if !ok {
			continue
		}
		i := slices.IndexFunc(out, func(f Finding) bool { return f.Record == o.record && f.Field.ID == o.field })
		if i < 0 {
			topic, field := r.seen.Field(o.field)
			out = append(out, r.finding(o.record, topic, field))
			i = len(out) - 1
		}
		out[i].Only = append(out[i].Only, o.claim)
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
	if r.Intent == Conflict && r.begins("where do", "where are", "on what", "which", "what do", "list", "are there", "how do") && len(all) > 1 && all[1].score > 0.85*all[0].score {
		if a := r.quarrelsOn(); a != nil && strings.Count(a.Text, "Disputed, accounts differ") > 1 {
			return a
		}
	}
	q := all[0]
	if !r.goesWith(q) {
		return nil
	}
	cover, rival := 0.6, 1.1
	if r.Intent == Conflict {
		cover, rival = 0.5, 0.9
	}
	if first, _, _ := strings.Cut(strings.ToLower(q.of.Question), " "); r.Intent != Conflict && r.begins("how long", "how many", "how much", "when", "where", "why") && !r.begins(first) {
		rival += 0.4 // it asks for another kind of thing
	}
	if content := r.content(); r.weigh(q.exact) >= content*0.9 {
		rival -= 0.3
	}
	least := 1.2
	if r.Intent == Conflict && q.onName {
		cover, least, rival = 0.45, 0.6, 0
	}
	if r.weigh(q.exact) < least || r.weigh(q.names) < r.content()*cover || len(r.matches) > 0 && q.score < r.matches[0].score*rival {
		return nil
	}
	if r.Intent != Conflict && bits.OnesCount64(q.names&^r.mask(func(t token) bool { return asking[t.text] })) < 2 && len(r.chosen) > 0 && r.chosen[0].topic.About == plan.AboutText {
		return nil // a bare subject: "what was known about territory?"
	}
	r.why("the records name this as a question on which accounts differ: %s: %s", q.of.Question, r.phraseOf(q.names))
	a := &Answer{Status: Answered}
	r.Fields, r.Topics, r.chosen, r.Versions = nil, nil, nil, nil
	for _, side := range q.sides {
		for _, f := range side {
			a.Findings = joined(a.Findings, f)
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

// quarrelsOn answers with every disagreement on the subject of a question, at
// most three; nil if there is none.
func (r *reading) quarrelsOn() *Answer {
	a := &Answer{Status: Answered}
	n := 0
	for _, q := range r.quarrels() {
		if n == 3 || r.weigh(q.exact) < max(1, r.content()*0.4) {
			continue
		}
		n++
		a.Text += q.of.Question + " Disputed, accounts differ: " + r.sidesText(q.sides) + ". "
		for _, side := range q.sides {
			for _, f := range side {
				a.Findings = joined(a.Findings, f)
			}
		}
		if q.of.Note != "" {
			a.Notes = append(a.Notes, q.of.Note)
		}
	}
	if n == 0 {
		return nil
	}
	a.Text = strings.TrimSpace(a.Text)
	r.Versions, r.Fields, r.Topics, r.chosen = recordsOf(a.Findings), nil, nil, nil
	return a
}

// goesWith reports whether a disagreement is on what took place where and when
// the question says.
func (r *reading) goesWith(q quarrel) bool {
	at := r.eventPlace()
	var named []*plan.Record
	if at != 0 {
		named = r.namedFor(at)
	}
	events, fits := false, false
	for _, side := range q.sides {
		for _, f := range side {
			v := f.Record
			events = events || v.Kind == plan.Event
			fits = fits || v.Kind == plan.Event && (r.when == nil || overlaps(r.when.date, v.Date)) && (named == nil || slices.ContainsFunc(named, sameRecord(v)))
		}
	}
	return !events || fits
}

// joined adds a finding to a list, its claims to a finding of the same field of
// the same record that is confined to some, where there is one.
func joined(list []Finding, f Finding) []Finding {
	for i := range list {
		if o := &list[i]; o.Record.ID == f.Record.ID && o.Field.ID == f.Field.ID && o.Nearest == f.Nearest && o.Only != nil {
			o.Only = union(o.Only, f.Only)
			return list
		}
	}
	return append(list, f)
}

// sidesText words the sides of a disagreement with who gives each.
func (r *reading) sidesText(sides [][]Finding) string {
	var out []string
	last := ""
	for _, side := range sides {
		var parts []string
		for _, f := range side {
			for _, c := range f.Only {
				text := wording.Claim(c)
				if lead := fmt.Sprintf("%s [%s]: ", lower(f.Field.Title), f.Record.Title); len(strings.Fields(text)) < 5 && lead != last {
					text, last = lead+text, lead // said once for all that follow
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
			for _, f := range side {
				a.Findings = joined(a.Findings, f)
			}
		}
		if q.of.Note != "" {
			a.Notes = append(a.Notes, q.of.Note)
		}
		return
	}
}

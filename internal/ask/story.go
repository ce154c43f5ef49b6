package ask

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
	"plandiff/internal/wording"
)

// history tells how a field moved over time.
func (r *reading) history() *Answer {
	if who := r.sameHolder(); who != nil {
		if fs := r.between(who); fs != nil {
			return &Answer{Status: Answered, Text: r.tell(fs), Findings: fs, Notes: claimNotes(fs)}
		}
	}
	if len(r.chosen) == 0 {
		if r.Named && len(r.Versions) == 1 {
			return r.identify()
		}
		return nil
	}
	most := 3
	if r.wholeTopic() {
		r.fullest()
		most = tellMost
	}
	r.measured()
	chosen := r.chosen[:min(len(r.chosen), most)]
	hs := compare.Histories(r.seen, func(_ *plan.Topic, f *plan.Field) bool {
		return slices.ContainsFunc(chosen, func(s scored) bool { return s.field.ID == f.ID })
	})
	slices.SortStableFunc(hs, func(a, b compare.History) int { return r.order(a.Field) - r.order(b.Field) })
	a := &Answer{}
	var lines []string
	for _, h := range hs {
		var steps []string
		for _, e := range append(slices.Clone(h.Entries), h.Undated...) {
			if e.State == plan.Lacuna {
				continue
			}
			f := Finding{Record: e.Record, Topic: h.Topic, Field: h.Field, Reading: e.Reading}
			f.Difference.Delta = e.Step
			a.Findings = append(a.Findings, f)
			date := dateText(e.Date)
			steps = append(steps, fmt.Sprintf("%s, %s: %s", date, label(e.Record), r.said(f)))
		}
		if len(steps) > 0 {
			lines = append(lines, h.Field.Title+" over time: "+strings.Join(steps, "; ")+".")
		}
	}
	if lines == nil {
		return r.silence(r.scope(), r.cells(r.scope()))
	}
	a.Text = strings.Join(lines, " ")
	a.Status = Answered
	if r.begins("where did", "what happened to", "what became of") {
		for _, f := range slices.Clone(a.Findings) {
			if gone(f.State) && len(f.Claims) > 0 && f.Claims[0].Point > 0 {
				r.pointHolds(a, f.Record, f.Claims[0].Point)
			}
		}
	}
	if fs := r.demanded(a.Findings); fs != nil {
		a.Text = r.tell(fs) + " " + a.Text
		a.Findings = append(fs, a.Findings...)
	}
	return a
}

// demanded is what a party is reported to hold on the subject beside what is
// told, where a question asks how its demands moved.
func (r *reading) demanded(told []Finding) []Finding {
	if r.Named || len(r.bare) == 0 || !slices.ContainsFunc(r.words, func(t token) bool { return stanceNouns[t.text] || wishing[t.text] }) {
		return nil
	}
	var out []Finding
	for _, v := range r.positionsOf(r.bare[0]) {
		r.each(v, func(f Finding) {
			near := strings.HasPrefix(r.chosen[0].field.Prefix(), f.Field.Prefix()) || strings.HasPrefix(f.Field.Prefix(), r.chosen[0].field.Prefix())
			if near && !slices.ContainsFunc(told, func(o Finding) bool { return o.Field == f.Field }) && f.State != plan.Lacuna {
				out = append(out, f)
			}
		})
	}
	return out
}

// measured takes along the first amount or count that stands beside the one
// clause whose history is asked for, in two drafts at least.
func (r *reading) measured() {
	if len(r.chosen) != 1 || !ofText(r.chosen[0]) || r.chosen[0].field.Kind.Numeric() {
		return
	}
	topic, of := r.chosen[0].topic, r.chosen[0].field
	for i := range topic.Fields {
		field := &topic.Fields[i]
		told := slices.DeleteFunc(r.x.lib.Drafts(), func(v *plan.Record) bool { return !r.carries(v, field.ID) })
		if field.Kind.Numeric() && field.Prefix() == of.Prefix() && len(told) > 1 {
			r.take(append(r.chosen, scored{topic: topic, field: field, aside: true}))
			return
		}
	}
}

// fullest puts the fields first that most records speak of.
func (r *reading) fullest() {
	held := func(s scored) int {
		n := 0
		for _, v := range r.x.lib.Drafts() {
			if r.carries(v, s.field.ID) {
				n++
			}
		}
		return n
	}
	slices.SortStableFunc(r.chosen, func(a, b scored) int { return held(b) - held(a) })
}

// origin tells where a content first stood, and who put it forward.
func (r *reading) origin() *Answer {
	if r.numberHandle() != nil {
		if a := r.numbers(); a != nil && a.Status != NotReported {
			return a
		}
		r.chosen, r.Fields, r.Topics = nil, nil, nil
		if a := r.numbers(); a != nil {
			return a
		}
	}
	if len(r.chosen) == 0 {
		return nil
	}
	if c := r.chosen[0]; c.score >= sure && c.topic.About != plan.AboutText && c.topic.About != plan.AboutDocument {
		if cells := r.accounts(); cells != nil { // "who asked for the review?"
			return r.found(cells)
		}
	}
	if f := r.originTold(); f != nil {
		return &Answer{Text: r.tell([]Finding{*f}), Findings: []Finding{*f}, Notes: claimNotes([]Finding{*f})}
	}
	if i := slices.IndexFunc(r.chosen, ofText); i >= 0 {
		r.chosen = r.chosen[i:]
	}
	if r.Named {
		if a := r.originIn(r.Versions[len(r.Versions)-1]); a != nil {
			return a
		}
	}
	a := r.history()
	if len(a.Findings) == 0 || a.Status == NotReported {
		return a
	}
	first := a.Findings[0]
	if i := slices.IndexFunc(a.Findings, func(f Finding) bool { return !gone(f.State) }); i > 0 {
		first = a.Findings[i]
	}
	said, best := first, bits.OnesCount64(r.saidOf(first))
	for _, f := range a.Findings { // the first that says what the question says
		if n := bits.OnesCount64(r.saidOf(f)); n > best && !gone(f.State) {
			said, best = f, n
		}
	}
	lead := "The earliest in these records: " + r.steppedIn(first)
	if said.Record != first.Record {
		lead += " The earliest in the words of the question: " + r.steppedIn(said)
	}
	a.Text = lead + " " + a.Text
	return a
}

// steppedIn tells what a version says, when, and who put it forward.
func (r *reading) steppedIn(f Finding) string {
	by := ""
	if len(f.Record.By) > 0 {
		by = ", put forward by " + and(f.Record.By)
	}
	return fmt.Sprintf("%s in %s, %s%s.", r.said(f), label(f.Record), dateText(f.Record.Date), by)
}

// originTold is what a version's document is told of on the origin of the very
// clause that is asked about; nil if nothing is.
func (r *reading) originTold() *Finding {
	if r.continued { // its words were in the question before
		for i := range r.seen.Topics {
			topic := &r.seen.Topics[i]
			for j := range topic.Fields {
				field := &topic.Fields[j]
				if topic.About != plan.AboutDocument || !strings.Contains(field.ID, "."+r.chosen[0].topic.ID+"-") {
					continue
				}
				if k := slices.IndexFunc(r.x.lib.Drafts(), func(v *plan.Record) bool { return r.carries(v, field.ID) }); k >= 0 {
					f := r.finding(r.x.lib.Drafts()[k], topic, field)
					r.take([]scored{{topic: topic, field: field}})
					return &f
				}
			}
		}
		return nil
	}
	ranked, _ := r.ranked()
	subject := r.chosen[0].names
	if i := slices.IndexFunc(r.chosen, ofText); i > 0 { // "whose idea was the amnesty?"
		subject = r.chosen[i].names
	}
	for i := range ranked {
		m := &ranked[i]
		if m.score < ranked[0].score*0.85 {
			break
		}
		about := r.x.topics[r.x.fields[m.field].topic].topic.About
		if about == plan.AboutDocument && !m.lacuna && subject != 0 && m.exact&subject == subject && (!r.Named || r.names(r.x.records[m.record].record)) {
			f := r.findingOf(m)
			r.take([]scored{{topic: f.Topic, field: f.Field, score: m.score, own: m.score, mask: m.mask, strong: m.exact}})
			return &f
		}
	}
	return nil
}

// saidOf are the words of a question that the contents of a finding say.
func (r *reading) saidOf(f Finding) uint64 {
	var mask uint64
	for _, k := range f.Contents {
		mask |= r.inText(wording.Content(k))
	}
	return mask &^ r.mask(func(t token) bool { return silent[t.text] || asking[t.text] })
}

// originIn traces what one version says back to the draft that first said it.
func (r *reading) originIn(v *plan.Record) *Answer {
	os, err := compare.TraceOrigins(r.seen, v.ID)
	if err != nil {
		return nil
	}
	a := &Answer{}
	var lines []string
	for _, o := range os.Contents {
		if r.order(o.Field) < 0 || len(lines) == tellMost {
			continue
		}
		if o.Content.Proponent != "" {
			lines = append(lines, fmt.Sprintf("%s in %s: %s is proposed by %s.", o.Field.Title, label(v), o.Content.Value.String(), o.Content.Proponent))
		} else if o.First[0].ID == v.ID {
			lines = append(lines, fmt.Sprintf("%s: %s first stands in %s itself.", o.Field.Title, wording.Content(o.Content), label(v)))
		} else {
			lines = append(lines, fmt.Sprintf("%s: %s in %s first stood in %s, %s.", o.Field.Title, wording.Content(o.Content), label(v), labels(o.First), dateText(o.First[0].Date)))
		}
		topic, field := r.seen.Field(o.Field.ID)
		a.Findings = append(a.Findings, r.finding(v, topic, field))
		for _, f := range o.First {
			if f.ID != v.ID {
				a.Findings = append(a.Findings, r.finding(f, topic, field))
			}
		}
	}
	if lines == nil {
		return nil
	}
	a.Text = strings.Join(lines, " ")
	a.Status = Answered
	return a
}

// uptakeVersions are base, proposal and outcome: those named, or the first of
// the comparison, the draft of others that answers it, and the latest of the
// overview.
func (r *reading) uptakeVersions() []*plan.Record {
	drafts := slices.DeleteFunc(slices.Clone(r.Versions), func(v *plan.Record) bool { return v.Kind != plan.Draft })
	if len(drafts) >= 3 {
		return drafts[:3]
	}
	base := r.pair()[0]
	all := r.overview()
	outcome := all[len(all)-1]
	for _, v := range drafts {
		if v != base && v.Date.Compare(outcome.Date) != 0 && len(drafts) == 1 && len(v.By) > 1 && sharing([]*plan.Record{v}, base.By) != nil {
			outcome = v
		}
	}
	var proposal *plan.Record
	for _, v := range r.pair()[1:] {
		if v != outcome && slices.Contains(v.Follows, base.ID) && (proposal == nil || v.ClaimCount() > proposal.ClaimCount()) {
			proposal = v
		}
	}
	for _, v := range drafts {
		if v != base && v != outcome {
			proposal = v
		}
	}
	if proposal == nil || outcome == base {
		return nil
	}
	return []*plan.Record{base, proposal, outcome}
}

// uptake tells whose wording an outcome has.
func (r *reading) uptake() *Answer {
	vs := r.uptakeVersions()
	if vs == nil {
		return nil
	}
	u, err := compare.TakeUp(r.seen, vs[0].ID, vs[1].ID, vs[2].ID)
	if err != nil {
		return nil
	}
	if len(r.Versions) < 3 {
		r.Assumed = append(r.Assumed, fmt.Sprintf("base %s, proposal %s, outcome %s", vs[0].ID, vs[1].ID, vs[2].ID))
	}
	r.Versions = vs
	a := &Answer{}
	var lines []string
	names := map[compare.Uptake][]string{}
	known := 0
	for _, row := range u.Rows {
		if len(r.chosen) > 0 && r.order(row.Field) < 0 || len(r.chosen) == 0 && row.Topic.About != plan.AboutText {
			continue
		}
		names[row.Kind] = append(names[row.Kind], row.Field.Title)
		if row.Kind != compare.NotKnown && row.Kind != compare.LeftOpen {
			known++
		}
		if len(r.chosen) == 0 && row.Kind == compare.NotKnown {
			continue
		}
		fs := rowFindings(row.Row)
		a.Findings = append(a.Findings, fs...)
		if len(r.chosen) > 0 && len(lines) < tellMost {
			lines = append(lines, fmt.Sprintf("%s %s", strings.TrimSuffix(r.sentence(row.Field.Title, fs), "."), "("+uptakeWords(row.Kind, vs)+")."))
		}
	}
	if len(r.chosen) == 0 {
		lines = append(lines, fmt.Sprintf("Of %s, the outcome %s has:", labels(vs[:2]), label(vs[2])))
		for _, k := range compare.Uptakes {
			if n := names[k]; n != nil {
				lines = append(lines, fmt.Sprintf("%d %s (%s);", len(n), uptakeWords(k, vs), few(n, 3)))
			}
		}
	}
	a.Text = strings.TrimSuffix(strings.Join(lines, " "), ";")
	a.Status = Answered
	if known == 0 {
		if len(r.chosen) > 0 {
			return r.silence(vs, r.cells(vs))
		}
		a.Status = NotReported
		a.Text = fmt.Sprintf("Whose wording %s has is %s: too little is known of %s.", label(vs[2]), silentText, labels(vs))
	}
	return a
}

func uptakeWords(k compare.Uptake, vs []*plan.Record) string {
	switch k {
	case compare.Kept:
		return "as in " + vs[0].ID
	case compare.Adopted:
		return "taken over from " + vs[1].ID + ", as a source says"
	case compare.Coincides:
		return "as in " + vs[1].ID + ", though no source says that it was taken over"
	case compare.Between:
		return "between the two"
	case compare.New:
		return "as in neither"
	case compare.LeftOpen:
		return "left open or moved elsewhere"
	case compare.NotKnown:
		return "not known whose wording it is"
	}
	return string(k)
}

package ask

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/plan"
)

// What is told of talks, of people and of who backs what is spread over many
// small records. There a question is matched against single claims: the words
// of the field, of the record, and of what is said.

// cell is one field of one record with how well a question fits it.
type cell struct {
	Finding
	score float64
	mask  uint64
}

// found answers with the cells of a search.
func (r *reading) found(cells []cell) *Answer {
	a := &Answer{}
	r.Fields, r.Topics, r.chosen = nil, nil, nil
	var found []*plan.Record
	for _, c := range cells {
		a.Findings = append(a.Findings, c.Finding)
		if !slices.Contains(r.Fields, c.Field) {
			r.Fields = append(r.Fields, c.Field)
			r.chosen = append(r.chosen, scored{topic: c.Topic, field: c.Field, score: c.score, own: c.score, mask: c.mask})
		}
		if !slices.Contains(r.Topics, c.Topic) {
			r.Topics = append(r.Topics, c.Topic)
		}
		if !slices.ContainsFunc(found, func(v *plan.Record) bool { return v.ID == c.Record.ID }) {
			found = append(found, c.Record)
		}
		r.why("%s %s fits with %.1f: %s", c.Record.ID, c.Field.ID, c.score, r.phraseOf(c.mask))
	}
	if !r.Named {
		r.Versions = found
	}
	a.Text = r.tell(a.Findings)
	if c := deciding(cells[0].Reading); r.has(whenCues...) && cells[0].Record.Kind == plan.Position && cells[0].Field.Kind != plan.DateKind && len(c) > 0 && len(c[0].Date) == len("2006-01-02") {
		a.Text = fmt.Sprintf("What is told here of %s is dated %s. %s", label(cells[0].Record), dateText(c[0].Date), a.Text)
	}
	if (r.has(whenCues...) || r.Intent == Events) && cells[0].Record.Kind == plan.Event && cells[0].Record.Date != "" && cells[0].Field.Kind != plan.DateKind {
		var dated []string
		for _, c := range cells { // events of which the same is told
			if v := c.Record; c.Field == cells[0].Field && c.score == cells[0].score && v.Kind == plan.Event && v.Date != "" {
				dated = append(dated, fmt.Sprintf("%s is dated %s", label(v), dateText(v.Date)))
			}
		}
		a.Text = strings.Join(dated, "; ") + ". " + a.Text
	}
	r.samePassage(a)
	a.Notes = claimNotes(a.Findings)
	if !slices.ContainsFunc(a.Findings, func(f Finding) bool { return f.State != plan.Lacuna }) {
		a.Status = NotReported
	}
	return a
}

// samePassage adds, to what one person or event is told of in one field, what
// the source tells of them in the same place, or the same speaker on the same
// day.
func (r *reading) samePassage(a *Answer) {
	if len(byField(a.Findings)) > 2 || len(a.Findings) > 3 {
		return
	}
	for _, of := range slices.Clone(a.Findings) {
		if of.Record.Kind != plan.Draft && r.alongWith(a, of) {
			return
		}
	}
}

// alongWith adds what is told along with one finding; false if nothing is.
func (r *reading) alongWith(a *Answer, of Finding) bool {
	here := func(c *plan.Claim) bool {
		return slices.ContainsFunc(of.Claims, func(o *plan.Claim) bool {
			return o.Source == c.Source && (o.At != "" && o.At == c.At || o.By != "" && o.By == c.By && o.Date != "" && o.Date == c.Date)
		})
	}
	var near []Finding
	r.each(of.Record, func(f Finding) {
		if !a.holds(f) && f.State != plan.Lacuna && slices.ContainsFunc(f.Claims, here) && len(near) < 2 {
			near = append(near, f)
		}
	})
	if near != nil {
		a.Text += " Told along with it:"
		for _, g := range byField(near) {
			a.Text += " " + r.sentence(g[0].Field.Title, g)
		}
		a.Findings = append(a.Findings, near...)
	}
	return near != nil
}

// findingOf derives the field of the record that a match is about.
func (r *reading) findingOf(m *match) Finding {
	e := &r.x.fields[m.field]
	topic, field := r.seen.Field(e.field.ID)
	return r.finding(r.x.records[m.record].record, topic, field)
}

// inText is where words of a question stand in a text.
func (r *reading) inText(s string) uint64 {
	if s == "" {
		return 0
	}
	var mask uint64
	for _, w := range split(s) {
		if len(w) < 2 || silent[w] {
			continue
		}
		for i, t := range r.words {
			if len(t.text) > 1 && t.text[0] == w[0] && t.text[1] == w[1] && (t.text == w || r.x.root(t.text) == r.x.root(w)) {
				mask |= 1 << i
			}
		}
	}
	return mask
}

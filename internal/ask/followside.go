package ask

import (
	"slices"
	"strings"

	"plandiff/internal/plan"
)

// What a question asks of another side, or of another day, than the one before it.

// whenOf reads a bare "when?" as asked of the day that goes with what was told. It
// reports whether it does.
func (r *reading) whenOf(last *reading) bool {
	if len(r.words) > 3 || !r.begins("when", "and when", "by when", "until when", "by which date", "by what date", "on what date", "which year", "what year") && r.text != " when " || len(last.chosen) == 0 {
		return false
	}
	of := last.chosen[0]
	for i := range of.topic.Fields {
		f := &of.topic.Fields[i]
		if f.Prefix() != of.field.Prefix() || f.ID == of.field.ID || f.Kind != plan.DateKind && !strings.HasPrefix(f.Title, "When ") {
			continue
		}
		r.take([]scored{{topic: of.topic, field: f}})
		r.Versions, r.Named, r.continued, r.Intent = last.Versions, last.Named, true, Value
		r.Assumed = append(r.Assumed, goesOn)
		return true
	}
	return false
}

// insteadOf is the question before on what was told of one side, put for another
// one: after "who leads the talks for the Americans?", "and for the Russians?"
// asks who does for these. "" where a question asks nothing of that kind.
func (r *reading) insteadOf(last *reading) string {
	if last == nil || len(r.words) > 4 || !r.begins("and", "what about", "how about", "and for", "and on") || len(last.chosen) == 0 || last.chosen[0].topic.About != plan.AboutTalks {
		return ""
	}
	side := func(r *reading) (of mention, n int) {
		for _, m := range slices.Concat(r.bare, r.named) {
			if slices.ContainsFunc(r.positionsOf(m), r.party) {
				of, n = m, n+1
			}
		}
		return of, n
	}
	own, n := side(r)
	was, m := side(last)
	if n != 1 || m != 1 || slices.ContainsFunc(r.chosen, func(s scored) bool {
		return s.mask&^own.mask != 0 && s.strong&^own.mask&^r.mask(func(t token) bool { return silent[t.text] }) != 0
	}) {
		return ""
	}
	var out []string
	first, _ := place(was.mask)
	for i, t := range last.words {
		switch {
		case i == first:
			out = append(out, r.phraseOf(own.mask))
		case was.mask&(1<<i) == 0:
			out = append(out, t.raw)
		}
	}
	return strings.Join(out, " ")
}

// replyTo reads "what about the Ukrainian and European reply?", after a question
// on one draft, as one on the draft of those parties that answers it. It reports
// whether it does.
func (r *reading) replyTo(last *reading) bool {
	if r.Named && !slices.ContainsFunc(r.named, func(m mention) bool { return m.loose }) || len(last.Versions) != 1 || !r.has(replying...) {
		return false
	}
	for _, d := range r.x.lib.Drafts() {
		if len(d.Follows) > 0 && d.Follows[0] == last.Versions[0].ID && slices.ContainsFunc(r.parties(), func(p party) bool { return slices.Contains(d.By, p.name) }) {
			r.Versions, r.Named, r.continued = []*plan.Record{d}, true, true
			if !slices.ContainsFunc(r.chosen, ofText) {
				r.take(last.chosen)
			}
			if r.Intent = r.intent(); r.Intent == Value && keeps(last.Intent) {
				r.Intent = last.Intent
			}
			r.Assumed = append(r.Assumed, goesOn)
			r.why("%s answers %s", d.ID, d.Follows[0])
			return true
		}
	}
	return false
}

// reply reads "do they accept that?", of a clause that the question before was
// about, as what the party's own draft says of it.
func (r *reading) reply(last *reading) {
	kept := r.has(keepCues...) && r.has("that", "it", "this") && !yesNoBe(r.question)
	if r.Intent != Stance && !kept || r.Named || len(last.chosen) == 0 || !ofText(last.chosen[0]) || !r.has("that", "it", "this") {
		return
	}
	if v := r.draftOfBare(); v != nil && !slices.Contains(last.Versions, v) && r.carries(v, last.chosen[0].field.ID) {
		r.Versions, r.Named, r.Intent = []*plan.Record{v}, true, YesNo
		if kept && len(last.Versions) == 1 && last.Versions[0].Kind == plan.Draft {
			r.Versions, r.Intent = []*plan.Record{last.Versions[0], v}, Change
		}
		r.take(last.chosen)
		r.continued = true
		r.why("%s tells what its party makes of the clause", v.ID)
	}
}

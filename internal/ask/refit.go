package ask

import (
	"slices"

	"plandiff/internal/plan"
)

// Where what was read is not what the records answer best.

// strayed takes another version than those named, where a claim of it explains
// far more of the question than anything of theirs: "who says that little of
// the US text is left?" is told of the text made from it.
func (r *reading) strayed() {
	if r.continued || !r.Named {
		return
	}
	r.ranked()
	var other *match
	var own float64 // the weight that the best topic of the versions named explains
	topics := map[int]uint64{}
	for i := range r.matches {
		m := &r.matches[i]
		switch {
		case !r.isText(m):
		case r.names(r.x.records[m.record].record):
			topic := r.x.fields[m.field].topic
			topics[topic] |= m.mask
			own = max(own, m.cover, 0.8*r.weigh(topics[topic]))
		case !m.lacuna && (other == nil || m.cover > other.cover):
			other = m
		}
	}
	if other == nil || other.cover < 0.55*r.content() || own > 0 && other.cover < own*1.4 {
		return
	}
	if told := other.zones[zoneSaid] | other.zones[zoneBy]; r.weigh(told) < 2.5 || !r.subjectful(told, 0) {
		return
	}
	v := r.x.records[other.record].record
	topic, field := r.seen.Field(r.x.fields[other.field].field.ID)
	r.why("a claim of %s explains far more of it", v.ID)
	r.Versions = []*plan.Record{v}
	r.take([]scored{{topic: topic, field: field, score: other.score, own: other.score, mask: other.mask, strong: other.mask}})
}

// leadFit puts the field first that the word which asks wants, where it fits
// the question best and is on the subject that was read.
func (r *reading) leadFit() {
	text := r.best(r.isText)
	if text == nil || text.lacuna || r.continued || len(r.chosen) == 0 || r.asks() == askedPerson {
		return
	}
	topic, field := r.seen.Field(r.x.fields[text.field].field.ID)
	hints := r.hints()
	if hints[text.field] < 0.6 || hints[r.x.fieldAt[r.chosen[0].field.ID]] > 0 || field.Prefix() != r.chosen[0].field.Prefix() {
		return
	}
	rest := slices.DeleteFunc(slices.Clone(r.chosen), func(c scored) bool { return c.field == field })
	r.take(append([]scored{{topic: topic, field: field, score: text.score, own: text.score, mask: text.mask, strong: text.mask}}, rest...))
}

// refit takes the fields of the text that the best matches are about, where
// none was read from the question or these explain clearly more of it.
func (r *reading) refit() {
	text := r.best(r.isText)
	if r.continued || !r.covers(text) {
		return
	}
	if text.lacuna && r.Named && len(r.chosen) > 0 && r.chosen[0].strong != 0 && r.carries(r.Versions[0], r.chosen[0].field.ID) {
		return // what is there is not given up for what is not
	}
	have, lacuna := 0.0, true
	var mask uint64
	for i := range r.matches {
		m := &r.matches[i]
		if r.isText(m) && r.order(r.x.fields[m.field].field) >= 0 {
			have, mask, lacuna = max(have, m.score), mask|m.mask, lacuna && m.lacuna
		}
	}
	margin := 1.1
	if lacuna && !text.lacuna {
		margin = 0.95
	}
	if have*margin >= text.score && margin >= 1 || have*margin > text.score || margin >= 1 && r.weigh(text.exact&^mask&^r.set()) < 0.5 {
		return
	}
	r.take(nil)
	for i := range r.matches {
		m := &r.matches[i]
		if m.score < text.score*0.9 || len(r.chosen) == 4 {
			break
		}
		topic, field := r.seen.Field(r.x.fields[m.field].field.ID)
		if !r.isText(m) || r.order(field) >= 0 {
			continue
		}
		r.take(append(r.chosen, scored{topic: topic, field: field, score: m.score, own: m.score, mask: m.mask, strong: m.mask}))
		r.why("field %s, as its claims fit: %s", field.ID, r.phraseOf(m.mask))
	}
}

package compare

import (
	"slices"

	"plandiff/internal/evidence"
	"plandiff/internal/plan"
)

// History is one field through time: every draft that is known, and the
// positions and events that say something of it.
type History struct {
	Topic   *plan.Topic
	Field   *plan.Field
	Entries []Entry // dated, in order
	Undated []Entry // never given a date they do not have
}

// Entry is what one record says of the field at one time.
type Entry struct {
	Record *plan.Record
	Date   plan.Date
	Reading
	Step *plan.Step // from the last entry before with one plain number; nil if there is none
	From *plan.Record
}

// Histories traces the fields that keep says. Fields without any claim have
// no history; drafts that were not public yet have no entry.
func Histories(v *evidence.View, keep func(*plan.Topic, *plan.Field) bool) []History {
	has := claimed(v.Records)
	var out []History
	for topic, field := range v.Fields() {
		if has[field.ID] && keep(topic, field) {
			out = append(out, history(v, topic, field))
		}
	}
	return out
}

func history(v *evidence.View, topic *plan.Topic, field *plan.Field) History {
	h := History{Topic: topic, Field: field}
	for _, r := range v.Records {
		if r.Kind == plan.Draft {
			if !v.Public(r.ID) {
				continue
			}
			e := Entry{Record: r, Date: r.Date, Reading: Derive(v, r, topic, field)}
			if r.Accompanies == "" || e.State != plan.Lacuna { // a side document need not speak of everything
				h.add(e)
			}
			continue
		}
		for _, e := range dated(v, r, field) {
			h.add(e)
		}
	}
	slices.SortStableFunc(h.Entries, func(a, b Entry) int {
		if c := a.Date.Compare(b.Date); c != 0 {
			return c
		}
		return slices.Index(kindOrder, a.Record.Kind) - slices.Index(kindOrder, b.Record.Kind)
	})
	var last *Entry
	for i := range h.Entries {
		e := &h.Entries[i]
		if len(e.Contents) != 1 || e.State != plan.Present || !e.Contents[0].Value.HasNumber() {
			continue
		}
		if last != nil {
			if d := last.Contents[0].Value.StepTo(e.Contents[0].Value); d != nil {
				e.Step, e.From = d, last.Record
			}
		}
		last = e
	}
	return h
}

var kindOrder = []plan.RecordKind{plan.Position, plan.Event, plan.Draft}

func (h *History) add(e Entry) {
	if e.Date == "" {
		h.Undated = append(h.Undated, e)
	} else {
		h.Entries = append(h.Entries, e)
	}
}

// dated splits the claims of a position or event by their dates, since one
// record may tell what was wanted at several times.
func dated(v *evidence.View, r *plan.Record, field *plan.Field) []Entry {
	var order []plan.Date
	byDate := map[plan.Date][]*plan.Claim{}
	claims := v.Of(r).Claims(field.ID)
	for i := range claims {
		d := claims[i].Date
		if d == "" {
			d = r.Date
		}
		if byDate[d] == nil {
			order = append(order, d)
		}
		byDate[d] = append(byDate[d], &claims[i])
	}
	var out []Entry
	for _, d := range order {
		out = append(out, Entry{Record: r, Date: d, Reading: read(byDate[d], field)})
	}
	return out
}

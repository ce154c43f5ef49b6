package compare

import (
	"slices"

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
	Step *Delta // from the last entry before with one plain number; nil if there is none
	From *plan.Record
}

// Histories traces the fields that keep says, with the evidence that is
// admitted. Fields without any claim have no history.
func Histories(lib *plan.Library, keep func(*plan.Topic, *plan.Field) bool, ev Evidence) ([]History, int) {
	seen, hidden := ev.Filter(lib, nil)
	has := claimed(seen.Records)
	var out []History
	eachField(seen, func(topic *plan.Topic, field *plan.Field) {
		if has[field.ID] && keep(topic, field) {
			out = append(out, history(seen, topic, field, ev))
		}
	})
	return out, hidden
}

func history(lib *plan.Library, topic *plan.Topic, field *plan.Field, ev Evidence) History {
	h := History{Topic: topic, Field: field}
	for _, r := range lib.Records {
		if r.Kind == plan.Draft {
			if ev.AsOf != "" && r.Date.First() > ev.AsOf.Last() {
				continue // nobody knew of it yet
			}
			e := Entry{Record: r, Date: r.Date, Reading: Derive(r, topic, field)}
			if r.Accompanies == "" || e.State != plan.Lacuna { // a side document need not speak of everything
				h.add(e)
			}
			continue
		}
		for _, e := range dated(r, topic, field) {
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
		if len(e.Contents) != 1 || e.State != plan.Present || !e.Contents[0].Value.HasNumber {
			continue
		}
		if last != nil {
			if d := delta(last.Contents[0].Value, e.Contents[0].Value); d != nil {
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
func dated(r *plan.Record, topic *plan.Topic, field *plan.Field) []Entry {
	var order []plan.Date
	byDate := map[plan.Date][]plan.Claim{}
	for _, c := range r.Claims(field.ID) {
		d := c.Date
		if d == "" {
			d = r.Date
		}
		if byDate[d] == nil {
			order = append(order, d)
		}
		byDate[d] = append(byDate[d], c)
	}
	var out []Entry
	for _, d := range order {
		part := *r
		part.Fields = []plan.FieldClaims{{Field: field.ID, Claims: byDate[d]}}
		out = append(out, Entry{Record: r, Date: d, Reading: Derive(&part, topic, field)})
	}
	return out
}

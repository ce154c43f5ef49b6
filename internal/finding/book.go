package finding

import (
	"slices"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
)

// Book makes findings of the records that a view admits.
type Book struct{ View *evidence.View }

// Of is what a record says of a field.
func (b Book) Of(r *plan.Record, topic *plan.Topic, field *plan.Field) Finding {
	return Finding{Record: r, Topic: topic, Field: field, Reading: compare.Derive(b.View, r, topic, field)}
}

// Grid is fields by records, silence only of drafts, on what a draft may say.
func (b Book) Grid(fields []*plan.Field, records []*plan.Record) []Finding {
	var out []Finding
	for _, f := range fields {
		topic, field := b.View.Library.Field(f.ID)
		for _, v := range records {
			silent := v.Kind == plan.Draft && (topic.About == plan.AboutText || topic.About == plan.AboutDocument)
			if f := b.Of(v, topic, field); silent || len(f.Claims) > 0 {
				out = append(out, f)
			}
		}
	}
	return out
}

// Related are what some records say of fields beside those asked about, record by record.
func (b Book) Related(fields []*plan.Field, records []*plan.Record) []Finding {
	var out []Finding
	for _, v := range records {
		for _, f := range b.Grid(fields, []*plan.Record{v}) {
			if f.Says() {
				f.Related = true
				out = append(out, f)
			}
		}
	}
	return out
}

// OfRecord are the findings of a record, silent ones too, that a test keeps.
func (b Book) OfRecord(v *plan.Record, keep func(*Finding) bool) []Finding {
	var out []Finding
	for i := range b.View.Library.Topics {
		topic := &b.View.Library.Topics[i]
		for j := range topic.Fields {
			if f := b.Of(v, topic, &topic.Fields[j]); keep(&f) {
				out = append(out, f)
			}
		}
	}
	return out
}

// AtPoint are the findings of a draft on what it has at a point.
func (b Book) AtPoint(v *plan.Record, n int) []Finding {
	return b.OfRecord(v, func(f *Finding) bool {
		return slices.ContainsFunc(v.Claims(f.Field.ID), func(c plan.Claim) bool {
			return c.Point == n || c.Point == 0 && slices.Contains(v.Homes(f.Field.ID), n)
		})
	})
}

// History is a field through time, of the days that a test keeps, and what has no day last; with
// steps, each by how it differs from the one before.
func (b Book) History(field *plan.Field, within func(plan.Date) bool, steps bool) []Finding {
	var out []Finding
	for _, h := range compare.Histories(b.View, func(_ *plan.Topic, f *plan.Field) bool { return f.ID == field.ID }) {
		for _, e := range append(h.Entries, h.Undated...) {
			f := Finding{Record: e.Record, Topic: h.Topic, Field: h.Field, Reading: e.Reading}
			if steps {
				f.Delta = e.Step
			}
			if e.Date == "" || within(e.Date) {
				out = append(out, f)
			}
		}
	}
	return out
}

// InPlace is what stands in the place of a finding that is gone: what the draft before it had, where
// it was deleted, else the first of those beside it that is not gone; nil if there is none.
func (b Book) InPlace(gone *Finding, base *plan.Record, beside []Finding) (f *Finding, was bool) {
	if base != nil && gone.State == plan.Deleted {
		of := b.Of(base, gone.Topic, gone.Field)
		if of.State == plan.Present || of.State == plan.Bracketed {
			return &of, true
		}
		return nil, false
	}
	if i := slices.IndexFunc(beside, func(f Finding) bool { return !f.Gone() }); i >= 0 {
		return &beside[i], false
	}
	return nil, false
}

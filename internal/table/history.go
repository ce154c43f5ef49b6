package table

import (
	"slices"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/wording"
)

// FromHistories lays out fields through time: a section a field, a row for
// what one record says of it at one time, what bears no date last.
func FromHistories(v *evidence.View, hs []compare.History) *Tree {
	b := newBuilder(v, "history", v.Hidden())
	for _, h := range hs {
		entries := slices.Concat(h.Entries, h.Undated)
		b.largest = 0
		for _, e := range entries {
			for _, k := range e.Contents {
				b.largest = max(b.largest, scaled(k))
			}
		}
		s, _ := b.section(h.Field.ID, h.Field.Title)
		s.Note, s.Unit, s.Largest = h.Topic.Title, h.Field.Unit, b.largest
		for _, e := range entries {
			said := compare.Cell{Version: e.Record, Reading: e.Reading}
			cell := b.cell(h.Field.ID, said, said)
			cell.Delta = e.Step
			if e.Step != nil {
				cell.say(Step, wording.StepFrom(e.Step, e.From.ID))
			}
			row := fieldRow(compare.Row{Topic: h.Topic, Field: h.Field}, cell)
			row.Title, row.When = e.Record.ID, &e
			s.Rows = append(s.Rows, row)
		}
	}
	if len(hs) == 0 {
		b.tree.Foot = []Line{plain(Remark, wording.NothingReported)}
	}
	return b.done()
}

// scaled is the number of a content in its plain unit; 0 where it has no bar, as
// one that is denied.
func scaled(k compare.Content) float64 {
	if !k.Value.HasNumber() || k.State == plan.Omitted {
		return 0
	}
	n, _ := k.Value.Scaled()
	return n.Float()
}

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
		largest := 0.0
		for _, e := range entries {
			for _, k := range e.Contents {
				largest = max(largest, scaled(k))
			}
		}
		s := Section{ID: h.Field.ID, Title: h.Field.Title, Note: h.Topic.Title, Points: []string{""}, Unit: h.Field.Unit, Largest: largest}
		for _, e := range entries {
			s.Rows = append(s.Rows, b.entryRow(h, e, largest))
		}
		b.tree.Sections = append(b.tree.Sections, s)
	}
	if len(hs) == 0 {
		b.tree.Foot = []Line{plain(Remark, wording.NothingReported)}
	}
	return b.done()
}

func (b *builder) entryRow(h compare.History, e compare.Entry, largest float64) Row {
	cell := compare.Cell{Version: e.Record, Reading: e.Reading}
	out := b.cell(h.Field.ID, cell, cell)
	out.Delta = e.Step
	b.scale(out.Lines, e.Contents, largest)
	when := &When{Record: e.Record.ID, Kind: e.Record.Kind, Day: e.Date, Date: wording.Date(e.Date)}
	if e.Step != nil {
		when.StepFrom = e.From.ID
		out.Lines = append(out.Lines, plain(Step, wording.StepFrom(e.Step, e.From.ID)))
	}
	return Row{Topic: h.Topic.ID, Field: h.Field.ID, Title: e.Record.ID, Unit: h.Field.Unit, When: when, Cells: []Cell{out}}
}

// scale puts bars beside the lines of contents that are numbers.
func (b *builder) scale(lines []Line, contents []compare.Content, largest float64) {
	at := 0
	for _, k := range contents {
		for at < len(lines) && lines[at].Role != Value && !lines[at].Item() {
			at++
		}
		if at == len(lines) {
			return
		}
		if n := scaled(k); n > 0 {
			lines[at].Bar = &Bar{Share: n / largest, Bound: k.Value.Bound}
		}
		at++
	}
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

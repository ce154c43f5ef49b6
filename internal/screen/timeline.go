package screen

import (
	"math"
	"strings"

	"plandiff/internal/plan"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

// timelines draws fields through time: an entry for what a record says at one
// time, and for numbers a bar to scale. A bar that ends in an arrow is a
// bound: the number lies to the left of "◁" or to the right of "▷".
func (d *drawing) timelines() {
	for i, s := range d.t.Sections {
		if i > 0 {
			d.line()
		}
		d.paragraph("", "  ", chunk{d.text(s.Title), heading}, chunk{d.text("  " + s.ID + " · " + s.Note), faint})
		d.timeline(s.Rows)
	}
}

const (
	dateColumn = 12 // at least: "20 Nov 2025 "
	maxBar     = 60 // columns, so that bars stay readable on very wide screens
	wideTime   = 72 // columns from which date and name stand beside the value
)

func (d *drawing) timeline(rows []table.Row) {
	name, date := 0, dateColumn
	for _, r := range rows {
		name, date = max(name, width(r.When.Record.ID)), max(date, width(wording.Date(r.When.Date))+1)
	}
	lead := date + name + 1
	stacked := d.Width < wideTime || lead > d.Width/2
	for _, r := range rows {
		id, day, style := r.When.Record.ID, wording.Date(r.When.Date), bold
		if r.When.Record.Kind != plan.Draft {
			style = plainStyle
		}
		if stacked {
			d.paragraph("", "  ", chunk{day, faint}, chunk{" " + id, style})
			d.entry(r.Cells[0], "    ", nil)
			continue
		}
		d.entry(r.Cells[0], blanks(lead), []chunk{{pad(day, date), faint}, {pad(id, name+1), style}})
	}
}

// entry writes what a record says, the first line behind its date and name.
func (d *drawing) entry(c table.Cell, indent string, first []chunk) {
	for _, l := range c.Lines {
		base := plainStyle
		if c.Quiet || l.Role != table.Value && l.Role != table.Heading && !l.Item() {
			base = faint
		}
		for _, line := range wrap(append(d.spans(l.Spans, base), d.citeMarks(l.Cites)...), max(d.Width-len(indent), 1)) {
			lead := []chunk{{text: indent}}
			if first != nil {
				lead, first = first, nil
			}
			d.line(append(lead, isolated(line)...)...)
		}
		if bar := d.bar(l.Bar, d.Width-len(indent)); bar != "" {
			d.line(chunk{text: indent}, chunk{bar, toneStyle(wording.Changed)})
		}
	}
}

func (d *drawing) bar(b *table.Bar, room int) string {
	most := min(room-1, maxBar)
	if b == nil || most < 1 {
		return ""
	}
	end := map[plan.Bound]string{plan.Under: "◁", plan.AtMost: "◁", plan.Over: "▷", plan.AtLeast: "▷"}[b.Bound]
	return d.text(strings.Repeat("█", max(int(math.Round(b.Share*float64(most))), 1)) + end)
}

package screen

import (
	"math"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
	"plandiff/internal/table"
)

// Story draws fields through time: a line an entry, and for numbers a bar in
// proportion to the largest. A bar that ends in an arrow is a bound: the
// number lies to the left of "◁" or to the right of "▷".
func Story(s *table.Story, sources SourceList, opt Options) string {
	p := newPainter(opt)
	p.head(s.Head)
	for i, t := range s.Lines {
		if i > 0 {
			p.line()
		}
		p.paragraph("", "  ", chunk{p.text(t.Title), heading}, chunk{p.text("  " + t.Field + " · " + t.Topic), faint})
		p.moments(t, t.Entries)
		if len(t.Undated) > 0 {
			p.line(chunk{"undated", faint})
			p.moments(t, t.Undated)
		}
	}
	if len(s.Lines) == 0 {
		p.line(chunk{text: "Nothing is reported of this."})
	}
	p.notes(s.Notes, sources)
	return p.b.String()
}

const (
	dateColumn = 12 // at least: "20 Nov 2025 "
	wideStory  = 72 // columns from which date and name stand beside the value
)

func (p *painter) moments(t table.Timeline, moments []table.Moment) {
	name, date := 0, dateColumn
	for _, list := range [2][]table.Moment{t.Entries, t.Undated} {
		for _, m := range list {
			name, date = max(name, width(m.ID)), max(date, width(m.Date)+1)
		}
	}
	lead := date + name + 1
	stacked := p.Width < wideStory || lead > p.Width/2
	for _, m := range moments {
		style := bold
		if m.Kind != plan.Draft {
			style = plainStyle
		}
		indent := strings.Repeat(" ", lead)
		first := pad(m.Date, date)
		if stacked {
			p.paragraph("", "  ", chunk{m.Date, faint}, chunk{" " + m.ID, style})
			indent = "    "
		}
		for i, item := range m.Items {
			body := item.Text()
			if m.State == plan.Disputed && i == 0 {
				body = "disputed: " + body
			}
			valueStyle := plainStyle
			if quiet(m.State) {
				valueStyle = faint
			}
			chunks := append([]chunk{{p.text(body), valueStyle}}, (&drawing{painter: p}).noteMarks(item.Notes)...)
			for y, l := range wrap(chunks, max(p.Width-len(indent), 1)) {
				if i == 0 && y == 0 && !stacked {
					p.line(append([]chunk{{first, faint}, {pad(m.ID, name+1), style}}, l...)...)
					continue
				}
				p.line(append([]chunk{{text: indent}}, l...)...)
			}
			if bar := p.bar(item, t.Largest, p.Width-len(indent)); bar != "" {
				p.line(chunk{text: indent}, chunk{bar, styleOf(compare.Changed)})
			}
		}
		if m.Step != "" {
			p.paragraph(indent, indent, chunk{p.text(m.Step), plainStyle})
		}
	}
}

func pad(s string, w int) string {
	return s + strings.Repeat(" ", max(w-width(s), 1))
}

// maxBar keeps bars readable on very wide screens.
const maxBar = 60

// bar draws a number in proportion to the largest one.
func (p *painter) bar(item table.MomentItem, largest float64, room int) string {
	block, below, above := "█", "◁", "▷"
	if p.ASCII {
		block, below, above = "#", "<", ">"
	}
	most := min(room-1, maxBar)
	if !item.HasNumber || item.Number <= 0 || most < 1 {
		return ""
	}
	n := int(math.Round(item.Number / largest * float64(most)))
	s := strings.Repeat(block, max(n, 1))
	switch item.Bound {
	case plan.Under, plan.AtMost:
		s += below
	case plan.Over, plan.AtLeast:
		s += above
	}
	return s
}

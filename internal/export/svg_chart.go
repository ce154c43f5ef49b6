package export

import (
	"fmt"
	"math"
	"strings"

	"plandiff/internal/plan"
	"plandiff/internal/table"
)

const (
	chartWidth = 960.0
	chartLeft  = 276.0 // of the zero line
	chartRoom  = 300.0 // for the numbers
	chartHead  = 58.0
	chartItem  = 24.0
	chartGap   = 10.0
)

// drawChart draws the numbers of a field down the page in time. A number that
// one text has is a filled dot. Numbers that sources contradict each other
// about are hollow diamonds on a broken line, one beside the other, and none
// of them counts more; alternatives in brackets are hollow squares; a bound
// has an arrow to the side where the number lies.
func drawChart(t *table.Timeline) string {
	c := &canvas{width: chartWidth}
	scale := func(n float64) float64 { return chartLeft }
	if t.Largest > 0 {
		scale = func(n float64) float64 { return chartLeft + math.Max(n, 0)/t.Largest*chartRoom }
	}
	heading := t.Title
	if t.Unit != "" && !strings.Contains(t.Title, t.Unit) {
		heading += ", " + t.Unit
	}
	c.text(8, 20, fit(heading, 15, chartWidth-16), lettering{class: "ink", bold: true, size: 15})
	var body canvas
	y := chartHead
	body.moments(t.Entries, &y, scale)
	if len(t.Undated) > 0 {
		body.text(8, y+12, "undated", lettering{class: "faint", bold: true, size: 12})
		y += chartItem
		body.moments(t.Undated, &y, scale)
	}
	for _, n := range ticks(t.Largest) {
		x := scale(n)
		c.line(x, chartHead-12, x, y, "rule", 0.5, n != 0)
		c.text(x, chartHead-18, plan.FormatNumber(n), lettering{class: "faint", anchor: "middle", size: 11})
	}
	c.WriteString(body.String())
	c.height = y + 30
	c.text(8, c.height-10, "Filled dot: one number. Hollow diamonds on a broken line: disputed. Hollow square: in brackets, not agreed. Arrow: a bound.", lettering{class: "faint", size: 12})
	return c.finish("chart-"+idOf(t.Field), t.Title+" over time", chartText(t))
}

// idOf is a field ID as part of an ID in XML.
func idOf(field string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '.' || r == '_' {
			return r
		}
		return '_'
	}, field)
}

// ticks are round numbers from 0 to the largest.
func ticks(largest float64) []float64 {
	if !(largest > 0) || math.IsInf(largest, 0) {
		return []float64{0}
	}
	step := math.Pow(10, math.Floor(math.Log10(largest)))
	switch {
	case largest/step > 4:
		step *= 2
	case largest/step <= 2:
		step /= 2
	}
	out := []float64{0}
	for i := 1; float64(i)*step <= largest*1.0001 && i < 12; i++ {
		out = append(out, float64(i)*step)
	}
	return out
}

func (c *canvas) moments(moments []table.Moment, y *float64, scale func(float64) float64) {
	for _, m := range moments {
		c.group(momentText(m))
		draft := m.Kind == plan.Draft
		c.text(8, *y+12, m.Date, lettering{class: "faint", size: 12})
		c.text(100, *y+12, fit(m.ID, 13, chartLeft-124), lettering{class: "ink", bold: draft})
		if m.State == plan.Disputed {
			c.spread(m, *y)
		}
		for i, item := range m.Items {
			c.item(m, i, item, *y+chartItem*float64(i)+8, scale)
		}
		c.end()
		*y += chartItem*float64(len(m.Items)) + chartGap
	}
}

// spread joins what a dispute is between by a broken line. It stands left of
// zero, because some of it may be no number.
func (c *canvas) spread(m table.Moment, y float64) {
	c.line(chartLeft-14, y+8, chartLeft-14, y+chartItem*float64(len(m.Items)-1)+8, "dispute", 1.5, true)
	for i := range m.Items {
		c.line(chartLeft-14, y+chartItem*float64(i)+8, chartLeft-4, y+chartItem*float64(i)+8, "dispute", 1.5, false)
	}
}

// item draws one number, or says in words what there is in place of one.
func (c *canvas) item(m table.Moment, n int, item table.MomentItem, y float64, scale func(float64) float64) {
	text, class := item.Text(), "ink"
	if m.State == plan.Disputed {
		class = "dispute"
		if n == 0 {
			text = "disputed: " + text
		}
	}
	if m.State == plan.Lacuna || m.State == plan.Omitted {
		class = "faint"
	}
	x := chartLeft
	if item.HasNumber {
		x = scale(item.Number)
		stem := "accent"
		if class == "dispute" {
			stem = "dispute"
		}
		c.line(chartLeft, y, x, y, stem, 2.5, m.State != plan.Present)
		c.dot(m.State, item.Bound, x, y)
		x += 8
		if item.Bound != plan.Exact {
			x += 14
		}
	}
	c.text(x+6, y+4.5, fit(text, 12, chartWidth-x-14), lettering{class: class, size: 12})
}

func (c *canvas) dot(state plan.State, bound plan.Bound, x, y float64) {
	switch state {
	case plan.Disputed:
		fmt.Fprintf(c, `<path d="M %s %s l 7 -7 l 7 7 l -7 7 z" class="dispute-dot hollow" fill="#ffffff" stroke="%s" stroke-width="2"/>`, px(x-7), px(y), disputeShade)
	case plan.Bracketed:
		fmt.Fprintf(c, `<rect x="%s" y="%s" width="11" height="11" class="accent-dot hollow" fill="#ffffff" stroke="%s" stroke-width="2"/>`, px(x-5.5), px(y-5.5), accentColour)
	default:
		fmt.Fprintf(c, `<circle cx="%s" cy="%s" r="6" class="accent-dot" fill="%s" stroke="%s" stroke-width="2"/>`, px(x), px(y), accentColour, accentColour)
	}
	switch bound {
	case plan.Under, plan.AtMost:
		c.text(x+8, y+5, "←", lettering{class: "ink", bold: true})
	case plan.Over, plan.AtLeast:
		c.text(x+8, y+5, "→", lettering{class: "ink", bold: true})
	case plan.Around:
		c.text(x+8, y+5, "~", lettering{class: "ink", bold: true})
	}
}

func momentText(m table.Moment) string {
	date := m.Date
	if date == "" {
		date = "undated"
	}
	items := make([]string, len(m.Items))
	for i, item := range m.Items {
		items[i] = item.Text()
	}
	s := date + ", " + m.ID + ": "
	if m.State == plan.Disputed {
		s += "disputed: "
	}
	return s + strings.Join(items, " / ")
}

// chartText is the chart in words.
func chartText(t *table.Timeline) string {
	var parts []string
	for _, list := range [2][]table.Moment{t.Entries, t.Undated} {
		for _, m := range list {
			parts = append(parts, momentText(m))
		}
	}
	return strings.Join(parts, "; ") + "."
}

package export

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/table"
	"plandiff/internal/wording"
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
func drawChart(t *table.Section) string {
	c := &canvas{width: chartWidth}
	heading := t.Title
	if t.Unit != "" && !strings.Contains(t.Title, t.Unit) {
		heading += ", " + t.Unit
	}
	c.text(8, 20, fit(heading, 15, chartWidth-16), lettering{class: "ink", bold: true, size: 15})
	var body canvas
	y := chartHead
	undated := false
	for _, r := range t.Rows {
		if r.When.Date == "" && !undated {
			undated = true
			body.text(8, y+12, wording.Undated, lettering{class: "faint", bold: true, size: 12})
			y += chartItem
		}
		body.entry(r, &y)
	}
	for _, n := range ticks(t.Largest) {
		x := along(n / t.Largest)
		c.line(x, chartHead-12, x, y, "rule", 0.5, n != 0)
		c.text(x, chartHead-18, tickText(n, t.Largest), lettering{class: "faint", anchor: "middle", size: 11})
	}
	c.WriteString(body.String())
	c.height = y + 30
	c.text(8, c.height-10, "Filled dot: one number. Hollow diamonds on a broken line: disputed. Hollow square: in brackets, not agreed. Arrow: a bound.", lettering{class: "faint", size: 12})
	return c.finish("chart-"+t.ID, t.Title+" over time", prose.Join(t.Rows, "; ", entryText)+".")
}

// along is where a share of the largest number stands.
func along(share float64) float64 { return chartLeft + share*chartRoom }

// ticks are round numbers from 0 to the largest, which is above zero.
func ticks(largest float64) []float64 {
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

func tickText(n, largest float64) string {
	for _, s := range [...]struct {
		size float64
		word string
	}{{1e12, " trillion"}, {1e9, " billion"}, {1e6, " million"}} {
		if largest >= s.size && n > 0 {
			return strconv.FormatFloat(n/s.size, 'f', -1, 64) + s.word
		}
	}
	if n == math.Trunc(n) {
		return wording.Number(int(n))
	}
	return strconv.FormatFloat(n, 'f', -1, 64)
}

func (c *canvas) entry(r table.Row, y *float64) {
	cell := r.Cells[0]
	lines := pick.Keep(cell.Lines, func(l table.Line) bool { return l.Role == table.Value || l.Item() }) // not what is said of the text
	c.group(entryText(r))
	c.text(8, *y+12, wording.Date(r.When.Date), lettering{class: "faint", size: 12})
	c.text(100, *y+12, fit(r.When.Record.ID, 13, chartLeft-124), lettering{class: "ink", bold: r.When.Record.Kind == plan.Draft})
	if cell.State == plan.Disputed {
		c.spread(len(lines), *y)
	}
	for i, l := range lines {
		c.item(cell, i, l, *y+chartItem*float64(i)+8)
	}
	c.end()
	*y += chartItem*float64(len(lines)) + chartGap
}

// spread joins what a dispute is between by a broken line. It stands left of
// zero, because some of it may be no number.
func (c *canvas) spread(n int, y float64) {
	c.line(chartLeft-14, y+8, chartLeft-14, y+chartItem*float64(n-1)+8, "dispute", 1.5, true)
	for i := range n {
		c.line(chartLeft-14, y+chartItem*float64(i)+8, chartLeft-4, y+chartItem*float64(i)+8, "dispute", 1.5, false)
	}
}

// item draws one number, or says in words what there is in place of one.
func (c *canvas) item(cell table.Cell, n int, l table.Line, y float64) {
	text, class, stem := l.Text(), "ink", "accent"
	switch {
	case cell.State == plan.Disputed:
		class, stem = "dispute", "dispute"
		text = when(n == 0, wording.StateWord(cell.State)+": ") + text
	case cell.Quiet:
		class = "faint"
	}
	x := chartLeft
	if l.Bar != nil {
		x = along(l.Bar.Share)
		c.line(chartLeft, y, x, y, stem, 2.5, cell.State != plan.Present)
		c.dot(cell.State, l.Bar.Bound, x, y)
		x += 8
		if l.Bar.Bound != plan.Exact {
			x += 14
		}
	}
	c.text(x+6, y+4.5, fit(text, 12, chartWidth-x-14), lettering{class: class, size: 12})
}

func (c *canvas) dot(state plan.State, bound plan.Bound, x, y float64) {
	switch state {
	case plan.Disputed:
		fmt.Fprintf(c, `<path d="M %s %s l 7 -7 l 7 7 l -7 7 z" class="dispute-dot hollow" fill="#ffffff" stroke="%s" stroke-width="2"/>`, px(x-7), px(y), inks["dispute"])
	case plan.Bracketed:
		fmt.Fprintf(c, `<rect x="%s" y="%s" width="11" height="11" class="accent-dot hollow" fill="#ffffff" stroke="%s" stroke-width="2"/>`, px(x-5.5), px(y-5.5), inks["accent"])
	default:
		fmt.Fprintf(c, `<circle cx="%s" cy="%s" r="6" class="accent-dot" fill="%s" stroke="%s" stroke-width="2"/>`, px(x), px(y), inks["accent"], inks["accent"])
	}
	arrow := map[plan.Bound]string{plan.Under: "←", plan.AtMost: "←", plan.Over: "→", plan.AtLeast: "→", plan.Around: "~"}[bound]
	if arrow != "" {
		c.text(x+8, y+5, arrow, lettering{class: "ink", bold: true})
	}
}

func entryText(r table.Row) string {
	return wording.Date(r.When.Date) + ", " + r.When.Record.ID + ": " + r.Cells[0].Text
}

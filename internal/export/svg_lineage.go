package export

import (
	"fmt"
	"math"
	"strings"
	"time"

	"plandiff/internal/prose"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

const (
	lineageDates = 104.0
	lineageLane  = 110.0 // of the lines from draft to draft
	lineageWidth = 860.0
	lineageStep  = 46.0 // between drafts of one day
)

// drawLineage draws the drafts down the page in time, with lines from what
// each was made from. Distances grow with the time between, but not in
// proportion: years lie between the first and days between the last.
func drawLineage(drafts []table.Draft) string {
	c := &canvas{width: lineageWidth}
	at := map[string]float64{}
	y := 34.0
	for i, d := range drafts {
		if i > 0 {
			y += lineageStep + apart(drafts[i-1].Date.First(), d.Date.First())
		}
		at[d.ID] = y
	}
	x := lineageDates + lineageLane
	for _, d := range drafts {
		for _, from := range d.From {
			c.descent(x, at[from], at[d.ID])
		}
	}
	for _, d := range drafts {
		c.draft(d, x, at[d.ID])
	}
	c.height = y + 82
	c.text(8, c.height-28, "Filled: a source reproduces the text. Hollow: known from reports or set out aloud. Bold: compared here.", lettering{class: "faint", size: 12})
	c.text(8, c.height-10, "A line leads from what a draft was made from, where a source says so. Distances in time are not to scale.", lettering{class: "faint", size: 12})
	return c.finish("picture-lineage", "The drafts in time, who put them forward, and what each was made from", prose.Join(drafts, "; ", draftText)+".")
}

// apart is the room for the days between two drafts.
func apart(from, to string) float64 {
	a, errA := time.Parse(time.DateOnly, from)
	b, errB := time.Parse(time.DateOnly, to)
	if errA != nil || errB != nil || !b.After(a) {
		return 0
	}
	return 4 * math.Log2(1+b.Sub(a).Hours()/24)
}

// descent draws the line from a draft to one that was made from it.
func (c *canvas) descent(x, from, to float64) {
	bow := math.Min(24+math.Abs(to-from)*0.28, lineageLane-10)
	fmt.Fprintf(c, `<path d="M %s %s C %s %s, %s %s, %s %s" class="rule-line" fill="none" stroke="%s" stroke-width="1.6"/>`,
		px(x-8), px(from), px(x-bow), px(from), px(x-bow), px(to), px(x-13), px(to), inks["rule"])
	fmt.Fprintf(c, `<path d="M %s %s l -8 -4 l 0 8 z" class="rule-fill" fill="%s"/>`, px(x-7), px(to), inks["rule"])
}

func (c *canvas) draft(d table.Draft, x, y float64) {
	c.group(draftText(d))
	class := "ink"
	if d.Chosen {
		class = "accent"
	}
	fill, hollow := "#ffffff", " hollow"
	if d.Text {
		fill, hollow = inks[class], ""
	}
	c.text(8, y+4, wording.Date(d.Date), lettering{class: "faint", size: 12})
	fmt.Fprintf(c, `<circle cx="%s" cy="%s" r="7" class="%s-dot%s" fill="%s" stroke="%s" stroke-width="2"/>`, px(x), px(y), class, hollow, fill, inks[class])
	room := lineageWidth - x - 30
	label := d.ID
	if d.Label != "" {
		label = d.Label + " (" + d.ID + ")"
	}
	c.text(x+18, y, fit(label, 14, room), lettering{class: class, bold: d.Chosen, size: 14})
	by := prose.Listed(" · ", when(d.By != nil, "by "+strings.Join(d.By, ", ")), d.Known)
	c.text(x+18, y+17, fit(by, 12, room), lettering{class: "faint", size: 12})
	c.end()
}

func draftText(d table.Draft) string {
	s := d.ID + ", " + wording.Date(d.Date) + wording.PutForward(strings.Join(d.By, ", "))
	if len(d.From) > 0 {
		s += ", made from " + wording.And(d.From)
	}
	return s + ", " + d.Known
}

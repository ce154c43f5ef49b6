package export

import (
	"fmt"
	"strings"

	"plandiff/internal/prose"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

const (
	matrixLabel = 300.0
	matrixCell  = 104.0
	matrixRow   = 28.0
	matrixHead  = 64.0
	legendRow   = 22.0
)

// grounds are the colours behind what a mark stands for. The symbol and the
// words say it; the colour only repeats them.
var grounds = map[wording.Tone]string{
	wording.Changed: "#FFE2B8", wording.Removed: "#F9CFCB", wording.Disputed: "#F3D6F5", wording.Open: "#E3DAFA", wording.Moved: "#CFE3F7",
	wording.Added: "#D8EEDC", wording.Reworded: "#D5EEF1", wording.Same: "#EFEFEF", wording.Plain: "#E8EEF6", wording.Unknown: "#FFFFFF",
}

// drawMatrix draws topics by versions: a coloured cell with a symbol and, for
// a topic of several fields, how many of them are known.
func drawMatrix(t *table.Tree) string {
	g := t.Grids[0]
	c := &canvas{width: matrixLabel + matrixCell*float64(len(t.Columns)) + 16}
	for i, v := range t.Columns {
		x := matrixLabel + matrixCell*float64(i) + matrixCell/2
		c.group(v.ID + ": " + v.Title)
		for y, line := range wrapLines(strings.ReplaceAll(v.ID, "-", "- "), 13, matrixCell-8, 2) {
			c.text(x, 20+float64(y)*16, strings.ReplaceAll(line, "- ", "-"), lettering{class: "ink", anchor: "middle", bold: true})
		}
		c.text(x, 54, v.Date, lettering{class: "faint", anchor: "middle", size: 11})
		c.end()
	}
	for y, r := range g.Rows {
		c.matrixRow(t, r, matrixHead+matrixRow*float64(y))
	}
	c.height = matrixHead + matrixRow*float64(len(g.Rows)) + 14
	c.legend(g.Notes)
	return c.finish("picture-matrix", "What is known of each topic in each version", "Number of fields with each mark. "+prose.Join(g.Notes, "; ", table.Line.Text))
}

func (c *canvas) matrixRow(t *table.Tree, r table.GridRow, y float64) {
	title := r.Cells[0].Text
	c.group(title)
	c.text(8, y+18, fit(title, 13, matrixLabel-16), lettering{class: "ink"})
	c.end()
	for i, cell := range r.Cells[1:] {
		x := matrixLabel + matrixCell*float64(i)
		c.group(strings.TrimSpace(fmt.Sprintf("%s, %s: %s %s", title, t.Columns[i].ID, cell.Mark.Word, cell.Text)))
		fmt.Fprintf(c, `<rect x="%s" y="%s" width="%s" height="%s" class="mark mark-%s" fill="%s" stroke="#ffffff"/>`,
			px(x+1), px(y+1), px(matrixCell-2), px(matrixRow-2), cell.Mark.Tone, grounds[cell.Mark.Tone])
		c.text(x+28, y+19, cell.Mark.Symbol, lettering{class: "ink", anchor: "middle"})
		if cell.Text != "" {
			c.text(x+matrixCell/2+12, y+19, cell.Text, lettering{class: "ink", anchor: "middle"})
		}
		c.end()
	}
}

func (c *canvas) legend(notes []table.Line) {
	x, y := 8.0, c.height
	var rest []string
	for _, l := range notes {
		if l.Mark.IsZero() {
			rest = append(rest, l.Text())
			continue
		}
		text, _, _ := strings.Cut(l.Text(), ":")
		w := 34 + textWidthOf(text, 12) + 14
		if x+w > c.width && x > 8 {
			x, y = 8, y+legendRow
		}
		fmt.Fprintf(c, `<rect x="%s" y="%s" width="22" height="16" class="mark mark-%s" fill="%s" stroke="%s"/>`, px(x), px(y), l.Mark.Tone, grounds[l.Mark.Tone], inks["rule"])
		c.text(x+11, y+13, l.Mark.Symbol, lettering{class: "ink", anchor: "middle", size: 12})
		c.text(x+28, y+13, text, lettering{class: "ink", size: 12})
		x += w
	}
	c.height = y + legendRow
	for _, note := range rest {
		for _, line := range wrapLines(note, 12, c.width-16, 3) {
			c.text(8, c.height+13, line, lettering{class: "faint", size: 12})
			c.height += 18
		}
	}
	c.height += 8
}

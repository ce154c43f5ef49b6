package export

import (
	"fmt"
	"strings"

	"plandiff/internal/compare"
)

const (
	matrixLabel = 300.0
	matrixCell  = 104.0
	matrixRow   = 28.0
	matrixHead  = 64.0
	legendRow   = 22.0
)

// drawMatrix draws topics by versions: a coloured cell with a symbol and, for
// a topic of several fields, how many of them it stands for.
func drawMatrix(m *compare.Matrix) string {
	c := &canvas{width: matrixLabel + matrixCell*float64(len(m.Versions)) + 16}
	for i, v := range m.Versions {
		x := matrixLabel + matrixCell*float64(i) + matrixCell/2
		c.group(v.ID + ": " + v.Title)
		for y, line := range wrapLines(strings.ReplaceAll(v.ID, "-", "- "), 13, matrixCell-8, 2) {
			c.text(x, 20+float64(y)*16, strings.ReplaceAll(line, "- ", "-"), lettering{class: "ink", anchor: "middle", bold: true})
		}
		c.text(x, 54, compare.DateText(v.Date), lettering{class: "faint", anchor: "middle", size: 11})
		c.end()
	}
	for y, r := range m.Rows {
		c.matrixRow(m, r, matrixHead+matrixRow*float64(y))
	}
	c.height = matrixHead + matrixRow*float64(len(m.Rows)) + 14
	c.legend(m)
	title := "What is known of each topic in each version"
	return c.finish("picture-matrix", title, matrixText(m))
}

func (c *canvas) matrixRow(m *compare.Matrix, r compare.MatrixRow, y float64) {
	title := r.Topic.Title
	if r.Field != nil {
		title = r.Field.Title
	}
	c.group(title)
	c.text(8, y+18, fit(title, 13, matrixLabel-16), lettering{class: "ink"})
	c.end()
	for i, cell := range r.Cells {
		x := matrixLabel + matrixCell*float64(i)
		l := looks[cell.Mark]
		c.group(fmt.Sprintf("%s, %s: %s%s", title, m.Versions[i].ID, markWord(m, cell.Mark), ofText(cell)))
		fmt.Fprintf(c, `<rect x="%s" y="%s" width="%s" height="%s" class="mark mark-%s" fill="%s" stroke="#ffffff"/>`,
			px(x+1), px(y+1), px(matrixCell-2), px(matrixRow-2), markClass(cell.Mark), l.ground)
		if r.Field == nil && cell.Of > 1 {
			c.text(x+28, y+19, l.symbol, lettering{class: "ink", anchor: "middle"})
			c.text(x+matrixCell/2+12, y+19, fmt.Sprintf("%d/%d", cell.Count, cell.Of), lettering{class: "ink", anchor: "middle"})
		} else {
			c.text(x+28, y+19, l.symbol, lettering{class: "ink", anchor: "middle"})
		}
		c.end()
	}
}

func ofText(c compare.MatrixCell) string {
	if c.Of < 2 {
		return ""
	}
	return fmt.Sprintf(", %d of %d fields", c.Count, c.Of)
}

func markClass(m compare.Mark) string { return strings.ReplaceAll(string(m), " ", "-") }

// legend explains the marks that occur.
func (c *canvas) legend(m *compare.Matrix) {
	x, y := 8.0, c.height
	for _, mark := range compare.Marks {
		n := 0
		for _, total := range m.Totals {
			n += total[mark]
		}
		if n == 0 {
			continue
		}
		text := markWord(m, mark)
		w := 34 + textWidthOf(text, 12) + 14
		if x+w > c.width && x > 8 {
			x, y = 8, y+legendRow
		}
		fmt.Fprintf(c, `<rect x="%s" y="%s" width="22" height="16" class="mark mark-%s" fill="%s" stroke="%s"/>`, px(x), px(y), markClass(mark), looks[mark].ground, lineColour)
		c.text(x+11, y+13, looks[mark].symbol, lettering{class: "ink", anchor: "middle", size: 12})
		c.text(x+28, y+13, text, lettering{class: "ink", size: 12})
		x += w
	}
	c.height = y + legendRow
	note := "A topic shows its most telling field; 3/7: 3 of its 7 fields have that mark."
	for _, line := range wrapLines(note, 12, c.width-16, 3) {
		c.text(8, c.height+13, line, lettering{class: "faint", size: 12})
		c.height += 18
	}
	c.height += 8
}

// matrixText is the matrix in words: for each version, how many fields have
// each mark.
func matrixText(m *compare.Matrix) string {
	var parts []string
	for i, v := range m.Versions {
		var counts []string
		for _, mark := range compare.Marks {
			if n := m.Totals[i][mark]; n > 0 {
				counts = append(counts, fmt.Sprintf("%s %d", markWord(m, mark), n))
			}
		}
		parts = append(parts, v.ID+": "+strings.Join(counts, ", "))
	}
	return "Number of fields with each mark. " + strings.Join(parts, "; ") + "."
}

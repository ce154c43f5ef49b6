package screen

import (
	"slices"
	"strings"

	"plandiff/internal/pick"
	"plandiff/internal/table"
)

const (
	minWide    = 12      // columns: of text that is cut
	leastWhole = 16      // of text that runs over as many lines as it needs
	easyWide   = 24      // of text over lines that reads easily
	leastBreak = 6       // of a title in parts
	whole      = 1 << 20 // lines: as many as a text needs
)

// fitted is a grid with the widths of its columns.
type fitted struct {
	table.Grid
	widths []int
	gap    int  // blanks between columns
	short  bool // short titles
	above  bool // marks stand above the titles
}

// fitGrid shares the screen among the columns. Where they do not fit, it tries
// short titles, marks above them, narrow gaps, and no columns that say nothing.
func (d *drawing) fitGrid(g table.Grid) (fitted, bool) {
	tries := []fitted{{g, nil, 2, false, false}, {g, nil, 2, true, false}, {g, nil, 1, true, false}, {g, nil, 2, true, true}, {g, nil, 1, true, true}, {spare(g), nil, 1, true, true}}
	easy := len(tries)
	tries = append(tries, tries...)
	if g.OneLine {
		tries, easy = lineTries(g), 0
	}
	for n, try := range tries {
		leastWide := minWide
		if n < easy {
			leastWide = easyWide
		}
		natural := make([]int, len(try.Columns))
		least := 0
		used := try.gap * (len(try.Columns) - 1)
		for i, c := range try.Columns {
			natural[i] = titleWidth(d.text(columnTitle(c, try.short)), c.Break && try.short)
			if !c.Mark.IsZero() && !try.above {
				natural[i] += 2
			}
			for _, r := range try.Rows {
				cell := r.Cells[i]
				if g.OneLine && try.short && !c.Wide && cell.Short != "" {
					cell.Text = cell.Short
				}
				natural[i] = max(natural[i], d.cellWidth(cell))
			}
			if c.Wide {
				least += min(natural[i], max(leastWide, c.Least))
			} else {
				used += natural[i]
			}
		}
		if used+least <= d.Width {
			try.widths = shareWide(try.Columns, natural, d.Width-used)
			if first := try.Columns[0]; first.Wide && first.Lines > 1 {
				try.widths = d.fewestLines(try, natural, d.Width-used)
			}
			return try, true
		}
	}
	return fitted{}, false
}

// lineTries are the ways to put an entry into a line: columns that say nothing
// are left out, then those that yield, with narrow gaps before the last one goes;
// then wide ones get as narrow as can be read.
func lineTries(g table.Grid) []fitted {
	var tries []fitted
	for g = spare(g); ; {
		tries = append(tries, fitted{g, nil, 2, false, false}, fitted{g, nil, 2, true, false})
		yield := 0
		for _, c := range g.Columns {
			yield = max(yield, c.Yield)
		}
		switch yield {
		case 1:
			tries = append(tries, fitted{g, nil, 1, true, false})
		case 0:
			bare := changed(g, func(c *table.GridColumn) { c.Least = 0 })
			return append(tries, fitted{bare, nil, 2, true, false}, fitted{bare, nil, 1, true, false})
		}
		g = g.Keep(func(i int) bool { return g.Columns[i].Yield < yield })
	}
}

// fewestLines narrows the first column as far as the rows take fewer lines that
// way, as nearly as their widths tell.
func (d *drawing) fewestLines(g fitted, natural []int, room int) []int {
	cells := pick.Each(g.Rows, func(r table.GridRow) []int { return pick.Each(r.Cells, d.cellWidth) })
	var best []int
	fewest := 0
	for w := natural[0]; w >= min(natural[0], minWide); w-- {
		natural[0] = w
		widths := shareWide(g.Columns, natural, room)
		lines := 0
		for _, row := range cells {
			most := 1
			for i, n := range row {
				most = max(most, (n+widths[i]-1)/widths[i])
			}
			if row[0]+2 > widths[0]*g.Columns[0].Lines && best != nil { // it is not cut
				most = len(cells) * d.Width
			}
			lines += most
		}
		if best == nil || lines < fewest {
			best, fewest = widths, lines
		}
	}
	return best
}

// spare is a grid without the columns that say nothing.
func spare(g table.Grid) table.Grid {
	return g.Keep(func(i int) bool {
		return slices.ContainsFunc(g.Rows, func(r table.GridRow) bool { return !r.Cells[i].Empty() })
	})
}

// shareWide gives the wide columns the room that is left, evenly, and what
// one does not need to the others.
func shareWide(columns []table.GridColumn, natural []int, room int) []int {
	var wanting []int // wide columns that need more than an even share
	for i, c := range columns {
		if c.Wide {
			wanting = append(wanting, i)
		}
	}
	for before := -1; len(wanting) > 0 && len(wanting) != before; {
		before = len(wanting)
		share := room / before
		wanting = slices.DeleteFunc(wanting, func(i int) bool {
			if natural[i] <= share {
				room -= natural[i]
			}
			return natural[i] <= share
		})
	}
	out := slices.Clone(natural)
	for _, i := range wanting {
		out[i] = room / len(wanting)
	}
	return out
}

func columnTitle(c table.GridColumn, short bool) string {
	if short && c.Short != "" {
		return c.Short
	}
	return c.Title
}

func (d *drawing) cellWidth(c table.GridCell) int {
	return lineWidth(d.gridMark(c)) + width(d.text(c.Text)) + lineWidth(d.citeMarks(c.Cites))
}

// titleWidth is how wide a title is, broken into two lines where it may be.
func titleWidth(title string, breaks bool) int {
	least := width(title)
	for w := least - 1; breaks && w >= leastBreak; w-- {
		most := 0
		parts := broken(title, w)
		for _, part := range parts {
			most = max(most, width(part))
		}
		if len(parts) <= 2 {
			least = min(least, most)
		}
	}
	return least
}

// broken is a title in parts of a width, broken after hyphens where it can be.
func broken(title string, w int) []string {
	var out []string
	cur := ""
	for _, part := range strings.SplitAfter(title, "-") {
		if cur != "" && width(cur)+width(part) > w {
			out = append(out, cur)
			cur = ""
		}
		cur += part
	}
	return append(out, cur)
}

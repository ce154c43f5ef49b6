package redline

import (
	"fmt"

	"plandiff/internal/align"
	"plandiff/internal/intake"
	"plandiff/internal/prose"
)

// Comparison is documents side by side. The first is what the others are
// compared with.
type Comparison struct {
	Documents []*intake.Document
	Rows      []Row  // two documents: in the order of the newer; more: of the first
	Pairs     []Pair // by later document
}

// Pair is what became of the first document in a later one.
type Pair struct {
	Matching *align.Matching
	Counts   map[align.Relation]int // points of either document by what became of them
	Changed  int                    // linked points whose words differ
	Numbers  []Number
	Opened   []Bracketed // brackets of the later document that the first lacks
	Closed   []Bracketed // brackets of the first that the later one lacks
}

// Row is points that correspond.
type Row struct {
	Cells []Cell // by document
}

// Cell is the points of one document in a row.
type Cell struct {
	Points   []*intake.Point // none: without a counterpart here
	Relation align.Relation  // to the first document; "" in its own cell
	Same     bool            // the words are those of the first document
	Score    float64         // of the link, from 0 to 1
	Why      []string        // why they are linked
	Changes  []prose.Change  // the words of the first document and of this one; nil where they are the same, or there is nothing to set against
	Capped   bool            // too long to compare word by word
	Numbers  []Number
}

// Compare sets two or more documents side by side.
func Compare(docs []*intake.Document) (*Comparison, error) {
	if len(docs) < 2 {
		return nil, fmt.Errorf("comparing documents: %d given, at least two are needed", len(docs))
	}
	c := &Comparison{Documents: docs}
	sides := make([]side, len(docs))
	for i, d := range docs {
		sides[i] = newSide(d)
	}
	for later := 1; later < len(docs); later++ {
		m := align.Match(sides[0].texts, sides[later].texts, nil)
		c.Pairs = append(c.Pairs, Pair{Matching: m, Counts: map[align.Relation]int{}})
	}
	c.layOut(sides)
	for later := 1; later < len(docs); later++ {
		c.compareWords(later)
	}
	return c, nil
}

// side is a document as matching sees it.
type side struct {
	points []*intake.Point
	texts  []align.Text
}

func newSide(d *intake.Document) side {
	var s side
	for i := range d.Points {
		p := &d.Points[i]
		if p.Kind == intake.KindHeading {
			continue
		}
		s.points = append(s.points, p)
		s.texts = append(s.texts, textOf(p))
	}
	return s
}

func textOf(p *intake.Point) align.Text {
	t := align.Text{Number: p.Number, Title: p.Title, Body: p.Text}
	for i := range p.Inner {
		t.Inner = append(t.Inner, textOf(&p.Inner[i]))
	}
	return t
}

// layOut makes the rows: one for every link or point of the first pair, in the
// order of the newer document; further documents join by what they are linked
// to in the first.
func (c *Comparison) layOut(sides []side) {
	n := len(sides)
	rowOf := make([]int, len(sides[0].points)) // row of each point of the first document, counted from 1
	add := func() int {
		c.Rows = append(c.Rows, Row{Cells: make([]Cell, n)})
		return len(c.Rows)
	}
	for later := 1; later < n; later++ {
		pair := &c.Pairs[later-1]
		linkOf := make([]int, len(sides[later].points)) // link of each point, counted from 1
		relation := map[int]align.Relation{}            // of points without one
		for i, l := range pair.Matching.Links {
			pair.Counts[l.Relation]++
			for _, at := range l.ToAt {
				linkOf[at] = i + 1
			}
		}
		for _, u := range pair.Matching.UnmatchedTo {
			pair.Counts[u.Relation]++
			relation[u.At] = u.Relation
		}
		done := make([]bool, len(pair.Matching.Links))
		for at, p := range sides[later].points {
			i := linkOf[at] - 1
			if i < 0 {
				row := add()
				c.Rows[row-1].Cells[later] = Cell{Points: []*intake.Point{p}, Relation: relation[at]}
				continue
			}
			if done[i] {
				continue
			}
			done[i] = true
			l := pair.Matching.Links[i]
			row := 0
			for _, from := range l.FromAt {
				if row == 0 {
					row = rowOf[from]
				}
			}
			if row == 0 {
				row = add()
			}
			cell := Cell{Relation: l.Relation, Same: l.Same, Score: l.Score, Why: l.Why}
			for _, to := range l.ToAt {
				cell.Points = append(cell.Points, sides[later].points[to])
			}
			if had := &c.Rows[row-1].Cells[later]; had.Points != nil {
				cell.Points = append(had.Points, cell.Points...) // a point that is linked by way of two rows
			}
			c.Rows[row-1].Cells[later] = cell
			for _, from := range l.FromAt {
				if rowOf[from] == 0 {
					rowOf[from] = row
					first := &c.Rows[row-1].Cells[0]
					first.Points = append(first.Points, sides[0].points[from])
				}
			}
		}
		for _, u := range pair.Matching.UnmatchedFrom {
			pair.Counts[u.Relation]++
		}
	}
	c.putUnmatched(sides, rowOf)
}

// putUnmatched gives the points of the first document that no later one has a
// row each, behind the row of the point before them, and says in every row
// what is known of a document without points there.
func (c *Comparison) putUnmatched(sides []side, rowOf []int) {
	after := map[int][]Row{} // rows to put behind a row; 0: before all
	last := 0
	for at, p := range sides[0].points {
		if rowOf[at] > 0 {
			last = rowOf[at]
			continue
		}
		row := Row{Cells: make([]Cell, len(sides))}
		row.Cells[0].Points = []*intake.Point{p}
		after[last] = append(after[last], row)
	}
	rows := after[0]
	for i, r := range c.Rows {
		rows = append(append(rows, r), after[i+1]...)
	}
	c.Rows = rows
	for later := 1; later < len(sides); later++ {
		gone := map[*intake.Point]align.Relation{}
		for _, u := range c.Pairs[later-1].Matching.UnmatchedFrom {
			gone[sides[0].points[u.At]] = u.Relation
		}
		for i := range c.Rows {
			cell := &c.Rows[i].Cells[later]
			if cell.Points != nil {
				continue
			}
			cell.Relation = align.Unknown
			if first := c.Rows[i].Cells[0].Points; len(first) == 1 && gone[first[0]] != "" {
				cell.Relation = gone[first[0]]
			}
		}
	}
}

// Texts is a document as matching sees it, headings left out.
func Texts(d *intake.Document) []align.Text { return newSide(d).texts }

package redline

import (
	"slices"

	"plandiff/internal/align"
	"plandiff/internal/intake"
)

// layOut makes the rows: points that correspond, by what links them to the
// first document. What the first lacks is set side by side by the links among
// the others.
func (c *Comparison) layOut(sides []side) {
	g := newGrouping(sides)
	became := make([]map[*intake.Point]align.Relation, len(sides)) // by later document: of points of it and of the first without a link
	for later := 1; later < len(sides); later++ {
		pair := &c.Pairs[later-1]
		became[later] = map[*intake.Point]align.Relation{}
		for _, l := range pair.Matching.Links {
			pair.Counts[l.Relation]++
			for _, from := range l.FromAt {
				for _, to := range l.ToAt {
					g.unite(g.node(0, from), g.node(later, to))
				}
			}
		}
		for side, list := range map[int][]align.Unmatched{0: pair.Matching.UnmatchedFrom, later: pair.Matching.UnmatchedTo} {
			for _, u := range list {
				pair.Counts[u.Relation]++
				became[later][sides[side].points[u.At]] = u.Relation
			}
		}
	}
	c.uniteAdded(g, sides, became)
	rows, n := g.inOrder(sides)
	c.Rows = make([]Row, n)
	cells := make([]Cell, n*len(sides))
	for i := range c.Rows {
		c.Rows[i].Cells = cells[i*len(sides) : (i+1)*len(sides) : (i+1)*len(sides)]
	}
	for doc, s := range sides {
		for at, p := range s.points {
			cell := &c.Rows[rows[g.find(g.node(doc, at))]].Cells[doc]
			cell.Points = append(cell.Points, p)
			if r := became[doc][p]; r != "" {
				cell.Relation = r
			}
		}
	}
	for later := 1; later < len(sides); later++ {
		for _, l := range c.Pairs[later-1].Matching.Links {
			c.Rows[rows[g.find(g.node(0, l.FromAt[0]))]].Cells[later].add(l)
		}
		c.sayGone(later, became[later])
	}
}

// telling are the relations of links, the most telling first.
var telling = []align.Relation{align.Joined, align.Split, align.Moved, align.Renumbered, align.Reworded, align.Unchanged}

// add says in a cell what links its points to those of the first document.
// Several links are in one row where another document joins their points.
func (c *Cell) add(l align.TextLink) {
	if c.Relation == "" {
		c.Relation, c.Same, c.Score, c.Why = l.Relation, l.Same, l.Score, l.Why
		return
	}
	if slices.Index(telling, l.Relation) < slices.Index(telling, c.Relation) {
		c.Relation = l.Relation
	}
	c.Same, c.Score, c.Why = false, min(c.Score, l.Score), append(slices.Clip(c.Why), l.Why...)
}

// sayGone says in rows that a later document lacks what became of the first's points.
func (c *Comparison) sayGone(later int, became map[*intake.Point]align.Relation) {
	for i := range c.Rows {
		cell := &c.Rows[i].Cells[later]
		if cell.Points != nil {
			continue
		}
		cell.Relation = align.Unknown
		points := c.Rows[i].Cells[0].Points
		if len(points) > 0 && !slices.ContainsFunc(points, func(p *intake.Point) bool { return became[p] != became[points[0]] }) && became[points[0]] != "" {
			cell.Relation = became[points[0]]
		}
	}
}

// grouping puts the points of all documents into rows.
type grouping struct {
	start []int // by document: the node of its first point
	root  []int // by node: an earlier one of its row, or itself
}

func newGrouping(sides []side) *grouping {
	g := &grouping{}
	for _, s := range sides {
		g.start = append(g.start, len(g.root))
		for range s.points {
			g.root = append(g.root, len(g.root))
		}
	}
	return g
}

func (g *grouping) node(doc, at int) int { return g.start[doc] + at }

func (g *grouping) find(x int) int {
	for g.root[x] != x {
		g.root[x] = g.root[g.root[x]]
		x = g.root[x]
	}
	return x
}

func (g *grouping) unite(x, y int) {
	x, y = g.find(x), g.find(y)
	g.root[max(x, y)] = min(x, y)
}

// uniteAdded joins points that two later documents share and the first lacks.
func (c *Comparison) uniteAdded(g *grouping, sides []side, added []map[*intake.Point]align.Relation) {
	for a := 1; a < len(sides); a++ {
		for b := a + 1; b < len(sides); b++ {
			if len(c.Pairs[a-1].Matching.UnmatchedTo) == 0 || len(c.Pairs[b-1].Matching.UnmatchedTo) == 0 {
				continue
			}
			for _, l := range align.Match(sides[a].texts, sides[b].texts, nil).Links {
				for _, from := range l.FromAt {
					for _, to := range l.ToAt {
						if added[a][sides[a].points[from]] != "" && added[b][sides[b].points[to]] != "" {
							g.unite(g.node(a, from), g.node(b, to))
						}
					}
				}
			}
		}
	}
}

// inOrder gives the place of each row, by its root: in the order of the newest
// document, what it lacks behind the row of the point before it in the next
// newest. It tells how many rows there are.
func (g *grouping) inOrder(sides []side) (rows []int, n int) {
	head := len(g.root)
	next := make([]int, head+1) // by root: that of the row behind it, from 1; 0: not placed yet
	next[head] = head + 1
	for doc := len(sides) - 1; doc >= 0; doc-- {
		before := head
		for at := range sides[doc].points {
			row := g.find(g.node(doc, at))
			if next[row] == 0 {
				next[row], next[before] = next[before], row+1
			}
			before = row
		}
	}
	rows = make([]int, head)
	for row := next[head] - 1; row != head; row = next[row] - 1 {
		rows[row] = n
		n++
	}
	return rows, n
}

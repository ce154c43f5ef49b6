package redline

import (
	"fmt"

	"plandiff/internal/align"
	"plandiff/internal/intake"
	"plandiff/internal/prose"
)

// Comparison is documents side by side, compared with the first.
type Comparison struct {
	Documents []*intake.Document
	Rows      []Row  // in the order of the newest, the last
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

// Texts is a document as matching sees it, headings left out.
func Texts(d *intake.Document) []align.Text { return newSide(d).texts }

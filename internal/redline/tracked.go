package redline

import (
	"slices"
	"strings"

	"plandiff/internal/intake"
	"plandiff/internal/ooxml"
	"plandiff/internal/prose"
)

// Track is the first two documents in one. Without what is inserted and moved
// to a place it is the older document, without what is deleted and moved away
// the newer, paragraph by paragraph and to the byte. Each end of a move lies within
// one paragraph.
func (c *Comparison) Track() []*ooxml.Paragraph {
	t := tracker{older: paragraphsOf(c.Documents[0]), newer: paragraphsOf(c.Documents[1])}
	still, moved := inOrder(t.units(c.Pairs[0].Matching, c.Documents))
	t.moves = t.movesOf(moved)
	was, is := 0, 0
	for _, u := range t.withHeadings(still, c.Documents) {
		t.gap(was, u.old, is, u.new)
		t.changed(joined(t.older[u.old:u.oldEnd]), joined(t.newer[u.new:u.newEnd]))
		was, is = u.oldEnd, u.newEnd
	}
	t.gap(was, len(t.older), is, len(t.newer))
	return t.out
}

// end stands for the end of a paragraph while texts are compared: a control
// character, which no document holds once it is read.
const end = "\x1e"

// Lines are the paragraphs of a document as Track has them: a point with its
// printed label, its title, its words and what is numbered below it.
func Lines(d *intake.Document) []string {
	return slices.Concat(paragraphsOf(d)...)
}

// paragraphsOf is every point of the outermost level as paragraphs.
func paragraphsOf(d *intake.Document) [][]string {
	out := make([][]string, len(d.Points))
	for i := range d.Points {
		out[i] = appendParagraphs(nil, &d.Points[i])
	}
	return out
}

func appendParagraphs(out []string, p *intake.Point) []string {
	head := strings.TrimSpace(p.Label + " " + p.Title) // of the paragraph that comes first
	put := func(s string) {
		if s = strings.TrimSpace(head + " " + s); s != "" {
			out = append(out, s)
		}
		head = ""
	}
	if p.Title != "" {
		put("")
	}
	start, done := 0, 0
	inner := func(upTo int) {
		if done < min(upTo, len(p.Inner)) {
			put("")
		}
		for ; done < min(upTo, len(p.Inner)); done++ {
			out = appendParagraphs(out, &p.Inner[done])
		}
	}
	for i, part := range p.Parts {
		inner(part.After)
		start = len(p.Text)
		if i+1 < len(p.Parts) {
			start = p.Parts[i+1].Start
		}
		put(p.Text[part.Start:start])
	}
	put(p.Text[start:])
	inner(len(p.Inner))
	return out
}

// joined is points as one text.
func joined(points [][]string) string {
	var b strings.Builder
	for _, p := range points {
		for _, s := range p {
			b.WriteString(s)
			b.WriteString(end)
		}
	}
	return b.String()
}

// tracker writes two documents as one.
type tracker struct {
	older, newer [][]string // paragraphs by point, headings among them
	moves        map[point]*move
	numbers      int // of moves that have a number
	open         []ooxml.Run
	out          []*ooxml.Paragraph
}

// point is a point of the older or the newer document.
type point struct {
	newer bool
	at    int
}

// move is a unit that stands elsewhere in the newer document.
type move struct {
	unit
	changes []prose.Change
	numbers map[[2]int]int // by the paragraph on each side
}

// gap writes points between two that kept their order: those gone, then those new.
func (t *tracker) gap(was, wasEnd, is, isEnd int) {
	for ; was < wasEnd; was++ {
		if m := t.moves[point{false, was}]; m == nil {
			t.put(joined(t.older[was:was+1]), ooxml.Deleted, 0)
		} else if m.old == was {
			t.moved(m, prose.Insert, ooxml.MovedFrom, ooxml.Deleted)
		}
	}
	for ; is < isEnd; is++ {
		if m := t.moves[point{true, is}]; m == nil {
			t.put(joined(t.newer[is:is+1]), ooxml.Inserted, 0)
		} else if m.new == is {
			t.moved(m, prose.Delete, ooxml.MovedTo, ooxml.Inserted)
		}
	}
}

// moved writes one end of a move: what both ends have, and what it has alone.
func (t *tracker) moved(m *move, other prose.Op, kept, alone ooxml.Op) {
	var at [2]int // paragraph of the older and of the newer document
	for _, c := range m.changes {
		for i, text := range strings.SplitAfter(c.Text, end) {
			if i > 0 && c.Op != prose.Insert {
				at[0]++
			}
			if i > 0 && c.Op != prose.Delete {
				at[1]++
			}
			switch {
			case c.Op == other || text == "":
			case c.Op != prose.Keep:
				t.put(text, alone, 0)
			default:
				if m.numbers[at] == 0 && text != end {
					t.numbers++
					m.numbers[at] = t.numbers
				}
				t.put(text, kept, m.numbers[at])
			}
		}
	}
}

// changed writes points that kept their order.
func (t *tracker) changed(older, newer string) {
	changes := prose.Tidy(prose.Together(prose.Exact(older, newer)))
	var ended bool // the end that begins this piece is written
	for i, c := range changes {
		text := c.Text
		if ended {
			text = text[len(end):]
		}
		op := [...]ooxml.Op{prose.Keep: ooxml.Kept, prose.Insert: ooxml.Inserted, prose.Delete: ooxml.Deleted}[c.Op]
		// A whole paragraph that came or went: its own end came or went with it,
		// not that of the paragraph before.
		if ended = wholeParagraph(changes, i); ended {
			t.put(end, ooxml.Kept, 0)
			text = text[len(end):] + end
		}
		t.put(text, op, 0)
	}
}

// wholeParagraph: the change at i begins with the end of a paragraph, and what
// is kept on both sides of it stands at such an end as well.
func wholeParagraph(changes []prose.Change, i int) bool {
	return i > 0 && i+1 < len(changes) && changes[i].Op != prose.Keep && changes[i-1].Op == prose.Keep && changes[i+1].Op == prose.Keep &&
		strings.HasPrefix(changes[i].Text, end) && strings.HasPrefix(changes[i+1].Text, end)
}

// put adds text of which one thing became; its ends of paragraphs end those.
func (t *tracker) put(text string, op ooxml.Op, move int) {
	for _, part := range strings.SplitAfter(text, end) {
		words, ends := strings.CutSuffix(part, end)
		if words != "" {
			t.open = append(t.open, ooxml.Run{Text: words, Revision: ooxml.Revision{Op: op, Move: move}})
		}
		if ends {
			t.out = append(t.out, &ooxml.Paragraph{Runs: t.open, Mark: ooxml.Revision{Op: op}})
			t.open = nil
		}
	}
}

package intake

import (
	"slices"
	"strings"
	"unicode"
)

// settle gives a paragraph between two points of one list to the first of
// them: it stands there because of it. What comes after the last point is
// left where it is, since nothing tells whose it is.
func settle(n *node) {
	if len(n.inner) > 0 {
		settleParagraphs(n)
		settleParts(n)
	}
	for _, c := range n.inner {
		settle(c)
	}
}

func settleParagraphs(n *node) {
	kept := n.inner[:0:0]
	for i := 0; i < len(n.inner); {
		c := n.inner[i]
		kept = append(kept, c)
		i++
		if !c.labelled || c.section {
			continue
		}
		end := i
		for end < len(n.inner) && n.inner[end].plain() {
			end++
		}
		if end == i || end == len(n.inner) || !n.inner[end].labelled {
			continue
		}
		if exact, _ := follows(c.label, n.inner[end].label); !exact {
			continue
		}
		for _, p := range n.inner[i:end] {
			for _, q := range p.parts {
				q.after = len(c.inner)
				c.parts = append(c.parts, q)
			}
		}
		i = end
	}
	n.inner = kept
}

func settleParts(n *node) {
	kept := n.parts[:0]
	for _, p := range n.parts {
		if k := p.after; k > 0 && k < len(n.inner) && !p.heading {
			before, after := n.inner[k-1], n.inner[k]
			if exact, _ := follows(before.label, after.label); exact && before.labelled && after.labelled {
				p.after = len(before.inner)
				before.parts = append(before.parts, p)
				continue
			}
		}
		kept = append(kept, p)
	}
	n.parts = kept
}

// plain: a paragraph without a number.
func (n *node) plain() bool { return !n.labelled && !n.section }

// ownText: words of its own, headings between them not counted.
func (n *node) ownText() bool {
	for _, p := range n.parts {
		if !p.heading {
			return true
		}
	}
	return false
}

// flattener makes the outermost level of points out of the tree.
type flattener struct {
	out      []Point
	nodes    []*node // by point; nil for unnumbered text
	above    []*node // by point: the section that it stands in; the root, or one with a label or title
	begun    bool    // a point was met: what follows is no preamble
	any      bool    // the document has points at all
	numbers  bool    // it has points with numbers
	dashes   bool    // it has none, and dashes are its points
	preamble *node
	at       int // of the preamble in out
}

func (f *flattener) put(p Point, own, above *node) {
	if above.labelled || above.title != "" {
		p.Section = headed(above)
	}
	f.out = append(f.out, p)
	f.nodes = append(f.nodes, own)
	f.above = append(f.above, above)
}

// walk puts the children of a section into the list, and its own paragraphs
// where they stand between them.
func (f *flattener) walk(n *node, level int) {
	own := 0
	for k, c := range n.inner {
		for ; own < len(n.parts) && n.parts[own].after <= k; own++ {
			f.paragraph(n.parts[own:own+1], n)
		}
		switch {
		case c.plain():
			f.paragraph(c.parts, n)
		case c.label.bullet && !f.dashes:
			f.dash(c, n)
		case f.outermost(c):
			f.begun = true
			f.put(c.point(1), c, n)
		default:
			if c.labelled {
				f.begun = true
			}
			f.put(Point{Number: bare(c), Label: c.label.printed, Title: c.title, Kind: KindHeading, Level: level, Place: c.place}, c, n)
			f.walk(c, level+1)
		}
	}
	for ; own < len(n.parts); own++ {
		f.paragraph(n.parts[own:own+1], n)
	}
}

// flatten is the document's points: the tree from its outermost level with
// text of its own, without numbers yet made unique.
func flatten(root *node) *flattener {
	f := &flattener{numbers: below(root, func(n *node) bool { return n.labelled && !n.label.bullet })}
	f.dashes = !f.numbers && manyDashes(root)
	f.any = f.numbers || f.dashes
	f.out = make([]Point, 0, len(root.inner)+8)
	f.nodes, f.above = make([]*node, 0, cap(f.out)), make([]*node, 0, cap(f.out))
	f.walk(root, 1)
	f.endPreamble()
	return f
}

func below(n *node, is func(*node) bool) bool {
	for _, c := range n.inner {
		if is(c) || below(c, is) {
			return true
		}
	}
	return false
}

// manyDashes: a text without numbers has dashes for points where they are at
// least half of it; a list in an article of a newspaper makes no points.
func manyDashes(root *node) bool {
	dashes, others := 0, 0
	var count func(n *node)
	count = func(n *node) {
		for _, c := range n.inner {
			switch {
			case c.section:
				count(c)
			case c.labelled:
				dashes++
				others += len(c.parts) - 1
			default:
				others++
			}
		}
	}
	count(root)
	return dashes > 0 && dashes >= others
}

// dash puts a dash outside all numbered points: it is unnumbered text. A number
// that is no label here ("00060.") is among its words.
func (f *flattener) dash(c, above *node) {
	p := c.point(1)
	if f.any && !f.begun {
		text := p.Full()
		if strings.ContainsFunc(p.Label, unicode.IsNumber) {
			text = strings.TrimSpace(p.Label + " " + text)
		}
		f.paragraph([]part{{text: text, place: c.place}}, above)
		return
	}
	p.Kind = KindParagraph
	f.put(p, nil, above)
}

func headed(n *node) string {
	return strings.TrimSpace(n.label.printed + " " + n.title)
}

// outermost: an article, and whatever has text of its own; a heading gives
// way to the points below it.
func (f *flattener) outermost(n *node) bool {
	switch {
	case !n.labelled, n.section && holdsPoints(n):
		return false
	case n.label.unit.rank >= rankArticle, len(n.inner) == 0:
		return len(n.inner) > 0 || n.label.unit.rank >= rankArticle || !n.section || n.ownText()
	}
	for _, c := range n.inner {
		if c.label.unit.rank > 0 && c.label.unit.rank <= rankPoint {
			return false
		}
	}
	if groups(n.label) && n.bare() && (gives(n) || holdsSections(n)) {
		return false // "III. Decisions" with a word of its own, and points 22 to 89
	}
	return n.ownText() || !gives(n)
}

// gives: the node is a mere heading of points that carry its number, or count
// by themselves below it.
func gives(n *node) bool {
	for _, c := range n.inner {
		if !c.labelled {
			continue
		}
		if len(c.label.comps) > 1 {
			return true
		}
		return counts(c) && (n.heading > 0 || groups(n.label))
	}
	return false
}

// counts: the label is a plain number.
func counts(n *node) bool {
	return len(n.label.comps) == 1 && n.label.comps[0][0] >= '0' && n.label.comps[0][0] <= '9'
}

func holdsSections(n *node) bool {
	for _, c := range n.inner {
		if c.section || c.labelled && c.heading > 0 {
			return true
		}
	}
	return false
}

func holdsPoints(n *node) bool {
	for _, c := range n.inner {
		if c.labelled || c.section {
			return true
		}
	}
	return false
}

func (f *flattener) endPreamble() {
	if f.preamble != nil {
		f.preamble.fill(&f.out[f.at])
	}
}

// paragraph adds unnumbered text: before the first point to the preamble, of
// which there is one below each heading.
func (f *flattener) paragraph(parts []part, above *node) {
	if f.any && !f.begun {
		if f.preamble == nil || f.above[f.at] != above {
			f.endPreamble()
			f.preamble = &node{place: parts[0].place}
			f.at = len(f.out)
			f.put(Point{Number: "preamble", Kind: KindPreamble, Level: 1, Place: parts[0].place}, nil, above)
		}
		for _, q := range parts {
			q.after = 0
			f.preamble.parts = append(f.preamble.parts, q)
		}
		return
	}
	p := Point{Kind: KindParagraph, Level: 1, Place: parts[0].place}
	whole := &node{parts: slices.Clone(parts)}
	for i := range whole.parts {
		whole.parts[i].after = 0
	}
	whole.fill(&p)
	f.put(p, nil, above)
}

// point is the node with all below it.
func (n *node) point(level int) Point {
	p := Point{Number: bare(n), Label: n.label.printed, Title: n.title, Kind: KindPoint, Level: level, Place: n.place}
	inner := make([]Point, 0, len(n.inner))
	parts := n.parts
	for _, c := range n.inner {
		if !c.plain() {
			inner = append(inner, c.point(level+1))
			continue
		}
		for _, q := range c.parts {
			q.after = len(inner)
			parts = append(parts, q)
		}
	}
	if len(inner) > 0 {
		p.Inner = inner
	}
	(&node{parts: parts}).fill(&p)
	return p
}

// fill joins the paragraphs.
func (n *node) fill(p *Point) {
	if len(n.parts) == 0 {
		return
	}
	if len(n.parts) == 1 && n.parts[0].after == 0 && !n.parts[0].heading && n.parts[0].place == p.Place {
		p.Text, p.Changes = n.parts[0].text, n.parts[0].changes
		return
	}
	var b strings.Builder
	p.Parts = make([]Part, 0, len(n.parts))
	for _, q := range n.parts {
		if b.Len() > 0 && q.text != "" {
			b.WriteByte(' ')
		}
		p.Parts = append(p.Parts, Part{Start: b.Len(), After: q.after, Heading: q.heading, Place: q.place})
		for _, c := range q.changes {
			c.Start += b.Len()
			c.End += b.Len()
			p.Changes = append(p.Changes, c)
		}
		b.WriteString(q.text)
	}
	p.Text = b.String()
}

// bare is the number of a node by itself.
func bare(n *node) string { return bareOf(n.label) }

func bareOf(l label) string {
	if len(l.comps) == 1 {
		return l.comps[0]
	}
	return strings.Join(l.comps, ".")
}

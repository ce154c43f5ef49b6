package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// outline finds out which block stands below which, from the labels first
// and what the format says of lists, headings and indents where it does.
//
//	Article 4            stack: root ── Article 4 ── 1. ── (b)
//	1. Each Party shall     the next label is looked up in the stack, deepest
//	   (a) prepare;         first: (c) goes on after (b), 2. after 1.,
//	   (b) report.          Article 5 after Article 4
type outline struct {
	root  *node
	stack []*node
	fresh *node // labelled by the block before, and still without words
	notes []*node
	slab  []node
}

// node is a point, a section or an unnumbered paragraph while the outline is
// made.
type node struct {
	label    label
	labelled bool
	section  bool // a heading without a point of its own
	heading  int
	depth    int // 2 for an item of a list, 4 for one of a list in it; 3 for what stands in the former
	series   string
	level    int
	indent   int
	title    string
	place    Place
	parts    []part
	inner    []*node
	note     string
}

// part is one paragraph of a node.
type part struct {
	text    string
	place   Place
	after   int
	heading bool
	changes []Change
}

func newOutline() *outline {
	root := &node{section: true}
	return &outline{root: root, stack: []*node{root}}
}

func (o *outline) node() *node {
	if len(o.slab) == 0 {
		o.slab = make([]node, 64)
	}
	n := &o.slab[0]
	o.slab = o.slab[1:]
	return n
}

func (o *outline) top() *node { return o.stack[len(o.stack)-1] }

func (o *outline) push(n *node) {
	parent := o.top()
	parent.inner = append(parent.inner, n)
	o.stack = append(o.stack, n)
}

// add takes the next block; next is the one after it, or nil.
func (o *outline) add(b, next *block) {
	if b.note != "" {
		o.footnote(b)
		return
	}
	if o.entitles(b) {
		o.fresh.title = b.text
		o.fresh = nil
		return
	}
	l, rest, ok := b.parsed()
	if l.bullet && b.heading > 0 {
		plain := *b
		plain.heading, b = 0, &plain
	}
	if ok && o.believes(l, b) {
		o.point(b, l, rest, next)
		return
	}
	o.fresh = nil
	if b.heading > 0 {
		o.section(b, next)
		return
	}
	o.paragraph(b)
}

// entitles: the block after a bare "Article 4" is its title.
func (o *outline) entitles(b *block) bool {
	if o.fresh == nil || b.label != "" || b.list > 0 || !titled(b.text) && !(b.broken && short(b.text)) {
		return false
	}
	_, labelled := parseLabel(b.text, b.heading > 0)
	return !labelled && !isOption(b.text)
}

// believes decides on weak labels by what came before.
func (o *outline) believes(l label, b *block) bool {
	if !l.weak {
		return true
	}
	for i := len(o.stack) - 1; i > 0; i-- {
		n := o.stack[i]
		if !n.labelled {
			continue
		}
		if l.bullet && n.label.bullet {
			return true
		}
		exact, later := follows(n.label, l)
		if exact || later && b.heading > 0 {
			return true
		}
		if later && len(l.comps[0]) > 3 {
			from, _, _ := numbered(n.label.comps[0])
			to, _, _ := numbered(l.comps[0])
			return to-from < 100
		}
	}
	return !l.bullet && first(l) || b.heading > 0
}

// section takes a heading without a number.
func (o *outline) section(b, next *block) {
	if b.heading < autoHeading || !o.within(next) {
		o.popHeading(b.heading)
	}
	if top := o.top(); top.labelled && !top.section && !groups(top.label) {
		top.parts = append(top.parts, part{text: b.text, place: b.place, after: len(top.inner), heading: true, changes: b.changes})
		return
	}
	n := o.node()
	*n = node{section: true, heading: b.heading, title: b.text, place: b.place}
	o.push(n)
}

// within: the next block is a point below one that is open, so a guessed
// heading before it stands in that point.
func (o *outline) within(next *block) bool {
	if next == nil {
		return false
	}
	l, _, ok := next.parsed()
	if !ok || len(l.comps) < 2 {
		return false
	}
	for i := len(o.stack) - 1; i > 0; i-- {
		if n := o.stack[i]; n.labelled && !n.section && len(n.label.comps) < len(l.comps) && hasPrefix(l.comps, n.label.comps) {
			o.cut(i + 1)
			return true
		}
	}
	return false
}

// groups: headings of this kind stand above points: "I." and "A.".
func groups(l label) bool {
	return l.unit.rank == 0 && len(l.comps) == 1 && (strings.HasPrefix(l.style, "A") || strings.HasPrefix(l.style, "Б") || strings.HasPrefix(l.style, "一"))
}

func (o *outline) paragraph(b *block) {
	home := o.home(b)
	p := part{text: b.text, place: b.place, after: len(home.inner), changes: b.changes}
	if !home.section {
		home.parts = append(home.parts, p)
		return
	}
	n := o.node()
	*n = node{place: b.place, indent: b.indent, parts: []part{p}}
	n.parts[0].after = 0
	home.inner = append(home.inner, n)
}

// home is the open node that a paragraph without a label belongs to.
func (o *outline) home(b *block) *node {
	if isClosing(b.text) {
		return o.root
	}
	top := len(o.stack) - 1
	if b.under >= 0 {
		for o.stack[top].depth > 2*b.under+1 {
			top--
		}
		return o.stack[top]
	}
	for i := top; i > 0; i-- {
		n := o.stack[i]
		switch {
		case n.section, n.bare(), b.indent > n.indent:
			return n
		case i == top && goesOn(n, b.text):
			return n
		}
	}
	return o.root
}

// bare: the label stood alone or with a title, and the words come below.
func (n *node) bare() bool {
	return n.labelled && (n.title != "" || len(n.parts) == 0 || n.parts[0].place != n.place)
}

// goesOn: the sentence of the node is not at its end.
func goesOn(n *node, text string) bool {
	if len(n.parts) == 0 {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(n.parts[len(n.parts)-1].text)
	r, _ := utf8.DecodeRuneInString(text)
	return strings.ContainsRune(":,;：；，", last) || unicode.IsLower(r)
}

func (o *outline) footnote(b *block) {
	if len(o.notes) > 0 {
		if last := o.notes[len(o.notes)-1]; last.note == b.note {
			last.parts = append(last.parts, part{text: b.text, place: b.place, changes: b.changes})
			return
		}
	}
	o.notes = append(o.notes, &node{note: b.note, place: b.place, parts: []part{{text: b.text, place: b.place, changes: b.changes}}})
}

// shifted are changes after the first bytes of a text were cut off.
func shifted(changes []Change, by, length int) []Change {
	if by == 0 || changes == nil {
		return changes
	}
	out := make([]Change, 0, len(changes))
	for _, c := range changes {
		c.Start, c.End = min(max(c.Start-by, 0), length), min(max(c.End-by, 0), length)
		out = append(out, c)
	}
	return out
}

func hasPrefix(path, prefix []string) bool {
	if len(prefix) > len(path) {
		return false
	}
	for i := range prefix {
		if path[i] != prefix[i] {
			return false
		}
	}
	return true
}

// isOption: "Option 1" names an alternative, and is no title.
func isOption(s string) bool {
	_, ok := optionLabel(s)
	return ok
}

// isClosing: the words that end a treaty stand below no point.
func isClosing(s string) bool {
	for _, words := range [...]string{"Done at ", "Done in ", "DONE at ", "In witness whereof", "IN WITNESS WHEREOF", "In faith whereof",
		"Fait à ", "En foi de quoi", "Вчинено ", "Укладено ", "На посвідчення", "Совершено ", "В удостоверение", "حرر في", "حُرر في"} {
		if strings.HasPrefix(s, words) {
			return true
		}
	}
	return false
}

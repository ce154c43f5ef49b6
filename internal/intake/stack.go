package intake

// pop closes the open nodes that a labelled block does not stand below.
func (o *outline) pop(b *block, l label) {
	switch {
	case l.unit.rank > 0:
		o.popRank(l.unit.rank, b.heading)
	case len(l.comps) > 1:
		o.popPath(l.comps, b)
	case b.heading > 0:
		o.popHeading(b.heading)
	case b.list > 0:
		for o.top().depth >= 2*b.list {
			o.cut(len(o.stack) - 1)
		}
	case b.series != "" && o.popSeries(b):
	default:
		o.popSimple(b, l)
	}
}

// cut keeps the first n open nodes; the root always stays.
func (o *outline) cut(n int) { o.stack = o.stack[:max(n, 1)] }

// popRank: an article ends the article before it with all below.
func (o *outline) popRank(rank, heading int) {
	for i := 1; i < len(o.stack); i++ {
		n := o.stack[i]
		if n.label.unit.rank >= rank || heading > 0 && n.heading >= heading && n.label.unit.rank == 0 || n.depth > 1 && rank <= rankArticle {
			o.cut(i)
			return
		}
	}
	for len(o.stack) > 1 && !o.top().section && len(o.top().parts) > 0 && o.top().label.unit.rank == 0 && (o.top().heading == 0 || o.top().heading >= heading) {
		o.cut(len(o.stack) - 1)
	}
}

// popPath: 1.2.3 stands below 1.2, or below 1, or else in the section.
func (o *outline) popPath(comps []string, b *block) {
	for i := len(o.stack) - 1; i > 0; i-- {
		n := o.stack[i]
		if !n.labelled || n.label.bullet || n.section {
			continue
		}
		path := n.label.comps
		if last := len(path) - 1; last > 0 && path[last] == "0" {
			path = path[:last] // "1.0" holds 1.1
		}
		if len(path) < len(comps) && hasPrefix(comps, path) {
			o.cut(i + 1)
			return
		}
	}
	if b.heading > 0 {
		o.popHeading(b.heading)
		return
	}
	for len(o.stack) > 1 && !o.top().section && o.top().label.unit.rank == 0 && !(groups(o.top().label) && len(o.top().parts) == 0) {
		o.cut(len(o.stack) - 1)
	}
}

// popHeading: a heading ends all list items and the headings of its level.
func (o *outline) popHeading(level int) {
	for len(o.stack) > 1 && (o.top().heading == 0 && o.top().label.unit.rank == 0 || o.top().heading >= level) {
		o.cut(len(o.stack) - 1)
	}
}

// popSeries: items of one Word list stand below each other by their level.
func (o *outline) popSeries(b *block) bool {
	for i := len(o.stack) - 1; i > 0; i-- {
		n := o.stack[i]
		if n.series != b.series {
			continue
		}
		if n.level < b.level {
			o.cut(i + 1)
			return true
		}
		if n.level == b.level {
			o.cut(i)
			return true
		}
	}
	return false
}

// popSimple places "2.", "(b)" or a dash among what is open: after the item
// that it follows; below the deepest one where it begins a list.
func (o *outline) popSimple(b *block, l label) {
	if l.bullet {
		o.popBullet(b, l)
		return
	}
	match, same, late, other := 0, 0, 0, 0
	for i := len(o.stack) - 1; i > 0; i-- {
		n := o.stack[i]
		if !n.labelled || n.label.unit.rank > 0 {
			continue
		}
		if n.label.style != l.style {
			if other == 0 && abs(n.indent-b.indent) <= 1 && otherMark(n.label, l) {
				other = i
			}
			continue
		}
		exact, later := follows(n.label, l)
		level := abs(n.indent-b.indent) <= 1
		if exact && (match == 0 || level && abs(o.stack[match].indent-b.indent) > 1) {
			match = i
		}
		if same == 0 || level && abs(o.stack[same].indent-b.indent) > 1 {
			same = i
		}
		if later && (late == 0 || level && abs(o.stack[late].indent-b.indent) > 1) {
			late = i
		}
	}
	switch {
	case match > 0:
		o.cut(match)
	case other > 0:
		o.cut(other)
	case first(l) && same > 0 && b.indent <= o.stack[same].indent+1 && !opens(o.top()):
		o.cut(same)
	case first(l):
		o.popIndent(b.indent)
	case late > 0:
		o.cut(late)
	case same > 0:
		o.cut(same)
	default:
		o.popIndent(b.indent)
	}
}

// otherMark: "12)" after "11.", a slip of whoever typed it.
func otherMark(prev, next label) bool {
	if prev.style[0] != '1' || next.style[0] != '1' {
		return false
	}
	prev.style = next.style
	exact, _ := follows(prev, next)
	return exact
}

// opens: the words before a list announce it.
func opens(n *node) bool {
	if len(n.parts) == 0 {
		return n.title != "" && n.labelled
	}
	text := n.parts[len(n.parts)-1].text
	return text != "" && text[len(text)-1] == ':'
}

func (o *outline) popBullet(b *block, l label) {
	for i := len(o.stack) - 1; i > 0; i-- {
		n := o.stack[i]
		if !n.labelled || !n.label.bullet {
			continue
		}
		if b.indent > n.indent+1 {
			o.cut(i + 1)
			return
		}
		if n.label.style == l.style || b.indent >= n.indent-1 {
			if b.indent >= n.indent-1 {
				o.cut(i)
				return
			}
		}
	}
	// No dash of this depth is open: below the point, not below its dashes.
	for o.top().label.bullet {
		o.cut(len(o.stack) - 1)
	}
	o.popIndent(b.indent)
}

// popIndent closes items that stand further right than a new list.
func (o *outline) popIndent(indent int) {
	for len(o.stack) > 1 {
		n := o.top()
		if n.section || n.heading > 0 || n.label.unit.rank > 0 || n.indent <= indent+1 || n.depth > 1 {
			return
		}
		o.cut(len(o.stack) - 1)
	}
}

func abs(n int) int { return max(n, -n) }

package intake

import (
	"strings"
	"unicode"
)

func (o *outline) point(b *block, l label, rest string, next *block) {
	if o.again(b, l, rest) {
		return
	}
	o.pop(b, l)
	n := o.node()
	*n = node{label: l, labelled: true, heading: b.heading, depth: o.depth(b, l), series: b.series, level: b.level,
		indent: b.indent, place: b.place, section: l.unit.holds}
	if l.open != "" && !strings.HasSuffix(l.printed, "]") {
		rest = strings.TrimRight(l.open+rest, " ") // "[7. Each Party": the bracket opens in the text
	} else if l.open != "" {
		n.label.printed = l.open + l.printed
	}
	o.push(n)
	shift := len(b.text) - len(rest)
	switch {
	case rest == "":
		if l.unit.rank > 0 || b.broken {
			o.fresh = n
			return
		}
	case b.heading > 0 || titled(rest) && o.heads(n, b, next) || b.broken && short(rest) && unlabelled(next):
		n.title = rest
	default:
		n.parts = append(n.parts, part{text: rest, place: b.place, changes: shifted(b.changes, shift, len(rest))})
	}
	o.fresh = nil
}

// depth is how deep a new point stands in lists, as far as its format says.
func (o *outline) depth(b *block, l label) int {
	switch {
	case b.heading > 0:
		return 0
	case b.list > 0:
		return 2 * b.list
	case b.under < 0 || l.unit.rank > 0:
		return 0
	}
	return max(o.top().depth+1, 2*b.under+1)
}

// unlabelled: the next block is text without a number.
func unlabelled(next *block) bool {
	if next == nil || next.heading > 0 || next.note != "" {
		return false
	}
	_, _, ok := next.parsed()
	return !ok
}

// again: "3.1 Bill of materials", then "3.1 A process shall exist": one point,
// its title and its text.
func (o *outline) again(b *block, l label, rest string) bool {
	n := o.top()
	if !n.labelled || l.bullet || len(l.comps) < 2 || strings.Trim(bareOf(l), "0123456789.") != "" || b.list > 0 || len(l.comps) != len(n.label.comps) || !hasPrefix(l.comps, n.label.comps) || l.style != n.label.style ||
		len(n.inner) > 0 || len(n.parts) > 1 || rest == "" || titled(rest) {
		return false
	}
	if len(n.parts) == 1 {
		if n.title != "" || !titled(n.parts[0].text) {
			return false
		}
		n.title, n.parts = n.parts[0].text, nil
	}
	if n.title == "" {
		return false
	}
	n.parts = append(n.parts, part{text: rest, place: b.place, changes: shifted(b.changes, len(b.text)-len(rest), len(rest))})
	o.fresh = nil
	return true
}

// heads: what comes next makes a title of a short text after a label: text
// of its own below it, or points numbered below it.
func (o *outline) heads(n *node, b, next *block) bool {
	if next == nil || next.heading > 0 || next.note != "" || n.label.bullet {
		return false
	}
	l, _, ok := next.parsed()
	if ok {
		switch {
		case l.bullet:
			return false
		case n.label.unit.rank > 0, groups(n.label):
			return l.unit.rank > n.label.unit.rank || l.unit.rank == 0 && l.comps[0][0] >= '0' && l.comps[0][0] <= '9'
		}
		return len(l.comps) > len(n.label.comps) && hasPrefix(l.comps, n.label.comps)
	}
	if next.under >= 0 && next.under < b.list || unicode.IsLower(firstRune(next.text)) {
		return false
	}
	return (len(n.label.comps) > 1 || !titled(next.text)) && !isClosing(next.text)
}

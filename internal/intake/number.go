package intake

import (
	"strconv"
	"strings"
	"unicode"
)

// number gives every point its number: the bare one, with the section's
// before it where numbers restart in each section, unique in any case.
func (f *flattener) number() {
	f.below()
	f.restarts()
	seen := make(map[string]int, len(f.out))
	paragraphs := 0
	for i := range f.out {
		p := &f.out[i]
		switch p.Kind {
		case KindParagraph:
			paragraphs++
			p.Number = strconv.Itoa(paragraphs)
			if f.any {
				p.Number = "¶" + p.Number
			}
		case KindHeading:
			continue // a heading may share its number with a point
		}
		p.Number = unique(seen, p.Number)
		if n := f.nodes[i]; n != nil {
			inside(p, bare(n))
		} else {
			inside(p, p.Number)
		}
	}
}

// below: a plain number below a numbered heading carries the heading's.
func (f *flattener) below() {
	bullets := 0
	for i := range f.out {
		p, above := &f.out[i], f.above[i]
		if p.Kind == KindPoint && p.Number == "" {
			bullets++
			p.Number = "-" + strconv.Itoa(bullets)
			continue
		}
		if p.Kind != KindPoint || f.nodes[i].label.unit.rank > 0 || len(f.nodes[i].label.comps) > 1 || !above.labelled || above.label.unit.rank > 0 || groups(above.label) || above.label.bullet {
			continue
		}
		if path := bare(above); !strings.HasPrefix(p.Number, path+".") {
			p.Number = path + "." + p.Number
		}
	}
}

// restarts puts the section's number before those of its points where another
// section has the same ones. Sections with numbers of their own are treated
// alike; of others the first one keeps its numbers as they are.
func (f *flattener) restarts() {
	owner := make(map[string]holder, len(f.out))
	clash := map[*node]bool{}
	all := false
	for i := range f.out {
		p, above := &f.out[i], f.above[i]
		if p.Kind != KindPoint {
			continue
		}
		named := f.nodes[i].label.unit.rank > 0
		first, taken := owner[p.Number]
		if !taken {
			owner[p.Number] = holder{above, named}
			continue
		}
		later := holder{above, named}
		switch {
		case first.section == above:
		case named && !first.named && first.section.heads(): // an article 3 goes before a point 3
			clash[first.section] = true
			owner[p.Number] = later
		case named != first.named || !first.section.labelled || !above.labelled:
			if above.heads() {
				clash[above] = true
			}
		default:
			clash[above], all = true, true
		}
	}
	if len(clash) == 0 {
		return
	}
	prefixes, used := map[*node]string{}, map[string]int{}
	for i := range f.out {
		p, above := &f.out[i], f.above[i]
		if p.Kind != KindPoint || !clash[above] && !(all && above.labelled) {
			continue
		}
		prefix, ok := prefixes[above]
		if !ok {
			prefix = unique(used, prefixOf(above))
			prefixes[above] = prefix
		}
		if prefix != "" && !strings.HasPrefix(p.Number, bare(above)+".") {
			p.Number = prefix + "." + p.Number
		}
	}
}

// holder is the section of the point that has a number, and whether the
// number is named ("Article 3").
type holder struct {
	section *node
	named   bool
}

// heads: the node is a section that a reader can name.
func (n *node) heads() bool { return n.labelled || n.title != "" }

// prefixOf names a section in a number: "II", "annex-1", or the first words
// of its title.
func prefixOf(n *node) string {
	switch {
	case n.labelled && n.label.unit.rank > 0:
		return n.label.style + "-" + bare(n)
	case n.labelled:
		return bare(n)
	}
	words := strings.FieldsFunc(strings.ToLower(n.title), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
	return strings.Join(words[:min(len(words), 3)], "-")
}

// unique marks a number that was met before: "3", "3#2".
func unique(seen map[string]int, number string) string {
	seen[number]++
	if k := seen[number]; k > 1 {
		return unique(seen, number+"#"+strconv.Itoa(k))
	}
	return number
}

// inside numbers what stands below a point: "4.1", "10.c", "4.-2". printed is
// the point's own number before it was made unique.
func inside(p *Point, printed string) {
	if len(p.Inner) == 0 {
		return
	}
	seen := make(map[string]int, len(p.Inner))
	bullets := 0
	own := p.Number
	for i := range p.Inner {
		q := &p.Inner[i]
		bare := q.Number
		switch {
		case q.Number == "":
			bullets++
			q.Number = own + ".-" + strconv.Itoa(bullets)
		case strings.HasPrefix(q.Number, printed+"."):
			q.Number = own + q.Number[len(printed):]
		default:
			q.Number = own + "." + q.Number
		}
		q.Number = unique(seen, q.Number)
		inside(q, bare)
	}
}

package align

import "strings"

// maxLevel is how deep inner texts are linked. Deeper ones count as words of
// what they stand in.
const maxLevel = 6

// inner links what is numbered below the texts of a link, numbered "4.1".
func (m *matcher) inner(l *TextLink) {
	from, to := m.below(0, l.FromAt), m.below(1, l.ToAt)
	if len(from) == 0 || len(to) == 0 || m.level == maxLevel {
		return
	}
	in := newMatcher(from, to)
	in.level = m.level + 1
	in.matchExact()
	in.score(false)
	in.choose()
	in.attach()
	l.Inner = in.textLinks()
}

// below lists the inner texts of some texts, with the outer number before
// their own.
func (m *matcher) below(side int, places []int) []Text {
	var out []Text
	for _, x := range places {
		t := m.given[side][x]
		for _, in := range t.Inner {
			if !strings.HasPrefix(in.Number, t.Number+".") {
				in.Number = t.Number + "." + strings.Trim(in.Number, ".() ")
			}
			out = append(out, in)
		}
	}
	return out
}

package align

import "strings"

// inner links what is numbered below the texts of a link, numbered "4.1".
func (m *matcher) inner(l *TextLink) {
	from, to := m.below(0, l.FromAt), m.below(1, l.ToAt)
	if len(from) > 0 && len(to) > 0 {
		l.Inner = Match(from, to, nil).Links
	}
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

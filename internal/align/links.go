package align

import (
	"slices"
	"strings"

	"plandiff/internal/prose"
)

// result groups what was linked, names relations, and lists what is left.
func (m *matcher) result() *Matching {
	out := &Matching{Candidates: make([][]TextCandidate, len(m.given[0]))}
	out.Links = m.textLinks()
	linked := m.linked()
	gone, come := Deleted, Inserted
	if !m.versions(linked) {
		gone, come = Unknown, Unknown
	}
	out.UnmatchedFrom = m.unmatched(0, linked[0], gone)
	out.UnmatchedTo = m.unmatched(1, linked[1], come)
	for i, near := range m.near[0] {
		list := make([]TextCandidate, 0, candidates)
		if j := m.twin[0][i]; j >= 0 && (len(near) == 0 || near[0].j != j) {
			list = append(list, TextCandidate{m.given[1][j].Number, j, 1})
		}
		for _, p := range near[:min(len(near), candidates-len(list))] {
			list = append(list, TextCandidate{m.given[1][p.j].Number, p.j, p.score})
		}
		out.Candidates[i] = list
	}
	return out
}

func (m *matcher) textLinks() []TextLink {
	var out []TextLink
	for _, g := range m.groups() {
		out = append(out, m.textLink(g))
	}
	m.relate(out)
	for i := range out {
		m.inner(&out[i])
	}
	return out
}

// groups joins pairs that share a text, in the order of from.
func (m *matcher) groups() [][][2]int {
	edges := make([][2]int, 0, len(m.links))
	for e := range m.links {
		edges = append(edges, e)
	}
	slices.SortFunc(edges, func(a, b [2]int) int { return slices.Compare(a[:], b[:]) })
	n := len(m.texts[0])
	root := make([]int, n+len(m.texts[1])) // texts of to stand after those of from
	for x := range root {
		root[x] = x
	}
	find := func(x int) int {
		for root[x] != x {
			root[x] = root[root[x]]
			x = root[x]
		}
		return x
	}
	for _, e := range edges {
		a, b := find(e[0]), find(n+e[1])
		root[max(a, b)] = min(a, b)
	}
	at := make([]int, n) // by root: its group, from 1
	out := make([][][2]int, 0, len(edges))
	for k, e := range edges {
		r := find(e[0])
		if at[r] == 0 {
			out = append(out, edges[k:k+1:k+1])
			at[r] = len(out)
			continue
		}
		out[at[r]-1] = append(out[at[r]-1], e)
	}
	return out
}

func (m *matcher) textLink(edges [][2]int) TextLink {
	l := TextLink{Score: 1}
	for _, e := range edges {
		r := m.links[e]
		l.FromAt, l.ToAt = append(l.FromAt, e[0]), append(l.ToAt, e[1])
		l.Score, l.By = min(l.Score, r.score), r.by
	}
	slices.Sort(l.FromAt)
	slices.Sort(l.ToAt)
	l.FromAt, l.ToAt = slices.Compact(l.FromAt), slices.Compact(l.ToAt)
	for _, i := range l.FromAt {
		l.From = append(l.From, m.given[0][i].Number)
	}
	for _, j := range l.ToAt {
		l.To = append(l.To, m.given[1][j].Number)
	}
	for _, e := range edges {
		for _, w := range m.links[e].why {
			if len(edges) > 1 {
				w = m.given[0][e[0]].Number + " and " + m.given[1][e[1]].Number + ": " + w
			}
			l.Why = append(l.Why, w)
		}
	}
	if len(edges) == 1 {
		l.Same = sameText(m.given[0][edges[0][0]], m.given[1][edges[0][1]])
		if !l.Same && m.twin[0][edges[0][0]] == edges[0][1] {
			l.Why = []string{"the same words, but for capitals and marks"}
		}
	}
	return l
}

// relate names each link by number, place and words.
func (m *matcher) relate(links []TextLink) {
	places := make([]int, len(links))
	for k, l := range links {
		places[k] = l.ToAt[0]
	}
	inPlace := steady(places)
	for k := range links {
		l := &links[k]
		switch {
		case len(l.From) > 1:
			l.Relation = Joined
		case len(l.To) > 1:
			l.Relation = Split
		case !inPlace[k]:
			l.Relation = Moved
		case number(l.From[0]) != number(l.To[0]):
			l.Relation = Renumbered
		case l.Same:
			l.Relation = Unchanged
		default:
			l.Relation = Reworded
		}
	}
}

// versions reports whether enough is linked to call the documents versions of
// one text. Two languages, or two matters, share next to nothing; there a text
// that is not found is not therefore gone.
func (m *matcher) versions(linked [2][]bool) bool {
	const least = 0.1
	for _, side := range linked {
		n := 0
		for _, l := range side {
			if l {
				n++
			}
		}
		if n > 0 && float64(n) >= least*float64(min(len(linked[0]), len(linked[1]))) {
			return true
		}
	}
	return false
}

// unmatched lists the texts of one side without a link.
func (m *matcher) unmatched(side int, linked []bool, gone Relation) []Unmatched {
	var out []Unmatched
	for x, t := range m.given[side] {
		if linked[x] {
			continue
		}
		u := Unmatched{t.Number, x, gone}
		if m.texts[side][x].empty() || m.comesNear(side, x) {
			u.Relation = Unknown
		}
		out = append(out, u)
	}
	return out
}

// number writes a printed number for comparison: "Article 3bis." is "3bis".
func number(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	if i := strings.LastIndexByte(s, ' '); i >= 0 && strings.ContainsAny(s[i:], "0123456789") {
		s = s[i+1:]
	}
	return strings.Trim(s, ".:()[]§ ")
}

// sameText reports whether two texts have the same words, with title and
// inner texts.
func sameText(a, b Text) bool {
	if !prose.Equal(a.Title, b.Title) || !prose.Equal(a.Body, b.Body) || len(a.Inner) != len(b.Inner) {
		return false
	}
	for i := range a.Inner {
		if !sameText(a.Inner[i], b.Inner[i]) {
			return false
		}
	}
	return true
}

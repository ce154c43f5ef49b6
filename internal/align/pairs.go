package align

import (
	"cmp"
	"slices"
)

// pair is two texts that were compared.
type pair struct {
	i, j    int     // places in from and to
	words   float64 // likeness of their words
	context float64 // likeness of their neighbours' words
	score   float64 // both together, 0 to 1
}

const (
	contextShare = 0.3  // how much the neighbours count beside the words
	fullSearch   = 3000 // texts in both documents up to which every text is searched for
)

// score compares every text that has no twin with those that come near it,
// searched from both sides; with a full search those that have one as well.
func (m *matcher) score(full bool) {
	if !full && !(m.anyFree(0) && m.anyFree(1)) {
		return
	}
	m.space = newSpace(m.texts, m.twin, !full)
	for side := range m.texts {
		for x := range m.texts[side] {
			if m.twin[side][x] >= 0 && !full {
				continue
			}
			for _, y := range m.space.near(side, x) {
				i, j := x, y
				if side == 1 {
					i, j = y, x
				}
				if side == 0 || !m.compared(i, j) {
					p := m.compare(i, j)
					m.near[0][i] = append(m.near[0][i], p)
					m.near[1][j] = append(m.near[1][j], p)
				}
			}
		}
	}
	for side := range m.near {
		for x := range m.near[side] {
			slices.SortFunc(m.near[side][x], better)
		}
	}
}

func (m *matcher) anyFree(side int) bool {
	for x := range m.texts[side] {
		if m.free(side, x) {
			return true
		}
	}
	return false
}

func (m *matcher) compared(i, j int) bool {
	return slices.ContainsFunc(m.near[0][i], func(p pair) bool { return p.j == j })
}

func (m *matcher) compare(i, j int) pair {
	p := pair{i: i, j: j, words: m.space.cosine(m.space.texts[0][i], m.space.texts[1][j])}
	if m.twin[0][i] == j {
		p.score = 1
		return p
	}
	p.context = m.space.cosine(m.space.neighbours(0, i), m.space.neighbours(1, j))
	share := m.contextShare()
	p.score = (p.words + share*p.context) / (1 + share)
	return p
}

// contextShare is how much the neighbours count. Of few texts each is a
// neighbour of most, and that they are alike says little.
func (m *matcher) contextShare() float64 {
	fewest := min(len(m.texts[0]), len(m.texts[1]))
	return contextShare * max(0, 1-2*reach/float64(fewest))
}

// better orders the pairs of one text. Ties go to the pair that stands less
// far apart, then to the earlier one; so the order is the same seen from
// either document.
func better(a, b pair) int {
	return cmp.Or(
		cmp.Compare(b.score, a.score),
		cmp.Compare(b.words, a.words),
		cmp.Compare(apart(a), apart(b)),
		cmp.Compare(a.i+a.j, b.i+b.j),
	)
}

func apart(p pair) int { return max(p.i-p.j, p.j-p.i) }

// of gives the place of a pair in one document.
func (p pair) of(side int) int {
	if side == 0 {
		return p.i
	}
	return p.j
}

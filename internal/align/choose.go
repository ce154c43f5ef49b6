package align

import "fmt"

// What makes a link. Set on five pairs of real documents, of which the tests
// have two. Those of links and partners were each changed by about a tenth:
// the share of right links (F1) moved by two hundredths at most on any pair.
const (
	leastScore = 0.19 // of each other's best
	leastWords = 0.10 // neighbours alone make no link
	alike      = 0.65 // so like in words that a partner's being liker is no matter

	// A further text of a link that is split or joined: its likeness beside
	// that of the partner, and the share of its words that the other holds,
	// neighbours counted in. Texts that become one mostly stood together, so
	// one beside the partner needs less.
	besidePartner, farFromPartner = 0.65, 0.85
	heldBeside, heldFar           = 0.45, 0.6
	withRoom                      = 0.5  // of the likeness and of the words, where the partner has less of them
	heldGain                      = 0.1  // not only words that the partner had too
	hosts                         = 3    // candidates that are looked at
	clearly                       = 0.05 // how much better a later one must be
	beside                        = 5    // places

	// What comes near: a text is called deleted or inserted only if nothing
	// does. A text that has a much better partner does not come near.
	nearScore = 0.12
	nearShare = 0.5
)

// choose links texts that are each other's best; then those left over of which
// one is the best of the other, whose own has another partner.
func (m *matcher) choose() {
	var spare [2][]int
	for side := range m.near {
		for x := range m.near[side] {
			if p, ok := m.best(side, x); ok && m.mutual(p) && m.heldElsewhere(side, p) {
				spare[side] = append(spare[side], x)
			}
		}
	}
	for side, list := range spare {
		for _, x := range list {
			m.spare[side][x] = true
		}
	}
	for i := range m.near[0] {
		if p, ok := m.best(0, i); ok && m.mutual(p) {
			m.link(p.i, p.j, m.reasons(p))
		}
	}
	var left []pair
	linked := m.linked()
	for side := range m.near {
		for x := range m.near[side] {
			if linked[side][x] || !m.free(side, x) {
				continue
			}
			for _, p := range m.near[side][x][:min(hosts, len(m.near[side][x]))] {
				y := p.of(1 - side)
				if back, _ := m.best(1-side, y); back == p && !linked[1-side][y] && p.sure() {
					left = append(left, p)
					break
				}
			}
		}
	}
	for _, p := range left {
		m.link(p.i, p.j, m.reasons(p))
	}
}

// sure: alike enough for a link.
func (p pair) sure() bool { return p.score >= leastScore && p.words >= leastWords }

// mutual reports whether two texts are each other's best, and sure.
func (m *matcher) mutual(p pair) bool {
	if !p.sure() || !m.free(0, p.i) || !m.free(1, p.j) {
		return false
	}
	there, _ := m.best(0, p.i)
	back, _ := m.best(1, p.j)
	return there == p && back == p
}

// heldElsewhere reports whether a text is like its best by some words, while
// most of them stand in a text that has another partner: that one took it in,
// and its best may be another's.
func (m *matcher) heldElsewhere(side int, best pair) bool {
	x := best.of(side)
	text := m.space.texts[side][x]
	own := m.space.covered(text, m.space.texts[1-side][best.of(1-side)], vector{})
	for _, p := range m.near[side][x][:min(hosts, len(m.near[side][x]))] {
		z := p.of(1 - side)
		partner, ok := m.best(1-side, z)
		if p == best || !ok || !m.free(1-side, z) || partner.of(side) == x {
			continue
		}
		other := m.space.texts[1-side][z]
		holds := m.space.covered(text, other, vector{})
		if holds >= max(heldFar, own+clearly) && m.space.covered(text, other, m.space.texts[side][partner.of(side)]) >= heldGain {
			return true
		}
	}
	return false
}

// best is the best pair of a text with one that may still be linked: texts
// linked by hand, and those whose words stand unchanged, have their partner.
// One that another text took in is nobody's.
func (m *matcher) best(side, x int) (pair, bool) {
	for _, p := range m.near[side][x] {
		if y := p.of(1 - side); m.free(1-side, y) && !m.spare[1-side][y] {
			return p, true
		}
	}
	return pair{}, false
}

// partner is the pair that a text is linked by, or else its best.
func (m *matcher) partner(side, x int) pair {
	for _, p := range m.near[side][x] {
		if _, linked := m.links[[2]int{p.i, p.j}]; linked {
			return p
		}
	}
	p, _ := m.best(side, x)
	return p
}

// attach adds texts without a link to the link of the text that they come
// nearest to: several became one, or one several.
func (m *matcher) attach() {
	linked := m.linked()
	type further struct {
		pair
		reasons
	}
	var add []further
	for side := range m.near {
		for x := range m.near[side] {
			if linked[side][x] || !m.free(side, x) {
				continue
			}
			if p, r, ok := m.host(side, x); ok {
				add = append(add, further{p, r})
			}
		}
	}
	for _, f := range add {
		m.link(f.i, f.j, f.reasons)
	}
}

// host finds the text that a text without a link belongs to: nearly as like
// it as its own partner is, or holding most of its words. Of several it takes
// the one that holds most.
func (m *matcher) host(side, x int) (found pair, why reasons, ok bool) {
	most := 0.0
	for _, p := range m.near[side][x][:min(hosts, len(m.near[side][x]))] {
		y := p.of(1 - side)
		if p.words < leastWords || !m.free(1-side, y) {
			continue
		}
		partner := m.partner(1-side, y)
		share, held := farFromPartner, heldFar
		if d := x - partner.of(side); -beside <= d && d <= beside {
			share, held = besidePartner, heldBeside
		}
		text, other, its := m.space.texts[side][x], m.space.texts[1-side][y], m.space.texts[side][partner.of(side)]
		if share == besidePartner && m.space.covered(other, its, vector{}) < withRoom {
			share = withRoom
		}
		holds := m.space.covered(text, other, vector{}) + m.contextShare()*p.context
		r := m.reasons(p)
		switch {
		case holds >= held && m.standsOut(side, x, y) && m.space.covered(text, other, its) >= heldGain:
			r.why = append(r.why, "most of its words stand in the other")
		case p.score >= leastScore && (p.score >= share*partner.score || p.words >= alike):
		default:
			continue
		}
		if !ok || holds > most+clearly {
			found, why, most, ok = p, r, holds, true
		}
	}
	return found, why, ok
}

// standsOut reports whether a text holds clearly more of another's words than
// the next of its candidates do: among texts of few words any long one holds
// most words of any other.
func (m *matcher) standsOut(side, x, y int) bool {
	text := m.space.texts[side][x]
	share := func(y int) float64 { return m.space.covered(text, m.space.texts[1-side][y], vector{}) }
	own := share(y)
	for _, p := range m.near[side][x][:min(candidates, len(m.near[side][x]))] {
		if z := p.of(1 - side); z != y && own < share(z)+clearly {
			return false
		}
	}
	return true
}

// comesNear reports whether something in the other document may be what
// became of a text. What stands unchanged there, and in its own document too,
// is not.
func (m *matcher) comesNear(side, x int) bool {
	for _, p := range m.near[side][x] {
		y := p.of(1 - side)
		if m.twin[1-side][y] >= 0 {
			continue
		}
		best := m.near[1-side][y][0].score
		if m.fixed[1-side][y] {
			best = 1
		}
		if p.score >= nearScore && p.score >= nearShare*best {
			return true
		}
	}
	return false
}

// linked tells which texts have a link.
func (m *matcher) linked() [2][]bool {
	out := [2][]bool{make([]bool, len(m.texts[0])), make([]bool, len(m.texts[1]))}
	for e := range m.links {
		out[0][e[0]], out[1][e[1]] = true, true
	}
	return out
}

// reasons tells what a link of two texts rests on.
func (m *matcher) reasons(p pair) reasons {
	r := reasons{by: Wording, score: p.score, why: []string{fmt.Sprintf("%.0f %% alike in wording", p.words*100)}}
	if t := m.texts[0][p.i].title; t != "" && t == m.texts[1][p.j].title {
		r.why = append(r.why, "the same title")
	}
	if p.context >= 0.5 {
		r.why = append(r.why, "the texts around them are alike")
	}
	return r
}

package align

// matchExact links texts with the same words: first those that stand once in
// each document; then repeated ones beside a link, as their neighbours are
// linked; then those that are left, in their order.
func (m *matcher) matchExact() {
	groups := m.sameWords()
	for _, g := range groups {
		if len(g[0]) == 1 && len(g[1]) == 1 {
			m.pairUp(g[0][0], g[1][0])
		}
	}
	m.extend(1)
	m.extend(-1)
	for _, g := range groups {
		left := [2][]int{m.freeOf(0, g[0]), m.freeOf(1, g[1])}
		for k := range min(len(left[0]), len(left[1])) {
			m.pairUp(left[0][k], left[1][k])
		}
	}
}

// sameWords groups the texts by their words, in the order of the first
// document, with the places in each.
func (m *matcher) sameWords() [][2][]int {
	at := make(map[folded]int, len(m.texts[0]))
	groups := make([][2][]int, 0, len(m.texts[0]))
	for side, texts := range m.texts {
		for i, t := range texts {
			if t.empty() || m.fixed[side][i] {
				continue
			}
			k, ok := at[t]
			if !ok {
				if side == 1 {
					continue // stands in the second document alone
				}
				k = len(groups)
				at[t] = k
				groups = append(groups, [2][]int{})
			}
			groups[k][side] = append(groups[k][side], i)
		}
	}
	return groups
}

func (m *matcher) pairUp(i, j int) {
	m.twin[0][i], m.twin[1][j] = j, i
	m.link(i, j, reasons{Wording, 1, []string{"the same words"}})
}

// extend walks from every linked pair to the next pair of texts while their
// words are the same.
func (m *matcher) extend(step int) {
	n := len(m.texts[0])
	for k := range n {
		i := k
		if step < 0 {
			i = n - 1 - k
		}
		j := m.twin[0][i]
		if j < 0 {
			continue
		}
		p, q := i+step, j+step
		if p < 0 || q < 0 || p >= n || q >= len(m.texts[1]) || !m.free(0, p) || !m.free(1, q) {
			continue
		}
		if t := m.texts[0][p]; !t.empty() && t == m.texts[1][q] {
			m.pairUp(p, q)
		}
	}
}

func (m *matcher) free(side, i int) bool { return m.twin[side][i] < 0 && !m.fixed[side][i] }

// freeOf keeps the places whose text has no twin yet.
func (m *matcher) freeOf(side int, places []int) []int {
	var out []int
	for _, i := range places {
		if m.free(side, i) {
			out = append(out, i)
		}
	}
	return out
}

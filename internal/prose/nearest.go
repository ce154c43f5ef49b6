package prose

import "strings"

// Nearest is the candidate that a mistyped word most likely means: equal but
// for case and dashes, or within a third of its length in edits. Ties go to
// the earlier candidate. "" if none is near.
func Nearest(word string, candidates []string) string {
	best, bestCost := "", 0
	w := bare(word)
	for _, c := range candidates {
		limit := max(1, min(len(w), len(c))/3)
		cost := Edits(w, bare(c), limit+1)
		if cost <= limit && (best == "" || cost < bestCost) {
			best, bestCost = c, cost
		}
	}
	return best
}

// maxWord bounds the work for a hostile word.
const maxWord = 64

func bare(s string) string {
	s = strings.NewReplacer("-", "", "_", "", ".", "", " ", "").Replace(strings.ToLower(s))
	if len(s) > maxWord {
		s = s[:maxWord]
	}
	return s
}

// Edits is the optimal string alignment distance of two texts in bytes:
// insertions, deletions, substitutions and swaps of neighbours. It gives up at
// the limit, which is then the answer, as it is for a text of over 64 bytes.
func Edits(a, b string, limit int) int {
	if d := len(a) - len(b); d >= limit || -d >= limit || len(a) > maxWord || len(b) > maxWord {
		return limit
	}
	var rows [3][maxWord + 1]int
	prev2, prev, cur := &rows[0], &rows[1], &rows[2]
	for j := 0; j <= len(b); j++ {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		cur[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			cur[j] = min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				cur[j] = min(cur[j], prev2[j-2]+1)
			}
			least = min(least, cur[j])
		}
		if least >= limit {
			return limit
		}
		prev2, prev, cur = prev, cur, prev2
	}
	return min(prev[len(b)], limit)
}

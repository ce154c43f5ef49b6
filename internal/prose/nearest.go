package prose

import "strings"

// Nearest is the candidate that a mistyped word most likely means: equal but
// for case and dashes, or within a third of its length in edits. Ties go to
// the earlier candidate. "" if none is near.
func Nearest(word string, candidates []string) string {
	best, bestCost := "", 0
	w := bare(word)
	for _, c := range candidates {
		cost := edits(w, bare(c))
		limit := max(1, min(len(w), len(c))/3)
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

// edits is the optimal string alignment distance: insertions, deletions,
// substitutions and swaps of neighbours.
func edits(a, b string) int {
	prev2, prev, cur := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		cur[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			cur[j] = min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				cur[j] = min(cur[j], prev2[j-2]+1)
			}
		}
		prev2, prev, cur = prev, cur, prev2
	}
	return prev[len(b)]
}

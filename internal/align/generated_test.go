package align_test

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"plandiff/internal/align"
)

// block is how many points the generated drafts are edited by.
const block = 28

// generated makes a draft of n points from few words, and its successor: in
// every block one point is taken out, one moved, two become one and one is
// reworded. It tells for every point of the first its place in the second, -1
// for one taken out.
func generated(n int) (from, to []align.Text, place []int) {
	rnd := rand.New(rand.NewSource(7))
	words := strings.Fields("the parties shall confirm agree guarantee within days ceasefire monitored council border region line contact energy " +
		"station fund assets investment security armed forces personnel limit treaty negotiations accession european market access return " +
		"civilian hostages children")
	bodies := make([][]string, n)
	for i := range bodies {
		for range 14 + rnd.Intn(30) {
			bodies[i] = append(bodies[i], words[rnd.Intn(len(words))])
		}
		from = append(from, align.Text{Number: fmt.Sprint(i + 1), Body: strings.Join(bodies[i], " ") + "."})
	}
	place = make([]int, n)
	add := func(i int, body string) {
		place[i] = len(to)
		to = append(to, align.Text{Number: fmt.Sprint(len(to) + 1), Body: body})
	}
	for start := 0; start < n; start += block {
		if start+block > n {
			for i := start; i < n; i++ {
				add(i, from[i].Body)
			}
			break
		}
		for k := range block {
			i := start + k
			switch k {
			case 2:
				place[i] = -1
			case 6:
				add(i, strings.ReplaceAll(strings.ReplaceAll(from[i].Body, "shall", "will"), "the", "each"))
			case 8:
				add(start+19, from[start+19].Body)
				add(i, from[i].Body)
			case 19:
			case 24:
				add(i, strings.TrimSuffix(from[i].Body, ".")+"; "+from[i+1].Body)
				place[i+1] = place[i]
			case 25:
			default:
				add(i, from[i].Body)
			}
		}
	}
	return from, to, place
}

// right is the share of points whose link is the known one.
func right(m *align.Matching, place []int) float64 {
	got := make([][]int, len(place))
	for _, l := range m.Links {
		for _, i := range l.FromAt {
			got[i] = append(got[i], l.ToAt...)
		}
	}
	n := 0
	for i, j := range place {
		if j < 0 && len(got[i]) == 0 || len(got[i]) == 1 && got[i][0] == j {
			n++
		}
	}
	return float64(n) / float64(len(place))
}

// Below 5,000 texts all are searched for, above it those that changed.
func TestGenerated(t *testing.T) {
	for _, n := range []int{block, 1000, 10000} {
		from, to, place := generated(n)
		m := align.Match(from, to, nil)
		if got := right(m, place); got < 0.99 {
			t.Errorf("%d points: %.4f rightly linked, want 0.99", n, got)
		}
		relations := map[align.Relation]int{}
		for _, l := range m.Links {
			relations[l.Relation]++
		}
		if blocks := n / block; relations[align.Joined] != blocks || relations[align.Moved] != blocks {
			t.Errorf("%d points: %v, want %d joined and as many moved", n, relations, blocks)
		}
	}
}

func BenchmarkMatch(b *testing.B) {
	for _, n := range []int{block, 1000, 10000, 100000} {
		from, to, _ := generated(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				align.Match(from, to, nil)
			}
		})
	}
}

func BenchmarkCorpus(b *testing.B) {
	for _, names := range [][2]string{{"nist/rev4.txt", "nist/rev5.txt"}, {"paris/paris_draft_0412.md", "paris/paris_final.md"}} {
		from, to := provisions(b, corpus(b, names[0])), provisions(b, corpus(b, names[1]))
		b.Run(names[0], func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				align.Match(from, to, nil)
			}
		})
	}
}

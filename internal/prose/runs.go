package prose

import (
	"errors"
	"slices"
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// ErrCapped says that two texts differ in a stretch that is too long to compare word
// by word. The result is right all the same: the stretch is given as gone in
// the one and new in the other.
var ErrCapped = errors.New("comparing two texts word by word: a stretch that differs is too long, and is shown as replaced")

const (
	// firstCode is the first rune that stands for a token: beyond the basic
	// plane, so that no code is a surrogate half.
	firstCode = 0x10000
	// maxTokens is how many distinct tokens have a code: to U+10FFFF.
	maxTokens = 0x10ffff - firstCode + 1
	// maxWork is the most tokens of the one side times those of the other
	// that one stretch may have, and all stretches together.
	maxWork, allWork = 4_000_000, 100_000_000
	// maxDepth is how often a stretch is cut at words that it has once.
	maxDepth = 8
)

// run is n tokens on end with one fate. Kept ones stand in both texts.
type run struct {
	op Op
	n  int
}

// runs compares two texts given as numbers of tokens. Its cost is bounded: a
// stretch that is too long is cut at tokens that both sides have once, in the
// same order; what is still too long is capped.
type runs struct {
	list     []run
	capped   bool
	work     int     // tokens times tokens compared so far
	inA, inB []place // by token, while once counts
}

// place is how often a stretch has a token, and where last.
type place struct{ times, at int32 }

func (r *runs) add(op Op, n int) {
	if n == 0 {
		return
	}
	if k := len(r.list); k > 0 && r.list[k-1].op == op {
		r.list[k-1].n += n
		return
	}
	r.list = append(r.list, run{op, n})
}

func (r *runs) compare(a, b []int32, depth int) {
	before := 0
	for before < min(len(a), len(b)) && a[before] == b[before] {
		before++
	}
	a, b = a[before:], b[before:]
	after := 0
	for after < min(len(a), len(b)) && a[len(a)-1-after] == b[len(b)-1-after] {
		after++
	}
	a, b = a[:len(a)-after], b[:len(b)-after]
	r.add(Keep, before)
	r.middle(a, b, depth)
	r.add(Keep, after)
}

func (r *runs) middle(a, b []int32, depth int) {
	switch {
	case len(a) == 0 || len(b) == 0:
		r.add(Delete, len(a))
		r.add(Insert, len(b))
	case len(a)+len(b) <= maxTokens && len(a) <= min(maxWork, allWork-r.work)/len(b):
		r.work += len(a) * len(b)
		r.words(a, b)
	default:
		r.cut(a, b, depth)
	}
}

// words compares with go-diff, a code for each token.
func (r *runs) words(a, b []int32) {
	codes := make(map[int32]rune, len(a)+len(b))
	encode := func(tokens []int32) []rune {
		out := make([]rune, len(tokens))
		for i, t := range tokens {
			c, ok := codes[t]
			if !ok {
				c = firstCode + rune(len(codes))
				codes[t] = c
			}
			out[i] = c
		}
		return out
	}
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0 // a timeout would make the result depend on the clock
	for _, d := range dmp.DiffMainRunes(encode(a), encode(b), false) {
		n := utf8.RuneCountInString(d.Text)
		switch d.Type {
		case diffmatchpatch.DiffEqual:
			r.add(Keep, n)
		case diffmatchpatch.DiffDelete:
			r.add(Delete, n)
		case diffmatchpatch.DiffInsert:
			r.add(Insert, n)
		}
	}
}

// cut compares the stretches between tokens that both sides have once.
func (r *runs) cut(a, b []int32, depth int) {
	marks := r.once(a, b)
	if len(marks) == 0 || depth == maxDepth {
		r.capped = true
		r.add(Delete, len(a))
		r.add(Insert, len(b))
		return
	}
	i, j := 0, 0
	for _, m := range marks {
		if m[0] < i || m[1] < j {
			continue
		}
		r.compare(a[i:m[0]], b[j:m[1]], depth+1)
		r.add(Keep, 1)
		i, j = m[0]+1, m[1]+1
	}
	r.compare(a[i:], b[j:], depth+1)
}

// once finds the tokens that each side has once, as places in both: the most
// of them that stand in the same order.
func (r *runs) once(a, b []int32) [][2]int {
	if r.inA == nil { // the first stretch that is cut holds all others
		most := max(slices.Max(a), slices.Max(b))
		r.inA, r.inB = make([]place, most+1), make([]place, most+1)
	}
	count := func(in []place, side []int32) {
		for i, t := range side {
			in[t] = place{in[t].times + 1, int32(i)}
		}
	}
	count(r.inA, a)
	count(r.inB, b)
	var places [][2]int
	for i, t := range a {
		if r.inA[t].times == 1 && r.inB[t].times == 1 {
			places = append(places, [2]int{i, int(r.inB[t].at)})
		}
	}
	for _, t := range a {
		r.inA[t] = place{}
	}
	for _, t := range b {
		r.inB[t] = place{}
	}
	return Rising(places)
}

// Rising is a longest run of places that rises on both sides; the places are
// given rising on the first.
func Rising(places [][2]int) [][2]int {
	var tails []int // by length less one: the item that ends a run lowest
	before := make([]int, len(places))
	for i, p := range places {
		k, _ := slices.BinarySearchFunc(tails, p[1], func(t, at int) int { return places[t][1] - at })
		before[i] = -1
		if k > 0 {
			before[i] = tails[k-1]
		}
		if k == len(tails) {
			tails = append(tails, i)
		} else {
			tails[k] = i
		}
	}
	if len(tails) == 0 {
		return nil
	}
	out := make([][2]int, len(tails))
	for i, k := tails[len(tails)-1], len(tails)-1; k >= 0; i, k = before[i], k-1 {
		out[k] = places[i]
	}
	return out
}

// number gives every distinct token of two texts a number.
func number(a, b []string) (na, nb []int32) {
	numbers := make(map[string]int32, len(a))
	count := func(tokens []string) []int32 {
		out := make([]int32, len(tokens))
		for i, t := range tokens {
			k := key(t)
			n, ok := numbers[k]
			if !ok {
				n = int32(len(numbers))
				numbers[k] = n
			}
			out[i] = n
		}
		return out
	}
	return count(a), count(b)
}

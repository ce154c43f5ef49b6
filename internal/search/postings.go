package search

import (
	"encoding/binary"
	"math"
	"slices"
	"strings"

	"plandiff/internal/plan"
)

// finish orders the postings by term and weighs the terms.
func (x *Index) finish() {
	n := len(x.stems)
	x.start = make([]int32, n+1)
	for _, e := range x.raw {
		x.start[e.term+1]++
	}
	for t := range n {
		x.start[t+1] += x.start[t]
	}
	x.posts = make([]post, len(x.raw))
	next := slices.Clone(x.start)
	for _, e := range x.raw {
		x.posts[next[e.term]] = e.post
		next[e.term]++
	}
	x.raw = nil
	x.weigh()
	byUnit := make([]int32, x.units)
	for i := range byUnit {
		byUnit[i] = none
	}
	for i := range x.Names {
		byUnit[x.Names[i].unit] = int32(i)
	}
	for t := range n {
		group := strings.HasPrefix(x.stems[t], "@")
		for _, p := range x.posts[x.start[t]:x.start[t+1]] {
			if i := byUnit[p.unit()]; i >= 0 && !group {
				x.Names[i].mass += x.idf[t]
			}
		}
	}
}

// weigh gives each term its inverse frequency: the share of fields that have
// it, in their own zones or in a claim.
func (x *Index) weigh() {
	of := make([]Unit, x.units) // the field of a claim
	for i := range of {
		of[i] = -1
	}
	for i := range x.Claims {
		of[x.Claims[i].Unit] = x.Claims[i].Of
	}
	for _, f := range x.Fields {
		of[f.Unit] = f.Unit
	}
	total := float64(len(x.Fields) + 1)
	x.idf = make([]float32, len(x.stems))
	seen := make([]int32, x.units)
	for t := range x.stems {
		df := 0
		for _, p := range x.posts[x.start[t]:x.start[t+1]] {
			if f := of[p.unit()]; f >= 0 && seen[f] != int32(t)+1 {
				seen[f] = int32(t) + 1
				df++
			}
		}
		x.idf[t] = float32(math.Log(1 + total/(float64(df)+1)))
	}
}

// Made is what New works out of the words of a library, so that Restore need not read
// them again: how many units there are, the stems, the words as they stand, those for
// near spellings, the postings and weight of each term, and the weight of each name.
func (x *Index) Made() []byte {
	var words []string
	for w := range x.words {
		words = append(words, w)
	}
	slices.Sort(words)
	out := binary.AppendUvarint(nil, uint64(x.units))
	for _, list := range [][]string{x.stems, words, x.folded} {
		text := strings.Join(list, "\n")
		out = append(binary.AppendUvarint(out, uint64(len(text))), text...)
	}
	for t := range x.stems {
		posts := x.posts[x.start[t]:x.start[t+1]]
		out = binary.AppendUvarint(out, uint64(len(posts)))
		last := post(0)
		for _, p := range posts {
			out, last = binary.AppendVarint(out, int64(p-last)), p
		}
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(x.idf[t]))
	}
	for i := range x.Names {
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(x.Names[i].mass))
	}
	return out
}

// Restore is the index of a library, without its source cards, from what Made kept of it;
// nil where that is of another one.
func Restore(lib *plan.Library, made []byte) *Index {
	x, r := &Index{Lib: lib, made: true}, &reader{made, true}
	units := int(min(r.number(), math.MaxInt32/zones))
	x.stems = r.list()
	words := r.list()
	x.folded = r.list()
	x.ids, x.words = make(map[string]int32, len(x.stems)), make(map[string]int32, len(words))
	for i, stem := range x.stems {
		x.ids[stem] = int32(i)
	}
	for _, w := range words {
		x.words[w] = none // it stands there; no more words are added
	}
	n := len(x.stems)
	x.start, x.idf, x.posts = make([]int32, n+1), make([]float32, n), make([]post, 0, len(made)/3)
	for t := range n {
		last, count := int64(0), r.number()
		for ; count > 0 && r.ok; count-- {
			last += r.step()
			r.ok = r.ok && last >= 0 && last < int64(units*zones)
			x.posts = append(x.posts, post(last))
		}
		x.start[t+1], x.idf[t] = int32(len(x.posts)), r.weight()
	}
	if !r.ok {
		return nil
	}
	x.walk(false)
	for i := range x.Names {
		x.Names[i].mass = r.weight()
	}
	if !r.ok || len(r.rest) > 0 || x.units != units || len(x.stems) != n {
		return nil
	}
	return x
}

// reader takes what Made wrote; ok is false once something was missing, and all values are zero
// from there.
type reader struct {
	rest []byte
	ok   bool
}

func (r *reader) number() uint64 {
	v, n := binary.Uvarint(r.rest)
	return took(r, v, n)
}

func (r *reader) step() int64 {
	v, n := binary.Varint(r.rest)
	return took(r, v, n)
}

func (r *reader) weight() float32 {
	const size = 4
	if len(r.rest) < size {
		return took(r, float32(0), 0)
	}
	return took(r, math.Float32frombits(binary.LittleEndian.Uint32(r.rest)), size)
}

func (r *reader) list() []string {
	size := r.number()
	if size == 0 {
		return nil
	}
	size = min(size, uint64(len(r.rest)))
	out := strings.Split(string(r.rest[:size]), "\n")
	r.ok = r.ok && !slices.Contains(out, "") // there are no words without a letter
	return took(r, out, int(size))
}

// took is a value and passes its bytes; zero where there are none.
func took[T any](r *reader, v T, size int) (out T) {
	if r.ok = r.ok && size > 0; r.ok {
		r.rest, out = r.rest[size:], v
	}
	return out
}

package align

import (
	"slices"
	"unicode/utf8"
)

// dictionary numbers grams by their hash, and counts the texts that have
// each. Two grams with one hash of 64 bits would be taken for one; that blurs
// a likeness and no more.
type dictionary struct {
	slots []slot // open addressing, a power of two of them
	// By number of a gram: how many texts of each document have it, the text
	// that had it last, and where in that text.
	count  [2][]int32
	last   []int32
	place  []int32
	texts  int32
	grams  []uint32 // of the text being read
	weight []int32
	words  []uint32
	sides  []int
}

type slot struct {
	hash uint64
	id   uint32 // number from 1; 0 is free
}

// kindShift: while texts are read a weight holds the kind of a gram above
// how often the text has it.
const kindShift = 24

func newDictionary() *dictionary { return &dictionary{slots: make([]slot, 1<<10)} }

// number gives the number of a gram.
func (d *dictionary) number(hash uint64) uint32 {
	mask := uint64(len(d.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		switch s := &d.slots[i]; {
		case s.id == 0:
			d.count[0], d.count[1] = append(d.count[0], 0), append(d.count[1], 0)
			d.last, d.place = append(d.last, 0), append(d.place, 0)
			s.hash, s.id = hash, uint32(len(d.last))
			id := s.id - 1
			if len(d.last)*2 > len(d.slots) {
				d.grow()
			}
			return id
		case s.hash == hash:
			return s.id - 1
		}
	}
}

func (d *dictionary) grow() {
	old := d.slots
	d.slots = make([]slot, 2*len(old))
	mask := uint64(len(d.slots) - 1)
	for _, s := range old {
		if s.id == 0 {
			continue
		}
		i := s.hash & mask
		for d.slots[i].id != 0 {
			i = (i + 1) & mask
		}
		d.slots[i] = s
	}
}

// read collects the grams of a text, each once. It counts for the documents
// that have the text.
func (d *dictionary) read(t folded, documents ...int) vector {
	d.texts++
	d.grams, d.weight, d.words, d.sides = d.grams[:0], d.weight[:0], d.words[:0], documents
	grams(t.title, d.add)
	grams(t.title, func(h uint64, k kind) {
		if k == kindWord || k == kindTwo {
			d.add(mix(h, kindTitle), kindTitle)
		}
	})
	grams(beginning(t.body), d.add)
	return vector{grams: d.grams, weight: d.weight, words: d.words}
}

// maxBody is how many bytes of a text, folded, count for its likeness to
// others; a longer one is known by its beginning.
const maxBody = 400_000

func beginning(s string) string {
	if len(s) <= maxBody {
		return s
	}
	for n := maxBody; n > 0; n-- {
		if utf8.RuneStart(s[n]) {
			return s[:n]
		}
	}
	return ""
}

func (d *dictionary) add(hash uint64, k kind) {
	id := d.number(hash)
	if d.last[id] != d.texts {
		d.last[id], d.place[id] = d.texts, int32(len(d.grams))
		for _, side := range d.sides {
			d.count[side][id]++
		}
		if k == kindWord {
			d.words = append(d.words, uint32(len(d.grams)))
		}
		d.grams, d.weight = append(d.grams, id), append(d.weight, int32(k)<<kindShift)
	}
	if w := &d.weight[d.place[id]]; *w&(1<<kindShift-1) < 1<<kindShift-1 {
		*w++
	}
}

// common is how many texts have each gram, in the document where more do.
func (d *dictionary) common() []int32 {
	out := d.count[0]
	for id, n := range d.count[1] {
		out[id] = max(out[id], n)
	}
	return out
}

// clone keeps a vector that the dictionary will write over.
func (v vector) clone() vector {
	return vector{grams: slices.Clone(v.grams), weight: slices.Clone(v.weight), words: slices.Clone(v.words)}
}

// onlyWords is a vector without what is no word.
func (v vector) onlyWords() vector {
	n := len(v.words)
	out := vector{grams: make([]uint32, n), weight: make([]int32, n), words: make([]uint32, n)}
	for k, j := range v.words {
		out.grams[k], out.weight[k], out.words[k] = v.grams[j], v.weight[j], uint32(k)
	}
	return out
}

package align

import (
	"cmp"
	"math"
	"slices"
)

// space holds the texts of both documents as weighted grams. Weights are
// whole numbers, so that no sum depends on its order and a likeness is the
// same to the last bit whichever document comes first.
type space struct {
	texts    [2][]vector
	around   [2][]vector // by text: the words of its neighbours, made when needed
	postings [2]postings
	df       []int32 // by gram: texts that have it, in the document where more do
	load     []int32 // by gram: a weight, while two texts are compared; else 0
	total    []int64 // by text: a sum, while near runs; else 0
	hits     []hit   // room for near
}

// vector is a text as grams, each once.
type vector struct {
	grams  []uint32
	weight []int32
	words  []uint32 // places in grams of those that are words
	square int64    // sum of squared weights
}

const (
	weightScale  = 32   // makes whole numbers of weights
	contextScale = 4096 // and of shares of a text of length 1
)

// share is how much a kind of gram counts.
func (k kind) share() float64 {
	if k == kindThree {
		return 0.5
	}
	return 1
}

// newSpace reads both documents. Texts with the same words have one vector;
// where they are settled it holds their words alone, which their neighbours
// need, and no search finds them.
func newSpace(texts [2][]folded, twin [2][]int, settled bool) *space {
	s := &space{}
	d := newDictionary()
	for side := range texts {
		s.texts[side] = make([]vector, len(texts[side]))
		s.around[side] = make([]vector, len(texts[side]))
		for i, t := range texts[side] {
			switch {
			case twin[side][i] < 0:
				s.texts[side][i] = d.read(t, side).clone()
			case side == 1:
			case settled:
				s.texts[side][i] = d.read(t, 0, 1).onlyWords()
			default:
				s.texts[side][i] = d.read(t, 0, 1).clone()
			}
		}
	}
	s.df = d.common()
	s.weigh(float64(max(len(texts[0]), len(texts[1]))), twin[1])
	for side := range texts {
		s.postings[side] = list(s.texts[side], len(s.df), func(i int) bool { return !settled || twin[side][i] < 0 })
	}
	s.load = make([]int32, len(s.df))
	s.total = make([]int64, max(len(texts[0]), len(texts[1])))
	return s
}

// weigh turns counts into weights: rare grams count more (TF-IDF). How rare a
// gram is follows from the document where more texts have it, so that a word
// does not lose weight by standing in both.
func (s *space) weigh(texts float64, twin []int) {
	rarity := make([]float64, len(s.df))
	for id, n := range s.df {
		rarity[id] = math.Log(1 + texts/float64(n))
	}
	for side := range s.texts {
		for i := range s.texts[side] {
			v := &s.texts[side][i]
			if side == 1 && twin[i] >= 0 {
				*v = s.texts[0][twin[i]]
				continue
			}
			for j, id := range v.grams {
				k, count := kind(v.weight[j]>>kindShift), v.weight[j]&(1<<kindShift-1)
				w := k.share() * (1 + math.Log(float64(count))) * rarity[id]
				v.weight[j] = max(1, int32(math.Round(weightScale*w)))
				v.square += int64(v.weight[j]) * int64(v.weight[j])
			}
		}
	}
}

// postings are the texts that have each gram, in one array.
type postings struct{ start, text []uint32 }

func (p postings) of(gram uint32) []uint32 { return p.text[p.start[gram]:p.start[gram+1]] }

// list lists the texts that a search may find.
func list(texts []vector, grams int, found func(int) bool) postings {
	p := postings{start: make([]uint32, grams+2)}
	for i, v := range texts {
		if found(i) {
			for _, id := range v.grams {
				p.start[id+2]++
			}
		}
	}
	for i := 2; i < len(p.start); i++ {
		p.start[i] += p.start[i-1]
	}
	p.text = make([]uint32, p.start[grams+1])
	for i, v := range texts {
		if found(i) {
			for _, id := range v.grams {
				p.text[p.start[id+1]] = uint32(i)
				p.start[id+1]++
			}
		}
	}
	p.start = p.start[:grams+1]
	return p
}

// How much a search does: a document of a few hundred texts is searched
// nearly whole, and the work on a document is the same from there to some
// thousands of texts; a search in a larger one does the least.
const (
	allLooks, leastLooks = 600_000, 1000 // texts looked at, with repetition: by all searches, by one
	allKept, leastKept   = 60_000, 24    // texts kept for comparison
)

// near finds texts of the other side that share rare grams with a text, the
// likeliest first. Its cost is bounded whatever the documents hold: the
// rarest grams come first, and the search ends when it has looked at enough.
func (s *space) near(side, i int) []int {
	v := s.texts[side][i]
	other := 1 - side
	order := make([]uint64, len(v.grams)) // how common above, place below
	for j, id := range v.grams {
		order[j] = uint64(s.df[id])<<32 | uint64(j)
	}
	slices.Sort(order)
	hits := s.hits[:0]
	n := len(s.texts[side])
	left, keep := max(leastLooks, allLooks/n), max(leastKept, allKept/n)
	for _, o := range order {
		j := o & (1<<32 - 1)
		texts := s.postings[other].of(v.grams[j])
		if len(texts) > left {
			texts = around(texts, i*len(s.texts[other])/n, left)
		}
		left -= len(texts)
		w := int64(v.weight[j]) * int64(v.weight[j])
		for _, t := range texts {
			if s.total[t] == 0 {
				hits = append(hits, hit{text: int(t)})
			}
			s.total[t] += w
		}
		if left == 0 {
			break
		}
	}
	for k, h := range hits {
		hits[k].score = float64(s.total[h.text]) / math.Sqrt(float64(s.texts[other][h.text].square))
		s.total[h.text] = 0
	}
	s.hits = hits
	return likeliest(hits, keep)
}

// around keeps n of some texts: those before and after a place.
func around(texts []uint32, place, n int) []uint32 {
	at, _ := slices.BinarySearch(texts, uint32(place))
	begin := min(max(0, at-n/2), len(texts)-n)
	return texts[begin : begin+n]
}

// hit is a text that a search found.
type hit struct {
	text  int
	score float64
}

// likeliest gives the texts of the hits that a search keeps, the best first.
func likeliest(hits []hit, keep int) []int {
	before := func(a, b hit) int {
		return cmp.Or(cmp.Compare(b.score, a.score), a.text-b.text)
	}
	top := make([]hit, 0, min(keep, len(hits))+1)
	for _, h := range hits {
		if len(top) == keep && before(h, top[keep-1]) > 0 {
			continue
		}
		at, _ := slices.BinarySearchFunc(top, h, before)
		top = slices.Insert(top, at, h)
		top = top[:min(len(top), keep)]
	}
	out := make([]int, len(top))
	for k, h := range top {
		out[k] = h.text
	}
	return out
}

// cosine is the likeness of two vectors, from 0 to 1.
func (s *space) cosine(a, b vector) float64 {
	if a.square == 0 || b.square == 0 {
		return 0
	}
	for j, id := range a.grams {
		s.load[id] = a.weight[j]
	}
	sum := int64(0)
	for j, id := range b.grams {
		sum += int64(s.load[id]) * int64(b.weight[j])
	}
	for _, id := range a.grams {
		s.load[id] = 0
	}
	return min(1, float64(sum)/math.Sqrt(float64(a.square)*float64(b.square)))
}

// covered is the share of a text, by weight, that stands in another but not
// in a third.
func (s *space) covered(x, by, not vector) float64 {
	if x.square == 0 {
		return 0
	}
	for _, id := range by.grams {
		s.load[id] = 1
	}
	for _, id := range not.grams {
		s.load[id] = 0
	}
	sum := int64(0)
	for j, id := range x.grams {
		if s.load[id] > 0 {
			sum += int64(x.weight[j]) * int64(x.weight[j])
		}
	}
	for _, id := range by.grams {
		s.load[id] = 0
	}
	return float64(sum) / float64(x.square)
}

// reach is how many texts before and after a text are its neighbours.
const reach = 3

// neighbours is the words around a text: of the texts before and after it,
// the nearer the more.
func (s *space) neighbours(side, i int) vector {
	if v := s.around[side][i]; v.grams != nil {
		return v
	}
	var out vector
	for k := max(0, i-reach); k <= min(i+reach, len(s.texts[side])-1); k++ {
		if k == i {
			continue
		}
		v := s.texts[side][k]
		square := int64(0)
		for _, j := range v.words {
			square += int64(v.weight[j]) * int64(v.weight[j])
		}
		share := contextScale / math.Sqrt(float64(square)+1) / math.Abs(float64(k-i))
		for _, j := range v.words {
			id := v.grams[j]
			if s.load[id] == 0 {
				out.grams = append(out.grams, id)
			}
			s.load[id] += max(1, int32(math.Round(share*float64(v.weight[j]))))
		}
	}
	out.weight = make([]int32, len(out.grams))
	for k, id := range out.grams {
		out.weight[k], s.load[id] = s.load[id], 0
		out.square += int64(out.weight[k]) * int64(out.weight[k])
	}
	s.around[side][i] = out
	return out
}

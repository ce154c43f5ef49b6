package align

import (
	"cmp"
	"fmt"
	"slices"

	"plandiff/internal/plan"
)

// Relation tells how points of two versions stand to each other.
type Relation string

const (
	Unchanged  Relation = "unchanged"
	Reworded   Relation = "reworded"
	Renumbered Relation = "renumbered"
	Moved      Relation = "moved" // out of the order of its neighbours
	Split      Relation = "split"
	Joined     Relation = "joined"
	Inserted   Relation = "inserted" // known absent from the first version
	Deleted    Relation = "deleted"  // known absent from the second version
	Unknown    Relation = "unknown"
)

// By tells what a link rests on.
type By string

const (
	Curated By = "curated" // a record says so
	Fields  By = "fields"  // the points share fields
)

// Link joins points of two versions, many to many.
type Link struct {
	From, To []int
	Relation Relation
	Score    float64 // 0 to 1; 1 for a curated link between the two versions
	By       By
	Why      []string // reasons, in words
}

// Candidate is a point of the second version with its likeness to one of the
// first, from 0 to 1.
type Candidate struct {
	Number int
	Score  float64
}

// Alignment is how the points of two versions correspond.
type Alignment struct {
	From, To *plan.Record
	Links    []Link
	// UnmatchedFrom and UnmatchedTo are the points without a link, with what
	// may be said of each: Deleted or Inserted where the other text is known
	// whole, else Unknown.
	UnmatchedFrom, UnmatchedTo map[int]Relation
	Candidates                 map[int][]Candidate // the five best for every point of From
}

// Facts are what align cannot know by itself: whether the clauses of two
// linked points are the same, and whether a point is known to be gone from a
// version. Both may say that they do not know.
type Facts struct {
	// Same compares two linked points by content.
	Same func(from, to int) (same, known bool)
	// Gone reports whether all that a point of one version says is known to
	// be absent from the other.
	Gone func(in *plan.Record, point int, other *plan.Record) bool
}

const (
	composedScore = 0.9 // a curated link by way of a third version
	minShared     = 0.3 // least likeness of points that share fields
	candidates    = 5
)

// Align finds the corresponding points of two records. With the two versions
// exchanged, the links are the same, read from the other side.
func Align(from, to *plan.Record, facts Facts) *Alignment {
	a := &Alignment{From: from, To: to, UnmatchedFrom: map[int]Relation{}, UnmatchedTo: map[int]Relation{}, Candidates: map[int][]Candidate{}}
	pairs := curated(from, to)
	a.candidates()
	a.addShared(pairs)
	a.group(pairs)
	a.relations(facts)
	a.unmatched(facts)
	return a
}

type edge struct{ from, to int }

type reason struct {
	score float64
	by    By
	why   string
}

// curated collects the links that records write down: between the two
// versions, in either direction, or by way of one version that both are
// linked to.
func curated(from, to *plan.Record) map[edge]reason {
	out := map[edge]reason{}
	put := func(e edge, r reason) {
		if old, ok := out[e]; !ok || r.score > old.score {
			out[e] = r
		}
	}
	direct := func(later, earlier *plan.Record, flip bool) bool {
		found := false
		for _, p := range later.Points {
			for _, l := range p.From {
				if l.Version != earlier.ID || p.Number == 0 {
					continue
				}
				for _, q := range l.Points {
					e := edge{q, p.Number}
					if flip {
						e = edge{p.Number, q}
					}
					put(e, reason{1, Curated, "the record of " + later.ID + " links them"})
					found = true
				}
			}
		}
		return found
	}
	forward, backward := direct(to, from, false), direct(from, to, true)
	if forward || backward {
		return out
	}
	for _, e := range composed(from, to) {
		put(e.edge, reason{composedScore, Curated, "both are linked to " + e.via})
	}
	return out
}

// viaEdge joins points that are linked to one point of a third version.
type viaEdge struct {
	edge
	via string
}

// composed lists the edges by way of third versions, in the order of the
// records' IDs.
func composed(from, to *plan.Record) []viaEdge {
	type place struct {
		version string
		point   int
	}
	linked := map[place][]int{} // points of from
	each := func(r *plan.Record, visit func(number int, at place)) {
		for _, p := range r.Points {
			for _, l := range p.From {
				for _, n := range l.Points {
					if p.Number > 0 && l.Version != from.ID && l.Version != to.ID {
						visit(p.Number, place{l.Version, n})
					}
				}
			}
		}
	}
	each(from, func(number int, at place) { linked[at] = append(linked[at], number) })
	var out []viaEdge
	each(to, func(number int, at place) {
		for _, p := range linked[at] {
			out = append(out, viaEdge{edge{p, number}, at.version})
		}
	})
	slices.SortStableFunc(out, func(x, y viaEdge) int { return cmp.Compare(x.via, y.via) })
	return out
}

// fieldsOf lists the fields that have a claim at each point.
func fieldsOf(r *plan.Record) map[int][]string {
	out := map[int][]string{}
	for _, fc := range r.Fields {
		for _, c := range fc.Claims {
			if at := out[c.Point]; c.Point > 0 && (len(at) == 0 || at[len(at)-1] != fc.Field) {
				out[c.Point] = append(at, fc.Field)
			}
		}
	}
	return out
}

// candidates scores the points that share a field: the shared ones over all
// of both (Jaccard). Of a document only those fields are known that its words
// are sure to speak of; beside another version they alone count.
func (a *Alignment) candidates() {
	from, to := fieldsOf(a.From), fieldsOf(a.To)
	holds := map[string][]int{} // points of To by field
	for q, fields := range to {
		for _, f := range fields {
			holds[f] = append(holds[f], q)
		}
	}
	for _, p := range a.From.Points {
		if p.Number == 0 {
			continue
		}
		shared := map[int]int{}
		for _, f := range from[p.Number] {
			for _, q := range holds[f] {
				shared[q]++
			}
		}
		list := make([]Candidate, 0, len(shared))
		for q, n := range shared {
			list = append(list, Candidate{q, float64(n) / float64(a.counted(len(from[p.Number]), len(to[q]), n))})
		}
		slices.SortFunc(list, func(x, y Candidate) int {
			return cmp.Or(cmp.Compare(y.Score, x.Score), cmp.Compare(x.Number, y.Number))
		})
		a.Candidates[p.Number] = list[:min(len(list), candidates)]
	}
}

// counted is how many fields two points of so many, of which some are shared,
// are compared by.
func (a *Alignment) counted(from, to, shared int) int {
	switch one := a.documentAlone(); one {
	case nil:
		return from + to - shared
	case a.From:
		return from
	default:
		return to
	}
}

// documentAlone is the version that is a document as it was read, where the
// other is none; else nil.
func (a *Alignment) documentAlone() *plan.Record {
	switch {
	case a.From.Wording != "" && a.To.Wording == "":
		return a.From
	case a.To.Wording != "" && a.From.Wording == "":
		return a.To
	}
	return nil
}

// addShared links points without a curated link that are each other's best by
// shared fields. A curated link always wins.
func (a *Alignment) addShared(pairs map[edge]reason) {
	linkedFrom, linkedTo := map[int]bool{}, map[int]bool{}
	for e := range pairs {
		linkedFrom[e.from], linkedTo[e.to] = true, true
	}
	best := map[int]Candidate{} // by point of To
	for p, list := range a.Candidates {
		for _, c := range list {
			b, ok := best[c.Number]
			if !ok || c.Score > b.Score || c.Score == b.Score && p < b.Number {
				best[c.Number] = Candidate{p, c.Score}
			}
		}
	}
	which := "their fields"
	if one := a.documentAlone(); one != nil {
		which = "the fields read in " + one.ID
	}
	for p, list := range a.Candidates {
		if len(list) == 0 || linkedFrom[p] {
			continue
		}
		c := list[0]
		if c.Score >= minShared && !linkedTo[c.Number] && best[c.Number].Number == p {
			pairs[edge{p, c.Number}] = reason{c.Score, Fields, fmt.Sprintf("%.0f %% of %s are shared", c.Score*100, which)}
		}
	}
}

// group joins pairs that share a point into links, in the order of From.
func (a *Alignment) group(pairs map[edge]reason) {
	edges := make([]edge, 0, len(pairs))
	for e := range pairs {
		edges = append(edges, e)
	}
	slices.SortFunc(edges, func(x, y edge) int {
		return cmp.Or(cmp.Compare(x.from, y.from), cmp.Compare(x.to, y.to))
	})
	for _, g := range connected(edges) {
		a.Links = append(a.Links, newLink(g, pairs))
	}
}

// connected splits sorted edges into groups that share points, in the order
// of their first edges.
func connected(edges []edge) [][]edge {
	root := make([]int, len(edges)) // of each edge, an earlier one of its group or itself
	find := func(i int) int {
		for root[i] != i {
			root[i] = root[root[i]]
			i = root[i]
		}
		return i
	}
	firstFrom, firstTo := map[int]int{}, map[int]int{}
	for i, e := range edges {
		root[i] = i
		for _, first := range []struct {
			at    map[int]int
			point int
		}{{firstFrom, e.from}, {firstTo, e.to}} {
			j, met := first.at[first.point]
			if !met {
				first.at[first.point] = i
				continue
			}
			x, y := find(i), find(j)
			root[max(x, y)] = min(x, y)
		}
	}
	var out [][]edge
	group := map[int]int{} // root -> index in out
	for i, e := range edges {
		g, met := group[find(i)]
		if !met {
			g = len(out)
			group[find(i)] = g
			out = append(out, nil)
		}
		out[g] = append(out[g], e)
	}
	return out
}

func newLink(edges []edge, pairs map[edge]reason) Link {
	l := Link{Score: 1}
	for _, e := range edges {
		r := pairs[e]
		l.From, l.To = append(l.From, e.from), append(l.To, e.to)
		l.Score = min(l.Score, r.score)
		l.By = r.by
		if !slices.Contains(l.Why, r.why) {
			l.Why = append(l.Why, r.why)
		}
	}
	for _, side := range []*[]int{&l.From, &l.To} {
		slices.Sort(*side)
		*side = slices.Compact(*side)
	}
	return l
}

package align

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

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

// Align finds the corresponding points of two records of a library. The
// result does not depend on the order of the records in it; with the two
// versions exchanged, the links are the same, read from the other side.
func Align(lib *plan.Library, from, to *plan.Record, facts Facts) *Alignment {
	a := &Alignment{From: from, To: to, UnmatchedFrom: map[int]Relation{}, UnmatchedTo: map[int]Relation{}, Candidates: map[int][]Candidate{}}
	pairs := curated(lib, from, to)
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
func curated(lib *plan.Library, from, to *plan.Record) map[edge]reason {
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
	for _, via := range lib.Records {
		if via == from || via == to {
			continue
		}
		for _, p := range from.Points {
			for _, q := range to.Points {
				if p.Number > 0 && q.Number > 0 && meet(p, q, via.ID) {
					put(edge{p.Number, q.Number}, reason{composedScore, Curated, "both are linked to " + via.ID})
				}
			}
		}
	}
	return out
}

func meet(p, q plan.Point, via string) bool {
	for _, lp := range p.From {
		for _, lq := range q.From {
			if lp.Version == via && lq.Version == via && slices.ContainsFunc(lp.Points, func(n int) bool { return slices.Contains(lq.Points, n) }) {
				return true
			}
		}
	}
	return false
}

// fieldsOf lists the fields that have a claim at each point.
func fieldsOf(r *plan.Record) map[int][]string {
	out := map[int][]string{}
	for _, fc := range r.Fields {
		for _, c := range fc.Claims {
			if c.Point > 0 && !slices.Contains(out[c.Point], fc.Field) {
				out[c.Point] = append(out[c.Point], fc.Field)
			}
		}
	}
	return out
}

// candidates scores every pair of points by the fields they share: the
// shared ones over all of both (Jaccard).
func (a *Alignment) candidates() {
	ff, ft := fieldsOf(a.From), fieldsOf(a.To)
	for _, p := range a.From.Points {
		if p.Number == 0 {
			continue
		}
		var list []Candidate
		for _, q := range a.To.Points {
			if s := jaccard(ff[p.Number], ft[q.Number]); q.Number > 0 && s > 0 {
				list = append(list, Candidate{q.Number, s})
			}
		}
		slices.SortFunc(list, func(x, y Candidate) int {
			if c := cmp.Compare(y.Score, x.Score); c != 0 {
				return c
			}
			return x.Number - y.Number
		})
		a.Candidates[p.Number] = list[:min(len(list), candidates)]
	}
}

func jaccard(x, y []string) float64 {
	shared := 0
	for _, f := range x {
		if slices.Contains(y, f) {
			shared++
		}
	}
	if shared == 0 {
		return 0
	}
	return float64(shared) / float64(len(x)+len(y)-shared)
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
	for p, list := range a.Candidates {
		if len(list) == 0 || linkedFrom[p] {
			continue
		}
		c := list[0]
		if c.Score >= minShared && !linkedTo[c.Number] && best[c.Number].Number == p {
			pairs[edge{p, c.Number}] = reason{c.Score, Fields, fmt.Sprintf("%.0f %% of their fields are shared", c.Score*100)}
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
		if x.from != y.from {
			return x.from - y.from
		}
		return x.to - y.to
	})
	at := map[string]int{} // point -> index in groups
	var groups [][]edge
	for _, e := range edges {
		f, t := "f"+strconv.Itoa(e.from), "t"+strconv.Itoa(e.to)
		i, hasF := at[f]
		j, hasT := at[t]
		switch {
		case hasF && hasT && i != j:
			for _, moved := range groups[j] {
				at["f"+strconv.Itoa(moved.from)], at["t"+strconv.Itoa(moved.to)] = i, i
			}
			groups[i] = append(groups[i], groups[j]...)
			groups[j] = nil
		case hasT:
			i = j
		case !hasF:
			i = len(groups)
			groups = append(groups, nil)
		}
		at[f], at[t] = i, i
		groups[i] = append(groups[i], e)
	}
	for _, g := range groups {
		if g != nil {
			a.Links = append(a.Links, newLink(g, pairs))
		}
	}
	slices.SortFunc(a.Links, func(x, y Link) int { return x.From[0] - y.From[0] })
}

func newLink(edges []edge, pairs map[edge]reason) Link {
	l := Link{Score: 1}
	for _, e := range edges {
		r := pairs[e]
		if !slices.Contains(l.From, e.from) {
			l.From = append(l.From, e.from)
		}
		if !slices.Contains(l.To, e.to) {
			l.To = append(l.To, e.to)
		}
		l.Score = min(l.Score, r.score)
		l.By = r.by
		if !slices.Contains(l.Why, r.why) {
			l.Why = append(l.Why, r.why)
		}
	}
	slices.Sort(l.From)
	slices.Sort(l.To)
	return l
}

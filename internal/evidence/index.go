package evidence

import (
	"slices"

	"plandiff/internal/plan"
)

// Index finds what a record says of a field or a point without walking
// through all of it.
type Index struct {
	record *plan.Record
	claims map[string][]plan.Claim // by field
	points map[int]*plan.Point
	homes  map[string][]int    // by field or prefix: points that cover it
	labels map[string][]string // by field or prefix: labels of points that cover it
	read   map[int][]string    // by point: sources that have it whole
	whole  bool                // every numbered point is read
}

// Of is the index of a record of the view.
func (v *View) Of(r *plan.Record) *Index {
	if x := v.indexes[r]; x != nil {
		return x
	}
	x := &Index{record: r, claims: make(map[string][]plan.Claim, len(r.Fields)), points: map[int]*plan.Point{}, homes: map[string][]int{}, labels: map[string][]string{}, read: map[int][]string{}}
	for _, fc := range r.Fields {
		x.claims[fc.Field] = fc.Claims
	}
	for i := range r.Points {
		p := &r.Points[i]
		if p.Number == 0 {
			for _, cover := range p.Covers {
				if p.Label != "" {
					x.labels[cover] = append(x.labels[cover], p.Label)
				}
			}
			continue
		}
		x.points[p.Number] = p
		for _, cover := range p.Covers {
			x.homes[cover] = append(x.homes[cover], p.Number)
		}
	}
	for _, c := range r.Complete {
		for _, p := range c.Points {
			x.read[p] = append(x.read[p], c.Source)
		}
	}
	n := 0
	for p := range x.read {
		if p >= 1 && p <= r.PointCount {
			n++
		}
	}
	x.whole = r.PointCount > 0 && n == r.PointCount
	v.indexes[r] = x
	return x
}

// Claims are the claims about a field; nil if there are none.
func (x *Index) Claims(field string) []plan.Claim { return x.claims[field] }

// Point finds a numbered point; nil if there is none.
func (x *Index) Point(number int) *plan.Point { return x.points[number] }

// Homes lists the numbers of the points where a field is at home. A cover by
// field ID outranks a cover by prefix.
func (x *Index) Homes(field string) []int {
	if homes := x.homes[field]; homes != nil {
		return homes
	}
	return x.homes[plan.Prefix(field)]
}

// Readers are the sources that have a point whole; nil if none has.
func (x *Index) Readers(point int) []string { return x.read[point] }

// Whole reports whether every numbered point has been read.
func (x *Index) Whole() bool { return x.whole }

// TopicPoints lists the points that are about a topic: they cover one of its
// fields, or a claim about one stands there.
func (x *Index) TopicPoints(t *plan.Topic) (numbers []int, labels []string) {
	var out []int
	seen := map[string]bool{}
	label := func(s string) {
		if s != "" && !seen[s] {
			seen[s] = true
			labels = append(labels, s)
		}
	}
	for i := range t.Fields {
		f := &t.Fields[i]
		out = append(out, x.homes[f.ID]...)
		out = append(out, x.homes[f.Prefix()]...)
		for _, s := range x.labels[f.ID] {
			label(s)
		}
		for _, s := range x.labels[f.Prefix()] {
			label(s)
		}
		claims := x.claims[f.ID]
		for j := range claims {
			if p := claims[j].Point; p > 0 {
				out = append(out, p)
			}
			label(claims[j].Label)
		}
	}
	slices.Sort(out)
	return slices.Compact(out), labels
}

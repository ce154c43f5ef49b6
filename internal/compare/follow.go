package compare

import (
	"fmt"
	"slices"

	"plandiff/internal/align"
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
)

// Align says which points of two versions correspond, with the evidence that
// is admitted deciding what is the same and what is gone.
func Align(v *evidence.View, from, to string) (*align.Alignment, error) {
	a, b := v.Record(from), v.Record(to)
	if a == nil || b == nil {
		return nil, fmt.Errorf("aligning versions: there is no %s or no %s", from, to)
	}
	return newAligner(v).align(a, b), nil
}

// aligner compares the points of records, each field once.
type aligner struct {
	view     *evidence.View
	fields   map[string]place
	readings map[*plan.Record]map[string]Reading
	at       map[*plan.Record]map[int][]string // fields with a claim at a point, in vocabulary order
}

// place is where a field stands in the vocabulary.
type place struct {
	topic *plan.Topic
	field *plan.Field
	order int
}

func newAligner(v *evidence.View) *aligner {
	x := &aligner{view: v, fields: map[string]place{}, readings: map[*plan.Record]map[string]Reading{}, at: map[*plan.Record]map[int][]string{}}
	for topic, field := range v.Fields() {
		x.fields[field.ID] = place{topic, field, len(x.fields)}
	}
	return x
}

func (x *aligner) align(a, b *plan.Record) *align.Alignment {
	return align.Align(a, b, align.Facts{
		Same: func(from, to int) (bool, bool) { return x.samePoints(a, from, b, to) },
		Gone: x.gonePoint,
	})
}

func (x *aligner) reading(r *plan.Record, field string) Reading {
	if x.readings[r] == nil {
		x.readings[r] = map[string]Reading{}
	}
	out, ok := x.readings[r][field]
	if !ok {
		p := x.fields[field]
		out = Derive(x.view, r, p.topic, p.field)
		x.readings[r][field] = out
	}
	return out
}

// fieldsAt are the fields with a claim at a point.
func (x *aligner) fieldsAt(r *plan.Record, point int) []string {
	if x.at[r] == nil {
		at := map[int][]string{}
		for _, fc := range r.Fields {
			for i := range fc.Claims {
				p := fc.Claims[i].Point
				if n := len(at[p]); n == 0 || at[p][n-1] != fc.Field {
					at[p] = append(at[p], fc.Field)
				}
			}
		}
		x.at[r] = at
	}
	return x.at[r][point]
}

// samePoints compares two points by their fields. It is known that they
// differ if any field does, and that they do not if every one is the same.
func (x *aligner) samePoints(a *plan.Record, from int, b *plan.Record, to int) (same, known bool) {
	same, known = true, true
	n := 0
	seen := map[string]bool{}
	for _, field := range slices.Concat(x.fieldsAt(a, from), x.fieldsAt(b, to)) {
		if seen[field] {
			continue
		}
		seen[field] = true
		n++
		d := pair(x.view, x.fields[field].field, side{a, x.reading(a, field)}, side{b, x.reading(b, field)})
		switch {
		case d.Kind == Same:
		case d.Kind == Unknown:
			known = false
		default:
			same = false
		}
	}
	return same, n > 0 && (known || !same)
}

// gonePoint reports whether every field of a point is known to be absent from
// another version.
func (x *aligner) gonePoint(in *plan.Record, point int, other *plan.Record) bool {
	fields := x.fieldsAt(in, point)
	for _, field := range fields {
		if !gone(x.reading(other, field).State) {
			return false
		}
	}
	return len(fields) > 0
}

// Trail is where a point went in one later version.
type Trail struct {
	Version  *plan.Record
	Link     *align.Link    // nil if no point is linked to it
	Relation align.Relation // of the link, or of the point without one
	Rows     []Row          // the point's fields: the first version, then this one
}

// Followed is where a point went.
type Followed struct {
	View   *evidence.View
	Record *plan.Record
	Point  plan.Point
	Trails []Trail // in time order
	Hidden int
}

// Follow tells where a point went in every later draft that was public, and
// what became of its fields.
func Follow(v *evidence.View, id string, point int) (*Followed, error) {
	r := v.Record(id)
	if r == nil || r.Point(point) == nil {
		return nil, fmt.Errorf("following a point: %s has no point %d", id, point)
	}
	out := &Followed{View: v, Record: r, Point: *r.Point(point), Hidden: v.Hidden()}
	x := newAligner(v)
	fields := slices.Clone(x.fieldsAt(r, point))
	slices.SortFunc(fields, func(a, b string) int { return x.fields[a].order - x.fields[b].order })
	for _, other := range v.Drafts() {
		if other == r || other.Date.Compare(r.Date) < 0 || other.Accompanies == r.ID || !v.Public(other.ID) {
			continue
		}
		a := x.align(r, other)
		t := Trail{Version: other, Relation: a.UnmatchedFrom[point]}
		if i := slices.IndexFunc(a.Links, func(l align.Link) bool { return slices.Contains(l.From, point) }); i >= 0 {
			t.Link, t.Relation = &a.Links[i], a.Links[i].Relation
		}
		for _, f := range fields {
			p := x.fields[f]
			t.Rows = append(t.Rows, row(v, p.topic, p.field, []*plan.Record{r, other}))
		}
		out.Trails = append(out.Trails, t)
	}
	return out, nil
}

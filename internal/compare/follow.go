package compare

import (
	"fmt"
	"slices"

	"plandiff/internal/align"
	"plandiff/internal/plan"
)

// Align says which points of two versions correspond, with the evidence that
// is admitted deciding what is the same and what is gone.
func Align(lib *plan.Library, from, to string, ev Evidence) (*align.Alignment, error) {
	seen, _ := ev.Filter(lib, []string{from, to})
	a, b := seen.Record(from), seen.Record(to)
	if a == nil || b == nil {
		return nil, fmt.Errorf("aligning versions: there is no %s or no %s", from, to)
	}
	return alignRecords(seen, a, b), nil
}

func alignRecords(lib *plan.Library, a, b *plan.Record) *align.Alignment {
	return align.Align(lib, a, b, align.Facts{
		Same: func(from, to int) (bool, bool) { return samePoints(lib, a, from, b, to) },
		Gone: func(in *plan.Record, point int, other *plan.Record) bool { return gonePoint(lib, in, point, other) },
	})
}

// samePoints compares two points by their fields. It is known that they
// differ if any field does, and that they do not if every one is the same.
func samePoints(lib *plan.Library, a *plan.Record, from int, b *plan.Record, to int) (same, known bool) {
	same, known = true, true
	n := 0
	eachField(lib, func(topic *plan.Topic, field *plan.Field) {
		if !claimedAt(a, field.ID, from) && !claimedAt(b, field.ID, to) {
			return
		}
		n++
		switch d := pair(lib, field, side{a.ID, Derive(a, topic, field)}, side{b.ID, Derive(b, topic, field)}); d.Kind {
		case Same:
		case Unknown:
			known = false
		default:
			same = false
		}
	})
	return same, n > 0 && (known || !same)
}

// gonePoint reports whether every field of a point is known to be absent from
// another version.
func gonePoint(lib *plan.Library, in *plan.Record, point int, other *plan.Record) bool {
	n, all := 0, true
	eachField(lib, func(topic *plan.Topic, field *plan.Field) {
		if claimedAt(in, field.ID, point) {
			n++
			all = all && gone(Derive(other, topic, field).State)
		}
	})
	return n > 0 && all
}

func claimedAt(r *plan.Record, field string, point int) bool {
	return slices.ContainsFunc(r.Claims(field), func(c plan.Claim) bool { return c.Point == point })
}

// Trail is where a point went in one later version.
type Trail struct {
	Version  *plan.Record
	Link     *align.Link    // nil if no point is linked to it
	Relation align.Relation // of the link, or of the point without one
	Rows     []Row          // the point's fields: the first version, then this one
}

// Follow tells where a point went in every later draft, and what became of
// its fields; also how many claims the evidence admitted hides.
func Follow(lib *plan.Library, id string, point int, ev Evidence) ([]Trail, int, error) {
	seen, hidden := ev.Filter(lib, nil)
	r := seen.Record(id)
	if r == nil || r.Point(point) == nil {
		return nil, 0, fmt.Errorf("following a point: %s has no point %d", id, point)
	}
	var out []Trail
	for _, v := range seen.Drafts() {
		if v == r || v.Date.Compare(r.Date) < 0 || v.Accompanies == r.ID {
			continue
		}
		a := alignRecords(seen, r, v)
		t := Trail{Version: v, Relation: a.UnmatchedFrom[point]}
		if i := slices.IndexFunc(a.Links, func(l align.Link) bool { return slices.Contains(l.From, point) }); i >= 0 {
			t.Link, t.Relation = &a.Links[i], a.Links[i].Relation
		}
		eachField(seen, func(topic *plan.Topic, field *plan.Field) {
			if claimedAt(r, field.ID, point) {
				t.Rows = append(t.Rows, row(seen, topic, field, []*plan.Record{r, v}))
			}
		})
		out = append(out, t)
	}
	return out, hidden, nil
}

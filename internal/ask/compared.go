package ask

import (
	"fmt"
	"slices"

	"plandiff/internal/plan"
)

// compared are the versions of a comparison: those named; one named one with
// what it was made from; else those that the library compares.
func (r *reading) compared() []*plan.Record {
	r.inDrafts()
	if len(r.Versions) > 6 { // as many as stand side by side
		r.Versions = r.overview()
	}
	if len(r.Versions) > 1 {
		r.inStead()
		return r.Versions
	}
	pair := r.pair()
	if len(r.Versions) == 1 {
		v := r.Versions[0]
		base := pair[0]
		for _, m := range r.bare { // "what have Lieven and the US draft in common?"
			for _, o := range r.positionsOf(m) {
				if !r.party(o) && len(r.chosen) > 0 && r.carries(o, r.chosen[0].field.ID) {
					r.Versions = []*plan.Record{v, o}
					return r.Versions
				}
			}
		}
		if v == base {
			r.Versions = pair
			for _, m := range r.bare { // "what did the Europeans add to it?"
				other := m.records[0]
				if i := slices.IndexFunc(m.records, r.shown); i >= 0 {
					other = m.records[i]
				} else if len(r.Versions) == 2 || !r.has(compareCues...) {
					continue
				}
				if other.Kind == plan.Draft && other != base {
					if len(r.chosen) > 0 && r.holding([]*plan.Record{other}) == nil {
						if o := r.heldBy(other.By, r.chosen[0].field); o != nil {
							other = o
						}
					}
					r.Versions = []*plan.Record{base, other}
				}
			}
			return r.Versions
		}
		if v.Accompanies == "" && v.Kind == plan.Draft && v.Date.Compare(base.Date) < 0 && len(v.Follows) > 0 {
			base = r.x.lib.Record(v.Follows[0])
		}
		r.Assumed = append(r.Assumed, fmt.Sprintf("compared with %s", label(base)))
		r.Versions = []*plan.Record{base, v}
		return r.Versions
	}
	if dated := r.ofDate(); len(dated) > 1 && len(dated) < 4 && len(r.chosen) > 0 {
		r.Versions = dated
		r.why("it gives the date of %s", labels(dated))
		return dated
	}
	if (r.has("each", "every", "all", "across", "over") || r.has(everyCues...)) && !r.has("all three") {
		r.Versions = r.overview()
	} else {
		r.Versions = pair
	}
	r.Assumed = append(r.Assumed, "no versions are named: "+labels(r.Versions)+" are compared")
	return r.Versions
}

// inStead takes, for a position that says nothing of what is asked, another one
// of the same party that does: what it asked for earlier.
func (r *reading) inStead() {
	for i, v := range r.Versions {
		if v.Kind != plan.Position || len(r.chosen) == 0 || !ofText(r.chosen[0]) || r.carries(v, r.chosen[0].field.ID) {
			continue
		}
		for _, o := range r.x.lib.OfKind(plan.Position) {
			if slices.Equal(o.By, v.By) && r.carries(o, r.chosen[0].field.ID) && !slices.Contains(r.Versions, o) {
				r.Versions = slices.Clone(r.Versions)
				r.Versions[i] = o
				r.why("%s says nothing of it, %s of the same party does", v.ID, o.ID)
				break
			}
		}
	}
}

// sameHolder are all positions of one who holds several, by date, where a
// question names but one of them; nil where it names more, or another has none.
func (r *reading) sameHolder() []*plan.Record {
	var of *plan.Record
	switch {
	case r.Named && len(r.Versions) == 1 && r.Versions[0].Kind == plan.Position:
		of = r.Versions[0]
	case r.Named && len(r.named) == 1 && r.named[0].loose && len(r.positionsOf(r.named[0])) > 1:
		of = r.positionsOf(r.named[0])[0]
	case !r.Named && len(r.bare) > 0:
		if who := r.positionsOf(r.bare[0]); len(who) > 1 {
			of = who[0]
		}
	}
	if of == nil || r.party(of) {
		return nil
	}
	i := slices.IndexFunc(of.By, func(by string) bool { return len(of.By) == 1 || r.called(by) != 0 })
	if i < 0 {
		return nil
	}
	who := slices.DeleteFunc(slices.Clone(r.x.lib.OfKind(plan.Position)), func(v *plan.Record) bool {
		return !slices.Contains(v.By, of.By[i]) || len(r.admitted(v).Fields) == 0
	})
	if len(who) < 2 {
		return nil
	}
	slices.SortStableFunc(who, func(a, b *plan.Record) int { return a.Date.Compare(b.Date) })
	return who
}

// alsoCompared are the records of further parties that a comparison names and
// that have no draft that is shown: "the cap: Washington, Europe, Moscow".
func (r *reading) alsoCompared(versions []*plan.Record) []*plan.Record {
	if len(r.chosen) == 0 || !r.Named || len(versions) < 2 {
		return nil
	}
	var out []*plan.Record
	for _, m := range r.bare {
		first, last := place(m.mask)
		joined := r.bareNames != 0 || first > 0 && connectors[r.words[first-1].text] || first > 1 && r.words[first-1].text == "what" && connectors[r.words[first-2].text] || last+1 < len(r.words) && connectors[r.words[last+1].text]
		for _, v := range r.actors([]mention{m}) {
			if joined && len(v.By) == 1 && r.party(v) && r.carries(v, r.chosen[0].field.ID) && !slices.ContainsFunc(versions, func(o *plan.Record) bool { return slices.Equal(o.By, v.By) }) {
				out = append(out, v)
				break
			}
		}
	}
	return out
}

// inDrafts takes, for a party's position beside a draft, the draft that the
// party put forward and that comparisons show, where there is one: "the
// American demands that are gone from the 20 points".
func (r *reading) inDrafts() {
	if !slices.ContainsFunc(r.Versions, func(v *plan.Record) bool { return v.Kind == plan.Draft }) {
		return
	}
	for i, v := range r.Versions {
		if v.Kind != plan.Position || !r.party(v) || len(r.chosen) > 0 && r.carries(v, r.chosen[0].field.ID) {
			continue
		}
		for _, d := range r.overview() {
			if slices.Equal(d.By, v.By) && !slices.Contains(r.Versions, d) {
				r.why("%s is compared as what %s put forward", d.ID, v.ID)
				r.Versions = slices.Clone(r.Versions)
				r.Versions[i] = d
				break
			}
		}
	}
}

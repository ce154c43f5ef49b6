package ask

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/align"
	"plandiff/internal/compare"
	"plandiff/internal/plan"
	"plandiff/internal/wording"
)

// points answers questions about numbered points.
func (r *reading) points() *Answer {
	if r.Intent == WhichPoint {
		return r.whichPoint()
	}
	if !r.Named {
		r.Versions = r.pair()[:1]
		r.Assumed = append(r.Assumed, fmt.Sprintf("point %d is taken as that of %s", r.Point, label(r.Versions[0])))
	}
	r.numberOf()
	if v := r.draftOfBare(); r.Intent == Follow && len(r.Versions) == 1 && v != nil && v.Date.Compare(r.Versions[0].Date) > 0 {
		r.Versions, r.Named = append(slices.Clone(r.Versions), v), true
	}
	if v := r.pointIn(); v != nil && r.has("new", "added") {
		if a := r.traced(v); a != nil {
			return a
		}
	}
	if owner := r.owner(); owner != nil && len(r.Versions) == 2 && owner.Date.Compare(r.Versions[0].Date)+owner.Date.Compare(r.Versions[1].Date) > 0 {
		if a := r.traced(owner); a != nil {
			return a
		}
	}
	if len(r.Versions) > 1 {
		slices.SortStableFunc(r.Versions, func(a, b *plan.Record) int { return a.Date.Compare(b.Date) })
	}
	if a := r.eachPoint(); a != nil {
		return a
	}
	v := r.Versions[0]
	if base := r.pair()[0]; r.Intent == Follow && len(r.Versions) == 1 && v != base && v.Date.Compare(base.Date) >= 0 &&
		!r.has(fmt.Sprintf("point %d of", r.Point), fmt.Sprintf("point %d from", r.Point)) {
		r.Assumed = append(r.Assumed, fmt.Sprintf("point %d is taken as that of %s", r.Point, label(base)))
		r.Versions = []*plan.Record{base, v}
		v = base
	}
	if base := r.pair()[0]; v.Point(r.Point) == nil && len(r.Versions) == 1 && base.Point(r.Point) != nil && r.has("which point", "what point", "point it is", "what number") {
		r.Versions, r.Intent, v = []*plan.Record{base, v}, Follow, base
		r.Assumed = append(r.Assumed, fmt.Sprintf("point %d is taken as that of %s", r.Point, label(base)))
	}
	if v.Point(r.Point) == nil {
		return &Answer{Status: NotReported, Text: fmt.Sprintf("A point %d of %s is %s%s.", r.Point, label(v), silentText, pointCount(v))}
	}
	if r.Intent == Follow {
		if !r.pointKnown(v, r.Point) {
			return r.pointText(v) // which clause it is, nobody admitted has said
		}
		return r.follow(v)
	}
	a := r.pointText(v)
	first := r.Point
	for _, n := range r.morePoints() { // "points 5 and 10"
		r.Point = n
		if v.Point(n) != nil {
			b := r.pointText(v)
			a.Text, a.Findings = a.Text+" "+b.Text, append(a.Findings, b.Findings...)
			if b.Status != a.Status {
				a.Status = Partly
			}
		}
	}
	r.Point = first
	return a
}

// pointKnown reports whether the evidence admitted tells of a point: it was
// read whole, or a claim gives its number.
func (r *reading) pointKnown(v *plan.Record, number int) bool {
	seen := r.admitted(v)
	if r.ev.IsZero() || compare.PointRead(seen, number) {
		return true
	}
	found := false
	r.each(v, func(f Finding) {
		found = found || slices.ContainsFunc(f.Claims, func(c *plan.Claim) bool {
			return c.Point == number && strings.HasPrefix(c.At, "point")
		})
	})
	return found
}

// pointIn takes the version in which the point with the number is about what
// the question says it is about: "is point 10 on trade new?".
func (r *reading) pointIn() *plan.Record {
	if r.Named && r.bareNames == 0 || len(r.chosen) == 0 || !ofText(r.chosen[0]) || r.chosen[0].strong|r.chosen[0].whole == 0 {
		return nil
	}
	holds := func(v *plan.Record) bool {
		return slices.ContainsFunc(r.admitted(v).Claims(r.chosen[0].field.ID), func(c plan.Claim) bool { return c.Point == r.Point })
	}
	if slices.ContainsFunc(r.Versions, holds) {
		return nil
	}
	of := slices.DeleteFunc(slices.Clone(r.overview()), func(v *plan.Record) bool { return !holds(v) })
	if len(of) != 1 {
		return nil
	}
	r.why("point %d is about that in %s", r.Point, of[0].ID)
	switch base := r.pair()[0]; {
	case r.Intent == Follow && len(r.Versions) == 1 && r.Versions[0] == base || r.has("new"):
		if a := r.Versions; len(a) == 0 || a[0] != base {
			r.Versions = []*plan.Record{base}
		}
		r.Versions = append(slices.Clone(r.Versions[:1]), of[0])
	default:
		r.Versions = of
	}
	r.Named = true
	return of[0]
}

// owner is the version whose name stands nearest after the point; nil if the
// question names none.
func (r *reading) owner() *plan.Record {
	i := slices.IndexFunc(r.words, func(t token) bool { return t.isNum && int(t.number) == r.Point })
	var best *plan.Record
	near := len(r.words)
	for k, m := range r.named {
		if first, _ := place(m.mask); i >= 0 && first > i && first < near && k < len(r.Versions) {
			best, near = r.Versions[k], first
		}
	}
	return best
}

// numberOf reads "into which of your points was the American point 12 split?":
// the point is that of the version whose name stands right before it.
func (r *reading) numberOf() {
	i := slices.IndexFunc(r.words, func(t token) bool { return t.isNum && int(t.number) == r.Point })
	if i < 2 || r.words[i-1].text != "point" || len(r.Versions) != 1 {
		return
	}
	for _, m := range r.bare {
		if v := m.records[0]; m.mask&(1<<(i-2)) != 0 && v.Kind == plan.Draft && r.shown(v) && v != r.Versions[0] {
			r.Versions, r.Named, r.Intent = []*plan.Record{v, r.Versions[0]}, true, Follow
			return
		}
	}
}

// traced tells which point of an earlier version a point of a later one comes
// from.
func (r *reading) traced(v *plan.Record) *Answer {
	i := slices.IndexFunc(r.Versions, func(o *plan.Record) bool { return o.ID != v.ID })
	if i < 0 || v.Point(r.Point) == nil {
		return nil
	}
	base := r.Versions[i]
	al, err := compare.Align(r.seen, base.ID, v.ID)
	if err != nil {
		return nil
	}
	p := v.Point(r.Point)
	a := &Answer{Status: NotReported}
	for _, l := range al.Links {
		if slices.Contains(l.To, r.Point) {
			a.Status = Answered
			a.Text = fmt.Sprintf("Point %d of %s, %s, corresponds to %s of %s (%s).", r.Point, label(v), p.Title, pointsText(l.From), label(base), relationText(l.Relation))
		}
	}
	if a.Text == "" {
		a.Text = fmt.Sprintf("Point %d of %s, %s, has no corresponding point in %s that is known.", r.Point, label(v), p.Title, label(base))
	}
	r.each(v, func(f Finding) {
		if slices.ContainsFunc(f.Claims, func(c *plan.Claim) bool { return c.Point == r.Point }) {
			a.Findings = append(a.Findings, f)
		}
	})
	return a
}

func pointCount(v *plan.Record) string {
	if v.PointCount == 0 {
		return "; its number of points is not known"
	}
	return fmt.Sprintf("; it has %d points", v.PointCount)
}

// ofPoint are the findings with a claim about the numbered point.
func (r *reading) ofPoint() []Finding {
	if !r.Named {
		r.Versions = r.pair()[:1]
	}
	var out []Finding
	r.each(r.Versions[0], func(f Finding) {
		if f.Topic.About == plan.AboutText && slices.ContainsFunc(f.Claims, func(c *plan.Claim) bool { return c.Point == r.Point }) {
			out = append(out, f)
		}
	})
	return out
}

// pointText tells what a numbered point holds.
func (r *reading) pointText(v *plan.Record) *Answer {
	p := v.Point(r.Point)
	a := &Answer{}
	if r.pointKnown(v, r.Point) {
		a.Findings = r.ofPoint()
	}
	var parts []string
	for _, f := range a.Findings {
		parts = append(parts, f.Field.Title+": "+r.said(f))
	}
	switch {
	case p.Unread:
		a.Text = fmt.Sprintf("Point %d of %s has been read by nobody here: what it says is %s.", r.Point, label(v), silentText)
		a.Status = NotReported
	case len(parts) == 0:
		a.Text = fmt.Sprintf("What point %d of %s says is %s.", r.Point, label(v), silentText)
		if p.Title != "" && r.ev.IsZero() {
			a.Text = strings.TrimSuffix(a.Text, ".") + fmt.Sprintf("; it is titled %q.", p.Title)
		}
		a.Status = NotReported
	default:
		a.Text = fmt.Sprintf("Point %d of %s, %s: %s.", r.Point, label(v), p.Title, few(parts, 6))
		a.Text += r.details(byField(a.Findings), a.Text)
		a.Status = Answered
	}
	return a
}

// follow tells where a point went in the versions named after the first, or
// in every later one.
func (r *reading) follow(v *plan.Record) *Answer {
	followed, err := compare.Follow(r.seen, v.ID, r.Point)
	if err != nil {
		return nil
	}
	p := v.Point(r.Point)
	a := &Answer{Status: Answered}
	var lines, unlinked []string
	known := 0
	for _, t := range followed.Trails {
		if len(r.Versions) > 1 && !slices.ContainsFunc(r.Versions[1:], func(x *plan.Record) bool { return x.ID == t.Version.ID }) ||
			len(r.Versions) == 1 && !slices.ContainsFunc(r.overview(), func(x *plan.Record) bool { return x.ID == t.Version.ID }) {
			continue
		}
		if t.Link == nil {
			told := 0
			for _, row := range t.Rows {
				if row.Cells[1].State != plan.Lacuna {
					told++
				}
			}
			known += told
			unlinked = append(unlinked, t.Version.ID)
		} else if !slices.ContainsFunc(t.Link.To, func(n int) bool { return r.pointKnown(t.Version, n) }) {
			unlinked = append(unlinked, t.Version.ID)
		} else {
			known++
			lines = append(lines, fmt.Sprintf("%s of %s (%s)", pointsText(t.Link.To), label(t.Version), relationText(t.Relation)))
		}
		for _, row := range t.Rows {
			if row.Cells[1].State != plan.Lacuna {
				a.Findings = append(a.Findings, rowFindings(row)...)
			}
		}
	}
	a.Text = fmt.Sprintf("Point %d of %s, %s, ", r.Point, label(v), p.Title)
	if lines == nil {
		a.Text += "has no corresponding point that is known"
	} else {
		a.Text += "corresponds to " + and(lines)
	}
	if unlinked != nil && lines != nil {
		a.Text += "; in " + and(unlinked) + " no corresponding point is known"
	}
	a.Text += "."
	if parts := r.followed(a.Findings); parts != "" {
		a.Text += " Of its fields: " + parts + "."
	}
	for _, t := range followed.Trails {
		if t.Link != nil && len(t.Link.To) == 1 && len(r.Versions) == 2 && t.Version.ID == r.Versions[1].ID {
			r.pointHolds(a, t.Version, t.Link.To[0])
		}
	}
	if known == 0 {
		a.Status = NotReported
		a.Text += " Where it went is " + silentText + "."
		r.each(v, func(f Finding) {
			if slices.ContainsFunc(f.Claims, func(c *plan.Claim) bool { return c.Point == r.Point }) {
				f.Nearest = true
				a.Findings = append(a.Findings, f)
			}
		})
	}
	return a
}

// followed words what became of a point's fields, the differing ones first.
func (r *reading) followed(fs []Finding) string {
	var out []string
	for _, f := range fs {
		if f.Kind != "" && f.Kind != compare.Same && f.Kind != compare.Unknown {
			out = append(out, fmt.Sprintf("%s in %s: %s (%s)", f.Field.Title, f.Record.ID, r.said(f), wording.Kind(f.Kind).Word))
		}
	}
	return few(out, 6)
}

func pointsText(points []int) string {
	out := make([]string, len(points))
	for i, p := range points {
		out[i] = fmt.Sprint(p)
	}
	if len(out) == 1 {
		return "point " + out[0]
	}
	return "points " + and(out)
}

func relationText(rel align.Relation) string {
	if rel == align.Unknown {
		return "whether it was reworded is not known"
	}
	return string(rel)
}

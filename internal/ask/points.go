package ask

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/align"
	"plandiff/internal/compare"
	"plandiff/internal/plan"
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

// eachPoint tells a point of each of two versions, where the question gives the
// number with both: "point 14 of one and point 14 of the other".
func (r *reading) eachPoint() *Answer {
	var numbers []int
	for i, t := range r.words {
		if i > 0 && t.isNum && r.words[i-1].text == "point" {
			numbers = append(numbers, int(t.number))
		}
	}
	if len(numbers) != 2 || len(r.Versions) != 2 {
		return nil
	}
	versions, first := r.Versions, r.Point
	defer func() { r.Versions, r.Point = versions, first }()
	var out *Answer
	for i, v := range versions {
		r.Versions, r.Point = []*plan.Record{v}, numbers[i]
		if v.Point(numbers[i]) == nil {
			return nil
		}
		a := r.pointText(v)
		if out == nil {
			out = a
			continue
		}
		out.Text += " " + a.Text
		out.Findings = append(out.Findings, a.Findings...)
		if a.Status != out.Status {
			out.Status = Partly
		}
	}
	return out
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
		found = found || slices.ContainsFunc(f.Claims, func(c *plan.Claim) bool { return c.Point == number })
	})
	return found
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

// traced tells which point of an earlier version a point of a later one comes
// from.
func (r *reading) traced(v *plan.Record) *Answer {
	i := slices.IndexFunc(r.Versions, func(o *plan.Record) bool { return o.ID != v.ID })
	if i < 0 || v.Point(r.Point) == nil {
		return nil
	}
	base := r.Versions[i]
	al, err := compare.Align(r.x.lib, base.ID, v.ID, r.ev)
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

// morePoints are the numbers listed after the first point.
func (r *reading) morePoints() []int {
	var out []int
	i := slices.IndexFunc(r.words, func(t token) bool { return t.isNum && int(t.number) == r.Point })
	for i++; i > 0 && i < len(r.words) && len(out) < 5; i++ {
		t := r.words[i]
		switch {
		case t.isNum && t.number == float64(int(t.number)) && r.taken&(1<<i) == 0:
			out = append(out, int(t.number))
		case t.text != "and" && t.text != "or" && t.text != "point" && t.text != "points":
			return out
		}
	}
	return out
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
	a := &Answer{Findings: r.ofPoint()}
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
	trails, _, err := compare.Follow(r.x.lib, v.ID, r.Point, r.ev)
	if err != nil {
		return nil
	}
	p := v.Point(r.Point)
	a := &Answer{Status: Answered}
	var lines, unlinked []string
	known := 0
	for _, t := range trails {
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
	for _, t := range trails {
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
			out = append(out, fmt.Sprintf("%s in %s: %s (%s)", f.Field.Title, f.Record.ID, r.said(f), compare.KindWords(f.Kind)))
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

// whichPoint tells in which points of each version a subject stands.
func (r *reading) whichPoint() *Answer {
	if text := slices.DeleteFunc(slices.Clone(r.chosen), func(s scored) bool { return s.topic.About != plan.AboutText }); len(text) > 0 {
		r.chosen = text
	}
	versions := r.Versions
	if !r.Named {
		versions = slices.DeleteFunc(r.overview(), func(v *plan.Record) bool { return v.Points == nil })
	}
	r.Versions = versions
	a := &Answer{}
	var lines, silent []string
	for _, v := range versions {
		var points []int
		seen := r.admitted(v)
		for _, s := range r.chosen {
			f := r.finding(v, s.topic, s.field)
			home := false
			for _, c := range f.Claims {
				if c.Point > 0 && !slices.Contains(points, c.Point) {
					points = append(points, c.Point)
				}
				home = home || c.Point > 0
			}
			if home {
				a.Findings = append(a.Findings, f)
			}
		}
		if len(points) == 0 {
			for _, s := range r.chosen[:1] {
				points = seen.Homes(s.field.ID)
			}
		}
		slices.Sort(points)
		if points = slices.Compact(points); len(points) > 0 {
			title := ""
			if p := v.Point(points[0]); p != nil && len(points) == 1 && p.Title != "" {
				title = ", " + p.Title
			}
			lines = append(lines, fmt.Sprintf("%s in %s%s", pointsText(points), label(v), title))
		} else {
			silent = append(silent, label(v))
		}
	}
	title := r.chosen[0].field.Title
	if len(r.chosen) > 1 {
		title = r.chosen[0].topic.Title
	}
	a.Text = title + ": " + strings.Join(lines, "; ")
	if silent != nil {
		if lines != nil {
			a.Text += "; "
		}
		a.Text += "the point is " + silentText + " for " + and(silent)
	}
	a.Text += "."
	switch {
	case lines == nil:
		a.Status = NotReported
	case silent != nil && r.Named:
		a.Status = Partly
	default:
		a.Status = Answered
	}
	return a
}

// pointNotes tells which whole points are known to be gone or new between the
// first version and each later one.
func (r *reading) pointNotes(versions []*plan.Record) []string {
	var out []string
	for _, v := range versions[1:] {
		al, err := compare.Align(r.x.lib, versions[0].ID, v.ID, r.ev)
		if err != nil || !r.ev.IsZero() {
			continue
		}
		var lost, found []string
		for _, l := range al.Links {
			if l.Relation == align.Deleted {
				lost = append(lost, fmt.Sprint(l.From[0]))
			}
		}
		for _, p := range versions[0].Points {
			if al.UnmatchedFrom[p.Number] == align.Deleted {
				lost = append(lost, fmt.Sprint(p.Number))
			}
		}
		for _, p := range v.Points {
			if al.UnmatchedTo[p.Number] == align.Inserted {
				found = append(found, fmt.Sprintf("%d (%s)", p.Number, p.Title))
			}
		}
		if lost != nil && r.Intent != Added {
			out = append(out, fmt.Sprintf("points of %s that %s is known not to have: %s", versions[0].ID, v.ID, and(lost)))
		}
		if found != nil && r.Intent != Gone {
			out = append(out, fmt.Sprintf("points of %s that are new: %s", v.ID, and(found)))
		}
		if v.Note != "" {
			out = append(out, v.ID+": "+v.Note)
		}
	}
	return out
}

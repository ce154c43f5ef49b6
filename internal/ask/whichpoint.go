package ask

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/align"
	"plandiff/internal/compare"
	"plandiff/internal/plan"
)

// whichPoint tells in which points of each version a subject stands.
func (r *reading) whichPoint() *Answer {
	if text := slices.DeleteFunc(slices.Clone(r.chosen), func(s scored) bool { return s.topic.About != plan.AboutText }); len(text) > 0 {
		r.chosen = text
	}
	r.pointed()
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
		points = slices.DeleteFunc(points, func(n int) bool { return !r.pointKnown(v, n) })
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
		asNearest(a.Findings)
	case silent != nil && r.Named:
		a.Status = Partly
	default:
		a.Status = Answered
	}
	return a
}

// pointed takes, where the versions named have nothing of the fields that were
// read, another field that fits the question and that stands in a point there.
func (r *reading) pointed() {
	stands := func(s scored) bool {
		return ofText(s) && slices.ContainsFunc(r.Versions, func(v *plan.Record) bool {
			return len(r.admitted(v).Homes(s.field.ID)) > 0 || slices.ContainsFunc(r.admitted(v).Claims(s.field.ID), func(c plan.Claim) bool { return c.Point > 0 })
		})
	}
	if !r.Named || len(r.chosen) == 0 || slices.ContainsFunc(r.chosen, stands) {
		return
	}
	for _, s := range r.all {
		if s.score < r.chosen[0].score*0.5 {
			return
		}
		if stands(s) {
			r.take([]scored{s})
			return
		}
	}
}

// pointNotes tells which whole points are known to be gone or new between the
// first version and each later one.
func (r *reading) pointNotes(versions []*plan.Record) []string {
	var out []string
	for _, v := range versions[1:] {
		al, err := compare.Align(r.seen, versions[0].ID, v.ID)
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

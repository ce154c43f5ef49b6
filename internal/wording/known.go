package wording

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
)

// Known says how well a version is known on the evidence that is admitted.
func Known(v *evidence.View, r *plan.Record) string {
	long, _ := known(v, r)
	return long
}

// KnownShort is Known for narrow columns.
func KnownShort(v *evidence.View, r *plan.Record) string {
	_, short := known(v, r)
	return short
}

// InShort is a version in a line: its ID, what it is, its day, and how well it is known.
func InShort(v *evidence.View, r *plan.Record) string {
	return r.ID + ": " + r.Title + ", " + Date(r.Date) + ", " + Known(v, r)
}

func known(v *evidence.View, r *plan.Record) (long, short string) {
	read := fmt.Sprintf("%d of %d points", compare.ReadWhole(r), r.PointCount)
	switch as := compare.KnownAs(r); {
	case !v.Public(r.ID):
		return NotYetPublic(v), "not yet public"
	case as == plan.KnownText && r.Wording != "":
		return "text, " + Count(len(r.Points), "point") + " with their wording", "whole text"
	case as == plan.KnownText && r.PointCount > 0:
		return "text: " + read, read
	case as == plan.KnownOral:
		return "set out orally, no text", "set out orally"
	case as == plan.KnownReported:
		return "no text, reports only", "reports only"
	case as == plan.KnownText:
		long = "text in part"
	case r.Kind == plan.Event:
		long = "an event"
	default:
		long = "a position, not a text"
	}
	if r.Kind == plan.Position {
		return long, "a position"
	}
	return long, long
}

// NotYetPublic is said where nothing was public on the day asked about.
func NotYetPublic(v *evidence.View) string {
	return "not yet public on " + Date(v.Filter.AsOf)
}

// Filter says which filter is on and how many claims it hides; "" if none is.
func Filter(v *evidence.View, hidden int) string {
	f := v.Filter
	if f.IsZero() {
		return ""
	}
	var parts []string
	if f.Sources != nil {
		parts = append(parts, "only "+sourceList(v.Library, f.Sources))
	}
	if f.Bases != nil {
		parts = append(parts, "only the basis "+prose.Join(f.Bases, ", ", Basis))
	}
	if f.AsOf != "" {
		parts = append(parts, "as of "+Date(f.AsOf))
	}
	text := fmt.Sprintf("Evidence: %s; %s hidden.", strings.Join(parts, "; "), Count(hidden, "claim"))
	if len(f.Documents) > 0 {
		text += " Named by you, and so admitted: " + strings.Join(f.Documents, ", ") + "."
	}
	return text
}

// Beside says what was read of a document that stands beside versions.
func Beside(name string, fields, points, rest int) string {
	return fmt.Sprintf("%s: %s of its %s could be read for sure, in %s. The rest is wording, which compares only with versions that keep theirs; a field that was not read may be there in other words.",
		name, Count(fields, "field"), Count(points, "point"), Count(points-rest, "point"))
}

// sourceList names the founding documents together where they are the ones.
func sourceList(lib *plan.Library, ids []string) string {
	var founding []string
	for _, s := range lib.Sources {
		if s.Founding() {
			founding = append(founding, s.ID)
		}
	}
	switch {
	case !slices.Equal(slices.Sorted(slices.Values(ids)), slices.Sorted(slices.Values(founding))):
		return strings.Join(ids, ", ")
	case len(founding) == 1:
		return "the founding document"
	}
	return fmt.Sprintf("the %d founding documents", len(founding))
}

// Step is "+200,000 (+33.3 %)"; "" for none.
func Step(d *plan.Step) string {
	if d == nil {
		return ""
	}
	if d.Absolute.Sign() == 0 {
		return "no change"
	}
	s := signed(d.Absolute)
	switch {
	case d.Unit == "%":
		s += " percentage points"
	case slices.Contains(scales, strings.Split(d.Unit, " ")[0]):
		s += " " + d.Unit
	}
	return s + percent(d)
}

// scales are thousands and more in a unit, without which a step could be misread.
var scales = []string{"thousand", "million", "billion", "trillion"}

// percent is " (+33.3 %)"; "" where there is no step, or the first number is zero.
func percent(d *plan.Step) string {
	if d == nil {
		return ""
	}
	p, ok := d.Percent(1)
	if !ok {
		return ""
	}
	text := signed(p)
	if !strings.Contains(text, ".") {
		text += ".0"
	}
	return " (" + text + " %)"
}

func signed(d plan.Decimal) string {
	if d.Sign() > 0 {
		return "+" + d.String()
	}
	return d.String()
}

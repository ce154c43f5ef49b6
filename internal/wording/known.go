package wording

import (
	"fmt"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
)

// Known says how well a version is known on the evidence that is admitted.
func Known(v *evidence.View, r *plan.Record) string {
	if !v.Public(r.ID) {
		return NotYetPublic(v)
	}
	switch compare.KnownAs(r) {
	case plan.KnownText:
		if r.Wording != "" {
			return "text, " + Count(len(r.Points), "point") + " with their wording"
		}
		if r.PointCount > 0 {
			return fmt.Sprintf("text: %d of %d points", compare.ReadWhole(r), r.PointCount)
		}
		return "text in part"
	case plan.KnownOral:
		return "set out orally, no text"
	case plan.KnownReported:
		return "no text, reports only"
	}
	if r.Kind == plan.Event {
		return "an event"
	}
	return "a position, not a text"
}

// KnownShort is Known for narrow columns.
func KnownShort(v *evidence.View, r *plan.Record) string {
	if !v.Public(r.ID) {
		return "not yet public"
	}
	switch compare.KnownAs(r) {
	case plan.KnownText:
		if r.Wording != "" {
			return "whole text"
		}
		if r.PointCount > 0 {
			return fmt.Sprintf("%d of %d points", compare.ReadWhole(r), r.PointCount)
		}
	case plan.KnownOral:
		return "set out orally"
	case plan.KnownReported:
		return "reports only"
	}
	if r.Kind == plan.Position {
		return "a position"
	}
	return Known(v, r)
}

// NotYetPublic is said of a version of which nothing was public on the day
// asked about.
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
		words := make([]string, len(f.Bases))
		for i, b := range f.Bases {
			words[i] = bases[b]
		}
		parts = append(parts, "only the basis "+strings.Join(words, ", "))
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
	given := map[string]bool{}
	for _, id := range ids {
		given[id] = true
	}
	founding := 0
	for _, s := range lib.Sources {
		if !s.Founding() {
			continue
		}
		if !given[s.ID] {
			return strings.Join(ids, ", ")
		}
		founding++
	}
	switch {
	case founding != len(ids):
		return strings.Join(ids, ", ")
	case founding == 1:
		return "the founding document"
	}
	return fmt.Sprintf("the %d founding documents", founding)
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
	case scaleWord(d.Unit) != "":
		s += " " + d.Unit
	}
	if p := Percent(d); p != "" {
		s += " (" + p + ")"
	}
	return s
}

// Percent is "+33.3 %"; "" where the first number is zero.
func Percent(d *plan.Step) string {
	p, ok := d.Percent(1)
	if !ok {
		return ""
	}
	text := signed(p)
	if !strings.Contains(text, ".") {
		text += ".0"
	}
	return text + " %"
}

func signed(d plan.Decimal) string {
	if d.Sign() > 0 {
		return "+" + d.String()
	}
	return d.String()
}

// scaleWord: the unit has a word for thousands or more in it, without which a
// step could be misread.
func scaleWord(unit string) string {
	first, _, _ := strings.Cut(unit, " ")
	switch first {
	case "thousand", "million", "billion", "trillion":
		return first
	}
	return ""
}

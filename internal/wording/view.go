package wording

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
)

// What is said where there is nothing.
const (
	NothingReported = "Nothing of this is reported."
	NoLaterDraft    = "No later draft is known."
	NoDifferences   = "No differences, as far as the sources show."
	NoFieldDiffers  = "No field differs, as far as the sources show." // and wordings are compared below
	NoCounterpart   = "no sure counterpart"                           // of a point, in a document
	WitnessHasNot   = "the copy read has nothing of this"             // why a source is cited for an absent clause
)

// StepFrom is a step in a history: "+200,000 (+33.3 %) from us-28".
func StepFrom(d *plan.Step, from string) string { return Step(d) + " from " + from }

// NotDeciding is why a claim does not decide; "" where it does or has been told.
func NotDeciding(r compare.Reading, c *plan.Claim) string {
	switch {
	case c.Rank == plan.Deprecated:
		return "not relied on"
	case c.Outline && !r.Decides(c):
		return "not counted"
	}
	return ""
}

// PutForward is ", put forward by Aldmark and Borrin"; "" where nobody knows.
func PutForward(by string) string {
	if by == "" {
		return ""
	}
	return ", put forward by " + by
}

// Origin says where a content first stood.
func Origin(version *plan.Record, o compare.Origin) string {
	if o.First[0].ID == version.ID {
		return "first here, as far as known"
	}
	return "first " + prose.Join(o.First, "; and ", func(r *plan.Record) string {
		there := ""
		if slices.Contains(o.Disputed, r) {
			there = " (disputed there)"
		}
		return "in " + r.ID + ", " + Date(r.Date) + there + PutForward(And(r.By))
	})
}

// OneAccount is said of a content of a version whose sources contradict each other.
func OneAccount(version string, r compare.Reading) string {
	return "in " + version + " it is " + Reading(r)
}

// DifferentIn says what a draft in between has instead.
func DifferentIn(v compare.Variation) string {
	return "different in " + v.Record.ID + ": " + Reading(v.Reading)
}

// NotReportedFor names versions that nothing is reported for.
func NotReportedFor(records []*plan.Record) string {
	return NotReported + " for " + strings.Join(plan.IDs(records), ", ")
}

// Was says what a field was in an earlier version.
func Was(id string, r compare.Reading) string { return id + " has: " + Reading(r) }

// Trail is where a point went.
func Trail(t compare.Trail) string {
	switch {
	case t.Link != nil:
		return PointText(prose.Ranges(t.Link.To)) + ", " + string(t.Relation)
	case t.Relation == "deleted":
		return "gone, every field is known to be absent"
	}
	return "no corresponding point is known"
}

// TrailNote says why points are linked, and what became of the fields.
func TrailNote(t compare.Trail) string {
	count := map[compare.Kind]int{}
	for _, r := range t.Rows {
		count[r.Kind]++
	}
	var parts []string
	for _, k := range compare.Kinds {
		if n := count[k]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, kinds[k].Word))
		}
	}
	note := "of its " + Count(len(t.Rows), "field") + ": " + strings.Join(parts, ", ")
	if len(t.Rows) == 0 {
		note = "no field of it is reported"
	}
	if t.Link != nil {
		note += "; " + strings.Join(t.Link.Why, "; ")
	}
	return note
}

// wentTo tells the points at which one stands in another draft: with their titles,
// where those differ, and as struck where but the number is kept.
func wentTo(t compare.Trail, from *plan.Point) string {
	var parts []string
	for _, n := range t.Link.To {
		part := fmt.Sprint(n)
		switch p := t.Version.Point(n); {
		case p != nil && p.Placeholder:
			return "struck, its number kept,"
		case p != nil && p.Title != "" && !strings.EqualFold(p.Title, from.Title):
			part += ", “" + p.Title + "”,"
		}
		parts = append(parts, part)
	}
	return "point " + And(parts)
}

// Trails tells where a point stands in other drafts: of those that are named one by one
// also that it is not reported, of all others how many.
func Trails(trails []compare.Trail, from *plan.Point, named bool) []string {
	var parts []string
	silent := 0
	for _, t := range trails {
		part := string(t.Relation)
		switch unknown := part == "unknown" || part == ""; {
		case t.Link != nil:
			part = wentTo(t, from)
		case unknown && !named:
			silent++
			continue
		case unknown:
			part = NotReported
		}
		parts = append(parts, part+" in "+Say(t.Version))
	}
	if silent > 0 {
		parts = append(parts, "not reported for "+Count(silent, "other draft"))
	}
	return parts
}

package wording

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"plandiff/internal/pick"
	"plandiff/internal/plan"
)

// Some names a few of many, as they fit: "A, B and 3 more".
func Some(parts []string, room int) string {
	return some(parts, room, func(shown []string, more int) string {
		if more > 0 {
			shown = append(shown[:len(shown):len(shown)], fmt.Sprintf("%d more", more))
		}
		return And(shown)
	})
}

// Several are those of some parts, which may have commas, that there is room for, from the
// first on: "A; B; and 3 more".
func Several(parts []string, room int) string {
	return some(parts, room, func(shown []string, more int) string {
		text := strings.Join(shown, "; ")
		if more > 0 {
			text += fmt.Sprintf("; and %d more", more)
		}
		return text
	})
}

// SeveralOf are those of some parts that there is room for, in any place of the list, each of so
// many things, and how many things are left out: "A; C; and 3 more".
func SeveralOf(parts []string, of []int, room int) string {
	const rest = 12 // characters of "; and 3 more"
	text, left := fitting(parts, room-rest)
	more := 0
	for _, i := range left {
		more += of[i]
	}
	if more > 0 {
		text += fmt.Sprintf("; and %d more", more)
	}
	return text
}

// some joins as many of some parts as there is room for, one in any case.
func some(parts []string, room int, join func(shown []string, more int) string) string {
	for n := len(parts); n > 0; n-- {
		if text := join(parts[:n], len(parts)-n); utf8.RuneCountInString(text) <= room || n == 1 {
			return text
		}
	}
	return ""
}

// Fitting are those of some parts that there is room for together, the first in any
// case: "A; B; D". Parts that were cut stand back for whole ones.
func Fitting(parts []string, room int) string {
	text, _ := fitting(pick.Preferred(parts, func(part string) bool { return !strings.Contains(part, ellipsis) }), room)
	return text
}

// fitting joins the first of some parts, and those of the others that there is room for; it
// tells which are left out.
func fitting(parts []string, room int) (text string, left []int) {
	for i, part := range parts {
		if longer := strings.TrimPrefix(text+"; "+part, "; "); text == "" || utf8.RuneCountInString(longer) <= room {
			text = longer
		} else {
			left = append(left, i)
		}
	}
	return text, left
}

// Together puts the titles of items of one content before it: "A and B: the same", "C: other"; of
// is how many are together in each.
func Together(items []string) (said []string, of []int) {
	var heads [][]string
	for _, item := range items {
		title, text, _ := strings.Cut(item, ": ")
		k := slices.Index(said, text)
		if k < 0 || text == "" {
			k, heads, said = len(said), append(heads, nil), append(said, text)
		}
		heads[k] = append(heads[k], title)
	}
	for k, text := range said {
		said[k], of = strings.TrimSuffix(And(heads[k])+": "+text, ": "), append(of, len(heads[k]))
	}
	return said, of
}

// Period says from when to when: "From 1 Jan 2026 to 30 Mar 2026", "In Jan 2026", "On 6 Jan
// 2026", "Since 1 Jan 2026"; of what is told of the last of it, where it has no beginning.
func Period(from, to plan.Date) string {
	switch {
	case from == "":
		return ""
	case from == plan.Earliest && to == plan.Latest:
		return "The latest on record"
	case from == plan.Earliest:
		return "The last known by " + Date(to)
	case to == plan.Latest:
		return "Since " + Date(from)
	case from == to:
		return "On " + Date(from)
	}
	first, last := whole(from, to)
	if first == last {
		return "In " + Date(first)
	}
	return "From " + Date(first) + " to " + Date(last)
}

// whole are the ends of a span as the months or the year that it is all of.
func whole(from, to plan.Date) (first, last plan.Date) {
	const year, month = len("2006"), len("2006-01")
	if len(from) <= month || len(to) <= month {
		return from, to
	}
	switch first, last = from[:year], to[:year]; {
	case first == last && first.First() == string(from) && last.Last() == string(to):
		return first, last
	case from[:month].First() == string(from) && to[:month].Last() == string(to):
		return from[:month], to[:month]
	}
	return from, to
}

// Days are the days of a list in the order of time, within a period that is named beside
// them: a year only where it is another than that before, or than that of the period.
func Days(days []plan.Date, from, to plan.Date) []string {
	year := from.First()[:min(len("2006"), len(from.First()))]
	if !strings.HasPrefix(to.Last(), year) {
		year = ""
	}
	var out []string
	for _, d := range days {
		text := Date(d)
		if own := d.First()[:min(len("2006"), len(d.First()))]; own != year {
			year = own
		} else if own != "" && own == d.Last()[:len(own)] {
			text = strings.TrimSuffix(strings.ReplaceAll(text, " "+own, ""), " "+own)
		}
		out = append(out, text)
	}
	return out
}

// PointOf tells where a draft has a clause, with the heading of that point where it is not
// the clause's own title; or, in a state in which it is gone, where another now stands.
func PointOf(v *plan.Record, place, title string, gone plan.State) string {
	number := 0
	fmt.Sscanf(place, "%d", &number)
	heading := ""
	if p := v.Point(number); p != nil && p.Title != "" && !strings.EqualFold(p.Title, title) {
		heading = "“" + p.Title + "”"
	}
	text, join := "point "+place+" in "+Say(v), ", "
	if gone != "" {
		text, join = "none in "+Say(v)+", where it is "+StateWord(gone), " and point "+place+" is "
	}
	if heading == "" {
		return text
	}
	return text + join + heading
}

package wording

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

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
	whole := slices.ContainsFunc(parts, func(part string) bool { return !strings.Contains(part, ellipsis) })
	text := ""
	for _, part := range parts {
		if whole && strings.Contains(part, ellipsis) {
			continue
		}
		if text == "" {
			text = part
		} else if longer := text + "; " + part; utf8.RuneCountInString(longer) <= room {
			text = longer
		}
	}
	return text
}

// Together puts titles of one content before it: "A and B: the same", "C: other".
func Together(titles, contents []string) []string {
	var heads [][]string
	var said []string
next:
	for i, text := range contents {
		for k := range said {
			if said[k] == text && text != "" {
				heads[k] = append(heads[k], titles[i])
				continue next
			}
		}
		heads, said = append(heads, []string{titles[i]}), append(said, text)
	}
	for k, text := range said {
		said[k] = strings.TrimSuffix(And(heads[k])+": "+text, ": ")
	}
	return said
}

// Period says from when to when, to now where the end is "": "From 1 Jan 2026 to 31 Mar
// 2026", "On 6 Jan 2026", "Since 1 Jan 2026".
func Period(from, to plan.Date) string {
	switch {
	case to == "":
		return "Since " + Date(from)
	case from == to:
		return "On " + Date(from)
	}
	return "From " + Date(from) + " to " + Date(to)
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

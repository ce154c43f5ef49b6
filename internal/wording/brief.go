package wording

import (
	"fmt"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
)

// Counted says what the counts of a comparison are of.
func Counted(fields int) string {
	return "Counted: " + Count(fields, "field") + " in this comparison"
}

// AndMore counts what is left out of a short text.
func AndMore(n int) string { return fmt.Sprintf("; %d more", n) }

// Brief words the difference of one field in a few words: "Army size limit:
// 600,000 → 800,000, in peacetime (+33.3 %)". Title may be "".
func Brief(title string, base, c compare.Cell) string {
	switch c.Kind {
	case compare.Unknown:
		if c.State == plan.Lacuna {
			return NotReported
		}
		return CannotCompare
	case compare.Same, compare.Reworded:
		return kinds[c.Kind].Word
	}
	if title != "" {
		title += ": "
	}
	switch {
	case c.Kind == compare.Removed:
		return title + StateWord(c.State)
	case c.Kind == compare.Changed && len(base.Contents) == 1 && len(c.Contents) == 1 && told(c.Contents[0].Claims) == "":
		return title + step(base.Contents[0], c)
	}
	return title + short(c.Reading)
}

// step is "600,000 → 800,000, in peacetime (+33.3 %)"; of equal values only
// the terms that came and went.
func step(a compare.Content, c compare.Cell) string {
	b := c.Contents[0]
	if c.Terms {
		gained := pick.Each(c.Gained, func(t compare.Term) string { return "now " + t.Text })
		lost := pick.Each(c.Lost, func(t compare.Term) string { return "no longer " + t.Text })
		return strings.Join(append(gained, lost...), "; ")
	}
	if a.Value.HasNumber() && b.Value.HasNumber() && a.Value.Unit == b.Value.Unit {
		a.Value.Unit, b.Value.Unit = "", ""
	}
	return Content(a) + " → " + Content(b) + percent(c.Delta)
}

// short is a reading without the words that its mark says. What a source denies
// is no alternative: it stands behind those.
func short(r compare.Reading) string {
	if len(r.Contents) == 0 {
		return StateWord(r.State)
	}
	var either, not []string
	for _, k := range r.Contents {
		if denied(k) {
			not = append(not, Content(k))
		} else {
			either = append(either, Body(k))
		}
	}
	if either != nil {
		not = append([]string{strings.Join(either, " or ")}, not...)
	}
	return strings.Join(not, "; ")
}

// MoreTopics counts the topics that do not fit on the screen.
func MoreTopics(n int) string { return "and " + Count(n, "more topic") + " below" }

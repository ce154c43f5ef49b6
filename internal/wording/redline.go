package wording

import (
	"fmt"
	"strings"

	"plandiff/internal/align"
	"plandiff/internal/intake"
	"plandiff/internal/redline"
)

// NoCounterpart is said where a document has no point that is sure to
// correspond.
const NoCounterpart = "no sure counterpart"

// Document says what was read of a document: "28 points, docx".
func Document(d *intake.Document) string {
	points, other := 0, 0
	for i := range d.Points {
		switch d.Points[i].Kind {
		case intake.KindPoint:
			points++
		case intake.KindHeading:
		default:
			other++
		}
	}
	var parts []string
	if points > 0 {
		parts = append(parts, Count(points, "point"))
	}
	if other > 0 {
		parts = append(parts, Count(other, "piece")+" of text without a number")
	}
	if d.Changes > 0 {
		parts = append(parts, Count(d.Changes, "tracked change"))
	}
	if n := d.Brackets.Opened; n > 0 {
		parts = append(parts, Count(n, "square bracket"))
	}
	return strings.Join(append(parts, string(d.Format)), ", ")
}

// RelationWord is what became of a point, as readers see it.
func RelationWord(r align.Relation) string {
	if r == align.Unknown {
		return "not placed"
	}
	return string(r)
}

// PointRelation is what is said beside a point; "" where its cells say it.
func PointRelation(r align.Relation, same, linked bool) string {
	switch {
	case !linked:
		return RelationWord(r)
	case r == align.Unchanged || r == align.Reworded:
		return ""
	case same:
		return string(r) + ", same words"
	}
	return string(r)
}

// RedlineSummary counts the points whose words changed.
func RedlineSummary(version string, p redline.Pair) string {
	return fmt.Sprintf("%s: the words of %s differ; %s changed", version, Count(p.Changed, "linked point"), Count(len(p.Numbers), "number"))
}

// BracketSummary counts the brackets that opened and closed.
func BracketSummary(version string, p redline.Pair) string {
	return fmt.Sprintf("Square brackets: %s opened and %s closed in %s", Number(len(p.Opened)), Number(len(p.Closed)), version)
}

// ChangedNumber is "600,000 → 800,000 (+33.3 %)".
func ChangedNumber(n redline.Number) string {
	text := n.Old + " → " + n.New
	if n.Step != nil {
		if p := Percent(n.Step); p != "" {
			text += " (" + p + ")"
		}
	}
	return text
}

// FurtherNumbers counts the numbers that a list leaves out.
func FurtherNumbers(n int) string { return "and " + Count(n, "more number") + ", at their points" }

// FurtherBrackets counts the brackets that a list leaves out.
func FurtherBrackets(n int, word string) string {
	return "and " + Number(n) + " more " + word + ", at their points"
}

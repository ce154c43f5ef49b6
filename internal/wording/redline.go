package wording

import (
	"fmt"

	"plandiff/internal/align"
	"plandiff/internal/intake"
	"plandiff/internal/prose"
	"plandiff/internal/redline"
)

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
	some := func(n int, noun, more string) string {
		if n == 0 {
			return ""
		}
		return Count(n, noun) + more
	}
	return prose.Listed(", ", some(points, "point", ""), some(other, "piece", " of text without a number"),
		some(d.Changes, "tracked change", ""), some(d.Brackets.Opened, "square bracket", ""), string(d.Format))
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
	return n.Old + " → " + n.New + percent(n.Step)
}

// FurtherNumbers counts the numbers that a list leaves out.
func FurtherNumbers(n int) string { return "and " + Count(n, "more number") + ", at their points" }

// FurtherBrackets counts the brackets that a list leaves out.
func FurtherBrackets(n int, word string) string {
	return "and " + Number(n) + " more " + word + ", at their points"
}

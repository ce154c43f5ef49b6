package table

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
)

// summary counts the differences, and the rows that are not shown.
func summary(total, shown *compare.Comparison, paper bool) []string {
	count := total.Count()
	var parts []string
	for _, k := range compare.Kinds {
		if n := count[k]; n > 0 && k != compare.Same && k != compare.Unknown {
			parts = append(parts, fmt.Sprintf("%d %s", n, compare.KindWords(k)))
		}
	}
	line := "No differences that the sources carry"
	if len(parts) > 0 {
		line = strings.Join(parts, " · ")
	}
	line += ". " + perVersion(total, compare.Same, "The same as "+total.Versions[0].ID) +
		" " + perVersion(total, compare.Unknown, "Unknown, because a side is not reported")
	out := []string{line}
	if hidden := len(total.Rows) - len(shown.Rows); hidden > 0 {
		line := fmt.Sprintf("%d of %d fields are not shown", hidden, len(total.Rows))
		if !paper {
			line += "; --all shows every one"
		}
		out = append(out, line+".")
	}
	return out
}

// EvidenceText says which filter is on and how many claims it hid; nothing
// if none is.
func EvidenceText(lib *plan.Library, e compare.Evidence, hidden int) []string {
	if e.IsZero() {
		return nil
	}
	var parts []string
	if e.Sources != nil {
		parts = append(parts, "only "+sourceList(lib, e.Sources))
	}
	if e.Bases != nil {
		words := make([]string, len(e.Bases))
		for i, b := range e.Bases {
			words[i] = compare.BasisWords(b)
		}
		parts = append(parts, "only the basis "+strings.Join(words, ", "))
	}
	if e.AsOf != "" {
		parts = append(parts, "as of "+compare.DateText(plan.Date(e.AsOf.Last())))
	}
	noun := "claims"
	if hidden == 1 {
		noun = "claim"
	}
	return []string{fmt.Sprintf("Evidence: %s; %d %s hidden.", strings.Join(parts, "; "), hidden, noun)}
}

func sourceList(lib *plan.Library, ids []string) string {
	founding := 0
	for _, s := range lib.Sources {
		if s.Founding() {
			founding++
			if !slices.Contains(ids, s.ID) {
				return strings.Join(ids, ", ")
			}
		}
	}
	switch {
	case founding == 1 && len(ids) == 1:
		return "the founding document"
	case founding == len(ids):
		return fmt.Sprintf("the %d founding documents", founding)
	}
	return strings.Join(ids, ", ")
}

// perVersion counts the fields of one kind in each version but the first.
func perVersion(c *compare.Comparison, k compare.Kind, lead string) string {
	var parts []string
	for i, v := range c.Versions[1:] {
		n := 0
		for _, r := range c.Rows {
			if r.Cells[i+1].Kind == k {
				n++
			}
		}
		parts = append(parts, fmt.Sprintf("%s %d", v.ID, n))
	}
	return lead + ": " + strings.Join(parts, ", ") + "."
}

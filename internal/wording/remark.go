package wording

import (
	"plandiff/internal/compare"
)

// Headings and remarks of a comparison.
const (
	ChangedTerms        = "changed in its terms"
	HowDisputed         = "changed; how is disputed"
	OpenHeading         = "[ not agreed ]"
	SeveralDescriptions = "several descriptions"
	TooLong             = "too long to mark word by word"
	changedNotHow       = "a source says that it changed, not how"
)

// NoneKeeps says that no source reports the first version's content for a
// later one.
func NoneKeeps(k compare.Content) string { return "no source reports " + Content(k) + " kept" }

// TermLost says that a term of one version is known to be absent.
func TermLost(t compare.Term, from string) string { return "no longer: " + t.Text + " (" + from + ")" }

// TermNotReported says that nobody reports a term for a version.
func TermNotReported(s compare.Silent) string { return s.Text + ": not reported for " + s.Version }

// AlsoReported introduces what another copy or report has.
func AlsoReported(k compare.Content) string { return "also reported: " + Content(k) }

// Remarks explain the difference of a later cell from the first.
func Remarks(base, c compare.Cell) []string {
	var out []string
	first := base.Version.ID
	if c.Told && c.Kind == compare.Changed && !SaysChanged(c) {
		out = append(out, changedNotHow)
	}
	switch {
	case c.EitherReport:
		out = append(out, "whichever report on "+first+" is right")
	case c.FirstDisputed:
		out = append(out, "cannot be compared: reports on "+first+" contradict each other")
	}
	if c.Variant {
		out = append(out, "another copy has the same as "+first)
	}
	return out
}

// Detail says what the kind of a difference alone does not; "" for nothing.
func Detail(d compare.Difference) string {
	switch {
	case d.Kind == compare.Disputed && d.HowDisputed:
		return HowDisputed
	case d.EitherReport:
		return "whichever report on the first version is right"
	case d.FirstDisputed:
		return "reports on the first version contradict each other"
	case d.Told && d.Kind == compare.Changed:
		return changedNotHow
	case d.Told:
		return "a source says that it was kept"
	case d.InOutline:
		return "known in outline only"
	case d.Variant:
		return "another copy of one version has the value of the other"
	}
	return ""
}

// SaysChanged reports whether the content already says that it changed, and that how is not
// reported.
func SaysChanged(c compare.Cell) bool {
	return len(c.Contents) == 1 && told(c.Contents[0].Claims) != ""
}

// RowWord is what is said beside the title of a row. Where the cells say it
// themselves ("deleted", "disputed") it is not said twice.
func RowWord(k compare.Kind, terms bool) string {
	switch k {
	case compare.Removed, compare.Open, compare.Severed, compare.Disputed:
		return ""
	case compare.Changed:
		if terms {
			return ChangedTerms
		}
	}
	return kinds[k].Word
}

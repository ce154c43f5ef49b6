package wording

import (
	"slices"

	"plandiff/internal/compare"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
)

// Headings and remarks of a comparison.
const (
	ChangedTerms        = "changed in its terms"
	HowDisputed         = "changed; how is disputed"
	OpenHeading         = "[ not agreed ]"
	SeveralDescriptions = "several descriptions"
	TooLong             = "too long to mark word by word"
	CannotCompare       = "cannot be compared"
	NotForComparing     = "not compared between versions"
	changedNotHow       = "a source says that it changed, not how"
)

// Nearest is said of values beside the one asked for.
const Nearest = "the nearest that is reported"

// Related heads what a record says of matters beside the one asked for.
func Related(v *plan.Record) string { return "Related, in " + Say(v) + " (" + v.ID + ")" }

// Alone heads what a version says where nothing is known of another.
func Alone(v, other *plan.Record) string {
	return "In " + Say(v) + " (" + v.ID + "), " + NotReported + " for " + Say(other)
}

// NoneKeeps says that no source has the first version's content for a later one.
func NoneKeeps(k compare.Content) string { return "no source says it is still " + Content(k) }

// TermTexts are terms in their own words.
func TermTexts(terms []compare.Term) []string {
	return pick.Each(terms, func(t compare.Term) string { return t.Text })
}

// TermLost says that a term of one version is known to be absent.
func TermLost(t compare.Term, from string) string { return "no longer: " + t.Text + " (" + from + ")" }

// TermNotReported says that nobody reports a term for a version.
func TermNotReported(s compare.Silent) string { return s.Text + ": not reported for " + s.Version }

// AlsoReported introduces what another copy or report has.
func AlsoReported(base, c compare.Cell, k compare.Content) string {
	if c.Variant && asFirst(base, k) {
		return "also reported, as in " + base.Version.ID + ": " + Content(k)
	}
	return "also reported: " + Content(k)
}

// asFirst reports whether a content has the value of the first version.
func asFirst(base compare.Cell, k compare.Content) bool {
	return k.State == plan.Present && slices.ContainsFunc(base.Contents, func(b compare.Content) bool { return k.Value.Equal(b.Value) })
}

// Remarks explain the difference of a later cell from the first.
func Remarks(base, c compare.Cell) []string {
	var out []string
	first := base.Version.ID
	if c.NoDetails && c.Kind == compare.Changed && !SaysChanged(c) {
		out = append(out, changedNotHow)
	}
	switch {
	case c.EitherReport:
		out = append(out, "differs from every account of "+first)
	case c.Kind != compare.Unknown || c.State == plan.Lacuna: // it is compared, or there is nothing to compare
	case base.State == plan.Lacuna:
		out = append(out, CannotCompare+": "+NotReported+" for "+first)
	case c.FirstDisputed:
		out = append(out, CannotCompare+": reports on "+first+" contradict each other")
	case c.InOutline && len(c.Contents) == 1 && valueAndTerms(c.Contents[0]) == "" && valueAndTerms(base.Contents[0]) != "": // the cell itself has no details
	case c.InOutline:
		out = append(out, CannotCompare+": known in outline only")
	default:
		out = append(out, NotForComparing)
	}
	if c.Variant && !slices.ContainsFunc(c.Others(), func(k compare.Content) bool { return asFirst(base, k) }) {
		out = append(out, "one source on "+first+" reads so already")
	}
	return out
}

// Detail says what the kind of a difference alone does not; "" for nothing.
func Detail(d compare.Difference) string {
	switch {
	case d.Kind == compare.Disputed && d.HowDisputed:
		return HowDisputed
	case d.EitherReport:
		return "differs from every account of the first version"
	case d.FirstDisputed:
		return "reports on the first version contradict each other"
	case d.NoDetails && d.Kind == compare.Changed:
		return changedNotHow
	case d.NoDetails:
		return "a source says that it was kept"
	case d.InOutline:
		return "known in outline only"
	case d.Variant:
		return "another copy of one version has the value of the other"
	}
	return ""
}

// SaysChanged reports whether the content itself says that it changed, and not how.
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

package telling

import (
	"strings"

	"plandiff/internal/finding"
	"plandiff/internal/plan"
	"plandiff/internal/query"
	"plandiff/internal/wording"
)

// Step is what a field was in the first of two versions and became in the second, after its
// title, in a list of a kind: ": was 600,000, now 800,000"; "" where that is not told.
func (t Teller) Step(fs []finding.Finding, f *finding.Finding, versions []*plan.Record, list query.Kind) string {
	const most = 70
	var said [2]string
	for k, v := range versions {
		if i := finding.At(fs, v, f.Field); i >= 0 && fs[i].State != plan.Lacuna {
			said[k] = t.Content(&fs[i], most)
		}
	}
	was, now, became := said[0], said[1], t.Lib.Descends(versions[1], versions[0]) // else they stand beside each other
	gone := now == wording.StateWord(plan.Deleted) || now == wording.StateWord(plan.Omitted)
	switch {
	case gone && list == query.Gone: // that it is gone was said
		return ": " + was
	case gone && became:
		return ": " + now + ", was " + was
	case now == "", list == query.Same && was != now: // in other words
		return ""
	case was == now:
		return map[bool]string{true: ": " + now}[Length(now) <= most/2]
	case was == wording.StateWord(plan.Omitted) || was == "":
		return strings.TrimPrefix(t.Item(f, most), t.Lower(f.Field.Title))
	}
	return map[bool]string{true: ": was " + was + ", now " + now, false: ": " + now + ", against " + was}[became]
}

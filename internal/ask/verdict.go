package ask

import (
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/lexicon"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/rank"
	"plandiff/internal/wording"
)

// meant is what a question asks about: the field, if that has enough of it, else
// the question's own words.
func (s *Session) meant(r *reading, f *Finding) (what string, sure bool) {
	const most = 0.4
	terms := r.asked.Match.Terms
	if len(terms) == 0 || r.asked.Of(f.Field)[rank.Field] >= most*r.asked.Known() {
		return s.index.Lower(f.Field.Title), true
	}
	return r.words(), false
}

// words are what a question asks about, as typed: all of one that goes on from another.
func (r *reading) words() string {
	text := strings.Trim(r.text, " .?!")
	switch terms := r.asked.Match.Terms; {
	case !r.continued:
		text = r.full[terms[0].Words[0].Start:terms[len(terms)-1].End()]
	case len(terms) > 0 && !strings.Contains(r.text, r.typed(terms[0])): // of the last question
		text = strings.Join(pick.Each(terms, r.typed), " ")
	}
	return wording.Clip(text, 80)
}

// verdict begins the answer to a yes-no question where the records carry one:
// a number that is the one asked about or not, a clause that is gone, a value
// that says no, or one that has every word of the question.
func (s *Session) verdict(r *reading, q *Query, group []*Finding, silent int) string {
	if (r.yesNo || r.AsksStill()) && len(q.Fields) > 0 && group[0].Field == q.Fields[0] && (q.Kind == History || q.Kind == Compare && len(r.Records) < 2 && r.continued || q.Kind == Verify && len(q.Versions) == 0 && r.Cued(Same, Gone)) {
		return s.through(r, group)
	}
	if q.Kind != Verify {
		return ""
	}
	if r.AsksAny() && len(q.Versions) == 0 && r.mentioned(group[0]) {
		return map[bool]string{true: "Yes: ", false: "Yes, in part: "}[silent == 0 && !slices.ContainsFunc(group, func(f *Finding) bool { return !r.mentioned(f) })]
	}
	says := map[string]int{}
	for _, f := range group {
		says[s.saysSo(r, f)]++
	}
	for word, n := range says {
		switch {
		case word == "" || n+says[""] < len(group):
		case n == len(group) && silent == 0:
			return word + ": "
		case n*2 > len(group):
			return word + ", as far as reported: "
		}
	}
	return ""
}

// mentioned reports whether a finding has every word of a question, and does not say no.
func (r *reading) mentioned(f *Finding) bool {
	return len(f.Contents) > 0 && r.asked.Mentions(f.Record, f.Field) && !strings.HasPrefix(f.Contents[0].Value.String(), "no ") && !lexicon.Refuses(f.Contents[0].Value.String())
}

// through is whether a field changed from any draft that tells of it to the next, was kept
// in all, or is left out of the last: "" where that cannot be told.
func (s *Session) through(r *reading, group []*Finding) string {
	drafts := pick.Drop(group, func(f *Finding) bool { return f.Record.Kind != plan.Draft || f.Outline })
	if len(drafts) < 2 {
		return ""
	}
	slices.SortStableFunc(drafts, func(f, g *Finding) int { return lexicon.InTime(f.Record, g.Record) })
	last := drafts[len(drafts)-1]
	yes, kept := map[bool]string{true: "Yes: ", false: "No: "}, true
	switch {
	case r.Cued(Gone):
		return yes[last.gone()]
	case r.AsksStill(): // what it now is tells, if it is
		return map[bool]string{true: yes[false]}[last.gone()]
	}
	for i, f := range drafts[1:] {
		kind := compare.Pair(s.view, f.Field, drafts[i].Record, drafts[i].Reading, f.Record, f.Reading).Kind
		if kind.Settled() {
			return yes[!r.Cued(Same, Uptake)]
		}
		kept = kept && kind.Equal()
	}
	return map[bool]string{true: yes[r.Cued(Same, Uptake)]}[kept]
}

func (s *Session) saysSo(r *reading, f *Finding) string {
	const enough = 0.6 // of the question, in the field's own words
	mentions := r.Mentions()
	yes := map[bool]string{true: "Yes", false: "No"}
	switch {
	case f.Record.Kind != plan.Draft || r.asked.Of(f.Field)[rank.Field] < enough*r.asked.Known() || r.Has("against", "agree"):
		return ""
	case f.State == plan.Disputed:
		return "Disputed"
	case f.gone():
		if mentions || r.Has("allow", "permit", "let", "may") || slices.ContainsFunc(r.asked.Siblings(f.Record, f.Topic, f.Field), func(g *plan.Field) bool { return s.finding(f.Record, f.Topic, g).State == plan.Present }) {
			return "" // another field may have it
		}
		return yes[r.Cued(Gone)]
	case r.Cued(Same, Uptake, Gone), len(f.Contents) != 1 || f.State != plan.Present || r.Has("not", "no", "never", "without"):
		return ""
	}
	k := f.Contents[0]
	switch {
	case f.Field.Kind == plan.DateKind && len(r.Dates) > 0:
		return map[bool]string{true: "Yes", false: "Not as asked"}[slices.ContainsFunc(r.Dates, func(d plan.Date) bool { return lexicon.Overlaps(d, k.Value.Date) })]
	case k.Value.HasNumber() && r.Has("more", "less", "fewer", "than", "below", "above", "least", "most"):
		return ""
	case k.Value.HasNumber() && len(r.asked.Numbers) > 0:
		return yes[r.asked.Numbered(k.Value)]
	case lexicon.Refuses(k.Value.String()) && (r.asked.Of(f.Field)[rank.Title] > 0 || r.asked.Entails(f.Record, f.Field)): // another name may mean the opposite
		return yes[r.Has("ban", "prohibit", "forbid", "bar", "exclud", "rule out")]
	case strings.HasPrefix(k.Value.String(), "no "): // in part
		return ""
	case mentions && r.asked.Mentions(f.Record, f.Field), r.asked.Entails(f.Record, f.Field):
		return "Yes"
	}
	return ""
}

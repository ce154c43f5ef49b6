package ask

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
	"plandiff/internal/wording"
)

// mostText is the most that a first paragraph has, in bytes.
const mostText = 300

// compose writes the first paragraph: what was asked for, at most two sentences.
func (s *Session) compose(r *reading, q *Query, a *Answer) {
	lead := r.premiseText(s)
	var body string
	switch q.Kind {
	case Glossary:
		body = strings.Join(s.glossary(r), " ")
		a.Status = Answered
	case Overview:
		body = s.overviewText(q, a)
	case Unknown, Open, Same, Added, Gone, Compare:
		if r.broad() {
			body = s.listText(q, a)
		} else {
			body = s.valuesText(r, q, a)
		}
	case WhichPoint:
		body = s.whichPointText(q, a)
	case Point, Follow:
		body = s.pointText(q, a)
	case History:
		body = s.historyText(q, a)
	case Disputed:
		body = s.disputedText(r, q, a)
	case Events:
		body = s.eventsText(q, a)
	default:
		body = s.valuesText(r, q, a)
	}
	if a.Text = strings.TrimSpace(lead + body); len(a.Text) > mostText {
		a.Text = clip(a.Text, mostText-4)
	}
}

// premiseText says what is false in how a question names a draft.
func (r *reading) premiseText(s *Session) string {
	if r.Premise != "" {
		return fmt.Sprintf("No draft is “%s”. ", r.Premise)
	}
	if r.Counts == nil {
		return ""
	}
	var counts []int
	for _, v := range s.seen.Drafts() {
		if v.PointCount > 0 && !slices.Contains(counts, v.PointCount) {
			counts = append(counts, v.PointCount)
		}
	}
	slices.Sort(counts)
	slices.Reverse(counts)
	var parts []string
	for _, n := range counts {
		parts = append(parts, fmt.Sprint(n))
	}
	return fmt.Sprintf("No draft has %d points; there are drafts with %s. ", r.Counts[0], wording.And(parts))
}

// say is what people call a record.
func say(v *plan.Record) string {
	if v.Kind != plan.Draft {
		return v.Title
	}
	label := v.Label
	if label == "" {
		label = v.Title
	}
	if strings.Contains(label, "'s ") || strings.Contains(label, "’s ") {
		return label
	}
	return "the " + label
}

func (s *Session) valuesText(r *reading, q *Query, a *Answer) string {
	if len(a.Findings) == 0 && r.quote != "" {
		return sentence("Not reported: no source here has the words “"+clip(r.quote, 80)+"”", "")
	}
	if len(a.Findings) == 0 || a.Status == NotReported && r.asked.voice > 0 {
		if r.asked.voice > 0 {
			t := r.asked.match.Terms[r.asked.voice-1]
			return sentence("Not reported: no source here tells what "+r.full[t.Words[0].Start:t.Words[len(t.Words)-1].End]+" says of it", "")
		}
		return ""
	}
	first := leading(a.Findings, q)
	group, silent := together(q, a.Findings, first)
	group = carrying(r, group)
	if len(group) == 0 {
		return s.silentText(r, first, silent, a)
	}
	lead := verdict(r, q, group, silent)
	title := first.Field.Title
	if len(group) == 1 && len(silent) == 0 {
		f := group[0]
		text := lead + s.one(f, title)
		return sentence(text, s.second(a, f, mostText-len(text)))
	}
	var parts []string
	n := len(lead) + len(title) + 2
	for i, f := range group {
		part := content(f, 90) + " " + where(f.Record)
		if n += len(part) + 2; n > mostText-70 && i > 1 {
			parts = append(parts, fmt.Sprintf("and %d more below", len(group)-i))
			break
		}
		parts = append(parts, part)
	}
	text := lead + title + ": " + strings.Join(parts, ", ")
	if len(silent) > 0 {
		text += "; not reported for " + wording.And(names(silent, 3))
	}
	return sentence(text, s.source(group[0], mostText-len(text)))
}

// leading is the finding that the answer begins with.
func leading(fs []Finding, q *Query) *Finding {
	best := &fs[0]
	for i := range fs {
		if f := &fs[i]; f.score > best.score && len(f.Contents) > 0 && !f.Nearest {
			best = f
		}
	}
	return best
}

// together are the findings of one field, and those of it that are silent.
func together(q *Query, fs []Finding, first *Finding) (group, silent []*Finding) {
	for i := range fs {
		f := &fs[i]
		asked := len(q.Versions) == 0 || f == first || slices.Contains(q.Versions, f.Record) || slices.Contains(q.Records, f.Record)
		if f.Field != first.Field || f.Nearest || !asked {
			continue
		}
		if f.State == plan.Lacuna {
			silent = append(silent, f)
		} else {
			group = append(group, f)
		}
	}
	place := func(f *Finding) int {
		if i := slices.Index(q.Versions, f.Record); i >= 0 {
			return i
		}
		if f == first {
			return -1 + len(q.Versions)
		}
		return len(q.Versions) + 1
	}
	slices.SortStableFunc(group, func(a, b *Finding) int { return place(a) - place(b) })
	return group, silent
}

// carrying keeps of a group those that have a number that is asked about, if any has.
func carrying(r *reading, group []*Finding) []*Finding {
	var out []*Finding
	for _, f := range group {
		if slices.ContainsFunc(f.Contents, func(k compare.Content) bool {
			return slices.ContainsFunc(r.asked.numbers, func(n string) bool { return isNumber(k.Value, n) })
		}) {
			out = append(out, f)
		}
	}
	if out == nil {
		return group
	}
	return out
}

func names(fs []*Finding, most int) []string {
	var out []string
	for _, f := range fs {
		if len(out) == most {
			return append(out, fmt.Sprintf("%d more", len(fs)-most))
		}
		out = append(out, say(f.Record))
	}
	return out
}

func where(v *plan.Record) string {
	if v.Kind == plan.Draft {
		return "in " + say(v)
	}
	return "(" + say(v) + ")"
}

// content words what a finding says, without brackets, within a length.
func content(f *Finding, most int) string {
	if f.Only != nil {
		return clip(wording.Claim(f.Only[0]), most)
	}
	text := wording.Reading(f.Reading)
	text = strings.NewReplacer(" (in outline)", "", "[ ", "open: ", " ]", "").Replace(text)
	for _, c := range f.Claims { // no IDs in what is to be quoted
		for _, id := range [...]string{c.ChangedFrom, c.KeptFrom} {
			if id != "" {
				text = strings.ReplaceAll(text, id, "the version before")
			}
		}
	}
	return clip(text, most)
}

func clip(s string, most int) string {
	if len(s) <= most {
		return s
	}
	cut := strings.LastIndexByte(s[:most], ' ')
	if cut < most/2 {
		cut = most
	}
	return strings.TrimRight(strings.ToValidUTF8(s[:cut], ""), " ,;:") + " …"
}

// one tells a single finding with its best source.
func (s *Session) one(f *Finding, title string) string {
	var text string
	if f.Record.Kind == plan.Draft {
		text = title + " in " + say(f.Record) + ": " + content(f, 170)
	} else {
		text = wording.FirstUpper(say(f.Record)) + ", " + lower(title) + ": " + content(f, 170)
	}
	if src := s.source(f, mostText-len(text)-3); src != "" {
		text += " (" + src + ")"
	}
	return text
}

func lower(s string) string {
	if len(s) > 1 && s[1] >= 'a' && s[1] <= 'z' {
		return strings.ToLower(s[:1]) + s[1:]
	}
	return s
}

// second is the next best finding, where there is room for it.
func (s *Session) second(a *Answer, first *Finding, room int) string {
	for i := range a.Findings {
		f := &a.Findings[i]
		if f == first || f.Nearest || len(f.Contents) == 0 || f.Field == first.Field && f.Record == first.Record {
			continue
		}
		text := f.Field.Title + ": " + content(f, 120)
		if f.Record != first.Record {
			text += " " + where(f.Record)
		}
		if len(text)+2 < room {
			return text
		}
	}
	return ""
}

// sentence joins at most two sentences.
func sentence(first, second string) string {
	first = strings.TrimRight(first, ". ") + "."
	if second == "" || len(first)+len(second)+2 > mostText {
		return first
	}
	return first + " " + wording.FirstUpper(strings.TrimRight(second, ". ")) + "."
}

// silentText says that nothing is reported, and where the nearest is.
func (s *Session) silentText(r *reading, first *Finding, silent []*Finding, a *Answer) string {
	text := fmt.Sprintf("Not reported: no source here tells of “%s” in %s", lower(first.Field.Title), wording.And(names(silent, 3)))
	var near []*Finding
	for i := range a.Findings {
		if a.Findings[i].Nearest {
			near = append(near, &a.Findings[i])
		}
	}
	if len(near) > 0 {
		return sentence(text, "The nearest that is reported is of "+wording.And(names(near, 2)))
	}
	return sentence(text, "")
}

// verdict begins the answer to a yes-no question where the records carry one.
func verdict(r *reading, q *Query, group, silent []*Finding) string {
	if q.Kind != Verify || len(group) == 0 {
		return ""
	}
	f := group[0]
	switch f.State {
	case plan.Disputed:
		return "Disputed: "
	case plan.Deleted, plan.Omitted:
		return "No: "
	case plan.Bracketed:
		return "Open: "
	case plan.Severed:
		return ""
	}
	if len(f.Contents) == 0 {
		return ""
	}
	v := f.Contents[0].Value
	if v.HasNumber() && len(r.asked.numbers) > 0 {
		if slices.ContainsFunc(r.asked.numbers, func(n string) bool { return isNumber(v, n) }) {
			return "Yes: "
		}
		return "No: "
	}
	return ""
}

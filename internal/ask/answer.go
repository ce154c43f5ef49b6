package ask

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/lexicon"
	"plandiff/internal/plan"
	"plandiff/internal/rank"
	"plandiff/internal/wording"
)

// mostText is the most that a first paragraph has, in characters.
const mostText = 300

// compose writes the first paragraph: what was asked for, at most two sentences.
func (s *Session) compose(r *reading, q *Query, a *Answer) {
	var first, second string
	premise := s.premiseText(r)
	askedFirst(r, a.Findings)
	if premise == "" && r.Has("how many") && s.numberless(q, a) {
		premise = "No source here gives a number"
	}
	if has(r.cues, Why) && q.Kind != Disputed && a.Status != NotReported {
		premise = noReason
	}
	switch {
	case r.part != nil && len(a.Findings) == 0:
		first, premise = "Nothing on that list is named by "+wording.Quoted(r.part.Text()), ""
	case s.unborn(q):
		first = fmt.Sprintf("Nothing: %s was not public by %s", wording.Say(q.Versions[0]), wording.Date(s.ev.AsOf))
	case q.Kind == Glossary:
		first, a.Status = strings.Join(s.glossary(r), " "), Answered
	case q.Kind == Overview:
		first, second = s.overviewText(q, a)
	case q.Kind == WhichPoint:
		first, second = s.whichPointText(r, a)
	case q.Kind == Point, q.Kind == Follow:
		first, second = s.pointText(q, a)
	case q.Kind == Disputed:
		first, second = s.disputedText(r, q, a)
	case q.Kind == Events:
		first, second = s.eventsText(r, q, a)
	case len(a.Findings) == 0 && r.quote != "":
		first = "Not reported: no source here has the words " + wording.Quoted(wording.Clip(r.quote, 80))
	case r.asked.Voice > 0 && (len(a.Findings) == 0 || a.Status == NotReported):
		name := r.typed(r.asked.Match.Terms[r.asked.Voice-1])
		first = "Not reported: no source here tells what " + name + " says of it"
		if len(a.Findings) > 0 {
			f := &a.Findings[0]
			second = "On record by " + name + " is " + s.one(f, s.index.Lower(f.Field.Title), mostText-length(first)-length(name)-20)
		}
	case lists[q.Kind], (q.Kind == Compare || q.Kind == Uptake) && r.asked.Broad(), q.Kind == Compare && len(r.asked.Topic) > 2 && len(q.Versions) == 2:
		first, second = s.listText(r, q, a)
	case r.profile && len(a.Findings) > 0:
		first = s.profileText(r, a)
	case r.asked.Wide && q.Kind == Value && q.Also == nil && s.topicText(q, a) != "":
		first = s.topicText(q, a)
	case len(a.Findings) > 0:
		first, second = s.valuesText(r, q, a, mostText-length(premise))
	}
	if premise != "" && first != "" {
		first, second = premise, first
	}
	if r.part != nil && len(a.Findings) > 0 {
		first = "On " + wording.Quoted(r.part.Text()) + " alone: " + first
	}
	if first != "" {
		a.Text = wording.Clip(wording.Sentences(mostText, first, second), mostText)
	}
}

// numberless reports whether the field that answers best has no number anywhere.
func (s *Session) numberless(q *Query, a *Answer) bool {
	if len(a.Findings) == 0 || a.Status == NotReported || q.Kind != Value {
		return false
	}
	field := leading(a.Findings, q).Field
	return !field.Kind.Numeric() && field.Kind != plan.List && !slices.ContainsFunc(a.Findings, func(f Finding) bool {
		return f.Field == field && slices.ContainsFunc(f.Claims, func(c *plan.Claim) bool { return strings.ContainsAny(c.Value.String()+c.Phrase, "0123456789") })
	})
}

// premiseText says what is false in how a question names a draft.
func (s *Session) premiseText(r *reading) string {
	switch {
	case r.Premise != nil:
		var near []string
		for _, v := range r.asked.Drafts {
			if v.PointCount > 0 {
				near = append(near, fmt.Sprintf("%s with %d", wording.Say(v), v.PointCount))
			}
		}
		return fmt.Sprintf("No draft is a “%s”; the nearest are %s points", r.text[r.Premise[0]:r.Premise[1]], wording.And(near))
	case r.Counts == nil:
		if names, _ := lexicon.Unheard(r.full, r.terms); names != nil {
			return wording.FirstUpper(wording.NoneSpeak(names))
		}
		return ""
	}
	return fmt.Sprintf("No draft has %d points; there are drafts with %s", r.Counts[0], wording.And(s.lexicon.PointCounts()))
}

// valuesText tells the field that answers best: what each record says of it, the
// best source, and who is silent.
func (s *Session) valuesText(r *reading, q *Query, a *Answer, room int) (first, second string) {
	lead := leading(a.Findings, q)
	group, silent := s.together(q, a.Findings, lead)
	if with := slices.DeleteFunc(slices.Clone(group), func(f *Finding) bool { // those that have a number that is asked about
		return !slices.ContainsFunc(f.Contents, func(k compare.Content) bool { return r.asked.Numbered(k.Value) })
	}); len(with) > 0 {
		group, silent = with, nil
	}
	if q.Kind == Verify && len(q.Versions) == 0 && slices.Contains(r.asked.Theirs, lead.Record) {
		group, silent = []*Finding{lead}, nil // of the party that it is said of
	}
	if r.day != "" && q.Kind == Value && len(q.Versions) == 0 && len(group) > 0 { // where it stood on the day
		slices.SortStableFunc(group, func(a, b *Finding) int { return lexicon.InTime(a.Record, b.Record) })
		group, silent = group[max(0, len(group)-3):], nil
	}
	if q.Kind != History && q.Kind != Origin {
		s.askedOrder(r, q, group)
	}
	if len(group) == 0 {
		return s.silentText(r, q, lead, silent, a)
	}
	if q.Kind == Search && r.asked.Voice == 0 && r.quote == "" && slices.ContainsFunc(group, func(f *Finding) bool { return len(f.contents()) > 0 }) {
		return s.whoSays(lead.Field.Title, group, room), ""
	}
	verdict := s.verdict(r, q, group, len(silent))
	if len(q.Also) > 0 {
		const most = mostText - 80
		first = s.one(group[0], lead.Field.Title, most)
		if len(group) > 1 || len(silent) > 0 {
			rest := unsaid(silent, len(q.Versions))
			first = lead.Field.Title + ": " + s.shared(group, most-length(lead.Field.Title+verdict+rest)) + rest
		}
		if also := s.alsoText(q, a, lead.Field, mostText-length(verdict+first)-3); also != "" {
			return verdict + first, also
		}
	}
	title := verdict + lead.Field.Title
	rest := unsaid(silent, len(q.Versions))
	if len(group) == 1 && q.Kind != Origin {
		first = s.one(group[0], lead.Field.Title, room-length(verdict)-length(rest))
		if !strings.HasPrefix(first, differ) { // else it is said once
			first = verdict + first
		}
		first += rest
		if f := group[0]; r.Has("who") && r.asked.Shape[rank.Who] > 0 && f.Field.Kind.Numeric() && f.Record.Kind == plan.Draft && f.Record.By != nil {
			return first, "Put forward by " + wording.And(f.Record.By)
		}
		return first, s.second(r, q, a, group[0], room-length(first)-3)
	}
	room -= length(title) + length(rest) + 3
	switch q.Kind {
	case History:
		text := s.steps(q, group, room+length(rest))
		if length(text)+length(rest) <= room+length(rest) {
			text += rest
		}
		return title + ": " + text, ""
	case Origin:
		f := r.earliest(group)
		first = title + ", first in " + wording.Say(f.Record) + " (" + wording.Date(f.Record.Date) + "): " + s.content(f, 120)
		switch by := f.contents()[0].Proponent; {
		case by != "":
			first += "; proposed by " + by
		case len(f.Record.By) > 0 && len(f.Record.By) < 4:
			first += "; put forward by " + wording.And(f.Record.By)
		}
		return first, s.soSay([]*Finding{f}, mostText-length(first)-3)
	}
	first = title + ": " + s.shared(group, room) + rest
	return first, s.soSay(group, mostText-length(first)-3)
}

// unsaid names the drafts that are silent, or counts them where they are many.
func unsaid(silent []*Finding, named int) string {
	switch n := len(silent); {
	case n > 2 && named < n:
		return fmt.Sprintf("; not reported for %d others", n)
	case n > 0:
		return "; not reported for " + wording.Some(names(silent), 70)
	}
	return ""
}

// differ begins what sources contradict each other on.
const differ = "Disputed, accounts differ on "

// leading is the finding that the answer begins with.
func leading(fs []Finding, q *Query) *Finding {
	best := &fs[0]
	if q.Kind == History || q.Kind == Origin { // the one that is told of most often
		told := map[*plan.Field]int{}
		for i := range fs {
			if len(fs[i].Contents) > 0 {
				told[fs[i].Field]++
			}
		}
		for i := range fs {
			if f := &fs[i]; told[f.Field] > told[best.Field] || f.Field == best.Field && len(best.Contents) == 0 {
				best = f
			}
		}
		return best
	}
	for i := range fs {
		f := &fs[i]
		asked := q.All && f.Field == q.Fields[0] // of every draft
		if (f.score > best.score && !q.All || asked && best.Field != f.Field) && len(f.Contents) > 0 && !f.Nearest {
			best = f
		}
	}
	return best
}

// together are the findings of one field, and those of it that are silent.
func (s *Session) together(q *Query, fs []Finding, first *Finding) (group, silent []*Finding) {
	for i := range fs {
		f := &fs[i]
		asked := len(q.Versions) == 0 || q.Kind == History || f == first || slices.Contains(q.Versions, f.Record) || slices.Contains(q.Records, f.Record)
		if f.Field != first.Field && (f.stands == nil || f.stands != first.Field) || f.Nearest || !asked {
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
		if f == first && f.Record.Kind == plan.Draft && !q.All {
			return -1 + len(q.Versions)
		}
		if i := slices.Index(s.seen.Compare, f.Record.ID); i >= 0 {
			return len(q.Versions) + i
		}
		return len(q.Versions) + len(s.seen.Compare) + map[bool]int{true: 0, false: 1}[f.Record.Kind == plan.Draft]
	}
	if q.Kind != History && q.Kind != Origin {
		slices.SortStableFunc(group, func(a, b *Finding) int { return place(a) - place(b) })
	}
	return group, silent
}

// earliest is the first of a group, in time, that says what a question has in its
// own words; where none does, that meets it about as well as the best.
func (r *reading) earliest(group []*Finding) *Finding {
	const about = 0.9
	said := func(f *Finding) float64 { return float64(r.asked.Said(f.Claims)) }
	score := func(f *Finding) float64 {
		if c := r.asked.Cell(f.Record, f.Field); c != nil {
			return c.Score
		}
		return math.Inf(-1)
	}
	first := func(score func(*Finding) float64, least func(top float64) float64) *Finding {
		top := math.Inf(-1)
		for _, f := range group {
			top = max(top, score(f))
		}
		return group[slices.IndexFunc(group, func(f *Finding) bool { return score(f) >= least(top) })]
	}
	if f := first(said, func(top float64) float64 { return about * top }); said(f) > 0 {
		return f
	}
	return first(score, func(top float64) float64 { return top - rank.Margin/2 })
}

// shared tells what records say, those that say the same together: in full where
// there is room, else in few words and with few of those that say so, and of many
// the first.
func (s *Session) shared(group []*Finding, room int) string {
	var parts []string
	var mark string
	for _, most := range [...]struct{ text, names int }{{200, 99}, {110, 99}, {70, 99}, {70, 3}, {max(room/max(len(group), 1), 48), 2}} {
		if parts, mark = s.sharing(group, most.text, most.names); length(strings.Join(parts, mark)) <= room {
			return strings.Join(parts, mark)
		}
	}
	n := len(parts) - 1
	for ; n > 1 && length(strings.Join(parts[:n], mark))+len(mark)+7 > room; n-- {
	}
	if n < 1 {
		return parts[0]
	}
	return strings.Join(parts[:n], mark) + fmt.Sprintf("%s%d more", mark, len(parts)-n)
}

func (s *Session) sharing(group []*Finding, most, named int) (parts []string, mark string) {
	var others, disputed []string
	places := map[string][]string{}
	mark = ", "
	for _, f := range group {
		text, place := s.content(f, most), wording.In(f.Record)
		if f.stands != nil {
			text = s.index.Lower(f.Field.Title) + ": " + text
		}
		if strings.Contains(text, ", ") {
			mark = "; "
		}
		if what, ok := strings.CutPrefix(text, wording.DisputedLead); ok {
			disputed = append(disputed, "disputed "+place+": "+what)
		} else if f.Record.Kind != plan.Draft { // each by itself
			others = append(others, text+" "+place)
		} else {
			if places[text] == nil {
				parts = append(parts, text)
			}
			places[text] = append(places[text], wording.Say(f.Record))
		}
	}
	for i, text := range parts {
		in := " in "
		if strings.Contains(text, ", ") {
			in = ", in "
		}
		names := places[text]
		if n := len(names) - named; n > 0 {
			names = append(names[:named:named], wording.Count(n, "other"))
		}
		parts[i] = text + in + wording.And(names)
	}
	return append(append(parts, others...), disputed...), mark
}

// steps tells what records say in the order of time, each change once; in few words
// where there are many, and of too many those that overviews show, the first and the
// last.
func (s *Session) steps(q *Query, group []*Finding, room int) string {
	type step struct {
		text string
		in   []*plan.Record
	}
	var steps []step
	told := func() string {
		return strings.Join(each(steps, func(s step) string {
			if s.in[0].Kind != plan.Draft {
				return s.text + " " + wording.In(s.in[0])
			}
			return s.text + " in " + wording.And(each(s.in, wording.Say))
		}), "; ")
	}
	for _, most := range [...]int{90, 60, 48} {
		steps = steps[:0]
		for _, f := range group {
			text, n := s.content(f, most), len(steps)
			switch {
			case f.Record.Kind != plan.Draft && len(group) > 2 && q.Holder == "", f.State == plan.Omitted && n == 0:
			case n > 0 && steps[n-1].text == text && f.Record.Kind == steps[n-1].in[0].Kind && f.Record.Kind == plan.Draft:
				steps[n-1].in = append(steps[n-1].in, f.Record)
			default:
				steps = append(steps, step{text, []*plan.Record{f.Record}})
			}
		}
		if length(told()) <= room {
			return told()
		}
	}
	main := func(i int) int {
		switch {
		case i == 0, i == len(steps)-1, slices.ContainsFunc(steps[i].in, func(v *plan.Record) bool { return slices.Contains(q.Versions, v) }):
			return 2
		default:
			return map[bool]int{true: 1}[slices.ContainsFunc(steps[i].in, func(v *plan.Record) bool { return slices.Contains(s.seen.Overview, v.ID) })]
		}
	}
	for i := range steps { // where it was first so
		steps[i].in = steps[i].in[:1]
	}
	cut := 0
	for ; len(steps) > 2 && length(told()) > room-14; cut++ {
		least := len(steps) / 2
		for i := range steps {
			if main(i) < main(least) {
				least = i
			}
		}
		steps = slices.Delete(steps, least, least+1)
	}
	if cut == 0 {
		return told()
	}
	return told() + fmt.Sprintf("; and %d more", cut)
}

// one tells a single finding with its best source.
func (s *Session) one(f *Finding, title string, room int) string {
	text := title + " in " + wording.Say(f.Record) + ": "
	if f.Record.Kind != plan.Draft {
		text = wording.FirstUpper(wording.Say(f.Record)) + ", " + s.index.Lower(title) + ": "
	}
	if f.State == plan.Disputed && f.Only == nil {
		text = differ + s.index.Lower(title) + " " + wording.In(f.Record) + ": "
		return text + s.sides(f, room-length(text))
	}
	text += s.content(f, room-80-length(text))
	phrase, speaker, name := s.source(f)
	for _, form := range [...]string{", " + phrase + " (" + speaker + name + ")", ", " + phrase + " (" + name + ")", " (" + speaker + name + ")", " (" + name + ")"} {
		if name != "" && length(text)+length(form) < room && (phrase != "" || form[0] != ',') {
			return text + form
		}
	}
	return text
}

// second is what the same record says of the next fields asked about: of a topic as
// many as there is room for.
func (s *Session) second(r *reading, q *Query, a *Answer, first *Finding, room int) string {
	text, topic := "", r.asked.Topic
	for i := range a.Findings {
		f := &a.Findings[i]
		inside := slices.Contains(topic, f.Field) && slices.Contains(topic, first.Field)
		if f.Record != first.Record || f.Field == first.Field || f.Nearest || len(f.Contents) == 0 || !inside && r.asked.Of(f.Field)[rank.Field] < 0.7*r.asked.Of(first.Field)[rank.Field] {
			continue
		}
		next := f.Field.Title + ": " + s.content(f, 120)
		if text != "" {
			next = text + "; " + s.index.Lower(next)
		}
		if length(next) > room {
			continue
		}
		if text = next; !inside {
			break
		}
	}
	return text
}

// silentText says that nothing is reported, and what is nearest.
func (s *Session) silentText(r *reading, q *Query, lead *Finding, silent []*Finding, a *Answer) (first, second string) {
	what, sure := s.meant(r, lead)
	text := "Not reported: no source here tells of “" + what + "”"
	if len(silent) > 0 {
		text += " in " + wording.Some(names(silent), 120)
	}
	near := those(a.Findings, func(f *Finding) bool { return f.Nearest && f.Field == lead.Field })
	switch {
	case lead.Field.Kind == plan.DateKind && lead.Topic.About == plan.AboutDocument && len(silent) == 1 && silent[0].Record.Date != "":
		v := silent[0].Record
		a.Status = Answered
		return wording.FirstUpper(wording.Say(v)) + " is of " + wording.Date(v.Date), wording.FirstUpper(v.DateNote)
	case lead.Topic.About == plan.AboutDocument && len(silent) == 1:
		return text, "The draft is of " + wording.Date(silent[0].Record.Date) + " (" + wording.Known(s.view, silent[0].Record) + ")"
	case !sure:
		return text, ""
	}
	if also := s.alsoText(q, a, lead.Field, mostText-length(text)-3); also != "" {
		return text, also
	}
	if same := those(a.Findings, func(f *Finding) bool {
		return f.Nearest && f.Field != lead.Field && f.Topic == lead.Topic && len(silent) > 0 && f.Record == silent[0].Record
	}); same != nil {
		return text, "What it has is " + s.item(same[0], mostText-length(text)-30)
	}
	if len(near) == 0 {
		return text, ""
	}
	return text, "It is reported for others: " + s.shared(near, mostText-length(text)-32)
}

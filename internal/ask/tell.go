package ask

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"plandiff/internal/compare"
	"plandiff/internal/finding"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/query"
	"plandiff/internal/wording"
)

// alsoText tells what the same records say of what else is asked about than a field.
func (s *Session) alsoText(r *reading, q *query.Query, a *Answer, than *plan.Field, room int) string {
	var parts []string
	share := map[bool]int{true: 1, false: len(q.Also)}[r.twins] // of the room; what was not asked for takes what is left
	for _, field := range q.Also {
		if field == than {
			field = q.Fields[0]
		}
		i := slices.IndexFunc(a.Findings, func(f finding.Finding) bool { return f.Field == field })
		if i < 0 {
			continue
		}
		group, silent := s.together(r, q, a.Findings, &a.Findings[i])
		text, rest := s.index.Lower(field.Title)+": ", s.unsaid(silent, len(q.Versions), q.Kind == query.History)
		switch most := room/share - length(text+rest) - 2; {
		case r.twins && (len(group) == 0 || len(q.Versions) > 1 && length(s.shared(q, group, mostText)) > most): // or one that is named has no room
			continue
		case len(group) == 0:
			text += wording.NotReported
		case len(group) == 1 && len(q.Versions) == 1:
			text += s.content(group[0], most+length(rest))
		default:
			text += s.shared(q, group, most) + rest
		}
		if parts = append(parts, text); r.twins {
			room -= length(text) + 2
		}
	}
	return strings.Join(parts, "; ")
}

// askedFirst orders what findings say by how much of the question it has; what is only told
// in outline comes instead where that alone has some.
func (s *Session) askedFirst(r *reading, fs []finding.Finding) {
	const some = 0.15 // of a question's subject
	for i := range fs {
		f := &fs[i]
		f.Exact = r.Verbatim()
		if all := f.Outlined(); f.Only == nil && len(f.Contents) > 0 && f.State == plan.Present && f.Topic.About == plan.AboutText && r.asked.Said(f.Claimed()) == 0 && r.asked.Said(all) > some*r.asked.Subject.Total {
			f.Picked = compare.ContentsOf(slices.DeleteFunc(all, func(c *plan.Claim) bool {
				return c.Hedged || r.asked.Said([]*plan.Claim{c}) == 0 || strings.Contains(c.Value.String(), f.Contents[0].Value.String())
			}))
			f.Aside = f.Picked != nil
		}
		if len(f.Told()) > 1 {
			if f.Picked = slices.Clone(f.Told()); (f.State == plan.Disputed || f.Record.Kind == plan.Event) && f.Only == nil && !f.Aside {
				f.Picked = f.BySupport(s.view)
			}
			if f.Field != s.ranker.Outcome { // of which what is agreed is no more than what is not
				slices.SortStableFunc(f.Picked, func(a, b compare.Content) int { return cmp.Compare(r.asked.Said(b.Claims), r.asked.Said(a.Claims)) })
			}
			if f.State != plan.Disputed && wording.SayersDiffer(s.seen, f.Picked) { // no account alone, nor that of one side
				sayer := func(k compare.Content) string { return wording.Sayer(s.seen, compare.Showing(s.seen, k.Claims)) }
				f.Picked = pick.Rounds(pick.Rounds(f.Picked, sayer), func(k compare.Content) string { return s.ranker.SideOf(sayer(k)) })
			}
		}
	}
}

// topicText tells a topic draft by draft; "" where one draft says one thing of it.
func (s *Session) topicText(r *reading, q *query.Query, a *Answer) string {
	told := func(v *plan.Record) []*finding.Finding {
		return finding.Those(a.Findings, func(f *finding.Finding) bool {
			return f.Record == v && len(f.Contents) > 0 && !(q.All && f.Gone()) && slices.Contains(q.Fields, f.Field)
		})
	}
	var records []*plan.Record
	for _, v := range slices.Concat(q.Versions, s.defaults(), s.seen.Drafts()) {
		if !slices.Contains(records, v) && told(v) != nil {
			records = append(records, v)
		}
	}
	if len(records) == 0 || len(records) == 1 && len(told(records[0])) < 2 {
		return ""
	}
	return wording.FirstUpper(s.oneByOne(records, told))
}

// oneByOne is what each of some records says, as far as there is room.
func (s *Session) oneByOne(records []*plan.Record, told func(*plan.Record) []*finding.Finding) string {
	shown := min(len(records), 3)
	parts := pick.Each(records[:shown], func(v *plan.Record) string {
		name := wording.Say(v)
		return name + ": " + wording.Fitting(s.items(told(v), max(100, s.room/shown*3/5)), s.room/shown-length(name)-8)
	})
	if n := len(records) - shown; n > 0 {
		parts = append(parts, "and "+wording.Count(n, "more draft"))
	}
	return strings.Join(parts, "; ")
}

// carrying confines findings to the claims with a number that a question asks about,
// where it asks who says so, and to findings that have as much of the question.
func (s *Session) carrying(r *reading, q *query.Query, out []finding.Finding) []finding.Finding {
	if q.Kind != query.Search || len(r.asked.Numbers) == 0 {
		return out
	}
	var most float32
	for i, f := range out {
		for _, c := range f.Claims {
			if r.asked.Carries(c) && !c.Denies {
				out[i].Only = append(out[i].Only, c)
				most = max(most, r.asked.Met(f.Record, f.Field))
			}
		}
	}
	const about = 0.75 // of what the best has of the question
	return slices.DeleteFunc(out, func(f finding.Finding) bool {
		return most > 0 && (f.Only == nil || r.asked.Met(f.Record, f.Field) < about*most)
	})
}

// held reports whether a finding is of what a party put forward or holds; of a text
// in which each side has its own proposal, it confines it to that of the party.
func (s *Session) held(f *finding.Finding, party string) bool {
	for _, k := range f.Contents {
		if s.lexicon.Names(k.Proponent, party) {
			f.Only = append(f.Only, k.Claims...)
		}
	}
	return f.Only != nil || s.lexicon.Holds(f.Record, party)
}

// heldText is what a party holds on several fields of a matter, of each the newest that is
// told, record by record; "" where it is told of one, or a question is about one.
func (s *Session) heldText(r *reading, q *query.Query, a *Answer) string {
	if q.Kind != query.History || q.Holder == "" || r.yesNo || len(q.Fields)+len(q.Also) < 2 {
		return ""
	}
	var newest []*finding.Finding
	for _, field := range slices.Concat(q.Fields, q.Also) {
		told := finding.Those(a.Findings, func(f *finding.Finding) bool {
			return f.Field == field && f.Says() && (f.Only != nil || f.State != plan.Bracketed || f.Contents[0].Proponent == "") && s.content(f, s.room) != wording.NoContent
		})
		if len(told) == 0 {
			continue
		}
		if field == q.Fields[0] && r.asked.Topic == nil && r.asked.Certain(field) {
			return ""
		}
		newest = append(newest, slices.MaxFunc(told, func(f, g *finding.Finding) int { return f.Record.Date.Compare(g.Record.Date) }))
	}
	if len(newest) < 2 {
		return ""
	}
	return wording.FirstUpper(s.oneByOne(finding.Records(newest), func(v *plan.Record) []*finding.Finding {
		return pick.Keep(newest, func(f *finding.Finding) bool { return f.Record == v })
	}))
}

// source is the best source of a finding: its words, its speaker and its name.
func (s *Session) source(f *finding.Finding) (phrase, speaker, name string) {
	if all := f.Told(); len(all) > 1 && f.State != plan.Bracketed && wording.SourcesDiffer(all) { // no outlet has all of it
		return "", "", wording.OneSayer(s.seen, all)
	}
	return wording.Cite(s.seen, f.Record, f.Cited())
}

// content words what a finding says, with its terms where there is room.
func (s *Session) content(f *finding.Finding, most int) string {
	state := f.State
	if f.Only != nil && state != plan.Bracketed {
		state = plan.Present
	}
	text := wording.Contents(state, f.Told(), s.seen, most)
	if f.Only != nil && f.State == plan.Disputed && len(f.Told()) < len(f.Contents) {
		text += " (contradicted by others)"
	}
	if f.Aside { // as its sayer has it, beside what the record counts
		by, _, _ := strings.Cut(wording.OneSayer(s.seen, f.Told()), ", ")
		text += " (as told by " + by + ")"
		if counted := wording.Contents(f.State, f.Contents, s.seen, most); length(text+counted)+2 <= most {
			text += "; " + counted
		}
	}
	return text
}

// length is of a text in characters.
func length(s string) int { return utf8.RuneCountInString(s) }

func names(fs []*finding.Finding) []string {
	return pick.Each(fs, func(f *finding.Finding) string { return wording.Say(f.Record) })
}

func (s *Session) titles(fs []*finding.Finding) []string {
	return pick.Each(fs, func(f *finding.Finding) string { return s.index.Lower(f.Field.Title) })
}

// firstSaid names the first source of a finding, by day.
func (s *Session) firstSaid(f *finding.Finding) string {
	first := wording.First(s.seen, f.Cited())
	if first == nil {
		return s.one(f, f.Field.Title, s.room)
	}
	_, speaker, name := wording.Cite(s.seen, f.Record, []*plan.Claim{first})
	name += wording.Repeats(s.seen, first)
	return f.Field.Title + " " + wording.In(f.Record) + ": the first on record here is " + speaker + name + ", with " + s.content(f, 100)
}

// whoSays sets each thing said with those who say it, and with nobody else; of objections those
// who have them first.
func (s *Session) whoSays(r *reading, title string, group []*finding.Finding, room int) string {
	said := wording.Said
	if title += ": "; r.Objects() {
		title, said = "", wording.Says
	}
	var parts []string
	for _, f := range group {
		for _, k := range f.Told() {
			parts = append(parts, said(s.seen, f.Record, k, f.Cited()))
		}
	}
	return wording.FirstUpper(title + wording.Several(parts, room-length(title)))
}

// alike puts drafts that say the same together, in a history those that follow each
// other. Those that are named matter most, what meets the question best, and the ends of a
// history; then the main drafts.
func (s *Session) alike(q *query.Query, group []*finding.Finding, most int) []wording.Alike {
	var out []wording.Alike
	best := slices.MaxFunc(group, func(f, g *finding.Finding) int { return cmp.Compare(f.Score, g.Score) })
	first := slices.IndexFunc(group, func(f *finding.Finding) bool { return s.content(f, most) != wording.NoContent })
	for i, f := range group {
		text, from, main := s.content(f, most), 0, 0
		if q.Kind == query.History {
			from = max(0, len(out)-1)
		}
		switch gone := f.Gone(); {
		case q.Kind == query.History && (i == first || i == len(group)-1) && text != wording.NoContent || slices.Contains(q.Versions, f.Record) || f == best && f.Score > 0 && (f.Beyond > 0 || f.Record.Kind != plan.Event || f.Topic.About != plan.AboutText):
			main = 3
		case slices.Contains(s.seen.Overview, f.Record.ID) && !(q.All && gone):
			main = map[bool]int{true: 1, false: 2}[gone && q.Kind != query.History]
		}
		k := slices.IndexFunc(out[from:], func(k wording.Alike) bool { return k.Text == text && k.In[0].Kind == plan.Draft })
		if f.Record.Kind != plan.Draft && slices.ContainsFunc(out, func(k wording.Alike) bool { return k.Text == text && k.In[0] == f.Record }) {
			continue // of another day
		}
		if k < 0 || f.Record.Kind != plan.Draft {
			k, out = len(out)-from, append(out, wording.Alike{Text: text})
		}
		same := &out[from+k]
		same.Main = max(same.Main, main)
		if !slices.Contains(same.In, f.Record) {
			same.In = append(same.In, f.Record)
		}
	}
	return out
}

// shared tells what records say: in full where there is room, else the main accounts, or
// all of them in few words and with few names.
func (s *Session) shared(q *query.Query, group []*finding.Finding, room int) string {
	for _, form := range [...]struct{ text, names, most int }{{200, 99, 0}, {110, 99, 0}, {70, 99, 1}, {70, 2, 1}, {70, 1, 2}, {max(room/max(len(group), 1), 48), 1, 4}} {
		all := s.alike(q, group, form.text)
		text := ""
		if q.Kind == query.History && form.most == 0 {
			text = wording.MainAccounts(wording.WithDays(all), form.names, room, form.most)
		}
		if text == "" {
			text = wording.MainAccounts(all, form.names, room, form.most)
		}
		if text != "" {
			return text
		}
	}
	return ""
}

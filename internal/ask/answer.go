package ask

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/finding"
	"plandiff/internal/lexicon"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/query"
	"plandiff/internal/rank"
	"plandiff/internal/search"
	"plandiff/internal/telling"
	"plandiff/internal/wording"
)

// mostText is the most that a first paragraph has, in characters.
const mostText = 300

// compose writes the first paragraph: what was asked for, at most two sentences.
func (s *Session) compose(r *reading, q *query.Query, a *Answer) {
	var first, second string
	premise := s.premiseText(r)
	s.askedFirst(r, a.Findings)
	switch {
	case r.Cued(query.Why) && q.Kind != query.Disputed && !(len(a.Findings) > 0 && a.Findings[0].Topic.About == plan.AboutStance && r.asked.Objected(r.Named)) && a.Status != NotReported && !(len(a.Findings) > 0 && finding.Leading(a.Findings, q).Field.Many && wording.SayersDiffer(s.seen, finding.Leading(a.Findings, q).Told())): // accounts are reasons
		premise = noReason
		if lead := finding.Leading(a.Findings, q); len(q.Versions) == 1 && (lead.Gone() && !r.Cued(query.Gone, query.Same, query.Compare) && !r.Has("not", "no", "absent") || len(r.asked.Numbers) > 0 && lead.Says() && lead.Field.Kind.Numeric() && !slices.ContainsFunc(lead.Contents, func(k compare.Content) bool { return r.asked.Numbered(k.Value) })) {
			premise = "It does not"
		} else if len(q.Versions) == 1 && r.Cued(query.Gone) && !r.Denies() && lead.State == plan.Present && lead.Record == q.Versions[0] && (r.asked.Of(lead.Field)[rank.Field] >= half || len(lead.Contents) == 1 && r.asked.Numbered(lead.Contents[0].Value)) {
			premise = "It is still there"
		}
	case premise != "":
	case r.loose && len(a.Findings) > 0:
		premise = "No source here has these very words"
	case q.Kind == query.Value && q.Versions == nil && q.Records != nil && !r.continued && r.asked.Voice == 0 && r.inText() && r.asked.Clear() && !slices.ContainsFunc(a.Findings, func(f finding.Finding) bool { return slices.Contains(q.Records, f.Record) }):
		premise = "Not reported for " + wording.Say(q.Records[0])
	case r.yesNo && q.Kind != query.Disputed && len(a.Findings) > 0 && len(q.Versions) > 0 && finding.Leading(a.Findings, q).Topic.About != plan.AboutText && a.Status == Answered && r.untaken(finding.Leading(a.Findings, q)),
		r.yesNo && q.Kind == query.Compare && r.asked.Broad() && len(r.Parties) > 0,
		r.Writes() && len(q.Fields) > 0 && len(q.Versions) == 1 && r.asked.Unnamed(q.Versions[0].Claims(q.Fields[0].ID)):
		premise = "No source here puts it so"
	case r.Has("how many") && a.Status != NotReported && finding.Lacks(a.Findings, q, lexicon.Numbered) && !r.asked.Counts(finding.Leading(a.Findings, q).Field):
		premise = "No source here gives a number"
	case r.asked.Shape[rank.Who] > 0 && r.Objects() && len(a.Findings) > 0 && r.asked.Of(finding.Leading(a.Findings, q).Field)[rank.Title] > 0 && a.Status != NotReported:
		premise = "No source here says who objected to it"
	case r.AsksWhen() && a.Status != NotReported && finding.Lacks(a.Findings, q, lexicon.Timed):
		premise = "No source here gives a date"
	}
	switch {
	case r.Counts != nil && q.Lists(): // of a draft that there is not
		a.Findings = nil
	case r.then != "" && len(a.Findings) > 0:
		first, second = s.valuesText(r, q, a, s.room)
	case s.unborn(q):
		first = fmt.Sprintf("Nothing: %s was not public by %s", wording.Say(q.Versions[0]), wording.Date(s.ev.AsOf))
	case q.Kind == query.Glossary:
		first, a.Status = strings.Join(telling.Glossary(s.seen, r.Named, r.text), " "), Answered
	case q.Kind == query.Overview:
		first, second = s.overviewText(r, q, a)
	case q.Kind == query.WhichPoint:
		first, second = s.whichPointText(r, a)
	case q.Kind == query.Point, q.Kind == query.Follow:
		first, second = s.pointText(r, q, a)
	case q.Kind == query.Disputed:
		first, second = s.disputedText(r, q, a)
	case q.Kind == query.Events && r.nowhere != "":
		first = "Not reported: no source here tells of anything in “" + r.nowhere + "”" + map[bool]string{true: " then"}[q.From != ""]
		if papers := pick.Keep(s.seen.Drafts(), func(v *plan.Record) bool {
			return q.From != "" && v.Date != "" && q.Covers(v) && strings.Contains(v.Title, r.nowhere)
		}); len(papers) > 0 {
			first += " but of " + wording.And(pick.Each(papers, func(v *plan.Record) string { return wording.Say(v) + ", " + wording.Date(v.Date) }))
			second = papers[0].Title
		}
	case q.Kind == query.Events:
		first, second = s.eventsText(r, q, a)
	case len(a.Findings) == 0 && r.quote != "":
		first = "Not reported: no source here has the words " + wording.Quoted(wording.Clip(r.quote, 80))
	case r.asked.Voice > 0 && (len(a.Findings) == 0 || a.Status == NotReported):
		name := r.voice()
		first = "Not reported: no source here has " + name + " on " + map[bool]string{true: "that point", false: "that"}[r.continued && len(q.Fields) > 0]
		if r.yesNo || slices.ContainsFunc(r.asked.Match.Terms, func(t search.Term) bool { return t.Unknown && !r.IsCue(t.Words[0].Start) }) {
			first = "Not found in these words: what " + name + " says of it"
		}
		if len(a.Findings) > 0 {
			f, lead := &a.Findings[0], "On record by "+name+" is "
			if others := finding.Those(a.Findings, func(f *finding.Finding) bool {
				return f.Only == nil && len(f.Contents) > 0 && f.Topic.About == plan.AboutText
			}); len(others) > 0 && (f.Only == nil || !r.asked.Touches(f.Record, f.Field)) { // on something else
				f, lead = others[0], "Nearest is "
			}
			second = lead + strings.Replace(s.tell.One(f, s.index.Lower(f.Field.Title), s.room-telling.Length(first)-telling.Length(name)-20), telling.Differ, strings.ToLower(telling.Differ), 1)
		}
	case len(a.Findings) > 0 && (q.Newest || (q.Kind == query.Open || r.Has("still")) && len(q.Versions) == 0 && slices.ContainsFunc(a.Findings, func(f finding.Finding) bool { return s.lists(&f) })):
		first = s.newestText(a)
	case q.Lists(), (q.Kind == query.Compare || q.Kind == query.Uptake) && r.asked.Broad(), q.Kind == query.Compare && (len(r.asked.Topic) > 3 || q.Led && len(q.Fields) > 3 || finding.Lopsided(a.Findings, q)) && len(q.Versions) == 2 && !(r.Ambiguous() && !r.Cued(query.Compare) && finding.AllSay(a.Findings, q)):
		first, second = s.listText(r, q, a)
	case r.asked.Profile && len(a.Findings) > 0:
		first = s.profileText(r, a)
	case ((r.asked.Wide && q.Kind == query.Value || r.asked.Topic != nil && (len(q.Versions) == 1 && q.Kind == query.Value || len(q.Versions) > 2 && q.Kind == query.Compare)) && q.Also == nil || (len(q.Versions) > 2 || r.Ambiguous() && r.asked.Topic != nil && finding.AllSay(a.Findings, q)) && q.Kind == query.Compare && len(q.Fields) > 3) && a.Status != NotReported && s.topicText(r, q, a) != "":
		first = s.topicText(r, q, a)
	case len(a.Findings) > 0:
		first, second = s.valuesText(r, q, a, s.room-telling.Length(premise)-3)
	}
	if premise != "" {
		first, second = premise, first
	}
	if first != "" {
		a.lead = wording.Shortened(strings.TrimRight(first, ". "), s.room)
		a.Text = wording.Clip(wording.Sentences(s.room, first, second), s.room)
	}
}

// valuesText tells the field that answers best: what each record says of it, the
// best source, and who is silent.
func (s *Session) valuesText(r *reading, q *query.Query, a *Answer, room int) (first, second string) {
	lead, then := finding.Leading(a.Findings, q), r.then
	if then == lexicon.OnDay {
		when := map[bool]string{true: " is " + wording.Dated(lead.Record), false: ": " + wording.Date(lead.Record.Date)}[lead.Record.Kind == plan.Draft]
		first = wording.FirstUpper(wording.Say(lead.Record)) + when
		if days := wording.SaidOn(s.seen, lead.Cited()); r.asked.Voice > 0 && days != "" { // when it was said
			first = lead.Field.Title + " " + wording.In(lead.Record) + ", said or reported: " + days
		}
		return first, s.tell.SoSay([]*finding.Finding{lead}, false, s.room-telling.Length(first))
	}
	if text := s.heldText(r, q, a); text != "" && then == "" {
		return text, ""
	}
	group, silent := s.together(r, q, a.Findings, lead)
	numbered := func(f *finding.Finding) bool { // has a number that is asked about
		return slices.ContainsFunc(f.Contents, func(k compare.Content) bool { return r.asked.Numbered(k.Value) })
	}
	if q.Kind != query.Compare && q.Kind != query.History && slices.ContainsFunc(group, numbered) {
		group, silent = pick.Preferred(group, numbered), nil
	}
	if no, ban := r.Has("no", "without"), r.Bans(); q.All && (no || ban) { // which drafts have none, or rule it out
		group = pick.Preferred(group, func(f *finding.Finding) bool {
			return no && f.Gone() || f.State == plan.Present && (lexicon.Refuses(f.Contents[0].Value.String()) || strings.HasPrefix(f.Contents[0].Value.String(), "no "))
		})
	}
	if (q.All && !r.Has("each", "every") || r.asked.Actor()) && q.Kind == query.Value { // those that say what is asked about beyond the names of the field
		group = pick.Preferred(group, func(f *finding.Finding) bool { return r.asked.Beyond(f.Record, f.Field, 0.9) > 0 })
	}
	if named := search.Words(r.named); len(named) > 1 {
		group = pick.Preferred(group, func(f *finding.Finding) bool { // what has the name that it asks about
			return strings.Contains(strings.ToLower(s.tell.Content(f, 2*mostText)), strings.ToLower(r.named))
		})
	}
	if q.Kind == query.Verify && len(q.Versions) == 0 && !r.AsksAny() && !q.All && slices.Contains(r.asked.Theirs, lead.Record) && !slices.ContainsFunc(group, func(f *finding.Finding) bool { return f.Names(s.index, r.Parties) }) {
		group, silent = []*finding.Finding{lead}, nil // of the party that it is said of
	}
	if q.Kind == query.History && q.Holder == "" && len(group) > 2 {
		group = pick.Preferred(group, func(f *finding.Finding) bool { return f.Record.Kind == plan.Draft })
	}
	if so := func(f *finding.Finding) bool { return s.saysSo(r, f) == "Yes" }; r.AsksAny() && q.Kind == query.Verify && slices.ContainsFunc(group, so) { // those, and where it is gone
		group = slices.DeleteFunc(pick.Firstly(group, so), func(f *finding.Finding) bool { return !so(f) && !f.Gone() })
	}
	if len(group) == 0 {
		return s.silentText(r, q, lead, silent, a)
	}
	if q.Kind == query.Search && r.asked.Voice == 0 && r.quote == "" && !(r.Has("quot") && r.asked.Shape[rank.Who] == 0) && slices.ContainsFunc(group, func(f *finding.Finding) bool { return len(f.Told()) > 0 }) {
		then = map[bool]string{true: lexicon.ByFirst, false: lexicon.BySpeaker}[r.Has("first")]
	}
	switch then {
	case lexicon.ByFirst:
		return s.tell.FirstSaid(group[0], s.room), ""
	case lexicon.BySpeaker:
		return s.tell.WhoSays(lead.Field.Title, group, r.Objects(), room), ""
	}
	if len(q.Also) > 0 && !r.twins { // of several drafts each of two fields takes as much
		room = min(room, map[bool]int{true: s.room / 2, false: s.room - 80}[len(q.Versions) == 0])
	}
	verdict, rest := s.verdict(r, q, group, len(silent)), s.unsaid(silent, len(q.Versions), q.Kind == query.History, room)
	verdict = strings.TrimPrefix(verdict+": ", ": ")
	title := verdict + lead.Field.Title
	holds := func(f *finding.Finding) bool { // what is gone or moved comes from nowhere
		return len(f.Told()) > 0 && f.State != plan.Severed && !f.Gone()
	}
	switch {
	case q.Kind == query.Origin && slices.ContainsFunc(group, holds):
		held := pick.Preferred(pick.Preferred(group, holds), func(f *finding.Finding) bool { return f.Record.Kind == plan.Draft })
		f := finding.Earliest(pick.Preferred(held, func(f *finding.Finding) bool { // what the draft says that is asked about
			n := len(q.Versions)
			return n > 0 && (n == 1 || r.continued) && slices.ContainsFunc(held, func(g *finding.Finding) bool {
				return g.Record == q.Versions[n-1] && f.SaysAs(g)
			})
		}), r.asked.Said)
		first = title + ", first in " + wording.Say(f.Record) + " (" + wording.Date(f.Record.Date) + "): " + s.tell.Content(f, 120)
		switch by := f.Told()[0].Proponent; {
		case by != "" && len(f.Told()) == 1:
			first += "; proposed by " + wording.Parties([]string{by})
		case by == "" && len(f.Record.By) > 0 && len(f.Record.By) < 4 && f.Record.Kind == plan.Draft:
			sides := pick.Keep(f.Record.By, func(by string) bool { return slices.Contains(f.Record.Parties, by) }) // each wants its part of it
			first += map[bool]string{true: "; a draft by ", false: "; put forward by "}[len(sides) > 1] + wording.Parties(f.Record.By)
		}
		second = s.tell.SoSay([]*finding.Finding{f}, false, s.room-telling.Length(first)-3)
	case r.Extreme() != 0 && lead.Field.Kind.Numeric():
		return s.tell.ByAmount(q, lead.Field.Title, group, r.Extreme(), room-telling.Length(rest)) + rest, ""
	case len(group) == 1:
		f := group[0]
		first = s.tell.One(f, lead.Field.Title, room-telling.Length(verdict)-telling.Length(rest)) + rest
		if rest, ok := strings.CutPrefix(first, telling.Differ); !ok {
			first = verdict + first
		} else if strings.HasPrefix(verdict, "No: ") { // else it is said once
			first = verdict + "disputed, " + rest
		} else if r.yesNo && verdict == "" { // on more, or on less, than what was asked
			if first = telling.Apart + rest; len(r.asked.Numbers) > 0 && !r.Limits() && !r.Denies() && !slices.ContainsFunc(f.Claims, r.asked.Carries) { // not on this
				first = wording.FirstUpper(strings.Replace(rest, ": ", ", where accounts differ: ", 1))
			}
		}
		if f.State != plan.Disputed {
			second = s.second(r, a, f, s.room-telling.Length(first)-3)
			if f.Gone() && second == "" && (q.Kind == query.Value || q.Kind == query.Verify) && len(q.Versions) == 1 && len(q.Also) == 0 {
				second = s.nearby(r, f, s.room-telling.Length(first)-3)
			}
		}
		if r.Then() == lexicon.ByProponent && f.Field.Kind.Numeric() {
			then = lexicon.ByProponent
		}
	default:
		first = title + ": " + s.tell.Shared(q, group, room-telling.Length(title)-telling.Length(rest)-3) + rest
		if q.All && r.Mentions() && strings.Contains(first, " more value") { // which they are was asked
			has := pick.Preferred(group, func(f *finding.Finding) bool { return !f.Gone() })
			first = title + ": in " + wording.Some(telling.Names(has), room-telling.Length(title)-telling.Length(rest)-8) + rest
		}
		of := group
		if len(q.Versions) == 0 && len(group) > 2 {
			of = pick.Preferred(group, func(f *finding.Finding) bool { return slices.Contains(s.seen.Overview, f.Record.ID) })
		}
		second = s.tell.SoSay(of, true, s.room-telling.Length(first)-3)
	}
	if also := s.alsoText(r, q, a, lead.Field, s.room-telling.Length(first)-3); also != "" {
		second = also
	}
	if then == lexicon.ByProponent && lead.Record.Kind == plan.Draft && lead.Record.By != nil {
		if second = wording.FirstUpper(wording.Say(lead.Record)) + " was put forward by " + wording.Parties(lead.Record.By); r.half {
			return second, "" // the first half has told the rest
		}
	}
	return first, second
}

// unsaid names the drafts that are silent, or counts them where they are many or there
// is little room; of a history nothing: its view has them.
func (s *Session) unsaid(silent []*finding.Finding, named int, through bool, room int) string {
	if len(silent) == 0 || s.room < mostText && named == 0 || through || s.aside && len(silent) > 2 {
		return "" // the view has it
	}
	text := "; not reported for "
	if all := wording.Some(telling.Names(silent), 99); (len(silent) < 3 || named >= len(silent)) && telling.Length(text+all) <= room/3 {
		return text + all
	}
	return text + wording.Count(len(silent), "other")
}

// together are the findings of one field, and those of it that are silent; but in the
// order of time those first that say what a question asks for, then those that it names.
func (s *Session) together(r *reading, q *query.Query, fs []finding.Finding, first *finding.Finding) (group, silent []*finding.Finding) {
	s.aside = false
	for i := range fs {
		f := &fs[i]
		switch {
		case f.Field != first.Field || f.Nearest || !q.Asks(f.Record) && !q.Through() && f != first:
		case f.State == plan.Lacuna && len(q.Versions) == 0 && (slices.ContainsFunc(fs, func(g finding.Finding) bool {
			return g.Record == f.Record && g.Topic == f.Topic && g.State != plan.Lacuna
		}) || r.asked.Elsewhere(f.Record, f.Topic, f.Field)): // it tells of the matter elsewhere
			s.aside = true
		case f.State == plan.Lacuna:
			silent = append(silent, f)
		case q.Kind == query.History && len(group) == 0 && f.State == plan.Omitted: // not there yet
		default:
			group = append(group, f)
		}
	}
	if q.Through() {
		return group, silent
	}
	gone := func(f *finding.Finding) int { // those that have it come first
		return map[bool]int{true: 1}[len(q.Versions) == 0 && f.Gone()]
	}
	other := func(f *finding.Finding) int { // the main drafts first, events and positions last
		return map[bool]int{true: 2}[f.Record.Kind != plan.Draft] - map[bool]int{true: 1}[slices.Contains(s.seen.Overview, f.Record.ID)]
	}
	named := func(f *finding.Finding) int { return cmp.Or(slices.Index(q.Versions, f.Record)+1, len(q.Versions)+1) }
	for _, f := range group {
		f.Beyond = r.asked.Beyond(f.Record, f.Field, 0.5)
	}
	slices.SortStableFunc(group, func(f, g *finding.Finding) int {
		return cmp.Or(cmp.Compare(g.Beyond, f.Beyond), gone(f)-gone(g), named(f)-named(g), other(f)-other(g), lexicon.InTime(f.Record, g.Record))
	})
	return group, silent
}

// nearby is what stands in the place of a finding that is gone: what the draft before it has, where
// it was deleted, else what its record has that is nearest to the question; "" where there is
// nothing, or no room.
func (s *Session) nearby(r *reading, gone *finding.Finding, room int) string {
	in := []*plan.Record{gone.Record}
	f, was := s.finds.InPlace(gone, s.seen.Base(gone.Record), s.finds.Related(r.asked.Related(in, []*plan.Field{gone.Field}), in))
	switch {
	case f == nil || room < 40: // characters
		return ""
	case was:
		return "In " + wording.Say(f.Record) + ": " + s.tell.Content(f, room-telling.Length(wording.Say(f.Record))-5)
	}
	return "Nearest there: " + s.tell.Item(f, room-16)
}

// second is what the same record says of the next field asked about: of a topic, of as
// many as there is room for.
func (s *Session) second(r *reading, a *Answer, first *finding.Finding, room int) string {
	topic := slices.Contains(r.asked.Topic, first.Field)
	next := finding.Those(a.Findings, func(f *finding.Finding) bool {
		asked := topic && slices.Contains(r.asked.Topic, f.Field) || r.asked.Of(f.Field)[rank.Field] >= 0.7*r.asked.Of(first.Field)[rank.Field]
		return asked && f.Record == first.Record && f.Field != first.Field && !f.Nearest && len(f.Contents) > 0 && telling.Length(s.tell.Item(f, 120)) <= room
	})
	if !topic {
		next = next[:min(1, len(next))]
	}
	return wording.Fitting(pick.Each(next, func(f *finding.Finding) string { return s.tell.Item(f, 120) }), room)
}

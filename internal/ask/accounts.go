package ask

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/lexicon"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/query"
	"plandiff/internal/rank"
	"plandiff/internal/search"
	"plandiff/internal/wording"
)

// overviewText is a draft, or all of them, in a sentence.
func (s *Session) overviewText(r *reading, q *query.Query, a *Answer) (first, second string) {
	if len(q.Named()) == 0 {
		parts := pick.Each(s.view.PublicRecords(s.seen.Overview), func(v *plan.Record) string { return wording.Say(v) + " (" + wording.Date(v.Date) + ")" })
		drafts := s.view.PublicRecords(idsOf(s.seen.Drafts()))
		if drafts == nil {
			return "No draft was public by then", ""
		}
		a.Notes = append(a.Notes, pick.Each(drafts, func(v *plan.Record) string {
			return fmt.Sprintf("%s: %s, %s", v.ID, v.Title, wording.Known(s.view, v))
		})...)
		return fmt.Sprintf("There are %s; the main ones are %s", wording.Count(len(drafts), "draft"), wording.And(parts)), ""
	}
	named := q.Named()
	if len(a.Findings) == 0 {
		return "Not reported: no source here tells what " + wording.Say(named[0]) + " says", ""
	}
	main := func(v *plan.Record) []*Finding { // what is contested first
		out := oneOfEach(s.mainOf(a.Findings, func(f *Finding) bool { return f.Record == v && f.says() && !f.Outline }))
		return pick.Firstly(out, func(f *Finding) bool {
			return f.Topic.About == plan.AboutText && (f.State == plan.Bracketed || f.State == plan.Disputed)
		})
	}
	if len(q.Versions) > 1 {
		return s.oneByOne(q.Versions, main), ""
	}
	v := named[0]
	first = v.Title
	if n := len(v.By); n > 2 && n < 5 || n > 0 && r.Then() == lexicon.ByProponent { // a group
		first += ", by " + wording.And(v.By)
	}
	first = fmt.Sprintf("%s, %s; %s", wording.FirstUpper(first), wording.Date(v.Date), wording.Known(s.view, v))
	const short, long = 68, 100 // characters that tell a subject, so that several have room; one may be longer
	spare, told := 1, pick.Preferred(main(v), func(f *Finding) bool { return !f.gone() })
	parts := pick.Each(told, func(f *Finding) string {
		text := s.item(f, max(20, short-2-length(f.Field.Title)))
		if whole := s.item(f, long); strings.Contains(text, "…") && spare > 0 && length(whole) <= long {
			spare, text = 0, whole
		}
		return text
	})
	parts = pick.Preferred(parts, func(part string) bool { return strings.Contains(part, ": ") && length(part) <= long })
	return first, wording.Fitting(parts, s.room-length(first)-8)
}

// whichPointText gives the number of the point in each draft.
func (s *Session) whichPointText(r *reading, a *Answer) (first, second string) {
	if len(a.Findings) == 0 {
		return "", ""
	}
	field := a.Findings[0].Field
	var parts []string
	var silent []*Finding
	places := map[*plan.Record]string{}
	for i := range a.Findings {
		f := &a.Findings[i]
		if f.Record.Kind != plan.Draft || f.Field != field {
			continue
		}
		place := compare.Place(s.view, f.Record, f.Field.ID, f.Claims)
		gone := f.gone()
		if place == "" && !gone {
			silent = append(silent, f)
			continue
		}
		places[f.Record] = place
		parts = append(parts, wording.PointOf(f.Record, place, field.Title, map[bool]plan.State{true: f.State}[gone]))
	}
	if len(parts) == 0 {
		what, _ := s.meant(r, &a.Findings[0])
		a.Status = a.onlyNearest()
		if len(silent) == 0 {
			return "Not found in these words: “" + what + "”", ""
		}
		return fmt.Sprintf("Not reported: no source here numbers “%s” in %s", what, wording.Some(names(silent), 120)), ""
	}
	here := those(a.Findings, func(f *Finding) bool {
		return places[f.Record] != "" && places[f.Record] == compare.Place(s.view, f.Record, f.Field.ID, f.Claims)
	})
	title := wording.FirstUpper(wording.And(slices.Compact(s.titles(here)))) // of all that stands there
	return title + ": " + wording.Some(parts, s.room-length(title)-40) + s.unsaid(silent, 0, false), ""
}

// pointText is what a point holds, or where it went.
func (s *Session) pointText(r *reading, q *query.Query, a *Answer) (first, second string) {
	v := s.pointVersion(q)
	if v == nil {
		return "", ""
	}
	p := v.Point(q.Points[0])
	name := fmt.Sprintf("Point %d of %s", q.Points[0], wording.Say(v))
	switch {
	case p == nil && v.PointCount > 0 && q.Points[0] > v.PointCount:
		return fmt.Sprintf("%s has no point %d; it has %d points", wording.FirstUpper(wording.Say(v)), q.Points[0], v.PointCount), ""
	case p != nil && p.Title != "":
		name += ", “" + p.Title + "”"
	}
	if went := wording.Trails(s.trails(v, q.Points[0], q.Versions), v.Point(q.Points[0]), len(q.Versions) > 1); q.Kind == query.Follow && went != nil {
		text := name + ", is " + wording.Some(went, s.room-length(name)-6)
		if main := s.mainOf(a.Findings, (*Finding).says); len(main) > 0 {
			group, _ := s.together(r, &query.Query{Kind: query.History}, a.Findings, main[0])
			second = main[0].Field.Title + ": " + s.shared(new(query.Query), group, s.room-length(text)-length(main[0].Field.Title)-6)
		}
		return text, second
	}
	share := (s.room - 2) / len(q.Points)
	texts := pick.Each(q.Points, func(n int) string {
		at := s.at(v, n)
		held := s.mainOf(a.Findings, func(f *Finding) bool { return find(at, v, f.Field) >= 0 && f.Record == v && f.says() })
		name := fmt.Sprintf("point %d of %s", n, wording.Say(v))
		if p := v.Point(n); p != nil && p.Title != "" {
			name += ", “" + p.Title + "”"
		}
		if parts := s.items(pick.Preferred(held, func(f *Finding) bool { return !f.gone() }), 90); parts != nil {
			return name + ": " + wording.Several(parts, share-length(name)-4)
		}
		return "not reported: no source here tells what is in " + name
	})
	return wording.FirstUpper(strings.Join(texts, "; ")), ""
}

func (s *Session) pointVersion(q *query.Query) *plan.Record {
	if of := slices.Concat(q.Versions, s.defaults()); len(of) > 0 {
		return of[0]
	}
	return nil
}

// eventsText names what happened with its day.
func (s *Session) eventsText(r *reading, q *query.Query, a *Answer) (first, second string) {
	var seen []*plan.Record
	for i := range a.Findings {
		v := a.Findings[i].Record
		within := q.From == "" && v.Kind == plan.Event || r.day != "" || q.From != "" && q.Covers(v)
		if v.Kind != plan.Position && within && !(v.Kind == plan.Draft && r.OfMeetings()) && !slices.Contains(seen, v) {
			seen = append(seen, v)
		}
	}
	if r.met && r.yesNo {
		if seen = s.ranker.There(&r.asked, r.Named, r.terms, s.ranker.Places(&r.asked, r.Named, r.terms), seen); len(seen) == 0 {
			a.Status = a.onlyNearest()
			return "Not reported: no source here tells that they met" + map[bool]string{true: " then"}[q.From != ""], ""
		}
	}
	switch {
	case len(a.Findings) == 0:
		return "", ""
	case len(seen) == 0:
		f := &a.Findings[0]
		return s.one(f, f.Field.Title, s.room), ""
	case len(seen) == 1:
		day := wording.Days([]plan.Date{seen[0].Date}, q.From, q.To)[0]
		return s.eventText(r, a, seen[0], wording.Say(seen[0])+" ("+day+")")
	}
	const lead, least = 64, 36 // characters, and what is said of each
	most, all := s.room-lead-length(s.premiseText(r)), len(seen)
	list := func(name func(*plan.Record) string, room int) []string { // each with its day, and what came of it where there is room
		days := wording.Days(pick.Each(seen, func(v *plan.Record) plan.Date { return v.Date }), q.From, q.To)
		return pick.Each(seen, func(v *plan.Record) string {
			day := days[slices.Index(seen, v)]
			if q.From != "" && v.Date.First() > q.To.Last() { // told of before its day
				day = "first reports"
			}
			return name(v) + " (" + day + ")" + s.toldOf(r, a, v, room)
		})
	}
	fits := func(parts []string) bool { return length(strings.Join(parts, "; ")) <= most }
	name, told := wording.Say, 0
	if (r.asked.Shape[rank.When] > 0 || r.OfMeetings()) && !fits(list(name, 0)) { // each of them is asked for
		name = wording.Short
	}
	for room := most / all; (all <= few || (r.continued || r.asked.Shape[rank.Who] > 0) && all < 2*few) && room > least; room -= 10 {
		if told = room; fits(list(name, told)) {
			break
		}
		name = wording.Short
	}
	for len(seen) > 1 && !fits(list(name, told)) {
		out := r.asked.Least(seen)
		if q.From == plan.Earliest { // the latest are named
			out = map[bool]int{true: len(seen) - 1}[q.To == plan.Latest]
		}
		seen = slices.Delete(seen, out, out+1)
	}
	parts := list(name, told)
	days := wording.Period(q.From, q.To)
	if all > len(seen) && q.From != plan.Earliest || r.Has("how many") {
		meetings := r.OfMeetings() && !slices.ContainsFunc(seen, func(v *plan.Record) bool { return !s.ranker.Meeting(v) })
		days += ", " + wording.Count(all, map[bool]string{true: "meeting", false: "record"}[meetings])
	}
	if all > len(seen) {
		parts = append(parts, fmt.Sprintf("%d more", all-len(seen)))
	}
	if days = strings.Trim(days, ", "); days != "" {
		days += ": "
	}
	if text := strings.Join(parts, "; "); strings.Contains(text, ": ") {
		parts = []string{text}
	}
	return wording.FirstUpper(days + wording.And(parts)), ""
}

// toldOf is what came of an event, or who took part if that is asked; "" without room for it.
func (s *Session) toldOf(r *reading, a *Answer, v *plan.Record, room int) string {
	news := s.newsOf(a, v)
	if room == 0 || len(news) == 0 || v.Kind != plan.Event || s.ranker.Outcome == nil {
		return ""
	}
	_, share := s.ranker.Talks(s.beyond(r))
	if there := s.attending(a, v, s.ranker.Whose(r.Named, r.terms), share, room); r.asked.Shape[rank.Who] > 0 && len(there) > 0 {
		return ": " + wording.Fitting(there, room)
	}
	f := pick.Preferred(news, func(f *Finding) bool { return share(f.Field) >= part })[0]
	return ": " + strings.TrimPrefix(s.item(f, room), s.index.Lower(s.ranker.Outcome.Title)+": ")
}

const part = 0.25 // of what a question asks of a meeting, in the names of a field
const half = 0.5  // of a question, so that it is about a field

// eventText is what one event came to: of what a question asks about, if that is known.
func (s *Session) eventText(r *reading, a *Answer, v *plan.Record, name string) (first, second string) {
	news, who, beyond := s.newsOf(a, v), r.asked.Shape[rank.Who] > 0, s.beyond(r)
	asked, share := s.ranker.Talks(beyond)
	meets := func(f *Finding) bool {
		return share(f.Field) >= part && !r.Has("happen") && !(who && (f.Topic.About != plan.AboutTalks || s.ranker.Gathers(f.Field) || f.Field.Kind == plan.Choice || s.ranker.People(f.Field))) || r.Cued(query.Open) && slices.Contains(s.ranker.Open, f.Field)
	}
	there := s.attending(a, v, s.ranker.Whose(r.Named, r.terms), share, s.room)
	place := those(a.Findings, func(f *Finding) bool { return f.Record == v && f.Field == s.ranker.Place && f.says() })
	switch {
	case r.Has("where") && !who && len(place) > 0:
		return name + ": " + s.content(place[0], s.room-length(name)), s.soSay(place, false, s.room-length(name))
	case r.asked.Shape[rank.When] > 0 && !r.Has("happen") && len(news) > 0: // which the name has
		return name, s.soSay(news[:1], false, s.room)
	}
	if r.met && r.yesNo {
		name = "They were there: " + name
	}
	if name += ": "; r.half { // the first half has named it
		name = ""
	}
	told := pick.Preferred(news, meets)
	switch known := slices.ContainsFunc(told, meets); {
	case who && len(there) > 0:
		name += wording.Fitting(there, (s.room-length(name)-4)/map[bool]int{true: 2, false: 1}[known]) + "; "
		if !known {
			told = nil
		}
	case who && (asked != nil || len(beyond.Terms) == 0) && len(v.By) > 1 && !known:
		return wording.FirstUpper(name + wording.And(v.By)), ""
	}
	if best := r.asked.Cells[0].Field; !slices.ContainsFunc(told, meets) && best.Topic.About == plan.AboutText && share(best.Field) >= 2*part && !r.Has("happen") {
		return "Not reported for " + strings.TrimRight(name, ": ") + ": " + s.index.Lower(best.Field.Title), ""
	}
	if len(told) > 0 {
		name += wording.Several(s.items(told, max(110, (s.room-length(name)-60)/len(told))), s.room-length(name)-4)
		second = map[bool]string{true: s.soSay(told[:1], false, s.room-length(name)-3)}[len(told) == 1]
	}
	return wording.FirstUpper(strings.TrimRight(name, ":; ")), second
}

// attending are the lists of who took part in a meeting, the one most asked about first: each
// side by its people or who leads it, where all have room, else without a list that another
// has all of.
func (s *Session) attending(a *Answer, v *plan.Record, parties []string, share func(*plan.Field) float32, most int) []string {
	of := func(f *Finding, groups []string) bool {
		return slices.ContainsFunc(s.index.Groups(search.Words(f.Field.Title)), func(g string) bool { return slices.Contains(groups, g) })
	}
	all := pick.Firstly(those(a.Findings, func(f *Finding) bool { return f.Record == v && s.ranker.People(f.Field) && len(f.Contents) > 0 }), func(f *Finding) bool { return of(f, parties) })
	lists := pick.Drop(all, func(f *Finding) bool { return !s.ranker.Gathers(f.Field) && share(f.Field) < part })
	within := func(f *Finding, items []string) bool {
		return !slices.ContainsFunc(f.Contents, func(k compare.Content) bool {
			return k.Value.Items == nil || slices.ContainsFunc(k.Value.Items, func(item string) bool { return !slices.Contains(items, item) })
		})
	}
	var sides []*Finding
	for _, by := range v.By {
		if i := slices.IndexFunc(all, func(f *Finding) bool { return !within(f, v.By) && of(f, s.index.Groups(search.Words(by))) }); i >= 0 {
			sides = append(sides, all[i])
		}
	}
	sides = pick.Firstly(sides, func(f *Finding) bool { return of(f, parties) })
	if len(parties) == 1 && len(sides) > 0 && of(sides[0], parties) { // who was there for it
		return s.items(sides[:1], most)
	}
	for _, by := range v.By {
		if len(parties) == 1 && len(sides) > 0 && s.lexicon.Names(by, parties[0]) {
			return []string{"nobody is named for " + by}
		}
	}
	if parts := s.items(sides, most); len(sides) == len(v.By) && length(strings.Join(parts, "; ")) <= most && !slices.ContainsFunc(lists, func(f *Finding) bool { return share(f.Field) >= part }) {
		return parts
	}
	slices.SortStableFunc(lists, func(f, g *Finding) int { return cmp.Compare(share(g.Field), share(f.Field)) })
	return s.items(pick.Drop(lists, func(f *Finding) bool {
		return slices.ContainsFunc(lists, func(g *Finding) bool {
			return g != f && slices.ContainsFunc(g.Contents, func(k compare.Content) bool { return within(f, k.Value.Items) })
		})
	}), most)
}

// beyond is what a question asks of a meeting, its name, its place and its day apart.
func (s *Session) beyond(r *reading) *search.Match {
	all, rest := s.index.Match(r.terms), []search.Term(nil)
	for i, t := range r.terms {
		if at := r.Word(t); !r.Used[at] && !r.Titled[at] && !r.Place(t) && !r.IsCue(t.Words[0].Start) && !r.asked.Party(t) && !s.ranker.Speaks(all, i) {
			rest = append(rest, t)
		}
	}
	return s.ranker.Beyond(rest)
}

// newsOf are what an answer tells of an event: what came of a meeting first, then the papers and
// clauses that it concerns, who took part last; not its day, and not what its title says.
func (s *Session) newsOf(a *Answer, v *plan.Record) []*Finding {
	titled := map[string]bool{}
	for _, w := range search.Words(v.Title) {
		titled[w.Stem] = true
	}
	out := those(a.Findings, func(f *Finding) bool {
		return f.Record == v && len(f.Contents) > 0 && f.Field.Kind != plan.DateKind && slices.ContainsFunc(search.Words(s.content(f, s.room)), func(w search.Word) bool { return !w.Common() && !titled[w.Stem] })
	})
	meeting := s.ranker.Meeting(v)
	slices.SortStableFunc(out, func(f, g *Finding) int {
		if f.Topic == g.Topic && f.Topic.About == plan.AboutDocument {
			return s.ranker.At(f.Field) - s.ranker.At(g.Field)
		}
		return cmp.Or(s.ranker.News(f.Field, meeting)-s.ranker.News(g.Field, meeting), len(g.Claims)-len(f.Claims))
	})
	return out
}

// disputedText sets the accounts against each other.
func (s *Session) disputedText(r *reading, q *query.Query, a *Answer) (first, second string) {
	why := map[bool]string{true: noReason}[r.Cued(query.Why)]
	contested := func(f Finding) bool { return f.State == plan.Disputed && len(q.Fields) > 0 && f.Field == q.Fields[0] }
	if d := s.ranker.Disagreement(r.asked.Match); d != nil && (!slices.ContainsFunc(a.Findings, contested) || slices.ContainsFunc(s.sidesOf(d), contested)) {
		a.Notes, a.Status = append(a.Notes, d.Note), Answered
		of, note := s.sidesOf(d), cmp.Or(d.Note, why)
		a.Findings = append(a.Findings, of...)
		sides := pick.Each(of, func(f Finding) string {
			_, _, name := s.source(&f)
			f.State = plan.Present // that others differ is said of all
			return s.content(&f, 80) + " (" + cmp.Or(f.Only[0].By, name) + ")"
		})
		return "Accounts differ: " + wording.Several(sides, s.room-length(note)-30), note
	}
	disputed := those(a.Findings, func(f *Finding) bool { return f.State == plan.Disputed })
	parts := pick.Each(disputed, func(f *Finding) string {
		name := s.index.Lower(f.Field.Title) + " in " + wording.Say(f.Record)
		if n := len(disputed); n < 3 {
			return name + ": " + wording.Sides(s.seen, f.contents(), (s.room-length(why)-16)/n-length(name)-4)
		}
		return name + " (" + strings.TrimPrefix(s.content(f, 80), wording.DisputedLead) + ")"
	})
	switch {
	case len(a.Findings) == 0 && r.asked.Broad() && len(q.Versions) > 0:
		return "Not reported: sources are not known to contradict each other on " + wording.Say(q.Versions[0]), ""
	case len(a.Findings) == 0:
		return "", ""
	case parts == nil:
		return s.valuesText(r, q, a, s.room)
	}
	return "Disputed: " + wording.Several(parts, s.room-length(why)-14), why
}

// profileText tells what a speaker or an outlet is on record with, each by where it
// stands.
func (s *Session) profileText(r *reading, a *Answer) string {
	name := r.full[r.asked.Match.Terms[0].Words[0].Start:r.asked.Match.Terms[r.asked.Voice-1].End()]
	if r.asked.Identity {
		return "On record of " + wording.FirstUpper(name) + ": " + wording.Several(s.ofSomebody(r, a), s.room-length(name)-16)
	}
	return "On record from " + name + ": " + wording.Some(pick.Each(a.Findings, func(f Finding) string { return s.item(&f, 70) + " " + wording.In(f.Record) }), s.room-length(name)-20)
}

// ofSomebody tells what is said of a person, what it is on where the title is not the name, and
// at how many meetings that one was, and as what.
func (s *Session) ofSomebody(r *reading, a *Answer) (out []string) {
	told := map[string]bool{}
	for i := range a.Findings {
		f := &a.Findings[i]
		text := s.item(f, 90)
		switch there := those(a.Findings, func(g *Finding) bool { return g.Field == f.Field }); {
		case told[f.Field.ID]:
			continue
		case s.ranker.People(f.Field):
			last := slices.MaxFunc(there, func(f, g *Finding) int { return f.Record.Date.Compare(g.Record.Date) })
			text = s.index.Lower(f.Field.Title) + " " + wording.In(f.Record)
			if told[f.Field.ID] = true; len(there) > 1 {
				text = s.index.Lower(f.Field.Title) + " at " + wording.Count(len(there), "meeting") + ", the last of " + wording.Date(last.Record.Date)
			}
		case r.asked.Titling(f.Field):
			text = s.content(f, 90)
		}
		if !told[text] {
			told[text], out = true, append(out, text)
		}
	}
	return out
}

// newestText tells what is newest on record, each thing with its day.
func (s *Session) newestText(a *Answer) string {
	newest := pick.Keep(a.Findings, func(f Finding) bool { return f.says() && (a.Query.Newest || s.lists(&f)) })
	slices.SortStableFunc(newest, func(f, g Finding) int { return g.Record.Date.Compare(f.Record.Date) })
	parts := pick.Each(newest, func(f Finding) string {
		return wording.Date(f.Record.Date) + ": " + s.item(&f, 70) + " (" + map[bool]string{true: "in "}[f.Record.Kind == plan.Draft] + wording.Say(f.Record) + ")"
	})
	return "The latest on record: " + wording.Fitting(parts, s.room-24)
}

// noReason is said where a question asks why, and no account explains it.
const noReason = "No source here says why"

// soSay names the best source of each of the first findings, with the record where they
// are of several.
func (s *Session) soSay(group []*Finding, several bool, room int) string {
	var parts []string
	for _, f := range group[:min(2, len(group))] {
		if _, speaker, name := wording.Cite(s.seen, f.Record, f.cited()); name != "" && f.State != plan.Disputed {
			parts = append(parts, speaker+name+map[bool]string{true: " on " + wording.Say(f.Record)}[several])
		}
	}
	if parts == nil {
		return ""
	}
	return "Sources: " + wording.Fitting(parts, room-9)
}

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

// events are what happened and which drafts came in the days asked about, or
// what the question's best cells tell of, each with what came of it.
func (s *Session) events(r *reading, q *query.Query) (out []finding.Finding) {
	var records []*plan.Record
	one := len(q.Records) == 1 && len(r.Dates) < 2 && !(q.From != "" && len(r.Dates) == 0) && !r.Cued(query.History) && !q.Misses(q.Records[0]) // it is named, with its day
	place := s.ranker.Places(&r.asked, r.Named, r.terms)
	meetings := (r.OfMeetings() || r.asked.Shape[rank.Who] > 0 && len(r.asked.Cells) > 0 && r.asked.Cells[0].Field.Topic.About == plan.AboutTalks) && (q.From == "" || len(r.Dates) > 0) && (len(place.Terms) > 0 || r.asked.Shape[rank.Who] == 0)
	for _, v := range s.seen.Records {
		named := v.Kind == plan.Event && slices.Contains(q.Records, v)
		other := one && !named || meetings && !named && !s.ranker.Meeting(v) && !(r.asked.Shape[rank.Who] > 0 && s.ranker.Attended(v)) || r.Plans() && !meetings && v.Kind != plan.Draft
		told := r.day != "" && v.Kind == plan.Draft && s.view.Public(v.ID) // before its own day
		if !other && v.Kind != plan.Position && v.Date != "" && v.ClaimCount() > 0 && (q.From == "" && named || q.From != "" && q.Covers(v) || told) {
			records = append(records, v)
		}
	}
	if missed := pick.Keep(q.Records, q.Misses); len(r.Dates) > 0 && len(missed) > 0 && len(missed) == len(q.Records) { // of another time: "the Geneva talks of 2026"
		records = pick.Preferred(records, func(v *plan.Record) bool { return r.Shares(s.index, v.ID) })
	}
	among := map[bool][]*plan.Record{true: records, false: s.seen.Records}[len(r.Dates) > 0 && len(records) > 0]
	if r.nowhere = s.ranker.Nowhere(&r.asked, r.Named, place, among); r.nowhere != "" {
		return nil
	}
	records = s.ranker.Narrow(&r.asked, r.Named, r.terms, place, records, q.From, q.To)
	if meetings && r.asked.Shape[rank.Who] > 0 && len(r.asked.Cells) > 0 && s.ranker.OfPeople(r.asked.Cells[0].Field.Field) {
		records = pick.Preferred(records, s.ranker.Attended)
	}
	if records == nil {
		return s.ofCells(r.asked.Best(), false)
	}
	_, share := s.ranker.Talks(s.ranker.Beyond(&r.asked, r.Named, r.terms))
	for _, v := range records {
		of := map[plan.RecordKind]plan.About{plan.Event: plan.AboutTalks, plan.Draft: plan.AboutDocument}[v.Kind]
		told := s.finds.OfRecord(v, func(f *finding.Finding) bool { return len(f.Contents) > 0 })
		if document := pick.Drop(told, func(f finding.Finding) bool { return f.Topic.About != of }); v.Kind == plan.Draft && (len(document) > 0 || len(records) <= few) {
			told = document
		}
		told = pick.Firstly(pick.Firstly(told, func(f finding.Finding) bool { return f.Topic.About == of }), func(f finding.Finding) bool { return share(f.Field) >= part }) // what it is about
		if len(records) > few {
			told = pick.Preferred(told, func(f finding.Finding) bool { return r.asked.Shape[rank.Who] > 0 && s.ranker.People(f.Field) })
			told = told[:min(map[bool]int{true: 2 * few, false: 1}[r.asked.Shape[rank.Who] > 0], len(told))]
		}
		out = append(out, told...)
	}
	if r.meeting || r.day != "" || r.asked.Broad() || q.From == plan.Earliest && q.To == plan.Latest {
		return out
	}
	return finding.Once(append(out, slices.DeleteFunc(s.ofCells(r.asked.Best(), false), func(f finding.Finding) bool {
		v := f.Record
		return (meetings || one) && v.Kind == plan.Draft || one && q.From == "" && !slices.Contains(records, v) && v.Kind == plan.Event || q.From != "" && !slices.Contains(records, v) && (v.Kind == plan.Event || v.Kind == plan.Draft && !v.Date.Within(q.From.First(), q.To.Last()))
	})...))
}

// few is how many events are told of with all that came of them; more, each with one thing.
const few = 3

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
	if r.met {
		if seen = s.ranker.Took(&r.asked, r.Named, r.terms, seen); len(seen) == 0 {
			a.Status = a.onlyNearest()
			return "Not reported: no source here lists them together" + map[bool]string{true: " then"}[q.From != ""], ""
		}
		seen = pick.Preferred(seen, s.ranker.Meeting)
	}
	switch {
	case len(a.Findings) == 0:
		return "", ""
	case len(seen) == 0:
		f := &a.Findings[0]
		return s.tell.One(f, f.Field.Title, s.room), ""
	case len(seen) == 1:
		day := wording.Days([]plan.Date{seen[0].Date}, q.From, q.To)[0]
		return s.eventText(r, a, seen[0], wording.Say(seen[0])+" ("+day+")")
	}
	const lead, least = 64, 36 // characters, and what is said of each
	most, all := s.room-lead-telling.Length(s.premiseText(r)), len(seen)
	list := func(name func(*plan.Record) string, room int) []string { // each with its day, and what came of it where there is room
		days := wording.Days(pick.Each(seen, func(v *plan.Record) plan.Date { return v.Date }), q.From, q.To)
		return pick.Each(seen, func(v *plan.Record) string {
			day := days[slices.Index(seen, v)]
			return name(v) + " (" + day + ")" + s.toldOf(r, a, v, room)
		})
	}
	fits := func(parts []string) bool { return telling.Length(strings.Join(parts, "; ")) <= most }
	name, told := wording.Say, 0
	if (r.asked.Shape[rank.When] > 0 || r.OfMeetings() && (q.From == "" || len(r.Dates) > 0)) && q.From != plan.Earliest && !fits(list(name, 0)) { // each of them is asked for
		name = wording.Short
	}
	for room := most / all; (all <= few || (r.continued || r.asked.Shape[rank.Who] > 0) && all < 2*few) && room > least; room -= 10 {
		if told = room; fits(list(name, told)) {
			break
		}
		name = wording.Short
	}
	meetings := r.OfMeetings() && !slices.ContainsFunc(seen, func(v *plan.Record) bool { return !s.ranker.Meeting(v) })
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
	return map[bool]string{true: "Yes: "}[r.met && r.yesNo] + wording.FirstUpper(days+wording.And(parts)), ""
}

// toldOf is what came of an event, or who took part if that is asked; "" without room for it.
func (s *Session) toldOf(r *reading, a *Answer, v *plan.Record, room int) string {
	news := s.newsOf(a, v)
	if room == 0 || len(news) == 0 || v.Kind != plan.Event || s.ranker.Outcome == nil {
		return ""
	}
	_, share := s.ranker.Talks(s.ranker.Beyond(&r.asked, r.Named, r.terms))
	if there := s.attending(a, v, s.ranker.Whose(r.Named, r.terms), share, room); r.asked.Shape[rank.Who] > 0 && len(there) > 0 {
		return ": " + wording.Fitting(there, room)
	}
	f := slices.MaxFunc(news, func(f, g *finding.Finding) int {
		return cmp.Compare(max(part, share(f.Field)), max(part, share(g.Field)))
	})
	return ": " + strings.TrimPrefix(s.tell.Item(f, room), s.index.Lower(s.ranker.Outcome.Title)+": ")
}

const part, half = 0.25, 0.5 // of what a question asks of a meeting, in the names of a field; of a question that is about one

// eventText is what one event came to: of what a question asks about, if that is known.
func (s *Session) eventText(r *reading, a *Answer, v *plan.Record, name string) (first, second string) {
	news, who, beyond := s.newsOf(a, v), r.asked.Shape[rank.Who] > 0, s.ranker.Beyond(&r.asked, r.Named, r.terms)
	asked, share := s.ranker.Talks(beyond)
	meets := func(f *finding.Finding) bool {
		return share(f.Field) >= part && !r.Has("happen") && !(who && (f.Topic.About != plan.AboutTalks || s.ranker.Gathers(f.Field) || f.Field.Kind == plan.Choice || s.ranker.People(f.Field))) || r.Cued(query.Open) && slices.Contains(s.ranker.Open, f.Field) ||
			r.yesNo && !r.met && !who && r.asked.Subject.Total > 0 && r.asked.Said(f.Claimed()) >= part*r.asked.Subject.Total || r.Has("how long") && slices.ContainsFunc(f.Claimed(), lexicon.Lasts)
	}
	there := s.attending(a, v, s.ranker.Whose(r.Named, r.terms), share, s.room)
	place := finding.Those(a.Findings, func(f *finding.Finding) bool { return f.Record == v && f.Field == s.ranker.Place && f.Says() })
	switch {
	case r.Has("where") && !r.Has("stand") && !who && len(place) > 0:
		return name + ": " + s.tell.Content(place[0], s.room-telling.Length(name)), s.tell.SoSay(place, false, s.room-telling.Length(name))
	case r.asked.Shape[rank.When] > 0 && !r.Has("happen", "how long") && len(news) > 0: // which the name has
		if len(lexicon.Questions(r.text)) > 1 { // and what came of it
			return name, wording.FirstUpper(s.tell.Item(news[0], s.room-telling.Length(name)-3))
		}
		return name, s.tell.SoSay(news[:1], false, s.room)
	}
	if r.met && r.yesNo {
		name = "They took part: " + name
	}
	if name += ": "; r.half { // the first half has named it
		name = ""
	}
	told := pick.Preferred(news, meets)
	switch known := slices.ContainsFunc(told, meets); {
	case who && len(there) > 0:
		name += wording.Fitting(there, (s.room-telling.Length(name)-4)/map[bool]int{true: 2, false: 1}[known]) + "; "
		if !known {
			told = nil
		}
	case who && (asked != nil || len(beyond.Terms) == 0) && len(v.By) > 1 && !known:
		return wording.FirstUpper(name + wording.Parties(v.By)), ""
	}
	if len(told) > 0 {
		const cited = 60 // characters; none are kept where those who say it are named with it
		named := wording.SayersDiffer(s.seen, told[0].Told())
		name += wording.Several(s.tell.Items(told, max(110, (s.room-telling.Length(name)-map[bool]int{true: 4, false: cited}[named])/len(told))), s.room-telling.Length(name)-4)
		second = map[bool]string{true: s.tell.SoSay(told[:1], false, s.room-telling.Length(name)-3)}[len(told) == 1 && !who && (!named || s.room-telling.Length(name) > cited)]
	}
	return wording.FirstUpper(strings.TrimRight(name, ":; ")), second
}

// attending are the lists of who took part in a meeting, the one most asked about first: each
// side by its people or who leads it, where all have room, else without a list that another
// has all of.
func (s *Session) attending(a *Answer, v *plan.Record, parties []string, share func(*plan.Field) float32, most int) []string {
	of := func(f *finding.Finding, groups []string) bool {
		return slices.ContainsFunc(s.index.Groups(search.Words(f.Field.Title)), func(g string) bool { return slices.Contains(groups, g) })
	}
	all := pick.Firstly(finding.Those(a.Findings, func(f *finding.Finding) bool { return f.Record == v && s.ranker.People(f.Field) && len(f.Contents) > 0 }), func(f *finding.Finding) bool { return of(f, parties) })
	lists := pick.Drop(all, func(f *finding.Finding) bool { return !s.ranker.Gathers(f.Field) && share(f.Field) < part })
	var sides []*finding.Finding
	for _, by := range v.By {
		if i := slices.IndexFunc(all, func(f *finding.Finding) bool { return !f.Within(v.By) && of(f, s.index.Groups(search.Words(by))) }); i >= 0 {
			sides = append(sides, all[i])
		}
	}
	asked := pick.Keep(sides, func(f *finding.Finding) bool { return of(f, parties) })
	for _, by := range v.By {
		if len(asked) == 0 && len(sides) > 0 && len(parties) == 1 && s.lexicon.Names(by, parties[0]) {
			return []string{"nobody is named for " + wording.Parties([]string{by})}
		}
	}
	if len(asked) > 0 && len(asked) == len(parties) { // who was there for them
		return s.tell.Items(asked, most)
	}
	sides = pick.Firstly(sides, func(f *finding.Finding) bool { return of(f, parties) })
	if len(sides) > 1 && !slices.ContainsFunc(lists, func(f *finding.Finding) bool { return !f.Within(v.By) && !slices.Contains(sides, f) }) {
		return s.tell.Items(sides, most) // the parties are told by that
	}
	slices.SortStableFunc(lists, func(f, g *finding.Finding) int { return cmp.Compare(share(g.Field), share(f.Field)) })
	return s.tell.Items(pick.Drop(lists, func(f *finding.Finding) bool {
		return slices.ContainsFunc(lists, func(g *finding.Finding) bool {
			return g != f && slices.ContainsFunc(g.Contents, func(k compare.Content) bool { return f.Within(k.Value.Items) })
		})
	}), most)
}

// newsOf are what an answer tells of an event: what came of a meeting first, then the papers and
// clauses that it concerns, who took part last; not its day, and not what its title says.
func (s *Session) newsOf(a *Answer, v *plan.Record) []*finding.Finding {
	titled := map[string]bool{}
	for _, w := range search.Words(v.Title) {
		titled[w.Stem] = true
	}
	out := finding.Those(a.Findings, func(f *finding.Finding) bool {
		return f.Record == v && len(f.Contents) > 0 && f.Field.Kind != plan.DateKind && slices.ContainsFunc(search.Words(s.tell.Content(f, s.room)), func(w search.Word) bool { return !w.Common() && !titled[w.Stem] })
	})
	meeting := s.ranker.Meeting(v)
	slices.SortStableFunc(out, func(f, g *finding.Finding) int {
		return cmp.Or(s.ranker.News(f.Field, meeting)-s.ranker.News(g.Field, meeting), len(g.Claims)-len(f.Claims))
	})
	return out
}

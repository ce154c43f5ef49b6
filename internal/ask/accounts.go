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
	"plandiff/internal/telling"
	"plandiff/internal/wording"
)

// overviewText is a draft, or all of them, in a sentence.
func (s *Session) overviewText(r *reading, q *query.Query, a *Answer) (first, second string) {
	if r.gains != "" {
		_, who := s.lexicon.For(r.Named, r.terms)
		main, text := s.mainOf(a.Findings, (*finding.Finding).Says), "On "+wording.FirstUpper(r.typed(who))
		records := finding.Records(main)
		switch len(records) {
		case 0:
			return "Not reported: no source here tells what it has for " + r.typed(who), ""
		case 1:
			text += " in " + wording.Say(records[0]) + ": "
			return text + wording.Fitting(s.tell.Items(main, 100), s.room-telling.Length(text)), ""
		}
		return text + ": " + s.tell.OneByOne(records, func(v *plan.Record) []*finding.Finding {
			return pick.Keep(main, func(f *finding.Finding) bool { return f.Record == v })
		}, s.room), ""
	}
	if len(q.Named()) == 0 {
		drafts := s.view.PublicRecords(query.IDs(s.seen.Drafts()))
		if drafts == nil {
			return "No draft was public by then", ""
		}
		a.Notes = append(a.Notes, pick.Each(drafts, func(v *plan.Record) string {
			return wording.InShort(s.view, v) + map[bool]string{true: ", put forward by " + wording.Parties(v.By)}[r.asked.Shape[rank.Who] > 0 && len(v.By) > 0]
		})...)
		dated := func(name string, v *plan.Record) string { return name + " (" + wording.Date(v.Date) + ")" }
		if r.AsksOrder() {
			return wording.Count(len(drafts), "draft") + ": " + wording.Several(pick.Each(drafts, func(v *plan.Record) string { return dated(wording.Named(v), v) }), s.room-16), ""
		}
		parts := pick.Each(s.view.PublicRecords(s.seen.Overview), func(v *plan.Record) string { return dated(wording.Say(v), v) })
		return fmt.Sprintf("There are %s; the main ones are %s", wording.Count(len(drafts), "draft"), wording.And(parts)), ""
	}
	named := q.Named()
	if len(a.Findings) == 0 {
		return "Not reported: no source here tells what " + wording.Say(named[0]) + " says", ""
	}
	main := func(v *plan.Record) []*finding.Finding { // what is contested first
		out := s.mainOf(a.Findings, func(f *finding.Finding) bool { return f.Record == v && f.Says() && !f.Outline })
		out = finding.OneOfEach(pick.Firstly(out, func(f *finding.Finding) bool { return !f.Gone() }))
		return pick.Firstly(out, func(f *finding.Finding) bool {
			return f.Topic.About == plan.AboutText && (f.State == plan.Bracketed || f.State == plan.Disputed)
		})
	}
	if len(q.Versions) > 1 {
		return wording.FirstUpper(s.tell.OneByOne(q.Versions, main, s.room)), ""
	}
	v := named[0]
	first = v.Title
	if n := len(v.By); n > 2 && n < 5 || n > 0 && r.Then() == lexicon.ByProponent { // a group
		first += ", by " + wording.Parties(v.By)
	}
	first = fmt.Sprintf("%s, %s; %s", wording.FirstUpper(first), wording.Date(v.Date), wording.Known(s.view, v))
	const short, long = 68, 100 // characters that tell a subject, so that several have room; one may be longer
	spare, told := 1, pick.Preferred(main(v), func(f *finding.Finding) bool { return !f.Gone() && !strings.Contains(v.Title, s.tell.Content(f, long)) })
	parts := pick.Each(told, func(f *finding.Finding) string {
		text := s.tell.Item(f, max(20, short-2-telling.Length(f.Field.Title)))
		rest := s.finds.OfRecord(v, func(g *finding.Finding) bool { return g.Topic.ID == f.Topic.ID && g.Field.ID != f.Field.ID && g.Says() })
		whole := s.tell.Item(f, long)
		if of := s.tell.Items(append([]*finding.Finding{f}, finding.Those(rest, (*finding.Finding).Says)...), long)[0]; of != whole && telling.Length(of) <= long+10 { // with what is told alike
			return of
		}
		if strings.Contains(text, "…") && spare > 0 && telling.Length(whole) <= long {
			spare, text = 0, whole
		}
		return text
	})
	parts = pick.Preferred(parts, func(part string) bool { return strings.Contains(part, ": ") && telling.Length(part) <= long+10 })
	return first, wording.Fitting(parts, s.room-telling.Length(first)-8)
}

// whichPointText gives the number of the point in each draft.
func (s *Session) whichPointText(r *reading, a *Answer) (first, second string) {
	if len(a.Findings) == 0 {
		return "", ""
	}
	field := a.Findings[0].Field
	var parts []string
	var silent []*finding.Finding
	places := map[*plan.Record]string{}
	for i := range a.Findings {
		f := &a.Findings[i]
		if f.Record.Kind != plan.Draft || f.Field != field {
			continue
		}
		place := compare.Place(s.view, f.Record, f.Field.ID, f.Claims)
		gone := f.Gone()
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
		return fmt.Sprintf("Not reported: no source here numbers “%s” in %s", what, wording.Some(telling.Names(silent), 120)), ""
	}
	here := finding.Those(a.Findings, func(f *finding.Finding) bool {
		return places[f.Record] != "" && places[f.Record] == compare.Place(s.view, f.Record, f.Field.ID, f.Claims)
	})
	title := wording.FirstUpper(wording.And(slices.Compact(s.tell.Titles(here)))) // of all that stands there
	return title + ": " + wording.Some(parts, s.room-telling.Length(title)-40) + strings.Replace(s.unsaid(silent, 0, false, s.room), "not reported", "no number reported", 1), ""
}

// pointText is what a point holds, or where it went.
func (s *Session) pointText(r *reading, q *query.Query, a *Answer) (first, second string) {
	v := s.finds.PointOf(q)
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
	if went := wording.Trails(s.finds.Trails(v, q.Points[0], q.Versions), v.Point(q.Points[0]), len(q.Versions) > 1); q.Kind == query.Follow && went != nil {
		text := name + ", is " + wording.Some(went, s.room-telling.Length(name)-6)
		if main := s.mainOf(a.Findings, (*finding.Finding).Says); len(main) > 0 {
			group, _ := s.together(r, &query.Query{Kind: query.History}, a.Findings, main[0])
			second = main[0].Field.Title + ": " + s.tell.Shared(new(query.Query), group, s.room-telling.Length(text)-telling.Length(main[0].Field.Title)-6)
		}
		return text, second
	}
	share := (s.room - 2) / len(q.Points)
	texts := pick.Each(q.Points, func(n int) string {
		at := s.finds.AtPoint(v, n)
		held := s.mainOf(a.Findings, func(f *finding.Finding) bool { return finding.At(at, v, f.Field) >= 0 && f.Record == v && f.Says() })
		name := fmt.Sprintf("point %d of %s", n, wording.Say(v))
		if p := v.Point(n); p != nil && p.Title != "" {
			name += ", “" + p.Title + "”"
		}
		told, text := pick.Preferred(held, func(f *finding.Finding) bool { return !f.Gone() }), ""
		for _, most := range [...]int{90, 56, 40} { // in fewer words, if so more of them have room
			parts := s.tell.Items(told, most)
			if shorter := wording.Several(parts, share-telling.Length(name)-4); text == "" || strings.Count(shorter, ": ") > strings.Count(text, ": ") && strings.Count(shorter, "…") <= strings.Count(text, "…") {
				text = shorter
			}
		}
		if len(told) > 0 {
			return name + ": " + text
		}
		return "not reported: no source here tells what is in " + name + map[bool]string{true: " (" + wording.Known(s.view, v) + ")"}[len(q.Points) == 1]
	})
	return wording.FirstUpper(strings.Join(texts, "; ")), ""
}

// disputedText sets the accounts against each other.
func (s *Session) disputedText(r *reading, q *query.Query, a *Answer) (first, second string) {
	why := map[bool]string{true: noReason}[r.Cued(query.Why)]
	contested := func(f finding.Finding) bool {
		return f.State == plan.Disputed && len(q.Fields) > 0 && f.Field == q.Fields[0]
	}
	if d := s.ranker.Disagreement(r.asked.Match); d != nil && (!slices.ContainsFunc(a.Findings, contested) || slices.ContainsFunc(s.sidesOf(d), contested)) {
		a.Notes, a.Status = append(a.Notes, d.Note), Answered
		of, note := s.sidesOf(d), cmp.Or(d.Note, why)
		a.Findings = append(a.Findings, of...)
		sides := pick.Each(of, func(f finding.Finding) string {
			_, _, name := s.tell.Source(&f)
			f.State = plan.Present // that others differ is said of all
			return s.tell.Content(&f, 80) + " (" + cmp.Or(f.Only[0].By, name) + ")"
		})
		return telling.Apart + wording.Several(sides, s.room-telling.Length(note)-30), note
	}
	disputed := pick.Preferred(finding.Those(a.Findings, func(f *finding.Finding) bool { return f.State == plan.Disputed }), func(f *finding.Finding) bool { return !r.asked.Broad() && contested(*f) })
	parts := pick.Each(disputed, func(f *finding.Finding) string {
		name := s.index.Lower(f.Field.Title) + " in " + wording.Say(f.Record)
		if n := len(disputed); n < 3 {
			return name + ": " + wording.Sides(s.seen, f.Told(), (s.room-telling.Length(why)-16)/n-telling.Length(name)-4)
		}
		return name + " (" + strings.TrimPrefix(s.tell.Content(f, 80), wording.DisputedLead) + ")"
	})
	switch {
	case len(a.Findings) == 0 && r.asked.Broad() && len(q.Versions) > 0:
		return "Not reported: sources are not known to contradict each other on " + wording.Say(q.Versions[0]), ""
	case len(a.Findings) == 0:
		return "", ""
	case parts == nil && (r.asked.Broad() || !r.asked.Certain(finding.Leading(a.Findings, q).Field)):
		return s.valuesText(r, q, a, s.room)
	case parts == nil:
		const none = "No source here contradicts another on it"
		first, _ = s.valuesText(r, q, a, s.room-telling.Length(none)-3)
		return none, first
	}
	return "Disputed: " + wording.Several(parts, s.room-telling.Length(why)-14), why
}

// profileText tells what a speaker or an outlet is on record with, each by where it
// stands.
func (s *Session) profileText(r *reading, a *Answer) string {
	name := r.full[r.asked.Match.Terms[0].Words[0].Start:r.asked.Match.Terms[r.asked.Voice-1].End()]
	if r.asked.Identity {
		return "On record of " + wording.FirstUpper(name) + ": " + wording.Several(s.ofSomebody(r, a), s.room-telling.Length(name)-16)
	}
	return "On record from " + name + ": " + wording.Some(pick.Each(a.Findings, func(f finding.Finding) string { return s.tell.Item(&f, 70) + " " + wording.In(f.Record) }), s.room-telling.Length(name)-20)
}

// ofSomebody tells what is said of a person, what it is on where the title is not the name, and
// at how many meetings that one was, and as what.
func (s *Session) ofSomebody(r *reading, a *Answer) (out []string) {
	told := map[string]bool{}
	for i := range a.Findings {
		f := &a.Findings[i]
		text := s.tell.Item(f, 90)
		switch there := finding.Those(a.Findings, func(g *finding.Finding) bool { return g.Field == f.Field }); {
		case told[f.Field.ID]:
			continue
		case s.ranker.People(f.Field):
			last := slices.MaxFunc(there, func(f, g *finding.Finding) int { return f.Record.Date.Compare(g.Record.Date) })
			text = s.index.Lower(f.Field.Title) + " " + wording.In(f.Record)
			if told[f.Field.ID] = true; len(there) > 1 {
				text = s.index.Lower(f.Field.Title) + " at " + wording.Count(len(there), "meeting") + ", the last of " + wording.Date(last.Record.Date)
			}
		case r.asked.Titling(f.Field):
			text = s.tell.Content(f, 90)
		}
		if !told[text] {
			told[text], out = true, append(out, text)
		}
	}
	return out
}

// newestText tells what is newest on record, each thing with its day.
func (s *Session) newestText(a *Answer) string {
	newest := pick.Keep(a.Findings, func(f finding.Finding) bool { return f.Says() && (a.Query.Newest || s.lists(&f)) })
	slices.SortStableFunc(newest, func(f, g finding.Finding) int { return g.Record.Date.Compare(f.Record.Date) })
	parts := pick.Each(pick.Firstly(newest, func(f finding.Finding) bool { return f.Record.Date != "" }), func(f finding.Finding) string {
		return map[bool]string{true: wording.Date(f.Record.Date) + ": "}[f.Record.Date != ""] + s.tell.Item(&f, 70) + " (" + map[bool]string{true: "in "}[f.Record.Kind == plan.Draft] + wording.Say(f.Record) + ")"
	})
	return map[bool]string{true: "The latest on record: ", false: "On record: "}[len(a.Query.Records) == 0] + wording.Fitting(parts, s.room-24)
}

// noReason is said where a question asks why, and no account explains it.
const noReason = "No source here says why"

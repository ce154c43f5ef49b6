package ask

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/finding"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/query"
	"plandiff/internal/telling"
	"plandiff/internal/wording"
)

// list are the rows of a comparison, or of one draft, that a kind asks for.
func (s *Session) list(q *query.Query) []finding.Finding {
	if len(q.Versions) == 1 && (q.Kind == query.Open || q.Kind == query.Unknown) {
		return s.finds.OfRecord(q.Versions[0], func(f *finding.Finding) bool {
			if q.Kind == query.Open {
				return f.State == plan.Bracketed && len(f.Claims) > 0 || s.lists(f)
			}
			return f.State == plan.Disputed || f.State == plan.Lacuna && f.Topic.About == plan.AboutText
		})
	}
	var out []finding.Finding
	if q.Kind == query.Open && len(q.Versions) == 0 { // wherever somebody lists it
		out = s.finds.Grid(s.ranker.Open, s.seen.Records)
		if out = slices.DeleteFunc(out, func(f finding.Finding) bool { return !f.Says() }); out != nil {
			out = pick.Preferred(out, func(f finding.Finding) bool { return q.From != "" && q.Covers(f.Record) })
			return pick.Preferred(out, func(f finding.Finding) bool { // by a meeting that is named, or of its draft
				return slices.ContainsFunc(q.Records, func(v *plan.Record) bool { return v == f.Record || slices.Contains(v.Concerns, f.Record.ID) })
			})
		}
	}
	if q.First() {
		origins, _ := compare.TraceOrigins(s.view, q.Versions[0].ID)
		for _, o := range origins.Contents {
			if o.Topic.About == plan.AboutText && len(o.First) == 1 && o.First[0] == q.Versions[0] {
				out = append(out, finding.Finding{Record: o.First[0], Topic: o.Topic, Field: o.Field, Reading: o.Reading})
			}
		}
		return finding.Once(out)
	}
	if u := s.finds.Uptake(q); u != nil {
		for _, row := range u.Rows {
			if row.Kind == compare.Adopted || row.Kind == compare.Coincides { // what the proposal asked for
				out = append(out, finding.Row(row.Row)...)
			}
		}
		return out
	}
	c := s.finds.Comparison(s.finds.Comparing(q))
	if c == nil {
		return nil
	}
	for _, row := range c.Rows {
		if row.Topic.About != plan.AboutText && !(row.Topic.About == plan.AboutDocument && q.Kind == query.Compare) {
			continue
		}
		n, others := 0, 0
		for i, cell := range row.Cells {
			if q.Kind == query.Open && cell.State == plan.Bracketed || i > 0 && q.Wants(cell.Kind) && !(q.Kind == query.Gone && (row.Cells[0].State == plan.Omitted || row.Cells[0].State == plan.Deleted)) {
				n++
			} else if i > 0 && (cell.Kind != compare.Unknown || cell.State != plan.Lacuna || len(row.Cells) == 2) {
				others++
			}
		}
		if n > 0 && (q.Kind != query.Same || others == 0) && !(q.Alone && (n > 1 || !q.Wants(row.Cells[len(row.Cells)-1].Kind))) { // the same in all that tell of it, in the last alone
			out = append(out, finding.Row(row)...)
		}
	}
	return out
}

// lists reports whether a finding is a list, of the document itself, of what is open.
func (s *Session) lists(f *finding.Finding) bool {
	return f.Says() && slices.Contains(s.ranker.Open, f.Field)
}

// listText counts and names the fields of a list by difference.
func (s *Session) listText(r *reading, q *query.Query, a *Answer) (string, string) {
	versions := s.finds.Comparing(q)
	if len(q.Versions) == 1 && (q.Kind == query.Open || q.Kind == query.Unknown) {
		versions = q.Versions
	}
	about := pick.Each(versions, wording.Say)
	main := s.mainOf(a.Findings, func(f *finding.Finding) bool {
		return (!q.Alone || len(versions) < 2 || f.Record == versions[len(versions)-1]) && (q.Kind != query.Open || f.State == plan.Bracketed || s.lists(f))
	})
	if u := s.finds.Uptake(q); u != nil {
		n := u.Count("")
		taken := map[bool]string{true: fmt.Sprintf(" (%d taken over, as a source says)", n[compare.Adopted])}[n[compare.Adopted] > 0]
		first := fmt.Sprintf("%s: %s as in %s, %d as in %s%s, %d different from both; %d not known", wording.FirstUpper(about[2]), wording.Count(n[compare.Kept], "subject"), about[0],
			n[compare.Adopted]+n[compare.Coincides], about[1], taken, n[compare.Between]+n[compare.New]+n[compare.Differs], n[compare.NotKnown])
		return first, "As in " + about[1] + ": " + wording.Some(s.tell.Titles(main), s.room-telling.Length(first+about[1])-12)
	}
	if len(main) == 0 {
		return fmt.Sprintf("Nothing is known to be %s: %s", listWords[q.Kind], strings.Join(about, " against ")), ""
	}
	counts, differs, order := map[compare.Kind]int{}, map[*plan.Field]bool{}, map[*plan.Field]int{} // what is gone or new comes first, or what differs; last what is not known
	first := map[query.Kind][]compare.Kind{query.Added: {compare.Added}, query.Gone: {compare.Removed}, query.Compare: {compare.Changed, compare.Removed, compare.Added, compare.Severed, compare.Open, compare.Disputed}}[q.Kind]
	for i := range a.Findings {
		f := &a.Findings[i]
		differs[f.Field] = differs[f.Field] || f.Kind.Differs()
		switch counts[f.Kind]++; {
		case slices.Contains(first, f.Kind) && (q.Kind != query.Compare || r.asked.Wide || r.asked.Broad()), s.lists(f):
			order[f.Field] = -1
		case f.Kind == compare.Unknown:
			order[f.Field] = 1
		}
	}
	of := strings.Join(about, " against ")
	if n := len(about); n > 3 {
		of = fmt.Sprintf("%d drafts, from %s to %s", n, about[0], about[n-1])
	}
	known := map[bool]string{true: " wherever known"}[len(versions) > 2 && q.Kind == query.Same]
	text := fmt.Sprintf("%s: %s %s", wording.FirstUpper(of), wording.Count(len(main), "subject"), listWords[q.Kind]+known)
	switch {
	case q.First():
		text = fmt.Sprintf("First in %s, as far as known: %s", wording.Say(q.Versions[0]), wording.Count(len(main), "subject"))
	case len(versions) == 1 && q.Kind == query.Unknown:
		disputed := pick.Drop(main, func(f *finding.Finding) bool { return f.State != plan.Disputed })
		silent := slices.DeleteFunc(main, func(f *finding.Finding) bool { return f.State == plan.Disputed })
		text = wording.FirstUpper(about[0]) + ": " + wording.Known(s.view, versions[0]) + map[bool]string{true: "; sources contradict each other on " + wording.Some(s.tell.Titles(disputed), 80)}[len(disputed) > 0]
		rest, how := fmt.Sprintf("Not reported are %s, among them %s", wording.Count(len(silent), "subject"), wording.Fitting(s.tell.Titles(silent), 80)), versions[0].KnownNote
		return text + map[bool]string{true: "; " + how}[how != "" && telling.Length(text+how+rest) < s.room-6], rest
	case r.yesNo && q.Kind == query.Same && !r.Cued(query.Uptake):
		text = "In part: " + text
	case r.yesNo && r.Cued(q.Kind) && q.Kind != query.Compare: // the list is what was asked
		text = "Yes: " + text
	case q.Alone && len(versions) > 1:
		text = fmt.Sprintf("In %s, not in %s: %s", about[len(about)-1], wording.Or(about[:len(about)-1]), wording.Count(len(main), "subject"))
	case (q.Kind == query.Compare || q.Kind == query.Added || q.Kind == query.Gone) && len(versions) == 2:
		var parts []string
		for _, k := range compare.Kinds {
			if counts[k] > 0 {
				parts = append(parts, fmt.Sprintf("%d %s", counts[k], wording.Kind(k).Word))
			}
		}
		text = fmt.Sprintf("%s, against %s: %s", wording.FirstUpper(about[1]), about[0], wording.And(parts))
	}
	if c := s.finds.Comparison(versions); c != nil && len(versions) == 2 && (q.Kind != query.Compare || r.asked.Broad()) { // what may be on the list too
		if n := len(slices.DeleteFunc(c.Rows, func(row compare.Row) bool {
			return row.Cells[1].Kind != compare.Unknown
		})); n > 0 {
			text += fmt.Sprintf("; %d more are not known", n)
		}
	}
	told := slices.ContainsFunc(compare.Kinds, func(k compare.Kind) bool { return k != compare.Unknown && counts[k] > 0 })
	if len(versions) == 2 && !told && q.Kind == query.Compare {
		return s.oneSided(a)
	}
	slices.SortStableFunc(main, func(f, g *finding.Finding) int { return order[f.Field] - order[g.Field] })
	if n := len(pick.Drop(main, func(f *finding.Finding) bool { return order[f.Field] >= 0 })); n > 0 {
		main = slices.Concat(finding.Rounds(main[:n], func(f *plan.Field) float64 { return float64(s.ranker.Weight(f)) }), main[n:])
	}
	main = pick.Preferred(main, func(f *finding.Finding) bool {
		return order[f.Field] <= 0 && (q.Kind != query.Compare || differs[f.Field])
	})
	parts, each := wording.Together(pick.Each(main, func(f *finding.Finding) string {
		if i := finding.At(a.Findings, versions[0], f.Field); i >= 0 && r.Has("which point", "what point") {
			if place := compare.Place(s.view, versions[0], f.Field.ID, a.Findings[i].Claims); place != "" {
				return s.index.Lower(f.Field.Title) + " (point " + place + map[bool]string{true: ", " + wording.Kind(f.Kind).Word}[len(first) == 1 && f.Kind != first[0] && f.Kind.Differs()] + ")"
			}
		}
		if len(versions) == 2 && !q.Alone && !q.First() {
			return s.index.Lower(f.Field.Title) + s.tell.Step(a.Findings, f, versions, q.Kind)
		}
		return s.tell.Item(f, 100)
	}))
	if q.Kind == query.Compare && len(versions) == 2 && !r.asked.Broad() { // what differs, and then how much
		about, tally, _ := strings.Cut(text, ": ")
		text = about + ": " + wording.SeveralOf(parts, each, s.room-telling.Length(about)-4)
		return text, "In all " + tally
	}
	return text, "Chiefly " + wording.Fitting(parts, s.room-telling.Length(text)-20)
}

// oneSided tells what one of two drafts says of fields of which the other's is not known.
func (s *Session) oneSided(a *Answer) (first, second string) {
	a.Status = Partly
	silent := finding.Those(a.Findings, func(f *finding.Finding) bool { return f.State == plan.Lacuna })
	told := finding.Those(a.Findings, (*finding.Finding).Says)
	of := func(v *plan.Record) []*finding.Finding {
		return pick.Keep(told, func(f *finding.Finding) bool { return f.Record == v })
	}
	records := finding.Records(told)
	if len(records) > 1 {
		first = "No source here tells the same of both"
		return first, s.tell.OneByOne(records, of, s.room)
	}
	first = "Not known: no source here tells of " + wording.Some(slices.Compact(s.tell.Titles(silent)), s.room/3) + " in " + wording.And(slices.Compact(telling.Names(silent)))
	if len(told) == 0 {
		return first, ""
	}
	with := wording.FirstUpper(wording.Say(records[0])) + " has "
	return first, with + wording.Fitting(s.tell.Items(told, 90), s.room-telling.Length(first+with)-3)
}

var listWords = map[query.Kind]string{query.Same: "the same", query.Added: "new", query.Gone: "gone", query.Open: "open", query.Unknown: "not known", query.Compare: "different", query.Uptake: "different"}

// mainOf are the fields of the findings that a test keeps, each by the finding that says
// most, in rounds.
func (s *Session) mainOf(fs []finding.Finding, keep func(*finding.Finding) bool) []*finding.Finding {
	return finding.Rounds(finding.Fullest(finding.Those(fs, func(f *finding.Finding) bool { return !f.Nearest && keep(f) })), s.ranker.Telling)
}

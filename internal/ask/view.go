package ask

import (
	"cmp"
	"slices"

	"plandiff/internal/compare"
	"plandiff/internal/finding"
	"plandiff/internal/lexicon"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/query"
	"plandiff/internal/rank"
	"plandiff/internal/search"
	"plandiff/internal/wording"
)

// run answers a query: what the commands would show, cut to what is asked about,
// field by field, or event by event.
func (s *Session) run(r *reading, q *query.Query) []finding.Finding {
	out := finding.OfRelied(s.shown(r, q))
	if q.Kind == query.Events {
		return out
	}
	return finding.ByField(out)
}

func (s *Session) shown(r *reading, q *query.Query) []finding.Finding {
	switch q.Kind {
	case query.Glossary:
		return nil
	case query.Point, query.Follow:
		return s.finds.Points(q)
	case query.Unknown, query.Open, query.Same, query.Added, query.Gone:
		return s.list(q)
	case query.Compare, query.Uptake:
		if r.asked.Broad() {
			return s.list(q)
		}
		return s.compared(r, q)
	case query.History, query.Origin:
		return s.history(q)
	case query.Events:
		return s.events(r, q)
	case query.Overview:
		return s.overview(r, q)
	case query.Disputed:
		return s.disputed(r, q)
	case query.Search:
		if r.quote != "" {
			cells, literal := s.ranker.Quoted(r.quote)
			theirs := pick.Keep(cells, func(c rank.Cell) bool { return slices.Contains(q.Versions, c.Record) })
			if r.loose = !literal; r.loose && len(theirs) == 0 && len(q.Versions) > 0 { // what those drafts say of it
				break
			}
			return s.ofCells(pick.Or(theirs, cells), true)
		}
	}
	return s.values(r, q)
}

// values are the fields asked about in the drafts named, silent ones too, and
// single cells of other records that meet the question as well.
func (s *Session) values(r *reading, q *query.Query) []finding.Finding {
	if r.asked.Objected(r.Named) {
		return s.ofCells(r.asked.Stances(), true)
	}
	if r.asked.Voice > 0 {
		told := s.spoken(r, q)
		if r.Cued(query.Why) && !slices.ContainsFunc(told, func(f finding.Finding) bool { return f.Score >= atTalks }) {
			q.By, r.asked.Voice = "", 0 // they say nothing of it at talks
			return s.values(r, q)
		}
		group, _, _ := s.index.Alias(r.asked.Match.Terms[r.asked.Voice-1].Words)
		aside := len(q.Versions) > 0 && s.ranker.Side(r.asked.Match, r.asked.Voice-1) && r.asked.Certain(q.Fields[0]) && !(r.inText() && r.asked.Cells[0].Field.Topic.About == plan.AboutText)
		if !s.ranker.OnlyTold(&r.asked, s.ranker.Told(&r.asked, r.terms)) && !slices.ContainsFunc(told, func(f finding.Finding) bool { return slices.Contains(q.Fields, f.Field) }) && len(q.Versions) == 0 && !r.asked.Profile && r.inText() && s.ranker.Side(r.asked.Match, r.asked.Voice-1) { // where the side stands
			held := s.history(&query.Query{Kind: query.History, Fields: q.Fields, Holder: group})
			if slices.ContainsFunc(held, func(f finding.Finding) bool { return f.Says() }) {
				q.Kind, q.Holder, q.By, r.asked.Voice = query.History, group, "", 0
				return held
			}
		}
		if !s.proposes(group, q.Fields, q.Versions) && (told != nil || !aside) {
			return told
		}
		q.By, r.asked.Voice = "", 0 // of a side, what is told of it by whoever speaks
	}
	if q.Newest {
		return s.ofCells(r.asked.Newest(), false)
	}
	var out []finding.Finding
	if q.Versions == nil && q.Kind == query.Search && r.asked.Numbers != nil {
		const reach = 60 // cells, the best first
		if out = s.carrying(r, q, s.ofCells(r.asked.Cells[:min(reach, len(r.asked.Cells))], false)); out[0].Only != nil {
			return out[:min(rank.MostCells, len(out))]
		}
	}
	if q.Versions == nil && r.asked.Untold() != nil {
		return s.finds.Grid(q.Fields, s.finds.Defaults())
	}
	if q.Versions == nil {
		out = s.ofCells(r.asked.Best(), false)
		if r.inText() && q.Kind != query.Search { // every draft that says something, and the main ones
			wide := r.asked.Wide && q.Kind == query.Value && q.Also == nil
			fields := map[bool][]*plan.Field{true: q.Fields, false: q.Asked()}[wide]
			told := slices.DeleteFunc(s.history(&query.Query{Fields: fields, Also: fields}), func(f finding.Finding) bool {
				v, silent := f.Record, f.State == plan.Lacuna
				return q.Misses(v) || q.All && v.Kind != plan.Draft || silent && (q.All && wide || !q.All && !slices.Contains(s.seen.Compare, v.ID) || s.ev.AsOf != "" && !s.view.Public(v.ID)) ||
					wide && !q.All && !slices.Contains(s.seen.Overview, v.ID)
			})
			for _, f := range out { // a draft does not stand alone, as if the others had no such thing
				if f.Record.Kind == plan.Draft && f.Topic.About == plan.AboutText && !slices.Contains(fields, f.Field) {
					told = append(told, slices.DeleteFunc(s.finds.Grid([]*plan.Field{f.Field}, s.view.PublicRecords(query.IDs(s.seen.Drafts()))), func(g finding.Finding) bool { return g.State == plan.Lacuna })...)
				}
			}
			out = pick.Preferred(append(told, out...), func(f finding.Finding) bool { // what a meeting that is named came to
				return !r.continued && slices.Contains(q.Records, f.Record) && slices.Contains(fields, f.Field) && len(f.Contents) > 0
			})
		}
		if q.From != "" && !r.Has("later") { // of those days, if any says something
			out = pick.Preferred(out, func(f finding.Finding) bool {
				return len(f.Contents) > 0 && lexicon.Overlaps(f.Record.Date, q.From+"/"+q.To)
			})
		}
		return finding.Once(s.carrying(r, q, out))
	}
	out = s.ofCells(pick.Drop(r.asked.Cells, func(c rank.Cell) bool { // what others say of a draft stands with it
		return c.Claims == nil || !slices.Contains(q.Asked(), c.Field.Field) || r.asked.Of(c.Field.Field)[rank.Titled] == 0
	}), false)
	out = s.carrying(r, q, s.beside(r, q, append(out, s.finds.Grid(q.Asked(), q.Named())...)))
	for i := range out {
		if q.Holder != "" {
			s.held(&out[i], q.Holder)
		}
	}
	return out
}

// proposes reports whether a party has a proposal of its own on the first of some fields in
// one of some drafts.
func (s *Session) proposes(party string, fields []*plan.Field, drafts []*plan.Record) bool {
	return slices.ContainsFunc(s.finds.Grid(fields[:min(1, len(fields))], drafts), func(f finding.Finding) bool {
		return slices.ContainsFunc(f.Contents, func(k compare.Content) bool { return s.lexicon.Names(k.Proponent, party) })
	})
}

// atTalks is added to the score of what somebody said at talks, so that it comes first.
const atTalks = 100

// spoken are the claims of the speaker, or from the outlet, that is asked about, of
// the days asked about or published up to two days later.
func (s *Session) spoken(r *reading, q *query.Query) []finding.Finding {
	if out := s.ofCells(r.asked.Naming(), true); r.asked.Identity && out != nil {
		return out
	}
	told := s.ranker.Told(&r.asked, r.terms)
	lifted := func(out []finding.Finding, test func(f *finding.Finding) bool) []finding.Finding {
		for i := range out {
			out[i].Score += map[bool]float64{true: atTalks}[test(&out[i])]
		}
		return out
	}
	if q.From != "" {
		r.there = s.ranker.OnlyTold(&r.asked, told)
		there := func(v *plan.Record) bool { return slices.Contains(told, v) }
		out := s.ofCells(r.asked.Spoken(len(r.asked.Subject.Terms) == 0 || r.there, func(k search.Claim) bool {
			day := cmp.Or(k.Claim.Date, s.seen.Source(k.Claim.Source).Public(), k.Record.Date)
			return there(k.Record) || lexicon.Overlaps(day, q.From+"/"+q.To) || day.First() > q.To.Last() && lexicon.Apart(q.To, day) <= 2
		}), true)
		out = lifted(out, func(f *finding.Finding) bool { return there(f.Record) })
		return lifted(out, func(f *finding.Finding) bool { return r.there && there(f.Record) && f.Field == s.ranker.Outcome })
	}
	if told != nil && (len(q.Versions) == 0 || r.OnePlan()) && (s.ranker.OnlyTold(&r.asked, told) || !(r.inText() && (r.asked.Clear() || r.asked.Cells[0].Field.Topic.About == plan.AboutText))) { // of the events that it speaks of
		if out := s.ofCells(r.asked.Spoken(true, func(k search.Claim) bool { return slices.Contains(told, k.Record) }), true); out != nil {
			r.there = true
			return lifted(out, func(f *finding.Finding) bool { return f.Field == s.ranker.Outcome }) // what came of it before all else
		}
	}
	out := s.ofCells(r.asked.Spoken(r.asked.Profile, nil), true)
	if len(r.asked.Subject.Terms) == 0 || len(q.Versions) > 0 {
		return out
	}
	for _, f := range s.ofCells(r.asked.Replies(), true) { // what they said of it at talks, before what stands in a text
		if f.Score, r.there = f.Score+atTalks, true; f.Field == s.ranker.Outcome && r.Cued(query.Why) {
			f.Only = nil // of what came of it all accounts are reasons
		}
		out = append(slices.DeleteFunc(out, func(g finding.Finding) bool { return g.Record == f.Record && g.Field == f.Field }), f)
	}
	return out
}

// beside adds the cells of positions and events that meet the question better
// than any of the drafts named does, on what no such draft has itself.
func (s *Session) beside(r *reading, q *query.Query, out []finding.Finding) []finding.Finding {
	better := s.ofCells(r.asked.Beside(q.Fields), false)
	if len(better) > 0 && !slices.Contains(q.Versions, better[0].Record) {
		return finding.Once(append(better, out...))
	}
	return finding.Once(append(out, better...))
}

// ofCells are the findings of cells; only: of their claims alone.
func (s *Session) ofCells(cells []rank.Cell, only bool) []finding.Finding {
	var out []finding.Finding
	for _, c := range cells {
		f := s.finds.Of(c.Record, c.Field.Topic, c.Field.Field)
		f.Score = c.Score
		if only {
			f.Only = pick.Each(c.Claims, func(k search.Claim) *plan.Claim { return k.Claim })
		}
		out = append(out, f)
	}
	return out
}

// sidesOf are the sides of a disagreement.
func (s *Session) sidesOf(d *plan.Disagreement) []finding.Finding {
	return pick.Each(s.ranker.Sides(d), func(c search.Claim) finding.Finding {
		f := s.finds.Of(c.Record, c.Topic, c.Field)
		f.Only = []*plan.Claim{c.Claim}
		return f
	})
}

// compared are the fields asked about with how they differ from the first draft.
func (s *Session) compared(r *reading, q *query.Query) []finding.Finding {
	versions := s.finds.Comparing(q)
	c := s.finds.Comparison(versions)
	if c == nil {
		return s.values(r, q)
	}
	var out []finding.Finding
	for _, f := range q.Asked() {
		if i := slices.IndexFunc(c.Rows, func(row compare.Row) bool { return row.Field.ID == f.ID }); i >= 0 {
			out = append(out, finding.Row(c.Rows[i])...)
		} else {
			out = append(out, s.finds.Grid([]*plan.Field{f}, versions)...)
		}
	}
	return s.beside(r, q, out)
}

// history is each field asked about through time.
func (s *Session) history(q *query.Query) []finding.Finding {
	var out []finding.Finding
	fields := q.Fields
	if q.Holder == "" {
		fields = fields[:min(2, len(fields))]
	}
	for _, f := range slices.Concat(fields, q.Also) {
		out = append(out, s.finds.History(f, func(d plan.Date) bool { return q.From == "" || lexicon.Overlaps(d, q.From+"/"+q.To) }, q.Kind == query.History)...)
	}
	kept := out[:0]
	for _, f := range out {
		if q.Holder == "" || s.held(&f, q.Holder) {
			kept = append(kept, f)
		}
	}
	return kept
}

// overview is a draft with all that it says; in short and of several, of each topic
// the field that says most; of all the main ones, two subjects each.
func (s *Session) overview(r *reading, q *query.Query) []finding.Finding {
	var out []finding.Finding
	short := r.Has("main", "short", "nutshell", "brief", "few")
	const documentFields, few = 4, 2
	versions := pick.Preferred(q.Named(), func(v *plan.Record) bool { return v.Kind == plan.Draft })
	all := len(versions) == 0
	if all && r.asked.Shape[rank.Amount] == 0 && !r.AsksOrder() { // else the list of drafts is enough
		versions = s.view.PublicRecords(s.seen.Overview)
	}
	for _, v := range versions {
		part := s.finds.OfRecord(v, func(f *finding.Finding) bool {
			if r.gains != "" {
				return f.Says() && !f.Gone() && f.Topic.About == plan.AboutText && f.Names(s.index, []string{r.gains})
			}
			if f.Topic.About == plan.AboutDocument {
				return f.Says() && slices.ContainsFunc(f.Topic.Fields[:min(documentFields, len(f.Topic.Fields))], func(g plan.Field) bool { return g.ID == f.Field.ID })
			}
			return f.Says() && (f.Topic.About == plan.AboutText || v.Kind != plan.Draft)
		})
		main := finding.OneOfEach(pick.Firstly(s.mainOf(part, (*finding.Finding).Says), func(f *finding.Finding) bool { return !f.Gone() }))
		if all {
			main = main[:min(few, len(main))]
		}
		for i := range part {
			f := &part[i]
			alike := func(m *finding.Finding) bool { // told together with it
				return m.Topic.ID == f.Topic.ID && s.tell.Content(m, mostText) == s.tell.Content(f, mostText)
			}
			if len(versions) == 1 && !short && !all || slices.ContainsFunc(main, alike) {
				out = append(out, *f)
			}
		}
	}
	return out
}

// disputed are the cells asked about on which sources contradict each other.
func (s *Session) disputed(r *reading, q *query.Query) (out []finding.Finding) {
	of, _ := s.ranker.Talks(s.ranker.Beyond(&r.asked, r.Named, r.terms))
	if places := s.ranker.Places(&r.asked, r.Named, r.terms); len(q.Versions) == 0 && len(places.Terms) > 0 && (r.asked.Broad() || of != nil && of == s.ranker.Outcome) { // accounts of a meeting
		for _, v := range s.ranker.There(&r.asked, r.Named, r.terms, places, s.seen.OfKind(plan.Event)) {
			out = append(out, s.finds.OfRecord(v, func(f *finding.Finding) bool {
				f.Score = map[bool]float64{true: 1}[f.Field == s.ranker.Outcome]
				return f.State == plan.Disputed || len(f.Contents) > 1 && wording.SayersDiffer(s.seen, f.Contents)
			})...)
		}
		if out != nil {
			return pick.Firstly(out, func(f finding.Finding) bool { return f.Score > 0 })
		}
	}
	if r.asked.Broad() {
		for _, v := range pick.Or(q.Versions, s.seen.Drafts()) {
			out = append(out, s.finds.OfRecord(v, func(f *finding.Finding) bool { return f.State == plan.Disputed })...)
		}
		return out
	}
	return s.values(r, q)
}

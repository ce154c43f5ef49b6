package ask

import (
	"slices"

	"plandiff/internal/compare"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/query"
	"plandiff/internal/rank"
)

// list are the rows of a comparison, or of one draft, that a kind asks for.
func (s *Session) list(q *query.Query) []Finding {
	if len(q.Versions) == 1 && (q.Kind == query.Open || q.Kind == query.Unknown) {
		return s.ofRecord(q.Versions[0], func(f *Finding) bool {
			if q.Kind == query.Open {
				return f.State == plan.Bracketed && len(f.Claims) > 0 || s.lists(f)
			}
			return f.State == plan.Disputed || f.State == plan.Lacuna && f.Topic.About == plan.AboutText
		})
	}
	var out []Finding
	if q.Kind == query.Open && len(q.Versions) == 0 { // wherever somebody lists it
		out = s.grid(s.ranker.Open, s.seen.Records)
		if out = slices.DeleteFunc(out, func(f Finding) bool { return !f.says() }); out != nil {
			return out
		}
	}
	if q.First() {
		origins, _ := compare.TraceOrigins(s.view, q.Versions[0].ID)
		for _, o := range origins.Contents {
			if o.Topic.About == plan.AboutText && len(o.First) == 1 && o.First[0] == q.Versions[0] {
				out = append(out, Finding{Record: o.First[0], Topic: o.Topic, Field: o.Field, Reading: o.Reading})
			}
		}
		return dedupe(out)
	}
	if u := s.uptake(q); u != nil {
		for _, row := range u.Rows {
			if row.Kind == compare.Adopted || row.Kind == compare.Coincides { // what the proposal asked for
				out = append(out, cellsOf(row.Row)...)
			}
		}
		return out
	}
	c := s.comparison(s.comparing(q))
	if c == nil {
		return nil
	}
	for _, row := range c.Rows {
		if row.Topic.About != plan.AboutText && !(row.Topic.About == plan.AboutDocument && q.Kind == query.Compare) {
			continue
		}
		n, others := 0, 0
		for i, cell := range row.Cells {
			if q.Kind == query.Open && cell.State == plan.Bracketed || i > 0 && wanted(q, cell.Kind) {
				n++
			} else if i > 0 && (cell.Kind != compare.Unknown || cell.State != plan.Lacuna || len(row.Cells) == 2) {
				others++
			}
		}
		if n > 0 && (q.Kind != query.Same || others == 0) { // the same in all that tell of it
			out = append(out, cellsOf(row)...)
		}
	}
	return out
}

// lists reports whether a finding is a list, of the document itself, of what is open.
func (s *Session) lists(f *Finding) bool { return f.says() && slices.Contains(s.ranker.Open, f.Field) }

// uptake is whose wording an outcome has; nil where a question does not ask it.
func (s *Session) uptake(q *query.Query) *compare.UptakeTable {
	v := s.comparing(q)
	if q.Kind != query.Uptake || len(v) != 3 {
		return nil
	}
	u, _ := compare.CompareUptake(s.view, v[0].ID, v[1].ID, v[2].ID)
	return u
}

func wanted(q *query.Query, kind compare.Kind) bool {
	if kind == compare.Reworded {
		kind = compare.Same
	}
	of := q.Differences()
	return slices.Contains(of, kind) || of == nil && kind != compare.Same && kind != compare.Unknown
}

// ofRecord are the findings of a record, silent ones too, that a test keeps.
func (s *Session) ofRecord(v *plan.Record, keep func(*Finding) bool) []Finding {
	var out []Finding
	for i := range s.seen.Topics {
		topic := &s.seen.Topics[i]
		for j := range topic.Fields {
			if f := s.finding(v, topic, &topic.Fields[j]); keep(&f) {
				out = append(out, f)
			}
		}
	}
	return out
}

// point are the fields of a numbered point, and of the points to which it went.
func (s *Session) point(q *query.Query) []Finding {
	versions := q.Versions
	if versions == nil {
		versions = s.defaults()[:min(1, len(s.defaults()))]
	}
	var out []Finding
	for _, n := range q.Points {
		for i, v := range versions {
			if q.Kind == query.Point || i == 0 {
				out = append(out, s.at(v, n)...)
			}
		}
		if q.Kind != query.Follow {
			continue
		}
		for _, t := range s.trails(versions[0], n, versions) {
			for _, row := range t.Rows {
				out = append(out, cellsOf(row)...)
			}
		}
	}
	return dedupe(out)
}

// at are the fields that a draft has at a point.
func (s *Session) at(v *plan.Record, n int) []Finding {
	return s.ofRecord(v, func(f *Finding) bool {
		return slices.ContainsFunc(v.Claims(f.Field.ID), func(c plan.Claim) bool {
			return c.Point == n || c.Point == 0 && slices.Contains(v.Homes(f.Field.ID), n)
		})
	})
}

// trails are where a point went in the later of some drafts, or in all.
func (s *Session) trails(v *plan.Record, n int, versions []*plan.Record) []compare.Trail {
	followed, err := compare.Follow(s.view, v.ID, n)
	if err != nil {
		return nil
	}
	return slices.DeleteFunc(followed.Trails, func(t compare.Trail) bool {
		return len(versions) > 1 && !slices.Contains(versions[1:], t.Version)
	})
}

// events are what happened and which drafts came in the days asked about, or
// what the question's best cells tell of, each with what came of it.
func (s *Session) events(r *reading, q *query.Query) []Finding {
	var records []*plan.Record
	one := len(q.Records) == 1 && len(r.Dates) < 2 && !r.Cued(query.History) && !q.Misses(q.Records[0]) // it is named, with its day
	place := s.ranker.Places(&r.asked, r.Named, r.terms)
	meetings := (r.OfMeetings() || r.asked.Shape[rank.Who] > 0 && len(r.asked.Cells) > 0 && s.ranker.People(r.asked.Cells[0].Field.Field)) && (q.From == "" || len(r.Dates) > 0) && (len(place.Terms) > 0 || r.asked.Shape[rank.Who] == 0)
	for _, v := range s.seen.Records {
		named := v.Kind == plan.Event && slices.Contains(q.Records, v)
		other := one && !named || meetings && !named && !s.ranker.Meeting(v) || r.Plans() && !meetings && v.Kind != plan.Draft
		told := r.day != "" && v.Kind == plan.Draft && s.view.Public(v.ID) // before its own day
		if !other && v.Kind != plan.Position && v.Date != "" && v.ClaimCount() > 0 && (q.From == "" && named || q.From != "" && q.Covers(v) || told) {
			records = append(records, v)
		}
	}
	among := map[bool][]*plan.Record{true: records, false: s.seen.Records}[len(r.Dates) > 0 && len(records) > 0]
	if r.nowhere = s.ranker.Nowhere(&r.asked, r.Named, place, among); r.nowhere != "" {
		return nil
	}
	records = s.ranker.Narrow(&r.asked, r.Named, r.terms, place, records, q.From, q.To)
	if records == nil {
		return s.ofCells(r.asked.Best(), false)
	}
	var out []Finding
	for _, v := range records {
		of := map[plan.RecordKind]plan.About{plan.Event: plan.AboutTalks, plan.Draft: plan.AboutDocument}[v.Kind]
		told := s.ofRecord(v, func(f *Finding) bool { return len(f.Contents) > 0 })
		if document := pick.Drop(told, func(f Finding) bool { return f.Topic.About != of }); v.Kind == plan.Draft && (len(document) > 0 || len(records) <= few) {
			told = document
		}
		told = pick.Firstly(told, func(f Finding) bool { return f.Topic.About == of }) // what it is about
		if len(records) > few {
			told = pick.Preferred(told, func(f Finding) bool { return r.asked.Shape[rank.Who] > 0 && s.ranker.People(f.Field) })
			told = told[:min(map[bool]int{true: 2 * few, false: 1}[r.asked.Shape[rank.Who] > 0], len(told))]
		}
		out = append(out, told...)
	}
	if r.meeting || r.day != "" || r.asked.Broad() || q.From == plan.Earliest && q.To == plan.Latest {
		return out
	}
	return dedupe(append(out, slices.DeleteFunc(s.ofCells(r.asked.Best(), false), func(f Finding) bool {
		v := f.Record
		return (meetings || one) && v.Kind == plan.Draft || one && q.From == "" && !slices.Contains(records, v) && v.Kind == plan.Event || q.From != "" && !slices.Contains(records, v) && (v.Kind == plan.Event || v.Kind == plan.Draft && !v.Date.Within(q.From.First(), q.To.Last()))
	})...))
}

// few is how many events are told of with all that came of them; of more, each with
// one thing.
const few = 3

package finding

// This file is which drafts a query is about, and what they are beside each other.

import (
	"slices"

	"plandiff/internal/compare"
	"plandiff/internal/lexicon"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/query"
)

// Defaults are the drafts that a comparison shows.
func (b Book) Defaults() []*plan.Record { return b.View.PublicRecords(b.View.Library.Compare) }

// Comparing are the drafts to put side by side: those named, the one named
// after the one that it follows, or the default.
func (b Book) Comparing(q *query.Query) []*plan.Record {
	if q.Kind == query.Uptake { // base, proposal, outcome
		main := b.View.PublicRecords(b.View.Library.Overview)
		if v := q.Versions; len(v) == 2 && len(main) > 0 && !slices.Contains(v, main[len(main)-1]) {
			return append(slices.Clone(v), main[len(main)-1])
		}
		return q.Versions
	}
	switch len(q.Versions) {
	case 0:
		return b.Defaults()
	case 1:
		if q.Lists() && q.To != "" && q.To != plan.Latest { // the last of the main ones by then
			then := pick.Keep(b.View.PublicRecords(b.View.Library.Overview), func(v *plan.Record) bool { return v.Date.First() <= q.To.Last() && v.Date.First() >= q.From.First() })
			if n := len(then); n > 0 && then[n-1] != q.Versions[0] {
				return []*plan.Record{q.Versions[0], then[n-1]}
			}
		}
		switch base := b.View.Library.Base(q.Versions[0]); {
		case base == nil:
		case slices.Index(b.Defaults(), q.Versions[0]) == 0: // what became of it
			return b.Defaults()
		case lexicon.InTime(base, q.Versions[0]) > 0:
			return []*plan.Record{q.Versions[0], base}
		default:
			return []*plan.Record{base, q.Versions[0]}
		}
	}
	return q.Versions
}

// Comparison puts drafts side by side, the first as the base; nil where they cannot be compared.
func (b Book) Comparison(versions []*plan.Record) *compare.Comparison {
	c, _ := compare.Compare(b.View, query.IDs(versions))
	return c
}

// Uptake is whose wording an outcome has; nil where a question does not ask it.
func (b Book) Uptake(q *query.Query) *compare.UptakeTable {
	v := b.Comparing(q)
	if q.Kind != query.Uptake || len(v) != 3 {
		return nil
	}
	u, _ := compare.CompareUptake(b.View, v[0].ID, v[1].ID, v[2].ID)
	return u
}

// Points are the fields of a numbered point, and of the points to which it went.
func (b Book) Points(q *query.Query) []Finding {
	versions := pick.Or(q.Versions, b.Defaults()[:min(1, len(b.Defaults()))])
	var out []Finding
	for _, n := range q.Points {
		for i, v := range versions {
			if q.Kind == query.Point || i == 0 {
				out = append(out, b.AtPoint(v, n)...)
			}
		}
		if q.Kind != query.Follow {
			continue
		}
		for _, t := range b.Trails(versions[0], n, versions) {
			for _, row := range t.Rows {
				out = append(out, Row(row)...)
			}
		}
	}
	return Once(out)
}

// Trails are where a point went in the later of some drafts, or in all.
func (b Book) Trails(v *plan.Record, n int, versions []*plan.Record) []compare.Trail {
	followed, err := compare.Follow(b.View, v.ID, n)
	if err != nil {
		return nil
	}
	return slices.DeleteFunc(followed.Trails, func(t compare.Trail) bool {
		return len(versions) > 1 && !slices.Contains(versions[1:], t.Version)
	})
}

// PointOf is the draft whose points a query is about; nil where there is none.
func (b Book) PointOf(q *query.Query) *plan.Record {
	return pick.First(slices.Concat(q.Versions, b.Defaults()))
}

// Known reports whether it is known what one of the drafts named says of a field.
func (b Book) Known(q *query.Query, f *plan.Field) bool {
	return slices.ContainsFunc(b.Grid([]*plan.Field{f}, q.Versions), func(g Finding) bool { return g.State != plan.Lacuna })
}

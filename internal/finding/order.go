package finding

import (
	"cmp"
	"slices"

	"plandiff/internal/plan"
	"plandiff/internal/query"
)

// Rounds puts the fields of most worth first, and no topic again before every topic was told.
func Rounds(fs []*Finding, worth func(*plan.Field) float64) []*Finding {
	out := slices.Clone(fs)
	slices.SortStableFunc(out, func(a, b *Finding) int { return cmp.Compare(worth(b.Field), worth(a.Field)) })
	round, told := map[*Finding]int{}, map[*plan.Topic]int{}
	for _, f := range out {
		round[f] = told[f.Topic]
		if f.Topic.About != plan.AboutText {
			round[f] += 9 // the document itself last
		}
		told[f.Topic]++
	}
	slices.SortStableFunc(out, func(a, b *Finding) int { return round[a] - round[b] })
	return out
}

// OfRelied are findings without the claims asked about that the records do not rely on, and
// without those of which none is left.
func OfRelied(fs []Finding) []Finding {
	out := slices.DeleteFunc(fs, func(f Finding) bool { return f.Only != nil && !slices.ContainsFunc(f.Only, Relied) })
	for i := range out {
		out[i].Only = slices.DeleteFunc(out[i].Only, func(c *plan.Claim) bool { return !Relied(c) })
	}
	return out
}

// ByField puts findings on one field together, in the order of the fields' first.
func ByField(fs []Finding) []Finding {
	place := map[*plan.Field]int{}
	for i, f := range slices.Backward(fs) {
		place[f.Field] = i
	}
	slices.SortStableFunc(fs, func(a, b Finding) int { return place[a.Field] - place[b.Field] })
	return fs
}

// Fullest are of findings one of each field, the one that says most.
func Fullest(fs []*Finding) []*Finding {
	at := map[*plan.Field]int{}
	var out []*Finding
	for _, f := range fs {
		if i, ok := at[f.Field]; !ok {
			at[f.Field], out = len(out), append(out, f)
		} else if len(f.Contents) > 0 && len(f.Claims) > len(out[i].Claims) {
			out[i] = f
		}
	}
	return out
}

// OneOfEach are of findings the first of each topic of the text, and all others.
func OneOfEach(fs []*Finding) []*Finding {
	told := map[*plan.Topic]bool{}
	return slices.DeleteFunc(fs, func(f *Finding) bool {
		again := told[f.Topic] && f.Topic.About == plan.AboutText
		told[f.Topic] = true
		return again
	})
}

// Leading is the finding that the answer begins with.
func Leading(fs []Finding, q *query.Query) *Finding {
	through := q.Through()
	worth := func(f *Finding) float64 {
		switch {
		case q.Holder != "": // the best that the party tells of
			return map[bool]float64{true: float64(len(q.Fields) - slices.Index(q.Fields, f.Field))}[f.Says()]
		case through: // a field of the text first, of which a draft that is named tells, by how often it is told of
			told := Those(fs, func(g *Finding) bool { return g.Field == f.Field && len(g.Contents) > 0 })
			of := map[bool]int{true: 200}[f.Topic.About == plan.AboutText || len(q.Fields) > 0 && f.Field == q.Fields[0]]
			of += map[bool]int{true: 100}[slices.ContainsFunc(told, func(g *Finding) bool { return slices.Contains(q.Versions, g.Record) })]
			return float64(of + 2*len(told) + min(len(f.Contents), 1))
		case len(q.Fields) > 0 && (q.All || q.Led): // of every draft, or the same again
			return map[bool]float64{true: 1 + f.Score/1000}[f.Field == q.Fields[0]]
		}
		return f.Score
	}
	among := Those(fs, func(f *Finding) bool { return through || f == &fs[0] || f.Says() })
	return slices.MaxFunc(among, func(f, g *Finding) int { return cmp.Compare(worth(f), worth(g)) })
}

// Lopsided reports whether one of the drafts compared is silent on the field that answers best,
// and another field that is asked about differs between them.
func Lopsided(fs []Finding, q *query.Query) bool {
	if len(fs) == 0 || len(q.Fields) == 0 {
		return false
	}
	lead := Leading(fs, q)
	return slices.ContainsFunc(fs, func(f Finding) bool { return f.Field == lead.Field && f.State == plan.Lacuna }) &&
		slices.ContainsFunc(fs, func(f Finding) bool {
			return slices.Contains(q.Fields, f.Field) && f.Kind.Settled() && f.Kind.Differs()
		})
}

// AllSay reports whether each of the drafts that a query names says something of a field asked about.
func AllSay(fs []Finding, q *query.Query) bool {
	return !slices.ContainsFunc(q.Versions, func(v *plan.Record) bool {
		return !slices.ContainsFunc(fs, func(f Finding) bool { return f.Record == v && f.Says() && slices.Contains(q.Fields, f.Field) })
	})
}

// Lacks reports whether nothing that is said of the field of the text that answers a question
// for a value best has what it asks for; of a list, nobody can tell.
func Lacks(fs []Finding, q *query.Query, has func(*plan.Claim) bool) bool {
	if len(fs) == 0 || q.Kind != query.Value {
		return false
	}
	lead := Leading(fs, q)
	return lead.Topic.About == plan.AboutText && lead.Field.Kind != plan.List && !slices.ContainsFunc(fs, func(f Finding) bool {
		return f.Field == lead.Field && slices.ContainsFunc(f.Claims, has)
	})
}

// Earliest is the first of a group, in time, that says what a question asks for, by how much of
// it some claims have; where none does, the first of all.
func Earliest(group []*Finding, has func([]*plan.Claim) float32) *Finding {
	const about = 0.7
	said := func(f *Finding) float32 { return has(slices.Concat(f.Claimed(), f.Outlined())) }
	most := said(slices.MaxFunc(group, func(f, g *Finding) int { return cmp.Compare(said(f), said(g)) }))
	found := group[slices.IndexFunc(group, func(f *Finding) bool { return said(f) >= about*most })]
	return group[slices.IndexFunc(group, func(f *Finding) bool { // one before it may say the same in other words
		return f == found || f.SaysAs(found)
	})]
}

// Carrying confines findings to the claims that a test holds for, and to findings that have about as
// much of a question as the best of those; where there are no such claims, they are all as they were.
func Carrying(fs []Finding, test func(*plan.Claim) bool, has func(*Finding) float32) []Finding {
	const about = 0.75 // of what the best has
	var most float32
	for i := range fs {
		for _, c := range fs[i].Claims {
			if test(c) && !c.Denies {
				fs[i].Only = append(fs[i].Only, c)
				most = max(most, has(&fs[i]))
			}
		}
	}
	return slices.DeleteFunc(fs, func(f Finding) bool { return most > 0 && (f.Only == nil || has(&f) < about*most) })
}

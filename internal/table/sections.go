package table

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
)

// rows lays out the rows of a comparison in its sections, and with
// Options.Aside those that only the total has.
func (b *builder) rows(c, total *compare.Comparison) {
	made := map[string]Row{}
	order := c.Rows
	if b.opt.Aside {
		order = total.Rows
	}
	place := func(r compare.Row) *Section { return b.section(r.Topic, c.Versions) }
	if b.opt.ByPoint {
		place = b.byPointSection(c.Versions, order)
	}
	// What is selected comes first, so that its sources have the numbers that
	// they have in a table without the rest.
	selected := map[string]bool{}
	for _, r := range c.Rows {
		selected[r.Field.ID] = true
	}
	for _, aside := range [2]bool{false, true} {
		for _, r := range order {
			if selected[r.Field.ID] == aside {
				continue
			}
			row := b.rowOf(r)
			row.Aside = aside
			made[r.Field.ID] = row
		}
	}
	for _, r := range order {
		s := place(r)
		s.Rows = append(s.Rows, made[r.Field.ID])
	}
}

// homePoint is the first point of a version where a row stands; 0 if none is
// known.
func homePoint(c compare.Cell, field *plan.Field) int {
	if p := firstPoint(c.Reading); p > 0 {
		return p
	}
	if homes := c.Version.Homes(field.ID); len(homes) > 0 {
		return homes[0]
	}
	return 0
}

// ByPoint is a comparison in the order of the points of the first version;
// rows that stand in none follow in their own order.
func ByPoint(c *compare.Comparison) *compare.Comparison {
	out := *c
	out.Rows = slices.Clone(c.Rows)
	key := func(r compare.Row) int {
		if p := homePoint(r.Cells[0], r.Field); p > 0 {
			return p
		}
		return int(^uint(0) >> 1)
	}
	slices.SortStableFunc(out.Rows, func(a, b compare.Row) int { return cmp.Compare(key(a), key(b)) })
	return &out
}

// byPointSection is a section for every point of the first version, and one
// for what stands in none.
func (b *builder) byPointSection(versions []*plan.Record, rows []compare.Row) func(compare.Row) *Section {
	points := map[int][]map[int]bool{} // point of the first version -> by version, points of its rows
	for _, r := range rows {
		p := homePoint(r.Cells[0], r.Field)
		if points[p] == nil {
			points[p] = make([]map[int]bool, len(r.Cells))
		}
		for i, c := range r.Cells {
			if points[p][i] == nil {
				points[p][i] = map[int]bool{}
			}
			if n := homePoint(c, r.Field); n > 0 {
				points[p][i][n] = true
			}
		}
	}
	return func(r compare.Row) *Section {
		p := homePoint(r.Cells[0], r.Field)
		id := "point-" + strconv.Itoa(p)
		if n := len(b.table.Sections); n > 0 && b.table.Sections[n-1].ID == id {
			return &b.table.Sections[n-1]
		}
		s := Section{ID: id, Title: pointTitle(versions[0], p)}
		for i := range versions {
			var list []int
			for n := range points[p][i] {
				list = append(list, n)
			}
			slices.Sort(list)
			s.Points = append(s.Points, NumberList(list))
		}
		b.table.Sections = append(b.table.Sections, s)
		return &b.table.Sections[len(b.table.Sections)-1]
	}
}

func pointTitle(v *plan.Record, number int) string {
	if number == 0 {
		return "In no numbered point of " + v.ID
	}
	if p := v.Point(number); p != nil && p.Title != "" {
		return fmt.Sprintf("Point %d: %s", number, p.Title)
	}
	return fmt.Sprintf("Point %d", number)
}

// about is a record with no more than its claims on a topic: to look for
// those among all of a long record's claims takes a time that grows with its
// square.
func (b *builder) about(v *plan.Record, topic *plan.Topic) *plan.Record {
	if b.split == nil {
		b.split = map[*plan.Record]map[string][]plan.FieldClaims{}
	}
	if b.split[v] == nil {
		home := map[string]string{} // field -> topic
		for _, t := range b.lib.Topics {
			for _, f := range t.Fields {
				home[f.ID] = t.ID
			}
		}
		b.split[v] = map[string][]plan.FieldClaims{}
		for _, fc := range v.Fields {
			b.split[v][home[fc.Field]] = append(b.split[v][home[fc.Field]], fc)
		}
	}
	part := *v
	part.Fields = b.split[v][topic.ID]
	return &part
}

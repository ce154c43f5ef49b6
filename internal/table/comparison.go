package table

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/wording"
)

// Options choose what the tree of a comparison holds.
type Options struct {
	// Keep chooses by the kinds of a row's pairs: a row is shown where one of
	// its later cells has a kind that is kept. nil shows every row.
	Keep func(compare.Kind) bool
	// Words marks differing words even where little of a text was kept.
	Words bool
	// Unselected puts the rows that are not kept into the tree too, marked as such.
	// Sources are numbered as they are without them.
	Unselected bool
	// ByPoint puts rows in sections by the points of the first version instead
	// of by topic.
	ByPoint bool
	// More is how to see what is not shown: "--all shows every one". "" where
	// the reader has no program at hand.
	More string
	// Marks is how to learn what the marks mean: "plandiff help states". "" where
	// the reader has no program at hand.
	Marks string
}

// FromComparison lays out a comparison.
func FromComparison(c *compare.Comparison, opt Options) *Tree {
	b := newBuilder(c.View, "diff", c.Hidden, c.Versions...)
	b.tree.Pairs = c.Counts()
	b.tree.Overview = b.overview(c, opt.Marks)
	rows, section := c.Rows, func(r compare.Row) *Section { return b.topicSection(c.Versions, r.Topic) }
	if opt.ByPoint {
		rows = b.byPoint(rows)
		section = b.pointSections(c.Versions, rows)
	}
	// What is kept is worded first, so that its sources have the numbers that they
	// have without the rest.
	made, shown := make([]Row, len(rows)), 0
	for i, r := range rows {
		if opt.Keep == nil || r.HasKind(opt.Keep) {
			made[i] = b.row(r, opt.Words)
			shown++
		}
	}
	for i, r := range rows {
		if made[i].Field == "" && opt.Unselected {
			made[i] = b.row(r, opt.Words)
			made[i].Unselected = true
		}
		if made[i].Field != "" {
			made[i].Number = i + 1
			s := section(r)
			s.Rows = append(s.Rows, made[i])
		}
	}
	b.tree.Foot = foot(len(rows), shown, "field", opt.More)
	return b.done()
}

func (b *builder) column(v *plan.Record) Column {
	return Column{ID: v.ID, Title: v.Title, Date: wording.Date(v.Date), Day: v.Date,
		Known: wording.Known(b.view, v), By: strings.Join(v.By, ", ")}
}

// fieldRow is a row with some cells, worded as far as that does not depend on the
// view.
func fieldRow(r compare.Row, cells ...Cell) Row {
	return Row{Topic: r.Topic.ID, Field: r.Field.ID, Title: r.Field.Title, Unit: r.Field.Unit, Kind: r.Kind, Terms: r.Terms, Mark: wording.Kind(r.Kind), Cells: cells}
}

func (b *builder) row(r compare.Row, words bool) Row {
	out := fieldRow(r, make([]Cell, 0, len(r.Cells))...)
	// A cell of which something is known says itself why it is not compared.
	if r.Kind != compare.Unknown || !slices.ContainsFunc(r.Cells[1:], func(c compare.Cell) bool { return c.State != plan.Lacuna }) {
		out.Word = wording.RowWord(r.Kind, r.Terms)
	}
	base := r.Cells[0]
	for _, c := range r.Cells {
		out.Cells = append(out.Cells, b.cell(r.Field.ID, base, c))
	}
	markWords(&out, r, words)
	for i, c := range out.Cells {
		if !slices.Contains(b.view.Filter.Documents, c.Version) {
			continue
		}
		for _, claim := range c.Claims { // a reader looks a value up in a document
			out.Cells[i].say(Remark, claim.At)
		}
	}
	return out
}

// section is the last one if it has this ID, or else a new one without points.
func (b *builder) section(id, title string) (s *Section, fresh bool) {
	n := len(b.tree.Sections)
	if fresh = n == 0 || b.tree.Sections[n-1].ID != id; fresh {
		b.tree.Sections = append(b.tree.Sections, Section{ID: id, Title: title, Points: make([]string, max(len(b.tree.Columns), 1))})
		n++
	}
	return &b.tree.Sections[n-1], fresh
}

// topicSection is that of a topic, with the points of each version about it.
func (b *builder) topicSection(versions []*plan.Record, t *plan.Topic) *Section {
	s, fresh := b.section(t.ID, t.Title)
	for i, v := range versions {
		if fresh {
			s.Points[i] = prose.Places(b.view.Of(v).TopicPoints(t))
		}
	}
	return s
}

// homePoint is the first point of a version where a row stands; 0: not known.
func (b *builder) homePoint(c compare.Cell, field *plan.Field) int {
	if i := slices.IndexFunc(c.Claims, func(k *plan.Claim) bool { return k.Point > 0 }); i >= 0 {
		return c.Claims[i].Point
	}
	if homes := b.view.Of(c.Version).Homes(field.ID); len(homes) > 0 {
		return homes[0]
	}
	return 0
}

// byPoint is rows in the order of the first version's points; the others follow.
func (b *builder) byPoint(rows []compare.Row) []compare.Row {
	out := slices.Clone(rows)
	key := func(r compare.Row) int {
		if p := b.homePoint(r.Cells[0], r.Field); p > 0 {
			return p
		}
		return math.MaxInt
	}
	slices.SortStableFunc(out, func(a, b compare.Row) int { return cmp.Compare(key(a), key(b)) })
	return out
}

// pointSections has one for every point of the first version, and one for the rest.
func (b *builder) pointSections(versions []*plan.Record, rows []compare.Row) func(compare.Row) *Section {
	points := map[int][][]int{} // by point of the first version and by version: those of its rows
	for _, r := range rows {
		p := b.homePoint(r.Cells[0], r.Field)
		if points[p] == nil {
			points[p] = make([][]int, len(r.Cells))
		}
		for i, c := range r.Cells {
			if n := b.homePoint(c, r.Field); n > 0 {
				points[p][i] = append(points[p][i], n)
			}
		}
	}
	return func(r compare.Row) *Section {
		p := b.homePoint(r.Cells[0], r.Field)
		s, fresh := b.section("point-"+strconv.Itoa(p), pointTitle(versions[0], p))
		for i, list := range points[p] {
			if fresh {
				slices.Sort(list)
				s.Points[i] = prose.Ranges(slices.Compact(list))
			}
		}
		return s
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

// foot says how many of the rows are not shown; a row is called noun.
func foot(all, shown int, noun, more string) []Line {
	if all == shown {
		return nil
	}
	text := fmt.Sprintf("%d of %s %s not shown", all-shown, wording.Count(all, noun), wording.Are(all-shown))
	if more != "" {
		text += "; " + more
	}
	return []Line{plain(Remark, text+".")}
}

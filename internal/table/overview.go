package table

import (
	"cmp"
	"slices"

	"plandiff/internal/compare"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/wording"
)

func (b *builder) overview(c *compare.Comparison, marks string) *Overview {
	o := &Overview{Versions: b.versionsGrid(c.Versions), Topics: topicsGrid(c)}
	if len(c.Rows) > 0 {
		o.Counts = countsGrid(c.Versions[0], b.tree.Pairs)
		note := wording.Counted(len(c.Rows)) + "."
		if marks != "" {
			note += " Marks: " + marks + "."
		}
		o.Counts.Notes = []Line{plain(Remark, note)}
	}
	return o
}

func (b *builder) versionsGrid(versions []*plan.Record) Grid {
	g := Grid{ID: "versions", Columns: []GridColumn{{Title: "Version"}, {Title: "Title", Wide: true}, {Title: "Date"}, {Title: "How well known", Short: "Known"}}}
	for _, v := range versions {
		date := wording.Date(v.Date)
		if !b.view.Public(v.ID) { // which says more than that it has no date
			date = ""
		}
		g.Rows = append(g.Rows, GridRow{ID: v.ID, Cells: []GridCell{{Text: v.ID}, {Text: v.Title, Short: v.Label}, {Text: date}, {Text: wording.Known(b.view, v)}}})
	}
	return g
}

// countColumn is a column of the counts, with the kinds that it adds up.
type countColumn struct {
	title, short string
	kinds        []compare.Kind // none: of those before it, the changes in terms
}

var countColumns = []countColumn{
	{"changed", "changed", []compare.Kind{compare.Changed}},
	{"of these in terms only", "terms only", nil},
	{"added", "added", []compare.Kind{compare.Added}},
	{"removed", "removed", []compare.Kind{compare.Removed}},
	{"open", "open", []compare.Kind{compare.Open}},
	{"moved", "moved", []compare.Kind{compare.Severed}},
	{"disputed", "disputed", []compare.Kind{compare.Disputed}},
	{"same or reworded", "same", []compare.Kind{compare.Same, compare.Reworded}},
	{"not known", "not known", []compare.Kind{compare.Unknown}},
}

func countsGrid(base *plan.Record, pairs []compare.PairCount) Grid {
	g := Grid{ID: "counts", Columns: []GridColumn{{Title: "against " + base.ID}}}
	counted := slices.Clone(countColumns)
	if !slices.ContainsFunc(pairs, func(p compare.PairCount) bool { return p.Terms > 0 }) {
		counted = slices.DeleteFunc(counted, func(c countColumn) bool { return c.kinds == nil })
	}
	for _, c := range counted {
		col := GridColumn{Title: c.title, Short: c.short, Right: true}
		if c.kinds != nil {
			col.Mark = wording.Kind(c.kinds[0])
		}
		g.Columns = append(g.Columns, col)
	}
	for _, p := range pairs {
		g.count(p.Version, p.Version, pick.Each(counted, func(c countColumn) (n int) {
			if c.kinds == nil {
				return p.Terms
			}
			for _, k := range c.kinds {
				n += p.Kinds[k]
			}
			return n
		}))
	}
	return g
}

// count adds an entry of numbers.
func (g *Grid) count(id, title string, numbers []int) {
	cells := []GridCell{{Text: title}}
	for _, n := range numbers {
		text := None
		if n > 0 {
			text = wording.Number(n)
		}
		cells = append(cells, GridCell{Text: text})
	}
	g.Rows = append(g.Rows, GridRow{ID: id, Cells: cells})
}

// topicNews is the entry of a topic, and what tells where it stands.
type topicNews struct {
	GridRow
	talk     int // 1 where it is what is said about the text, not what the text says
	versions int // later versions in which a field differs
	fields   int // differing fields, counted in each later version
}

// topicsGrid has a line for every topic with a difference: first what the
// text says, then what is said about it; within these, topics that differ in
// more versions and in more fields come first.
func topicsGrid(c *compare.Comparison) Grid {
	g := Grid{ID: "topics", Columns: []GridColumn{{Title: "Topic, most differences first", Short: "Topic", Wide: true, Lines: topicLines}}, Empty: wording.NoDifferences}
	for _, v := range c.Versions[1:] {
		g.Columns = append(g.Columns, GridColumn{Title: v.ID, Wide: true, Lines: topicLines})
	}
	var all []topicNews
	for start, end := 0, 0; start < len(c.Rows); start = end {
		topic := c.Rows[start].Topic
		for end < len(c.Rows) && c.Rows[end].Topic == topic {
			end++
		}
		news := topicNews{GridRow: GridRow{ID: topic.ID, Cells: []GridCell{{Text: topic.Title}}}}
		if topic.About != plan.AboutText {
			news.talk = 1
		}
		for i := range c.Versions[1:] {
			cell, differing := lead(c.Rows[start:end], i+1)
			news.Cells = append(news.Cells, cell)
			news.fields += differing
			news.versions += min(differing, 1)
		}
		if news.fields > 0 {
			all = append(all, news)
		}
	}
	slices.SortStableFunc(all, func(a, b topicNews) int {
		return cmp.Or(cmp.Compare(a.talk, b.talk), cmp.Compare(b.versions, a.versions), cmp.Compare(b.fields, a.fields))
	})
	g.Rows = pick.Each(all, func(news topicNews) GridRow { return news.GridRow })
	return g
}

// lead words the first field of a topic that differs in one version, and counts
// those that do. The vocabulary has the main field of a topic first.
func lead(rows []compare.Row, version int) (cell GridCell, differing int) {
	best := rows[0]
	for _, r := range rows {
		if differing == 0 && (r.Cells[version].Kind.Differs() || best.Cells[version].Kind == compare.Unknown) {
			best = r
		}
		if r.Cells[version].Kind.Differs() {
			differing++
		}
	}
	c := best.Cells[version]
	title := best.Field.Title
	if title == best.Topic.Title {
		title = ""
	}
	end := ""
	if differing > 1 {
		end = wording.AndMore(differing - 1)
	}
	return GridCell{Mark: wording.Kind(c.Kind), Text: wording.Brief(title, best.Cells[0], c) + end, End: end}, differing
}

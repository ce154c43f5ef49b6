package table

import (
	"cmp"
	"slices"

	"plandiff/internal/compare"
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
		row := GridRow{ID: p.Version, Cells: []GridCell{{Text: p.Version}}}
		for _, c := range counted {
			n := 0
			if c.kinds == nil {
				n = p.Terms
			}
			for _, k := range c.kinds {
				n += p.Kinds[k]
			}
			row.Cells = append(row.Cells, countCell(n))
		}
		g.Rows = append(g.Rows, row)
	}
	return g
}

// countCell counts something, or nothing.
func countCell(n int) GridCell {
	if n == 0 {
		return GridCell{Text: None}
	}
	return GridCell{Text: wording.Number(n)}
}

type topicNews struct {
	topic    *plan.Topic
	rows     []compare.Row
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
	for _, t := range news(c) {
		row := GridRow{ID: t.topic.ID, Cells: []GridCell{{Text: t.topic.Title}}}
		for i := range c.Versions[1:] {
			row.Cells = append(row.Cells, lead(t.rows, i+1))
		}
		g.Rows = append(g.Rows, row)
	}
	return g
}

func news(c *compare.Comparison) []topicNews {
	var out []topicNews
	for start := 0; start < len(c.Rows); {
		end := start + 1
		for end < len(c.Rows) && c.Rows[end].Topic == c.Rows[start].Topic {
			end++
		}
		t := topicNews{topic: c.Rows[start].Topic, rows: c.Rows[start:end]}
		for i := range c.Versions[1:] {
			n := differing(t.rows, i+1)
			t.fields += n
			if n > 0 {
				t.versions++
			}
		}
		if t.fields > 0 {
			out = append(out, t)
		}
		start = end
	}
	slices.SortStableFunc(out, func(a, b topicNews) int {
		return cmp.Or(cmp.Compare(aboutTalk(a.topic), aboutTalk(b.topic)), cmp.Compare(b.versions, a.versions), cmp.Compare(b.fields, a.fields))
	})
	return out
}

// aboutTalk puts what is said about a text behind what it says.
func aboutTalk(t *plan.Topic) int {
	if t.About == plan.AboutText {
		return 0
	}
	return 1
}

func differing(rows []compare.Row, version int) int {
	n := 0
	for _, r := range rows {
		if r.Cells[version].Kind.Differs() {
			n++
		}
	}
	return n
}

// lead words the first field of a topic that differs in one version, and how
// many more do. The vocabulary has the main field of a topic first.
func lead(rows []compare.Row, version int) GridCell {
	best := rows[0]
	for _, r := range rows {
		if r.Cells[version].Kind.Differs() {
			best = r
			break
		}
		if best.Cells[version].Kind == compare.Unknown {
			best = r
		}
	}
	c := best.Cells[version]
	title := best.Field.Title
	if title == best.Topic.Title {
		title = ""
	}
	end := ""
	if n := differing(rows, version); n > 1 {
		end = wording.AndMore(n - 1)
	}
	return GridCell{Mark: wording.Kind(c.Kind), Text: wording.Brief(title, best.Cells[0], c) + end, End: end}
}

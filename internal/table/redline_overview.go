package table

import (
	"slices"
	"strconv"
	"strings"

	"plandiff/internal/align"
	"plandiff/internal/compare"
	"plandiff/internal/pick"
	"plandiff/internal/redline"
	"plandiff/internal/wording"
)

var relations = []align.Relation{align.Unchanged, align.Reworded, align.Renumbered, align.Moved, align.Split, align.Joined, align.Inserted, align.Deleted, align.Unknown}

func redlineOverview(c *redline.Comparison, columns []Column) *Overview {
	o := &Overview{
		Versions: Grid{ID: "versions", Columns: []GridColumn{{Title: "Document"}, {Title: "Title", Wide: true}, {Title: "What was read"}}},
		Counts:   Grid{ID: "counts", Columns: []GridColumn{{Title: "against " + columns[0].ID}}},
	}
	for _, col := range columns {
		o.Versions.Rows = append(o.Versions.Rows, GridRow{ID: col.ID, Cells: []GridCell{{Text: col.ID}, {Text: col.Title}, {Text: col.Known}}})
	}
	for _, r := range relations {
		o.Counts.Columns = append(o.Counts.Columns, GridColumn{Title: wording.RelationWord(r), Right: true})
	}
	for i, p := range c.Pairs {
		id := columns[i+1].ID
		o.Counts.count(id, id, pick.Each(relations, func(r align.Relation) int { return p.Counts[r] }))
		o.Counts.Notes = append(o.Counts.Notes, plain(Remark, wording.RedlineSummary(id, p)))
		if len(p.Numbers) > 0 {
			o.More = append(o.More, numbersGrid(id, p.Numbers))
		}
		if len(p.Opened)+len(p.Closed) > 0 {
			o.More = append(o.More, bracketsGrid(id, p))
		}
	}
	return o
}

func numbersGrid(version string, numbers []redline.Number) Grid {
	g := Grid{ID: "numbers", Title: "Numbers that changed in " + version,
		Columns: []GridColumn{{Title: "Point"}, {Title: "From", Right: true}, {Title: "To", Right: true}, {Title: "Step"}, {Title: "Where", Wide: true}}}
	for i, n := range numbers {
		if i == listed {
			g.Notes = []Line{plain(Remark, wording.FurtherNumbers(len(numbers)-listed))}
			break
		}
		g.Rows = append(g.Rows, GridRow{ID: n.To.Number, Cells: []GridCell{{Text: n.To.Number}, {Text: n.Old}, {Text: n.New}, {Text: wording.Step(n.Step)}, {Text: n.To.Place.String()}}})
	}
	return g
}

func bracketsGrid(version string, p redline.Pair) Grid {
	g := Grid{ID: "brackets", Title: wording.BracketSummary(version, p), Columns: []GridColumn{{Title: "Point"}, {Title: ""}, {Title: "Text", Wide: true}}}
	put := func(list []redline.Bracketed, kind compare.Kind, word string) {
		for i, b := range list {
			if i == listed/2 {
				g.Notes = append(g.Notes, plain(Remark, wording.FurtherBrackets(len(list)-i, word)))
				return
			}
			g.Rows = append(g.Rows, GridRow{ID: b.Point.Number, Cells: []GridCell{{Text: b.Point.Number}, {Mark: wording.Kind(kind), Text: word}, {Text: b.Text}}})
		}
	}
	put(p.Opened, compare.Added, "opened")
	put(p.Closed, compare.Removed, "closed")
	return g
}

// WithWording puts the comparison of wordings below that of fields: its points
// as sections, its counts, numbers and brackets into the overview. Kinds of
// rows that are not kept stay out; nil keeps all.
func WithWording(t, words *Tree, keep func(compare.Kind) bool) *Tree {
	number := 0
	for _, r := range t.Rows() {
		number = max(number, r.Number)
	}
	for i, s := range words.Sections {
		s.Rows = slices.DeleteFunc(slices.Clone(s.Rows), func(r Row) bool { return keep != nil && !keep(r.Kind) })
		if len(s.Rows) == 0 {
			continue
		}
		for k := range s.Rows {
			number++
			s.Rows[k].Number = number
		}
		s.ID, s.Title = "wording-"+strconv.Itoa(i+1), strings.TrimSuffix("Wording: "+s.Title, ": ")
		t.Sections = append(t.Sections, s)
	}
	if t.Overview != nil && words.Overview != nil {
		counts := words.Overview.Counts
		counts.ID, counts.Title = "points", "Points, by their wording"
		t.Overview.Topics.Empty = wording.NoFieldDiffers
		t.Overview.More = append(append(t.Overview.More, counts), words.Overview.More...)
	}
	t.Documents = words.Documents
	t.Foot = append(t.Foot, words.Foot...)
	return t
}

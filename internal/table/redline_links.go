package table

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/align"
	"plandiff/internal/evidence"
	"plandiff/internal/intake"
	"plandiff/internal/plan"
	"plandiff/internal/wording"
)

// FromMatching lists which points of two documents correspond, and why.
func FromMatching(docs []*intake.Document, from, to []align.Text, m *align.Matching) *Tree {
	b := newBuilder(evidence.New(&plan.Library{}, evidence.Filter{}), "align", 0)
	names := DocumentNames(docs)
	b.tree.Alignment = &Alignment{From: names[0], To: names[1], Links: m.Links, UnmatchedFrom: m.UnmatchedFrom, UnmatchedTo: m.UnmatchedTo}
	for i, t := range from {
		b.tree.Alignment.Candidates = append(b.tree.Alignment.Candidates, Candidates{t.Number, m.Candidates[i]})
	}
	g := linksGrid(names[0], names[1])
	g.Columns = slices.DeleteFunc(g.Columns, func(c GridColumn) bool { return c.Title == "By" }) // all by their words
	for _, l := range m.Links {
		g.Rows = append(g.Rows, GridRow{ID: strings.Join(l.From, ", "), Cells: []GridCell{{Text: strings.Join(l.From, ", ")}, {Text: strings.Join(l.To, ", ")},
			{Text: wording.RelationWord(l.Relation)}, {Text: fmt.Sprintf("%.2f", l.Score)}, {Text: to[l.ToAt[0]].Title}}, Details: []Line{plain(Remark, strings.Join(l.Why, "; "))}})
	}
	b.tree.Grids = []Grid{g}
	for side, list := range [2][]align.Unmatched{m.UnmatchedFrom, m.UnmatchedTo} {
		if len(list) == 0 {
			continue
		}
		texts := [2][]align.Text{from, to}[side]
		b.tree.Grids = append(b.tree.Grids, unmatchedGrid(names[side], " without a sure counterpart", "Text", list,
			func(u Unmatched) string { return strings.TrimSpace(texts[u.At].Title + " " + texts[u.At].Body) }))
	}
	return b.tree
}

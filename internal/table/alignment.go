package table

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"plandiff/internal/align"
	"plandiff/internal/evidence"
	"plandiff/internal/intake"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/wording"
)

// Alignment is which points of two versions, or of two documents, correspond,
// for those who write it as data.
type Alignment struct {
	From, To string   // versions, or names of documents
	Points   []string // the numbers of the points of From that have candidates, in their order
	*align.Matching
}

// FromAlignment lists which points of two versions correspond, and why.
func FromAlignment(v *evidence.View, a *align.Alignment) *Tree {
	b := newBuilder(v, "align", v.Hidden(a.From.ID, a.To.ID), a.From, a.To)
	out := &Alignment{a.From.ID, a.To.ID, nil, &align.Matching{UnmatchedFrom: unmatchedOf(a.UnmatchedFrom), UnmatchedTo: unmatchedOf(a.UnmatchedTo)}}
	for _, p := range a.From.Points {
		if p.Number == 0 {
			continue
		}
		to := pick.Each(a.Candidates[p.Number], func(c align.Candidate) Candidate {
			return Candidate{Number: strconv.Itoa(c.Number), Score: c.Score}
		})
		out.Points, out.Candidates = append(out.Points, strconv.Itoa(p.Number)), append(out.Candidates, to)
	}
	g := linksGrid(out)
	for _, l := range a.Links {
		title := titles(a.From, l.From)
		if to := titles(a.To, l.To); to != title && to != "" {
			title += " → " + to
		}
		link := Link{From: pick.Each(l.From, strconv.Itoa), To: pick.Each(l.To, strconv.Itoa),
			Relation: l.Relation, Score: l.Score, By: l.By, Why: l.Why}
		out.Links = append(out.Links, link)
		g.Rows = append(g.Rows, linkRow(link, prose.Ranges(l.From), prose.Ranges(l.To), title))
	}
	b.tree.Alignment, b.tree.Grids = out, []Grid{g}
	b.unmatched(out.UnmatchedFrom, a.From.ID, " without a known counterpart in "+a.To.ID, "Title", func(u Unmatched) string { return titles(a.From, []int{u.At}) })
	b.unmatched(out.UnmatchedTo, a.To.ID, " without a known counterpart in "+a.From.ID, "Title", func(u Unmatched) string { return titles(a.To, []int{u.At}) })
	return b.done()
}

// FromMatching lists which points of two documents correspond, and why.
func FromMatching(docs []*intake.Document, from, to []align.Text, m *align.Matching) *Tree {
	b := newBuilder(evidence.New(&plan.Library{}, evidence.Filter{}), "align", 0)
	names := DocumentNames(docs)
	out := &Alignment{names[0], names[1], pick.Each(from, func(t align.Text) string { return t.Number }), m}
	g := linksGrid(out)
	for _, l := range m.Links {
		g.Rows = append(g.Rows, linkRow(l, strings.Join(l.From, ", "), strings.Join(l.To, ", "), to[l.ToAt[0]].Title))
	}
	b.tree.Alignment, b.tree.Grids = out, []Grid{g.Keep(func(i int) bool { return g.Columns[i].Title != "By" })} // all by their words
	for side, list := range [2][]Unmatched{m.UnmatchedFrom, m.UnmatchedTo} {
		texts := [2][]align.Text{from, to}[side]
		b.unmatched(list, names[side], " without a sure counterpart", "Text", func(u Unmatched) string { return strings.TrimSpace(texts[u.At].Title + " " + texts[u.At].Body) })
	}
	return b.tree
}

// linksGrid is an empty list of links between the points of two texts.
func linksGrid(a *Alignment) Grid {
	return Grid{ID: "links", OneLine: true, Empty: "No points are known to correspond.",
		Columns: []GridColumn{{Title: a.From, Short: prose.Shorten(a.From, shortHead), Right: true}, {Title: a.To, Short: prose.Shorten(a.To, shortHead), Right: true}, {Title: "Relation"}, {Title: "By", Yield: 1}, {Title: "Score", Right: true, Yield: 2}, {Title: "Title", Wide: true, Least: leastLink}}}
}

func linkRow(l Link, from, to, title string) GridRow {
	return GridRow{ID: from, Details: []Line{plain(Remark, strings.Join(l.Why, "; "))},
		Cells: []GridCell{{Text: from}, {Text: to}, {Text: wording.RelationWord(l.Relation)}, {Text: string(l.By)}, {Text: fmt.Sprintf("%.2f", l.Score)}, {Text: title}}}
}

func titles(r *plan.Record, points []int) string {
	var out []string
	for _, n := range points {
		if p := r.Point(n); p != nil && p.Title != "" {
			out = append(out, p.Title)
		}
	}
	return strings.Join(out, "; ")
}

// unmatched lists points without a counterpart, with what text has of each.
func (b *builder) unmatched(points []Unmatched, of, title, head string, text func(Unmatched) string) {
	g := Grid{ID: "unmatched-" + of, OneLine: true, Title: "Points of " + of + title,
		Columns: []GridColumn{{Title: "Point", Right: true}, {Title: "Relation"}, {Title: head, Wide: true}}}
	for _, u := range points {
		g.Rows = append(g.Rows, GridRow{ID: u.Number, Cells: []GridCell{{Text: u.Number}, {Text: wording.RelationWord(u.Relation)}, {Text: text(u)}}})
	}
	if len(points) > 0 {
		b.tree.Grids = append(b.tree.Grids, g)
	}
}

func unmatchedOf(points map[int]align.Relation) []Unmatched {
	var out []Unmatched
	for _, n := range slices.Sorted(maps.Keys(points)) {
		out = append(out, Unmatched{Number: strconv.Itoa(n), At: n, Relation: points[n]})
	}
	return out
}

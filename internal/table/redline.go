package table

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"plandiff/internal/align"
	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/intake"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/redline"
	"plandiff/internal/wording"
)

// RedlineOptions choose what the tree of compared documents holds.
type RedlineOptions struct {
	All        bool // also points that are the same
	Inline     bool // the words that are gone stand among those of the newer text
	Unselected bool // points that are the same too, marked as unselected
	More       string
	// Untitled is what sections without a heading are called.
	Untitled string
}

// FromRedline lays out documents point by point: an overview of what became
// of the points, the numbers and the brackets that changed, then the points.
func FromRedline(c *redline.Comparison, opt RedlineOptions) *Tree {
	b := newBuilder(evidence.New(&plan.Library{}, evidence.Filter{}), "diff", 0)
	b.tree.Points = true
	names := DocumentNames(c.Documents)
	for i, d := range c.Documents {
		b.tree.Columns = append(b.tree.Columns, Column{ID: names[i], Title: cmp.Or(d.Title, d.Base()), Known: wording.Document(d)})
	}
	b.tree.Overview, b.tree.Documents = redlineOverview(c, b.tree.Columns), c.Pairs
	b.tree.Pairs = pick.Each(names[1:], func(name string) compare.PairCount {
		return compare.PairCount{Version: name, Kinds: map[compare.Kind]int{}}
	})
	shown := 0
	for i, r := range c.Rows {
		for k, later := range r.Cells[1:] {
			b.tree.Pairs[k].Kinds[redlineKind(r.Cells[0], later)]++
		}
		selected := opt.All || worthShowing(r)
		if selected {
			shown++
		} else if !opt.Unselected {
			continue
		}
		row := redlineRow(r, b.tree.Columns, opt.Inline)
		row.Number, row.Unselected = i+1, !selected
		title := cmp.Or(newest(r)[0].Section, opt.Untitled)
		if n := len(b.tree.Sections); n == 0 || b.tree.Sections[n-1].Title != title {
			b.tree.Sections = append(b.tree.Sections, Section{ID: "section-" + strconv.Itoa(n+1), Title: title, Points: make([]string, len(names))})
		}
		sec := &b.tree.Sections[len(b.tree.Sections)-1]
		sec.Rows = append(sec.Rows, row)
	}
	b.tree.Foot = foot(len(c.Rows), shown, "row", opt.More)
	return b.tree
}

// DocumentNames are the file names of documents, each once: those of one name
// with as many folders as tell them apart, the same path twice numbered.
func DocumentNames(docs []*intake.Document) []string {
	out := make([]string, len(docs))
	used := map[string]int{}
	for i, d := range docs {
		n := 1
		for _, other := range docs {
			for other.Name != d.Name && n <= len(d.Name) && pathEnd(other.Name, n) == pathEnd(d.Name, n) {
				n++
			}
		}
		out[i] = pathEnd(d.Name, n)
		used[out[i]]++
	}
	seen := map[string]int{}
	for i, name := range out {
		if used[name] > 1 {
			seen[name]++
			out[i] = fmt.Sprintf("%s (%d)", name, seen[name])
		}
	}
	return out
}

func pathEnd(path string, n int) string {
	names := strings.Split(filepath.ToSlash(path), "/")
	return strings.Join(names[max(0, len(names)-n):], "/")
}

// worthShowing: a point is news where its words changed, or where it came, went
// or stands elsewhere. A new number alone is counted, not shown.
func worthShowing(r redline.Row) bool {
	return r.Cells[0].Points == nil || slices.ContainsFunc(r.Cells[1:], func(c redline.Cell) bool {
		return !c.Same || c.Relation == align.Moved || c.Relation == align.Split || c.Relation == align.Joined
	})
}

// newest are the points of a row in the newest document that has some.
func newest(r redline.Row) []*intake.Point {
	for _, c := range slices.Backward(r.Cells) {
		if len(c.Points) > 0 {
			return c.Points
		}
	}
	return nil
}

func redlineRow(r redline.Row, columns []Column, inline bool) Row {
	first := r.Cells[0]
	telling := func(c redline.Cell) int { return slices.Index(Kinds, redlineKind(first, c)) }
	most := slices.MinFunc(r.Cells[1:], func(a, b redline.Cell) int { return telling(a) - telling(b) })
	out := Row{Kind: redlineKind(first, most), Word: wording.PointRelation(most.Relation, most.Same, len(most.Points) > 0 && len(first.Points) > 0)}
	out.Mark = wording.Kind(out.Kind)
	out.Field, out.Title = redlineTitle(r)
	for i, c := range columns {
		out.Cells = append(out.Cells, redlineCell(c.ID, r, i, inline))
	}
	return out
}

func redlineKind(first, c redline.Cell) compare.Kind {
	switch {
	case len(first.Points) == 0 && c.Relation == align.Inserted:
		return compare.Added
	case len(c.Points) == 0 && c.Relation == align.Deleted:
		return compare.Removed
	case len(first.Points) == 0 || len(c.Points) == 0:
		return compare.Unknown
	case c.Same:
		return compare.Same
	}
	return compare.Changed
}

// redlineTitle names a row by its newest number, and what it was in the first.
func redlineTitle(r redline.Row) (id, title string) {
	points := newest(r)
	title = labels(points)
	if was := labels(r.Cells[0].Points); was != "" && was != title {
		title = was + " → " + title
	}
	if t := points[0].Title; t != "" {
		title = strings.TrimSpace(title + " " + t)
	}
	return points[0].Number, title
}

func labels(points []*intake.Point) string {
	return prose.Join(points, ", ", func(p *intake.Point) string {
		if p.Kind == intake.KindFootnote {
			return p.Number // "note 1": the label is the bare 1
		}
		return cmp.Or(p.Label, p.Number)
	})
}

// keptWords is how many words of an unchanged stretch stay at each end: what a
// reader looks for is what changed.
const keptWords = 8

func redlineCell(document string, r redline.Row, at int, inline bool) Cell {
	c := r.Cells[at]
	out := Cell{Version: document, State: plan.Present, Points: prose.Join(c.Points, ", ", func(p *intake.Point) string { return p.Number })}
	if at > 0 {
		out.Kind, out.Relation = redlineKind(r.Cells[0], c), string(c.Relation)
		out.Mark = wording.Kind(out.Kind)
	}
	if len(c.Points) == 0 {
		out.State, out.Quiet, out.Text = plan.Lacuna, true, wording.NoCounterpart
		if at == 0 || c.Relation == align.Deleted {
			out.State, out.Text = plan.Omitted, wording.StateWord(plan.Omitted)
		}
		out.say(Value, out.Text)
		return out
	}
	out.Text = redline.Full(c.Points)
	spans := []prose.Span{{Op: prose.Keep, Text: out.Text}}
	switch {
	case at > 0 && c.Changes != nil && inline:
		spans = prose.Both(prose.Folded(c.Changes, keptWords))
	case at > 0 && c.Changes != nil:
		_, spans = prose.Sides(prose.Folded(c.Changes, keptWords))
	case at == 0 && len(r.Cells) == 2 && r.Cells[1].Changes != nil && !inline:
		spans, _ = prose.Sides(prose.Folded(r.Cells[1].Changes, keptWords))
	}
	out.Lines = append(out.Lines, Line{Role: Value, Spans: spans})
	for _, n := range c.Numbers {
		out.say(Step, wording.ChangedNumber(n))
	}
	if c.Capped {
		out.say(Remark, wording.TooLong)
	}
	if out.Place = prose.Listed("; ", pick.Each(c.Points, func(p *intake.Point) string { return p.Place.String() })...); out.Place != "" {
		out.say(Remark, out.Place)
	}
	return out
}

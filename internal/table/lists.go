package table

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/wording"
)

// How lists share the room that there is. Other columns yield before a wide one gets
// narrower than the least.
const (
	leastTitle = 20 // columns: of a title
	leastLink  = 40 // of the titles of two points
	leastSaid  = 24 // of what is said, beside whole IDs
	shortHead  = 14 // letters of a file name above a narrow column
	hitLines   = 8  // of what a search found
	topicLines = 2  // of a topic, so that many fit on a screen
	listed     = 12 // numbers, and brackets, before the rest is counted
)

// FromRecords lists records, a line each; the details have the rest. Where
// everything is admitted, a note says how far the records reach.
func FromRecords(v *evidence.View, records []*plan.Record) *Tree {
	b := newBuilder(v, "versions", v.Hidden())
	g := Grid{ID: "versions", OneLine: true, Empty: wording.NothingReported,
		Columns: []GridColumn{{Title: "Version"}, {Title: "Date", Yield: 1}, {Title: "Points", Right: true, Yield: 3}, {Title: "How well known", Short: "Known", Yield: 2}, {Title: "Title", Wide: true, Least: leastTitle}}}
	events := !slices.ContainsFunc(records, func(r *plan.Record) bool { return r.Kind != plan.Event })
	for _, r := range records {
		points := ""
		if r.PointCount > 0 {
			points = strconv.Itoa(r.PointCount)
		}
		known, title := GridCell{Text: wording.Known(v, r), Short: wording.KnownShort(v, r)}, GridCell{Text: r.Title, Short: r.Label}
		if r.Kind == plan.Event {
			title.Short = "" // a label without its date says little
		}
		if events {
			known = GridCell{}
		}
		row := GridRow{ID: r.ID, Known: b.known(r), Cells: []GridCell{{Text: r.ID}, {Text: wording.Date(r.Date)}, {Text: points}, known, title}}
		for _, d := range []struct {
			key, lead string
			items     []string
		}{{"by", "put forward by", r.By}, {"names", "also called", r.Names}, {"follows", "follows", r.Follows}, {"concerns", "concerns", r.Concerns}} {
			if len(d.items) > 0 {
				row.Details = append(row.Details, plain(Remark, d.lead+": "+strings.Join(d.items, ", "), b.citeCards(r.AttestedBy(d.key), aboutItself, r.ID+" "+d.key)...))
			}
		}
		g.Rows = append(g.Rows, row)
	}
	if last := v.Latest(); last != nil && v.Filter.IsZero() {
		g.Notes = []Line{plain(Remark, wording.Reach(last))}
	}
	b.tree.Grids = []Grid{g}
	return b.done()
}

// FromCitations lists source cards, a line each; the details have the rest,
// with every claim that rests on a card where claims is set.
func FromCitations(v *evidence.View, cited []compare.Cited, claims bool) *Tree {
	b := newBuilder(v, "sources", v.Hidden())
	g := Grid{ID: "sources", OneLine: true, Empty: "No source matches.",
		Columns: []GridColumn{{Title: "Source"}, {Title: "Publisher", Wide: true}, {Title: "Published", Yield: 1}, {Title: "Kind", Yield: 2}, {Title: "Claims", Right: true, Yield: 3}}}
	for _, c := range cited {
		s := c.Source
		kind := GridCell{Text: wording.SourceKind(s.Kind), Short: wording.SourceKindShort(s.Kind)}
		if s.LowReliability {
			kind.Text, kind.Short = kind.Text+", weak", kind.Short+", weak"
		}
		row := GridRow{ID: s.ID, Cited: &c, Cells: []GridCell{{Text: s.ID, Link: s.URL}, {Text: wording.Publisher(s)}, {Text: wording.Day(s)}, kind, {Text: strconv.Itoa(len(c.Uses))}}}
		row.Details = cardDetails(s)
		if claims {
			for _, u := range c.Uses {
				row.Details = append(row.Details, plain(Account, u.Record.ID+" "+u.Field+": "+wording.Claim(u.Claim)+" ("+wording.Evidence(u.Claim)+")"))
			}
		}
		g.Rows = append(g.Rows, row)
	}
	b.tree.Grids = []Grid{g}
	return b.done()
}

func (b *builder) known(r *plan.Record) *Known {
	return &Known{Record: r, ReadWhole: compare.ReadWhole(r), As: compare.KnownAs(r), Public: b.view.Public(r.ID), Points: r.Points}
}

func cardDetails(s *plan.Source) []Line {
	var out []Line
	for _, d := range [...][2]string{
		{"title", s.Title}, {"what it shows", s.Attests}, {"address", s.URL}, {"file", s.File}, {"SHA-256", s.SHA256}, {"date", s.DateNote},
		{"language", s.Language}, {"repeats the report of", strings.Join(s.Original, ", ")}, {"weak because", s.ReliabilityNote},
	} {
		if d[1] != "" {
			out = append(out, plain(Remark, d[0]+": "+d[1]))
		}
	}
	if s.Unread {
		out = append(out, plain(Remark, "known only through those who repeat it"))
	}
	return out
}

// FromMatrix lays out topics or fields by versions, a mark a cell.
func FromMatrix(m *compare.Matrix) *Tree {
	b := newBuilder(m.View, "matrix", m.Hidden, m.Versions...)
	g := Grid{ID: "matrix", Columns: []GridColumn{{Title: "Topic", Wide: true, Lines: topicLines}}}
	for _, v := range m.Versions {
		g.Columns = append(g.Columns, GridColumn{Title: v.ID, Break: true})
	}
	for _, r := range m.Rows {
		row := GridRow{ID: r.Topic.ID, Cells: []GridCell{{Text: r.Topic.Title}}}
		if r.Field != nil {
			row = GridRow{ID: r.Field.ID, Group: r.Topic.Title, Cells: []GridCell{{Text: r.Field.Title}}}
		}
		for _, c := range r.Cells {
			cell := GridCell{Mark: wording.Matrix(c.Mark)}
			if r.Field == nil && c.Of > 1 {
				cell.Text = fmt.Sprintf("%d/%d", c.Known, c.Of)
			}
			row.Cells = append(row.Cells, cell)
		}
		g.Rows = append(g.Rows, row)
	}
	g.Notes = matrixNotes(m)
	b.tree.Grids = []Grid{g}
	b.tree.Matrix, b.tree.Pairs = m, m.Pairs
	return b.done()
}

// matrixNotes say what each mark in use means, with the count of each version.
func matrixNotes(m *compare.Matrix) []Line {
	var out []Line
	note := func(mark compare.Mark, meaning string, counts ...string) {
		if counts != nil {
			out = append(out, plain(Remark, meaning+": "+strings.Join(counts, " · ")))
			out[len(out)-1].Mark = wording.Matrix(mark)
		}
	}
	for _, mark := range compare.Marks {
		var counts []string
		for i, v := range m.Versions {
			switch count := v.ID + " " + wording.Number(m.Totals[i][mark]); {
			case m.Totals[i][mark] == 0:
			case mark == compare.MarkKnown && v == m.Base: // it is compared with nothing
				note(mark, wording.Matrix(mark).Word, count)
			default:
				counts = append(counts, count)
			}
		}
		note(mark, wording.MatrixMeaning(mark, m.Base.ID), counts...)
	}
	fields := 0
	for _, n := range m.Totals[0] {
		fields += n
	}
	if known, of := knownShare(m); of > 0 {
		out = append(out, plain(Remark, wording.MatrixShare(known, of)))
	}
	return append(out, plain(Remark, wording.MatrixCounts(fields, m.Base.ID)))
}

// knownShare is the first share of known fields in a matrix that says something,
// as an example; zeros where it has none.
func knownShare(m *compare.Matrix) (known, of int) {
	for _, r := range m.Rows {
		for _, c := range r.Cells {
			if r.Field == nil && 1 < c.Known && c.Known < c.Of {
				return c.Known, c.Of
			}
		}
	}
	return 0, 0
}

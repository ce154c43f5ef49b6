package table

import (
	"cmp"
	"slices"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/search"
	"plandiff/internal/wording"
)

// FromHits lists what a search found: what one record says of one field in one
// row, by the best of its claims and how many further sources say so, and the rows of a
// record together. Of more hits than most the list has the first; the facts have all.
func FromHits(v *evidence.View, words string, hits []search.Hit, most int) *Tree {
	b := newBuilder(v, "search", v.Hidden())
	b.tree.Words, b.tree.Hits = words, hits
	g := Grid{ID: "search", Empty: "Nothing in the records has these words.",
		Columns: []GridColumn{{Title: "Field"}, {Title: "What it says", Wide: true, Lines: hitLines, Least: leastSaid}, {Title: "Source"}}}
	at := map[string]int{}               // row of a record, a field and what it says
	sources := map[int]map[string]bool{} // by row
	for _, h := range hits[:min(len(hits), most)] {
		switch {
		case h.Claim != nil:
			key := h.Record.ID + " " + h.Field.ID + " " + wording.Claim(h.Claim)
			if i, known := at[key]; known {
				sources[i][h.Claim.Source] = true
				continue
			}
			at[key] = len(g.Rows)
			sources[at[key]] = map[string]bool{h.Claim.Source: true}
			g.Rows = append(g.Rows, GridRow{ID: h.Record.ID + " " + h.Field.ID, Group: h.Record.ID, Cells: []GridCell{{Text: h.Field.ID}, {Text: hitText(h.Claim)}, {Text: h.Claim.Source}}})
		case h.Record != nil:
			g.Rows = append(g.Rows, GridRow{ID: h.Record.ID, Group: h.Record.ID, Cells: []GridCell{{}, {Text: h.Record.Title}, {}}})
		default:
			g.Rows = append(g.Rows, GridRow{ID: h.Source.ID, Group: "Sources", Cells: []GridCell{{}, {Text: wording.SourceLine(h.Source)}, {Text: h.Source.ID, Link: h.Source.URL}}})
		}
	}
	for i, of := range sources {
		if n := len(of); n > 1 {
			c := &g.Rows[i].Cells[2]
			c.End = wording.AndMore(n - 1)
			c.Text += c.End
		}
	}
	first := map[string]int{}
	for i, r := range g.Rows {
		if _, known := first[r.Group]; !known {
			first[r.Group] = i
		}
	}
	slices.SortStableFunc(g.Rows, func(x, y GridRow) int { return cmp.Compare(first[x.Group], first[y.Group]) })
	b.tree.Grids = []Grid{g}
	return b.done()
}

func hitText(c *plan.Claim) string {
	text := wording.Claim(c)
	if c.Phrase != "" {
		text += " " + wording.Quoted(c.Phrase)
	}
	if c.By != "" {
		text += " (" + c.By + ")"
	}
	return text
}

// Finding is what one record says of one field, for an answer.
type Finding struct {
	Row  compare.Row   // of one cell, and that which its difference is from
	Only []*plan.Claim // claims that the answer is confined to; nil: all
	// Under is the title of the section of the record, in a view by records; "": it
	// stands in the section of its field.
	Under string
	// Beside: it stands in a section of its own behind that of its field, since it is
	// not what was asked for.
	Beside bool
}

// FromFindings lays out what an answer rests on: a section a field, a row a record.
func FromFindings(v *evidence.View, findings []Finding) *Tree {
	b := newBuilder(v, "ask", v.Hidden())
	alone := !slices.ContainsFunc(findings, func(f Finding) bool { // as the record is shown by itself
		return f.Under == "" && f.Row.Cells[0].Version != findings[0].Row.Cells[0].Version
	})
	for _, f := range findings {
		c, first := f.Row.Cells[0], f.Row.Cells[len(f.Row.Cells)-1]
		if f.Only != nil {
			c.Reading = compare.Only(f.Only, f.Row.Field)
		}
		id, title, row := f.Row.Field.ID, f.Row.Field.Title, c.Version.ID
		if f.Under != "" {
			id, title, row = c.Version.ID, f.Under, f.Row.Field.Title
		}
		if f.Beside {
			id, title = id+" beside", title+", "+wording.Nearest
		}
		sec, _ := b.section(id, title)
		b.said = c.Version.Kind != plan.Draft // what is said at a meeting is somebody's word
		cell := b.cell(f.Row.Field.ID, first, c)
		if b.said || alone && f.Under == "" {
			b.notes(&cell, f.Row.Field.ID)
		}
		r := fieldRow(compare.Row{Topic: f.Row.Topic, Field: f.Row.Field, Kind: c.Kind}, cell)
		r.Title = row
		sec.Rows = append(sec.Rows, r)
	}
	if len(findings) > 0 {
		b.tree.Columns = []Column{b.column(findings[0].Row.Cells[0].Version)}
	}
	return b.done()
}

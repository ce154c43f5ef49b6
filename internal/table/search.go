package table

import (
	"cmp"
	"slices"

	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/search"
	"plandiff/internal/wording"
)

// FromHits lists what a search found: what one record says of one field in one
// row, by the best of its claims and how many further sources say so, and the rows of a
// record together.
func FromHits(v *evidence.View, hits []search.Hit) *Tree {
	b := newBuilder(v, "search", v.Hidden())
	g := Grid{ID: "search", Empty: "Nothing in the records has these words.",
		Columns: []GridColumn{{Title: "Field"}, {Title: "What it says", Wide: true, Lines: hitLines, Least: leastSaid}, {Title: "Source"}}}
	at := map[string]int{}               // row of a record, a field and what it says
	sources := map[int]map[string]bool{} // by row
	for _, h := range hits {
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

// leastSaid is the narrowest column for what is said beside whole IDs.
const leastSaid = 24

// hitLines is over how many lines what was found may run.
const hitLines = 8

// hitText is what a claim says, in its words and by whom.
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

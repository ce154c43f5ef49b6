package table

import (
	"plandiff/internal/evidence"
	"plandiff/internal/search"
	"plandiff/internal/wording"
)

// FromHits lists what a search found, best first, with where it stands.
func FromHits(v *evidence.View, hits []search.Hit) *Tree {
	b := newBuilder(v, "search", v.Hidden())
	g := Grid{ID: "search", Empty: "Nothing in the records has these words.",
		Columns: []GridColumn{{Title: "Record"}, {Title: "Field", Wide: true}, {Title: "What it says", Wide: true}, {Title: "Source", Wide: true}}}
	for _, h := range hits {
		switch {
		case h.Claim != nil:
			text := wording.Claim(h.Claim)
			if h.Claim.Phrase != "" {
				text += " " + wording.Quoted(h.Claim.Phrase)
			}
			if h.Claim.By != "" {
				text += " (" + h.Claim.By + ")"
			}
			g.Rows = append(g.Rows, GridRow{ID: h.Record.ID + " " + h.Field.ID, Cells: []GridCell{{Text: h.Record.ID}, {Text: h.Field.ID}, {Text: text}, {Text: h.Claim.Source}}})
		case h.Record != nil:
			g.Rows = append(g.Rows, GridRow{ID: h.Record.ID, Cells: []GridCell{{Text: h.Record.ID}, {}, {Text: h.Record.Title}, {}}})
		default:
			g.Rows = append(g.Rows, GridRow{ID: h.Source.ID, Cells: []GridCell{{}, {}, {Text: wording.SourceLine(h.Source)}, {Text: h.Source.ID, Link: h.Source.URL}}})
		}
	}
	b.tree.Grids = []Grid{g}
	return b.done()
}

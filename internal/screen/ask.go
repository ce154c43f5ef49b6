package screen

import (
	"slices"

	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/table"
)

// Answer writes the answer to a question, how it was read, and the view behind it.
func Answer(text string, read []string, t *table.Tree, sources table.SourceList, opt Options) string {
	d := newDrawing(folded(t), Form{Sources: sources}, opt)
	d.paragraph("", "", chunk{d.text(text), bold})
	for _, line := range read {
		d.paragraph("", "  ", chunk{d.text("Read as: " + line), faint})
	}
	d.textLines("", d.t.Head, bold)
	d.sections()
	d.foot()
	d.sources()
	return d.b.String()
}

// folded puts what nothing is reported of into one row at the end of each section.
func folded(t *table.Tree) *table.Tree {
	out := *t
	out.Sections = slices.Clone(t.Sections)
	for i, s := range t.Sections {
		rows, quiet := pick.Drop(s.Rows, silent), pick.Keep(s.Rows, silent)
		if len(quiet) > 0 {
			quiet[0].Title = prose.Join(quiet, ", ", func(r table.Row) string { return r.Title })
			rows = append(rows, quiet[0])
		}
		out.Sections[i].Rows = rows
	}
	out.Sections = silences(out.Sections)
	return &out
}

// silent: nothing is reported, and nothing more is said of it.
func silent(r table.Row) bool { return r.Cells[0].State == plan.Lacuna && len(r.Cells[0].Lines) == 1 }

// mostSilent is how many subjects of which nothing is reported stand one by one.
const mostSilent = 3

// silences draws together many sections of which the same versions say nothing.
func silences(sections []table.Section) []table.Section {
	said := func(s table.Section) string {
		if len(s.Rows) != 1 || !silent(s.Rows[0]) {
			return ""
		}
		return s.Rows[0].Title + ": " + s.Rows[0].Cells[0].Lines[0].Text()
	}
	var out []table.Section
	for len(sections) > 0 {
		text, n := said(sections[0]), 1
		for text != "" && n < len(sections) && said(sections[n]) == text {
			n++
		}
		if n <= mostSilent {
			out = append(out, sections[:n]...)
		} else {
			subjects := prose.Join(sections[:n], " · ", func(s table.Section) string { return s.Title })
			out = append(out, table.Section{ID: sections[0].ID, Title: text, Points: sections[0].Points, Note: subjects})
		}
		sections = sections[n:]
	}
	return out
}

package screen

import (
	"strings"

	"plandiff/internal/plan"
	"plandiff/internal/table"
)

// Answer writes the answer to a question, how it was read, and the view behind it.
func Answer(text string, read []string, t *table.Tree, sources table.SourceList, opt Options) string {
	d := newDrawing(folded(t), Form{Sources: sources}, opt)
	d.head()
	d.paragraph("", "", chunk{d.text(text), bold})
	for _, line := range read {
		d.paragraph("", "  ", chunk{d.text("Read as: " + line), faint})
	}
	d.sections()
	d.foot()
	d.sources()
	return d.b.String()
}

// folded puts what nothing is reported of into one row at the end of each section.
func folded(t *table.Tree) *table.Tree {
	out := *t
	out.Sections = nil
	for _, s := range t.Sections {
		var rows []table.Row
		var silent *table.Row
		for _, r := range s.Rows {
			switch c := r.Cells[0]; {
			case c.State != plan.Lacuna || len(c.Lines) != 1:
				rows = append(rows, r)
			case silent == nil:
				silent = &r
			default:
				silent.Title += ", " + r.Title
			}
		}
		if silent != nil {
			rows = append(rows, *silent)
		}
		s.Rows = rows
		out.Sections = append(out.Sections, s)
	}
	out.Sections = silences(out.Sections)
	return &out
}

// mostSilent is how many subjects of which nothing is reported stand one by one.
const mostSilent = 3

// silences draws together many sections of which the same versions say nothing.
func silences(sections []table.Section) []table.Section {
	said := func(s table.Section) string {
		if len(s.Rows) != 1 || s.Rows[0].Cells[0].State != plan.Lacuna || len(s.Rows[0].Cells[0].Lines) != 1 {
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
			subjects := make([]string, n)
			for i, s := range sections[:n] {
				subjects[i] = s.Title
			}
			out = append(out, table.Section{ID: sections[0].ID, Title: text, Points: sections[0].Points, Note: strings.Join(subjects, " · ")})
		}
		sections = sections[n:]
	}
	return out
}

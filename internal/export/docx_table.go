package export

import (
	"cmp"
	"strings"

	"plandiff/internal/ooxml"
	"plandiff/internal/pick"
	"plandiff/internal/prose"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

// Colours of paper and workbooks; those of kinds are grounds.
const (
	headGround  = "1F3A5F"
	quietColour = "595959"
	linkColour  = "0B57A4"
	newColour   = "0B57A4"
	goneColour  = "B3261E"
)

// ground is the colour behind a mark; "" for none.
func ground(m wording.Mark) string {
	if m.IsZero() || m.Tone == wording.Unknown || m.Tone == wording.Same {
		return ""
	}
	return strings.TrimPrefix(grounds[m.Tone], "#")
}

// widths shares the width of the page among the columns.
func (p *paper) widths(width int) []int {
	fixed := map[string]int{colNumber: 480, colField: 1900, colID: 1800, colKind: 1150}
	if p.small {
		fixed = map[string]int{colNumber: 420, colField: 1450, colID: 1450, colKind: 900}
	}
	left, flexible := width, 0
	for _, c := range p.columns {
		left -= fixed[c.name]
		if fixed[c.name] == 0 {
			flexible++
		}
	}
	return pick.Each(p.columns, func(c column) int { return cmp.Or(fixed[c.name], left/max(flexible, 1)) })
}

// tables are the comparison: a table for every topic, whose head every page
// repeats on which it goes on. One table of all topics would be simpler, but
// LibreOffice leaves pages half empty where a long table has many footnotes.
func (p *paper) tables(width int) []ooxml.Block {
	var out []ooxml.Block
	var t *ooxml.Table
	var section *table.Section
	for s, r := range p.doc.Tree.Selected() {
		if s != section {
			section = s
			t = &ooxml.Table{Widths: p.widths(width), Heads: 1, Rows: []ooxml.Row{p.head(s)}}
			out = append(out, t, ooxml.Text(ooxml.Gap, ""))
		}
		t.Rows = append(t.Rows, p.row(s, r))
	}
	return out
}

// head names a topic and the versions, with the points that are about it. The
// title stands across the columns before the versions.
func (p *paper) head(s *table.Section) ooxml.Row {
	cell := func(text, detail string, span int) ooxml.TableCell {
		line := &ooxml.Paragraph{Style: ooxml.HeadCell, KeepNext: true, Runs: []ooxml.Run{{Text: safe(text), Bold: true}}}
		if detail != "" {
			line.Runs = append(line.Runs, ooxml.Run{Text: "  " + safe(detail)})
		}
		return ooxml.TableCell{Shade: headGround, Span: span, Body: []*ooxml.Paragraph{line}}
	}
	var row ooxml.Row
	named := false
	for i := 0; i < len(p.columns); i++ {
		switch c := p.columns[i]; {
		case c.version != nil:
			row.Cells = append(row.Cells, cell(c.title, wording.PointText(s.Points[c.at]), 1))
		case named:
			row.Cells = append(row.Cells, cell(c.title, "", 1))
		default:
			named = true
			span := p.columns[i:].beforeVersions()
			row.Cells = append(row.Cells, cell(s.Title, "", span))
			i += span - 1
		}
	}
	return row
}

// longCell is how many letters a cell has at most that is kept on one page.
const longCell = 500

func (p *paper) row(s *table.Section, r *table.Row) (row ooxml.Row) {
	for _, c := range p.columns {
		if c.version != nil {
			letters := 0
			for _, l := range r.Cells[c.at].Lines {
				letters += len(l.Text())
			}
			row.Split = row.Split || letters > longCell
			row.Cells = append(row.Cells, p.versionCell(r.Cells[c.at]))
			continue
		}
		row.Cells = append(row.Cells, cellOf("", p.cell, ooxml.Run{Text: p.doc.wordOf(s, r, c, p.columns), Bold: c.name == colField}))
	}
	return row
}

// versionCell: where many stand side by side the mark says what its word would.
func (p *paper) versionCell(c table.Cell) ooxml.TableCell {
	out := ooxml.TableCell{Shade: ground(c.Mark)}
	mark := []ooxml.Run{{Text: c.Mark.Symbol, Bold: true}, {Text: " "}}
	switch {
	case c.Mark.IsZero():
		mark = nil
	case c.Badge != "" && (!p.small || c.Badge != c.Mark.Word):
		mark[1] = ooxml.Run{Text: " " + safe(c.Badge), Bold: true}
		out.Body = append(out.Body, &ooxml.Paragraph{Style: p.cell, Runs: mark})
		mark = nil
	}
	for _, l := range c.Lines {
		out.Body = append(out.Body, p.line(c, l, mark))
		mark = nil
	}
	return out
}

// line is a line of a cell, with what stands before it.
func (p *paper) line(c table.Cell, l table.Line, lead []ooxml.Run) *ooxml.Paragraph {
	out := &ooxml.Paragraph{Style: p.cell, Runs: lead}
	if l.Item() {
		out.Style = p.item
		out.Runs = append(out.Runs, ooxml.Run{Text: "• "})
	}
	for _, s := range spans(l) {
		run := spanRun(s)
		switch l.Role {
		case table.Heading, table.Step:
			run.Bold = true
		case table.Term, table.Wording, table.Remark, table.Note, table.OtherCopy:
			run.Italic = true
		}
		if run.Color == "" && c.Quiet {
			run.Color = quietColour
		}
		out.Runs = append(out.Runs, run)
	}
	out.Runs = append(out.Runs, p.cites(p.doc.cites(l))...)
	return out
}

// spanRun is a span told from others by line and weight as well as by colour:
// not every reader sees colours, and not every printer prints them.
func spanRun(s prose.Span) ooxml.Run {
	run := ooxml.Run{Text: s.Text}
	switch s.Op {
	case prose.Insert:
		run.Bold, run.Underline, run.Color = true, true, newColour
	case prose.Delete:
		run.Bold, run.Strike, run.Color = true, true, goneColour
	}
	return run
}

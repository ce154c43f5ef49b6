package export

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"plandiff/internal/ooxml"
	"plandiff/internal/pick"
	"plandiff/internal/prose"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

const (
	// mostUpright is how many versions stand side by side on an upright page.
	mostUpright = 2
	// mostFootnotes is how many versions have their sources at the foot of
	// the page. More cite so many that the notes would push out the rows.
	mostFootnotes = 3
)

// writeLetter writes a Word document that negotiators can go through row by row:
// what it holds and what its marks mean, then the versions side by side, then
// the sources.
func writeLetter(w io.Writer, d *Document, columns []string) error {
	n := len(d.Tree.Columns)
	p := &paper{doc: d, columns: d.layout(columns), small: n > mostFootnotes, cell: ooxml.Cell, item: ooxml.CellItem,
		listed: d.Sources == table.FullSources || n > mostFootnotes,
		out:    &ooxml.Document{Title: safe(d.Title), Creator: "plandiff"}}
	if p.small {
		p.cell, p.item = ooxml.TinyCell, ooxml.TinyItem
	}
	landscape := n > mostUpright || p.columns.has(colAgreed) || p.columns.has(colComments)
	p.out.Notes = pick.Each(d.cited(), func(s table.Source) ooxml.Note { return p.sourceRuns(s) })
	front := ooxml.Section{Landscape: landscape}
	front.Body = append(p.front(front.Width()), &ooxml.Paragraph{Style: ooxml.Heading, NewPage: true, Runs: []ooxml.Run{{Text: "Comparison"}}})
	for _, line := range d.foot() { // below the table it would be a page of its own
		front.Body = append(front.Body, &ooxml.Paragraph{Style: ooxml.Small, KeepNext: true, Runs: []ooxml.Run{{Text: line}}})
	}
	front.Body = append(front.Body, p.tables(front.Width())...)
	p.out.Sections = []ooxml.Section{front}
	if p.listed && len(p.out.Notes) > 0 {
		p.out.Sections[0].Body = append(p.out.Sections[0].Body, ooxml.Text(ooxml.Heading, "Sources"))
		p.out.Sections = append(p.out.Sections, ooxml.Section{Landscape: landscape, Columns: 2, Body: p.sources()})
	}
	return p.out.Write(w)
}

type paper struct {
	doc        *Document
	out        *ooxml.Document
	columns    layout
	small      bool        // many versions: small letters, and words that a mark says left out
	listed     bool        // sources stand in a list at the end, not at the foot of pages
	cell, item ooxml.Style // of the texts of cells, and of those that are one of several
}

// front is what stands before the comparison.
func (p *paper) front(width int) []ooxml.Block {
	out := []ooxml.Block{ooxml.Text(ooxml.Title, safe(p.doc.Title))}
	for _, line := range p.doc.preamble() {
		out = append(out, ooxml.Text(ooxml.Normal, line))
	}
	if o := p.doc.Tree.Overview; o != nil {
		for _, g := range append([]table.Grid{o.Versions}, p.doc.grids()...) {
			out = append(out, p.list(g, width)...)
		}
	}
	return append(out, p.legend(width)...)
}

// list is a list as a table under its title, with its notes.
func (p *paper) list(g table.Grid, width int) []ooxml.Block {
	var out []ooxml.Block
	if g.Title != "" {
		out = append(out, &ooxml.Paragraph{Style: ooxml.Small, KeepNext: true, Runs: []ooxml.Run{{Text: safe(g.Title), Bold: true}}})
	}
	rows := make([]ooxml.Row, 1+len(g.Rows))
	for _, c := range g.Columns {
		rows[0].Cells = append(rows[0].Cells, cellOf(headGround, ooxml.HeadCell, ooxml.Run{Text: safe(c.Head())}))
	}
	for y, r := range g.Rows {
		for i, c := range r.Cells {
			runs := []ooxml.Run{{Text: safe(c.Text), Bold: i == 0}}
			if !c.Mark.IsZero() {
				runs = append([]ooxml.Run{{Text: c.Mark.Symbol + " ", Bold: true}}, runs...)
			}
			rows[y+1].Cells = append(rows[y+1].Cells, cellOf(ground(c.Mark), ooxml.TinyCell, runs...))
		}
	}
	out = append(out, &ooxml.Table{Widths: gridWidths(g, width), Heads: 1, Rows: rows}, ooxml.Text(ooxml.Gap, ""))
	for _, note := range clean(g.Notes) {
		out = append(out, ooxml.Text(ooxml.Small, note))
	}
	return out
}

func cellOf(shade string, style ooxml.Style, runs ...ooxml.Run) ooxml.TableCell {
	return ooxml.TableCell{Shade: shade, Body: []*ooxml.Paragraph{{Style: style, Runs: runs}}}
}

// gridWidths shares a width by the length of texts; a head may wrap between words.
func gridWidths(g table.Grid, width int) []int {
	weights := make([]int, len(g.Columns))
	total := 0
	for i, c := range g.Columns {
		weights[i] = 5
		for _, word := range strings.Fields(c.Title) {
			weights[i] = max(weights[i], len(word)+2)
		}
		for _, r := range g.Rows {
			weights[i] = max(weights[i], min(len(r.Cells[i].Text), 40))
		}
		total += weights[i]
	}
	return pick.Each(weights, func(w int) int { return width * w / total })
}

// legend says what the signs mean that the comparison has.
func (p *paper) legend(width int) []ooxml.Block {
	out := []ooxml.Block{ooxml.Text(ooxml.Heading, "How to read the comparison")}
	used, marked := p.used()
	var cells []ooxml.TableCell
	for _, k := range table.Kinds {
		if m := wording.Kind(k); used[m] {
			cells = append(cells, cellOf(ground(m), ooxml.TinyCell, ooxml.Run{Text: m.Symbol + " " + m.Word, Bold: true}),
				cellOf("", ooxml.TinyCell, ooxml.Run{Text: wording.Meaning(k)}))
		}
	}
	if len(cells)%4 > 0 {
		cells = append(cells, ooxml.TableCell{Span: 2})
	}
	if cells != nil {
		marks := &ooxml.Table{Widths: []int{width / 8, width * 3 / 8, width / 8, width * 3 / 8}}
		for row := range slices.Chunk(cells, 4) {
			marks.Rows = append(marks.Rows, ooxml.Row{Cells: row})
		}
		out = append(out, marks, ooxml.Text(ooxml.Gap, ""))
	}
	if marked {
		out = append(out, &ooxml.Paragraph{Style: ooxml.Small, Runs: []ooxml.Run{{Text: "Where most of a text was kept, "}, spanRun(prose.Span{Op: prose.Insert, Text: "words that are new"}),
			{Text: " and "}, spanRun(prose.Span{Op: prose.Delete, Text: "words that are gone"}), {Text: " are marked."}}})
	}
	if p.columns.has(colNumber) && len(p.doc.foot()) > 0 {
		out = append(out, ooxml.Text(ooxml.Small, "The number of a row counts all fields, those not shown as well."))
	}
	notes := "Raised numbers are footnotes. A source has its footnote where it is cited first."
	if p.listed {
		notes = "Numbers in brackets refer to the list of sources at the end."
	}
	if len(p.out.Notes) > 0 {
		out = append(out, ooxml.Text(ooxml.Small, notes))
	}
	return out
}

// used are the marks of the rows, and whether words are marked in them.
func (p *paper) used() (marks map[wording.Mark]bool, marked bool) {
	marks = map[wording.Mark]bool{}
	for _, r := range p.doc.Tree.Selected() {
		for _, c := range r.Cells {
			marks[c.Mark] = true
			for _, l := range c.Lines {
				marked = marked || slices.ContainsFunc(l.Spans, func(s prose.Span) bool { return s.Op != prose.Keep })
			}
		}
	}
	return marks, marked
}

// sources is the list at the end, each source once.
func (p *paper) sources() []ooxml.Block {
	var out []ooxml.Block
	for _, s := range p.doc.cited() {
		number := strconv.Itoa(s.Number)
		line := &ooxml.Paragraph{Style: ooxml.Small, Bookmark: sourceMark + number, Runs: append([]ooxml.Run{{Text: number + "  ", Bold: true}}, p.sourceRuns(s)...)}
		out = append(out, line)
		if p.doc.Sources == table.FullSources {
			for _, u := range s.Uses {
				out = append(out, ooxml.Text(ooxml.SmallItem, useLine(u)))
			}
		}
	}
	return out
}

// sourceMark and its number are the bookmark of a source in the list.
const sourceMark = "source"

// sourceRuns is a source with its address, without its title in a footnote: long
// notes push out the rows.
func (p *paper) sourceRuns(s table.Source) []ooxml.Run {
	line := sourceLine(s)
	if !p.listed && !s.Card.Founding() {
		line = safe(s.Line)
	}
	out := []ooxml.Run{{Text: line + ", "}, {Text: safe(s.Card.ID)}}
	if u := link(s.Card.URL); u != "" {
		out = append(out, ooxml.Run{Text: ", "}, ooxml.Run{Text: address(s.Card), Link: u, Color: linkColour, Underline: true})
	}
	return out
}

// cites are the numbers of sources behind a line: footnotes, or numbers that
// lead into the list, with runs of them drawn together.
func (p *paper) cites(numbers []int) []ooxml.Run {
	var out []ooxml.Run
	if len(numbers) == 0 {
		return nil
	}
	if !p.listed {
		for i, n := range numbers {
			if i > 0 {
				out = append(out, ooxml.Run{Text: ",", Raised: true})
			}
			out = append(out, ooxml.Run{Note: n})
		}
		return out
	}
	before := " ["
	for part := range strings.SplitSeq(prose.Ranges(numbers), ", ") {
		first, _, _ := strings.Cut(part, "-")
		out = append(out, ooxml.Run{Text: before, Color: quietColour}, ooxml.Run{Text: part, Color: linkColour, Link: "#" + sourceMark + first})
		before = ", "
	}
	return append(out, ooxml.Run{Text: "]", Color: quietColour})
}

// Tracked writes two documents as one Word document with tracked changes:
// accepting all of them gives the newer text, rejecting all the older. Author
// is whom Word names beside each change.
func Tracked(w io.Writer, title, author string, paragraphs []*ooxml.Paragraph) error {
	body := pick.Each(paragraphs, func(p *ooxml.Paragraph) ooxml.Block { return p })
	d := &ooxml.Document{Title: safe(title), Creator: "plandiff", Author: safe(author), Sections: []ooxml.Section{{Body: body}}}
	return d.Write(w)
}

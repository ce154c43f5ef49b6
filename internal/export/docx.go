package export

import (
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/prose"
	"plandiff/internal/table"
)

// letter writes a Word document: a title block and one table, a column a
// version, that negotiators can go through row by row. WordprocessingML is
// written by hand: no library of good standing writes footnotes.
type letter struct{}

func (letter) Columns() (all, usual []string) {
	return []string{colNumber, colField, colID, colKind, colVersions, colAgreed, colComments}, []string{colNumber, colField, colVersions}
}

func (l letter) Write(w io.Writer, d *Document) error {
	b := &body{doc: d, columns: d.columns(l), seen: map[int]bool{}}
	document := b.document()
	z := newSortedZip(w)
	for _, part := range []struct{ name, content string }{
		{"[Content_Types].xml", contentTypes}, {"_rels/.rels", packageRels},
		{"docProps/core.xml", fmt.Sprintf(coreProps, xmlText(d.Title))}, {"word/document.xml", document},
		{"word/styles.xml", styles}, {"word/settings.xml", settings}, {"word/footnotes.xml", b.footnotes()},
		{"word/footer1.xml", fmt.Sprintf(footer, xmlText(d.Title))}, {"word/_rels/document.xml.rels", documentRels},
		{"word/_rels/footnotes.xml.rels", b.footnoteRels()},
	} {
		out, err := z.Create(part.name)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(out, part.content); err != nil {
			return err
		}
	}
	return z.Close()
}

// body is a document being written.
type body struct {
	strings.Builder
	doc     *Document
	columns []string
	order   []int        // numbers of the sources in the order they are first cited
	seen    map[int]bool // sources that have their footnote
}

// xmlText is a text as it stands in XML.
func xmlText(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(safePart(s)))
	return b.String()
}

func (b *body) document() string {
	b.WriteString(documentOpen)
	b.paragraph("Title", run("", b.doc.Title))
	for _, line := range b.doc.preamble() {
		b.paragraph("Preamble", run("", line))
	}
	b.paragraph("Preamble", run("", "In later versions, ")+run("Inserted", "words that are new")+run("", " and ")+
		run("Deleted", "words that are gone")+run("", " are marked where most of a value was kept."))
	b.table()
	for _, s := range b.doc.Table.Summary {
		b.paragraph("Summary", run("", s))
	}
	if b.doc.Sources == FullSources {
		b.sourceList()
	}
	b.WriteString(documentClose)
	return b.String()
}

func (b *body) paragraph(style, runs string) {
	fmt.Fprintf(b, `<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr>%s</w:p>`, style, runs)
}

// run is a run of text in a character style.
func run(style, text string) string {
	if text == "" {
		return ""
	}
	props := ""
	if style != "" {
		props = `<w:rPr><w:rStyle w:val="` + style + `"/></w:rPr>`
	}
	return `<w:r>` + props + `<w:t xml:space="preserve">` + xmlText(text) + `</w:t></w:r>`
}

// textWidth is the width of the text in twentieths of a point: A4 across,
// with margins of 1.8 cm.
const textWidth = 16838 - 2*1020

// widths shares the text's width among the columns.
func (b *body) widths() []int {
	fixed := map[string]int{colNumber: 620, colField: 2200, colID: 2000, colKind: 1300}
	left, flexible := textWidth, 0
	for _, c := range b.columns {
		switch {
		case c == colVersions:
			flexible += len(b.doc.Table.Columns)
		case fixed[c] > 0:
			left -= fixed[c]
		default:
			flexible++
		}
	}
	var out []int
	for _, c := range b.columns {
		n := 1
		if c == colVersions {
			n = len(b.doc.Table.Columns)
		}
		for range n {
			width := fixed[c]
			if width == 0 {
				width = left / max(flexible, 1)
			}
			out = append(out, width)
		}
	}
	return out
}

func (b *body) table() {
	widths := b.widths()
	b.WriteString(`<w:tbl><w:tblPr><w:tblStyle w:val="Comparison"/><w:tblW w:w="` + fmt.Sprint(textWidth) +
		`" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr><w:tblGrid>`)
	for _, w := range widths {
		fmt.Fprintf(b, `<w:gridCol w:w="%d"/>`, w)
	}
	b.WriteString(`</w:tblGrid>`)
	b.headRow(widths)
	var section *table.Section
	for _, r := range b.doc.rows() {
		if r.section != section {
			section = r.section
			b.topicRow(section, widths)
		}
		b.row(r, widths)
	}
	b.WriteString(`</w:tbl>`)
}

// tableRow writes a row of cells, each a series of paragraphs.
func (b *body) tableRow(props, shade string, widths []int, cells []string) {
	b.WriteString(`<w:tr><w:trPr>` + props + `</w:trPr>`)
	for i, c := range cells {
		fmt.Fprintf(b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>%s</w:tcPr>%s</w:tc>`, widths[i], shade, c)
	}
	b.WriteString(`</w:tr>`)
}

func cellParagraph(style, runs string) string {
	return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>` + runs + `</w:p>`
}

// eachColumn makes the cells of a row: version is called for each version,
// other for each other column.
func (b *body) eachColumn(other func(column string) string, version func(i int) string) []string {
	var out []string
	for _, c := range b.columns {
		if c != colVersions {
			out = append(out, other(c))
			continue
		}
		for i := range b.doc.Table.Columns {
			out = append(out, version(i))
		}
	}
	return out
}

func (b *body) headRow(widths []int) {
	cells := b.eachColumn(
		func(c string) string { return cellParagraph("HeadCell", run("", columnTitles[c])) },
		func(i int) string {
			v := b.doc.Table.Columns[i]
			return cellParagraph("HeadCell", run("", v.ID)) + cellParagraph("HeadDetail", run("", v.Title)) +
				cellParagraph("HeadDetail", run("", v.Date+" · "+v.Known))
		})
	b.tableRow(`<w:cantSplit/><w:tblHeader/>`, shadeHead, widths, cells)
}

// topicRow names the topic and, under each version, the points that treat of
// it. It stays with the row after it.
func (b *body) topicRow(s *table.Section, widths []int) {
	titled := false
	cells := b.eachColumn(
		func(c string) string {
			if titled || c == colNumber && len(b.columns) > 1 {
				return cellParagraph("TopicCell", "")
			}
			titled = true
			return cellParagraph("TopicCell", run("", s.Title))
		},
		func(i int) string {
			text := table.PointText(s.Points[i])
			if !titled && i == 0 {
				text = strings.TrimSuffix(s.Title+" · "+text, " · ")
				titled = true
			}
			return cellParagraph("TopicCell", run("", text))
		})
	b.tableRow(`<w:cantSplit/>`, shadeTopic, widths, cells)
}

func (b *body) row(r shownRow, widths []int) {
	cells := b.eachColumn(
		func(c string) string {
			switch c {
			case colNumber:
				return cellParagraph("Cell", run("", fmt.Sprint(r.number)))
			case colField:
				return cellParagraph("Cell", run("FieldTitle", r.Title))
			case colID:
				return cellParagraph("Cell", run("", r.Field))
			case colKind:
				return cellParagraph("Cell", run("State", kindWord(r.Row)))
			}
			return cellParagraph("Cell", "")
		},
		func(i int) string { return b.cell(r.Cells[i]) })
	// Short rows stay whole; a long one may go on overleaf.
	props := ""
	if !slices.ContainsFunc(r.Cells, func(c table.Cell) bool { return len(c.Lines) > longCell }) {
		props = `<w:cantSplit/>`
	}
	b.tableRow(props, "", widths, cells)
}

// longCell is how many lines a cell has at most that is kept on one page.
const longCell = 8

// cell is the paragraphs of a cell: how it differs, then its lines.
func (b *body) cell(c table.Cell) string {
	var out strings.Builder
	if word := badge(c); word != "" {
		out.WriteString(cellParagraph("Cell", run("State", word)))
	}
	for i, l := range c.Lines {
		style := "Cell"
		if l.Role == table.Item {
			style = "CellItem"
		}
		var runs strings.Builder
		if l.Role == table.Item {
			runs.WriteString(run("", "• "))
		}
		for _, s := range spans(l) {
			runs.WriteString(run(spanStyle(s, c, l, i), s.Text))
		}
		runs.WriteString(b.references(notes(l)))
		out.WriteString(cellParagraph(style, runs.String()))
	}
	if len(c.Lines) == 0 {
		out.WriteString(cellParagraph("Cell", ""))
	}
	return out.String()
}

// spanStyle is the character style of a span. A line that words a state and
// no value has the style of states.
func spanStyle(s prose.Span, c table.Cell, l table.Line, line int) string {
	switch {
	case s.Op == prose.Insert:
		return "Inserted"
	case s.Op == prose.Delete:
		return "Deleted"
	case l.Role == table.Remark, l.Role == table.Variant:
		return "Remark"
	case l.Role == table.Step:
		return "Step"
	case line == 0 && (len(c.Lines) > 1 && len(l.Notes) == 0 || l.Text() == compare.StateWords(c.State)):
		return "State"
	}
	return ""
}

package ooxml

// body is a part with text being written: the document or its footnotes.
type body struct {
	markup
	doc       *Document
	links     links
	order     []int       // notes in the order they are first cited
	noted     map[int]int // note -> its place there, from 1: the number that programs give it
	bookmarks int         // how many there are so far
	revisions int         // how many there are so far
	ranges    map[Revision]string
}

const (
	wordSpace     = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	relationSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
)

// open begins the part's outermost element.
func (b *body) open(name string) {
	b.WriteString(xmlHead)
	b.start(name, "xmlns:w", wordSpace, "xmlns:r", relationSpace)
}

func (b *body) document() {
	b.open("w:document")
	b.start("w:body")
	for i, s := range b.doc.Sections {
		b.section(s, i == len(b.doc.Sections)-1, i > 0 && b.doc.Sections[i-1].Landscape == s.Landscape)
	}
	if len(b.doc.Sections) == 0 {
		b.pages(Section{}, false)
	}
	b.end("w:body")
	b.end("w:document")
}

// section writes a section. All but the last have their pages described in a
// last paragraph, which is as small as it can be; a table cannot be last.
func (b *body) section(s Section, last, goesOn bool) {
	for _, block := range s.Body {
		switch x := block.(type) {
		case *Paragraph:
			b.paragraph(x)
		case *Table:
			b.table(x)
		}
	}
	if last {
		if n := len(s.Body); n > 0 && !endsPlainly(s.Body[n-1]) {
			b.carrier(nil)
		}
		b.pages(s, goesOn)
		return
	}
	b.carrier(func() { b.pages(s, goesOn) })
}

// endsPlainly reports whether a block can be a document's last: the end of
// the last paragraph cannot be inserted or deleted.
func endsPlainly(b Block) bool {
	p, ok := b.(*Paragraph)
	return ok && p.Mark.Op == Kept
}

// carrier is an empty paragraph of one point.
func (b *body) carrier(properties func()) {
	b.start("w:p")
	b.start("w:pPr")
	b.empty("w:spacing", "w:before", "0", "w:after", "0", "w:line", "20", "w:lineRule", "exact")
	b.start("w:rPr")
	b.value("w:sz", "2")
	b.end("w:rPr")
	if properties != nil {
		properties()
	}
	b.end("w:pPr")
	b.end("w:p")
}

// pages describes the pages of a section. One of the same size as the one
// before goes on where that one ended.
func (b *body) pages(s Section, goesOn bool) {
	b.start("w:sectPr")
	b.empty("w:footerReference", "w:type", "default", "r:id", "footer")
	if goesOn {
		b.value("w:type", "continuous")
	}
	if s.Landscape {
		b.empty("w:pgSz", "w:w", number(pageLong), "w:h", number(pageShort), "w:orient", "landscape")
	} else {
		b.empty("w:pgSz", "w:w", number(pageShort), "w:h", number(pageLong))
	}
	edge := number(margin)
	b.empty("w:pgMar", "w:top", edge, "w:right", edge, "w:bottom", edge, "w:left", edge, "w:header", "450", "w:footer", "450", "w:gutter", "0")
	if s.Columns > 1 {
		b.empty("w:cols", "w:num", number(s.Columns), "w:space", "340")
	}
	b.end("w:sectPr")
}

func (b *body) table(t *Table) {
	total := 0
	for _, w := range t.Widths {
		total += w
	}
	b.start("w:tbl")
	b.start("w:tblPr")
	b.value("w:tblStyle", "Comparison")
	b.empty("w:tblW", "w:w", number(total), "w:type", "dxa")
	b.empty("w:tblLayout", "w:type", "fixed")
	b.empty("w:tblLook", "w:val", "0020", "w:firstRow", "1")
	b.end("w:tblPr")
	b.start("w:tblGrid")
	for _, w := range t.Widths {
		b.empty("w:gridCol", "w:w", number(w))
	}
	b.end("w:tblGrid")
	for i, r := range t.Rows {
		b.row(t, r, i < t.Heads)
	}
	b.end("w:tbl")
}

func (b *body) row(t *Table, r Row, head bool) {
	b.start("w:tr")
	if head || !r.Split {
		b.start("w:trPr")
		b.empty("w:cantSplit")
		b.flag("w:tblHeader", head)
		b.end("w:trPr")
	}
	column := 0
	for _, c := range r.Cells {
		span := max(c.Span, 1)
		width := 0
		for _, w := range t.Widths[min(column, len(t.Widths)):min(column+span, len(t.Widths))] {
			width += w
		}
		column += span
		b.cell(c, width)
	}
	b.end("w:tr")
}

// cell writes a cell; its properties stand in the order of the schema
// (CT_TcPr).
func (b *body) cell(c TableCell, width int) {
	b.start("w:tc")
	b.start("w:tcPr")
	b.empty("w:tcW", "w:w", number(width), "w:type", "dxa")
	if c.Span > 1 {
		b.value("w:gridSpan", number(c.Span))
	}
	b.shade(c.Shade)
	b.end("w:tcPr")
	for _, p := range c.Body {
		b.paragraph(p)
	}
	if len(c.Body) == 0 {
		b.paragraph(&Paragraph{Style: Cell})
	}
	b.end("w:tc")
}

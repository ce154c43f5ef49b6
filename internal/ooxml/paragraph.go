package ooxml

import "strings"

// paragraph writes a paragraph; its properties stand in the order of the
// schema (CT_PPr).
func (b *body) paragraph(p *Paragraph) {
	rightToLeft := beginsRightToLeft(p.Runs)
	b.start("w:p")
	var properties markup
	if p.Style != "" && p.Style != Normal {
		properties.value("w:pStyle", string(p.Style))
	}
	properties.flag("w:keepNext", p.KeepNext)
	properties.flag("w:pageBreakBefore", p.NewPage)
	properties.flag("w:bidi", rightToLeft)
	if p.Mark.Op != Kept {
		properties.start("w:rPr")
		properties.empty(markNames[p.Mark.Op], b.revision()...)
		properties.end("w:rPr")
	}
	b.within("w:pPr", properties)
	if p.Bookmark != "" {
		b.bookmark(p.Bookmark, func() {})
	}
	b.runs(p.Runs, rightToLeft)
	b.end("w:p")
}

// runs writes what stands in a paragraph, with marks where the range of a
// move begins and ends.
func (b *body) runs(runs []Run, rightToLeft bool) {
	first, last := map[Revision]int{}, map[Revision]int{}
	for i, r := range runs {
		if r.Revision.Move == 0 {
			continue
		}
		if _, begun := first[r.Revision]; !begun {
			first[r.Revision] = i
		}
		last[r.Revision] = i
	}
	for i, r := range runs {
		move := r.Revision.Move > 0
		if move && first[r.Revision] == i {
			b.rangeStart(r.Revision)
		}
		b.revised(r, rightToLeft)
		if move && last[r.Revision] == i {
			b.rangeEnd(r.Revision)
		}
	}
}

// linked writes a run, in a link where it has an address.
func (b *body) linked(r Run, rightToLeft bool) {
	anchor, inside := strings.CutPrefix(r.Link, "#")
	switch {
	case inside:
		b.start("w:hyperlink", "w:anchor", anchor)
	case isAddress(r.Link):
		b.start("w:hyperlink", "r:id", b.links.id(r.Link))
	default:
		b.run(r, rightToLeft)
		return
	}
	b.run(r, rightToLeft)
	b.end("w:hyperlink")
}

func (b *body) run(r Run, rightToLeft bool) {
	if r.Note > 0 {
		b.cite(r.Note)
		return
	}
	if text := legible(r.Text); text != "" {
		for _, s := range stretches(text, rightToLeft) {
			b.start("w:r")
			b.within("w:rPr", r.look(s.rightToLeft))
			b.text(s.text, r.Revision.Op == Deleted)
			b.end("w:r")
		}
	}
}

// look is the properties of a run, in the order of the schema (CT_RPr).
// Letters that run from right to left take the doubles: w:bCs for w:b.
func (r Run) look(rightToLeft bool) (m markup) {
	m.flag("w:b", r.Bold)
	m.flag("w:bCs", r.Bold)
	m.flag("w:i", r.Italic)
	m.flag("w:iCs", r.Italic)
	m.flag("w:strike", r.Strike)
	if r.Color != "" {
		m.value("w:color", r.Color)
	}
	if r.Underline {
		m.value("w:u", "single")
	}
	m.shade(r.Shade)
	if r.Raised {
		m.value("w:vertAlign", "superscript")
	}
	m.flag("w:rtl", rightToLeft)
	return m
}

// text writes letters, with breaks and tabs as elements.
func (b *body) text(text string, deleted bool) {
	name := "w:t"
	if deleted {
		name = "w:delText"
	}
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			b.empty("w:br")
		}
		for j, part := range strings.Split(line, "\t") {
			if j > 0 {
				b.empty("w:tab")
			}
			if part != "" {
				b.start(name, "xml:space", "preserve")
				b.WriteString(escaped(part))
				b.end(name)
			}
		}
	}
}

// bookmark names a place.
func (b *body) bookmark(name string, inside func()) {
	b.bookmarks++
	id := number(b.bookmarks)
	b.empty("w:bookmarkStart", "w:id", id, "w:name", name)
	inside()
	b.empty("w:bookmarkEnd", "w:id", id)
}

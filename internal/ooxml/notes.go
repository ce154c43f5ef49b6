package ooxml

// cite writes the reference to a footnote: the footnote itself where it is
// cited first, after that a field with its number.
func (b *body) cite(note int) {
	name := "_Note" + number(note)
	if b.noted[note] == 0 {
		b.order = append(b.order, note)
		b.noted[note] = len(b.order)
		b.bookmark(name, func() { b.reference(func() { b.empty("w:footnoteReference", "w:id", number(note)) }) })
		return
	}
	b.field("NOTEREF "+name+` \h`, number(b.noted[note]), noteReference)
}

// noteReference is the character style of numbers of notes.
const noteReference = "FootnoteReference"

func (b *body) reference(inside func()) {
	b.start("w:r")
	b.start("w:rPr")
	b.value("w:rStyle", noteReference)
	b.end("w:rPr")
	inside()
	b.end("w:r")
}

// field writes a field with the result that stands until a program works it
// out anew.
func (m *markup) field(instruction, result, style string) {
	run := func(inside func()) {
		m.start("w:r")
		if style != "" {
			m.start("w:rPr")
			m.value("w:rStyle", style)
			m.end("w:rPr")
		}
		inside()
		m.end("w:r")
	}
	run(func() { m.empty("w:fldChar", "w:fldCharType", "begin") })
	run(func() {
		m.start("w:instrText", "xml:space", "preserve")
		m.WriteString(" " + escaped(instruction) + " ")
		m.end("w:instrText")
	})
	run(func() { m.empty("w:fldChar", "w:fldCharType", "separate") })
	run(func() {
		m.start("w:t")
		m.WriteString(escaped(result))
		m.end("w:t")
	})
	run(func() { m.empty("w:fldChar", "w:fldCharType", "end") })
}

// footnotes writes the part with the notes that are cited. The first two are
// the lines above notes that every document has.
func (b *body) footnotes(order []int) {
	b.open("w:footnotes")
	for i, kind := range [...]string{"separator", "continuationSeparator"} {
		b.start("w:footnote", "w:type", kind, "w:id", number(i-1))
		b.start("w:p")
		b.start("w:r")
		b.empty("w:" + kind)
		b.end("w:r")
		b.end("w:p")
		b.end("w:footnote")
	}
	for _, n := range order {
		if n > len(b.doc.Notes) {
			continue
		}
		runs := append([]Run{{Text: " "}}, b.doc.Notes[n-1]...)
		b.start("w:footnote", "w:id", number(n))
		b.start("w:p")
		var properties markup
		properties.value("w:pStyle", string(noteText))
		properties.flag("w:bidi", beginsRightToLeft(runs))
		b.within("w:pPr", properties)
		b.reference(func() { b.empty("w:footnoteRef") })
		for _, r := range runs {
			b.linked(r, beginsRightToLeft(runs))
		}
		b.end("w:p")
		b.end("w:footnote")
	}
	b.end("w:footnotes")
}

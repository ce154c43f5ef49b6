package export

import (
	"fmt"
	"strings"

	"plandiff/internal/plan"
)

// references cite sources: a footnote where a source is cited first, and
// after that a field that repeats the footnote's number. Numbers are those
// of the table, because it numbers sources in the same order.
func (b *body) references(numbers []int) string {
	if b.doc.Sources == NoSources {
		return ""
	}
	var out strings.Builder
	for i, n := range numbers {
		if i > 0 {
			out.WriteString(run("FootnoteReference", ","))
		}
		if b.seen[n] {
			fmt.Fprintf(&out, `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r>`+
				`<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:instrText xml:space="preserve"> NOTEREF _Source%d \h </w:instrText></w:r>`+
				`<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:fldChar w:fldCharType="separate"/></w:r>%s`+
				`<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:fldChar w:fldCharType="end"/></w:r>`, n, run("FootnoteReference", fmt.Sprint(b.place(n))))
			continue
		}
		b.seen[n] = true
		b.order = append(b.order, n)
		fmt.Fprintf(&out, `<w:bookmarkStart w:id="%d" w:name="_Source%d"/><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>`+
			`<w:footnoteReference w:id="%d"/></w:r><w:bookmarkEnd w:id="%d"/>`, n, n, n, n)
	}
	return out.String()
}

// place is the number that a program gives the footnote of a source.
func (b *body) place(number int) int {
	for i, n := range b.order {
		if n == number {
			return i + 1
		}
	}
	return 0
}

// footnotes is the part with the notes; the first two are the lines above
// notes that every document has.
func (b *body) footnotes() string {
	var out strings.Builder
	out.WriteString(footnotesOpen)
	for _, n := range b.order {
		s := b.doc.Table.Notes[n-1].Source
		fmt.Fprintf(&out, `<w:footnote w:id="%d"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>`+
			`<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>%s%s</w:p></w:footnote>`,
			n, run("", " "+sourceLine(s)), noteLink(s, n))
	}
	out.WriteString(`</w:footnotes>`)
	return out.String()
}

func noteLink(s *plan.Source, number int) string {
	if link(s) == "" {
		return run("", ", "+s.ID)
	}
	return run("", ", ") + fmt.Sprintf(`<w:hyperlink r:id="source%d">%s</w:hyperlink>`, number, run("Hyperlink", s.ID))
}

// footnoteRels are the addresses behind the links in footnotes.
func (b *body) footnoteRels() string {
	var out strings.Builder
	out.WriteString(relsOpen)
	for _, n := range b.order {
		if u := link(b.doc.Table.Notes[n-1].Source); u != "" {
			fmt.Fprintf(&out, `<Relationship Id="source%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="%s" TargetMode="External"/>`, n, xmlText(u))
		}
	}
	out.WriteString(`</Relationships>`)
	return out.String()
}

// sourceList is the annex: what each source is cited for.
func (b *body) sourceList() {
	b.paragraph("Heading1", run("", "What each source is cited for"))
	for _, n := range b.order {
		note := b.doc.Table.Notes[n-1]
		b.paragraph("SourceLine", run("FieldTitle", fmt.Sprintf("%d. ", b.place(n)))+run("", sourceLine(note.Source)+", "+note.Source.ID))
		for _, u := range citations(note) {
			b.paragraph("SourceUse", run("", u))
		}
	}
}

package intake_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"plandiff/internal/intake"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
)

// sound holds for every document that was read, and every refusal.
func sound(t *testing.T, doc *intake.Document, err error) {
	t.Helper()
	if err != nil {
		var problem *intake.Problem
		if !errors.As(err, &problem) || prose.Clean(err.Error()) != err.Error() {
			t.Fatalf("error %q", err)
		}
		return
	}
	if len(doc.Points) == 0 {
		t.Fatal("a document without points")
	}
	seen := map[string]bool{}
	for i := range doc.Points {
		p := &doc.Points[i]
		if p.Kind != intake.KindHeading && p.Kind != intake.KindFootnote {
			if p.Number == "" || seen[p.Number] {
				t.Fatalf("the number %q is empty, or there twice", p.Number)
			}
			seen[p.Number] = true
		}
		soundPoint(t, p)
		full, end := p.Full(), 0
		for _, f := range p.Figures() {
			if f.Start < end || f.End <= f.Start || f.End > len(full) {
				t.Fatalf("the figure %+v stands not behind %d in a text of %d", f, end, len(full))
			}
			end = f.End
		}
	}
	for _, f := range doc.Find(nil) {
		if f.Words == "" || f.Value.IsZero() {
			t.Fatalf("found %+v", f)
		}
	}
}

func soundPoint(t *testing.T, p *intake.Point) {
	t.Helper()
	for _, s := range []string{p.Number, p.Label, p.Title, p.Text, p.Section} {
		if prose.Clean(s) != s {
			t.Fatalf("%q is not clean", s)
		}
	}
	for _, b := range p.Brackets {
		text := map[string]string{"": p.Text, "label": p.Label, "title": p.Title}[b.On]
		if b.Start < 0 || b.End <= b.Start || b.End > len(text) || text[b.Start] != '[' || !b.Open && text[b.End-1] != ']' {
			t.Fatalf("bracket %+v of %q", b, text)
		}
	}
	last := 0
	for _, part := range p.Parts {
		if part.Start < last || part.Start > len(p.Text) || part.After < 0 || part.After > len(p.Inner) {
			t.Fatalf("parts %+v of %q", p.Parts, p.Text)
		}
		last = part.Start
	}
	for _, c := range p.Changes {
		if c.Start < 0 || c.End < c.Start || c.End > len(p.Text) || c.Words == "" {
			t.Fatalf("change %+v of %q", c, p.Text)
		}
	}
	p.Full()
	p.Options()
	for i := range p.Inner {
		soundPoint(t, &p.Inner[i])
	}
}

// letters counts the letters of a text. A number that stands twice, before a
// title and before its text, is one label.
func letters(s string, into map[rune]int) {
	for _, r := range s {
		if unicode.IsLetter(r) {
			into[r]++
		}
	}
}

func printedLetters(points []intake.Point, into map[rune]int) {
	for i := range points {
		p := &points[i]
		letters(p.Label, into)
		letters(p.Title, into)
		letters(p.Text, into)
		printedLetters(p.Inner, into)
	}
}

// No word of a plain text is lost, however strange its numbers.
func FuzzText(f *testing.F) {
	for _, s := range []string{asText(ferry), asText(treaty), "1. a\n(a) b\n(i) c\n2. d", "Article 1\nTitle\n\n第五条　撤军\n\nА) б", "[1. x [y]] z]\n- -\n* 1)\n1.1.1 q\n\fx\n1\f", "Contents\nA 1\nB 2\nA\ntext"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := intake.Read("d.txt", data, intake.Options{})
		sound(t, doc, err)
		if err != nil || len(doc.Notes) > 0 || !utf8.Valid(data) || bytes.ContainsRune(data, 0) {
			return // something was left out, and it says so
		}
		want, got := map[rune]int{}, map[rune]int{}
		for line := range strings.FieldsFuncSeq(string(data), func(r rune) bool { return r == '\n' || r == '\r' }) {
			letters(prose.Clean(strings.Trim(line, " \t")), want)
		}
		printedLetters(doc.Points, got)
		for r, n := range want {
			if got[r] != n {
				t.Fatalf("the letter %q stands %d times in the text, %d times in its points", r, n, got[r])
			}
		}
	})
}

func FuzzMarkdown(f *testing.F) {
	for _, s := range []string{asMarkdown(ferry), asMarkdown(treaty), "---\ntitle: x\n---\n# H\n- - 1. a\n1) b\n   c\n\n[^1]: d\n> e\n", "~~a~~ <ins>b</ins> [x](y/z) [z][q] ![i](j)\n\n[q]: http://x/\n```\n1. c\n```\n", "a\n=\nb\n-\n***\n<!-- x\n-->y"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := intake.Read("d.md", data, intake.Options{})
		sound(t, doc, err)
		doc, err = intake.Read("d.md", data, intake.Options{Reading: intake.Rejected})
		sound(t, doc, err)
	})
}

func FuzzHTML(f *testing.F) {
	for _, s := range []string{asHTML(ferry), asHTML(treaty), "<ol reversed start=3 type=I><li value=x>a<li>b</ol><del>c<ins>d</del></ins><pre>1. e\n2. f</pre><sup class=footnote>1</sup>", "<p>a<br>b<table><tr><td>c<td>d</table><h9>e"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := intake.Read("d.html", data, intake.Options{})
		sound(t, doc, err)
	})
}

// The XML of the main part and of the numbering, inside a sound archive.
func FuzzWord(f *testing.F) {
	f.Add(`<w:p><w:pPr><w:pStyle w:val="H1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>`,
		`<w:numbering><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="Article %1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>`)
	f.Add(`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:ins w:author="x"><w:r><w:t>1. a</w:t><w:br/><w:delText>b</w:delText></w:r></w:ins></w:p><w:p><w:del><w:r><w:delText> c </w:delText></w:r></w:del></w:p>`, `<w:numbering/>`)
	f.Fuzz(func(t *testing.T, body, numbering string) {
		data := wordFile(t, body, map[string]string{"word/numbering.xml": numbering})
		doc, err := intake.Read("d.docx", data, intake.Options{})
		sound(t, doc, err)
		doc, err = intake.Read("d.docx", data, intake.Options{Reading: intake.Rejected})
		sound(t, doc, err)
	})
}

// The archive itself.
func FuzzWordFile(f *testing.F) {
	f.Add(wordFile(f, "<w:p><w:r><w:t>1. a</w:t></w:r></w:p>", nil))
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := intake.Read("d.docx", data, intake.Options{})
		sound(t, doc, err)
	})
}

// pdfOptions read with one reader for all documents: to start one takes twenty
// times as long as to read a page.
func pdfOptions(tb testing.TB) intake.Options {
	opts := intake.Options{CacheDir: pdfCache(tb), PDF: &intake.PDFReader{}}
	tb.Cleanup(opts.PDF.Close)
	return opts
}

func FuzzPDF(f *testing.F) {
	opts := pdfOptions(f)
	f.Add(pdfFile([]string{"BT /F1 10 Tf 50 300 Td (1. One) Tj 0 -12 Td (2. Two) Tj ET"}))
	f.Add(asPDF(ferry))
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := intake.Read("d.pdf", data, opts)
		sound(t, doc, err)
	})
}

// What a page of a sound PDF draws.
func FuzzPDFPage(f *testing.F) {
	opts := pdfOptions(f)
	f.Add("BT /F1 10 Tf 50 300 Td (1. One) Tj 0 -12 Td (2. Two hy\\055) Tj 0 -12 Td (phen) Tj ET")
	f.Add("BT /F1 0 Tf 1 0 0 -1 0 0 Tm [(a) -999 (b)] TJ T* <0041> ' ET q 0 0 0 0 0 0 cm Q")
	f.Fuzz(func(t *testing.T, page string) {
		doc, err := intake.Read("d.pdf", pdfFile([]string{page, page}), opts)
		sound(t, doc, err)
	})
}

// The brackets of a point lie in its text, one in another or side by side.
func FuzzBrackets(f *testing.F) {
	for _, s := range []string{"Parties [shall][should] act [within [30] / [60] days].", "[EU: 2027] [...] [sic] [t]he [12]", "[a]] [b", "[Option 1: x] or [alt. 2: y]", "［全］【b】", strings.Repeat("[", 200), "[] [ ] [[]]"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		doc, err := intake.Read("d.txt", []byte("1. First.\n\n2. "+s+"\n\n3. Last.\n"), intake.Options{})
		sound(t, doc, err)
		if err != nil {
			return
		}
		for i := range doc.Points {
			p := &doc.Points[i]
			for a, outer := range p.Brackets {
				for _, inner := range p.Brackets[a+1:] {
					if outer.On == inner.On && outer.Start < inner.Start && inner.Start < outer.End && inner.End > outer.End {
						t.Fatalf("the brackets %+v and %+v of %q overlap", outer, inner, p.Text)
					}
				}
			}
		}
	})
}

// A value that is found stands in the words of its point, and is one that a
// record may hold.
func FuzzFind(f *testing.F) {
	for _, s := range []string{"The army is limited to 600,000 personnel.", "At least 30 km and not more than €2.5 million by 5 May 2026.", "Не более 600 000 военнослужащих в течение 30 дней.",
		"Ukraine, Russia and the United States shall meet in Kherson region.", "fifteen hundred, 1,5 млрд, ٥٠٪, 31.02.2026, ½ hour", "1.000.000,00 and 1'000 and 10-year terms, 5th May"} {
		f.Add(s)
	}
	lib := vocabulary()
	f.Fuzz(func(t *testing.T, s string) {
		doc, err := intake.Read("d.txt", []byte("1. "+s), intake.Options{})
		sound(t, doc, err)
		if err != nil {
			return
		}
		whole := ""
		for i := range doc.Points {
			whole += "\n" + doc.Points[i].Full()
		}
		for _, found := range doc.Find(lib) {
			if !strings.Contains(whole, found.Words) {
				t.Fatalf("%q is not in %q", found.Words, whole)
			}
			if d := found.Value.Date; d != "" {
				if _, err := plan.ParseDate(string(d)); err != nil {
					t.Fatalf("%q is read as the day %q: %v", found.Words, d, err)
				}
			}
			if n := found.Value.Number; n != "" {
				if again, err := plan.ParseDecimal(string(n)); err != nil || again != n {
					t.Fatalf("%q is read as the number %q: %v", found.Words, n, err)
				}
			}
		}
	})
}

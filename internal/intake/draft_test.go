package intake_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"strings"
	"testing"
)

// item is one paragraph of a draft, as an author thinks of it.
type item struct {
	heading int    // level; 0: none
	label   string // "1.", "(a)", "-", "Article 4"; "" none
	depth   int    // of a list item: 1 for the outermost
	text    string
}

// ferry is a draft with what drafts have: a title, a preamble, numbers that
// skip, letters, dashes in them, a second paragraph, brackets, a closing.
var ferry = []item{
	{heading: 1, text: "Agreement on the Ferry"},
	{text: "The two banks of the river, wishing to end their quarrel over the crossing and to restore the traffic, have agreed as follows:"},
	{label: "1.", depth: 1, text: "The ferry shall cross the river at least 12 times a day, save on days of flood when the bailiffs of both banks agree that no crossing is safe."},
	{label: "2.", depth: 1, text: "Each bank shall"},
	{label: "(a)", depth: 2, text: "keep its landing in repair;"},
	{label: "(b)", depth: 2, text: "pay half of the ferryman's wage, that is"},
	{label: "-", depth: 3, text: "30 marks in spring, and"},
	{label: "-", depth: 3, text: "40 marks in autumn;"},
	{label: "(c)", depth: 2, text: "report to the other bank within 30 days."},
	{label: "4.", depth: 1, text: "[The mill [shall][should] be closed by 5 May 2027] [North bank: until the dam is built], and its wheel is self-evidently a danger to the ferry."},
	{label: "5.", depth: 1, text: "Disputes are settled by the reeve, whose word is final and binds both banks for the length of the season in which it was given."},
	{text: "Done at the landing, 1 April 2026."},
}

// treaty has articles with titles, and paragraphs that count anew in each.
var treaty = []item{
	{heading: 1, text: "Treaty of the Two Banks"},
	{heading: 2, label: "Article 1", text: "Crossing"},
	{label: "1.", depth: 1, text: "The ferry is free to all."},
	{label: "2.", depth: 1, text: "It shall not carry arms."},
	{heading: 2, label: "Article 1bis", text: "Night crossing"},
	{text: "There is no crossing at night."},
	{heading: 2, label: "Article 2", text: "Mill"},
	{label: "1.", depth: 1, text: "The mill stands still in summer."},
	{label: "2.", depth: 1, text: "The miller may grind in winter."},
}

func (it item) line() string { return strings.TrimSpace(it.label + " " + it.text) }

// asText breaks lines at 68 columns, as a typewriter does, and hyphenates.
func asText(draft []item) string {
	var b strings.Builder
	for _, it := range draft {
		indent := strings.Repeat("   ", max(it.depth-1, 0))
		if it.heading > 1 {
			fmt.Fprintf(&b, "%s\n%s\n\n", it.label, it.text)
			continue
		}
		words := strings.Fields(it.line())
		line := indent
		for i, w := range words {
			if len(line)+1+len(w) > 68 {
				if w == "self-evidently" { // broken at its own hyphen
					b.WriteString(line + " self-\n")
					line = indent + "evidently"
					continue
				}
				b.WriteString(line + "\n")
				line = indent + w
				continue
			}
			if i > 0 {
				line += " "
			}
			line += w
		}
		b.WriteString(line + "\n\n")
	}
	return b.String()
}

func asMarkdown(draft []item) string {
	var b strings.Builder
	for _, it := range draft {
		indent := strings.Repeat("    ", max(it.depth-1, 0))
		switch {
		case it.heading > 0:
			fmt.Fprintf(&b, "%s %s\n\n", strings.Repeat("#", it.heading), it.line())
		default:
			fmt.Fprintf(&b, "%s%s\n\n", indent, it.line())
		}
	}
	return b.String()
}

func asHTML(draft []item) string {
	var b strings.Builder
	b.WriteString("<!doctype html><html><head><title>A page</title><style>p{}</style></head><body><nav><ol><li>Home</li></ol></nav>\n")
	var open []string // the lists that are open, each with an open item
	to := func(depth int, list, attr string) {
		for ; len(open) > depth; open = open[:len(open)-1] {
			fmt.Fprintf(&b, "</li></%s>\n", open[len(open)-1])
		}
		if len(open) == depth {
			if depth > 0 {
				b.WriteString("</li>\n")
			}
			return
		}
		fmt.Fprintf(&b, "<%s%s>\n", list, attr)
		open = append(open, list)
	}
	for _, it := range draft {
		text := html.EscapeString(it.text)
		value := strings.Trim(it.label, ".()")
		switch {
		case it.heading > 0:
			to(0, "", "")
			fmt.Fprintf(&b, "<h%d>%s</h%d>\n", it.heading, html.EscapeString(it.line()), it.heading)
		case it.depth == 0:
			to(0, "", "")
			fmt.Fprintf(&b, "<p>%s</p>\n", text)
		case it.label == "-":
			to(it.depth, "ul", "")
			fmt.Fprintf(&b, "<li>%s", text)
		case it.label[0] == '(':
			to(it.depth, "ol", ` type="a"`)
			fmt.Fprintf(&b, "<li value=%d>%s", value[0]-'a'+1, text)
		default:
			to(it.depth, "ol", "")
			fmt.Fprintf(&b, "<li value=%s>%s", value, text)
		}
	}
	to(0, "", "")
	b.WriteString("<footer>12 pages</footer></body></html>")
	return b.String()
}

// wordNumbering: list 1 counts 1. (a) and has dashes; level 0 may be started
// anew by further lists.
const wordNumbering = `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%%2)"/></w:lvl>
<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl></w:abstractNum>%s</w:numbering>`

// asWord makes a Word document whose numbers stand in the numbering part; a
// number that skips is a list with a start of its own.
func asWord(t testing.TB, draft []item) []byte {
	var body, nums strings.Builder
	list, last := 0, 0
	for _, it := range draft {
		style, number := "", ""
		text := it.text
		switch {
		case it.heading > 0:
			style, text = fmt.Sprintf(`<w:pStyle w:val="H%d"/>`, it.heading), it.line()
		case it.depth > 0:
			n := 0
			if it.depth == 1 {
				fmt.Sscanf(it.label, "%d.", &n)
				if n != last+1 || list == 0 {
					list++
					fmt.Fprintf(&nums, `<w:num w:numId="%d"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="%d"/></w:lvlOverride></w:num>`, list, n)
				}
				last = n
			}
			number = fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, it.depth-1, list)
		}
		// Word cuts runs anywhere.
		half := len(text) / 2
		fmt.Fprintf(&body, `<w:p><w:pPr>%s%s</w:pPr><w:r><w:t xml:space="preserve">%s</w:t></w:r><w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p>`,
			style, number, html.EscapeString(text[:half]), html.EscapeString(text[half:]))
	}
	return wordFile(t, body.String(), map[string]string{"word/numbering.xml": fmt.Sprintf(wordNumbering, nums.String())})
}

const wordStyles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="H1"/></w:style></w:styles>`

// wordFile packs a body and further parts into a Word document.
func wordFile(t testing.TB, body string, parts map[string]string) []byte {
	t.Helper()
	all := map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"_rels/.rels":         `<Relationships xmlns="r"><Relationship Id="r1" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/_rels/document.xml.rels": `<Relationships xmlns="r"><Relationship Id="r1" Type="http://x/styles" Target="styles.xml"/>
<Relationship Id="r2" Type="http://x/numbering" Target="numbering.xml"/><Relationship Id="r3" Type="http://x/footnotes" Target="footnotes.xml"/></Relationships>`,
		"word/document.xml": `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + body + `</w:body></w:document>`,
		"word/styles.xml":   wordStyles,
	}
	for name, content := range parts {
		all[name] = content
	}
	return zipFile(t, all)
}

func zipFile(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, content := range parts {
		if content == "" {
			continue
		}
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// asPDF prints a text on small pages with a head and page numbers.
func asPDF(draft []item) []byte {
	var pages []string
	var page strings.Builder
	y := 0
	turn := func() {
		if page.Len() > 0 {
			pages = append(pages, page.String())
		}
		page.Reset()
		y = 340
	}
	put := func(x, y int, size int, s string) {
		s = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(s)
		fmt.Fprintf(&page, "BT /F1 %d Tf %d %d Td (%s) Tj ET\n", size, x, y, s)
	}
	turn()
	for line := range strings.Lines(asText(draft)) {
		line = strings.TrimRight(line, "\n")
		if y < 60 {
			turn()
		}
		if words := strings.TrimLeft(line, " "); words != "" {
			put(50+5*(len(line)-len(words)), y, 10, words)
		}
		y -= 12
	}
	turn()
	for i := range pages {
		if len(pages) == 1 {
			break // nothing tells the furniture of a single page
		}
		page.Reset()
		put(50, 370, 10, "Draft of the two banks")
		put(200, 30, 10, fmt.Sprint(i+1))
		pages[i] += page.String()
	}
	return pdfFile(pages)
}

// pdfFile is a PDF of pages, 420 points wide and 400 high, set in Courier.
func pdfFile(pages []string) []byte {
	var b bytes.Buffer
	var at []int
	object := func(s string) {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(at), s)
	}
	b.WriteString("%PDF-1.4\n")
	object("<< /Type /Catalog /Pages 2 0 R >>")
	var kids strings.Builder
	for i := range pages {
		fmt.Fprintf(&kids, "%d 0 R ", 4+2*i)
	}
	object(fmt.Sprintf("<< /Type /Pages /Count %d /Kids [%s] >>", len(pages), kids.String()))
	object("<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>")
	for i, p := range pages {
		object(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 520 400] /Contents %d 0 R /Resources << /Font << /F1 3 0 R >> >> >>", 5+2*i))
		object(fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(p), p))
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, start)
	return b.Bytes()
}

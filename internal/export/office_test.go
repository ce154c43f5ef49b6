package export

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"
)

func letterOf(t *testing.T, d *Document) (document, notes string, data []byte) {
	t.Helper()
	data = write1(t, DOCX, Shape{}, d)
	return string(part(t, data, "word/document.xml")), string(part(t, data, "word/footnotes.xml")), data
}

func TestLetterIsLandscapeWithPageNumbers(t *testing.T) {
	document, _, data := letterOf(t, documentOf(t, shipped(t), "us-28", "e3-28"))
	if !strings.Contains(document, `w:w="16838" w:h="11906" w:orient="landscape"`) {
		t.Error("the page is not landscape")
	}
	footer := string(part(t, data, "word/footer1.xml"))
	for _, field := range []string{" PAGE ", " NUMPAGES "} {
		if !strings.Contains(footer, field) {
			t.Errorf("the footer has no field %s", field)
		}
	}
}

func TestLetterRepeatsItsHeader(t *testing.T) {
	d := documentOf(t, shipped(t), "us-28", "e3-28")
	_, _, data := letterOf(t, d)
	var table letterTable
	decode(t, part(t, data, "word/document.xml"), &table)
	for i, r := range table.Rows {
		if repeated := r.Props.Header != nil; repeated != (i == 0) {
			t.Fatalf("row %d: repeated on every page: %v", i, repeated)
		}
		if len(r.Cells) != 4 {
			t.Fatalf("row %d has %d cells, want number, field and two versions", i, len(r.Cells))
		}
	}
	if want := 1 + len(d.Table.Sections) + len(d.rows()); len(table.Rows) != want {
		t.Errorf("%d rows, want %d: a header, a row for every topic and for every field", len(table.Rows), want)
	}
	topic := table.Rows[1].Cells[1].Paragraphs[0].text(t)
	if topic != d.Table.Sections[0].Title {
		t.Errorf("the first topic row says %q", topic)
	}
}

// TestLetterHasRealFootnotes: every source is a footnote once, in the order
// of the numbers; further citations are fields that repeat its number.
func TestLetterHasRealFootnotes(t *testing.T) {
	d := documentOf(t, shipped(t), "us-28", "geneva-19", "e3-28")
	document, notes, data := letterOf(t, d)
	cited := regexp.MustCompile(`<w:footnoteReference w:id="(\d+)"/>`).FindAllStringSubmatch(document, -1)
	if len(cited) != len(d.Table.Notes) {
		t.Fatalf("%d footnotes are cited, the table has %d sources", len(cited), len(d.Table.Notes))
	}
	for i, c := range cited {
		if c[1] != fmt.Sprint(i+1) {
			t.Fatalf("footnote %d stands in place %d: programs would number it otherwise than the table", i+1, i+1)
		}
	}
	for _, n := range d.Table.Notes {
		if !strings.Contains(notes, fmt.Sprintf(`<w:footnote w:id="%d">`, n.Number)) {
			t.Errorf("footnote %d is missing", n.Number)
		}
		if !strings.Contains(notes, xmlText(sourceLine(n.Source))) {
			t.Errorf("footnote %d does not name its source", n.Number)
		}
	}
	marks := map[string]bool{}
	for _, m := range regexp.MustCompile(`<w:bookmarkStart w:id="\d+" w:name="([^"]+)"/>`).FindAllStringSubmatch(document, -1) {
		if marks[m[1]] {
			t.Errorf("the bookmark %s is there twice", m[1])
		}
		marks[m[1]] = true
	}
	again := regexp.MustCompile(`NOTEREF (\S+) `).FindAllStringSubmatch(document, -1)
	if len(again) == 0 {
		t.Error("no source is cited twice")
	}
	for _, m := range again {
		if !marks[m[1]] {
			t.Errorf("a field refers to the bookmark %s, which is not there", m[1])
		}
	}
	rels := string(part(t, data, "word/_rels/footnotes.xml.rels"))
	for _, m := range regexp.MustCompile(`r:id="([^"]+)"`).FindAllStringSubmatch(notes, -1) {
		if !strings.Contains(rels, `Id="`+m[1]+`"`) {
			t.Errorf("the link %s leads nowhere", m[1])
		}
	}
}

func TestLetterTellsInsertionsFromDeletionsWithoutColour(t *testing.T) {
	document, _, data := letterOf(t, documentOf(t, shipped(t), "us-28", "e3-28"))
	styles := string(part(t, data, "word/styles.xml"))
	for style, want := range map[string]string{"Inserted": `<w:b/><w:color w:val="0B57A4"/><w:u w:val="single"/>`, "Deleted": `<w:b/><w:strike/><w:color w:val="B3261E"/>`} {
		if !strings.Contains(styles, want) {
			t.Errorf("the style %s lacks %s", style, want)
		}
		if n := strings.Count(document, `<w:rStyle w:val="`+style+`"/>`); n < 2 {
			t.Errorf("no words in the table have the style %s", style)
		}
	}
	if strings.Contains(document, "<w:ins ") || strings.Contains(document, "<w:del ") {
		t.Error("the document has tracked changes, which a program could accept or reject")
	}
}

func TestSourcesCanBeLeftOut(t *testing.T) {
	d := documentOf(t, shipped(t), "us-28", "e3-28")
	full := len(write1(t, HTML, Shape{}, d))
	d.Sources = ShortSources
	short := len(write1(t, HTML, Shape{}, d))
	d.Sources = NoSources
	if none := len(write1(t, HTML, Shape{}, d)); none >= short || short >= full {
		t.Errorf("html: %d bytes with full sources, %d with short ones, %d with none", full, short, none)
	}
	document, _, _ := letterOf(t, d)
	if strings.Contains(document, "footnoteReference ") || strings.Contains(document, "NOTEREF") {
		t.Error("docx: sources are cited that were to be left out")
	}
	if md := write1(t, Markdown, Shape{}, d); bytes.Contains(md, []byte("[^")) {
		t.Error("md: sources are cited that were to be left out")
	}
	if book := write1(t, XLSX, Shape{}, d); strings.Contains(string(part(t, book, "xl/workbook.xml")), sheetSources) {
		t.Error("xlsx: there is a sheet of sources that were to be left out")
	}
}

// TestWorkbook asserts what a reader of a workbook expects to find: a frozen
// header with filters, changed words as rich text, numbers as numbers with
// units, links.
func TestWorkbook(t *testing.T) {
	d := documentOf(t, shipped(t), "us-28", "e3-28")
	data := write1(t, XLSX, Shape{}, d)
	for _, name := range []string{sheetComparison, sheetClaims, sheetSources, sheetMatrix} {
		sheet := string(sheetXML(t, data, name))
		for what, want := range map[string]string{"frozen header": `state="frozen"`, "filters": "<autoFilter ", "landscape": `orientation="landscape"`, "widths": "<col "} {
			if !strings.Contains(sheet, want) {
				t.Errorf("%s: no %s", name, what)
			}
		}
	}
	var sheet struct {
		Rows []xlsxRow `xml:"sheetData>row"`
	}
	decode(t, sheetXML(t, data, sheetComparison), &sheet)
	inserted, struck, numbers := 0, 0, 0
	for _, r := range sheet.Rows[1:] {
		for _, c := range r.Cells {
			for _, run := range c.Is.R {
				if run.Props.Bold != nil && run.Props.Underline != nil {
					inserted++
				}
				if run.Props.Bold != nil && run.Props.Strike != nil {
					struck++
				}
			}
			if c.Type != "inlineStr" && c.Value != "" {
				numbers++
			}
		}
	}
	if inserted == 0 || struck == 0 {
		t.Errorf("%d runs of words are new, %d are gone; both are to be told apart", inserted, struck)
	}
	if numbers == 0 {
		t.Error("no cell is a number")
	}
	row := rowOfField(t, data, "Limit on personnel")
	if row["F"] != "600000" || row["G"] != "800000" || row["H"] != "200000" || row["I"] != "33.33" {
		t.Errorf("the army cap is %s, %s, step %s, %s %%", row["F"], row["G"], row["H"], row["I"])
	}
	if styles := string(part(t, data, "xl/styles.xml")); !strings.Contains(styles, `#,##0&#34; personnel&#34;`) && !strings.Contains(styles, `#,##0&quot; personnel&quot;`) {
		t.Error("no number has its unit")
	}
	if links := string(part(t, data, "xl/worksheets/_rels/sheet3.xml.rels")); strings.Count(links, `TargetMode="External"`) < 10 {
		t.Error("the sources have no links")
	}
}

func rowOfField(t *testing.T, data []byte, title string) map[string]string {
	t.Helper()
	for _, row := range sheetRows(t, data, sheetComparison) {
		if row["B"] == title {
			return row
		}
	}
	t.Fatalf("there is no row %s", title)
	return nil
}

func TestClaimsSheetHasEveryClaim(t *testing.T) {
	d := documentOf(t, shipped(t), "us-28", "geneva-19")
	want := 0
	for _, r := range d.rows() {
		for _, c := range r.Cells {
			want += len(c.Said)
		}
	}
	if got := len(sheetRows(t, write1(t, XLSX, Shape{}, d), sheetClaims)) - 1; got != want {
		t.Errorf("%d rows, the versions have %d claims", got, want)
	}
}

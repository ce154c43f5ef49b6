package export

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"plandiff/internal/plan"
	"plandiff/internal/table"
)

// TestWorkbook asserts what a reader of a workbook expects to find: a frozen
// header with filters, widths, pages that lie across.
func TestWorkbook(t *testing.T) {
	d := documentOf(t, shippedView(t), "us-28", "e3-28")
	data := write1(t, XLSX, Shape{}, d)
	var book struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
		} `xml:"sheets>sheet"`
	}
	decode(t, part(t, data, "xl/workbook.xml"), &book)
	var names []string
	for _, s := range book.Sheets {
		names = append(names, s.Name)
		sheet := string(sheetXML(t, data, s.Name))
		for what, want := range map[string]string{"frozen header": `state="frozen"`, "filters": "<autoFilter ", "landscape": `orientation="landscape"`, "widths": "<col ", "one page wide": "fitToPage"} {
			if !strings.Contains(sheet, want) {
				t.Errorf("%s: no %s", s.Name, what)
			}
		}
	}
	if want := []string{sheetComparison, sheetAbout, sheetClaims, sheetSources, sheetVersions, sheetMatrix}; !slices.Equal(names, want) {
		t.Errorf("sheets %q, want %q", names, want)
	}
}

// Numbers are numbers, with their unit in the format, and with the step from
// the first version.
func TestWorkbookNumbers(t *testing.T) {
	d := documentOf(t, shippedView(t), "us-28", "e3-28")
	data := write1(t, XLSX, Shape{}, d)
	formats := numberFormats(t, data)
	for _, r := range xlsxRows(t, data, sheetComparison) {
		if r.Cells[1].Is.T != "Army size limit" {
			continue
		}
		var got []string
		for _, c := range r.Cells[5:] {
			got = append(got, strings.TrimSpace(c.Value+" "+formats[c.Style]))
		}
		want := []string{`600000 #,##0" personnel"`, `800000 #,##0" personnel"`, `200000 +#,##0" personnel";-#,##0" personnel";#,##0" personnel"`, `33.33 +#,##0.0#####" %";-#,##0.0#####" %";#,##0.0#####" %"`}
		if !slices.Equal(got, want) {
			t.Errorf("the limit on personnel is\n%q, want\n%q", got, want)
		}
		return
	}
	t.Error("there is no army size limit")
}

// numberFormats are the formats of numbers by style; "" for the general one.
func numberFormats(t *testing.T, data []byte) []string {
	var styles struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Xfs []struct {
			Format int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	decode(t, part(t, data, "xl/styles.xml"), &styles)
	out := make([]string, len(styles.Xfs))
	for i, x := range styles.Xfs {
		for _, f := range styles.Formats {
			if f.ID == x.Format {
				out[i] = f.Code
			}
		}
	}
	return out
}

func TestWorkbookTellsNewWordsFromOldOnes(t *testing.T) {
	data := write1(t, XLSX, Shape{}, documentOf(t, shippedView(t), "us-28", "e3-28"))
	inserted, struck := 0, 0
	for _, r := range xlsxRows(t, data, sheetComparison)[1:] {
		for _, c := range r.Cells {
			for _, run := range c.Is.R {
				inserted += btoi(run.Props.Bold != nil && run.Props.Underline != nil)
				struck += btoi(run.Props.Bold != nil && run.Props.Strike != nil)
			}
		}
	}
	if inserted == 0 || struck == 0 {
		t.Errorf("%d runs of words are new, %d are gone; both are to be told apart without colour", inserted, struck)
	}
}

func TestClaimsSheetHasEveryClaim(t *testing.T) {
	d := documentOf(t, shippedView(t), "us-28", "geneva-19")
	want := 0
	for _, r := range d.Tree.Selected() {
		for _, c := range r.Cells {
			want += len(c.Claims)
		}
	}
	if got := len(sheetRows(t, write1(t, XLSX, Shape{}, d), sheetClaims)) - 1; got != want {
		t.Errorf("%d rows, the versions have %d claims", got, want)
	}
}

func TestVersionsSheetCounts(t *testing.T) {
	d := documentOf(t, shippedView(t), "us-28", "geneva-19", "e3-28")
	rows := sheetRows(t, write1(t, XLSX, Shape{}, d), sheetVersions)
	if len(rows) != 4 {
		t.Fatalf("%d rows for three versions", len(rows)-1)
	}
	for i, p := range d.Tree.Pairs {
		row, total := rows[i+2], 0
		if row["A"] != p.Version {
			t.Errorf("row %d is on %s, want %s", i+2, row["A"], p.Version)
		}
		for column := 'F'; column < 'F'+9; column++ {
			n, err := strconv.Atoi(row[string(column)])
			if err != nil {
				t.Fatalf("%s, column %c: %v", p.Version, column, err)
			}
			total += n
		}
		want := 0
		for _, n := range p.Kinds {
			want += n
		}
		if total != want {
			t.Errorf("%s: the kinds add up to %d, want %d", p.Version, total, want)
		}
	}
}

func TestSourcesCanBeLeftOut(t *testing.T) {
	d := documentOf(t, shippedView(t), "us-28", "e3-28")
	d.Sources = table.NoSources
	if book := string(part(t, write1(t, XLSX, Shape{}, d), "xl/workbook.xml")); strings.Contains(book, sheetSources) || strings.Contains(book, sheetClaims) {
		t.Error("there are sheets of sources that were to be left out")
	}
}

// TestNoCellIsAFormula: every cell is a number or a literal text, none is too
// long, and links lead to pages of the web alone.
func TestNoCellIsAFormula(t *testing.T) {
	d := hostileDocument(t)
	data := write1(t, XLSX, Shape{}, d)
	for _, name := range []string{sheetComparison, sheetClaims, sheetSources, sheetVersions, sheetMatrix, sheetAbout, sheetLong} {
		rows := xlsxRows(t, data, name)
		if len(rows) < 2 {
			t.Errorf("the sheet %s has no rows", name)
		}
		for _, r := range rows {
			for _, c := range r.Cells {
				if c.Formula != nil || c.Type == "str" || c.Type == "s" {
					t.Errorf("%s %s has a formula, or its text elsewhere", name, c.Ref)
				}
				if _, err := strconv.ParseFloat(c.Value, 64); c.Value != "" && err != nil {
					t.Errorf("%s %s has the value %q, which is no number", name, c.Ref, c.Value)
				}
				text := c.Is.T
				for _, run := range c.Is.R {
					text += run.T
				}
				if n := len(utf16.Encode([]rune(text))); n > 32767 {
					t.Errorf("%s %s has %d characters", name, c.Ref, n)
				}
			}
		}
	}
	var links struct {
		List []struct {
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	decode(t, part(t, data, "xl/worksheets/_rels/sheet4.xml.rels"), &links)
	if len(links.List) == 0 {
		t.Error("no source has a link")
	}
	for _, l := range links.List {
		if !regexp.MustCompile(`^https?://example\.org(:443)?/`).MatchString(l.Target) {
			t.Errorf("a link leads to %q", l.Target)
		}
	}
}

// A number keeps its digits or is a text.
func TestMeasured(t *testing.T) {
	for _, c := range []struct {
		number, unit string
		signed       bool
		want         string // value and format
	}{
		{"600000", "personnel", false, `600000 #,##0" personnel"`},
		{"50", "%", false, `50 #,##0" %"`},
		{"-0.5", "", true, `-0.5 +#,##0.0#####;-#,##0.0#####;#,##0.0#####`},
		{"12345678901234567890", "USD", false, `12,345,678,901,234,567,890 USD`}, // more digits than a workbook keeps
		{"100000000000000000000", "USD", false, `1e+20 #,##0" USD"`},
		{"1", `"a\b"`, false, `1 #,##0" ab"`}, // what would end the text of the unit
	} {
		n, err := plan.ParseDecimal(c.number)
		if err != nil {
			t.Fatal(err)
		}
		e := measured(n, c.unit, c.signed)
		got := e.text
		if e.number != nil {
			got = strings.TrimSpace(fmt.Sprint(e.number) + " " + e.look.format)
		}
		if got != c.want {
			t.Errorf("%s %s: %s, want %s", c.number, c.unit, got, c.want)
		}
	}
}

// On paper a row of any sheet is a line of one page, lying, below the names of
// its columns; of a claim that is all that a reader of paper needs.
func TestSheetsArePrintedOnePageAcross(t *testing.T) {
	d := documentOf(t, shippedView(t), "us-28", "geneva-19", "e3-28")
	d.Sources = table.ShortSources
	data := write1(t, XLSX, Shape{}, d)
	book := strings.ReplaceAll(string(part(t, data, "xl/workbook.xml")), "&#39;", "'")
	for i, name := range []string{sheetComparison, sheetAbout, sheetClaims, sheetSources, sheetVersions, sheetMatrix} {
		sheet := string(part(t, data, "xl/worksheets/sheet"+strconv.Itoa(i+1)+".xml"))
		setup := regexp.MustCompile(`<pageSetup [^>]*>`).FindString(sheet)
		if !strings.Contains(setup, `orientation="landscape"`) || !strings.Contains(setup, `fitToHeight="0"`) || regexp.MustCompile(`fitToWidth="([2-9]|1\d)"`).MatchString(setup) {
			t.Errorf("%s: %s", name, setup)
		}
		if !strings.Contains(book, "'"+name+"'!$1:$1") {
			t.Errorf("%s: its head is not repeated", name)
		}
	}
	last := regexp.MustCompile(`'` + sheetClaims + `'!\$A\$1:\$([A-Z]+)\$`).FindStringSubmatch(book)
	if last == nil {
		t.Fatal("all columns of claims are printed")
	}
	head := sheetRows(t, data, sheetClaims)[0]
	for _, title := range []string{"Field", "Version", "Claim", "Phrase", "Source", "Published"} {
		printed := false
		for column, text := range head {
			printed = printed || text == title && column <= last[1]
		}
		if !printed {
			t.Errorf("%q of a claim is not printed", title)
		}
	}
}

// TestLargeSheets: a sheet above what the library keeps in memory is put into no
// file that nobody named.
func TestLargeSheets(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("TMPDIR", folder)
	t.Setenv("TMP", folder)
	b := newBook(&Document{})
	long := strings.Repeat("word ", 6000)
	b.sheet("Large", []heading{{title: "Text", width: 20}}, 1, func(s *sheet) {
		for range 700 { // 20 MiB
			s.add(entry{text: long})
		}
		if files, err := os.ReadDir(folder); b.err != nil || err != nil || len(files) > 0 {
			t.Errorf("a large sheet is written to %v, %v, %v", files, b.err, err)
		}
	})
	if b.err != nil {
		t.Error(b.err)
	}
}

package export

import (
	"bytes"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"plandiff/internal/evidence"
	"plandiff/internal/intake"
	"plandiff/internal/ooxml/ooxmltest"
	"plandiff/internal/plan"
	"plandiff/internal/redline"
	"plandiff/internal/table"
)

func letterOf(t *testing.T, d *Document) (document string, data []byte) {
	t.Helper()
	data = write1(t, DOCX, Shape{}, d)
	return string(part(t, data, "word/document.xml")), data
}

// Two versions stand upright, more lie across. Every table repeats its head,
// and no other row.
func TestLetterShape(t *testing.T) {
	v := shippedView(t)
	for _, c := range []struct {
		ids       []string
		landscape bool
	}{{[]string{"us-28", "e3-28"}, false}, {[]string{"us-28", "geneva-19", "e3-28"}, true}, {v.Overview, true}} {
		d := documentOf(t, v, c.ids...)
		document, data := letterOf(t, d)
		if strings.Contains(document, `w:orient="landscape"`) != c.landscape {
			t.Errorf("%d versions: landscape is not %v", len(c.ids), c.landscape)
		}
		tables := comparisons(t, data)
		if len(tables) != len(d.Tree.Sections) {
			t.Fatalf("%d versions: %d tables, want one for each of %d topics", len(c.ids), len(tables), len(d.Tree.Sections))
		}
		for i, table := range tables {
			if got, want := strings.Join(table.Rows[0].Cells[0].Paragraphs[0].runs(t), ""), d.Tree.Sections[i].Title; got != want {
				t.Errorf("table %d is on %q, want %q", i, got, want)
			}
			if len(table.Rows) != len(d.Tree.Sections[i].Rows)+1 {
				t.Errorf("table %d has %d rows, want one more than %d", i, len(table.Rows), len(d.Tree.Sections[i].Rows))
			}
			for n, r := range table.Rows {
				if repeated := r.Props.Header != nil; repeated != (n == 0) {
					t.Fatalf("table %d, row %d: repeated on every page: %v", i, n, repeated)
				}
			}
		}
	}
}

// onPaper are the lines of cells as a document has them: where many versions
// stand side by side, the mark says what its word would say.
func onPaper(d *Document, lines cells) cells {
	if len(d.Tree.Columns) <= mostFootnotes {
		return lines
	}
	return unbadged(d, lines, func(c table.Cell) bool { return c.Badge == c.Mark.Word })
}

// Every later cell has the mark and the ground of its kind.
func TestLetterHasMarksAndGrounds(t *testing.T) {
	v := shippedView(t)
	for _, ids := range [][]string{{"us-28", "geneva-19", "e3-28"}, v.Overview} {
		d := documentOf(t, v, ids...)
		d.Columns = []string{colID, colField, colVersions}
		_, data := letterOf(t, d)
		var rows []*table.Row
		for _, r := range d.Tree.Selected() {
			rows = append(rows, r)
		}
		n := 0
		for _, written := range comparisons(t, data) {
			for _, r := range written.Rows[1:] {
				for i, want := range rows[n].Cells {
					cell := r.Cells[2+i]
					if got := cell.Props.Shade.Fill; got != ground(want.Mark) {
						t.Fatalf("%s, %s: ground %q, want %q", rows[n].Field, want.Version, got, ground(want.Mark))
					}
					if got := strings.TrimSpace(cell.Paragraphs[0].runs(t)[0]); !want.Mark.IsZero() && got != want.Mark.Symbol {
						t.Fatalf("%s, %s: begins with %q, want the mark %q", rows[n].Field, want.Version, got, want.Mark.Symbol)
					}
				}
				n++
			}
		}
	}
}

// Two or three versions have footnotes, each source once, further citations
// as fields with its number. More versions, or the places of all citations,
// have one list at the end.
func TestLetterHasEachSourceOnce(t *testing.T) {
	v := shippedView(t)
	for _, c := range []struct {
		ids     []string
		sources table.SourceList
		notes   bool
		listed  bool
	}{
		{[]string{"us-28", "geneva-19", "e3-28"}, table.ShortSources, true, false},
		{[]string{"us-28", "geneva-19", "e3-28"}, table.FullSources, false, true},
		{v.Overview, table.ShortSources, false, true},
		{[]string{"us-28", "e3-28"}, table.NoSources, false, false},
	} {
		d := documentOf(t, v, c.ids...)
		d.Sources = c.sources
		document, data := letterOf(t, d)
		notes := string(part(t, data, "word/footnotes.xml"))
		for _, s := range d.Tree.Cited() {
			id := s.Card.ID + "</w:t>"
			inNotes, inText := strings.Count(notes, ">"+id), strings.Count(document, ">"+id)
			if inNotes != btoi(c.notes) || inText != btoi(c.listed) {
				t.Fatalf("%d versions, %s: source %s stands %d times in footnotes and %d times in the list", len(c.ids), c.sources, s.Card.ID, inNotes, inText)
			}
		}
		cited := regexp.MustCompile(`<w:footnoteReference w:id="(\d+)"/>`).FindAllStringSubmatch(document, -1)
		if c.notes && len(cited) != len(d.Tree.Cited()) || !c.notes && len(cited) > 0 {
			t.Errorf("%d versions, %s: %d footnotes for %d sources", len(c.ids), c.sources, len(cited), len(d.Tree.Cited()))
		}
		for i, m := range cited {
			if m[1] != strconv.Itoa(i+1) {
				t.Fatalf("footnote %s is the %d. one: programs would number it otherwise than the table", m[1], i+1)
			}
		}
	}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// The legend tells of marks that the document has, and of no others.
func TestLegendSaysWhatTheDocumentDoes(t *testing.T) {
	v := shippedView(t)
	d := documentOf(t, v, "us-28", "e3-28")
	document, _ := letterOf(t, d)
	for text, want := range map[string]bool{
		"the values differ":           true,
		"moved to another document":   false, // no field of this pair is
		"words that are new":          true,
		"Numbers in brackets":         true,
		"Raised numbers are footnote": false,
	} {
		if strings.Contains(document, text) != want {
			t.Errorf("the legend has %q: %v, want %v", text, !want, want)
		}
	}
}

// Text that runs from right to left says so, in cells and heads and notes.
func TestLetterRightToLeft(t *testing.T) {
	field := plan.Field{ID: "t.f", Title: "שדה", Kind: plan.Text}
	lib := &plan.Library{Topics: []plan.Topic{{ID: "t", Title: "נושא", About: plan.AboutText, Fields: []plan.Field{field}}},
		Sources: []*plan.Source{{ID: "s", Publisher: "הארץ", Kind: plan.SourceReport}}}
	for i, value := range []string{"הסכם שלום: 600 חיילים.", "x"} {
		id := string(rune('a' + i))
		lib.Records = append(lib.Records, &plan.Record{ID: id, Kind: plan.Draft, Title: "T", Date: "2025-01-01", Known: plan.KnownText,
			Fields: []plan.FieldClaims{{Field: "t.f", Claims: []plan.Claim{{State: plan.Present, Value: plan.Value{Text: value}, Source: "s", Basis: plan.BasisText, Rank: plan.Normal}}}}})
	}
	d := documentOf(t, evidence.New(lib, evidence.Filter{}), "a", "b")
	d.Sources = table.ShortSources
	document, data := letterOf(t, d)
	for _, text := range []string{"הסכם שלום: 600 חיילים.", "שדה", "נושא"} {
		if !regexp.MustCompile(`<w:bidi/></w:pPr>(<w:r>[^ב-ת]*</w:r>)?<w:r><w:rPr>[^ב-ת]*<w:rtl/></w:rPr><w:t xml:space="preserve">` + regexp.QuoteMeta(text)).MatchString(document) {
			t.Errorf("%q does not run from right to left", text)
		}
	}
	if notes := string(part(t, data, "word/footnotes.xml")); !strings.Contains(notes, `<w:rtl/></w:rPr><w:t xml:space="preserve">הארץ`) {
		t.Error("the footnote does not run from right to left")
	}
}

// TestLetterOnPaper has LibreOffice lay documents out: six versions take
// twenty pages at most, and no page of the comparison has one row.
func TestLetterOnPaper(t *testing.T) {
	for _, program := range []string{"soffice", "pdftotext"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("%s is not installed: the test looks at pages", program)
		}
	}
	if testing.Short() {
		t.Skip("LibreOffice takes seconds to start")
	}
	t.Parallel()
	if font, err := exec.Command("fc-match", "Times New Roman").Output(); err == nil && !regexp.MustCompile(`Times|Liberation Serif|Tinos`).Match(font) {
		t.Skipf("no font as wide as Times New Roman is installed: pages are longer in %s", font)
	}
	dir := t.TempDir()
	v := shippedView(t)
	six := []string{"us-28", "e3-28", "european-24", "geneva-19", "us-ua-20-dec10", "zelensky-20"}
	limits := map[int]int{6: 20}
	if *long {
		limits[2], limits[3] = 8, 10
	}
	arguments := []string{"-env:UserInstallation=file://" + dir + "/profile", "--headless", "--convert-to", "pdf", "--outdir", dir}
	for n := range limits {
		ids := six[:n]
		if n == 3 {
			ids = v.Compare
		}
		d := documentOf(t, v, ids...)
		d.Sources = table.ShortSources
		path := filepath.Join(dir, strconv.Itoa(n)+".docx")
		if err := os.WriteFile(path, write1(t, DOCX, Shape{}, d), 0o600); err != nil {
			t.Fatal(err)
		}
		arguments = append(arguments, path)
	}
	if out, err := exec.Command("soffice", arguments...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for n, most := range limits {
		out, err := exec.Command("pdftotext", "-layout", filepath.Join(dir, strconv.Itoa(n)+".pdf"), "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		pages := strings.Split(strings.TrimSuffix(string(out), "\f"), "\f")
		if len(pages) > most {
			t.Errorf("%d versions take %d pages, want %d at most", n, len(pages), most)
		}
		for i, page := range pages[1:] { // the first has none
			if rows := len(regexp.MustCompile(`(?m)^ *\d{1,3} {2,}\S`).FindAllString(page, -1)); rows == 1 && strings.Contains(page, "us-28") {
				t.Errorf("%d versions: page %d has one row:\n%.600s", n, i+2, page)
			}
		}
	}
}

// Every Word document that is written stands the schema, tracked changes and
// hostile text too.
func TestLetterStandsTheSchema(t *testing.T) {
	v := shippedView(t)
	var seen []string
	for _, d := range []*Document{documentOf(t, v, v.Compare...), documentOf(t, v, v.Overview...), hostileDocument(t)} {
		for _, sources := range []table.SourceList{table.FullSources, table.ShortSources, table.NoSources} {
			d.Sources = sources
			seen = append(seen, slices.Collect(maps.Keys(ooxmltest.InOrder(t, write1(t, DOCX, Shape{}, d))))...)
		}
	}
	var docs []*intake.Document
	for i, text := range []string{"# A\n\n1. One two three four.\n\n2. A point that moves with all of its many words.\n\n3. Three.\n", "# A\n\n1. A point that moves with all of its many words.\n\n2. One two five four.\n"} {
		doc, err := intake.Read([]string{"a.md", "b.md"}[i], []byte(text), intake.Options{})
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, doc)
	}
	c, err := redline.Compare(docs)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := Tracked(&b, "A", "b", c.Track()); err != nil {
		t.Fatal(err)
	}
	seen = append(seen, slices.Collect(maps.Keys(ooxmltest.InOrder(t, b.Bytes())))...)
	for _, want := range []string{"tcPr shd", "r footnoteReference", "hyperlink r", "p moveFrom", "p moveTo", "del r", "ins r", "rPr del", "sectPr pgSz"} {
		if !slices.Contains(seen, want) {
			t.Errorf("no document has %s: its place is not tested", want)
		}
	}
}

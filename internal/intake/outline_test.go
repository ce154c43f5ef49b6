package intake_test

import (
	"fmt"
	"html"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plandiff/internal/intake"
)

func TestOutline(t *testing.T) {
	for _, tt := range []struct{ why, name, text, want string }{
		{"letters in numbers, Roman numerals in letters", "d.txt", "1. One:\n(a) a;\n(b) b:\n(i) i;\n(ii) ii;\n(c) c.\n2. Two.\n",
			"point 1: One:\n  point 1.a: a;\n  point 1.b: b:\n    point 1.b.i: i;\n    point 1.b.ii: ii;\n  point 1.c: c.\npoint 2: Two.\n"},
		{"i is a letter after h", "d.txt", "1. One:\n(g) g;\n(h) h;\n(i) i;\n(j) j.\n",
			"point 1: One:\n  point 1.g: g;\n  point 1.h: h;\n  point 1.i: i;\n  point 1.j: j.\n"},
		{"numbers that go on through sections", "d.txt", "I. Peace\n\n1. One.\n2. Two.\n\nII. Money\n\n3. Three.\n",
			"heading I {Peace}: \npoint 1: One.\npoint 2: Two.\nheading II {Money}: \npoint 3: Three.\n"},
		{"numbers that restart in each section", "d.txt", "I. Peace\n\n1. One.\n2. Two.\n\nII. Money\n\n1. Three.\n",
			"heading I {Peace}: \npoint I.1: One.\npoint I.2: Two.\nheading II {Money}: \npoint II.1: Three.\n"},
		{"the same below headings without a number", "d.md", "# Peace\n\n1. One.\n2. Two.\n\n# Money\n\n1. Three.\n",
			"heading  {Peace}: \npoint 1: One.\npoint 2: Two.\nheading  {Money}: \npoint money.1: Three.\n"},
		{"before the first point, a text below each heading", "d.md", "# Foreword\n\nOf old.\n\nAnd new.\n\n# Preamble\n\nWe the people.\n\n# Peace\n\n1. One.\n2. Two.\n",
			"heading  {Foreword}: \npreamble preamble: Of old. And new.\nheading  {Preamble}: \npreamble preamble#2: We the people.\nheading  {Peace}: \npoint 1: One.\npoint 2: Two.\n"},
		{"a number that is no label stays before the first point", "d.md", "00060. Before it.\n1. One.\n",
			"preamble preamble: 00060. Before it.\npoint 1: One.\n"},
		{"an annex that counts anew", "d.txt", "1. One.\n2. Two.\n\nAnnex I\n\n1. Three.\n",
			"point 1: One.\npoint 2: Two.\nheading I: \npoint annex-I.1: Three.\n"},
		{"a path whose upper levels have no text", "d.txt", "1.1.1 One.\n\n1.1.2 Two.\n\n1.2.1 Three.\n",
			"point 1.1.1: One.\npoint 1.1.2: Two.\npoint 1.2.1: Three.\n"},
		{"headings above a path give way", "d.txt", "1. Army\n\n1.1 Size\n\n1.1.1 At most 600,000.\n\n1.1.2 In peace.\n",
			"heading 1 {Army}: \nheading 1.1 {Size}: \npoint 1.1.1: At most 600,000.\npoint 1.1.2: In peace.\n"},
		{"an article holds its paragraphs though it has no text", "d.txt", "Article 1\n\n1. One.\n\n2. Two.\n\nArticle 2\n\nText.\n",
			"point 1: \n  point 1.1: One.\n  point 1.2: Two.\npoint 2: Text.\n"},
		{"a chapter holds articles that count through", "d.txt", "CHAPTER I\nGeneral\n\nArticle 1\n\nOne.\n\nCHAPTER II\nMoney\n\nArticle 2\n\nTwo.\n",
			"heading I {General}: \npoint 1: One.\nheading II {Money}: \npoint 2: Two.\n"},
		{"a list in a point that counts as the points do", "d.txt", "3. The following:\n1. a;\n2. b;\n4. Four.\n",
			"point 3: The following:\n  point 3.1: a;\n  point 3.2: b;\npoint 4: Four.\n"},
		{"a number twice", "d.txt", "1. One.\n\n2. Two.\n\n2. Two again.\n\n3. Three.\n",
			"point 1: One.\npoint 2: Two.\npoint 2#2: Two again.\npoint 3: Three.\n"},
		{"a paragraph between two points is the first one's", "d.txt", "1. One.\n\nMore.\n\n2. Two.\n\nEnd.\n",
			"point 1: One. More.\npoint 2: Two.\nparagraph ¶1: End.\n"},
		{"a year at the start of a line is no number", "d.txt", "1. The talks of\n2025. They failed.\n\n2. Two.\n",
			"point 1: The talks of 2025. They failed.\npoint 2: Two.\n"},
		{"unnumbered text is paragraphs", "d.txt", "One.\n\nTwo goes\non.\n",
			"paragraph 1: One.\nparagraph 2: Two goes\nparagraph 3: on.\n"},
		{"dashes alone are points", "d.txt", "- One.\n- Two.\n",
			"point -1: One.\npoint -2: Two.\n"},
		{"Ukrainian", "d.txt", "Стаття 1. Армія\n\n1. Чисельність:\nа) до 800 тисяч;\nб) у мирний час.\n\nСтаття 2\n\nКінець.\n",
			"point 1 {Армія}: \n  point 1.1: Чисельність:\n    point 1.1.а: до 800 тисяч;\n    point 1.1.б: у мирний час.\npoint 2: Кінець.\n"},
		{"Arabic", "d.txt", "المادة 1\n\nالضمانات قائمة.\n\nالمادة 2\n\nالحدود مفتوحة.\n",
			"point 1: الضمانات قائمة.\npoint 2: الحدود مفتوحة.\n"},
		{"Chinese", "d.txt", "第一条　停火。\n\n第二条　撤军。\n（一）东部；\n（二）南部。\n",
			"point 1: 停火。\npoint 2: 撤军。\n  point 2.1: 东部；\n  point 2.2: 南部。\n"},
		{"French", "d.txt", "Article premier\n\nObjet du traité.\n\nArticle 2\n\nSuite.\n",
			"point 1: Objet du traité.\npoint 2: Suite.\n"},
		{"a list typed with one number throughout", "d.md", "1. One.\n1. Two.\n1. Three.\n",
			"point 1: One.\npoint 2: Two.\npoint 3: Three.\n"},
		{"a list that HTML begins, lifts and counts down", "d.html", `<ol start=4><li>Four<li value=7>Seven<li>Eight<ol type=i><li>x<li>y</ol></ol><h2>Down</h2><ol reversed start=2><li>Two<li>One</ol>`,
			"point 4: Four\npoint 7: Seven\npoint 8: Eight\n  point 8.i: x\n  point 8.ii: y\nheading  {Down}: \npoint 2: Two\npoint 1: One\n"},
		{"what a page holds besides its text", "d.html", `<html><head><title>T</title><script>1. no</script></head><body><nav>1. no</nav><p>1. <b>One</b> &amp;&nbsp;more.<p>2.&#32;Two<!-- 3. no --><footer>4. no</footer>`,
			"point 1: One &\u00a0more.\npoint 2: Two\n"},
		{"a footnote", "d.md", "1. One.[^1]\n2. Two.\n\n[^1]: A note\n    of two lines.\n",
			"point 1: One.\npoint 2: Two.\nfootnote note 1: A note of two lines.\n"},
		{"options in a point", "d.txt", "1. Option 1: [All parties] shall.\n\nOption 2: No text\n\n2. Two.\n",
			"point 1: Option 1: [All parties] shall. Option 2: No text\npoint 2: Two.\n"},
	} {
		doc := read(t, tt.name, []byte(tt.text), intake.Options{})
		if diff := cmp.Diff(tt.want, outline(doc.Points, "")); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.why, diff)
		}
	}
}

func TestPlaces(t *testing.T) {
	doc := read(t, "d.txt", []byte("Title\n\n1. One\n   goes on.\n\n2. Two:\n   (a) a;\n   (b) b.\n"), intake.Options{})
	var got []string
	for _, p := range doc.Points {
		got = append(got, p.Number+" "+p.Place.String())
		for _, q := range p.Inner {
			got = append(got, q.Number+" "+q.Place.String())
		}
	}
	if diff := cmp.Diff([]string{" line 1", "1 line 3", "2 line 6", "2.a line 7", "2.b line 8"}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	for place, want := range map[intake.Place]string{{}: "", {Page: 3}: "page 3", {Page: 3, Line: 4}: "page 3, line 4", {Paragraph: 9}: "paragraph 9"} {
		if place.String() != want {
			t.Errorf("%#v is %q, want %q", place, place, want)
		}
	}
}

// Lines that a typewriter broke are joined, and its hyphens taken out.
func TestHardWrap(t *testing.T) {
	long := "1. The parties to this agreement shall reduce their armed forces in accor-\n" +
		"dance with the annex, in the spirit of self-determination and of self-\n" +
		"determination alone, and shall within thirty days of the day on which it\n" +
		"1. enters into force report to the other party, and they shall do so once\n" +
		"more after a year.\n2. They meet each year.\n"
	want := "point 1: The parties to this agreement shall reduce their armed forces in accordance with the annex, in the spirit of self-determination and of self-determination alone, " +
		"and shall within thirty days of the day on which it 1. enters into force report to the other party, and they shall do so once more after a year.\npoint 2: They meet each year.\n"
	if diff := cmp.Diff(want, outline(read(t, "d.txt", []byte(long), intake.Options{}).Points, "")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// What pages repeat is no text.
func TestPageFurniture(t *testing.T) {
	var b strings.Builder
	for page := 1; page <= 4; page++ {
		fmt.Fprintf(&b, "Draft of 5 May          Confidential\n\n%d. This is point %d.\n\nPage %d of 4\n\f", page, page, page)
	}
	want := "point 1: This is point 1.\npoint 2: This is point 2.\npoint 3: This is point 3.\npoint 4: This is point 4.\n"
	doc := read(t, "d.txt", []byte(b.String()), intake.Options{})
	if diff := cmp.Diff(want, outline(doc.Points, "")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if len(doc.Notes) != 1 {
		t.Errorf("notes %q, want one on the furniture", doc.Notes)
	}
}

func TestEncodings(t *testing.T) {
	const want = "point 1: Украина\npoint 2: Россия\n"
	for why, data := range map[string]string{
		"UTF-8 with a mark":    "\xef\xbb\xbf1. Украина\n2. Россия\n",
		"Windows-1251":         "1. \xd3\xea\xf0\xe0\xe8\xed\xe0\n2. \xd0\xee\xf1\xf1\xe8\xff\n",
		"UTF-16 with a mark":   "\xff\xfe" + wide("1. Украина\n2. Россия\n"),
		"UTF-16 without one":   wide("1. Украина\n2. Россия\n"),
		"line ends of Windows": "1. Украина\r\n2. Россия\r\n",
		"line ends of old":     "1. Украина\r2. Россия\r",
	} {
		if diff := cmp.Diff(want, outline(read(t, "d.txt", []byte(data), intake.Options{}).Points, "")); diff != "" {
			t.Errorf("%s (-want +got)\n%s", why, diff)
		}
	}
}

func wide(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteByte(byte(r))
		b.WriteByte(byte(r >> 8))
	}
	return b.String()
}

// Word: tracked changes in runs and paragraph marks, struck runs, moves, a
// footnote, a field, a text box.
func TestTrackedChanges(t *testing.T) {
	ed := func(tag, words string) string {
		text := "t"
		if tag == "del" || tag == "moveFrom" {
			text = "delText"
		}
		return fmt.Sprintf(`<w:%s w:author="A. Clerk" w:date="2026-05-01T10:00:00Z"><w:r><w:%s xml:space="preserve">%s</w:%s></w:r></w:%s>`, tag, text, html.EscapeString(words), text, tag)
	}
	run := func(words string) string { return `<w:r><w:t xml:space="preserve">` + words + `</w:t></w:r>` }
	p := func(mark string, runs ...string) string {
		return `<w:p><w:pPr><w:rPr>` + mark + `</w:rPr></w:pPr>` + strings.Join(runs, "") + `</w:p>`
	}
	gone := `<w:del w:author="A. Clerk" w:date="2026-05-01T10:00:00Z"/>`
	made := `<w:ins w:author="A. Clerk" w:date="2026-05-01T10:00:00Z"/>`
	body := p("", run("1. The limit is "), ed("del", "600,000"), ed("ins", "800,000"), run(" men.")) +
		p(gone, run("2. One")) + p("", ed("ins", ","), run(" and the other.")) +
		p(made, run("3. Three."), ed("ins", " New.")) + p("", run("")) +
		p("", run("4. Kept "), `<w:r><w:rPr><w:strike/></w:rPr><w:t>struck</w:t></w:r>`, run(" words"), `<w:r><w:footnoteReference w:id="2"/></w:r>`, run(".")) +
		p("", run("5. "), ed("moveFrom", "Moved."), run("Stays.")) + p("", run("6. "), ed("moveTo", "Moved.")) +
		p("", run("7. Page "), `<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGEREF x</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>12</w:t><w:fldChar w:fldCharType="end"/></w:r>`, run("."))
	data := wordFile(t, body, map[string]string{"word/footnotes.xml": `<w:footnotes><w:footnote w:id="0" w:type="separator"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote></w:footnotes>`})
	accepted := read(t, "d.docx", data, intake.Options{})
	want := "point 1: The limit is 800,000 men.\npoint 2: One, and the other.\npoint 3: Three. New.\npoint 4: Kept words.\npoint 5: Stays.\npoint 6: Moved.\npoint 7: Page 12.\nfootnote note 1: A note.\n"
	if diff := cmp.Diff(want, outline(accepted.Points, "")); diff != "" {
		t.Errorf("accepted (-want +got)\n%s", diff)
	}
	rejected := read(t, "d.docx", data, intake.Options{Reading: intake.Rejected})
	want = "point 1: The limit is 600,000 men.\npoint 2: One\nparagraph ¶1: and the other.\npoint 3: Three.\npoint 4: Kept struck words.\npoint 5: Moved.Stays.\npoint 6: \npoint 7: Page 12.\nfootnote note 1: A note.\n"
	want = strings.Replace(want, "point 2: One\nparagraph ¶1: and the other.", "point 2: One and the other.", 1)
	if diff := cmp.Diff(want, outline(rejected.Points, "")); diff != "" {
		t.Errorf("rejected (-want +got)\n%s", diff)
	}
	changes := accepted.Points[0].Changes
	wantChanges := []intake.Change{
		{Edit: intake.Deleted, Start: 13, End: 13, Words: "600,000", Author: "A. Clerk", Date: "2026-05-01T10:00:00Z"},
		{Edit: intake.Inserted, Start: 13, End: 20, Words: "800,000", Author: "A. Clerk", Date: "2026-05-01T10:00:00Z"},
	}
	if len(changes) != 2 || changes[0] != wantChanges[0] || changes[1] != wantChanges[1] {
		t.Errorf("changes %+v, want %+v", changes, wantChanges)
	}
}

// Full gives a point's words in the order in which they stand.
func TestFull(t *testing.T) {
	doc := read(t, "d.md", []byte("## Article 1 - Title\n\nFirst.\n\n1. one\n2. two\n\nLast.\n"), intake.Options{})
	if got, want := doc.Points[0].Full(), "Title First. 1. one 2. two Last."; got != want {
		t.Errorf("full text %q, want %q", got, want)
	}
	pieces := doc.Pieces()
	if len(pieces) != 1 || pieces[0].Body != "First. Last." || len(pieces[0].Inner) != 2 || pieces[0].Inner[1].Number != "1.2" {
		t.Errorf("pieces %+v", pieces)
	}
}

// A line of no-break blanks sets paragraphs apart and is none, in whatever
// format; a document of nothing else has no text.
func TestNoBreakBlanksAreNoText(t *testing.T) {
	const blank = "\u00a0"
	for name, text := range map[string]string{
		"d.txt":  "1. One" + blank + "\n\n" + blank + "\n\n2. Two\n" + blank + blank + "\n3. Three\n\n" + blank + "\n",
		"d.md":   "1. One\n\n&nbsp;\n\n2. Two&nbsp;\n\n" + blank + "\n\n3. Three\n\n&nbsp;\n",
		"d.html": "<p>1. One&nbsp;</p><p>&nbsp;</p><p>2. Two</p><div>&nbsp;<br>&nbsp;</div><p>3. Three</p>&nbsp;",
	} {
		doc := read(t, name, []byte(text), intake.Options{})
		if got, want := outline(doc.Points, ""), "point 1: One\npoint 2: Two\npoint 3: Three\n"; got != want {
			t.Errorf("%s is read as\n%s", name, got)
		}
	}
	doc := read(t, "d.docx", wordFile(t, "<w:p><w:r><w:t>1. One</w:t></w:r></w:p><w:p><w:r><w:t>"+blank+"</w:t></w:r></w:p><w:p><w:r><w:t>2. Two"+blank+"</w:t></w:r></w:p>", nil), intake.Options{})
	if got := outline(doc.Points, ""); got != "point 1: One\npoint 2: Two\n" {
		t.Errorf("d.docx is read as\n%s", got)
	}
	for _, name := range []string{"d.txt", "d.md", "d.html"} {
		if doc, err := intake.Read(name, []byte(blank+"\n"), intake.Options{}); err == nil {
			t.Errorf("%s of a blank has the points %+v", name, doc.Points)
		}
	}
}

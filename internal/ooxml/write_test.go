package ooxml

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"plandiff/internal/ooxml/ooxmltest"
)

// everything is a document with all that the model has.
func everything() *Document {
	return &Document{
		Title: `Drafts <A> & "B"`, Creator: "plandiff", Author: "A & B", Date: "2025-11-20T00:00:00Z",
		Notes: []Note{{{Text: "First source, "}, {Text: "address", Link: "https://example.org/a?b=1&c=2"}}, {{Text: "מקור שני"}}},
		Sections: []Section{
			{Body: []Block{
				Text(Title, "Drafts"),
				&Paragraph{Style: Heading, KeepNext: true, NewPage: true, Bookmark: "top", Runs: []Run{{Text: "שלום"}}},
				&Paragraph{Runs: []Run{{Text: "bold", Bold: true, Italic: true, Underline: true, Strike: true, Color: "B3261E", Shade: "FFEEEE", Raised: true},
					{Text: "to the top", Link: "#top"}, {Text: "page", Link: "https://example.org/"}, {Note: 2}, {Note: 1}, {Note: 2}, {Text: "a\nb\tc"}}},
			}},
			{Landscape: true, Body: []Block{&Table{Widths: []int{2000, 3000, 3000}, Heads: 1, Rows: []Row{
				{Cells: []TableCell{{Shade: "1F3A5F", Body: []*Paragraph{Text(HeadCell, "head")}}, {}, {}}},
				{Split: true, Cells: []TableCell{{Span: 2, Body: []*Paragraph{Text(Cell, "wide")}}, {Body: []*Paragraph{Text(Cell, "הסכם שלום: 600 חיילים.")}}}},
			}}}},
			{Landscape: true, Columns: 2, Body: []Block{
				&Paragraph{Style: Small, Mark: Revision{Op: Deleted}, Runs: []Run{{Text: "gone", Revision: Revision{Op: Deleted}}}},
				&Paragraph{Mark: Revision{MovedFrom, 1}, Runs: []Run{{Text: "moved", Revision: Revision{MovedFrom, 1}}}},
				&Paragraph{Runs: []Run{{Text: "kept "}, {Text: "new", Revision: Revision{Op: Inserted}}}},
				&Paragraph{Mark: Revision{MovedTo, 1}, Runs: []Run{{Text: "moved", Revision: Revision{MovedTo, 1}}}},
			}},
		},
	}
}

func written(t testing.TB, d *Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := d.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func partOf(t testing.TB, data []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	out, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// node is an element with its children; text has no name.
type node struct {
	name, text string
	attributes map[string]string
	children   []*node
}

func parse(t testing.TB, part string) *node {
	t.Helper()
	root := &node{}
	open := []*node{root}
	d := xml.NewDecoder(strings.NewReader(part))
	for {
		token, err := d.RawToken()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("%v in %.300s", err, part)
		}
		top := open[len(open)-1]
		switch x := token.(type) {
		case xml.StartElement:
			n := &node{name: strings.TrimPrefix(x.Name.Space+":"+x.Name.Local, ":"), attributes: map[string]string{}}
			for _, a := range x.Attr {
				n.attributes[strings.TrimPrefix(a.Name.Space+":"+a.Name.Local, ":")] = a.Value
			}
			top.children = append(top.children, n)
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			top.children = append(top.children, &node{text: string(x)})
		}
	}
	if len(open) != 1 || len(root.children) == 0 {
		t.Fatalf("the part does not end: %.300s", part)
	}
	return root
}

func (n *node) walk(f func(*node)) {
	f(n)
	for _, c := range n.children {
		c.walk(f)
	}
}

func (n *node) all(name string) (out []*node) {
	n.walk(func(c *node) {
		if c.name == name {
			out = append(out, c)
		}
	})
	return out
}

func (n *node) child(name string) *node {
	for _, c := range n.children {
		if c.name == name {
			return c
		}
	}
	return nil
}

func TestChildrenStandInTheOrderOfTheSchema(t *testing.T) {
	seen := ooxmltest.InOrder(t, written(t, everything()))
	for _, want := range []string{"pPr bidi", "pPr sectPr", "rPr rtl", "rPr shd", "rPr del", "tcPr gridSpan", "trPr tblHeader", "sectPr cols"} {
		if !seen[want] {
			t.Errorf("the document has no %s: the order is not tested", want)
		}
	}
}

// Every ID stands for one thing, and what is referred to is there.
func TestReferencesLeadSomewhere(t *testing.T) {
	data := written(t, everything())
	for _, part := range []string{"document", "footnotes"} {
		relations := map[string]bool{}
		for _, r := range parse(t, partOf(t, data, "word/_rels/"+part+".xml.rels")).all("Relationship") {
			relations[r.attributes["Id"]] = true
		}
		parse(t, partOf(t, data, "word/"+part+".xml")).walk(func(n *node) {
			if id := n.attributes["r:id"]; id != "" && !relations[id] {
				t.Errorf("%s: %s has the relation %s, which is not there", part, n.name, id)
			}
		})
	}
	document := parse(t, partOf(t, data, "word/document.xml"))
	bookmarks, revisions := map[string]bool{}, map[string]bool{}
	for _, n := range document.all("w:bookmarkStart") {
		if bookmarks[n.attributes["w:name"]] {
			t.Errorf("the bookmark %s is there twice", n.attributes["w:name"])
		}
		bookmarks[n.attributes["w:name"]] = true
	}
	for _, n := range document.all("w:hyperlink") {
		if a := n.attributes["w:anchor"]; a != "" && !bookmarks[a] {
			t.Errorf("a link leads to the bookmark %s, which is not there", a)
		}
	}
	document.walk(func(n *node) {
		if id := n.attributes["w:id"]; n.attributes["w:author"] != "" {
			if revisions[id] {
				t.Errorf("the change %s is there twice", id)
			}
			revisions[id] = true
		}
	})
	var cited []string
	for _, n := range document.all("w:footnoteReference") {
		cited = append(cited, n.attributes["w:id"])
	}
	var notes []string
	for _, n := range parse(t, partOf(t, data, "word/footnotes.xml")).all("w:footnote") {
		notes = append(notes, n.attributes["w:id"])
	}
	if want := []string{"2", "1"}; !slices.Equal(cited, want) || !slices.Equal(notes[2:], want) {
		t.Errorf("footnotes cited %q, written %q, want each once in the order of citation: %q", cited, notes, want)
	}
	if text := partOf(t, data, "word/document.xml"); !strings.Contains(text, `NOTEREF _Note2 \h`) {
		t.Error("the second citation of a note is no field")
	}
}

func TestSectionsHavePagesOfTheirOwn(t *testing.T) {
	var got []string
	for _, s := range parse(t, partOf(t, written(t, everything()), "word/document.xml")).all("w:sectPr") {
		kind, columns := "next page", "1"
		if c := s.child("w:type"); c != nil {
			kind = c.attributes["w:val"]
		}
		if c := s.child("w:cols"); c != nil {
			columns = c.attributes["w:num"]
		}
		got = append(got, fmt.Sprint(s.child("w:pgSz").attributes["w:orient"], " ", kind, " ", columns))
	}
	if want := []string{" next page 1", "landscape next page 1", "landscape continuous 2"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestSameDocumentSameBytes(t *testing.T) {
	first := written(t, everything())
	for range 5 {
		if !bytes.Equal(first, written(t, everything())) {
			t.Fatal("the same document has other bytes")
		}
	}
	z, err := zip.NewReader(bytes.NewReader(first), int64(len(first)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
	}
	if names[0] != firstPart || !slices.IsSorted(names[1:]) {
		t.Errorf("parts %q: the list of contents is to come first, the others in order", names)
	}
}

func TestHostileText(t *testing.T) {
	for _, text := range []string{`</w:t><w:p>`, "a\x00b\x1b[31m", "\xff\xfe", "￾\uffff", `"&'<>]]>`, strings.Repeat("א ", 100_000), "https://a b"} {
		d := &Document{Title: text, Creator: text, Author: text, Notes: []Note{{{Text: text, Link: text}}},
			Sections: []Section{{Body: []Block{&Paragraph{Runs: []Run{{Text: text, Link: text}, {Note: 1}, {Text: text, Revision: Revision{Op: Deleted}}}}}}}}
		data := written(t, d)
		for _, name := range []string{"word/document.xml", "word/footnotes.xml", "word/footer.xml", "docProps/core.xml", "word/_rels/document.xml.rels"} {
			parse(t, partOf(t, data, name))
		}
		if got, want := plainText(parse(t, partOf(t, data, "word/document.xml"))), legible(text)+legible(text); got != want {
			t.Errorf("%.40q is written as %.40q", want, got)
		}
		if strings.Contains(partOf(t, data, "word/_rels/document.xml.rels"), "hyperlink") {
			t.Errorf("%.40q is no address, and has a link", text)
		}
	}
	for _, link := range []string{"javascript:alert(1)", "file:///etc/passwd", `\\host\share`, `https://a"b`} {
		if isAddress(link) {
			t.Errorf("%s is taken for an address", link)
		}
	}
}

// plainText is all text of a part, changes included.
func plainText(n *node) string {
	var b strings.Builder
	n.walk(func(c *node) {
		if c.name == "w:t" || c.name == "w:delText" {
			for _, text := range c.children {
				b.WriteString(text.text)
			}
		}
	})
	return b.String()
}

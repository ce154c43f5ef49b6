package export

import (
	"archive/zip"
	"bytes"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	nethtml "golang.org/x/net/html"

	"plandiff/internal/evidence"
	"plandiff/internal/plan"
)

// hostile are strings that some format would act on instead of showing. They
// go into the library as they are, past the door where records are cleaned.
var hostile = map[string]string{
	"script":    `<script>alert(1)</script>`,
	"image":     `"><img src=x onerror=alert(1)>`,
	"svg":       `</title></svg><script>alert(1)</script>`,
	"cdata":     `]]><w:p/>`,
	"formula":   `=HYPERLINK("http://example.org","click")`,
	"sum":       `@SUM(1+1)*cmd|' /C calc'!A0`,
	"plus":      `+1+1`,
	"minus":     `-2+3`,
	"later":     `a; =1+1; "=2+2"`,
	"fullwidth": "＝1+1",
	"pipe":      "a | b || c",
	"markdown":  "**x** _y_ `z` [l](http://example.org) ![i](x) ~~s~~ # <b> www.example.org a@example.org :tada: $x$",
	"slash":     `a\|b\\c`,
	"entity":    "&lt;b&gt; &amp; &#60;",
	"lines":     "one\r\ntwo\nthree\u2028four",
	"escape":    "red \x1b[31mtext\x1b[0m and \x1b]0;title\x07bell",
	"override":  "left \u202eright\u202c \u200bzero \ufeffmark",
	"control":   "nul \x00 and \x0b and \x7f",
	"broken":    "broken \xff\xfe bytes",
	"hebrew":    "שלום עולם",
	"excel":     "_x0041_ and _x000D_",
	"template":  `{{.Title}} ${x} <%= 1 %>`,
	"long":      strings.Repeat("0123456789abcde ", 2047) + "0123456789abcdef",
}

// addresses are what sources give as theirs; one in three leads to a page.
var addresses = []string{"javascript:alert(1)", "https://example.org/NAME", "data:text/html,x", "https://example.org@elsewhere.net/NAME", "https://example.org/?q=NAME", "https://elsewhere.net:8443/NAME",
	"file:///elsewhere.net", "https://example.org:443/NAME", "https://elsewhere.net/a b", "//elsewhere.net/NAME"}

// libraryOf has two versions whose every string is one of those given.
func libraryOf(hostile map[string]string) *plan.Library {
	lib := &plan.Library{Compare: []string{"a", "b"}}
	a := &plan.Record{ID: "a", Kind: plan.Draft, Title: hostile["script"], Label: hostile["formula"], Date: "2025-01-01", By: []string{hostile["image"]}, Known: plan.KnownText}
	b := &plan.Record{ID: "b", Kind: plan.Draft, Title: hostile["pipe"], Label: hostile["override"], Date: "2025-01-02", By: []string{hostile["sum"]}, Follows: []string{"a"}, Known: plan.KnownReported}
	for i, name := range slices.Sorted(maps.Keys(hostile)) {
		text := hostile[name]
		topic := plan.Topic{ID: "topic-" + name, Title: text, About: plan.AboutText, Fields: []plan.Field{{ID: "hostile." + name, Title: text, Kind: plan.Text, Unit: text}}}
		lib.Topics = append(lib.Topics, topic)
		source := &plan.Source{ID: "source-" + name, Publisher: text, Title: text, URL: strings.ReplaceAll(addresses[i%len(addresses)], "NAME", name), Kind: plan.SourceReport, Language: text}
		lib.Sources = append(lib.Sources, source)
		claim := plan.Claim{State: plan.Present, Value: plan.Value{Text: text}, Source: source.ID, Basis: plan.BasisText, Rank: plan.Normal, Phrase: text, By: text, At: text, Note: text, Point: i + 1}
		other := claim
		other.Value.Text += " x"
		a.Fields = append(a.Fields, plan.FieldClaims{Field: "hostile." + name, Claims: []plan.Claim{claim}})
		b.Fields = append(b.Fields, plan.FieldClaims{Field: "hostile." + name, Claims: []plan.Claim{other}})
	}
	lib.Topics = append(lib.Topics, plan.Topic{ID: "n", Title: hostile["svg"], About: plan.AboutText, Fields: []plan.Field{{ID: "n.n", Title: hostile["svg"], Kind: plan.Quantity, Unit: hostile["image"]}}})
	for i, r := range []*plan.Record{a, b} {
		v := plan.Value{Number: plan.Whole(int64(-7 + 15*i)), Unit: hostile["image"]}
		r.Fields = append(r.Fields, plan.FieldClaims{Field: "n.n", Claims: []plan.Claim{{State: plan.Present, Value: v, Source: "source-script", Basis: plan.BasisText, Rank: plan.Normal}}})
	}
	lib.Records = []*plan.Record{a, b}
	return lib
}

func hostileDocument(t testing.TB) *Document { return documentWith(t, hostile) }

func documentWith(t testing.TB, hostile map[string]string) *Document {
	lib := libraryOf(hostile)
	slices.SortFunc(lib.Sources, func(a, b *plan.Source) int { return strings.Compare(a.ID, b.ID) })
	d := documentOf(t, evidence.New(lib, evidence.Filter{}), "a", "b")
	d.Title, d.Filters = hostile["script"]+hostile["formula"], []string{hostile["image"]}
	return d
}

// TestHostileTextIsShownAsText reads every format back and finds every
// hostile string as the text that it is, less what nobody should see.
func TestHostileTextIsShownAsText(t *testing.T) {
	d := hostileDocument(t)
	lines, joined := wanted(d)
	if len(lines) != 2*(len(hostile)+1) {
		t.Fatalf("%d cells, want two for every hostile string and the number", len(lines))
	}
	for _, name := range slices.Sorted(maps.Keys(hostile)) {
		if got := joined[cellKey{"hostile." + name, "a"}][0]; strings.TrimLeft(got, "'") == "" {
			t.Errorf("nothing is left of %s", name)
		}
	}
	long := joined[cellKey{"hostile.long", "a"}][0]
	whole := false
	for _, r := range readers {
		if r.format == XLSX { // no cell of a sheet holds these whole
			delete(lines, cellKey{"hostile.long", "a"})
			delete(lines, cellKey{"hostile.long", "b"})
		}
		data := r.same(t, d, lines, joined)
		if r.format == XLSX {
			for _, row := range sheetRows(t, data, sheetLong) {
				whole = whole || strings.Contains(row["B"]+row["C"], long)
			}
		}
	}
	if !whole {
		t.Error("xlsx: the text of 32,768 characters is nowhere whole")
	}
	if n := utf8.RuneCountInString(hostile["long"]); n != 32768 {
		t.Errorf("the long text has %d characters", n)
	}
}

// unescaped takes back what a workbook writes for an underscore that would
// begin an escape (ECMA-376, 22.9.2.19).
func unescaped(book cells) cells {
	for _, lines := range book {
		for i := range lines {
			lines[i] = strings.ReplaceAll(lines[i], "_x005F_", "_")
		}
	}
	return book
}

// TestNoFormatCarriesWhatNobodySees looks at the bytes, whatever stands
// where; XML is well-formed.
func TestNoFormatCarriesWhatNobodySees(t *testing.T) {
	d := hostileDocument(t)
	for _, f := range Formats {
		if f == JSON {
			continue // escapes them, and is written from the records themselves
		}
		for _, shape := range []Shape{{}, {Picture: PictureLineage}, {Picture: "n.n"}} {
			soundFile(t, f, write1(t, f, shape, d))
		}
	}
}

func forbidden(r rune) bool {
	return r < ' ' && r != '\n' && r != '\r' && r != '\t' || r == 0x7f || r >= 0x202a && r <= 0x202e || r == 0x200b || r == 0xfeff || r == 0x2028
}

// unpacked are the files inside a zip file, or the one file.
func unpacked(t testing.TB, data []byte) map[string][]byte {
	if !bytes.HasPrefix(data, []byte("PK")) {
		return map[string][]byte{"": data}
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for _, f := range z.File {
		out[f.Name] = part(t, data, f.Name)
	}
	return out
}

// TestPageRunsNothing: nothing in a page but its own script could run or ask
// for anything.
func TestPageRunsNothing(t *testing.T) {
	data := write1(t, HTML, Shape{}, hostileDocument(t))
	doc, err := nethtml.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	scripts, policy := 0, ""
	for n := range doc.Descendants() {
		if n.Type != nethtml.ElementNode {
			continue
		}
		switch n.Data {
		case "script":
			scripts++
			if n.FirstChild.Data != pageJS {
				t.Error("the script is not the one that was written")
			}
		case "style":
			if n.FirstChild.Data != pageCSS {
				t.Error("the style is not the one that was written")
			}
		case "img", "iframe", "object", "embed", "link", "base", "image", "use", "foreignobject", "video", "audio":
			t.Errorf("the page has an element %s", n.Data)
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "src" {
				t.Errorf("<%s> has an attribute %s", n.Data, a.Key)
			}
			if a.Key == "href" && !strings.HasPrefix(a.Val, "#") && !strings.HasPrefix(a.Val, "https://") {
				t.Errorf("a link leads to %.60q", a.Val)
			}
			if a.Key == "http-equiv" && a.Val == "Content-Security-Policy" {
				policy = attribute(n, "content")
			}
		}
	}
	if scripts != 1 {
		t.Errorf("%d scripts, want 1", scripts)
	}
	for _, want := range []string{"default-src 'none'", "base-uri 'none'", "form-action 'none'", hashOf(pageJS), hashOf(pageCSS)} {
		if !strings.Contains(policy, want) {
			t.Errorf("the policy lacks %s: %s", want, policy)
		}
	}
	for _, bad := range []string{"unsafe", "http:", "https:", "*", "data:"} {
		if strings.Contains(policy, bad) {
			t.Errorf("the policy has %s: %s", bad, policy)
		}
	}
}

// TestLinksLeadToPages finds what every format leads to: pages of the web on
// their own ports, and places of its own.
func TestLinksLeadToPages(t *testing.T) {
	d := hostileDocument(t)
	found := map[Format][]string{}
	doc, err := nethtml.Parse(bytes.NewReader(write1(t, HTML, Shape{}, d)))
	if err != nil {
		t.Fatal(err)
	}
	for n := range doc.Descendants() {
		if to := attribute(n, "href"); to != "" && !strings.HasPrefix(to, "#") {
			found[HTML] = append(found[HTML], to)
		}
	}
	for _, format := range []Format{DOCX, XLSX} {
		for name, data := range unpacked(t, write1(t, format, Shape{}, d)) {
			if !strings.HasSuffix(name, ".rels") {
				continue
			}
			var rels struct {
				List []struct {
					Target string `xml:",attr"`
					Mode   string `xml:"TargetMode,attr"`
				} `xml:"Relationship"`
			}
			decode(t, data, &rels)
			for _, r := range rels.List {
				if r.Mode == "External" {
					found[format] = append(found[format], r.Target)
				}
			}
		}
	}
	for _, m := range markdownLink.FindAllSubmatch(write1(t, Markdown, Shape{}, d), -1) {
		found[Markdown] = append(found[Markdown], string(m[1]))
	}
	for _, format := range []Format{HTML, DOCX, XLSX, Markdown} {
		if len(found[format]) == 0 {
			t.Errorf("%s leads nowhere", format)
		}
		for _, to := range found[format] {
			if !strings.HasPrefix(to, "https://example.org/") && !strings.HasPrefix(to, "https://example.org:443/") {
				t.Errorf("%s leads to %q", format, to)
			}
		}
	}
	svg := string(write1(t, SVG, Shape{}, d))
	if strings.Contains(svg, "href") || strings.Contains(svg, "elsewhere.net") {
		t.Error("a picture leads somewhere")
	}
}

var markdownLink = regexp.MustCompile(`(?:[^\\]\]\(|<)([a-z]+:[^)>]*)[)>]`)

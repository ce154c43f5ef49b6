package ooxml_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plandiff/internal/ooxml"
)

func pack(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i+1 < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, parts[i+1])
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestParts(t *testing.T) {
	pkg, err := ooxml.Open(pack(t, "word/document.xml", "<a/>", "Word/Styles.xml", "<b/>",
		"_rels/.rels", `<R><Relationship Id="1" Type="http://x/officeDocument" Target="/word/document.xml"/></R>`,
		"word/_rels/document.xml.rels", `<R><Relationship Id="1" Type="http://x/link" Target="http://y" TargetMode="External"/><Relationship Id="2" Type="http://x/styles" Target="../word/./styles.xml"/></R>`))
	if err != nil {
		t.Fatal(err)
	}
	main, err := pkg.Related("", "/officeDocument")
	if main != "word/document.xml" || err != nil {
		t.Errorf("main part %q, error %v", main, err)
	}
	styles, err := pkg.Related(main, "/styles")
	if styles != "word/styles.xml" || err != nil {
		t.Errorf("styles %q, error %v", styles, err)
	}
	if link, err := pkg.Related(main, "/link"); link != "" || err != nil {
		t.Errorf("an address outside is no part: %q, error %v", link, err)
	}
	if data, err := pkg.Part(styles); string(data) != "<b/>" || err != nil {
		t.Errorf("part %q, error %v: names differ in case", data, err)
	}
	if _, err := pkg.Part("word/none.xml"); !errors.Is(err, ooxml.ErrNoPart) {
		t.Errorf("a part that is not there: error %v", err)
	}
	if relations, err := pkg.Relations("word/styles.xml"); relations != nil || err != nil {
		t.Errorf("relations %v, error %v of a part without any", relations, err)
	}
}

func TestOpenRefuses(t *testing.T) {
	for why, data := range map[string][]byte{
		"no archive":               []byte("PK\x03\x04 and no more"),
		"two parts of one name":    pack(t, "a.xml", "1", "A.xml", "2"),
		"the same by another path": pack(t, "word/a.xml", "1", "word/../word/a.xml", "2"),
	} {
		if _, err := ooxml.Open(data); err == nil {
			t.Errorf("%s was opened", why)
		}
	}
}

func TestTokens(t *testing.T) {
	for _, tt := range []struct{ why, xml, want string }{
		{"elements, text, attributes by their own names", `<w:a w:id="1" x="2"><b/>t&amp;u</w:a>`, `+a(1) +b() -b "t&u" -a`},
		{"a comment and an instruction are nothing", `<?xml version="1.0"?><a><!-- x --></a>`, `+a() -a`},
		{"a document type", `<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>`, `error p.xml, line 1: a document type is not allowed in an Office file`},
		{"an entity that is none of the five", `<a>&b;</a>`, `+a() error p.xml, line 1: the XML is damaged: invalid character entity &b;`},
		{"an end without its start", "<a>\n</b>", `+a() "\n" error p.xml, line 2: the end of "b" is out of place`},
		{"a part that ends too early", "<a>", `+a() error p.xml, line 1: the element "a" is not closed`},
		{"another encoding", `<?xml version="1.0" encoding="koi8-r"?><a/>`, `error p.xml, line 1: xml: opening charset "koi8-r": the encoding "koi8-r" is not read`},
	} {
		var got []string
		r := ooxml.Tokens("p.xml", []byte(tt.xml))
		for {
			token, err := r.Next()
			if err == io.EOF {
				break
			}
			if err != nil {
				got = append(got, "error "+err.Error())
				break
			}
			switch token.Kind {
			case ooxml.Start:
				got = append(got, "+"+token.Name+"("+token.Attr("id")+")")
			case ooxml.End:
				got = append(got, "-"+token.Name)
			case ooxml.Chars:
				got = append(got, `"`+strings.ReplaceAll(token.Text, "\n", `\n`)+`"`)
			}
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.why, diff)
		}
	}
}

func TestSkip(t *testing.T) {
	r := ooxml.Tokens("p.xml", []byte(`<a><b><b>x</b></b><c/></a>`))
	for range 2 {
		if _, err := r.Next(); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.Skip(); err != nil {
		t.Fatal(err)
	}
	if token, err := r.Next(); err != nil || token.Name != "c" {
		t.Errorf("after the element skipped: %+v, error %v", token, err)
	}
	deep := ooxml.Tokens("p.xml", []byte(strings.Repeat("<a>", 2000)))
	var err error
	for err == nil {
		_, err = deep.Next()
	}
	if want := "p.xml, line 1: elements are nested more than 1000 deep"; err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
}

func FuzzPackage(f *testing.F) {
	f.Add(pack(f, "_rels/.rels", `<R><Relationship Id="1" Type="http://x/officeDocument" Target="a.xml"/></R>`, "a.xml", "<a>b</a>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		pkg, err := ooxml.Open(data)
		if err != nil {
			return
		}
		main, err := pkg.Related("", "/officeDocument")
		if err != nil || main == "" {
			return
		}
		part, err := pkg.Part(main)
		if err != nil {
			return
		}
		r := ooxml.Tokens(main, part)
		for err == nil {
			_, err = r.Next()
		}
	})
}

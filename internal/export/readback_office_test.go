package export

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"regexp"
	"strings"
	"testing"
)

// part is one file of a zip file.
func part(t testing.TB, data []byte, name string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

type xlsxRow struct {
	Cells []struct {
		Ref   string `xml:"r,attr"`
		Style int    `xml:"s,attr"`
		Type  string `xml:"t,attr"`
		Value string `xml:"v"`
		Is    struct {
			T string `xml:"t"`
			R []struct {
				Props struct {
					Bold      *struct{} `xml:"b"`
					Strike    *struct{} `xml:"strike"`
					Underline *struct{} `xml:"u"`
				} `xml:"rPr"`
				T string `xml:"t"`
			} `xml:"r"`
		} `xml:"is"`
		Formula *string `xml:"f"`
	} `xml:"c"`
}

// sheetXML reads a sheet of a workbook by its name.
func sheetXML(t testing.TB, data []byte, name string) []byte {
	t.Helper()
	var book struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	var rels struct {
		List []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	decode(t, part(t, data, "xl/workbook.xml"), &book)
	decode(t, part(t, data, "xl/_rels/workbook.xml.rels"), &rels)
	for _, s := range book.Sheets {
		for _, r := range rels.List {
			if s.Name == name && r.ID == s.ID {
				return part(t, data, "xl/"+strings.TrimPrefix(strings.TrimPrefix(r.Target, "/"), "xl/"))
			}
		}
	}
	t.Fatalf("xlsx: there is no sheet %s", name)
	return nil
}

func decode(t testing.TB, data []byte, into any) {
	t.Helper()
	if err := xml.Unmarshal(data, into); err != nil {
		t.Fatal(err)
	}
}

// sheetRows are the rows of a sheet as texts by column letter.
func sheetRows(t testing.TB, data []byte, name string) []map[string]string {
	t.Helper()
	var sheet struct {
		Rows []xlsxRow `xml:"sheetData>row"`
	}
	decode(t, sheetXML(t, data, name), &sheet)
	var out []map[string]string
	for _, r := range sheet.Rows {
		row := map[string]string{}
		for _, c := range r.Cells {
			text := c.Value + c.Is.T
			for _, run := range c.Is.R {
				text += run.T
			}
			row[strings.TrimRight(c.Ref, "0123456789")] = text
		}
		out = append(out, row)
	}
	return out
}

var xlsxNote = regexp.MustCompile(` \[\d[\d, -]*\]$`)

// readWorkbook reads the comparison of a workbook whose first column is the
// field ID.
func readWorkbook(t *testing.T, data []byte) cells {
	t.Helper()
	rows := sheetRows(t, data, "Comparison")
	out := cells{}
	for _, row := range rows[1:] {
		for column, text := range row {
			version, _, titled := strings.Cut(rows[0][column], "\n")
			if !titled {
				continue
			}
			var lines []string
			for _, l := range strings.Split(text, "\n") {
				lines = append(lines, xlsxNote.ReplaceAllString(l, ""))
			}
			out[cellKey{row["A"], version}] = lines
		}
	}
	return out
}

// letterTable is the table of a Word document.
type letterTable struct {
	Rows []struct {
		Props struct {
			Header *struct{} `xml:"tblHeader"`
		} `xml:"trPr"`
		Cells []struct {
			Paragraphs []letterParagraph `xml:"p"`
		} `xml:"tc"`
	} `xml:"body>tbl>tr"`
}

type letterParagraph struct {
	Inner string `xml:",innerxml"`
}

// text is a paragraph without the numbers of notes.
func (p letterParagraph) text(t testing.TB) string {
	t.Helper()
	var out, style strings.Builder
	d := xml.NewDecoder(strings.NewReader(`<p xmlns:w="w" xmlns:r="r">` + p.Inner + `</p>`))
	inText := false
	for {
		token, err := d.Token()
		if err == io.EOF {
			return out.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			switch x.Name.Local {
			case "r":
				style.Reset()
			case "rStyle":
				style.WriteString(x.Attr[0].Value)
			case "t":
				inText = style.String() != "FootnoteReference"
			}
		case xml.EndElement:
			if x.Name.Local == "t" {
				inText = false
			}
		case xml.CharData:
			if inText {
				out.Write(x)
			}
		}
	}
}

// readLetter reads the table of a Word document whose first column is the
// field ID.
func readLetter(t *testing.T, data []byte) cells {
	t.Helper()
	var table letterTable
	decode(t, part(t, data, "word/document.xml"), &table)
	out := cells{}
	var heads []string
	for i, r := range table.Rows {
		var field string
		for n, c := range r.Cells {
			var lines []string
			for _, p := range c.Paragraphs {
				lines = append(lines, p.text(t))
			}
			if i == 0 {
				heads = append(heads, lines[0])
				continue
			}
			if n == 0 {
				field = lines[0]
			}
			out[cellKey{field, heads[n]}] = lines
		}
	}
	return out
}

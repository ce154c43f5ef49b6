package export

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"plandiff/internal/compare"
	"plandiff/internal/wording"
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

func decode(t testing.TB, data []byte, into any) {
	t.Helper()
	if err := xml.Unmarshal(data, into); err != nil {
		t.Fatal(err)
	}
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

func xlsxRows(t testing.TB, data []byte, name string) []xlsxRow {
	t.Helper()
	var sheet struct {
		Rows []xlsxRow `xml:"sheetData>row"`
	}
	decode(t, sheetXML(t, data, name), &sheet)
	return sheet.Rows
}

// sheetRows are the rows of a sheet as texts by column letter.
func sheetRows(t testing.TB, data []byte, name string) []map[string]string {
	t.Helper()
	var out []map[string]string
	for _, r := range xlsxRows(t, data, name) {
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

// bracketNote are the numbers of sources behind a line.
var bracketNote = regexp.MustCompile(` \[\d[\d, -]*\]$`)

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
			for l := range strings.SplitSeq(text, "\n") {
				lines = append(lines, bracketNote.ReplaceAllString(l, ""))
			}
			out[cellKey{row["A"], version}] = lines
		}
	}
	return out
}

// letterTable is a table of a Word document.
type letterTable struct {
	Rows []struct {
		Props struct {
			Header *struct{} `xml:"tblHeader"`
		} `xml:"trPr"`
		Cells []struct {
			Props struct {
				Span struct {
					Columns int `xml:"val,attr"`
				} `xml:"gridSpan"`
				Shade struct {
					Fill string `xml:"fill,attr"`
				} `xml:"shd"`
			} `xml:"tcPr"`
			Paragraphs []letterParagraph `xml:"p"`
		} `xml:"tc"`
	} `xml:"tr"`
}

// comparisons are the tables of a document that have rows of fields: the
// title of the topic stands across the columns before the versions.
func comparisons(t testing.TB, data []byte) []letterTable {
	t.Helper()
	var document struct {
		Tables []letterTable `xml:"body>tbl"`
	}
	decode(t, part(t, data, "word/document.xml"), &document)
	return slices.DeleteFunc(document.Tables, func(l letterTable) bool { return l.Rows[0].Cells[0].Props.Span.Columns < 2 })
}

type letterParagraph struct {
	Inner string `xml:",innerxml"`
}

// runs are the texts of a paragraph's runs, without the numbers of notes.
func (p letterParagraph) runs(t testing.TB) []string {
	t.Helper()
	var out []string
	d := xml.NewDecoder(strings.NewReader(`<p xmlns:w="w" xmlns:r="r">` + p.Inner + `</p>`))
	inText, note := false, false
	for {
		token, err := d.Token()
		if err == io.EOF {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			switch x.Name.Local {
			case "r":
				out = append(out, "")
				note = false
			case "rStyle", "vertAlign":
				note = true
			case "t":
				inText = !note
			}
		case xml.EndElement:
			inText = inText && x.Name.Local != "t"
		case xml.CharData:
			if inText {
				out[len(out)-1] += string(x)
			}
		}
	}
}

// signs are the symbols that may stand before what a cell says.
func signs() map[string]bool {
	out := map[string]bool{}
	for _, k := range compare.Kinds {
		out[wording.Kind(k).Symbol] = true
	}
	return out
}

// readLetter reads the comparison of a Word document whose first column is
// the field ID, without the symbols of kinds.
func readLetter(t *testing.T, data []byte) cells {
	t.Helper()
	out := cells{}
	for _, table := range comparisons(t, data) {
		head := table.Rows[0].Cells
		before := head[0].Props.Span.Columns
		for _, r := range table.Rows[1:] {
			field := strings.Join(r.Cells[0].Paragraphs[0].runs(t), "")
			for i, c := range r.Cells[before:] {
				var lines []string
				for n, p := range c.Paragraphs {
					runs := p.runs(t)
					if n == 0 && len(runs) > 1 && signs()[strings.TrimSpace(runs[0])] {
						runs = runs[1:]
					}
					text := bracketNote.ReplaceAllString(strings.TrimPrefix(strings.Join(runs, ""), " "), "")
					lines = append(lines, text)
				}
				out[cellKey{field, head[i+1].Paragraphs[0].runs(t)[0]}] = lines
			}
		}
	}
	return out
}

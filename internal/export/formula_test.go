package export

import (
	"bytes"
	"encoding/csv"
	"regexp"
	"strings"
	"testing"
)

// TestNoCellIsAFormula: no cell of a workbook has one, each stays a text
// when it is edited, and no field of a separated file begins one.
func TestNoCellIsAFormula(t *testing.T) {
	d := hostileDocument(t)
	book := write1(t, XLSX, Shape{}, d)
	var styles struct {
		Xfs []struct {
			Quote  bool `xml:"quotePrefix,attr"`
			Format int  `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	decode(t, part(t, book, "xl/styles.xml"), &styles)
	for _, name := range []string{sheetComparison, sheetClaims, sheetSources, sheetMatrix, sheetAbout, sheetLong} {
		var sheet struct {
			Rows []xlsxRow `xml:"sheetData>row"`
		}
		decode(t, sheetXML(t, book, name), &sheet)
		if len(sheet.Rows) < 2 {
			t.Errorf("xlsx: the sheet %s has no rows", name)
		}
		for _, r := range sheet.Rows {
			for _, c := range r.Cells {
				if c.Formula != nil {
					t.Errorf("xlsx: %s %s has a formula", name, c.Ref)
				}
				if c.Type == "inlineStr" && !styles.Xfs[c.Style].Quote {
					t.Errorf("xlsx: %s %s would become a formula when edited", name, c.Ref)
				}
			}
		}
	}
	for comma, f := range map[rune]Format{',': CSV, '\t': TSV} {
		for _, wide := range []bool{false, true} {
			data := write1(t, f, Shape{Wide: wide}, d)
			for _, other := range []rune{comma, ';'} {
				r := csv.NewReader(bytes.NewReader(data))
				r.Comma, r.LazyQuotes, r.FieldsPerRecord = other, true, -1
				rows, err := r.ReadAll()
				if err != nil {
					t.Fatal(err)
				}
				for _, row := range rows {
					for _, field := range row {
						text := strings.TrimLeft(field, " \"")
						if text != "" && strings.ContainsAny(text[:1], "=+@-") && !number1.MatchString(text) && other == comma {
							t.Errorf("%s: the field %.60q is a formula", f, field)
						}
						if other == ';' && strings.HasPrefix(text, "=") {
							t.Errorf("%s: read with semicolons, %.60q is a formula", f, field)
						}
					}
				}
			}
		}
	}
}

var number1 = regexp.MustCompile(`^-?\d+(\.\d+)?$`)

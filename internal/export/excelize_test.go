package export

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// TestLibraryReadsWorkbook reads a workbook with a library that had no part in
// writing it: the same texts, the frozen header, the filters, the links.
func TestLibraryReadsWorkbook(t *testing.T) {
	for name, d := range map[string]*Document{"shipped": documentOf(t, shipped(t), "us-28", "geneva-19", "e3-28"), "hostile": hostileDocument(t)} {
		data := write1(t, XLSX, Shape{}, d)
		f, err := excelize.OpenReader(bytes.NewReader(data))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		defer f.Close()
		for _, sheet := range f.GetSheetList() {
			panes, err := f.GetPanes(sheet)
			if err != nil || !panes.Freeze || panes.YSplit != 1 {
				t.Errorf("%s, %s: the header is not frozen: %v", name, sheet, err)
			}
			for i, row := range sheetRows(t, data, sheet) {
				for column, want := range row {
					at := column + strconv.Itoa(i+1)
					got, err := f.GetCellValue(sheet, at, excelize.Options{RawCellValue: true})
					if want = strings.ReplaceAll(want, "_x005F_", "_"); err != nil || got != want {
						t.Fatalf("%s, %s %s: %.80q, want %.80q: %v", name, sheet, at, got, want, err)
					}
					if formula, _ := f.GetCellFormula(sheet, at); formula != "" {
						t.Errorf("%s, %s %s is the formula %s", name, sheet, at, formula)
					}
				}
			}
		}
		for i, n := range d.Table.Notes {
			want := link(n.Source)
			if linked, to, err := f.GetCellHyperLink(sheetSources, "F"+strconv.Itoa(i+2)); err != nil || linked != (want != "") || to != want {
				t.Errorf("%s: source %d leads to %q, want %q: %v", name, n.Number, to, want, err)
			}
		}
		if name == "shipped" {
			if shown, _ := f.GetCellValue(sheetComparison, armyCap(t, f)); shown != "600,000 personnel" {
				t.Errorf("the army cap is shown as %q", shown)
			}
		}
	}
}

// armyCap is the cell with the number of the first version's army cap.
func armyCap(t *testing.T, f *excelize.File) string {
	t.Helper()
	rows, err := f.GetRows(sheetComparison)
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range rows {
		if r[1] == "Limit on personnel" {
			return "G" + strconv.Itoa(i+1)
		}
	}
	t.Fatal("there is no army cap")
	return ""
}

package export

import (
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"plandiff/internal/table"
)

// TestLibreOfficeReads has another program read a letter and a workbook: every
// line of every cell is there, hostile text too.
func TestLibreOfficeReads(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed: the test reads what it makes of a letter and a workbook")
	}
	if testing.Short() {
		t.Skip("LibreOffice takes seconds to start")
	}
	t.Parallel()
	v := shippedView(t)
	dir := t.TempDir()
	convert := func(to string, files ...string) {
		t.Helper()
		arguments := []string{"-env:UserInstallation=file://" + dir + "/profile", "--headless", "--convert-to", to, "--outdir", dir}
		for _, file := range files {
			arguments = append(arguments, filepath.Join(dir, file))
		}
		if out, err := exec.Command(office, arguments...).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
	}
	documents := map[string]*Document{"shipped": documentOf(t, v, v.Compare...), "hostile": hostileDocument(t)}
	for name, d := range documents {
		d.Columns, d.Sources = []string{colID, colField, colVersions}, table.NoSources
		for file, format := range map[string]Format{name + ".docx": DOCX, name + ".xlsx": XLSX} {
			if err := os.WriteFile(filepath.Join(dir, file), write1(t, format, Shape{}, d), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	convert("txt:Text (encoded):UTF8", "shipped.docx", "hostile.docx")
	convert("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", "shipped.xlsx", "hostile.xlsx")
	for name, d := range documents {
		text, err := os.ReadFile(filepath.Join(dir, name+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		letter := bare(string(text))
		lines, _ := wanted(d)
		for key, want := range lines {
			for _, line := range want {
				if !strings.Contains(letter, bare(line)) {
					t.Errorf("%s: the letter lacks %.80q of %v", name, line, key)
				}
			}
		}
		sheet, err := os.Open(filepath.Join(dir, name+"-"+sheetComparison+".csv"))
		if err != nil {
			t.Fatal(err)
		}
		defer sheet.Close()
		rows, err := csv.NewReader(sheet).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		got := cells{}
		for _, row := range rows[1:] {
			for i, text := range row {
				if version, _, titled := strings.Cut(rows[0][i], "\n"); titled {
					got[cellKey{row[0], version}] = strings.Split(text, "\n")
				}
			}
		}
		for _, version := range []string{"a", "b"} { // longer than a cell may be
			delete(lines, cellKey{"hostile.long", version})
		}
		sameCells(t, name+" workbook in LibreOffice", got, lines)
	}
}

// bare is a text without what one program writes between its parts and another
// does not.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \t\r\n\u00a0\ufeff", r) {
			return -1
		}
		return r
	}, s)
}

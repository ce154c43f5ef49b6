package cli

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"plandiff/internal/intake"
	"plandiff/internal/redline"
)

// wordText is the paragraphs of a Word file after all its changes were
// accepted, or rejected: a reader of its own for what export writes.
func wordText(t *testing.T, path string, accept bool) []string {
	t.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	f, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	gone := map[string]bool{"ins": !accept, "moveTo": !accept, "del": accept, "moveFrom": accept}
	var out []string
	var open strings.Builder
	var elements []string
	marked := false // the end of this paragraph is gone
	for d := xml.NewDecoder(f); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			if gone[x.Name.Local] && slices.Contains(elements, "pPr") {
				marked = true
			}
			elements = append(elements, x.Name.Local)
		case xml.CharData:
			if slices.Contains(elements, "p") && !slices.ContainsFunc(elements, func(e string) bool { return gone[e] }) {
				open.Write(x)
			}
		case xml.EndElement:
			elements = elements[:len(elements)-1]
			if x.Name.Local == "p" && !marked {
				out = append(out, open.String())
				open.Reset()
			}
			marked = marked && x.Name.Local != "p"
		}
	}
}

const olderText = `A protocol on the "harbour"

1. The harbour stays open to ships of all flags.

2. The limit is 600,000 people.

3. The bridge is repaired by the end of the year.

4. Prisoners are exchanged all for all within a month.

5. The fund pays for the damage of the flood.
`

const newerText = `A protocol on the “harbour”

1. The fund pays at once for the damage of the flood.

2. The harbour stays open to ships of all flags.

3. The limit is 800,000 people.

4. Observers come from 12 states and stay for a year.

5. Prisoners are exchanged all for all within a month.
`

func draftFiles(t *testing.T) (older, newer string) {
	t.Helper()
	dir := t.TempDir()
	older, newer = filepath.Join(dir, "older.md"), filepath.Join(dir, "newer.txt")
	for path, text := range map[string]string{older: olderText, newer: newerText} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return older, newer
}

func TestRedlineGivesBothTexts(t *testing.T) {
	older, newer := draftFiles(t)
	path := filepath.Join(t.TempDir(), "redline.docx")
	if code, _, said := exported(t, older, newer, "-o", path, "--redline"); code != ExitOK {
		t.Fatalf("exit code %d: %s", code, said)
	}
	for file, accept := range map[string]bool{older: false, newer: true} {
		d, err := intake.ReadFile(file, intake.Options{})
		if err != nil {
			t.Fatal(err)
		}
		got, want := wordText(t, path, accept), redline.Lines(d)
		if n := len(got); n > len(want) && got[n-1] == "" {
			got = got[:n-1] // a document cannot end with a change
		}
		if !slices.Equal(got, want) {
			t.Errorf("all accepted: %v\ngot  %q\nwant %q", accept, got, want)
		}
	}
}

func TestExportOfDocuments(t *testing.T) {
	older, newer := draftFiles(t)
	for _, format := range []string{"md", "csv", "tsv", "json", "html", "xlsx", "docx"} {
		code, out, said := exported(t, older, newer, "--format", format, "-o", "-")
		if code != ExitOK || out == "" {
			t.Errorf("%s: exit code %d, %s", format, code, said)
		}
		if (format == "md" || format == "json" || format == "html" || format == "csv") && !strings.Contains(out, "Observers come from 12 states") {
			t.Errorf("%s: what is new is missing", format)
		}
		carries := map[string][]string{
			"md":   {"changed, moved", "Numbers that changed in newer.txt", "linked point", "| Point |"},
			"html": {": moved", "Numbers that changed in newer.txt", "linked point", `data-noun="point"`, ">Point<"},
			"csv":  {`"moved"`, `"line 11"`, `"relation"`, `"base_place"`}, "json": {`"relation": "moved"`, `"place": "line 11"`, `"renumbered": 3`, `"old": "600,000"`},
		}
		for _, s := range carries[format] {
			if !strings.Contains(out, s) {
				t.Errorf("%s: %q is missing", format, s)
			}
		}
	}
	for why, args := range map[string][]string{
		"a picture":                   {older, newer, "--format", "svg"},
		"an order":                    {older, newer, "--format", "md", "--order", "points"},
		"a redline that is no docx":   {older, newer, "--format", "md", "--redline"},
		"a redline of records":        {"us-28", "e3-28", "--format", "docx", "--redline"},
		"a redline of three":          {older, newer, older, "--format", "docx", "--redline"},
		"a redline with other things": {older, newer, "--format", "docx", "--redline", "--columns", "id"},
	} {
		if code, out, said := exported(t, args...); code != ExitUsage || out != "" {
			t.Errorf("%s: exit code %d, said %q", why, code, said)
		}
	}
}

package export

import (
	"bytes"
	"flag"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"plandiff/internal/evidence"
	"plandiff/internal/record"
)

// TestHostileRecord goes the way of a user's own folder: YAML in, every
// format out, every string found again as text.
func TestHostileRecord(t *testing.T) {
	long := strings.Repeat("0123456789abcde ", 2047) + "0123456789abcdef"
	d := hostileRecord(t, long)
	lines, joined := wanted(d)
	texts := map[string]string{
		"web.script":     "<script>alert(1)</script><img src=x onerror=alert(1)>",
		"web.lines":      "one two three",
		"sheet.link":     `=HYPERLINK("http://example.org","click")`,
		"sheet.sum":      "@SUM(1+1)*cmd|' /C calc'!A0",
		"words.pipe":     "a | b || c",
		"words.escape":   "red text, bell",
		"words.override": "left right and zero",
		"words.long":     long,
	}
	for field, want := range texts {
		if got := lines[cellKey{field, "hostile-a"}]; len(got) != 1 || got[0] != want {
			t.Errorf("%s came through the door as %.100q", field, got)
		}
	}
	for _, r := range readers {
		if r.format == XLSX {
			delete(lines, cellKey{"words.long", "hostile-a"}) // on a sheet of its own
		}
		r.same(t, d, lines, joined)
	}
	if matrix := string(write1(t, SVG, Shape{}, d)); !strings.Contains(matrix, "&lt;script&gt;alert(1)&lt;/script&gt;") {
		t.Error("svg: the topic is not shown as text")
	}
}

// hostileRecord is the comparison of two drafts in a folder of their own, one
// with a text of any length.
func hostileRecord(t *testing.T, long string) *Document {
	t.Helper()
	files := fstest.MapFS{}
	for _, name := range []string{"plans/vocabulary.yaml", "plans/hostile-a.yaml", "plans/hostile-b.yaml", "seeds/hostile.yaml"} {
		data, err := os.ReadFile("testdata/hostile/" + name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: []byte(strings.Replace(string(data), `"LONG"`, `"`+long+`"`, 1))}
	}
	lib, err := record.Load(record.Root{FS: files, Name: "hostile"})
	if err != nil {
		t.Fatal(err)
	}
	return documentOf(t, evidence.New(lib, evidence.Filter{}), "hostile-a", "hostile-b")
}

var update = flag.Bool("update", false, "write the golden files anew")

// TestGolden: the formats that people read as they are, line by line.
func TestGolden(t *testing.T) {
	d := hostileRecord(t, "long")
	for name, got := range map[string][]byte{
		"hostile.md": write1(t, Markdown, Shape{}, d), "hostile.csv": write1(t, CSV, Shape{}, d), "lineage.svg": write1(t, SVG, Shape{Picture: PictureLineage}, d),
	} {
		path := "testdata/" + name
		if *update {
			if err := os.WriteFile(path, got, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is not what was agreed on; run with -update and read the difference:\n%.2000s", name, got)
		}
	}
}

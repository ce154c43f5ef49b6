package export

import (
	"slices"
	"strings"
	"testing"

	"plandiff/internal/compare"
	"plandiff/internal/table"
)

// wanted are the lines that a format for people shows of every cell.
func wanted(d *Document) (lines, joined cells) {
	lines, joined = cells{}, cells{}
	for _, s := range d.Table.Sections {
		for _, r := range s.Rows {
			for i, c := range r.Cells {
				key := cellKey{r.Field, d.Table.Columns[i].ID}
				joined[key] = []string{inert(cellText(c))}
				if b := badge(c); b != "" {
					lines[key] = append(lines[key], b)
				}
				for _, l := range c.Lines {
					text := safe(l.Text())
					if l.Role == table.Item {
						text = "• " + text
					}
					lines[key] = append(lines[key], text)
				}
			}
		}
	}
	return lines, joined
}

// TestSameCells is the promise that a comparison says the same whatever it
// is written as: everything is written, read back by other code, and
// compared with the table.
func TestSameCells(t *testing.T) {
	lib := shipped(t)
	for _, ids := range [][]string{lib.Compare, lib.Overview, {"e3-28", "us-28"}} {
		d := documentOf(t, lib, ids...)
		lines, joined := wanted(d)
		sameCells(t, "csv", readSeparated(t, write1(t, CSV, Shape{}, d), ','), joined)
		sameCells(t, "tsv", readSeparated(t, write1(t, TSV, Shape{}, d), '\t'), joined)
		sameCells(t, "csv --wide", readWide(t, write1(t, CSV, Shape{Wide: true}, d)), joined)

		d.Columns = []string{colID, colField, colVersions}
		sameCells(t, "md", readMarkdown(t, write1(t, Markdown, Shape{}, d)), lines)
		sameCells(t, "xlsx", readWorkbook(t, write1(t, XLSX, Shape{}, d)), lines)
		sameCells(t, "docx", readLetter(t, write1(t, DOCX, Shape{}, d)), lines)
		sameCells(t, "html", readPage(t, write1(t, HTML, Shape{}, d)), withoutBullets(lines))

		states, texts := readData(t, write1(t, JSON, Shape{}, d))
		for _, s := range d.Table.Sections {
			for _, r := range s.Rows {
				for i, c := range r.Cells {
					key := cellKey{r.Field, d.Table.Columns[i].ID}
					if states[key] != string(c.State) {
						t.Errorf("json: %v is %q, the table has %q", key, states[key], c.State)
					}
					for _, part := range strings.Split(strings.TrimPrefix(texts[key], "disputed: "), " / ") {
						if !strings.Contains(cellText(c), part) {
							t.Errorf("json: %v says %q, the table %q", key, part, cellText(c))
						}
					}
				}
			}
		}
	}
}

// withoutBullets are the lines as a page has them, where the style sheet
// draws the bullets.
func withoutBullets(c cells) cells {
	out := cells{}
	for key, lines := range c {
		for _, l := range lines {
			out[key] = append(out[key], strings.TrimPrefix(l, "• "))
		}
	}
	return out
}

func sameCells(t *testing.T, format string, got, want cells) {
	t.Helper()
	bad := 0
	for key, lines := range want {
		if !slices.Equal(got[key], lines) {
			if bad++; bad <= 3 {
				t.Errorf("%s: %v\n got %.300q\nwant %.300q", format, key, got[key], lines)
			}
		}
	}
	if bad > 3 {
		t.Errorf("%s: %d cells differ in all", format, bad)
	}
}

func TestKindWordsAreShownOnce(t *testing.T) {
	d := documentOf(t, shipped(t), "us-28", "geneva-19")
	for _, r := range d.rows() {
		for _, c := range r.Cells {
			if b := badge(c); b != "" && strings.HasPrefix(c.Lines[0].Text(), b) {
				t.Errorf("%s says %q twice", r.Field, compare.KindWords(c.Kind))
			}
		}
	}
}

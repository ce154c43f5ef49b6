package export

import (
	"slices"
	"strings"
	"testing"

	"plandiff/internal/table"
)

// wanted are the lines that a format for people shows of every cell.
func wanted(d *Document) (lines, joined cells) {
	lines, joined = cells{}, cells{}
	for _, s := range d.Tree.Sections {
		for _, r := range s.Rows {
			for i, c := range r.Cells {
				key := cellKey{r.Field, d.Tree.Columns[i].ID}
				joined[key] = []string{inert(cellText(c))}
				if c.Badge != "" {
					lines[key] = append(lines[key], c.Badge)
				}
				for _, l := range c.Lines {
					text := safe(l.Text())
					if l.Role == table.Account || l.Role == table.Alternative {
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
	v := shippedView(t)
	for _, ids := range [][]string{v.Compare, v.Overview, {"e3-28", "us-28"}} {
		d := documentOf(t, v, ids...)
		lines, joined := wanted(d)
		sameCells(t, "csv", readSeparated(t, write1(t, CSV, Shape{}, d), ','), joined)
		sameCells(t, "tsv", readSeparated(t, write1(t, TSV, Shape{}, d), '\t'), joined)
		sameCells(t, "csv --wide", readWide(t, write1(t, CSV, Shape{Wide: true}, d)), joined)

		d.Columns = []string{colID, colField, colVersions}
		sameCells(t, "md", readMarkdown(t, write1(t, Markdown, Shape{}, d)), lines)
		sameCells(t, "xlsx", readWorkbook(t, write1(t, XLSX, Shape{}, d)), lines)
		sameCells(t, "docx", readLetter(t, write1(t, DOCX, Shape{}, d)), onPaper(d, lines))
		sameCells(t, "html", readPage(t, write1(t, HTML, Shape{}, d)), withoutBullets(lines))

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

// The word of a kind is said once: beside the cell, or by the cell itself.
func TestKindWordsAreShownOnce(t *testing.T) {
	d := documentOf(t, shippedView(t), "us-28", "geneva-19")
	for _, r := range d.rows() {
		for _, c := range r.Cells {
			if c.Badge != "" && strings.HasPrefix(c.Lines[0].Text(), c.Badge) {
				t.Errorf("%s says %q twice", r.Field, c.Badge)
			}
		}
	}
}

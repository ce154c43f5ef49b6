package export

import (
	"slices"
	"strings"
	"testing"

	"plandiff/internal/table"
)

// wanted are the lines that a format for people shows of every cell, and what one
// for programs has on one line.
func wanted(d *Document) (lines, joined cells) {
	lines, joined = cells{}, cells{}
	for _, r := range d.Tree.Selected() {
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
	return lines, joined
}

// unbadged are lines without those badges that are left out.
func unbadged(d *Document, lines cells, out func(table.Cell) bool) cells {
	rest := cells{}
	for _, r := range d.Tree.Selected() {
		for i, c := range r.Cells {
			key := cellKey{r.Field, d.Tree.Columns[i].ID}
			rest[key] = lines[key]
			if c.Badge != "" && out(c) {
				rest[key] = lines[key][1:]
			}
		}
	}
	return rest
}

// reader reads the cells of a format with other code than wrote them.
type reader struct {
	name   string
	format Format
	shape  Shape
	read   func(*testing.T, []byte) cells
}

func comma(sign rune) func(*testing.T, []byte) cells {
	return func(t *testing.T, data []byte) cells { return readSeparated(t, data, sign) }
}

var readers = []reader{
	{"csv", CSV, Shape{}, comma(',')}, {"tsv", TSV, Shape{}, comma('\t')}, {"csv --wide", CSV, Shape{Wide: true}, readWide},
	{"md", Markdown, Shape{}, readMarkdown}, {"docx", DOCX, Shape{}, readLetter}, {"html", HTML, Shape{}, readPage},
	{"xlsx", XLSX, Shape{}, func(t *testing.T, data []byte) cells { return unescaped(readWorkbook(t, data)) }},
}

// same: what is read back is what the table has. It gives what was read.
func (r reader) same(t *testing.T, d *Document, lines, joined cells) []byte {
	t.Helper()
	own := *d
	want := joined
	if r.format != CSV && r.format != TSV {
		own.Columns = []string{colID, colField, colVersions}
		want = lines
	}
	switch r.format {
	case DOCX:
		want = onPaper(d, lines)
	case HTML:
		want = withoutBullets(lines)
	}
	data := write1(t, r.format, r.shape, &own)
	sameCells(t, r.name, r.read(t, data), want)
	return data
}

// TestSameCells is the promise that a comparison says the same whatever it
// is written as: everything is written, read back by other code, and
// compared with the table.
func TestSameCells(t *testing.T) {
	v := shippedView(t)
	for _, ids := range [][]string{v.Compare, v.Overview, {"e3-28", "us-28"}} {
		d := documentOf(t, v, ids...)
		lines, joined := wanted(d)
		for _, r := range readers {
			r.same(t, d, lines, joined)
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

// The word of a kind is said once: beside the cell, or by the cell itself.
func TestKindWordsAreShownOnce(t *testing.T) {
	d := documentOf(t, shippedView(t), "us-28", "geneva-19")
	for _, r := range d.Tree.Selected() {
		for _, c := range r.Cells {
			if c.Badge != "" && strings.HasPrefix(c.Lines[0].Text(), c.Badge) {
				t.Errorf("%s says %q twice", r.Field, c.Badge)
			}
		}
	}
}

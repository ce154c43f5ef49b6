package export

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"plandiff/internal/prose"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

func (b *book) runs(c table.Cell) []excelize.RichTextRun {
	var out []excelize.RichTextRun
	put := func(text string, f *excelize.Font) {
		if n := len(out); n > 0 && out[n-1].Font == f {
			out[n-1].Text += text
		} else if text != "" {
			out = append(out, excelize.RichTextRun{Text: text, Font: f})
		}
	}
	if c.Badge != "" {
		put(safe(c.Badge)+"\n", b.fonts.kind)
	}
	for i, l := range c.Lines {
		if i > 0 {
			put("\n", b.fonts.plain)
		}
		if l.Item() {
			put("• ", b.fonts.plain)
		}
		for _, s := range spans(l) {
			put(s.Text, b.fonts.of(s.Op))
		}
		if cites := wording.Cites(b.doc.cites(l)); cites != "" {
			put(" "+cites, b.fonts.note)
		}
	}
	return out
}

func textOf(runs []excelize.RichTextRun) string {
	return prose.Join(runs, "", func(r excelize.RichTextRun) string { return r.Text })
}

// maxCell is how many UTF-16 units a cell is given: Excel takes 32,767, and
// a pointer to the rest has to fit.
const maxCell = 32000

// longText is a text that no cell holds whole, in parts that one holds.
type longText struct {
	at    string
	parts []string
}

// cut is a text, or its runs, as a cell holds it. A longer one is written whole
// on a sheet of its own, and the cell says where.
func (s *sheet) cut(e entry, column int) any {
	text := e.text
	if e.runs != nil {
		text = textOf(e.runs)
	}
	parts := pieces(text, maxCell)
	switch {
	case len(parts) > 1:
		s.long = append(s.long, longText{s.name + " " + columnName(column+1) + strconv.Itoa(s.row), parts})
		return parts[0] + " … (whole on the sheet “" + sheetLong + "”, row " + strconv.Itoa(len(s.long)+1) + ")"
	case e.runs != nil:
		return e.runs
	}
	return text
}

// pieces cuts a text into parts of at most n UTF-16 units.
func pieces(text string, n int) []string {
	if len(text) <= n {
		return []string{text}
	}
	var out []string
	start, units := 0, 0
	for i, r := range text {
		size := max(utf16.RuneLen(r), 1)
		if units+size > n {
			out = append(out, text[start:i])
			start, units = i, 0
		}
		units += size
	}
	return append(out, text[start:])
}

// longTexts writes the long texts whole, over as many cells as they need.
func (b *book) longTexts() {
	if len(b.long) == 0 {
		return
	}
	most := 1
	for _, l := range b.long {
		most = max(most, len(l.parts))
	}
	columns := []heading{{title: "Cell", width: 20}}
	for i := range most {
		columns = append(columns, heading{title: "Part " + strconv.Itoa(i+1), width: 80})
	}
	list := b.long
	b.sheet(sheetLong, columns, 1, func(s *sheet) {
		for _, l := range list {
			cells := []entry{{text: l.at}}
			for _, p := range l.parts {
				cells = append(cells, entry{text: p})
			}
			s.add(cells...)
		}
	})
}

const (
	lineHeight = 13.5  // of a line of the usual font, in points
	maxHeight  = 409.0 // of a row in Excel
)

// height is what a row needs for its texts to be read: programs that are
// given none show one line of each.
func (s *sheet) height(entries []entry) float64 {
	most := 1
	for i, e := range entries {
		most = max(most, linesIn(e.text+textOf(e.runs), s.columns[i].width))
	}
	return min(float64(most)*lineHeight+3, maxHeight)
}

// linesIn estimates how many lines a text takes in a column. A word that
// does not fit goes on the next line, so not all of a line is used.
func linesIn(text string, width float64) int {
	n := 0
	for line := range strings.SplitSeq(text, "\n") {
		if len(line) > maxCell {
			return 31 // more than the highest row takes
		}
		n += 1 + int(float64(utf8.RuneCountInString(line))*1.08/max(width, 1))
	}
	return n
}

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
			put(s.Text, b.fonts.words[s.Op])
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

// pieces cuts a text into parts of at most n UTF-16 units; nil where it is shorter.
func pieces(text string, n int) []string {
	if len(text) <= n {
		return nil
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
	columns := []heading{{title: "Cell", width: 20}}
	for _, l := range b.long {
		for len(columns) < len(l) {
			columns = append(columns, heading{title: "Part " + strconv.Itoa(len(columns)), width: 80})
		}
	}
	b.sheet(sheetLong, columns, 1, func(s *sheet) {
		for _, l := range b.long {
			s.add(l...)
		}
	})
}

const (
	lineHeight = 13.5  // of a line of the usual font, in points
	maxHeight  = 409.0 // of a row in Excel
)

// linesIn estimates how many lines a text takes in a column. A word that
// does not fit goes on the next line, so not all of a line is used.
func linesIn(text string, width float64) int {
	n := 0
	for line := range strings.SplitSeq(text, "\n") {
		n += 1 + int(float64(utf8.RuneCountInString(line))*1.08/max(width, 1))
	}
	return n
}

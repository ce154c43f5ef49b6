package export

import (
	"io"
	"slices"
	"strings"

	"plandiff/internal/prose"
	"plandiff/internal/table"
)

// workbook writes an Excel workbook: the comparison, every claim, every
// source, the matrix, and what the whole is about. SpreadsheetML is written
// by hand: the one well-kept library wrote the parts of a workbook in another
// order on every run, and what it builds when the program starts cost every
// command one to two milliseconds of the ten it may take. It reads the
// workbooks back in the tests.
type workbook struct{}

func (workbook) Columns() (all, usual []string) {
	return []string{colNumber, colTopic, colField, colID, colKind, colVersions, colNumbers, colAgreed, colComments},
		[]string{colTopic, colField, colKind, colVersions, colNumbers}
}

// Names of the sheets, in their order.
const (
	sheetComparison = "Comparison"
	sheetClaims     = "Claims"
	sheetSources    = "Sources"
	sheetMatrix     = "Matrix"
	sheetLong       = "Long texts"
	sheetAbout      = "About"
)

func (wb workbook) Write(w io.Writer, d *Document) error {
	b := &book{zip: newSortedZip(w), doc: d, styles: map[styleKey]int{}, fills: map[string]int{}, formats: map[string]int{}}
	sheets := []func() error{func() error { return b.comparison(d.columns(wb)) }}
	if d.Sources != NoSources {
		sheets = append(sheets, b.claims, b.sources)
	}
	if d.Matrix != nil {
		sheets = append(sheets, b.matrix)
	}
	for _, write := range append(sheets, b.about, b.longTexts) {
		if err := write(); err != nil {
			return err
		}
	}
	if err := b.parts(); err != nil {
		return err
	}
	return b.zip.Close()
}

// cell is a cell of the comparison: the lines under each other on the ground
// of its kind, changed words marked, sources in brackets. Only a cell with
// words to mark is rich text.
func (b *book) cell(c table.Cell) filled {
	out := filled{fill: strings.TrimPrefix(kindGrounds[c.Kind], "#")}
	runs := b.runs(c)
	if slices.ContainsFunc(c.Lines, func(l table.Line) bool {
		return slices.ContainsFunc(l.Spans, func(s prose.Span) bool { return s.Op != prose.Keep })
	}) {
		out.runs = runs
		return out
	}
	out.text = textOf(runs)
	return out
}

func (b *book) runs(c table.Cell) []richRun {
	var out []richRun
	put := func(text string, f *font) {
		if n := len(out); n > 0 && out[n-1].font == f {
			out[n-1].text += text
			return
		}
		out = append(out, richRun{text, f})
	}
	if word := badge(c); word != "" {
		put(word+"\n", kindFont)
	}
	for i, l := range c.Lines {
		if i > 0 {
			put("\n", plainFont)
		}
		if l.Role == table.Item {
			put("• ", plainFont)
		}
		for _, s := range spans(l) {
			put(s.Text, spanFonts[s.Op])
		}
		if n := notes(l); len(n) > 0 && b.doc.Sources != NoSources {
			put(" ["+table.NumberList(n)+"]", noteFont)
		}
	}
	return out
}

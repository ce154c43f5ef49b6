package export

import (
	"cmp"
	"math"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
)

const (
	readableWidth = 260   // letters beside each other that can still be read on a page
	mostDigits    = 15    // that a workbook's numbers keep
	maxLinks      = 65000 // of a sheet, less a margin
	maxURL        = 2079  // length of an address that Excel follows
	maxCell       = 32000 // UTF-16 units of a cell: Excel takes 32,767, and a pointer to the rest has to fit
	paperA4       = 9     // its number in a workbook

	// noFolder is one that no system has. A sheet above 16 MiB would be put into a
	// temporary file that nobody named; where none can be made, it stays in memory.
	noFolder = "\x00"
)

type book struct {
	file   *excelize.File
	doc    *Document
	styles map[look]int
	fonts  fonts
	long   [][]entry // texts that no cell holds whole: where each stands, and its parts
	err    error     // the first that came up
}

// try keeps the first error of all steps.
func (b *book) try(err error) { b.err = cmp.Or(b.err, err) }

// fonts are those of rich text. Changed words are told apart by line as well
// as by colour.
type fonts struct {
	plain, kind, note, head, light, link *excelize.Font
	words                                map[prose.Op]*excelize.Font
}

func newBook(d *Document) *book {
	b := &book{file: excelize.NewFile(excelize.Options{TmpDir: noFolder}), doc: d, styles: map[look]int{}}
	b.try(b.file.SetSheetName("Sheet1", sheetComparison)) // which a new workbook has
	font := func(size float64, colour string) *excelize.Font {
		return &excelize.Font{Family: "Arial", Size: size, Color: colour}
	}
	f := fonts{plain: font(10, ""), kind: font(10, ""), note: font(8, quietColour),
		head: font(11, "FFFFFF"), light: font(9, "FFFFFF"), link: font(10, linkColour)}
	added, gone := font(10, newColour), font(10, goneColour)
	f.kind.Bold, f.head.Bold, added.Bold, gone.Bold = true, true, true, true
	f.link.Underline, added.Underline, gone.Strike = "single", "single", true
	f.words = map[prose.Op]*excelize.Font{prose.Keep: f.plain, prose.Insert: added, prose.Delete: gone}
	b.fonts = f
	return b
}

// look is how a cell looks; equal looks share a style.
type look struct {
	font   *excelize.Font // nil: the plain one
	format string         // of a number; "" for a text
	fill   string         // RGB; "" for none
}

func (b *book) style(l look) int {
	if id, ok := b.styles[l]; ok {
		return id
	}
	style := &excelize.Style{Font: cmp.Or(l.font, b.fonts.plain), Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}}
	for _, side := range [...]string{"left", "right", "top", "bottom"} {
		style.Border = append(style.Border, excelize.Border{Type: side, Style: 1, Color: "BFBFBF"})
	}
	if l.fill != "" {
		style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{l.fill}}
	}
	if l.format != "" {
		style.CustomNumFmt = &l.format
	}
	id, err := b.file.NewStyle(style)
	b.try(err)
	b.styles[l] = id
	return id
}

// entry is the content of a cell: a number, or a text, in parts where they
// look different. The zero entry is an empty cell.
type entry struct {
	text   string
	runs   []excelize.RichTextRun
	number any
	link   string // address that it leads to
	look   look
}

// word is a text of one line, words are several in cells of their own.
func word(s string) entry { return entry{text: safe(s)} }

func words(texts ...string) []entry {
	out := make([]entry, len(texts))
	for i, s := range texts {
		out[i] = word(s)
	}
	return out
}

func count(n int) entry { return entry{number: n, look: look{format: "0"}} }

// measured is a number with its unit, which the format of the cell shows:
// grouped digits, as many decimals as there are, the unit as a text. A number
// with more digits than a workbook keeps is a text, and none is an empty cell.
func measured(n plan.Decimal, unit string, signed bool) entry {
	switch {
	case n == "":
		return entry{}
	case len(strings.Trim(strings.ReplaceAll(string(n), ".", ""), "-0")) > mostDigits:
		return word(n.String() + " " + unit)
	}
	format := "#,##0"
	if strings.Contains(string(n), ".") {
		format = "#,##0.0#####"
	}
	unit = strings.NewReplacer(`"`, "", `\`, "").Replace(safe(unit))
	if unit != "" && len(unit) <= 60 { // a format has at most 255 characters
		format += `" ` + unit + `"`
	}
	if signed {
		format = "+" + format + ";-" + format + ";" + format
	}
	return entry{number: n.Float(), look: look{format: format}}
}

// heading is the head of a column, with what is said of it in lighter letters.
type heading struct {
	title, detail string
	width         float64 // in letters
	aside         bool    // to calculate with; not printed
}

// sheet is one sheet being written, a row at a time.
type sheet struct {
	*book
	name    string
	out     *excelize.StreamWriter
	row     int // last one written
	links   int
	columns []heading
}

// sheet writes one with a header row that stays in sight, is printed on every
// page and carries filters. The first columns stay in sight, too; those aside
// at the end are not printed, and the others stand over as many pages beside each
// other as it takes to read them.
func (b *book) sheet(name string, columns []heading, frozen int, rows func(*sheet)) {
	_, err := b.file.NewSheet(name)
	b.try(err)
	b.try(b.file.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: new(true)}))
	b.try(b.file.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{Left: new(0.4), Right: new(0.4), Top: new(0.5), Bottom: new(0.5)}))
	b.try(b.file.SetHeaderFooter(name, &excelize.HeaderFooterOptions{OddFooter: "&C&P / &N"}))
	b.define(name, "Print_Titles", "$1:$1")
	out, err := b.file.NewStreamWriter(name)
	if b.try(err); b.err != nil {
		return
	}
	panes := &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}
	if frozen > 0 {
		panes.XSplit, panes.TopLeftCell, panes.ActivePane = frozen, cellName(frozen+1, 2), "bottomRight"
	}
	b.try(out.SetPanes(panes))
	s := &sheet{book: b, name: name, out: out, columns: columns}
	head := make([]entry, len(columns))
	printed, letters := 0, 0.0
	for i, c := range columns {
		b.try(out.SetColWidth(i+1, i+1, c.width))
		head[i] = entry{text: c.title, look: look{font: b.fonts.head, fill: headGround}}
		if c.detail != "" {
			head[i].runs = []excelize.RichTextRun{{Text: c.title, Font: b.fonts.head}, {Text: c.detail, Font: b.fonts.light}}
		}
		if !c.aside {
			printed, letters = i+1, letters+c.width
		}
	}
	across := max(1, int(math.Ceil(letters/readableWidth)))
	pages := &excelize.PageLayoutOptions{Orientation: new("landscape"), Size: new(paperA4), FitToHeight: new(0), FitToWidth: &across}
	b.try(b.file.SetPageLayout(name, pages))
	s.add(head...)
	rows(s)
	if 0 < printed && printed < len(columns) {
		b.define(name, "Print_Area", "$A$1:"+cellName(printed, s.row, true))
	}
	b.try(b.file.AutoFilter(name, "A1:"+cellName(len(columns), max(s.row, 2)), nil))
	b.try(out.Flush())
}

// define gives a range of a sheet a name that programs know.
func (b *book) define(sheet, name, cells string) {
	b.try(b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm." + name, RefersTo: "'" + sheet + "'!" + cells, Scope: sheet}))
}

// add writes a row. A text that is longer than a cell holds is kept for a sheet
// of its own, and the cell says where.
func (s *sheet) add(entries ...entry) {
	s.row++
	cells := make([]any, len(entries))
	lines := 1
	for i, e := range entries {
		inRuns := textOf(e.runs)
		lines = max(lines, linesIn(e.text+inRuns, s.columns[i].width)) // of a head both, which leaves room for the sign of its filter
		value := e.number
		switch parts := pieces(cmp.Or(inRuns, e.text), maxCell); {
		case len(parts) > 1:
			at := entry{text: s.name + " " + cellName(i+1, s.row)}
			s.long = append(s.long, append([]entry{at}, pick.Each(parts, func(p string) entry { return entry{text: p} })...))
			value = parts[0] + " … (whole on the sheet “" + sheetLong + "”, row " + strconv.Itoa(len(s.long)+1) + ")"
		case e.runs != nil:
			value = e.runs
		case e.text != "":
			value = e.text
		}
		cells[i] = excelize.Cell{StyleID: s.style(e.look), Value: value}
		if e.link != "" && len(e.link) <= maxURL && s.links < maxLinks {
			s.links++
			s.try(s.file.SetCellHyperLink(s.name, cellName(i+1, s.row), e.link, "External"))
		}
	}
	// Programs that are given no height show one line of each text.
	s.try(s.out.SetRow(cellName(1, s.row), cells, excelize.RowOpts{Height: min(float64(lines)*lineHeight+3, maxHeight)}))
}

// cellName is what a workbook calls a cell: "B7".
func cellName(column, row int, absolute ...bool) string {
	name, _ := excelize.CoordinatesToCellName(column, row, absolute...) // fails beyond column 16,384 only
	return name
}

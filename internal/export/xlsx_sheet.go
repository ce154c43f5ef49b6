package export

import (
	"cmp"
	"math"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"plandiff/internal/plan"
	"plandiff/internal/prose"
)

const (
	readableWidth = 260   // letters beside each other that can still be read on a page
	mostDigits    = 15    // that a workbook's numbers keep
	maxLinks      = 65000 // of a sheet, less a margin
	maxURL        = 2079  // length of an address that Excel follows

	// noFolder is one that no system has. A sheet above 16 MiB would be put into a
	// temporary file that nobody named; where none can be made, it stays in memory.
	noFolder = "\x00"
)

type book struct {
	file   *excelize.File
	doc    *Document
	styles map[look]int
	fonts  fonts
	sheets int
	long   []longText
	err    error // the first that came up
}

// try keeps the first error of all steps.
func (b *book) try(err error) { b.err = cmp.Or(b.err, err) }

// fonts are those of rich text. Changed words are told apart by line as well
// as by colour.
type fonts struct{ plain, kind, note, head, light, added, gone, link *excelize.Font }

func newBook(d *Document) *book {
	font := func(size float64, colour string) *excelize.Font {
		return &excelize.Font{Family: "Arial", Size: size, Color: colour}
	}
	b := &book{file: excelize.NewFile(excelize.Options{TmpDir: noFolder}), doc: d, styles: map[look]int{}}
	b.fonts = fonts{plain: font(10, ""), kind: font(10, ""), note: font(8, quietColour), head: font(11, "FFFFFF"), light: font(9, "FFFFFF"), added: font(10, newColour), gone: font(10, goneColour), link: font(10, linkColour)}
	b.fonts.kind.Bold, b.fonts.head.Bold = true, true
	b.fonts.added.Bold, b.fonts.added.Underline = true, "single"
	b.fonts.gone.Bold, b.fonts.gone.Strike = true, true
	b.fonts.link.Underline = "single"
	return b
}

func (f fonts) of(op prose.Op) *excelize.Font {
	switch op {
	case prose.Insert:
		return f.added
	case prose.Delete:
		return f.gone
	}
	return f.plain
}

// look is how a cell looks; equal looks share a style.
type look struct {
	head, link bool
	format     string // of a number; "" for a text
	fill       string // RGB; "" for none
}

func (b *book) style(l look) int {
	if id, ok := b.styles[l]; ok {
		return id
	}
	style := &excelize.Style{Font: b.fonts.plain, Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}}
	for _, side := range [...]string{"left", "right", "top", "bottom"} {
		style.Border = append(style.Border, excelize.Border{Type: side, Style: 1, Color: "BFBFBF"})
	}
	if l.head {
		style.Font = b.fonts.head
	}
	if l.link {
		style.Font = b.fonts.link
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

// valueEntry is the plain number of a value; empty where there is none.
func valueEntry(v plan.Value) entry {
	if exact(v) == "" {
		return entry{}
	}
	return measured(v.Number, v.Unit, false)
}

// measured is a number with its unit, which the format of the cell shows:
// grouped digits, as many decimals as there are, the unit as a text. A number
// with more digits than a workbook keeps is a text.
func measured(n plan.Decimal, unit string, signed bool) entry {
	if len(strings.Trim(strings.ReplaceAll(string(n), ".", ""), "-0")) > mostDigits {
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
// at the end are not printed.
func (b *book) sheet(name string, columns []heading, frozen int, rows func(*sheet)) {
	if b.sheets++; b.sheets == 1 { // a new workbook has one
		b.try(b.file.SetSheetName("Sheet1", name))
	} else {
		_, err := b.file.NewSheet(name)
		b.try(err)
	}
	fit, landscape, a4, any, across := true, "landscape", 9, 0, pagesAcross(columns)
	margin, edge := 0.4, 0.5
	b.try(b.file.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}))
	b.try(b.file.SetPageLayout(name, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &a4, FitToHeight: &any, FitToWidth: &across}))
	b.try(b.file.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{Left: &margin, Right: &margin, Top: &edge, Bottom: &edge}))
	b.try(b.file.SetHeaderFooter(name, &excelize.HeaderFooterOptions{OddFooter: "&C&P / &N"}))
	b.define(name, "Print_Titles", "$1:$1")
	out, err := b.file.NewStreamWriter(name)
	if b.try(err); b.err != nil {
		return
	}
	panes := &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}
	if frozen > 0 {
		panes.XSplit, panes.TopLeftCell, panes.ActivePane = frozen, columnName(frozen+1)+"2", "bottomRight"
	}
	b.try(out.SetPanes(panes))
	s := &sheet{book: b, name: name, out: out, columns: columns}
	head := make([]entry, len(columns))
	printed := 0
	for i, c := range columns {
		b.try(out.SetColWidth(i+1, i+1, c.width))
		head[i] = entry{text: c.title, look: look{head: true, fill: headGround}}
		if c.detail != "" {
			head[i].runs = []excelize.RichTextRun{{Text: c.title, Font: b.fonts.head}, {Text: c.detail, Font: b.fonts.light}}
		}
		if !c.aside {
			printed = i + 1
		}
	}
	s.add(head...)
	rows(s)
	if 0 < printed && printed < len(columns) {
		b.define(name, "Print_Area", "$A$1:$"+columnName(printed)+"$"+strconv.Itoa(s.row))
	}
	b.try(b.file.AutoFilter(name, "A1:"+columnName(len(columns))+strconv.Itoa(max(s.row, 2)), nil))
	b.try(out.Flush())
}

// define gives a range of a sheet a name that programs know.
func (b *book) define(sheet, name, cells string) {
	b.try(b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm." + name, RefersTo: "'" + sheet + "'!" + cells, Scope: sheet}))
}

// pagesAcross is how many pages the printed columns need beside each other.
func pagesAcross(columns []heading) int {
	total := 0.0
	for _, c := range columns {
		if !c.aside {
			total += c.width
		}
	}
	return max(1, int(math.Ceil(total/readableWidth)))
}

func (s *sheet) add(entries ...entry) {
	s.row++
	cells := make([]any, len(entries))
	for i, e := range entries {
		var value any
		switch {
		case e.number != nil:
			value = e.number
		case e.runs != nil || e.text != "":
			value = s.cut(e, i)
		}
		cells[i] = excelize.Cell{StyleID: s.style(e.look), Value: value}
		if e.link != "" && len(e.link) <= maxURL && s.links < maxLinks {
			s.links++
			s.try(s.file.SetCellHyperLink(s.name, columnName(i+1)+strconv.Itoa(s.row), e.link, "External"))
		}
	}
	s.try(s.out.SetRow("A"+strconv.Itoa(s.row), cells, excelize.RowOpts{Height: s.height(entries)}))
}

// columnName is the letters of a column, from 1.
func columnName(n int) string {
	name, _ := excelize.ColumnNumberToName(n) // fails beyond column 16,384 only
	return name
}

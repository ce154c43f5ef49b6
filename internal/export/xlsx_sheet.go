package export

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
)

// book is a workbook being written.
type book struct {
	zip     *sortedZip
	doc     *Document
	sheets  []sheetInfo
	styles  map[styleKey]int // index among the cell styles, from 1
	order   []styleKey
	fills   map[string]int // colour -> index
	formats map[string]int // number format -> ID
	long    []longText
}

// sheetInfo is what the workbook says of a sheet.
type sheetInfo struct {
	name, filter, printed string // ranges; "" for all of it
	rels                  []string
}

// sheet is one sheet being written, a row at a time.
type sheet struct {
	*book
	name   string
	info   int
	out    *bufio.Writer
	row    int // last one written
	widths []float64
	links  []string // cells that lead to the addresses of the sheet's rels
}

// column is one column of a sheet.
type column struct {
	title any // text or rich text
	width float64
}

// start begins a sheet with a header row that stays in sight, is printed on
// every page and carries filters.
func (b *book) start(name string, columns []column, rows, frozen int) (*sheet, error) {
	w, err := b.zip.Create(fmt.Sprintf("xl/worksheets/sheet%d.xml", len(b.sheets)+1))
	if err != nil {
		return nil, err
	}
	filter := "$A$1:$" + columnName(len(columns)-1) + "$" + strconv.Itoa(rows+1)
	b.sheets = append(b.sheets, sheetInfo{name: name, filter: filter})
	s := &sheet{book: b, name: name, info: len(b.sheets) - 1, out: bufio.NewWriterSize(w, 1<<15)}
	pane := `<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>`
	if frozen > 0 {
		pane = fmt.Sprintf(`<pane xSplit="%d" ySplit="1" topLeftCell="%s2" activePane="bottomRight" state="frozen"/>`, frozen, columnName(frozen))
	}
	selected := ""
	if len(b.sheets) == 1 {
		selected = ` tabSelected="1"`
	}
	fmt.Fprintf(s.out, `%s<worksheet %s><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView%s workbookViewId="0">%s</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>`,
		xmlHead, sheetSpaces, selected, pane)
	head := make([]any, len(columns))
	for i, c := range columns {
		s.widths = append(s.widths, c.width)
		fmt.Fprintf(s.out, `<col min="%d" max="%d" width="%s" customWidth="1"/>`, i+1, i+1, px(c.width))
		head[i] = c.title
	}
	s.out.WriteString(`</cols><sheetData>`)
	return s, s.add(head, styleKey{head: true, fill: headGround})
}

// finish ends the sheet.
func (s *sheet) finish() error {
	fmt.Fprintf(s.out, `</sheetData><autoFilter ref="%s"/>`, strings.ReplaceAll(s.sheets[s.info].filter, "$", ""))
	if len(s.links) > 0 {
		s.out.WriteString(`<hyperlinks>`)
		for i, at := range s.links {
			fmt.Fprintf(s.out, `<hyperlink ref="%s" r:id="rId%d"/>`, at, i+1)
		}
		s.out.WriteString(`</hyperlinks>`)
	}
	s.out.WriteString(`<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>` +
		`<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>`)
	return s.out.Flush()
}

// add writes one row; a text, rich text or number a cell. Empty texts are left
// out.
func (s *sheet) add(cells []any, usual styleKey) error {
	s.row++
	fmt.Fprintf(s.out, `<row r="%d" ht="%s" customHeight="1">`, s.row, px(s.height(cells)))
	for i, c := range cells {
		key := usual
		switch v := c.(type) {
		case filled:
			key.fill = v.fill
			if c = any(v.text); v.runs != nil {
				c = v.runs
			}
		case linked:
			key.link, c = true, string(v)
		}
		switch v := c.(type) {
		case measured:
			key.format = v.format()
			s.number(i, key, v.number)
		case int:
			key.format = "0"
			s.number(i, key, float64(v))
		case string:
			if v != "" {
				s.text(i, key, s.cut(v, i), nil)
			}
		case []richRun:
			s.text(i, key, "", s.cutRuns(v, i))
		}
	}
	_, err := s.out.WriteString(`</row>`)
	return err
}

func (s *sheet) open(column int, key styleKey) {
	s.out.WriteString(`<c r="`)
	s.out.WriteString(columnName(column))
	s.out.WriteString(strconv.Itoa(s.row))
	s.out.WriteString(`" s="`)
	s.out.WriteString(strconv.Itoa(s.style(key)))
}

func (s *sheet) number(column int, key styleKey, n float64) {
	s.open(column, key)
	s.out.WriteString(`"><v>`)
	s.out.WriteString(strconv.FormatFloat(n, 'g', -1, 64))
	s.out.WriteString(`</v></c>`)
}

// text writes a cell as text: a formula is something else in the file.
func (s *sheet) text(column int, key styleKey, text string, runs []richRun) {
	s.open(column, key)
	s.out.WriteString(`" t="inlineStr"><is>`)
	if runs == nil {
		s.letters(text)
	}
	for _, r := range runs {
		s.out.WriteString(`<r>`)
		s.out.WriteString(r.font.xml("rPr", "rFont"))
		s.letters(r.text)
		s.out.WriteString(`</r>`)
	}
	s.out.WriteString(`</is></c>`)
}

func (s *sheet) letters(text string) {
	s.out.WriteString(`<t xml:space="preserve">`)
	_ = xml.EscapeText(s.out, []byte(plainLetters(text)))
	s.out.WriteString(`</t>`)
}

// plainLetters escapes what would be read as the code of a character,
// "_x0041_" (ECMA-376, 22.9.2.19).
func plainLetters(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		if rest := s[i:]; len(rest) >= 7 && rest[:2] == "_x" && rest[6] == '_' {
			if _, err := strconv.ParseUint(rest[2:6], 16, 16); err == nil {
				b.WriteString("_x005F")
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// columnName is the letters of a column, from 0: A, Z, AA.
func columnName(i int) string {
	if i < 26 {
		return string(rune('A' + i))
	}
	return columnName(i/26-1) + string(rune('A'+i%26))
}

package export

import (
	"fmt"
	"math"
	"strings"

	"plandiff/internal/plan"
	"plandiff/internal/prose"
)

// font is how letters look in a workbook.
type font struct {
	size                int // points
	bold, under, struck bool
	colour              string // RGB; "" for the usual one
}

// richRun is a part of a cell's text in one font.
type richRun struct {
	text string
	font *font
}

// Fonts of rich text. Changed words are told apart by line as well as by
// colour.
var (
	plainFont = &font{size: 10}
	kindFont  = &font{size: 10, bold: true, colour: "7A4B00"}
	noteFont  = &font{size: 8, colour: "5A5A5A"}
	headFont  = &font{size: 11, bold: true, colour: "FFFFFF"}
	headLight = &font{size: 9, colour: "FFFFFF"}
	linkFont  = &font{size: 10, under: true, colour: "0B57A4"}
	spanFonts = map[prose.Op]*font{
		prose.Keep:   plainFont,
		prose.Insert: {size: 10, bold: true, under: true, colour: "0B57A4"},
		prose.Delete: {size: 10, bold: true, struck: true, colour: "B3261E"},
	}
)

// cellFonts are those of whole cells, by their index.
var cellFonts = [...]*font{plainFont, headFont, linkFont}

// xml is the font as an element; the name of the element with the family
// differs between rich text and styles.
func (f *font) xml(element, family string) string {
	var b strings.Builder
	b.WriteString("<" + element + ">")
	if f.bold {
		b.WriteString("<b/>")
	}
	if f.struck {
		b.WriteString("<strike/>")
	}
	if f.under {
		b.WriteString("<u/>")
	}
	fmt.Fprintf(&b, `<sz val="%d"/>`, f.size)
	if f.colour != "" {
		b.WriteString(`<color rgb="FF` + f.colour + `"/>`)
	}
	b.WriteString(`<` + family + ` val="Calibri"/></` + element + ">")
	return b.String()
}

// styleKey names a cell style; equal keys share one.
type styleKey struct {
	head, link bool
	format     string // of a number; "" for a text
	fill       string // RGB; "" for none
}

// style is the index of a style, which is made where it is new.
func (b *book) style(k styleKey) int {
	if id, ok := b.styles[k]; ok {
		return id
	}
	if k.fill != "" && b.fills[k.fill] == 0 {
		b.fills[k.fill] = len(b.fills) + 2 // after the two that every workbook has
	}
	if k.format != "" && b.formats[k.format] == 0 {
		b.formats[k.format] = len(b.formats) + 164 // the first number that is free
	}
	b.order = append(b.order, k)
	b.styles[k] = len(b.order)
	return len(b.order)
}

const headGround = "1F3A5F"

// styleSheet is the part with all styles. A text keeps its quote prefix, so
// that it stays a text when somebody edits it: what looks like a formula
// would become one otherwise.
func (b *book) styleSheet() string {
	var s strings.Builder
	written := map[string]bool{}
	s.WriteString(xmlHead + `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`)
	if len(b.formats) > 0 {
		fmt.Fprintf(&s, `<numFmts count="%d">`, len(b.formats))
		for _, k := range b.order {
			if k.format != "" && !written[k.format] {
				written[k.format] = true
				fmt.Fprintf(&s, `<numFmt numFmtId="%d" formatCode="%s"/>`, b.formats[k.format], xmlText(k.format))
			}
		}
		s.WriteString(`</numFmts>`)
	}
	fmt.Fprintf(&s, `<fonts count="%d">`, len(cellFonts))
	for _, f := range cellFonts {
		s.WriteString(f.xml("font", "name"))
	}
	fmt.Fprintf(&s, `</fonts><fills count="%d"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>`, len(b.fills)+2)
	for _, k := range b.order {
		if k.fill != "" && !written[k.fill] {
			written[k.fill] = true
			s.WriteString(`<fill><patternFill patternType="solid"><fgColor rgb="FF` + k.fill + `"/></patternFill></fill>`)
		}
	}
	s.WriteString(`</fills><borders count="2"><border/><border>`)
	for _, side := range [4]string{"left", "right", "top", "bottom"} {
		s.WriteString(`<` + side + ` style="thin"><color rgb="FFBFBFBF"/></` + side + `>`)
	}
	fmt.Fprintf(&s, `</border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="%d"><xf/>`, len(b.order)+1)
	for _, k := range b.order {
		font := 0
		switch {
		case k.head:
			font = 1
		case k.link:
			font = 2
		}
		quote := ""
		if k.format == "" {
			quote = ` quotePrefix="1"`
		}
		fmt.Fprintf(&s, `<xf numFmtId="%d" fontId="%d" fillId="%d" borderId="1"%s applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`,
			b.formats[k.format], font, b.fills[k.fill], quote)
	}
	s.WriteString(`</cellXfs></styleSheet>`)
	return s.String()
}

// linked is a text that leads somewhere.
type linked string

// filled is a text on a coloured ground.
type filled struct {
	text string
	runs []richRun // in place of the text, where words are marked
	fill string    // RGB; "" for none
}

// measured is a number with its unit, which the cell's format shows.
type measured struct {
	number float64
	unit   string
	signed bool
}

// number is the plain number of a value; nil where there is none.
func number(v plan.Value) any {
	if !v.HasNumber || v.Bound != plan.Exact {
		return nil
	}
	return measured{number: v.Number, unit: v.Unit}
}

// format is the number format: grouped digits, as many decimals as there
// are, the unit as a text.
func (m measured) format() string {
	digits := "#,##0"
	if m.number != math.Trunc(m.number) {
		digits = "#,##0.0#####"
	}
	unit := strings.Map(func(r rune) rune {
		if r == '"' || r == '\\' {
			return -1
		}
		return r
	}, safe(m.unit))
	if len(unit) > 60 || unit == "" {
		unit = "" // a format has at most 255 characters
	} else {
		unit = `" ` + unit + `"`
	}
	if m.signed {
		return "+" + digits + unit + ";-" + digits + unit + ";" + digits + unit
	}
	return digits + unit
}

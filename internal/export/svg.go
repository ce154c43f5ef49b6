package export

import (
	"cmp"
	"errors"
	"fmt"
	"html"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// Pictures that every comparison has; others are named by a numeric field.
const (
	PictureMatrix  = "matrix"
	PictureLineage = "lineage"
)

// writePicture writes one picture alone; "" is the matrix.
func writePicture(w io.Writer, d *Document, of string) error {
	of = cmp.Or(of, PictureMatrix)
	out, none := "", "drawing the "+of+": there is none"
	switch {
	case of == PictureMatrix && d.Matrix != nil:
		out = drawMatrix(d.Matrix)
	case of == PictureLineage && d.Lineage != nil:
		out = drawLineage(d.Lineage)
	case of != PictureMatrix && of != PictureLineage:
		none = "drawing " + safe(of) + ": no number above zero is reported of it"
		for i := range d.Charts {
			if d.Charts[i].ID == of {
				out = drawChart(&d.Charts[i])
			}
		}
	}
	if out == "" {
		return errors.New(none)
	}
	_, err := io.WriteString(w, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`+"\n"+out+"\n")
	return err
}

// inks are the colours of the pictures on paper, by class. A page that is dark
// replaces them by class.
var inks = map[string]string{"ink": "#1b1b1b", "faint": "#5a5a5a", "rule": "#8a8a8a", "accent": "#0b57a4", "dispute": "#8e24aa"}

// xmlText is a text as it stands in XML, which holds whatever is clean.
func xmlText(s string) string { return html.EscapeString(safePart(s)) }

type canvas struct {
	strings.Builder
	width, height float64
}

// finish is the whole picture, with its words for those who do not see it.
func (c *canvas) finish(id, title, desc string) string {
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" class="picture" viewBox="0 0 %[1]s %[2]s" width="%[1]s" height="%[2]s" role="img"`+
		` aria-labelledby="%[3]s-title %[3]s-desc" font-family="system-ui, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif" font-size="13">`+
		`<title id="%[3]s-title">%[4]s</title><desc id="%[3]s-desc">%[5]s</desc><rect class="paper" width="%[1]s" height="%[2]s" fill="#ffffff"/>%[6]s</svg>`,
		px(c.width), px(c.height), xmlText(id), xmlText(title), xmlText(desc), c.String())
}

// px writes a length with at most one decimal, so that the bytes do not
// depend on the last bits of a number.
func px(n float64) string { return strconv.FormatFloat(math.Round(n*10)/10, 'f', -1, 64) }

// lettering is how a text is set.
type lettering struct {
	class  string // ink, faint, accent, dispute
	anchor string // "" for start
	bold   bool
	size   float64 // 0: the usual one
}

func (c *canvas) text(x, y float64, s string, l lettering) {
	how := when(l.anchor != "", ` text-anchor="`+l.anchor+`"`) + when(l.bold, ` font-weight="700"`) + when(l.size > 0, ` font-size="`+px(l.size)+`"`)
	fmt.Fprintf(c, `<text x="%s" y="%s" class="%s" fill="%s"%s>%s</text>`, px(x), px(y), l.class, inks[l.class], how, xmlText(s))
}

func (c *canvas) line(x1, y1, x2, y2 float64, class string, thick float64, dashed bool) {
	fmt.Fprintf(c, `<line x1="%s" y1="%s" x2="%s" y2="%s" class="%s-line" stroke="%s" stroke-width="%s"%s/>`,
		px(x1), px(y1), px(x2), px(y2), class, inks[class], px(thick), when(dashed, ` stroke-dasharray="4 3"`))
}

// group says of the group that follows what it shows; end closes it.
func (c *canvas) group(title string) {
	fmt.Fprintf(c, `<g><title>%s</title>`, xmlText(title))
}

func (c *canvas) end() { c.WriteString(`</g>`) }

// textWidthOf estimates how wide a line is set: the pictures have no font to
// measure with. It errs on the wide side.
func textWidthOf(s string, size float64) float64 {
	n := 0.0
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Mn, r):
		case width.LookupRune(r).Kind() == width.EastAsianWide, width.LookupRune(r).Kind() == width.EastAsianFullwidth, r > 0xffff:
			n++
		case unicode.IsUpper(r), r == 'm', r == 'w', r == '%':
			n += 0.72
		case strings.ContainsRune("iljtfr.,:;|'! ()[]", r):
			n += 0.36
		default:
			n += 0.58
		}
	}
	return n * size
}

// fit shortens a text to a width; the whole of it belongs into a title beside it.
func fit(s string, size, room float64) string {
	s = safe(s)
	if textWidthOf(s, size) <= room {
		return s
	}
	n := 0.0
	for i, r := range s {
		n += textWidthOf(string(r), size)
		if n > room-size {
			return strings.TrimRight(s[:i], " ") + "…"
		}
	}
	return s
}

// wrapLines breaks a text at blanks into at most n lines; the last is shortened.
func wrapLines(s string, size, room float64, n int) []string {
	var out []string
	for words := strings.Fields(safe(s)); len(words) > 0; {
		fits := 1
		for fits < len(words) && (len(out) == n-1 || textWidthOf(strings.Join(words[:fits+1], " "), size) <= room) {
			fits++
		}
		out = append(out, fit(strings.Join(words[:fits], " "), size, room))
		words = words[fits:]
	}
	return out
}

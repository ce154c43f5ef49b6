package intake

import (
	"path/filepath"
	"strconv"
	"strings"
)

// Format is how a document is written, told from its bytes.
type Format string

const (
	Text     Format = "txt"
	Markdown Format = "md"
	HTML     Format = "html"
	DOCX     Format = "docx"
	PDF      Format = "pdf"
)

// Kind tells what a point is in its document.
type Kind string

const (
	KindPoint     Kind = "point"     // has a number, or a bullet, of its own
	KindHeading   Kind = "heading"   // of a section that holds points; no text of its own
	KindPreamble  Kind = "preamble"  // what stands before the first point; one below each heading
	KindParagraph Kind = "paragraph" // unnumbered text
	KindFootnote  Kind = "footnote"
)

// Document is a draft as it was read.
type Document struct {
	Name   string // as given, cleaned: mostly a path
	Format Format
	SHA256 string // of the bytes, in hex
	Title  string // "" where the document has none
	// Points is the outermost level that has text of its own, in reading
	// order: points, what stands between them, then footnotes. Without any
	// numbering they are the paragraphs.
	Points []Point
	// Brackets counts the square brackets of the whole text.
	Brackets BracketCount
	// Changes is how many tracked changes were met; the reading that was
	// asked for decides which side of them is the text.
	Changes int
	// Notes say what was left out or guessed, in words for the reader.
	Notes []string
}

// Point is a provision, or a piece of text between provisions.
type Point struct {
	// Number is the normalised path from the outermost level that has text of
	// its own: "4", "3bis", "1.1.1"; of an inner point "4.1", "10.c", and
	// "4.-2" for the second dash below 4. It is unique in the document: where
	// numbers restart in each section the section's number stands first
	// ("II.1"), and a number met again gets "#2". Unnumbered pieces between
	// points are "¶1", "¶2"; a footnote is "note 1".
	Number string
	Label  string // as printed: "Article 3bis", "1)", "§ 4"; "" without one
	Title  string
	// Text is the point's own words, without the label, the title and what
	// its inner points say; its paragraphs are joined by one blank.
	Text    string
	Kind    Kind
	Level   int    // 1 for the outermost; for a heading, its depth
	Section string // heading above, as printed; "" without one
	Place   Place
	Parts   []Part // the paragraphs of Text; nil for none, or a single one that stands where the point does
	// Brackets of the text; those around the label or title have On set.
	Brackets []Bracket
	Changes  []Change // tracked changes of the text
	Inner    []Point
}

// Part is a paragraph of a point's text.
type Part struct {
	Start   int // byte offset in Text
	After   int // how many inner points stand before it
	Heading bool
	Place   Place
}

// Place is where something stands in its document. Zero fields are unknown.
type Place struct {
	Page      int // PDF
	Line      int // from 1; of the page in a PDF, else of the file
	Paragraph int // from 1; Word
}

// String is the place in words: "page 3, line 4"; "" if it is not known.
func (p Place) String() string {
	switch {
	case p.Page > 0 && p.Line > 0:
		return "page " + strconv.Itoa(p.Page) + ", line " + strconv.Itoa(p.Line)
	case p.Page > 0:
		return "page " + strconv.Itoa(p.Page)
	case p.Line > 0:
		return "line " + strconv.Itoa(p.Line)
	case p.Paragraph > 0:
		return "paragraph " + strconv.Itoa(p.Paragraph)
	}
	return ""
}

// Edit is what a tracked change does to the text.
type Edit string

const (
	Inserted  Edit = "inserted"
	Deleted   Edit = "deleted" // struck through counts as deleted
	MovedFrom Edit = "moved from"
	MovedTo   Edit = "moved to"
)

// gone reports whether the edit takes words out of the newer reading.
func (e Edit) gone() bool { return e == Deleted || e == MovedFrom }

// Base is the name without folders.
func (d *Document) Base() string { return filepath.Base(d.Name) }

// Change is a tracked change at a place of a point's text. Where the reading
// has the words, Start and End span them; where it has not, Start is End.
type Change struct {
	Edit       Edit
	Start, End int    // byte offsets in Text
	Words      string // inserted or taken out
	Author     string // "" if the document does not say
	Date       string // as the document has it, RFC 3339 in Word; "" if unknown

	spaced bool // while reading: a blank ended the words
}

// Piece is a text for matching: a point of the outermost level with all its words.
type Piece struct {
	Number, Title string
	Body          string // own words
	Kind          Kind
	Inner         []Piece
}

// Pieces is the document as points of the outermost level, headings left out.
func (d *Document) Pieces() []Piece {
	out := make([]Piece, 0, len(d.Points))
	for i := range d.Points {
		if d.Points[i].Kind != KindHeading {
			out = append(out, piece(&d.Points[i]))
		}
	}
	return out
}

func piece(p *Point) Piece {
	out := Piece{Number: p.Number, Title: p.Title, Body: p.Text, Kind: p.Kind}
	if len(p.Inner) > 0 {
		out.Inner = make([]Piece, len(p.Inner))
		for i := range p.Inner {
			out.Inner[i] = piece(&p.Inner[i])
		}
	}
	return out
}

// Full is all a point says in reading order: title, own words and inner
// points with their labels.
func (p *Point) Full() string {
	b := make([]byte, 0, len(p.Title)+len(p.Text)+16)
	p.pieces(false, func(s string, _ bool) { b = appendWord(b, s) })
	return string(b)
}

// pieces calls add with every piece of what a point says, in reading order.
func (p *Point) pieces(labelled bool, add func(s string, label bool)) {
	if labelled {
		add(p.Label, true)
	}
	add(p.Title, false)
	start, done := 0, 0
	for i, part := range p.Parts {
		for ; done < part.After && done < len(p.Inner); done++ {
			p.Inner[done].pieces(true, add)
		}
		start = len(p.Text)
		if i+1 < len(p.Parts) {
			start = p.Parts[i+1].Start
		}
		add(strings.TrimRight(p.Text[part.Start:start], " "), false)
	}
	add(p.Text[start:], false)
	for ; done < len(p.Inner); done++ {
		p.Inner[done].pieces(true, add)
	}
}

func appendWord(b []byte, s string) []byte {
	if s == "" {
		return b
	}
	if len(b) > 0 {
		b = append(b, ' ')
	}
	return append(b, s...)
}

package ooxml

// Document is a Word document to be written.
type Document struct {
	Title    string // in the file's properties, and at the foot of every page
	Creator  string
	Language string // as BCP 47 names it; "" is "en-GB"
	Sections []Section
	Notes    []Note // footnotes; Run.Note is a place in this list, from 1

	// Who made the tracked changes, and when: "2006-01-02T15:04:05Z". Word
	// shows them beside each change.
	Author, Date string
}

// Section is a part of the document with pages of one kind.
type Section struct {
	Landscape bool
	Columns   int // of text, as in a newspaper; 0 is 1
	Body      []Block
}

// Width is how wide the section's text is, in twentieths of a point.
func (s Section) Width() int {
	if s.Landscape {
		return pageLong - 2*margin
	}
	return pageShort - 2*margin
}

// A4, in twentieths of a point, with margins of 1.6 cm.
const (
	pageShort = 11906
	pageLong  = 16838
	margin    = 907
)

// Block is a *Paragraph or a *Table.
type Block interface{ block() }

func (*Paragraph) block() {}
func (*Table) block()     {}

// Style names a paragraph style of parts/word/styles.xml.
type Style string

// The paragraph styles.
const (
	Normal    Style = "Normal"
	Title     Style = "Title"
	Heading   Style = "Heading1"
	Item      Style = "Item"  // of a list, set in a little
	Gap       Style = "Gap"   // between tables: without text
	Small     Style = "Small" // lists of sources, legends
	SmallItem Style = "SmallItem"
	HeadCell  Style = "HeadCell" // white, on a dark ground
	Cell      Style = "Cell"
	CellItem  Style = "CellItem"
	TinyCell  Style = "TinyCell" // of a table with many columns
	TinyItem  Style = "TinyItem"
	noteText  Style = "FootnoteText"
	footer    Style = "Footer"
)

// Paragraph is a paragraph. Where its first letter is of a script that runs
// from right to left, so does the paragraph.
type Paragraph struct {
	Style    Style // "" is Normal
	KeepNext bool  // on one page with the paragraph after it
	NewPage  bool  // stands at the top of a page
	Bookmark string
	Runs     []Run
	Mark     Revision // of the end of the paragraph: two become one without it
}

// Text is a paragraph of plain text.
func Text(s Style, text string) *Paragraph { return &Paragraph{Style: s, Runs: []Run{{Text: text}}} }

// Run is a piece of text with one look. A line break in Text starts a line, a
// tab goes to the next stop.
type Run struct {
	Text                            string
	Bold, Italic, Underline, Strike bool
	Raised                          bool   // small and above the line
	Color, Shade                    string // "B3261E"; "" for the usual one
	Link                            string // http or https address, or "#" and a bookmark; any other is left out
	Note                            int    // a footnote in place of text: once, then a reference to it
	Revision                        Revision
}

// Revision is what became of a piece between two versions of the document.
type Revision struct {
	Op   Op
	Move int // joins both ends of a move, each within one paragraph; from 1
}

// Op tells whether a piece stands in the older text, the newer, or both.
type Op int

// The tracked changes. What is moved stands twice: where it was and where it
// is now.
const (
	Kept Op = iota
	Inserted
	Deleted
	MovedFrom
	MovedTo
)

// Note is the text of a footnote.
type Note []Run

// Table is a table over the width of the text.
type Table struct {
	Widths []int // of the columns, in twentieths of a point
	Heads  int   // rows at the top that every page repeats
	Rows   []Row
}

// Row is a row of a table.
type Row struct {
	Cells []TableCell
	Split bool // may go on overleaf
}

// TableCell is a cell. One without paragraphs is empty.
type TableCell struct {
	Shade string // "F9CFCB"; "" for none
	Span  int    // columns that it covers; 0 is 1
	Body  []*Paragraph
}

package export

import (
	"cmp"
	"io"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

// Document is a comparison to be handed round. Writers put it into a file
// format; they look nothing up and compare nothing.
type Document struct {
	Title   string
	Date    string   // the day it was made, in words; "" unless asked for
	Filters []string // what was left out and why, in words
	Tree    *table.Tree
	Matrix  *table.Tree // of topics, or of fields in a workbook; nil: none
	Lineage []table.Draft
	Charts  []table.Section // histories of the numeric fields in the tree that have a number above zero
	Columns []string        // of Writer.Columns; nil: the usual ones
	Sources table.SourceList
}

// Format is a file format, named as its files end.
type Format string

const (
	Markdown Format = "md"
	CSV      Format = "csv"
	TSV      Format = "tsv"
	JSON     Format = "json"
	HTML     Format = "html"
	XLSX     Format = "xlsx"
	DOCX     Format = "docx"
	SVG      Format = "svg"
)

// Formats lists every format.
var Formats = []Format{Markdown, CSV, TSV, JSON, HTML, XLSX, DOCX, SVG}

// Writer puts a document into one format, the same into the same bytes.
type Writer struct {
	// Columns are those that can be chosen, Usual those that are written where
	// none are chosen; nils where the format has no choice of columns.
	Columns, Usual []string
	write          func(w io.Writer, d *Document, columns []string) error
}

// Write writes a document with the columns that it names, or the usual ones.
func (x *Writer) Write(w io.Writer, d *Document) error {
	if d.Columns != nil {
		return x.write(w, d, d.Columns)
	}
	return x.write(w, d, x.Usual)
}

// Shape is what some formats can do in more than one way.
type Shape struct {
	Wide    bool   // csv, tsv: a row a field, not a row a field and version
	BOM     bool   // csv, tsv: begin with the mark by which Excel knows UTF-8
	Picture string // svg: PictureMatrix, PictureLineage, or a numeric field
}

// New is the writer of a format; nil for JSON, which jsonout writes, and for none.
func New(f Format, s Shape) *Writer {
	forPeople := []string{colNumber, colField, colID, colKind, colVersions, colAgreed, colComments}
	switch f {
	case Markdown:
		return &Writer{forPeople, []string{colField, colKind, colVersions}, writeMarkdown}
	case CSV:
		return newSeparated(",", s)
	case TSV:
		return newSeparated("\t", s)
	case HTML:
		return &Writer{forPeople, []string{colField, colVersions}, writePage}
	case XLSX:
		return &Writer{[]string{colNumber, colTopic, colField, colID, colKind, colVersions, colNumbers, colAgreed, colComments},
			[]string{colTopic, colField, colKind, colVersions, colNumbers}, writeWorkbook}
	case DOCX:
		return &Writer{forPeople, []string{colNumber, colField, colVersions}, writeLetter}
	case SVG:
		return &Writer{write: func(w io.Writer, d *Document, _ []string) error { return writePicture(w, d, s.Picture) }}
	}
	return nil
}

// Columns of the formats that are tables for people.
const (
	colNumber   = "number"   // of the row, to call it by in a meeting
	colTopic    = "topic"    //
	colField    = "field"    // its title
	colID       = "id"       // of the field
	colKind     = "kind"     // of the difference
	colVersions = "versions" // a column each
	colNumbers  = "numbers"  // values, steps and units a column each
	colAgreed   = "agreed"   // empty, to write in
	colComments = "comments" // empty, to write in
)

var columnTitles = map[string]string{
	colNumber: "No.", colTopic: "Topic", colField: "Field", colID: "Field ID", colKind: "Difference",
	colAgreed: "Agreed text", colComments: "Comments",
}

// pointTitles are the titles of columns where a row is points of documents.
var pointTitles = map[string]string{colTopic: "Section", colField: "Point", colID: "Number"}

// Columns of the numbers of a version: the value, and the step to it.
const (
	colStep    = "step"
	colPercent = "step in %"
)

// column is a column of a table for people, or what one says of one version.
type column struct {
	name    string        // as above; of numbers colNumbers, colStep or colPercent
	title   string        // clean
	version *table.Column // whose it is; nil in a column of no version
	at      int           // the version's place among them
}

// layout are the columns of a table, from left to right.
type layout []column

func (l layout) has(name string) bool {
	return slices.ContainsFunc(l, func(c column) bool { return c.name == name })
}

// beforeVersions is how many columns stand before the first that is a version's.
func (l layout) beforeVersions() int {
	if n := slices.IndexFunc(l, func(c column) bool { return c.version != nil }); n >= 0 {
		return n
	}
	return len(l)
}

// layout are the columns with these names, those of versions one by one.
func (d *Document) layout(names []string) layout {
	var out layout
	for _, name := range names {
		if name != colVersions && name != colNumbers {
			title := columnTitles[name]
			if d.Tree.Points {
				title = cmp.Or(pointTitles[name], title)
			}
			out = append(out, column{name: name, title: title})
			continue
		}
		for i := range d.Tree.Columns {
			v := &d.Tree.Columns[i]
			put := func(name, of string) { out = append(out, column{name, safe(v.ID) + of, v, i}) }
			if name == colVersions {
				put(name, "")
				continue
			}
			put(name, ": number")
			if i > 0 {
				put(colStep, ": "+colStep)
				put(colPercent, ": "+colPercent)
			}
		}
	}
	return out
}

// wordOf is what a row says in a column that is no version's; "" in the
// columns that are empty, to write in. What became of points stands beside
// their kind of difference, or where that has no column beside their name.
func (d *Document) wordOf(s *table.Section, r *table.Row, c column, all layout) string {
	switch c.name {
	case colNumber:
		return strconv.Itoa(r.Number)
	case colTopic:
		return safe(s.Title)
	case colField:
		if d.Tree.Points && r.Word != "" && !all.has(colKind) {
			return safe(r.Title + ": " + r.Word)
		}
		return safe(r.Title)
	case colID:
		return safe(r.Field)
	case colKind:
		switch {
		case !d.Tree.Points || r.Word == "":
			return safe(r.Mark.Word)
		case r.Mark.Tone == wording.Changed:
			return safe(r.Mark.Word + ", " + r.Word)
		}
		return safe(r.Word)
	}
	return ""
}

// cited are the sources that lines cite, where sources are shown.
func (d *Document) cited() []table.Source {
	if d.Sources == table.NoSources {
		return nil
	}
	return d.Tree.Cited()
}

// cites are the numbers of the sources behind a line, where sources are shown.
func (d *Document) cites(l table.Line) []int {
	if d.Sources == table.NoSources {
		return nil
	}
	return l.Cites
}

// preamble are the lines of the title block below the title and the versions.
func (d *Document) preamble() []string {
	out := append(pick.Each(d.Filters, safe), clean(d.Tree.Head)...)
	if d.Date != "" {
		out = append(out, "Made on "+safe(d.Date)+".")
	}
	return out
}

func (d *Document) foot() []string { return clean(d.Tree.Foot) }

func clean(lines []table.Line) []string {
	return pick.Each(lines, func(l table.Line) string { return safe(l.Text()) })
}

// versionLines introduce the versions: "us-28: US draft of 28 points, put forward
// by United States, 20 Nov 2025; text: 24 of 28 points".
func (d *Document) versionLines() []string {
	var out []string
	for i, c := range d.Tree.Columns {
		role := when(i == 0 && len(d.Tree.Columns) > 1, " (what the others are compared with)")
		out = append(out, safe(c.ID+": "+c.Title+wording.PutForward(c.By)+when(c.Date != "", ", "+c.Date)+"; "+c.Known+role))
	}
	return out
}

// grids are the lists of a comparison's overview that have entries.
func (d *Document) grids() []table.Grid {
	if d.Tree.Overview == nil {
		return nil
	}
	all := append([]table.Grid{d.Tree.Overview.Counts, d.Tree.Overview.Topics}, d.Tree.Overview.More...)
	return pick.Keep(all, func(g table.Grid) bool { return len(g.Rows) > 0 })
}

// sourceLine is a card on one line, without its address.
func sourceLine(s table.Source) string { return safe(wording.CardLine(s.Card)) }

// link is a source's address where a page may lead there; "" for any other.
func link(address string) string { return plan.WebAddress(safe(address)) }

// address is a source's address as it is read on paper: letters that are escaped
// in it stand as they are, where nothing else becomes of it.
func address(s *plan.Source) string {
	shown := link(s.URL)
	plain, err := url.PathUnescape(shown)
	if err != nil || !utf8.ValidString(plain) || safe(plain) != plain || strings.ContainsFunc(plain, unicode.IsSpace) {
		return shown
	}
	return plain
}

// useLine is what a source is cited for: "point 6 · text: us-28 army-size.limit".
func useLine(u table.Use) string { return safe(u.Evidence + ": " + strings.Join(u.For, ", ")) }

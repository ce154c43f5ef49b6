package export

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
	"plandiff/internal/table"
)

// Document is a comparison to be handed round, laid out and worded. Writers
// put it into a file format; they look nothing up and compare nothing.
type Document struct {
	Title   string
	Date    string   // the day it was made, in words; "" unless asked for
	Filters []string // what was left out and why, in words
	Table   *table.Table
	Matrix  *compare.Matrix
	Lineage *table.Lineage
	Charts  []table.Timeline // of the numeric fields in the table
	Columns []string         // of Writer.Columns; nil: the format's own choice
	Sources SourceList
	Data    Data
}

// Data is what the table was laid out from, for the format that other
// programs read.
type Data struct {
	Library      *plan.Library
	Shown, Total *compare.Comparison
}

// SourceList is how much of the sources is written.
type SourceList string

const (
	FullSources  SourceList = "full"  // with where in them, basis, speaker, phrase
	ShortSources SourceList = "short" // a line each
	NoSources    SourceList = "none"
)

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

// Writer puts a document into one format. The same document gives the same
// bytes.
type Writer interface {
	// Columns are those that can be chosen, and those that are written where
	// none are chosen; nils where the format has no choice of columns.
	Columns() (all, usual []string)
	Write(w io.Writer, d *Document) error
}

// Shape is what some formats can do in more than one way.
type Shape struct {
	Wide    bool   // csv, tsv: a row a field, not a row a field and version
	Picture string // svg: PictureMatrix, PictureLineage, or a numeric field
}

// New is the writer of a format; nil for a format that is not known.
func New(f Format, s Shape) Writer {
	switch f {
	case Markdown:
		return markdown{}
	case CSV:
		return separated{comma: ',', wide: s.Wide}
	case TSV:
		return separated{comma: '\t', wide: s.Wide}
	case JSON:
		return data{}
	case HTML:
		return page{}
	case XLSX:
		return workbook{}
	case DOCX:
		return letter{}
	case SVG:
		return picture{of: s.Picture}
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

// columns are those chosen, or the format's own.
func (d *Document) columns(w Writer) []string {
	if d.Columns != nil {
		return d.Columns
	}
	_, usual := w.Columns()
	return usual
}

// shownRow is a row that is not aside, with its place.
type shownRow struct {
	*table.Row
	section *table.Section
	number  int // from 1
}

// rows lists the rows of the selection.
func (d *Document) rows() []shownRow {
	var out []shownRow
	for s := range d.Table.Sections {
		sec := &d.Table.Sections[s]
		for r := range sec.Rows {
			if !sec.Rows[r].Aside {
				out = append(out, shownRow{&sec.Rows[r], sec, len(out) + 1})
			}
		}
	}
	return out
}

// wordOf is what a row says in a column that is no version's; "" in the
// columns that are empty, to write in.
func wordOf(r shownRow, column string) string {
	switch column {
	case colNumber:
		return strconv.Itoa(r.number)
	case colTopic:
		return safe(r.section.Title)
	case colField:
		return safe(r.Title)
	case colID:
		return safe(r.Field)
	case colKind:
		return safe(kindWord(r.Row))
	}
	return ""
}

// preamble are the lines of the title block below the title.
func (d *Document) preamble() []string {
	var out []string
	for i, c := range d.Table.Columns {
		role := ""
		if i == 0 && len(d.Table.Columns) > 1 {
			role = " (what the others are compared with)"
		}
		out = append(out, safe(c.ID+": "+versionLine(c)+role))
	}
	for _, f := range append(slices.Clone(d.Filters), d.Table.Head...) {
		out = append(out, safe(f))
	}
	if d.Date != "" {
		out = append(out, "Made on "+safe(d.Date)+".")
	}
	return out
}

// versionLine is "US draft of 28 points, put forward by United States, 20
// Nov 2025; text known, 28 of 28 points read whole".
func versionLine(c table.Column) string {
	s := c.Title
	if c.By != "" {
		s += ", put forward by " + c.By
	}
	return s + ", " + c.Date + "; " + c.Known
}

// kindWord is what is said of a row.
func kindWord(r *table.Row) string {
	if r.Label != "" {
		return r.Label
	}
	return compare.KindWords(r.Kind)
}

// badge is the word that stands above a later cell: how it differs. There is
// none where the cell itself says it.
func badge(c table.Cell) string {
	word := compare.KindWords(c.Kind)
	if c.State == plan.Lacuna || len(c.Lines) > 0 && (strings.HasPrefix(c.Lines[0].Text(), word) || c.Kind == compare.Disputed && c.State == plan.Disputed) {
		return ""
	}
	return word
}

// cellText is a cell on one line, without sources.
func cellText(c table.Cell) string {
	parts := make([]string, len(c.Lines))
	for i, l := range c.Lines {
		parts[i] = safe(l.Text())
	}
	return strings.Join(parts, " / ")
}

// notes are the sources of a line in their order.
func notes(l table.Line) []int { return slices.Sorted(slices.Values(l.Notes)) }

// sourceLine is a card on one line, without its address.
func sourceLine(s *plan.Source) string {
	publisher := s.Publisher
	if publisher == "" {
		publisher = "publisher not stated"
	}
	line := publisher
	if s.Title != "" {
		line += ", " + s.Title
	}
	line += ", " + compare.PublishedText(s)
	if s.LowReliability {
		line += " (weak source)"
	}
	if s.File != "" {
		line += ", file " + s.File
	}
	return safe(line)
}

// link is a source's address where a page may lead there; "" for any other.
func link(s *plan.Source) string {
	u := safe(s.URL)
	if (strings.HasPrefix(u, "https://") || strings.HasPrefix(u, "http://")) && !strings.ContainsAny(u, " \"<>\\^`{|}") {
		return u
	}
	return ""
}

// citations are what a source is cited for, a line each.
func citations(n table.Note) []string {
	lines := n.Cited()
	for i := range lines {
		lines[i] = safe(lines[i])
	}
	return lines
}

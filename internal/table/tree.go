package table

import (
	"iter"
	"slices"

	"plandiff/internal/align"
	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/redline"
	"plandiff/internal/search"
	"plandiff/internal/wording"
)

// Tree is everything that one view shows, worded, numbered and in order. What
// draws it looks nothing up and compares nothing.
type Tree struct {
	View     string    // the command that shows it: "diff", "show", "history" ...
	Points   bool      // a row is points of documents, not a field
	Title    string    // of a file or a page
	Evidence *Evidence // the filter that is on; nil where all is admitted
	Head     []Line    // which evidence is admitted, and what to know before reading
	Columns  []Column  // the versions of the sections; one in views of one record
	Overview *Overview // nil where the view has none
	Facts
	Grids    []Grid    // lists of short entries, before the sections
	Sections []Section // rows of cells
	Foot     []Line    // counts, and what is not shown and why
	Sources  []Source  // the register, numbered from 1 in order of appearance
}

// What trees hold of other rooms, for those who draw them.
type (
	Kind      = compare.Kind
	Silent    = compare.Silent
	Variation = compare.Variation
	Citation  = compare.Citation
	Link      = align.TextLink
	Unmatched = align.Unmatched
	Candidate = align.TextCandidate
)

// Kinds and Marks list them all, the most telling first.
var (
	Kinds = compare.Kinds
	Marks = compare.Marks
)

// Facts are what a view is made of beside its words, for those who write it as
// data. Each view has its own; the others are zero.
type Facts struct {
	Known     *Known                    // of one record
	Pairs     []compare.PairCount       // of a comparison or matrix: kinds of difference by pair, all fields
	Matrix    *compare.Matrix           //
	Alignment *Alignment                // of two versions, or documents
	Documents []redline.Pair            // of documents point by point: the first with each later column
	Uptakes   map[string]map[string]int // of an uptake: fields of each kind by topic; "": of all
	Words     string                    // of a search: what was looked for
	Hits      []search.Hit              // and found, best first
}

// Known is a record and how well it is known.
type Known struct {
	Record    *plan.Record
	ReadWhole int          // numbered points that have been read whole
	As        plan.Witness // on the evidence that is admitted
	Public    bool         // something of it was public on the day asked about
	Points    []plan.Point // those shown
}

// Evidence is which filter is on, and how many claims it hides.
type Evidence struct {
	evidence.Filter
	Hidden int
}

// Column is a version, or what a column of a single record is about.
type Column struct {
	ID    string // "us-28"
	Title string
	Role  string // "base", "proposal", "outcome" in an uptake; "" elsewhere
	Day   plan.Date
	Date  string // in words
	Known string // how well, in words
	By    string // who put it forward; "" if unknown
}

// Overview is what a reader looks for first.
type Overview struct {
	Versions Grid   // each version and how well it is known
	Counts   Grid   // kinds of difference by pair
	Topics   Grid   // topics that changed, worst first
	More     []Grid // of documents: numbers and brackets that changed
}

// Grid is a list of entries with one short text a cell.
type Grid struct {
	ID      string // stable name: "counts"
	Title   string // "" where the place says it
	OneLine bool   // an entry is a line: columns yield, and wide ones are cut, until it fits; with its details it is whole
	Columns []GridColumn
	Rows    []GridRow
	Notes   []Line // what its marks mean; below it
	Empty   string // said where there are no rows
}

// Keep is the list with the columns that keep wants.
func (g Grid) Keep(keep func(at int) bool) Grid {
	out := g
	out.Columns, out.Rows = nil, slices.Clone(g.Rows)
	for r := range out.Rows {
		out.Rows[r].Cells = nil
	}
	for i, c := range g.Columns {
		if !keep(i) {
			continue
		}
		out.Columns = append(out.Columns, c)
		for r := range out.Rows {
			out.Rows[r].Cells = append(out.Rows[r].Cells, g.Rows[r].Cells[i])
		}
	}
	return out
}

// GridColumn is the head of a column.
type GridColumn struct {
	Title string
	Mark  wording.Mark // of what it counts: before the title, or above it; zero: none
	Short string       // for narrow screens; "" is Title
	Right bool         // numbers stand at the right edge
	Wide  bool         // takes the room that is left, and is cut or wrapped
	Break bool         // its title may be broken after hyphens, over several lines
	Lines int          // over how many lines a text may run before it is cut; 0 is 1
	Least int          // of a wide column: it gets no narrower; others yield before where an entry is a line; 0 is what can just be read
	Yield int          // where an entry is a line and does not fit: the highest is left out first; 0 never is
}

// Head is the title with its mark.
func (c GridColumn) Head() string {
	if c.Mark.IsZero() {
		return c.Title
	}
	return c.Mark.Symbol + " " + c.Title
}

// GridRow is one entry. Group is the title above the first row that has it.
type GridRow struct {
	ID      string
	Group   string
	Cells   []GridCell
	Wraps   bool           // its last cell takes the lines that it needs, and is never cut
	Details []Line         // shown with --long, and in files
	Known   *Known         // in a list of records; nil elsewhere
	Cited   *compare.Cited // in a list of sources; nil elsewhere
}

// None is the text of a cell that counts nothing.
const None = "-"

// Empty reports whether the cell says nothing.
func (c GridCell) Empty() bool { return (c.Text == "" || c.Text == None) && c.Mark.IsZero() }

// GridCell is one short text.
type GridCell struct {
	Short string // in place of Text where that would be cut, or takes room that others need; "" is Text
	Text  string
	End   string       // of Text: what stays where the rest is cut; "" for none
	Mark  wording.Mark // zero: none
	Link  string       // http or https address; "" for none
	Cites []int
}

// Section is a topic, a point, a field or a version with its rows.
type Section struct {
	ID      string
	Title   string
	Points  []string       // by column: "6", "10, 12"; "" if unknown or none
	Note    string         // of a section that is one point: how it is known
	Unit    string         // of the numbers of a history; "" for percent and for words
	Largest float64        // of the numbers of a history, in the plain unit; 0 if there are none
	Trail   *compare.Trail // of a section that says where a point went; nil elsewhere
	Rows    []Row
}

// Row is a field, or in a history what one record says of it.
type Row struct {
	Number     int    // among all rows, shown or not; the same in every format; 0 where rows are not numbered
	Topic      string // ID
	Field      string // ID
	Title      string
	Unit       string // of its numbers; "" for percent and for words
	Kind       compare.Kind
	Terms      bool            // of Kind changed: in terms only
	Mark       wording.Mark    // of the row as a whole
	Word       string          // said beside the title; "" where the cells say it
	Uptake     compare.Uptake  // in an uptake: whose wording it is
	Origin     *compare.Origin // in an origin: where it first stood
	When       *compare.Entry  // in a history: what one record says at one time
	Cells      []Cell
	Unselected bool // outside the selection; there for files in which a reader selects anew
}

// Cell is a field of one version.
type Cell struct {
	Version            string
	State              plan.State
	compare.Difference // from the first version; zero in the first column. In a history Delta alone, from the entry before
	// Relation is what became of the points of the first document, "moved"; ""
	// in the first column, and of fields.
	Relation string
	Mark     wording.Mark // zero in the first column
	Badge    string       // the word of the kind, where no line of the cell says it
	Quiet    bool         // nothing is known or there: drawn faint
	Lines    []Line
	Text     string     // all of it on one line
	Points   string     // where it stands in the version: "6", "10, 12"
	Place    string     // of points of documents: "page 3, line 4"; "" of fields
	Value    plan.Value // the single content; zero where there is none, or several
	Witness  []string   // cards that have the text whole, of a clause absent from it
	Claims   []Claim    // every claim, in the order of the record
}

// Bar is a number to scale with the largest of its history.
type Bar struct {
	Share float64    // of the largest, from 0 to 1
	Bound plan.Bound // the number lies below or above the end of the bar
}

// Claim is one claim about a cell.
type Claim struct {
	*plan.Claim
	Source  int    // number in the register; 0 where its card is not there
	Decides bool   // it stands behind a content that the cell shows
	Text    string // what it says, in words
}

// Role tells what a line is.
type Role int

// The roles of lines.
const (
	Value       Role = iota // the value, or the state of a cell
	Heading                 // stands over accounts or alternatives: "disputed"
	Account                 // what one side of a dispute says
	Alternative             // one of several contents
	Term                    // a term: not reported, lost or gained
	Step                    // the step of a number
	Wording                 // the words of a text
	Remark                  // an explanation
	OtherCopy               // another copy's words, or a claim that does not decide
	Note                    // a note of the records
)

// Line is one line before wrapping.
type Line struct {
	Role  Role
	Spans []prose.Span
	Cites []int        // numbers in the register, sorted
	Mark  wording.Mark // stands before it; zero: none
	Bar   *Bar         // of this line's number; nil where there is none
}

// Rows are all rows in their order, each with its section.
func (t *Tree) Rows() iter.Seq2[*Section, *Row] {
	return func(yield func(*Section, *Row) bool) {
		for i := range t.Sections {
			s := &t.Sections[i]
			for j := range s.Rows {
				if !yield(s, &s.Rows[j]) {
					return
				}
			}
		}
	}
}

// Selected are the rows of the selection, each with its section.
func (t *Tree) Selected() iter.Seq2[*Section, *Row] {
	return func(yield func(*Section, *Row) bool) {
		for s, r := range t.Rows() {
			if !r.Unselected && !yield(s, r) {
				return
			}
		}
	}
}

// Text is the line's words without marks.
func (l Line) Text() string {
	if len(l.Spans) == 1 {
		return l.Spans[0].Text
	}
	return prose.Join(l.Spans, "", func(s prose.Span) string { return s.Text })
}

// Item reports whether the line is one of several that are said beside each
// other, which a bullet tells from those that follow one another.
func (l Line) Item() bool { return l.Role == Account || l.Role == Alternative }

// Source is a card in the register. Cards that only claims beside the lines
// rest on stand at its end, without uses.
type Source struct {
	Number int
	Card   *plan.Source
	Line   string // publisher and day, in words
	Uses   []Use
}

// Cited are the sources that a line cites.
func (t *Tree) Cited() []Source {
	n := len(t.Sources)
	for n > 0 && t.Sources[n-1].Uses == nil {
		n--
	}
	return t.Sources[:n]
}

// SourceList is how much of the register is written.
type SourceList string

// The forms of the list of sources, and all of them.
const (
	FullSources  SourceList = "full"  // with where in them, basis, speaker, phrase
	ShortSources SourceList = "short" // a line each
	NoSources    SourceList = "none"
)

var SourceLists = []SourceList{FullSources, ShortSources, NoSources}

// Use is what a source is cited for.
type Use struct {
	Evidence string   // "point 6 · text · “phrase”"
	For      []string // "us-28 army-size.limit"
}

// Plain is a remark in plain words.
func Plain(text string) Line { return plain(Remark, text) }

// say adds a line in plain words.
func (c *Cell) say(role Role, text string, cites ...int) {
	c.Lines = append(c.Lines, plain(role, text, cites...))
}

func plain(role Role, text string, cites ...int) Line {
	return Line{Role: role, Spans: []prose.Span{{Op: prose.Keep, Text: text}}, Cites: cites}
}

package table

import (
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
)

// Table is a comparison, or one record, ready to be drawn.
type Table struct {
	Head     []string // lines above the rows: which evidence is admitted
	Columns  []Column
	Sections []Section
	Notes    []Note   // sources, numbered from 1 in order of appearance
	Summary  []string // lines below the rows: counts
}

// Column is a version.
type Column struct {
	ID    string
	Label string // short
	Title string
	Date  string
	Known string // how well known, in words
	By    string // who put it forward; "" if unknown
}

// Section is a topic with its rows.
type Section struct {
	ID     string
	Title  string
	Points []string // by column: "6", "10, 12", "" if unknown or none
	Note   string   // of a section that is one point: how it is known
	Rows   []Row
}

// Row is a field.
type Row struct {
	Field string
	Title string
	Unit  string       // of its numbers; "" for percent and for words
	Kind  compare.Kind // "" in the table of one record
	Label string       // said of the row in place of its kind; "" for the kind
	Aside bool         // outside the selection; there for those who ask for it
	Cells []Cell
}

// Cell is a field of one version. The first line is the state or value; the
// following ones are claims of a dispute, alternatives, other copies, the
// step from the first version.
type Cell struct {
	State plan.State
	Kind  compare.Kind // from the first version; "" in the first column
	Lines []Line
	// Value is the single content; zero where there is none, or several.
	Value  plan.Value
	Delta  *compare.Delta // the step that a Step line words; nil if there is none
	Points string         // where the deciding claims stand in the version: "6", "10, 12"
	Said   []Said         // every claim, in the order of the record
}

// Said is one claim about a cell.
type Said struct {
	Claim   *plan.Claim
	Source  *plan.Source
	Decides bool // it is behind a content that the cell shows
}

// Role tells what a line is, for drawing.
type Role int

const (
	Main    Role = iota // the value or state
	Item                // one of several claims or alternatives
	Step                // a delta
	Remark              // an explanation
	Variant             // another copy's words, or a claim that does not decide
)

// Line is one line before wrapping.
type Line struct {
	Role  Role
	Spans []prose.Span
	Notes []int
}

// Text is the line's words without marks.
func (l Line) Text() string {
	var s string
	for _, span := range l.Spans {
		s += span.Text
	}
	return s
}

// Note is a numbered source with what it is cited for.
type Note struct {
	Number int
	Source *plan.Source
	Uses   []Use
}

// Use is one claim that rests on a source.
type Use struct {
	Version string
	Field   string // ID
	Claim   *plan.Claim
	Witness bool // the source has the text whole, and the clause is not in it; Claim is nil
	// Says is what the claim says, where the line that cites it says more or
	// says it otherwise; "" elsewhere.
	Says string
}

// PointText is "point 6" or "points 5, 10"; "" for none.
func PointText(points string) string {
	switch {
	case points == "":
		return ""
	case strings.ContainsAny(points, ",-"):
		return "points " + points
	}
	return "point " + points
}

func plain(role Role, text string, notes ...int) Line {
	return Line{Role: role, Spans: []prose.Span{{Op: prose.Keep, Text: text}}, Notes: notes}
}

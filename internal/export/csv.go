package export

import (
	"bufio"
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"

	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

// separated writes RFC 4180: a header, CRLF, quotes around every text. Texts
// are quoted whether they need it or not, because programs that guess the
// separator guess right then; encoding/csv quotes only what needs it.
type separated struct {
	Shape
	comma string
	all   []string // columns that can be chosen
}

// longColumns are the columns of a row for a field and a version: what the
// version says, and how that differs from the first one.
var longColumns = []string{
	"number", "topic", "section", "field", "title", "row_kind", "base", "base_state", "base_text", "base_value", "base_unit", "base_points", "base_place", "base_sources",
	"version", "kind", "relation", "state", "text", "value", "unit", "points", "place", "step", "step_percent", "sources", "published", "addresses",
}

// onRequest are columns that are written only where they are named.
var onRequest = []string{"number", "relation", "base_place", "place", "published", "addresses"}

// wideColumns are those of a field; wideParts are repeated for every version.
var (
	wideColumns = []string{"number", "topic", "section", "field", "title", "row_kind", "unit"}
	wideParts   = []string{"kind", "relation", "state", "text", "value", "points", "place", "step", "step_percent", "sources", "published", "addresses"}
)

func newSeparated(comma string, s Shape) *Writer {
	all := longColumns
	if s.Wide {
		all = slices.Concat(wideColumns, wideParts)
	}
	return &Writer{all, without(all, onRequest...), separated{s, comma, all}.write}
}

func without(list []string, names ...string) []string {
	return pick.Drop(list, func(s string) bool { return slices.Contains(names, s) })
}

// differences are the columns that a first version does not have.
var differences = []string{"kind", "relation", "step", "step_percent"}

// numeric columns have numbers as they are: programs are to calculate with them.
var numeric = []string{"number", "value", "step", "step_percent"}

func (s separated) write(w io.Writer, d *Document, columns []string) error {
	out := bufio.NewWriter(w)
	if s.BOM {
		out.WriteString("\ufeff")
	}
	if d.Tree.Points && d.Columns == nil {
		columns = without(s.all, "number", "value", "base_value", "unit", "base_unit", "step", "step_percent", "sources", "base_sources", "published", "addresses")
	}
	places := s.places(d, columns)
	values := make([]string, len(places))
	line := func(value func(place) string) {
		for i, p := range places {
			values[i] = value(p)
		}
		out.WriteString(strings.Join(values, s.comma) + "\r\n")
	}
	line(func(p place) string { return quoted(p.head) })
	for section, r := range d.Tree.Selected() {
		first, last := min(1, len(r.Cells)-1), len(r.Cells)-1
		if s.Wide {
			last = first
		}
		for own := first; own <= last; own++ {
			line(func(p place) string {
				value := parts[p.part](spot{d, section, r, r.Cells[cmp.Or(p.at, own+1)-1], s.Wide})
				if slices.Contains(numeric, p.part) {
					return value
				}
				return quoted(value)
			})
		}
	}
	return out.Flush()
}

// place is a column: which part of which cell it has.
type place struct {
	head, part string
	at         int // the cell, from 1; 0 is the one that the line is about
}

func (s separated) places(d *Document, columns []string) []place {
	var out []place
	for _, c := range columns {
		part, ofBase := strings.CutPrefix(c, "base_")
		switch {
		case s.Wide && !slices.Contains(wideColumns, c):
		case c == "base":
			out = append(out, place{c, "version", 1})
		case ofBase:
			out = append(out, place{c, part, 1})
		default:
			out = append(out, place{c, c, 0})
		}
	}
	for i, v := range d.Tree.Columns {
		for _, c := range columns {
			if s.Wide && slices.Contains(wideParts, c) && (i > 0 || !slices.Contains(differences, c)) {
				out = append(out, place{v.ID + " " + c, c, i + 1})
			}
		}
	}
	return out
}

// spot is a cell in its row. Where a field is one row, the row has one unit, and a
// number of another is left to the text.
type spot struct {
	*Document
	section *table.Section
	row     *table.Row
	cell    table.Cell
	wide    bool
}

var parts = map[string]func(spot) string{
	"number":   func(x spot) string { return strconv.Itoa(x.row.Number) },
	"topic":    func(x spot) string { return x.section.ID },
	"section":  func(x spot) string { return x.section.Title },
	"field":    func(x spot) string { return x.row.Field },
	"title":    func(x spot) string { return x.row.Title },
	"row_kind": func(x spot) string { return string(x.row.Kind) },
	"version":  func(x spot) string { return x.cell.Version },
	"kind":     func(x spot) string { return string(x.cell.Kind) },
	"relation": func(x spot) string { return x.cell.Relation },
	"state":    func(x spot) string { return wording.StateWord(x.cell.State) },
	"text":     spot.text,
	"value": func(x spot) string {
		return when(!x.wide || x.cell.Value.Unit == x.row.Unit, string(exact(x.cell.Value)))
	},
	"unit":         func(x spot) string { return when(!x.wide, x.cell.Value.Unit) + when(x.wide, x.row.Unit) },
	"points":       func(x spot) string { return x.cell.Points },
	"place":        func(x spot) string { return x.cell.Place },
	"step":         func(x spot) string { return string(stepTo(x.cell).Absolute) },
	"step_percent": func(x spot) string { return string(percentTo(x.cell)) },
	"sources":      func(x spot) string { return x.cited(" ", func(k *plan.Source) string { return k.ID }) },
	"published":    func(x spot) string { return x.cited("; ", wording.Day) },
	"addresses":    func(x spot) string { return x.cited(" ", func(k *plan.Source) string { return link(k.URL) }) },
}

func (x spot) text() string {
	if x.cell.Place != "" { // points of documents, whole
		return x.cell.Text
	}
	return cellText(x.cell)
}

// stepTo is the step from the first version; zero where there is none.
func stepTo(c table.Cell) *plan.Step { return cmp.Or(c.Delta, &plan.Step{}) }

// percentTo is the same in percent; "" where there is none.
func percentTo(c table.Cell) plan.Decimal {
	p, _ := stepTo(c).Percent(2)
	return p
}

// quoted is a text in quotation marks; what is empty has none.
func quoted(text string) string {
	if text = inert(safe(text)); text == "" {
		return ""
	}
	return `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
}

// exact is a plain number for programs; "" for what is none. A bound is no
// number: the text has it.
func exact(v plan.Value) plan.Decimal {
	if !v.HasNumber() || v.Bound != plan.Exact {
		return ""
	}
	return v.Number
}

// cited is something of the sources of a cell, each once, in the order of their
// numbers; "-" stands for one that does not have it.
func (x spot) cited(joint string, of func(*plan.Source) string) string {
	var numbers []int
	for _, l := range x.cell.Lines {
		numbers = append(numbers, x.cites(l)...)
	}
	slices.Sort(numbers)
	return prose.Join(slices.Compact(numbers), joint, func(n int) string { return cmp.Or(safe(of(x.Tree.Sources[n-1].Card)), "-") })
}

// cellText is a cell on one line, without sources.
func cellText(c table.Cell) string {
	return prose.Join(c.Lines, " / ", func(l table.Line) string { return safe(l.Text()) })
}

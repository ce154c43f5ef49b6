package export

import (
	"bufio"
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"

	"plandiff/internal/plan"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

// separated writes RFC 4180: a header, CRLF, quotes around every text. Texts
// are quoted whether they need it or not, because programs that guess the
// separator guess right then; encoding/csv quotes only what needs it.
type separated struct {
	comma byte
	wide  bool
	bom   bool
}

// longColumns are the columns of a row for a field and a version: what the
// version says, and how that differs from the first one.
var longColumns = []string{
	"number", "topic", "section", "field", "title", "row_kind", "base", "base_state", "base_text", "base_value", "base_unit", "base_points", "base_place", "base_sources",
	"version", "kind", "relation", "state", "text", "value", "unit", "points", "place", "step", "step_percent", "sources", "published", "addresses",
}

// onRequest are columns that are written where they are named. A row of the
// usual ones is long enough.
var onRequest = []string{"number", "relation", "base_place", "place", "published", "addresses"}

// wideColumns are those of a field; wideParts are repeated for every version.
var (
	wideColumns = []string{"number", "topic", "section", "field", "title", "row_kind", "unit"}
	wideParts   = []string{"kind", "relation", "state", "text", "value", "points", "place", "step", "step_percent", "sources", "published", "addresses"}
)

func (s separated) Columns() (all, usual []string) {
	if s.wide {
		all = append(slices.Clone(wideColumns), wideParts...)
		return all, without(all, onRequest...)
	}
	return longColumns, without(longColumns, onRequest...)
}

func without(list []string, names ...string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(s string) bool { return slices.Contains(names, s) })
}

func (s separated) Write(w io.Writer, d *Document) error {
	out := bufio.NewWriter(w)
	if s.bom {
		out.WriteString("\ufeff")
	}
	columns := d.columns(s)
	if d.Tree.Points && d.Columns == nil {
		all, _ := s.Columns()
		columns = without(all, "number", "value", "base_value", "unit", "base_unit", "step", "step_percent", "sources", "base_sources", "published", "addresses")
	}
	if s.wide {
		s.writeWide(out, d, columns)
	} else {
		s.writeLong(out, d, columns)
	}
	return out.Flush()
}

func (s separated) writeLong(w *bufio.Writer, d *Document, columns []string) {
	for i, c := range columns {
		s.text(w, i == 0, c)
	}
	w.WriteString("\r\n")
	cards := cardsOf(d)
	for _, r := range d.rows() {
		base := d.Tree.Columns[0].ID
		for i, c := range r.Cells {
			if i == 0 && len(r.Cells) > 1 {
				continue
			}
			for n, column := range columns {
				first := n == 0
				if s.rowPart(w, first, column, r) {
					continue
				}
				if part, ok := strings.CutPrefix(column, "base_"); ok {
					s.cellPart(w, first, part, r.Cells[0], cards)
					continue
				}
				switch column {
				case "base":
					s.text(w, first, base)
				case "version":
					s.text(w, first, d.Tree.Columns[i].ID)
				default:
					s.cellPart(w, first, column, c, cards)
				}
			}
			w.WriteString("\r\n")
		}
	}
}

func (s separated) writeWide(w *bufio.Writer, d *Document, columns []string) {
	first := true
	put := func(name string) { s.text(w, first, name); first = false }
	each := func(row func(column string), cell func(i int, part string)) {
		for _, c := range columns {
			if slices.Contains(wideColumns, c) {
				row(c)
			}
		}
		for i := range d.Tree.Columns {
			for _, part := range columns {
				if slices.Contains(wideParts, part) && (i > 0 || part != "kind" && part != "relation" && part != "step" && part != "step_percent") {
					cell(i, part)
				}
			}
		}
	}
	each(put, func(i int, part string) { put(d.Tree.Columns[i].ID + " " + part) })
	w.WriteString("\r\n")
	cards := cardsOf(d)
	for _, r := range d.rows() {
		first = true
		each(func(column string) {
			if column == "unit" {
				s.text(w, first, safe(r.Unit))
			} else {
				s.rowPart(w, first, column, r)
			}
			first = false
		}, func(i int, part string) {
			c := r.Cells[i]
			if c.Value.Unit != r.Unit {
				c.Value = plan.Value{} // the row has one unit; the text has this one
			}
			s.cellPart(w, first, part, c, cards)
			first = false
		})
		w.WriteString("\r\n")
	}
}

// rowPart writes a column that is the same for every version.
func (s separated) rowPart(w *bufio.Writer, first bool, column string, r shownRow) bool {
	switch column {
	case "number":
		s.number(w, first, strconv.Itoa(r.Number))
	case "topic":
		s.text(w, first, r.section.ID)
	case "section":
		s.text(w, first, r.section.Title)
	case "field":
		s.text(w, first, r.Field)
	case "title":
		s.text(w, first, r.Title)
	case "row_kind":
		s.text(w, first, string(r.Kind))
	default:
		return false
	}
	return true
}

func (s separated) cellPart(w *bufio.Writer, first bool, part string, c table.Cell, cards []*plan.Source) {
	switch part {
	case "kind":
		s.text(w, first, string(c.Kind))
	case "relation":
		s.text(w, first, c.Relation)
	case "state":
		s.text(w, first, wording.StateWord(c.State))
	case "text":
		if c.Place != "" { // points of documents, whole
			s.text(w, first, safe(c.Text))
			return
		}
		s.text(w, first, safe(cellText(c)))
	case "value":
		s.number(w, first, exact(c.Value))
	case "unit":
		s.text(w, first, safe(c.Value.Unit))
	case "points":
		s.text(w, first, c.Points)
	case "place":
		s.text(w, first, safe(c.Place))
	case "step":
		s.number(w, first, stepOf(c.Step))
	case "step_percent":
		s.number(w, first, percentOf(c.Step))
	case "sources":
		s.text(w, first, cited(c, cards, " ", func(k *plan.Source) string { return k.ID }))
	case "published":
		s.text(w, first, cited(c, cards, "; ", wording.Day))
	case "addresses":
		s.text(w, first, cited(c, cards, " ", func(k *plan.Source) string { return link(k.URL) }))
	}
}

// text writes one quoted field.
func (s separated) text(w *bufio.Writer, first bool, text string) {
	s.separate(w, first)
	if text == "" {
		return
	}
	w.WriteByte('"')
	w.WriteString(strings.ReplaceAll(inert(safe(text)), `"`, `""`))
	w.WriteByte('"')
}

// number writes a number as it is: programs are to calculate with it.
func (s separated) number(w *bufio.Writer, first bool, digits string) {
	s.separate(w, first)
	w.WriteString(digits)
}

func (s separated) separate(w *bufio.Writer, first bool) {
	if !first {
		w.WriteByte(s.comma)
	}
}

// exact is a plain number for programs; "" for what is none. A bound is no
// number: the text has it.
func exact(v plan.Value) string {
	if !v.HasNumber() || v.Bound != plan.Exact {
		return ""
	}
	return string(v.Number)
}

func stepOf(d *plan.Step) string {
	if d == nil {
		return ""
	}
	return string(d.Absolute)
}

func percentOf(d *plan.Step) string {
	if d == nil {
		return ""
	}
	p, _ := d.Percent(2)
	return string(p)
}

// cardsOf are the sources by their number.
func cardsOf(d *Document) []*plan.Source {
	if d.Sources == NoSources {
		return nil
	}
	out := make([]*plan.Source, len(d.Tree.Sources)+1)
	for _, n := range d.Tree.Sources {
		out[n.Number] = n.Card
	}
	return out
}

// cited is something of the sources of a cell, each once, in the order of their
// numbers; "-" stands for one that does not have it.
func cited(c table.Cell, cards []*plan.Source, joint string, of func(*plan.Source) string) string {
	if cards == nil {
		return ""
	}
	var numbers []int
	for _, l := range c.Lines {
		numbers = append(numbers, l.Cites...)
	}
	slices.Sort(numbers)
	var out []string
	for _, n := range slices.Compact(numbers) {
		out = append(out, cmp.Or(safe(of(cards[n])), "-"))
	}
	return strings.Join(out, joint)
}

// cellText is a cell on one line, without sources.
func cellText(c table.Cell) string {
	parts := make([]string, len(c.Lines))
	for i, l := range c.Lines {
		parts[i] = safe(l.Text())
	}
	return strings.Join(parts, " / ")
}

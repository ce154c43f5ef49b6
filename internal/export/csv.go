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
	out := &line{Writer: bufio.NewWriter(w), comma: s.comma, cards: cardsOf(d)}
	if s.bom {
		out.WriteString("\ufeff")
	}
	columns := d.columns(s)
	if d.Tree.Points && d.Columns == nil {
		all, _ := s.Columns()
		columns = without(all, "number", "value", "base_value", "unit", "base_unit", "step", "step_percent", "sources", "base_sources", "published", "addresses")
	}
	if s.wide {
		out.writeWide(d, columns)
	} else {
		out.writeLong(d, columns)
	}
	return out.Flush()
}

// line writes values one after another, with what separates them.
type line struct {
	*bufio.Writer
	comma byte
	begun bool
	cards []*plan.Source // by their number; nil: no sources are written
}

func (l *line) writeLong(d *Document, columns []string) {
	for _, c := range columns {
		l.text(c)
	}
	l.end()
	for _, r := range d.rows() {
		for i, c := range r.Cells {
			if i == 0 && len(r.Cells) > 1 {
				continue
			}
			for _, column := range columns {
				part, ofBase := strings.CutPrefix(column, "base_")
				switch {
				case column == "base":
					l.text(d.Tree.Columns[0].ID)
				case column == "version":
					l.text(d.Tree.Columns[i].ID)
				case ofBase:
					l.cellPart(part, r.Cells[0])
				case !l.rowPart(column, r):
					l.cellPart(column, c)
				}
			}
			l.end()
		}
	}
}

func (l *line) writeWide(d *Document, columns []string) {
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
		l.end()
	}
	each(l.text, func(i int, part string) { l.text(d.Tree.Columns[i].ID + " " + part) })
	for _, r := range d.rows() {
		each(func(column string) {
			if !l.rowPart(column, r) {
				l.text(r.Unit)
			}
		}, func(i int, part string) {
			c := r.Cells[i]
			if c.Value.Unit != r.Unit {
				c.Value = plan.Value{} // the row has one unit; the text has this one
			}
			l.cellPart(part, c)
		})
	}
}

// rowPart writes a column that is the same for every version.
func (l *line) rowPart(column string, r shownRow) bool {
	switch column {
	case "number":
		l.number(strconv.Itoa(r.Number))
	case "topic":
		l.text(r.section.ID)
	case "section":
		l.text(r.section.Title)
	case "field":
		l.text(r.Field)
	case "title":
		l.text(r.Title)
	case "row_kind":
		l.text(string(r.Kind))
	default:
		return false
	}
	return true
}

func (l *line) cellPart(part string, c table.Cell) {
	switch part {
	case "kind":
		l.text(string(c.Kind))
	case "relation":
		l.text(c.Relation)
	case "state":
		l.text(wording.StateWord(c.State))
	case "text":
		if c.Place != "" { // points of documents, whole
			l.text(c.Text)
			return
		}
		l.text(cellText(c))
	case "value":
		l.number(exact(c.Value))
	case "unit":
		l.text(c.Value.Unit)
	case "points":
		l.text(c.Points)
	case "place":
		l.text(c.Place)
	case "step":
		l.number(stepOf(c.Step))
	case "step_percent":
		l.number(percentOf(c.Step))
	case "sources":
		l.text(l.cited(c, " ", func(k *plan.Source) string { return k.ID }))
	case "published":
		l.text(l.cited(c, "; ", wording.Day))
	case "addresses":
		l.text(l.cited(c, " ", func(k *plan.Source) string { return link(k.URL) }))
	}
}

// text writes one quoted value.
func (l *line) text(text string) {
	if text = inert(safe(text)); text != "" {
		text = `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
	}
	l.number(text)
}

// number writes a number as it is: programs are to calculate with it.
func (l *line) number(digits string) {
	if l.begun {
		l.WriteByte(l.comma)
	}
	l.begun = true
	l.WriteString(digits)
}

func (l *line) end() {
	l.WriteString("\r\n")
	l.begun = false
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
	if d.Sources == table.NoSources {
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
func (l *line) cited(c table.Cell, joint string, of func(*plan.Source) string) string {
	if l.cards == nil {
		return ""
	}
	var numbers []int
	for _, said := range c.Lines {
		numbers = append(numbers, said.Cites...)
	}
	slices.Sort(numbers)
	var out []string
	for _, n := range slices.Compact(numbers) {
		out = append(out, cmp.Or(safe(of(l.cards[n])), "-"))
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

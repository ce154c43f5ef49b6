package compare

import (
	"slices"

	"plandiff/internal/evidence"
	"plandiff/internal/plan"
)

// Mark is what one cell of the matrix shows: the kind of difference from the
// base, and what is known of the base itself.
type Mark string

const (
	MarkDisputed Mark = "disputed"     // sources contradict each other
	MarkOpen     Mark = "in brackets"  // not agreed
	MarkChanged  Mark = "changed"      // not as in the base
	MarkRemoved  Mark = "removed"      // in the base, and gone
	MarkAdded    Mark = "added"        // not in the base
	MarkMoved    Mark = "moved"        // to another document
	MarkSame     Mark = "same"         // as in the base
	MarkKnown    Mark = "known"        // known; of the base, or not to be compared with it
	MarkAbsent   Mark = "absent"       // known not to be there, nor in the base
	MarkUnknown  Mark = "not reported" // nobody says
)

// Marks lists every mark, most telling first. A topic shows the first that
// any of its fields has.
var Marks = []Mark{MarkDisputed, MarkOpen, MarkChanged, MarkRemoved, MarkAdded, MarkMoved, MarkSame, MarkKnown, MarkAbsent, MarkUnknown}

// MatrixCell is one topic, or one field, of one version.
type MatrixCell struct {
	Mark  Mark
	Count int // fields of the topic with this mark
	Known int // fields of the topic that are reported
	Of    int // fields of the topic that any version has
}

// MatrixRow is one topic or, in the long form, one field.
type MatrixRow struct {
	Topic *plan.Topic
	Field *plan.Field // nil in the row of a topic
	Cells []MatrixCell
}

// Matrix is topics by versions, versions in time order.
type Matrix struct {
	View     *evidence.View
	Versions []*plan.Record
	Base     *plan.Record
	Rows     []MatrixRow
	Totals   []map[Mark]int // by version: fields with each mark
	Pairs    []PairCount    // of the same fields
	Hidden   int
}

// Survey makes the matrix of versions; the first one given is the base that
// the others are marked against. Only what the text or the document says is
// surveyed, not the talks about it.
func Survey(v *evidence.View, ids []string, fields bool) (*Matrix, error) {
	c, err := Compare(v, ids)
	if err != nil {
		return nil, err
	}
	c = c.Select(func(r Row) bool { return r.Topic.About == plan.AboutText || r.Topic.About == plan.AboutDocument })
	m := &Matrix{View: v, Base: c.Versions[0], Hidden: c.Hidden, Pairs: c.Counts()}
	place := map[*plan.Record]int{}
	for i, r := range c.Versions {
		place[r] = i
	}
	m.Versions = slices.Clone(c.Versions)
	slices.SortStableFunc(m.Versions, func(a, b *plan.Record) int { return a.Date.Compare(b.Date) })
	for range m.Versions {
		m.Totals = append(m.Totals, map[Mark]int{})
	}
	for _, r := range c.Rows {
		row := MatrixRow{Topic: r.Topic, Field: r.Field}
		for i, version := range m.Versions {
			cell := matrixCell(r.Cells[place[version]])
			m.Totals[i][cell.Mark]++
			row.Cells = append(row.Cells, cell)
		}
		m.Rows = append(m.Rows, row)
	}
	if !fields {
		m.Rows = gather(m.Rows)
	}
	return m, nil
}

func matrixCell(c Cell) MatrixCell {
	out := MatrixCell{Mark: markOf(c), Count: 1, Of: 1}
	if out.Mark != MarkUnknown {
		out.Known = 1
	}
	return out
}

// gather joins the rows of fields into rows of topics.
func gather(rows []MatrixRow) []MatrixRow {
	var out []MatrixRow
	counts := []map[Mark]int{}
	flush := func() {
		if len(out) == 0 {
			return
		}
		last := &out[len(out)-1]
		for i := range last.Cells {
			cell := &last.Cells[i]
			for _, mark := range Marks {
				if n := counts[i][mark]; n > 0 && cell.Mark == "" {
					cell.Mark, cell.Count = mark, n
				}
				cell.Of += counts[i][mark]
				if mark != MarkUnknown {
					cell.Known += counts[i][mark]
				}
			}
		}
	}
	for _, r := range rows {
		if len(out) == 0 || out[len(out)-1].Topic != r.Topic {
			flush()
			out = append(out, MatrixRow{Topic: r.Topic, Cells: make([]MatrixCell, len(r.Cells))})
			counts = make([]map[Mark]int, len(r.Cells))
			for i := range counts {
				counts[i] = map[Mark]int{}
			}
		}
		for i, c := range r.Cells {
			counts[i][c.Mark]++
		}
	}
	flush()
	return out
}

func markOf(c Cell) Mark {
	switch c.State {
	case plan.Lacuna:
		return MarkUnknown
	case plan.Disputed:
		return MarkDisputed
	case plan.Bracketed:
		return MarkOpen
	case plan.Severed:
		return MarkMoved
	}
	switch c.Kind {
	case Changed:
		return MarkChanged
	case Removed:
		return MarkRemoved
	case Added:
		return MarkAdded
	}
	switch {
	case c.State == plan.Omitted || c.State == plan.Deleted:
		return MarkAbsent
	case c.Kind.Equal():
		return MarkSame
	}
	return MarkKnown
}

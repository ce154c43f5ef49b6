package compare

import (
	"slices"

	"plandiff/internal/plan"
)

// Mark is what one cell of the matrix shows.
type Mark string

const (
	MarkDiffers  Mark = "differs"      // known, and not as in the first version
	MarkDeleted  Mark = "deleted"      // a source says that it was taken out
	MarkDisputed Mark = "disputed"     // sources contradict each other
	MarkOpen     Mark = "in brackets"  // not agreed
	MarkMoved    Mark = "moved"        // to another document
	MarkValue    Mark = "value"        // known; as in the first version, or not to be compared with it
	MarkAbsent   Mark = "absent"       // known not to be there
	MarkUnknown  Mark = "not reported" // nobody says
)

// Marks lists every mark, most telling first. A topic shows the first that
// any of its fields has.
var Marks = []Mark{MarkDisputed, MarkOpen, MarkDiffers, MarkDeleted, MarkMoved, MarkValue, MarkAbsent, MarkUnknown}

// MatrixCell is one topic, or one field, of one version.
type MatrixCell struct {
	Mark  Mark
	Count int // fields of the topic with this mark
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
	Versions []*plan.Record
	Base     *plan.Record
	Rows     []MatrixRow
	Totals   []map[Mark]int // by version: fields with each mark
	Evidence Evidence
	Hidden   int
}

// Survey makes the matrix of versions; the first one given is the base that
// the others are marked against. Only what the text or the document says is
// surveyed, not the talks about it.
func Survey(lib *plan.Library, ids []string, fields bool, ev Evidence) (*Matrix, error) {
	c, err := Compare(lib, ids, ev)
	if err != nil {
		return nil, err
	}
	m := &Matrix{Base: c.Versions[0], Evidence: ev, Hidden: c.Hidden}
	order := slices.Clone(c.Versions)
	slices.SortStableFunc(order, func(a, b *plan.Record) int { return a.Date.Compare(b.Date) })
	m.Versions = order
	for range order {
		m.Totals = append(m.Totals, map[Mark]int{})
	}
	for _, r := range c.Rows {
		if r.Topic.About != plan.AboutText && r.Topic.About != plan.AboutDocument {
			continue
		}
		row := MatrixRow{Topic: r.Topic, Field: r.Field}
		for i, v := range order {
			mark := markOf(r.Cells[slices.Index(c.Versions, v)])
			m.Totals[i][mark]++
			row.Cells = append(row.Cells, MatrixCell{Mark: mark, Count: 1, Of: 1})
		}
		m.Rows = append(m.Rows, row)
	}
	if !fields {
		m.Rows = gather(m.Rows)
	}
	return m, nil
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
	case plan.Omitted:
		return MarkAbsent
	case plan.Deleted:
		return MarkDeleted
	case plan.Disputed:
		return MarkDisputed
	case plan.Bracketed:
		return MarkOpen
	case plan.Severed:
		return MarkMoved
	}
	if settled(c.Kind) {
		return MarkDiffers
	}
	return MarkValue
}

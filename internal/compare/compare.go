package compare

import (
	"fmt"
	"slices"

	"plandiff/internal/evidence"
	"plandiff/internal/plan"
)

// Comparison is versions side by side, every field that any of them has.
// The first version is what the others are compared with.
type Comparison struct {
	View     *evidence.View
	Versions []*plan.Record
	Rows     []Row
	Hidden   int // claims about these versions that are not admitted
}

// Row is one field over all versions.
type Row struct {
	Topic *plan.Topic
	Field *plan.Field
	Kind  Kind // the most telling of the pairs' kinds; Unknown only where every pair is
	Terms bool // of Kind Changed: in terms only, in every pair that changed
	Cells []Cell
}

// Cell is one field of one version.
type Cell struct {
	Version *plan.Record
	Reading
	Difference // from the first version; the zero Difference in the first cell
}

// Compare puts versions side by side, in the order given. It fails if there
// are fewer than two, or one twice.
func Compare(v *evidence.View, ids []string) (*Comparison, error) {
	if len(ids) < 2 {
		return nil, fmt.Errorf("comparing versions: %d given, at least two are needed", len(ids))
	}
	c := &Comparison{View: v, Hidden: v.Hidden(ids...)}
	for i, id := range ids {
		r := v.Record(id)
		if r == nil {
			return nil, fmt.Errorf("comparing versions: there is no %s", id)
		}
		if slices.Contains(ids[:i], id) {
			return nil, fmt.Errorf("comparing versions: %s is given twice", id)
		}
		c.Versions = append(c.Versions, r)
	}
	has := claimed(c.Versions)
	c.Rows = make([]Row, 0, len(has))
	for topic, field := range v.Fields() {
		if has[field.ID] {
			c.Rows = append(c.Rows, row(v, topic, field, c.Versions))
		}
	}
	return c, nil
}

// claimed is the set of fields with a claim in any of the records.
func claimed(records []*plan.Record) map[string]bool {
	has := map[string]bool{}
	for _, r := range records {
		for _, fc := range r.Fields {
			has[fc.Field] = has[fc.Field] || len(fc.Claims) > 0
		}
	}
	return has
}

func row(v *evidence.View, topic *plan.Topic, field *plan.Field, versions []*plan.Record) Row {
	out := Row{Topic: topic, Field: field, Kind: Unknown, Cells: make([]Cell, 0, len(versions))}
	var first side
	for i, r := range versions {
		cell := Cell{Version: r, Reading: Derive(v, r, topic, field)}
		if i == 0 {
			first = side{r, cell.Reading}
		} else {
			cell.Difference = pair(v, field, first, side{r, cell.Reading})
		}
		out.Cells = append(out.Cells, cell)
	}
	out.file()
	return out
}

// file gives a row the most telling kind of its pairs.
func (r *Row) file() {
	r.Kind, r.Terms = Unknown, true
	for _, c := range r.Cells[1:] {
		if slices.Index(Kinds, c.Kind) < slices.Index(Kinds, r.Kind) {
			r.Kind = c.Kind
		}
		if c.Kind == Changed && !c.Terms {
			r.Terms = false
		}
	}
	r.Terms = r.Terms && r.Kind == Changed
}

// PairCount is how many fields have each kind between the first version and
// another. The kinds add up to the number of rows.
type PairCount struct {
	Version string // ID of the other
	Kinds   map[Kind]int
	Terms   int // of those changed: in terms only
}

// Counts is the one counter of differences, pair by pair.
func (c *Comparison) Counts() []PairCount {
	out := make([]PairCount, len(c.Versions)-1)
	for i := range out {
		out[i] = PairCount{Version: c.Versions[i+1].ID, Kinds: map[Kind]int{}}
		for _, r := range c.Rows {
			cell := r.Cells[i+1]
			out[i].Kinds[cell.Kind]++
			if cell.Terms {
				out[i].Terms++
			}
		}
	}
	return out
}

// Select is the comparison with only the rows that keep says.
func (c *Comparison) Select(keep func(Row) bool) *Comparison {
	out := *c
	out.Rows = nil
	for _, r := range c.Rows {
		if keep(r) {
			out.Rows = append(out.Rows, r)
		}
	}
	return &out
}

// HasKind reports whether a pair of the row has a kind that is kept.
func (r Row) HasKind(keep func(Kind) bool) bool {
	return slices.ContainsFunc(r.Cells[1:], func(c Cell) bool { return keep(c.Kind) })
}

// DefaultVersions are the versions that a command shows where none are named:
// of a list of the vocabulary, those of which something was public; and those
// that were not public yet.
func DefaultVersions(v *evidence.View, ids []string) (public, notYet []string) {
	if len(ids) == 0 {
		ids = plan.IDs(v.Drafts())
	}
	return v.PublicOnly(ids)
}

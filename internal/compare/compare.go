package compare

import (
	"fmt"
	"slices"

	"plandiff/internal/plan"
)

// Comparison is versions side by side, every field that any of them has.
// The first version is what the others are compared with.
type Comparison struct {
	Versions []*plan.Record
	Rows     []Row
	Evidence Evidence // the filter that was on
	Hidden   int      // claims that it hid, of these versions
}

// Row is one field over all versions.
type Row struct {
	Topic *plan.Topic
	Field *plan.Field
	Kind  Kind // the most telling of the cells' kinds
	Cells []Cell
}

// Cell is one field of one version.
type Cell struct {
	Version *plan.Record
	Reading
	Difference // from the first version; the zero Difference in the first cell
}

// Compare puts versions side by side, in the order given, with the evidence
// that is admitted. It fails if there are fewer than two, or one twice.
func Compare(lib *plan.Library, ids []string, ev Evidence) (*Comparison, error) {
	if len(ids) < 2 {
		return nil, fmt.Errorf("comparing versions: %d given, at least two are needed", len(ids))
	}
	seen, hidden := ev.Filter(lib, ids)
	c := &Comparison{Evidence: ev, Hidden: hidden}
	for i, id := range ids {
		r := seen.Record(id)
		if r == nil {
			return nil, fmt.Errorf("comparing versions: there is no %s", id)
		}
		if slices.Contains(ids[:i], id) {
			return nil, fmt.Errorf("comparing versions: %s is given twice", id)
		}
		c.Versions = append(c.Versions, r)
	}
	has := claimed(c.Versions)
	eachField(seen, func(topic *plan.Topic, field *plan.Field) {
		if has[field.ID] {
			c.Rows = append(c.Rows, row(seen, topic, field, c.Versions))
		}
	})
	return c, nil
}

// eachField visits every field in the order of the vocabulary.
func eachField(lib *plan.Library, visit func(*plan.Topic, *plan.Field)) {
	for t := range lib.Topics {
		for f := range lib.Topics[t].Fields {
			visit(&lib.Topics[t], &lib.Topics[t].Fields[f])
		}
	}
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

func row(lib *plan.Library, topic *plan.Topic, field *plan.Field, versions []*plan.Record) Row {
	out := Row{Topic: topic, Field: field, Kind: Same}
	for i, v := range versions {
		cell := Cell{Version: v, Reading: Derive(v, topic, field)}
		if i > 0 {
			base := out.Cells[0]
			cell.Difference = pair(lib, field, side{base.Version.ID, base.Reading}, side{v.ID, cell.Reading})
			if slices.Index(Kinds, cell.Kind) < slices.Index(Kinds, out.Kind) {
				out.Kind = cell.Kind
			}
		}
		out.Cells = append(out.Cells, cell)
	}
	return out
}

// Count is how many rows have each kind.
func (c *Comparison) Count() map[Kind]int {
	out := map[Kind]int{}
	for _, r := range c.Rows {
		out[r.Kind]++
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

// TopicPoints lists the numbered points of a record that are about a topic.
func TopicPoints(r *plan.Record, topic *plan.Topic) []int {
	var out []int
	add := func(p int) {
		if p > 0 && !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	for i := range topic.Fields {
		f := &topic.Fields[i]
		for _, p := range r.Points {
			if slices.Contains(p.Covers, f.ID) || slices.Contains(p.Covers, f.Prefix()) {
				add(p.Number)
			}
		}
		for _, c := range r.Claims(f.ID) {
			add(c.Point)
		}
	}
	slices.Sort(out)
	return out
}

package mcp

import (
	"cmp"
	"slices"

	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/table"
)

type versionsArgs struct {
	Kind string `json:"kind"`
	Skip int    `json:"skip"`
	evidenceArgs
}

func (s *server) listVersions(v *evidence.View, a versionsArgs) (*reply, error) {
	kind := cmp.Or(a.Kind, string(plan.Draft))
	var records []*plan.Record
	for _, k := range [3]plan.RecordKind{plan.Draft, plan.Position, plan.Event} {
		if kind == "all" || kind == string(k) {
			records = append(records, v.OfKind(k)...)
		}
	}
	records = slices.DeleteFunc(records, func(r *plan.Record) bool { return r.Kind != plan.Draft && !v.Named(r) })
	out := s.reply(v)
	out.paged, out.skip = true, a.Skip
	for _, row := range table.FromRecords(v, records).Grids[0].Rows {
		r := row.Known.Record
		out.lines = append(out.lines, line{tell: func(_ *book, depth int) any {
			x := versionOf(v, r)
			x.Kind = string(r.Kind)
			if depth > 0 {
				x.By, x.Follows = r.By, r.Follows
			}
			if depth > 1 {
				x.Names, x.Status = r.Names, r.Status
			}
			return x
		}})
	}
	return out, nil
}

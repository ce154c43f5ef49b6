package mcp

import (
	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/wording"
)

// unclaimed tells of the fields asked about that have no claim in a record:
// known to be absent, or not reported. Fields of which no record says anything
// are left out.
func (s *server) unclaimed(out *reply, v *evidence.View, r *plan.Record, topic func(*plan.Topic, *plan.Field) bool) {
	spoken := map[string]bool{}
	for _, x := range v.Records {
		for _, fc := range x.Fields {
			spoken[fc.Field] = spoken[fc.Field] || len(fc.Claims) > 0
		}
	}
	for theme, field := range v.Fields() {
		if !spoken[field.ID] || !topic(theme, field) || len(v.Of(r).Claims(field.ID)) > 0 {
			continue
		}
		reading := compare.Derive(v, r, theme, field)
		if reading.State == plan.Lacuna {
			out.lines = append(out.lines, line{theme.ID, func(*book, int) any { return silence{field.ID, []string{r.ID}} }})
			continue
		}
		out.lines = append(out.lines, line{theme.ID, func(b *book, _ int) any {
			c := cell{Record: r.ID, State: string(reading.State), Text: wording.Reading(reading)}
			for _, id := range reading.Witness {
				c.Sources = append(c.Sources, b.cite(id))
			}
			return row{Topic: theme.ID, Field: field.ID, Title: field.Title, Cells: []cell{c}}
		}})
	}
}

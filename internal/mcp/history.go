package mcp

import (
	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/table"
)

type historyArgs struct {
	Field string `json:"field"`
	Skip  int    `json:"skip"`
	evidenceArgs
}

// historyRow is what one record says of a field at one time.
type historyRow struct {
	Field string `json:"field,omitempty"` // where there are several
	Is    string `json:"is,omitempty"`    // position or event; else a draft
	Date  string `json:"date,omitempty"`
	cell
	From string `json:"step_from,omitempty"`
}

func (s *server) history(v *evidence.View, a historyArgs) (*reply, error) {
	topic, err := s.names.Topics(s.lib, []string{a.Field})
	if err != nil {
		return nil, err
	}
	t := table.FromHistories(v, compare.Histories(v, topic))
	out := s.reply(v)
	out.paged, out.skip, out.more = true, a.Skip, "show with a version and a field tells them"
	for _, sec := range t.Sections {
		out.Fields = append(out.Fields, scored{ID: sec.ID, Title: sec.Title, Topic: sec.Rows[0].Topic})
		quiet := silence{sec.ID, nil}
		for _, r := range sec.Rows {
			c := r.Cells[0]
			if c.State == plan.Lacuna && len(c.Claims) == 0 {
				quiet.Versions = append(quiet.Versions, c.Version)
				continue
			}
			field := ""
			if len(t.Sections) > 1 {
				field = r.Field
			}
			out.lines = append(out.lines, line{"", func(b *book, depth int) any {
				m := historyRow{Field: field, Date: string(r.When.Date), cell: cellOf(b, c, depth)}
				if r.When.Step != nil {
					m.From = r.When.From.ID
				}
				if kind := r.When.Record.Kind; kind != plan.Draft {
					m.Is = string(kind)
				}
				return m
			}})
		}
		if quiet.Versions != nil {
			out.lines = append(out.lines, line{"", func(*book, int) any { return quiet }})
		}
	}
	for _, l := range t.Foot {
		out.Notes = append(out.Notes, l.Text())
	}
	return out, nil
}

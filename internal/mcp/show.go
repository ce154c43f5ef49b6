package mcp

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/table"
)

type showArgs struct {
	Version string `json:"version"`
	Topic   string `json:"topic"`
	Point   int    `json:"point"`
	Part    string `json:"part"`
	Skip    int    `json:"skip"`
	evidenceArgs
}

func (s *server) show(v *evidence.View, a showArgs) (*reply, error) {
	if a.Topic != "" && a.Point > 0 {
		return nil, errors.New("give a topic or a point, not both")
	}
	ids, notes, err := s.records(v, []string{a.Version})
	if err != nil {
		return nil, err
	}
	single, err := compare.Read(v, ids[0])
	if err != nil {
		return nil, err
	}
	out := s.reply(v, ids[0])
	out.Notes, out.skip, out.more = notes, a.Skip, "show with a topic, a field or a point tells them"
	record := single.Record
	switch {
	case a.Topic != "":
		topic, err := s.names.Topics(s.lib, []string{a.Topic})
		if err != nil {
			return nil, err
		}
		single = single.Select(func(r compare.Row) bool { return topic(r.Topic, r.Field) })
		s.unclaimed(out, v, record, topic)
	case a.Point > 0:
		p := record.Point(a.Point)
		if p == nil {
			return nil, fmt.Errorf("%s has no point %d that is known; it has %d numbered points", record.ID, a.Point, record.PointCount)
		}
		if a.Part != "" && !slices.Contains(p.Parts, a.Part) {
			return nil, fmt.Errorf("point %d of %s has no part %q that is known; parts: %s", a.Point, record.ID, short(a.Part), strings.Join(p.Parts, ", "))
		}
		single = single.AtPoint(*p, a.Part)
	}
	t := table.FromRecord(single)
	x := versionOf(v, record)
	x.Kind = string(record.Kind)
	if !single.Part {
		x.By, x.Names, x.Follows, x.Status = record.By, record.Names, record.Follows, record.Status
	}
	out.Versions = []version{x}
	for _, sec := range t.Sections {
		if a.Point > 0 && sec.Note != "" {
			out.Notes = append(out.Notes, sec.Title+" ("+sec.Note+")")
		}
		for _, r := range sec.Rows {
			out.lines = append(out.lines, line{r.Topic, func(b *book, depth int) any { return rowOf(b, r, depth) }})
		}
	}
	out.roomy = len(out.lines) == 1
	if len(out.lines) == 0 {
		for _, l := range t.Foot {
			out.Notes = append(out.Notes, l.Text())
		}
	}
	return out, nil
}

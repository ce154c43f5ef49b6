package mcp

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

// allKinds stands for every kind of difference.
const allKinds = "all"

type diffArgs struct {
	Versions []string `json:"versions"`
	Topics   []string `json:"topics"`
	Kinds    []string `json:"kinds"`
	Skip     int      `json:"skip"`
	evidenceArgs
}

// pair counts the kinds of difference between the first version and another.
type pair struct {
	From  string         `json:"from"`
	To    string         `json:"to"`
	Kinds map[string]int `json:"kinds"`
	Terms int            `json:"changed_in_terms_only,omitempty"`
}

// row is one field over all versions.
type row struct {
	Topic  string   `json:"topic"`
	Field  string   `json:"field"`
	Title  string   `json:"title"`
	Kind   string   `json:"kind,omitempty"`
	Terms  bool     `json:"terms_only,omitempty"`
	Cells  []cell   `json:"cells,omitempty"`
	Silent []string `json:"not_reported,omitempty"` // versions
}

func (s *server) diff(a diffArgs) (*reply, error) {
	v, err := s.view(a.evidenceArgs)
	if err != nil {
		return nil, err
	}
	ids, notes, err := s.records(v, a.Versions)
	if err != nil {
		return nil, err
	}
	if ids == nil {
		var notYet []string
		if ids, notYet = compare.DefaultVersions(v, v.Compare); len(ids) < 2 {
			return nil, fmt.Errorf("fewer than two of the usual versions were public on that day; not yet public: %s. Name the versions", strings.Join(notYet, ", "))
		}
		ids = ids[:min(len(ids), 6)]
	}
	topic, err := s.names.Topics(s.lib, a.Topics)
	if err != nil {
		return nil, err
	}
	c, err := compare.Compare(v, ids)
	if err != nil {
		return nil, err
	}
	c = c.Select(func(r compare.Row) bool { return topic(r.Topic, r.Field) })
	keep := compare.Kind.Differs
	if a.Kinds != nil {
		keep = func(k compare.Kind) bool {
			return slices.Contains(a.Kinds, string(k)) || slices.Contains(a.Kinds, allKinds)
		}
	}
	out := s.reply(v, ids...)
	out.Notes, out.skip, out.more = notes, a.Skip, "show with a version and a field tells every claim, diff with fewer topics the best ones"
	for _, r := range c.Versions {
		out.Versions = append(out.Versions, versionOf(v, r))
	}
	t := table.FromComparison(c, table.Options{Keep: keep, More: "ask with other kinds"})
	for _, l := range t.Foot {
		out.Notes = append(out.Notes, l.Text())
	}
	if len(c.Rows) == 0 {
		out.Notes = append(out.Notes, wording.NothingReported)
	}
	for _, p := range t.Pairs {
		kinds := map[string]int{}
		for k, n := range p.Kinds {
			kinds[string(k)] = n
		}
		out.Pairs = append(out.Pairs, pair{From: c.Versions[0].ID, To: p.Version, Kinds: kinds, Terms: p.Terms})
	}
	for _, sec := range t.Sections {
		for _, r := range sec.Rows {
			out.lines = append(out.lines, line{r.Topic, func(b *book, depth int) any { return rowOf(b, r, depth) }})
		}
	}
	return out, nil
}

func rowOf(b *book, r table.Row, depth int) row {
	out := row{Topic: r.Topic, Field: r.Field, Title: r.Title, Kind: string(r.Kind), Terms: r.Terms}
	for _, c := range r.Cells {
		if c.State == plan.Lacuna && len(c.Claims) == 0 {
			out.Silent = append(out.Silent, c.Version)
			continue
		}
		out.Cells = append(out.Cells, cellOf(b, c, depth))
	}
	return out
}

type showArgs struct {
	Version string `json:"version"`
	Topic   string `json:"topic"`
	Point   int    `json:"point"`
	Part    string `json:"part"`
	Skip    int    `json:"skip"`
	evidenceArgs
}

func (s *server) show(a showArgs) (*reply, error) {
	if a.Topic != "" && a.Point > 0 {
		return nil, errors.New("give a topic or a point, not both")
	}
	v, err := s.view(a.evidenceArgs)
	if err != nil {
		return nil, err
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
	t := table.FromSingle(single)
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

package mcp

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
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

func (s *server) diff(v *evidence.View, a diffArgs) (*reply, error) {
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
	for _, r := range t.Rows() {
		out.lines = append(out.lines, line{r.Topic, func(b *book, depth int) any { return rowOf(b, *r, depth) }})
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

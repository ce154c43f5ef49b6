package mcp

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/prose"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

type sourcesArgs struct {
	ID        string `json:"id"`
	Version   string `json:"version"`
	Publisher string `json:"publisher"`
	Skip      int    `json:"skip"`
	evidenceArgs
}

// cardOut is a source card.
type cardOut struct {
	sourceID
	Title   string   `json:"title,omitempty"`
	Kind    string   `json:"kind,omitempty"`
	Lang    string   `json:"language,omitempty"`
	Repeats []string `json:"repeats,omitempty"` // cards of the reports that it repeats
	Attests string   `json:"attests,omitempty"`
	WeakFor string   `json:"weak_because,omitempty"`
	Claims  int      `json:"claims"`
}

// use is one claim that rests on a card.
type use struct {
	Record string `json:"version"`
	Field  string `json:"field"`
	Says   string `json:"says"`
	At     string `json:"at,omitempty"`
	Basis  string `json:"basis"`
	By     string `json:"by,omitempty"`
	Phrase string `json:"phrase,omitempty"`
}

// mostCards is how many cards a list tells at a time.
const mostCards = 15

func (s *server) sources(v *evidence.View, a sourcesArgs) (*reply, error) {
	out := s.reply(v)
	out.paged, out.skip = true, a.Skip
	var only []string
	var err error
	if a.Version != "" {
		if only, out.Notes, err = s.records(v, []string{a.Version}); err != nil {
			return nil, err
		}
	}
	cited := slices.DeleteFunc(compare.Citations(v), func(c compare.Cited) bool {
		return a.ID != "" && c.Source.ID != a.ID || a.Publisher != "" && !strings.Contains(prose.Fold(c.Source.Publisher), prose.Fold(prose.Clean(a.Publisher))) ||
			only != nil && !slices.ContainsFunc(c.Uses, func(u compare.Citation) bool { return u.Record.ID == only[0] })
	})
	rows := table.FromCitations(v, cited, false).Grids[0].Rows
	if a.ID != "" {
		if len(rows) == 0 {
			return nil, s.noSource(a.ID)
		}
		card := cardOf(rows[0].Cited, true)
		out.Source = &card
		for _, u := range rows[0].Cited.Uses {
			out.lines = append(out.lines, line{tell: func(_ *book, depth int) any {
				x := use{Record: u.Record.ID, Field: u.Field, Says: wording.Claim(u.Claim), Basis: string(u.Claim.Basis)}
				if k := statementOf(u.Claim); depth > 0 {
					x.At, x.By, x.Phrase = k.At, k.By, k.Phrase
				}
				return x
			}})
		}
		return out, nil
	}
	out.limit = mostCards
	for _, r := range rows {
		out.lines = append(out.lines, line{tell: func(_ *book, depth int) any { return cardOf(r.Cited, depth > 2) }})
	}
	return out, nil
}

func cardOf(c *compare.Cited, full bool) cardOut {
	s := c.Source
	out := cardOut{sourceID: sourceOf(s), Title: s.Title, Kind: string(s.Kind), Lang: s.Language, Repeats: s.Original, Claims: len(c.Uses)}
	out.File = s.File
	if full {
		out.Attests, out.WeakFor = s.Attests, s.ReliabilityNote
	}
	return out
}

// noSource says that there is no such card, and which may be meant.
func (s *server) noSource(id string) error {
	ids := make([]string, len(s.lib.Sources))
	for i, x := range s.lib.Sources {
		ids[i] = x.ID
	}
	hint := "sources with a version or a publisher lists them"
	if near := prose.Nearest(id, ids); near != "" {
		hint = "did you mean " + near + "?"
	}
	return fmt.Errorf("there is no source %q\n%s", short(id), hint)
}

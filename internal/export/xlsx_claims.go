package export

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
	"plandiff/internal/table"
)

func round2(n float64) float64 { return math.Round(n*100) / 100 }

// claims writes a row for every claim behind the comparison.
func (b *book) claims() error {
	rows := b.doc.rows()
	n := 0
	for _, r := range rows {
		for _, c := range r.Cells {
			n += len(c.Said)
		}
	}
	s, err := b.start(sheetClaims, []column{
		{"Topic", 20}, {"Field", 26}, {"Field ID", 24}, {"Version", 16}, {"State in the version", 14}, {"Claim", 36}, {"Number", 18},
		{"Decides", 9}, {"Rank", 11}, {"Basis", 12}, {"Hedged", 9}, {"Polarity", 10}, {"Where in the source", 18}, {"Point", 8},
		{"Phrase", 32}, {"Speaker", 22}, {"Date", 12}, {"Source", 26}, {"Publisher", 24}, {"Published", 20}, {"Note", 30},
	}, n, 3)
	if err != nil {
		return err
	}
	for _, r := range rows {
		for i, c := range r.Cells {
			for _, said := range c.Said {
				if err := s.add(claimRow(r, b.doc.Table.Columns[i].ID, c, said), styleKey{}); err != nil {
					return err
				}
			}
		}
	}
	return s.finish()
}

func claimRow(r shownRow, version string, c table.Cell, said table.Said) []any {
	claim := said.Claim
	polarity := "asserts"
	if claim.Denies {
		polarity = "denies"
	}
	publisher, published := "", ""
	if said.Source != nil {
		publisher, published = said.Source.Publisher, compare.PublishedText(said.Source)
	}
	out := []any{
		r.section.Title, r.Title, r.Field, version, compare.StateWords(c.State), compare.ClaimText(claim), number(claim.Value),
		yesNo(said.Decides), string(claim.Rank), compare.BasisWords(claim.Basis), yesNo(claim.Hedged), polarity, compare.Where(claim), claim.Place(),
		claim.Phrase, claim.By, string(claim.Date), claim.Source, publisher, published, claim.Note,
	}
	for i, v := range out {
		if text, ok := v.(string); ok {
			out[i] = safe(text)
		}
	}
	return out
}

func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

// maxLinks is how many links a sheet of Excel takes, less a margin.
const maxLinks = 65000

// sources writes a row for every source.
func (b *book) sources() error {
	list := b.allSources()
	columns := []column{
		{"No.", 6}, {"Source", 28}, {"Publisher", 28}, {"Title", 40}, {"Published", 22}, {"Address", 44}, {"File", 20},
		{"Kind", 12}, {"Language", 10}, {"Reliability", 11}, {"Repeats", 24}, {"Cited for", 10},
	}
	full := b.doc.Sources == FullSources
	if full {
		columns = append(columns, column{"What it is cited for", 80})
	}
	s, err := b.start(sheetSources, columns, len(list), 2)
	if err != nil {
		return err
	}
	for i, n := range list {
		cells := sourceRow(n)
		if full {
			cells = append(cells, strings.Join(citations(n), "\n"))
		}
		if u := link(n.Source); u != "" && i < maxLinks && len(u) <= maxURL {
			cells[5] = linked(u)
			s.links = append(s.links, "F"+strconv.Itoa(i+2))
			b.sheets[s.info].rels = append(b.sheets[s.info].rels, u)
		}
		if err := s.add(cells, styleKey{}); err != nil {
			return err
		}
	}
	return s.finish()
}

// maxURL is the longest address that Excel follows.
const maxURL = 2079

func sourceRow(n table.Note) []any {
	s := n.Source
	var no any
	if n.Number > 0 {
		no = n.Number
	}
	reliability := ""
	if s.LowReliability {
		reliability = "low"
	}
	language := s.Language
	if language == "" {
		language = "English"
	}
	return []any{
		no, safe(s.ID), safe(s.Publisher), safe(s.Title), safe(compare.PublishedText(s)), safe(s.URL), safe(s.File),
		string(s.Kind), safe(language), reliability, safe(strings.Join(s.Original, ", ")), len(n.Uses),
	}
}

// allSources are the numbered sources and, without a number, those of claims
// that do not decide.
func (b *book) allSources() []table.Note {
	out := slices.Clone(b.doc.Table.Notes)
	seen := map[*plan.Source]bool{}
	for _, n := range out {
		seen[n.Source] = true
	}
	for _, r := range b.doc.rows() {
		for _, c := range r.Cells {
			for _, said := range c.Said {
				if said.Source != nil && !seen[said.Source] {
					seen[said.Source] = true
					out = append(out, table.Note{Source: said.Source})
				}
			}
		}
	}
	return out
}

// matrix writes what is known of every field in every version, in time
// order.
func (b *book) matrix() error {
	m := b.doc.Matrix
	columns := []column{{"Topic", 30}, {"Field", 34}}
	for _, v := range m.Versions {
		columns = append(columns, column{[]richRun{{safe(v.ID), headFont}, {"\n" + compare.DateText(v.Date), headLight}}, 17})
	}
	s, err := b.start(sheetMatrix, columns, len(m.Rows), 2)
	if err != nil {
		return err
	}
	for _, r := range m.Rows {
		cells := []any{safe(r.Topic.Title), ""}
		if r.Field != nil {
			cells[1] = safe(r.Field.Title)
		}
		for _, c := range r.Cells {
			look := looks[c.Mark]
			cells = append(cells, filled{text: look.symbol + " " + markWord(m, c.Mark), fill: strings.TrimPrefix(look.ground, "#")})
		}
		if err := s.add(cells, styleKey{}); err != nil {
			return err
		}
	}
	return s.finish()
}

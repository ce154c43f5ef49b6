package mcp

import (
	"cmp"
	"slices"
	"strings"

	"plandiff/internal/plan"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

// cell is a field of one record.
type cell struct {
	Record     string      `json:"version"`
	Kind       string      `json:"kind,omitempty"` // of difference, from the first version
	State      string      `json:"state"`
	Text       string      `json:"text"` // value and terms, in the records' words
	Point      string      `json:"point,omitempty"`
	Step       string      `json:"step,omitempty"`
	Detail     string      `json:"detail,omitempty"`
	Lost       []string    `json:"terms_lost,omitempty"`
	Gained     []string    `json:"terms_gained,omitempty"`
	Silent     []string    `json:"terms_not_reported,omitempty"`
	Also       []string    `json:"also,omitempty"` // other copies, claims not credited, notes
	Statements []statement `json:"said,omitempty"`
	Sources    []string    `json:"sources,omitempty"` // in place of Statements, where there is no room
	More       int         `json:"more_claims,omitempty"`
}

// statement is one claim.
type statement struct {
	Source string `json:"source"`
	At     string `json:"at,omitempty"`
	Basis  string `json:"basis"`
	By     string `json:"by,omitempty"`
	Phrase string `json:"phrase,omitempty"`
	Unsure bool   `json:"unsure,omitempty"`
	Says   string `json:"says,omitempty"` // where the cell holds more than one content
}

// cellOf tells a cell with the best claims behind each of its contents.
func cellOf(b *book, c table.Cell, depth int) cell {
	out := cell{Record: c.Version, Kind: string(c.Kind), State: string(c.State), Text: c.Text, Point: c.Points, Step: wording.Step(c.Delta),
		Detail: wording.Detail(c.Difference), Lost: wording.TermTexts(c.Lost), Gained: wording.TermTexts(c.Gained)}
	for _, s := range c.Unreported {
		out.Silent = append(out.Silent, s.Text+" ("+s.Version+")")
	}
	if depth > 0 {
		out.Also = also(c, depth)
	}
	groups := deciding(b, c)
	shown := 0
	for _, claims := range groups {
		if depth == 0 {
			claims = b.shared(claims)
		}
		for _, k := range claims[:min(len(claims), max(depth, 1))] {
			shown++
			id := b.cite(k.Claim.Source)
			if depth == 0 {
				if !slices.Contains(out.Sources, id) {
					out.Sources = append(out.Sources, id)
				}
				continue
			}
			s := statementOf(k.Claim)
			if len(groups) > 1 {
				s.Says = k.Text
			}
			out.Statements = append(out.Statements, s)
		}
	}
	if len(c.Claims) == 0 {
		for _, id := range c.Witness {
			out.Sources = append(out.Sources, b.cite(id))
		}
	}
	out.More = len(c.Claims) - shown
	return out
}

func statementOf(c *plan.Claim) statement {
	return statement{Source: c.Source, At: wording.Where(c), Basis: string(c.Basis), By: c.By, Phrase: c.Phrase, Unsure: c.Hedged}
}

// deciding are the claims that a cell rests on, by the account or alternative
// that they stand behind, the best of each first. Where none decides, all are
// told.
func deciding(b *book, c table.Cell) [][]table.Claim {
	decides := slices.ContainsFunc(c.Claims, func(k table.Claim) bool { return k.Decides })
	var out [][]table.Claim
	at := map[string]int{}
	for _, k := range c.Claims {
		if k.Decides != decides {
			continue
		}
		key := k.Text
		if decides {
			key = accountOf(c, k)
		}
		i, ok := at[key]
		if !ok {
			i = len(out)
			at[key] = i
			out = append(out, nil)
		}
		if !slices.ContainsFunc(out[i], func(o table.Claim) bool { return o.Text == k.Text && statementOf(o.Claim) == statementOf(k.Claim) }) {
			out[i] = append(out[i], k)
		}
	}
	for _, claims := range out {
		slices.SortStableFunc(claims, func(x, y table.Claim) int { return cmp.Compare(b.weakness(x.Claim), b.weakness(y.Claim)) })
	}
	return out
}

// accountOf is the line of a cell that a claim stands behind: one that cites
// its source and, where several do, has its words.
func accountOf(c table.Cell, k table.Claim) string {
	first := ""
	for _, l := range c.Lines {
		if l.Role != table.Account && l.Role != table.Alternative || !slices.Contains(l.Cites, k.Source) {
			continue
		}
		if text := l.Text(); strings.Contains(text, k.Text) {
			return text
		} else if first == "" {
			first = text
		}
	}
	return first
}

// shared puts first, of the claims that are as strong as the best, one whose
// source is cited already: fewer sources take less room.
func (b *book) shared(claims []table.Claim) []table.Claim {
	for i, k := range claims {
		if k.Claim.Basis != claims[0].Claim.Basis || b.weakness(k.Claim) > b.weakness(claims[0].Claim)+3 {
			break
		}
		if b.has(k.Claim) {
			return claims[i:]
		}
	}
	return claims
}

// weakness ranks claims: the text's own words before reports, with a phrase
// before without one, founding documents before others, weak sources last.
func (b *book) weakness(c *plan.Claim) int {
	n := 2 * slices.Index(plan.Bases, c.Basis)
	if c.Phrase == "" {
		n += 3
	}
	if c.Hedged {
		n++
	}
	s := b.lib.Source(c.Source)
	switch {
	case s == nil:
	case s.LowReliability:
		n += 20
	case s.Founding():
		n -= 3
	case s.Original != nil:
		n++
	}
	return n
}

// also are the lines below what a cell says that its other parts do not tell:
// how many independent sources stand behind each account, what other copies
// say, what the value is made of.
func also(c table.Cell, depth int) []string {
	var out []string
	for _, l := range c.Lines {
		switch l.Role {
		case table.Account, table.OtherCopy:
			out = append(out, l.Text())
		case table.Remark, table.Note:
			if depth > 1 && l.Text() != wording.Detail(c.Difference) {
				out = append(out, l.Text())
			}
		}
	}
	return out
}

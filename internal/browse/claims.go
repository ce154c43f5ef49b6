package browse

import (
	"cmp"
	"fmt"
	"strings"

	"plandiff/internal/screen"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

// claims is the pane with what the cell in focus rests on.
type claims struct {
	cursor int // the claim that o tells the address of
	top    int // the first line on the screen
}

// cell is the cell in focus with its row; nils if there is none.
func (m *Model) cell() (*table.Row, *table.Cell) {
	r := m.cells.focused(m.tree)
	if r == nil || m.cells.version >= len(r.Cells) {
		return nil, nil
	}
	return r, &r.Cells[m.cells.version]
}

func (c *claims) move(m *Model, by int) {
	_, cell := m.cell()
	if cell == nil || len(cell.Claims) == 0 {
		c.top = max(c.top+by, 0)
		return
	}
	c.cursor = min(max(c.cursor+by, 0), len(cell.Claims)-1)
}

// view draws the pane.
func (c *claims) view(m *Model, w, h int, focused bool) []string {
	row, cell := m.cell()
	if cell == nil {
		return filled([]string{m.title("Claims", w, focused)}, w, h)
	}
	c.cursor = min(c.cursor, max(len(cell.Claims)-1, 0))
	out := []string{m.title(fmt.Sprintf("%s: %s, %s", cell.Version, row.Title, wording.Count(len(cell.Claims), "claim")), w, focused)}
	lines, starts := c.lines(m, cell, w-gutter, focused)
	room := max(h-1, 1)
	c.top = min(max(c.top, 0), max(len(lines)-room, 0))
	if len(starts) > 0 {
		from, to := starts[c.cursor], len(lines)
		if c.cursor+1 < len(starts) {
			to = starts[c.cursor+1]
		}
		if from < c.top || to-from > room {
			c.top = from
		} else if to > c.top+room {
			c.top = to - room
		}
	}
	for i := c.top; i < len(lines) && len(out) < h; i++ {
		out = append(out, highlight(lines[i], m.found.words))
	}
	return filled(out, w, h)
}

// lines are the claims of a cell, and where each begins.
func (c *claims) lines(m *Model, cell *table.Cell, w int, focused bool) (lines []string, starts []int) {
	opt := m.opt
	opt.Width, opt.Links = max(w, screen.MinWidth/2), false
	pane := screen.NewPane(m.tree, screen.Form{Sources: m.sources}, opt)
	if len(cell.Claims) == 0 {
		return prefixed("  ", "  ", pane.Text("", cell.Lines...)), nil
	}
	for i, claim := range cell.Claims {
		starts = append(starts, len(lines))
		lead := "  "
		if i == c.cursor {
			lead = m.signs.here + " "
		}
		said := claimLines(m, claim)
		lines = append(lines, prefixed(lead, "  ", append(pane.Text("", said[0]), pane.Text("  ", said[1:]...)...))...)
	}
	return lines, starts
}

func saying(claim table.Claim) string {
	if !claim.Decides {
		return claim.Text + " (does not decide)"
	}
	return claim.Text
}

// claimLines are what a claim says and where it stands.
func claimLines(m *Model, claim table.Claim) []table.Line {
	says := saying(claim)
	out := []table.Line{table.Plain(says)}
	source := sourceLine(m.tree, claim)
	switch m.sources {
	case table.FullSources:
		out = append(out, table.Plain(wording.Evidence(claim.Claim)), table.Plain(source))
		if claim.Note != "" {
			out = append(out, table.Plain("note: "+claim.Note))
		}
	case table.ShortSources:
		out = []table.Line{table.Plain(says + " · " + source)}
	}
	if claim.Source > 0 && m.sources != table.NoSources {
		out[0].Cites = []int{claim.Source}
	}
	return out
}

// showClaim opens the claim in focus over the whole screen, with everything
// that is known of it.
func (m *Model) showClaim() {
	row, cell := m.cell()
	if cell == nil || m.claims.cursor >= len(cell.Claims) {
		m.status = "no claim is in focus"
		return
	}
	claim := cell.Claims[m.claims.cursor]
	said := []string{cell.Version + ", " + row.Title, "", saying(claim)}
	if claim.Claim != nil {
		said = append(said, wording.Evidence(claim.Claim))
	}
	if claim.Claim != nil && claim.Note != "" {
		said = append(said, "note: "+claim.Note)
	}
	said = append(said, "")
	r := &reader{title: fmt.Sprintf("Claim %d of %d", m.claims.cursor+1, len(cell.Claims))}
	if s := m.source(); s != nil {
		r.sources = []table.Source{*s}
		r.command = commandLine(m.desk.Command, append([]string{"sources", s.Card.ID, "--version", cell.Version}, m.query.flags()...)...)
		said = append(said, wording.CardLine(s.Card), cmp.Or(s.Card.URL, "no address is known"))
	} else {
		said = append(said, sourceLine(m.tree, claim))
	}
	r.draw = func(opt screen.Options) string {
		var lines []string
		for _, text := range said {
			if text == "" {
				lines = append(lines, "")
				continue
			}
			lines = append(lines, m.wrapped(text, opt.Width)...)
		}
		return strings.Join(lines, "\n")
	}
	m.read(r)
}

func prefixed(first, rest string, lines []string) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		lead := rest
		if i == 0 {
			lead = first
		}
		out[i] = lead + l
	}
	return out
}

// source is the card behind the claim in focus; nil if there is none.
func (m *Model) source() *table.Source {
	_, cell := m.cell()
	if cell == nil || m.claims.cursor >= len(cell.Claims) {
		return nil
	}
	return cardOf(m.tree, cell.Claims[m.claims.cursor])
}

// citation is the cell in focus as one copies it: what it says, and every
// claim with its source.
func (m *Model) citation() string {
	row, cell := m.cell()
	if cell == nil {
		return ""
	}
	var b strings.Builder
	text := cell.Text
	if text == "" {
		var parts []string
		for _, l := range cell.Lines {
			parts = append(parts, l.Text())
		}
		text = strings.Join(parts, "; ")
	}
	fmt.Fprintf(&b, "%s, %s: %s\n", cell.Version, row.Title, text)
	for _, c := range cell.Claims {
		fmt.Fprintf(&b, "- %s: %s · %s", sourceLine(m.tree, c), c.Text, wording.Evidence(c.Claim))
		if s := cardOf(m.tree, c); s != nil && s.Card.URL != "" {
			b.WriteString(" · " + s.Card.URL)
		}
		b.WriteByte('\n')
	}
	return strings.TrimSuffix(b.String(), "\n")
}

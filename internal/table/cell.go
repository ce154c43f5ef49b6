package table

import (
	"slices"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/wording"
)

// cell words one cell. Base is the first cell of the row, or the cell itself
// where nothing is compared.
func (b *builder) cell(field string, base, c compare.Cell) Cell {
	out := Cell{Version: c.Version.ID, State: c.State, Difference: c.Difference, Mark: wording.Kind(c.Kind), Badge: badge(c),
		Quiet: c.State == plan.Lacuna || c.State == plan.Omitted, Witness: c.Witness}
	out.Lines = b.contents(field, base, c)
	out.Lines = append(out.Lines, b.remarks(field, base, c)...)
	b.claims(&out, c.Reading)
	return out
}

// badge is the word of a kind, where the cell's own words do not say it.
func badge(c compare.Cell) string {
	if c.Kind == compare.Unknown || c.Kind == compare.Changed && !c.Terms && c.NoDetails && wording.SaysChanged(c) {
		return ""
	}
	return wording.RowWord(c.Kind, c.Terms)
}

func (b *builder) contents(field string, base, c compare.Cell) []Line {
	version, r := c.Version.ID, c.Reading
	switch {
	case r.State == plan.Disputed:
		lines := []Line{plain(Heading, wording.StateWord(r.State))}
		if c.HowDisputed {
			lines[0] = plain(Heading, wording.HowDisputed)
			if len(base.Contents) == 1 && base.State == plan.Present {
				lines = append(lines, plain(Remark, wording.NoneKeeps(base.Contents[0])))
			}
		}
		for _, k := range r.Contents {
			lines = append(lines, b.content(Account, wording.Account(compare.Independent(b.view, k.Claims), k), version, field, k))
		}
		return lines
	case len(r.Contents) > 1:
		return b.alternatives(version, field, r)
	case len(r.Contents) == 1:
		return []Line{b.content(Value, wording.Content(r.Contents[0]), version, field, r.Contents[0])}
	}
	return []Line{plain(Value, wording.StateWord(r.State), b.citeReading(version, field, r)...)}
}

// alternatives are several contents that stand beside each other.
func (b *builder) alternatives(version, field string, r compare.Reading) []Line {
	head := plain(Heading, wording.OpenHeading)
	if r.State == plan.Present {
		head = plain(Heading, wording.SeveralDescriptions)
	}
	lines := []Line{head}
	for _, k := range r.Contents {
		line := b.content(Alternative, wording.Content(k), version, field, k)
		if k.State == plan.Bracketed && k.Value.IsZero() && len(k.Terms) == 0 && k.Proponent == "" { // says only that it is open
			lines[0].Cites = line.Cites
			continue
		}
		lines = append(lines, line)
	}
	return lines
}

// content is the line of one content, with its number to scale in a history.
func (b *builder) content(role Role, text, version, field string, k compare.Content) Line {
	if by := compare.Showing(b.view.Library, k.Claims).By; b.said && by != "" {
		text += " (" + by + ")"
	}
	out := plain(role, text, b.cite(version, field, k.Claims)...)
	if n := scaled(k); n > 0 && b.largest > 0 {
		out.Bar = &Bar{Share: n / b.largest, Bound: k.Value.Bound}
	}
	return out
}

func (b *builder) remarks(field string, base, c compare.Cell) []Line {
	var out []Line
	add := func(role Role, text string, cites ...int) { out = append(out, plain(role, text, cites...)) }
	if s := wording.Step(c.Delta); s != "" {
		add(Step, s)
	}
	for _, t := range c.Lost {
		add(Term, wording.TermLost(t, base.Version.ID), b.cite(base.Version.ID, field, t.Claims)...)
	}
	for _, s := range c.Unreported {
		has := c.Version.ID // the version of the pair that has the term
		if s.Version == has {
			has = base.Version.ID
		}
		add(Term, wording.TermNotReported(s), b.cite(has, field, s.Claims)...)
	}
	if words := firstWording(c.Reading); words != "" && c.Kind == compare.Reworded {
		add(Wording, words)
	}
	for _, text := range wording.Remarks(base, c) {
		add(Remark, text)
	}
	for _, k := range c.Others() {
		add(OtherCopy, wording.AlsoReported(base, c, k), b.cite(c.Version.ID, field, k.Claims)...)
	}
	return out
}

// firstWording is the first phrase that gives the text's own words.
func firstWording(r compare.Reading) string {
	for _, k := range r.Contents {
		for _, c := range k.Claims {
			if c.Wording {
				return c.Phrase
			}
		}
	}
	return ""
}

// claims puts what a cell rests on beside its lines.
func (b *builder) claims(out *Cell, r compare.Reading) {
	if len(r.Contents) == 1 && r.Contents[0].State != plan.Deleted {
		out.Value = r.Contents[0].Value
	}
	deciding := map[*plan.Claim]bool{}
	for _, k := range r.Contents {
		for _, c := range k.Claims {
			deciding[c] = true
		}
	}
	var points []int
	var labels []string
	for _, c := range r.Claims {
		out.Claims = append(out.Claims, Claim{Claim: c, Decides: deciding[c], Text: wording.Claim(c)})
		switch {
		case !deciding[c]:
		case c.Point > 0:
			points = append(points, c.Point)
		case c.Label != "" && !slices.Contains(labels, c.Label):
			labels = append(labels, c.Label)
		}
	}
	slices.Sort(points)
	out.Points = prose.Places(slices.Compact(points), labels)
	out.Text = wording.Reading(r)
}

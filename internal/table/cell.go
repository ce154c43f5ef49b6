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
	b.contents(&out, field, base, c)
	b.remarks(&out, field, base, c)
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

func (b *builder) contents(out *Cell, field string, base, c compare.Cell) {
	r := c.Reading
	switch {
	case r.State == plan.Disputed:
		head := wording.StateWord(r.State)
		if c.HowDisputed {
			head = wording.HowDisputed
		}
		out.say(Heading, head)
		if c.HowDisputed && len(base.Contents) == 1 && base.State == plan.Present {
			out.say(Remark, wording.NoneKeeps(base.Contents[0]))
		}
		for _, k := range r.Contents {
			b.content(out, Account, wording.Account(compare.Independent(b.view, k.Claims), k), field, k)
		}
	case len(r.Contents) > 1:
		b.alternatives(out, field, r)
	case len(r.Contents) == 1:
		b.content(out, Value, wording.Content(r.Contents[0]), field, r.Contents[0])
	default:
		out.say(Value, wording.StateWord(r.State), b.citeReading(out.Version, field, r)...)
	}
}

// alternatives are several contents that stand beside each other.
func (b *builder) alternatives(out *Cell, field string, r compare.Reading) {
	if r.State == plan.Present {
		out.say(Heading, wording.SeveralDescriptions)
	} else {
		out.say(Heading, wording.OpenHeading)
	}
	for _, k := range r.Contents {
		if k.State == plan.Bracketed && k.Value.IsZero() && len(k.Terms) == 0 && k.Proponent == "" { // says only that it is open
			out.Lines[0].Cites = b.cite(out.Version, field, k.Claims)
			continue
		}
		b.content(out, Alternative, wording.Content(k), field, k)
	}
}

// content is a line for one content, with its number to scale in a history.
func (b *builder) content(out *Cell, role Role, text, field string, k compare.Content) {
	if by := compare.Showing(b.view.Library, k.Claims).By; b.said && by != "" {
		text += " (" + by + ")"
	}
	out.say(role, text, b.cite(out.Version, field, k.Claims)...)
	if n := scaled(k); n > 0 && b.largest > 0 {
		out.Lines[len(out.Lines)-1].Bar = &Bar{Share: n / b.largest, Bound: k.Value.Bound}
	}
}

func (b *builder) remarks(out *Cell, field string, base, c compare.Cell) {
	if s := wording.Step(c.Delta); s != "" {
		out.say(Step, s)
	}
	for _, t := range c.Lost {
		out.say(Term, wording.TermLost(t, base.Version.ID), b.cite(base.Version.ID, field, t.Claims)...)
	}
	for _, s := range c.Unreported {
		has := c.Version.ID // the version of the pair that has the term
		if s.Version == has {
			has = base.Version.ID
		}
		out.say(Term, wording.TermNotReported(s), b.cite(has, field, s.Claims)...)
	}
	if words := firstWording(c.Reading); words != "" && c.Kind == compare.Reworded {
		out.say(Wording, words)
	}
	for _, text := range wording.Remarks(base, c) {
		out.say(Remark, text)
	}
	for _, k := range c.Others() {
		out.say(OtherCopy, wording.AlsoReported(base, c, k), b.cite(out.Version, field, k.Claims)...)
	}
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

package screen

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/ask"
	"plandiff/internal/compare"
	"plandiff/internal/plan"
	"plandiff/internal/table"
)

// findingsShown is how many findings an answer lists on a screen.
const findingsShown = 60

// Answer writes an answer: the sentences that can be quoted, how the question
// was read where something was assumed, the findings version by version, and
// the sources.
func Answer(lib *plan.Library, a *ask.Answer, sources SourceList, explain bool, opt Options) string {
	p := newPainter(opt)
	p.head(table.EvidenceText(lib, a.Evidence, a.Hidden))
	p.paragraph("", "", chunk{p.text(a.Text), bold})
	for _, line := range a.Understood.Assumed {
		p.paragraph("", "  ", chunk{p.text("Read as: " + line), faint})
	}
	c := &cites{lib: lib, number: map[string]int{}}
	p.findings(a, c)
	if len(a.Notes) > 0 {
		p.line()
		for _, n := range a.Notes {
			p.paragraph("", "  ", chunk{p.text(n), plainStyle})
		}
	}
	if explain {
		p.why(a)
	}
	p.notes(c.notes, sources)
	return p.b.String()
}

// findings lists what each version says, with the numbers of its sources.
func (p *painter) findings(a *ask.Answer, c *cites) {
	last, nearest := "", false
	for i := range a.Findings {
		f := &a.Findings[i]
		if i == findingsShown {
			p.line(chunk{p.text(fmt.Sprintf("  … and %d more; --format json has all", len(a.Findings)-i)), faint})
			break
		}
		if f.Nearest && !nearest {
			p.line()
			p.line(chunk{"Nearest that is reported, not what was asked", heading})
			nearest, last = true, ""
		}
		if f.Field.ID != last {
			if !f.Nearest || last != "" {
				p.line()
			}
			p.line(chunk{p.text(f.Field.Title), heading}, chunk{p.text("  " + f.Field.ID), faint})
			last = f.Field.ID
		}
		p.finding(f, c)
	}
}

func (p *painter) finding(f *ask.Finding, c *cites) {
	lead := "  " + f.Record.ID + "  "
	style := plainStyle
	if quiet(f.State) {
		style = faint
	}
	contents := f.Contents
	if f.State == plan.Disputed && len(contents) > 1 {
		p.line(chunk{"  ", plainStyle}, chunk{f.Record.ID, bold}, chunk{"  disputed", styleOf(compare.Disputed)})
		for _, k := range contents {
			p.paragraph("    - ", "      ", chunk{p.text(compare.ContentText(k)), plainStyle}, chunk{c.cite(f, k.Claims, compare.ContentText(k)), note})
		}
		p.beside(f, c)
		return
	}
	text := compare.ReadingText(f.Reading)
	if f.Kind != "" {
		text += " (" + compare.KindWords(f.Kind)
		if d := compare.DeltaText(f.Delta); d != "" {
			text += ", " + d
		}
		text += ")"
	}
	var claims []*plan.Claim
	for _, k := range contents {
		claims = append(claims, k.Claims...)
	}
	if f.Only != nil {
		p.only(f, c)
		p.beside(f, c)
		return
	}
	refs := c.cite(f, claims, compare.ReadingText(f.Reading))
	if len(claims) == 0 {
		refs = c.witness(f)
	}
	p.paragraph(lead, "    ", chunk{p.text(text), style}, chunk{refs, note})
	p.beside(f, c)
}

// only lists the claims that an answer is confined to, those that say the same
// on one line.
func (p *painter) only(f *ask.Finding, c *cites) {
	var order []string
	groups := map[string][]*plan.Claim{}
	for _, claim := range f.Only {
		text := compare.ClaimText(claim)
		if groups[text] == nil {
			order = append(order, text)
		}
		groups[text] = append(groups[text], claim)
	}
	for _, text := range order {
		p.paragraph("  "+f.Record.ID+"  ", "    ", chunk{p.text(text), plainStyle}, chunk{c.cite(f, groups[text], text), note})
	}
}

// beside lists the claims that the answer tells beside a finding's reading.
func (p *painter) beside(f *ask.Finding, c *cites) {
	for _, claim := range f.Beside {
		p.paragraph("    told beside it: ", "      ", chunk{p.text(compare.ClaimText(claim)), faint}, chunk{c.cite(f, []*plan.Claim{claim}, compare.ClaimText(claim)), note})
	}
}

func (p *painter) why(a *ask.Answer) {
	p.line()
	p.line(chunk{"How the question was read", heading})
	u := a.Understood
	var ids, fields []string
	for _, v := range u.Versions {
		ids = append(ids, v.ID)
	}
	for _, f := range u.Fields {
		fields = append(fields, f.ID)
	}
	p.paragraph("  ", "    ", chunk{p.text("intent " + string(u.Intent) + "; versions " + strings.Join(ids, ", ") + "; fields " + strings.Join(fields, ", ")), plainStyle})
	for _, w := range u.Why {
		p.paragraph("  ", "    ", chunk{p.text(w), plainStyle})
	}
}

// cites numbers the sources of an answer in the order they are first cited.
type cites struct {
	lib    *plan.Library
	number map[string]int
	notes  []table.Note
}

func (c *cites) add(source string, use table.Use) int {
	n, ok := c.number[source]
	if !ok {
		s := c.lib.Source(source)
		if s == nil {
			return 0
		}
		n = len(c.notes) + 1
		c.number[source] = n
		c.notes = append(c.notes, table.Note{Number: n, Source: s})
	}
	c.notes[n-1].Uses = append(c.notes[n-1].Uses, use)
	return n
}

// cite numbers the sources of claims that a line of text rests on. A claim that
// says it otherwise, or but a part of it, is cited with what it says.
func (c *cites) cite(f *ask.Finding, claims []*plan.Claim, text string) string {
	var numbers []int
	for _, claim := range claims {
		use := table.Use{Version: f.Record.ID, Field: f.Field.ID, Claim: claim}
		if says := compare.ClaimText(claim); says != text {
			use.Says = says
		}
		if n := c.add(claim.Source, use); n > 0 {
			numbers = append(numbers, n)
		}
	}
	return brackets(numbers)
}

func (c *cites) witness(f *ask.Finding) string {
	var numbers []int
	for _, s := range f.Witness {
		if n := c.add(s, table.Use{Version: f.Record.ID, Field: f.Field.ID, Witness: true}); n > 0 {
			numbers = append(numbers, n)
		}
	}
	return brackets(numbers)
}

func brackets(numbers []int) string {
	if len(numbers) == 0 {
		return ""
	}
	slices.Sort(numbers)
	return " [" + table.NumberList(slices.Compact(numbers)) + "]"
}

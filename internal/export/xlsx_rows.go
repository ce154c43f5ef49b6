package export

import (
	"cmp"
	"strings"

	"github.com/xuri/excelize/v2"

	"plandiff/internal/prose"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

// cell is a cell of the comparison: the lines under each other on the ground
// of its kind, changed words marked, sources in brackets.
func (b *book) cell(c table.Cell) entry {
	return entry{runs: b.runs(c), look: look{fill: ground(c.Mark)}}
}

func (b *book) runs(c table.Cell) []excelize.RichTextRun {
	var out []excelize.RichTextRun
	put := func(text string, f *excelize.Font) {
		if n := len(out); n > 0 && out[n-1].Font == f {
			out[n-1].Text += text
		} else if text != "" {
			out = append(out, excelize.RichTextRun{Text: text, Font: f})
		}
	}
	if c.Badge != "" {
		put(safe(c.Badge)+"\n", b.fonts.kind)
	}
	for i, l := range c.Lines {
		if i > 0 {
			put("\n", b.fonts.plain)
		}
		if l.Item() {
			put("• ", b.fonts.plain)
		}
		for _, s := range spans(l) {
			put(s.Text, b.fonts.of(s.Op))
		}
		if cites := b.doc.cites(l); len(cites) > 0 {
			put(" ["+prose.Ranges(cites)+"]", b.fonts.note)
		}
	}
	return out
}

func textOf(runs []excelize.RichTextRun) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

func (b *book) claimRow(r shownRow, version string, c table.Cell, claim table.Claim) []entry {
	yesNo := map[bool]string{true: "yes", false: "no"}
	polarity := map[bool]string{true: "denies", false: "asserts"}
	publisher, published := "", ""
	if claim.Source > 0 {
		card := b.doc.Tree.Sources[claim.Source-1].Card
		publisher, published = card.Publisher, wording.Published(card)
	}
	var out []entry
	for _, s := range [...]string{r.section.Title, r.Title, version, wording.StateWord(c.State), claim.Text, yesNo[claim.Decides], wording.Basis(claim.Basis), claim.By, wording.Where(claim.Claim), claim.Phrase,
		claim.Claim.Source, publisher, published, claim.Note, r.Field} {
		out = append(out, words(s))
	}
	out = append(out, valueEntry(claim.Value))
	for _, s := range [...]string{string(claim.Rank), yesNo[claim.Hedged], polarity[claim.Denies], claim.Place(), string(claim.Date)} {
		out = append(out, words(s))
	}
	return out
}

func sourceRow(source table.Source) []entry {
	s := source.Card
	address := words(s.URL)
	if u := link(s.URL); u != "" {
		address = entry{text: u, link: u, look: look{link: true}}
	}
	return []entry{
		count(source.Number), words(s.ID), words(s.Publisher), words(s.Title), words(wording.Published(s)), address, words(s.File),
		words(wording.SourceKind(s.Kind)), words(cmp.Or(s.Language, "English")), words(when(s.LowReliability, "low")), words(strings.Join(s.Original, ", ")), count(len(source.Uses)),
	}
}

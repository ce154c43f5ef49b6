package export

import (
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"plandiff/internal/ooxml"
	"plandiff/internal/pick"
	"plandiff/internal/prose"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

// Names of the sheets, in their order.
const (
	sheetComparison = "Comparison"
	sheetAbout      = "About"
	sheetClaims     = "Claims"
	sheetSources    = "Sources"
	sheetVersions   = "Versions"
	sheetMatrix     = "Matrix"
	sheetLong       = "Long texts"
)

// writeWorkbook writes an Excel workbook: the comparison, every claim, every
// source, how the versions are known, and the matrix.
func writeWorkbook(w io.Writer, d *Document, columns []string) error {
	b := newBook(d)
	defer b.file.Close()
	b.comparison(d.layout(columns))
	b.about()
	if d.Sources != table.NoSources && len(d.Tree.Sources) > 0 { // documents have none
		b.claims()
		b.sources()
	}
	b.versions()
	b.lists()
	if d.Matrix != nil {
		b.matrix()
	}
	b.longTexts()
	// The same records give the same bytes: no day of making but the first
	// that a file can have, and parts in the order of their names.
	const day = "1980-01-01T00:00:00Z"
	b.try(b.file.SetDocProps(&excelize.DocProperties{Title: safe(d.Title), Creator: "plandiff", Created: day, Modified: day}))
	b.try(b.file.SetAppProps(&excelize.AppProperties{Application: "plandiff"}))
	if b.err != nil {
		return b.err
	}
	b.file.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return ooxml.NewArchive(w) })
	return b.file.Write(w)
}

// comparison writes a row a field: the versions, then their numbers to calculate with.
func (b *book) comparison(columns layout) {
	b.sheet(sheetComparison, b.comparisonHeads(columns), min(columns.beforeVersions(), 2), func(s *sheet) {
		for section, r := range b.doc.Tree.Selected() {
			s.add(pick.Each(columns, func(c column) entry { return b.entryOf(section, r, c, columns) })...)
		}
	})
}

// comparisonHeads leave numbers aside: they stand in the texts, too, and would
// make those too small to read on paper.
func (b *book) comparisonHeads(columns layout) []heading {
	widths := map[string]float64{colNumber: 6, colTopic: 20, colField: 26, colID: 24, colKind: 14, colAgreed: 44, colComments: 36, colNumbers: 18, colStep: 16, colPercent: 12,
		colVersions: max(30, min(52, 132/float64(len(b.doc.Tree.Columns))))}
	return pick.Each(columns, func(c column) heading {
		h := heading{title: c.title, width: widths[c.name], aside: c.version != nil && c.name != colVersions}
		if v := c.version; c.name == colVersions {
			h.detail = "\n" + safe(v.Title) + "\n" + safe(prose.Listed(" · ", v.Date, v.Known))
		}
		return h
	})
}

// entryOf is what a row has in a column: steps are from the first version.
func (b *book) entryOf(s *table.Section, r *table.Row, c column, all layout) entry {
	switch c.name {
	case colNumber:
		return count(r.Number)
	case colVersions:
		return entry{runs: b.runs(r.Cells[c.at]), look: look{fill: ground(r.Cells[c.at].Mark)}}
	case colNumbers:
		v := r.Cells[c.at].Value
		return measured(exact(v), v.Unit, false)
	case colStep:
		step := stepTo(r.Cells[c.at])
		return measured(step.Absolute, step.Unit, true)
	case colPercent:
		return measured(percentTo(r.Cells[c.at]), "%", true)
	}
	return word(b.doc.wordOf(s, r, c, all))
}

// claims writes a row for every claim behind the comparison. What a reader of
// paper needs stands in the first columns, so that a claim is a line of one page.
func (b *book) claims() {
	columns := []heading{
		{title: "Topic", width: 20}, {title: "Field", width: 26}, {title: "Version", width: 14}, {title: "State in the version", width: 12}, {title: "Claim", width: 36}, {title: "Decides", width: 9}, {title: "Basis", width: 11},
		{title: "Speaker", width: 20}, {title: "Where in the source", width: 14}, {title: "Phrase", width: 32}, {title: "Source", width: 26}, {title: "Publisher", width: 22}, {title: "Published", width: 18},
		{title: "Note", width: 30, aside: true}, {title: "Field ID", width: 24, aside: true}, {title: "Number", width: 18, aside: true}, {title: "Rank", width: 11, aside: true}, {title: "Hedged", width: 9, aside: true},
		{title: "Polarity", width: 10, aside: true}, {title: "Point", width: 8, aside: true}, {title: "Date", width: 12, aside: true},
	}
	yesNo := map[bool]string{true: "yes", false: "no"}
	polarity := map[bool]string{true: "denies", false: "asserts"}
	row := func(section *table.Section, r *table.Row, c table.Cell, claim table.Claim) []entry {
		publisher, published := "", ""
		if claim.Source > 0 {
			card := b.doc.Tree.Sources[claim.Source-1].Card
			publisher, published = card.Publisher, wording.Published(card)
		}
		number := measured(exact(claim.Value), claim.Value.Unit, false)
		return slices.Concat(words(section.Title, r.Title, c.Version, wording.StateWord(c.State), claim.Text, yesNo[claim.Decides], wording.Basis(claim.Basis),
			claim.By, wording.Where(claim.Claim), claim.Phrase, claim.Claim.Source, publisher, published, claim.Note, r.Field),
			[]entry{number}, words(string(claim.Rank), yesNo[claim.Hedged], polarity[claim.Denies], claim.Place(), string(claim.Date)))
	}
	b.sheet(sheetClaims, columns, 3, func(s *sheet) {
		for section, r := range b.doc.Tree.Selected() {
			for _, c := range r.Cells {
				for _, claim := range c.Claims {
					s.add(row(section, r, c, claim)...)
				}
			}
		}
	})
}

func (b *book) sources() {
	columns := []heading{
		{title: "No.", width: 6}, {title: "Source", width: 28}, {title: "Publisher", width: 28}, {title: "Title", width: 40}, {title: "Published", width: 22}, {title: "Address", width: 44}, {title: "File", width: 20},
		{title: "Kind", width: 14}, {title: "Language", width: 10}, {title: "Reliability", width: 11}, {title: "Repeats", width: 24}, {title: "Cited for", width: 10},
	}
	full := b.doc.Sources == table.FullSources
	if full {
		columns = append(columns, heading{title: "What it is cited for", width: 80})
	}
	b.sheet(sheetSources, columns, 2, func(s *sheet) {
		for _, source := range b.doc.Tree.Sources {
			card := source.Card
			address := word(card.URL)
			if u := link(card.URL); u != "" {
				address = entry{text: u, link: u, look: look{font: b.fonts.link}}
			}
			cells := slices.Concat([]entry{count(source.Number)}, words(card.ID, card.Publisher, card.Title, wording.Published(card)), []entry{address},
				words(card.File, wording.SourceKind(card.Kind), cmp.Or(card.Language, "English"), when(card.LowReliability, "low"), strings.Join(card.Original, ", ")),
				[]entry{count(len(source.Uses))})
			if full {
				cells = append(cells, entry{text: prose.Join(source.Uses, "\n", useLine)})
			}
			s.add(cells...)
		}
	})
}

func (b *book) versions() {
	columns := []heading{{title: "Version", width: 18}, {title: "Title", width: 44}, {title: "Date", width: 14}, {title: "How well known", width: 32}, {title: "Put forward by", width: 32}}
	for _, k := range table.Kinds {
		columns = append(columns, heading{title: wording.Kind(k).Word, width: 12})
	}
	columns = append(columns, heading{title: wording.ChangedTerms, width: 12})
	b.sheet(sheetVersions, columns, 1, func(s *sheet) {
		for _, v := range b.doc.Tree.Columns {
			cells := words(v.ID, v.Title, v.Date, v.Known, v.By)
			for _, p := range b.doc.Tree.Pairs {
				if p.Version == v.ID {
					for _, k := range table.Kinds {
						cells = append(cells, count(p.Kinds[k]))
					}
					cells = append(cells, count(p.Terms))
				}
			}
			s.add(cells...)
		}
	})
}

// lists writes a sheet for every further list of the overview: of documents,
// the numbers and the brackets that changed.
func (b *book) lists() {
	if b.doc.Tree.Overview == nil {
		return
	}
	lists := b.doc.Tree.Overview.More
	if b.doc.Tree.Points {
		lists = append([]table.Grid{b.doc.Tree.Overview.Counts}, lists...)
	}
	named := map[string]int{}
	for _, g := range lists {
		name := wording.FirstUpper(g.ID)
		if named[name]++; named[name] > 1 {
			name += " " + strconv.Itoa(named[name])
		}
		columns := pick.Each(g.Columns, func(c table.GridColumn) heading {
			h := heading{title: safe(c.Title), width: 18}
			if c.Wide {
				h.width = 80
			}
			return h
		})
		b.sheet(name, columns, 1, func(s *sheet) {
			for _, r := range g.Rows {
				s.add(pick.Each(r.Cells, func(c table.GridCell) entry { return marked(c.Mark, c.Text) })...)
			}
			for _, l := range g.Notes {
				s.add(words(l.Text())...)
			}
		})
	}
}

// marked is a text behind a mark, on its ground.
func marked(m wording.Mark, text string) entry {
	return entry{text: strings.TrimSpace(m.Symbol + " " + safe(text)), look: look{fill: ground(m)}}
}

func (b *book) matrix() {
	columns := []heading{{title: "Topic", width: 30}, {title: "Field", width: 34}}
	for _, v := range b.doc.Matrix.Columns {
		columns = append(columns, heading{title: safe(v.ID), detail: "\n" + safe(v.Date), width: 17})
	}
	b.sheet(sheetMatrix, columns, 2, func(s *sheet) {
		for _, r := range b.doc.Matrix.Grids[0].Rows {
			cells := words(r.Group, r.Cells[0].Text)
			if r.Group == "" { // a topic
				cells[0], cells[1] = cells[1], cells[0]
			}
			for _, c := range r.Cells[1:] {
				cells = append(cells, marked(c.Mark, c.Mark.Word+" "+c.Text))
			}
			s.add(cells...)
		}
	})
}

// claimColumns explain the columns of claims that do not explain themselves.
var claimColumns = [...]string{
	"Claims, Decides: the claim stands behind what the comparison shows.",
	"Claims, Rank: a preferred claim decides before a normal one; a deprecated one is listed and never decides.",
	"Claims, Basis: how the source comes to say it, from the version's text to an opinion.",
	"Claims, Hedged: the source itself is not sure.",
	"Claims, Polarity: the source asserts the value, or denies it.",
}

func (b *book) about() {
	b.sheet(sheetAbout, []heading{{title: safe(b.doc.Title), width: 120}}, 0, func(s *sheet) {
		for _, line := range slices.Concat(b.doc.preamble(), b.doc.foot()) {
			s.add(words(line)...)
		}
		for _, k := range table.Kinds {
			s.add(marked(wording.Kind(k), wording.Kind(k).Word+": "+wording.Meaning(k)))
		}
		if len(b.doc.Tree.Sources) > 0 && b.doc.Sources != table.NoSources {
			for _, line := range claimColumns {
				s.add(words(line)...)
			}
		}
	})
}

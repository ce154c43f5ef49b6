package export

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"io"
	"strings"

	"plandiff/internal/prose"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

// page writes one HTML file that needs no other and asks for nothing. Its
// policy forbids every request, and every script and style but its own, so
// that no text in a record could do what this package failed to prevent.
type page struct{}

var (
	//go:embed page.tmpl
	pageTemplate string
	//go:embed page.css
	pageCSS string
	//go:embed page.js
	pageJS string
)

func (page) Columns() (all, usual []string) {
	return []string{colNumber, colField, colID, colKind, colVersions, colAgreed, colComments}, []string{colField, colVersions}
}

func (p page) Write(w io.Writer, d *Document) error {
	t, err := template.New("page").Parse(pageTemplate)
	if err != nil {
		return err
	}
	return t.Execute(w, viewOf(d, d.columns(p)))
}

// view is what the template shows, every text worded and clean.
type view struct {
	Title    string
	Policy   string
	CSS      template.CSS
	JS       template.JS
	Versions []versionView
	Facts    []string
	Kinds    []kindView
	Legend   []legendView
	Many     bool   // more versions than fit beside each other
	Noun     string // what a row is
	Topic    string // what a section is
	Heads    []headView
	Sections []sectionView
	Summary  []string
	Grids    []table.Grid
	Pictures []pictureView
	Notes    []noteView
}

type versionView struct{ ID, Title, Detail string }

type legendView struct{ Kind, Symbol, Word, Means string }

type kindView struct {
	Kind, Word string
	Count      int
	On         bool
}

type headView struct{ Title, Detail, Date, Version, Class string }

type sectionView struct {
	ID, Anchor, Title string
	Heads             []topicCell
	Rows              []rowView
}

type topicCell struct {
	First         bool
	Text, Version string
}

type rowView struct {
	ID, Kind, Topic, Words string
	Cells                  []cellView
}

type cellView struct {
	Head         bool // names the row
	Anchor, Text string
	Label        string // of a column that is no version

	Version             string
	Quiet               bool
	Kind, Symbol, Badge string
	Lines               []lineView
}

type lineView struct {
	Class string
	Spans []spanView
	Notes []int
}

type spanView struct {
	Text      string
	New, Gone bool
}

type pictureView struct {
	Title string
	SVG   template.HTML
}

type noteView struct {
	Number         int
	Line, Link, ID string
	Address        string // as it is printed
	Uses           []useView
}

type useView struct{ Version, Field, Evidence string }

func viewOf(d *Document, columns []string) *view {
	v := &view{Title: safe(d.Title), CSS: template.CSS(pageCSS), JS: template.JS(pageJS), Many: len(d.Tree.Columns) > 4}
	v.Policy = "default-src 'none'; style-src '" + hashOf(pageCSS) + "'; script-src '" + hashOf(pageJS) + "'; base-uri 'none'; form-action 'none'"
	for i, c := range d.Tree.Columns {
		var details []string
		if c.By != "" {
			details = append(details, "by "+c.By)
		}
		if c.Date != "" {
			details = append(details, c.Date)
		}
		details = append(details, c.Known)
		if i == 0 {
			details = append(details, "the others are compared with it")
		}
		v.Versions = append(v.Versions, versionView{safe(c.ID), safe(c.Title), safe(strings.Join(details, " · "))})
	}
	v.Noun, v.Topic = "field", "topic"
	if d.Tree.Points {
		v.Noun, v.Topic = "point", "section"
	}
	v.Facts = d.preamble()
	v.Summary = d.foot()
	v.Grids = d.grids()
	v.Kinds = kindViews(d.Tree)
	for _, k := range v.Kinds {
		m := wording.Kind(table.Kind(k.Kind))
		v.Legend = append(v.Legend, legendView{k.Kind, m.Symbol, m.Word, wording.Meanings[table.Kind(k.Kind)]})
	}
	v.Heads = headViews(d, columns)
	for i := range d.Tree.Sections {
		v.Sections = append(v.Sections, sectionOf(d, &d.Tree.Sections[i], columns))
	}
	v.Pictures = pictureViews(d)
	if d.Sources != NoSources {
		v.Notes = noteViews(d)
	}
	return v
}

// hashOf is what a policy names a script or style by.
func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// kindViews are the kinds of rows that there are; those that are only unselected
// are off at first.
func kindViews(t *table.Tree) []kindView {
	var out []kindView
	for _, k := range table.Kinds {
		view := kindView{Kind: string(k), Word: wording.Kind(k).Word}
		for _, s := range t.Sections {
			for _, r := range s.Rows {
				if r.Kind == k {
					view.Count++
					view.On = view.On || !r.Unselected
				}
			}
		}
		if view.Count > 0 {
			out = append(out, view)
		}
	}
	return out
}

func headViews(d *Document, columns []string) []headView {
	classes := map[string]string{colNumber: "number", colField: "first", colID: "first", colKind: "narrow"}
	var out []headView
	for _, c := range columns {
		if c != colVersions {
			out = append(out, headView{Title: d.columnTitle(c), Class: classes[c]})
			continue
		}
		for _, v := range d.Tree.Columns {
			out = append(out, headView{Title: safe(v.ID), Detail: safe(v.Title), Date: safe(v.Date), Version: safe(v.ID)})
		}
	}
	return out
}

func sectionOf(d *Document, s *table.Section, columns []string) sectionView {
	out := sectionView{ID: safe(s.ID), Anchor: "topic-" + safe(s.ID), Title: safe(s.Title)}
	named := false
	for _, c := range columns {
		if c != colVersions {
			cell := topicCell{First: !named && c != colNumber}
			if cell.First {
				cell.Text, named = out.Title, true
			}
			out.Heads = append(out.Heads, cell)
			continue
		}
		for i, v := range d.Tree.Columns {
			cell := topicCell{Text: wording.PointText(s.Points[i]), Version: safe(v.ID)}
			if !named {
				cell.First, cell.Text, named = true, out.Title, true
			}
			out.Heads = append(out.Heads, cell)
		}
	}
	for i := range s.Rows {
		out.Rows = append(out.Rows, rowOfPage(d, shownRow{&s.Rows[i], s}, columns))
	}
	return out
}

func rowOfPage(d *Document, r shownRow, columns []string) rowView {
	out := rowView{ID: safe(r.Field), Kind: string(r.Kind), Topic: safe(r.section.ID), Words: safe(r.section.Title)}
	head := false
	for _, c := range columns {
		cell := cellView{Label: d.columnTitle(c), Text: d.wordOf(r, c, columns)}
		if (c == colField || c == colID) && !head {
			cell.Head, cell.Anchor, head = true, out.ID, true
		}
		if c != colVersions {
			out.Cells = append(out.Cells, cell)
			continue
		}
		for i, version := range r.Cells {
			out.Cells = append(out.Cells, cellOfPage(d, safe(d.Tree.Columns[i].ID), version))
		}
	}
	return out
}

func cellOfPage(d *Document, version string, c table.Cell) cellView {
	out := cellView{Version: version, Quiet: c.Quiet, Kind: string(c.Kind), Badge: c.Badge, Symbol: c.Mark.Symbol}
	for _, l := range c.Lines {
		line := lineView{Class: lineClass(l, c)}
		for _, s := range spans(l) {
			line.Spans = append(line.Spans, spanView{Text: s.Text, New: s.Op == prose.Insert, Gone: s.Op == prose.Delete})
		}
		if d.Sources != NoSources {
			line.Notes = l.Cites
		}
		out.Lines = append(out.Lines, line)
	}
	return out
}

// lineClass is what a line is, for the style sheet.
func lineClass(l table.Line, c table.Cell) string {
	switch l.Role {
	case table.Account, table.Alternative:
		return "item"
	case table.Heading:
		return strings.TrimSpace("badge " + string(c.Kind))
	case table.Step:
		return "step"
	case table.Term, table.Remark, table.Wording, table.Note:
		return "remark"
	case table.OtherCopy:
		return "variant"
	}
	return "value"
}

func pictureViews(d *Document) []pictureView {
	var out []pictureView
	if d.Matrix != nil && len(d.Matrix.Grids[0].Rows) > 0 {
		out = append(out, pictureView{"What is known of each topic in each version", template.HTML(drawMatrix(d.Matrix))})
	}
	if d.Lineage != nil && len(d.Lineage.Drafts) > 0 {
		out = append(out, pictureView{"The drafts in time", template.HTML(drawLineage(d.Lineage))})
	}
	for i := range d.Charts {
		out = append(out, pictureView{safe(d.Charts[i].Title) + " over time", template.HTML(drawChart(&d.Charts[i]))})
	}
	return out
}

func noteViews(d *Document) []noteView {
	var out []noteView
	for _, n := range d.Tree.Cited() {
		note := noteView{Number: n.Number, Line: sourceLine(n), Link: link(n.Card.URL), Address: address(n.Card), ID: safe(n.Card.ID)}
		if d.Sources == FullSources {
			for _, u := range n.Uses {
				for _, what := range u.For {
					version, field, _ := strings.Cut(what, " ")
					note.Uses = append(note.Uses, useView{safe(version), safe(field), safe(u.Evidence)})
				}
			}
		}
		out = append(out, note)
	}
	return out
}

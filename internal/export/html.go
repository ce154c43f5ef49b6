package export

import (
	"cmp"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"io"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"plandiff/internal/pick"
	"plandiff/internal/prose"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

var (
	//go:embed page.css
	pageCSS string
	//go:embed page.js
	pageJS string
)

// writePage writes one HTML file that needs no other and asks for nothing. Its
// policy forbids every request, and every script and style but its own, so
// that no text in a record could do what this package failed to prevent.
//
// It is built of nodes and not from a template: package template calls methods
// by name, and a program that does keeps every method of everything that is in
// it, 5 MB of them.
func writePage(w io.Writer, d *Document, columns []string) error {
	s := &site{Document: d, columns: d.layout(columns), row: "field", section: "topic", notes: d.cited(),
		count: map[table.Kind]int{}, on: map[table.Kind]bool{}}
	if d.Tree.Points {
		s.row, s.section = "point", "section"
	}
	for _, r := range d.Tree.Rows() {
		s.count[r.Kind]++
		s.on[r.Kind] = s.on[r.Kind] || !r.Unselected
	}
	whole := el("html", attrs{"lang", "en"}, append(spaced(s.head(), s.body()), text("\n"))...)
	_, err := io.WriteString(w, "<!doctype html>\n")
	if err = cmp.Or(s.err, err); err != nil {
		return err
	}
	return html.Render(w, whole)
}

type site struct {
	*Document
	columns      layout
	row, section string              // what a row and a section are called
	notes        []table.Source      // numbered, where sources are shown
	count        map[table.Kind]int  // rows of each kind
	on           map[table.Kind]bool // whether they are shown at first: not where all are unselected
	err          error
}

func (s *site) head() *html.Node {
	policy := "default-src 'none'; style-src '" + hashOf(pageCSS) + "'; script-src '" + hashOf(pageJS) + "'; base-uri 'none'; form-action 'none'"
	return el("head", nil, spaced(
		el("meta", attrs{"charset", "utf-8"}),
		el("meta", attrs{"http-equiv", "Content-Security-Policy", "content", policy}),
		el("meta", attrs{"name", "referrer", "content", "no-referrer"}),
		el("meta", attrs{"name", "viewport", "content", "width=device-width, initial-scale=1"}),
		el("meta", attrs{"name", "generator", "content", "plandiff"}),
		el("title", nil, text(safe(s.Title))),
		el("style", nil, text(pageCSS)),
		el("script", nil, text(pageJS)),
	)...)
}

// hashOf is what a policy names a script or style by.
func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

func (s *site) body() *html.Node {
	pictures := s.pictures()
	folds := el("div", attrs{"class", "folds"}, spaced(s.overview(), s.legend(), s.tools())...)
	main := []*html.Node{folds, s.comparison()}
	main = append(main, paragraphs("", s.foot())...)
	main = append(append(main, pictures...), s.sources())
	note := el("div", attrs{"id", "pd-note", "popover", "auto", "role", "dialog", "aria-labelledby", "pd-note-title", "tabindex", "-1"},
		el("h2", attrs{"id", "pd-note-title"}, text("Source")), el("div", attrs{"id", "pd-note-body"}),
		el("button", attrs{"type", "button", "id", "pd-close"}, text("Close")))
	return el("body", nil, spaced(
		el("a", attrs{"class", "skip", "href", "#pd-table"}, text("To the table")),
		s.header(len(pictures) > 0),
		el("main", nil, spaced(main...)...),
		note,
	)...)
}

// paragraphs are lines of a class.
func paragraphs(class string, lines []string) []*html.Node {
	return pick.Each(lines, func(l string) *html.Node { return el("p", attrs{"class?", class, "dir", "auto"}, text(l)) })
}

func (s *site) header(pictures bool) *html.Node {
	versions := el("ul", attrs{"class", "versions"})
	for i, c := range s.Tree.Columns {
		details := prose.Listed(" · ", when(c.By != "", "by "+c.By), c.Date, c.Known, when(i == 0, "the others are compared with it"))
		with(versions, text("\n"), el("li", nil, el("b", nil, text(safe(c.ID))), el("span", attrs{"dir", "auto"}, text(safe(c.Title))),
			el("span", attrs{"class", "detail", "dir", "auto"}, text(safe(details)))))
	}
	parts := el("ul", nil, linkItem("pd-table", "Table", ""))
	if pictures {
		with(parts, linkItem("pictures", "Pictures", ""))
	}
	if len(s.notes) > 0 {
		with(parts, linkItem("sources", "Sources", ""))
	}
	sections := pick.Each(s.Tree.Sections, func(sec table.Section) *html.Node {
		return linkItem(sectionAnchor(&sec), safe(sec.Title), "auto")
	})
	inner := []*html.Node{el("h1", attrs{"dir", "auto"}, text(safe(s.Title))), versions}
	inner = append(inner, paragraphs("facts", s.preamble())...)
	inner = append(inner, el("nav", attrs{"aria-label", "On this page"}, parts,
		el("details", nil, el("summary", nil, text(wording.FirstUpper(s.section)+"s")), el("ul", nil, spaced(sections...)...))))
	return el("header", nil, spaced(inner...)...)
}

func linkItem(id, title, dir string) *html.Node {
	return el("li", nil, el("a", attrs{"href", to(id), "dir?", dir}, text(title)))
}

func sectionAnchor(s *table.Section) string { return "topic-" + safe(s.ID) }

func (s *site) overview() *html.Node {
	grids := s.grids()
	if len(grids) == 0 {
		return nil
	}
	out := details("overview", "Overview")
	for _, g := range grids {
		if g.Title != "" {
			with(out, text("\n"), el("h3", attrs{"dir", "auto"}, text(safe(g.Title))))
		}
		with(out, text("\n"), region("view", g.ID, grid(g)))
		with(out, spaced(paragraphs("remark", clean(g.Notes))...)...)
	}
	return out
}

// details is a part of the page that can be closed.
func details(name, title string, inner ...*html.Node) *html.Node {
	return with(el("details", attrs{"class", name, "id", "pd-" + name, atom.Open.String(), ""}, el("summary", nil, text(title))), inner...)
}

// region is a box that can be scrolled with the keyboard.
func region(class, label string, inner *html.Node) *html.Node {
	return el("div", attrs{"class", class, "role", "region", "aria-label", label, "tabindex", "0"}, inner)
}

// Browsers take a table whose display is changed for no table: roles say that
// it is one.
func grid(g table.Grid) *html.Node {
	heads := pick.Each(g.Columns, func(c table.GridColumn) *html.Node {
		return el("th", attrs{"role", "columnheader", "scope", "col", "class?", when(c.Right, "right")}, text(safe(c.Head())))
	})
	body := el("tbody", attrs{"role", "rowgroup"})
	for _, r := range g.Rows {
		row := el("tr", attrs{"role", "row"})
		for i, c := range r.Cells {
			if i == 0 {
				with(row, el("th", attrs{"role", "rowheader", "scope", "row", "dir", "auto"}, text(safe(c.Text))))
				continue
			}
			class := strings.TrimSpace(string(c.Mark.Tone) + " " + when(g.Columns[i].Right, "right"))
			with(row, el("td", attrs{"role", "cell", "class?", class, "dir", "auto"}, symbol("", c.Mark.Symbol), text(safe(c.Text))))
		}
		with(body, text("\n"), row)
	}
	return el("table", attrs{"class", "list " + g.ID, "role", "table"}, el("caption", attrs{"class", "unseen"}, text(g.ID)),
		el("thead", attrs{"role", "rowgroup"}, el("tr", attrs{"role", "row"}, heads...)), body)
}

// symbol is a mark before the words that say the same; nil where there is none.
func symbol(class, symbol string) *html.Node {
	if symbol == "" {
		return nil
	}
	return el("span", attrs{"class?", class, "aria-hidden", "true"}, text(symbol+" "))
}

func (s *site) pictures() []*html.Node {
	var out []*html.Node
	picture := func(title, svg string) {
		if out == nil {
			out = append(out, el("h2", attrs{"id", "pictures"}, text("Pictures")))
		}
		out = append(out, el("figure", nil, el("figcaption", attrs{"dir", "auto"}, text(title)),
			region("view", title, &html.Node{Type: html.RawNode, Data: svg})))
	}
	if s.Matrix != nil && len(s.Matrix.Grids[0].Rows) > 0 {
		picture("What is known of each topic in each version", drawMatrix(s.Matrix))
	}
	if len(s.Lineage) > 0 {
		picture("The drafts in time", drawLineage(s.Lineage))
	}
	for i := range s.Charts {
		picture(safe(s.Charts[i].Title)+" over time", drawChart(&s.Charts[i]))
	}
	return out
}

func (s *site) sources() *html.Node {
	if len(s.notes) == 0 {
		return nil
	}
	list := el("ol", attrs{"class", "sources"})
	for _, n := range s.notes {
		id := text(safe(n.Card.ID))
		if at := link(n.Card.URL); at != "" {
			id = el("a", attrs{"href", at, "rel", "noreferrer noopener", "data-address", address(n.Card)}, id)
		}
		card := el("span", attrs{"class", "card", "dir", "auto"}, text(sourceLine(n)+" "), id)
		number := strconv.Itoa(n.Number)
		with(list, text("\n"), el("li", attrs{"id", "source-" + number, "value", number}, card, s.uses(n)))
	}
	return el("section", attrs{"id", "sources", "aria-labelledby", "pd-sources-title"},
		el("h2", attrs{"id", "pd-sources-title"}, text("Sources")), list)
}

// uses are the cells that rest on a source; nil where they are not shown.
func (s *site) uses(n table.Source) *html.Node {
	if s.Sources != table.FullSources || len(n.Uses) == 0 {
		return nil
	}
	list := el("ul", nil)
	for _, u := range n.Uses {
		evidence := safe(u.Evidence)
		for _, what := range u.For {
			version, field, _ := strings.Cut(what, " ")
			version, field = safe(version), safe(field)
			with(list, el("li", attrs{"dir", "auto", "data-version", version, "data-field", field, "data-evidence", evidence},
				text(evidence+": "), el("a", attrs{"href", to(field)}, text(version+" "+field))))
		}
	}
	return list
}

// legend says what each mark means that the page shows.
func (s *site) legend() *html.Node {
	list := el("dl", nil)
	for _, k := range table.Kinds {
		if s.count[k] > 0 {
			m := wording.Kind(k)
			with(list, text("\n"), el("div", nil, el("dt", attrs{"class", string(k)}, symbol("", m.Symbol), text(m.Word)), el("dd", nil, text(wording.Meaning(k)))))
		}
	}
	if len(s.notes) > 0 {
		with(list, text("\n"), el("div", nil, el("dt", nil, text("[1]")), el("dd", nil, text("numbers in brackets are sources; the list is at the end"))))
	}
	return details("legend", "How to read", list)
}

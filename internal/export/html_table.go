package export

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"plandiff/internal/pick"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

// tools are the filters above the comparison, which the script of the page works.
func (s *site) tools() *html.Node {
	topics := el("select", attrs{"id", "pd-topic"}, el("option", attrs{"value", ""}, text("all "+s.section+"s")))
	for i := range s.Tree.Sections {
		with(topics, text("\n"), el("option", attrs{"value", safe(s.Tree.Sections[i].ID)}, text(safe(s.Tree.Sections[i].Title))))
	}
	kinds := fieldset("Rows, by their most telling difference")
	for _, k := range table.Kinds {
		if n := s.count[k]; n > 0 {
			with(kinds, text("\n"), el("label", nil, checkbox(attrs{"name", "kind", "value", string(k)}, s.on[k]), text(" "),
				el("span", attrs{"class", string(k)}, text(fmt.Sprintf("%s (%d)", wording.Kind(k).Word, n)))))
		}
	}
	versions := fieldset("Versions")
	for _, c := range s.Tree.Columns {
		id := safe(c.ID)
		with(versions, text("\n"), el("label", nil, checkbox(attrs{"name", "version", "value", id}, true), text(" "+id)))
	}
	var evidence *html.Node
	if len(s.notes) > 0 {
		evidence = with(fieldset("Evidence"), el("label", nil, checkbox(attrs{"id", "pd-sources"}, true), text(" sources")))
	}
	form := el("form", attrs{"class", "filters", "id", "pd-filters", "autocomplete", "off", "aria-label", "Choose what the table shows"},
		el("label", attrs{"class", "field"}, text("Search "), el("input", attrs{"type", "search", "id", "pd-search"})), text("\n"),
		el("label", attrs{"class", "field"}, text(wording.FirstUpper(s.section)+" "), topics), kinds, versions, evidence, text("\n"),
		el("button", attrs{"type", "reset"}, text("Reset")), text("\n"),
		el("output", attrs{"id", "pd-count", "data-noun", s.row, "aria-live", "polite"}))
	return details("tools", "Search", form)
}

func fieldset(legend string) *html.Node {
	return el("fieldset", nil, el("legend", nil, text(legend)))
}

func checkbox(a attrs, checked bool) *html.Node {
	a = append(attrs{"type", "checkbox"}, a...)
	if checked {
		a = append(a, "checked", "")
	}
	return el("input", a)
}

// comparison is the table: a section a body, a row a field, a column a version.
func (s *site) comparison() *html.Node {
	heads := el("tr", attrs{"role", "row"})
	classes := map[string]string{colNumber: "number", colField: "first", colID: "first", colKind: "narrow"}
	for _, c := range s.columns {
		head := el("th", attrs{"role", "columnheader", "scope", "col", "class?", classes[c.name], "data-version?", when(c.version != nil, c.title)}, el("b", nil, text(c.title)))
		if v := c.version; v != nil && safe(v.Title) != "" {
			with(head, el("span", attrs{"dir", "auto"}, text(safe(v.Title))), el("span", nil, text(safe(v.Date))))
		}
		with(heads, text("\n"), head)
	}
	out := el("table", attrs{"class", "comparison", "id", "pd-table", "role", "table"},
		el("caption", attrs{"class", "unseen"}, text(safe(s.Title)+": one row a "+s.row+", one column a version")),
		el("thead", attrs{"role", "rowgroup"}, heads))
	for i := range s.Tree.Sections {
		with(out, text("\n"), s.written(s.rowsOf(&s.Tree.Sections[i])))
	}
	if len(s.Tree.Columns) > 4 { // more than fit beside each other
		return region("many", "Comparison", out)
	}
	return el("div", nil, out)
}

// rowsOf is a section: its head, and its rows.
func (s *site) rowsOf(sec *table.Section) *html.Node {
	head := el("tr", attrs{"class", "topic", "role", "row"})
	named := false
	for _, c := range s.columns {
		switch {
		case !named && c.name != colNumber:
			named = true
			with(head, el("th", attrs{"role", "rowheader", "scope", "rowgroup"}, el("h2", attrs{"dir", "auto"}, text(safe(sec.Title)))))
		case c.version == nil:
			with(head, el("td", attrs{"role", "cell"}))
		default:
			with(head, el("td", attrs{"role", "cell", "data-version?", c.title}, text(wording.PointText(sec.Points[c.at]))))
		}
	}
	out := el("tbody", attrs{"role", "rowgroup", "id", sectionAnchor(sec)}, text("\n"), head)
	for i := range sec.Rows {
		with(out, text("\n"), s.rowOf(sec, &sec.Rows[i]))
	}
	return out
}

func (s *site) rowOf(sec *table.Section, r *table.Row) *html.Node {
	id := safe(r.Field)
	out := el("tr", attrs{"role", "row", "id", id, "data-kind", string(r.Kind), "data-topic", safe(sec.ID), "data-words", safe(sec.Title)})
	head := false
	for _, c := range s.columns {
		with(out, text("\n"))
		if c.version != nil {
			with(out, s.cellOf(r.Cells[c.at]))
			continue
		}
		word := s.wordOf(sec, r, c, s.columns)
		if (c.name == colField || c.name == colID) && !head {
			head = true
			with(out, el("th", attrs{"role", "rowheader", "scope", "row"}, el("a", attrs{"href", to(id), "dir", "auto"}, text(word))))
			continue
		}
		with(out, el("td", attrs{"role", "cell", "data-label?", c.title, "class?", when(word == "", "empty")}, text(word)))
	}
	return out
}

func (s *site) cellOf(c table.Cell) *html.Node {
	version, class, kind := safe(c.Version), when(c.Quiet, "quiet"), string(c.Kind)
	out := el("td", attrs{"role", "cell", "data-version", version, "data-label", version, "data-kind?", kind, "class?", class})
	if c.Badge != "" {
		with(out, el("p", attrs{"class", strings.TrimSpace("badge " + kind)}, symbol("", c.Mark.Symbol), text(c.Badge)))
	}
	for i, l := range c.Lines {
		class := lineClasses[l.Role]
		if l.Role == table.Heading {
			class = strings.TrimSpace(class + " " + kind)
		}
		line := el("p", attrs{"class", class, "dir", "auto"})
		if i == 0 && c.Badge == "" {
			with(line, symbol(kind, c.Mark.Symbol))
		}
		for _, span := range spans(l) {
			part := text(span.Text)
			if tag := tags[span.Op]; tag != "" {
				part = el(tag, nil, part)
			}
			with(line, part)
		}
		if numbers := s.cites(l); len(numbers) > 0 {
			cites := pick.Each(numbers, func(n int) *html.Node {
				number := strconv.Itoa(n)
				return el("a", attrs{"class", "cite", "href", "#source-" + number, "aria-label", "source " + number}, text(number))
			})
			with(line, text(" "), el("span", attrs{"class", "cites"}, cites...))
		}
		with(out, line)
	}
	return out
}

// lineClasses are what lines are, for the style sheet.
var lineClasses = map[table.Role]string{table.Value: "value", table.Heading: "badge", table.Account: "item", table.Alternative: "item",
	table.Step: "step", table.OtherCopy: "variant", table.Term: "remark", table.Remark: "remark", table.Wording: "remark", table.Note: "remark"}

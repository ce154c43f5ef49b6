package export

import (
	"bufio"
	"fmt"
	"html"
	"io"
	"strconv"
	"strings"

	"plandiff/internal/prose"
	"plandiff/internal/table"
	"plandiff/internal/wording"
)

// writeMarkdown writes GitHub's Markdown: a table a section, sources as footnotes.
func writeMarkdown(w io.Writer, d *Document, names []string) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "# %s\n\n", mdText(d.Title))
	for _, line := range append(d.versionLines(), d.preamble()...) {
		fmt.Fprintf(out, "- %s\n", mdText(line))
	}
	for _, g := range d.grids() {
		mdGrid(out, g)
	}
	columns := d.layout(names)
	var section *table.Section
	for s, r := range d.Tree.Selected() {
		if s != section {
			section = s
			fmt.Fprintf(out, "\n## %s\n\n", mdText(section.Title))
			mdHead(out, columns, func(c column) string {
				if c.version == nil || section.Points[c.at] == "" {
					return mdText(c.title)
				}
				return mdText(c.title) + "<br>" + mdText(wording.PointText(section.Points[c.at]))
			})
		}
		mdRow(out, columns, func(c column) string {
			if c.version == nil {
				return mdText(d.wordOf(s, r, c, columns))
			}
			return mdCell(d, r.Cells[c.at])
		})
	}
	fmt.Fprintln(out)
	for _, s := range d.foot() {
		fmt.Fprintf(out, "%s\n\n", mdText(s))
	}
	mdNotes(out, d)
	return out.Flush()
}

func mdRow[C any](w *bufio.Writer, cells []C, text func(C) string) {
	fmt.Fprintf(w, "| %s |\n", prose.Join(cells, " | ", text))
}

func mdHead[C any](w *bufio.Writer, columns []C, text func(C) string) {
	mdRow(w, columns, text)
	mdRow(w, columns, func(C) string { return "---" })
}

func mdCell(d *Document, c table.Cell) string {
	var lines []string
	if c.Badge != "" {
		lines = append(lines, "*"+mdText(c.Badge)+"*")
	}
	for _, l := range c.Lines {
		cites := prose.Join(d.cites(l), "", func(n int) string { return "[^" + strconv.Itoa(n) + "]" })
		lines = append(lines, when(l.Item(), "• ")+prose.Join(spans(l), "", mdSpan)+cites)
	}
	return strings.Join(lines, "<br>")
}

// tags are those of HTML for words that came or went.
var tags = map[prose.Op]string{prose.Insert: "ins", prose.Delete: "del"}

// mdSpan marks a span with tags, which count beside any character; stars and
// tildes do not.
func mdSpan(s prose.Span) string {
	text := mdEscape(s.Text)
	if tag := tags[s.Op]; tag != "" {
		return "<" + tag + ">" + text + "</" + tag + ">"
	}
	return text
}

func mdNotes(w *bufio.Writer, d *Document) {
	for _, n := range d.cited() {
		fmt.Fprintf(w, "[^%d]: %s", n.Number, mdText(sourceLine(n)))
		if u := link(n.Card.URL); u != "" {
			fmt.Fprintf(w, ", <%s>", u)
		}
		fmt.Fprintf(w, " (%s)\n", mdText(n.Card.ID))
		if d.Sources == table.FullSources {
			for _, u := range n.Uses {
				fmt.Fprintf(w, "    <br>%s\n", mdEscape(useLine(u)))
			}
		}
	}
}

func mdGrid(w *bufio.Writer, g table.Grid) {
	if g.Title != "" {
		fmt.Fprintf(w, "\n%s\n", mdText(g.Title))
	}
	w.WriteByte('\n')
	mdHead(w, g.Columns, func(c table.GridColumn) string { return mdText(c.Head()) })
	for _, r := range g.Rows {
		mdRow(w, r.Cells, func(c table.GridCell) string { return strings.TrimPrefix(c.Mark.Symbol+" "+mdText(c.Text), " ") })
	}
	for _, l := range g.Notes {
		fmt.Fprintf(w, "\n%s\n", mdText(l.Text()))
	}
}

// mdText is text that stands at the start of a line, where some signs begin
// a list or a heading.
func mdText(text string) string {
	s := mdEscape(safe(text))
	digits := strings.TrimLeft(s, "0123456789")
	switch {
	case strings.HasPrefix(s, "+"), strings.HasPrefix(s, "-"), strings.HasPrefix(s, "="):
		return `\` + s
	case len(digits) < len(s) && digits != "" && (digits[0] == '.' || digits[0] == ')'):
		return s[:len(s)-len(digits)] + `\` + digits
	}
	return s
}

// mdEscape is text in which nothing is Markdown, HTML, a formula, a link, a
// mention or the end of a cell.
func mdEscape(s string) string {
	var b strings.Builder
	for i, r := range s {
		switch {
		case strings.ContainsRune("<>&", r):
			b.WriteString(html.EscapeString(string(r)))
			continue
		case strings.ContainsRune("\\`*_[]|~$@#^", r),
			r == ':' && i+1 < len(s) && s[i+1] != ' ', // an address, or the name of a picture
			r == '.' && strings.HasSuffix(strings.ToLower(s[:i]), "www"):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

package export

import (
	"bytes"
	"encoding/csv"
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"

	nethtml "golang.org/x/net/html"
)

// Second readers: each reads a format with other code than wrote it, into
// the lines of every cell by field ID and version.

type cellKey struct{ field, version string }

type cells map[cellKey][]string

// readMarkdown reads GitHub tables with the field ID in the first column.
func readMarkdown(t *testing.T, data []byte) cells {
	t.Helper()
	out := cells{}
	var heads []string
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if !strings.HasPrefix(line, "|") {
			heads = nil
			continue
		}
		parts := splitMarkdown(line)
		if heads == nil {
			heads = parts
			continue
		}
		if strings.HasPrefix(parts[0], "---") {
			continue
		}
		if len(parts) != len(heads) {
			t.Fatalf("md: a row of %d cells under %d heads: %.200s", len(parts), len(heads), line)
		}
		for i, p := range parts {
			version, _, _ := strings.Cut(heads[i], "<br>")
			var lines []string
			for _, l := range strings.Split(p, "<br>") {
				lines = append(lines, plainMarkdown(l))
			}
			out[cellKey{plainMarkdown(parts[0]), plainMarkdown(version)}] = lines
		}
	}
	return out
}

func splitMarkdown(line string) []string {
	var out []string
	start := 1
	for i := 1; i < len(line); i++ {
		switch line[i] {
		case '\\':
			i++
		case '|':
			out = append(out, strings.TrimSpace(line[start:i]))
			start = i + 1
		}
	}
	return out
}

var (
	mdNote   = regexp.MustCompile(`\[\^\d+\]`)
	mdTag    = regexp.MustCompile(`</?(ins|del)>`)
	mdItalic = regexp.MustCompile(`^\*(.*)\*$`)
	mdSlash  = regexp.MustCompile(`\\([[:punct:]])`)
)

func plainMarkdown(s string) string {
	s = mdItalic.ReplaceAllString(mdTag.ReplaceAllString(mdNote.ReplaceAllString(s, ""), ""), "$1")
	return html.UnescapeString(mdSlash.ReplaceAllString(s, "$1"))
}

// readSeparated reads the long form: a cell's lines are joined there.
func readSeparated(t *testing.T, data []byte, comma rune) cells {
	t.Helper()
	r := csv.NewReader(bytes.NewReader(data))
	r.Comma = comma
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatalf("csv: %v", err)
	}
	at := func(name string) int { return slices.Index(rows[0], name) }
	out := cells{}
	for _, row := range rows[1:] {
		out[cellKey{row[at("field")], row[at("base")]}] = []string{row[at("base_text")]}
		out[cellKey{row[at("field")], row[at("version")]}] = []string{row[at("text")]}
	}
	return out
}

// readWide reads the form with a row a field.
func readWide(t *testing.T, data []byte) cells {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatalf("csv: %v", err)
	}
	out := cells{}
	for _, row := range rows[1:] {
		for i, head := range rows[0] {
			if version, ok := strings.CutSuffix(head, " text"); ok {
				out[cellKey{row[slices.Index(rows[0], "field")], version}] = []string{row[i]}
			}
		}
	}
	return out
}

// readPage reads the table of a page.
func readPage(t *testing.T, data []byte) cells {
	t.Helper()
	doc, err := nethtml.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("html: %v", err)
	}
	out := cells{}
	for n := range doc.Descendants() {
		if n.Type != nethtml.ElementNode || n.Data != "tr" || attribute(n, "data-kind") == "" {
			continue
		}
		for c := range n.ChildNodes() {
			if version := attribute(c, "data-version"); version != "" {
				var lines []string
				for p := range c.Descendants() {
					if p.Data == "p" {
						lines = append(lines, pageText(p))
					}
				}
				out[cellKey{attribute(n, "id"), version}] = lines
			}
		}
	}
	return out
}

func attribute(n *nethtml.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// pageText is the text of a node without citations and symbols.
func pageText(n *nethtml.Node) string {
	if n.Type == nethtml.TextNode {
		return n.Data
	}
	if attribute(n, "class") == "cites" || attribute(n, "aria-hidden") == "true" {
		return ""
	}
	var b strings.Builder
	for c := range n.ChildNodes() {
		b.WriteString(pageText(c))
	}
	if n.Data == "p" {
		return strings.TrimSpace(b.String())
	}
	return b.String()
}

package export

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	nethtml "golang.org/x/net/html"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/jsonout"
	"plandiff/internal/plan"
	"plandiff/internal/plan/plantest"
	"plandiff/internal/screen"
	"plandiff/internal/table"
)

// facts are what every format has to say of a comparison: by field the number
// of its row, and by cell the sources behind it. The words have readers of
// their own.
type facts struct {
	numbers map[string]int
	sources map[cellKey][]int
}

func newFacts() facts { return facts{map[string]int{}, map[cellKey][]int{}} }

func (f facts) cite(key cellKey, numbers ...int) {
	all := append(f.sources[key], numbers...)
	slices.Sort(all)
	f.sources[key] = slices.Compact(all)
}

// factsOf is what the tree has.
func factsOf(d *Document) facts {
	out := newFacts()
	for _, r := range d.Tree.Selected() {
		out.numbers[r.Field] = r.Number
		for i, c := range r.Cells {
			key := cellKey{r.Field, d.Tree.Columns[i].ID}
			out.cite(key)
			for _, l := range c.Lines {
				out.cite(key, l.Cites...)
			}
		}
	}
	return out
}

func atoi(t *testing.T, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// inBrackets are the numbers of "[1-3, 7]".
func inBrackets(t *testing.T, s string) []int {
	t.Helper()
	var out []int
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("[], ", r) }) {
		first, last, span := strings.Cut(part, "-")
		if !span {
			last = first
		}
		for n := atoi(t, first); n <= atoi(t, last); n++ {
			out = append(out, n)
		}
	}
	return out
}

var footnote = regexp.MustCompile(`\[\^(\d+)\]`)

func markdownFacts(t *testing.T, data []byte) facts {
	out := newFacts()
	var heads []string
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if !strings.HasPrefix(line, "| ") {
			continue
		}
		parts := splitMarkdown(line)
		if parts[0] == "No." {
			heads = parts
			continue
		}
		if heads == nil || len(parts) != len(heads) || strings.HasPrefix(parts[0], "---") {
			continue
		}
		field := plainMarkdown(parts[1])
		out.numbers[field] = atoi(t, parts[0])
		for i := 2; i < len(parts); i++ {
			version, _, _ := strings.Cut(heads[i], "<br>")
			key := cellKey{field, plainMarkdown(version)}
			out.cite(key)
			for _, m := range footnote.FindAllStringSubmatch(parts[i], -1) {
				out.cite(key, atoi(t, m[1]))
			}
		}
	}
	return out
}

func separatedFacts(t *testing.T, d *Document, data []byte) facts {
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	at := func(name string) int { return slices.Index(rows[0], name) }
	out := newFacts()
	put := func(key cellKey, ids string) {
		out.cite(key)
		for _, id := range strings.Fields(ids) {
			out.cite(key, slices.IndexFunc(d.Tree.Sources, func(s table.Source) bool { return s.Card.ID == id })+1)
		}
	}
	for _, row := range rows[1:] {
		out.numbers[row[at("field")]] = atoi(t, row[at("number")])
		put(cellKey{row[at("field")], row[at("base")]}, row[at("base_sources")])
		put(cellKey{row[at("field")], row[at("version")]}, row[at("sources")])
	}
	return out
}

func pageFacts(t *testing.T, data []byte) facts {
	doc, err := nethtml.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	out := newFacts()
	for n := range doc.Descendants() {
		if n.Data != "tr" || attribute(n, "data-kind") == "" {
			continue
		}
		for c := range n.ChildNodes() {
			if attribute(c, "data-label") == "No." {
				out.numbers[attribute(n, "id")] = atoi(t, pageText(c))
			}
			version := attribute(c, "data-version")
			if version == "" {
				continue
			}
			key := cellKey{attribute(n, "id"), version}
			out.cite(key)
			for a := range c.Descendants() {
				if number, ok := strings.CutPrefix(attribute(a, "href"), "#source-"); ok {
					out.cite(key, atoi(t, number))
				}
			}
		}
	}
	return out
}

func workbookFacts(t *testing.T, data []byte) facts {
	rows := sheetRows(t, data, "Comparison")
	out := newFacts()
	for _, row := range rows[1:] {
		out.numbers[row["B"]] = atoi(t, row["A"])
		for column, head := range rows[0] {
			version, _, titled := strings.Cut(head, "\n")
			if !titled {
				continue
			}
			key := cellKey{row["B"], version}
			out.cite(key)
			for l := range strings.SplitSeq(row[column], "\n") {
				out.cite(key, inBrackets(t, bracketNote.FindString(l))...)
			}
		}
	}
	return out
}

var letterNote = regexp.MustCompile(`footnoteReference w:id="(\d+)"|NOTEREF _Note(\d+) `)

// letterNumbers are numbers that lead into the list at the end.
var letterNumbers = regexp.MustCompile(`w:anchor="source\d+">.*?<w:t[^>]*>(\d+)(?:-(\d+))?</w:t>`)

func letterFacts(t *testing.T, data []byte) facts {
	out := newFacts()
	for _, l := range comparisons(t, data) {
		head := l.Rows[0].Cells
		before := head[0].Props.Span.Columns
		for _, r := range l.Rows[1:] {
			field := strings.Join(r.Cells[1].Paragraphs[0].runs(t), "")
			out.numbers[field] = atoi(t, strings.Join(r.Cells[0].Paragraphs[0].runs(t), ""))
			for i, c := range r.Cells[before:] {
				key := cellKey{field, head[i+1].Paragraphs[0].runs(t)[0]}
				out.cite(key)
				for _, p := range c.Paragraphs {
					for _, m := range letterNote.FindAllStringSubmatch(p.Inner, -1) {
						out.cite(key, atoi(t, m[1]+m[2]))
					}
					for _, m := range letterNumbers.FindAllStringSubmatch(p.Inner, -1) {
						for n, last := atoi(t, m[1]), atoi(t, cmp.Or(m[2], m[1])); n <= last; n++ {
							out.cite(key, n)
						}
					}
				}
			}
		}
	}
	return out
}

// dataFacts reads the JSON: sources are those that decide.
func dataFacts(t *testing.T, data []byte) (out facts, texts map[cellKey]string) {
	var diff jsonout.DiffOutput
	if err := json.Unmarshal(data, &diff); err != nil {
		t.Fatal(err)
	}
	number := map[string]int{}
	for _, s := range diff.Sources {
		number[s.ID] = s.Number
	}
	out, texts = newFacts(), map[cellKey]string{}
	for _, r := range diff.Rows {
		out.numbers[r.Field] = r.Number
		for _, c := range r.Cells {
			key := cellKey{r.Field, c.Version}
			texts[key] = c.Text
			out.cite(key)
			for _, x := range c.Claims {
				if x.Decides {
					out.cite(key, number[x.Source])
				}
			}
		}
	}
	return out, texts
}

var wordMark = regexp.MustCompile(`\[-|-\]|\{\+|\+\}`)

// readScreen reads the side-by-side layout, wide enough that no line is
// wrapped: words without the symbol before them, and sources.
func readScreen(t *testing.T, d *Document, drawn string) (cells, facts) {
	fields := map[string]string{}
	for _, r := range d.Tree.Selected() {
		fields[r.Title] = r.Field
	}
	words, out := cells{}, newFacts()
	field, inside := "", false
	for line := range strings.Lines(drawn) {
		line = strings.TrimRight(line, "\n")
		switch {
		case strings.HasPrefix(line, "── "):
			inside, field = true, "" // the names of the columns follow
		case line == "Sources":
			return words, out
		case !inside || line == "":
		case !strings.Contains(line, "│"):
			title, _, _ := strings.Cut(strings.TrimLeft(line, "≠+−◇→?≈=· "), ":")
			field = fields[strings.TrimSpace(title)]
		case field != "":
			for i, text := range strings.Split(line, "│") {
				text = wordMark.ReplaceAllString(strings.TrimRight(text, " "), "")
				if i > 0 {
					text = strings.TrimPrefix(text, " ")
				}
				if i > 0 && len(text) > 2 && (strings.HasPrefix(text, "  ") || signs()[strings.Fields(text)[0]]) {
					_, text, _ = strings.Cut(strings.TrimPrefix(text, " "), " ")
				}
				key := cellKey{field, d.Tree.Columns[i].ID}
				note := bracketNote.FindString(text)
				out.cite(key, inBrackets(t, note)...)
				if text = strings.TrimSpace(strings.TrimSuffix(text, note)); text != "" {
					words[key] = append(words[key], text)
				}
			}
		}
	}
	return words, out
}

func sameFacts(t *testing.T, format string, got, want facts) {
	t.Helper()
	for field, n := range want.numbers {
		if got.numbers[field] != n {
			t.Errorf("%s: %s is number %d, want %d", format, field, got.numbers[field], n)
		}
	}
	for key, list := range want.sources {
		if !slices.Equal(got.sources[key], list) {
			t.Errorf("%s: %v has the sources %v, want %v", format, key, got.sources[key], list)
		}
	}
}

// Whatever the records, and whatever is selected: the words of a cell, the
// number of its row and its sources are the same in every format.
func TestRandomLibrariesSayTheSame(t *testing.T) {
	seeds := int64(24)
	if *long {
		seeds = 600
	}
	for seed := range seeds {
		t.Run(fmt.Sprintf("seed=%d", seed), func(t *testing.T) {
			lib := plantest.Random(seed)
			filter := evidence.Filter{}
			if seed%5 == 4 {
				filter.Bases = []plan.Basis{plan.BasisText, plan.BasisQuoted}
			}
			var opt table.Options
			if seed%2 == 1 {
				opt.Keep = compare.Kind.Differs
			}
			opt.Words = seed%3 == 0
			opt.Unselected = seed%4 == 3
			c := comparisonOf(t, evidence.New(lib, filter), "v0", "v1", "v2")
			saysTheSame(t, &Document{Title: "x", Sources: table.ShortSources, Tree: table.FromComparison(c, opt)})
		})
	}
}

func saysTheSame(t *testing.T, d *Document) {
	t.Helper()
	want := factsOf(d)
	lines, joined := wanted(d)
	for _, r := range readers {
		r.same(t, d, lines, joined)
	}
	text, found := readScreen(t, d, screen.Draw(d.Tree, screen.Form{Layout: screen.Side}, screen.Options{Width: 400}))
	found.numbers = want.numbers // a screen does not show them
	if !anyAside(d) {
		sameCells(t, "text", text, unbadged(d, lines, func(table.Cell) bool { return true }))
		sameFacts(t, "text", found, want)
	}

	d.Columns = longColumns
	sameFacts(t, "csv", separatedFacts(t, d, write1(t, CSV, Shape{}, d)), want)

	d.Columns = []string{colNumber, colID, colVersions}
	sameFacts(t, "md", markdownFacts(t, write1(t, Markdown, Shape{}, d)), want)
	sameFacts(t, "xlsx", workbookFacts(t, write1(t, XLSX, Shape{}, d)), want)
	sameFacts(t, "docx", letterFacts(t, write1(t, DOCX, Shape{}, d)), want)
	sameFacts(t, "html", pageFacts(t, write1(t, HTML, Shape{}, d)), want)

	var b bytes.Buffer
	if err := jsonout.Write(&b, d.Tree); err != nil {
		t.Fatal(err)
	}
	deciding, texts := dataFacts(t, b.Bytes())
	for _, r := range d.Tree.Selected() {
		if deciding.numbers[r.Field] != r.Number {
			t.Errorf("json: %s is number %d, want %d", r.Field, deciding.numbers[r.Field], r.Number)
		}
		for i, c := range r.Cells {
			key := cellKey{r.Field, d.Tree.Columns[i].ID}
			if texts[key] != c.Text {
				t.Errorf("json: %v is %q, want %q", key, texts[key], c.Text)
			}
			for _, n := range deciding.sources[key] {
				if !slices.Contains(want.sources[key], n) {
					t.Errorf("json: %v rests on source %d, which no line cites", key, n)
				}
			}
		}
	}
}

// anyAside: a screen draws a tree that has only what is shown.
func anyAside(d *Document) bool {
	for _, s := range d.Tree.Sections {
		if slices.ContainsFunc(s.Rows, func(r table.Row) bool { return r.Unselected }) {
			return true
		}
	}
	return false
}

package intake

import (
	"strings"
	"unicode/utf8"

	"plandiff/internal/prose"
)

// markdown reads Markdown line by line. Numbers stand as they were typed,
// since they carry meaning in a draft; a list typed with one number
// throughout counts as its reader sees it.
func (d *Document) markdown(data []byte, opts Options) ([]block, error) {
	m := &mdReader{doc: d, opts: opts}
	s := d.decode(data)
	m.links = definitions(s)
	for no := 1; s != ""; no++ {
		raw, rest := cutLine(s)
		if len(raw) > maxLine {
			return nil, tooLong(no)
		}
		s = rest
		m.line(raw, no)
		if len(m.out) > maxBlocks {
			return nil, tooMany(Place{Line: no})
		}
		if len(m.items) > maxNest {
			return nil, &Problem{Place: Place{Line: no}, Msg: "lists are nested more than 100 deep", Hint: "the text does not look like a draft"}
		}
	}
	m.flush()
	headlines(m.out)
	return m.out, nil
}

// mdReader keeps what is open while the lines go by.
type mdReader struct {
	doc   *Document
	opts  Options
	out   []block
	items []mdItem
	para  []string // lines of the open paragraph
	start Place
	kind  mdKind
	head  int // heading level of the open paragraph
	label string
	note  string          // footnote being defined
	blank bool            // the line before was empty
	fence string          // open code fence
	front bool            // in front matter
	html  bool            // in a comment
	links map[string]bool // names that addresses are given to at the end
}

// definitions lists the names of "[name]: address" lines.
func definitions(s string) map[string]bool {
	var out map[string]bool
	for l := range strings.Lines(s) {
		if name, _, ok := reference(strings.TrimSpace(l)); ok {
			if out == nil {
				out = map[string]bool{}
			}
			out[strings.ToLower(name)] = true
		}
	}
	return out
}

// reference reads "[name]: address" and "[^1]: note".
func reference(body string) (name, rest string, ok bool) {
	if body == "" || body[0] != '[' {
		return "", "", false
	}
	end := strings.Index(body, "]:")
	if end < 2 || strings.ContainsAny(body[1:end], "[]") {
		return "", "", false
	}
	name, rest = body[1:end], strings.TrimSpace(body[end+2:])
	if address, _, _ := strings.Cut(rest, " "); name[0] != '^' && !strings.Contains(address, "/") && !strings.Contains(address, "#") {
		return "", "", false
	}
	return name, rest, true
}

type mdKind int

const (
	mdNone mdKind = iota
	mdParagraph
	mdListItem
)

// mdItem is an open list item: where its words begin, and what it counts.
type mdItem struct {
	indent  int
	content int
	marker  byte // '-', '*', '+', '.' or ')'
	typed   string
	count   int
	lazy    bool // every number typed so far is the same
}

func (m *mdReader) line(raw string, no int) {
	if m.skips(raw, no) {
		return
	}
	indent, body := mdIndent(raw)
	if body == "" {
		m.flush()
		m.blank = true
		return
	}
	if m.note != "" && indent == 0 && m.blank {
		m.flush()
		m.note = ""
	}
	defer func() { m.blank = false }()
	switch {
	case m.rule(indent, body):
	case m.definition(indent, body, no):
	case m.atx(indent, body, no):
	case m.setext(indent, body):
	case m.listItem(indent, body, no):
	case m.note == "" && m.closes(indent):
		m.begin(body, no, mdParagraph)
	case len(m.para) > 0:
		m.para = append(m.para, body)
	default:
		m.begin(body, no, mdParagraph)
	}
}

// skips handles front matter, code fences, comments and directives.
func (m *mdReader) skips(raw string, no int) bool {
	t := strings.TrimSpace(raw)
	switch {
	case no == 1 && t == "---":
		m.front = true
		return true
	case m.front:
		m.front = t != "---" && t != "..."
		m.doc.Brackets.Marks += strings.Count(t, "[")
		if v, ok := strings.CutPrefix(t, "title:"); ok {
			m.doc.Title = prose.Clean(strings.Trim(strings.TrimSpace(v), `"'`))
		}
		return true
	case m.html:
		m.html = !strings.Contains(t, "-->")
		return true
	case strings.HasPrefix(t, "<!--"):
		m.flush()
		m.html = !strings.Contains(t, "-->")
		return true
	case strings.HasPrefix(t, "{:") && strings.HasSuffix(t, "}"):
		// An attribute of the line above; kramdown's {:toc} makes a list's
		// only item a table of contents.
		if strings.HasPrefix(t, "{:toc") {
			m.para, m.kind = nil, mdNone
		}
		return true
	case m.fence != "":
		if strings.HasPrefix(t, m.fence) {
			m.fence = ""
			m.flush()
			return true
		}
		m.flush()
		m.begin(raw, no, mdParagraph)
		m.flush()
		return true
	case strings.HasPrefix(t, "```"), strings.HasPrefix(t, "~~~"):
		m.flush()
		m.fence = t[:3]
		return true
	}
	return false
}

// mdIndent is the indent in columns and the rest; quote marks are taken off.
func mdIndent(raw string) (int, string) {
	col, i := 0, 0
	for ; i < len(raw); i++ {
		switch raw[i] {
		case ' ':
			col++
		case '\t':
			col += 4 - col%4
		case '>':
			col = 0
		default:
			return col, strings.TrimRight(raw[i:], " \t")
		}
	}
	return col, ""
}

func (m *mdReader) rule(indent int, body string) bool {
	t := strings.ReplaceAll(body, " ", "")
	if indent > 3 || len(t) < 3 || strings.Trim(t, "-") != "" && strings.Trim(t, "*") != "" && strings.Trim(t, "_") != "" {
		return false
	}
	if t[0] == '-' && len(m.para) > 0 && !strings.Contains(body, " ") {
		return false // a setext heading
	}
	m.flush()
	return true
}

// definition reads "[^1]: note" and "[name]: address".
func (m *mdReader) definition(indent int, body string, no int) bool {
	name, rest, ok := reference(body)
	if indent > 3 || !ok {
		return false
	}
	if strings.HasPrefix(name, "^") {
		m.flush()
		m.items = m.items[:0]
		m.note = prose.Clean(name[1:])
		m.doc.Brackets.Marks++
		if rest != "" {
			m.begin(rest, no, mdParagraph)
		}
		return true
	}
	m.flush()
	m.doc.Brackets.Marks++
	return true
}

func (m *mdReader) atx(indent int, body string, no int) bool {
	if indent > 3 || body[0] != '#' {
		return false
	}
	level := len(body) - len(strings.TrimLeft(body, "#"))
	if level > 6 || level < len(body) && !leadBlank(body[level:]) && !strings.HasPrefix(body[level:], "\u00a0") {
		return false
	}
	m.flush()
	m.items, m.note = m.items[:0], ""
	text := strings.TrimSpace(body[level:])
	if t := strings.TrimRight(text, "#"); strings.HasSuffix(t, " ") || t == "" {
		text = strings.TrimSpace(t)
	}
	if i := strings.LastIndex(text, " {#"); i > 0 && strings.HasSuffix(text, "}") {
		text = text[:i]
	}
	m.begin(text, no, mdParagraph)
	m.head = level
	m.flush()
	return true
}

func (m *mdReader) setext(indent int, body string) bool {
	if indent > 3 || len(m.para) != 1 || m.kind != mdParagraph || len(body) < 2 || strings.Trim(body, "=") != "" && strings.Trim(body, "-") != "" {
		return false
	}
	m.head = 1
	if body[0] == '-' {
		m.head = 2
	}
	m.items = m.items[:0]
	m.flush()
	return true
}

func (m *mdReader) begin(body string, no int, kind mdKind) {
	m.para = append(m.para[:0], body)
	m.kind, m.start, m.head, m.label = kind, Place{Line: no}, 0, ""
}

// flush ends the open paragraph.
func (m *mdReader) flush() {
	if m.kind == mdNone || len(m.para) == 0 {
		m.kind = mdNone
		return
	}
	b := block{place: m.start, heading: m.head, under: len(m.items), note: m.note, label: m.label}
	if m.kind == mdListItem {
		b.list = len(m.items)
	}
	s := m.para[0]
	if len(m.para) > 1 {
		s = strings.Join(m.para, "\n")
	}
	m.kind, m.para, m.label = mdNone, m.para[:0], ""
	inline := mdInline{s: s, links: m.links, rejected: m.opts.Reading == Rejected}
	b.text, b.changes = inline.text()
	m.doc.Brackets.Marks += inline.marks
	if b.text == "" && b.label == "" && len(b.changes) == 0 || utf8.RuneCountInString(b.text) == 0 && b.label == "-" {
		return
	}
	if b.label == "-" {
		// A dash before a number of its own is layout: "- 3.1 Access".
		if l, ok := parseLabel(b.text, false); ok && !l.bullet && !l.weak {
			b.label, b.list, b.under = "", 0, -1
		}
	}
	m.out = append(m.out, b)
}

package intake

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"plandiff/internal/prose"
)

// html reads a page: what a reader sees of it, without scripts, menus and
// other furniture. Ordered lists count as a browser counts them.
func (d *Document) html(data []byte, opts Options) ([]block, error) {
	h := &htmlReader{doc: d, rejected: opts.Reading == Rejected, line: 1}
	z := html.NewTokenizer(strings.NewReader(d.decode(data)))
	z.SetMaxBuf(maxLine)
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		raw := z.Raw()
		lines := bytes.Count(raw, []byte("\n"))
		if err := h.token(z, kind); err != nil {
			return nil, err
		}
		h.line += lines
		if len(h.out) > maxBlocks {
			return nil, tooMany(Place{Line: h.line})
		}
	}
	if err := z.Err(); err == html.ErrBufferExceeded {
		return nil, &Problem{Place: Place{Line: h.line}, Msg: "a piece of the page is longer than 1 MiB", Hint: "the page does not look like a draft"}
	}
	h.flush()
	headlines(h.out)
	return h.out, nil
}

type htmlReader struct {
	doc      *Document
	rejected bool
	out      []block
	line     int
	text     changed
	start    int
	full     bool // the open block has words
	heading  int
	lists    []htmlList
	item     bool // the next words are the first of a list item
	skip     atom.Atom
	depth    int // elements of the skipped kind that are open
	title    bool
	pre      bool
	edits    []openEdit
	hidden   int // footnote marks
}

func (h *htmlReader) token(z *html.Tokenizer, kind html.TokenType) error {
	switch kind {
	case html.TextToken:
		if h.depth > 0 || h.hidden > 0 {
			return nil
		}
		h.words(string(z.Text()))
	case html.StartTagToken, html.SelfClosingTagToken:
		t := z.Token()
		if h.depth > 0 {
			if t.DataAtom == h.skip && kind == html.StartTagToken {
				h.depth++
			}
			return nil
		}
		return h.open(&t, kind == html.SelfClosingTagToken)
	case html.EndTagToken:
		name, _ := z.TagName()
		tag := atom.Lookup(name)
		if h.depth > 0 {
			if tag == h.skip {
				h.depth--
			}
			return nil
		}
		h.shut(tag)
	}
	return nil
}

// words adds text. Line ends and tabs are blanks outside preformatted text.
func (h *htmlReader) words(s string) {
	if h.title {
		h.doc.Title = prose.Clean(h.doc.Title + s)
		return
	}
	if h.pre {
		for i, l := range strings.Split(s, "\n") {
			if i > 0 {
				h.flush()
				h.start = h.line + i
			}
			h.add(l)
		}
		return
	}
	h.add(s)
}

func (h *htmlReader) add(s string) {
	if strings.TrimSpace(s) == "" && !h.full {
		return
	}
	if !h.full {
		lead := len(s) - len(strings.TrimLeft(s, " \t\r\n"))
		h.start = h.line + strings.Count(s[:lead], "\n")
		h.full = true
	}
	if len(h.edits) > 0 {
		e := h.edits[len(h.edits)-1]
		h.text.edit(e.edit, s, e.author, e.date, h.rejected)
		return
	}
	h.text.plain(s)
}

func (h *htmlReader) open(t *html.Token, closed bool) error {
	tag := t.DataAtom
	switch tag {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Math, atom.Iframe, atom.Object, atom.Select, atom.Button,
		atom.Nav, atom.Footer, atom.Aside, atom.Form, atom.Audio, atom.Video, atom.Canvas, atom.Textarea:
		if !closed {
			h.skip, h.depth = tag, 1
		}
	case atom.Title:
		h.title = !closed && h.doc.Title == ""
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		h.flush()
		h.heading = int(t.Data[1] - '0')
	case atom.Ol, atom.Ul, atom.Menu:
		h.flush()
		h.lists = append(h.lists, newHTMLList(t))
		if len(h.lists) > maxNest {
			return &Problem{Place: Place{Line: h.line}, Msg: "lists are nested more than 100 deep", Hint: "the page does not look like a draft"}
		}
	case atom.Li:
		h.flush()
		h.listItem(t)
	case atom.Br:
		h.lineBreak()
	case atom.Pre:
		h.flush()
		h.pre = true
	case atom.Del, atom.S, atom.Strike, atom.Ins:
		if !closed && len(h.edits) < maxNest {
			h.edits = append(h.edits, editOf(t))
		}
	case atom.Sup:
		if mark := attr(t, "class") + attr(t, "role") + attr(t, "id"); strings.Contains(mark, "footnote") || strings.Contains(mark, "reference") || strings.Contains(mark, "noteref") {
			h.hidden++
		}
	default:
		if blockTag(tag) {
			h.flush()
		}
	}
	return nil
}

// lineBreak ends a line: what follows may be a point of its own.
func (h *htmlReader) lineBreak() {
	item := h.item
	h.flush()
	h.item = item && !h.full
}

func (h *htmlReader) shut(tag atom.Atom) {
	switch tag {
	case atom.Title:
		h.title = false
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		h.flush()
		h.heading = 0
	case atom.Ol, atom.Ul, atom.Menu:
		h.flush()
		if len(h.lists) > 0 {
			h.lists = h.lists[:len(h.lists)-1]
		}
		h.item = false
	case atom.Li:
		h.flush()
		h.item = false
	case atom.Pre:
		h.flush()
		h.pre = false
	case atom.Del, atom.S, atom.Strike, atom.Ins:
		for i := len(h.edits) - 1; i >= 0; i-- {
			if h.edits[i].name == tag.String() {
				h.edits = h.edits[:i]
				break
			}
		}
	case atom.Sup:
		h.hidden = max(h.hidden-1, 0)
	default:
		if blockTag(tag) {
			h.flush()
		}
	}
}

func blockTag(tag atom.Atom) bool {
	switch tag {
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Main, atom.Header, atom.Blockquote, atom.Table, atom.Tr, atom.Td, atom.Th,
		atom.Dl, atom.Dt, atom.Dd, atom.Hr, atom.Body, atom.Head, atom.Html, atom.Figure, atom.Figcaption, atom.Address, atom.Center, atom.Fieldset, atom.Details, atom.Summary, atom.Caption:
		return true
	}
	return false
}

func attr(t *html.Token, name string) string {
	for _, a := range t.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func editOf(t *html.Token) openEdit {
	e := openEdit{name: t.Data, edit: Deleted, date: prose.Clean(attr(t, "datetime"))}
	if t.DataAtom == atom.Ins {
		e.edit = Inserted
	}
	e.author = prose.Clean(attr(t, "data-author"))
	return e
}

// flush ends the open block.
func (h *htmlReader) flush() {
	text, changes := h.text.done()
	h.full = false
	if text == "" && len(changes) == 0 {
		return
	}
	b := block{text: text, place: Place{Line: h.start}, heading: h.heading, under: len(h.lists), changes: changes}
	if h.item {
		h.item = false
		b.list, b.label = len(h.lists), h.lists[len(h.lists)-1].label
		if l, ok := parseLabel(text, false); ok && !l.weak && (b.label == "-" || l.comps != nil) {
			// The words have a number of their own: the list is layout.
			b.label, b.list, b.under = "", 0, len(h.lists)-1
			if len(h.lists) == 1 {
				b.under = -1
			}
		}
	}
	h.out = append(h.out, b)
}

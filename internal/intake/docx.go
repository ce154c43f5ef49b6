package intake

import (
	"io"
	"strconv"
	"strings"

	"plandiff/internal/ooxml"
	"plandiff/internal/prose"
)

// docx reads a Word document: its body, then its footnotes. Heads and feet
// of pages stand in parts of their own, and are not read.
func (d *Document) docx(data []byte, opts Options) ([]block, error) {
	pkg, err := ooxml.Open(data)
	if err != nil {
		return nil, err
	}
	main, err := pkg.Related("", "/officeDocument")
	if err != nil {
		return nil, err
	}
	if main == "" || !pkg.Has(main) {
		return nil, &Problem{Msg: "the document has no main part", Hint: "open it in Word and save it again"}
	}
	related := func(kind string) string {
		if err != nil {
			return ""
		}
		var part string
		part, err = pkg.Related(main, kind)
		return part
	}
	styles, numbering, footnotes, endnotes := related("/styles"), related("/numbering"), related("/footnotes"), related("/endnotes")
	if err != nil {
		return nil, err
	}
	w := &wordReader{doc: d, rejected: opts.Reading == Rejected, notes: map[string]int{}}
	if w.styles, err = readStyles(pkg, styles); err != nil {
		return nil, err
	}
	if w.numbering, err = readNumbering(pkg, numbering); err != nil {
		return nil, err
	}
	body, err := pkg.Part(main)
	if err != nil {
		return nil, err
	}
	if err := w.read(main, body); err != nil {
		return nil, err
	}
	if w.seen == 0 {
		return nil, &Problem{Msg: "the main part is not a Word document", Hint: "open it in Word and save it again"}
	}
	for _, part := range []string{footnotes, endnotes} {
		data, err := optional(pkg, part)
		if err != nil {
			return nil, err
		}
		if data == nil {
			continue
		}
		w.inNotes = true
		if err := w.read(part, data); err != nil {
			return nil, err
		}
	}
	headlines(w.out)
	return w.out, nil
}

// wordReader goes through the XML of a part.
type wordReader struct {
	doc       *Document
	rejected  bool
	styles    wordStyles
	numbering *wordNumbering
	out       []block
	seen      int // paragraphs
	inNotes   bool
	note      string         // number of the note being read; "" outside notes
	skipNote  bool           // a separator, or a note that nothing refers to
	notes     map[string]int // reference -> number, in order of the body
	open      []*wordParagraph
	edits     []openEdit
	fields    []wordField
	carried   *wordParagraph // its paragraph mark is gone: joins the next one
}

// wordParagraph is a paragraph being read. Text boxes hold paragraphs inside
// paragraphs.
type wordParagraph struct {
	text     changed
	place    Place
	style    string
	num      wordNum
	hasLevel bool
	outline  int
	left     int
	hasLeft  bool
	lines    []block // lines that a break ended
	inserted bool    // its mark was inserted
	deleted  bool    // its mark was deleted
	struck   bool    // the open run is struck through
	hidden   bool    // the open run is hidden
	inside   []block // paragraphs of its text boxes
}

// wordField is a field: its instruction is no text, its result is.
type wordField struct{ result bool }

func (w *wordReader) read(part string, data []byte) error {
	r := ooxml.Tokens(part, data)
	for {
		t, err := r.Next()
		if err == io.EOF {
			w.flushCarried()
			return nil
		}
		if err != nil {
			return err
		}
		switch t.Kind {
		case ooxml.Start:
			err = w.start(r, &t)
		case ooxml.End:
			w.end(&t)
		}
		if err != nil {
			return err
		}
		if len(w.out) > maxBlocks {
			return tooMany(Place{Paragraph: w.seen})
		}
	}
}

func (w *wordReader) top() *wordParagraph {
	if len(w.open) == 0 {
		return nil
	}
	return w.open[len(w.open)-1]
}

// start handles the elements that hold text or tell what it is.
func (w *wordReader) start(r *ooxml.Reader, t *ooxml.Token) error {
	switch t.Name {
	case "Fallback", "rPrChange", "sectPr", "tblPr", "trPr", "tcPr", "sdtPr", "rt", "numberingChange", "tblPrChange":
		return r.Skip()
	case "footnote", "endnote":
		if w.inNotes {
			w.noteStart(t)
		}
		return nil
	case "p":
		if t.Space == "a" { // of a drawing
			return r.Skip()
		}
		w.paragraphStart()
		return nil
	case "ins", "del", "moveFrom", "moveTo":
		w.edits = append(w.edits, wordEdit(t))
		return nil
	case "pPr":
		if p := w.top(); p != nil {
			return w.properties(r, p)
		}
		return r.Skip()
	}
	p := w.top()
	if p == nil {
		return nil
	}
	return w.run(r, t, p)
}

func wordEdit(t *ooxml.Token) openEdit {
	e := openEdit{author: prose.Clean(t.Attr("author")), date: prose.Clean(t.Attr("date")), name: t.Name}
	switch t.Name {
	case "ins":
		e.edit = Inserted
	case "del":
		e.edit = Deleted
	case "moveFrom":
		e.edit = MovedFrom
	case "moveTo":
		e.edit = MovedTo
	}
	return e
}

// run handles what stands in runs.
func (w *wordReader) run(r *ooxml.Reader, t *ooxml.Token, p *wordParagraph) error {
	switch t.Name {
	case "r":
		p.struck, p.hidden = false, false
	case "rPr":
		return w.runProperties(r, p)
	case "t", "delText":
		s, err := chars(r)
		if err != nil {
			return err
		}
		w.words(p, s)
	case "tab", "ptab":
		w.words(p, " ")
	case "noBreakHyphen":
		w.words(p, "-")
	case "sym":
		w.words(p, "•")
	case "br", "cr":
		if t.Attr("type") == "" || t.Attr("type") == "textWrapping" {
			w.lineBreak(p)
		} else {
			w.words(p, " ")
		}
	case "fldChar":
		w.field(t.Attr("fldCharType"))
	case "instrText", "delInstrText":
		return r.Skip()
	case "footnoteReference", "endnoteReference":
		if id := t.Name + t.Attr("id"); w.notes[id] == 0 {
			w.notes[id] = len(w.notes) + 1
		}
	}
	return nil
}

// chars is the text up to the end of the element.
func chars(r *ooxml.Reader) (string, error) {
	var s string
	for {
		t, err := r.Next()
		if err != nil {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			return "", err
		}
		switch t.Kind {
		case ooxml.Chars:
			s += t.Text
		case ooxml.Start:
			if err := r.Skip(); err != nil {
				return "", err
			}
		case ooxml.End:
			return s, nil
		}
	}
}

func (w *wordReader) words(p *wordParagraph, s string) {
	if p.hidden || len(w.fields) > 0 && !w.fields[len(w.fields)-1].result || w.skipNote {
		return
	}
	if len(w.edits) > 0 {
		e := w.edits[len(w.edits)-1]
		for _, outer := range w.edits { // inserted, then deleted: gone in both readings
			if outer.edit.gone() != e.edit.gone() && e.edit.gone() {
				if w.rejected {
					return
				}
			}
		}
		p.text.edit(e.edit, s, e.author, e.date, w.rejected)
		return
	}
	if p.struck && strings.TrimSpace(s) != "" {
		p.text.edit(Deleted, s, "", "", w.rejected)
		return
	}
	p.text.plain(s)
}

// lineBreak ends a line in a paragraph: what comes after it may be a label's
// title or text.
func (w *wordReader) lineBreak(p *wordParagraph) {
	text, changes := p.text.done()
	if text != "" || len(changes) > 0 {
		p.lines = append(p.lines, block{text: text, changes: changes})
	}
}

func (w *wordReader) field(kind string) {
	switch kind {
	case "begin":
		w.fields = append(w.fields, wordField{})
	case "separate":
		if len(w.fields) > 0 {
			w.fields[len(w.fields)-1].result = true
		}
	case "end":
		if len(w.fields) > 0 {
			w.fields = w.fields[:len(w.fields)-1]
		}
	}
}

func (w *wordReader) noteStart(t *ooxml.Token) {
	number := w.notes[t.Name+"Reference"+t.Attr("id")]
	w.skipNote = number == 0 || t.Attr("type") != ""
	w.note = strconv.Itoa(number)
}

func (w *wordReader) end(t *ooxml.Token) {
	switch t.Name {
	case "ins", "del", "moveFrom", "moveTo":
		if n := len(w.edits); n > 0 && w.edits[n-1].name == t.Name {
			w.edits = w.edits[:n-1]
		}
	case "p":
		if t.Space != "a" {
			w.paragraphEnd()
		}
	case "footnote", "endnote":
		w.flushCarried()
		w.note, w.skipNote = "", false
	}
}

package intake

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"unicode"

	"plandiff/internal/prose"
)

// Reading says which side of tracked changes is the text.
type Reading int

const (
	Accepted Reading = iota // as if every change were accepted
	Rejected                // as if every change were rejected
)

// Options say how to read. The zero Options read the text with all changes
// accepted, and keep nothing on disk.
type Options struct {
	Reading Reading
	// CacheDir keeps the compiled PDF reader between runs, in a folder of its
	// own below it; "" compiles it each time, which takes seconds.
	CacheDir string
	// PDF reads PDFs, and stays open while the Context of the first lasts; nil:
	// each PDF has a reader of its own.
	PDF *PDFReader
	// Progress is told what a long step is about; nil: nobody is.
	Progress func(step string)
	// Context ends a long reading; nil: nothing does.
	Context context.Context
}

// Limits on what is read. Real drafts stay far below them.
const (
	maxFile   = 64 << 20
	maxLine   = 1 << 20 // bytes of a line or paragraph
	maxLines  = 1_000_000
	maxBlocks = 300_000 // paragraphs, headings and list items
	maxNest   = 100     // lists in lists, headings in headings
)

// ReadFile reads the document at a path.
func ReadFile(path string, opts Options) (*Document, error) {
	name := prose.Clean(path)
	fail := func(msg, hint string) (*Document, error) { return nil, &Problem{Name: name, Msg: msg, Hint: hint} }
	if info, err := os.Stat(path); err == nil && !info.IsDir() && !info.Mode().IsRegular() {
		return fail("this is not a regular file", "save the document to a file first") // to open a pipe may wait for ever
	}
	f, err := os.Open(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fail("there is no such file", "")
	case errors.Is(err, fs.ErrPermission):
		return fail("no permission to read the file", "")
	case err != nil:
		return fail("cannot open the file: "+prose.Clean(errors.Unwrap(err).Error()), "")
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		return fail("cannot open the file: "+prose.Clean(err.Error()), "")
	case info.IsDir():
		return fail("this is a folder, not a document", "")
	case info.Size() > maxFile:
		return fail("the file is larger than 64 MiB", "split it, or save it as plain text")
	}
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return fail("cannot read the file: "+prose.Clean(err.Error()), "")
	}
	return Read(path, data, opts)
}

// Read reads a document from its bytes. The name decides only between
// formats that the bytes leave open: Markdown and plain text. Every error is
// a *Problem.
func Read(name string, data []byte, opts Options) (*Document, error) {
	doc := &Document{Name: prose.Clean(name)}
	err := doc.read(name, data, opts)
	if err == nil {
		return doc, nil
	}
	var p *Problem
	if !errors.As(err, &p) {
		p = &Problem{Msg: prose.Clean(err.Error())}
	}
	p.Name = prose.Clean(name)
	return nil, p
}

func (d *Document) read(name string, data []byte, opts Options) error {
	if len(data) > maxFile {
		return &Problem{Msg: "the document is larger than 64 MiB", Hint: "split it, or save it as plain text"}
	}
	format, err := sniff(name, data)
	if err != nil {
		return err
	}
	sum := sha256.Sum256(data)
	d.Format, d.SHA256 = format, hex.EncodeToString(sum[:])
	var blocks []block
	switch format {
	case Text:
		blocks, err = d.text(data)
	case Markdown:
		blocks, err = d.markdown(data, opts)
	case HTML:
		blocks, err = d.html(data, opts)
	case DOCX:
		blocks, err = d.docx(data, opts)
	case PDF:
		blocks, err = d.pdf(data, opts)
	}
	if err != nil {
		return err
	}
	return d.structure(blocks)
}

func tooMany(p Place) error {
	return &Problem{Place: p, Msg: "the document has more than 300,000 paragraphs", Hint: "split it"}
}

// structure makes points of blocks.
func (d *Document) structure(blocks []block) error {
	if len(blocks) > maxBlocks {
		return tooMany(blocks[maxBlocks].place)
	}
	blocks = d.withoutContents(worded(blocks))
	d.heading(blocks)
	o := newOutline()
	for i := range blocks {
		b := &blocks[i]
		if len(b.text) > maxLine {
			return &Problem{Place: b.place, Msg: "the paragraph is longer than 1 MiB", Hint: "the text does not look like a draft"}
		}
		var next *block
		if i+1 < len(blocks) {
			next = &blocks[i+1]
		}
		o.add(b, next)
		if len(o.stack) > maxNest {
			return &Problem{Place: b.place, Msg: "points are nested more than 100 deep", Hint: "the text does not look like a draft"}
		}
		d.Changes += len(b.changes)
	}
	settle(o.root)
	f := flatten(o.root)
	f.number()
	for _, n := range o.notes {
		p := Point{Number: "note " + n.note, Label: n.note, Kind: KindFootnote, Level: 1, Place: n.place}
		n.fill(&p)
		f.out = append(f.out, p)
	}
	d.Points = f.out
	count, err := brackets(d.Points)
	count.Marks = d.Brackets.Marks
	d.Brackets = count
	if len(d.Points) == 0 && err == nil {
		return &Problem{Msg: "the document has no text", Hint: "a scanned page must go through text recognition first"}
	}
	return err
}

// worded leaves out paragraphs of nothing but no-break blanks, which set others
// apart, and such blanks at the ends of the others.
func worded(blocks []block) []block {
	for i := range blocks {
		b := &blocks[i]
		b.text = strings.TrimRightFunc(b.text, unicode.IsSpace)
		for k := range b.changes {
			c := &b.changes[k]
			c.Start, c.End = min(c.Start, len(b.text)), min(c.End, len(b.text))
		}
	}
	return slices.DeleteFunc(blocks, func(b block) bool { return b.text == "" && b.label == "" && b.note == "" && b.changes == nil })
}

// FindBrackets finds the square brackets of a document that was put together
// from points, as Read does of one that it reads.
func (d *Document) FindBrackets() error {
	count, err := brackets(d.Points)
	d.Brackets = count
	return err
}

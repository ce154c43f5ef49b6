package intake

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"runtime"
	"runtime/debug"
	"strings"
	"time"
	"unicode/utf8"

	gopdfium "github.com/klippa-app/go-pdfium"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"plandiff/internal/intake/pdfium"
	"plandiff/internal/prose"
)

// Limits on a PDF, and on the reader, which sees nothing but the bytes.
const (
	maxPages    = 5000
	maxPDFText  = 32 << 20
	memoryPages = 4096 // of 64 KiB: 256 MiB
)

// PDFReader is PDFium, which documents may share: to start it takes longer than
// to read most of them. The zero PDFReader starts with the first PDF.
type PDFReader struct {
	pool  gopdfium.Pool
	cache *pdfCache // which has the code that runs; nil: none is kept
}

// Close ends the reader. It may be used again, and then starts anew.
func (r *PDFReader) Close() {
	if r.pool != nil {
		_ = r.pool.Close()
	}
	if r.cache != nil {
		r.cache.close()
	}
	*r = PDFReader{}
}

// open starts the reader, if no document has, and gives a document an instance
// of its own, which knows nothing of those before.
func (r *PDFReader) open(ctx context.Context, opts Options) (gopdfium.Pdfium, error) {
	if r.pool == nil {
		if err := r.start(ctx, opts); err != nil {
			r.Close()
			return nil, err
		}
	}
	instance, err := r.pool.GetInstance(30 * time.Second)
	if err != nil {
		return nil, fmt.Errorf("the PDF reader did not start: %w", err)
	}
	return instance, nil
}

// pdf reads the printed lines of all pages, and makes paragraphs of them.
// PDFium runs in WebAssembly, without files, network or clock.
func (d *Document) pdf(data []byte, opts Options) (blocks []block, err error) {
	defer func() {
		if r := recover(); r != nil {
			blocks, err = nil, &Problem{Msg: fmt.Sprintf("the PDF reader failed: %v", r), Hint: "save the document as .docx or text"}
		}
	}()
	ctx := opts.Context
	if ctx == nil {
		ctx = context.Background()
	}
	if !bytes.Contains(data, []byte("endobj")) { // no object is whole: spare the start
		return nil, damaged()
	}
	shared := opts.PDF
	if shared == nil {
		shared = &PDFReader{}
		defer shared.Close()
	}
	reader, err := shared.open(ctx, opts)
	if err != nil {
		return nil, err
	}
	defer reader.Close()
	doc, err := reader.OpenDocument(&requests.OpenDocument{File: &data})
	switch {
	case errors.Is(err, pdfiumerrors.ErrPassword), errors.Is(err, pdfiumerrors.ErrSecurity):
		return nil, &Problem{Msg: "the PDF is locked with a password", Hint: "save a copy without it"}
	case err != nil:
		return nil, damaged()
	}
	lines, err := d.pages(ctx, reader, doc.Document, opts)
	if err != nil {
		return nil, err
	}
	lines = d.withoutFurniture(lines)
	lines = spaced(lines)
	bigLines(lines)
	lines, notes := footnotes(lines)
	paragraphs(lines, func(b block) { blocks = append(blocks, b) })
	headlines(blocks)
	return append(blocks, notes...), nil
}

func damaged() error {
	return &Problem{Msg: "the PDF is damaged", Hint: "open it in a viewer and print it to a new PDF"}
}

// start compiles PDFium, or takes it from the cache.
func (r *PDFReader) start(ctx context.Context, opts Options) error {
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(memoryPages)
	r.cache = openCache(opts.CacheDir)
	if r.cache != nil {
		config = config.WithCompilationCache(r.cache.compiled)
	}
	fresh := r.cache == nil || r.cache.fresh
	if opts.Progress != nil && fresh {
		opts.Progress("preparing the PDF reader")
	}
	module, err := pdfium.Module()
	if err != nil {
		return fmt.Errorf("unpacking the PDF reader: %w", err)
	}
	r.pool, err = webassembly.InitWithWASM(webassembly.Config{
		WASM: module, Context: experimental.WithCompilationWorkers(ctx, runtime.GOMAXPROCS(0)), MinIdle: 1, MaxIdle: 1, MaxTotal: 1, RuntimeConfig: config,
		FSConfig: wazero.NewFSConfig(), Stdout: io.Discard, Stderr: io.Discard,
	})
	if err != nil && r.cache != nil {
		r.cache.discard()
		r.Close()
		opts.CacheDir = ""
		return r.start(ctx, opts)
	}
	if err != nil {
		return fmt.Errorf("the PDF reader did not start: %w", err)
	}
	if r.cache != nil {
		r.cache.seal()
	}
	if fresh {
		debug.FreeOSMemory() // compiling leaves hundreds of MiB behind
	}
	return nil
}

// pages reads the lines of every page.
func (d *Document) pages(ctx context.Context, reader gopdfium.Pdfium, doc references.FPDF_DOCUMENT, opts Options) ([]line, error) {
	count, err := reader.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc})
	if err != nil {
		return nil, err
	}
	if count.PageCount > maxPages {
		return nil, &Problem{Msg: fmt.Sprintf("the PDF has %d pages, more than %d", count.PageCount, maxPages), Hint: "split it"}
	}
	var lines []line
	size, empty := 0, 0
	for page := 0; page < count.PageCount; page++ {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if opts.Progress != nil && page > 0 && page%50 == 0 {
			opts.Progress(fmt.Sprintf("page %d of %d", page+1, count.PageCount))
		}
		p := pdfPage{reader: reader, number: page + 1}
		if err := p.read(doc, page); err != nil {
			return nil, &Problem{Place: Place{Page: page + 1}, Msg: "the page cannot be read", Hint: "open the PDF in a viewer and print it to a new one"}
		}
		if len(p.lines) == 0 {
			empty++
		}
		for _, l := range p.lines {
			size += len(l.text)
		}
		if size > maxPDFText {
			return nil, &Problem{Place: Place{Page: page + 1}, Msg: "the text is longer than 32 MiB", Hint: "split the document"}
		}
		lines = append(lines, p.lines...)
	}
	if empty > 0 && empty < count.PageCount {
		d.Notes = append(d.Notes, fmt.Sprintf("%d of %d pages have no text: they may be pictures", empty, count.PageCount))
	}
	return lines, nil
}

// pdfPage is a page being read.
type pdfPage struct {
	reader gopdfium.Pdfium
	number int
	text   references.FPDF_TEXTPAGE
	lines  []line
}

func (p *pdfPage) read(doc references.FPDF_DOCUMENT, index int) error {
	page, err := p.reader.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: doc, Index: index})
	if err != nil {
		return err
	}
	defer p.reader.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: page.Page})
	text, err := p.reader.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: requests.Page{ByReference: &page.Page}})
	if err != nil {
		return err
	}
	p.text = text.TextPage
	defer p.reader.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: p.text})
	chars, err := p.reader.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: p.text})
	if err != nil || chars.Count <= 0 {
		return err
	}
	all, err := p.reader.FPDFText_GetText(&requests.FPDFText_GetText{TextPage: p.text, Count: chars.Count})
	if err != nil {
		return err
	}
	at := 0 // in characters of the text
	for raw := range strings.SplitSeq(all.Text, "\n") {
		length := utf8.RuneCountInString(raw)
		if strings.TrimSpace(raw) != "" {
			p.line(raw, at)
		}
		at += length + 1
	}
	return nil
}

// column is the width of a column in points: about a character.
const column = 5.0

// line adds a printed line.
func (p *pdfPage) line(raw string, at int) {
	body := strings.TrimRight(raw, "\r ")
	lead := utf8.RuneCountInString(body) - utf8.RuneCountInString(strings.TrimLeft(body, " "))
	length := utf8.RuneCountInString(body)
	l := line{page: p.number, no: len(p.lines) + 1}
	// PDFium writes a hyphen at the end of a line as U+0002 or U+FFFE.
	if t := strings.TrimRight(body, "\x02\ufffe\u00ad"); t != body {
		body = t + "-"
	}
	l.text = prose.Clean(body)
	if l.text == "" {
		return
	}
	first, ok1 := p.box(at + lead)
	last, ok2 := p.box(at + length - 1)
	if ok1 && ok2 && length > lead {
		l.indent, l.end = int(math.Round(first.left/column)), int(math.Round(last.right/column))
		l.stretch = max(last.right-first.left, 1) / float64(length-lead) / column
		l.size, l.baseline = math.Round(first.size*2)/2, first.baseline
	}
	p.lines = append(p.lines, l)
}

// charBox is where a character stands, in points from the page's left and bottom.
type charBox struct{ left, right, baseline, size float64 }

func (p *pdfPage) box(textIndex int) (charBox, bool) {
	char, err := p.reader.FPDFText_GetCharIndexFromTextIndex(&requests.FPDFText_GetCharIndexFromTextIndex{TextPage: p.text, NTextIndex: textIndex})
	if err != nil || char.CharIndex < 0 {
		return charBox{}, false
	}
	box, err := p.reader.FPDFText_GetCharBox(&requests.FPDFText_GetCharBox{TextPage: p.text, Index: char.CharIndex})
	if err != nil {
		return charBox{}, false
	}
	// The box of the whole type tells its size; the size that the font has in
	// the file may be scaled.
	loose, err := p.reader.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: p.text, Index: char.CharIndex})
	if err != nil {
		return charBox{}, false
	}
	origin, err := p.reader.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: p.text, Index: char.CharIndex})
	if err != nil {
		return charBox{}, false
	}
	return charBox{box.Left, box.Right, origin.Y, math.Abs(float64(loose.Rect.Top - loose.Rect.Bottom))}, true
}

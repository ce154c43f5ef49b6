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

// pdf reads the printed lines of all pages, and makes paragraphs of them.
// PDFium runs in WebAssembly, without files, network or clock; all of it
// starts and ends here.
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
	pool, err := startPDFium(ctx, opts)
	if err != nil {
		return nil, err
	}
	defer pool.Close()
	reader, err := pool.GetInstance(30 * time.Second)
	if err != nil {
		return nil, fmt.Errorf("the PDF reader did not start: %w", err)
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

// startPDFium compiles PDFium, or takes it from the cache.
func startPDFium(ctx context.Context, opts Options) (gopdfium.Pool, error) {
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(memoryPages)
	cache := openCache(opts.CacheDir)
	if cache != nil {
		config = config.WithCompilationCache(cache.compiled)
		defer cache.close(ctx)
	}
	if opts.Progress != nil && (cache == nil || cache.fresh) {
		opts.Progress("preparing the PDF reader")
	}
	module, err := pdfium.Module()
	if err != nil {
		return nil, fmt.Errorf("unpacking the PDF reader: %w", err)
	}
	pool, err := webassembly.InitWithWASM(webassembly.Config{
		WASM: module, Context: experimental.WithCompilationWorkers(ctx, runtime.GOMAXPROCS(0)), MinIdle: 1, MaxIdle: 1, MaxTotal: 1, RuntimeConfig: config,
		FSConfig: wazero.NewFSConfig(), Stdout: io.Discard, Stderr: io.Discard,
	})
	if err != nil && cache != nil {
		cache.discard()
		opts.CacheDir = ""
		return startPDFium(ctx, opts)
	}
	if err != nil {
		return nil, fmt.Errorf("the PDF reader did not start: %w", err)
	}
	if cache != nil {
		cache.seal()
	}
	if cache == nil || cache.fresh {
		debug.FreeOSMemory() // compiling leaves hundreds of MiB behind
	}
	return pool, nil
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

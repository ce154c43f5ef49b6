package intake_test

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plandiff/internal/intake"
)

var long = flag.Bool("long", false, "compile the PDF reader again to its end")

// prepared is a folder with the compiled PDF reader, which all tests share:
// compiling takes seconds.
type prepared struct {
	once  sync.Once
	dir   string
	steps int // told while it was compiled and used again
}

var pdfReader prepared

func TestMain(m *testing.M) {
	code := m.Run()
	os.RemoveAll(pdfReader.dir)
	os.Exit(code)
}

// pdfCache is where the PDF reader is compiled, or skips the test.
func pdfCache(t testing.TB) string {
	t.Helper()
	if testing.Short() {
		t.Skip("the PDF reader takes seconds to compile")
	}
	pdfReader.once.Do(func() {
		dir, err := os.MkdirTemp("", "plandiff-pdf-")
		if err != nil {
			t.Fatal(err)
		}
		pdfReader.dir = dir
		opts := intake.Options{CacheDir: dir, Progress: func(string) { pdfReader.steps++ }}
		read(t, "d.pdf", asPDF(treaty), opts)
		read(t, "d.pdf", asPDF(treaty), opts)
	})
	return pdfReader.dir
}

// What was compiled is kept and used. A cache that somebody touched is thrown
// away, not run; without a folder nothing is kept.
func TestBrokenCacheIsNotUsed(t *testing.T) {
	dir := pdfCache(t)
	if pdfReader.steps != 1 {
		t.Errorf("%d steps were told for two readings, want the compiling alone", pdfReader.steps)
	}
	for why, spoil := range map[string]func(path string, code []byte) error{
		"its code is another": func(path string, code []byte) error {
			for i := len(code) / 2; i < len(code)/2+4096 && i < len(code); i++ {
				code[i] ^= 0xff
			}
			return os.WriteFile(path, code, 0o600)
		},
		"a file has come to it": func(path string, code []byte) error { return os.WriteFile(path+"x", code[:1], 0o600) },
	} {
		cache := t.TempDir()
		if err := os.CopyFS(cache, os.DirFS(dir)); err != nil {
			t.Fatal(err)
		}
		files, err := filepath.Glob(filepath.Join(cache, "*", "*", "*"))
		if err != nil || len(files) == 0 {
			t.Fatalf("compiled code is in %q: %v", files, err)
		}
		code, err := os.ReadFile(files[0])
		if err != nil {
			t.Fatal(err)
		}
		if err := spoil(files[0], code); err != nil {
			t.Fatal(err)
		}
		compiledAnew(t, why, cache)
	}
	compiledAnew(t, "there is no folder", filepath.Join(dir, "no\x00folder"))
}

// Documents share a reader, which is started once, and each is read as it would
// be alone, whatever was read before.
func TestDocumentsShareAReader(t *testing.T) {
	cache := t.TempDir()
	if err := os.CopyFS(cache, os.DirFS(pdfCache(t))); err != nil {
		t.Fatal(err)
	}
	shared := intake.Options{CacheDir: cache, PDF: &intake.PDFReader{}, Progress: func(step string) { t.Errorf("%s, a second time", step) }}
	defer shared.PDF.Close()
	for i, data := range [][]byte{asPDF(treaty), pdfFile([]string{"[(a"}), asPDF(ferry), []byte("%PDF-1.7 endobj"), asPDF(treaty)} {
		got, err := intake.Read("d.pdf", data, shared)
		want, wantErr := intake.Read("d.pdf", data, intake.Options{CacheDir: pdfCache(t)})
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("document %d is read otherwise than alone:\n%s", i+1, diff)
		}
		if (err == nil) != (wantErr == nil) {
			t.Errorf("document %d: error %v, alone %v", i+1, err, wantErr)
		}
		if err := os.RemoveAll(filepath.Join(cache, "pdf-1.21.4")); err != nil { // or it could be started again without a word
			t.Fatal(err)
		}
	}
}

// compiledAnew reads a PDF with a cache that must not be used: up to where
// compiling begins, as it takes seconds, or with -long to the end.
func compiledAnew(t *testing.T, why, cache string) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	compiles := false
	doc, err := intake.Read("d.pdf", asPDF(treaty), intake.Options{CacheDir: cache, Context: ctx, Progress: func(string) {
		compiles = true
		if !*long {
			cancel()
		}
	}})
	if !compiles {
		t.Errorf("%s: the cache is used", why)
	}
	if (doc != nil) != *long {
		t.Errorf("%s: after compiling began: a document: %v, error %v", why, doc != nil, err)
	}
}

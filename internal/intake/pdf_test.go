package intake_test

import (
	"bytes"
	"context"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"

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
	cache := t.TempDir()
	if err := os.CopyFS(cache, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	broken := map[string][]byte{}
	err := filepath.WalkDir(cache, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == "sums" {
			return err
		}
		code, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for i := len(code) / 2; i < len(code)/2+4096 && i < len(code); i++ {
			code[i] ^= 0xff
		}
		broken[path] = code
		return os.WriteFile(path, code, 0o600)
	})
	if err != nil || len(broken) == 0 {
		t.Fatalf("%d files broken, error %v", len(broken), err)
	}
	for _, at := range []string{cache, filepath.Join(cache, "no\x00folder")} {
		ctx, cancel := context.WithCancel(t.Context())
		compiles := false
		doc, err := intake.Read("d.pdf", asPDF(treaty), intake.Options{CacheDir: at, Context: ctx, Progress: func(string) {
			compiles = true
			if !*long {
				cancel() // compiling takes seconds
			}
		}})
		cancel()
		if !compiles {
			t.Errorf("%q: a broken cache was used", at)
		}
		if (doc != nil) != *long {
			t.Errorf("%q: after the reader was compiled again: document %v, error %v", at, doc, err)
		}
	}
	for path, code := range broken {
		if is, err := os.ReadFile(path); err == nil && bytes.Equal(is, code) {
			t.Errorf("%s was broken and is kept", path)
		}
	}
}

package intake

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/tetratelabs/wazero"
)

// pdfCache keeps the machine code of the PDF reader in a folder of the user's
// own, which nobody else can write into. What is there is run, so it is used
// only where every file has the sum that was written down when it was made.
type pdfCache struct {
	dir      string
	compiled wazero.CompilationCache
	fresh    bool // nothing was there: it will be compiled
	before   int  // files that were there
}

const cacheSums = "sums"

// CacheDir is where compiled parts may be kept between runs: a folder in the
// user's cache; "" where there is none.
func CacheDir() string {
	dir, err := os.UserCacheDir()
	if err != nil || !filepath.IsAbs(dir) { // HOME may be anything
		return ""
	}
	return filepath.Join(dir, "plandiff")
}

// openCache opens the cache below a folder; nil if there is to be none, or it
// cannot be kept there.
func openCache(below string) *pdfCache {
	if below == "" {
		return nil
	}
	c := &pdfCache{dir: filepath.Join(below, "pdf-1.21.4")}
	if err := os.MkdirAll(c.dir, 0o700); err != nil || !ours(below) || !ours(c.dir) {
		return nil
	}
	sums, err := c.sums()
	stored, errStored := os.ReadFile(filepath.Join(c.dir, cacheSums))
	c.fresh = err != nil || errStored != nil || sums == "" || sums != string(stored)
	if c.fresh {
		c.discard()
	}
	if err := os.MkdirAll(c.dir, 0o700); err != nil {
		return nil
	}
	if c.compiled, err = wazero.NewCompilationCacheWithDir(c.dir); err != nil {
		return nil
	}
	c.before = c.files()
	return c
}

func (c *pdfCache) files() int {
	n := 0
	_ = filepath.WalkDir(c.dir, func(_ string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && d.Name() != cacheSums {
			n++
		}
		return nil
	})
	return n
}

// sums lists the files of the cache with their SHA-256.
func (c *pdfCache) sums() (string, error) {
	var out []string
	err := filepath.WalkDir(c.dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == cacheSums {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		sum := sha256.Sum256(data)
		out = append(out, hex.EncodeToString(sum[:])+" "+filepath.Base(path)+"\n")
		return nil
	})
	slices.Sort(out)
	return strings.Join(out, ""), err
}

// seal writes down what the cache holds now.
func (c *pdfCache) seal() {
	if !c.fresh && c.files() == c.before {
		return // nothing was added
	}
	sums, err := c.sums()
	if err != nil || os.WriteFile(filepath.Join(c.dir, cacheSums), []byte(sums), 0o600) != nil {
		c.discard()
	}
}

func (c *pdfCache) discard() { os.RemoveAll(c.dir) }

func (c *pdfCache) close() { _ = c.compiled.Close(context.Background()) }

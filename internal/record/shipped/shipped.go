// Package shipped is the library of the records that come with the program, and
// the words that people use for them. Reading their YAML costs several times what
// a comparison does, so a snapshot of the result is compiled in.
//
//	embedded YAML ── generate ─┬─> library.go ──> Library
//	                           ├─> words.go ────> WithWords
//	                           └─> index.bin ───> Index
package shipped

import (
	_ "embed"
	"io/fs"
	"sync"

	"plandiff/internal/plan"
	"plandiff/internal/record"
	"plandiff/internal/search"
)

//go:generate go run ./generate

// Library is the records of some roots, at least one. The snapshot stands for them
// where they are the shipped ones alone, and only while its fingerprint is that of
// the embedded files; records that changed since are read anew. It is shared and
// must not be written to.
func Library(roots ...record.Root) (*plan.Library, error) {
	if current(roots, record.Fingerprint, libraryFingerprint) {
		return &library, nil
	}
	return record.Load(roots...)
}

// WithWords is the library of some roots with the words that people use for what is
// in it, by the same rule.
func WithWords(lib *plan.Library, roots ...record.Root) (*plan.Library, error) {
	if current(roots, record.WordsFingerprint, wordsFingerprint) {
		if lib == &library {
			return worded(), nil
		}
		return lib.With(&words), nil
	}
	read, err := record.Words(lib, roots...)
	if err != nil {
		return nil, err
	}
	return lib.With(read), nil
}

// worded is the snapshot with its words.
var worded = sync.OnceValue(func() *plan.Library { return library.With(&words) })

// made is the index of that.
//
//go:embed index.bin
var made []byte

// Index is the index of a library for questions: as it was made beforehand, where that is
// the snapshot with its words, and of no other.
func Index(lib *plan.Library) *search.Index {
	if lib == worded() {
		if x := search.Restore(lib, made); x != nil {
			return x
		}
	}
	return search.New(lib)
}

func current(roots []record.Root, fingerprint func(fs.FS) (string, error), made string) bool {
	if len(roots) != 1 || !roots[0].Shipped {
		return false
	}
	sum, err := fingerprint(roots[0].FS)
	return err == nil && sum == made
}

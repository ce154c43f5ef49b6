// Package shipped is the library of the records that come with the program, and
// the words that people use for them. Reading their YAML costs several times what
// a comparison does, so a snapshot of the result is compiled in.
//
//	embedded YAML ── generate ─┬─> library.go ──> Library
//	                           └─> words.go ────> WithWords
package shipped

import (
	"io/fs"

	"plandiff/internal/plan"
	"plandiff/internal/record"
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
		return lib.With(&words), nil
	}
	read, err := record.Words(lib, roots...)
	if err != nil {
		return nil, err
	}
	return lib.With(read), nil
}

func current(roots []record.Root, fingerprint func(fs.FS) (string, error), made string) bool {
	if len(roots) != 1 || !roots[0].Shipped {
		return false
	}
	sum, err := fingerprint(roots[0].FS)
	return err == nil && sum == made
}

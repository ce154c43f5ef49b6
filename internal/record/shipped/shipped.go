// Package shipped is the library of the records that come with the program, and
// the words that people use for them. Reading their YAML costs several times what
// a comparison does, so a snapshot of the result is compiled in.
//
//	embedded YAML ── generate ─┬─> library.go ──> Library
//	                           └─> words.go ────> WithWords
package shipped

import (
	"plandiff/internal/plan"
	"plandiff/internal/record"
)

//go:generate go run ./generate

// Library is the shipped records. The snapshot is used only while its
// fingerprint is that of the embedded files; records that changed since are
// read anew. It is shared and must not be written to.
func Library() (*plan.Library, error) {
	root := record.Embedded()
	if sum, err := record.Fingerprint(root.FS); err == nil && sum == libraryFingerprint {
		return &library, nil
	}
	return record.Load(root)
}

// WithWords is the library with the words that people use for the shipped records,
// by the same rule.
func WithWords(lib *plan.Library) (*plan.Library, error) {
	root := record.Embedded()
	if sum, err := record.WordsFingerprint(root.FS); err == nil && sum == wordsFingerprint {
		return lib.With(&words), nil
	}
	read, err := record.Words(lib, root)
	if err != nil {
		return nil, err
	}
	return lib.With(read), nil
}

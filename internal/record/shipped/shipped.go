// Package shipped is the library of the records that come with the program.
// Reading their YAML costs several times what a comparison does, so a snapshot
// of the result is compiled in.
//
//	embedded YAML ── generate ──> library.go ──> Library
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
	if sum, err := record.Fingerprint(root.FS); err == nil && sum == fingerprint {
		return &library, nil
	}
	return record.Load(root)
}

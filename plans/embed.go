// Package plans holds the shipped records: the vocabulary, one file a draft,
// and below positions and events what is no draft.
package plans

import "embed"

// FS holds the record files as they stand in the repository.
//
//go:embed *.yaml positions events
var FS embed.FS

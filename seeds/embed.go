// Package seeds holds the source cards of the shipped records: what each
// source is and what it attests, never its text.
package seeds

import "embed"

// FS holds the card files as they stand in the repository.
//
//go:embed *.yaml
var FS embed.FS

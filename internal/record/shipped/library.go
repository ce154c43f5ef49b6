// Code generated from the embedded records by "go generate ./internal/record"; DO NOT EDIT.

package shipped

import "plandiff/internal/plan"

// Fingerprint is that of the record files this snapshot was made from.
const Fingerprint = ""

// Library is the snapshot. It is shared and must not be written to.
func Library() *plan.Library { return &library }

var library = plan.Library{}

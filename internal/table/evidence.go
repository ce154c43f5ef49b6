package table

import "plandiff/internal/compare"

// Evidence words what a source is cited for.
func (u Use) Evidence() string {
	if u.Witness {
		return "text read whole, without this"
	}
	return compare.EvidenceLine(u.Claim)
}

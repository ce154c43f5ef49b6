package wording

import (
	"fmt"

	"plandiff/internal/compare"
)

// Matrix is the mark of a cell of the matrix: as in a comparison, and by its
// state where the version is the base or nothing can be compared.
func Matrix(m compare.Mark, base bool) Mark {
	switch m {
	case compare.MarkChanged:
		return kinds[compare.Changed]
	case compare.MarkAdded:
		return kinds[compare.Added]
	case compare.MarkRemoved:
		return kinds[compare.Removed]
	case compare.MarkDisputed:
		return kinds[compare.Disputed]
	case compare.MarkOpen:
		return kinds[compare.Open]
	case compare.MarkMoved:
		return kinds[compare.Severed]
	case compare.MarkSame:
		return kinds[compare.Same]
	case compare.MarkAbsent:
		return absent
	case compare.MarkUnknown:
		return kinds[compare.Unknown]
	}
	return present
}

// MatrixCounts says what the marks of a matrix are of.
func MatrixCounts(fields int, base string) string {
	return Counted(fields) + ", each version by itself: what is disputed, in brackets or moved counts also where " + base + " is not known."
}

// MatrixShare explains a share of known fields by one that stands in the matrix.
func MatrixShare(known, of int) string {
	return fmt.Sprintf("A topic shows the mark of its most telling field; %d/%d means that %d of its %d fields %s known.", known, of, known, of, Are(known))
}

// MatrixBase is what the mark of something known means in the base itself.
const MatrixBase = "known"

// MatrixMeaning is what a mark of the matrix means.
func MatrixMeaning(m compare.Mark, base string) string {
	switch m {
	case compare.MarkChanged:
		return "changed from " + base
	case compare.MarkAdded:
		return "added, absent from " + base
	case compare.MarkRemoved:
		return "removed, in " + base
	case compare.MarkSame:
		return "same as " + base
	case compare.MarkKnown:
		return "known, cannot be compared with " + base
	case compare.MarkAbsent:
		return absent.Word
	case compare.MarkDisputed:
		return "disputed"
	case compare.MarkOpen:
		return "in brackets"
	case compare.MarkMoved:
		return "moved elsewhere"
	}
	return NotReported
}

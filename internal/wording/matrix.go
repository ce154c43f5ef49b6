package wording

import (
	"fmt"
	"strings"

	"plandiff/internal/compare"
)

// matrix has the marks of a matrix and what they mean; a meaning that ends in a
// blank goes on with the base.
var matrix = map[compare.Mark]struct {
	mark    Mark
	meaning string
}{
	compare.MarkChanged:  {kinds[compare.Changed], "changed from "},
	compare.MarkAdded:    {kinds[compare.Added], "added, absent from "},
	compare.MarkRemoved:  {kinds[compare.Removed], "removed, in "},
	compare.MarkDisputed: {kinds[compare.Disputed], "disputed"},
	compare.MarkOpen:     {kinds[compare.Open], "in brackets"},
	compare.MarkMoved:    {kinds[compare.Severed], "moved elsewhere"},
	compare.MarkSame:     {kinds[compare.Same], "same as "},
	compare.MarkAbsent:   {absent, absent.Word},
	compare.MarkUnknown:  {kinds[compare.Unknown], NotReported},
	compare.MarkKnown:    {present, "known, cannot be compared with "},
}

// Matrix is the mark of a cell of the matrix: as in a comparison, and by its
// state where the version is the base or nothing can be compared.
func Matrix(m compare.Mark) Mark { return matrix[m].mark }

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
	meaning := matrix[m].meaning
	if strings.HasSuffix(meaning, " ") {
		meaning += base
	}
	return meaning
}

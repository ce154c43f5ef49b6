package screen

import (
	"strings"
	"testing"

	"plandiff/internal/table"
)

// A text that is cut keeps what counts the rest, takes no more lines than its
// column has, and fills each up to the width.
func TestCutTextKeepsItsEnd(t *testing.T) {
	d := &drawing{painter: newPainter(Options{Width: 80})}
	c := table.GridCell{Text: strings.Repeat("the lake is shared by both towns, ", 6) + "and so on; 3 more", End: "; 3 more"}
	for _, lines := range []int{0, 1, 2, 3} {
		for w := 20; w < 70; w++ {
			got := d.gridCell(c, table.GridColumn{Wide: true, Lines: lines}, w, false, false)
			if text := strings.Join(strings.Fields(rest(got)), " "); !strings.HasSuffix(text, "; 3 more") {
				t.Errorf("in %d lines of %d columns: %q", lines, w, text)
			}
			if len(got) > max(lines, 1) {
				t.Errorf("%d lines of %d columns, where %d are allowed", len(got), w, lines)
			}
			for _, l := range got {
				if lineWidth(l) != w {
					t.Errorf("a line of %d columns in %d", lineWidth(l), w)
				}
			}
		}
	}
}

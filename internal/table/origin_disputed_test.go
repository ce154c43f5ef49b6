package table_test

import (
	"strings"
	"testing"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
	"plandiff/internal/table"
)

// Where the sources of a version contradict each other, the origin of one account
// tells of the others as well.
func TestOriginOfADisputedField(t *testing.T) {
	v := lake(t)
	seen := 0
	for _, r := range v.Drafts() {
		o, err := compare.TraceOrigins(v, r.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range table.FromOrigins(o).Sections {
			for _, row := range s.Rows {
				topic, field := v.Library.Field(row.Field)
				disputed := compare.Derive(v, r, topic, field).State == plan.Disputed
				told := false
				for _, l := range row.Cells[0].Lines {
					told = told || strings.HasPrefix(l.Text(), "in "+r.ID+" it is disputed: ")
				}
				if told != disputed || disputed != (row.Cells[0].State == plan.Disputed) {
					t.Errorf("%s %s: disputed %v, told %v, state %s", r.ID, row.Field, disputed, told, row.Cells[0].State)
				}
				if disputed {
					seen++
				}
			}
		}
	}
	if seen == 0 {
		t.Error("no origin of a disputed field")
	}
}

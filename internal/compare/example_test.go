package compare_test

import (
	"fmt"
	"os"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/record"
)

// lakeAccord is the workspace that plandiff init writes.
func lakeAccord() *plan.Library {
	lib, err := record.Load(record.Root{FS: os.DirFS("../cli/example")})
	if err != nil {
		panic(err)
	}
	return lib
}

// Two drafts, field by field. What nobody has reported of the second is
// unknown: it is not called removed.
func ExampleCompare() {
	c, err := compare.Compare(evidence.New(lakeAccord(), evidence.Filter{}), []string{"first-draft", "second-draft"})
	if err != nil {
		panic(err)
	}
	for _, row := range c.Rows {
		fmt.Println(row.Field.ID, row.Kind)
	}
	// Output:
	// catch.limit changed
	// catch.season-start changed
	// patrols.boats removed
	// disputes.judge open
	// disputes.parties unknown
}

// With other evidence the states are others: before the second draft was
// printed, nothing was known of it.
func ExampleDerive() {
	lib := lakeAccord()
	topic, field := &lib.Topics[0], &lib.Topics[0].Fields[0]
	for _, day := range []plan.Date{"", "2031-04-20"} {
		v := evidence.New(lib, evidence.Filter{AsOf: day})
		r := compare.Derive(v, v.Record("second-draft"), topic, field)
		fmt.Println(field.ID, r.State, len(r.Contents))
	}
	// Output:
	// catch.limit present 1
	// catch.limit lacuna 0
}

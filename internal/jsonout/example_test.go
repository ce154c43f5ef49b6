package jsonout_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/jsonout"
	"plandiff/internal/record"
	"plandiff/internal/table"
)

// Data for other programs, by the schema that Schema("diff") gives; a Go
// program reads it back into the same type.
func ExampleWrite() {
	lib, err := record.Load(record.Root{FS: os.DirFS("../cli/example")}) // what plandiff init writes
	if err != nil {
		panic(err)
	}
	c, err := compare.Compare(evidence.New(lib, evidence.Filter{}), []string{"first-draft", "second-draft"})
	if err != nil {
		panic(err)
	}
	var b bytes.Buffer
	if err := jsonout.Write(&b, table.FromComparison(c, table.Options{})); err != nil {
		panic(err)
	}
	var out jsonout.DiffOutput
	if err := json.Unmarshal(b.Bytes(), &out); err != nil {
		panic(err)
	}
	fmt.Println(out.Schema)
	for _, row := range out.Rows {
		fmt.Println(row.Field, row.Kind, row.Cells[1].State)
	}
	// Output:
	// plandiff.diff/2
	// catch.limit changed present
	// catch.season-start changed present
	// patrols.boats removed deleted
	// disputes.judge open bracketed
	// disputes.parties unknown lacuna
}

package export_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/export"
	"plandiff/internal/record"
	"plandiff/internal/table"
)

// A comparison as a file for another program, which reads it back.
func ExampleNew() {
	lib, err := record.Load(record.Root{FS: os.DirFS("../cli/example")}) // what plandiff init writes
	if err != nil {
		panic(err)
	}
	c, err := compare.Compare(evidence.New(lib, evidence.Filter{}), []string{"first-draft", "second-draft"})
	if err != nil {
		panic(err)
	}
	var b bytes.Buffer
	w := export.New(export.CSV, export.Shape{Wide: true})
	if err := w.Write(&b, &export.Document{Tree: table.FromComparison(c, table.Options{}), Sources: table.NoSources}); err != nil {
		panic(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		panic(err)
	}
	for _, row := range rows {
		fmt.Printf("%q\n", row[2:8])
	}
	// Output:
	// ["field" "title" "row_kind" "unit" "first-draft state" "first-draft text"]
	// ["catch.limit" "Limit on the catch" "changed" "tonnes" "present" "400 tonnes"]
	// ["catch.season-start" "First day of the season" "changed" "" "present" "2032-04-01"]
	// ["patrols.boats" "Patrol boats" "removed" "boats" "present" "6 boats"]
	// ["disputes.judge" "Who decides" "open" "" "present" "a joint panel"]
	// ["disputes.parties" "Who may complain" "unknown" "" "present" "fishers, wardens"]
}

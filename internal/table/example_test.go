package table_test

import (
	"fmt"
	"os"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/record"
	"plandiff/internal/table"
)

// A tree has everything that a view shows, worded and numbered: what draws it
// only sets it out.
func ExampleFromComparison() {
	lib, err := record.Load(record.Root{FS: os.DirFS("../cli/example")}) // what plandiff init writes
	if err != nil {
		panic(err)
	}
	c, err := compare.Compare(evidence.New(lib, evidence.Filter{}), []string{"first-draft", "second-draft"})
	if err != nil {
		panic(err)
	}
	tree := table.FromComparison(c, table.Options{Keep: compare.Kind.Differs})
	for _, section := range tree.Sections {
		for _, row := range section.Rows {
			cell := row.Cells[1]
			fmt.Printf("%s: %s, %s", section.Title, row.Title, row.Word)
			for _, line := range cell.Lines {
				fmt.Printf(" | %s %v", line.Text(), line.Cites)
			}
			fmt.Println()
		}
	}
	for _, s := range tree.Sources {
		fmt.Println(s.Number, s.Card.ID)
	}
	// Output:
	// Fishing: Limit on the catch, changed | 500 tonnes, in season [2 3] | +100 (+25.0 %) []
	// Fishing: First day of the season, changed | 2032-05-01 [2]
	// Fishing: Patrol boats,  | deleted [3]
	// Disputes: Who decides,  | [ not agreed ] [] | [ Northshore: a judge of each side ] [3] | [ Southshore: a third party ] [3]
	// 1 harbour-post-03-03
	// 2 harbour-post-04-21
	// 3 radio-north-04-21
}

package screen_test

import (
	"fmt"
	"os"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/record"
	"plandiff/internal/screen"
	"plandiff/internal/table"
)

// A tree is drawn for a width, with colour or without.
func ExampleDraw() {
	lib, err := record.Load(record.Root{FS: os.DirFS("../cli/example")}) // what plandiff init writes
	if err != nil {
		panic(err)
	}
	m, err := compare.Survey(evidence.New(lib, evidence.Filter{}), []string{"first-draft", "second-draft"}, true)
	if err != nil {
		panic(err)
	}
	fmt.Print(screen.Draw(table.FromMatrix(m), screen.Form{}, screen.Options{Width: 72}))
	// Output:
	// Topic                    first-draft  second-draft
	//
	// Fishing
	// Limit on the catch       ●            ≠
	// First day of the season  ●            ≠
	// Patrol boats             ●            −
	//
	// Disputes
	// Who decides              ●            ◇
	// Who may complain         ●            ·
	// ◇ in brackets: second-draft 1
	// ≠ changed from first-draft: second-draft 2
	// − removed, in first-draft: second-draft 1
	// ● known: first-draft 5
	// · not reported: second-draft 1
	// Counted: 5 fields in this comparison, each version by itself: what is
	// disputed, in brackets or moved counts also where first-draft is not
	// known.
}

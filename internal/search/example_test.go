package search_test

import (
	"fmt"
	"os"

	"plandiff/internal/record"
	"plandiff/internal/search"
)

// Claims are found by words, in any form of theirs, best first.
func ExampleIndex_Find() {
	lib, err := record.Load(record.Root{FS: os.DirFS("../cli/example")}) // what plandiff init writes
	if err != nil {
		panic(err)
	}
	x := search.New(lib)
	for _, h := range x.Find("boat on patrol", search.Filter{}) {
		fmt.Println(h.Record.ID, h.Field.ID, h.Claim.State, h.Claim.Value)
	}
	// Output:
	// first-draft patrols.boats present 6 boats
	// second-draft patrols.boats deleted
}

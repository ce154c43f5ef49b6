package record_test

import (
	"errors"
	"fmt"
	"os"
	"testing/fstest"

	"plandiff/internal/record"
)

// The folder of the example is what plandiff init writes.
func ExampleLoad() {
	lib, err := record.Load(record.Root{FS: os.DirFS("../cli/example")})
	if err != nil {
		panic(err)
	}
	for _, r := range lib.Records {
		fmt.Println(r.ID, r.Date, r.Title)
	}
	// Output:
	// first-draft 2031-03-02 First draft of the lake accord
	// second-draft 2031-04-20 Second draft of the lake accord
}

// A library with a problem is refused, with every problem and its place.
func ExampleProblems() {
	_, err := record.Load(record.Root{FS: fstest.MapFS{
		"plans/vocabulary.yaml": {Data: []byte("topics:\n- id: fishing\n  title: Fishing\n  fields:\n  - {id: catch.limit, title: Limit, kind: quantiti, unit: tonnes}\n")},
	}})
	var problems record.Problems
	if errors.As(err, &problems) {
		fmt.Println(problems[0])
	}
	// Output:
	// plans/vocabulary.yaml:5:43: "quantiti" is not allowed here (did you mean "quantity"?)
}

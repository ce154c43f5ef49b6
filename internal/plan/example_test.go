package plan_test

import (
	"fmt"

	"plandiff/internal/plan"
)

// A point is the home of a field by its prefix, or, closer, by its ID.
func ExampleRecord_Homes() {
	draft := plan.Record{Points: []plan.Point{
		{Number: 6, Title: "Tolls", Covers: []string{"toll"}},
		{Number: 7, Title: "How tolls are paid", Covers: []string{"toll.currency"}},
	}}
	fmt.Println(draft.Homes("toll.rate"))
	fmt.Println(draft.Homes("toll.currency"))
	// Output:
	// [6]
	// [7]
}

func ExampleValue_String() {
	fmt.Println(plan.Value{Number: "600000", Unit: "personnel"})
	fmt.Println(plan.Value{Number: "100000", Unit: "personnel", Bound: plan.Under})
	fmt.Println(plan.Value{Items: []string{"Aldland", "Borland"}})
	fmt.Println(plan.Value{Text: "as soon as possible after signing"})
	// Output:
	// 600,000 personnel
	// under 100,000 personnel
	// Aldland, Borland
	// as soon as possible after signing
}

// A month may mean any of its days.
func ExampleDate() {
	d, err := plan.ParseDate("2024-02")
	fmt.Println(d.First(), d.Last(), err)
	_, err = plan.ParseDate("2025-02-29")
	fmt.Println(err)
	// Output:
	// 2024-02-01 2024-02-29 <nil>
	// "2025-02-29" is not a date in the calendar
}

// A place is named as people write it.
func ExamplePos_String() {
	fmt.Println(plan.Pos{File: "plans/us-28.yaml", Line: 12, Column: 5})
	fmt.Println(plan.Pos{File: "plans/us-28.yaml"})
	// Output:
	// plans/us-28.yaml:12:5
	// plans/us-28.yaml
}

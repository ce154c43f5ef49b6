package align_test

import (
	"fmt"

	"plandiff/internal/align"
)

// A number is no identity: points are matched by their words.
func ExampleMatch() {
	old := []align.Text{
		{Number: "1", Title: "Catch", Body: "No boat shall take more than four tonnes of perch in a season."},
		{Number: "2", Title: "Patrols", Body: "Wardens of both shores patrol the lake with six boats."},
		{Number: "3", Title: "Disputes", Body: "A panel of three judges settles every dispute under this accord."},
	}
	young := []align.Text{
		{Number: "1", Title: "Disputes", Body: "A panel of five judges settles every dispute under this accord."},
		{Number: "2", Title: "Catch", Body: "No boat shall take more than four tonnes of perch in a season."},
	}
	m := align.Match(old, young, nil)
	for _, l := range m.Links {
		fmt.Println(l.From, "->", l.To, l.Relation, "same words:", l.Same)
	}
	for _, u := range m.UnmatchedFrom {
		fmt.Println(u.Number, u.Relation)
	}
	// Output:
	// [1] -> [2] moved same words: true
	// [3] -> [1] moved same words: false
	// 2 deleted
}

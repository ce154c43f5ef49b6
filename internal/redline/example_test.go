package redline_test

import (
	"fmt"

	"plandiff/internal/intake"
	"plandiff/internal/prose"
	"plandiff/internal/redline"
)

// Two documents, point by point: what moved is not called deleted.
func ExampleCompare() {
	read := func(name, text string) *intake.Document {
		d, err := intake.Read(name, []byte(text), intake.Options{})
		if err != nil {
			panic(err)
		}
		return d
	}
	c, err := redline.Compare([]*intake.Document{
		read("old.txt", "1. The lake is open to the boats of both shores.\n\n2. Wardens count the catch every evening.\n"),
		read("new.txt", "1. Wardens count the catch every morning.\n\n2. The lake is open to the boats of both shores.\n"),
	})
	if err != nil {
		panic(err)
	}
	for _, row := range c.Rows {
		older, newer := row.Cells[0], row.Cells[1]
		fmt.Print(older.Points[0].Number, " -> ", newer.Points[0].Number, " ", newer.Relation)
		for _, change := range newer.Changes {
			if change.Op != prose.Keep {
				fmt.Printf(" %c%q", " -+"[change.Op], change.Text)
			}
		}
		fmt.Println()
	}
	// Output:
	// 2 -> 1 moved -"evening" +"morning"
	// 1 -> 2 moved
}

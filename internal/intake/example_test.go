package intake_test

import (
	"fmt"

	"plandiff/internal/intake"
)

// A document becomes points with their words, whatever it was saved as.
func ExampleRead() {
	text := "Accord of the Two Shores\n\n1. Catch. No boat shall take more than [four] tonnes in a season.\n\n2. Patrols. Six boats patrol the lake.\n"
	d, err := intake.Read("accord.txt", []byte(text), intake.Options{})
	if err != nil {
		panic(err)
	}
	for _, p := range d.Points {
		fmt.Printf("%s %q, %s: %q\n", p.Kind, p.Number, p.Place, p.Title+p.Text)
	}
	fmt.Println("closed brackets:", d.Brackets.Closed)
	// Output:
	// heading "", line 1: "Accord of the Two Shores"
	// point "1", line 3: "Catch. No boat shall take more than [four] tonnes in a season."
	// point "2", line 5: "Patrols. Six boats patrol the lake."
	// closed brackets: 1
}

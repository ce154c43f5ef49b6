package prose_test

import (
	"fmt"

	"plandiff/internal/prose"
)

func ExampleClean() {
	fmt.Printf("%q\n", prose.Clean("peace\x1b[31m plan\u202e\n  of\t28 points"))
	// Output: "peace plan of 28 points"
}

// The old spans make the old text, the new ones the new text.
func ExampleDiff() {
	old, new, err := prose.Diff("limited to 600,000 personnel", "limited to 800 000 personnel in peacetime")
	if err != nil {
		panic(err)
	}
	for _, s := range append(old, new...) {
		if s.Op != prose.Keep {
			fmt.Printf("%c%q\n", " -+"[s.Op], s.Text)
		}
	}
	// Output:
	// -"600,000"
	// +"800 000"
	// +" in peacetime"
}

func ExampleNearest() {
	fmt.Println(prose.Nearest("gneva-19", []string{"us-28", "geneva-19", "e3-28"}))
	// Output: geneva-19
}

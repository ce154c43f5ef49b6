package ask_test

import (
	"testing"

	"plandiff/internal/ask"
	"plandiff/internal/evidence"
	"plandiff/internal/record/shipped"
)

// BenchmarkCold is one question from a library that no question was put to, of
// one part and of two.
func BenchmarkCold(b *testing.B) {
	lib, err := shipped.Library()
	if err != nil {
		b.Fatal(err)
	}
	for name, q := range map[string]string{
		"one":  "what changed on NATO between the US draft and the European counterproposal?",
		"both": "who would run the Zaporizhzhia plant, and how would its electricity be shared?",
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				ask.New(lib, evidence.Filter{}).Ask(q)
			}
		})
	}
}

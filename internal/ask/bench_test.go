package ask_test

import (
	"testing"

	"plandiff/internal/ask"
	"plandiff/internal/compare"
	"plandiff/internal/record"
)

// BenchmarkCold is one question from a library that no question was put to.
func BenchmarkCold(b *testing.B) {
	lib, err := record.Shipped()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		ask.New(lib, compare.Evidence{}).Ask("what changed on NATO between the US draft and the European counterproposal?")
	}
}

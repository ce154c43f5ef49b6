package ask

import (
	"testing"

	"plandiff/internal/evidence"
	"plandiff/internal/record/shipped/shippedtest"
)

func BenchmarkNew(b *testing.B) {
	lib := shippedtest.Library(b)
	for b.Loop() {
		New(lib, evidence.Filter{})
	}
}

func BenchmarkAsk(b *testing.B) {
	s := New(shippedtest.Library(b), evidence.Filter{})
	for b.Loop() {
		s.last = nil
		s.Ask("who runs the nuclear plant in the Christmas plan and in the US draft?")
	}
}

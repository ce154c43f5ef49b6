// Package shippedtest gives tests the library that comes with the program.
package shippedtest

import (
	"testing"

	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/record/shipped"
)

// Library is the shipped one with the words of questions.
func Library(t testing.TB) *plan.Library {
	t.Helper()
	lib, err := shipped.Library()
	if err == nil {
		lib, err = shipped.WithWords(lib)
	}
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// View is all of the shipped library, without those words.
func View(t testing.TB, f evidence.Filter) *evidence.View {
	t.Helper()
	lib, err := shipped.Library()
	if err != nil {
		t.Fatal(err)
	}
	return evidence.New(lib, f)
}

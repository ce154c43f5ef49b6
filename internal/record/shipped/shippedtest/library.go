// Package shippedtest gives tests the library that comes with the program.
package shippedtest

import (
	"testing"

	"plandiff/internal/plan"
	"plandiff/internal/record"
	"plandiff/internal/record/shipped"
)

// Library is the shipped one with the words of questions.
func Library(t testing.TB) *plan.Library {
	t.Helper()
	lib, err := shipped.Library(record.Embedded())
	if err == nil {
		lib, err = shipped.WithWords(lib, record.Embedded())
	}
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

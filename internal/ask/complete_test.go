package ask

import (
	"strings"
	"testing"

	"plandiff/internal/evidence"
	"plandiff/internal/record/shipped/shippedtest"
)

// TestComplete continues names of versions before those of topics.
func TestComplete(t *testing.T) {
	s := New(shippedtest.Library(t), evidence.Filter{})
	for _, row := range [][2]string{{"army limit in gene", "army limit in geneva"}, {"what of the 28-point pl", "what of the 28-point plan"}, {"", ""}, {"zzzz", ""}} {
		got, at, ok := s.Complete(row[0], len(row[0]))
		if ok != (row[1] != "") || ok && (!strings.EqualFold(strings.TrimRight(got, " -"), row[1]) || at != len(got)) {
			t.Errorf("%q is completed to %q, %d, %v; want %q", row[0], got, at, ok, row[1])
		}
	}
}

package rank

import (
	"testing"

	"plandiff/internal/plan"
	"plandiff/internal/search"
)

// TestProper: a name is proper by whole words, in any alphabet; a word that
// begins a sentence, or that also stands in small letters, is not.
func TestProper(t *testing.T) {
	s := &Ranker{Index: &search.Index{Lib: &plan.Library{Records: []*plan.Record{
		{Title: "Talks in Одеса on the Ark, all parked there"}, {Title: "Round of Cork, on cork"},
	}}}}
	for word, is := range map[string]bool{"одеса": true, "ark": true, "cork": false, "talks": false, "parked": false, "oslo": false} {
		if s.proper(word) != is {
			t.Errorf("%s is proper: %v", word, !is)
		}
	}
}

package evidence_test

import (
	"testing"

	"plandiff/internal/evidence"
	"plandiff/internal/plan"
)

func TestCommand(t *testing.T) {
	lib := library()
	lib.Sources = append(lib.Sources, &plan.Source{ID: "paper", File: "paper.txt"}, &plan.Source{ID: "letter", File: "letter.txt"})
	for _, c := range []struct {
		line   string
		filter evidence.Filter
		want   string
		reason string
	}{
		{"diff a b", evidence.Filter{}, "diff a b", "everything is admitted"},
		{"diff a b", evidence.Filter{AsOf: "2031-03-05"}, "diff a b --as-of 2031-03-05", "a day"},
		{"diff a b", evidence.Filter{Sources: []string{"early", "late"}, Bases: []plan.Basis{plan.BasisText, plan.BasisSaid}}, "diff a b --only-sources early,late --basis text,said", "sources and bases"},
		{"diff a b", evidence.Filter{Sources: []string{"paper", "letter", "late"}}, "diff a b --only-sources seeds,late", "the founding documents have one name"},
		{"diff a b", evidence.Filter{Sources: []string{"paper"}}, "diff a b --only-sources paper", "one of them is no name for all"},
		{"help states", evidence.Filter{AsOf: "2031-03-05"}, "help states", "help looks at no evidence"},
		{"", evidence.Filter{AsOf: "2031-03-05"}, "", "no command stays none"},
	} {
		if got := evidence.New(lib, c.filter).Command(c.line); got != c.want {
			t.Errorf("%s: %q, want %q", c.reason, got, c.want)
		}
	}
}

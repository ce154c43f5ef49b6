package ask_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"plandiff/internal/ask"
	"plandiff/internal/plan"
)

// uncited are the publishers that an answer's text names as ones who say so
// and that no claim has which a screen cites with its findings.
func uncited(lib *plan.Library, a *ask.Answer) []string {
	listed := map[string]bool{}
	for i := range a.Findings {
		f := &a.Findings[i]
		claims := slices.Clone(f.Beside)
		if f.Only != nil && f.State != plan.Disputed {
			claims = append(claims, f.Only...)
		} else {
			for _, k := range f.Contents {
				claims = append(claims, k.Claims...)
			}
		}
		for _, c := range claims {
			for _, id := range append([]string{c.Source}, c.Via...) {
				if s := lib.Source(id); s != nil {
					listed[s.Publisher] = true
				}
				listed[id] = true
			}
		}
		for _, id := range f.Witness {
			if s := lib.Source(id); s != nil {
				listed[s.Publisher] = true
			}
			listed[id] = true
		}
	}
	var out []string
	for i := range lib.Sources {
		name := lib.Sources[i].Publisher
		if name == "" {
			name = lib.Sources[i].ID
		}
		longer := func(s string) bool { return strings.HasPrefix(s, name) } // "X" and "X, carrying Y"
		if !slices.ContainsFunc(slices.Collect(maps.Keys(listed)), longer) && (strings.Contains(a.Text, "("+name+")") || strings.Contains(a.Text, "("+name+" (") || strings.Contains(a.Text, "according to "+name)) {
			out = append(out, name)
		}
	}
	return out
}

// TestTextCitesWhatIsListed walks every question of the set: a source that the
// sentences name is one of those that the answer lists.
func TestTextCitesWhatIsListed(t *testing.T) {
	lib := library(t)
	for _, r := range questions(t) {
		a := r.ask(lib)
		for _, name := range uncited(lib, a) {
			t.Errorf("%q names %s and does not list it: %s", r.Q, name, a.Text)
		}
	}
}

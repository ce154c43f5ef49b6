package ask_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"plandiff/internal/ask"
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/wording"
)

// reader is a question by somebody who had not seen the vocabulary.
type reader struct {
	Q        string
	After    []string
	Seeds    bool
	Status   []string
	Versions []string
	Has, Not []string
	Sources  []string
}

func (r reader) ask(lib *plan.Library, founding evidence.Filter) *ask.Answer {
	var ev evidence.Filter
	if r.Seeds {
		ev = founding
	}
	s := ask.New(lib, ev)
	for _, q := range r.After {
		s.Ask(q)
	}
	return s.Ask(r.Q)
}

// wrong lists what is not as the row wants it.
func (r reader) wrong(a *ask.Answer) []string {
	var out []string
	fail := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	text := strings.ToLower(a.Text)
	whole := strings.ToLower(everything(a))
	for _, h := range r.Has {
		if !slices.ContainsFunc(strings.Split(h, "|"), func(s string) bool { return strings.Contains(whole, strings.ToLower(strings.TrimSpace(s))) }) {
			fail("the answer has no %q", h)
		}
	}
	told, _, _ := strings.Cut(text, "nearest that is reported")
	for _, n := range r.Not {
		if strings.Contains(told, strings.ToLower(n)) {
			fail("the answer has %q", n)
		}
	}
	if r.Status != nil && !slices.Contains(r.Status, string(a.Status)) {
		fail("status %s, want %s", a.Status, strings.Join(r.Status, " or "))
	}
	if r.Sources != nil && !slices.ContainsFunc(cards(a), func(id string) bool { return slices.Contains(r.Sources, id) }) {
		fail("none of %v is cited", r.Sources)
	}
	for _, id := range r.Versions {
		if !slices.ContainsFunc(a.Findings, func(f ask.Finding) bool { return f.Record.ID == id }) &&
			!slices.ContainsFunc(a.Understood.Versions, func(v *plan.Record) bool { return v.ID == id }) {
			fail("nothing is told of %s", id)
		}
	}
	return out
}

// everything is an answer with all that its findings rest on.
func everything(a *ask.Answer) string {
	parts := append([]string{a.Text}, a.Notes...)
	for i := range a.Findings {
		f := &a.Findings[i]
		parts = append(parts, f.Record.Title, wording.Reading(f.Reading))
		for _, c := range f.Shown() {
			parts = append(parts, wording.Claim(c), c.Phrase, c.By, c.Note, string(c.Date))
		}
	}
	return strings.Join(parts, "\n")
}

// leastRight is the share of these questions, in percent, that must be
// answered right: what is reached, rounded down.
const leastRight = 94

// TestReaders asks what readers asked who had not seen the vocabulary. The
// wrong ones are listed; none may attribute what the records do not carry.
func TestReaders(t *testing.T) {
	data, err := os.ReadFile("testdata/readers.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var rows []reader
	if err := yaml.Unmarshal(data, &rows); err != nil {
		t.Fatal(err)
	}
	lib := library(t)
	founding := seeds(lib)
	right := 0
	for _, r := range rows {
		a := r.ask(lib, founding)
		for _, d := range dishonest(lib, a) {
			t.Errorf("%q: %s", r.Q, d)
		}
		for _, name := range uncited(lib, a) {
			t.Errorf("%q names %s and does not list it: %s", r.Q, name, clip(a.Text))
		}
		if wrong := r.wrong(a); wrong != nil {
			t.Logf("WRONG %q\n    %s\n    %s: %s", r.Q, strings.Join(wrong, "\n    "), a.Status, clip(a.Text))
			continue
		}
		right++
	}
	t.Logf("%d of %d right, %.1f %%", right, len(rows), 100*float64(right)/float64(len(rows)))
	if right*100 < len(rows)*leastRight {
		t.Errorf("%d of %d questions are answered right; at least %d %% must be", right, len(rows), leastRight)
	}
}

package ask

import (
	"fmt"
	"os"
	"slices"
	"sort"
	"strings"
	"testing"

	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/wording"
)

// ask puts a row's question, after those before it.
func (r row) ask(all, alone *Session) *Answer {
	s := all
	if r.Seeds {
		s = alone
	}
	s.last = nil
	for _, q := range r.After {
		s.Ask(q)
	}
	return s.Ask(r.Q)
}

// everything is an answer with all that its findings rest on.
func everything(a *Answer) string {
	parts := append([]string{a.Text}, a.Notes...)
	for i := range a.Findings {
		f := &a.Findings[i]
		parts = append(parts, f.Record.Title, f.Field.Title, wording.Reading(f.Reading))
		for _, c := range f.Shown() {
			parts = append(parts, wording.Claim(c), c.Phrase, c.By, c.Note, string(c.Date))
		}
	}
	return strings.ToLower(strings.Join(parts, "\n"))
}

// wrong lists what is not as the row wants it, in the whole answer.
func (r row) wrong(a *Answer) []string {
	var out []string
	fail := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	text, whole := strings.ToLower(a.Text), everything(a)
	for _, h := range r.Has {
		if !holds(whole, h) {
			fail("no %q", h)
		}
	}
	for _, n := range r.Not {
		if strings.Contains(text, strings.ToLower(n)) {
			fail("has %q", n)
		}
	}
	if r.Status != nil && !slices.Contains(r.Status, string(a.Status)) {
		fail("status %s, want %s", a.Status, strings.Join(r.Status, " or "))
	}
	if r.Sources != nil && !slices.ContainsFunc(a.Findings, func(f Finding) bool {
		return slices.ContainsFunc(f.Shown(), func(c *plan.Claim) bool { return slices.Contains(r.Sources, c.Source) })
	}) {
		fail("none of %v is cited", r.Sources[:1])
	}
	for _, id := range r.Versions {
		if !slices.ContainsFunc(a.Findings, func(f Finding) bool { return f.Record.ID == id }) &&
			!slices.ContainsFunc(a.Query.Versions, func(v *plan.Record) bool { return v.ID == id }) {
			fail("nothing of %s", id)
		}
	}
	for _, id := range r.Fields {
		if !slices.ContainsFunc(a.Findings, func(f Finding) bool { return f.Field.ID == id }) && !slices.ContainsFunc(a.Query.Fields, func(f *plan.Field) bool { return f.ID == id }) {
			fail("nothing of %s", id)
		}
	}
	return out
}

// short reports whether the first paragraph alone has what the row wants.
func (r row) short(a *Answer) bool {
	text := strings.ToLower(a.Text)
	for _, h := range r.Has {
		if !holds(text, h) {
			return false
		}
	}
	return true
}

// Shares that must be right, in percent: of whole answers, and of first
// paragraphs. A part of the questions is asked; SCORE=all asks every one and
// VERBOSE=all lists what is wrong.
const (
	leastRight = 78
	leastShort = 62
	every6th   = 6
)

// TestScore asks labelled questions and counts by batch and kind. Nothing may be
// told that the records do not carry.
func TestScore(t *testing.T) {
	lib := library(t)
	all, alone := New(lib, evidence.Filter{}), New(lib, founding(lib))
	type count struct{ n, right, short int }
	by := map[string]*count{}
	verbose := os.Getenv("VERBOSE")
	var size []int
	for i, r := range rows(t) {
		if os.Getenv("SCORE") == "" && i%every6th != 0 {
			continue
		}
		a := r.ask(all, alone)
		for _, d := range dishonest(lib, a) {
			t.Errorf("%q: %s", r.Q, d)
		}
		wrong := r.wrong(a)
		kind := "kind " + string(a.Query.Kind)
		if len(r.After) > 0 {
			kind = "follow-up"
		}
		size = append(size, len(a.Text))
		for _, k := range []string{"all", "batch " + r.Batch, kind} {
			if by[k] == nil {
				by[k] = &count{}
			}
			by[k].n++
			if wrong == nil {
				by[k].right++
				if r.short(a) {
					by[k].short++
				}
			}
		}
		if wrong != nil && verbose != "" && (verbose == "all" || verbose == r.Batch) {
			var f, v []string
			for _, x := range a.Query.Fields {
				f = append(f, x.ID)
			}
			for _, x := range a.Query.Versions {
				v = append(v, x.ID)
			}
			t.Logf("WRONG %q after %q seeds=%v\n    %s\n    %s %s %v %v: %s", r.Q, r.After, r.Seeds, strings.Join(wrong, "; "), a.Query.Kind, a.Status, v, f, a.Text)
		}
	}
	var keys []string
	for k := range by {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		c := by[k]
		t.Logf("%-22s %4d: right %.1f %%, by the first paragraph %.1f %%", k, c.n, pc(c.right, c.n), pc(c.short, c.n))
	}
	if c := by["all"]; pc(c.right, c.n) < leastRight || pc(c.short, c.n) < leastShort {
		t.Errorf("%.1f %% are right and %.1f %% by the first paragraph; at least %d and %d must be", pc(c.right, c.n), pc(c.short, c.n), leastRight, leastShort)
	}
	sort.Ints(size)
	if most := size[len(size)-1]; most > mostText+120 {
		t.Errorf("a first paragraph has %d bytes", most)
	}
	t.Logf("first paragraph: median %d, longest %d", size[len(size)/2], size[len(size)-1])
}

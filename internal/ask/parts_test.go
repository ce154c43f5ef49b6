package ask

import (
	"slices"
	"strings"
	"testing"

	"plandiff/internal/compare"
	"plandiff/internal/record"
)

// The thesaurus is groups of lower-case words and phrases, each entry once in
// its group, at most four words long.
func TestThesaurus(t *testing.T) {
	n := 0
	for line := range strings.Lines(thesaurus) {
		n++
		group := strings.Split(strings.TrimSuffix(line, "\n"), " | ")
		if len(group) < 3 {
			t.Errorf("line %d has %d entries: %q", n, len(group), line)
		}
		seen := map[string]bool{}
		for _, e := range group {
			if e != strings.ToLower(e) || e != strings.TrimSpace(e) || e == "" || len(strings.Fields(e)) > 4 {
				t.Errorf("line %d: the entry %q", n, e)
			}
			if seen[e] {
				t.Errorf("line %d has %q twice", n, e)
			}
			seen[e] = true
		}
	}
	if n < 400 {
		t.Errorf("%d groups", n)
	}
	for w, want := range map[string]bool{"sideline": true, "recording": true, "sidelin": false, "zzz": false} {
		if inThesaurus(w) != want {
			t.Errorf("%q in the thesaurus: %v", w, !want)
		}
	}
}

// Numbers are read as people write them out.
func TestDigits(t *testing.T) {
	for in, want := range map[string]string{
		"six hundred thousand soldiers":     "600000 soldiers",
		"the twenty-eight points":           "the 28 points",
		"eight hundred and":                 "800 and",
		"two men and one point":             "two men and one point",
		"the last thirty years":             "the last 30 years",
		"one hundred billion":               "100 billion",
		"five territories":                  "five territories",
		"a nineteen-point text of 19 lines": "a 19 point text of 19 lines",
	} {
		var got []string
		for _, tok := range digits(tokens(in)) {
			w := tok.text
			if tok.scale != "" {
				w += " " + tok.scale
			}
			got = append(got, w)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q is read as %q, want %q", in, s, want)
		}
	}
}

// A version may be described by who put it forward and when.
func TestDescribe(t *testing.T) {
	lib, err := record.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	for q, want := range map[string]string{
		"what did the American offer of April 2025 say about Crimea":                      "april-2025-us",
		"NATO in the European paper of April 2025":                                        "april-2025-eu-ua",
		"did Washington's paper of April 2025 mention sanctions":                          "april-2025-us",
		"the plan the Ukrainian president presented on 24 December and the nuclear plant": "zelensky-20",
		"US and European papers of April 2025 compared on the nuclear plant":              "april-2025-eu-ua april-2025-us",
		"what did the US draft say of NATO before 24 December":                            "us-28",
		"army limit in the US draft":                                                      "us-28",
	} {
		r := New(lib, compare.Evidence{}).read(q, compare.Evidence{})
		var got []string
		for _, v := range r.Versions {
			got = append(got, v.ID)
		}
		slices.Sort(got)
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q names %q, want %q", q, s, want)
		}
	}
}

// A word of a text is found in whatever form it stands, and in other words.
func TestLens(t *testing.T) {
	lib, err := record.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	q := newQuestion(newIndex(lib), "was the Kremlin aide sidelined over 600,000 troops")
	sw := q.swaps()
	l := q.lens(sw.targets)
	for _, row := range []struct{ text, exact, soft string }{
		{"Ushakov confirmed it", "Kremlin aide", ""},
		{"sidelining him", "sidelined", ""},
		{"he was cut out of it", "", "sidelined"},
		{"600,000 boats", "600,000", ""},
		{"the Kremlins", "Kremlin", ""},
		{"nothing of the kind", "", ""},
	} {
		var exact, soft uint64
		l.look(row.text, &exact, &soft)
		if got := q.phraseOf(exact &^ q.mask(func(t token) bool { return silent[t.text] })); got != row.exact {
			t.Errorf("%q: %q stand there, want %q", row.text, got, row.exact)
		}
		if got := q.phraseOf(soft &^ exact); got != row.soft {
			t.Errorf("%q: %q stand there in other words, want %q", row.text, got, row.soft)
		}
	}
}

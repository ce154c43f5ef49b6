package ask

import (
	"plandiff/internal/evidence"
	"plandiff/internal/record/shipped"
	"slices"
	"strings"
	"testing"
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
	lib, err := shipped.Library()
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
		"what does Ukraine want on land in its paper of June 2025":                        "istanbul-2025-ukraine",
		"what of the April 2025 reply is in the Telegraph text again":                     "april-2025-eu-ua european-24",
		"Kyiv and Moscow at Istanbul in 2025: neutrality":                                 "istanbul-2025-russia istanbul-2025-ukraine",
		"army limit in both European drafts":                                              "e3-28 european-24",
		"what army cap did Russia want in the Istanbul talks of 2022":                     "istanbul-2022",
		"amnesty from April 2025 to the 20 points":                                        "zelensky-20",
		"who put America's figures in: the US text or a Russian paper":                    "us-28",
		"what is the Geneva rework built on, the US text or the European one":             "geneva-19",
		"nuclear plant in any text other than the American one":                           "e3-28 european-24 geneva-19 us-ua-20-dec10 zelensky-20",
		"how would the Europeans word the clause on NATO in their text":                   "e3-28",
		"what was known about the US draft on 21 November":                                "us-28",
	} {
		r := New(lib, evidence.Filter{}).read(q, evidence.Filter{})
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

// A question that asks two things is cut in two; one that does not stays whole.
func TestHalves(t *testing.T) {
	for q, want := range map[string]string{
		"Who leads the talks, and does he have any experience?":      "Who leads the talks | does he have any experience?",
		"who put it in - is that disputed?":                          "who put it in | is that disputed?",
		"What is the cap? Who says so?":                              "What is the cap | Who says so?",
		"what changed on NATO and who decides":                       "what changed on NATO | who decides",
		"was there a limit in April, or was it left out?":            "was there a limit in April | was it left out?",
		"when was it shown, and to whom?":                            "when was it shown | to whom?",
		"What did Rubio, who was in Paris, say of the plan?":         "",
		"according to Rubio, what does Putin want?":                  "",
		"army cap us, europe and geneva":                             "",
		"Who met in Geneva and Miami?":                               "",
		"what and who?":                                              "",
		"is it 27 or 28?":                                            "",
		"I hear the cap moved, and what does the text of Geneva say": "",
	} {
		got := ""
		if a, b, ok := halves(q); ok {
			got = a + " | " + b
		}
		if got != want {
			t.Errorf("%q is cut into %q, want %q", q, got, want)
		}
	}
}

// A word of a text is found in whatever form it stands, and in other words.
func TestLens(t *testing.T) {
	lib, err := shipped.Library()
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

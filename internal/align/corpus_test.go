package align_test

import (
	"cmp"
	"encoding/csv"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"plandiff/internal/align"
)

// corpus is a file of the measuring texts beside the repository.
func corpus(t testing.TB, name ...string) string {
	t.Helper()
	path := filepath.Join(append([]string{"..", "..", "..", "shared", "corpora"}, name...)...)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("the measuring texts are not here: %v", err)
	}
	return path
}

var (
	numbered = regexp.MustCompile(`^(\d+)\. (.*)$`)
	article  = regexp.MustCompile(`^## \[?Article (\d+ ?(?:bis|ter)?)\]?(.*)$`)
)

// provisions cuts a file at lines that begin with a number, or in Markdown at
// headings of articles.
func provisions(t testing.TB, path string) []align.Text {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	head := numbered
	if strings.HasSuffix(path, ".md") {
		head = article
	}
	var out []align.Text
	for line := range strings.Lines(string(data)) {
		m := head.FindStringSubmatch(strings.TrimSpace(line))
		switch {
		case m != nil && head == article:
			out = append(out, align.Text{Number: strings.ReplaceAll(m[1], " ", ""), Title: strings.Trim(m[2], " *()")})
		case m != nil:
			out = append(out, align.Text{Number: m[1], Body: m[2]})
		case len(out) > 0:
			out[len(out)-1].Body += " " + strings.TrimSpace(line)
		}
	}
	return out
}

// gold reads known links, with their relation. A text whose second number is
// empty has no successor.
func gold(t testing.TB, path string) map[[2]string]string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	out := map[[2]string]string{}
	for _, r := range rows[1:] {
		if r[1] != "" {
			out[[2]string{r[0], r[1]}] = r[2]
		}
	}
	return out
}

// score is how well a matching agrees with known links. Links of texts that
// the known links do not speak of do not count.
type score struct {
	precision, recall, f1 float64
	top5                  float64 // known links that are among the candidates
	falselyDeleted        float64 // of the texts that have a successor
	joined                map[string]int
}

func measure(m *align.Matching, from []align.Text, known map[[2]string]string) score {
	has := map[string]bool{}
	for k := range known {
		has[k[0]] = true
	}
	s := score{joined: map[string]int{}}
	right, said := 0, 0
	for _, l := range m.Links {
		for _, f := range l.From {
			for _, g := range l.To {
				relation, ok := known[[2]string{f, g}]
				if has[f] {
					said++
				}
				if ok {
					right++
				}
				if ok && l.Relation == align.Joined {
					s.joined[relation]++
				}
			}
		}
	}
	found := 0
	for i, list := range m.Candidates {
		for _, c := range list {
			if _, ok := known[[2]string{from[i].Number, c.Number}]; ok {
				found++
			}
		}
	}
	deleted := 0
	for _, u := range m.UnmatchedFrom {
		if has[u.Number] && u.Relation == align.Deleted {
			deleted++
		}
	}
	s.precision, s.recall = float64(right)/float64(max(1, said)), float64(right)/float64(len(known))
	s.f1 = 2 * s.precision * s.recall / (s.precision + s.recall)
	s.top5, s.falselyDeleted = float64(found)/float64(len(known)), float64(deleted)/float64(len(has))
	return s
}

// Controls of a security catalogue and their next edition: numbers are no
// more than a sequence, most texts are reworded, 55 went into another one.
// Of those, 9 are the only source of a new control, so that nothing joined.
func TestCatalogue(t *testing.T) {
	from, to := provisions(t, corpus(t, "nist", "rev4.txt")), provisions(t, corpus(t, "nist", "rev5.txt"))
	known := gold(t, corpus(t, "nist", "gold.csv"))
	s := measure(align.Match(from, to, nil), from, known)
	t.Logf("%+v", s)
	if s.f1 < 0.97 || s.top5 < 0.98 || s.falselyDeleted > 0.01 {
		t.Errorf("%+v, want F1 of 0.97, 0.98 among the candidates, 0.01 falsely deleted", s)
	}
	if s.joined["incorporated-into"] < 28 {
		t.Errorf("%d of 55 called joined, want 28", s.joined["incorporated-into"])
	}
}

// A treaty in draft, with brackets, and as agreed.
func TestTreaty(t *testing.T) {
	from, to := provisions(t, corpus(t, "paris", "paris_draft_0412.md")), provisions(t, corpus(t, "paris", "paris_final.md"))
	known := gold(t, corpus(t, "paris", "gold_paris_draft_to_final.csv"))
	m := align.Match(from, to, nil)
	s := measure(m, from, known)
	t.Logf("%+v", s)
	if s.precision < 0.97 || s.recall < 0.97 {
		t.Errorf("%+v, want precision and recall of 0.97", s)
	}
	for _, u := range m.UnmatchedFrom {
		if u.Number != "17" {
			t.Errorf("article %s has no link; 17 alone has no successor", u.Number)
		}
	}
}

// The measured texts the other way round give the same links.
func TestCorpusMirrored(t *testing.T) {
	for _, names := range [][2]string{{"nist/rev4.txt", "nist/rev5.txt"}, {"paris/paris_draft_0412.md", "paris/paris_final.md"}} {
		from, to := provisions(t, corpus(t, names[0])), provisions(t, corpus(t, names[1]))
		checkTextsMirrored(t, align.Match(from, to, nil), align.Match(to, from, nil))
	}
}

// sortLinks orders links by the places of their texts.
func sortLinks(links []align.TextLink) {
	slices.SortFunc(links, func(a, b align.TextLink) int {
		return cmp.Or(slices.Compare(a.FromAt, b.FromAt), slices.Compare(a.ToAt, b.ToAt))
	})
}

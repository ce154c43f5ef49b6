package intake_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plandiff/internal/intake"
	"plandiff/internal/prose"
)

// corpus reads a real document that lies beside the repository, where it is.
func corpus(t *testing.T, name string, opts intake.Options) *intake.Document {
	t.Helper()
	path := filepath.Join("..", "..", "..", "shared", "corpora", filepath.FromSlash(name))
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		t.Skipf("the real texts are not at hand: %s", path)
	}
	doc, err := intake.ReadFile(path, opts)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// numbers lists the numbered points at all levels, with their titles.
func numbers(points []intake.Point) []string {
	var out []string
	for i := range points {
		if p := &points[i]; p.Kind == intake.KindPoint {
			out = append(out, strings.TrimSpace(p.Number+" "+prose.Plain(p.Title)))
		}
		out = append(out, numbers(points[i].Inner)...)
	}
	return out
}

// One text in Word (with automatic numbers), PDF and Markdown: the same
// numbered points with the same titles.
func TestOpenChainInThreeFormats(t *testing.T) {
	word := corpus(t, "openchain/2.1-en.docx", intake.Options{})
	want := numbers(word.Points)
	for _, number := range []string{"1 Scope", "2 Terms and definitions", "2.9 verification materials", "3.1.1 Policy", "3.1.1.2", "3.2.2.-2.-1", "3.6.2 Duration", "3.6.2.1"} {
		if !slices.Contains(want, number) {
			t.Errorf("Word: no point %q", number)
		}
	}
	if len(want) != 76 {
		t.Errorf("Word: %d points, want 76", len(want))
	}
	markdown := corpus(t, "openchain/2.1-en.md", intake.Options{})
	if diff := cmp.Diff(want, numbers(markdown.Points)); diff != "" {
		t.Errorf("Markdown (-Word +Markdown)\n%s", diff)
	}
	pdf := corpus(t, "openchain/2.1-en.pdf", intake.Options{CacheDir: pdfCache(t)})
	if diff := cmp.Diff(want, numbers(pdf.Points)); diff != "" {
		t.Errorf("PDF (-Word +PDF)\n%s", diff)
	}
}

// texts are the words of points by number.
func texts(points []intake.Point, into map[string]string) map[string]string {
	for i := range points {
		into[points[i].Number] = prose.Plain(points[i].Title + " " + points[i].Text)
		texts(points[i].Inner, into)
	}
	return into
}

// shared is the part of one document's words that another has too.
func shared(doc, other *intake.Document) float64 {
	count := func(d *intake.Document) map[string]int {
		out := map[string]int{}
		for _, text := range texts(d.Points, map[string]string{}) {
			for w := range strings.FieldsSeq(text) {
				out[w]++
			}
		}
		return out
	}
	mine, theirs := count(doc), count(other)
	both, all := 0, 0
	for w, n := range mine {
		both += min(n, theirs[w])
		all += n
	}
	return float64(both) / float64(all)
}

// Tracked changes give both readings. With all of them accepted the Russian
// draft is nearly the text that was published.
func TestTrackedDrafts(t *testing.T) {
	published := corpus(t, "openchain/2.0-ru.docx", intake.Options{})
	accepted := corpus(t, "openchain/2.0-ru-draft-tracked.docx", intake.Options{})
	rejected := corpus(t, "openchain/2.0-ru-draft-tracked.docx", intake.Options{Reading: intake.Rejected})
	a, r := shared(published, accepted), shared(published, rejected)
	t.Logf("of the published words %.3f stand in the accepted reading, %.3f in the rejected one", a, r)
	if a < 0.95 || r > a-0.02 {
		t.Errorf("of the published words %.3f stand in the accepted reading, %.3f in the rejected one", a, r)
	}
	if diff := cmp.Diff(numbers(published.Points), numbers(accepted.Points)); strings.Count(diff, "\n+") > 6 {
		t.Errorf("points (-published +accepted)\n%s", diff)
	}
	changes := allChanges(accepted.Points)
	if len(changes) < 100 || changes[0].Author != "Denis Dorotenko" || !strings.HasPrefix(changes[0].Date, "2020-02-") {
		t.Errorf("%d changes, the first is %+v", len(changes), changes[0])
	}
	japanese := corpus(t, "openchain/2.0-ja-tracked.docx", intake.Options{})
	if changes := allChanges(japanese.Points); len(changes) == 0 || changes[0].Author != "工内 隆" {
		t.Errorf("Japanese: changes %+v", changes)
	}
	before := corpus(t, "openchain/2.0-ja-tracked.docx", intake.Options{Reading: intake.Rejected})
	if cmp.Diff(texts(japanese.Points, map[string]string{}), texts(before.Points, map[string]string{})) == "" {
		t.Error("Japanese: both readings are the same")
	}
}

func allChanges(points []intake.Point) []intake.Change {
	var out []intake.Change
	for i := range points {
		out = append(append(out, points[i].Changes...), allChanges(points[i].Inner)...)
	}
	return out
}

// The square brackets of three drafts of one treaty. A count of the signs in
// the files gives 1,531, 1,054 and 6: those of the text, and those that are
// Markdown's own.
func TestParisBrackets(t *testing.T) {
	for _, tt := range []struct {
		name    string
		signs   int
		text    int
		deepest int
	}{{"paris_draft_2310", 1531, 1498, 6}, {"paris_draft_0412", 1054, 1015, 8}, {"paris_final", 6, 0, 0}} {
		b := corpus(t, "paris/"+tt.name+".md", intake.Options{}).Brackets
		if b.Opened+b.Marks != tt.signs || b.Opened != tt.text || b.Deepest != tt.deepest {
			t.Errorf("%s: %+v, want %d signs, %d of them the text's, %d deep", tt.name, b, tt.signs, tt.text, tt.deepest)
		}
	}
}

// Articles are the outermost level, under the numbers that people give them.
func TestParisArticles(t *testing.T) {
	outer := func(name string) []string {
		var out []string
		for _, p := range corpus(t, "paris/"+name+".md", intake.Options{}).Points {
			if p.Kind == intake.KindPoint {
				out = append(out, p.Number)
			}
		}
		return out
	}
	if diff := cmp.Diff(strings.Fields("1 2 2bis 3 3bis 3ter 4 5 6 7 8 8bis 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26"), outer("paris_draft_0412")); diff != "" {
		t.Errorf("the draft (-want +got)\n%s", diff)
	}
	var final []string
	for i := range 29 {
		final = append(final, fmt.Sprint(i+1))
	}
	if diff := cmp.Diff(final, outer("paris_final")); diff != "" {
		t.Errorf("the final text (-want +got)\n%s", diff)
	}
}

func TestNIST(t *testing.T) {
	for name, want := range map[string]int{"nist/rev4.txt": 826, "nist/rev5.txt": 1007} {
		doc := corpus(t, name, intake.Options{})
		for i, p := range doc.Points {
			if p.Number != fmt.Sprint(i+1) {
				t.Fatalf("%s: point %d has the number %s", name, i+1, p.Number)
			}
		}
		if len(doc.Points) != want {
			t.Errorf("%s: %d points, want %d", name, len(doc.Points), want)
		}
	}
}

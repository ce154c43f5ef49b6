package intake_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plandiff/internal/intake"
)

// outline writes points one a line, indented by level.
func outline(points []intake.Point, indent string) string {
	var b strings.Builder
	for i := range points {
		p := &points[i]
		fmt.Fprintf(&b, "%s%s %s", indent, p.Kind, p.Number)
		if p.Title != "" {
			fmt.Fprintf(&b, " {%s}", p.Title)
		}
		fmt.Fprintf(&b, ": %s\n", p.Text)
		b.WriteString(outline(p.Inner, indent+"  "))
	}
	return b.String()
}

func read(t testing.TB, name string, data []byte, opts intake.Options) *intake.Document {
	t.Helper()
	doc, err := intake.Read(name, data, opts)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return doc
}

const ferryPoints = `heading  {Agreement on the Ferry}: 
preamble preamble: The two banks of the river, wishing to end their quarrel over the crossing and to restore the traffic, have agreed as follows:
point 1: The ferry shall cross the river at least 12 times a day, save on days of flood when the bailiffs of both banks agree that no crossing is safe.
point 2: Each bank shall
  point 2.a: keep its landing in repair;
  point 2.b: pay half of the ferryman's wage, that is
    point 2.b.-1: 30 marks in spring, and
    point 2.b.-2: 40 marks in autumn;
  point 2.c: report to the other bank within 30 days.
point 4: [The mill [shall][should] be closed by 5 May 2027] [North bank: until the dam is built], and its wheel is self-evidently a danger to the ferry.
point 5: Disputes are settled by the reeve, whose word is final and binds both banks for the length of the season in which it was given.
paragraph ¶1: Done at the landing, 1 April 2026.
`

const treatyPoints = `heading  {Treaty of the Two Banks}: 
point 1 {Crossing}: 
  point 1.1: The ferry is free to all.
  point 1.2: It shall not carry arms.
point 1bis {Night crossing}: There is no crossing at night.
point 2 {Mill}: 
  point 2.1: The mill stands still in summer.
  point 2.2: The miller may grind in winter.
`

// The same draft saved in five ways gives the same points.
func TestOneDraftInFiveFormats(t *testing.T) {
	for _, draft := range []struct {
		items []item
		want  string
	}{{ferry, ferryPoints}, {treaty, treatyPoints}} {
		for _, f := range []struct {
			name string
			data []byte
		}{
			{"draft.txt", []byte(asText(draft.items))},
			{"draft.md", []byte(asMarkdown(draft.items))},
			{"draft.html", []byte(asHTML(draft.items))},
			{"draft.docx", asWord(t, draft.items)},
			{"draft.pdf", asPDF(draft.items)},
		} {
			t.Run(draft.items[0].text+" "+f.name, func(t *testing.T) {
				var opts intake.Options
				if f.name == "draft.pdf" {
					opts.CacheDir = pdfCache(t)
				}
				doc := read(t, f.name, f.data, opts)
				if diff := cmp.Diff(draft.want, outline(doc.Points, "")); diff != "" {
					t.Errorf("(-want +got)\n%s", diff)
				}
			})
		}
	}
}

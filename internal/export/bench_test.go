package export

import (
	"fmt"
	"io"
	"testing"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/table"
)

// BenchmarkDefault writes the default comparison to every format.
func BenchmarkDefault(b *testing.B) {
	v := shippedView(b)
	d := documentOf(b, v, v.Compare...)
	for _, f := range Formats {
		if f == JSON {
			continue
		}
		b.Run(string(f), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := New(f, Shape{}).Write(io.Discard, d); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkLarge writes 10,000 fields of three versions, from the comparison
// on: laying out is part of the cost.
func BenchmarkLarge(b *testing.B) {
	v := evidence.New(largeLibrary(10_000), evidence.Filter{})
	ids := []string{"v0", "v1", "v2"}
	c := comparisonOf(b, v, ids...)
	m, err := compare.Survey(v, ids, true)
	if err != nil {
		b.Fatal(err)
	}
	for _, f := range []Format{XLSX, CSV, DOCX, HTML, Markdown} {
		b.Run(string(f), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				d := &Document{Title: "large", Sources: table.ShortSources, Tree: table.FromComparison(c, table.Options{})}
				if f == XLSX {
					d.Matrix = table.FromMatrix(m)
				}
				if err := New(f, Shape{}).Write(io.Discard, d); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// every fifth is a number.
func largeLibrary(n int) *plan.Library {
	lib := &plan.Library{}
	for i := range 50 {
		lib.Sources = append(lib.Sources, &plan.Source{ID: fmt.Sprintf("source-%03d", i), Publisher: "A publisher", Title: "A title of some length", URL: "https://example.org/", Published: "2025-11-20", Kind: plan.SourceReport})
	}
	versions := []*plan.Record{{ID: "v0"}, {ID: "v1"}, {ID: "v2"}}
	for v, r := range versions {
		r.Kind, r.Title, r.Known, r.Date = plan.Draft, "A version", plan.KnownText, plan.Date(fmt.Sprintf("2025-11-%02d", 20+v))
	}
	for i := range n {
		if i%100 == 0 {
			lib.Topics = append(lib.Topics, plan.Topic{ID: fmt.Sprintf("topic-%d", i), Title: fmt.Sprintf("Topic %d", i/100), About: plan.AboutText})
		}
		topic := &lib.Topics[len(lib.Topics)-1]
		f := plan.Field{ID: fmt.Sprintf("field-%05d.x", i), Title: fmt.Sprintf("Field number %d", i), Kind: plan.Text}
		if i%5 == 0 {
			f.Kind, f.Unit = plan.Quantity, "people"
		}
		topic.Fields = append(topic.Fields, f)
		for v, r := range versions {
			value := plan.Value{Text: fmt.Sprintf("the parties agree on provision %d within %d days of signing", i, 30+v*(i%2))}
			if i%5 == 0 {
				value = plan.Value{Number: plan.Whole(int64(i + v*(i%2))), Unit: "people"}
			}
			r.Fields = append(r.Fields, plan.FieldClaims{Field: f.ID, Claims: []plan.Claim{{
				State: plan.Present, Value: value, Source: fmt.Sprintf("source-%03d", (i+v)%50), Basis: plan.BasisText, Rank: plan.Normal, Point: i/100 + 1, Phrase: "the parties agree"}}})
		}
	}
	lib.Records = versions
	return lib
}

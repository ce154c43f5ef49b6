package main

import (
	"fmt"
	"os"
	"testing"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/record"
)

// load reads a shape as the program would.
func load(tb testing.TB, s Shape) *plan.Library {
	tb.Helper()
	dir := tb.TempDir()
	if err := s.Write(dir); err != nil {
		tb.Fatal(err)
	}
	lib, err := record.Load(record.Root{FS: os.DirFS(dir)})
	if err != nil {
		tb.Fatal(err)
	}
	return lib
}

// What is measured is work: the versions differ in a third of their fields,
// and the reports on the first field contradict each other.
func TestShape(t *testing.T) {
	s := Shape{Fields: 300, Versions: 4, Claims: 5}
	c, err := compare.Compare(evidence.New(load(t, s), evidence.Filter{}), []string{"v0", "v1"})
	if err != nil {
		t.Fatal(err)
	}
	kinds := c.Counts()[0].Kinds
	if len(c.Rows) != s.Fields || kinds[compare.Changed] != s.Fields/3-1 || kinds[compare.Disputed] != 1 {
		t.Errorf("%d rows: %v; want %d, a third of them changed and one disputed", len(c.Rows), kinds, s.Fields)
	}
	if n := len(c.Rows[0].Cells[1].Contents); n != s.Claims+1 {
		t.Errorf("the first field has %d contents, want %d", n, s.Claims+1)
	}
}

// Growth of the comparison alone, without reading records and drawing.
func BenchmarkGrowth(b *testing.B) {
	for _, axis := range axes() {
		for _, n := range axis.sizes {
			lib := load(b, axis.shape(n))
			for _, work := range []struct {
				name string
				do   func(*evidence.View) error
			}{
				{"diff", func(v *evidence.View) error { _, err := compare.Compare(v, []string{"v0", "v1"}); return err }},
				{"matrix", func(v *evidence.View) error { _, err := compare.Survey(v, ids(v), false); return err }},
				{"origin", func(v *evidence.View) error {
					_, err := compare.TraceOrigins(v, fmt.Sprintf("v%d", len(lib.Records)-1))
					return err
				}},
				{"align", func(v *evidence.View) error { _, err := compare.Align(v, "v0", "v1"); return err }},
			} {
				b.Run(fmt.Sprintf("%s/%s=%d", work.name, axis.name, n), func(b *testing.B) {
					for b.Loop() {
						if err := work.do(evidence.New(lib, evidence.Filter{})); err != nil {
							b.Fatal(err)
						}
					}
				})
			}
		}
	}
}

func ids(v *evidence.View) []string {
	var out []string
	for _, r := range v.Drafts() {
		out = append(out, r.ID)
	}
	return out
}

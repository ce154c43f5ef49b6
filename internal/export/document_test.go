package export

import (
	"bytes"
	"strings"
	"testing"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/record"
	"plandiff/internal/record/shipped"
	"plandiff/internal/table"
)

// shippedView is the library that comes with the program.
func shippedView(t testing.TB) *evidence.View {
	t.Helper()
	lib, err := shipped.Library(record.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return evidence.New(lib, evidence.Filter{})
}

// documentOf is the whole comparison of versions, with pictures.
func documentOf(t testing.TB, v *evidence.View, ids ...string) *Document {
	t.Helper()
	c := comparisonOf(t, v, ids...)
	matrix, err := compare.Survey(v, ids, false)
	if err != nil {
		t.Fatal(err)
	}
	d := &Document{Title: "A comparison", Sources: table.FullSources, Matrix: table.FromMatrix(matrix), Tree: table.FromComparison(c, table.Options{}), Lineage: table.FromDrafts(c)}
	hs := compare.Histories(v, func(_ *plan.Topic, f *plan.Field) bool { return f.Kind.Numeric() })
	for _, s := range table.FromHistories(v, hs).Sections {
		if s.Largest > 0 && len(s.Rows) > 1 {
			d.Charts = append(d.Charts, s)
		}
	}
	return d
}

func comparisonOf(t testing.TB, v *evidence.View, ids ...string) *compare.Comparison {
	t.Helper()
	c, err := compare.Compare(v, ids)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func write1(t testing.TB, f Format, s Shape, d *Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := New(f, s).Write(&b, d); err != nil {
		t.Fatalf("writing %s: %v", f, err)
	}
	return b.Bytes()
}

// Maps and clocks leave no trace in any format.
func TestSameBytes(t *testing.T) {
	v := shippedView(t)
	first := map[Format][]byte{}
	for range 3 {
		d := documentOf(t, v, v.Compare...)
		for _, f := range Formats {
			if f == JSON {
				continue
			}
			data := write1(t, f, Shape{}, d)
			if first[f] == nil {
				first[f] = data
			}
			if !bytes.Equal(data, first[f]) {
				t.Errorf("%s: the same document gave different bytes", f)
			}
		}
	}
}

func TestEveryFormatHasAWriter(t *testing.T) {
	for _, f := range Formats {
		w := New(f, Shape{})
		if f == JSON {
			continue // written as the command diff writes it
		}
		if w == nil {
			t.Fatalf("%s has no writer", f)
		}
		all, usual := w.Columns, w.Usual
		for _, c := range usual {
			if !strings.Contains(" "+strings.Join(all, " ")+" ", " "+c+" ") {
				t.Errorf("%s: the usual column %q is none that can be chosen", f, c)
			}
		}
	}
	if New("pdf", Shape{}) != nil {
		t.Error("a format that is not known has a writer")
	}
}

package export

import (
	"bytes"
	"strings"
	"testing"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
	"plandiff/internal/table"
)

// shipped is the library that comes with the program.
func shipped(t testing.TB) *plan.Library {
	t.Helper()
	lib, err := shipped.Library()
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// documentOf is the whole comparison of versions, with pictures.
func documentOf(t testing.TB, lib *plan.Library, ids ...string) *Document {
	t.Helper()
	total, err := compare.Compare(lib, ids, compare.Evidence{})
	if err != nil {
		t.Fatal(err)
	}
	matrix, err := compare.Survey(lib, ids, false, compare.Evidence{})
	if err != nil {
		t.Fatal(err)
	}
	d := &Document{
		Title: "A comparison", Sources: FullSources, Matrix: matrix,
		Table:   table.FromComparison(lib, total, table.Options{Paper: true}),
		Lineage: table.FromDrafts(lib, total.Versions, compare.Evidence{}),
		Data:    Data{Library: lib, Shown: total, Total: total},
	}
	hs, hidden := compare.Histories(lib, func(_ *plan.Topic, f *plan.Field) bool { return f.Kind.Numeric() }, compare.Evidence{})
	for _, line := range table.FromHistories(lib, hs, compare.Evidence{}, hidden).Lines {
		if line.Numbers() > 1 {
			d.Charts = append(d.Charts, line)
		}
	}
	return d
}

func write1(t testing.TB, f Format, s Shape, d *Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := New(f, s).Write(&b, d); err != nil {
		t.Fatalf("writing %s: %v", f, err)
	}
	return b.Bytes()
}

func TestSameBytes(t *testing.T) {
	lib := shipped(t)
	for _, f := range Formats {
		a := write1(t, f, Shape{}, documentOf(t, lib, lib.Compare...))
		b := write1(t, f, Shape{}, documentOf(t, lib, lib.Compare...))
		if !bytes.Equal(a, b) {
			t.Errorf("%s: the same document gave different bytes", f)
		}
	}
}

func TestEveryFormatHasAWriter(t *testing.T) {
	for _, f := range Formats {
		w := New(f, Shape{})
		if w == nil {
			t.Fatalf("%s has no writer", f)
		}
		all, usual := w.Columns()
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

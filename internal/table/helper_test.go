package table_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/record"
	"plandiff/internal/record/shipped"
	"plandiff/internal/table"
)

// lake is the small invented negotiation.
func lake(t testing.TB, filter ...evidence.Filter) *evidence.View {
	t.Helper()
	lib, err := record.Load(record.Root{FS: os.DirFS("../../cmd/plandiff/testdata/lake")})
	if err != nil {
		t.Fatal(err)
	}
	return view(lib, filter...)
}

func shippedView(t testing.TB, filter ...evidence.Filter) *evidence.View {
	t.Helper()
	lib, err := shipped.Library(record.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return view(lib, filter...)
}

func view(lib *plan.Library, filter ...evidence.Filter) *evidence.View {
	if len(filter) > 0 {
		return evidence.New(lib, filter[0])
	}
	return evidence.New(lib, evidence.Filter{})
}

// diff is the tree of a comparison.
func diff(t testing.TB, v *evidence.View, opt table.Options, ids ...string) *table.Tree {
	t.Helper()
	c, err := compare.Compare(v, ids)
	if err != nil {
		t.Fatal(err)
	}
	return table.FromComparison(c, opt)
}

// roles are the names of roles in these tests.
var roles = map[table.Role]string{table.Value: "value", table.Heading: "heading", table.Account: "account", table.Alternative: "alternative", table.Term: "term",
	table.Step: "step", table.Wording: "wording", table.Remark: "remark", table.OtherCopy: "other copy", table.Note: "note"}

// line is a line as "role: kept [-gone-] {+come+} [cards]".
func line(tree *table.Tree, l table.Line) string {
	var b strings.Builder
	b.WriteString(roles[l.Role] + ": ")
	for _, s := range l.Spans {
		switch s.Op {
		case prose.Delete:
			b.WriteString("[-" + s.Text + "-]")
		case prose.Insert:
			b.WriteString("{+" + s.Text + "+}")
		default:
			b.WriteString(s.Text)
		}
	}
	var cards []string
	for _, n := range l.Cites {
		cards = append(cards, tree.Sources[n-1].Card.ID)
	}
	if cards != nil {
		b.WriteString(" <" + strings.Join(cards, " ") + ">")
	}
	if l.Bar != nil {
		fmt.Fprintf(&b, " bar %.2f%s", l.Bar.Share, l.Bar.Bound)
	}
	return b.String()
}

func lines(tree *table.Tree, list []table.Line) []string {
	var out []string
	for _, l := range list {
		out = append(out, line(tree, l))
	}
	return out
}

// outline is a cell as "mark badge", then its lines.
func outline(tree *table.Tree, c table.Cell) []string {
	head := c.Mark.Symbol
	if c.Badge != "" {
		head += " " + c.Badge
	}
	return append([]string{head}, lines(tree, c.Lines)...)
}

// rowOf is the row of a field.
func rowOf(t testing.TB, tree *table.Tree, field string) table.Row {
	t.Helper()
	for _, s := range tree.Sections {
		for _, r := range s.Rows {
			if r.Field == field {
				return r
			}
		}
	}
	t.Fatalf("%s has no row %s", tree.View, field)
	return table.Row{}
}

// gridText is a grid, an entry a line, its cells between bars.
func gridText(g table.Grid) []string {
	var out []string
	for _, r := range g.Rows {
		var cells []string
		for _, c := range r.Cells {
			cells = append(cells, strings.TrimSpace(c.Mark.Symbol+" "+c.Text))
		}
		out = append(out, strings.Join(cells, " | "))
	}
	return out
}

// gridOf is the grid with an ID.
func gridOf(t testing.TB, tree *table.Tree, id string) table.Grid {
	t.Helper()
	for _, g := range tree.Grids {
		if g.ID == id {
			return g
		}
	}
	t.Fatalf("%s has no list %s", tree.View, id)
	return table.Grid{}
}

// same compares what was found, line by line.
func same(t *testing.T, what string, got, want []string) {
	t.Helper()
	for i := range max(len(got), len(want)) {
		switch {
		case i >= len(got):
			t.Errorf("%s: lacks %q", what, want[i])
		case i >= len(want):
			t.Errorf("%s: has %q, which nobody expects", what, got[i])
		case got[i] != want[i]:
			t.Errorf("%s, line %d:\n got %q\nwant %q", what, i, got[i], want[i])
		}
	}
}

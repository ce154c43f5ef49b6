package screen

import (
	"strings"
	"testing"

	"plandiff/internal/plan"
	"plandiff/internal/table"
)

// A text that is cut keeps what counts the rest, takes no more lines than its
// column has, and fills each up to the width.
func TestCutTextKeepsItsEnd(t *testing.T) {
	d := &drawing{painter: newPainter(Options{Width: 80})}
	c := table.GridCell{Text: strings.Repeat("the lake is shared by both towns, ", 6) + "and so on; 3 more", End: "; 3 more"}
	for _, lines := range []int{0, 1, 2, 3} {
		for w := 20; w < 70; w++ {
			got := d.gridCell(c, table.GridColumn{Wide: true, Lines: lines}, w, false)
			if text := strings.Join(strings.Fields(rest(got)), " "); !strings.HasSuffix(text, "; 3 more") {
				t.Errorf("in %d lines of %d columns: %q", lines, w, text)
			}
			if len(got) > max(lines, 1) {
				t.Errorf("%d lines of %d columns, where %d are allowed", len(got), w, lines)
			}
			for _, l := range got {
				if lineWidth(l) != w {
					t.Errorf("a line of %d columns in %d", lineWidth(l), w)
				}
			}
		}
	}
}

// On a screen that has no room for half of the topics, each takes a line, so that a
// reader sees more of them; the overview stays within the screen.
func TestSmallScreenShowsMoreTopics(t *testing.T) {
	g := table.Grid{ID: "topics", Columns: []table.GridColumn{{Title: "Topic", Wide: true, Lines: 2}, {Title: "v", Wide: true, Lines: 2}}}
	for i := range 12 {
		g.Rows = append(g.Rows, table.GridRow{ID: string(rune('a' + i)), Cells: []table.GridCell{{Text: "topic " + string(rune('a'+i))}, {Text: strings.Repeat("what changed in it ", 4)}}})
	}
	o := &table.Overview{Versions: table.Grid{Columns: []table.GridColumn{{Title: "Version"}}, Rows: []table.GridRow{{Cells: []table.GridCell{{Text: "v"}}}}}, Topics: g}
	for _, row := range []struct{ height, topics int }{
		{40, 12}, // all of them
		{20, 6},  // two lines each, and how many follow
		{14, 7},  // a line each
		{10, 3},
		{3, 1}, // never none
	} {
		drawn := Draw(&table.Tree{Overview: o}, Form{}, Options{Width: 60, Height: row.height})
		if got := strings.Count(drawn, "topic "); got != row.topics {
			t.Errorf("in %d lines: %d topics, want %d:\n%s", row.height, got, row.topics, drawn)
		}
		if lines := strings.Count(drawn, "\n"); lines >= row.height && row.topics > 1 {
			t.Errorf("%d lines on a screen of %d", lines, row.height)
		}
		if stat := Draw(&table.Tree{Overview: o}, Form{Stat: true}, Options{Width: 60, Height: row.height}); strings.Count(stat, "topic ") != 12 {
			t.Errorf("the overview alone is cut:\n%s", stat)
		}
	}
}

// Entries under each other keep the titles of their groups.
func TestStackedEntriesKeepTheirGroups(t *testing.T) {
	g := table.Grid{Columns: []table.GridColumn{{Title: "Field"}, {Title: "Says", Wide: true, Least: 30}}}
	for _, r := range [][2]string{{"one", "a.x"}, {"one", "a.y"}, {"two", "a.x"}} {
		g.Rows = append(g.Rows, table.GridRow{Group: r[0], Cells: []table.GridCell{{Text: r[1]}, {Text: "something said of it that needs room"}}})
	}
	drawn := Draw(&table.Tree{Grids: []table.Grid{g}}, Form{}, Options{Width: 30})
	if want := "one\na.x something said of it\n  that needs room\na.y something said of it\n  that needs room\n\ntwo\na.x something said of it\n  that needs room\n"; drawn != want {
		t.Errorf("%s\nwant\n%s", drawn, want)
	}
}

// Many subjects of which a version says nothing are one list in an answer, few
// stand one by one; each is named.
func TestSilencesAreDrawnTogether(t *testing.T) {
	subject := func(title, version string, state plan.State) table.Section {
		cell := table.Cell{Version: version, State: state, Lines: []table.Line{table.Plain("not reported")}}
		return table.Section{Title: title, Points: []string{""}, Rows: []table.Row{{Title: version, Cells: []table.Cell{cell}}}}
	}
	var many []table.Section
	for _, title := range []string{"Fishing", "Patrols", "Harbour", "Fund"} {
		many = append(many, subject(title, "v", plan.Lacuna))
	}
	tree := func(s []table.Section) *table.Tree {
		return &table.Tree{Columns: []table.Column{{ID: "v"}}, Sections: s}
	}
	drawn := Answer("Answer.", nil, tree(append(many[:4:4], subject("Dam", "v", plan.Present))), table.NoSources, Options{Width: 60})
	if !strings.Contains(drawn, "── v: not reported ──") || !strings.Contains(drawn, "Fishing · Patrols · Harbour · Fund\n") || !strings.Contains(drawn, "── Dam ──") {
		t.Errorf("%s", drawn)
	}
	if few := Answer("Answer.", nil, tree(many[:3]), table.NoSources, Options{Width: 60}); strings.Count(few, "── ") != 3 {
		t.Errorf("%s", few)
	}
}

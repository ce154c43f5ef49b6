package table_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
	"plandiff/internal/record"
	"plandiff/internal/table"
)

// lake is the small invented negotiation.
func lake(t *testing.T) *plan.Library {
	t.Helper()
	lib, err := record.Load(record.Root{FS: os.DirFS("../../cmd/plandiff/testdata/lake")})
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

func compared(t *testing.T, lib *plan.Library, ids ...string) *compare.Comparison {
	t.Helper()
	c, err := compare.Compare(lib, ids, compare.Evidence{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func row(t *testing.T, tab *table.Table, field string) table.Row {
	t.Helper()
	for _, s := range tab.Sections {
		for _, r := range s.Rows {
			if r.Field == field {
				return r
			}
		}
	}
	t.Fatalf("no row for %s", field)
	return table.Row{}
}

// marked writes a line with its marks: [-gone-], {+new+}.
func marked(l table.Line) string {
	var s strings.Builder
	for _, span := range l.Spans {
		switch span.Op {
		case prose.Delete:
			s.WriteString("[-" + span.Text + "-]")
		case prose.Insert:
			s.WriteString("{+" + span.Text + "+}")
		default:
			s.WriteString(span.Text)
		}
	}
	return s.String()
}

func lines(c table.Cell) []string {
	var out []string
	for _, l := range c.Lines {
		out = append(out, marked(l))
	}
	return out
}

func TestNumberList(t *testing.T) {
	for _, tt := range []struct {
		why  string
		in   []int
		want string
	}{
		{"none", nil, ""},
		{"one", []int{6}, "6"},
		{"runs are drawn together", []int{1, 2, 3, 7, 9, 10}, "1-3, 7, 9-10"},
	} {
		if got := table.NumberList(tt.in); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.why, got, tt.want)
		}
	}
}

func TestCells(t *testing.T) {
	tab := table.FromComparison(lake(t), compared(t, lake(t), "joint-8", "counter-8", "quay-text"), table.Options{})
	for _, tt := range []struct {
		why, field string
		column     int
		want       []string
	}{
		{"a value, with another copy's", "catch.limit", 0, []string{"400 tonnes", "also: 450 tonnes"}},
		{"a value with the step to it", "catch.limit", 1, []string{"600 tonnes, in season", "+200 (+50.0 %)"}},
		{"a dispute in which all differ from the first version says so first", "catch.limit", 2, []string{
			"changed; how is disputed", "no report keeps 400 tonnes",
			"2 independent sources say: deleted: limit gone; no strict limit", "2 independent sources say: 500 tonnes"}},
		{"a dispute in which one report keeps it", "catch.share", 2, []string{"disputed", "1 says: 50 %", "1 says: denied: 50 %"}},
		{"absent from a text that was read", "patrols.log", 0, []string{"absent"}},
		{"not reported", "patrols.log", 2, []string{"not reported"}},
		{"struck, in the source's words", "access.villages", 1, []string{"deleted: clause struck"}},
		{"moved, with where to", "hatchery.site", 2, []string{"moved to a protocol of its own"}},
		{"alternatives with who wants them", "disputes.panel", 1, []string{"[ not agreed ]", "[ Aldmark: a judge of Aldmark ]", "[ Borrin: the old panel ]"}},
		{"another unit has no step", "fund.size", 1, []string{"12 million USD"}},
		{"a step from nought has no percentage", "fund.share", 1, []string{"20 %", "+20 percentage points"}},
		{"kept, as a source says", "fund.size", 2, []string{"kept as in joint-8"}},
		{"changed, as a source says, and not how", "patrols.who", 2, []string{"changed from joint-8, how is not reported"}},
		{"a source that is not sure", "catch.scope", 2, []string{"possibly in season"}},
		{"a description is told in its ways, not compared", "paper.name", 0, []string{"told in several ways", "joint draft", "lake paper"}},
	} {
		if diff := cmp.Diff(tt.want, lines(row(t, tab, tt.field).Cells[tt.column])); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.why, diff)
		}
	}
}

// Words that differ are marked on both sides of two versions; of more only in
// the later ones. Marks never change the words.
func TestMarks(t *testing.T) {
	lib := lake(t)
	two := table.FromComparison(lib, compared(t, lib, "joint-8", "counter-8"), table.Options{})
	r := row(t, two, "accord.purpose")
	want := [][]string{
		{"the lake is shared", "worded: “The lake [-shall be-] shared in good faith”"},
		{"the lake is shared", "worded: “The lake {+is+} shared in good faith”"},
	}
	if diff := cmp.Diff(want, [][]string{lines(r.Cells[0]), lines(r.Cells[1])}); diff != "" {
		t.Errorf("two versions (-want +got)\n%s", diff)
	}
	three := table.FromComparison(lib, compared(t, lib, "joint-8", "counter-8", "quay-text"), table.Options{Words: true})
	if got := strings.Join(lines(row(t, three, "accord.purpose").Cells[0]), " "); strings.Contains(got, "[-") {
		t.Errorf("of three versions the first is marked: %q", got)
	}
	for field, column := range map[string]int{"season.opens": 1, "catch.limit": 1, "patrols.who": 2} {
		if got := marked(row(t, three, field).Cells[column].Lines[0]); strings.Contains(got, "{+") {
			t.Errorf("%s: numbers, dates and what is only told have no marks inside: %q", field, got)
		}
	}
	plain := table.FromComparison(lib, compared(t, lib, "joint-8", "counter-8", "quay-text"), table.Options{})
	for i, s := range three.Sections {
		for j, r := range s.Rows {
			for k, c := range r.Cells {
				for n, l := range c.Lines {
					if want := plain.Sections[i].Rows[j].Cells[k].Lines[n].Text(); l.Text() != want {
						t.Errorf("%s: with marks %q, without %q", r.Field, l.Text(), want)
					}
				}
			}
		}
	}
}

// Every cell that says something of a text cites a note; every note is a
// source that is cited, numbered from 1 in the order of appearance.
func TestNotes(t *testing.T) {
	for _, lib := range []*plan.Library{lake(t), shipped(t)} {
		tab := table.FromComparison(lib, compared(t, lib, lib.Compare...), table.Options{})
		cited, last := map[int]bool{}, 0
		for _, s := range tab.Sections {
			for _, r := range s.Rows {
				for i, c := range r.Cells {
					n := 0
					for _, l := range c.Lines {
						for _, note := range l.Notes {
							n++
							if !cited[note] && note != last+1 {
								t.Errorf("%s: note %d comes after note %d", r.Field, note, last)
							}
							cited[note], last = true, max(last, note)
						}
					}
					if (n > 0) != (c.State != plan.Lacuna) {
						t.Errorf("%s of %s is %s, with %d notes", r.Field, tab.Columns[i].ID, c.State, n)
					}
				}
			}
		}
		if len(tab.Notes) != last {
			t.Errorf("%d notes, and the last one cited is %d", len(tab.Notes), last)
		}
		for i, n := range tab.Notes {
			if n.Number != i+1 || len(n.Uses) == 0 || lib.Source(n.Source.ID) != n.Source {
				t.Errorf("note %d has number %d, source %s, %d uses", i+1, n.Number, n.Source.ID, len(n.Uses))
			}
		}
	}
}

func shipped(t *testing.T) *plan.Library {
	t.Helper()
	lib, err := record.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// The closing lines count what is shown and what is not.
func TestSummary(t *testing.T) {
	lib := lake(t)
	total := compared(t, lib, "joint-8", "counter-8", "quay-text")
	shown := total.Select(func(r compare.Row) bool { return r.Kind != compare.Unknown && r.Kind != compare.Reworded })
	got := strings.Join(table.FromComparison(lib, shown, table.Options{Total: total}).Summary, "\n")
	for _, want := range []string{"10 changed", "3 removed", "1 added", "1 moved elsewhere", "1 open", "1 reworded", "counter-8 3", "quay-text 8", "5 of 21 fields are not shown"} {
		if !strings.Contains(got, want) {
			t.Errorf("the summary lacks %q: %s", want, got)
		}
	}
	none := total.Select(func(compare.Row) bool { return false })
	if got := table.FromComparison(lib, none, table.Options{}).Summary[0]; !strings.HasPrefix(got, "No differences that the sources carry") {
		t.Errorf("of no rows the summary is %q", got)
	}
}

func TestEvidenceText(t *testing.T) {
	lib := lake(t)
	for _, tt := range []struct {
		why    string
		ev     compare.Evidence
		hidden int
		want   []string
	}{
		{"nothing is said of no filter", compare.Evidence{}, 0, nil},
		{"the founding documents go by that name", compare.Evidence{Sources: []string{"harbour-letter"}}, 3, []string{"Evidence: only the founding document; 3 claims hidden."}},
		{"other sources by theirs", compare.Evidence{Sources: []string{"courier-quay", "radio-quay"}}, 1, []string{"Evidence: only courier-quay, radio-quay; 1 claim hidden."}},
		{"bases in words", compare.Evidence{Bases: []plan.Basis{plan.BasisText, plan.BasisUnnamed}}, 0, []string{"Evidence: only the basis text, unnamed officials; 0 claims hidden."}},
		{"all at once", compare.Evidence{Sources: []string{"courier-quay"}, Bases: []plan.Basis{plan.BasisSaid}, AsOf: "2031-04-12"}, 2, []string{"Evidence: only courier-quay; only the basis said; as of 12 Apr 2031; 2 claims hidden."}},
	} {
		if diff := cmp.Diff(tt.want, table.EvidenceText(lib, tt.ev, tt.hidden)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.why, diff)
		}
	}
}

// A number that is denied has no bar; a bound has one.
func TestHistoryItems(t *testing.T) {
	lib := lake(t)
	hs, hidden := compare.Histories(lib, func(_ *plan.Topic, f *plan.Field) bool { return strings.HasPrefix(f.ID, "catch.") }, compare.Evidence{})
	story := table.FromHistories(lib, hs, compare.Evidence{}, hidden)
	var got []string
	for _, l := range story.Lines {
		for _, m := range slices.Concat(l.Entries, l.Undated) {
			for _, i := range m.Items {
				if i.HasNumber {
					got = append(got, m.ID+" "+i.Text())
				}
			}
		}
	}
	want := []string{
		"borrin-wants 350 tonnes", "joint-8 400 tonnes", "counter-8 600 tonnes, in season", "borrin-wants at least 700 tonnes",
		"quay-text 2 independent sources say: 500 tonnes", "final-9 600 tonnes, in season", "wardens under 300 tonnes",
		"joint-8 50 %", "counter-8 60 %", "quay-text 1 says: 50 %", "final-9 55 %",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("numbers with a bar (-want +got)\n%s", diff)
	}
}

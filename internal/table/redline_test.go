package table_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"plandiff/internal/align"
	"plandiff/internal/compare"
	"plandiff/internal/intake"
	"plandiff/internal/redline"
	"plandiff/internal/table"
)

const oldText = `Accord on the lake

1. The parties share the lake in good faith and meet each spring on the quay of Mirren.

2. The catch is limited to 400 tonnes a year, of which each party may take one half.

3. The season opens on the first day of April and closes with the first frost of the year.

4. Both parties patrol the waters together with 6 boats under a common flag of green and white.

5. The hatchery stands on the island and is owned by both parties in equal shares forever.

6. [Disputes are heard by a panel of three fishers chosen by lot from the registers.]
`

const newText = `Accord on the lake

1. The parties share the lake in good faith and meet each spring on the quay of Mirren.

2. Both parties patrol the waters together with 9 boats under a common flag of green and white.

3. The catch is limited to 600 tonnes a year, of which each party may take [one half].

4. The season opens on the first day of April and closes with the first frost of the year.

5. Disputes are heard by a panel of three fishers chosen by lot from the registers.

6. Kites may nowhere fly.
`

func read(t testing.TB, name, text string) *intake.Document {
	t.Helper()
	d, err := intake.Read(name, []byte(text), intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func redlined(t testing.TB, opt table.RedlineOptions, docs ...*intake.Document) *table.Tree {
	t.Helper()
	c, err := redline.Compare(docs)
	if err != nil {
		t.Fatal(err)
	}
	return table.FromRedline(c, opt)
}

// pointText is the rows of documents: title, word and cells.
func pointText(tree *table.Tree) []string {
	var out []string
	for _, s := range tree.Sections {
		for _, r := range s.Rows {
			out = append(out, strings.TrimSpace(fmt.Sprintf("%d: %s %s (%s)", r.Number, r.Mark.Symbol, r.Title, r.Word)))
			for _, c := range r.Cells {
				out = append(out, lines(tree, c.Lines)...)
			}
		}
	}
	return out
}

// Documents point by point: what became of each, the words, numbers and
// brackets that changed, and where each stands.
func TestRedline(t *testing.T) {
	a, b := read(t, "old.txt", oldText), read(t, "new.txt", newText)
	tree := redlined(t, table.RedlineOptions{More: "--all shows every one"}, a, b)
	same(t, "points", pointText(tree), []string{
		"2: ≠ 4. → 2. (moved)",
		"value: Both parties patrol the waters together with [-6-] boats under a common flag of green and white.", "remark: line 9",
		"value: Both parties patrol the waters together with {+9+} boats under a common flag of green and white.", "step: 6 boats → 9 boats (+50.0 %)", "remark: line 5",
		"3: − 5. (deleted)",
		"value: The hatchery stands on the island and is owned by both parties in equal shares forever.", "remark: line 11",
		"value: absent",
		"4: ≠ 2. → 3. (renumbered)",
		"value: The catch is limited to [-400-] tonnes a year, of which each party may take one half.", "remark: line 5",
		"value: The catch is limited to {+600+} tonnes a year, of which each party may take {+[+}one half{+]+}.", "step: 400 tonnes → 600 tonnes (+50.0 %)", "remark: line 7",
		"6: ≠ 6. → 5. (renumbered)",
		"value: [-[-]Disputes are heard by a panel of three fishers chosen by lot from the registers.[-]-]", "remark: line 13",
		"value: Disputes are heard by a panel of three fishers chosen by lot from the registers.", "remark: line 11",
		"7: + 6. (inserted)",
		"value: absent",
		"value: Kites may nowhere fly.", "remark: line 13",
	})
	same(t, "foot", lines(tree, tree.Foot), []string{"remark: 2 of 7 rows are not shown; --all shows every one."})
	o := tree.Overview
	same(t, "documents", gridText(o.Versions), []string{"old.txt | Accord on the lake | 6 points, 1 square bracket, txt", "new.txt | Accord on the lake | 6 points, 1 square bracket, txt"})
	same(t, "counts", gridText(o.Counts), []string{"new.txt | 1 | - | 3 | 1 | - | - | 1 | 1 | -"})
	same(t, "notes", lines(tree, o.Counts.Notes), []string{"remark: new.txt: the words of 3 linked points differ; 2 numbers changed"})
	same(t, "numbers", gridText(o.More[0]), []string{"2 | 6 boats | 9 boats | +3 (+50.0 %) | line 5", "3 | 400 tonnes | 600 tonnes | +200 (+50.0 %) | line 7"})
	same(t, "brackets", gridText(o.More[1]), []string{"3 | + opened | [one half]", "6 | − closed | [Disputes are heard by a panel of three fishers chosen by lot from the registers.]"})
	if got, want := o.More[1].Title, "Square brackets: 1 opened and 1 closed in new.txt"; got != want {
		t.Errorf("title %q, want %q", got, want)
	}
	if p := tree.Pairs[0]; p.Version != "new.txt" || p.Kinds[compare.Changed] != 3 || p.Kinds[compare.Same] != 2 || p.Kinds[compare.Added] != 1 || p.Kinds[compare.Removed] != 1 {
		t.Errorf("counted %v", p)
	}
	inline := redlined(t, table.RedlineOptions{Inline: true}, a, b)
	same(t, "inline, the first text whole and the second with both", lines(inline, inline.Sections[0].Rows[0].Cells[1].Lines)[:1],
		[]string{"value: Both parties patrol the waters together with [-6-]{+9+} boats under a common flag of green and white."})
}

// What is the same is numbered, shown or not.
func TestRedlineUnselected(t *testing.T) {
	a, b := read(t, "old.txt", oldText), read(t, "new.txt", newText)
	all, unselected := redlined(t, table.RedlineOptions{All: true}, a, b), redlined(t, table.RedlineOptions{Unselected: true}, a, b)
	if all.Foot != nil || len(unselected.Foot) != 1 {
		t.Errorf("feet %v and %v", all.Foot, unselected.Foot)
	}
	for i, r := range unselected.Sections[0].Rows {
		if r.Number != i+1 || r.Unselected != (r.Kind == compare.Same) || r.Title != all.Sections[0].Rows[i].Title {
			t.Errorf("row %d has the number %d, %s, unselected %v", i+1, r.Number, r.Kind, r.Unselected)
		}
	}
}

// Documents of one name keep apart.
func TestDocumentsOfOneName(t *testing.T) {
	a, b := read(t, "a.txt", oldText), read(t, "a.txt", newText)
	tree := redlined(t, table.RedlineOptions{}, a, b, read(t, "c.txt", oldText))
	var names []string
	for _, c := range tree.Columns {
		names = append(names, c.ID)
	}
	if want := []string{"a.txt (1)", "a.txt (2)", "c.txt"}; !slices.Equal(names, want) {
		t.Errorf("columns %q, want %q", names, want)
	}
	paths := []string{"drafts/may/lake.txt", "drafts/june/lake.txt", "lake.txt", "other/may/pond.txt"}
	docs := make([]*intake.Document, len(paths))
	for i, p := range paths {
		docs[i] = read(t, p, oldText)
	}
	if got, want := table.DocumentNames(docs), []string{"may/lake.txt", "june/lake.txt", "lake.txt", "pond.txt"}; !slices.Equal(got, want) {
		t.Errorf("in folders %q, want %q", got, want)
	}
}

// Long unchanged stretches are cut where something beside them changed, and a
// point without a sure counterpart is not called gone.
func TestRedlineFolds(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("one two three four five six seven eight ", 5))
	from, to := "1. Start old "+long+" middle old "+long+" end.\n", "1. Start new "+long+" middle new "+long+" end.\n"
	tree := redlined(t, table.RedlineOptions{}, read(t, "a.txt", from), read(t, "b.txt", to))
	same(t, "folded", lines(tree, tree.Sections[0].Rows[0].Cells[1].Lines)[:1],
		[]string{"value: Start {+new+} one two three four five six seven eight … two three four five six seven eight middle {+new+} one two three four five six seven eight …"})
	tree = redlined(t, table.RedlineOptions{}, read(t, "a.txt", "1. Start "+long+" end.\n"), read(t, "b.txt", "1. Start "+long+" new "+long+" end.\n"))
	for i, want := range []string{"value: … one two three four five six seven eight end.", "value: … one two three four five six seven eight {+new one two three four five six seven eight"} {
		if got := lines(tree, tree.Sections[0].Rows[0].Cells[i].Lines)[0]; !strings.HasPrefix(got, want) {
			t.Errorf("only something new, column %d: %q", i, got)
		}
	}
	tree = redlined(t, table.RedlineOptions{}, read(t, "a.txt", oldText), read(t, "b.txt", newText+"\n7. The island belongs to no one and everyone may walk on it with care.\n"))
	found := false
	for _, r := range tree.Sections[0].Rows {
		if r.Word == "not placed" {
			found = true
			gone := 0
			for _, c := range r.Cells {
				if c.Lines[0].Text() == "no sure counterpart" || c.Lines[0].Text() == "absent" {
					gone++
				}
			}
			if gone != 1 {
				t.Errorf("%s: %d documents lack it", r.Title, gone)
			}
			if r.Kind != compare.Unknown {
				t.Errorf("a point that may be another is %s", r.Kind)
			}
		}
	}
	if !found {
		t.Errorf("every point is placed: %q", pointText(tree))
	}
	capped := redlined(t, table.RedlineOptions{}, read(t, "a.txt", "1. "+strings.Repeat("one two ", 5000)), read(t, "b.txt", "1. "+strings.Repeat("two one one ", 5000)))
	if got := lines(capped, capped.Sections[0].Rows[0].Cells[1].Lines)[1]; got != "remark: too long to mark word by word" {
		t.Errorf("too long to compare: %q", got)
	}
}

// A list of many numbers and brackets counts what it leaves out.
func TestRedlineListsAreShort(t *testing.T) {
	var from, to strings.Builder
	for i := range 15 {
		fmt.Fprintf(&from, "%d. Village number %c keeps %d boats on its own stretch of shore.\n\n", i+1, 'a'+i, 100+i)
		fmt.Fprintf(&to, "%d. Village number %c keeps %d boats on [its own] stretch of shore.\n\n", i+1, 'a'+i, 200+i)
	}
	o := redlined(t, table.RedlineOptions{}, read(t, "a.txt", from.String()), read(t, "b.txt", to.String())).Overview
	if len(o.More[0].Rows) != 12 || len(o.More[1].Rows) != 6 {
		t.Errorf("%d numbers and %d brackets listed", len(o.More[0].Rows), len(o.More[1].Rows))
	}
	same(t, "numbers left out", lines(nil, o.More[0].Notes), []string{"remark: and 3 more numbers, at their points"})
	same(t, "brackets left out", lines(nil, o.More[1].Notes), []string{"remark: and 9 more opened, at their points"})
}

func TestMatching(t *testing.T) {
	docs := []*intake.Document{read(t, "old.txt", oldText), read(t, "new.txt", newText)}
	from, to := redline.Texts(docs[0]), redline.Texts(docs[1])
	tree := table.FromMatching(docs, from, to, align.Match(from, to, nil))
	var links []string
	for _, l := range gridText(gridOf(t, tree, "links")) {
		parts := strings.Split(l, " | ")
		links = append(links, strings.Join(parts[:3], " "))
	}
	same(t, "links", links, []string{"1 1 unchanged", "2 3 renumbered", "3 4 renumbered", "4 2 moved", "6 5 renumbered"})
	same(t, "gone", gridText(gridOf(t, tree, "unmatched-old.txt")), []string{"5 | deleted | The hatchery stands on the island and is owned by both parties in equal shares forever."})
	same(t, "come", gridText(gridOf(t, tree, "unmatched-new.txt")), []string{"6 | inserted | Kites may nowhere fly."})
	a := tree.Alignment
	if a.From != "old.txt" || !slices.Equal(a.Points, []string{"1", "2", "3", "4", "5", "6"}) || len(a.Candidates) != len(a.Points) {
		t.Errorf("as data: %s, %q with %d lists of candidates", a.From, a.Points, len(a.Candidates))
	}
}

// Rows of documents are points: each cell says what became of it and where it
// stands, for those who write it as data.
func TestRedlineAsData(t *testing.T) {
	tree := redlined(t, table.RedlineOptions{All: true}, read(t, "old.txt", oldText), read(t, "new.txt", newText))
	if !tree.Points {
		t.Error("the rows are fields")
	}
	var got []string
	for _, r := range tree.Sections[0].Rows {
		c := r.Cells[1]
		got = append(got, strings.TrimSpace(r.Field+" "+c.Relation+" "+c.Place))
	}
	same(t, "cells", got, []string{"1 unchanged line 3", "2 moved line 5", "5 deleted", "3 renumbered line 7", "4 renumbered line 9", "5 renumbered line 11", "6 inserted line 13"})
}

// Of three documents a row is named by the newest that has the points, and says
// what its kind of difference is about.
func TestRedlineOfThree(t *testing.T) {
	kites := "\n7. Kites may nowhere fly.\n"
	tree := redlined(t, table.RedlineOptions{}, read(t, "a.txt", oldText), read(t, "b.txt", oldText+kites), read(t, "c.txt", oldText))
	r := tree.Sections[0].Rows[0]
	if r.Title != "7." || r.Field != "7" || r.Word != "inserted" || r.Kind != compare.Added {
		t.Errorf("in the second alone: %q, field %q, %s, %s", r.Title, r.Field, r.Word, r.Kind)
	}
	tree = redlined(t, table.RedlineOptions{}, read(t, "a.txt", oldText+"\n7. The island belongs to no one and everyone may walk on it with care.\n"), read(t, "b.txt", strings.Replace(oldText, "6 boats", "9 boats", 1)), read(t, "c.txt", newText))
	for _, s := range tree.Sections {
		for _, r := range s.Rows {
			for i, c := range r.Cells {
				if i > 0 && c.Kind == r.Kind {
					if c.Relation != "reworded" && c.Relation != "unchanged" && !strings.HasPrefix(r.Word, strings.ReplaceAll(c.Relation, "unknown", "not placed")) {
						t.Errorf("%s is %s, and said to be %q of what is %s in %s", r.Title, r.Kind, r.Word, c.Relation, c.Version)
					}
					break
				}
			}
		}
	}
}

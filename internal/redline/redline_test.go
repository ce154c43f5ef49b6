package redline_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"plandiff/internal/align"
	"plandiff/internal/intake"
	"plandiff/internal/prose"
	"plandiff/internal/redline"
)

const oldText = `Accord on the lake

1. The parties share the lake in good faith and meet each spring on the quay of Mirren.

2. The catch is limited to 400 tonnes a year, of which each party may take one half.

3. The season opens on the first day of April and closes with the first frost of the year.

4. Both parties patrol the waters together with 6 boats under a common flag of green and white.

5. The hatchery stands on the island and is owned by both parties in equal shares forever.

6. Villages on the eastern shore may use hand nets by day. Fishing by night with lanterns is forbidden to everyone.

7. [Disputes are heard by a panel of three fishers chosen by lot from the registers.]
`

const newText = `Accord on the lake

1. The parties share the lake in good faith and meet each spring on the quay of Mirren.

2. Both parties patrol the waters together with 9 boats under a common flag of green and white.

3. The catch is limited to 600 tonnes a year, of which each party may take one half.

4. The season opens on the first day of April and closes with the first frost of the year.

5. Villages on the eastern shore may use hand nets by day.

6. Fishing by night with lanterns is forbidden to everyone.

7. Disputes are heard by a panel of three fishers chosen by lot from the registers.

8. Observers of the [third] country travel aboard and write a public report after every voyage.
`

const thirdText = `Accord on the lake

1. The parties share the lake in good faith and meet each spring on the quay of Mirren.

2. The catch is limited to 500 tonnes a year, of which each party may take one half.

3. The hatchery stands on the island and is owned by both parties in equal shares forever.
`

func read(t *testing.T, name, text string) *intake.Document {
	t.Helper()
	d, err := intake.Read(name, []byte(text), intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func compared(t *testing.T, texts ...string) *redline.Comparison {
	t.Helper()
	var docs []*intake.Document
	for i, text := range texts {
		docs = append(docs, read(t, fmt.Sprintf("%d.txt", i), text))
	}
	c, err := redline.Compare(docs)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func numbersOf(c redline.Cell) string {
	var out []string
	for _, p := range c.Points {
		out = append(out, p.Number)
	}
	if out == nil {
		return "-"
	}
	return strings.Join(out, "+")
}

// rowText is "4 | 2 moved, 6 boats to 9 boats": the points of each document, what became
// of them, and the numbers that changed.
func rowText(r redline.Row) string {
	parts := []string{numbersOf(r.Cells[0])}
	for _, c := range r.Cells[1:] {
		s := numbersOf(c) + " " + string(c.Relation)
		if c.Same {
			s += ", same"
		}
		for _, n := range c.Numbers {
			s += ", " + n.Old + " to " + n.New
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, " | ")
}

func rowTexts(c *redline.Comparison) []string {
	var out []string
	for _, r := range c.Rows {
		out = append(out, rowText(r))
	}
	return out
}

func same(t *testing.T, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s:\n got %s\nwant %s", what, strings.Join(got, "\n     "), strings.Join(want, "\n     "))
	}
}

// Two documents stand in the order of the newer; what it does not have stands
// behind the point before it. Exchanged, the same links are read from the
// other side.
func TestTwoDocuments(t *testing.T) {
	same(t, "old to new", rowTexts(compared(t, oldText, newText)), []string{
		"1 | 1 unchanged, same",
		"4 | 2 moved, 6 boats to 9 boats",
		"5 | - deleted",
		"2 | 3 renumbered, 400 tonnes to 600 tonnes",
		"3 | 4 renumbered, same",
		"6 | 5+6 split, same",
		"7 | 7 reworded",
		"- | 8 inserted",
	})
	same(t, "new to old", rowTexts(compared(t, newText, oldText)), []string{
		"1 | 1 unchanged, same",
		"3 | 2 renumbered, 600 tonnes to 400 tonnes",
		"4 | 3 renumbered, same",
		"2 | 4 moved, 9 boats to 6 boats",
		"- | 5 inserted",
		"5+6 | 6 joined, same",
		"7 | 7 reworded",
		"8 | - deleted",
	})
}

// A point is deleted or inserted only where nothing in the other document
// comes near it.
func TestDeletedAndInserted(t *testing.T) {
	got := rowTexts(compared(t, oldText, thirdText))
	same(t, "gone", got, []string{"1 | 1 unchanged, same", "2 | 2 reworded, 400 tonnes to 500 tonnes", "3 | - deleted", "4 | - deleted", "5 | 3 renumbered, same", "6 | - deleted", "7 | - deleted"})
	back := rowTexts(compared(t, thirdText, oldText))
	same(t, "come", back, []string{"1 | 1 unchanged, same", "2 | 2 reworded, 500 tonnes to 400 tonnes", "- | 3 inserted", "- | 4 inserted", "3 | 5 renumbered, same", "- | 6 inserted", "- | 7 inserted"})
}

// Of three documents each later one is compared with the first, as it is
// without the other, and every point stands in one row.
func TestThreeDocuments(t *testing.T) {
	three := compared(t, oldText, newText, thirdText)
	for i, alone := range []*redline.Comparison{compared(t, oldText, newText), compared(t, oldText, thirdText)} {
		pair := three.Pairs[i]
		if fmt.Sprint(pair.Counts) != fmt.Sprint(alone.Pairs[0].Counts) || pair.Changed != alone.Pairs[0].Changed || len(pair.Numbers) != len(alone.Pairs[0].Numbers) {
			t.Errorf("document %d: %v, %d changed; by itself %v, %d", i+1, pair.Counts, pair.Changed, alone.Pairs[0].Counts, alone.Pairs[0].Changed)
		}
	}
	for d, doc := range three.Documents {
		seen := map[*intake.Point]int{}
		for _, r := range three.Rows {
			if len(r.Cells) != 3 {
				t.Fatalf("a row has %d cells", len(r.Cells))
			}
			for _, p := range r.Cells[d].Points {
				seen[p]++
			}
		}
		for i := range doc.Points {
			if p := &doc.Points[i]; p.Kind != intake.KindHeading && seen[p] != 1 {
				t.Errorf("document %d: point %s stands in %d rows", d, p.Number, seen[p])
			}
		}
	}
	for _, r := range three.Rows {
		if numbersOf(r.Cells[0]) == "5" && rowText(r) != "5 | - deleted | 3 renumbered, same" {
			t.Errorf("a point that the third has and the second has not: %s", rowText(r))
		}
	}
}

// The changes of a cell are the words of both sides, in order.
func TestChangesAreBothTexts(t *testing.T) {
	for _, pair := range [][2]string{{oldText, newText}, {newText, oldText}, {oldText, thirdText}} {
		for _, r := range compared(t, pair[0], pair[1]).Rows {
			c := r.Cells[1]
			if c.Changes == nil {
				continue
			}
			old, is := prose.Sides(c.Changes)
			if got, want := words(old), full(r.Cells[0].Points); got != want {
				t.Errorf("the older text is %q, want %q", got, want)
			}
			if got, want := words(is), full(c.Points); got != want {
				t.Errorf("the newer text is %q, want %q", got, want)
			}
		}
	}
}

func words(spans []prose.Span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.Text)
	}
	return b.String()
}

func full(points []*intake.Point) string {
	var parts []string
	for _, p := range points {
		parts = append(parts, p.Full())
	}
	return strings.Join(parts, " ")
}

func TestBracketsOpenedAndClosed(t *testing.T) {
	list := func(bs []redline.Bracketed) []string {
		var out []string
		for _, b := range bs {
			out = append(out, b.Point.Number+" "+b.By+" "+b.Text)
		}
		return out
	}
	for _, tt := range []struct {
		why, from, to  string
		opened, closed []string
	}{
		{"agreed at last", "1. Parties [shall] act at once.", "1. Parties shall act at once.", nil, []string{"1  [shall]"}},
		{"open again, with whose text it is", "1. Parties act by the next spring.", "1. Parties act by [EU: the next spring].", []string{"1 EU [EU: the next spring]"}, nil},
		{"in capitals it is the same bracket", "1. Parties [shall] act at once.", "1. Parties [SHALL] act at once.", nil, nil},
		{"one of two alike", "1. Parties [may] act and [may] rest.", "1. Parties [may] act and may rest.", nil, []string{"1  [may]"}},
		{"a journalist's brackets are no text", "1. Parties act at once.", "1. Parties [sic] act at once.", nil, nil},
	} {
		p := compared(t, tt.from, tt.to).Pairs[0]
		same(t, tt.why+", opened", list(p.Opened), tt.opened)
		same(t, tt.why+", closed", list(p.Closed), tt.closed)
	}
}

func TestNumbersThatChanged(t *testing.T) {
	for _, tt := range []struct{ why, from, to, want string }{
		{"a step", "an army of 600,000 people stands guard", "an army of 800,000 people stands guard", "600,000 to 800,000 +200,000"},
		{"written otherwise, the same", "an army of 600,000 people stands guard", "an army of 600 000 people stands guard", ""},
		{"decimals", "a share of 2.5 percent goes to the fund", "a share of 3.75 percent goes to the fund", "2.5 percent to 3.75 percent +1.25"},
		{"two of them in their order", "with 3 boats and 7 nets on the lake", "with 4 boats and 6 nets on the lake", "3 boats to 4 boats +1; 7 to 6 -1"},
		{"other words, no number of them", "the fund is large and lasts for all times", "the fund has 12 coins and lasts for all times", ""},
		{"the number of a point is none of the text", "as said in 3) above the parties meet each spring", "as said in 4) above the parties meet each spring", ""},
		{"an article is no quantity", "what paragraph 3 of Article 6 says of boats holds", "what paragraph 5 of Article 9 says of boats holds", ""},
		{"nor is one of a list of articles", "the objectives in Articles 3, 4, 6, 7 and 9 are kept", "the objectives in Articles 3, 4, 6, 7 and 13 are kept", ""},
		{"nor the number of a paragraph that stands in the text", "the lake. 2. They share it in good faith", "the lake. 3. They share it in good faith", ""},
		{"a year is one, though a sentence ends with it", "the lake until 2030. They share it in good faith", "the lake until 2031. They share it in good faith", "2030 to 2031"},
		{"a day is changed as a date, without a step", "the peace until 3 April 2031 and no longer", "the peace until 5 April 2031 and no longer", "3 April 2031 to 5 April 2031"},
		{"a time in words", "the peace for three months and no longer", "the peace for six months and no longer", "three months to six months +3"},
		{"months are not days", "the peace for 3 months and no longer", "the peace for 100 days and no longer", "3 months to 100 days"},
		{"another bound is no other number", "an army of at most 600 soldiers and no boats", "an army of at least 600 soldiers and no boats", ""},
	} {
		var got []string
		for _, n := range compared(t, "1. The parties keep "+tt.from+".", "1. The parties keep "+tt.to+".").Pairs[0].Numbers {
			step := ""
			if n.Step != nil {
				step = " " + n.Step.Absolute.String()
				if n.Step.Absolute.Sign() > 0 {
					step = " +" + n.Step.Absolute.String()
				}
			}
			got = append(got, n.Old+" to "+n.New+step)
		}
		if s := strings.Join(got, "; "); s != tt.want {
			t.Errorf("%s: %q, want %q", tt.why, s, tt.want)
		}
	}
}

// Relations are of words known to the reader of a table: no cell of a later
// document is without one.
func TestEveryCellHasARelation(t *testing.T) {
	for _, r := range compared(t, oldText, newText, thirdText).Rows {
		if r.Cells[0].Relation != "" {
			t.Errorf("the first document has the relation %s to itself", r.Cells[0].Relation)
		}
		for _, c := range r.Cells[1:] {
			if c.Relation == "" {
				t.Errorf("%s: a cell without a relation", rowText(r))
			}
			if c.Points == nil && c.Relation != align.Deleted && c.Relation != align.Unknown {
				t.Errorf("%s: nothing stands there, and it is %s", rowText(r), c.Relation)
			}
		}
	}
}

func TestTooFewDocuments(t *testing.T) {
	if _, err := redline.Compare([]*intake.Document{read(t, "a.txt", oldText)}); err == nil || !strings.Contains(err.Error(), "at least two") {
		t.Errorf("one document: %v", err)
	}
}

// A text too long to compare word by word says so, and counts as changed.
func TestLongPoints(t *testing.T) {
	c := compared(t, "1. "+strings.Repeat("one two ", 5000), "1. "+strings.Repeat("two one one ", 5000))
	if got := rowTexts(c); len(got) != 1 || !c.Rows[0].Cells[1].Capped || c.Pairs[0].Changed != 1 {
		t.Errorf("%q, capped %v, %d changed", got, c.Rows[0].Cells[1].Capped, c.Pairs[0].Changed)
	}
}

package redline_test

import (
	"slices"
	"testing"
)

const fourthText = `Accord on the lake

1. Observers of the third country travel aboard and write a public report after every voyage.

2. The parties share the lake in good faith and meet each spring on the quay of Mirren.

3. Villages on the eastern shore may use hand nets by day. Fishing by night with lanterns is forbidden to everyone.

4. The catch is limited to 500 tonnes a year, of which each party may take one half.
`

// Rows stand in the order of the newest document. What the newest lacks stands
// behind the point before it.
func TestOrderOfRows(t *testing.T) {
	same(t, "rows", rowTexts(compared(t, oldText, thirdText, newText)), []string{
		"1 | 1 unchanged, same | 1 unchanged, same",
		"4 | - deleted | 2 moved, 6 boats to 9 boats",
		"2 | 2 reworded, 400 tonnes to 500 tonnes | 3 renumbered, 400 tonnes to 600 tonnes",
		"5 | 3 renumbered, same | - deleted",
		"3 | - deleted | 4 renumbered, same",
		"6 | - deleted | 5+6 split, same",
		"7 | - deleted | 7 reworded",
		"- | - unknown | 8 inserted",
	})
}

// What the first document lacks and two others share is one row.
func TestSharedAdditions(t *testing.T) {
	rows := rowTexts(compared(t, thirdText, newText, fourthText))
	if rows[0] != "- | 8 inserted | 1 inserted" {
		t.Errorf("the newest begins with %q", rows[0])
	}
	if !slices.Contains(rows, "- | 5+6 inserted | 3 inserted") {
		t.Errorf("rows %q lack what one joins", rows)
	}
}

// A row has the same points whatever the order of the documents that the first
// is compared with.
func TestRowsWhateverTheOrder(t *testing.T) {
	texts := []string{newText, thirdText, fourthText}
	sets := func(order ...int) []string {
		in := []string{oldText}
		for _, k := range order {
			in = append(in, texts[k])
		}
		var out []string
		for _, r := range compared(t, in...).Rows {
			cells := make([]string, len(texts)+1)
			cells[3] = numbersOf(r.Cells[0])
			for i, k := range order {
				c := r.Cells[i+1]
				cells[k] = numbersOf(c) + " " + string(c.Relation)
			}
			out = append(out, cells[3]+" | "+cells[0]+" | "+cells[1]+" | "+cells[2])
		}
		slices.Sort(out)
		return out
	}
	want := sets(0, 1, 2)
	for _, order := range [][]int{{0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}} {
		same(t, "rows", sets(order...), want)
	}
}

// Points that one document joins are one row in all.
func TestJoinedInOneOfThree(t *testing.T) {
	c := compared(t, newText, fourthText, newText)
	for _, r := range c.Rows {
		if numbersOf(r.Cells[0]) == "5+6" {
			if got := rowText(r); got != "5+6 | 3 joined, same | 5+6 unchanged, same" {
				t.Errorf("the row is %q", got)
			}
			return
		}
	}
	t.Errorf("5 and 6 are two rows: %q", rowTexts(c))
}

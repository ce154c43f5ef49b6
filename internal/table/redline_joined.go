package table

import (
	"slices"
	"strconv"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/wording"
)

// WithPlaces says in the cells of documents where in them the value stands.
func WithPlaces(t *Tree, documents []string) *Tree {
	for _, r := range t.Rows() {
		for i := range r.Cells {
			c := &r.Cells[i]
			if !slices.Contains(documents, c.Version) {
				continue
			}
			for _, claim := range c.Claims {
				c.Lines = append(c.Lines, plain(Remark, claim.At))
			}
		}
	}
	return t
}

// WithWording puts the comparison of wordings below that of fields: its points
// as sections, its counts, numbers and brackets into the overview. Kinds of
// rows that are not kept stay out; nil keeps all.
func WithWording(t, words *Tree, keep func(compare.Kind) bool) *Tree {
	number := 0
	for _, r := range t.Rows() {
		number = max(number, r.Number)
	}
	for i, s := range words.Sections {
		s.Rows = slices.DeleteFunc(slices.Clone(s.Rows), func(r Row) bool { return keep != nil && !keep(r.Kind) })
		if len(s.Rows) == 0 {
			continue
		}
		for k := range s.Rows {
			number++
			s.Rows[k].Number = number
		}
		s.ID, s.Title = "wording-"+strconv.Itoa(i+1), strings.TrimSuffix("Wording: "+s.Title, ": ")
		t.Sections = append(t.Sections, s)
	}
	if t.Overview != nil && words.Overview != nil {
		counts := words.Overview.Counts
		counts.ID, counts.Title = "points", "Points, by their wording"
		t.Overview.Topics.Empty = wording.NoFieldDiffers
		t.Overview.More = append(append(t.Overview.More, counts), words.Overview.More...)
	}
	t.Documents = words.Documents
	t.Foot = append(t.Foot, words.Foot...)
	return t
}

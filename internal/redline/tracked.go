package redline

import (
	"slices"
	"strings"

	"plandiff/internal/align"
	"plandiff/internal/intake"
)

// Fate is what became of a piece of text between two documents.
type Fate int

// The fates. What is moved stands twice: where it was and where it is now.
const (
	Kept Fate = iota
	Inserted
	Deleted
	MovedFrom
	MovedTo
)

// Tracked is a paragraph of two documents in one: without what is inserted it
// is the older text, without what is deleted the newer, word for word.
type Tracked struct {
	End     Fate // of the end of the paragraph; without it the next goes on
	Heading bool
	Runs    []TrackedRun
}

// TrackedRun is a piece of one fate.
type TrackedRun struct {
	Fate Fate
	Text string
	Move int // joins both ends of a move, each within one paragraph; from 1
}

// Track puts two documents into one text, in the order of the newer one. What
// is gone stands where it was.
func (c *Comparison) Track() []Tracked {
	t := &tracker{old: units(c.Documents[0]), new: units(c.Documents[1])}
	t.pairs = t.join(c.Pairs[0].Matching)
	t.write()
	return t.out
}

// unit is a point with all that it says, or a heading.
type unit struct {
	lines   []string
	heading bool
}

// mark stands for the end of a paragraph while words are compared: a
// character for private use, which is a word of its own.
const mark = "\ue000"

func units(d *intake.Document) []unit {
	out := make([]unit, len(d.Points))
	for i := range d.Points {
		out[i] = unit{Lines(&d.Points[i]), d.Points[i].Kind == intake.KindHeading}
	}
	return out
}

// Lines are the paragraphs of a point as a document has them: its label and
// title, its text, its inner points.
func Lines(p *intake.Point) []string {
	var out []string
	lead := strings.TrimSpace(p.Label + " " + p.Title)
	put := func(text string) {
		text = strings.ReplaceAll(text, mark, "")
		if lead != "" && p.Title == "" { // the label stands before the text
			text, lead = lead+" "+text, ""
		}
		if lead != "" {
			out, lead = append(out, lead), ""
		}
		if text = strings.TrimSpace(text); text != "" {
			out = append(out, text)
		}
	}
	inner := 0
	parts := p.Parts
	if parts == nil {
		parts = []intake.Part{{}}
	}
	for i, part := range parts {
		for ; inner < part.After && inner < len(p.Inner); inner++ {
			out = append(out, Lines(&p.Inner[inner])...)
		}
		end := len(p.Text)
		if i+1 < len(parts) {
			end = parts[i+1].Start
		}
		put(p.Text[part.Start:end])
	}
	for ; inner < len(p.Inner); inner++ {
		out = append(out, Lines(&p.Inner[inner])...)
	}
	return out
}

// tracker is a text being put together.
type tracker struct {
	old, new []unit
	pairs    []pair // in the order of the older document
	out      []Tracked
	moves    int
}

// pair is units that correspond: from and to are the first of each, and the
// ends are behind the last.
type pair struct {
	from, fromEnd, to, toEnd int
	moved                    bool
	gone, come               []Tracked // of a move
}

// join pairs the units that a matching links, and headings of the same words.
// What is split or joined is compared as a whole where its parts stand side by
// side.
func (t *tracker) join(m *align.Matching) []pair {
	at := [2][]int{} // unit of each point that was matched
	for side, list := range [2][]unit{t.old, t.new} {
		for i, u := range list {
			if !u.heading {
				at[side] = append(at[side], i)
			}
		}
	}
	var out []pair
	for _, l := range m.Links {
		from, to := together(at[0], l.FromAt), together(at[1], l.ToAt)
		out = append(out, pair{from: from[0], fromEnd: from[1], to: to[0], toEnd: to[1]})
	}
	heads := map[string][]int{}
	for i, u := range t.old {
		if u.heading {
			key := strings.Join(u.lines, mark)
			heads[key] = append(heads[key], i)
		}
	}
	for i, u := range t.new {
		key := strings.Join(u.lines, mark)
		if same := heads[key]; u.heading && len(same) > 0 {
			heads[key] = same[1:]
			out = append(out, pair{from: same[0], fromEnd: same[0] + 1, to: i, toEnd: i + 1})
		}
	}
	slices.SortFunc(out, func(a, b pair) int { return a.from - b.from })
	stay(out)
	return out
}

// together is the first units of a list that stand side by side, as a range.
func together(units, places []int) [2]int {
	first := units[places[0]]
	end := first + 1
	for _, p := range places[1:] {
		if units[p] == end {
			end++
		}
	}
	return [2]int{first, end}
}

// stay finds the longest run of pairs that stand in the order of both
// documents; the others moved.
func stay(pairs []pair) {
	var tails []int // pair that ends the best run of each length
	before := make([]int, len(pairs))
	for i := range pairs {
		pairs[i].moved = true
		n, _ := slices.BinarySearchFunc(tails, pairs[i].to, func(tail, to int) int { return pairs[tail].to - to })
		before[i] = -1
		if n > 0 {
			before[i] = tails[n-1]
		}
		if n == len(tails) {
			tails = append(tails, i)
		} else {
			tails[n] = i
		}
	}
	if len(tails) == 0 {
		return
	}
	for p := tails[len(tails)-1]; p >= 0; p = before[p] {
		pairs[p].moved = false
	}
}

package redline

import (
	"cmp"
	"slices"

	"plandiff/internal/align"
	"plandiff/internal/intake"
	"plandiff/internal/prose"
)

// unit is points that correspond, on end in each document.
type unit struct {
	old, oldEnd, new, newEnd int
	moves                    bool // out of the order of its neighbours
}

// units are the links, of each the points on end.
func (t *tracker) units(m *align.Matching, docs []*intake.Document) []unit {
	older, newer := places(docs[0]), places(docs[1])
	out := make([]unit, 0, len(m.Links))
	for _, l := range m.Links {
		from, fromEnd := t.longest(l.FromAt, older, t.older)
		to, toEnd := t.longest(l.ToAt, newer, t.newer)
		out = append(out, unit{from, fromEnd, to, toEnd, l.Relation == align.Moved})
	}
	return out
}

// places are where the points that were matched stand among all.
func places(d *intake.Document) []int {
	var out []int
	for i := range d.Points {
		if d.Points[i].Kind != intake.KindHeading {
			out = append(out, i)
		}
	}
	return out
}

// longest is the stretch of points on end with most text.
func (t *tracker) longest(list, places []int, texts [][]string) (from, end int) {
	most := -1
	for i := 0; i < len(list); {
		start, length := places[list[i]], 0
		at := start
		for ; i < len(list) && places[list[i]] == at; i, at = i+1, at+1 {
			length += len(joined(texts[at : at+1]))
		}
		if length > most {
			from, end, most = start, at, length
		}
	}
	return from, end
}

// inOrder tells the units that keep their order from those that moved: those
// that align calls moved, and for one order of the rest as few as can be. The
// first come in the order of the documents.
func inOrder(units []unit) (still, moved []unit) {
	slices.SortFunc(units, func(a, b unit) int { return cmp.Compare(a.old, b.old) })
	var places [][2]int // the unit, and where it stands now
	for i, u := range units {
		if !u.moves {
			places = append(places, [2]int{i, u.new})
		}
	}
	kept := make([]bool, len(units))
	for _, p := range prose.Rising(places) {
		kept[p[0]] = true
	}
	for i, u := range units {
		if kept[i] {
			still = append(still, u)
		} else {
			moved = append(moved, u)
		}
	}
	return still, moved
}

// movesOf are the units that moved, by each of their points.
func (t *tracker) movesOf(moved []unit) map[point]*move {
	out := map[point]*move{}
	for _, u := range moved {
		m := &move{unit: u, numbers: map[[2]int]int{},
			changes: prose.Tidy(prose.Exact(joined(t.older[u.old:u.oldEnd]), joined(t.newer[u.new:u.newEnd])))}
		for at := u.old; at < u.oldEnd; at++ {
			out[point{false, at}] = m
		}
		for at := u.new; at < u.newEnd; at++ {
			out[point{true, at}] = m
		}
	}
	return out
}

// withHeadings adds the headings between units that both documents have.
func (t *tracker) withHeadings(units []unit, docs []*intake.Document) []unit {
	var out []unit
	was, is := 0, 0
	for _, u := range append(slices.Clip(units), unit{old: len(t.older), new: len(t.newer)}) {
		from := is
		for ; was < u.old; was++ {
			if docs[0].Points[was].Kind != intake.KindHeading {
				continue
			}
			text := prose.Fold(joined(t.older[was : was+1]))
			for at := from; at < u.new; at++ {
				if docs[1].Points[at].Kind == intake.KindHeading && prose.Fold(joined(t.newer[at:at+1])) == text {
					out = append(out, unit{old: was, oldEnd: was + 1, new: at, newEnd: at + 1})
					from = at + 1
					break
				}
			}
		}
		if u.old < len(t.older) || u.new < len(t.newer) {
			out = append(out, u)
		}
		was, is = u.oldEnd, u.newEnd
	}
	return out
}

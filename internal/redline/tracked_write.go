package redline

import (
	"strings"

	"plandiff/internal/prose"
)

// write puts the text together: what is gone stands before what came in its
// place.
func (t *tracker) write() {
	gone, come := map[int]*pair{}, map[int]*pair{} // moved pairs by their first unit
	for i := range t.pairs {
		if p := &t.pairs[i]; p.moved {
			t.move(p)
			gone[p.from], come[p.to] = p, p
		}
	}
	from, to := 0, 0
	upTo := func(fromEnd, toEnd int) {
		for from < fromEnd {
			if p := gone[from]; p != nil {
				t.out = append(t.out, p.gone...)
				from = p.fromEnd
				continue
			}
			t.whole(t.old[from], Deleted)
			from++
		}
		for to < toEnd {
			if p := come[to]; p != nil {
				t.out = append(t.out, p.come...)
				to = p.toEnd
				continue
			}
			t.whole(t.new[to], Inserted)
			to++
		}
	}
	for _, p := range t.pairs {
		if p.moved {
			continue
		}
		upTo(p.from, p.to)
		t.both(p)
		from, to = p.fromEnd, p.toEnd
	}
	upTo(len(t.old), len(t.new))
}

// whole puts a unit that only one document has.
func (t *tracker) whole(u unit, fate Fate) {
	for _, line := range u.lines {
		t.out = append(t.out, Tracked{End: fate, Heading: u.heading, Runs: []TrackedRun{{Fate: fate, Text: line}}})
	}
}

// marked is the text of units with a mark behind every paragraph.
func marked(units []unit) string {
	var b strings.Builder
	for _, u := range units {
		for _, line := range u.lines {
			b.WriteString(line + mark)
		}
	}
	return b.String()
}

func (t *tracker) changes(p pair) []prose.Change {
	changes, _ := prose.Inline(marked(t.old[p.from:p.fromEnd]), marked(t.new[p.to:p.toEnd])) // where it is capped, it is right still
	return prose.Tidy(prose.Together(changes))
}

// both puts units that stand in both documents in the same order.
func (t *tracker) both(p pair) {
	w := &lines{heading: t.old[p.from].heading && t.new[p.to].heading}
	for _, c := range t.changes(p) {
		switch c.Op {
		case prose.Delete:
			w.put(Deleted, c.Was())
		case prose.Insert:
			w.put(Inserted, c.Text)
		default:
			w.kept(c.Was(), c.Text, Deleted, Kept, Inserted)
		}
	}
	t.out = append(t.out, w.out...)
}

// move makes both ends of a pair that moved. Paragraphs that correspond are
// the ends of a move as far as their words are kept; the rest is gone or new.
func (t *tracker) move(p *pair) {
	gone, come := &lines{heading: t.old[p.from].heading}, &lines{heading: t.new[p.to].heading}
	for _, c := range t.changes(*p) {
		switch c.Op {
		case prose.Delete:
			gone.put(Deleted, c.Was())
		case prose.Insert:
			come.put(Inserted, c.Text)
		default:
			gone.kept(c.Was(), c.Was(), 0, MovedFrom, 0)
			come.kept(c.Text, c.Text, 0, MovedTo, 0)
		}
	}
	for i := range max(len(gone.out), len(come.out)) {
		number := 0
		if i < len(gone.out) && i < len(come.out) && has(gone.out[i], MovedFrom) && has(come.out[i], MovedTo) {
			t.moves++
			number = t.moves
		}
		for _, side := range [2]struct {
			list         []Tracked
			moved, plain Fate
		}{{gone.out, MovedFrom, Deleted}, {come.out, MovedTo, Inserted}} {
			if i < len(side.list) {
				side.list[i].number(number, side.moved, side.plain)
			}
		}
	}
	p.gone, p.come = gone.out, come.out
}

func has(t Tracked, fate Fate) bool {
	for _, r := range t.Runs {
		if r.Fate == fate {
			return true
		}
	}
	return false
}

// number numbers the moved runs of a paragraph; without a number they are
// plain. Its end goes or comes with it.
func (t *Tracked) number(n int, moved, plain Fate) {
	t.End = plain
	for i, r := range t.Runs {
		switch {
		case r.Fate != moved:
		case n > 0:
			t.Runs[i].Move = n
		default:
			t.Runs[i].Fate = plain
		}
	}
	if n > 0 {
		t.End = moved
	}
}

// lines are paragraphs being put together from pieces with marks in them.
type lines struct {
	heading bool
	out     []Tracked
	open    []TrackedRun
}

// put adds a piece of one fate.
func (w *lines) put(fate Fate, text string) {
	for {
		line, rest, ended := strings.Cut(text, mark)
		if n := len(w.open); line != "" && n > 0 && w.open[n-1].Fate == fate {
			w.open[n-1].Text += line
		} else if line != "" {
			w.open = append(w.open, TrackedRun{Fate: fate, Text: line})
		}
		if !ended {
			return
		}
		w.out = append(w.out, Tracked{End: fate, Heading: w.heading, Runs: w.open})
		w.open = nil
		text = rest
	}
}

// kept adds a piece that both documents have. Words that they write in two
// ways are gone and new.
func (w *lines) kept(was, is string, gone, same, come Fate) {
	if was == is {
		w.put(same, is)
		return
	}
	a, b := prose.Tokens(was), prose.Tokens(is)
	if len(a) != len(b) {
		w.put(gone, was)
		w.put(come, is)
		return
	}
	for i := range a {
		if a[i] == b[i] {
			w.put(same, a[i])
		} else {
			w.put(gone, a[i])
			w.put(come, b[i])
		}
	}
}

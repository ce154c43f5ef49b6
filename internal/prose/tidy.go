package prose

import "strings"

// islandWords is how many kept words may stand alone between changed ones.
const islandWords = 3

// Tidy makes changes easier to read: a few kept words between much longer
// changes, "of the" in a sentence that was written anew, count as changed
// with them. What each text says stays as it is.
func Tidy(changes []Change) []Change {
	out := make([]Change, 0, len(changes))
	for i, c := range changes {
		n := Words(c.Text)
		if c.Op != Keep || n > islandWords || i == 0 || i == len(changes)-1 || changed(changes, i, -1)+changed(changes, i, 1) <= 4*(n+1) {
			out = append(out, c)
			continue
		}
		out = append(out, gone(c.was), come(c.Text))
	}
	return joinChanges(out)
}

// Together makes changes one that only blanks separate: a sentence in other
// words is easier to read than a word in place of each. What each text says
// stays as it is.
func Together(changes []Change) []Change {
	out := make([]Change, 0, len(changes))
	for i, c := range changes {
		if c.Op == Keep && i > 0 && i+1 < len(changes) && changes[i-1].Op != Keep && changes[i+1].Op != Keep && blank(c.Text) {
			out = append(out, Change{Span{Delete, c.was}, c.was}, Change{Span: Span{Insert, c.Text}})
			continue
		}
		out = append(out, c)
	}
	return joinChanges(out)
}

// changed is how many words changed next to a place, in one direction; 0 if
// none did.
func changed(changes []Change, at, step int) int {
	n := 0
	for i := at + step; i >= 0 && i < len(changes) && changes[i].Op != Keep; i += step {
		n += Words(changes[i].Text)
	}
	return n
}

// joinChanges puts what is gone before what is new in each stretch of changes,
// and what is kept on end into one.
func joinChanges(changes []Change) []Change {
	var out []Change
	var kept, was, old, new strings.Builder
	flush := func() {
		if kept.Len() > 0 {
			out = append(out, Change{Span{Keep, kept.String()}, was.String()})
		}
		if old.Len() > 0 {
			out = append(out, gone(old.String()))
		}
		if new.Len() > 0 {
			out = append(out, come(new.String()))
		}
		kept.Reset()
		was.Reset()
		old.Reset()
		new.Reset()
	}
	changed := false
	for _, c := range changes {
		if (c.Op != Keep) != changed {
			flush()
			changed = c.Op != Keep
		}
		switch c.Op {
		case Delete:
			old.WriteString(c.Text)
		case Insert:
			new.WriteString(c.Text)
		default:
			kept.WriteString(c.Text)
			was.WriteString(c.was)
		}
	}
	flush()
	return out
}

package prose

import "strings"

// Folded shortens long kept stretches between changes to so many words at each
// end, in both texts alike.
func Folded(changes []Change, words int) []Change {
	out := make([]Change, len(changes))
	for i, c := range changes {
		if c.Op == Keep && len(changes) > 1 {
			first, last := i == 0, i == len(changes)-1
			c.Text, c.was = shortened(c.Text, words, first, last), shortened(c.was, words, first, last)
		}
		out[i] = c
	}
	return out
}

// shortened shortens a kept stretch; of the first and the last the outer end goes.
func shortened(text string, words int, first, last bool) string {
	all := strings.Fields(text)
	if len(all) <= 3*words {
		return text
	}
	head, tail := strings.Join(all[:words], " "), strings.Join(all[len(all)-words:], " ")
	short := head + " … " + tail
	switch {
	case first:
		return "… " + tail + text[len(strings.TrimRight(text, " ")):]
	case last:
		return text[:len(text)-len(strings.TrimLeft(text, " "))] + head + " …"
	}
	return text[:len(text)-len(strings.TrimLeft(text, " "))] + short + text[len(strings.TrimRight(text, " ")):]
}

package lexicon

import (
	"slices"
	"strings"

	"plandiff/internal/plan"
)

// Complete continues the words before a place in a line with a name: of a
// version, else of a topic, else of anything. Where several fit, it goes as far
// as they agree. ok is false where there is nothing to add.
func (l *Lexicon) Complete(line string, at int) (out string, place int, ok bool) {
	const mostWords = 4 // of a name
	if at < 0 || at > len(line) {
		return "", 0, false
	}
	head, tail := line[:at], line[at:]
	starts := []int{}
	for i := len(head) - 1; i >= 0 && len(starts) < mostWords; i-- {
		if (i == 0 || head[i-1] == ' ') && head[i] != ' ' {
			starts = append(starts, i)
		}
	}
	slices.Reverse(starts) // the longest part of the line first
	for _, start := range starts {
		if common := l.continued(head[start:]); common != "" {
			return head[:start] + common + tail, start + len(common), len(common) > at-start
		}
	}
	return "", 0, false
}

// continued is as much of the names that begin with a part as they have in
// common; "" if there is none.
func (l *Lexicon) continued(part string) string {
	for _, names := range l.names() {
		common := ""
		for _, name := range names {
			if len(name) <= len(part) || !strings.EqualFold(name[:len(part)], part) {
				continue
			}
			n := 0
			for n < min(len(common), len(name)) && strings.EqualFold(common[n:n+1], name[n:n+1]) {
				n++
			}
			if common == "" {
				n = len(name)
			}
			common = name[:n]
		}
		if common != "" {
			return common
		}
	}
	return ""
}

// names lists what can be completed: drafts, topics, all else.
func (l *Lexicon) names() [3][]string {
	var out [3][]string
	for _, r := range l.x.Lib.Records {
		list := 2
		if r.Kind == plan.Draft {
			list, out[0] = 0, append(out[0], r.ID)
		}
		out[list] = append(out[list], r.Names...)
	}
	for _, t := range l.x.Lib.Topics {
		out[1] = append(append(out[1], t.ID), t.Synonyms...)
	}
	return out
}

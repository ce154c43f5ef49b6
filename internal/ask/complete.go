package ask

import (
	"slices"
	"strings"

	"plandiff/internal/plan"
)

// Complete continues the word or words before a place in a line with a name:
// of a version, a topic or a field. Where several fit, it goes as far as they
// agree. ok is false where there is nothing to add.
func (s *Session) Complete(line string, at int) (out string, place int, ok bool) {
	if at < 0 || at > len(line) {
		return "", 0, false
	}
	head, tail := line[:at], line[at:]
	for start := range candidatesIn(head) {
		part := head[start:]
		fits := s.fitting(part)
		if fits == nil {
			continue
		}
		common := fits[0]
		for _, f := range fits[1:] {
			common = commonHead(common, f)
		}
		if len(common) <= len(part) {
			return "", 0, false
		}
		return head[:start] + common + tail, start + len(common), true
	}
	return "", 0, false
}

// fitting are the names that continue a part: of versions, else of topics,
// else of anything.
func (s *Session) fitting(part string) []string {
	for _, names := range s.names() {
		var fits []string
		for _, name := range names {
			if len(part) > 0 && len(name) > len(part) && strings.EqualFold(name[:len(part)], part) {
				fits = append(fits, name)
			}
		}
		if fits != nil {
			return fits
		}
	}
	return nil
}

// candidatesIn yields the places in a line where a name may begin, the
// longest part of the line first.
func candidatesIn(head string) func(func(int) bool) {
	return func(yield func(int) bool) {
		const most = 4 // words of a name
		var starts []int
		for i := len(head); i >= 0 && len(starts) < most; i-- {
			if (i == 0 || head[i-1] == ' ') && i < len(head) {
				starts = append(starts, i)
			}
		}
		slices.Reverse(starts)
		for _, i := range starts {
			if !yield(i) {
				return
			}
		}
	}
}

// names lists what can be completed: the drafts with their names, the topics
// with their synonyms, and the names of all else.
func (s *Session) names() [3][]string {
	var out [3][]string
	add := func(list int, names ...string) {
		for _, n := range names {
			if n != "" && !slices.Contains(out[list], n) {
				out[list] = append(out[list], n)
			}
		}
	}
	for _, r := range s.seen.Records {
		if r.Kind == plan.Draft {
			add(0, r.ID)
			add(0, r.Names...)
		} else {
			add(2, r.Names...)
		}
	}
	for _, t := range s.seen.Topics {
		add(1, t.ID)
		add(1, t.Synonyms...)
	}
	return out
}

func commonHead(a, b string) string {
	n := 0
	for n < len(a) && n < len(b) && strings.EqualFold(a[n:n+1], b[n:n+1]) {
		n++
	}
	return a[:n]
}

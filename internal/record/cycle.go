package record

import (
	"slices"
	"strings"
)

// checkCycles refuses records that follow themselves and sources that repeat
// themselves, at whatever remove. Each ring is told once.
func (l *loader) checkCycles() {
	const hint = "remove one of the links"
	rings(sortedKeys(l.records), func(id string) []string {
		if r := l.records[id]; r != nil {
			return r.Follows
		}
		return nil
	}, func(ring []string) {
		l.add(l.follows[ring[0]], hint, "the record follows itself: %s", strings.Join(ring, " follows "))
	})
	rings(sortedKeys(l.sources), func(id string) []string {
		if s := l.sources[id]; s != nil {
			return s.Original
		}
		return nil
	}, func(ring []string) {
		l.add(l.sources[ring[0]].Pos, hint, "the source %s repeats itself by way of %s", ring[0], ring[len(ring)-2])
	})
}

// rings walks every link once and calls found for each that leads back to
// where the walk came from, with the IDs from there round to there again.
func rings(ids []string, next func(string) []string, found func(ring []string)) {
	const open, done = 1, 2
	mark := map[string]int{}
	var trail []string
	var walk func(id string)
	walk = func(id string) {
		mark[id] = open
		trail = append(trail, id)
		for _, n := range next(id) {
			switch mark[n] {
			case open:
				found(append(slices.Clone(trail[slices.Index(trail, n):]), n))
			case done:
			default:
				walk(n)
			}
		}
		trail = trail[:len(trail)-1]
		mark[id] = done
	}
	for _, id := range ids {
		if mark[id] == 0 {
			walk(id)
		}
	}
}

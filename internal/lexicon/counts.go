package lexicon

import (
	"slices"
	"strconv"
	"strings"

	"plandiff/internal/plan"
)

// byCount reads a number of points with the party and the nouns beside it as
// one description, in any order.
func (l *Lexicon) byCount(n *Named, atoms []atom) int {
	count, point, noun, party, k := 0, false, false, "", 0
	for i, a := range atoms {
		number, err := strconv.Atoi(a.key)
		switch {
		case n.Used[a.from], i > 0 && n.Words[a.from].Start > n.Words[a.from-1].End+1, i > 0 && (a.from > atoms[i-1].to+1 || n.Words[a.from-1].Text == "and"):
		case err == nil && count == 0 && number > 0 && number < 1000:
			count, k = number, i+1
			continue
		case a.key == PointKey && count > 0:
			point, k = true, i+1
			continue
		case a.key == planKey && (point || !strings.HasSuffix(n.Words[a.from].Text, "s")): // not "the two drafts"
			noun, k = true, i+1
			continue
		case strings.HasPrefix(a.key, "@") && party == "" && l.PlansOf(a.key) != nil:
			party = a.key
			continue
		case i > 0 && a.key == peaceKey:
			continue
		}
		break
	}
	if count == 0 || !point && !noun || !noun && n.counted(atoms[0].from) {
		return 0
	}
	byCount := l.withCount(count)
	switch {
	case l.named(atoms[:k]), !point && byCount == nil:
		return 0 // a name says it, or it is no number of points
	case party == "" || !slices.ContainsFunc(atoms[:k], func(a atom) bool { return a.key == party }):
		if byCount == nil {
			if !noun {
				return 0 // "22 points" may be what somebody says
			}
			n.Counts = append(n.Counts, count)
			n.markUsed(atoms[:k])
			return k
		}
		n.add(atoms[:k], l.Pick(byCount, false)...)
	default:
		theirs := l.PlansOf(party)
		var both []*plan.Record
		for _, r := range theirs {
			if slices.Contains(byCount, r) || r.PointCount == count {
				both = append(both, r)
			}
		}
		switch {
		case both != nil:
			n.add(atoms[:k], l.Pick(both, false)...)
		case byCount != nil:
			n.Premise = &[2]int{n.Words[atoms[0].from].Start, n.Words[atoms[k-1].to-1].End}
			n.add(atoms[:k], append(l.Pick(byCount, false), l.Pick(theirs, false)...)...)
		default:
			n.Counts = append(n.Counts, count)
			n.markUsed(atoms[:k])
		}
	}
	return k
}

// counted reports whether a number of points is what is said of a draft, not a
// name for one: "it has 28 points".
func (n *Named) counted(at int) bool {
	return at > 0 && slices.Contains([]string{"have", "has", "had", "having", "is", "says", "say", "said", "counts", "many", "or", "really"}, n.Words[at-1].Text)
}

func (n *Named) markUsed(atoms []atom) {
	for _, a := range atoms {
		for w := a.from; w < a.to; w++ {
			n.Used[w] = true
		}
	}
}

// withCount are the drafts that a number of points names, else those that have
// so many.
func (l *Lexicon) withCount(count int) []*plan.Record {
	points := strconv.Itoa(count) + " " + PointKey
	out := slices.Concat(l.bear[points], l.bear[points+" "+planKey])
	if out == nil {
		for _, r := range l.x.Lib.Drafts() {
			if r.PointCount == count {
				out = append(out, r)
			}
		}
	}
	return slices.DeleteFunc(out, func(r *plan.Record) bool { return r.Kind != plan.Draft })
}

// bareCounts takes a bare number that is a draft's count of points for that
// draft: beside "the", a second such number or a named draft.
func (l *Lexicon) bareCounts(n *Named, atoms []atom) {
	type bare struct {
		a       atom
		records []*plan.Record
	}
	var found []bare
	the := false
	for i, a := range atoms {
		count, err := strconv.Atoi(a.key)
		if err != nil || n.Used[a.from] || !digits(n.Words[a.from]) && a.key != "20" {
			continue
		}
		next := a.to
		if next < len(n.Words) && !n.Words[next].Common() && !n.Used[next] && !Cued(n.Words[next], CueSame) && !(i+1 < len(atoms) && strings.HasPrefix(atoms[i+1].key, "@")) {
			continue // a number of something
		}
		if records := l.withCount(count); records != nil {
			found = append(found, bare{a, records})
			the = the || a.from > 0 && n.Words[a.from-1].Text == "the"
		}
	}
	drafts := slices.ContainsFunc(n.Records, func(r *plan.Record) bool { return r.Kind == plan.Draft })
	if len(found) < 2 && !the && !drafts {
		return
	}
	for _, f := range found {
		n.add([]atom{f.a}, l.Pick(f.records, false)...)
	}
}

// PointCounts are the numbers of points that drafts have, the largest first.
func (l *Lexicon) PointCounts() []string {
	var counts []int
	for _, v := range l.x.Lib.Drafts() {
		if v.PointCount > 0 && !slices.Contains(counts, v.PointCount) {
			counts = append(counts, v.PointCount)
		}
	}
	slices.SortFunc(counts, func(a, b int) int { return b - a })
	var out []string
	for _, n := range counts {
		out = append(out, strconv.Itoa(n))
	}
	return out
}

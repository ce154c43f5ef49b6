package lexicon

import (
	"slices"
	"strings"

	"plandiff/internal/plan"
)

// byDay takes a day beside a noun for a plan, a party or a word of a draft's names
// for the draft of that day: "the US terms of April 2025". A party is one that put
// the draft forward.
func (l *Lexicon) byDay(n *Named, atoms []atom) {
	for i, d := range n.Dates {
		from, to := n.beside(n.days[i])
		var best *plan.Record
		most, tied := 0, false
		for _, r := range l.x.Lib.Drafts() {
			if !Overlaps(d, r.Date) {
				continue
			}
			score, noun := 0, false
			for _, a := range atoms {
				party := strings.HasPrefix(a.key, "@")
				if Month(n.Words[a.from].Text) > 0 || n.Words[a.from].Number || !party && n.Words[a.from].Common() {
					continue
				}
				near := a.from >= from && a.from <= to
				switch {
				case party && l.putForward(r, a.key):
					score += map[bool]int{false: 1, true: 3}[near] // "in its paper of June"
				case !near:
				case a.key == planKey, otherNouns[n.Words[a.from].Text]:
					score, noun = score+3, true
				case party && l.PlansOf(a.key) != nil:
					score -= 2
				case l.x.Has(r.ID, n.Words[a.from:a.to]):
					score += 3
					noun = noun || !party
				}
			}
			if noun && score == most {
				tied = true
			}
			if noun && score > most {
				best, most, tied = r, score, false
			}
		}
		if best == nil || tied {
			continue
		}
		n.replace(best, atoms, from, to, func(a atom) bool {
			return l.putForward(best, a.key) || !strings.HasPrefix(a.key, "@") && l.x.Has(best.ID, n.Words[a.from:a.to])
		})
	}
}

// apart are words between what belongs to one draft and what belongs to another.
var apart = Set("and or vs versus against than with between to compared say says said")

// beside are the words around one that belong to it: four on either side, none
// beyond a word that sets apart.
func (n *Named) beside(at int) (from, to int) {
	const near = 4
	from, to = at, at
	for ; from > max(0, at-near) && !apart[n.Words[from-1].Text]; from-- {
	}
	for ; to < min(len(n.Words)-1, at+near) && !apart[n.Words[to+1].Text]; to++ {
	}
	return from, to
}

// putForward reports whether an alias group is one of those who put a draft forward.
func (l *Lexicon) putForward(r *plan.Record, group string) bool {
	return slices.ContainsFunc(r.By, func(by string) bool { return l.Names(by, group) })
}

// byParties takes the names of two parties or more before a noun for a plan or an
// answer for the draft that they put forward together: "the Ukrainian-European reply".
func (l *Lexicon) byParties(n *Named, atoms []atom) int {
	k := 0
	for k < len(atoms) && strings.HasPrefix(atoms[k].key, "@") && !n.Used[atoms[k].from] {
		k++
	}
	if k < 2 || k == len(atoms) || atoms[k].key != planKey && !otherNouns[n.Words[atoms[k].from].Text] {
		return 0
	}
	theirs := slices.DeleteFunc(slices.Clone(l.x.Lib.Drafts()), func(r *plan.Record) bool {
		return len(r.By) != k || slices.ContainsFunc(atoms[:k], func(a atom) bool { return !l.putForward(r, a.key) })
	})
	if len(theirs) == 0 {
		return 0
	}
	n.add(atoms[:k+1], l.Pick(theirs, false)...)
	return k + 1
}

// replace puts a draft in the place of those whose names stand between words.
func (n *Named) replace(r *plan.Record, atoms []atom, from, to int, named func(atom) bool) {
	for i := len(n.Records) - 1; i >= 0; i-- {
		if n.at[i] >= from && n.at[i] <= to && n.Records[i].Kind == plan.Draft && n.Records[i] != r {
			n.Records, n.at = slices.Delete(n.Records, i, i+1), slices.Delete(n.at, i, i+1)
		}
	}
	for _, a := range atoms {
		if a.from >= from && a.to <= to && (a.key == planKey || r.Kind == plan.Draft && named(a)) {
			n.Used[a.from] = true
		}
	}
	if !slices.Contains(n.Records, r) {
		n.Records, n.at = append(n.Records, r), append(n.at, from)
	}
}

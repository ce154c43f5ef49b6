package lexicon

import (
	"slices"
	"strconv"
	"strings"

	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/search"
)

// traits are what is said of a draft side by side, in any order: "the April 2025
// US paper", "the 12 points of October", "Ukraine's latest draft".
type traits struct {
	words  []atom // who put it forward, words of its names, places
	count  int    // its number of points
	dates  []plan.Date
	names  []atom // as it might be named, without days and years
	nouns  []atom // that only some drafts have
	noun   bool   // a noun for a text
	plan   bool   // of the sort that all drafts are
	plural bool
	and    bool // between two parties
	end    int  // 1: the newest, -1: the oldest
}

// ends are the words for a draft that no other is newer, or older, than.
var ends = map[string]int{"latest": 1, "newest": 1, "final": 1, "last": 1, "recent": 1, "earliest": -1, "oldest": -1}

// byTraits takes the longest run of what is said of a draft together, with a noun
// for a text and a day, two parties or an end of the line, if it tells more than
// a name alone; days are those of the whole question.
func (l *Lexicon) byTraits(n *Named, all []atom, first int, days *Named) int {
	var t traits
	var best traits
	var found []*plan.Record
	k := 0
	for i := first; i < len(all) && !n.Used[all[i].from]; {
		next := l.trait(n, &t, all, first, i, days)
		if next == 0 {
			break
		}
		if drafts := l.having(&t); drafts == nil {
			break
		} else if t.noun && !(t.plural && t.and) && (t.dates != nil || t.end != 0 && t.plan && !t.plural || l.together(&t, drafts)) {
			found, best, k = drafts, t, next-first
		}
		i = next
	}
	if _, named := l.longest(n.Words, all[first:]); k < named || k == named && !(best.plural && best.dates != nil) || k < 2 {
		return 0
	}
	run := all[first : first+k]
	if w := run[0].from; best.bare() && !best.of(l, found[0]) && (!best.plan || w > 0 && !n.Words[w-1].Common() && !n.Words[w-1].Number && !Cued(n.Words[w-1], CueCompare)) {
		return 0 // "the Polish paper of April"
	}
	elsewhere := slices.Concat(all[:first], all[first+k:])
	apart := best.dates != nil && (best.plural || best.plan) && l.other(n, all, first, func(group string) []*plan.Record {
		of := traits{words: []atom{{key: group}}, names: []atom{{key: group}, best.names[len(best.names)-1]}, dates: best.dates}
		return l.narrowed(n, l.having(&of), &of, nil)
	})
	switch {
	case best.end != 0:
		if own := pick.Keep(found, func(r *plan.Record) bool { return l.byAll(r, best.words) }); len(own) > 0 {
			found = own
		}
		slices.SortStableFunc(found, InTime)
		if best.end > 0 {
			slices.Reverse(found)
		}
		found = found[:1]
	case best.plural && !apart: // all of a time
	default:
		if own, ok := l.owner(n, all[:first], run[0].from); ok {
			found = pick.Or(l.theirs(found, []atom{own}), found)
		}
		if found = l.narrowed(n, found, &best, elsewhere); found == nil {
			return 0
		}
		found = l.Pick(found, l.monthly(n, best.names))
	}
	n.add(run, found...)
	return k
}

// trait adds what is said at a place to what was said before it, and is the place
// after it; 0 where it says nothing of a draft.
func (l *Lexicon) trait(n *Named, t *traits, all []atom, first, i int, days *Named) int {
	a, w := all[i], n.Words[all[i].from]
	d := slices.Index(days.days, a.from)
	linked, dated := false, i > first && slices.Contains(days.ends, all[i-1].to)
	if i > first {
		for j := all[i-1].to; j < a.from; j++ {
			and := n.Words[j].Text == "and"
			if linked = linked || glue[n.Words[j].Text]; !linked || and && !(l.party(a) && l.party(all[i-1])) {
				return 0
			}
			t.and = t.and || and
		}
		if linked && dated && d < 0 {
			return 0 // "known on 20 November of the first draft"
		}
	}
	if d >= 0 {
		next := i
		for next < len(all) && all[next].from < days.ends[d] {
			next++
		}
		if end := days.ends[d]; end+1 < len(n.Words) && joined[n.Words[end].Text] && slices.Contains(days.days, end+1) {
			return 0 // it begins a range
		}
		t.dates = append(t.dates, days.Dates[d])
		for _, a := range all[i:next] {
			if Month(n.Words[a.from].Text) > 0 {
				t.names = append(t.names, a)
			}
		}
		return next
	}
	switch {
	case a.key == articleKey && linked && i+1 < len(all):
		return i + 1
	case w.Text == "same" && i+1 < len(all) && n.Words[all[i+1].from].Text == "month":
		for d := range days.days {
			if days.days[d] < a.from && len(days.Dates[d]) >= len("2006-01") {
				t.dates = []plan.Date{days.Dates[d][:len("2006-01")]}
			}
		}
		if t.dates == nil {
			return 0
		}
		return i + 2
	case (w.Text == "from" || w.Text == "in") && t.noun && slices.Contains(days.days, a.to) && (w.Text == "in" || !n.ranges(days.ends[slices.Index(days.days, a.to)])):
		return i + 1 // "the text from December"
	case ends[w.Text] != 0 && t.end == 0 && !t.noun && l.ofPlan(n, all[i+1:]):
		t.end = ends[w.Text]
		return i + 1
	case w.Text == "known" && t.end != 0 && !t.noun:
		return i + 1
	case l.verbAt(n, a.from), t.noun && !linked && offers[w.Text]: // "the paper offer Russia"
		return 0
	case a.key == planKey || otherNouns[singular(w.Text)] || otherNouns[w.Text]:
		t.noun, t.plan, t.plural = true, t.plan || a.key == planKey && !standsIn(n.Words, a.from), singular(w.Text) != w.Text && !otherNouns[w.Text]
		if a.key != planKey {
			t.nouns = append(t.nouns, a)
		}
	case w.Number && i+1 < len(all) && all[i+1].key == PointKey && all[i+1].from == a.to && t.count == 0:
		t.count, _ = strconv.Atoi(w.Text)
		t.noun, t.names = true, append(t.names, a, all[i+1])
		return i + 2
	case (t.noun && !linked || w.Common()) && !l.party(a), w.Number, a.key == PointKey && i == first: // "points of the Christmas plan"
		return 0
	default:
		t.words = append(t.words, a)
	}
	t.names = append(t.names, a)
	if named, k := l.longest(n.Words, t.names); !t.noun && k == len(t.names) {
		t.noun = slices.ContainsFunc(named, func(r *plan.Record) bool { return r.Kind == plan.Draft }) // "the annex of November"
	}
	return i + 1
}

// party reports whether an atom is a name with others, or of one who put a draft
// forward.
func (l *Lexicon) party(a atom) bool {
	return strings.HasPrefix(a.key, "@") || len(l.theirs(l.drafts, []atom{a})) > 0
}

// ranges reports whether a range goes on at a word.
func (n *Named) ranges(at int) bool {
	return at < len(n.Words) && (joined[n.Words[at].Text] || slices.Contains([]string{"on", "onward", "onwards"}, n.Words[at].Text))
}

// ofPlan reports whether the noun that comes next is one for a plan.
func (l *Lexicon) ofPlan(n *Named, atoms []atom) bool {
	i := slices.IndexFunc(atoms, func(a atom) bool { return a.key == planKey || otherNouns[n.Words[a.from].Text] })
	return i >= 0 && i < 4 && atoms[i].key == planKey && !standsIn(n.Words, atoms[i].from)
}

// sort are the drafts that a group of names means with a noun: of one that only some have, its
// own that have it.
func (l *Lexicon) sort(group, noun string) []*plan.Record {
	if noun == planKey {
		return l.PlansNamed(group)
	}
	return pick.Keep(l.PlansOf(group), func(r *plan.Record) bool { return l.x.HasStem(r.ID, noun) })
}

// plural reports whether an atom is a noun for several plans.
func (n *Named) plural(a atom) bool {
	last := n.Words[a.to-1].Text
	return singular(last) != last && !otherNouns[last] && (planNouns[singular(last)] || otherNouns[singular(last)])
}

// several are the drafts that a noun for several, as only some have, may mean, those of the
// parties before its name alone: "the Russian and Ukrainian memoranda".
func (l *Lexicon) several(n *Named, before, name []atom, named []*plan.Record) []*plan.Record {
	party := func(a atom) bool { return len(l.theirs(l.drafts, []atom{a})) > 0 }
	if slices.ContainsFunc(name, party) {
		return named
	}
	out := l.having(&traits{words: name})
	var own []*plan.Record
	for i := len(before) - 1; i >= 0 && party(before[i]); i-- {
		theirs := l.theirs(out, before[i:i+1])
		n.add(before[i:i+1], theirs...)
		own = append(own, theirs...)
		n.Parties = slices.DeleteFunc(n.Parties, func(p string) bool { return p == before[i].key && theirs != nil })
	}
	return pick.Preferred(out, func(r *plan.Record) bool { return slices.Contains(own, r) })
}

// having are the drafts that have all that is said of one. A word of its names and
// a year are enough where no draft is of the day.
func (l *Lexicon) having(t *traits) []*plan.Record {
	var out, near []*plan.Record
	for _, r := range l.drafts {
		if slices.ContainsFunc(t.words, func(a atom) bool { return !l.putForward(r, a.key) && !l.x.HasStem(r.ID, a.key) }) ||
			t.count > 0 && !slices.Contains(l.withCount(t.count), r) {
			continue
		}
		day, year := true, true
		for _, d := range t.dates {
			day, year = day && Overlaps(d, r.Date), year && r.Date != "" && d.First()[:4] == r.Date.First()[:4]
		}
		switch {
		case day:
			out = append(out, r)
		case year && slices.ContainsFunc(t.words, func(a atom) bool { return !strings.HasPrefix(a.key, "@") }):
			near = append(near, r)
		}
	}
	if out == nil && !slices.ContainsFunc(l.drafts, func(r *plan.Record) bool {
		return !slices.ContainsFunc(t.dates, func(d plan.Date) bool { return !Overlaps(d, r.Date) })
	}) {
		return near
	}
	return out
}

// of reports whether the noun is one of a draft's own: "package".
func (t *traits) of(l *Lexicon, r *plan.Record) bool {
	return slices.ContainsFunc(t.nouns, func(a atom) bool { return l.x.HasStem(r.ID, a.key) })
}

// bare reports whether nothing but a noun and a day is said: "the June papers".
func (t *traits) bare() bool { return t.words == nil && t.count == 0 && t.end == 0 }

// together reports whether all that is said of a draft is the parties, two at
// least, that put it forward, and a noun.
func (l *Lexicon) together(t *traits, drafts []*plan.Record) bool {
	return len(t.words) > 1 && t.count == 0 && !t.plural && slices.ContainsFunc(drafts, func(r *plan.Record) bool { return l.byAll(r, t.words) })
}

// byAll reports whether parties are all that put a draft forward.
func (l *Lexicon) byAll(r *plan.Record, parties []atom) bool {
	return len(parties) > 0 && len(r.By) == len(parties) && !slices.ContainsFunc(parties, func(a atom) bool { return !l.putForward(r, a.key) })
}

// narrowed are those of several drafts that are named so, that the parties put
// forward alone, or of a party that stands elsewhere.
func (l *Lexicon) narrowed(n *Named, drafts []*plan.Record, t *traits, elsewhere []atom) []*plan.Record {
	month := func(a atom) bool { return Month(n.Words[a.from].Text) > 0 }
	undated := pick.Drop(t.names, month)
	first := append(pick.Keep(t.names, month), undated...)
	named := func(atoms []atom) []*plan.Record {
		if names, k := l.longest(n.Words, atoms); k == len(atoms) {
			return pick.Keep(drafts, func(r *plan.Record) bool { return slices.Contains(names, r) })
		}
		return nil
	}
	for _, names := range [...][]atom{t.names, first, undated} {
		if part := named(names); len(part) > 0 {
			return part
		}
	}
	for _, part := range [...][]*plan.Record{
		pick.Keep(drafts, func(r *plan.Record) bool { return t.of(l, r) }),
		pick.Keep(drafts, func(r *plan.Record) bool { return l.byAll(r, t.words) }),
		l.theirs(drafts, t.words), l.theirs(drafts, elsewhere),
	} {
		if len(part) > 0 && len(part) < len(drafts) {
			return part
		}
	}
	return drafts
}

// monthly reports whether atoms are a name that is nothing but a month and a noun for a draft, so that
// all that bear it may be meant: "the December text".
func (l *Lexicon) monthly(n *Named, atoms []atom) bool {
	inMonth := func(a atom) bool { return Month(n.Words[a.from].Text) > 0 }
	atoms = append(pick.Keep(atoms, inMonth), pick.Drop(atoms, inMonth)...)
	return len(atoms) == 2 && inMonth(atoms[0]) && atoms[1].key == planKey && l.named(atoms)
}

// owner is the party that "its" or "their" stands for at the word before a name, the nearest before
// it; ok is false where there is none.
func (l *Lexicon) owner(n *Named, before []atom, at int) (party atom, ok bool) {
	if at > 0 && (n.Words[at-1].Text == "its" || n.Words[at-1].Text == "their") {
		for _, a := range slices.Backward(before) {
			if l.party(a) {
				return a, true
			}
		}
	}
	return atom{}, false
}

// theirs are those of some drafts that a party among atoms put forward.
func (l *Lexicon) theirs(drafts []*plan.Record, atoms []atom) []*plan.Record {
	return pick.Keep(drafts, func(r *plan.Record) bool {
		return slices.ContainsFunc(atoms, func(a atom) bool { return l.putForward(r, a.key) })
	})
}

// other takes a party before "and" for its draft, where the noun after the next
// is plural, "the US and EU versions", and reports whether one stands there, by its name too.
func (l *Lexicon) other(n *Named, all []atom, first int, drafts func(group string) []*plan.Record) bool {
	i := first - 1
	if i > 0 && all[i].key == articleKey {
		i--
	}
	if i < 0 || n.Titled[all[i].from] {
		return false
	}
	gap := n.Words[all[i].to:all[first].from]
	theirs := drafts(all[i].key)
	if named := n.Used[all[i].from]; len(gap) == 0 || len(gap) > 2 || slices.ContainsFunc(gap, func(w search.Word) bool { return !w.Common() }) || len(theirs) == 0 || named {
		return named && len(gap) == 1 && gap[0].Text == "and" && n.draftNamed()
	}
	n.add(all[i:i+1], l.Pick(theirs, false)...)
	n.Parties = slices.DeleteFunc(n.Parties, func(p string) bool { return p == all[i].key })
	return true
}

// putForward reports whether a party, by its alias group or its name, is one of
// those who put a record forward.
func (l *Lexicon) putForward(r *plan.Record, key string) bool { return slices.Contains(l.by[r], key) }

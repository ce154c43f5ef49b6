package question

import (
	"slices"
	"strconv"
	"strings"

	"plandiff/internal/plan"
	"plandiff/internal/search"
)

// lexicon is one dictionary over the names of the library's records. Names are
// kept in canonical form: an alias group is one token, and so are plan, draft,
// text and the like.
type lexicon struct {
	x     *search.Index
	root  node
	years map[int]int // month 1 to 12 -> the year that most records of it have
}

type node struct {
	next    map[string]*node
	records []*plan.Record // whose name ends here
}

// atom is one canonical token of a question.
type atom struct {
	key      string
	from, to int // words
}

// named is what the names, numbers and dates of a question come to.
type named struct {
	words   []search.Word
	used    []bool // by word: part of the name of a draft, a date or a point
	records []*plan.Record
	at      []int    // by record: the word at which its name stands
	parties []string // alias groups that have a plan and stand alone
	points  []int    // numbers after "point"
	part    string   // letter of the sub-point
	dates   []plan.Date
	days    []int    // words at which the dates stand
	premise string   // what is false in how the question names a draft
	read    []string // what was read as what
	counts  []int    // numbers of points that no draft has
}

const (
	planKey    = "plan"
	articleKey = "the" // ends a name: "leaked the plan" is none
)

func newLexicon(x *search.Index) *lexicon {
	l := &lexicon{x: x, years: map[int]int{}}
	for _, r := range x.Lib.Records {
		for _, names := range [][]string{r.Names, r.Described, {r.ID, r.Label}} {
			for _, name := range names {
				l.learn(name, r)
			}
		}
	}
	l.countYears()
	return l
}

func (l *lexicon) learn(name string, r *plan.Record) {
	n := &l.root
	atoms := slices.DeleteFunc(l.atoms(search.Words(name)), func(a atom) bool { return a.key == articleKey })
	if len(atoms) == 0 || len(atoms) == 1 && (atoms[0].key == planKey || strings.HasPrefix(atoms[0].key, "@")) {
		return
	}
	for _, a := range atoms {
		if n.next == nil {
			n.next = map[string]*node{}
		}
		if n.next[a.key] == nil {
			n.next[a.key] = &node{}
		}
		n = n.next[a.key]
	}
	if !slices.Contains(n.records, r) {
		n.records = append(n.records, r)
	}
}

// atoms makes canonical tokens of words; articles and the like are left out.
func (l *lexicon) atoms(words []search.Word) []atom {
	var out []atom
	for i := 0; i < len(words); {
		if group, n, ok := l.x.Alias(words[i:]); ok {
			out = append(out, atom{group, i, i + n})
			i += n
			continue
		}
		w := words[i]
		switch {
		case glue[w.Text]:
		case articles[w.Text]:
			out = append(out, atom{articleKey, i, i + 1})
		case planNouns[strings.TrimSuffix(w.Text, "s")] || w.Text == "1" && !digits(w) && len(out) > 0 && strings.HasPrefix(out[len(out)-1].key, "@"):
			out = append(out, atom{planKey, i, i + 1})
		default:
			out = append(out, atom{w.Stem, i, i + 1})
		}
		i++
	}
	return out
}

// digits reports whether a number was typed in figures.
func digits(w search.Word) bool { return w.End-w.Start == len(w.Text) }

// read finds names, numbers of points, dates and points, the longest first, in
// one pass; nothing is read twice.
func (l *lexicon) read(words []search.Word) *named {
	n := &named{words: words, used: make([]bool, len(words))}
	l.pointNumbers(n)
	atoms := l.atoms(words)
	for i := 0; i < len(atoms); {
		if n.used[atoms[i].from] {
			i++
			continue
		}
		k := l.byCount(n, atoms[i:])
		if k == 0 {
			k = l.byName(n, atoms[i:])
		}
		if k == 0 {
			if strings.HasPrefix(atoms[i].key, "@") && l.plansNamed(atoms[i].key) != nil && !slices.Contains(n.parties, atoms[i].key) {
				n.parties = append(n.parties, atoms[i].key)
			}
			k = 1
		}
		i += k
	}
	l.dates(n)
	l.byDay(n, atoms)
	l.bareCounts(n, atoms)
	if len(n.records) == 0 && n.counts == nil {
		l.described(n, atoms)
	}
	return n
}

// byName takes the longest name at the beginning of the atoms.
func (l *lexicon) byName(n *named, atoms []atom) int {
	at, best, k := &l.root, []*plan.Record(nil), 0
	for i, a := range atoms {
		if at = at.next[a.key]; at == nil {
			break
		}
		if at.records != nil {
			best, k = at.records, i+1
		}
	}
	if k == 0 || atoms[k-1].key == pointKey && n.counted(atoms[0].from) {
		return 0
	}
	last := n.words[atoms[k-1].to-1].Text
	picked := l.pick(best, planNouns[strings.TrimSuffix(last, "s")] && strings.HasSuffix(last, "s"))
	n.add(atoms[:k], picked...)
	l.absorb(n, picked[0], atoms[0].from-1)
	return k
}

// absorb takes the word before a draft's name for a part of it, where it stands
// in another of its names: "the original US plan".
func (l *lexicon) absorb(n *named, r *plan.Record, w int) {
	if w >= 0 && r.Kind == plan.Draft && !n.words[w].Common() && !n.words[w].Number && l.x.Has(r.ID, n.words[w:w+1]) {
		n.used[w] = true
	}
}

// pick takes of the records that bear a name the one that comparisons use by
// default, else the last in the overview; all drafts of them where the noun is
// plural.
func (l *lexicon) pick(records []*plan.Record, plural bool) []*plan.Record {
	drafts := slices.DeleteFunc(slices.Clone(records), func(r *plan.Record) bool { return r.Kind != plan.Draft })
	if plural && len(drafts) > 1 {
		return drafts
	}
	if len(drafts) == 0 {
		drafts = records
	}
	later := slices.Clone(l.x.Lib.Overview)
	slices.Reverse(later)
	for _, id := range append(slices.Clone(l.x.Lib.Compare), later...) {
		for _, r := range drafts {
			if r.ID == id {
				return []*plan.Record{r}
			}
		}
	}
	return drafts[:min(1, len(drafts))]
}

// named reports whether atoms as they stand are a name.
func (l *lexicon) named(atoms []atom) bool {
	at := &l.root
	for _, a := range atoms {
		if at = at.next[a.key]; at == nil {
			return false
		}
	}
	return at.records != nil
}

func (n *named) add(atoms []atom, records ...*plan.Record) {
	for _, a := range atoms {
		for w := a.from; w < a.to; w++ {
			n.used[w] = n.used[w] || len(records) > 0 && records[0].Kind == plan.Draft
		}
	}
	for _, r := range records {
		if !slices.Contains(n.records, r) {
			n.records, n.at = append(n.records, r), append(n.at, atoms[0].from)
		}
	}
}

// plansNamed are the drafts that an alias group together with "plan" names.
func (l *lexicon) plansNamed(group string) []*plan.Record {
	var out []*plan.Record
	if at := l.root.next[group]; at != nil && at.next[planKey] != nil {
		for _, r := range at.next[planKey].records {
			if r.Kind == plan.Draft {
				out = append(out, r)
			}
		}
	}
	return out
}

// plansOf are those, and the drafts that the group put forward.
func (l *lexicon) plansOf(group string) []*plan.Record {
	out := l.plansNamed(group)
	for _, r := range l.x.Lib.Records {
		if r.Kind != plan.Draft || slices.Contains(out, r) {
			continue
		}
		for _, by := range r.By {
			if g, _, ok := l.x.Alias(search.Words(by)); ok && g == group {
				out = append(out, r)
				break
			}
		}
	}
	return out
}

// byCount reads a number of points with the party and the nouns beside it as
// one description, in any order.
func (l *lexicon) byCount(n *named, atoms []atom) int {
	count, point, noun, party, k := 0, false, false, "", 0
	for i, a := range atoms {
		number, err := strconv.Atoi(a.key)
		switch {
		case n.used[a.from], i > 0 && a.from > atoms[i-1].to+1:
		case err == nil && count == 0 && number > 0 && number < 1000:
			count, k = number, i+1
			continue
		case a.key == pointKey && count > 0:
			point, k = true, i+1
			continue
		case a.key == planKey:
			noun, k = true, i+1
			continue
		case strings.HasPrefix(a.key, "@") && party == "" && l.plansOf(a.key) != nil:
			party = a.key
			continue
		case i > 0 && a.key == "peac":
			continue
		}
		break
	}
	if count == 0 || !point && !noun || !noun && n.counted(atoms[0].from) {
		return 0
	}
	byCount := l.withCount(count)
	switch {
	case l.named(atoms[:k]), n.dated(atoms[:k]), !point && byCount == nil:
		return 0 // a name says it, or it is no number of points
	case party == "" || !slices.ContainsFunc(atoms[:k], func(a atom) bool { return a.key == party }):
		if byCount == nil {
			if !noun {
				return 0 // "22 points" may be what somebody says
			}
			n.counts = append(n.counts, count)
			n.markUsed(atoms[:k])
			return k
		}
		n.add(atoms[:k], l.pick(byCount, false)...)
	default:
		theirs := l.plansOf(party)
		var both []*plan.Record
		for _, r := range theirs {
			if slices.Contains(byCount, r) || r.PointCount == count {
				both = append(both, r)
			}
		}
		switch {
		case both != nil:
			n.add(atoms[:k], l.pick(both, false)...)
		case byCount != nil:
			n.premise = n.text(atoms[:k])
			n.add(atoms[:k], append(l.pick(byCount, false), l.pick(theirs, false)...)...)
		default:
			n.counts = append(n.counts, count)
			n.markUsed(atoms[:k])
		}
	}
	return k
}

// counted reports whether a number of points is what is said of a draft, not a
// name for one: "it has 28 points".
func (n *named) counted(at int) bool {
	return at > 0 && slices.Contains([]string{"have", "has", "had", "having", "is", "says", "say", "said", "counts", "many", "or", "really"}, n.words[at-1].Text)
}

// dated reports whether a number stands beside a month.
func (n *named) dated(atoms []atom) bool {
	for _, a := range atoms {
		if n.words[a.from].Number && (a.from > 0 && month(n.words[a.from-1].Text) > 0 || a.to < len(n.words) && month(n.words[a.to].Text) > 0) {
			return true
		}
	}
	return false
}

func (n *named) markUsed(atoms []atom) {
	for _, a := range atoms {
		for w := a.from; w < a.to; w++ {
			n.used[w] = true
		}
	}
}

func (n *named) text(atoms []atom) string {
	var parts []string
	for _, w := range n.words[atoms[0].from:atoms[len(atoms)-1].to] {
		parts = append(parts, w.Text)
	}
	return strings.Join(parts, " ")
}

// withCount are the drafts that a number of points names, else those that have
// so many.
func (l *lexicon) withCount(count int) []*plan.Record {
	var out []*plan.Record
	if at := l.root.next[strconv.Itoa(count)]; at != nil && at.next[pointKey] != nil {
		names := at.next[pointKey]
		out = append(out, names.records...)
		if names.next[planKey] != nil {
			out = append(out, names.next[planKey].records...)
		}
	}
	if out == nil {
		for _, r := range l.x.Lib.Drafts() {
			if r.PointCount == count {
				out = append(out, r)
			}
		}
	}
	return slices.DeleteFunc(out, func(r *plan.Record) bool { return r.Kind != plan.Draft })
}

// byDay takes a day beside a noun for a plan, a party or a word of a draft's
// names for the draft of that day: "the US terms of April 2025".
func (l *lexicon) byDay(n *named, atoms []atom) {
	const near = 3
	for i, d := range n.dates {
		var best *plan.Record
		most, tied := 0, false
		for _, r := range l.x.Lib.Drafts() {
			if !overlaps(d, r.Date) {
				continue
			}
			score, noun := 0, false
			for _, a := range atoms {
				if a.from < n.days[i]-near || a.from > n.days[i]+near || month(n.words[a.from].Text) > 0 || n.words[a.from].Number {
					continue
				}
				switch {
				case a.key == planKey:
					score, noun = score+1, true
				case l.x.Has(r.ID, n.words[a.from:a.to]):
					score++
					noun = noun || !strings.HasPrefix(a.key, "@")
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
		n.replace(best, atoms, n.days[i]-near, n.days[i]+near, func(a atom) bool { return l.x.Has(best.ID, n.words[a.from:a.to]) })
	}
}

// replace puts a draft in the place of those whose names stand between words.
func (n *named) replace(r *plan.Record, atoms []atom, from, to int, named func(atom) bool) {
	for i := len(n.records) - 1; i >= 0; i-- {
		if n.at[i] >= from && n.at[i] <= to && n.records[i].Kind == plan.Draft && n.records[i] != r {
			n.records, n.at = slices.Delete(n.records, i, i+1), slices.Delete(n.at, i, i+1)
		}
	}
	for _, a := range atoms {
		if a.from >= from && a.to <= to && (a.key == planKey || r.Kind == plan.Draft && !strings.HasPrefix(a.key, "@") && named(a)) {
			n.used[a.from] = true
		}
	}
	if !slices.Contains(n.records, r) {
		n.records, n.at = append(n.records, r), append(n.at, from)
	}
}

// bareCounts takes a bare number that is a draft's count of points for that
// draft: beside "the", a second such number or a named draft.
func (l *lexicon) bareCounts(n *named, atoms []atom) {
	type bare struct {
		a       atom
		records []*plan.Record
	}
	var found []bare
	the := false
	for i, a := range atoms {
		count, err := strconv.Atoi(a.key)
		if err != nil || n.used[a.from] || !digits(n.words[a.from]) && a.key != "20" {
			continue
		}
		next := a.to
		if next < len(n.words) && !n.words[next].Common() && !n.used[next] && !(i+1 < len(atoms) && strings.HasPrefix(atoms[i+1].key, "@")) {
			continue // a number of something
		}
		if records := l.withCount(count); records != nil {
			found = append(found, bare{a, records})
			the = the || a.from > 0 && n.words[a.from-1].Text == "the"
		}
	}
	drafts := slices.ContainsFunc(n.records, func(r *plan.Record) bool { return r.Kind == plan.Draft })
	if len(found) < 2 && !the && !drafts {
		return
	}
	for _, f := range found {
		n.add([]atom{f.a}, l.pick(f.records, false)...)
	}
}

// described finds a draft by the words around a noun for a plan, where no name
// is given: "the paper shown in Paris".
func (l *lexicon) described(n *named, atoms []atom) {
	const before, after = 3, 5
	for i, a := range atoms {
		if a.key != planKey {
			continue
		}
		near := atoms[max(0, i-before):min(len(atoms), i+after+1)]
		words := n.words[near[0].from:near[len(near)-1].to]
		m := l.x.Match(l.x.Terms(words))
		var best *plan.Record
		var most, second float32
		for _, r := range l.x.Lib.Drafts() {
			u := l.x.RecordUnit(r.ID)
			s := m.Cover(search.Place{Unit: u, Zone: search.Names}, search.Place{Unit: u, Zone: search.By})
			if s > most {
				best, most, second = r, s, most
			} else {
				second = max(second, s)
			}
		}
		if best != nil && most >= 0.5 && most > second {
			n.records, n.at = append(n.records, best), append(n.at, a.from)
			n.used[a.from] = true
			return
		}
	}
}

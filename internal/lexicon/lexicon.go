package lexicon

import (
	"slices"
	"strings"

	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/search"
)

// Lexicon is one dictionary over the names of the library's records. Names are
// kept in canonical form: an alias group is one token, and so are plan, draft,
// text and the like.
type Lexicon struct {
	x      *search.Index
	bear   map[string][]*plan.Record // who bears a name, by its keys together
	most   int                       // keys that a name has
	drafts []*plan.Record            // by date
	own    map[string][]*plan.Record // the program's short names for them, as they are said
	nouns  map[string][]*plan.Record // the nouns of those names
	long   [][]search.Word           // names, of several words, of those who put drafts forward
	by     map[*plan.Record][]string // keys of those who put a record forward
	years  map[int]int               // month 1 to 12 -> the year that most records of it have
}

// atom is one canonical token of a question.
type atom struct {
	key      string
	from, to int // words
}

// Named is what the names, numbers and dates of a question come to.
type Named struct {
	Words   []search.Word
	Used    []bool // by word: part of the name of a draft, a date or a point
	Titled  []bool // by word: part of the name of a position or an event
	Records []*plan.Record
	at      []int    // by record: the word at which its name stands
	Parties []string // alias groups that have a plan and stand alone
	Points  []int    // numbers after "point"
	Part    string   // letter of the sub-point
	Dates   []plan.Date
	days    []int     // words at which the dates stand
	ends    []int     // and after which they end
	shift   *shift    // days told by those of another question; nil: none are
	shiftAt int       // the word at which it stands
	shiftBy int       // the word at which what tells it stands; 0: the question before does
	Day     plan.Date // what was public by then is asked about; "": now
	Premise *[2]int   // bytes of the question that name a draft falsely; nil: none do
	Counts  []int     // numbers of points that no draft has
	Cues    []Cue     // what tells which kind of answer is wanted
}

const (
	mostOwn    = 6       // atoms that a name of the program's own has
	planKey    = "=plan" // no stem: "plane" is none
	peaceKey   = "peac"  // is what all of them are for
	articleKey = "the"   // ends a name: "leaked the plan" is none
)

func New(x *search.Index) *Lexicon {
	l := &Lexicon{x: x, bear: make(map[string][]*plan.Record, 1024), drafts: x.Lib.Drafts(), own: map[string][]*plan.Record{}, nouns: map[string][]*plan.Record{}, by: map[*plan.Record][]string{}, years: map[int]int{}}
	for _, v := range l.drafts {
		for _, by := range v.By {
			words := search.Words(by)
			if _, _, ok := x.Alias(words); !ok && len(words) > 1 {
				l.long = append(l.long, words)
			}
		}
	}
	for _, r := range x.Lib.Records {
		for _, names := range [][]string{r.Names, r.Described, {r.ID, r.Label}} {
			for _, name := range names {
				l.learn(slices.DeleteFunc(l.atoms(search.Words(name)), func(a atom) bool { return a.key == articleKey }), r)
			}
		}
		l.learn(l.atoms(search.Words(r.Title)), r)
		if r.Kind == plan.Draft {
			l.learnOwn(r)
		}
		for _, by := range r.By {
			if atoms := l.atoms(search.Words(by)); len(atoms) == 1 {
				l.by[r] = append(l.by[r], atoms[0].key)
			}
		}
	}
	l.countYears()
	return l
}

func (l *Lexicon) learn(atoms []atom, r *plan.Record) {
	if len(atoms) == 0 || len(atoms) == 1 && (atoms[0].key == planKey || strings.HasPrefix(atoms[0].key, "@")) {
		return
	}
	l.most = max(l.most, len(atoms))
	if name := together(atoms); !slices.Contains(l.bear[name], r) {
		l.bear[name] = append(l.bear[name], r)
	}
	if n := len(atoms) - 1; n > 1 && atoms[n].key == planKey && otherNouns[atoms[n-1].key] { // "the union's counter" is its counter-proposal
		l.learn(atoms[:n], r)
	}
}

// together are the keys of atoms, one behind the other.
func together(atoms []atom) string {
	var b strings.Builder
	for _, a := range atoms {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(a.key)
	}
	return b.String()
}

// learnOwn keeps the program's own name for a draft, with and without the day
// that ends it: "US terms, April 2025" is "the US terms" too.
func (l *Lexicon) learnOwn(r *plan.Record) {
	words := search.Words(r.Label)
	for n := len(words); n > 1; n-- {
		atoms := l.atoms(words[:n])
		if said := l.said(words, atoms); !slices.Contains(l.own[said], r) {
			l.own[said] = append(l.own[said], r)
		}
		if len(atoms) == 0 {
			break
		}
		if last := atoms[len(atoms)-1]; Month(words[n-1].Text) == 0 && year(words[n-1]) == 0 {
			if last.key != planKey && last.key != PointKey && !strings.HasPrefix(last.key, "@") && !strings.HasSuffix(words[n-1].Text, "s") {
				l.nouns[last.key] = append(l.nouns[last.key], r)
			}
			break
		}
	}
}

// said is a name as it is said: nouns for a plan are not one and the same.
func (l *Lexicon) said(words []search.Word, atoms []atom) string {
	var out []string
	for _, a := range atoms {
		switch a.key {
		case articleKey:
		case planKey:
			out = append(out, strings.TrimSuffix(words[a.from].Text, "s"))
		default:
			out = append(out, a.key)
		}
	}
	return strings.Join(out, " ")
}

// atoms makes canonical tokens of words; articles and the like are left out.
func (l *Lexicon) atoms(words []search.Word) []atom {
	out := make([]atom, 0, len(words))
	for i := 0; i < len(words); {
		if group, n, ok := l.x.Alias(words[i:]); ok {
			out = append(out, atom{group, i, i + n})
			i += n
			continue
		}
		if n := l.partyAt(words[i:]); n > 0 {
			out = append(out, atom{"@" + words[i].Text + " " + words[i+1].Text, i, i + n})
			i += n
			continue
		}
		w := words[i]
		switch {
		case glue[w.Text]:
		case articles[w.Text]:
			out = append(out, atom{articleKey, i, i + 1})
		case planNouns[strings.TrimSuffix(w.Text, "s")] || standsIn(words, i) || w.Text == "1" && !digits(w) && len(out) > 0 && strings.HasPrefix(out[len(out)-1].key, "@"):
			out = append(out, atom{planKey, i, i + 1})
		case w.Text == "pt" || w.Text == "pts":
			out = append(out, atom{PointKey, i, i + 1})
		default:
			out = append(out, atom{w.Stem, i, i + 1})
		}
		i++
	}
	return out
}

// partyAt is how many words the name of a party has that no alias has.
func (l *Lexicon) partyAt(words []search.Word) int {
	for _, name := range l.long {
		if len(words) >= len(name) && slices.EqualFunc(words[:len(name)], name, func(a, b search.Word) bool { return a.Text == b.Text }) {
			return len(name)
		}
	}
	return 0
}

// digits reports whether a number was typed in figures.
func digits(w search.Word) bool { return w.End-w.Start == len(w.Text) }

// Read finds names, numbers of points, dates and points, the longest first, in
// one pass; nothing is read twice.
func (l *Lexicon) Read(words []search.Word) *Named {
	n := &Named{Words: words, Used: make([]bool, len(words)), Titled: make([]bool, len(words))}
	if l.pointNumbers(n); n.again() {
		n.Used[0] = true
		n.Used[1] = n.Used[1] || PlanNoun(n.Words[1].Text) // "same thing for"
	}
	days := &Named{Words: words, Used: slices.Clone(n.Used)} // before names take theirs
	l.dates(days)
	atoms := l.atoms(words)
	for i := 0; i < len(atoms); {
		if n.Used[atoms[i].from] {
			i++
			continue
		}
		k := l.byTraits(n, atoms, i, days)
		if k == 0 {
			k = l.byCount(n, atoms[i:])
		}
		if k == 0 {
			k = l.byName(n, atoms, i, days)
		}
		if k == 0 {
			if strings.HasPrefix(atoms[i].key, "@") && l.PlansNamed(atoms[i].key) != nil && !slices.Contains(n.Parties, atoms[i].key) {
				n.Parties = append(n.Parties, atoms[i].key)
			}
			k = 1
		}
		i += k
	}
	l.dates(n)
	l.byNoun(n, atoms)
	l.byOffer(n, atoms)
	l.byReply(n, atoms)
	l.bareCounts(n, atoms)
	for i, w := range words {
		if id := l.x.OnlyName(w); id != "" && !n.Used[i] {
			n.add([]atom{{w.Stem, i, i + 1}}, l.x.Lib.Record(id))
		}
	}
	if len(n.Records) == 0 && n.Counts == nil && !n.AsksAll() {
		l.described(n, atoms)
	}
	n.sinceThen()
	n.readShift()
	if from, to := n.Span(); from != "" { // whose drafts are of another time
		n.Parties = slices.DeleteFunc(n.Parties, func(p string) bool {
			return !slices.ContainsFunc(l.PlansNamed(p), func(r *plan.Record) bool { return r.Date == "" || Overlaps(r.Date, from+"/"+to) })
		})
	}
	n.Parties = slices.DeleteFunc(n.Parties, func(p string) bool { // the place of a draft that is named: "the Russian paper of Geneva"
		return !l.Party(p) && slices.ContainsFunc(n.Records, func(r *plan.Record) bool { return l.x.HasStem(r.ID, p) })
	})
	n.readDay()
	n.readClause()
	n.findCues()
	l.likeCues(n)
	l.byMeeting(n)
	l.byTaking(n)
	return n
}

// longest is the longest name that begins with the first of some atoms, and how
// many it has. The program's own come before what else bears a name.
func (l *Lexicon) longest(words []search.Word, atoms []atom) (best []*plan.Record, k int) {
	for i, a := range atoms[:min(len(atoms), max(l.most, mostOwn))] {
		if records := l.bear[together(atoms[:i+1])]; records != nil {
			best, k = records, i+1
		}
		if i > 0 && i < mostOwn && atoms[0].key != articleKey && a.key != articleKey {
			if own := l.own[l.said(words, atoms[:i+1])]; len(own) == 1 {
				best, k = own, i+1
			}
		}
	}
	return best, k
}

// byName takes the longest name that begins at an atom. "The US and EU versions"
// are one of each.
func (l *Lexicon) byName(n *Named, all []atom, first int, days *Named) int {
	atoms := all[first:]
	best, k := l.longest(n.Words, atoms)
	if k > 1 && best[0].Kind != plan.Draft && strings.HasSuffix(n.Words[atoms[0].from].Text, "ed") && atoms[1].from == atoms[0].to { // "the leaked first draft" is no leak
		if draft, m := l.longest(n.Words, atoms[1:]); m == k-1 && draft[0].Kind == plan.Draft {
			best, n.Used[atoms[0].from] = draft, true
			atoms, k = atoms[1:], m
			defer func() { k++ }()
		}
	}
	if len(days.Dates) == 1 && n.draftNamed() && len(atoms) > 1 && atoms[1].key == planKey && n.Words[atoms[1].from].Text == "1" { // "the March paper and the union's one"
		if now := pick.Keep(l.PlansOf(atoms[0].key), func(r *plan.Record) bool { return Overlaps(days.Dates[0], r.Date) }); len(now) > 0 {
			best, k = now, 2
		}
	}
	if w := atoms[0].from; k == 0 && len(atoms) > 1 && atoms[1].key == planKey && atoms[1].from == atoms[0].to && (w == 0 || n.Words[w-1].Text != "a") { // "the Russian paper"
		if best = pick.Keep(l.drafts, func(r *plan.Record) bool { return l.byAll(r, atoms[:1]) }); len(best) > 0 {
			k = 2
		}
	}
	if k == 0 || atoms[k-1].key == PointKey && n.counted(atoms[0].from) || n.predicate(atoms[:k]) || l.verbAt(n, atoms[k-1].to-1) || isVerb(atoms[k-1].key, n.Words[atoms[k-1].from].Text) {
		return 0
	}
	if n.plural(atoms[k-1]) && l.other(n, all, first, func(group string) []*plan.Record { return l.sort(group, atoms[k-1].key) }) {
		best = l.Pick(best, false)
	}
	plural := n.plural(atoms[k-1])
	if plural && atoms[k-1].key != planKey {
		best = l.several(n, all[:first], atoms[:k], best)
	}
	if own, ok := l.owner(n, all[:first], atoms[0].from); ok {
		best = pick.Or(l.theirs(l.having(&traits{words: atoms[:k]}), []atom{own}), best)
	}
	if len(days.Dates) == 1 { // "the US plan of April" is another than that of November
		then := func(r *plan.Record) bool { return Overlaps(days.Dates[0], r.Date) }
		beside := days.days[0] == 0 || days.ends[0] == atoms[0].from || days.days[0] >= atoms[k-1].to && days.days[0] <= atoms[k-1].to+1
		if theirs := pick.Keep(l.PlansOf(atoms[0].key), then); beside && k == 2 && atoms[1].key == planKey && len(theirs) == 1 && !slices.ContainsFunc(best, then) {
			best = theirs
		}
		best = pick.Preferred(best, then)
	}
	picked := l.Pick(best, plural || l.monthly(n, atoms[:k]))
	n.add(atoms[:k], picked...)
	l.absorb(n, picked[0], atoms[0].from-1)
	return k
}

// predicate reports whether a name says what something is rather than names it: "a shopping
// list"; one with a noun for a draft names it with any article.
func (n *Named) predicate(atoms []atom) bool {
	first, last := atoms[0].from, n.Words[atoms[len(atoms)-1].to-1]
	return first > 0 && (n.Words[first-1].Text == "a" || n.Words[first-1].Text == "an") && !PlanNoun(last.Text) && !last.Number
}

// absorb takes the word before a draft's name for a part of it, where it stands
// in another of its names: "the original US plan".
func (l *Lexicon) absorb(n *Named, r *plan.Record, w int) {
	if w >= 0 && r.Kind == plan.Draft && !n.Words[w].Common() && !n.Words[w].Number && l.x.Has(r.ID, n.Words[w:w+1]) {
		n.Used[w] = true
	}
}

// Pick takes of the records that bear a name the one that comparisons use by
// default, else the last in the overview; all drafts of them where the noun is
// plural.
func (l *Lexicon) Pick(records []*plan.Record, plural bool) []*plan.Record {
	drafts := pick.Drop(records, func(r *plan.Record) bool { return r.Kind != plan.Draft })
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
	if len(drafts) > 0 && drafts[0].Kind == plan.Event {
		return drafts[:min(3, len(drafts))] // rounds of one name
	}
	return drafts[:min(1, len(drafts))]
}

// named reports whether atoms as they stand are a name.
func (l *Lexicon) named(atoms []atom) bool { return l.bear[together(atoms)] != nil }

func (n *Named) add(atoms []atom, records ...*plan.Record) {
	for _, a := range atoms {
		for w := a.from; w < a.to; w++ {
			draft := len(records) > 0 && records[0].Kind == plan.Draft
			n.Used[w], n.Titled[w] = n.Used[w] || draft, !draft
		}
	}
	for _, r := range records {
		if !slices.Contains(n.Records, r) {
			n.Records, n.at = append(n.Records, r), append(n.at, atoms[0].from)
		}
	}
}

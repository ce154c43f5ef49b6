package ask

import (
	"iter"
	"math"
	"math/bits"
	"slices"
	"strings"

	"plandiff/internal/plan"
)

// index holds the words of a library by which questions are linked to it. It
// is built for each run, so it keeps to what is cheap: every word gets a
// number, every name is a row of numbers, and only words that begin like one
// of the question are ever stemmed.
type index struct {
	lib      *plan.Library
	ids      map[string]int
	words    []string
	topics   []topicEntry
	fields   []fieldEntry
	records  []recordEntry
	roots    map[string]string // stems made so far
	outlets  []outlet
	fieldAt  map[string]int // in fields, by ID
	proper   []int          // words that name persons and places in titles of records
	quarrels [][]phrase     // names of the library's disagreements
	numbers  []int          // of all phrases, one after the other
	named    int            // words below this number are of names; the others of publishers
}

// phrase is a name as numbers of words, without those that say nothing.
type phrase []int

type topicEntry struct {
	topic *plan.Topic
	names []phrase
}

type fieldEntry struct {
	topic   int // in index.topics
	field   *plan.Field
	title   phrase
	id      phrase
	names   []phrase // synonyms
	choices []phrase
	carried int // by how many records
}

type recordEntry struct {
	record *plan.Record
	names  []name
	who    []phrase // who put it forward
	about  phrase   // words of title and label
}

// name is what people call a record.
type name struct {
	text  string
	words phrase
	// core is the name without the nouns that any version may bear: "Geneva"
	// of "Geneva draft". Empty where nothing is left, or nothing was taken.
	core phrase
	// given: written as a name or ID; else a title.
	given bool
}

func newIndex(lib *plan.Library) *index {
	x := &index{lib: lib, ids: make(map[string]int, 6144), roots: make(map[string]string, 1024), fieldAt: make(map[string]int, 512), numbers: make([]int, 0, 24576)}
	for t := range lib.Topics {
		topic := &lib.Topics[t]
		e := topicEntry{topic: topic, names: []phrase{x.phrase(topic.Title), x.phrase(topic.ID)}}
		for _, s := range topic.Synonyms {
			e.names = append(e.names, x.phrase(s))
		}
		x.topics = append(x.topics, e)
		for f := range topic.Fields {
			x.addField(t, &topic.Fields[f])
		}
	}
	for _, r := range lib.Records {
		x.addRecord(r)
	}
	for i := range lib.Disagreements {
		d := &lib.Disagreements[i]
		names := []phrase{x.phrase(d.Question)}
		for _, s := range d.Synonyms {
			names = append(names, x.phrase(s))
		}
		x.quarrels = append(x.quarrels, names)
	}
	x.named = len(x.words)
	for _, s := range lib.Sources {
		x.addOutlets(s)
	}
	for _, r := range lib.Records {
		for i := range r.Fields {
			for j := range r.Fields[i].Claims {
				c := &r.Fields[i].Claims[j]
				if name := toldTo(c.By); name != "" {
					x.addOutlet(name, "")
				}
			}
		}
	}
	return x
}

func (x *index) addField(topic int, f *plan.Field) {
	e := fieldEntry{topic: topic, field: f, title: x.phrase(f.Title)}
	e.id = x.phrase(strings.NewReplacer(".", " ", "-", " ").Replace(f.ID))
	for _, s := range f.Synonyms {
		e.names = append(e.names, x.phrase(s))
	}
	for _, c := range f.Choices {
		e.choices = append(e.choices, x.phrase(c))
	}
	x.fieldAt[f.ID] = len(x.fields)
	x.fields = append(x.fields, e)
}

func (x *index) addRecord(r *plan.Record) {
	e := recordEntry{record: r, about: x.phrase(r.Title + " " + r.Label)}
	add := func(text string, given bool) {
		n := name{text: text, words: x.phrase(text), given: given}
		if given {
			n.core = x.core(n.words)
		}
		e.names = append(e.names, n)
	}
	add(strings.ReplaceAll(r.ID, "-", " "), true)
	e.names[0].core = nil
	add(r.Label, false)
	add(r.Title, false)
	for _, n := range r.Names {
		add(n, true)
	}
	for _, n := range r.Described {
		add(n, true)
	}
	for _, by := range r.By {
		e.who = append(e.who, x.phrase(by))
	}
	for _, w := range strings.Fields(r.Title + " " + strings.Join(r.By, " ")) {
		if low := split(w); len(low) == 1 && w[0] >= 'A' && w[0] <= 'Z' && !everyday(low[0]) {
			x.proper = append(x.proper, x.id(low[0]))
		}
	}
	for _, fc := range r.Fields {
		if i, ok := x.fieldAt[fc.Field]; ok && len(fc.Claims) > 0 {
			x.fields[i].carried++
		}
	}
	x.records = append(x.records, e)
}

// core is a name without generic nouns.
func (x *index) core(p phrase) phrase {
	var out phrase
	for _, w := range p {
		if !generic[x.words[w]] {
			out = append(out, w)
		}
	}
	if len(out) == len(p) || len(out) == 1 && common(x.words[out[0]]) {
		return nil
	}
	return out
}

// common words are no core of a name: "side" of "side document".
func common(w string) bool {
	return silent[w] || plainEnglish[w] || ordinary[w] || cueWords[w] && !demonym(w) || numberWords[w]
}

// demonym: a word for people of a place, which may well be a core.
func demonym(w string) bool { return strings.HasSuffix(w, "an") }

// phrase cuts a name into numbered words.
func (x *index) phrase(s string) phrase {
	from := len(x.numbers)
	for w := range eachWord(s) {
		if !skip(w) {
			x.numbers = append(x.numbers, x.id(w))
		}
	}
	if from == len(x.numbers) {
		return nil
	}
	return x.numbers[from:len(x.numbers):len(x.numbers)]
}

// split is tokens for names, cheaper where the name is plain words.
func split(s string) []string { return slices.Collect(eachWord(s)) }

// eachWord yields the words of a text as tokens cuts them.
func eachWord(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		if !plain(s) {
			for _, t := range tokens(s) {
				if !yield(t.text) {
					return
				}
			}
			return
		}
		for i := 0; i < len(s); {
			if !isLetter(s[i]) {
				i++
				continue
			}
			j, upper := i, false
			for j < len(s) && isLetter(s[j]) {
				upper = upper || s[j] < 'a'
				j++
			}
			w := s[i:j]
			if j+1 < len(s) && s[j] == '\'' && s[j+1] == 's' && (j+2 == len(s) || !isLetter(s[j+2])) {
				j += 2
			}
			if upper {
				w = strings.ToLower(w)
			}
			if !yield(w) {
				return
			}
			i = j
		}
	}
}

// plain reports whether words of a text are just its runs of letters, but for
// a possessive s.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= 0x80, c < ' ', c == '.', isDigit(c):
			return false
		case c == '\'' && !(i+1 < len(s) && s[i+1] == 's' && (i+2 == len(s) || !isLetter(s[i+2]))):
			return false
		}
	}
	return true
}

func (x *index) id(w string) int {
	if n, ok := x.ids[w]; ok {
		return n
	}
	n := len(x.words)
	x.ids[w] = n
	x.words = append(x.words, w)
	return n
}

// place is the order of a field in the vocabulary.
func (x *index) place(f *plan.Field) int {
	return slices.IndexFunc(x.fields, func(e fieldEntry) bool { return e.field == f })
}

// root is the stem of a word, made once.
func (x *index) root(w string) string {
	if r, ok := x.roots[w]; ok {
		return r
	}
	r := stem(w)
	x.roots[w] = r
	return r
}

// hits maps every word of the index to the places in a question where it, or
// a word of the same stem, stands.
type hits []uint64

// hits links the words of a question, at most 64 of them, to the index.
func (x *index) hits(words []token) hits {
	h := make(hits, len(x.words))
	byHead := map[string][]int{}
	for i, t := range words {
		if len(t.text) < 3 || t.isNum {
			if id, ok := x.ids[t.text]; ok {
				h[id] |= 1 << i
			}
			continue
		}
		byHead[t.text[:2]] = append(byHead[t.text[:2]], i)
	}
	for id, w := range x.words {
		if len(w) < 2 {
			continue
		}
		for _, i := range byHead[w[:2]] {
			if q := words[i].text; q == w || isLetter(w[0]) && x.root(q) == x.root(w) {
				h[id] |= 1 << i
			}
		}
	}
	return h
}

// at is where in the question the words of a phrase stand, and how many of
// them do.
func (h hits) at(p phrase) (mask uint64, found int) {
	for _, w := range p {
		if h[w] != 0 {
			found++
			mask |= h[w]
		}
	}
	return mask, found
}

// run is where a phrase stands word by word, as a mask of its place; 0 if it
// does not from there.
func (h hits) run(p phrase, from int) uint64 {
	if len(p) == 0 || from+len(p) > 64 {
		return 0
	}
	var mask uint64
	for i, w := range p {
		if h[w]&(1<<(from+i)) == 0 {
			return 0
		}
		mask |= 1 << (from + i)
	}
	return mask
}

// rarity weighs the words of a question: one that many fields bear says
// little about which is meant.
func (x *index) rarity(h hits, words int) []float64 {
	count := make([]int, words)
	for i := range x.fields {
		f := &x.fields[i]
		var mask uint64
		for _, p := range append([]phrase{f.title}, f.names...) {
			m, _ := h.at(p)
			mask |= m
		}
		for ; mask != 0; mask &= mask - 1 {
			count[bits.TrailingZeros64(mask)]++
		}
	}
	// A word of one field alone weighs the same in a small vocabulary as in a
	// large one.
	const most = 4.8
	out, n := make([]float64, words), float64(len(x.fields))
	for i, c := range count {
		out[i] = most * math.Log(1+n/float64(1+c)) / math.Log(1+n/2)
	}
	return out
}

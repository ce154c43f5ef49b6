package search

import (
	"slices"
	"strings"
	"sync"
	"time"

	"plandiff/internal/plan"
)

// Zone is a part of a unit that is matched by itself.
type Zone uint8

// The zones of a field, a record, a claim and a source. A name has one zone.
const (
	Title    Zone = iota // of a field or a topic
	Synonyms             // of a field or a topic
	Meaning              // of a field: its note and choices

	Names Zone = iota - 3 // of a record: title, label, names
	About                 // its note, status
	By                    // who put it forward or took part

	Value   Zone = iota - 6 // of a claim: value, qualifiers
	Phrase                  // the source's words
	Note                    // ours
	Speaker                 // who says it

	Publisher Zone = iota - 10 // of a source
	Card                       // its title and what it attests
)

// zones is the most that a unit has.
const zones = 4

// Unit is a thing that words are matched with: a field, a record, a claim, a
// source, or one name of a field, a topic or a record.
type Unit int32

// Index holds where each stem stands.
type Index struct {
	Lib     *plan.Library
	Claims  []Claim
	Names   []Name
	Fields  []Field
	records map[string]Unit
	fields  map[string]Unit
	sources map[string]Unit
	relayed map[string]Unit // a source with the reports that it relays, by told
	prints  map[Unit]bool   // units that are a source
	units   int

	ids    map[string]int32       // stem, or alias group -> term
	words  map[string]int32       // word as it stands -> term
	folded []string               // folded forms of all words, for near spellings
	stems  []string               // by term
	alias  map[string][]aliasName // by first word, folded
	heads  map[string][]aliasName // by first word, as it stands
	isHead []bool                 // by term: it may be the first word of an alias
	idf    []float32
	start  []int32 // postings of term t are posts[start[t]:start[t+1]]
	posts  []post
	raw    []entry
	host   bool     // the words being added are the name of a site
	made   bool     // the words are known, and none is added
	lines  sync.Map // of the thesaurus, by stem: []string
	entry  sync.Map // stems of its entries, by line: [][]string
}

// Claim is a claim in its place.
type Claim struct {
	Record *plan.Record
	Topic  *plan.Topic
	Field  *plan.Field
	Claim  *plan.Claim
	Unit   Unit
	// units of its field, record and source
	Of, In, From Unit
	Theme        Unit // the topic's
}

// Field is a field in its topic.
type Field struct {
	Topic *plan.Topic
	Field *plan.Field
	Unit  Unit
	Theme Unit // the topic's
}

// Name is one name of a field, topic or record: its words together.
type Name struct {
	Owner Unit // a field or a topic
	Text  string
	Title bool
	mass  float32
	unit  Unit
}

// post is a zone of a unit.
type post int32

func at(u Unit, z Zone) post { return post(u)*zones + post(z) }

func (p post) unit() Unit { return Unit(p / zones) }
func (p post) zone() Zone { return Zone(p % zones) }

type entry struct {
	term int32
	post post
}

// aliasName is one way of saying what an alias group means.
type aliasName struct {
	words []string // folded, after the first
	term  int32
}

// New indexes a library: one pass over its words, without what the source cards say of
// themselves.
func New(lib *plan.Library) *Index { return index(lib, false) }

// WithCards is New with what the source cards say of themselves.
func WithCards(lib *plan.Library) *Index { return index(lib, true) }

func index(lib *plan.Library, cards bool) *Index {
	n := lib.ClaimCount() // and about as many names, and twice as many words
	x := &Index{Lib: lib, ids: make(map[string]int32, 2*n), words: make(map[string]int32, 5*n/2), folded: make([]string, 0, 2*n), stems: make([]string, 0, 2*n), isHead: make([]bool, 0, 2*n),
		heads: map[string][]aliasName{}, raw: make([]entry, 0, 20*n)}
	x.walk(cards)
	x.finish()
	return x
}

// walk gives everything its unit, and adds the words.
func (x *Index) walk(cards bool) {
	lib, n := x.Lib, x.Lib.ClaimCount()
	x.Claims, x.Names, x.alias = make([]Claim, 0, n), make([]Name, 0, n), map[string][]aliasName{}
	x.records, x.fields, x.sources, x.relayed = map[string]Unit{}, map[string]Unit{}, make(map[string]Unit, len(lib.Sources)), map[string]Unit{}
	x.prints = make(map[Unit]bool, 2*len(lib.Sources))
	x.addAliases()
	for _, s := range lib.Sources {
		u := x.unit()
		x.sources[s.ID], x.prints[u] = u, true
		x.host = strings.Contains(s.Publisher, ".")
		x.add(u, Publisher, s.Publisher)
		if cards {
			x.add(u, Card, s.Title, s.Attests)
		}
	}
	x.host = false
	for t := range lib.Topics {
		topic := &lib.Topics[t]
		u := x.unit()
		x.names(u, Title, topic.Title)
		x.names(u, Synonyms, topic.Synonyms...)
		for f := range topic.Fields {
			x.addField(u, topic, &topic.Fields[f])
		}
	}
	for _, r := range lib.Records {
		x.addRecord(r)
	}
}

// told is the unit of a claim's source, together with the outlets whose report it
// relays there: what it repeats is theirs too.
func (x *Index) told(c *plan.Claim) Unit {
	key := c.Source
	for _, id := range c.Via {
		key += " " + id
	}
	u, ok := x.relayed[key]
	if !ok {
		u = x.relays(c.Source, c.Via)
		x.relayed[key] = u
	}
	return u
}

func (x *Index) relays(id string, from []string) Unit {
	s := x.Lib.Source(id)
	if s != nil && len(from) == 0 {
		from = s.Original
	}
	if s == nil || len(from) == 0 {
		return x.source(id)
	}
	u := x.unit()
	x.prints[u] = true
	x.host = strings.Contains(s.Publisher, ".")
	x.add(u, Publisher, s.Publisher)
	x.host = false
	for _, id := range from {
		if o := x.Lib.Source(id); o != nil {
			x.add(u, Publisher, o.Publisher)
		}
	}
	return u
}

func (x *Index) unit() Unit {
	x.units++
	return Unit(x.units - 1)
}

func (x *Index) addField(in Unit, topic *plan.Topic, f *plan.Field) {
	u := x.unit()
	x.fields[f.ID] = u
	x.Fields = append(x.Fields, Field{topic, f, u, in})
	x.names(u, Title, f.Title)
	x.names(u, Synonyms, f.Synonyms...)
	x.add(u, Meaning, f.Note, f.Unit, strings.Join(f.Choices, " "))
}

// names adds each text as a part of a zone and as a name by itself.
func (x *Index) names(owner Unit, z Zone, texts ...string) {
	for _, text := range texts {
		u := x.unit()
		x.Names = append(x.Names, Name{Owner: owner, Text: text, Title: z == Title, unit: u})
		from := len(x.raw)
		x.add(u, 0, text)
		for _, e := range x.raw[from:] {
			x.raw = append(x.raw, entry{e.term, at(owner, z)})
		}
	}
}

func (x *Index) addRecord(r *plan.Record) {
	u := x.unit()
	x.records[r.ID] = u
	x.add(u, Names, r.Title, r.Label)
	x.add(u, Names, r.Names...)
	x.add(u, Names, r.Described...)
	x.add(u, Names, monthOf(r.Date))
	x.add(u, About, r.Note, r.Status, r.KnownNote)
	x.add(u, By, r.By...)
	for i := range r.Fields {
		f := x.field(r.Fields[i].Field)
		if f == nil {
			continue
		}
		for j := range r.Fields[i].Claims {
			c := &r.Fields[i].Claims[j]
			cu := x.unit()
			x.Claims = append(x.Claims, Claim{r, f.Topic, f.Field, c, cu, f.Unit, u, x.told(c), f.Theme})
			if x.made {
				continue
			}
			if c.Value.HasNumber() {
				x.addTerm(cu, Value, string(c.Value.Number))
				if whole, _ := c.Value.Scaled(); whole != c.Value.Number {
					x.addTerm(cu, Value, string(whole))
				}
				x.add(cu, Value, c.Value.Unit)
			} else {
				x.add(cu, Value, c.Value.String())
			}
			x.add(cu, Value, c.Qualifiers...)
			x.add(cu, Value, c.To, c.Proponent)
			if c.State != plan.Present {
				x.add(cu, Value, string(c.State))
			}
			x.add(cu, Phrase, c.Phrase)
			x.add(cu, Note, c.Note)
			x.add(cu, Speaker, c.By)
		}
	}
}

// monthOf is the month and year of a day, in words.
func monthOf(d plan.Date) string {
	t, err := time.Parse("2006-01-02", d.First())
	if err != nil || len(d) < len("2006-01") {
		return ""
	}
	return t.Format("January 2006")
}

func (x *Index) field(id string) *Field {
	u, ok := x.fields[id]
	if !ok {
		return nil
	}
	i, _ := slices.BinarySearchFunc(x.Fields, u, func(f Field, u Unit) int { return int(f.Unit - u) })
	return &x.Fields[i]
}

func (x *Index) source(id string) Unit { return lookup(x.sources, id) }

func (x *Index) term(stem string) int32 {
	id, ok := x.ids[stem]
	if !ok {
		id = int32(len(x.stems))
		x.ids[stem] = id
		x.stems, x.isHead = append(x.stems, stem), append(x.isHead, false)
	}
	return id
}

func (x *Index) addTerm(u Unit, z Zone, stem string) {
	if x.made {
		return
	}
	x.raw = append(x.raw, entry{x.term(stem), at(u, z)})
}

// none is the term of a word that is not indexed.
const none int32 = -1

// add indexes the words of texts, and the alias groups that they name.
func (x *Index) add(u Unit, z Zone, texts ...string) {
	if x.made {
		return
	}
	for _, text := range texts {
		for start, end := next(text, 0); start < end; start, end = next(text, end) {
			raw := text[start:end]
			t, ok := x.words[raw]
			if !ok {
				t = x.learn(raw)
			}
			if t == none {
				continue
			}
			x.raw = append(x.raw, entry{t, at(u, z)})
			if x.isHead[t] {
				if group, ok := aliasAt(x.heads[raw], text[end:]); ok {
					x.raw = append(x.raw, entry{group, at(u, z)})
				}
			}
		}
	}
}

// learn gives a word its term.
func (x *Index) learn(raw string) int32 {
	w := Word{}
	w.Text, w.Number = normal(raw)
	t := none
	if w.Text != "" && !(w.Common() && x.alias[w.Text] == nil) {
		t = x.term(Stem(w.Text))
		if !w.Number && len(w.Text) > 3 && !x.host { // what stands in the name of a site is no guide to spelling
			x.folded = append(x.folded, w.Text)
		}
		if begins := x.alias[w.Text]; begins != nil {
			x.isHead[t], x.heads[raw] = true, begins
		}
	}
	x.words[raw] = t
	return t
}

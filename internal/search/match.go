package search

import (
	"cmp"
	"slices"
	"strings"

	"plandiff/internal/plan"
	"plandiff/internal/prose"
)

// strength of a match by how a word was found.
type strength uint8

const (
	related strength = iota + 1 // by the thesaurus
	derived                     // one stem begins the other
	alike                       // another spelling
	exact
)

// shares are what a strength counts for, of a word.
var shares = [...]float32{0, related: 0.35, derived: 0.7, alike: 0.8, exact: 1}

// Term is one word of a query, or several that an alias takes together.
type Term struct {
	Words  []Word
	Weight float32
	// Unknown: no word of the library matches it; Loose: only a related one does.
	Unknown, Loose bool
	Alias          bool
	Printed        bool               // it stands in the names of sources alone
	means          map[int32]strength // terms of the index
	row            *[]strength        // how well each zone of each unit meets it, made when it is first matched
}

// Text is the term as typed.
func (t Term) Text() string {
	var parts []string
	for _, w := range t.Words {
		parts = append(parts, w.Text)
	}
	return strings.Join(parts, " ")
}

// End is where the term ends in what was typed.
func (t Term) End() int { return t.Words[len(t.Words)-1].End }

// Terms makes query terms of words, leaving out those that carry no subject.
func (x *Index) Terms(words []Word) []Term {
	var out []Term
	for i := 0; i < len(words); {
		n := 1
		t := Term{means: map[int32]strength{}, row: new([]strength)}
		if x.alias[words[i].Text] != nil {
			if group, k, ok := x.aliasIn(words[i:]); ok {
				t.means[group], t.Alias, n = exact, true, k
			}
		}
		t.Words = words[i : i+n]
		i += n
		if !t.Alias && (t.Words[0].Common() || t.Words[0].Text == "") { // "": a slip for one that is
			continue
		}
		x.mean(&t)
		out = append(out, t)
	}
	x.relate(out)
	for i := range out {
		x.weighTerm(&out[i])
	}
	return out
}

// mean finds the index terms that a query term stands for by its own letters.
func (x *Index) mean(t *Term) {
	if len(t.Words) > 1 {
		return
	}
	w := t.Words[0]
	id, known := x.ids[w.Stem]
	if known {
		t.means[id] = exact
	}
	if w.Number {
		return
	}
	if len(w.Stem) >= 5 {
		for id, stem := range x.stems {
			short, long := w.Stem, stem
			if len(short) > len(long) {
				short, long = long, short
			}
			if len(short) >= 5 && len(short) < len(long) && len(long) <= len(short)+3 && strings.HasPrefix(long, short) {
				t.means[int32(id)] = max(t.means[int32(id)], derived)
			}
		}
	}
	if len(t.means) == 0 {
		for _, near := range x.Near(w.Text) {
			if group, _, ok := x.aliasIn(Words(near)); ok {
				t.means[group] = alike
			}
			if id, ok := x.ids[Stem(near)]; ok {
				t.means[id] = max(t.means[id], alike)
			}
		}
	}
}

// Near are the words of the library that a mistyped one may stand for, the most used first: the
// longer the word, the more slips are forgiven.
func (x *Index) Near(w string) []string {
	limit := 1
	switch {
	case len(w) < 4:
		return nil
	case len(w) >= 9:
		limit = 2
	}
	var out []string
	for _, c := range x.folded {
		if c[0] != w[0] && (c[len(c)-1] != w[len(w)-1] || len(c) == len(w) && !swapped(w, c)) { // another first letter is another word
			continue
		}
		switch d := prose.Edits(w, c, limit+1); {
		case d > limit, len(w) == 4 && !swapped(w, c):
		case d < limit:
			limit = d
			out = append(out[:0], c)
		default:
			out = append(out, c)
		}
	}
	ends := func(c string) int { // of the letters at both ends those that are kept
		return map[bool]int{true: 1}[c[0] == w[0]] + map[bool]int{true: 1}[c[len(c)-1] == w[len(w)-1]]
	}
	slices.SortFunc(out, func(a, b string) int {
		return cmp.Or(ends(b)-ends(a), x.uses(b)-x.uses(a), strings.Compare(a, b))
	})
	return slices.Compact(out)
}

// uses is how often the library has a word.
func (x *Index) uses(word string) int {
	id, ok := x.ids[Stem(word)]
	if !ok {
		return 0
	}
	return int(x.start[id+1] - x.start[id])
}

// swapped reports whether two words of one length have the same letters.
func swapped(a, b string) bool {
	x, y := []byte(a), []byte(b)
	slices.Sort(x)
	slices.Sort(y)
	return string(x) == string(y)
}

func (x *Index) weighTerm(t *Term) {
	t.Unknown, t.Loose = len(t.means) == 0, true
	for id, s := range t.means {
		t.Loose = t.Loose && s <= related
		if s == exact {
			t.Weight = max(t.Weight, x.idf[id]) // a word and the alias group that it names
		}
	}
	t.Printed = !t.Unknown && x.onlyPrinted(t)
	if t.Weight > 0 {
		return
	}
	for id := range t.means {
		t.Weight = max(t.Weight, x.idf[id])
	}
	if t.Unknown {
		t.Weight = x.rarest()
	}
}

// onlyPrinted reports whether a term stands nowhere but in the names of sources.
func (x *Index) onlyPrinted(t *Term) bool {
	for id := range t.means {
		for _, p := range x.posts[x.start[id]:x.start[id+1]] {
			if !x.prints[p.unit()] {
				return false
			}
		}
	}
	return true
}

func (x *Index) rarest() float32 {
	var most float32
	for _, w := range x.idf {
		most = max(most, w)
	}
	return most
}

// Match is how well each term is met by each zone of each unit.
type Match struct {
	x     *Index
	Terms []Term
	s     [][]strength
	name  []float32 // by name: share of its words that the query has
	mass  []float32 // by name: weight of the query's words that it meets
	Total float32   // weight of all terms
}

// Text is the terms as they were typed.
func (m *Match) Text() string {
	var out []string
	for _, t := range m.Terms {
		out = append(out, t.Text())
	}
	return strings.Join(out, " ")
}

// Match looks the terms up.
func (x *Index) Match(terms []Term) *Match {
	m := &Match{x: x, Terms: terms, name: make([]float32, len(x.Names)), mass: make([]float32, len(x.Names))}
	for _, t := range terms {
		m.Total += t.Weight
		row := x.row(t)
		m.s = append(m.s, row)
		for n := range x.Names {
			if s := row[at(x.Names[n].unit, 0)]; s > 0 {
				m.mass[n] += shares[s] * t.Weight
			}
		}
	}
	for n := range x.Names {
		if mass := x.Names[n].mass; mass > 0 {
			m.name[n] = min(1, m.mass[n]/mass)
		}
	}
	return m
}

// row is how well each zone of each unit meets a term. Parts of one question share its terms.
func (x *Index) row(t Term) []strength {
	if *t.row == nil {
		row := make([]strength, x.units*zones)
		for id, s := range t.means {
			for _, p := range x.posts[x.start[id]:x.start[id+1]] {
				row[p] = max(row[p], s)
			}
		}
		*t.row = row
	}
	return *t.row
}

// Strength is how well a term is met by a zone of a unit, 0 to 1.
func (m *Match) Strength(term int, u Unit, z Zone) float32 {
	if u < 0 {
		return 0
	}
	return shares[m.s[term][at(u, z)]]
}

// Stands reports whether a text has a term, or a word that stands for it.
func (x *Index) Stands(t Term, text string) bool {
	words := Words(text)
	for i, w := range words {
		if group, _, ok := x.Alias(words[i:]); ok && t.means[x.ids[group]] > related {
			return true
		}
		if id, ok := x.ids[w.Stem]; ok && t.means[id] > related {
			return true
		}
	}
	return false
}

// Name is the share of a name's words that the query has, and of the query's
// weight that the name meets.
func (m *Match) Name(n int) (of, meets float32) {
	if m.Total == 0 {
		return 0, 0
	}
	return m.name[n], m.mass[n] / m.Total
}

// mostly is how much of a query is a name, to be what it is about.
const mostly = 0.75

// Whole are the units of which a name is all that the query has, apart from the
// words to skip.
func (m *Match) Whole(skip func(start int) bool) map[Unit]bool {
	out := map[Unit]bool{}
	var total float32
	for _, t := range m.Terms {
		if !skip(t.Words[0].Start) {
			total += t.Weight
		}
	}
	for n := range m.x.Names {
		if of, meets := m.Name(n); of > 0.99 && meets*m.Total > mostly*total {
			out[m.x.Names[n].Owner] = true
		}
	}
	return out
}

// Cover is the share of the terms' weight that the zones meet together.
func (m *Match) Cover(places ...Place) float32 {
	if m.Total == 0 {
		return 0
	}
	var sum float32
	for i := range m.Terms {
		var best float32
		for _, p := range places {
			best = max(best, m.Strength(i, p.Unit, p.Zone))
		}
		sum += best * m.Terms[i].Weight
	}
	return sum / m.Total
}

// Place is one zone of one unit.
type Place struct {
	Unit Unit
	Zone Zone
}

// RecordUnit is the unit of a record's names.
func (x *Index) RecordUnit(id string) Unit { return lookup(x.records, id) }

// FieldUnit is the unit of a field.
func (x *Index) FieldUnit(id string) Unit { return lookup(x.fields, id) }

func lookup(units map[string]Unit, id string) Unit {
	if u, ok := units[id]; ok {
		return u
	}
	return -1
}

// Has reports whether a record's own names, or those who put it forward, have
// the words.
func (x *Index) Has(record string, words []Word) bool {
	if group, _, ok := x.Alias(words); ok {
		return x.HasStem(record, group)
	}
	return !words[0].Common() && x.HasStem(record, words[0].Stem)
}

// HasStem is Has of a stem or an alias group.
func (x *Index) HasStem(record, stem string) bool {
	u := lookup(x.records, record)
	term, ok := x.ids[stem]
	return ok && slices.ContainsFunc(x.posts[x.start[term]:x.start[term+1]], func(p post) bool { return p.unit() == u && (p.zone() == Names || p.zone() == By) })
}

// OnlyName is the draft that a word can but mean: it stands in that draft's
// names and nowhere else. "" for any other word.
func (x *Index) OnlyName(w Word) string {
	id, ok := x.ids[w.Stem]
	if !ok || w.Number || w.Common() || len(w.Text) < 5 {
		return ""
	}
	posts := x.posts[x.start[id]:x.start[id+1]]
	for _, p := range posts {
		if p != posts[0] || p.zone() != Names {
			return ""
		}
	}
	for _, r := range x.Lib.Records {
		if len(posts) > 0 && x.records[r.ID] == posts[0].unit() && r.Kind == plan.Draft {
			return r.ID
		}
	}
	return ""
}

package intake

import (
	"strings"

	"plandiff/internal/plan"
)

// Found is a value that stands in the words of a point. Its basis is the
// text itself.
type Found struct {
	Point string // number of the point, inner points by their own
	Sort  Sort   // what sort of value it is
	Field string // field of the vocabulary that its sentence speaks of; "" where none, or several, fit
	Value plan.Value
	Modal string // force of its sentence up to there: "shall", "may", "shall not"; "" for none
	Words string // as they stand in the text
	// Start and End span the words in the point's Text.
	Start, End int
	Place      Place
}

// Sort is the sort of a found value.
type Sort string

const (
	SortQuantity Sort = "quantity"
	SortMoney    Sort = "money"
	SortPercent  Sort = "percent"
	SortDuration Sort = "duration"
	SortDate     Sort = "date"
	SortCount    Sort = "count" // of a noun that is no unit: "12 members"
	SortParty    Sort = "party" // who shall, may or agrees
	SortPlace    Sort = "place"
	SortForce    Sort = "force" // the modal itself
)

// Basis is what a found value rests on.
func (Found) Basis() plan.Basis { return plan.BasisText }

// Find takes values out of the document's words, through the cues of a
// vocabulary where one is given: its units, and the titles and synonyms of
// its fields. lib may be nil. What is unsure is left as wording.
func (d *Document) Find(lib *plan.Library) []Found {
	f := finder{cues: newCues(lib), capitals: map[string]bool{}}
	capitals(d.Points, f.capitals)
	for i := range d.Points {
		f.point(&d.Points[i], d.Points[i].Title)
	}
	return f.out
}

type finder struct {
	cues *cues
	// capitals are words that the document writes with a capital inside a
	// sentence: names, and defined terms.
	capitals map[string]bool
	out      []Found
	words    []word
	p        *Point
	topic    string // titles above: they say what a bare number is of
}

func (f *finder) point(p *Point, topic string) {
	f.p, f.topic = p, topic
	f.text(p.Text)
	for i := range p.Inner {
		f.point(&p.Inner[i], topic+" "+p.Inner[i].Title)
	}
}

// text looks at every word once; each reader says how many words it took.
func (f *finder) text(s string) {
	f.words = split(f.words[:0], s)
	modal, sentence := "", 0
	for i := 0; i < len(f.words); {
		if f.words[i].ends {
			modal, sentence = "", i+1
		}
		if n, force := modalAt(f.words[i:], s); n > 0 {
			f.party(s, sentence, i, force)
			modal = force
			f.add(s, i, i+n, SortForce, plan.Value{Text: force}, "")
			i += n
			continue
		}
		if n := f.date(s, i, modal); n > 0 {
			i += n
			continue
		}
		if n := f.number(s, i, modal, sentence); n > 0 {
			i += n
			continue
		}
		if n := f.place(s, i); n > 0 {
			i += n
			continue
		}
		i++
	}
}

func (f *finder) add(s string, from, to int, sort Sort, v plan.Value, modal string) {
	start, end := f.words[from].start, f.words[to-1].end
	f.addSpan(s, start, end, sort, v, modal, "")
}

func (f *finder) addSpan(s string, start, end int, sort Sort, v plan.Value, modal, field string) {
	f.out = append(f.out, Found{Point: f.p.Number, Sort: sort, Field: field, Value: v, Modal: modal, Words: s[start:end], Start: start, End: end, Place: f.placeAt(start)})
}

// placeAt is the place of the paragraph that holds an offset of the text.
func (f *finder) placeAt(offset int) Place {
	place := f.p.Place
	for _, part := range f.p.Parts {
		if part.Start > offset {
			break
		}
		place = part.Place
	}
	return place
}

// number makes a value of a number, from its exact decimal digits.
func number(digits, unit string, bound plan.Bound) plan.Value {
	n, _ := plan.ParseDecimal(digits)
	return plan.Value{Number: n, Unit: unit, Bound: bound}
}

// sentence is the text from the start of word i's sentence to its end.
func (f *finder) sentence(s string, from, at int) string {
	end := len(s)
	for j := at + 1; j < len(f.words); j++ {
		if f.words[j].ends {
			end = f.words[j].start
			break
		}
	}
	start := 0
	if from > 0 && from <= len(f.words) {
		start = f.words[min(from, len(f.words)-1)].start
	}
	if start > end {
		start = end
	}
	return strings.ToLower(s[start:end])
}

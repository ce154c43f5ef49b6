package rank

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"plandiff/internal/lexicon"
	"plandiff/internal/plan"
	"plandiff/internal/search"
)

// Features are what a field of a record is judged by, for one question. Shares
// are of the weight of the question's words. None is about one word.
const (
	Title        = iota // share met by the field's title
	Name                // best name of the field: how much of it the question has, by how much it meets
	Whole               // a name of the field stands in the question as a whole
	Synonyms            // share met by all names of the field
	TopicName           // best name of the topic, as Name
	Topic               // share met by the topic's names
	Meaning             // share met by the field's note and choices
	Field               // share met by any of these
	Pooled              // share met by field, topic and any one claim of the field in any record
	Value               // share met by the best claim's value
	Phrase              // by its phrase
	Note                // by our note on it
	Speaker             // by who says it
	Publisher           // by the source
	Record              // by the record's names
	By                  // by who put the record forward or took part
	Claim               // share met by the claim alone
	All                 // share met by all of these together
	Named               // the question names the record
	Other               // it names other drafts, and this is a draft
	Beside              // it names drafts, and this is no draft
	Draft               // a draft
	Default             // a draft that comparisons show by default
	Event               // an event
	Silent              // nothing is known of it here
	Number              // a number asked about is the value
	Day                 // a day asked about is the claim's or the record's
	OffDay              // another day is
	Amount              // how much, how many: the field holds numbers
	When                // when: the field holds days
	Who                 // who: the field holds names, or is about people
	Text                // the field is about the negotiated text
	PooledValue         // share met by the best value of the field in any record
	PooledPhrase        // by the best phrase
	Here                // by the best claim of the field in a draft that is named, with all that it belongs to
	Titled              // the field's title names a draft that the question names
	Party               // a draft of a party that the question speaks of
	Says                // the question asks what somebody said, and a word of it is the speaker
	DateValue           // a day asked about is the value
	Heard               // the claim is by the speaker, or from the outlet, that the question asks about
	Weight              // how much drafts say of the field
	Stranger            // the field's title names a party that the question does not
	Share               // each word's weight, divided among the fields whose claims have it
	Missed              // share that the names of another field meet, and nothing of this one does
	AmountAbout         // Amount, When and Who of a field that meets the question, by how much it does
	WhenAbout
	WhoAbout
	FieldFull  // share met by any of the field's own words, to the fourth power: all of it counts most
	PooledFull // Pooled, to the fourth power
	AllFull    // All, to the fourth power
	Count
)

// Vector are the features of one cell, field or question.
type Vector [Count]float32

// Model are the weights that judge cells, fields by themselves, and whole
// questions: above zero, the records do not cover one.
type Model struct{ Cells, Fields, Outside [Count]float64 }

// Cell is one field of one record, with the claim that meets the question best.
type Cell struct {
	Record *plan.Record
	Field  *search.Field
	Claims []search.Claim // of the cell; nil: nothing is known
	Best   int            // of claims
	Feats  *Vector
	Score  float64
}

// Ranker judges the cells and fields of one library.
type Ranker struct {
	Index   *search.Index
	Model   *Model
	names   *lexicon.Lexicon
	titled  map[search.Unit][]*plan.Record // drafts that a field's title names
	people  map[string]bool                // alias groups that are a speaker's whole name
	actors  map[string]bool                // who stands in some list, in small letters
	spoken  map[string]string              // who speaks for a side -> its alias group
	at      map[search.Unit]int            // of Index.Fields
	weight  map[string]int                 // claims in drafts, by field
	telling func() map[string]float64      // those, by how much drafts differ on it
	asked   func() []map[string]bool       // the stems that each disagreement is asked by
	Open    []*plan.Field                  // of the document itself, that list what is open
	Outcome *plan.Field                    // what came of a meeting; nil if no field tells that
	Place   *plan.Field                    // where it was; nil if none does
	talks   *plan.Topic                    // of meetings
	held    int                            // cells of which something is known
	groups  [][]string                     // alias groups that a field's title names, by field
	acts    []map[string]string            // who does what in a field's title, by its verb, by field
}

// New makes a ranker.
func New(x *search.Index, names *lexicon.Lexicon) *Ranker {
	s := &Ranker{Index: x, Model: &Trained, names: names, titled: map[search.Unit][]*plan.Record{}, people: map[string]bool{}, at: map[search.Unit]int{}, weight: map[string]int{}, actors: map[string]bool{}}
	for i, f := range x.Fields {
		s.at[f.Unit] = i
		s.groups = append(s.groups, x.Groups(search.Words(f.Field.Title)))
		s.acts = append(s.acts, s.doing(search.Words(f.Field.Title)))
		if f.Topic.About == plan.AboutStance {
			s.titled[f.Unit] = names.Read(search.Words(f.Field.Title)).Records
		}
	}
	for i, c := range x.Claims {
		if i == 0 || c.In != x.Claims[i-1].In || c.Of != x.Claims[i-1].Of {
			s.held++
		}
		if c.Record.Kind == plan.Draft {
			s.weight[c.Field.ID]++
		}
		for _, item := range c.Claim.Value.Items {
			s.actors[strings.ToLower(item)] = true
		}
	}
	s.telling, s.asked = sync.OnceValue(s.findTelling), sync.OnceValue(s.findAsked)
	s.findPeople()
	s.findSpoken()
	s.findOutcome()
	s.findOpen()
	return s
}

// At is the place of a field among those of the index.
func (s *Ranker) At(f *plan.Field) int { return s.at[s.Index.FieldUnit(f.ID)] }

// findTelling weighs the fields of drafts by how many claims they have, less as more of
// the drafts say the same.
func (s *Ranker) findTelling() map[string]float64 {
	out, drafts := map[string]float64{}, s.Index.Lib.Drafts()
	for i := range s.Index.Fields {
		f := s.Index.Fields[i].Field
		says, most, all := map[string]int{}, 0, 0
		for _, v := range drafts {
			if claims := v.Claims(f.ID); len(claims) > 0 {
				text := string(claims[0].State) + claims[0].Value.String()
				says[text]++
				most, all = max(most, says[text]), all+1
			}
		}
		out[f.ID] = float64(s.weight[f.ID]) * (1 - float64(most)/float64(all+1))
	}
	return out
}

// Telling is how much a field tells of a draft: by how many claims drafts have of it, and
// how far they differ on it.
func (s *Ranker) Telling(f *plan.Field) float64 { return s.telling()[f.ID] }

// Rank judges every field of every record for a question, and keeps with it what it
// found.
func (s *Ranker) Rank(a *Asked) {
	a.by = s
	cells := s.cells(a)
	for i := range cells {
		cells[i].Score = Dot(&s.Model.Cells, cells[i].Feats)
	}
	order := make([]int, len(cells))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(cells[b].Score, cells[a].Score) })
	a.Cells = make([]Cell, len(cells))
	for i, k := range order {
		a.Cells[i] = cells[k]
	}
}

// Dot is the score of features by their weights.
func Dot(w *[Count]float64, v *Vector) float64 {
	var out float64
	for f := range w {
		out += w[f] * float64(v[f])
	}
	return out
}

// Fields judges every field by itself, best first, whether or not a record
// says something of it: scores by index of the field.
func (s *Ranker) Fields(a *Asked) (order []int, scores []float64) {
	for f := range a.Fields {
		order, scores = append(order, f), append(scores, Dot(&s.Model.Fields, &a.Fields[f]))
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(scores[b], scores[a]) })
	return order, scores
}

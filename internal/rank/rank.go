package rank

import (
	"cmp"
	"math"
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

// cells makes the features of all fields that a record says something of, and
// of those that a named draft is silent on.
func (s *Ranker) cells(a *Asked) []Cell {
	x := s.Index
	base := s.fieldFeatures(a.Match)
	s.fall(a.Match, base)
	a.reversed = s.undone(a, base, s.reversed(a))
	for f, r := range a.reversed {
		if r { // its names say the opposite
			base[f] = Vector{Text: base[f][Text], Weight: base[f][Weight], Stranger: 1}
		}
	}
	out, feats := make([]Cell, 0, s.held), make([]Vector, s.held)
	known := map[[2]search.Unit]bool{}
	for i := 0; i < len(x.Claims); {
		j := i
		for j < len(x.Claims) && x.Claims[j].In == x.Claims[i].In && x.Claims[j].Of == x.Claims[i].Of {
			j++
		}
		f := s.at[x.Claims[i].Of]
		c := Cell{Record: x.Claims[i].Record, Field: &x.Fields[f], Claims: x.Claims[i:j], Feats: &feats[len(out)]}
		*c.Feats = base[f]
		s.claimFeatures(a, &c)
		base[f][Pooled] = max(base[f][Pooled], c.Feats[Pooled])
		base[f][PooledValue] = max(base[f][PooledValue], c.Feats[Value])
		base[f][PooledPhrase] = max(base[f][PooledPhrase], c.Feats[Phrase])
		if slices.Contains(a.Drafts, c.Record) {
			base[f][Here] = max(base[f][Here], c.Feats[All])
			known[[2]search.Unit{x.Claims[i].In, x.Claims[i].Of}] = true
		}
		out = append(out, c)
		i = j
	}
	for f := range base {
		if slices.ContainsFunc(s.titled[x.Fields[f].Unit], func(r *plan.Record) bool { return slices.Contains(a.Drafts, r) }) {
			base[f][Titled] = 1
		}
		s.shapeFeatures(a, &x.Fields[f], &base[f])
		base[f][FieldFull], base[f][PooledFull] = fourth(base[f][Field]), fourth(base[f][Pooled])
	}
	a.Fields = base
	for k := range out {
		out[k].Feats[Pooled] = base[s.at[out[k].Field.Unit]][Pooled]
		v := out[k].Feats
		v[FieldFull], v[PooledFull], v[AllFull] = fourth(v[Field]), fourth(v[Pooled]), fourth(v[All])
		s.recordFeatures(a, &out[k])
	}
	for _, r := range a.Drafts {
		for f := range x.Fields {
			if u := x.RecordUnit(r.ID); !known[[2]search.Unit{u, x.Fields[f].Unit}] && x.Fields[f].Topic.About != plan.AboutTalks {
				v := base[f]
				c := Cell{Record: r, Field: &x.Fields[f], Feats: &v}
				c.Feats[Silent], c.Feats[All] = 1, base[f][Field]
				s.recordFeatures(a, &c)
				out = append(out, c)
			}
		}
	}
	return out
}

// fourth lets what meets all of a question stand out.
func fourth(x float32) float32 { return x * x * x * x }

// fieldFeatures judges each field by its own words.
func (s *Ranker) fieldFeatures(m *search.Match) []Vector {
	x := s.Index
	out := make([]Vector, len(x.Fields))
	topics := map[search.Unit]float32{}
	var asked []string
	for _, t := range m.Terms {
		asked = append(asked, x.Groups(t.Words)...)
	}
	for n := range x.Names {
		of, meets := m.Name(n)
		if of == 0 {
			continue
		}
		owner := x.Names[n].Owner
		f, ok := s.at[owner]
		if !ok {
			topics[owner] = max(topics[owner], of*meets)
			continue
		}
		out[f][Name] = max(out[f][Name], of*meets)
		if of > 0.99 {
			out[f][Whole] = max(out[f][Whole], meets)
		}
	}
	for f := range x.Fields {
		u, topic := x.Fields[f].Unit, x.Fields[f].Theme
		v := &out[f]
		all, meaning := names(u, topic), search.Place{Unit: u, Zone: search.Meaning}
		v[Title], v[Synonyms], v[Meaning] = m.Cover(all[0]), m.Cover(all[:2]...), m.Cover(meaning)
		v[Topic], v[TopicName] = m.Cover(all[2:]...), topics[topic]
		v[Field] = m.Cover(append(all, meaning)...)
		if x.Fields[f].Topic.About == plan.AboutText {
			v[Text] = 1
		}
		if slices.ContainsFunc(s.groups[f], func(g string) bool { return !slices.Contains(asked, g) }) && len(asked) > 0 {
			v[Stranger] = 1
		}
		v[Weight] = float32(math.Log1p(float64(s.weight[x.Fields[f].Field.ID]))) / 4
	}
	return out
}

// claimFeatures judges a cell by the one of its claims that meets most.
func (s *Ranker) claimFeatures(a *Asked, c *Cell) {
	m := a.Match
	most := float32(-1)
	for i := range c.Claims {
		k := &c.Claims[i]
		value, phrase := search.Place{Unit: k.Unit, Zone: search.Value}, search.Place{Unit: k.Unit, Zone: search.Phrase}
		note, speaker := search.Place{Unit: k.Unit, Zone: search.Note}, search.Place{Unit: k.Unit, Zone: search.Speaker}
		publisher := search.Place{Unit: k.From, Zone: search.Publisher}
		record, by := search.Place{Unit: k.In, Zone: search.Names}, search.Place{Unit: k.In, Zone: search.By}
		field := append(names(k.Of, k.Theme), search.Place{Unit: k.Of, Zone: search.Meaning})
		if a.reversed[s.at[k.Of]] {
			field = field[:0]
		}
		all := m.Cover(append(field, value, phrase, note, speaker, publisher, record, by)...)
		if all <= most {
			continue
		}
		most, c.Best = all, i
		v := c.Feats
		v[All], v[Pooled] = all, m.Cover(append(field, value, phrase, note)...)
		v[Value], v[Phrase], v[Note] = m.Cover(value), m.Cover(phrase), m.Cover(note)
		v[Speaker], v[Publisher] = m.Cover(speaker), m.Cover(publisher)
		v[Record], v[By] = m.Cover(record), m.Cover(by)
		v[Claim] = m.Cover(value, phrase, note, speaker)
	}
}

func (s *Ranker) recordFeatures(a *Asked, c *Cell) {
	v := c.Feats
	set := func(f int, on bool) {
		if on {
			v[f] = 1
		}
	}
	draft := c.Record.Kind == plan.Draft
	named := slices.Contains(a.Records, c.Record)
	set(Named, named)
	set(Other, len(a.Drafts) > 0 && draft && !named)
	set(Beside, len(a.Drafts) > 0 && !draft && !named)
	set(Draft, draft)
	set(Party, len(a.Drafts) == 0 && slices.Contains(a.Theirs, c.Record))
	set(Titled, slices.ContainsFunc(s.titled[c.Field.Unit], func(r *plan.Record) bool { return slices.Contains(a.Drafts, r) }))
	set(Heard, slices.ContainsFunc(c.Claims, func(k search.Claim) bool { return s.heard(a, k) }))
	set(Says, a.Shape[Says] > 0 && (v[Speaker] > 0 || v[By] > 0))
	set(Default, draft && slices.Contains(s.Index.Lib.Compare, c.Record.ID))
	set(Event, c.Record.Kind == plan.Event)
	if c.Claims == nil {
		u := s.Index.RecordUnit(c.Record.ID)
		v[Record] = a.Match.Cover(search.Place{Unit: u, Zone: search.Names})
	} else {
		best := c.Claims[c.Best].Claim
		for _, n := range a.Numbers {
			set(Number, IsNumber(best.Value, n))
		}
		day := best.Date
		if day == "" {
			day = c.Record.Date
		}
		for _, d := range a.Dates {
			set(Day, lexicon.Overlaps(d, day) || lexicon.Overlaps(d, c.Record.Date))
			for _, k := range c.Claims {
				set(DateValue, lexicon.Overlaps(d, k.Claim.Value.Date))
			}
		}
		set(OffDay, len(a.Dates) > 0 && v[Day] == 0)
	}
	s.shapeFeatures(a, c.Field, v)
}

// sureVoice is how much of a name must be met for it to be a speaker's.
const sureVoice = 0.8

// shapeFeatures tell whether a field holds what the question's shape asks for.
func (s *Ranker) shapeFeatures(a *Asked, f *search.Field, v *Vector) {
	set := func(i int, on bool) {
		if on {
			v[i] = 1
		}
	}
	kind := f.Field.Kind
	set(Amount, a.Shape[Amount] > 0 && kind.Numeric())
	set(When, a.Shape[When] > 0 && (kind == plan.DateKind && !a.long || kind == plan.Duration && a.long))
	set(Who, a.Shape[Who] > 0 && (kind == plan.List || strings.HasPrefix(strings.ToLower(f.Field.Title), "who")))
	v[AmountAbout], v[WhenAbout], v[WhoAbout] = v[Amount]*v[Field], v[When]*v[Field], v[Who]*v[Field]
}

// IsNumber reports whether a value is an amount as typed, in its unit or in full.
func IsNumber(v plan.Value, n string) bool {
	whole, _ := v.Scaled()
	return v.HasNumber() && (string(v.Number) == n || string(whole) == n)
}

package ask

import (
	"cmp"
	"slices"
	"strings"

	"plandiff/internal/lexicon"
	"plandiff/internal/plan"
	"plandiff/internal/search"
)

//go:generate go test -run TestWeights -update .

// features are what a field of a record is judged by, for one question. Shares
// are of the weight of the question's words. None is about one word.
const (
	fTitle        = iota // share met by the field's title
	fName                // best name of the field: how much of it the question has, by how much it meets
	fWhole               // a name of the field stands in the question as a whole
	fSynonyms            // share met by all names of the field
	fTopicName           // best name of the topic, as fName
	fTopic               // share met by the topic's names
	fMeaning             // share met by the field's note and choices
	fField               // share met by any of these
	fPooled              // share met by field, topic and any one claim of the field in any record
	fValue               // share met by the best claim's value
	fPhrase              // by its phrase
	fNote                // by our note on it
	fSpeaker             // by who says it
	fPublisher           // by the source
	fRecord              // by the record's names
	fBy                  // by who put the record forward or took part
	fClaim               // share met by the claim alone
	fAll                 // share met by all of these together
	fNamed               // the question names the record
	fOther               // it names other drafts, and this is a draft
	fBeside              // it names drafts, and this is no draft
	fDraft               // a draft
	fDefault             // a draft that comparisons show by default
	fEvent               // an event
	fSilent              // nothing is known of it here
	fNumber              // a number asked about is the value
	fDay                 // a day asked about is the claim's or the record's
	fOffDay              // another day is
	fAmount              // how much, how many: the field holds numbers
	fWhen                // when: the field holds days
	fWho                 // who: the field holds names, or is about people
	fText                // the field is about the negotiated text
	fPooledValue         // share met by the best value of the field in any record
	fPooledPhrase        // by the best phrase
	fHere                // by the best claim of the field in a draft that is named, with all that it belongs to
	fTitled              // the field's title names a draft that the question names
	fParty               // a draft of a party that the question speaks of
	fSays                // the question asks what somebody said, and a word of it is the speaker
	fDateValue           // a day asked about is the value
	fHeard               // the claim is by the speaker, or from the outlet, that the question asks about
	featureCount
)

type vector [featureCount]float32

// cell is one field of one record, with the claim that meets the question best.
type cell struct {
	record *plan.Record
	field  *search.Field
	claims []search.Claim // of the cell; nil: nothing is known
	best   int            // of claims
	feats  vector
	score  float64
}

// asked is what ranking needs to know of a question.
type asked struct {
	match   *search.Match
	drafts  []*plan.Record
	theirs  []*plan.Record // drafts of parties that stand alone
	records []*plan.Record // named, of any kind
	dates   []plan.Date
	voice   int // the term that names whose words are asked for, from 1; 0: nobody's are
	numbers []string
	fields  []vector // by field of the index, once ranked
	shape   vector   // fAmount, fWhen, fWho: 1 where the question has that shape
}

// rank judges every field of every record, best first.
func (s *Session) rank(a *asked) []cell { return s.rankBy(a, &weights) }

func (s *Session) rankBy(a *asked, w *[featureCount]float64) []cell {
	cells := s.cells(a)
	for i := range cells {
		cells[i].score = dot(w, &cells[i].feats)
	}
	order := make([]int, len(cells))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(cells[b].score, cells[a].score) })
	out := make([]cell, len(cells))
	for i, k := range order {
		out[i] = cells[k]
	}
	return out
}

func dot(w *[featureCount]float64, v *vector) float64 {
	var out float64
	for f := range w {
		out += w[f] * float64(v[f])
	}
	return out
}

// rankFields judges every field by itself, best first, whether or not a record
// says something of it: scores by index of the field.
func (s *Session) rankFields(a *asked) (order []int, scores []float64) {
	for f := range a.fields {
		order, scores = append(order, f), append(scores, dot(&fieldWeights, &a.fields[f]))
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(scores[b], scores[a]) })
	return order, scores
}

// cells makes the features of all fields that a record says something of, and
// of those that a named draft is silent on.
func (s *Session) cells(a *asked) []cell {
	x := s.index
	base := s.fieldFeatures(a.match)
	var out []cell
	known := map[[2]search.Unit]bool{}
	for i := 0; i < len(x.Claims); {
		j := i
		for j < len(x.Claims) && x.Claims[j].In == x.Claims[i].In && x.Claims[j].Of == x.Claims[i].Of {
			j++
		}
		f := s.fieldAt[x.Claims[i].Of]
		c := cell{record: x.Claims[i].Record, field: &x.Fields[f], claims: x.Claims[i:j], feats: base[f]}
		s.claimFeatures(a, &c)
		base[f][fPooled] = max(base[f][fPooled], c.feats[fPooled])
		base[f][fPooledValue] = max(base[f][fPooledValue], c.feats[fValue])
		base[f][fPooledPhrase] = max(base[f][fPooledPhrase], c.feats[fPhrase])
		if slices.Contains(a.drafts, c.record) {
			base[f][fHere] = max(base[f][fHere], c.feats[fAll])
		}
		known[[2]search.Unit{x.Claims[i].In, x.Claims[i].Of}] = true
		out = append(out, c)
		i = j
	}
	for f := range base {
		if slices.ContainsFunc(s.titled[x.Fields[f].Unit], func(r *plan.Record) bool { return slices.Contains(a.drafts, r) }) {
			base[f][fTitled] = 1
		}
		s.shapeFeatures(a, &x.Fields[f], &base[f])
	}
	a.fields = base
	for k := range out {
		out[k].feats[fPooled] = base[s.fieldAt[out[k].field.Unit]][fPooled]
		s.recordFeatures(a, &out[k])
	}
	for _, r := range a.drafts {
		for f := range x.Fields {
			if u := x.RecordUnit(r.ID); !known[[2]search.Unit{u, x.Fields[f].Unit}] && x.Fields[f].Topic.About != plan.AboutTalks {
				c := cell{record: r, field: &x.Fields[f], feats: base[f]}
				c.feats[fSilent], c.feats[fAll] = 1, base[f][fField]
				s.recordFeatures(a, &c)
				out = append(out, c)
			}
		}
	}
	return out
}

// fieldFeatures judges each field by its own words.
func (s *Session) fieldFeatures(m *search.Match) []vector {
	x := s.index
	out := make([]vector, len(x.Fields))
	topics := map[search.Unit]float32{}
	for n := range x.Names {
		of, meets := m.Name(n)
		if of == 0 {
			continue
		}
		owner := x.Names[n].Owner
		f, ok := s.fieldAt[owner]
		if !ok {
			topics[owner] = max(topics[owner], of*meets)
			continue
		}
		out[f][fName] = max(out[f][fName], of*meets)
		if of > 0.99 {
			out[f][fWhole] = max(out[f][fWhole], meets)
		}
	}
	for f := range x.Fields {
		u, topic := x.Fields[f].Unit, x.Fields[f].Theme
		v := &out[f]
		title, names := search.Place{Unit: u, Zone: search.Title}, search.Place{Unit: u, Zone: search.Synonyms}
		meaning := search.Place{Unit: u, Zone: search.Meaning}
		t1, t2 := search.Place{Unit: topic, Zone: search.Title}, search.Place{Unit: topic, Zone: search.Synonyms}
		v[fTitle], v[fSynonyms], v[fMeaning] = m.Cover(title), m.Cover(title, names), m.Cover(meaning)
		v[fTopic], v[fTopicName] = m.Cover(t1, t2), topics[topic]
		v[fField] = m.Cover(title, names, meaning, t1, t2)
		if x.Fields[f].Topic.About == plan.AboutText {
			v[fText] = 1
		}
	}
	return out
}

// claimFeatures judges a cell by the one of its claims that meets most.
func (s *Session) claimFeatures(a *asked, c *cell) {
	m := a.match
	most := float32(-1)
	for i := range c.claims {
		k := &c.claims[i]
		value, phrase := search.Place{Unit: k.Unit, Zone: search.Value}, search.Place{Unit: k.Unit, Zone: search.Phrase}
		note, speaker := search.Place{Unit: k.Unit, Zone: search.Note}, search.Place{Unit: k.Unit, Zone: search.Speaker}
		publisher := search.Place{Unit: k.From, Zone: search.Publisher}
		names, by := search.Place{Unit: k.In, Zone: search.Names}, search.Place{Unit: k.In, Zone: search.By}
		field := []search.Place{{Unit: k.Of, Zone: search.Title}, {Unit: k.Of, Zone: search.Synonyms}, {Unit: k.Of, Zone: search.Meaning}, {Unit: k.Theme, Zone: search.Title}, {Unit: k.Theme, Zone: search.Synonyms}}
		all := m.Cover(append(field, value, phrase, note, speaker, publisher, names, by)...)
		if all <= most {
			continue
		}
		most, c.best = all, i
		v := &c.feats
		v[fAll], v[fPooled] = all, m.Cover(append(field, value, phrase, note)...)
		v[fValue], v[fPhrase], v[fNote] = m.Cover(value), m.Cover(phrase), m.Cover(note)
		v[fSpeaker], v[fPublisher] = m.Cover(speaker), m.Cover(publisher)
		v[fRecord], v[fBy] = m.Cover(names), m.Cover(by)
		v[fClaim] = m.Cover(value, phrase, note, speaker)
	}
}

func (s *Session) recordFeatures(a *asked, c *cell) {
	v := &c.feats
	set := func(f int, on bool) {
		if on {
			v[f] = 1
		}
	}
	draft := c.record.Kind == plan.Draft
	named := slices.Contains(a.records, c.record)
	set(fNamed, named)
	set(fOther, len(a.drafts) > 0 && draft && !named)
	set(fBeside, len(a.drafts) > 0 && !draft && !named)
	set(fDraft, draft)
	set(fParty, len(a.drafts) == 0 && slices.Contains(a.theirs, c.record))
	set(fTitled, slices.ContainsFunc(s.titled[c.field.Unit], func(r *plan.Record) bool { return slices.Contains(a.drafts, r) }))
	set(fHeard, slices.ContainsFunc(c.claims, func(k search.Claim) bool { return s.heard(a, k) }))
	set(fSays, a.shape[fSays] > 0 && (v[fSpeaker] > 0 || v[fBy] > 0))
	set(fDefault, draft && slices.Contains(s.index.Lib.Compare, c.record.ID))
	set(fEvent, c.record.Kind == plan.Event)
	if c.claims == nil {
		u := s.index.RecordUnit(c.record.ID)
		v[fRecord] = a.match.Cover(search.Place{Unit: u, Zone: search.Names})
	} else {
		best := c.claims[c.best].Claim
		for _, n := range a.numbers {
			set(fNumber, isNumber(best.Value, n))
		}
		day := best.Date
		if day == "" {
			day = c.record.Date
		}
		for _, d := range a.dates {
			set(fDay, lexicon.Overlaps(d, day) || lexicon.Overlaps(d, c.record.Date))
			for _, k := range c.claims {
				set(fDateValue, lexicon.Overlaps(d, k.Claim.Value.Date))
			}
		}
		set(fOffDay, len(a.dates) > 0 && v[fDay] == 0)
	}
	s.shapeFeatures(a, c.field, v)
}

// heard reports whether a claim is by the speaker, or from the outlet, that a
// question asks about. The holder of a position speaks where nobody else does.
func (s *Session) heard(a *asked, k search.Claim) bool {
	const sure = 0.8
	if a.voice == 0 {
		return false
	}
	m, i := a.match, a.voice-1
	holder := k.Record.Kind == plan.Position && k.Claim.By == "" && m.Strength(i, k.In, search.By) >= sure
	return holder || max(m.Strength(i, k.Unit, search.Speaker), m.Strength(i, k.From, search.Publisher)) >= sure
}

// shapeFeatures tell whether a field holds what the question's shape asks for.
func (s *Session) shapeFeatures(a *asked, f *search.Field, v *vector) {
	set := func(i int, on bool) {
		if on {
			v[i] = 1
		}
	}
	kind := f.Field.Kind
	set(fAmount, a.shape[fAmount] > 0 && kind.Numeric())
	set(fWhen, a.shape[fWhen] > 0 && (kind == plan.DateKind || kind == plan.Duration))
	set(fWho, a.shape[fWho] > 0 && (kind == plan.List || strings.HasPrefix(strings.ToLower(f.Field.Title), "who")))
}

// isNumber reports whether a value is an amount as typed, in its unit or in full.
func isNumber(v plan.Value, n string) bool {
	whole, _ := v.Scaled()
	return v.HasNumber() && (string(v.Number) == n || string(whole) == n)
}

package rank

import (
	"math"
	"slices"
	"strings"

	"plandiff/internal/lexicon"
	"plandiff/internal/plan"
	"plandiff/internal/search"
)

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

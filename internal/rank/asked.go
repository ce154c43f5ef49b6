package rank

import (
	"cmp"
	"slices"
	"strings"

	"plandiff/internal/lexicon"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/search"
)

// Asked is what ranking needs to know of a question, and what it found.
type Asked struct {
	Text     string
	Match    *search.Match
	Subject  *search.Match        // of the terms that are its subject: no cue, no party, not the voice, and known
	Cue      func(start int) bool // whether the word there only tells what kind of question it is
	Drafts   []*plan.Record
	Theirs   []*plan.Record // drafts of parties that stand alone
	Records  []*plan.Record // named, of any kind
	Dates    []plan.Date
	Parties  []string // alias groups of those that stand alone
	Voice    int      // the term that names whose words are asked for, from 1; 0: nobody's are
	With     int      // the term that names another whose words are asked for too, from 1
	Profile  bool     // that one is all that it says
	Identity bool     // it asks who that one is
	Lists    bool     // it asks for a list of how drafts differ, so that only a field\'s own words make it one on that field
	Numbers  []string
	Shape    Vector // Amount, When, Says, Who: 1 where the question has that shape

	// What Rank finds; Meant finds what follows them.
	Fields   []Vector      // by field of the index
	Cells    []Cell        // best first
	Topic    []*plan.Field // those of the topic that it is about; nil: it is about a field
	Wide     bool          // it is about a topic, and names no field of it
	Led      bool          // the first of the fields meant is not the best, but what is asked of that
	by       *Ranker
	reversed []bool // by field of the index: its title has another do what the question says, or it is no deed of a draft
	deed     bool   // it asks whether a draft does something
	against  bool   // it asks about objections
	refusal  bool   // it asks why somebody refuses something
	meaning  bool   // it asks what something is, and of no draft
	whom     bool   // it asks who they are, and not who says or offers something
	long     bool   // it asks how long, or how soon
}

// Of are the features of a field, once ranked.
func (a *Asked) Of(f *plan.Field) *Vector { return &a.Fields[a.by.At(f)] }

// Cell is that of a field of a record; nil where nothing was judged.
func (a *Asked) Cell(r *plan.Record, f *plan.Field) *Cell {
	for i := range a.Cells {
		if c := &a.Cells[i]; c.Record == r && c.Field.Field == f {
			return c
		}
	}
	return nil
}

// Met is how much of a question a field of a record meets, with all that belongs to it.
func (a *Asked) Met(r *plan.Record, f *plan.Field) float32 {
	if c := a.Cell(r, f); c != nil {
		return c.Feats[All]
	}
	return 0
}

// Broad reports whether a question is about no field in particular: it has no
// word of its own, or no field meets enough of it.
func (a *Asked) Broad() bool {
	const enough = 0.3 // of its words
	if !slices.ContainsFunc(a.Match.Terms, func(t search.Term) bool {
		return !t.Unknown && !a.Cue(t.Words[0].Start) && !lexicon.Bounds(t.Words[0].Text) && !(a.Lists && (a.Party(t) || lexicon.Links(t.Words[0].Text)))
	}) {
		return true
	}
	const own = 0.5
	return !slices.ContainsFunc(a.Fields, func(v Vector) bool {
		return max(v[Pooled], v[Field]) >= enough && !(a.Lists && v[Field] < own)
	})
}

// Known is the share of a question's words that some record has, amounts apart; of a record of a
// party that the question names, without that.
func (a *Asked) Known(of *plan.Record) float32 {
	out := a.Match.Total
	for _, t := range a.Match.Terms {
		if t.Unknown || slices.Contains(a.Numbers, t.Words[0].Text) || slices.Contains(a.Theirs, of) && a.Party(t) {
			out -= t.Weight
		}
	}
	return out / max(a.Match.Total, 1)
}

// Strangers are the share of a question's words, numbers apart, that no record has.
func (a *Asked) Strangers() (out float32) {
	for _, t := range a.Match.Terms {
		if t.Unknown && !t.Words[0].Number {
			out += t.Weight / a.Match.Total
		}
	}
	return out
}

// Numbered reports whether a value is a number that is asked about.
func (a *Asked) Numbered(v plan.Value) bool {
	return slices.ContainsFunc(a.Numbers, func(n string) bool { return IsNumber(v, n) })
}

// HasNumbers reports whether a value has every number that is asked about, among its words too:
// "342 tanks, 102 jets".
func (a *Asked) HasNumbers(v plan.Value) bool {
	return !slices.ContainsFunc(a.Numbers, func(n string) bool {
		return !IsNumber(v, n) && !slices.ContainsFunc(search.Words(v.String()), func(w search.Word) bool { return w.Text == n })
	})
}

// Carries reports whether a claim has a number that is asked about, in its value or in
// its words.
func (a *Asked) Carries(c *plan.Claim) bool {
	return a.Numbered(c.Value) || slices.ContainsFunc(a.Match.Terms, func(t search.Term) bool {
		return slices.Contains(a.Numbers, t.Words[0].Text) && a.by.Index.Stands(t, c.Value.Text+" "+c.Phrase)
	})
}

// Titled reports whether the title of some field has half of a question.
func (a *Asked) Titled() bool {
	const half = 0.5
	return slices.ContainsFunc(a.Fields, func(v Vector) bool { return v[Title] >= half })
}

// Clearly reports whether some field has most of what of a question is known, in its own words.
func (a *Asked) Clearly() bool {
	const most = 0.5
	known := a.Known(nil)
	return slices.ContainsFunc(a.Fields, func(v Vector) bool { return known > 0 && v[Field] >= most*known && v[Field] > 0 })
}

// Certain reports whether a field has nearly all of a question in its own words.
func (a *Asked) Certain(f *plan.Field) bool {
	const nearly = 0.7
	return a.Of(f)[Field] >= nearly
}

// Clear reports whether the field of the best cell is certain.
func (a *Asked) Clear() bool { return len(a.Cells) > 0 && a.Certain(a.Cells[0].Field.Field) }

// Suits reports whether a field of the text holds the people or the time that a question asks for,
// and has about as much of it as another in its own words.
func (a *Asked) Suits(f, than *plan.Field) bool {
	const some, about = 0.4, 0.7
	v := a.Of(f)
	return v[Text] > 0 && v[Who]+v[When] > 0 && v[Field] > max(some, about*a.Of(than)[Field])
}

// Siblings are the other fields of a topic that have about as much of a question as
// one of it, and of which the same record says something.
func (a *Asked) Siblings(r *plan.Record, topic *plan.Topic, f *plan.Field) []*plan.Field {
	const as = 0.6
	var out []*plan.Field
	for _, c := range a.Cells {
		if c.Record == r && c.Claims != nil && c.Field.Topic.ID == topic.ID && c.Field.Field != f && a.Of(c.Field.Field)[Field] >= as*a.Of(f)[Field] {
			out = append(out, c.Field.Field)
		}
	}
	return out
}

// Strange reports whether a question has a word that nothing in the library has: cues apart,
// unless they are read into another word, "submarines" as "summaries".
func (a *Asked) Strange() bool {
	return slices.ContainsFunc(a.Match.Terms, func(t search.Term) bool {
		w := t.Words[0]
		return t.Unknown && !a.Cue(w.Start) || a.Cue(w.Start) && w.Start < w.End && w.End <= len(a.Text) && !strings.EqualFold(a.Text[w.Start:w.End], w.Text)
	})
}

// Titles keeps of fields, where one is wanted, but the first, if its title has clearly more of a
// question than that of the second.
func (a *Asked) Titles(fields []*plan.Field, one bool) []*plan.Field {
	const clearly = 0.15
	if one && len(fields) > 1 && a.Of(fields[0])[Title] > a.Of(fields[1])[Title]+clearly {
		return fields[:1]
	}
	return fields
}

// Touches reports whether a field, or what a record says of it, has enough of a question's
// subject beside the names of parties, numbers and days; so if the subject is nothing else.
func (a *Asked) Touches(r *plan.Record, f *plan.Field) bool {
	const enough = 0.36 // more than a related word has
	m, c, u := a.Subject, a.Cell(r, f), a.by.Index.FieldUnit(f.ID)
	if c == nil || slices.ContainsFunc(c.Claims, func(k search.Claim) bool { return a.Numbered(k.Claim.Value) }) {
		return true
	}
	var has, all float32
	for i, t := range m.Terms {
		if a.by.Side(m, i) || t.Words[0].Number || lexicon.Month(t.Words[0].Text) > 0 {
			continue
		}
		most := max(m.Strength(i, u, search.Title), m.Strength(i, u, search.Synonyms), m.Strength(i, u, search.Meaning))
		for _, k := range c.Claims {
			most = max(most, m.Strength(i, k.Unit, search.Value), m.Strength(i, k.Unit, search.Phrase), m.Strength(i, k.Theme, search.Title), m.Strength(i, k.Theme, search.Synonyms), m.Strength(i, k.In, search.Names))
		}
		has, all = has+t.Weight*most, all+t.Weight
	}
	return all == 0 || has > enough*all
}

// Elsewhere reports whether a record tells of a matter in another field of its topic that
// meets about as much of a question by its own words.
func (a *Asked) Elsewhere(r *plan.Record, topic *plan.Topic, f *plan.Field) bool {
	const about = 0.6
	return slices.ContainsFunc(topic.Fields, func(g plan.Field) bool {
		at, field := a.by.Index.Lib.Field(g.ID)
		return at != nil && g.ID != f.ID && len(r.Claims(g.ID)) > 0 && a.Of(field)[Field] >= about*a.Of(f)[Field] && a.Of(f)[Field] > 0
	})
}

// Foreign reports whether the topic of a field is one party's own by its title, and a question
// asks for the same of another: "Russia's army".
func (s *Ranker) Foreign(a *Asked, topic *plan.Topic, f *plan.Field) bool {
	own := pick.Keep(s.Index.Groups(search.Words(topic.Title)), s.names.Party)
	if !strings.Contains(topic.Title, "'s ") || topic.About != plan.AboutText || slices.ContainsFunc(a.Match.Terms, func(t search.Term) bool { return slices.Contains(own, s.group(t)) }) {
		return false
	}
	names := names(s.Index.FieldUnit(f.ID), s.Index.Fields[s.At(f)].Theme)
	for i := range a.Match.Terms[:max(0, len(a.Match.Terms)-1)] {
		t, next := a.Match.Terms[i], a.Match.Terms[i+1]
		group := s.group(t)
		if s.names.Party(group) && t.End()+1 == next.Words[0].Start && slices.ContainsFunc(names, func(p search.Place) bool { return a.Match.Strength(i+1, p.Unit, p.Zone) > 0.6 }) {
			return true
		}
	}
	return false
}

// OfSides reports whether a question's subject is nothing but the names of parties.
func (a *Asked) OfSides() bool {
	for i := range a.Subject.Terms {
		if !a.by.Side(a.Subject, i) {
			return false
		}
	}
	return true
}

// Beyond is the weight of a question's subject that the values of a field of a
// record have, beyond the words of the field's names; met at least as strongly as given.
func (a *Asked) Beyond(r *plan.Record, f *plan.Field, met float32) float32 {
	m, u := a.Subject, a.by.Index.FieldUnit(f.ID)
	var out float32
	for i, t := range m.Terms {
		named := max(m.Strength(i, u, search.Title), m.Strength(i, u, search.Synonyms)) > met
		if !named && slices.ContainsFunc(a.by.Index.Claims, func(k search.Claim) bool {
			return k.Record == r && k.Field == f && m.Strength(i, k.Unit, search.Value) > met
		}) {
			out += t.Weight
		}
	}
	return out
}

// Actor reports whether a question names who stands in some list, and is no party.
func (a *Asked) Actor() bool {
	return slices.ContainsFunc(a.Subject.Terms, func(t search.Term) bool {
		return a.by.actors[t.Text()] && !a.by.names.Party(a.by.group(t))
	})
}

// Said is the weight of a question's subject that the value of one of the claims has, beyond the
// words of the field's title; of alternatives, "a buffer / a free zone", as much as of the one that
// it has most of.
func (a *Asked) Said(claims []*plan.Claim) (most float32) {
	for _, m := range a.alternatives() {
		most = max(most, a.said(m, claims)*a.Subject.Total/max(m.Total, 1e-6))
	}
	return most
}

// alternatives are the parts of a question's subject between "/" and "or"; one, where there are none.
func (a *Asked) alternatives() []*search.Match {
	parts, end := [][]search.Term{nil}, 0
	for _, t := range a.Subject.Terms {
		if between := a.Text[min(end, t.Words[0].Start):t.Words[0].Start]; end > 0 && (strings.Contains(between, "/") || strings.Contains(between, " or ")) {
			parts = append(parts, nil)
		}
		last := len(parts) - 1
		parts[last], end = append(parts[last], t), t.End()
	}
	if len(parts) == 1 {
		return []*search.Match{a.Subject}
	}
	return pick.Each(parts, a.by.Index.Match)
}

// said is Said of a part of a question.
func (a *Asked) said(m *search.Match, claims []*plan.Claim) (most float32) {
	const met = 0.5
	for _, c := range a.by.Index.Claims {
		if !slices.Contains(claims, c.Claim) {
			continue
		}
		var said float32
		for i, t := range m.Terms {
			if m.Strength(i, c.Of, search.Title) < met {
				said += m.Strength(i, c.Unit, search.Value) * t.Weight
			}
		}
		most = max(most, said)
	}
	return most
}

// Meeting keeps of events those that meet a question about as well as the one that
// meets it best; all, if none meets enough of it.
func (a *Asked) Meeting(events []*plan.Record) []*plan.Record {
	const enough, near = 0.5, 0.6
	cover := map[*plan.Record]float32{}
	for _, c := range a.Cells {
		if c.Claims != nil {
			cover[c.Record] = max(cover[c.Record], c.Feats[All])
		}
	}
	var most float32
	for _, v := range events {
		most = max(most, cover[v])
	}
	if most < enough || !slices.ContainsFunc(a.Match.Terms, func(t search.Term) bool { return !a.Cue(t.Words[0].Start) }) {
		return events
	}
	return slices.DeleteFunc(events, func(v *plan.Record) bool { return cover[v] < near*most })
}

// Least is the place of the record to leave out first of a list in the order of time: of
// the month that has most of them, the one whose names meet a question least, and of those
// the one that least is told of.
func (a *Asked) Least(records []*plan.Record) int {
	met, months := map[*plan.Record]float32{}, map[string]int{}
	for _, v := range records {
		met[v] = a.Subject.Cover(search.Place{Unit: a.by.Index.RecordUnit(v.ID), Zone: search.Names})
	}
	month := func(v *plan.Record) string { return v.Date.First()[:min(len("2006-01"), len(v.Date.First()))] }
	for _, v := range records {
		months[month(v)]++
	}
	return slices.Index(records, slices.MinFunc(records, func(v, w *plan.Record) int {
		return cmp.Or(months[month(w)]-months[month(v)], cmp.Compare(met[v], met[w]), v.ClaimCount()-w.ClaimCount())
	}))
}

package rank

import (
	"slices"

	"plandiff/internal/lexicon"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/search"
)

// Entails reports whether a field of a record has every word of a question, and its
// value at least one that its title does not have; the title has one too, or the value all.
func (a *Asked) Entails(r *plan.Record, f *plan.Field) bool {
	has, news, titled := a.words(r, f)
	return has && news && titled
}

// Mentions reports whether a field of a record has every word of a question, the parties apart
// where it has others: whom it concerns is not always said.
func (a *Asked) Mentions(r *plan.Record, f *plan.Field) bool {
	matter := *a
	if beside := pick.Drop(a.Match.Terms, func(t search.Term) bool { return a.Cue(t.Words[0].Start) || a.by.names.Party(a.by.group(t)) }); len(beside) > 0 {
		matter.Match = a.by.Index.Match(beside)
	}
	has, _, _ := matter.words(r, f)
	return has
}

// Names reports whether the names of a field and of its topic have every word of a question.
func (a *Asked) Names(f *plan.Field) bool {
	const sure = 0.8
	m, field := a.Match, a.by.Index.Fields[a.by.At(f)]
	for t := range m.Terms {
		if !a.Cue(m.Terms[t].Words[0].Start) && !slices.ContainsFunc(names(field.Unit, field.Theme), func(p search.Place) bool { return m.Strength(t, p.Unit, p.Zone) >= sure }) {
			return false
		}
	}
	return len(m.Terms) > 0
}

// words tells whether a field of a record has every word of a question, its value one
// that its title does not have, and the title one.
func (a *Asked) words(r *plan.Record, f *plan.Field) (has, news, titled bool) {
	const sure = 0.8
	m, c := a.Match, a.Cell(r, f)
	if c == nil || c.Claims == nil {
		return false, false, false
	}
	k, valued := c.Claims[0], true
	for t := range m.Terms {
		if a.Cue(m.Terms[t].Words[0].Start) {
			continue
		}
		title := max(m.Strength(t, k.Of, search.Title), m.Strength(t, k.Theme, search.Title), m.Strength(t, k.In, search.Names))
		var said float32
		for _, k := range c.Claims {
			if (k.Claim.State == plan.Present || k.Claim.State == plan.Bracketed) && !k.Claim.Denies {
				said = max(said, m.Strength(t, k.Unit, search.Value))
			}
		}
		if max(title, said) < sure {
			return false, false, false
		}
		if group, _, ok := a.by.Index.Alias(m.Terms[t].Words); !ok || !a.by.names.Party(group) { // who it is about tells no field
			valued = valued && said >= sure
			news, titled = news || said >= sure && title < sure, titled || m.Strength(t, k.Of, search.Title) >= sure
		}
	}
	return true, news, titled || valued
}

// Bears reports whether what a record says of a field, with the field's names, meets every word of
// a question, parties and cues apart, and what is said some of them. The names of a field whose
// title asks something, "who pays", say nothing.
func (a *Asked) Bears(r *plan.Record, f *plan.Field) bool {
	const met, sure = 0.3, 0.65 // by a related word in a name, by a form of the word in what is said
	m, c := a.Match, a.Cell(r, f)
	if a.Shape[Who]+a.Shape[When]+a.Shape[Amount] > 0 || c == nil || c.Claims == nil || c.Field.Topic.About != plan.AboutText || slices.ContainsFunc(c.Claims, func(k search.Claim) bool { return lexicon.Negates(k.Claim) }) {
		return false
	}
	told, asks := false, lexicon.Asks(f.Title)
	for t := range m.Terms {
		if a.Cue(m.Terms[t].Words[0].Start) || lexicon.Burden(m.Terms[t].Words[0]) || a.Party(m.Terms[t]) || a.by.names.PlansNamed(a.by.group(m.Terms[t])) != nil {
			continue
		}
		k := c.Claims[0]
		named := max(m.Strength(t, k.Of, search.Title), m.Strength(t, k.Of, search.Synonyms), m.Strength(t, k.Theme, search.Title), m.Strength(t, k.In, search.Names))
		if asks {
			named = 0
		}
		var said float32
		for _, k := range c.Claims {
			said = max(said, m.Strength(t, k.Unit, search.Value), m.Strength(t, k.Unit, search.Phrase))
		}
		if named < met && said < sure {
			return false
		}
		told = told || said >= met
	}
	return told
}

// Unnamed reports whether a question names somebody, and nobody of whom some claims tell: "did Jane
// Smith write it".
func (a *Asked) Unnamed(claims []plan.Claim) bool {
	names := pick.Keep(a.Match.Terms, a.capital)
	return a.Voice == 0 && len(names) > 0 && !slices.ContainsFunc(claims, func(c plan.Claim) bool {
		return slices.ContainsFunc(names, func(t search.Term) bool { return a.by.Index.Stands(t, c.Value.String()+" "+c.Phrase) })
	})
}

package rank

import (
	"slices"
	"strings"

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

// Bears reports whether what a record says of a field, with the titles of the field and its topic,
// has every word of a question, parties and cues apart, and what is said some of them. A synonym is
// not enough: it may be of the opposite, "close" for a river that is opened. The title of a field
// that asks something, "who pays", says nothing.
func (a *Asked) Bears(r *plan.Record, f *plan.Field) bool {
	const some, sure = 0.3, 0.65 // a related word, a form of the word
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
		named := max(m.Strength(t, k.Of, search.Title), m.Strength(t, k.Theme, search.Title), m.Strength(t, k.In, search.Names))
		if asks {
			named = 0
		}
		var said float32
		for _, k := range c.Claims {
			said = max(said, m.Strength(t, k.Unit, search.Value), m.Strength(t, k.Unit, search.Phrase))
		}
		if max(named, said) < sure {
			return false
		}
		told = told || said >= some
	}
	return told
}

// Crosses reports whether a question puts on a party what some claims say of others, or of nobody:
// "does Russia leave Donetsk". The parties of a claim are those of its value; where it has none,
// those of the names of its field and of what is quoted. Where no draft is named, a party names
// its own.
func (a *Asked) Crosses(r *plan.Record, f *plan.Field, claims []*plan.Claim) bool {
	var asked []string
	for _, t := range a.Match.Terms {
		if g := a.by.group(t); a.by.names.Party(g) && !a.Cue(t.Words[0].Start) && !(len(a.Drafts) == 0 && slices.Contains(a.by.names.PlansOf(g), r)) { // whose draft it is apart
			asked = append(asked, g)
		}
	}
	text := ""
	for _, c := range claims {
		text += c.Value.String() + " "
	}
	told := pick.Keep(a.by.Index.Groups(search.Words(text)), a.by.names.Party)
	if len(told) == 0 {
		text = f.Title + " " + strings.Join(f.Synonyms, " ")
		for _, c := range claims {
			text += " " + c.Phrase
		}
		told = a.by.Index.Groups(search.Words(text))
	}
	return slices.ContainsFunc(asked, func(g string) bool { return !slices.Contains(told, g) })
}

// Unnamed reports whether a question names somebody, and nobody of whom some claims tell: "did Jane
// Smith write it".
func (a *Asked) Unnamed(claims []plan.Claim) bool {
	names := pick.Keep(a.Match.Terms, a.capital)
	return a.Voice == 0 && len(names) > 0 && !slices.ContainsFunc(claims, func(c plan.Claim) bool {
		return slices.ContainsFunc(names, func(t search.Term) bool { return a.by.Index.Stands(t, c.Value.String()+" "+c.Phrase) })
	})
}

package rank

import (
	"slices"
	"strings"
	"unicode"

	"plandiff/internal/lexicon"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/search"
)

// Account counts where the words of a yes-no question stand, those apart that only make it one
// and that name a draft. Each is counted once, in the first place that has it. A verdict rests on an account without
// strange words: one word that nothing accounts for, "only", "already", "Poland's", may turn it.
type Account struct {
	Titled  int  // in the names of the field, its topic or its record
	Said    int  // in the value, and not in the names of the field
	Quoted  int  // in a phrase of its evidence alone, or a party in its synonyms
	Like    int  // in the synonyms of the field alone, which may be of its opposite: "close" for a river that is opened
	Strange int  // nowhere, with parties that what is said is not of
	Others  int  // such parties
	Whole   bool // the question has every word of the field's title
}

// Account goes through the words of a question: what some claims say of a field of a record, with
// the names of the field and its topic, accounts for them.
func (a *Asked) Account(n *lexicon.Named, r *plan.Record, f *plan.Field, claims []*plan.Claim) Account {
	const sure, form = 0.8, 0.65 // the word or one that means the same; a form of it
	var out Account
	parties := 0
	field, said := a.by.Index.Fields[a.by.At(f)], ""
	var units []search.Unit
	for _, c := range claims {
		said += c.Value.String() + " " + strings.Join(c.Qualifiers, " ") + " "
	}
	if c := a.Cell(r, f); c != nil {
		for _, k := range c.Claims {
			if slices.Contains(claims, k.Claim) {
				units = append(units, k.Unit)
			}
		}
	}
	most := func(t int, zone search.Zone, units ...search.Unit) (best float32) {
		for _, u := range units {
			best = max(best, a.Match.Strength(t, u, zone))
		}
		return best
	}
	for i := 0; i < len(n.Words); i++ {
		t := slices.IndexFunc(a.Match.Terms, func(t search.Term) bool { return t.Words[0].Start == n.Words[i].Start })
		switch {
		case lexicon.Turns(n.Words[i].Text), lexicon.Undoes(n.Words[i].Text, f.Title+" "+said): // "if it attacks"
			out.Strange++
		case n.Framed(i), n.Words[i].Number: // numbers are compared as such
		case t < 0:
			if !slices.ContainsFunc(search.Words(f.Title+" "+field.Topic.Title+" "+said), func(w search.Word) bool { return w.Stem == n.Words[i].Stem }) {
				out.Strange++
			}
		case a.by.names.Party(a.by.group(a.Match.Terms[t])):
			parties++
			switch named, quoted := a.concerns(n, a.Match.Terms[t], r, field, said, claims); {
			case quoted:
				out.Quoted++
			case !named:
				out.Strange++
				out.Others++
			}
		case slices.Contains(a.by.names.PlansNamed(a.by.group(a.Match.Terms[t])), r):
		case most(t, search.Title, field.Unit, field.Theme) >= sure:
			out.Titled++
		case most(t, search.Value, units...) >= sure:
			out.Said++
		case len(n.Words[i].Text) > 2 && most(t, search.Phrase, units...) >= form: // not "un" in French
			out.Quoted++
		case most(t, search.Synonyms, field.Unit, field.Theme) >= sure:
			out.Like++
		default:
			out.Strange++
		}
		if t >= 0 {
			i += len(a.Match.Terms[t].Words) - 1
		}
	}
	if groups := a.by.Index.Groups(search.Words(said)); len(pick.Keep(groups, a.by.names.Party)) > 1 && f.Kind != plan.List && (parties > 1 || a.doneBy(n, said)) {
		out.Strange++ // who does what to whom is not told by words alone
	}
	if n.Reverses(f.Title) {
		out.Strange++
	}
	out.Whole = !slices.ContainsFunc(search.Words(f.Title), func(w search.Word) bool {
		return !w.Common() && !slices.ContainsFunc(n.Words, func(v search.Word) bool { return v.Stem == w.Stem })
	})
	return out
}

// doneBy reports whether a question asks if a party has done something, and a text does not say of that
// very deed that it has: "written by Russia", of "written by Ukraine, taken by Russia".
func (a *Asked) doneBy(n *lexicon.Named, said string) bool {
	deeds := func(text string, words []search.Word) (out []string) { // each with a name, a party's by its group: "written by Russia and Ukraine"
		for i := 1; i < len(words); i++ {
			for by := words[i:]; words[i].Text == "by" && len(by) > 1; {
				group, k, ok := a.by.Index.Alias(by[1:])
				switch next := by[1]; {
				case ok && strings.Contains(text[by[k].Start:by[k].End], "'"): // "by Russia's consent"
					out, by = append(out, words[i-1].Stem+" "+group+"'s"), nil
				case ok:
					out, by = append(out, words[i-1].Stem+" "+group), by[k:]
				case next.Text == "the" || next.Text == "and":
					by = by[1:]
				case strings.IndexFunc(text[next.Start:next.End], unicode.IsUpper) == 0:
					out, by = append(out, words[i-1].Stem+" "+next.Stem), by[1:]
				default:
					by = nil
				}
			}
		}
		return out
	}
	told := deeds(said, search.Words(said))
	return told != nil && slices.ContainsFunc(deeds(a.Text, n.Words), func(deed string) bool {
		_, who, _ := strings.Cut(deed, " ")
		return a.by.names.Party(strings.TrimSuffix(who, "'s")) && !slices.Contains(told, deed)
	})
}

// concerns reports whether what is said of a field is of a party: the title or the value names it,
// and where the value names others nothing else counts; or it put the draft forward and the question asks what it wants, keeps or drops, or names its paper; or a synonym or phrase does,
// where it is an adjective only if the question has one too ("Russian assets" are not Russia).
func (a *Asked) concerns(n *lexicon.Named, t search.Term, r *plan.Record, f search.Field, said string, claims []*plan.Claim) (named, quoted bool) {
	group, last := a.by.group(t), t.Words[len(t.Words)-1]
	told := a.by.Index.Groups(search.Words(said))
	if slices.Contains(told, group) || slices.Contains(a.by.Index.Groups(search.Words(f.Field.Title)), group) || (n.Demands() || n.Cued(lexicon.CueSame, lexicon.CueGone) || n.Paper(n.Word(t)+len(t.Words))) && slices.Contains(a.by.names.PlansOf(group), r) {
		return true, false
	}
	if slices.ContainsFunc(told, a.by.names.Party) {
		return false, false
	}
	whose := lexicon.Adjective(last.Text) || strings.Contains(a.Text[last.Start:min(last.End, len(a.Text))], "'")
	texts := []string{f.Topic.Title}
	if whose { // a synonym is often half of another question: "does the union oppose a raise"
		texts = append(texts, f.Field.Synonyms...)
	}
	for _, c := range claims {
		texts = append(texts, c.Phrase)
	}
	return false, slices.ContainsFunc(texts, func(text string) bool {
		words := search.Words(text)
		for i := range words {
			if g, k, ok := a.by.Index.Alias(words[i:]); ok && g == group && (whose || !lexicon.Adjective(words[i+k-1].Text)) {
				return true
			}
		}
		return false
	})
}

// Unnamed reports whether a question names somebody, and nobody of whom some claims tell: "did Jane
// Smith write it".
func (a *Asked) Unnamed(claims []plan.Claim) bool {
	names := pick.Keep(a.Match.Terms, a.capital)
	return a.Voice == 0 && len(names) > 0 && !slices.ContainsFunc(claims, func(c plan.Claim) bool {
		return slices.ContainsFunc(names, func(t search.Term) bool { return a.by.Index.Stands(t, c.Value.String()+" "+c.Phrase) })
	})
}

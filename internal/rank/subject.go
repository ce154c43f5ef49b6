package rank

import (
	"cmp"
	"slices"
	"strings"

	"plandiff/internal/lexicon"
	"plandiff/internal/plan"
	"plandiff/internal/search"
)

// Speaks reports whether a term is the whole name of a speaker, or the name of the
// speaker or source of some claim.
func (s *Ranker) Speaks(m *search.Match, term int) bool {
	group, _, _ := s.Index.Alias(m.Terms[term].Words)
	return s.people[group] || s.speaks(m, term)
}

// NamesField reports whether a field has a term in its names.
func (s *Ranker) NamesField(m *search.Match, term int) bool {
	const met = 0.6
	return slices.ContainsFunc(s.Index.Fields, func(f search.Field) bool {
		return max(m.Strength(term, f.Unit, search.Title), m.Strength(term, f.Unit, search.Synonyms), m.Strength(term, f.Theme, search.Title)) > met
	})
}

// Side reports whether a term names a party.
func (s *Ranker) Side(m *search.Match, term int) bool {
	group, _, ok := s.Index.Alias(m.Terms[term].Words)
	return ok && s.names.Party(group)
}

// findPeople finds the alias groups that are a speaker's whole name.
func (s *Ranker) findPeople() {
	known := map[string]bool{}
	for _, c := range s.Index.Claims {
		if by := c.Claim.By; !known[by] {
			known[by] = true
			words := search.Words(by)
			if group, n, ok := s.Index.Alias(words); ok && n == len(words) {
				s.people[group] = true
			}
		}
	}
}

// findSpoken finds who speaks for a side: of those quoted on its position who are quoted on
// no other's, and hold none of their own.
func (s *Ranker) findSpoken() {
	s.spoken = map[string]string{}
	own := map[string]bool{}
	for _, r := range s.Index.Lib.Records {
		for _, by := range r.By {
			own[by] = own[by] || r.Kind == plan.Position && len(r.By) == 1
		}
	}
	for _, c := range s.Index.Claims {
		if c.Record.Kind != plan.Position || len(c.Record.By) != 1 || own[c.Claim.By] || c.Claim.By == "" {
			continue
		}
		group, _, _ := s.Index.Alias(search.Words(c.Record.By[0]))
		if side, ok := s.spoken[c.Claim.By]; ok && side != group {
			group = ""
		}
		s.spoken[c.Claim.By] = group
	}
	delete(s.spoken, "")
}

// SideOf is the alias group of the party that somebody speaks for; the name itself, where that is
// not known.
func (s *Ranker) SideOf(name string) string { return cmp.Or(s.spoken[name], name) }

// Take gives a question what it is about, and finds what sort of value it asks for,
// whose words, and its subject.
func (s *Ranker) Take(a *Asked, n *lexicon.Named, about []search.Term) {
	a.by = s
	a.Match = s.Index.Match(about)
	a.Theirs, a.Numbers = nil, nil
	for _, p := range n.Parties {
		a.Theirs = append(a.Theirs, s.names.Pick(s.names.PlansOf(p), false)...)
	}
	for i, w := range n.Words {
		if w.Number && !n.Used[i] && !(i+1 < len(n.Words) && lexicon.PlanNoun(n.Words[i+1].Text)) { // not "the two drafts"
			a.Numbers = append(a.Numbers, w.Text)
		}
	}
	a.meaning, a.deed, a.against = n.AsksMeaning() && len(a.Drafts) == 0, n.Acts() && len(a.Drafts) == 1, n.Objects()
	if a.refusal = n.Cued(lexicon.CueWhy) && (n.Objects() || n.Has("reject", "refus", "resist", "won't")); a.refusal {
		a.against = true
	}
	a.findShape(n)
	s.findVoice(a, n)
	s.findProfile(a, n)
	var subject []search.Term
	for i, t := range a.Match.Terms {
		if first := i+2 == a.Voice && s.speaks(a.Match, i); !first && !t.Unknown && !a.Cue(t.Words[0].Start) && i+1 != a.Voice && !(a.With > 0 && i+1 >= a.With && i < a.Voice) && !a.Party(t) && !(a.Voice > 0 && (lexicon.Says(t.Words[0].Text) || lexicon.Stance(t.Words[0].Text) || lexicon.Viewing(t.Words[0].Text))) {
			subject = append(subject, t)
		}
	}
	a.Subject = s.Index.Match(subject)
}

// findShape tells what sort of value is asked for.
func (a *Asked) findShape(n *lexicon.Named) {
	a.Identity = false
	for shape, phrases := range map[int][]string{
		Amount: {"how many", "how much", "how big", "how large", "what number", "size", "figure", "dollar", "euro"},
		When:   {"date"},
		Says:   {"say", "said", "tell", "told", "accord", "view", "quot"},
		Who:    {"who", "whom", "whose", "which countries", "which leaders", "which nations", "which official", "which minister", "which envoy", "which negotiator", "which delegat"},
	} {
		a.Shape[shape] = 0
		if n.Has(phrases...) {
			a.Shape[shape] = 1
		}
	}
	if n.Has("how many") && n.AsksHowManyDrafts() {
		a.Shape[Amount] = 0
	}
	a.whom = a.Shape[Who] > 0 && n.Then() == ""
	if n.Extreme() != 0 {
		a.Shape[Amount] = 1
	}
	if w := n.Words; len(w) > 2 && w[0].Text == "who" && n.Has("who is", "who was") { // what follows may be the name
		a.Identity = slices.ContainsFunc(a.Match.Terms, func(t search.Term) bool {
			return t.Words[0].Start == w[2].Start && (a.capital(t) || t.Alias) && !strings.Contains(a.Text[t.Words[0].Start:t.End()], "'s")
		})
		a.Shape[Who] *= map[bool]float32{false: 1}[a.Identity]
	}
	if a.long = n.Has("how long", "how soon", "longest", "shortest"); a.long || n.AsksTime() {
		a.Shape[When] = 1
	}
}

// Party reports whether a term names a party that stands alone.
func (a *Asked) Party(t search.Term) bool {
	group, _, ok := a.by.Index.Alias(t.Words)
	return ok && slices.Contains(a.Parties, group)
}

// onRecord reports whether a word names a party, or stands in the name of a speaker.
func (s *Ranker) onRecord(w search.Word) bool {
	group, _, ok := s.Index.Alias([]search.Word{w})
	return ok && s.names.Party(group) || slices.ContainsFunc(s.Index.Claims, func(k search.Claim) bool {
		return strings.Contains(strings.ToLower(k.Claim.By), w.Text)
	})
}

// person reports whether a word of a question is the name of a speaker, and of no party and no record.
func (s *Ranker) person(n *lexicon.Named, at int) bool {
	w := n.Words[at : at+1]
	group, _, ok := s.Index.Alias(w)
	return !n.Used[at] && !n.Titled[at] && !(ok && (s.names.Party(group) || s.names.PlansNamed(group) != nil)) && !w[0].Common() && s.onRecord(w[0])
}

// findVoice finds the speaker or outlet whose words a question asks for: the
// name before the verb, or after "according to", that some claim has for its
// speaker or source.
func (s *Ranker) findVoice(a *Asked, n *lexicon.Named) {
	a.Voice, a.With = 0, 0
	verb, after, stance := -1, false, false // a verb for how somebody takes a draft
	why := n.Cued(lexicon.CueWhy)           // of which they give the reason
	titled := slices.Contains(n.Titled, true) && slices.ContainsFunc(n.Records, func(v *plan.Record) bool { return v.Kind != plan.Event })
	for i, w := range n.Words {
		if w.Text == "who" && !n.Has("according") && (i == 0 || i+1 < len(n.Words) && lexicon.Says(n.Words[i+1].Text)) {
			return // that is what it asks
		}
		if w.Text == "according" && (n.Paper(i+2) || n.Paper(i+3)) {
			continue // to a draft
		}
		stance = stance || lexicon.Stance(w.Text) && (why && len(a.Records) == 0 || lexicon.YesNo(n.Words) && (len(a.Drafts) > 0 || n.OnePlan() || i > 0 && s.person(n, i-1)))
		if i > 0 && n.Used[i-1] && !n.Words[i-1].Number && lexicon.Month(n.Words[i-1].Text) == 0 && len(a.Drafts) > 0 && lexicon.Says(w.Text) && w.Text != "according" {
			continue // the draft says it
		}
		if lexicon.Says(w.Text) || stance && lexicon.Stance(w.Text) || i > 0 && lexicon.Holding(w.Text) && (strings.HasSuffix(a.Text[:n.Words[i-1].End], "'s") && !s.onRecord(n.Words[i-1]) || lexicon.Viewing(w.Text) && s.person(n, i-1)) {
			if verb, after = w.Start, w.Text == "according"; after && i+2 < len(n.Words) {
				verb = n.Words[i+2].Start
			}
		}
	}
	if on := n.Heading(); verb < 0 && on >= 0 && !slices.ContainsFunc(a.Match.Terms, func(t search.Term) bool {
		return t.End() <= on && !s.Speaks(a.Match, slices.IndexFunc(a.Match.Terms, func(u search.Term) bool { return u.Words[0] == t.Words[0] }))
	}) {
		verb = on
	}
	if verb < 0 && n.AsksDeed() {
		verb = a.asOutlets(n)
	}
	for i, t := range a.Match.Terms {
		start := t.Words[0].Start
		if verb < 0 && why && len(a.Records) == 0 && n.Does(t) { // "why did she leave it out"
			verb = t.End() + 1
		}
		if verb < 0 && len(n.Words) > 1 && n.Words[0].Stem == "quot" && start == n.Words[1].Start && s.speaks(a.Match, i) { // "quote Jane Smith on it"
			verb, after = start, true
		}
		if group, _, ok := s.Index.Alias(t.Words); verb < 0 || start < verb == after || ok && s.names.PlansNamed(group) != nil && !s.people[group] || t.Words[0].Number || a.Cue(start) {
			continue
		}
		capital := a.Text[start] >= 'A' && a.Text[start] <= 'Z' && start > 0
		speaks := s.speaks(a.Match, i)
		if strings.HasSuffix(a.Text[:t.End()], "'s") && t.End()+1 != verb {
			continue // it is somebody's draft
		}
		if titled && !n.Titled[n.Word(t)] {
			continue // it is a position that is named
		}
		next := min(i+1, len(a.Match.Terms)-1)
		with := a.Match.Terms[next].End()+1 == verb && strings.TrimSpace(a.Text[t.End():max(t.End(), a.Match.Terms[next].Words[0].Start)]) == "and"
		beside := after && start == verb || !after && (t.End()+1 == verb || with || slices.Contains([]string{"side", "himself", "herself", "themselves"}, strings.TrimSpace(a.Text[t.End():max(t.End(), verb)]))) // or a name that nobody quotes
		if s.Side(a.Match, i) && (!beside || stance && !why && len(a.Drafts) == 0) {
			continue // it is spoken of
		}
		if !speaks && slices.ContainsFunc(a.Records, func(r *plan.Record) bool { return a.Match.Strength(i, s.Index.RecordUnit(r.ID), search.Names) > 0.9 }) {
			continue // it belongs to the name of a record
		}
		if (capital || t.Alias && speaks) && (speaks || beside) && (a.Voice == 0 || !after) {
			if a.With = 0; a.Voice > 0 && joins(a.Text[a.Match.Terms[a.Voice-1].End():start]) && (a.by.prints(a.Match, i) || !strings.HasSuffix(a.Text[:start], "the ")) {
				for a.With = a.Voice; a.With > 1 && strings.TrimSpace(a.Text[a.Match.Terms[a.With-2].End():a.Match.Terms[a.With-1].Words[0].Start]) == "," && s.speaks(a.Match, a.With-2); {
					a.With-- // "A, B and C"
				}
			}
			a.Voice = i + 1
		}
	}
}

// said reports whether a term stands in the name of a speaker.
func (s *Ranker) said(m *search.Match, term int) bool {
	return slices.ContainsFunc(s.Index.Claims, func(k search.Claim) bool { return m.Strength(term, k.Unit, search.Speaker) >= sureVoice })
}

// prints reports whether a term names an outlet.
func (s *Ranker) prints(m *search.Match, term int) bool {
	return slices.ContainsFunc(s.Index.Claims, func(k search.Claim) bool { return m.Strength(term, k.From, search.Publisher) >= sureVoice })
}

// joins reports whether what stands between two names makes one of them.
func joins(between string) bool {
	between = strings.TrimSpace(between)
	return between == "and" || between == "and the"
}

// asOutlets is where the verb stands that follows the outlets a yes-no question begins with: "do the
// Gazette and the Herald give the same number"; -1 where it begins with none.
func (a *Asked) asOutlets(n *lexicon.Named) int {
	const article = 2 // words, with the first of the question
	verb := -1
	for i, t := range a.Match.Terms {
		if verb < 0 && n.Word(t) > article {
			break
		}
		if group, _, ok := a.by.Index.Alias(t.Words); !a.capital(t) || ok && a.by.names.Party(group) || !a.by.prints(a.Match, i) || a.by.NamesField(a.Match, i) || verb >= 0 && t.Words[0].Start > verb+len("and the ") {
			break
		}
		verb = t.End() + 1
	}
	return verb
}

// findProfile takes a speaker or an outlet that is all that a question says for
// what it asks about: all that they are on record with.
func (s *Ranker) findProfile(a *Asked, n *lexicon.Named) {
	a.Profile = false
	m, who := a.Match, -1
	for i, t := range a.Match.Terms {
		switch {
		case lexicon.Says(t.Words[0].Text):
		case who >= 0 && !(i == who+1 && (a.Identity || s.speaks(m, who) && s.speaks(m, i))): // no first name
			return
		default:
			who = i
		}
	}
	asks := a.Shape
	asks[Says] = 0
	const most = 6 // words: "what did Jane Smith say?"
	if who < 0 || len(a.Records) > 0 || lexicon.YesNo(n.Words) || len(n.Words) > most || asks != (Vector{}) && !n.Has("who is", "who's") || m.Terms[who].Words[0].Number || lexicon.Bounds(m.Terms[who].Words[0].Text) ||
		slices.ContainsFunc(n.Words, func(w search.Word) bool { return a.Cue(w.Start) }) {
		return
	}
	group, _, alias := s.Index.Alias(m.Terms[who].Words)
	if alias && s.names.PlansNamed(group) != nil && !a.Identity {
		return
	}
	if a.Identity || s.people[group] || !slices.ContainsFunc(s.Index.Fields, func(f search.Field) bool { return m.Strength(who, f.Unit, search.Title) > 0.6 }) && s.speaks(m, who) {
		a.Voice, a.Profile = who+1, true
	}
}

// Parts are the subjects of a question between "and" and commas.
func (a *Asked) Parts() [][]search.Term {
	var out [][]search.Term
	end := 0
	for i, t := range a.Match.Terms {
		subject := slices.ContainsFunc(a.Subject.Terms, func(u search.Term) bool { return u.Words[0] == t.Words[0] })
		if !subject && !(len(a.Drafts) > 0 && a.Party(t) && a.matter(i)) {
			continue
		}
		between := strings.ToLower(a.Text[end:t.Words[0].Start])
		if out == nil || strings.ContainsAny(between, ",;&") || strings.Contains(between, " and ") || strings.Contains(between, " or ") {
			out = append(out, nil)
		}
		last := len(out) - 1
		out[last], end = append(out[last], t), t.End()
	}
	return out
}

// matter reports whether a term names a party that is a subject of drafts, in the title of
// a field, and has put none forward by itself.
func (a *Asked) matter(term int) bool {
	group := a.by.group(a.Match.Terms[term])
	alone := func(v *plan.Record) bool { return len(v.By) == 1 && a.by.names.Names(v.By[0], group) }
	return !slices.ContainsFunc(a.by.Index.Lib.Drafts(), alone) && slices.ContainsFunc(a.by.Index.Fields, func(f search.Field) bool {
		return f.Topic.About == plan.AboutText && a.Match.Strength(term, f.Unit, search.Title) > 0.9
	})
}

// Settled reports whether what a question asks about is settled by a text, so that
// "will" asks for no forecast, and "should" for no opinion: a field of the text has
// most of it in its names, and it is not only what all of the texts are for.
func (a *Asked) Settled() bool {
	const most = 0.6
	return slices.ContainsFunc(a.Subject.Terms, func(t search.Term) bool { return !lexicon.Peace(t.Words[0]) }) && slices.ContainsFunc(a.Cells[:min(3, len(a.Cells))], func(c Cell) bool {
		return c.Field.Topic.About == plan.AboutText && a.Of(c.Field.Field)[Synonyms] >= most
	})
}

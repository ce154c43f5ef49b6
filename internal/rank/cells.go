package rank

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"plandiff/internal/lexicon"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/search"
)

// MostCells is how many single cells may make an answer.
const MostCells = 8

// near are the cells of which something is known and that score at most a margin
// below the first.
func near(cells []Cell, margin float64) []Cell {
	var out []Cell
	for _, c := range cells {
		if len(out) == MostCells || c.Score < cells[0].Score-margin {
			break
		}
		if c.Claims != nil {
			out = append(out, c)
		}
	}
	return out
}

// Best are the cells that meet a question about as well as the best does; of a
// position or event that is named and meets it best, more of its own.
func (a *Asked) Best() []Cell {
	const own = 8 // margin
	if len(a.Cells) == 0 || a.Cells[0].Feats[Named] == 0 || a.Cells[0].Record.Kind == plan.Draft {
		return near(a.Cells, Margin)
	}
	first := a.Cells[0]
	return near(pick.Drop(a.Cells, func(c Cell) bool { return c.Record != first.Record && c.Score < first.Score-Margin }), own)
}

// Newest are of the cells that meet about as much of a question as any those of the
// newest records, the newest first.
func (a *Asked) Newest() []Cell {
	const about = 0.8
	var most float32
	for _, c := range a.Cells {
		if c.Claims != nil {
			most = max(most, c.Feats[All])
		}
	}
	out := pick.Drop(a.Cells, func(c Cell) bool {
		return c.Claims == nil || c.Feats[All] < about*most || c.Record.Date == "" || c.Record.Kind == plan.Position
	})
	slices.SortStableFunc(out, func(c, d Cell) int { return d.Record.Date.Compare(c.Record.Date) })
	return out[:min(MostCells, len(out))]
}

// Beside are the cells near the best of what a question names, and of positions and
// events that meet it better than all that it names, on none of its fields.
func (a *Asked) Beside(fields []*plan.Field) []Cell {
	const far = 2 // how much better, unless the cell speaks of a draft or in a voice that the question names
	theirs := math.Inf(-1)
	for _, c := range a.Cells {
		if slices.Contains(a.Records, c.Record) {
			theirs = max(theirs, c.Score)
		}
	}
	return slices.DeleteFunc(near(a.Cells, 2*Margin+1), func(c Cell) bool {
		asked, draft := slices.Contains(fields, c.Field.Field), c.Record.Kind == plan.Draft
		if slices.Contains(a.Records, c.Record) {
			return draft && !asked
		}
		if titled := a.by.titled[c.Field.Unit]; len(titled) > 0 && len(a.Drafts) > 0 && c.Feats[Titled] == 0 { // what is said of another draft
			return true
		}
		speaks := c.Feats[Titled]+c.Feats[Speaker]+c.Feats[By]+c.Feats[Publisher] > 0
		return draft || asked || c.Score <= theirs || c.Score <= theirs+far && !speaks
	})
}

// Stances are the cells of how somebody takes a matter, each with the claims that have half of a
// question's subject in what is said, or less of it where whom the question names says so; none
// where one of them answers it as it stands.
func (a *Asked) Stances() []Cell {
	const half, some = 0.5, 0.3
	m := a.by.Index.Match(pick.Drop(a.Subject.Terms, func(t search.Term) bool {
		return t.Words[0].Number || lexicon.Says(t.Words[0].Text) || lexicon.Stance(t.Words[0].Text) || lexicon.Opposes(t.Words[0]) || a.by.names.Party(a.by.group(t))
	}))
	if len(a.Drafts) == 1 {
		return a.onDraft(m)
	}
	if slices.ContainsFunc(a.Best(), func(c Cell) bool { return c.Field.Topic.About == plan.AboutStance }) {
		return nil
	}
	var said []search.Claim
	for _, k := range a.by.Index.Claims {
		replies := a.against && k.Topic.About == plan.AboutTalks && k.Claim.By != "" && lexicon.Replying(k.Field.Title) && lexicon.Denies(k.Claim)
		if k.Topic.About != plan.AboutStance && !replies || m.Total == 0 || len(a.by.titled[k.Of]) > 0 { // or of a draft as a whole
			continue
		}
		least, theirs := float32(half), a.refusal || a.Shape[Who] > 0
		for i := range a.Match.Terms {
			if a.by.Side(a.Match, i) && max(a.Match.Strength(i, k.Unit, search.Speaker), a.Match.Strength(i, k.In, search.By)) >= half {
				least, theirs = some, true
			}
		}
		if theirs && m.Cover(search.Place{Unit: k.Unit, Zone: search.Value}, search.Place{Unit: k.Unit, Zone: search.Phrase}) >= least {
			said = append(said, k)
		}
	}
	if a.against {
		said = pick.Preferred(said, func(k search.Claim) bool { return lexicon.Denies(k.Claim) })
		said = pick.Preferred(said, func(k search.Claim) bool { return a.by.heard(a, k) })
	}
	var out []Cell
	for _, k := range said {
		out = a.by.join(out, k, 1)
	}
	return out
}

// onDraft are the cells of what the parties that a question names say of the draft that it names:
// as a whole, or where it has a subject, of that.
func (a *Asked) onDraft(subject *search.Match) []Cell {
	const some = 0.3
	var out []Cell
	for _, k := range a.by.Index.Claims {
		if k.Topic.About == plan.AboutStance && slices.Contains(a.by.titled[k.Of], a.Drafts[0]) && slices.ContainsFunc(k.Record.By, func(by string) bool {
			return slices.ContainsFunc(a.Parties, func(p string) bool { return a.by.names.Names(by, p) })
		}) && (subject.Total == 0 || subject.Cover(search.Place{Unit: k.Unit, Zone: search.Value}, search.Place{Unit: k.Unit, Zone: search.Phrase}) >= some) {
			out = a.by.join(out, k, 1)
		}
	}
	return out
}

// Objected reports whether a question asks who objected to something, or why, and somebody did.
func (a *Asked) Objected(n *lexicon.Named) bool {
	return a.against && (a.Shape[Who] > 0 || n.Cued(lexicon.CueWhy) || len(a.Drafts) > 0 && n.Has("which")) && len(a.Drafts) < 2 && a.Stances() != nil
}

// Replies are the cells of what the speaker that a question asks about said at talks, or of how
// somebody takes something, each with the claims that have most of its subject, best first.
func (a *Asked) Replies() []Cell {
	const most = 0.5
	var out []Cell
	for _, c := range a.Cells {
		if c.Feats[Heard] == 0 || c.Field.Topic.About != plan.AboutTalks && c.Field.Topic.About != plan.AboutStance || c.Record.Kind != plan.Event {
			continue
		}
		c.Claims = pick.Keep(c.Claims, func(k search.Claim) bool {
			if !a.by.heard(a, k) {
				return false
			}
			named, lacks := false, false
			for i, t := range a.Subject.Terms {
				if a.capital(t) && !a.by.Side(a.Subject, i) {
					met := max(a.Subject.Strength(i, k.Unit, search.Value), a.Subject.Strength(i, k.Unit, search.Phrase)) >= most || a.by.stands(a.Subject, i, k)
					named, lacks = named || met, lacks || !met
				}
			}
			return named && !lacks || a.Subject.Cover(search.Place{Unit: k.Unit, Zone: search.Value}, search.Place{Unit: k.Unit, Zone: search.Phrase}) >= most
		})
		if len(c.Claims) > 0 && len(out) < MostCells/2 {
			out = append(out, c)
		}
	}
	return out
}

// stands reports whether a claim speaks of a field, by its title, that a term is another name of.
func (s *Ranker) stands(m *search.Match, term int, k search.Claim) bool {
	const name = 0.9
	said := s.keys(k.Claim.Value.String())
	return slices.ContainsFunc(s.Index.Fields, func(f search.Field) bool {
		return m.Strength(term, f.Unit, search.Synonyms) > name && !slices.ContainsFunc(search.Words(f.Field.Title), func(w search.Word) bool { return !slices.Contains(said, w.Stem) })
	})
}

// Near are the cells of a topic of the text that have some of a question in the field's own
// words, those first that have most of its subject in their title or in what is said.
func (a *Asked) Near(topic *plan.Topic) []Cell {
	const some = 0.3
	said := func(c Cell) (most float32) {
		for _, k := range c.Claims {
			most = max(most, a.Subject.Cover(search.Place{Unit: k.Of, Zone: search.Title}, search.Place{Unit: k.Unit, Zone: search.Value}, search.Place{Unit: k.Unit, Zone: search.Phrase}))
		}
		return most
	}
	out := pick.Drop(a.Cells, func(c Cell) bool {
		return topic.About != plan.AboutText || c.Field.Topic.ID != topic.ID || a.Of(c.Field.Field)[Field] < some || said(c) < some
	})
	slices.SortStableFunc(out, func(c, d Cell) int { return cmp.Compare(said(d), said(c)) })
	return out
}

// Spoken are the cells with words of the speaker, or from the outlet, that is asked
// about, each with the claims that are theirs: the best, if any comes near and meets
// the subject; or anything that is theirs, what comes nearest first. Of the claims only
// those that a test keeps count; nil: all.
func (a *Asked) Spoken(anything bool, keep func(search.Claim) bool) []Cell {
	const meets = 0.3             // of the subject, in what they speak of
	reach := 4.                   // to the best of all, twice as far in the drafts named
	theirs := func(c Cell) bool { // or told of them, in a record of what they hold
		return c.Feats[Heard] > 0 || c.Claims != nil && c.Record.Kind == plan.Position && a.Match.Strength(a.Voice-1, c.Claims[0].In, search.By) >= sureVoice
	}
	named := func(c Cell) bool { return c.Feats[Named]+c.Feats[Titled] > 0 }
	within := func(margin float64) bool {
		return !anything && slices.ContainsFunc(a.Cells, func(c Cell) bool { return theirs(c) && named(c) && c.Score > a.Cells[0].Score-margin })
	}
	if !anything && len(a.Drafts) > 0 {
		if reach *= 2; !within(reach) {
			return nil // of the drafts named they say nothing
		}
	}
	known := a.Subject.Total // of the subject, as far as the library has its words
	for i, t := range a.Match.Terms {
		if t.Unknown && i+1 != a.Voice {
			known -= t.Weight / 2
		}
	}
	known = max(0, known) / max(1, a.Subject.Total)
	var out []Cell
	about, top := within(reach), math.Inf(-1)
	for _, c := range a.Cells {
		if !anything && c.Score < a.Cells[0].Score-reach || len(out) == MostCells {
			break
		}
		if !theirs(c) || !anything && len(a.Subject.Terms) > 0 && c.cover(a.Subject)*known < meets || about && !named(c) {
			continue
		}
		if top = max(top, c.Score); !anything && c.Score < top-2*Margin {
			break
		}
		kept := pick.Drop(c.Claims, func(k search.Claim) bool { return keep != nil && !keep(k) })
		if len(kept) == 0 && keep != nil {
			continue
		}
		c.Claims = slices.DeleteFunc(kept, func(k search.Claim) bool { return !a.by.heard(a, k) })
		if len(c.Claims) > 0 || c.Feats[Heard] == 0 { // else they said it on another day
			out = append(out, c)
		}
	}
	return out
}

// Naming are the cells that have the name that a question asks about in a value or in the
// field's title, each with the claims that do: whom that one spoke for first, then those titled, and what that
// one took part in.
func (a *Asked) Naming() []Cell {
	var titled, told []Cell
	for _, k := range a.by.Index.Claims {
		switch i := a.Voice - 1; {
		case a.Titling(k.Field):
			titled = a.by.join(titled, k, 1)
		case a.Match.Strength(i, k.Unit, search.Value) >= sureVoice:
			told = a.by.join(told, k, 1)
		}
	}
	leads := func(c Cell) bool { return a.by.People(c.Field.Field) && c.Field.Field.Kind != plan.List }
	lists := func(c Cell) bool { return c.Field.Field.Kind == plan.List && a.by.People(c.Field.Field) }
	return pick.Firstly(append(titled, pick.Firstly(told, lists)...), leads)
}

// Titling reports whether that name stands in a field's title.
func (a *Asked) Titling(f *plan.Field) bool {
	return a.Match.Strength(a.Voice-1, a.by.Index.FieldUnit(f.ID), search.Title) >= sureVoice
}

// cover is how much of a match the best claim of a cell meets, with its field and
// its record.
func (c *Cell) cover(m *search.Match) (most float32) {
	for _, k := range c.Claims {
		most = max(most, m.Cover(append(names(k.Of, k.Theme)[:2], search.Place{Unit: k.Unit, Zone: search.Value}, search.Place{Unit: k.Unit, Zone: search.Phrase},
			search.Place{Unit: k.Unit, Zone: search.Note}, search.Place{Unit: k.In, Zone: search.Names})...))
	}
	return most
}

// speaks reports whether some claim has a term for its speaker or its source.
func (s *Ranker) speaks(m *search.Match, term int) bool {
	return slices.ContainsFunc(s.Index.Claims, func(k search.Claim) bool {
		return max(m.Strength(term, k.Unit, search.Speaker), m.Strength(term, k.From, search.Publisher)) >= 0.99
	})
}

// heard reports whether a claim is by a speaker, or from the outlet, that a question asks
// about.
func (s *Ranker) heard(a *Asked, k search.Claim) bool {
	for i := a.Voice; i > 0 && (i == a.Voice || i >= a.With && a.With > 0); i-- {
		if s.says(a, i-1, k) {
			return true
		}
	}
	return false
}

// says reports whether a claim is by the speaker, or from the outlet, that a term names. The
// holder of a position speaks where nobody else does.
func (s *Ranker) says(a *Asked, i int, k search.Claim) bool {
	m := a.Match
	holder := k.Record.Kind == plan.Position && len(k.Record.By) == 1 && k.Claim.By == "" && m.Strength(i, k.In, search.By) >= sureVoice
	party := s.Side(m, i)
	own := k.Claim.By // what a witness quotes of somebody is that one's too
	if party {        // but what a person close to a party says is not that party's
		own, _, _ = strings.Cut(own, " to ")
	}
	speaks := m.Strength(i, k.Unit, search.Speaker) >= sureVoice && (own == k.Claim.By || s.Index.Stands(m.Terms[i], own))
	if group, _, ok := s.Index.Alias(m.Terms[i].Words); ok && party {
		speaks = speaks || s.spoken[k.Claim.By] == group
	}
	return holder || speaks || !party && !s.actors[m.Terms[i].Text()] && m.Strength(i, k.From, search.Publisher) >= sureVoice // no outlet speaks for who is in its name
}

// Outlet reports whether whose words are asked for publishes, and is nobody's name.
func (a *Asked) Outlet() bool {
	return !a.by.said(a.Match, a.Voice-1) && a.by.speaks(a.Match, a.Voice-1)
}

// join adds a claim to the cells: to the last one if it is of the same record and
// field, else as a cell of its own. The claims of the index stand in that order.
func (s *Ranker) join(cells []Cell, k search.Claim, score float64) []Cell {
	if n := len(cells); n > 0 && cells[n-1].Record == k.Record && cells[n-1].Field.Field == k.Field {
		cells[n-1].Claims = append(cells[n-1].Claims, k)
		return cells
	}
	return append(cells, Cell{Record: k.Record, Field: &s.Index.Fields[s.at[k.Of]], Claims: []search.Claim{k}, Score: score})
}

// Weight is how many claims drafts have of a field.
func (s *Ranker) Weight(f *plan.Field) int { return s.weight[f.ID] }

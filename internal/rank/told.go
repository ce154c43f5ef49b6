package rank

import (
	"slices"
	"strings"

	"plandiff/internal/lexicon"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/search"
)

// This file finds the events that a question speaks of: the last, or those by their places and people.

// Last is the newest of some meetings, or where there are none of all, of some parties and in whose names
// a word stands if any is, and if that is asked one of which it is told what came of it; nil if none is
// known.
func (s *Ranker) Last(word string, parties []string, of []*plan.Record, outcome bool) (last *plan.Record) {
	met := pick.Keep(pick.Or(pick.Keep(of, s.Meeting), s.Index.Lib.OfKind(plan.Event)), func(v *plan.Record) bool { return v.Date != "" && s.Meeting(v) })
	met = pick.Preferred(met, func(v *plan.Record) bool {
		return len(of) > 0 || !slices.ContainsFunc(parties, func(p string) bool {
			return !slices.ContainsFunc(v.By, func(by string) bool { return s.names.Names(by, p) })
		})
	})
	if outcome && s.Outcome != nil {
		met = pick.Preferred(met, func(v *plan.Record) bool { return len(v.Claims(s.Outcome.ID)) > 0 })
	}
	for _, v := range pick.Preferred(met, func(v *plan.Record) bool { return s.Index.HasStem(v.ID, word) }) {
		if last == nil || v.Date.Compare(last.Date) > 0 {
			last = v
		}
	}
	return last
}

// OnlyTold reports whether the subject of a question is nothing but the events that it speaks of, where
// they were and who was there: "what did she say after they came to Geneva".
func (s *Ranker) OnlyTold(a *Asked, told []*plan.Record) bool {
	var keys []string
	for _, v := range told {
		lists, _ := s.gathered(v)
		keys = append(keys, s.keys(v.Title+" "+lists)...)
	}
	return len(a.Subject.Terms) > 0 && len(told) > 0 && !slices.ContainsFunc(a.Subject.Terms, func(t search.Term) bool {
		w := t.Words[0]
		return !s.labelled(t) && !lexicon.Bounds(w.Text) && !lexicon.Gathering(w.Text) && !lexicon.Links(w.Text) && !slices.Contains(keys, w.Stem) && !slices.Contains(keys, s.group(t))
	})
}

// Told are the events that have most of the words of a question in their titles, among those who
// took part or at their places, if one of those is a place or the like; nil if none is.
func (s *Ranker) Told(a *Asked, terms []search.Term) []*plan.Record {
	var out []*plan.Record
	most := 0
	for _, v := range s.Index.Lib.OfKind(plan.Event) {
		placed, has := false, 0
		head, _, _ := strings.Cut(v.Label, ",")
		lists, _ := s.gathered(v)
		if s.Place != nil {
			for _, c := range v.Claims(s.Place.ID) {
				head += " " + strings.ReplaceAll(c.Value.String(), ",", " ")
			}
		}
		label, keys := strings.Fields(strings.ToLower(head)), s.keys(v.Title+" "+lists+" "+head)
		for _, t := range terms {
			if t.Words[0].Common() || a.Voice > 0 && t.Words[0] == a.Match.Terms[a.Voice-1].Words[0] {
				continue
			}
			if slices.Contains(keys, t.Words[0].Stem) || slices.Contains(keys, s.group(t)) {
				has++
			}
			placed = placed || slices.Contains(label, t.Words[0].Text) && (!s.people[s.group(t)] || s.names.Party(s.group(t)))
		}
		switch {
		case !placed || has < max(most, 1):
		case has > most:
			most, out = has, []*plan.Record{v}
		default:
			out = append(out, v)
		}
	}
	return out
}

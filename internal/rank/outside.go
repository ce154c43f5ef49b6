package rank

import (
	"slices"
	"strings"

	"plandiff/internal/lexicon"
	"plandiff/internal/plan"
	"plandiff/internal/search"
)

// Features of a whole question, for telling whether the records cover it.
const (
	oBias      = iota
	oBest      // the most of it that any cell meets
	oPooled    // the most that any field with its claims meets
	oField     // the most that any field's own words meet
	oUnknown   // weight share of words that nothing in the library has
	oLoose     // of those that only a related word meets
	oDrafts    // it names a draft
	oRecords   // it names another record
	oEmpty     // it has no content
	oScore     // score of the best cell
	oBroad     // it has a cue for a broad answer
	oName      // the best name of a field that it has
	oWhole     // the most that a whole name of a field meets
	oClaim     // the most that a claim alone meets
	oTerms     // how many words it has, by tens
	oDated     // it names a day
	oBeyond    // it asks for an opinion, or of a time after the records
	oBeyondTwo // in two ways
)

// Outside are the features by which Model.Outside judges a whole question, with its names
// and cues: above zero, the records do not cover it.
func Outside(a *Asked, n *lexicon.Named) Vector {
	beyond := 0
	length := a.long && len(a.Cells) > 0 && a.Cells[0].Field.Field.Kind == plan.Duration // of which "last" is the verb
	for _, c := range n.Cues {
		if c.Kind == lexicon.CueBeyond && !(length && n.Words[c.From].Stem == "last") {
			beyond++
		}
	}
	var v Vector
	v[oBias] = 1
	for i, c := range a.Cells {
		v[oBest] = max(v[oBest], c.Feats[All])
		v[oPooled] = max(v[oPooled], c.Feats[Pooled])
		v[oClaim] = max(v[oClaim], c.Feats[Claim])
		if i == 0 {
			v[oScore] = float32(c.Score) / 10
		}
	}
	for _, f := range a.Fields {
		v[oField] = max(v[oField], f[Field])
		v[oName], v[oWhole] = max(v[oName], f[Name]), max(v[oWhole], f[Whole])
	}
	if total := a.Match.Total; total > 0 {
		for _, t := range a.Match.Terms {
			switch {
			case a.Cue(t.Words[0].Start):
			case t.Unknown:
				v[oUnknown] += t.Weight / total
			case t.Loose:
				v[oLoose] += t.Weight / total
			}
		}
	} else {
		v[oEmpty] = 1
	}
	for f, on := range map[int]bool{oDated: len(n.Dates) > 0, oDrafts: len(a.Drafts) > 0, oRecords: len(n.Records) > len(a.Drafts), oBroad: n.Lists() || n.Cued(lexicon.CueOverview, lexicon.CueDisputed), oBeyond: beyond > 0, oBeyondTwo: beyond > 1} {
		if on {
			v[f] = 1
		}
	}
	v[oTerms] = float32(len(a.Match.Terms)) / 10
	return v
}

// Tells reports whether a term stands in the name of one of some records, or in a value.
func (s *Ranker) Tells(m *search.Match, term int, among []*plan.Record) bool {
	return slices.ContainsFunc(s.Index.Claims, func(k search.Claim) bool {
		return slices.Contains(among, k.Record) && max(m.Strength(term, k.Unit, search.Value), m.Strength(term, k.In, search.Names), m.Strength(term, k.In, search.By)) > 0
	})
}

// Happened reports whether a question asks how much of something has happened, and the clause that
// answers best has no word for that: "how many tanks has the company lost" is no limit on tanks.
func (a *Asked) Happened(n *lexicon.Named) bool {
	if a.Shape[Amount] == 0 || len(a.Records) > 0 || len(a.Cells) == 0 || a.Cells[0].Record.Kind != plan.Draft || a.Cells[0].Field.Topic.About != plan.AboutText || !n.Has("has", "have", "did", "were", "been") {
		return false
	}
	last := len(a.Match.Terms) - 1
	for i, t := range a.Match.Terms {
		w := t.Words[0]
		if verb := strings.HasSuffix(w.Text, "ed") || w.Stem == w.Text && (i == last || i > 0 && a.by.Side(a.Match, i-1)); !verb || a.Cue(w.Start) || t.Alias || w.Number || lexicon.Offers(w.Text) || lexicon.Says(w.Text) || lexicon.Stance(w.Text) || lexicon.Holding(w.Text) {
			continue
		}
		if !slices.ContainsFunc(a.Cells, func(c Cell) bool {
			return c.Field == a.Cells[0].Field && slices.ContainsFunc(c.Claims, func(k search.Claim) bool {
				return a.met(i, k) > 0.5
			})
		}) {
			return true
		}
	}
	return false
}

// met is how strongly a term stands in a claim, or in the names of its field and topic.
func (a *Asked) met(term int, k search.Claim) (most float32) {
	for _, p := range append(names(k.Of, k.Theme), search.Place{Unit: k.Unit, Zone: search.Value}, search.Place{Unit: k.Unit, Zone: search.Phrase}, search.Place{Unit: k.Of, Zone: search.Meaning}) {
		most = max(most, a.Match.Strength(term, p.Unit, p.Zone))
	}
	return most
}

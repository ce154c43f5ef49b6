package rank

import (
	"slices"

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

package ask

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

func (s *Session) outsideFeatures(r *reading, cells []cell) vector {
	var v vector
	v[oBias] = 1
	for i, c := range cells {
		v[oBest] = max(v[oBest], c.feats[fAll])
		v[oPooled] = max(v[oPooled], c.feats[fPooled])
		v[oClaim] = max(v[oClaim], c.feats[fClaim])
		if i == 0 {
			v[oScore] = float32(c.score) / 10
		}
	}
	for _, f := range r.asked.fields {
		v[oField] = max(v[oField], f[fField])
		v[oName], v[oWhole] = max(v[oName], f[fName]), max(v[oWhole], f[fWhole])
	}
	if total := r.asked.match.Total; total > 0 {
		for _, t := range r.asked.match.Terms {
			switch {
			case r.isCue(t.Words[0].Start):
			case t.Unknown:
				v[oUnknown] += t.Weight / total
			case t.Loose:
				v[oLoose] += t.Weight / total
			}
		}
	} else {
		v[oEmpty] = 1
	}
	for _, c := range r.cues {
		if c.kind == Outside {
			v[oBeyondTwo], v[oBeyond] = v[oBeyond], 1
		}
	}
	v[oTerms] = float32(len(r.asked.match.Terms)) / 10
	if len(r.Dates) > 0 {
		v[oDated] = 1
	}
	if len(r.asked.drafts) > 0 {
		v[oDrafts] = 1
	}
	if len(r.Records) > len(r.asked.drafts) {
		v[oRecords] = 1
	}
	for _, k := range []Kind{Overview, Compare, Same, Added, Gone, Open, Unknown, Disputed} {
		if has(r.cues, k) {
			v[oBroad] = 1
		}
	}
	return v
}

// outside reports whether a question is about something else.
func (s *Session) outside(r *reading, q *Query) bool {
	if len(r.cells) == 0 {
		return true
	}
	if r.quote != "" || r.has("this program") {
		return r.quote == "" // the program is no draft
	}
	v := s.outsideFeatures(r, r.cells)
	return dot(&outsideWeights, &v) > 0
}

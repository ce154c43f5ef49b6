package ask

import (
	"math"
	"slices"

	"plandiff/internal/plan"
	"plandiff/internal/rank"
	"plandiff/internal/search"
)

// quoted are the claims whose phrase has the words in quotation marks.
func (s *Session) quoted(r *reading) []Finding {
	const sure = 0.85
	m := s.index.Match(s.index.Terms(search.Words(r.quote)))
	var out []Finding
	var most float32
	for _, k := range s.index.Claims {
		cover := m.Cover(search.Place{Unit: k.Unit, Zone: search.Phrase})
		if cover < sure || cover < most-0.05 {
			continue
		}
		if cover > most+0.05 {
			most, out = cover, nil
		}
		if n := len(out); n > 0 && out[n-1].Record == k.Record && out[n-1].Field == k.Field {
			out[n-1].Only = append(out[n-1].Only, k.Claim)
			continue
		}
		f := s.finding(k.Record, k.Topic, k.Field)
		f.Only = []*plan.Claim{k.Claim}
		f.score = float64(cover)
		out = append(out, f)
	}
	return out
}

// spoken are the claims of the speaker, or from the outlet, that is asked
// about: of the best cells that have one, if any comes near and meets the subject;
// or anything that is theirs, what comes nearest first.
func (s *Session) spoken(r *reading, anything bool) []Finding {
	const near, meets = 4, 0.3 // of the subject, in what they speak of
	var out []Finding
	theirs := func(c rank.Cell) bool { // or told of them, in a record of what they hold
		return c.Feats[rank.Heard] > 0 || c.Claims != nil && c.Record.Kind == plan.Position && r.asked.Match.Strength(r.asked.Voice-1, c.Claims[0].In, search.By) >= rank.SureVoice
	}
	if !anything && len(r.asked.Drafts) > 0 && !slices.ContainsFunc(r.cells, func(c rank.Cell) bool {
		return theirs(c) && c.Feats[rank.Named]+c.Feats[rank.Titled] > 0 && c.Score > r.cells[0].Score-2*near
	}) {
		return nil // of the drafts named they say nothing
	}
	about := !anything && slices.ContainsFunc(r.cells, func(c rank.Cell) bool {
		return theirs(c) && c.Feats[rank.Named]+c.Feats[rank.Titled] > 0 && c.Score > r.cells[0].Score-near
	})
	top := math.Inf(-1)
	subject := s.index.Match(s.subjects(r))
	for _, c := range r.cells {
		if !anything && c.Score < r.cells[0].Score-near || len(out) == mostCells {
			break
		}
		if !theirs(c) || !anything && len(subject.Terms) > 0 && s.cover(subject, c) < meets || about && c.Feats[rank.Named]+c.Feats[rank.Titled] == 0 {
			continue
		}
		if top = max(top, c.Score); c.Score < top-cellMargin {
			break
		}
		f := s.finding(c.Record, c.Field.Topic, c.Field.Field)
		for _, k := range c.Claims {
			if s.ranker.Heard(&r.asked, k) {
				f.Only = append(f.Only, k.Claim)
			}
		}
		f.score = c.Score
		out = append(out, f)
	}
	return out
}

// claimFinding is the finding of one claim by its ID.
func (s *Session) claimFinding(id string) *Finding {
	for i := range s.index.Claims {
		if c := &s.index.Claims[i]; c.Claim.ID == id {
			f := s.finding(c.Record, c.Topic, c.Field)
			f.Only = []*plan.Claim{c.Claim}
			return &f
		}
	}
	return nil
}

// cover is how much of a match the best claim of a cell meets, with its field and
// its record.
func (s *Session) cover(m *search.Match, c rank.Cell) (most float32) {
	for _, k := range c.Claims {
		most = max(most, m.Cover(search.Place{Unit: k.Of, Zone: search.Title}, search.Place{Unit: k.Of, Zone: search.Synonyms}, search.Place{Unit: k.Theme, Zone: search.Title}, search.Place{Unit: k.Theme, Zone: search.Synonyms},
			search.Place{Unit: k.Unit, Zone: search.Value}, search.Place{Unit: k.Unit, Zone: search.Phrase}, search.Place{Unit: k.Unit, Zone: search.Note}, search.Place{Unit: k.In, Zone: search.Names}))
	}
	return most
}

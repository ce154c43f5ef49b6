package ask

import (
	"cmp"
	"fmt"
	"math"
	"math/bits"
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
)

// What is told of talks, of people and of who backs what is spread over many
// small records. There a question is matched against single claims: the words
// of the field, of the record, and of what is said.

// Shares of a word's weight by where a claim has it.
const (
	inField  = 1.0
	inRecord = 0.8
	inValue  = 0.75
	inNote   = 0.4
)

// cell is one field of one record with how well a question fits it.
type cell struct {
	Finding
	score float64
	mask  uint64
}

// talkative: the question is about what is told in records of talks and
// stances rather than about the text of a version.
func (r *reading) talkative() bool {
	if len(r.chosen) == 0 {
		return true
	}
	about := r.chosen[0].topic.About
	if about == plan.AboutTalks || about == plan.AboutStance || about == plan.AboutDocument && !r.Named && r.loose() {
		return true
	}
	return slices.ContainsFunc(r.Versions, func(v *plan.Record) bool { return v.Kind == plan.Event })
}

// loose reports whether words of the question that say something are in none
// of the names of the chosen fields.
func (r *reading) loose() bool {
	explained := r.taken
	for _, s := range r.chosen {
		explained |= s.mask
	}
	for i, t := range r.words {
		if explained&(1<<i) == 0 && r.linked&(1<<i) != 0 && !silent[t.text] && !asking[t.text] && !plainEnglish[t.text] && !cueWords[t.text] {
			return true
		}
	}
	return false
}

// searched answers a question about talks and stances; nil if it is about
// something else, or if nothing fits it.
func (r *reading) searched() *Answer {
	if r.continued || !r.talkative() {
		return nil
	}
	cells := r.search(r.told)
	if cells == nil {
		return nil
	}
	return r.found(cells)
}

// told reports whether a finding is one of talks, of stances or of a document,
// and not of the text of a version.
func (r *reading) told(f Finding) bool {
	return f.Topic.About != plan.AboutText || f.Record.Kind != plan.Draft
}

// found answers with the cells of a search.
func (r *reading) found(cells []cell) *Answer {
	a := &Answer{}
	r.Fields, r.Topics, r.chosen = nil, nil, nil
	var found []*plan.Record
	for _, c := range cells {
		a.Findings = append(a.Findings, c.Finding)
		if !slices.Contains(r.Fields, c.Field) {
			r.Fields = append(r.Fields, c.Field)
			r.chosen = append(r.chosen, scored{topic: c.Topic, field: c.Field, score: c.score, own: c.score, mask: c.mask})
		}
		if !slices.Contains(r.Topics, c.Topic) {
			r.Topics = append(r.Topics, c.Topic)
		}
		if !slices.ContainsFunc(found, func(v *plan.Record) bool { return v.ID == c.Record.ID }) {
			found = append(found, c.Record)
		}
		r.why("%s %s fits with %.1f: %s", c.Record.ID, c.Field.ID, c.score, r.phraseOf(c.mask))
	}
	if !r.Named {
		r.Versions = found
	}
	a.Text = r.tell(a.Findings)
	if r.has("when", "what day", "what date", "which day") && cells[0].Record.Kind == plan.Event && cells[0].Record.Date != "" && cells[0].Field.Kind != plan.DateKind {
		a.Text = fmt.Sprintf("%s is dated %s. %s", label(cells[0].Record), compare.DateText(cells[0].Record.Date), a.Text)
	}
	a.Notes = claimNotes(a.Findings)
	if !slices.ContainsFunc(a.Findings, func(f Finding) bool { return f.State != plan.Lacuna }) {
		a.Status = NotReported
	}
	return a
}

// search finds the claims that fit a question best. A claim must explain most
// of what the question says, or it is no answer to it.
func (r *reading) search(keep func(Finding) bool) []cell {
	weight, total := r.searchWeights()
	if total == 0 && !r.Named {
		return nil
	}
	field := map[string]scored{}
	for _, s := range r.all {
		field[s.field.ID] = s
	}
	names := map[string]uint64{}
	for i := range r.x.fields {
		e := &r.x.fields[i]
		for _, p := range append([]phrase{e.title}, e.names...) {
			mask, _ := r.h.at(p)
			names[e.field.ID] |= mask
		}
	}
	var all []cell
	for i := range r.x.records {
		e := &r.x.records[i]
		var inName uint64
		for _, n := range e.names {
			m, _ := r.h.at(n.words)
			inName |= m
		}
		for _, p := range e.who {
			m, _ := r.h.at(p)
			inName |= m
		}
		dated := r.when != nil && overlaps(r.when.date, e.record.Date)
		named := r.Named && slices.Contains(r.Versions, e.record)
		near := !r.Named || named || concerns(e.record, r.Versions)
		r.each(e.record, func(f Finding) {
			if !keep(f) || !near && !toward(f, r.Versions) {
				return
			}
			c := cell{Finding: f}
			value, note := r.valueWords(f)
			s := field[f.Field.ID]
			for w := range r.words {
				bit := uint64(1) << w
				share := 0.0
				if names[f.Field.ID]&bit != 0 {
					share = inField * 0.6
					if s.strong&bit != 0 {
						share = inField
					}
				}
				if inName&bit != 0 && r.taken&bit == 0 {
					share = max(share, inRecord)
				}
				if value&bit != 0 {
					share = max(share, inValue)
				}
				if note&bit != 0 {
					share = max(share, inNote)
				}
				if share > 0 {
					c.mask |= bit
					c.score += share * weight[w]
				}
			}
			c.score += math.Min(s.score*0.25, 2.5) + 0.3*math.Min(r.gain(s.strong), 5)
			if s.several != 0 {
				c.score += 0.8 // a name of several words stands whole in the question
			}
			if c.mask != 0 {
				c.score += 1.5 * r.hint(f.Field)
			}
			if total == 0 { // nothing is asked but "when" or "who" of what is named
				c.score = 4*r.hint(f.Field) + c.score
			} else if dated {
				c.score += 1.5
			}
			if named && c.score > 0 {
				c.score += 0.5
			}
			all = append(all, c)
		})
	}
	return r.fitting(all, weight, total)
}

// searchWeights weighs the words of a question for a search: rare ones most,
// silent ones nearly nothing.
func (r *reading) searchWeights() (weight []float64, total float64) {
	weight = make([]float64, len(r.words))
	for i, t := range r.words {
		switch {
		case r.taken&(1<<i) != 0: // versions and dates narrow the search instead
			if (r.when == nil || r.when.mask&(1<<i) == 0) && !slices.ContainsFunc(r.Versions, func(v *plan.Record) bool { return v.Kind == plan.Draft }) {
				weight[i] = 0.3 * math.Min(r.rare[i], 4)
			}
		case silent[t.text], asking[t.text]:
			weight[i] = 0.1
		case plainEnglish[t.text]:
			weight[i] = 0.5
		case cueWords[t.text]:
			weight[i] = 0.8
		default:
			weight[i] = math.Min(r.rare[i], 4)
			total += weight[i]
		}
	}
	return weight, total
}

// fitting keeps the best cells, if they explain enough of the question.
func (r *reading) fitting(all []cell, weight []float64, total float64) []cell {
	slices.SortStableFunc(all, func(a, b cell) int { return cmp.Compare(b.score, a.score) })
	if len(all) == 0 || all[0].score < leastFit(total) {
		return nil
	}
	explained := 0.0
	for m := all[0].mask; m != 0; m &= m - 1 {
		if w := weight[bits.TrailingZeros64(m)]; w > 0.8 {
			explained += w
		}
	}
	if explained < total*0.55 {
		return nil
	}
	var out []cell
	for _, c := range all {
		if c.score >= all[0].score*0.84 && len(out) < 6 {
			out = append(out, c)
		}
	}
	return out
}

// leastFit is the score that the best cell must reach.
func leastFit(total float64) float64 {
	if total == 0 {
		return 0.8
	}
	return 2
}

// valueWords are the words of a question that a finding's claims hold, in
// what they say and who says it, and in what is noted beside them.
func (r *reading) valueWords(f Finding) (value, note uint64) {
	for _, c := range f.Claims {
		value |= r.inText(c.Value.String()) | r.inText(c.By) | r.inText(c.Phrase) | r.inText(strings.Join(c.Qualifiers, " "))
		note |= r.inText(c.Note)
		if s := r.x.lib.Source(c.Source); s != nil {
			note |= r.inText(s.Publisher)
		}
	}
	return value, note
}

// inText is where words of a question stand in a text.
func (r *reading) inText(s string) uint64 {
	if s == "" {
		return 0
	}
	var mask uint64
	for _, w := range split(s) {
		if len(w) < 2 || silent[w] {
			continue
		}
		for i, t := range r.words {
			if len(t.text) > 1 && t.text[0] == w[0] && t.text[1] == w[1] && (t.text == w || r.x.root(t.text) == r.x.root(w)) {
				mask |= 1 << i
			}
		}
	}
	return mask
}

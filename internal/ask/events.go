package ask

import (
	"math/bits"
	"slices"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
)

func overlaps(a, b plan.Date) bool {
	return b != "" && a.First() <= b.Last() && b.First() <= a.Last()
}

// events lists what took place: the records of events that the question
// names, or that fit its words and its date, in time order.
func (r *reading) events() *Answer {
	if a := r.searched(); a != nil && !r.has("list", "all", "timeline", "chronology", "events", "sequence") {
		return a
	}
	weight, total := r.searchWeights()
	type hit struct {
		record *plan.Record
		score  float64
	}
	var hits []hit
	for i := range r.x.records {
		e := &r.x.records[i]
		if e.record.Kind != plan.Event || r.when != nil && !overlaps(r.when.date, e.record.Date) {
			continue
		}
		if len(r.admitted(e.record).Fields) == 0 {
			continue
		}
		var mask uint64
		for _, n := range e.names {
			m, _ := r.h.at(n.words)
			mask |= m
		}
		for _, p := range e.who {
			m, _ := r.h.at(p)
			mask |= m
		}
		score := 0.0
		for ; mask != 0; mask &= mask - 1 {
			score += weight[bits.TrailingZeros64(mask)]
		}
		if r.Named && !slices.Contains(r.Versions, e.record) && !concerns(e.record, r.Versions) {
			continue
		}
		if r.Named || score > 1.5 || total == 0 || concerns(e.record, r.Versions) || r.has("meetings", "events", "talks", "timeline") && len(r.strays) == 0 && total < 4 {
			hits = append(hits, hit{e.record, score})
		}
	}
	if hits == nil {
		return nil
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return a.record.Date.Compare(b.record.Date) })
	a := &Answer{Status: Answered}
	var lines []string
	r.Versions = nil
	for _, h := range hits {
		lines = append(lines, compare.DateText(h.record.Date)+": "+h.record.Title)
		r.Versions = append(r.Versions, h.record)
		n := 0
		r.each(h.record, func(f Finding) {
			if n < 3 {
				a.Findings = append(a.Findings, f)
				n++
			}
		})
	}
	a.Text = "In these records: " + few(lines, 12) + "."
	return a
}

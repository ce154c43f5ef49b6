package ask

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/plan"
)

// meetings are nouns for what people meet at, those of gatherings and further
// ones.
var meetings = set("talks negotiation negotiations conference")

// going are verbs before "to" and the place that somebody goes to.
var going = set("go goes went gone travel travels travelled traveled fly flies flew")

// meetingPlace are the words that name the place of a meeting: those right before
// the noun, "the Geneva talks", or after it, "the talks in Geneva"; 0 where a
// question has none.
func (r *reading) meetingPlace() uint64 {
	i := slices.IndexFunc(r.words, func(t token) bool { return gatherings[t.text] || meetings[t.text] })
	if k := slices.IndexFunc(r.words, func(t token) bool { return going[t.text] }); i < 0 && k >= 0 && k+2 < len(r.words) && r.words[k+1].text == "to" {
		return 1 << (k + 2) // "when did he go to Moscow?"
	}
	if i < 0 {
		return 0
	}
	name := func(k int) bool {
		t := r.words[k].text
		return !everyday(t) && !asking[t] && !r.words[k].isNum && !skip(t) && monthOf(r.question, k) == 0
	}
	var mask uint64
	if k := i - 1; k >= 0 && name(k) {
		for ; k >= 0 && name(k); k-- {
			mask |= 1 << k
		}
		return mask
	}
	if k := i + 2; k < len(r.words) && (r.words[i+1].text == "in" || r.words[i+1].text == "at") && name(k) {
		for ; k < len(r.words) && name(k); k++ {
			mask |= 1 << k
		}
	}
	return mask
}

// namedFor are the records of events whose names have all of some words.
func (r *reading) namedFor(at uint64) []*plan.Record {
	var out []*plan.Record
	for i := range r.x.records {
		e := &r.x.records[i]
		if e.record.Kind != plan.Event {
			continue
		}
		var mask uint64
		for _, w := range e.about {
			mask |= r.h[w]
		}
		for _, n := range e.names {
			for _, w := range n.words {
				mask |= r.h[w]
			}
		}
		if mask&at == at {
			out = append(out, e.record)
		}
	}
	return out
}

// held answers what a question asks of the meetings at a place: when they were,
// or that what it asks is not reported of them. nil where it names no place, or
// where what it asks is reported.
func (r *reading) held() *Answer {
	at := r.meetingPlace()
	trip := at != 0 && r.mask(func(t token) bool { return going[t.text] }) != 0
	if at == 0 || r.continued || !trip && (len(r.chosen) == 0 || r.chosen[0].topic.About != plan.AboutTalks) || trip && !r.has(whenCues...) {
		return nil
	}
	r.ranked()
	hits := slices.DeleteFunc(r.namedFor(at), func(v *plan.Record) bool {
		return r.when != nil && !overlaps(r.when.date, v.Date) || len(r.admitted(v).Fields) == 0
	})
	if who := r.bareMask() &^ at; who != 0 { // those that name who went
		zones := r.recordZones(r.swapped)
		with := slices.DeleteFunc(slices.Clone(hits), func(v *plan.Record) bool { return zones[r.x.recordAt(v)]&who == 0 })
		if len(with) > 0 {
			hits = with
		}
	}
	if hits == nil {
		return nil
	}
	slices.SortStableFunc(hits, func(a, b *plan.Record) int { return a.Date.Compare(b.Date) })
	var told, rest []Finding
	for _, v := range hits {
		n := 0
		r.each(v, func(f Finding) {
			switch {
			case f.State == plan.Lacuna:
			case r.order(f.Field) >= 0:
				told = append(told, f)
			case n < 2 || n < 5 && len(hits) == 1:
				rest = append(rest, f)
				n++
			}
		})
	}
	if r.has(whenCues...) {
		var lines []string
		for _, v := range hits {
			lines = append(lines, dateText(v.Date)+": "+v.Title)
		}
		r.Versions, r.Named = hits, true
		a := &Answer{Status: Answered, Text: "In these records: " + few(lines, 6) + ".", Findings: append(told, rest...)}
		if told != nil {
			a.Text += " " + r.tell(told)
		}
		return a
	}
	if told != nil || rest == nil || r.chosen[0].several == 0 || !r.begins("who", "where", "what was the", "what were the", "what came", "how did") {
		return nil
	}
	r.Versions, r.Named = hits, true
	asNearest(rest)
	return &Answer{Status: NotReported, Findings: rest, Text: fmt.Sprintf("%s: %s for %s. The nearest that is reported, which is not the same: %s",
		r.chosen[0].field.Title, silentText, strings.Join(titlesOf(hits), "; "), r.tell(rest))}
}

func titlesOf(records []*plan.Record) []string {
	var out []string
	for _, v := range records {
		out = append(out, v.Title)
	}
	return out
}

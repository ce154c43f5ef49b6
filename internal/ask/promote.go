package ask

import (
	"slices"

	"plandiff/internal/plan"
)

// connectors stand between versions that are compared.
var connectors = set("vs versus v between from to and against with than or compared in")

// promote takes a bare name for a version where the question treats it as
// one: beside a connector in a comparison, by its number after "in", or in a
// headline, which has no verb. A person or a party is only taken so in a
// comparison or a headline, a place not where people met.
func (r *reading) promote() {
	comparing := r.has(compareCues...) || r.has("from") && r.has("to") ||
		r.has("changed", "change", "changes") && r.has("to")
	headline := len(r.words) <= 7 && !slices.ContainsFunc(r.words, func(t token) bool { return sentenceWords[t.text] })
	meeting := r.has(placeCues...)
	persons := slices.ContainsFunc(r.bare, func(m mention) bool { return m.records[0].Kind != plan.Draft })
	var rest []mention
	var took []mention
	pairable := 0
	for _, m := range r.bare {
		if m.records[0].Kind == plan.Draft {
			pairable++
		}
	}
	pairable += len(r.named)
	for _, m := range r.bare {
		first, last := place(m.mask)
		before, after := "", ""
		if first > 0 {
			before = r.words[first-1].text
		}
		if last+1 < len(r.words) {
			after = r.words[last+1].text
		}
		isDraft := m.records[0].Kind == plan.Draft && monthOf(r.question, first) == 0
		actor := slices.ContainsFunc(m.records, func(x *plan.Record) bool { return x.Kind == plan.Position })
		number := r.words[first].isNum
		alone := after == "" || silent[after] || connectors[after]
		beside := connectors[before] || connectors[after] || (m.telling || actor) && r.adjoins(m)
		switch {
		case !isDraft:
		case comparing && beside && pairable > 1 && (!number || alone):
			took = append(took, m)
			continue
		case number && isYear(r.words[first]):
			continue
		case number && alone && (before == "in" || before == "under" || before == "the"):
			took = append(took, m)
			continue
		case !number && headline && (m.telling || actor) && !persons && len(r.named) == 0:
			took = append(took, m)
			continue
		case !number && !actor && m.telling && !meeting && monthOf(r.question, first) == 0:
			took = append(took, m)
			continue
		}
		if !number && (actor || m.telling) {
			rest = append(rest, m)
		}
	}
	r.named, r.bare = append(r.named, took...), rest
	slices.SortStableFunc(r.named, func(a, b mention) int { x, _ := place(a.mask); y, _ := place(b.mask); return x - y })
	r.named = slices.DeleteFunc(r.named, func(m mention) bool { // events are found by their words
		return m.records[0].Kind == plan.Event
	})
	for _, m := range r.named {
		r.taken |= m.mask
	}
}

// adjoins reports whether another name stands right beside a mention: "the
// American, European and Geneva drafts".
func (r *reading) adjoins(m mention) bool {
	near := m.mask<<1 | m.mask>>1
	return slices.ContainsFunc(slices.Concat(r.named, r.bare), func(o mention) bool { return o.mask != m.mask && o.mask&near != 0 && o.records[0].Kind == plan.Draft })
}

// sentenceWords show that a question is a sentence and no headline.
var sentenceWords = set(`is are was were do does did has have had can could will would shall should must may might what who whose
	when where which why how said says say get gets happened happen whats met tell`)

func place(mask uint64) (first, last int) {
	for mask&(1<<first) == 0 {
		first++
	}
	for last = 63; mask&(1<<last) == 0; last-- {
	}
	return first, last
}

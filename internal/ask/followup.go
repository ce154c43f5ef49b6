package ask

import (
	"slices"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
)

// What a question takes from the one before it.

// goesOn is what is assumed of a follow-up.
const goesOn = "the question goes on from the one before it"

// followUp fills in from the question before what an elliptical one leaves
// out: "and in the 20 points?", "who says so?".
func (s *Session) followUp(r *reading) {
	last := s.last
	if last != nil {
		s.goOn(r, last)
	}
	if last != nil && r.tellsOf(last) {
		return
	}
	if last == nil || r.has("himself", "herself", "themselves") && r.spokenOf(last) || !r.elliptical() && !r.pointsBack(last) {
		return
	}
	if r.whenOf(last) || r.replyTo(last) {
		return
	}
	if v := r.heOrShe(last); v != nil {
		r.Versions, r.Named, r.continued = []*plan.Record{v}, true, true
		r.Assumed = append(r.Assumed, goesOn)
		r.matches = nil
		if r.holding(r.Versions) == nil {
			r.take(nil)
			r.context = r.Versions
		}
		return
	}
	if r.numberHandle() != nil && !r.Named && len(r.bare) == 0 && r.has("who wants", "who wanted", "who said", "who says", "who asked for", "whose is", "where does") {
		r.Intent = Number
		return // a number of its own
	}
	r.reply(last)
	r.traceOn(last)
	if r.spokenOf(last) {
		return
	}
	if r.Intent == WhichPoint && len(r.chosen) > 0 && !ofText(r.chosen[0]) {
		r.take(nil) // what has a point is a clause
	}
	if r.Named && r.begins("and in", "and under", "and for") && len(r.chosen) > 0 && !ofText(r.chosen[0]) && len(last.chosen) > 0 && ofText(last.chosen[0]) && r.chosen[0].score < sure {
		r.take(nil) // "and in their version two weeks later?"
	}
	named := r.Named
	r.lean(last)
	took := r.Named && !named
	if len(r.chosen) == 0 && r.Point == 0 && len(last.Fields) > 0 {
		r.chosen, r.Fields, r.Topics, took = last.chosen, last.Fields, last.Topics, true
	}
	if len(r.Versions) == 0 && r.AsOf == "" || r.AsOf != "" && len(r.Versions) == 0 {
		if len(last.Versions) > 0 {
			r.Versions, r.Named, took = last.Versions, last.Named, true
		}
	}
	if r.Point == 0 && last.Point > 0 && len(r.chosen) == 0 {
		r.Point, took = last.Point, true
	}
	if !took {
		if r.begins("and", "what about", "how about") && r.Intent == Value && keeps(last.Intent) {
			r.Intent = last.Intent
		}
		return
	}
	r.continued = true
	r.lend(last)
	if len(r.chosen) == len(last.chosen) && (r.Intent == WhoSays || r.Intent == Quote || r.Intent == Conflict) && slices.Equal(r.Fields, last.Fields) {
		r.prior = last.answered
	}
	r.Intent = r.intent()
	if last.Intent == WhichPoint && r.has("what does it", "what does that", "what is in it", "whats in it") {
		r.Intent = Value
		r.Assumed = append(r.Assumed, goesOn)
		return
	}
	same := r.begins("same for", "same question", "and same")
	if same || r.Intent == None || r.Intent == Identify || r.Intent == Events || r.Intent == Value && keeps(last.Intent) {
		r.Intent = last.Intent
	}
	if (r.Intent == Change || r.Intent == Follow) && len(r.Versions) == 1 && len(last.Versions) > 0 && last.Versions[0] != r.Versions[0] {
		r.Versions = []*plan.Record{last.Versions[0], r.Versions[0]}
	}
	r.Assumed = append(r.Assumed, goesOn)
	r.why("follow-up: what it leaves out is taken from the question before")
}

// heOrShe is the person whose position the question before was answered for,
// where this one says "he" or "she" of nobody that it names; nil elsewhere.
func (r *reading) heOrShe(last *reading) *plan.Record {
	at := slices.IndexFunc(r.words, func(t token) bool { return t.text == "he" || t.text == "she" })
	if r.Named || at < 0 || slices.ContainsFunc(r.bare, func(m mention) bool { return m.mask < 1<<at }) {
		return nil
	}
	told := recordsOf(last.answered)
	if len(told) != 1 || told[0].Kind != plan.Position || r.party(told[0]) {
		return nil
	}
	return told[0]
}

// tellsOf reads "who published it?", after an answer on what somebody said or
// did, as asked of that and of the events that concern it, not of a text. It
// reports whether it does.
func (r *reading) tellsOf(last *reading) bool {
	if r.Named || len(r.bare) > 0 || !r.has("it", "that", "them", "they") {
		return false
	}
	told := recordsOf(last.answered)
	if r.has(whenCues...) && len(r.words) < 6 && len(told) > 0 && told[0].Kind == plan.Event && told[0].Date != "" && (len(r.chosen) == 0 || !r.carries(told[0], r.chosen[0].field.ID)) {
		r.Versions, r.Named, r.continued, r.Intent = told[:1], true, true, Events
		r.take(nil)
		r.Assumed = append(r.Assumed, goesOn)
		return true
	}
	if len(r.chosen) == 0 {
		return false
	}
	if r.chosen[0].topic.About == plan.AboutTalks && len(r.words) < 6 && len(told) > 0 && told[0].Kind == plan.Event && r.carries(told[0], r.chosen[0].field.ID) {
		r.Versions, r.Named, r.continued = told[:1], true, true // "when was the summit?", "who called it?"
		r.Assumed = append(r.Assumed, goesOn)
		return true
	}
	if r.chosen[0].topic.About != plan.AboutDocument {
		return false
	}
	if len(told) > 2 && told[0].Kind == plan.Event {
		told = told[:1] // what else is told of it, others tell
	}
	if len(told) == 0 || len(told) > 2 || slices.ContainsFunc(told, func(v *plan.Record) bool { return v.Kind == plan.Draft }) {
		return false
	}
	for _, e := range r.x.lib.OfKind(plan.Event) {
		if slices.ContainsFunc(told, func(v *plan.Record) bool { return slices.Contains(e.Concerns, v.ID) }) {
			told = append(told, e)
		}
	}
	r.context, r.matches, r.disputes = told, nil, nil
	r.take(nil)
	r.continued = true
	r.Intent = Value
	r.Assumed = append(r.Assumed, goesOn)
	r.why("it is asked of what the answer before told")
	return true
}

// yesNoBe reports whether a question asks if something is so, not what somebody
// did.
func yesNoBe(q *question) bool { return q.begins("is", "are", "was", "were", "and is", "and are") }

// traceOn reads a version after "where did point 3 go in the later text?" as
// another text in which that point is looked for.
func (r *reading) traceOn(last *reading) {
	if last.Intent != Follow || len(last.Versions) == 0 || r.Point > 0 || len(r.chosen) > 0 || len(r.Versions) != 1 || r.Versions[0] == last.Versions[0] {
		return
	}
	r.Point, r.Intent = last.Point, Follow
	r.continued = true
}

// spokenOf reads "and what does the minister say?", of a field on which the
// answer before had a claim of that speaker, as a question for that claim. It
// reports whether it does.
func (r *reading) spokenOf(last *reading) bool {
	if r.Named || len(r.bare) == 0 || len(last.answered) == 0 || !slices.ContainsFunc(r.words, func(t token) bool { return speaking[t.text] }) {
		return false
	}
	var prior []Finding
	for _, f := range last.answered {
		if f.confine(func(c *plan.Claim) bool {
			return slices.ContainsFunc(r.bare, func(m mention) bool { return r.inText(c.By)&m.mask == m.mask })
		}) {
			prior = append(prior, f)
		}
	}
	if prior == nil || r.content()-r.weigh(r.bareMask()) > 3.2 {
		return false
	}
	r.prior, r.chosen, r.Fields, r.Topics = prior, last.chosen, last.Fields, last.Topics
	r.Versions, r.Named, r.Intent = recordsOf(prior), true, WhoSays
	r.continued = true
	r.Assumed = append(r.Assumed, goesOn)
	r.why("the answer before has a claim of whom the question names")
	return true
}

// goOn gives the second half of a question the versions of the first, where it
// asks of the text and names none.
func (s *Session) goOn(r, last *reading) {
	if (s.within || r.has("there", "in it", "in that one", "in that") || len(last.Versions) == 1 && r.has("did it", "does it", "would it")) && last.Named && !r.Named && len(r.bare) == 0 && len(r.chosen) > 0 && ofText(r.chosen[0]) && !r.has("other", "others", "else", "anyone", "any", "every", "all") {
		r.Versions, r.Named = last.Versions, true
		r.matches = nil
	}
}

// lend gives a question the records that the one before was answered for, as
// those that it most likely goes on about.
func (r *reading) lend(last *reading) {
	if records := recordsOf(last.answered); len(records) <= mostTold {
		r.context, r.matches, r.disputes = records, nil, nil
	}
}

// again reads a question that is answered by nothing as one that goes on from
// the question before; nil if that one was about too much.
func (s *Session) again(text string) *reading {
	r := s.read(text, s.ev)
	r.Intent = r.intent()
	r.lend(s.last)
	if r.context == nil {
		return nil
	}
	r.continued = true
	r.Assumed = append(r.Assumed, goesOn)
	return r
}

// pointsBack reports whether a question says "it" of the version before: it
// has a subject of its own, in the topic that the last one was about, and
// names no version.
func (r *reading) pointsBack(last *reading) bool {
	if v, _ := r.wished(last); v != nil && !r.Named && r.has("there", "instead", "itself") && !slices.ContainsFunc(r.chosen, ofText) {
		return true // "and what does the other side want there instead?"
	}
	return last.Named && !r.Named && (len(r.bare) == 0 || r.begins(ofIt...)) && len(r.chosen) > 0 && len(last.chosen) > 0 &&
		(r.chosen[0].topic == last.chosen[0].topic || r.chosen[0].topic.About == plan.AboutDocument || r.begins(ofIt...)) &&
		r.has("it", "that", "this", "those", "these", "they") && len(r.words) <= 8
}

// ofIt begin a question on a clause of the version before.
var ofIt = []string{"does it", "did it", "would it", "can it", "may it", "must it", "should it", "does that", "did that", "would that", "can that", "and does it", "and did it", "and would it", "but does it"}

// lean reads a bare name in a follow-up as what the question before was
// answered for: a version where it was for versions, a party where it asked
// for stances.
func (r *reading) lean(last *reading) {
	if (!r.Named || len(r.named) == 1 && !r.named[0].strong) && r.wants(last) {
		if len(r.chosen) > 0 && !slices.Contains(last.Fields, r.chosen[0].field) && r.chosen[0].topic.About != plan.AboutText {
			r.take(nil)
		}
		return
	}
	held := len(last.answered) > 0 && !slices.ContainsFunc(last.answered, func(f Finding) bool { return f.Record.Kind != plan.Position })
	if (last.Intent == Stance || held) && len(r.named) == 1 && len(r.words) <= 4 && len(r.chosen) == 0 {
		m := r.named[0]
		if who := r.positionsOf(m); len(who) > 0 && !r.named[0].strong {
			r.bare = append(r.bare, mention{records: who, mask: m.mask})
			r.named, r.Versions, r.Named, r.Assumed = nil, nil, false, nil
		}
	}
	if r.Named || len(r.bare) != 1 || len(last.Versions) == 0 || last.Intent == Stance || r.Intent == Stance || r.content()-r.weigh(r.bare[0].mask) > 2 {
		return
	}
	if r.wanting() && len(last.Fields) > 0 {
		for _, v := range r.positionsOf(r.bare[0]) {
			if r.carries(v, last.Fields[0].ID) {
				r.Versions, r.Named = []*plan.Record{v}, true
				r.why("%s has what %q wants", v.ID, r.phraseOf(r.bare[0].mask))
				return
			}
		}
	}
	who := r.actors(r.bare)
	if last.month != "" { // of the time that the question before was about
		off := func(v *plan.Record) int { return int(boolTo(!overlaps(last.month, v.Date))) }
		slices.SortStableFunc(who, func(a, b *plan.Record) int { return off(a) - off(b) })
	}
	for _, v := range who {
		if v.Kind != last.Versions[0].Kind {
			continue
		}
		ofTime := last.month != "" && overlaps(last.month, v.Date) && slices.ContainsFunc(last.Fields, func(f *plan.Field) bool { return r.carries(v, f.ID) })
		if len(last.Fields) > 0 && !ofTime && !r.carries(v, last.Fields[0].ID) {
			if o := r.heldBy(v.By, last.Fields[0]); o != nil {
				v = o
			}
		}
		r.Versions, r.Named = []*plan.Record{v}, true
		r.why("%q is taken as %s, like what the question before was answered for", r.phraseOf(r.bare[0].mask), v.ID)
		return
	}
}

// wants takes the version before for a follow-up that names a side of it, whose
// own wish stands there in brackets: "and Kyiv's figure?".
func (r *reading) wants(last *reading) bool {
	v, who := r.wished(last)
	if v == nil {
		return false
	}
	r.Versions, r.Named = []*plan.Record{v}, true
	r.why("%s has what %s wants", v.ID, who)
	return true
}

// wished is a version of the answer before where a party that the question
// names has a wish in brackets, with the party; nil if there is none.
func (r *reading) wished(last *reading) (*plan.Record, string) {
	for _, p := range r.parties() {
		for _, f := range last.answered {
			if slices.ContainsFunc(f.Contents, func(k compare.Content) bool { return k.Proponent == p.name }) {
				return f.Record, p.name
			}
		}
	}
	return nil, ""
}

// keeps reports whether a follow-up without a cue of its own repeats an
// intent.
func keeps(i Intent) bool {
	switch i {
	case Change, Mention, YesNo, WhichPoint, Follow, Gone, Added, Same, Brackets, Value, Stance, Timeline:
		return true
	}
	return false
}

// elliptical reports whether a question leans on the one before: it begins
// like a continuation, or points back and has no subject of its own.
func (r *reading) elliptical() bool {
	if len(r.chosen) > 0 && r.has("there", "that", "it", "this") && !r.Named && len(r.bare) == 1 && r.wanting() {
		r.ranked() // weighs the words
		around := r.bareMask() | r.mask(func(t token) bool { return asking[t.text] || silent[t.text] || speaking[t.text] })
		if r.weigh(r.chosen[0].mask&^around) < 0.5 {
			r.take(nil) // "and what does Kyiv want there?"
		}
	}
	if r.begins("and", "what about", "how about", "same for", "same question", "but", "also", "ok and", "then", "or", "only on", "just on", "only the") ||
		len(r.chosen) == 0 && len(r.named) < 2 && r.begins("compare", "compared", "vs", "versus", "against", "does anyone", "who else") {
		return true
	}
	if len(r.chosen) > 0 && (r.chosen[0].several == 0 || r.has(originCues...)) && !r.subjectful(r.chosen[0].mask&^r.bareMask(), (r.chosen[0].strong|r.chosen[0].whole)&^r.bareMask()) && r.has("that", "it", "this", "those", "they", "there") {
		r.chosen, r.Fields, r.Topics = nil, nil, nil
	}
	if len(r.chosen) > 0 && r.Named {
		return false
	}
	if r.has("that", "it", "this", "so", "they", "those", "there", "them", "then", "these") && len(r.chosen) == 0 && (len(r.strays) == 0) {
		return true
	}
	bare := len(r.chosen) == 0 && len(r.strays) == 0
	switch r.Intent {
	case WhoSays, Quote, Conflict, Timeline, Origin, Uptake, Value, WhichPoint, None, Identify, Follow:
		return bare && len(r.words) <= 6
	}
	return false
}

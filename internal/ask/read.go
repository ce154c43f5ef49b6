package ask

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/evidence"
	"plandiff/internal/plan"
)

// reading is a question with all that was found in it.
type reading struct {
	*question
	Understood
	seen     *evidence.View // what is admitted, on the evidence asked for
	ev       evidence.Filter
	hidden   int
	matches  []match // of ranked
	swapped  *swaps
	disputes []quarrel // best first
	brief    bool      // a sentence on many versions: sources are counted, not named
	remarks  []match   // of whole records, best first
	weight   []float64 // of the words, by ranked
	total    float64
	unheard  uint64         // words that no cell has
	mute     uint64         // of those, the ones that name subjects of other questions
	speaker  uint64         // words that name who says it
	proper   uint64         // words that name persons and places
	doer     uint64         // words that name who is asked of
	context  []*plan.Record // what the question before was answered for
	named    []mention      // names of versions
	bare     []mention      // names of persons, places and parties that also name records
	// bareNames are the words of names, where all of them are loose
	bareNames uint64
	when      *when
	all       []scored // fields, best first
	chosen    []scored
	strays    []string
	// continued: fields or versions are taken from the question before
	continued bool
	answered  []Finding        // what the answer told
	prior     []Finding        // what the answer before told, for "who says so?"
	besides   []*plan.Claim    // what the answer tells beside readings
	wider     *evidence.Filter // what was admitted before a question confined it to an outlet; nil elsewhere
	outlets   []outlet         // to which it confined it
	quiet     string           // an outlet that the question names and that tells nothing of what it asks; "" for none
	// which: a name stands for every version that bears it
	which bool
}

func (r *reading) why(format string, args ...any) {
	r.Why = append(r.Why, fmt.Sprintf(format, args...))
}

// read finds out what a question says: point, versions, date, fields.
func (s *Session) read(text string, ev evidence.Filter) *reading {
	r := &reading{question: newQuestion(s.index, text), ev: ev}
	r.Assumed = append(r.Assumed, r.fixed...)
	r.Point, r.taken = r.findPoint()
	dated, isDated := r.datedDraft()
	r.taken |= dated.mask
	r.named, r.bare = r.mentions()
	if isDated {
		r.named = append(r.named, dated)
	}
	r.taken |= r.addressing()
	r.promote()
	r.describe()
	r.when = r.findDate()
	if r.when != nil && (r.when.mask&r.taken == 0) {
		r.taken |= r.when.mask
	} else {
		r.when = nil
	}
	var actors, parties uint64
	for _, m := range r.bare {
		actors |= m.mask
		if m.records[0].Kind == plan.Position {
			parties |= m.mask
		}
	}
	if !slices.ContainsFunc(r.named, func(m mention) bool { return m.records[0].Kind == plan.Draft }) {
		parties = 0
	}
	r.all = r.fields(actors)
	r.chosen = r.choose(r.all, actors, parties)
	if r.presence() || !r.Named && r.has("take part", "took part", "taking part") {
		r.chosen = slices.DeleteFunc(r.chosen, func(s scored) bool { return s.topic.About != plan.AboutTalks })
	}
	r.takeNames()
	r.silenceNames()
	explained := r.taken | actors
	r.take(r.chosen)
	for i, f := range r.chosen {
		explained |= f.mask
		if i < 5 {
			r.why("field %s, score %.1f: %s", f.field.ID, f.score, r.phraseOf(f.mask))
		}
	}
	r.strays = r.stray(explained)
	if r.strays != nil {
		r.why("not linked to anything: %s", strings.Join(r.strays, ", "))
	}
	r.admit(ev)
	r.vacant()
	return r
}

// courtesyTitles stand before the name of a person.
var courtesyTitles = set("president mr mrs ms dr secretary minister senator chancellor premier general envoy congressman")

// addressing are the titles before the names in a question.
func (r *reading) addressing() uint64 {
	var mask uint64
	for _, m := range slices.Concat(r.named, r.bare) {
		if first, _ := place(m.mask); first > 0 && courtesyTitles[r.words[first-1].text] {
			mask |= 1 << (first - 1)
		}
	}
	return mask
}

// silenceNames takes the words of a field's own name out of the text in which
// cues are looked for: "recognition of changed borders" asks for no change.
func (r *reading) silenceNames() {
	if len(r.chosen) == 0 || r.chosen[0].topic.About != plan.AboutText {
		return
	}
	for i, t := range r.words {
		if r.chosen[0].several&(1<<i) != 0 && !sentenceWords[t.text] && !asking[t.text] && !silent[t.text] {
			r.text = strings.Replace(r.text, " "+t.text+" ", " _ ", 1)
		}
	}
}

// admit applies the evidence, and a date in the question that says until when
// something was known.
func (r *reading) admit(ev evidence.Filter) {
	if r.when != nil && r.asOf() {
		if d := r.when.day(); ev.AsOf == "" || d < ev.AsOf {
			ev.AsOf = d
		}
		r.AsOf = ev.AsOf
		r.Assumed = append(r.Assumed, "only what was public by "+dateText(ev.AsOf)+" is counted")
	} else if r.when != nil && len(r.when.date) == len("2006") {
		r.taken &^= r.when.mask // a year may as well be a value
	}
	ev = r.outlet(ev)
	r.ev = ev
	r.seen = evidence.New(r.x.lib, ev)
	r.hidden = r.seen.Hidden()
	if r.outlets != nil {
		confined(r.seen.Library, r.outlets)
	}
}

// vacant takes, for a draft that is named by nothing but its party and of which
// the evidence has nothing, or nothing on what is asked, what the same party is reported to hold otherwise.
func (r *reading) vacant() {
	if len(r.chosen) == 0 {
		return
	}
	for i, v := range r.Versions {
		if i >= len(r.named) || v.Kind != plan.Draft || len(r.admitted(v).Fields) > 0 && (len(r.positionsOf(r.named[i])) == 0 || !r.silentOn(v)) ||
			r.mask(func(t token) bool { return nouns[t.text] || papers[t.text] || t.isNum })&r.named[i].mask != 0 {
			continue
		}
		o := r.heldBy(v.By, r.chosen[0].field)
		if with := r.holding(r.positionsOf(r.named[i])); o == nil && with != nil {
			o = with[0]
		}
		if o != nil {
			r.why("nothing of %s is admitted: %s is of the same party", v.ID, o.ID)
			r.Versions[i] = o
		}
	}
}

// silentOn reports whether nothing is known of a version in any field asked
// about.
func (r *reading) silentOn(v *plan.Record) bool {
	return !slices.ContainsFunc(r.chosen, func(s scored) bool { return r.finding(v, s.topic, s.field).State != plan.Lacuna })
}

// heldBy is the record of a party that carries a field; nil if there is none.
func (r *reading) heldBy(party []string, f *plan.Field) *plan.Record {
	for _, kind := range [2]plan.RecordKind{plan.Draft, plan.Position} {
		for _, o := range r.x.lib.OfKind(kind) {
			if slices.Equal(o.By, party) && r.carries(o, f.ID) {
				return o
			}
		}
	}
	return nil
}

// outlet narrows the evidence to a publisher that the question names as the
// one who says so, where it says anything of what is asked.
func (r *reading) outlet(ev evidence.Filter) evidence.Filter {
	if len(r.chosen) == 0 && !r.Named || r.conflictCue() || !r.has("according to", "says", "said", "say", "reports", "reported", "report", "per", "writes", "wrote") {
		return ev
	}
	outlets, named := r.outletMentions()
	if outlets == nil {
		return ev
	}
	if kept := slices.DeleteFunc(slices.Clone(r.chosen), func(s scored) bool {
		return s.mask&^named&^r.mask(func(t token) bool { return silent[t.text] || asking[t.text] || cueWords[t.text] }) == 0
	}); len(kept) < len(r.chosen) {
		r.take(kept) // a word of the outlet's name speaks for no field
	}
	if len(r.chosen) == 0 && !r.Named {
		return ev
	}
	only := ev
	only.Sources = nil
	for _, rec := range r.x.lib.Records {
		for i := range rec.Fields {
			for j := range rec.Fields[i].Claims {
				if c := &rec.Fields[i].Claims[j]; says(c, outlets) && (ev.Sources == nil || slices.Contains(ev.Sources, c.Source)) {
					only.Sources = union(only.Sources, []string{c.Source})
				}
			}
		}
	}
	if only.Sources == nil {
		r.quiet = r.phraseOf(named)
		return ev
	}
	seen := evidence.New(r.x.lib, only)
	confined(seen.Library, outlets)
	tells := func(field *plan.Field) bool {
		return slices.ContainsFunc(seen.Records, func(rec *plan.Record) bool {
			return len(rec.Claims(field.ID)) > 0 && (!r.Named || slices.ContainsFunc(r.Versions, sameRecord(rec)))
		})
	}
	anything := slices.ContainsFunc(seen.Records, func(rec *plan.Record) bool {
		return rec.ClaimCount() > 0 && slices.ContainsFunc(r.Versions, sameRecord(rec))
	})
	switch {
	case len(r.chosen) == 0 && !anything:
		r.quiet = r.phraseOf(named)
	case len(r.chosen) == 0 || tells(r.chosen[0].field):
		r.Assumed = append(r.Assumed, "only what "+r.phraseOf(named)+" says is counted")
		r.taken |= named
		r.wider, r.outlets = &ev, outlets
		return only
	case !slices.ContainsFunc(r.all, func(s scored) bool { return s.score > r.chosen[0].score/3 && tells(s.field) }):
		r.quiet = r.phraseOf(named)
	default:
		r.Assumed = append(r.Assumed, fmt.Sprintf("%s is not known here to say anything of %q: what others say is told", r.phraseOf(named), r.chosen[0].field.Title))
	}
	return ev
}

// outletMentions are the outlets that a question names, and where.
func (r *reading) outletMentions() (outlets []outlet, named uint64) {
	for _, o := range r.x.outlets {
		for at := range r.words {
			if mask := r.h.run(o.name, at); mask != 0 && mask&r.taken == 0 {
				outlets, named = append(outlets, o), named|mask
			}
		}
	}
	return outlets, named
}

// asOf reports whether a date limits what was known, rather than being the
// day of an event.
func (r *reading) asOf() bool {
	if r.spanning() {
		return false
	}
	if r.has(knownCues...) {
		return true
	}
	first, _ := place(r.when.mask)
	if first > 0 && len(r.when.date) > len("2006") && (r.words[first-1].text == "by" || r.words[first-1].text == "before") {
		return true
	}
	return false
}

// has a claim, on the evidence admitted.
func (r *reading) carries(record *plan.Record, field string) bool {
	return len(r.admitted(record).Claims(field)) > 0
}

// admitted is a record with the claims that are admitted.
func (r *reading) admitted(record *plan.Record) *plan.Record {
	if seen := r.seen.Record(record.ID); seen != nil {
		return seen
	}
	return record
}

// finding derives one field of one record.
func (r *reading) finding(record *plan.Record, topic *plan.Topic, field *plan.Field) Finding {
	seen := r.admitted(record)
	return Finding{Record: seen, Topic: topic, Field: field, Reading: compare.Derive(r.seen, seen, topic, field)}
}

// records are the records of IDs, on the evidence admitted.
func (r *reading) records(ids []string) []*plan.Record {
	var out []*plan.Record
	for _, id := range ids {
		if rec := r.x.lib.Record(id); rec != nil {
			out = append(out, rec)
		}
	}
	return out
}

// overview are the versions that an answer runs through where the question
// names none: those of the library's overview, by date.
func (r *reading) overview() []*plan.Record {
	out := r.records(r.x.lib.Overview)
	if out == nil {
		out = r.x.lib.Drafts()
	}
	slices.SortStableFunc(out, func(a, b *plan.Record) int { return a.Date.Compare(b.Date) })
	return out
}

// pair are the versions that are compared where the question names none.
func (r *reading) pair() []*plan.Record {
	out := r.records(r.x.lib.Compare)
	if len(out) < 2 {
		out = r.overview()
	}
	return out
}

package ask

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
)

// holds tells all that is known of somebody's position, where the question
// names a person or party and nothing else: "what does Rubio want?".
func (r *reading) holds() *Answer {
	if r.Named && r.strays == nil && !slices.ContainsFunc(r.Versions, func(v *plan.Record) bool { return v.Kind != plan.Position }) {
		if r.content() < 1.2 && len(r.chosen) == 0 {
			who := r.Versions
			r.Versions = nil
			return r.whatHeld(who)
		}
	}
	if len(r.chosen) > 0 && r.chosen[0].several != 0 && r.chosen[0].topic.About != plan.AboutText {
		return nil
	}
	if len(r.bare) != 1 || r.Named || r.strays != nil || !r.wanting() || r.has("how many", "how much", "when", "how long") {
		return nil
	}
	for i, t := range r.words {
		if (r.bare[0].mask|r.taken)&(1<<i) == 0 && !silent[t.text] && !asking[t.text] && !plainEnglish[t.text] && !cueWords[t.text] && !wantWords[t.text] {
			return nil
		}
	}
	return r.whatHeld(slices.DeleteFunc(slices.Clone(r.bare[0].records), func(v *plan.Record) bool {
		return v.Kind != plan.Position || r.when != nil && !overlaps(r.when.date, v.Date)
	}))
}

// whatHeld lists all that positions hold.
func (r *reading) whatHeld(who []*plan.Record) *Answer {
	a := &Answer{}
	for _, v := range who {
		r.each(v, func(f Finding) { a.Findings = append(a.Findings, f) })
		r.Versions = append(r.Versions, v)
	}
	if a.Findings == nil {
		return nil
	}
	var parts []string
	for _, f := range a.Findings {
		if by := r.attribution(deciding(f.Reading)); by != "" {
			parts = append(parts, fmt.Sprintf("%s: %s, according to %s", f.Field.Title, r.said(f), by))
		} else {
			parts = append(parts, f.Field.Title+": "+r.said(f))
		}
	}
	more := ""
	if n := len(parts) - 6; n > 0 {
		parts, more = parts[:6], fmt.Sprintf(" %d more below.", n)
	}
	a.Text = labels(r.Versions) + ": " + strings.Join(parts, "; ") + "." + more
	a.Status = Answered
	return a
}

// scope are the records that a question about the text is answered for: those
// it names; else what the person or party it names wants, if that is what it
// asks; else the versions of the overview.
func (r *reading) scope() []*plan.Record {
	if r.Named {
		if those := r.saySo(); those != nil && r.has("and what", "and how") {
			r.Versions = append(those, slices.DeleteFunc(r.Versions, func(v *plan.Record) bool { return slices.ContainsFunc(those, sameRecord(v)) })...)
			return r.Versions
		}
		if r.bareNames != 0 {
			r.Versions = append(slices.Clone(r.Versions), r.alsoCompared(r.Versions)...)
		}
		return r.Versions
	}
	if r.has("both drafts", "three drafts", "three plans", "three versions", "all three", "both plans", "both versions") {
		r.Versions = r.pair()
		return r.Versions
	}
	r.leadBare()
	n := 1
	if r.has("each", "both", "have in common", "agree", "in common") {
		n = len(r.bare)
	}
	with := r.holding(r.actors(r.bare[:min(len(r.bare), n)]))
	with = with[:min(len(with), 6)]
	if with != nil && (r.wanting() || r.owning(r.bare[0])) {
		r.Versions = with
		r.why("it asks what a person or party wants: %s", labels(with))
		return with
	}
	if those := r.numbering(); those != nil {
		r.Versions = those
		r.why("the number stands in %s", labels(those))
		return those
	}
	if v := r.ownDraft(); v != nil {
		r.Versions, r.Named = []*plan.Record{v}, true
		return r.Versions
	}
	if those := r.saySo(); those != nil {
		r.Versions = those
		r.why("it asks which versions say so: %s", labels(those))
		return those
	}
	out := r.overview()
	if r.has(olderCues...) {
		older := slices.DeleteFunc(slices.Clone(r.x.lib.Drafts()), func(v *plan.Record) bool { return v.Date.Compare(r.pair()[0].Date) >= 0 })
		if older != nil {
			r.Versions = older
			r.why("it asks of the versions before %s", r.pair()[0].ID)
			return older
		}
	}
	if r.has(everyCues...) {
		r.Versions = r.x.lib.Drafts()
		r.why("it asks of every version")
		return r.Versions
	}
	if dated := r.ofDate(); dated != nil {
		r.Versions = dated
		r.why("it gives the date of %s", labels(dated))
		return dated
	}
	if r.holding(out) == nil {
		var other []*plan.Record
		for _, kind := range [3]plan.RecordKind{plan.Draft, plan.Position, plan.Event} {
			other = append(other, r.x.lib.OfKind(kind)...)
		}
		with := r.holding(other)
		with = with[:min(len(with), 6)]
		if with != nil && slices.ContainsFunc(with, func(v *plan.Record) bool { return r.carries(v, r.chosen[0].field.ID) }) {
			out = with
			r.Assumed = append(r.Assumed, fmt.Sprintf("nothing is reported on this for the drafts of the overview; told is %s", labels(with)))
		}
	}
	if more := r.beyondOverview(out); more != nil {
		out = append(slices.Clone(out), more...)
		r.why("no version of the overview has it: %s do", labels(more))
	}
	r.Versions = out
	return out
}

// numbering are the versions of the overview that have the number by which a
// yes-or-no question takes hold of them, where it stands in another field of
// the subject: "does the 600,000 hold in wartime too?".
func (r *reading) numbering() []*plan.Record {
	h := r.numberHandle()
	if h == nil || len(r.chosen) == 0 || !ofText(r.chosen[0]) || r.Intent != YesNo || len(r.bare) > 0 {
		return nil
	}
	var out []*plan.Record
	for _, v := range r.overview() {
		r.each(v, func(f Finding) {
			if f.Field != r.chosen[0].field && f.Field.Prefix() == r.chosen[0].field.Prefix() && f.State != plan.Disputed && !slices.ContainsFunc(out, sameRecord(v)) &&
				slices.ContainsFunc(f.Claims, func(c *plan.Claim) bool { return h.matches(c.Value) }) {
				out = append(out, v)
			}
		})
	}
	return out
}

// beyondOverview are the other drafts that have the first field asked about,
// where none of the versions does.
func (r *reading) beyondOverview(versions []*plan.Record) []*plan.Record {
	if len(r.chosen) == 0 || r.chosen[0].topic.About != plan.AboutText {
		return nil
	}
	s := r.chosen[0]
	has := func(v *plan.Record) bool {
		f := r.finding(v, s.topic, s.field)
		return f.State != plan.Lacuna && !gone(f.State)
	}
	if slices.ContainsFunc(versions, has) {
		return nil
	}
	return slices.DeleteFunc(r.x.lib.Drafts(), func(v *plan.Record) bool { return slices.Contains(versions, v) || !has(v) })
}

// firstPart is a value up to its first comma, what it says without conditions.
func firstPart(s string) string {
	s, _, _ = strings.Cut(s, ",")
	return s
}

// lacking are the drafts in which a clause is gone or denied, where a question
// asks which that is so of: "which draft drops the amnesty?", "which has no cap?".
func (r *reading) lacking() []*plan.Record {
	drops := r.has("delete", "deletes", "deleted", "drop", "drops", "dropped", "remove", "removes", "removed", "strikes out", "scraps", "scrapped", "leaves out")
	if len(r.chosen) == 0 || !ofText(r.chosen[0]) || !drops && !r.has("has no", "have no", "no", "without", "does not", "do not", "doesnt") {
		return nil
	}
	var out []*plan.Record
	for _, v := range r.x.lib.Drafts() {
		f := r.finding(v, r.chosen[0].topic, r.chosen[0].field)
		if f.State == plan.Deleted || !drops && (f.State == plan.Omitted || f.State == plan.Present && len(f.Contents) == 1 && denies(firstPart(f.Contents[0].Value.String()))) ||
			f.State == plan.Disputed && slices.ContainsFunc(f.Contents, func(k compare.Content) bool { return k.State == plan.Deleted }) {
			out = append(out, f.Record)
		}
	}
	if out == nil && drops {
		out = r.overview() // none is known to: all are told
	}
	if out != nil {
		r.take(r.chosen[:1])
	}
	return out
}

// ofYear are the versions that give a year which the question has, on its
// subject: "which plan has Ukraine in the EU by 2027?".
func (r *reading) ofYear(says func(*match) bool) []*plan.Record {
	i := slices.IndexFunc(r.words, isYear)
	if i < 0 || len(r.chosen) == 0 {
		return nil
	}
	h := &handle{token: r.words[i], place: i}
	var out []*plan.Record
	var of *scored
	for k := range r.matches {
		m := &r.matches[k]
		topic, field := r.seen.Field(r.x.fields[m.field].field.ID)
		if topic != r.chosen[0].topic || of != nil && field != of.field || !says(m) {
			continue
		}
		if f := r.findingOf(m); slices.ContainsFunc(deciding(f.Reading), func(c *plan.Claim) bool { return h.matches(c.Value) }) {
			of = &scored{topic: topic, field: field, score: m.score, own: m.score, mask: m.mask, strong: m.mask}
			out = append(out, f.Record)
		}
	}
	if of != nil {
		r.take([]scored{*of})
	}
	return out
}

// saySo are the drafts that say what a question says that asks which one does,
// in the field where most of it is said; nil where it asks something else.
func (r *reading) saySo() []*plan.Record {
	if !r.has(whichDraftCues...) {
		return nil
	}
	ranked, _ := r.ranked()
	said := func(m *match) float64 {
		return r.weigh(m.zones[zoneSaid]) + 0.5*r.weigh(m.zones[zoneSwap]&^m.zones[zoneSaid])
	}
	denying := r.has("not", "no", "never", "exclude", "excludes", "rule out", "rules out", "ban", "bans", "forbid", "forbids", "without", "keep", "keeps", "close", "closes", "bar", "bars", "deny", "denies", "refuse", "block", "blocks")
	says := func(m *match) bool {
		if !r.isText(m) || m.lacuna {
			return false
		}
		f := r.findingOf(m)
		return !gone(f.State) && (denying || !negative(f.Reading))
	}
	if those := r.ofYear(says); those != nil {
		return those
	}
	if those := r.lacking(); those != nil {
		return those
	}
	var best *match
	for i := range ranked {
		m := &ranked[i]
		if says(m) && said(m) >= 0.8 && (best == nil || m.cover+said(m) > best.cover+said(best)) {
			best = m
		}
	}
	if best == nil || best.cover < 0.6*r.content() {
		return nil
	}
	var out []*plan.Record
	var fields []scored
	for i := range ranked {
		m := &ranked[i]
		if !says(m) || said(m) < 0.95*said(best) || m.field != best.field && m.cover < 0.95*best.cover {
			continue
		}
		topic, field := r.seen.Field(r.x.fields[m.field].field.ID)
		if !slices.ContainsFunc(fields, func(s scored) bool { return s.field == field }) && len(fields) < 3 {
			fields = append(fields, scored{topic: topic, field: field, score: m.score, own: m.score, mask: m.mask, strong: m.mask})
		}
		if v := r.x.records[m.record].record; !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	slices.SortStableFunc(out, func(a, b *plan.Record) int { return a.Date.Compare(b.Date) })
	r.take(fields)
	return out
}

// acting words beside a name say what its text does.
var acting = set("raised raise raises lowered lower lowers cut cuts added add adds set sets put puts kept keep keeps dropped drop moved made")

// clauses are nouns that a draft has: "Europe's number".
var clauses = set("number figure clause limit cap wording answer version text plan draft proposal ceiling")

// ownDraft is the draft of a party that the question asks about by what its
// text does or has: "Europe's number", "do the Europeans keep the chair?".
func (r *reading) ownDraft() *plan.Record {
	for _, m := range r.bare {
		_, last := place(m.mask)
		if v := m.records[0]; v.Kind == plan.Draft && r.shown(v) && last+1 < len(r.words) {
			next := r.words[last+1].text
			if acting[next] || (r.words[last].owner || demonym(r.words[last].text)) && clauses[next] {
				return v
			}
		}
	}
	return nil
}

// isAside reports whether a field was taken only because its topic is named.
func (r *reading) isAside(f *plan.Field) bool {
	i := r.order(f)
	return i >= 0 && r.chosen[i].aside
}

// holding are the records with a claim about the first field, or else about
// any of them.
func (r *reading) holding(records []*plan.Record) []*plan.Record {
	for n := 1; n <= len(r.chosen); n += max(len(r.chosen)-1, 1) {
		var out []*plan.Record
		for _, rec := range records {
			if slices.ContainsFunc(r.chosen[:n], func(s scored) bool { return r.carries(rec, s.field.ID) }) {
				out = append(out, rec)
			}
		}
		if out != nil {
			return out
		}
	}
	return nil
}

// wanting: the question is about what somebody holds, not about a text.
func (r *reading) wanting() bool {
	return r.has(wantCues...)
}

// leadBare puts first whom a question names as the one who says or wants what it
// asks for: "would troops be sent to Ukraine according to Russia?".
func (r *reading) leadBare() {
	says := func(m mention) int {
		first, _ := place(m.mask)
		return int(boolTo(!(first > 1 && r.words[first-1].text == "to" && r.words[first-2].text == "according")))
	}
	slices.SortStableFunc(r.bare, func(a, b mention) int { return says(a) - says(b) })
}

// owning reports whether a question asks what a party has, or has "in its" law:
// "is it true that Kyiv has NATO in its constitution?".
func (r *reading) owning(m mention) bool {
	_, last := place(m.mask)
	return last+1 < len(r.words) && slices.Contains([]string{"has", "have"}, r.words[last+1].text) && r.has("its own", "in its", "in their", "in its own") ||
		r.words[last].owner && r.has("right now", "at present", "currently", "at the moment", "as it stands")
}

// wide drops the fields of a question about whole versions where nothing but
// words that people use around any question speaks for them.
func (r *reading) wide() {
	if r.continued || len(r.chosen) == 0 {
		return
	}
	texts := r.Named && !slices.ContainsFunc(r.Versions, func(v *plan.Record) bool { return v.Kind != plan.Draft })
	kept := slices.DeleteFunc(slices.Clone(r.chosen), func(c scored) bool {
		return !r.subjectful(c.mask, c.strong|c.whole) || texts && (r.Intent == Added || r.Intent == Gone) && c.topic.About == plan.AboutTalks
	})
	if len(kept) == len(r.chosen) {
		return
	}
	r.why("no subject: %q is said around any question", r.phraseOf(r.chosen[0].mask))
	r.take(kept)
}

// take makes these the fields that the question is read to be about.
func (r *reading) take(chosen []scored) {
	r.chosen, r.Fields, r.Topics = chosen, nil, nil
	for _, c := range chosen {
		r.Fields = append(r.Fields, c.field)
		if !slices.Contains(r.Topics, c.topic) {
			r.Topics = append(r.Topics, c.topic)
		}
	}
}

// subjectful reports whether words stand at a place that people do not use
// around any question; everyday words count where they stand in a whole name.
func (r *reading) subjectful(mask, whole uint64) bool {
	around := r.mask(func(t token) bool {
		return silent[t.text] || asking[t.text] || cueWords[t.text] || plainEnglish[t.text]
	})
	everyday := r.mask(func(t token) bool { return usual[t.text] }) &^ whole
	return mask&^around&^everyday&^r.set() != 0
}

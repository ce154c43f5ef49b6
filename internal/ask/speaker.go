package ask

import (
	"fmt"
	"slices"
	"strings"

	"plandiff/internal/plan"
)

// bySpeaker answers from the claims of one speaker, where the question names
// somebody who speaks in claims but has no position of their own: "what did
// the deputy minister say about the limit?".
func (r *reading) bySpeaker() *Answer {
	if !r.has("say", "says", "said", "according to", "claim", "claimed", "told", "tell", "per", "agree to", "agreed to", "accept", "accepted") || len(r.chosen) == 0 {
		return nil
	}
	if yesNoStart(r.question) && !r.has("agree to", "agreed to", "accept", "accepted", "according to") {
		return nil // whether somebody said so is judged
	}
	used := r.taken
	for _, m := range r.bare {
		if with := r.holding(r.positionsOf(m)); with != nil && (!r.person(m) || !slices.ContainsFunc(with, r.party)) {
			used |= m.mask // a position of theirs tells it
		}
	}
	r.ranked() // finds the speaker
	for _, s := range r.chosen {
		used |= s.mask &^ r.speaker
	}
	speaker := func(by string) bool {
		if slices.ContainsFunc(r.bare, func(m mention) bool { return used&m.mask == 0 && r.goesBy(by, m) }) {
			return true
		}
		for i, t := range r.words {
			if used&(1<<i) != 0 || everyday(t.text) || asking[t.text] {
				continue
			}
			if len(t.text) > 3 && hasWord(by, t.text) || slices.ContainsFunc(r.x.lib.Aliases, func(group []string) bool { // "the FT"
				return len(t.text) < 4 && slices.Contains(group, t.raw) && hasWord(by, group[0])
			}) {
				return true
			}
		}
		return false
	}
	var fs []Finding
	for _, v := range r.x.lib.Records {
		if r.Named && !r.continued && !slices.ContainsFunc(r.Versions, sameRecord(v)) {
			continue
		}
		for _, s := range r.chosen[:min(len(r.chosen), tellMost)] {
			f := r.finding(v, s.topic, s.field)
			if f.confine(func(c *plan.Claim) bool { return speaker(c.By) }) {
				fs = append(fs, f)
			}
		}
	}
	if fs == nil {
		return nil
	}
	var lines []string
	for _, f := range fs[:min(len(fs), 4)] {
		lines = append(lines, r.spokenLine(f))
	}
	if !r.Named || r.continued {
		r.Versions = recordsOf(fs)
	}
	r.why("a speaker in the claims is named")
	return &Answer{Status: Answered, Text: strings.Join(lines, " "), Findings: fs}
}

// person reports whether a name is that of somebody who is no party to drafts.
func (r *reading) person(m mention) bool {
	return !slices.ContainsFunc(r.parties(), func(p party) bool { return p.mask&m.mask != 0 })
}

// goesBy reports whether who speaks in a claim goes by a name in the question,
// under any of its aliases.
func (r *reading) goesBy(by string, m mention) bool {
	name := r.phraseOf(m.mask)
	if by == "" {
		return false
	}
	is := func(a string) bool { // "A. B, White House", "senators, quoting A. B"; "an official of the A administration" is not them
		head, _, _ := strings.Cut(by, ",")
		return strings.EqualFold(head, a) || strings.Count(head, " ") == 1 && strings.HasSuffix(lowered(head), " "+lowered(a)) || strings.HasSuffix(by, "quoting "+a)
	}
	if is(name) {
		return true
	}
	return slices.ContainsFunc(r.x.lib.Aliases, func(group []string) bool {
		return slices.ContainsFunc(group, func(a string) bool { return strings.EqualFold(a, name) }) && slices.ContainsFunc(group, is)
	})
}

// silentSpeaker is a person or an outlet whom a question names as the one who
// says what it asks for, and who says nothing of it here; "" where there is none.
func (r *reading) silentSpeaker() string {
	if r.quiet != "" {
		return r.quiet
	}
	r.ranked() // finds the speaker
	if r.speaker == 0 || r.Named && !r.continued || len(r.chosen) == 0 || !ofText(r.chosen[0]) || r.chosen[0].score < 1 || !r.has("say", "says", "said", "tell", "told", "think", "thinks", "according to") {
		return ""
	}
	known := false
	for _, m := range r.bare {
		if m.mask&r.speaker == 0 {
			continue
		}
		if known = true; !r.person(m) || slices.ContainsFunc(r.holding(r.positionsOf(m)), func(v *plan.Record) bool { return !r.party(v) }) {
			return "" // a position of theirs tells it
		}
	}
	around := r.mask(func(t token) bool { return everyday(t.text) || asking[t.text] || nouns[t.text] })
	if !known && r.speaker&r.unheard != r.speaker && r.chosen[0].mask&^r.speaker&^around != 0 {
		return "" // a word that the records know, and no name
	}
	return r.phraseOf(r.speaker)
}

// notBy says that nobody has reported what a person or an outlet says of a
// subject, and tells what others do; nil where a question names no such one.
func (r *reading) notBy() *Answer {
	who := r.silentSpeaker()
	if who == "" {
		return nil
	}
	text := fmt.Sprintf("%s on this: %s.", who, silentText)
	var near []Finding
	versions := r.overview()
	if r.Named {
		versions = r.Versions
	}
	for _, m := range r.bare { // what else they are reported to hold is nearest
		if own := slices.DeleteFunc(r.positionsOf(m), r.party); m.mask&r.speaker != 0 && len(own) > 0 {
			for _, v := range own {
				r.each(v, func(f Finding) { near = append(near, f) })
			}
			r.Versions = own
			near = r.fitting(near)
			near = near[:min(len(near), 2)]
		}
	}
	near = r.nearIn(versions, near)
	if near != nil {
		asNearest(near)
		text += " The nearest that is reported, which is not the same: " + r.tell(near)
	}
	return &Answer{Status: NotReported, Text: text, Findings: near}
}

// reportedBy tells that no claim of an outlet is here, where a question asks what
// it reported and nothing else: "what did they report?".
func (r *reading) reportedBy() *Answer {
	n := len(r.words)
	if n < 4 || n > 6 || r.Named || r.continued || len(r.bare) > 0 || len(r.chosen) > 0 || !r.begins("what did", "what does", "what has") ||
		!slices.Contains([]string{"report", "reported", "write", "wrote", "publish", "published", "say", "said"}, r.words[n-1].text) {
		return nil
	}
	who := (uint64(1)<<(n-1) - 1) &^ 3 // between the verbs
	outlets, _ := r.outletMentions()
	found := r.withClaim(func(_ *plan.Field, c *plan.Claim) bool {
		return r.inText(r.publisher(c))&who == who || says(c, outlets)
	})
	if found == nil {
		return &Answer{Status: NotReported, Text: fmt.Sprintf("What %s reported is %s: no claim in these records rests on it.", r.phraseOf(who), silentText)}
	}
	return r.listed(found)
}

// sayings lists all claims of one speaker, where a question asks what they said
// and nothing else: "what did the minister say?".
func (r *reading) sayings() *Answer {
	r.ranked() // weighs the words
	if r.speaker == 0 || r.Named || r.continued || r.content()-r.weigh(r.speaker) > 1 || !r.has("say", "says", "said", "tell", "claim", "claimed") {
		return nil
	}
	for _, m := range r.bare {
		if m.mask&r.speaker != 0 && len(r.positionsOf(m)) > 0 && (!r.person(m) || !r.hasAlias(m)) {
			return nil // a position of theirs tells it
		}
	}
	outlets, named := r.outletMentions()
	if !r.has("according to") {
		outlets = nil
	}
	theirs := func(by string) bool {
		for _, m := range r.bare {
			if m.mask&r.speaker != 0 && r.hasAlias(m) {
				return r.goesBy(by, m)
			}
		}
		return r.inText(by)&r.speaker == r.speaker
	}
	found := r.withClaim(func(_ *plan.Field, c *plan.Claim) bool {
		return theirs(c.By) && (outlets == nil || says(c, outlets))
	})
	switch {
	case found != nil:
		return r.listed(found)
	case outlets != nil:
		return &Answer{Status: NotReported, Text: fmt.Sprintf("What %s says on this is %s.", r.phraseOf(named), silentText)}
	case r.speaker&r.mask(func(t token) bool { return everyday(t.text) || nouns[t.text] }) == 0:
		return &Answer{Status: NotReported, Text: fmt.Sprintf("What %s said is %s: no claim in these records is theirs.", r.phraseOf(r.speaker), silentText)}
	}
	return nil
}

// listed answers with findings, in the words of the claims that each is confined
// to; one that is confined to none is told whole.
func (r *reading) listed(found []Finding) *Answer {
	r.Versions = recordsOf(found)
	r.take(nil)
	var lines []string
	for _, f := range found {
		r.Fields, r.Topics = union(r.Fields, []*plan.Field{f.Field}), union(r.Topics, []*plan.Topic{f.Topic})
	}
	for i, f := range found {
		if i == tellMost {
			lines = append(lines, plural(len(found)-i, "finding")+" more below.")
			break
		}
		if f.Only != nil {
			lines = append(lines, r.spokenLine(f))
		} else {
			lines = append(lines, r.sentence(f.Field.Title, []Finding{f}))
		}
	}
	return &Answer{Status: Answered, Text: strings.Join(lines, " "), Findings: found}
}

// spokenLine words what one speaker says of a field, and what others say.
func (r *reading) spokenLine(f Finding) string {
	line := fmt.Sprintf("%s in %s: %s", f.Field.Title, label(f.Record), r.accordingTo(f.Only))
	if f.State == plan.Disputed {
		line += "; this is disputed, others say: " + r.othersSay(f)
	}
	return line + "."
}

// unsaid says that nobody has reported what somebody says of a subject, where
// the question names them as who says it and others are reported on it; nil
// where it is reported, or where the question names nobody.
func (r *reading) unsaid() *Answer {
	ranked, _ := r.ranked()
	if r.speaker == 0 || r.continued || len(ranked) == 0 {
		return nil
	}
	rest := r.content() - r.weigh(r.speaker)
	strict := false // what is said of them is not what they say
	for i := 2; i < len(r.words); i++ {
		strict = strict || r.speaker&(1<<i) != 0 && r.words[i-1].text == "to" && r.words[i-2].text == "according" && r.bareAt(i)
	}
	least := 0.3
	if strict {
		least = 0.5
	}
	own := r.best(func(m *match) bool {
		return (r.speaks(m) || !strict && m.zones[zoneSaid]&r.speaker != 0) && r.weigh(m.mask&^r.speaker&^r.set()) >= least*rest
	})
	heard := r.best(func(m *match) bool { return r.speaks(m) || m.zones[zoneSaid]&r.speaker != 0 })
	if rest < 1.5 || own != nil || heard == nil {
		return nil
	}
	others := r.best(func(m *match) bool { return !m.lacuna })
	if others == nil || others.cover < 0.5*rest {
		return nil
	}
	near := r.findingOf(others)
	near.Nearest = true
	r.Fields, r.Topics = []*plan.Field{near.Field}, []*plan.Topic{near.Topic}
	r.Versions = slices.DeleteFunc(r.actors(r.bare), func(v *plan.Record) bool { return v.Kind != plan.Position })
	text := fmt.Sprintf("%s on this: %s. The nearest that is reported, which is not the same: %s",
		r.phraseOf(r.speaker), silentText, r.sentence(near.Field.Title, []Finding{near}))
	return &Answer{Status: NotReported, Text: text, Findings: []Finding{near}, Notes: claimNotes([]Finding{near})}
}

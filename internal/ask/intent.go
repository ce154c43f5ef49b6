package ask

import (
	"slices"
	"strings"

	"plandiff/internal/plan"
)

// intent decides what a question wants, the most telling cue first.
func (r *reading) intent() Intent {
	kind, why := r.decide()
	r.why("intent %s: %s", kind, why)
	return kind
}

func (r *reading) decide() (Intent, string) {
	hasField := len(r.chosen) > 0
	switch {
	case r.Point > 0 && r.conflictCue():
		return Conflict, "it asks where sources contradict each other on a point"
	case r.Point > 0:
		return r.pointIntent()
	case r.has("which points", "what points", "which two points", "what two points") && r.has(bracketCues...):
		return Brackets, "it asks which points are not agreed"
	case r.begins("which", "what") && r.has("nobody read", "nobody has read", "no one has read", "has nobody read", "has no one read") && len(r.chosen) == 0:
		return Unknown, "it asks which points nobody has read"
	case (r.has(whichCues...) || r.begins("which of the") && r.has("points is", "points are", "points deals", "points deal", "points covers", "points concerns", "points says") || r.has("which part", "what part", "which section", "what section") && r.has("deals", "deal", "about", "covers", "concerns", "addresses", "mentions", "speaks")) && hasField && !(r.has("which number") && r.chosen[0].field.Kind.Numeric()) && !r.listCue() && !r.has(goneCues...):
		return WhichPoint, "it asks for the point"
	case hasField && r.spanning() && r.chosen[0].topic.About == plan.AboutText && len(r.Versions) < 3:
		return Timeline, "it asks how it moved from a date on"
	case hasField && len(r.Versions) == 2 && r.has("from") && r.has("to") && r.has("how did", "how has") && r.mask(func(t token) bool { return movement[t.text] }) != 0:
		return Timeline, "it asks how it moved between two versions"
	case r.agreeing():
		return Change, "it asks whether a person and a text agree"
	case r.tellsNumber():
		return Number, "it asks whether somebody gave a number"
	case r.identifies():
		return Identify, "it asks about a version as such"
	case r.has(historyCues...) && (hasField || r.Named) && !r.has("events", "meetings") && (hasField && r.chosen[0].topic.About != plan.AboutTalks || !r.has("talks", "meeting")):
		return Timeline, "it asks how it moved over time"
	case r.has("still disagree", "still disagreed", "could not agree", "couldnt agree", "failed to agree") && !r.has("sources", "reports", "papers", "outlets"):
		return Brackets, "it asks on what the sides do not agree"
	case r.conflictCue():
		return Conflict, "it asks where sources contradict each other"
	case r.has(quoteCues...), r.cited != "" && r.citing() != nil:
		return Quote, "it asks for the words"
	case r.has("whose") && r.has("won", "win", "wins", "survived", "survive", "survives", "prevails", "ended up", "end up", "made it into") && (r.numberHandle() == nil || r.has("ended up", "end up", "made it into") && len(r.chosen) > 0) && (slices.ContainsFunc(r.chosen, ofText) || r.Named):
		return Uptake, "it asks whose wording the outcome has"
	case r.has("whose") && !r.has("won", "win", "wins") && r.numberHandle() != nil && r.has("figure", "number", "idea", "demand", "plan", "proposal", "claim") && !r.has("wording", "ended up", "end up", "made it"):
		return Number, "it asks whose a number is"
	case r.begins("where did", "where has") && hasField && ofText(r.chosen[0]) && r.has("go", "gone", "end up", "ended up", "vanish", "disappear"):
		if len(r.Versions) > 0 && r.Versions[0] != r.pair()[0] {
			return Change, "it asks where a clause went"
		}
		return Timeline, "it asks where a clause went"
	case r.has(uptakeCues...) && !r.rejection() && !r.has("how many", "how much") && !r.begins("where") && (hasField && ofText(r.chosen[0]) || r.Named || r.has(textCues...)):
		return Uptake, "it asks whose wording the outcome has"
	case r.whoSaysCue():
		return WhoSays, "it asks who says so"
	case r.originCue():
		return Origin, "it asks where it first appeared"
	case r.has(unknownCues...) || r.begins("which", "what") && r.has("points", "point") && r.has("read", "seen", "unread"):
		return Unknown, "it asks what nobody has reported"
	case r.has(bracketCues...):
		return Brackets, "it asks what is not agreed"
	}
	return r.decideChange(hasField)
}

func (r *reading) decideChange(hasField bool) (Intent, string) {
	many := len(r.Versions) > 1
	listing := r.has("which", "what", "whats", "list", "anything", "everything", "all") || len(r.words) <= 4
	if hasField && r.begins("who") && r.goneCue() {
		return WhoSays, "it asks who says that it is gone"
	}
	specific := hasField && (yesNoStart(r.question) && !r.has("do we know", "does anyone know", "does anybody know", "is it known") || !listing)
	switch {
	case r.has(goneCues...) && !specific:
		return Gone, "it asks what is gone"
	case r.has(newCues...) && !specific && !r.has("new york", "new attack") && !r.inName("new"):
		return Added, "it asks what is new"
	case len(r.bare) > 1 && (r.has("see eye to eye", "common ground") || r.begins("on what", "what", "where", "on which") && (r.has("agree on") || strings.HasSuffix(r.text, " agree "))) && slices.ContainsFunc(r.bare, func(m mention) bool { return slices.ContainsFunc(r.positionsOf(m), r.party) }):
		return Same, "it asks what they have in common"
	case r.keeping():
		return Same, "it asks what is kept"
	case r.has(sameCues...) && !r.sameTime() && !(specific && !many):
		return Same, "it asks what is the same"
	case many && hasField && r.stanceCue() && !slices.ContainsFunc(r.chosen, func(s scored) bool { return s.topic.About != plan.AboutStance }):
		if who := r.holding(r.actors(r.bare)); who != nil && r.carries(who[0], r.chosen[0].field.ID) {
			r.Versions = who[:1]
			return Value, "it asks what somebody thinks of them"
		}
		return Stance, "it asks who backs or rejects them"
	case r.changeCue() || many && r.bareNames == 0 && !r.has("mention", "mentions") && !yesNoStart(r.question):
		return Change, "it asks what differs"
	case r.stanceCue() && !(hasField && r.has("if") && r.chosen[0].score >= sure):
		return Stance, "it asks who backs or rejects it"
	case r.has(mentionCues...):
		return Mention, "it asks whether it is mentioned"
	case r.numberHandle() != nil && (!hasField || r.has("where") && r.has("from") && !r.Named):
		return Number, "it asks about a number"
	case yesNoStart(r.question):
		return YesNo, "it begins like a yes-or-no question"
	case r.eventCue(hasField):
		return Events, "it asks what took place"
	}
	return Value, "it has no other cue"
}

// inName reports whether a word is part of what the best field goes by: "New
// START" asks of no new clause.
func (r *reading) inName(word string) bool {
	return len(r.chosen) > 0 && r.chosen[0].score >= sure && r.chosen[0].strong&r.mask(func(t token) bool { return t.text == word }) != 0
}

// spanning reports whether a question asks of a span of time: "from April to
// December".
func (r *reading) spanning() bool {
	w := r.findDate()
	if w == nil || !r.has("to", "until", "till") {
		return false
	}
	first, last := place(w.mask)
	if last+2 < len(r.words) && slices.Contains([]string{"to", "until", "till"}, r.words[last+1].text) && monthOf(r.question, last+2) != 0 {
		return true
	}
	if !r.has("from") {
		return false
	}
	return first > 0 && (r.words[first-1].text == "from" || r.words[first-1].text == "to")
}

// agreeing reports whether a question asks if a person agrees with a version on
// a clause: "do Lieven and the US draft see eye to eye on it?". The subject is
// then what stands in texts.
func (r *reading) agreeing() bool {
	if len(r.Versions) != 1 || !r.has("agree", "agrees", "see eye to eye", "alike", "at one on", "of one mind") {
		return false
	}
	var who *plan.Record
	for _, m := range r.bare {
		for _, v := range r.positionsOf(m) {
			if who == nil && !r.party(v) {
				who = v
			}
		}
	}
	if who == nil {
		return false
	}
	text := slices.DeleteFunc(slices.Clone(r.all), func(c scored) bool {
		return !ofText(c) || !r.carries(who, c.field.ID) && !slices.ContainsFunc(r.chosen, func(o scored) bool { return o.field == c.field })
	})
	slices.SortStableFunc(text, func(a, b scored) int {
		return int(boolTo(r.carries(who, b.field.ID)) - boolTo(r.carries(who, a.field.ID)))
	})
	if len(text) == 0 {
		return false
	}
	prefix := text[0].field.Prefix()
	text = slices.DeleteFunc(text, func(c scored) bool { return c.field.Prefix() != prefix })
	r.take(text)
	r.Versions = append(slices.Clone(r.Versions), who)
	return true
}

// tellsNumber reports whether a question asks if somebody gave a number: "did
// the president speak of 22 points?".
func (r *reading) tellsNumber() bool {
	return r.numberHandle() != nil && len(r.bare) > 0 && !r.Named && r.has("speak of", "spoke of", "speaks of", "talk of", "talked of", "say", "said", "mention", "mentioned", "cite", "cited") &&
		r.begins("did", "has", "does", "was") && (len(r.chosen) == 0 || !ofText(r.chosen[0]))
}

// rejection reports whether a question holds a word for turning something down.
func (r *reading) rejection() bool {
	return slices.ContainsFunc(r.words, func(t token) bool { return rejecting[t.text] })
}

// keeping reports whether a question asks what a party kept of a version, and
// of no clause by name: "which parts of it did Zelenskyy keep?".
func (r *reading) keeping() bool {
	return r.has(keptCues...) && r.has(keepCues...) && !r.has("still") && len(r.Versions) > 0 &&
		!slices.ContainsFunc(r.chosen, func(c scored) bool { return r.subjectful(c.mask, c.strong|c.whole) && c.score > sure/2 })
}

// sameTime: "same" is said of a time, not of what a text says.
func (r *reading) sameTime() bool {
	return r.has("same day", "same time", "same week", "same weekend", "same month", "same year", "same sunday", "same monday", "same evening")
}

func yesNoStart(q *question) bool {
	return q.begins(yesNoWords...)
}

// listCue: the question is about many points, not one.
func (r *reading) listCue() bool {
	return r.has(listCues...)
}

func (r *reading) changeCue() bool {
	return r.has(changeCues...) && !r.has("change course", "changed course", "change his mind", "changed his mind", "change tack", "change her mind", "change their mind", "changed their mind")
}

func (r *reading) conflictCue() bool {
	return r.has(conflictCues...)
}

func (r *reading) whoSaysCue() bool {
	return r.begins("where") && strings.HasSuffix(r.text, " from ") || r.has(sourceCues...)
}

func (r *reading) originCue() bool {
	return r.has(originCues...) &&
		(slices.ContainsFunc(r.chosen, ofText) || r.numberHandle() != nil)
}

func ofText(s scored) bool { return s.topic.About == plan.AboutText }

func (r *reading) stanceCue() bool {
	if len(r.bare) > 0 && !slices.ContainsFunc(r.chosen, ofText) && r.has("say about", "says about", "said about", "say on", "says on", "said on", "say of", "said of", "says of") && (r.Named && r.bareNames == 0 || r.generalPlan()) {
		return true
	}
	return r.has(stanceCues...) || r.has("turned", "turn", "turns") && strings.HasSuffix(r.text, " down ") || r.has("back") && !r.has("back in", "back into", "back to", "back from", "back under") && r.begins("did", "does", "do", "has", "have") && r.Named
}

func (r *reading) eventCue(hasField bool) bool {
	if hasField && r.has("how many") && r.chosen[0].topic.About == plan.AboutTalks && r.chosen[0].field.Kind.Numeric() && r.chosen[0].score >= sure {
		return false
	}
	if r.begins("list the talks", "list talks", "list all talks", "list all the talks") {
		return true
	}
	if r.has(eventCues...) {
		r.ranked() // weighs the words
		return !hasField || yesNoStart(r.question) || r.begins("list", "when", "which", "what", "how", "who", "any", "all") || r.has("list of") || r.listCue() ||
			r.chosen[0].topic.About != plan.AboutTalks || r.weigh(r.chosen[0].strong&^r.mask(func(t token) bool { return gatherings[t.text] })&^r.bareMask()) < 2
	}
	return !hasField && slices.ContainsFunc(r.Versions, func(x *plan.Record) bool { return x.Kind == plan.Event })
}

// identifies: the question is about which version is meant, or what versions
// there are.
func (r *reading) identifies() bool {
	if r.publicOnly() {
		return true
	}
	if r.has(versionCues...) && r.numberHandle() == nil && !r.has("known as of") && !(r.has("the same as") && len(r.chosen) > 0 && ofText(r.chosen[0])) {
		return r.Named || len(r.chosen) == 0 || r.chosen[0].topic.About == plan.AboutDocument
	}
	rest := 0
	for i, t := range r.words {
		if r.taken&(1<<i) == 0 && !asking[t.text] && !skip(t.text) && !identifying[t.text] {
			rest++
		}
	}
	return r.Named && rest == 0 && len(r.Versions) == 1 && r.Versions[0].Kind == plan.Draft && r.has("what", "whats", "which", "explain", "tell me", "meaning")
}

// publicOnly: the question asks what was known by a day, of no subject.
func (r *reading) publicOnly() bool {
	return r.AsOf != "" && !r.Named && len(r.AsOf) > len("2006") && r.mask(func(t token) bool {
		return !asking[t.text] && !identifying[t.text] && !publicly[t.text] && !nouns[t.text] && !several[t.text]
	})&^r.when.mask == 0
}

// pointIntent tells apart what is asked about a numbered point.
func (r *reading) pointIntent() (Intent, string) {
	switch {
	case len(r.Versions) > 1 || r.has(followCues...):
		return Follow, "it asks where a point went"
	}
	return PointText, "it asks about a point"
}

package lexicon

import (
	"slices"
	"strings"

	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/search"
)

// PlansNamed are the drafts that an alias group together with "plan" names.
func (l *Lexicon) PlansNamed(group string) []*plan.Record {
	var out []*plan.Record
	for _, r := range l.bear[group+" "+planKey] {
		if r.Kind == plan.Draft {
			out = append(out, r)
		}
	}
	return out
}

// PlansOf are those, and the drafts that the group put forward.
func (l *Lexicon) PlansOf(group string) []*plan.Record {
	out := l.PlansNamed(group)
	for _, r := range l.x.Lib.Drafts() {
		if !slices.Contains(out, r) && l.putForward(r, group) {
			out = append(out, r)
		}
	}
	return out
}

// draftNamed reports whether a question names a draft.
func (n *Named) draftNamed() bool {
	return slices.ContainsFunc(n.Records, func(r *plan.Record) bool { return r.Kind == plan.Draft })
}

// oneDraft reports whether a question names one draft.
func (n *Named) oneDraft() bool {
	named := 0
	for _, r := range n.Records {
		if r.Kind == plan.Draft {
			named++
		}
	}
	return named == 1
}

// kinds are words behind a noun that tell which of its kind is meant: "the treaty
// on mines".
var kinds = Set("to on that between with")

// byNoun takes the noun of the program's name for one draft for it, after "the" or
// the like: "the memorandum". Where several have the noun in a name, the party
// that the question speaks of tells.
func (l *Lexicon) byNoun(n *Named, atoms []atom) {
	for i, a := range atoms {
		w := a.from
		own := l.nouns[a.key]
		if own == nil || n.Used[w] || n.Titled[w] || w == 0 || !articles[n.Words[w-1].Text] && !pronouns[n.Words[w-1].Text] || w+1 < len(n.Words) && (glue[n.Words[w+1].Text] && n.Words[w+1].Text != "and" || kinds[n.Words[w+1].Text]) {
			continue
		}
		having := pick.Keep(l.drafts, func(r *plan.Record) bool { return l.x.HasStem(r.ID, a.key) })
		if theirs := l.theirs(having, slices.Concat(atoms[:i], atoms[i+1:])); len(theirs) == 1 {
			own = theirs
		}
		if len(own) == 1 {
			n.add(atoms[i:i+1], own[0])
		}
	}
}

// byOffer takes a party that asks for something in a time in which it put one
// draft forward for that draft: "what did Ukraine offer in Istanbul in March
// 2022". A place and a year are enough where no day is right.
func (l *Lexicon) byOffer(n *Named, atoms []atom) {
	if from, to := n.Span(); len(n.Dates) != 1 || from == plan.Earliest || to == plan.Latest || n.draftNamed() {
		return
	}
	party := func(i int) bool {
		return len(l.theirs(l.drafts, atoms[i:i+1])) > 0
	}
	asks, verb := -1, -1 // the party that asks
	for i, a := range atoms {
		w := n.Words[a.from]
		switch {
		case offers[w.Text]:
			for asks = i - 1; asks >= 0 && !party(asks) && n.Words[atoms[asks].from].Common(); asks-- {
			}
			verb = a.from
		case party(i):
			before := a.from - 1
			if before > 0 && articles[n.Words[before].Text] {
				before--
			}
			switch {
			case before < 0:
			case asks < 0 && verb >= 0 && n.Words[before].Text == "by", n.Words[before].Text == "about" && a.to+1 == n.days[0]: // "about the Russians in June"
				asks = i
			}
		case !n.Used[a.from] && strings.HasPrefix(a.key, "@") && l.PlansNamed(a.key) != nil && n.Words[max(a.from-1, 0)].Text != "in":
			return // it is asked of somebody, not of all who read the draft
		}
	}
	if asks < 0 || !party(asks) {
		return
	}
	subject := atoms[asks]
	theirs := l.PlansOf(subject.key)
	now := pick.Keep(theirs, func(r *plan.Record) bool { return Overlaps(n.Dates[0], r.Date) })
	if len(now) == 0 {
		now = pick.Keep(theirs, func(r *plan.Record) bool {
			return r.Date != "" && r.Date.First()[:4] == n.Dates[0].First()[:4] && slices.ContainsFunc(atoms, func(a atom) bool {
				return !n.Used[a.from] && !n.Words[a.from].Common() && l.theirs(l.drafts, []atom{a}) == nil && l.x.HasStem(r.ID, a.key)
			})
		})
	}
	if len(now) != 1 {
		return
	}
	n.add([]atom{subject}, now[0])
	if verb >= 0 {
		n.Used[verb] = true
	}
	n.Dates, n.days, n.ends = nil, nil, nil
	n.Parties = slices.DeleteFunc(n.Parties, func(p string) bool { return p == subject.key })
}

// byReply takes what a party answered to a draft that is named for its draft on the basis of that:
// "the European answer to the American plan".
func (l *Lexicon) byReply(n *Named, atoms []atom) {
	for i := 1; i < len(atoms); i++ {
		w := atoms[i].from
		if !replies[n.Words[w].Text] || w+1 >= len(n.Words) || n.Words[w+1].Text != "to" || len(n.Records) != 1 || n.at[0] < w {
			continue
		}
		theirs := l.AnswersOf(atoms[i-1].key, n.Records[0])
		if len(theirs) > 0 {
			n.Records, n.at = nil, nil
			n.add(atoms[i-1:i+1], l.Pick(theirs, false)...)
			n.Parties = slices.DeleteFunc(n.Parties, func(p string) bool { return p == atoms[i-1].key })
			return
		}
	}
}

// Replies reports whether a question speaks of what somebody answered to a draft: "the European
// answer to it".
func (n *Named) Replies() bool {
	for i, w := range n.Words[:max(0, len(n.Words)-1)] {
		if replies[w.Text] && n.Words[i+1].Text == "to" {
			return true
		}
	}
	return false
}

// Answering reports whether a question asks how what it goes on from was answered: "how did the
// union answer that".
func (n *Named) Answering() bool {
	return n.Pronoun() && slices.ContainsFunc(n.Words, func(w search.Word) bool { return answering[w.Text] })
}

// Replying reports whether a title is for what somebody answered.
func Replying(title string) bool {
	return slices.ContainsFunc(search.Words(title), func(w search.Word) bool { return replies[w.Text] })
}

// Answers are what the parties that a question speaks of put forward on the basis of a draft.
func (l *Lexicon) Answers(n *Named, to *plan.Record) []*plan.Record {
	var out []*plan.Record
	for _, group := range l.x.Groups(n.Words) {
		out = append(out, l.AnswersOf(group, to)...)
	}
	return out
}

// PlansThen are what a party put forward within a week of a draft, without those who put that forward.
func (l *Lexicon) PlansThen(group string, v *plan.Record) []*plan.Record {
	const week = 7 // days
	return pick.Keep(l.PlansOf(group), func(r *plan.Record) bool { return Apart(r.Date, v.Date) <= week && !byAny(r, v.By) })
}

// byAny reports whether one of some parties is among those who put a record forward.
func byAny(r *plan.Record, parties []string) bool {
	return slices.ContainsFunc(r.By, func(by string) bool { return slices.Contains(parties, by) })
}

// AnswersOf are the drafts of a party on the basis of another draft, without those who put that forward.
func (l *Lexicon) AnswersOf(group string, to *plan.Record) []*plan.Record {
	return pick.Keep(l.PlansOf(group), func(r *plan.Record) bool {
		return slices.Contains(r.Follows, to.ID) && !byAny(r, to.By)
	})
}

// byTaking takes, where it is asked how a party answered a draft, or what of it that party took or
// rejected, what the party put forward on the basis of the draft for the answer: how it differs, what
// it kept, or what is gone. What a party said of the draft is its answer where a field is for that.
func (l *Lexicon) byTaking(n *Named) {
	verb := slices.IndexFunc(n.Words, func(w search.Word) bool { return stances[w.Text] || answering[w.Text] })
	if verb < 1 || len(n.Records) == 0 {
		return
	}
	asks := does[n.Words[1].Text]
	how, what := asks && answering[n.Words[verb].Text] && n.Words[0].Text == "how", n.Has("which part", "what part") || n.ofPoints()
	if took := YesNo(n.Words) || asks && n.Words[0].Text == "what"; !how && !what && (!took || answering[n.Words[verb].Text] || l.spokenOf(n.Records[0])) {
		return
	}
	switch {
	case what && len(n.Records) == 2 && l.x.Lib.Base(n.Records[1]) == n.Records[0]:
	case len(n.Records) == 1 && len(n.Parties) == 1:
		theirs := l.AnswersOf(n.Parties[0], n.Records[0])
		if len(theirs) == 0 {
			return
		}
		for i := range n.Words {
			if group, k, ok := l.x.Alias(n.Words[i:]); ok && group == n.Parties[0] {
				copy(n.Used[i:i+k], slices.Repeat([]bool{true}, k)) // it is named by its draft
			}
		}
		n.Records, n.at = append(n.Records, l.Pick(theirs, false)...), append(n.at, verb)
	default:
		return
	}
	kind := CueGone
	if n.Used[verb] = true; !what {
		kind = CueCompare
	} else if agreeing[n.Words[verb].Text] || n.Has("support", "back", "welcom", "endors") {
		kind = CueSame
	}
	n.Cues = append(n.Cues, Cue{kind, verb, verb + 1})
}

// spokenOf reports whether a field is for what parties say of a draft.
func (l *Lexicon) spokenOf(v *plan.Record) bool {
	return slices.ContainsFunc(l.x.Fields, func(f search.Field) bool {
		return f.Topic.About == plan.AboutStance && slices.Contains(l.Read(search.Words(f.Field.Title)).Records, v)
	})
}

// burdens are stems of words for what a text lays on somebody.
var burdens = []string{"requir", "expect", "oblig"}

// Burden reports whether a word is one for that.
func Burden(w search.Word) bool { return slices.Contains(burdens, w.Stem) }

// For is the term for whom a question asks what a text has for that one, and nothing else: "what does
// the union get out of it", "the concessions to the company"; its group of names is "" where it asks
// for anything else.
func (l *Lexicon) For(n *Named, terms []search.Term) (group string, who search.Term) {
	asked := n.Has("ask of", "demand of", "oblig") || slices.ContainsFunc(burdens, func(stem string) bool { return n.Has(stem + " of") })
	if !asked && !slices.ContainsFunc(n.Words, func(w search.Word) bool { return gaining[w.Text] }) || YesNo(n.Words) || n.Has("who") {
		return "", who
	}
	for _, t := range terms {
		if at := n.Word(t); n.Used[at] || gaining[t.Words[0].Text] || asked && (offers[t.Words[0].Text] || slices.Contains(burdens, t.Words[0].Stem)) || n.IsCue(t.Words[0].Start) {
			continue
		}
		g, _, ok := l.x.Alias(t.Words)
		if !ok || group != "" && g != group || !l.Party(g) && l.PlansNamed(g) == nil {
			return "", who
		}
		group, who = g, t
	}
	return group, who
}

// byMeeting takes, where it is asked what a meeting changed, the draft of its day that it is
// about for it.
func (l *Lexicon) byMeeting(n *Named) {
	if len(n.Records) != 1 || !n.Cued(CueCompare) {
		return
	}
	for _, id := range n.Records[0].Concerns {
		if v := l.x.Lib.Record(id); v != nil && v.Kind == plan.Draft && v.Date != "" && Overlaps(v.Date, n.Records[0].Date) {
			n.Records = []*plan.Record{v}
			return
		}
	}
}

// Placed reports whether a question names a place that a draft is named by, as one.
func (l *Lexicon) Placed(n *Named) bool {
	return len(n.Parties) == 1 && len(n.Dates) == 0 && !l.Party(n.Parties[0]) && n.Has("after", "at", "in", "say")
}

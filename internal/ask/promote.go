package ask

import (
	"slices"
	"strings"

	"plandiff/internal/plan"
)

// connectors stand between versions that are compared.
var connectors = set("vs versus v between from to and against with than or compared in")

// promote takes a bare name for a version where the question treats it as
// one: beside a connector in a comparison, by its number after "in", or in a
// headline, which has no verb. A person or a party is only taken so in a
// comparison or a headline, a place not where people met.
func (r *reading) promote() {
	r.bare = slices.DeleteFunc(r.bare, r.possessor)
	comparing := r.has(compareCues...) || r.has("from") && r.has("to") ||
		r.has("changed", "change", "changes") && r.has("to") || r.has("the same in", "same in both", "differ in", "differs in", "different in")
	headline := len(r.words) <= 7 && !slices.ContainsFunc(r.words, func(t token) bool { return sentenceWords[t.text] })
	meeting := r.has(placeCues...) || r.presence()
	personal := slices.ContainsFunc(r.named, func(m mention) bool {
		return m.records[0].Kind == plan.Position && !r.party(m.records[0])
	})
	rivals := slices.ContainsFunc(r.bare, func(m mention) bool {
		return m.records[0].Kind == plan.Position && !r.party(m.records[0]) && r.joinsPerson(m)
	})
	persons := slices.ContainsFunc(r.bare, func(m mention) bool { return m.records[0].Kind != plan.Draft })
	var rest []mention
	var took []mention
	pairable := 0
	for _, m := range r.bare {
		if m.records[0].Kind == plan.Draft {
			pairable++
		}
	}
	sides := 0 // parties with a draft that is shown
	for _, m := range r.bare {
		if m.records[0].Kind == plan.Draft && r.shown(m.records[0]) && len(r.positionsOf(m)) > 0 {
			sides++
		}
	}
	pairable += len(r.named)
	merely := !comparing && pairable > 2 // nothing but the names says that they are compared
	comparing = comparing || merely
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
		beside := connectors[before] && !(merely && actor && (before == "in" || before == "with" && !alone)) || connectors[after] || (m.telling || actor) && r.adjoins(m)
		switch {
		case r.published(m): // who reports it
			continue
		case !actor && last+1 < len(r.words) && saying[after] && r.hasAlias(m): // a person, who speaks
		case headline && !comparing && actor && r.compounded(m): // "EU membership"
		case actor && before == "for" && !r.has("from"): // whom it is for
		case gatherings[after] && isDraft && !number: // what people met at
		case m.records[0].Kind == plan.Draft && r.enumerated(m):
			took = append(took, m)
			continue
		case actor && people[after]:
		case actor && rivals && (before == "on" || !slices.ContainsFunc(r.positionsOf(m), r.party)): // persons are set against one another
		case actor && personal && !r.has(compareCues...): // whom a person's terms are for
		case isDraft && actor && len(r.named) == 0 && len(took) == 0 && r.ownText(m):
			m.strong = true
			m.records = slices.Clone(m.records)
			slices.SortStableFunc(m.records, func(a, b *plan.Record) int { return int(boolTo(r.shown(b)) - boolTo(r.shown(a))) })
			took = append(took, m)
			continue
		case actor && before == "to" && first > 1 && spokenTo[r.words[first-2].text]:
		case actor && r.alternative(m): // what a clause may say, and no version
		case isDraft && actor && first > 1 && before == "to" && r.words[first-2].text == "according" && r.shown(m.records[0]) && slices.ContainsFunc(r.positionsOf(m), r.party) && !r.placed(m):
			took = append(took, m)
			continue
		case !isDraft, actor && r.verbal(m):
		case comparing && actor && (!r.shown(m.records[0]) || r.verbal(m)):
		case comparing && (beside || sides > 1 && actor) && pairable > 1 && (!number || alone):
			m.loose = !number && !r.has(compareCues...)
			took = append(took, m)
			continue
		case number && isYear(r.words[first]):
			continue
		case number && alone && (before == "in" || before == "under" || before == "the" || before == "point" || before == "points"),
			number && r.has("of the "+r.words[first].text):
			took = append(took, m)
			continue
		case !number && headline && (m.telling || actor) && !persons && len(r.named) == 0 && (!actor || r.shown(m.records[0])):
			m.loose = true
			took = append(took, m)
			continue
		case !number && !actor && m.telling && !meeting && !(r.ofPerson() && (before == "in" || before == "at")) && monthOf(r.question, first) == 0:
			m.loose = true
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
	if len(r.named) > 1 || slices.ContainsFunc(r.bare, func(m mention) bool { return r.h != nil && len(r.positionsOf(m)) > 0 && r.spokenNumber(m) }) {
		r.named = slices.DeleteFunc(r.named, r.counted)
	}
	all := true
	for _, m := range r.named {
		r.taken |= m.mask
		if m.loose {
			r.bareNames |= m.mask
		} else {
			all = false
		}
	}
	if !all {
		r.bareNames = 0
	}
}

// enumerated reports whether a bare name stands in a list: one that ends with a
// noun for several versions, "the US, December and E3 texts", or one of three
// names at least with nothing between, "US draft, Geneva, December package".
func (r *reading) enumerated(m mention) bool {
	names := slices.Concat(r.named, r.bare)
	at := func(i int) int {
		return slices.IndexFunc(names, func(o mention) bool { return o.mask&(1<<i) != 0 && o.records[0].Kind == plan.Draft })
	}
	first, last := place(m.mask)
	n := 1
	for i := last + 1; i < len(r.words); i++ {
		if r.words[i].text == "and" || r.words[i].text == "or" {
			continue
		}
		k := at(i)
		if k < 0 {
			if several[r.words[i].text] {
				return true
			}
			break
		}
		if _, i = place(names[k].mask); several[r.words[i].text] {
			return true
		}
		n++
	}
	for i := first - 1; i >= 0; i-- {
		k := at(i)
		if k < 0 {
			break
		}
		i, _ = place(names[k].mask)
		n++
	}
	return n > 2 && !r.has("and")
}

// hasAlias reports whether a name is the last one of somebody's full name.
func (r *reading) hasAlias(m mention) bool {
	name := r.phraseOf(m.mask)
	return slices.ContainsFunc(r.x.lib.Aliases, func(group []string) bool {
		return slices.ContainsFunc(group, func(full string) bool {
			first, last, ok := strings.Cut(full, " ")
			if !ok || first == "" || strings.Contains(last, " ") {
				return false
			}
			spelt := func(a string) bool { return strings.EqualFold(a, name) }
			return strings.EqualFold(last, name) || slices.Contains(group, last) && slices.ContainsFunc(group, spelt)
		})
	})
}

// compounded reports whether a name is but the first word of what a field goes
// by: "EU membership" is no membership in the EU's text.
func (r *reading) compounded(m mention) bool {
	_, last := place(m.mask)
	if last+1 >= len(r.words) {
		return false
	}
	for i := range r.x.fields {
		f := &r.x.fields[i]
		for _, list := range [2][]phrase{r.x.topics[f.topic].names, f.names} {
			for _, p := range list {
				for k := 0; k+1 < len(p); k++ {
					if r.x.words[p[k]] == r.words[last].text && r.x.words[p[k+1]] == r.words[last+1].text {
						return true
					}
				}
			}
		}
	}
	return false
}

// published reports whether a name is that of an outlet that says so: "as
// Reuters wrote", "according to Reuters".
func (r *reading) published(m mention) bool {
	first, last := place(m.mask)
	if m.strong || first == 0 || !slices.ContainsFunc(r.x.outlets, func(o outlet) bool { return r.h.run(o.name, first)&m.mask == m.mask }) {
		return false
	}
	if last+1 < len(r.words) && slices.Contains([]string{"say", "says", "said", "write", "wrote", "writes", "report", "reported", "reports"}, r.words[last+1].text) {
		return true
	}
	return slices.Contains([]string{"as", "per"}, r.words[first-1].text) || first > 1 && r.words[first-1].text == "to" && r.words[first-2].text == "according"
}

// people are nouns after which the name of a party tells whose people they
// are: "according to American officials".
var people = set("official officials diplomat diplomats leader leaders senator senators lawmaker lawmakers negotiator negotiators envoy envoys minister ministers delegation delegations president politicians people public")

// ownText reports whether a question speaks of the text of whom it names
// before: "how would Zelenskyy get his plan approved?".
func (r *reading) ownText(m mention) bool {
	_, last := place(m.mask)
	for i := last + 1; i+1 < len(r.words); i++ {
		if slices.Contains([]string{"his", "her", "its", "their"}, r.words[i].text) && (nouns[r.words[i+1].text] && r.words[i+1].text != "one" || papers[r.words[i+1].text]) {
			return true
		}
	}
	return false
}

// possessor reports whether a name but tells whose the next one is: "Ukraine's
// European allies".
func (r *reading) possessor(m mention) bool {
	_, last := place(m.mask)
	for _, o := range r.named { // "Washington's final offer"
		if v := o.records[0]; r.words[last].owner && o.mask&(1<<(last+1)) != 0 && v.Kind == plan.Draft && slices.ContainsFunc(r.positionsOf(m), func(p *plan.Record) bool { return sharing([]*plan.Record{v}, p.By) != nil }) {
			r.taken |= m.mask
			return true
		}
	}
	return r.words[last].owner && slices.ContainsFunc(r.bare, func(o mention) bool { return o.mask&(1<<(last+1)) != 0 && len(r.positionsOf(o)) > 0 })
}

// spokenTo are words before "to" and a party that is spoken to.
var spokenTo = set("next talk talks talked talking speak speaks spoke speaking spoken listen listened listening sold sell given handed sent showed shown presented delivered passed")

// shown reports whether a version is one that comparisons and overviews show.
func (r *reading) shown(v *plan.Record) bool {
	return slices.Contains(r.x.lib.Compare, v.ID) || slices.Contains(r.x.lib.Overview, v.ID)
}

// counted reports whether a name made of a number tells how many points
// another version has: "does the counter-proposal have 28 points?".
func (r *reading) counted(m mention) bool {
	first, _ := place(m.mask)
	if single := m.mask&(m.mask-1) == 0; single && first+2 < len(r.words) && r.words[first].isNum && r.words[first+1].text == "or" && r.words[first+2].isNum {
		return true
	}
	if first == 0 || !r.words[first].isNum {
		return false
	}
	switch r.words[first-1].text {
	case "have", "has", "contain", "contains", "say", "said", "says":
		return true
	case "or": // "27 or 28 points?"
		return first > 1 && r.words[first-2].isNum
	}
	return false
}

// spokenNumber reports whether a number is what somebody is asked to have said:
// "did the president say 27 points?".
func (r *reading) spokenNumber(m mention) bool {
	_, last := place(m.mask)
	return last+2 < len(r.words) && slices.Contains([]string{"say", "said", "says"}, r.words[last+1].text) && r.words[last+2].isNum
}

// placed reports whether a question names a version otherwise than by a party,
// so that the party is but who says so: "open after Geneva, according to Kyiv".
func (r *reading) placed(m mention) bool {
	return len(r.named) > 0 || slices.ContainsFunc(r.bare, func(o mention) bool {
		return o.mask != m.mask && o.records[0].Kind == plan.Draft && o.telling && len(r.positionsOf(o)) == 0 && !r.monthIn(o.mask)
	})
}

// joinsPerson reports whether a name is joined to another one that a person bears.
func (r *reading) joinsPerson(m mention) bool {
	first, last := place(m.mask)
	return slices.ContainsFunc(r.bare, func(o mention) bool {
		a, b := place(o.mask)
		next := a == last+2 && connectors[r.words[last+1].text] || first == b+2 && connectors[r.words[b+1].text]
		return o.mask != m.mask && next && slices.ContainsFunc(r.positionsOf(o), func(v *plan.Record) bool { return !r.party(v) })
	})
}

// monthIn reports whether a month stands at a place in the question.
func (q *question) monthIn(mask uint64) bool {
	for i := range q.words {
		if mask&(1<<i) != 0 && monthOf(q, i) != 0 {
			return true
		}
	}
	return false
}

// alternative reports whether a name is set against a word that is no name of
// a version: "American jets or NATO's?".
func (r *reading) alternative(m mention) bool {
	first, last := place(m.mask)
	at := -1
	switch {
	case last+2 < len(r.words) && r.words[last+1].text == "or":
		at = last + 2
	case first > 1 && r.words[first-1].text == "or":
		at = first - 2
	}
	return at >= 0 && !slices.ContainsFunc(slices.Concat(r.named, r.bare), func(o mention) bool {
		return o.mask&(1<<at) != 0 && o.records[0].Kind == plan.Draft
	})
}

// bareAt reports whether the name of a person or a party ends at a word.
func (r *reading) bareAt(i int) bool {
	return slices.ContainsFunc(r.bare, func(m mention) bool {
		_, last := place(m.mask)
		return last == i && len(r.positionsOf(m)) > 0
	})
}

// verbal reports whether a verb of speaking stands right after a name.
func (r *reading) verbal(m mention) bool {
	_, last := place(m.mask)
	if last+1 >= len(r.words) || m.records[0].Kind == plan.Draft && !slices.ContainsFunc(m.records, func(v *plan.Record) bool { return v.Kind == plan.Position && !r.party(v) }) {
		return false
	}
	next := r.words[last+1].text
	return speaking[next] && (strings.HasSuffix(next, "s") || strings.HasSuffix(next, "ed")) && !nouns[next]
}

// ofPerson reports whether a question names a person, as "Rubio's threat in
// Paris" does: then a place is where they were.
func (r *reading) ofPerson() bool {
	return slices.ContainsFunc(r.bare, func(m mention) bool {
		return m.records[0].Kind == plan.Position && !r.party(m.records[0])
	})
}

// presence reports whether a question asks if somebody was at a place: "was
// Rubio in Geneva?".
func (r *reading) presence() bool {
	if !r.begins("was", "were", "who was", "who were") || len(r.words) > 7 {
		return false
	}
	i := slices.IndexFunc(r.words, func(t token) bool { return t.text == "in" || t.text == "at" })
	if i < 0 || i+1 >= len(r.words) || !r.bareAt(i-1) {
		return false
	}
	return slices.ContainsFunc(r.bare, func(m mention) bool {
		first, last := place(m.mask)
		return first == i+1 && last == len(r.words)-1
	})
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

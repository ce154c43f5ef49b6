package ask

import (
	"math/bits"
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/plan"
	"plandiff/internal/wording"
)

// verdict is the "Yes: " or "No: " that an answer may begin with. It is given
// only where the question names a value, or asks whether there is a clause at
// all; elsewhere the value speaks for itself.
func (r *reading) verdict(fs []Finding, first bool) string {
	if about := fs[0].Topic.About; about != plan.AboutText && about != plan.AboutDocument {
		return "" // what is told of talks is no clause that is there or not
	}
	if !r.Named && !r.continued && r.speaker == 0 && r.doer == 0 && !slices.ContainsFunc(fs, func(f Finding) bool { return f.Record.Kind != plan.Position }) {
		return "" // what a side holds is no clause, unless it is asked what that side holds
	}
	if r.has("not", "isnt", "doesnt", "never", "arent", "wont", "lack", "lacks", "lacked") || !first {
		return ""
	}
	if r.has("or") && !r.has("or not") && !r.conflictCue() {
		return "" // a choice between two
	}
	yes, no, none, disputed := 0, 0, 0, 0
	for _, f := range fs {
		switch r.judge(f) {
		case "yes":
			yes++
		case "no":
			no++
		case "none":
			no++
			none++
		case "disputed":
			disputed++
		case "":
			if f.State != plan.Lacuna {
				return ""
			}
		}
	}
	switch {
	case disputed > 0 && yes+no == 0:
		if by := r.ownWord(fs); by != "" {
			return "Yes, " + by + " said so, but it is disputed. "
		}
		return "That is disputed. "
	case yes > 0 && no == 0 && disputed == 0:
		return "Yes. "
	case none > 0 && none == no && yes == 0 && disputed == 0:
		return "No such clause. " // what a text does not say it does not deny
	case no > 0 && yes == 0 && disputed == 0:
		return "No. "
	case yes+no > 0:
		return "It depends on the version. "
	}
	return ""
}

// ownWord is who said what a question asks whether they said, of the sides of
// a dispute the one whose words the question holds; "" where that is not so.
func (r *reading) ownWord(fs []Finding) string {
	if !slices.ContainsFunc(r.bare, r.subject) {
		return ""
	}
	by, best := "", 0
	for _, f := range fs {
		for _, k := range f.Contents {
			if n := bits.OnesCount64(r.inText(k.Value.String())); n > best {
				by, best = "", n
				for _, c := range k.Claims {
					if r.bareIn(c.By) && len(split(c.By)) <= 3 {
						by = c.By
					}
				}
			}
		}
	}
	return by
}

// bareIn reports whether a text holds a name of a person in the question.
func (r *reading) bareIn(text string) bool {
	mask := r.inText(text)
	return slices.ContainsFunc(r.bare, func(m mention) bool { return m.mask&mask != 0 })
}

// judge compares what a question asserts with one finding: "yes", "no",
// "disputed", "none" where the text has no such clause, or "" where nothing may
// be said.
func (r *reading) judge(f Finding) string {
	switch f.State {
	case plan.Lacuna:
		return ""
	case plan.Disputed:
		return "disputed"
	}
	if r.goneCue() {
		return yesIf(gone(f.State))
	}
	if r.Intent == Mention || r.has("is there", "are there", "is in", "still in", "have a", "has a", "included", "in it") || r.existence() {
		if words, _ := r.asserted(f.Field); f.State == plan.Present && words == nil && !negative(f.Reading) && r.explains(f) {
			return "yes"
		}
		if gone(f.State) {
			return "no"
		}
	}
	if gone(f.State) {
		if r.begins("can", "could", "may", "might") {
			return "" // what is not said may be allowed or not
		}
		words, _ := r.asserted(f.Field)
		switch {
		case !r.has(keepCues...) && words == nil:
			return ""
		case f.State == plan.Omitted:
			return "none"
		}
		return "no"
	}
	if f.State != plan.Present || len(f.Contents) != 1 || bare(f) {
		return ""
	}
	if n := r.numberHandle(); n != nil && f.Contents[0].Value.HasNumber() {
		return yesIf(n.matches(f.Contents[0].Value))
	}
	words, whole := r.asserted(f.Field)
	if words == nil {
		return ""
	}
	_, found := r.h.at(words)
	text := wording.Content(f.Contents[0])
	have := 0
	for _, w := range words {
		if r.h[w] != 0 && slices.Contains(r.rootsOf(text), r.x.root(r.x.words[w])) {
			have++
		}
	}
	switch {
	case have == found && r.told(f, words):
		return "yes"
	case whole && have == 0 && !negative(f.Reading) && r.told(f, words):
		return "no"
	}
	return "" // a few words of another value deny nothing
}

// explains reports whether a field accounts for most of what a question asks if
// it is there: "is there a truce before the vote?" asks for more than the vote.
func (r *reading) explains(f Finding) bool {
	var mask uint64
	for _, s := range r.chosen {
		if s.field.ID == f.Field.ID {
			mask |= s.mask
		}
	}
	r.ranked() // weighs the words
	for i := range r.matches {
		if m := &r.matches[i]; r.x.fields[m.field].field.ID == f.Field.ID && r.x.records[m.record].record.ID == f.Record.ID {
			mask |= m.mask
		}
	}
	for i := range r.words {
		if bit := uint64(1) << i; mask&bit == 0 && r.set()&bit == 0 && r.weight[i] >= 1.5 && r.bareMask()&bit == 0 {
			return false
		}
	}
	return true
}

// told reports whether the field and the words of a value explain most of what
// a question asserts: "do they hand over the frozen cash right away?" holds
// the word of a value and asserts another.
func (r *reading) told(f Finding, words phrase) bool {
	mask, _ := r.h.at(words)
	for _, s := range r.chosen {
		if s.field.ID == f.Field.ID {
			mask |= s.mask | s.strong
		}
	}
	for i := range r.matches {
		if m := &r.matches[i]; r.x.fields[m.field].field.ID == f.Field.ID && r.x.records[m.record].record.ID == f.Record.ID {
			mask |= m.exact
		}
	}
	return r.weigh(mask&^r.set()) >= 0.9*r.content()
}

func (r *reading) rootsOf(text string) []string {
	var out []string
	for _, w := range split(text) {
		out = append(out, r.x.root(w))
	}
	return out
}

func yesIf(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

func gone(s plan.State) bool { return s == plan.Deleted || s == plan.Omitted }

// negative: the clause is one that says no, so that "yes, there is" would
// mislead.
func negative(r compare.Reading) bool { return denies(wording.Reading(r)) }

// denies reports whether a text says no.
func denies(text string) bool {
	text = " " + strings.ToLower(text) + " "
	for _, w := range [...]string{" no ", " not ", " none", " excluded", " never", " without ", " renounced", " banned", " rule out", " denied", " dropped", " content not reported"} {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// existence: a headline-like yes-or-no question, "is amnesty in?".
func (r *reading) existence() bool {
	return strings.HasSuffix(r.text, " in ") || strings.HasSuffix(r.text, " in it ")
}

func (r *reading) goneCue() bool {
	return r.has(droppedCues...)
}

// asserted are the words of a question that speak for one of the values that
// a field may have and for no other, nil if there are none; whole says that
// they are all the words of that value.
func (r *reading) asserted(f *plan.Field) (words phrase, whole bool) {
	i := slices.IndexFunc(r.x.fields, func(e fieldEntry) bool { return e.field == f })
	if i < 0 || len(r.x.fields[i].choices) < 2 {
		return nil, false
	}
	e := r.x.fields[i]
	titled, _ := r.h.at(e.title)
	titled |= r.inText(r.x.topics[e.topic].topic.Title)
	count, tie := 0, false
	for _, c := range e.choices {
		var mask uint64
		var own phrase
		all := true
		for _, w := range c {
			if silent[r.x.words[w]] || usual[r.x.words[w]] {
				continue
			}
			if m := r.h[w] &^ titled &^ r.taken; m != 0 {
				mask |= m
				own = append(own, w)
			} else if r.h[w] == 0 {
				all = false
			}
		}
		switch n := bits.OnesCount64(mask); {
		case n > count:
			words, whole, count, tie = own, all, n, false
		case n == count && n > 0:
			tie = true
		}
	}
	if tie {
		return nil, false
	}
	return words, whole
}

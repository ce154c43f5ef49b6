package lexicon

import (
	"math"
	"slices"
	"strings"
	"time"

	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/search"
)

// Span are the days that a question asks about, as its dates and the words
// before and after a single one say: "before", "until", "from ... onwards".
func (n *Named) Span() (from, to plan.Date) {
	if len(n.Dates) == 0 {
		return "", ""
	}
	from, to = n.Dates[0], n.Dates[0]
	for _, d := range n.Dates[1:] {
		if d.First() < from.First() {
			from = d
		}
		if d.Last() > to.Last() {
			to = d
		}
	}
	from, to = plan.Date(from.First()), plan.Date(to.Last())
	if at := n.days[0]; len(n.Dates) > 1 || strings.Contains(string(n.Dates[0]), "/") && at > 0 && n.Words[at-1].Text == "from" { // "from 10 to 31 January"
		return from, to
	}
	return n.open(n.days[0], from, to)
}

// open gives a range the ends that the words beside a day or a name take away.
func (n *Named) open(at int, from, to plan.Date) (plan.Date, plan.Date) {
	for w := at - 1; w >= 0; w-- {
		word := n.Words[w].Text
		if word == "than" && w > 0 { // "older than", "later than"
			word = map[string]string{"earlier": "before", "older": "before", "later": "after", "newer": "after"}[n.Words[w-1].Text]
		}
		switch word {
		case "the", "of", "early", "mid", "late", "end", "beginning":
			continue
		case "before":
			return plan.Earliest, dayBeside(from, -1)
		case "after":
			return dayBeside(to, 1), plan.Latest
		case "until", "till", "by", "to":
			return plan.Earliest, to
		case "from", "since":
			if w > 0 && yesNo[n.Words[w-1].Text] { // "which drafts are from April"
				return from, to
			}
			return from, plan.Latest
		}
		break
	}
	if n.Has("onward", "onwards") {
		return from, plan.Latest
	}
	return from, to
}

// Through are the days that a question covers from the first to the last: its
// own, from a draft to a day, between drafts, or from a draft on.
func (n *Named) Through(drafts []*plan.Record) (from, to plan.Date) {
	var days []plan.Date
	for _, v := range drafts {
		if v.Date != "" {
			days = append(days, plan.Date(v.Date.First()), plan.Date(v.Date.Last()))
		}
	}
	from, to = n.Span()
	switch {
	case from != "" && len(drafts) > 1 && n.Has("from") && days != nil: // "from the first draft to the last of 2026"
		from, to = min(from, slices.Min(days)), max(to, slices.Max(days))
	case days == nil || from != "" && len(drafts) > 1:
	case len(drafts) > 1:
		from, to = slices.Min(days), slices.Max(days)
	case from == plan.Earliest:
		from = days[0]
	case to == plan.Latest && n.Has("to", "until", "till") && len(n.at) > 0 && n.at[0] > n.days[0]: // from a day to a draft
		to = days[0]
	case from != "":
		from, to = min(from, days[0]), max(to, days[0])
	case n.Has("where", "since", "from", "after"):
		from, to = days[0], plan.Latest
		if i := slices.Index(n.Records, drafts[0]); i >= 0 && i < len(n.at) {
			if first, last := n.open(n.at[i], days[0], days[1]); first == plan.Earliest { // "from the first demand to the union's text"
				from, to = first, last
			}
		}
	}
	return from, to
}

// dayBeside is the day before or after another.
func dayBeside(day plan.Date, by int) plan.Date {
	t, err := time.Parse(time.DateOnly, string(day))
	if err != nil {
		return day
	}
	return plan.Date(t.AddDate(0, 0, by).Format(time.DateOnly))
}

// readDay finds the day of which a question asks what was public by then.
func (n *Named) readDay() {
	_, to := n.Span()
	if to == "" || to == plan.Latest {
		return
	}
	exact := slices.ContainsFunc(n.Dates, func(d plan.Date) bool { return d.First() == d.Last() })
	if exact && n.Has("known", "knew", "public", "did * know", "could * know", "did * stand", "stood") {
		n.Day = to
	}
	for _, p := range [...]string{"as of", "imagin", "suppos", "publicly", "it is", "it was"} {
		if at, end, ok := n.Phrase(strings.Fields(p)); ok && len(n.Dates) == 1 {
			n.Day = to
			for ; at < end; at++ {
				n.Used[at] = true
			}
		}
	}
}

// bounds are words before the end of a range.
var bounds = Set("between before after since until")

// eitherSide is where "before or after" ends; 0 where a question has no such words.
func (n *Named) eitherSide() int {
	for i := 2; i < len(n.Words); i++ {
		if bounds[n.Words[i].Text] && n.Words[i-1].Text == "or" && bounds[n.Words[i-2].Text] {
			return i
		}
	}
	return 0
}

// Bounds reports whether a word only tells on which side of another a time lies.
func Bounds(word string) bool { return bounds[word] }

// readClause takes the verb that only tells when a draft came: "after the first draft was
// published".
func (n *Named) readClause() {
	for i, w := range n.Words {
		k := i + 1
		if !bounds[w.Text] && w.Text != "when" {
			continue
		}
		if left := n.Words[k:]; len(left) > 1 && len(left) < 4 && i > 1 && (w.Text == "after" || w.Text == "when") && !n.Words[i-1].Common() && pronouns[left[0].Text] { // "after it leaked"
			for j := range left {
				n.Used[i+1+j] = true
			}
			n.Used[i] = true
		}
		if w.Text == "when" {
			continue
		}
		named := false
		for ; k < len(n.Words) && (n.Used[k] || n.Words[k].Text == "the" || PlanNoun(n.Words[k].Text)); k++ {
			named = named || n.Used[k]
		}
		if !named || k == len(n.Words) || n.Words[k].Text != "was" {
			continue
		}
		n.Used[i] = true
		for k++; k < len(n.Words) && (!n.Words[k].Common() || n.Words[k].Text == "made") && !n.Words[k].Number; k++ {
			n.Used[k] = true
		}
	}
}

// Between are the two ends that a text names after "between", taken apart at each "and" in turn:
// either may have one itself.
func Between(text string) (ends [][2]string) {
	_, text, _ = strings.Cut(strings.TrimRight(text, " .?!"), "between ")
	parts := strings.Split(text, " and ")
	for i := 1; i < len(parts); i++ {
		ends = append(ends, [2]string{strings.Join(parts[:i], " and "), strings.Join(parts[i:], " and ")})
	}
	return ends
}

// Around are the days before or after an event that a question names, the one that most is told of
// where several bear the name, or so far from it: "two weeks after Geneva".
func (l *Lexicon) Around(n *Named, terms []search.Term) (from, to plan.Date) {
	after := slices.IndexFunc(n.Words, func(w search.Word) bool { return bounds[w.Text] })
	if after < 0 {
		return "", ""
	}
	type end struct {
		at  int // the word
		day plan.Date
	}
	var ends []end
	for i, r := range n.Records {
		if r.Kind == plan.Draft && r.Date != "" && i < len(n.at) { // the others are those of the last question
			ends = append(ends, end{n.at[i], r.Date})
		}
	}
	match := l.x.Match(terms)
	known := l.x.Lib.OfKind(plan.Event)
	slices.SortStableFunc(known, func(a, b *plan.Record) int { return b.ClaimCount() - a.ClaimCount() })
	for i, t := range terms {
		at := n.Word(t)
		if n.shiftBy > 0 && at >= n.shiftAt && at < n.shiftBy || n.Used[at] || bounds[t.Words[0].Text] || n.IsCue(t.Words[0].Start) || i > 0 && match.Terms[i-1].Unknown { // the rest of a name that is not known
			continue
		}
		named := pick.Keep(known, func(v *plan.Record) bool {
			return v.Date != "" && match.Strength(i, l.x.RecordUnit(v.ID), search.Names) >= 0.99
		})
		typed := pick.Keep(named, func(v *plan.Record) bool { // rather than by another name of the place
			return strings.Contains(strings.ToLower(v.Title+" "+strings.Join(v.Names, " ")), t.Words[0].Text)
		})
		if len(typed) > 0 || !t.Alias {
			named = typed
		}
		if len(named) == 0 {
			return "", ""
		}
		ends = append(ends, end{at, named[0].Date})
	}
	if n.shiftBy == 0 { // who stands before it is no end
		ends = pick.Preferred(ends, func(e end) bool { return e.at > after })
	}
	if len(ends) == 0 {
		return "", ""
	}
	day := slices.MinFunc(ends, func(a, b end) int { return a.at - b.at })
	from, to = plan.Date(day.day.First()), plan.Date(day.day.Last())
	if n.shiftBy > 0 {
		d := n.shift.of(from, to)
		return plan.Date(d.First()), plan.Date(d.Last())
	}
	return n.open(day.at, from, to)
}

// timely are words that tell when something is.
var timely = Set("after before once until upon during when immediately soon first then within day days week weeks month months year years date time later now since while start end begin")

// lasting are the units in which a talk is measured.
var lasting = Set("hour hours minute minutes")

// Lasts reports whether a claim tells how long something took.
func Lasts(c *plan.Claim) bool {
	return slices.ContainsFunc(search.Words(c.Value.String()), func(w search.Word) bool { return lasting[w.Text] })
}

// Numbered reports whether a claim tells a number.
func Numbered(c *plan.Claim) bool {
	return strings.ContainsAny(c.Value.String()+c.Phrase, "0123456789")
}

// Timed reports whether a claim tells a time, or its phrase has a number.
func Timed(c *plan.Claim) bool {
	value, phrase := c.Value.String(), c.Phrase
	return c.Value.Date != "" || slices.ContainsFunc(search.Words(value), func(w search.Word) bool { return timely[w.Text] || Month(w.Text) > 0 }) ||
		slices.ContainsFunc(search.Words(value+" "+phrase), func(w search.Word) bool { return w.Number })
}

// Reach is the last day of any record; "" if none has one.
func (l *Lexicon) Reach() string {
	var last string
	for _, r := range l.x.Lib.Records {
		last = max(last, r.Date.Last())
	}
	return last
}

// Known is a span of days, if it does not begin after all records: such a day is one
// that drafts set.
func (l *Lexicon) Known(from, to plan.Date) (plan.Date, plan.Date) {
	if from != plan.Earliest && from.First() > l.Reach() {
		return "", ""
	}
	return from, to
}

// Apart are the days between the beginnings of two dates; a great many where one is
// not known.
func Apart(a, b plan.Date) int {
	s, err := time.Parse(time.DateOnly, a.First())
	t, err2 := time.Parse(time.DateOnly, b.First())
	if err != nil || err2 != nil {
		return math.MaxInt
	}
	return int(s.Sub(t).Abs().Hours() / 24)
}

package ask

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"plandiff/internal/compare"
	"plandiff/internal/finding"
	"plandiff/internal/lexicon"
	"plandiff/internal/pick"
	"plandiff/internal/plan"
	"plandiff/internal/query"
	"plandiff/internal/rank"
	"plandiff/internal/search"
	"plandiff/internal/wording"
)

// meant is what a question asks about: the field, if that has enough of it, else the
// question's own words.
func (s *Session) meant(r *reading, f *finding.Finding) (what string, sure bool) {
	if len(r.asked.Match.Terms) == 0 || r.asked.Of(f.Field)[rank.Field] >= 0.4*r.asked.Known(nil) {
		return s.index.Lower(f.Field.Title), true
	}
	return r.words(), false
}

// words are what a question asks about, as typed: all of one that goes on from another.
func (r *reading) words() string {
	text := strings.Trim(r.text, " .?!")
	switch terms := pick.Preferred(r.asked.Match.Terms, func(t search.Term) bool { return !r.IsCue(t.Words[0].Start) }); {
	case !r.continued && len(terms) > 0:
		text = r.full[terms[0].Words[0].Start:terms[len(terms)-1].End()]
	case len(terms) > 0 && !strings.Contains(r.text, r.typed(terms[0])): // of the last question
		text = strings.Join(pick.Each(terms, r.typed), " ")
	}
	return wording.Clip(text, 80)
}

var yes = map[bool]string{true: "Yes", false: "No"}

// verdict begins the answer to a yes-no question where the records carry one: a number that is
// the one asked about or not, a clause that is gone, a value that says no, or one that accounts
// for every word of the question. In all else the values speak for themselves.
func (s *Session) verdict(r *reading, q *query.Query, group []*finding.Finding, silent int) string {
	first, kept := group[0], r.Cued(query.Same, query.Uptake, query.Gone) || r.AsksStill()
	before := cmp.Or(r.from, s.seen.Base(first.Record))
	switch v := q.Versions; {
	case q.Also != nil && (!r.twins || kept || q.Kind != query.Verify), r.OfWorld() && !kept && q.Kind != query.History && q.Kind != query.Compare: // a part of what is asked about, or not of a text
		return ""
	case r.yesNo && len(group) == 1 && q.Kind != query.History && before != nil && r.from != first.Record && (len(v) == 0 || first.Record == v[0]) && (r.Cued(query.Same) || r.Cued(query.Gone) && first.State == plan.Present) && !r.Permits() && len(r.asked.Numbers) == 0:
		base := s.finds.Of(before, first.Topic, first.Field)
		return s.against(r, []*finding.Finding{&base, first})
	case (r.yesNo || r.AsksStill()) && len(q.Fields) > 0 && first.Field == q.Fields[0] &&
		(q.Kind == query.History && (q.Holder == "" || r.Cued(query.Gone)) || q.Kind == query.Compare && len(r.Records) < 2 && r.continued || q.Kind == query.Verify && len(v) == 0 && kept):
		return s.through(r, group)
	case r.yesNo && len(v) == 2 && q.Kind == query.Compare && len(group) == 2:
		return s.against(r, slices.Clone(group))
	case q.Kind != query.Verify:
		return ""
	case len(group) == 1 && len(v) == 1 && first.State == plan.Bracketed:
		return s.proposed(r, first)
	}
	says, words := map[string]int{}, pick.Each(group, func(f *finding.Finding) string { return s.saysSo(r, f) })
	for _, word := range words {
		says[word]++
	}
	word, n := words[0], len(group)
	switch all := r.Has("every", "each", "all", "both"); {
	case all && says["No"] > 0:
		return "No"
	case word != "" && says[word] == n && silent == 0:
		return word
	case all || word == "" || word != "Yes" && (r.AsksAny() || q.All): // of some that is no answer
		return ""
	case says[word] == n && 2*n > silent:
		return word + ", as far as reported"
	case says[word] > 1:
		return word + ", in some drafts"
	case first.State == plan.Present:
		return word + " " + wording.In(first.Record)
	}
	return ""
}

// proposed is whether the party that a question names first has proposed what it asks about, of a
// clause that is in brackets.
func (s *Session) proposed(r *reading, f *finding.Finding) string {
	parties, carried := pick.Keep(s.index.Groups(r.Words), s.lexicon.Party), map[bool]bool{} // by the first, and by others
	asks := r.Demands() && len(parties) > 0
	for _, k := range f.Contents {
		if acc := r.asked.Account(r.Named, f.Record, f.Field, k.Claims); r.asked.HasNumbers(k.Value) && (acc.Strange == 0 && (!asks || acc.Quoted == 0) || len(parties) == 0 && acc.Strange == 1 && f.Field.Kind != plan.List) {
			carried[asks && k.Proponent != "" && s.lexicon.Names(k.Proponent, parties[0])] = true
		}
	}
	if len(carried) > 0 && !asks {
		return "Not settled"
	}
	return map[bool]string{true: yes[carried[true]]}[len(carried) > 0]
}

// about reports whether a question asks about a field, and what a record says of it, and nothing else.
func (r *reading) about(f *finding.Finding) bool {
	return r.asked.Account(r.Named, f.Record, f.Field, f.Claims).Strange == 0
}

// against is whether two findings are the same or differ, or which has the higher number; ""
// where that is not asked or cannot be told.
func (s *Session) against(r *reading, pair []*finding.Finding) string {
	slices.SortStableFunc(pair, func(f, g *finding.Finding) int {
		return slices.Index(r.Records, f.Record) - slices.Index(r.Records, g.Record)
	})
	a, b := pair[0], pair[1]
	if more := r.Compares(); more != 0 && !math.IsInf(a.Extreme(1), 0) && !math.IsInf(b.Extreme(1), 0) {
		return yes[float64(more)*(a.Extreme(1)-b.Extreme(1)) > 0]
	}
	switch {
	case !r.Cued(query.Same, query.Compare, query.Gone) || !r.about(b):
		return ""
	case len(r.Records) < 2 && b.Without(r.HasAll): // what is gone is not kept
		return yes[!r.Cued(query.Same)]
	}
	return s.kept(r, a, b)
}

// kept is what the difference between two findings makes of a question whether something is the same,
// is gone, or has changed: what differs may be kept in part, as what a phrase alone has of a question.
func (s *Session) kept(r *reading, a, b *finding.Finding) string {
	d, acc := compare.Pair(s.view, a.Field, a.Record, a.Reading, b.Record, b.Reading), r.asked.Account(r.Named, b.Record, b.Field, b.Claims)
	switch same, gone := r.Cued(query.Same, query.Uptake) || r.AsksStill(), r.Cued(query.Gone); {
	case r.Has("from * to") && len(r.asked.Drafts) < 2 && (len(r.Dates) == 0 || b.Field.Kind == plan.DateKind): // "from lifted to kept"
	case d.Kind.Equal(), gone && (d.Terms || d.Kind == compare.Added):
		return yes[same]
	case !d.Kind.Settled():
	case r.AsksSame():
		return "No"
	case !same && !gone: // what it changed from, or to, may be another thing
		return map[bool]string{true: "Yes"}[acc.Said+acc.Quoted+len(r.asked.Numbers) == 0]
	case !d.Terms && acc.Quoted == 0:
		return "Changed"
	}
	return ""
}

// through is whether a field changed from any draft that tells of it to the next, was kept
// in all, or is left out of the last: "" where that cannot be told.
func (s *Session) through(r *reading, group []*finding.Finding) string {
	drafts := pick.Drop(group, func(f *finding.Finding) bool { return f.Record.Kind != plan.Draft || f.Outline })
	switch slices.SortStableFunc(drafts, func(f, g *finding.Finding) int { return lexicon.InTime(f.Record, g.Record) }); {
	case len(drafts) == 0:
		return ""
	case r.AsksStill() && len(drafts) > 1 && !r.Cued(query.Gone): // what it now is tells, if it is no more what is asked about
		now := drafts[len(drafts)-1]
		numbered := func(k compare.Content) bool { return r.asked.HasNumbers(k.Value) }
		was := pick.Preferred(drafts, func(f *finding.Finding) bool { return slices.ContainsFunc(f.Contents, numbered) })[0]
		switch acc := r.asked.Account(r.Named, was.Record, was.Field, was.Claims); {
		case acc.Strange > 0:
		case now.Gone():
			return "No"
		case len(r.asked.Numbers)+acc.Said > 0 && now.State == plan.Bracketed:
			return "Not settled"
		case len(r.asked.Numbers)+acc.Said > 0 && s.kept(r, was, now) == "Changed":
			return "Changed"
		}
		return ""
	case r.asked.Account(r.Named, drafts[0].Record, drafts[0].Field, nil).Strange > 0:
		return ""
	case r.Cued(query.Gone) && len(drafts) > 1:
		return yes[drafts[len(drafts)-1].Gone()]
	case len(drafts) == 1:
		return map[bool]string{true: yes[r.Cued(query.Gone)]}[drafts[0].Gone() && r.Cued(query.Gone)]
	}
	words := map[string]bool{}
	for i, f := range drafts[1:] {
		words[s.kept(r, drafts[i], f)] = true
	}
	for _, word := range []string{yes[!r.Cued(query.Same, query.Uptake)], "Changed"} {
		if words[word] { // in any of them
			return word
		}
	}
	return map[bool]string{true: yes[r.Cued(query.Same, query.Uptake)]}[!words[""]]
}

// saysSo is what one draft makes of a yes-no question: "" where its words do not carry it. Of
// sides that contradict each other it is "Disputed" only where their answers differ.
func (s *Session) saysSo(r *reading, f *finding.Finding) string {
	switch {
	case f.Record.Kind != plan.Draft || r.Denies() || r.OfWorld() || r.Cued(query.Uptake, query.Compare, query.Events) || r.Cued(query.Same) && len(r.asked.Numbers) == 0,
		!f.Gone() && len(f.Contents) != 1 && (f.State != plan.Disputed || f.Contents == nil):
		return ""
	case f.Gone():
		return s.lacks(r, f)
	}
	word := s.holds(r, f, &f.Contents[0])
	for i := range f.Contents[1:] {
		switch other := s.holds(r, f, &f.Contents[i+1]); {
		case word == "" || other == "":
			return ""
		case other != word:
			word = "Disputed"
		}
	}
	return word
}

// lacks is what a clause that is gone makes of a question, if it asks about nothing else and
// no other field of its topic may have it.
func (s *Session) lacks(r *reading, f *finding.Finding) string {
	acc, was := r.asked.Account(r.Named, f.Record, f.Field, nil), s.finds.Of(cmp.Or(s.seen.Base(f.Record), f.Record), f.Topic, f.Field) // what is gone was "a full amnesty"
	switch strange := acc.Strange > 0 && !r.about(f) && !r.about(&was) && !(r.Permits() && acc.Whole && acc.Others == 0); {
	case strange || acc.Strange > 0 && r.Cued(query.Gone) || acc.Like > 0 && (r.Mentions() || acc.Titled == 0 && !slices.ContainsFunc(was.Claims, r.asked.Carries) && !r.Cued(query.Gone) && !r.AsksAny()) || r.Bans(), // no amnesty is no full one
		len(r.asked.Numbers) == 0 && slices.ContainsFunc(r.asked.Siblings(f.Record, f.Topic, f.Field), func(g *plan.Field) bool { return s.finds.Of(f.Record, f.Topic, g).State == plan.Present }):
		return ""
	case r.Permits(): // nor forbids it
		return "No clause says so"
	}
	return yes[r.Cued(query.Gone)]
}

// holds is what one account of a clause makes of a question.
func (s *Session) holds(r *reading, f *finding.Finding, k *compare.Content) string {
	if k.State == plan.Deleted || k.State == plan.Omitted {
		return s.lacks(r, f)
	}
	v, acc := k.Value, r.asked.Account(r.Named, f.Record, f.Field, k.Claims)
	first, no, _ := strings.Cut(strings.Split(v.String(), ",")[0], " ")
	limited := (first == "no" || first == "nothing") && r.HasAll(no)
	permits := r.Permits() || slices.ContainsFunc(r.Words, lexicon.Granting)
	switch {
	case r.Mentions() && acc.Strange == 0:
		return "Yes"
	case k.State != plan.Present || r.Cued(query.Gone) || acc.Strange > 0 || !slices.ContainsFunc(k.Claims, func(c *plan.Claim) bool { return !c.Hedged && !c.Outline }):
	case f.Field.Kind == plan.DateKind && len(r.Dates) > 0:
		return map[bool]string{true: "Yes", false: "Not as asked"}[slices.ContainsFunc(r.Dates, func(d plan.Date) bool { return lexicon.Overlaps(d, v.Date) })]
	case len(r.asked.Numbers) > 0: // a limit of 600,000 permits 500,000
		return map[bool]string{true: yes[r.asked.Numbered(v)]}[v.HasNumber() && !r.Limits() && !permits && !r.Bans()]
	case r.Bans() && (lexicon.Conditions(v) || lexicon.Grants(v)):
		return "No"
	case acc.Like > 0:
	case lexicon.Refuses(v.String()), limited:
		return yes[r.Bans()]
	case lexicon.Conditions(v):
		return map[bool]string{true: "On a condition"}[permits]
	case slices.ContainsFunc(k.Claims, lexicon.Negates), permits != lexicon.Grants(v), acc.Said+acc.Quoted == 0 && lexicon.Asks(f.Field.Title), r.Bans() && !lexicon.Rules(v.String()):
	case lexicon.Either(v):
		return map[bool]string{true: "Not necessarily"}[r.Obliges()]
	default:
		return "Yes"
	}
	return ""
}

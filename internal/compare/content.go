package compare

import (
	"slices"
	"strconv"

	"plandiff/internal/evidence"
	"plandiff/internal/plan"
)

// Content is one thing said: a value with its terms, and everybody who says
// it.
type Content struct {
	State     plan.State
	Value     plan.Value
	Terms     []Term // in the order in which they are first claimed
	To        string // of Severed
	Proponent string // of a bracketed alternative
	Claims    []*plan.Claim
}

// Term is one qualifier of a value, with the claims that carry it.
type Term struct {
	Text   string
	Claims []*plan.Claim
}

// ContentOf is what one claim says by itself.
func ContentOf(c *plan.Claim) Content {
	state := c.Claimed()
	if c.Denies {
		state = plan.Omitted
	}
	k := Content{State: state, Value: c.Value, To: c.To, Proponent: c.Proponent}
	k.add(c)
	return k
}

// ContentsOf are what claims say by themselves, each content once.
func ContentsOf(claims []*plan.Claim) []Content {
	var out []Content
	for _, c := range claims {
		if !slices.ContainsFunc(out, func(k Content) bool { return k.Claims[0].Agrees(c) }) {
			out = append(out, ContentOf(c))
		}
	}
	return out
}

// add enters a claim behind a content, and behind each of its terms.
func (k *Content) add(c *plan.Claim) {
	k.Claims = append(k.Claims, c)
	for _, q := range c.Qualifiers {
		i := slices.IndexFunc(k.Terms, func(t Term) bool { return t.Text == q })
		if i < 0 {
			i = len(k.Terms)
			k.Terms = append(k.Terms, Term{Text: q})
		}
		k.Terms[i].Claims = append(k.Terms[i].Claims, c)
	}
}

// Outline reports whether the content is told too roughly to carry a
// difference.
func (k Content) Outline() bool { return len(k.Claims) > 0 && k.Claims[0].Outline }

// OnText reports whether a source that reproduces the text stands behind the
// content.
func (k Content) OnText() bool {
	return slices.ContainsFunc(k.Claims, func(c *plan.Claim) bool { return c.Basis == plan.BasisText })
}

// termsRead reports whether the terms of the content were read from the text.
func (k Content) termsRead() bool {
	return slices.ContainsFunc(k.Claims, func(c *plan.Claim) bool { return c.Basis == plan.BasisText && !c.TermsUnread })
}

// contentSet are groups of claims that say the same, in the order of their first
// claims.
type contentSet struct {
	contents []Content
	first    string         // identity of the first, which most sets have alone
	at       map[string]int // of the others
}

// identity is what claims are grouped by. A content that is gone or moved is
// one however it is put; else values decide. A denied value agrees with
// nothing but the same denial.
func identity(c *plan.Claim) string {
	key := string(c.Claimed()) + "\x00" + c.Proponent + "\x00" + strconv.FormatBool(c.Denies)
	switch c.Claimed() {
	case plan.Deleted, plan.Omitted, plan.Severed:
		return key
	}
	return key + "\x00" + c.Value.Identity()
}

// find tells where the content with an identity is; -1 where there is none.
func (s *contentSet) find(key string) int {
	if len(s.contents) > 0 && key == s.first {
		return 0
	}
	if i, ok := s.at[key]; ok {
		return i
	}
	return -1
}

// add enters a claim behind the content that it agrees with, or as a new one.
func (s *contentSet) add(c *plan.Claim) {
	key := identity(c)
	n := len(s.contents)
	switch i := s.find(key); {
	case i >= 0:
		s.contents[i].add(c)
		return
	case n == 0:
		s.first = key
	case s.at == nil:
		s.at = map[string]int{key: n}
	default:
		s.at[key] = n
	}
	s.contents = append(s.contents, ContentOf(c))
}

// has reports whether a content that the claim agrees with is there.
func (s *contentSet) has(c *plan.Claim) bool { return s.find(identity(c)) >= 0 }

// holds reports whether a content says the same as another, only more vaguely:
// a wider value, or in outline that the clause is there at all. A denial is
// never vaguer: who denies November says more than who denies one day of it.
func (k Content) holds(o Content) bool {
	switch {
	case k.State != o.State || k.Proponent != o.Proponent || k.Claims[0].Denies || o.Claims[0].Denies:
		return false
	case k.Value.IsZero():
		return k.Outline() && o.Outline() && !o.Value.IsZero()
	}
	return k.Value.Covers(o.Value)
}

// near groups values that may hold one another: a number with what is about
// it, all dates. Values of two groups are different.
func near(v plan.Value) string {
	if v.Date != "" {
		return "dates"
	}
	if v.Bound == plan.Around {
		v.Bound = plan.Exact
	}
	return v.Identity()
}

// byNearness are the places of contents by the group of their values.
func byNearness(contents []Content) map[string][]int {
	out := make(map[string][]int, len(contents))
	for i, k := range contents {
		group := near(k.Value)
		out[group] = append(out[group], i)
	}
	return out
}

// joinVaguer puts contents that hold others behind the narrowest of these: a
// month behind a day in it, about 600,000 behind 600,000. A vaguer claim takes
// no side between contents that it holds.
func joinVaguer(contents []Content) []Content {
	if len(contents) < 2 {
		return contents
	}
	groups := byNearness(contents)
	vague := make([]bool, len(contents))
	joins := make([][]int, len(contents)) // by narrower content: the vaguer ones
	for i, k := range contents {
		if k.Value.IsZero() && k.Outline() {
			for j, o := range contents {
				if k.holds(o) {
					vague[i], joins[j] = true, append(joins[j], i)
				}
			}
		}
		if !k.Value.Vague() {
			continue
		}
		for _, j := range groups[near(k.Value)] {
			if k.holds(contents[j]) {
				vague[i], joins[j] = true, append(joins[j], i)
			}
		}
	}
	var out []Content
	for j, k := range contents {
		if vague[j] {
			continue
		}
		for _, i := range joins[j] {
			for _, c := range contents[i].Claims {
				k.add(c)
			}
		}
		out = append(out, k)
	}
	return out
}

// known is how the terms of one side stand to the other.
type known struct {
	absent     []Term // known absent on the other side
	unreported []Term // a report on the other side leaves them out
}

// missing are the terms of a content that another content of equal value does
// not have. One is known absent where the other rests on its text, or its
// point is read whole, and no hidden claim says otherwise; a quoted fragment
// shows no absence, and a report may simply be brief.
func missing(v *evidence.View, field *plan.Field, k Content, other side, o Content) known {
	var out known
	full := o.termsRead() || readWhole(v, other, o)
	for _, t := range k.Terms {
		switch {
		case slices.ContainsFunc(o.Terms, func(x Term) bool { return x.Text == t.Text }):
		case full && !v.WithheldTerm(other.record.ID, field.ID, t.Text):
			out.absent = append(out.absent, t)
		default:
			out.unreported = append(out.unreported, t)
		}
	}
	return out
}

// readWhole reports whether the points at which a content is known to stand
// have all been read whole.
func readWhole(v *evidence.View, s side, k Content) bool {
	placed := false
	for _, c := range k.Claims {
		if c.Point > 0 {
			placed = true
			if v.Of(s.record).Readers(c.Point) == nil {
				return false
			}
		}
	}
	return placed
}

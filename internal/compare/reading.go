package compare

import (
	"math"
	"slices"
	"strconv"

	"plandiff/internal/evidence"
	"plandiff/internal/plan"
)

// Reading is what the claims of one record add up to for one field.
type Reading struct {
	State plan.State
	// Contents are the distinct things that the deciding claims say, in the
	// order of the record: one if they agree, several for a dispute or for
	// bracketed alternatives, none for Omitted and Lacuna.
	Contents []Content
	// Claims are all claims, deciding or not, in the order of the record.
	Claims []*plan.Claim
	// Outline: the deciding claims tell too little to carry a difference.
	Outline bool
	// Witness are the sources that have the text whole, for Omitted without
	// a claim.
	Witness []string
}

// Derive reads one field of a record.
//
// Preferred claims decide; where there is none, normal ones do; deprecated
// ones never. Among those, claims in outline count only where no other is
// there, because a vaguer report does not contradict a fuller one. Claims
// that agree are one content; one with fewer terms, a wider date or a rounded
// number joins the fuller one. Several contents are a dispute, unless all of
// them are bracketed: then they are alternatives inside one text. A denied
// value disputes only a claim that asserts it.
//
// Claims of a field that takes many contents add to one another.
func Derive(v *evidence.View, r *plan.Record, topic *plan.Topic, field *plan.Field) Reading {
	claims := v.Of(r).Claims(field.ID)
	all := make([]*plan.Claim, len(claims))
	for i := range claims {
		all[i] = &claims[i]
	}
	out := read(all, field)
	if len(out.Contents) == 0 {
		out.State, out.Witness = silence(v, r, topic, field.ID)
	}
	return out
}

// read adds up claims about one field. Its state is Lacuna where none of them
// decides.
func read(claims []*plan.Claim, field *plan.Field) Reading {
	out := Reading{State: plan.Lacuna, Claims: claims}
	deciding := decide(claims)
	var said contentSet
	var denials []*plan.Claim
	for _, c := range deciding {
		if c.Denies && !c.Value.IsZero() {
			denials = append(denials, c)
			continue
		}
		said.add(c)
	}
	support(&said, claims)
	out.Contents = joinVaguer(said.contents)
	denied := disputing(denials, out.Contents)
	support(&denied, claims)
	disputed := len(denied.contents) > 0
	out.Contents = append(out.Contents, denied.contents...)
	joinSupport(out.Contents, claims)
	out.State = stateOf(out.Contents, field, disputed)
	out.Outline = len(deciding) > 0 && deciding[0].Outline && out.State != plan.Disputed
	return out
}

// Only is a reading of claims that are picked out. Where none of them decides, all
// that they say stands.
func Only(claims []*plan.Claim, field *plan.Field) Reading {
	out := read(claims, field)
	if len(out.Contents) == 0 {
		out.Contents = ContentsOf(claims)
		out.State = stateOf(out.Contents, field, false)
	}
	return out
}

// disputing are the denials of something that is asserted. A denial of
// anything else contradicts nobody.
func disputing(denials []*plan.Claim, contents []Content) contentSet {
	asserted := map[string]bool{}
	for _, k := range contents {
		if k.State != plan.Deleted {
			asserted[k.Value.Identity()] = true
		}
	}
	var out contentSet
	for _, d := range denials {
		if asserted[d.Value.Identity()] {
			out.add(d)
		}
	}
	return out
}

// stateOf is the state that contents add up to.
func stateOf(contents []Content, field *plan.Field, disputed bool) plan.State {
	switch {
	case len(contents) == 0:
		return plan.Lacuna
	case field.Many:
		return plan.Present
	case disputed,
		len(contents) > 1 && contents[0].State != plan.Bracketed,
		slices.ContainsFunc(contents, func(k Content) bool { return k.State != contents[0].State }):
		return plan.Disputed
	}
	return contents[0].State
}

// BySupport are the contents, first what most independent sources say.
func (r Reading) BySupport(v *evidence.View) []Content {
	out := slices.Clone(r.Contents)
	slices.SortStableFunc(out, func(k, l Content) int { return Independent(v, l.Claims) - Independent(v, k.Claims) })
	return out
}

// Extreme is the highest number of the contents times a sign, so of -1 the lowest; minus
// infinity where none has a number.
func (r Reading) Extreme(sign int) float64 {
	most := math.Inf(-1)
	for _, k := range r.Contents {
		n, _ := k.Value.Scaled()
		if size, err := strconv.ParseFloat(string(n), 64); err == nil && k.Value.HasNumber() {
			most = max(most, float64(sign)*size)
		}
	}
	return most
}

// Decides reports whether a claim stands behind one of the contents.
func (r Reading) Decides(c *plan.Claim) bool {
	return slices.ContainsFunc(r.Contents, func(k Content) bool { return slices.Contains(k.Claims, c) })
}

// Others are what claims of normal rank say that did not decide and say
// something else than those that did: other copies' words.
func (r Reading) Others() []Content {
	var deciding, out contentSet
	for _, k := range r.Contents {
		for _, c := range k.Claims {
			deciding.add(c)
		}
	}
	for _, c := range r.Claims {
		if c.Rank != plan.Normal || c.Outline || c.Denies && c.Value.IsZero() || deciding.has(c) {
			continue
		}
		out.add(c)
	}
	return out.contents
}

// decide picks the claims that decide, by rank and fullness.
func decide(claims []*plan.Claim) []*plan.Claim {
	pick := func(from []*plan.Claim, keep func(*plan.Claim) bool) []*plan.Claim {
		var out []*plan.Claim
		for _, c := range from {
			if keep(c) {
				out = append(out, c)
			}
		}
		return out
	}
	ranked := pick(claims, func(c *plan.Claim) bool { return c.Rank == plan.Preferred })
	if ranked == nil {
		ranked = pick(claims, func(c *plan.Claim) bool { return c.Rank == plan.Normal })
	}
	if full := pick(ranked, func(c *plan.Claim) bool { return !c.Outline }); full != nil {
		return full
	}
	return ranked
}

// support adds to each content the claims of normal rank that agree with it:
// they do not decide beside preferred ones, but they say the same.
func support(said *contentSet, claims []*plan.Claim) {
	behind := map[*plan.Claim]bool{}
	for _, k := range said.contents {
		for _, c := range k.Claims {
			behind[c] = true
		}
	}
	for _, c := range claims {
		if c.Rank == plan.Normal && !c.Outline && !behind[c] && said.has(c) {
			said.add(c)
		}
	}
}

// joinSupport adds the claims of normal rank that only put a content more
// vaguely, beside preferred ones.
func joinSupport(contents []Content, claims []*plan.Claim) {
	behind := map[*plan.Claim]bool{}
	for _, k := range contents {
		for _, c := range k.Claims {
			behind[c] = true
		}
	}
	for _, c := range claims {
		if c.Rank != plan.Normal || c.Outline || behind[c] || !c.Value.Vague() {
			continue
		}
		vague := ContentOf(c)
		for i := range contents {
			if vague.holds(contents[i]) {
				contents[i].add(c)
			}
		}
	}
}

// Place is the point at which a draft has a field, as its claims say, or by all sources
// together; "" if that is not known.
func Place(v *evidence.View, r *plan.Record, field string, claims []*plan.Claim) string {
	for _, c := range claims {
		if c.Place() != "" {
			return c.Place()
		}
	}
	if home := r.Homes(field); len(home) > 0 && len(v.Filter.Sources) == 0 {
		return strconv.Itoa(home[0])
	}
	return ""
}

// silence tells an absent clause from one that nobody has reported: absent
// is only what the text, read whole at the field's home or everywhere, does
// not have. Fields about anything but the text are never absent.
func silence(v *evidence.View, r *plan.Record, topic *plan.Topic, field string) (plan.State, []string) {
	x := v.Of(r)
	if topic.About != plan.AboutText || len(r.Complete) == 0 || v.Withheld(r.ID, field) {
		return plan.Lacuna, nil
	}
	homes := x.Homes(field)
	if len(homes) == 0 {
		if !x.Whole() {
			return plan.Lacuna, nil
		}
		return plan.Omitted, allReaders(r)
	}
	var witness []string
	for _, p := range homes {
		readers := x.Readers(p)
		if readers == nil {
			return plan.Lacuna, nil
		}
		for _, s := range readers {
			if !slices.Contains(witness, s) {
				witness = append(witness, s)
			}
		}
	}
	return plan.Omitted, inOrder(r, witness)
}

// allReaders are the sources that together have the whole text.
func allReaders(r *plan.Record) []string {
	var out []string
	for _, c := range r.Complete {
		if !slices.Contains(out, c.Source) {
			out = append(out, c.Source)
		}
	}
	return out
}

// inOrder puts sources in the order in which the record names them.
func inOrder(r *plan.Record, sources []string) []string {
	return slices.DeleteFunc(allReaders(r), func(s string) bool { return !slices.Contains(sources, s) })
}

// ReadWhole is how many of a record's numbered points have been read whole.
func ReadWhole(r *plan.Record) int {
	read := map[int]bool{}
	for _, c := range r.Complete {
		for _, p := range c.Points {
			if p >= 1 && p <= r.PointCount {
				read[p] = true
			}
		}
	}
	return len(read)
}

// KnownAs is how a version is known as a whole on the evidence that is
// admitted: a text of which no admitted source reproduces a word is known
// from reports.
func KnownAs(r *plan.Record) plan.Witness {
	if r.Known != plan.KnownText || r.Wording != "" {
		return r.Known
	}
	for _, fc := range r.Fields {
		if slices.ContainsFunc(fc.Claims, func(c plan.Claim) bool { return c.Basis == plan.BasisText }) {
			return plan.KnownText
		}
	}
	return plan.KnownReported
}

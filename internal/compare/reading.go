package compare

import (
	"slices"

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

// Content is one thing said, with everybody who says it.
type Content struct {
	State     plan.State
	Value     plan.Value
	To        string // of Severed
	Proponent string // of a bracketed alternative
	Claims    []*plan.Claim
}

// Derive reads one field of a record.
//
// Preferred claims decide; where there is none, normal ones do; deprecated
// ones never. Among those, claims in outline count only where no other is
// there, because a vaguer report does not contradict a fuller one. Claims
// that agree are one content. Several contents are a dispute, unless all of
// them are bracketed: then they are alternatives inside one text. A denied
// value disputes only a claim that asserts it.
//
// Claims of a field that takes many contents add to one another.
func Derive(r *plan.Record, topic *plan.Topic, field *plan.Field) Reading {
	var out Reading
	claims := r.Claims(field.ID)
	for i := range claims {
		out.Claims = append(out.Claims, &claims[i])
	}
	deciding := decide(out.Claims)
	var denials []*plan.Claim
	for _, c := range deciding {
		if c.Denies && !c.Value.IsZero() {
			denials = append(denials, c)
			continue
		}
		out.Contents = addContent(out.Contents, c)
	}
	asserted := out.Contents
	for _, d := range denials {
		if slices.ContainsFunc(asserted, func(k Content) bool { return k.State != plan.Deleted && k.Value.Equal(d.Value) }) {
			out.Contents = addContent(out.Contents, d)
		}
	}
	disputed := len(out.Contents) > len(asserted)
	out.Contents = support(out.Contents, out.Claims)
	switch {
	case len(out.Contents) == 0:
		out.State, out.Witness = silence(r, topic, field.ID)
	case field.Many:
		out.State = plan.Present
	case disputed, !slices.ContainsFunc(out.Contents, func(k Content) bool { return k.State == plan.Bracketed }) && len(out.Contents) > 1,
		slices.ContainsFunc(out.Contents, func(k Content) bool { return k.State != out.Contents[0].State }):
		out.State = plan.Disputed
	default:
		out.State = out.Contents[0].State
		out.Outline = deciding[0].Outline
	}
	return out
}

// Decides reports whether a claim stands behind one of the contents.
func (r Reading) Decides(c *plan.Claim) bool {
	return slices.ContainsFunc(r.Contents, func(k Content) bool { return slices.Contains(k.Claims, c) })
}

// Others are what claims of normal rank say that did not decide and say
// something else than those that did: other copies' words.
func (r Reading) Others() []Content {
	var out []Content
	for _, c := range r.Claims {
		if c.Rank != plan.Normal || c.Outline || c.Denies && c.Value.IsZero() || r.Decides(c) ||
			slices.ContainsFunc(r.Contents, func(k Content) bool { return k.Claims[0].Agrees(c) }) {
			continue
		}
		if i := slices.IndexFunc(out, func(k Content) bool { return k.Claims[0].Agrees(c) }); i >= 0 {
			out[i].Claims = append(out[i].Claims, c)
			continue
		}
		out = append(out, Content{State: c.Claimed(), Value: c.Value, To: c.To, Proponent: c.Proponent, Claims: []*plan.Claim{c}})
	}
	return out
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

func addContent(contents []Content, c *plan.Claim) []Content {
	for i := range contents {
		if k := &contents[i]; k.Proponent == c.Proponent && k.Claims[0].Agrees(c) {
			k.Claims = append(k.Claims, c)
			return contents
		}
	}
	state := c.Claimed()
	if c.Denies {
		state = plan.Omitted
	}
	return append(contents, Content{State: state, Value: c.Value, To: c.To, Proponent: c.Proponent, Claims: []*plan.Claim{c}})
}

// support adds to each content the claims of normal rank that agree with it:
// they do not decide beside preferred ones, but they say the same.
func support(contents []Content, claims []*plan.Claim) []Content {
	for _, c := range claims {
		if c.Rank != plan.Normal || c.Outline {
			continue
		}
		for i := range contents {
			if k := &contents[i]; k.Proponent == c.Proponent && k.Claims[0].Agrees(c) && !slices.Contains(k.Claims, c) {
				k.Claims = append(k.Claims, c)
			}
		}
	}
	return contents
}

// silence tells an absent clause from one that nobody has reported: absent
// is only what the text, read whole at the field's home or everywhere, does
// not have. Fields about anything but the text are never absent.
func silence(r *plan.Record, topic *plan.Topic, field string) (plan.State, []string) {
	if topic.About != plan.AboutText || len(r.Complete) == 0 || withheld(r, field) {
		return plan.Lacuna, nil
	}
	points := r.Homes(field)
	if whole(r) {
		points = points[:0:0]
		for p := 1; p <= r.PointCount; p++ {
			points = append(points, p)
		}
	}
	if len(points) == 0 {
		return plan.Lacuna, nil
	}
	var witness []string
	for _, p := range points {
		read := false
		for _, c := range r.Complete {
			if _, ok := slices.BinarySearch(c.Points, p); ok {
				read = true
				if !slices.Contains(witness, c.Source) {
					witness = append(witness, c.Source)
				}
			}
		}
		if !read {
			return plan.Lacuna, nil
		}
	}
	if home := r.Homes(field); whole(r) && len(home) > 0 {
		witness = slices.DeleteFunc(witness, func(s string) bool { return !readsAny(r, s, home) })
	}
	return plan.Omitted, witness
}

func withheld(r *plan.Record, field string) bool {
	return slices.ContainsFunc(r.Fields, func(fc plan.FieldClaims) bool { return fc.Field == field && fc.Withheld })
}

func readsAny(r *plan.Record, source string, points []int) bool {
	return slices.ContainsFunc(r.Complete, func(c plan.Completeness) bool {
		return c.Source == source && slices.ContainsFunc(points, func(p int) bool { return slices.Contains(c.Points, p) })
	})
}

// ReadWhole is how many of a record's numbered points have been read whole.
func ReadWhole(r *plan.Record) int {
	n := 0
	for p := 1; p <= r.PointCount; p++ {
		if slices.ContainsFunc(r.Complete, func(c plan.Completeness) bool { return slices.Contains(c.Points, p) }) {
			n++
		}
	}
	return n
}

func whole(r *plan.Record) bool { return r.PointCount > 0 && ReadWhole(r) == r.PointCount }

package compare

import (
	"slices"

	"plandiff/internal/evidence"
	"plandiff/internal/plan"
	"plandiff/internal/prose"
)

// Kind is how a field differs between two versions.
type Kind string

const (
	Same     Kind = "same"     // equal values, terms as far as known; or absent from both
	Reworded Kind = "reworded" // equal content, different wording
	Changed  Kind = "changed"  // different values, or a term that the other is known not to have
	Added    Kind = "added"    // known absent from the first, present in the second
	Removed  Kind = "removed"  // present in the first, known absent from the second
	Open     Kind = "open"     // bracketed on either side
	Severed  Kind = "severed"  // moved to another document
	Disputed Kind = "disputed" // the later version's own sources contradict each other
	Unknown  Kind = "unknown"  // not known on either side; never a change
)

// Kinds lists every kind, most telling first. The kind of a row is the first
// of these that any of its pairs has: unknown only where every pair is.
var Kinds = []Kind{Changed, Removed, Added, Severed, Open, Disputed, Reworded, Same, Unknown}

// Differs reports whether a kind is news to somebody who knows the first
// version.
func (k Kind) Differs() bool {
	switch k {
	case Changed, Removed, Added, Severed, Open, Disputed:
		return true
	}
	return false
}

// Settled reports whether a kind says for certain that two sides differ.
func (k Kind) Settled() bool { return k == Changed || k == Added || k == Removed }

// Equal reports whether a kind says that two sides have the same content.
func (k Kind) Equal() bool { return k == Same || k == Reworded }

// Difference is how a field differs from the first version to another.
type Difference struct {
	Kind  Kind
	Delta *plan.Step // of two numbers of one unit; nil otherwise
	// Terms, with Kind Changed: the value is the same, and a term of one side
	// is known absent on the other.
	Terms bool
	// Lost are terms of the first version that the other is known not to have,
	// Gained the other way round. Of equal values only.
	Lost, Gained []Term
	// Unreported are terms of one side that a report on the other leaves out,
	// and a narrower value where the other side is only told vaguely.
	Unreported []Silent
	// HowDisputed, with Kind Disputed: every claim differs from the first
	// version, so that it changed is agreed and only how is disputed.
	HowDisputed bool
	// EitherReport, with Kind Changed: reports on the first version contradict
	// each other, and whichever is right, the other version differs.
	EitherReport bool
	// FirstDisputed, with Kind Unknown: reports on the first version contradict
	// each other, and one of them has what the other version has.
	FirstDisputed bool
	// NoDetails, with Kind Changed or Same: a source says so without saying what
	// the clause is.
	NoDetails bool
	// Variant, with Kind Changed: another copy of the one version has the
	// value of the other.
	Variant bool
	// InOutline, with Kind Unknown: the clause is there, but too little is
	// known of its content.
	InOutline bool
}

// Silent is a term, or a narrower value, that nobody reports for a version.
type Silent struct {
	Term
	Version string // ID
}

// side is one version's reading, with what it takes to compare it.
type side struct {
	record *plan.Record
	Reading
}

// Pair is how a field differs from the reading of one record to that of another.
func Pair(v *evidence.View, field *plan.Field, from *plan.Record, was Reading, to *plan.Record, now Reading) Difference {
	return pair(v, field, side{from, was}, side{to, now})
}

// pair compares two readings of one field. It depends on these two alone.
func pair(v *evidence.View, field *plan.Field, a, b side) Difference {
	switch {
	case !field.Compared():
		return Difference{Kind: Unknown} // told, not compared
	case a.State == plan.Lacuna || b.State == plan.Lacuna:
		return Difference{Kind: Unknown}
	case b.State == plan.Disputed:
		return Difference{Kind: Disputed, HowDisputed: everyAccountDiffers(v, field, a, b)}
	case a.State == plan.Disputed && everyAccountDiffers(v, field, a, b):
		return Difference{Kind: Changed, EitherReport: true}
	case a.State == plan.Disputed:
		return Difference{Kind: Unknown, FirstDisputed: true}
	case a.State == plan.Severed && b.State == plan.Severed:
		return Difference{Kind: Same}
	case a.State == plan.Severed || b.State == plan.Severed:
		return Difference{Kind: Severed}
	case a.State == plan.Bracketed || b.State == plan.Bracketed:
		return Difference{Kind: Open}
	case gone(a.State) && gone(b.State):
		return Difference{Kind: Same}
	case gone(b.State):
		return Difference{Kind: Removed}
	case gone(a.State):
		return Difference{Kind: Added}
	}
	return pairPresent(v, field, a, b)
}

func gone(s plan.State) bool { return s == plan.Deleted || s == plan.Omitted }

// pairPresent compares two clauses that are there.
func pairPresent(v *evidence.View, field *plan.Field, a, b side) Difference {
	ka, kb := a.Contents[0], b.Contents[0]
	if a.Outline || b.Outline {
		if d, ok := told(a, b); ok {
			return d
		}
		if !ka.Value.IsZero() && ka.Value.Equal(kb.Value) {
			return Difference{Kind: Same}
		}
		return Difference{Kind: Unknown, InOutline: true}
	}
	d := pairContents(v, field, a, ka, b, kb)
	if d.Kind == Changed && !d.Terms {
		d.Variant = variant(a.Reading, kb.Value) || variant(b.Reading, ka.Value)
	}
	if d.Kind == Same && reworded(v, ka, kb) {
		d.Kind = Reworded
	}
	return d
}

// pairContents is the one definition of equal content: equal values, and
// terms equal as far as both sides are known. A vaguer value that is only
// reported says nothing against a narrower one.
func pairContents(v *evidence.View, field *plan.Field, a side, ka Content, b side, kb Content) Difference {
	if !ka.Value.Equal(kb.Value) {
		switch {
		case ka.Value.Covers(kb.Value) && !ka.OnText():
			return Difference{Kind: Same, Unreported: []Silent{{Term{kb.Value.String(), kb.Claims}, a.record.ID}}}
		case kb.Value.Covers(ka.Value) && !kb.OnText():
			return Difference{Kind: Same, Unreported: []Silent{{Term{ka.Value.String(), ka.Claims}, b.record.ID}}}
		}
		return Difference{Kind: Changed, Delta: ka.Value.StepTo(kb.Value)}
	}
	lost, gained := missing(v, field, ka, b, kb), missing(v, field, kb, a, ka)
	d := Difference{Kind: Same, Lost: lost.absent, Gained: gained.absent}
	if len(d.Lost)+len(d.Gained) > 0 {
		d.Kind, d.Terms = Changed, true
	}
	for _, t := range lost.unreported {
		d.Unreported = append(d.Unreported, Silent{t, b.record.ID})
	}
	for _, t := range gained.unreported {
		d.Unreported = append(d.Unreported, Silent{t, a.record.ID})
	}
	return d
}

// variant reports whether a claim of normal rank that did not decide, another
// copy's wording, has the value.
func variant(r Reading, v plan.Value) bool {
	return slices.ContainsFunc(r.Others(), func(k Content) bool { return k.State == plan.Present && k.Value.Equal(v) })
}

// told looks for a source that compares the two versions itself. Sources
// that contradict each other in this leave it unknown.
func told(a, b side) (Difference, bool) {
	changed, kept := false, false
	look := func(s side, other string) {
		if !s.Outline {
			return
		}
		for _, c := range s.Contents[0].Claims {
			changed = changed || c.ChangedFrom == other
			kept = kept || c.KeptFrom == other
		}
	}
	look(a, b.record.ID)
	look(b, a.record.ID)
	if changed == kept {
		return Difference{}, false
	}
	if changed {
		return Difference{Kind: Changed, NoDetails: true}, true
	}
	return Difference{Kind: Same, NoDetails: true}, true
}

// everyAccountDiffers reports whether every content of either side makes a
// difference to every content of the other, whichever of the claims is right,
// and no credited claim says that something was kept. Contents that cannot be
// equal need no comparison: the work grows with their number, not with its
// square.
func everyAccountDiffers(v *evidence.View, field *plan.Field, a, b side) bool {
	as, bs := accounts(a), accounts(b)
	groups := byNearness(bs)
	var loose []int // those that must be held against each
	for i, kb := range bs {
		if !kb.plain() {
			loose = append(loose, i)
		}
	}
	for _, ka := range as {
		against := append(slices.Clone(loose), groups[near(ka.Value)]...)
		if !ka.plain() {
			against = everyPlace(bs)
		}
		for _, i := range against {
			if !differs(v, field, a, ka, b, bs[i]) {
				return false
			}
		}
	}
	return !keeps(a, b) && !keeps(b, a)
}

// differs reports whether two accounts cannot both hold without a difference.
// Who denies a value leaves every other one open: it differs from that value
// alone.
func differs(v *evidence.View, field *plan.Field, a side, ka Content, b side, kb Content) bool {
	switch {
	case ka.denial() && kb.denial():
		return false
	case ka.denial():
		return kb.denied(ka.Value)
	case kb.denial():
		return ka.denied(kb.Value)
	}
	return pair(v, field, single(a, ka), single(b, kb)).Kind.Settled()
}

// denial reports whether a content is what a source says is not so.
func (k Content) denial() bool {
	return len(k.Claims) > 0 && k.Claims[0].Denies && !k.Value.IsZero()
}

// denied reports whether a content is what the denial of a value rules out.
func (k Content) denied(v plan.Value) bool {
	return k.State == plan.Present && !k.Outline() && (v.Equal(k.Value) || v.Covers(k.Value))
}

// plain reports whether a content is there and told well enough, so that it
// differs from every other such content of another value.
func (k Content) plain() bool { return k.State == plan.Present && !k.Outline() }

func everyPlace(contents []Content) []int {
	out := make([]int, len(contents))
	for i := range out {
		out[i] = i
	}
	return out
}

// keeps reports whether a claim that did not decide, but is credited, says
// that a side has what the other has.
func keeps(a, b side) bool {
	has := map[string]bool{}
	for _, k := range b.Contents {
		if k.State == plan.Present {
			has[k.Value.Identity()] = true
		}
	}
	return slices.ContainsFunc(a.Claims, func(c *plan.Claim) bool {
		if c.Rank == plan.Deprecated || c.Denies {
			return false
		}
		return c.KeptFrom == b.record.ID || c.State == plan.Present && !c.Value.IsZero() && has[c.Value.Identity()]
	})
}

// accounts are what a side may hold; an absent clause is the one content of
// its side.
func accounts(s side) []Content {
	if len(s.Contents) == 0 {
		return []Content{{State: s.State}}
	}
	return s.Contents
}

func single(s side, k Content) side {
	s.Reading = Reading{State: k.State, Contents: []Content{k}, Claims: k.Claims, Outline: k.Outline()}
	return s
}

// reworded compares the words of the text where both sides have a phrase
// that carries the value, from witnesses that reproduce or quote the text in
// its own language. A back-translation is no change of wording.
func reworded(v *evidence.View, a, b Content) bool {
	pa, pb := phrases(v, a), phrases(v, b)
	for x := range pa {
		if pb[x] {
			return false
		}
	}
	return len(pa) > 0 && len(pb) > 0
}

// phrases are the folded words of the text behind a content.
func phrases(v *evidence.View, k Content) map[string]bool {
	out := map[string]bool{}
	for _, c := range k.Claims {
		if s := v.Source(c.Source); c.Wording && c.Phrase != "" && s != nil && s.Language == "" {
			out[prose.Key(c.Phrase)] = true
		}
	}
	return out
}

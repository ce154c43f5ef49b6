package compare

import (
	"slices"

	"plandiff/internal/plan"
	"plandiff/internal/prose"
)

// Kind is how a field differs between two versions.
type Kind string

const (
	Same     Kind = "same"     // equal values, or absent from both
	Reworded Kind = "reworded" // equal values, different wording
	Changed  Kind = "changed"  // different values
	Added    Kind = "added"    // known absent from the first, present in the second
	Removed  Kind = "removed"  // present in the first, known absent from the second
	Open     Kind = "open"     // bracketed on either side
	Severed  Kind = "severed"  // moved to another document
	Disputed Kind = "disputed" // sources contradict each other on a side
	Unknown  Kind = "unknown"  // not reported on either side; never a change
)

// Kinds lists every kind, most telling first. The kind of a row is the first
// of these that any of its pairs has.
var Kinds = []Kind{Changed, Removed, Added, Severed, Open, Disputed, Reworded, Unknown, Same}

// Difference is how a field differs from the first version to another.
type Difference struct {
	Kind  Kind
	Delta *Delta // of two numbers of one unit; nil otherwise
	// Changed, with Kind Disputed: every claim differs from the other side,
	// so that it changed is agreed and only how is disputed.
	Changed bool
	// Told, with Kind Changed or Same: a source says so without saying what
	// the clause is.
	Told bool
	// Variant, with Kind Changed: another copy of the one version has the
	// value of the other.
	Variant bool
	// Qualified, with Kind Same: the value is the same, and the sources attach
	// other qualifiers to it.
	Qualified bool
	// Outline, with Kind Unknown: the clause is there, but too little is
	// known of its content.
	Outline bool
}

// Delta is the step from one number to another.
type Delta struct {
	Absolute float64
	Percent  float64 // of the first number; meaningless where HasPercent is false
	// HasPercent is false where the first number is zero.
	HasPercent bool
	Unit       string
}

// side is one version's reading, with what it takes to compare it.
type side struct {
	version string
	Reading
}

// pair compares two readings of one field. It depends on these two alone.
func pair(lib *plan.Library, field *plan.Field, a, b side) Difference {
	switch {
	case field.Many:
		return Difference{Kind: Unknown} // descriptions are told, not compared
	case a.State == plan.Lacuna || b.State == plan.Lacuna:
		return Difference{Kind: Unknown}
	case a.State == plan.Disputed || b.State == plan.Disputed:
		return Difference{Kind: Disputed, Changed: allDiffer(lib, field, a, b) && !keeps(a, b) && !keeps(b, a)}
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
	return pairPresent(lib, a, b)
}

func gone(s plan.State) bool { return s == plan.Deleted || s == plan.Omitted }

func pairPresent(lib *plan.Library, a, b side) Difference {
	va, vb := a.Contents[0].Value, b.Contents[0].Value
	if a.Outline || b.Outline {
		if d, ok := told(a, b); ok {
			return d
		}
		if !va.IsZero() && va.Equal(vb) {
			return Difference{Kind: Same}
		}
		return Difference{Kind: Unknown, Outline: true}
	}
	if !va.Equal(vb) {
		return Difference{Kind: Changed, Delta: delta(va, vb), Variant: variant(a.Reading, vb) || variant(b.Reading, va)}
	}
	d := Difference{Kind: Same, Qualified: !slices.Equal(qualifierSet(a.Contents[0]), qualifierSet(b.Contents[0]))}
	if reworded(lib, a, b) {
		d.Kind = Reworded
	}
	return d
}

// variant reports whether a claim of normal rank that did not decide, another
// copy's wording, has the value.
func variant(r Reading, v plan.Value) bool {
	for _, c := range r.Claims {
		if c.Rank == plan.Normal && !c.Denies && c.State == plan.Present && !slices.Contains(r.Contents[0].Claims, c) && c.Value.Equal(v) {
			return true
		}
	}
	return false
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
	look(a, b.version)
	look(b, a.version)
	if changed == kept {
		return Difference{}, false
	}
	if changed {
		return Difference{Kind: Changed, Told: true}, true
	}
	return Difference{Kind: Same, Told: true}, true
}

func delta(a, b plan.Value) *Delta {
	if !a.Comparable(b) {
		return nil
	}
	d := &Delta{Absolute: b.Number - a.Number, Unit: a.Unit}
	if a.Number != 0 {
		d.Percent, d.HasPercent = d.Absolute/a.Number*100, true
	}
	return d
}

// allDiffer reports whether every content of either side makes a difference
// to every content of the other, whichever of the claims is right.
func allDiffer(lib *plan.Library, field *plan.Field, a, b side) bool {
	for _, ka := range contents(a) {
		for _, kb := range contents(b) {
			switch pair(lib, field, single(a, ka), single(b, kb)).Kind {
			case Changed, Added, Removed:
			default:
				return false
			}
		}
	}
	return true
}

// keeps reports whether a claim that did not decide, but is credited, says
// that a side has what the other has.
func keeps(a, b side) bool {
	return slices.ContainsFunc(a.Claims, func(c *plan.Claim) bool {
		if c.Rank == plan.Deprecated || c.Denies {
			return false
		}
		return c.KeptFrom == b.version || c.State == plan.Present && !c.Value.IsZero() &&
			slices.ContainsFunc(b.Contents, func(k Content) bool { return k.State == plan.Present && k.Value.Equal(c.Value) })
	})
}

// contents are what a side may hold; an absent clause is the one content of
// its side.
func contents(s side) []Content {
	if len(s.Contents) == 0 {
		return []Content{{State: s.State}}
	}
	return s.Contents
}

func single(s side, k Content) side {
	s.Reading = Reading{State: k.State, Contents: []Content{k}, Claims: k.Claims}
	return s
}

// reworded compares the words of the text where both sides have a phrase
// that carries the value, from witnesses that reproduce or quote the text in
// its own language. A back-translation is no change of wording.
func reworded(lib *plan.Library, a, b side) bool {
	pa, pb := wording(lib, a.Reading), wording(lib, b.Reading)
	if len(pa) == 0 || len(pb) == 0 {
		return false
	}
	for _, x := range pa {
		for _, y := range pb {
			if prose.Same(x, y) {
				return false
			}
		}
	}
	return true
}

// wording lists the phrases of a reading that give the text's own words.
func wording(lib *plan.Library, r Reading) []string {
	var out []string
	for _, c := range r.Contents[0].Claims {
		if s := lib.Source(c.Source); c.Wording && c.Phrase != "" && s != nil && s.Language == "" {
			out = append(out, c.Phrase)
		}
	}
	return out
}

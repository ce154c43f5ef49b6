package compare

import (
	"fmt"
	"slices"

	"plandiff/internal/evidence"
	"plandiff/internal/plan"
)

// Uptake is whose wording an outcome has in one field.
type Uptake string

const (
	Kept      Uptake = "kept"      // as in the base
	Adopted   Uptake = "adopted"   // taken over from the proposal; a source says so
	Coincides Uptake = "coincides" // equal to the proposal; no source says that it was taken over
	Between   Uptake = "between"   // a number between the two
	New       Uptake = "new"       // the base had none, and not as in the proposal
	Differs   Uptake = "different from both"
	Dropped   Uptake = "dropped by both" // in the base, and gone from proposal and outcome
	LeftOpen  Uptake = "open"            // in brackets, or moved elsewhere
	NotKnown  Uptake = "unknown"         // not reported, or disputed
)

// Uptakes lists every kind, in the order of the documentation.
var Uptakes = []Uptake{Kept, Adopted, Coincides, Between, New, Differs, Dropped, LeftOpen, NotKnown}

// UptakeRow is one field of base, proposal and outcome.
type UptakeRow struct {
	Row  // cells: base, proposal, outcome; kinds are against the base
	Kind Uptake
}

// UptakeTable is the uptake over all fields that any of the three has.
type UptakeTable struct {
	View     *evidence.View
	Versions []*plan.Record // base, proposal, outcome
	Rows     []UptakeRow
	Hidden   int
}

// Count is how many rows have each kind, of one topic or, with "", of all.
func (u *UptakeTable) Count(topic string) map[Uptake]int {
	out := map[Uptake]int{}
	for _, r := range u.Rows {
		if topic == "" || r.Topic.ID == topic {
			out[r.Kind]++
		}
	}
	return out
}

// CompareUptake tells for every field about the text or the document whose value an
// outcome has. It fails where a version is given twice or is not there.
func CompareUptake(v *evidence.View, base, proposal, outcome string) (*UptakeTable, error) {
	c, err := Compare(v, []string{base, proposal, outcome})
	if err != nil {
		return nil, fmt.Errorf("uptake: %w", err)
	}
	out := &UptakeTable{View: v, Versions: c.Versions, Hidden: c.Hidden}
	for _, r := range c.Rows {
		if r.Field.Compared() {
			out.Rows = append(out.Rows, UptakeRow{Row: r, Kind: uptake(v, r)})
		}
	}
	return out, nil
}

func uptake(v *evidence.View, r Row) Uptake {
	sides := make([]side, 3)
	for i, c := range r.Cells {
		sides[i] = side{c.Version, c.Reading}
	}
	base, proposal, outcome := sides[0], sides[1], sides[2]
	switch outcome.State {
	case plan.Lacuna, plan.Disputed:
		return NotKnown
	case plan.Bracketed, plan.Severed:
		return LeftOpen
	}
	if says(outcome, proposal.record.ID) {
		return Adopted
	}
	toBase := r.Cells[2].Kind
	toProposal := pair(v, r.Field, proposal, outcome).Kind
	switch {
	case gone(outcome.State) && gone(proposal.State) && !gone(base.State) && base.State != plan.Lacuna:
		return Dropped
	case toBase.Equal():
		return Kept
	case toProposal.Equal():
		return Coincides
	case !toBase.Settled() || !toProposal.Settled():
		return NotKnown
	case between(base, proposal, outcome):
		return Between
	case gone(base.State):
		return New
	}
	return Differs
}

// says reports whether a source says that the outcome took the clause over.
func says(outcome side, proposal string) bool {
	return slices.ContainsFunc(outcome.Contents, func(k Content) bool {
		return slices.ContainsFunc(k.Claims, func(c *plan.Claim) bool { return c.AdoptedFrom == proposal })
	})
}

// between reports whether a number lies between two others of one unit.
func between(a, b, x side) bool {
	for _, s := range []side{a, b, x} {
		if s.State != plan.Present {
			return false
		}
	}
	va, vb, vx := a.Contents[0].Value, b.Contents[0].Value, x.Contents[0].Value
	up, on := va.StepTo(vx), vx.StepTo(vb)
	return up != nil && on != nil && up.Absolute.Sign()*on.Absolute.Sign() > 0
}

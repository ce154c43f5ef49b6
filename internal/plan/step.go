package plan

import "math/big"

// Step is the way from one number to another.
type Step struct {
	Absolute Decimal // in Unit
	Unit     string
	percent  *big.Rat // of the first number's size; nil where that is zero
}

// StepTo is the step between two plain numbers of one unit, or of two scales
// of one currency; it is then in the unit of the first. nil where the two
// have none: bounds, words, other units.
func (v Value) StepTo(w Value) *Step {
	if !v.HasNumber() || !w.HasNumber() || v.Bound != Exact || w.Bound != Exact {
		return nil
	}
	from, unit := v.Scaled()
	to, other := w.Scaled()
	if unit != other {
		return nil
	}
	a, b := from.Rat(), to.Rat()
	d := new(big.Rat).Sub(b, a)
	s := &Step{Unit: v.Unit}
	if a.Sign() != 0 {
		s.percent = new(big.Rat).Mul(new(big.Rat).Quo(d, new(big.Rat).Abs(a)), big.NewRat(100, 1))
	}
	_, shift := v.scale()
	s.Absolute = ofRat(new(big.Rat).Quo(d, powerOfTen(shift)), 18)
	return s
}

func powerOfTen(n int) *big.Rat {
	return new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil))
}

// Percent is the step in percent of the first number's size, rounded to a
// number of places; ok is false where the first number is zero.
func (s *Step) Percent(places int) (percent Decimal, ok bool) {
	if s.percent == nil {
		return "", false
	}
	return ofRat(s.percent, places), true
}

package plan

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"
)

// Decimal is an exact decimal number in plain digits: "600000", "-0.067". It
// has no leading or trailing zeros that say nothing, so that equal numbers are
// equal strings. The empty Decimal is no number.
type Decimal string

// ParseDecimal reads plain digits with an optional sign and decimal point.
func ParseDecimal(s string) (Decimal, error) {
	digits, negative := strings.CutPrefix(s, "-")
	whole, frac, point := strings.Cut(digits, ".")
	if whole == "" || point && frac == "" || strings.Trim(whole+frac, "0123456789") != "" {
		return "", fmt.Errorf("%q is not a decimal number", s)
	}
	return decimal(negative, whole, frac), nil
}

// Recordable reports whether a record can hold the number: it has at most 15
// digits before the point and 6 after it.
func (d Decimal) Recordable() bool {
	whole, frac, _ := strings.Cut(strings.TrimPrefix(string(d), "-"), ".")
	return len(whole) <= 15 && len(frac) <= 6
}

// Whole is a whole number as a Decimal.
func Whole(n int64) Decimal { return Decimal(strconv.FormatInt(n, 10)) }

func decimal(negative bool, whole, frac string) Decimal {
	whole, frac = strings.TrimLeft(whole, "0"), strings.TrimRight(frac, "0")
	if whole == "" {
		whole = "0"
	}
	s := whole
	if frac != "" {
		s += "." + frac
	}
	if negative && s != "0" {
		s = "-" + s
	}
	return Decimal(s)
}

// shift moves the decimal point to the right by n places, which multiplies by
// ten to the power of n.
func (d Decimal) shift(n int) Decimal {
	if d == "" || n == 0 {
		return d
	}
	digits, negative := strings.CutPrefix(string(d), "-")
	whole, frac, _ := strings.Cut(digits, ".")
	if len(frac) < n {
		frac += strings.Repeat("0", n-len(frac))
	}
	return decimal(negative, whole+frac[:n], frac[n:])
}

// Rat is the number as an exact fraction; nil for no number.
func (d Decimal) Rat() *big.Rat {
	if d == "" {
		return nil
	}
	r, ok := new(big.Rat).SetString(string(d))
	if !ok {
		return nil
	}
	return r
}

// Float is the number nearest to it that a machine computes with; 0 for no
// number. It is for drawing, never for comparing.
func (d Decimal) Float() float64 {
	f, _ := strconv.ParseFloat(string(d), 64)
	return f
}

// Sign is -1, 0 or 1; 0 for no number.
func (d Decimal) Sign() int {
	switch {
	case d == "" || d == "0":
		return 0
	case d[0] == '-':
		return -1
	}
	return 1
}

// Compare orders two numbers.
func (d Decimal) Compare(e Decimal) int {
	if d == e {
		return 0
	}
	return d.Rat().Cmp(e.Rat())
}

// String writes the number in full, in groups of three digits: 600,000;
// -1,234.5.
func (d Decimal) String() string {
	digits, negative := strings.CutPrefix(string(d), "-")
	whole, frac, _ := strings.Cut(digits, ".")
	var b strings.Builder
	if negative {
		b.WriteByte('-')
	}
	for i, r := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(r)
	}
	if frac != "" {
		b.WriteByte('.')
		b.WriteString(frac)
	}
	return b.String()
}

// ofRat is a fraction as a Decimal, rounded to a number of places.
func ofRat(r *big.Rat, places int) Decimal {
	d, _ := ParseDecimal(r.FloatString(places))
	return d
}

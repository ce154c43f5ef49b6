package plan_test

import (
	"strings"
	"testing"
	"unicode"

	"plandiff/internal/plan"
)

func TestParseDecimal(t *testing.T) {
	for _, tt := range []struct {
		why, in, want, shown string
	}{
		{"nought", "0", "0", "0"},
		{"nought has no sign", "-0.00", "0", "0"},
		{"zeros that say nothing go", "007.50", "7.5", "7.5"},
		{"three digits are one group", "999", "999", "999"},
		{"four digits are two groups", "1000", "1000", "1,000"},
		{"seven digits", "1234567", "1234567", "1,234,567"},
		{"large numbers have no exponent", "1000000000000000", "1000000000000000", "1,000,000,000,000,000"},
		{"decimals are not grouped", "1234.5678", "1234.5678", "1,234.5678"},
		{"minus before the first group", "-1234.5", "-1234.5", "-1,234.5"},
		{"minus does not count as a digit", "-100000", "-100000", "-100,000"},
		{"no digits", "", "", ""},
		{"a sign alone", "-", "", ""},
		{"no digits before the point", ".5", "", ""},
		{"no digits after the point", "5.", "", ""},
		{"an exponent", "1e5", "", ""},
		{"groups", "600,000", "", ""},
		{"two points", "1.2.3", "", ""},
		{"digits of other scripts", "٣", "", ""},
	} {
		d, err := plan.ParseDecimal(tt.in)
		if string(d) != tt.want || (err != nil) != (tt.want == "") {
			t.Errorf("ParseDecimal(%q) = %q, error %v, want %q: %s", tt.in, string(d), err, tt.want, tt.why)
		}
		if d.String() != tt.shown {
			t.Errorf("%q shows as %q, want %q: %s", string(d), d.String(), tt.shown, tt.why)
		}
	}
}

func TestDecimalCompare(t *testing.T) {
	ascending := []plan.Decimal{"-1000", "-10.5", "-10", "-0.1", "0", "0.067", "0.1", "9", "10", "10.000001", "900000000000000"}
	for i, d := range ascending {
		for j, e := range ascending {
			want := 0
			switch {
			case i < j:
				want = -1
			case i > j:
				want = 1
			}
			if got := d.Compare(e); got != want {
				t.Errorf("%s Compare %s = %d, want %d", string(d), string(e), got, want)
			}
		}
		if want := d.Compare("0"); d.Sign() != want {
			t.Errorf("the sign of %s is %d, want %d", string(d), d.Sign(), want)
		}
	}
}

// Bars are to scale: the plain number counts, not the one beside the unit.
func TestScaled(t *testing.T) {
	for _, tt := range []struct {
		why    string
		in     plan.Value
		number plan.Decimal
		unit   string
		float  float64
	}{
		{"500 million", number("500", "million USD"), "500000000", "USD", 5e8},
		{"2 billion are more", number("2", "billion USD"), "2000000000", "USD", 2e9},
		{"decimals move into the whole", number("0.067", "billion USD"), "67000000", "USD", 67e6},
		{"some stay behind the point", number("-0.0005", "thousand USD"), "-0.5", "USD", -0.5},
		{"a unit without scale", number("600000", "personnel"), "600000", "personnel", 6e5},
		{"a word that begins like a scale is none", number("3", "millions"), "3", "millions", 3},
	} {
		n, unit := tt.in.Scaled()
		if n != tt.number || unit != tt.unit || n.Float() != tt.float {
			t.Errorf("%v is %s %s, %v, want %s %s, %v: %s", tt.in, string(n), unit, n.Float(), string(tt.number), tt.unit, tt.float, tt.why)
		}
	}
}

func TestStepTo(t *testing.T) {
	for _, tt := range []struct {
		why           string
		from, to      plan.Value
		step, percent string // "": none
	}{
		{"two numbers of one unit", number("600000", "personnel"), number("800000", "personnel"), "200,000 personnel", "33.3"},
		{"down", number("800000", "personnel"), number("600000", "personnel"), "-200,000 personnel", "-25"},
		{"no way at all", number("50", "%"), number("50", "%"), "0 %", "0"},
		{"from nought there is no percent", number("0", "%"), number("50", "%"), "50 %", ""},
		{"percent by the size of the first: further down is less", number("-10", "degrees"), number("-15", "degrees"), "-5 degrees", "-50"},
		{"from below nought to above it is more", number("-10", "degrees"), number("5", "degrees"), "15 degrees", "150"},
		{"no noise of binary fractions", number("0.1", "%"), number("0.3", "%"), "0.2 %", "200"},
		{"scales of one currency, in the unit of the first", number("1.1", "billion USD"), number("900", "million USD"), "-0.2 billion USD", "-18.2"},
		{"and from the smaller one", number("900", "million USD"), number("1.1", "billion USD"), "200 million USD", "22.2"},
		{"however far the scales are apart", number("1", "trillion USD"), number("0.000001", "USD"), "-0.999999999999999999 trillion USD", "-100"},
		{"dollars and euros have none", number("100", "billion USD"), number("100", "billion EUR"), "", ""},
		{"a limit is not known well enough", bounded(plan.Under, "100000", "personnel"), number("600000", "personnel"), "", ""},
		{"not even two limits of one sort", bounded(plan.Around, "1", "days"), bounded(plan.Around, "2", "days"), "", ""},
		{"words have none", words("no limit"), number("600000", "personnel"), "", ""},
		{"two dates have none", plan.Value{Date: "2025"}, plan.Value{Date: "2026"}, "", ""},
		{"nothing and nothing have none", plan.Value{}, plan.Value{}, "", ""},
	} {
		s := tt.from.StepTo(tt.to)
		if s == nil {
			if tt.step != "" {
				t.Errorf("no step from %v to %v: %s", tt.from, tt.to, tt.why)
			}
			continue
		}
		if got := s.Absolute.String() + " " + s.Unit; got != tt.step {
			t.Errorf("from %v to %v it is %q, want %q: %s", tt.from, tt.to, got, tt.step, tt.why)
		}
		if got, ok := s.Percent(1); string(got) != tt.percent || ok != (tt.percent != "") {
			t.Errorf("from %v to %v it is %q %%, want %q: %s", tt.from, tt.to, string(got), tt.percent, tt.why)
		}
		// The way back is as long, and goes the other way.
		back := tt.to.StepTo(tt.from)
		if back == nil || back.Absolute.Sign() != -s.Absolute.Sign() {
			t.Errorf("the way back from %v to %v is %+v: %s", tt.to, tt.from, back, tt.why)
		}
	}
}

// What is read as a number is written so that it is read as the same number.
func FuzzParseDecimal(f *testing.F) {
	for _, s := range []string{"", "0", "-0", "600000", "1.50", "-12.25", "1e9", "0x10", "1,000", ".5", "5.", "+1", "١٢", strings.Repeat("9", 300)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := plan.ParseDecimal(s)
		if err != nil {
			if strings.ContainsFunc(err.Error(), unicode.IsControl) {
				t.Errorf("%q: the error %q could steer a terminal", s, err)
			}
			return
		}
		again, err := plan.ParseDecimal(string(d))
		if err != nil || again != d {
			t.Errorf("%q is read as %q, and that as %q, %v", s, d, again, err)
		}
	})
}

func TestRecordable(t *testing.T) {
	for d, want := range map[plan.Decimal]bool{
		"0": true, "-999999999999999.999999": true, "1000000000000000": false, "0.0000001": false, "-1000000000000000": false, "600000": true,
	} {
		if d.Recordable() != want {
			t.Errorf("a record can hold %s: want %v", d, want)
		}
	}
}

package plan_test

import (
	"testing"

	"plandiff/internal/plan"
)

func number(n float64, unit string) plan.Value {
	return plan.Value{HasNumber: true, Number: n, Unit: unit}
}

func bounded(b plan.Bound, n float64, unit string) plan.Value {
	return plan.Value{HasNumber: true, Number: n, Unit: unit, Bound: b}
}

func words(s string) plan.Value { return plan.Value{Text: s} }

func items(s ...string) plan.Value { return plan.Value{Items: s} }

func TestValueEqual(t *testing.T) {
	for _, tt := range []struct {
		why  string
		a, b plan.Value
		want bool
	}{
		{"no content is equal to no content", plan.Value{}, plan.Value{}, true},
		{"no content is not the number nought", plan.Value{}, number(0, ""), false},
		{"one number, one unit", number(600000, "personnel"), number(600000, "personnel"), true},
		{"another number", number(600000, "personnel"), number(800000, "personnel"), false},
		{"another unit", number(100, "billion USD"), number(100, "billion EUR"), false},
		{"a cap is not the number itself", bounded(plan.AtMost, 5, "days"), number(5, "days"), false},
		{"under is not at most", bounded(plan.Under, 5, "days"), bounded(plan.AtMost, 5, "days"), false},
		{"the same cap", bounded(plan.AtMost, 5, "days"), bounded(plan.AtMost, 5, "days"), true},
		{"a number is not its words", number(28, "points"), words("28 points"), false},
		{"case does not matter", words("At any time"), words("at any time"), true},
		{"nor does spacing", words("at  any\u00a0time"), words("at any time"), true},
		{"other words", words("in peacetime"), words("at any time"), false},
		{"a list is a set: order does not matter", items("Russia", "Ukraine"), items("Ukraine", "Russia"), true},
		{"a list is a set: repetition does not matter", items("Russia", "Russia"), items("russia"), true},
		{"a longer list", items("Russia", "Ukraine"), items("Russia"), false},
		{"a list of one is not the words", items("Russia"), words("Russia"), false},
		{"one date", plan.Value{Date: "2025-11-20"}, plan.Value{Date: "2025-11-20"}, true},
		{"a vaguer date says something else", plan.Value{Date: "2025-11-20"}, plan.Value{Date: "2025-11"}, false},
		{"a date is not its words", plan.Value{Date: "2025-11-20"}, words("2025-11-20"), false},
	} {
		if got := tt.a.Equal(tt.b); got != tt.want {
			t.Errorf("%+v Equal %+v = %v: %s", tt.a, tt.b, got, tt.why)
		}
		if got := tt.b.Equal(tt.a); got != tt.want {
			t.Errorf("%+v Equal %+v = %v the other way round: %s", tt.b, tt.a, got, tt.why)
		}
		if !tt.a.Equal(tt.a) || !tt.b.Equal(tt.b) {
			t.Errorf("%+v or %+v is not equal to itself", tt.a, tt.b)
		}
	}
}

func TestValueComparable(t *testing.T) {
	for _, tt := range []struct {
		why  string
		a, b plan.Value
		want bool
	}{
		{"two numbers of one unit have a delta", number(600000, "personnel"), number(800000, "personnel"), true},
		{"nought is a number", number(0, "%"), number(50, "%"), true},
		{"dollars and euros have none", number(100, "billion USD"), number(100, "billion EUR"), false},
		{"a limit is not known well enough", bounded(plan.Under, 100000, "personnel"), number(600000, "personnel"), false},
		{"not even two limits of one sort", bounded(plan.Around, 1, "days"), bounded(plan.Around, 2, "days"), false},
		{"words have none", words("no limit"), number(600000, "personnel"), false},
		{"two dates have none", plan.Value{Date: "2025"}, plan.Value{Date: "2026"}, false},
		{"nothing and nothing have none", plan.Value{}, plan.Value{}, false},
	} {
		if got := tt.a.Comparable(tt.b); got != tt.want {
			t.Errorf("%v Comparable %v = %v: %s", tt.a, tt.b, got, tt.why)
		}
		if got := tt.b.Comparable(tt.a); got != tt.want {
			t.Errorf("%v Comparable %v = %v the other way round: %s", tt.b, tt.a, got, tt.why)
		}
	}
}

func TestValueString(t *testing.T) {
	for _, tt := range []struct {
		why  string
		in   plan.Value
		want string
	}{
		{"no content shows as nothing", plan.Value{}, ""},
		{"digits in groups, then the unit", number(600000, "personnel"), "600,000 personnel"},
		{"a percentage has a blank before its sign", number(50, "%"), "50 %"},
		{"nought is shown", number(0, "%"), "0 %"},
		{"a number may be without unit", number(28, ""), "28"},
		{"under", bounded(plan.Under, 100000, "personnel"), "under 100,000 personnel"},
		{"at most", bounded(plan.AtMost, 2, "years"), "at most 2 years"},
		{"more than", bounded(plan.Over, 12, "days"), "more than 12 days"},
		{"at least", bounded(plan.AtLeast, 5, "days"), "at least 5 days"},
		{"about", bounded(plan.Around, 20, "%"), "about 20 %"},
		{"a list keeps the order it was written in", items("Ukraine", "Russia"), "Ukraine, Russia"},
		{"a date as written", plan.Value{Date: "2025-11"}, "2025-11"},
		{"words as written", words("as soon as possible"), "as soon as possible"},
	} {
		if got := tt.in.String(); got != tt.want {
			t.Errorf("%#v shows as %q, want %q: %s", tt.in, got, tt.want, tt.why)
		}
		if tt.in.IsZero() != (tt.want == "") {
			t.Errorf("%#v: IsZero = %v, but it shows as %q", tt.in, tt.in.IsZero(), tt.want)
		}
	}
}

func TestFormatNumber(t *testing.T) {
	for _, tt := range []struct {
		why  string
		in   float64
		want string
	}{
		{"nought", 0, "0"},
		{"three digits are one group", 999, "999"},
		{"four digits are two groups", 1000, "1,000"},
		{"six digits", 600000, "600,000"},
		{"seven digits", 1234567, "1,234,567"},
		{"large numbers have no exponent", 1e15, "1,000,000,000,000,000"},
		{"decimals are not grouped", 1234.5678, "1,234.5678"},
		{"a third is cut to six decimals", 100.0 / 3, "33.333333"},
		{"noise of binary fractions goes", 0.1 + 0.2, "0.3"},
		{"rounding may carry into the whole part", 0.99999999, "1"},
		{"minus before the first group", -1234.5, "-1,234.5"},
		{"minus does not count as a digit", -100000, "-100,000"},
		{"what rounds to nought has no sign", -0.00000001, "0"},
	} {
		if got := plan.FormatNumber(tt.in); got != tt.want {
			t.Errorf("FormatNumber(%v) = %q, want %q: %s", tt.in, got, tt.want, tt.why)
		}
	}
}

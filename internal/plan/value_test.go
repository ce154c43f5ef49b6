package plan_test

import (
	"strings"
	"testing"

	"plandiff/internal/plan"
)

func number(n plan.Decimal, unit string) plan.Value { return plan.Value{Number: n, Unit: unit} }

func bounded(b plan.Bound, n plan.Decimal, unit string) plan.Value {
	return plan.Value{Number: n, Unit: unit, Bound: b}
}

// words and items carry keys as whoever reads them gives them, here without
// capitals.
func words(s string) plan.Value { return plan.Value{Text: s, Key: strings.ToLower(s)} }

func items(s ...string) plan.Value {
	return plan.Value{Items: s, Key: plan.ItemsKey(s, strings.ToLower)}
}

func TestValueEqual(t *testing.T) {
	for _, tt := range []struct {
		why  string
		a, b plan.Value
		want bool
	}{
		{"no content is equal to no content", plan.Value{}, plan.Value{}, true},
		{"no content is not the number nought", plan.Value{}, number("0", ""), false},
		{"one number, one unit", number("600000", "personnel"), number("600000", "personnel"), true},
		{"another number", number("600000", "personnel"), number("800000", "personnel"), false},
		{"another unit", number("100", "billion USD"), number("100", "billion EUR"), false},
		{"another sign", number("-5", "degrees"), number("5", "degrees"), false},
		{"1,000 million are a billion", number("1000", "million USD"), number("1", "billion USD"), true},
		{"also where a machine would round", number("0.067", "billion USD"), number("67", "million USD"), true},
		{"from the smallest scale to the largest", number("0.000001", "trillion USD"), number("1000", "thousand USD"), true},
		{"a scale against the plain unit", number("1.1", "thousand USD"), number("1100", "USD"), true},
		{"a difference in the last of many digits", number("100000000000000.1", "USD"), number("100000000000000", "USD"), false},
		{"scales of two currencies", number("1000", "million USD"), number("1", "billion EUR"), false},
		{"a scale with a bound", bounded(plan.AtMost, "1000", "million USD"), bounded(plan.AtMost, "1", "billion USD"), true},
		{"a cap is not the number itself", bounded(plan.AtMost, "5", "days"), number("5", "days"), false},
		{"under is not at most", bounded(plan.Under, "5", "days"), bounded(plan.AtMost, "5", "days"), false},
		{"at least is not about", bounded(plan.AtLeast, "5", "days"), bounded(plan.Around, "5", "days"), false},
		{"the same cap", bounded(plan.AtMost, "5", "days"), bounded(plan.AtMost, "5", "days"), true},
		{"a number is not its words", number("28", "points"), words("28 points"), false},
		{"words by their keys", words("At any time"), words("at any time"), true},
		{"a text without a key stands for itself", plan.Value{Text: "at any time"}, words("At any time"), true},
		{"other words", words("in peacetime"), words("at any time"), false},
		{"a list is a set: order does not matter", items("Russia", "Ukraine"), items("Ukraine", "Russia"), true},
		{"a list is a set: repetition does not matter", items("Russia", "Russia"), items("russia"), true},
		{"a list without a key stands for itself", plan.Value{Items: []string{"ukraine", "russia"}}, items("Russia", "Ukraine"), true},
		{"a longer list", items("Russia", "Ukraine"), items("Russia"), false},
		{"items joined are not two items", items("Russia, Ukraine"), items("Russia", "Ukraine"), false},
		{"a list of one is not the words", items("Russia"), words("Russia"), false},
		{"one date", plan.Value{Date: "2025-11-20"}, plan.Value{Date: "2025-11-20"}, true},
		{"a vaguer date says something else", plan.Value{Date: "2025-11-20"}, plan.Value{Date: "2025-11"}, false},
		{"a span of one day is that day", plan.Value{Date: "2025-11-20/2025-11-20"}, plan.Value{Date: "2025-11-20"}, true},
		{"a span from the first to the last of a month is the month", plan.Value{Date: "2025-11-01/2025-11-30"}, plan.Value{Date: "2025-11"}, true},
		{"a date is not its words", plan.Value{Date: "2025-11-20"}, words("2025-11-20"), false},
	} {
		if got := tt.a.Equal(tt.b); got != tt.want {
			t.Errorf("%+v Equal %+v = %v: %s", tt.a, tt.b, got, tt.why)
		}
		if got := tt.b.Equal(tt.a); got != tt.want {
			t.Errorf("%+v Equal %+v = %v the other way round: %s", tt.b, tt.a, got, tt.why)
		}
		if same := tt.a.Identity() == tt.b.Identity(); same != tt.want {
			t.Errorf("%+v has the identity of %+v: %v: %s", tt.a, tt.b, same, tt.why)
		}
		if !tt.a.Equal(tt.a) || !tt.b.Equal(tt.b) {
			t.Errorf("%+v or %+v is not equal to itself", tt.a, tt.b)
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
		{"digits in groups, then the unit", number("600000", "personnel"), "600,000 personnel"},
		{"a percentage has a blank before its sign", number("50", "%"), "50 %"},
		{"nought is shown", number("0", "%"), "0 %"},
		{"a number may be without unit", number("28", ""), "28"},
		{"under", bounded(plan.Under, "100000", "personnel"), "under 100,000 personnel"},
		{"at most", bounded(plan.AtMost, "2", "years"), "at most 2 years"},
		{"more than", bounded(plan.Over, "12", "days"), "more than 12 days"},
		{"at least", bounded(plan.AtLeast, "5", "days"), "at least 5 days"},
		{"about", bounded(plan.Around, "20", "%"), "about 20 %"},
		{"a list keeps the order it was written in", items("Ukraine", "Russia"), "Ukraine, Russia"},
		{"a date as written", plan.Value{Date: "2025-11"}, "2025-11"},
		{"words as written", words("as soon as possible"), "as soon as possible"},
		{"one of several is one", number("1", "boats"), "1 boat"},
		{"at least one, too", bounded(plan.AtLeast, "1", "countries"), "at least 1 country"},
		{"what has no plural stays", number("1", "billion USD"), "1 billion USD"},
		{"more than one", number("1.5", "days"), "1.5 days"},
	} {
		if got := tt.in.String(); got != tt.want {
			t.Errorf("%#v shows as %q, want %q: %s", tt.in, got, tt.want, tt.why)
		}
		if tt.in.IsZero() != (tt.want == "") {
			t.Errorf("%#v: IsZero = %v, but it shows as %q", tt.in, tt.in.IsZero(), tt.want)
		}
	}
}

func TestValueCovers(t *testing.T) {
	date := func(d plan.Date) plan.Value { return plan.Value{Date: d} }
	for _, tt := range []struct {
		why  string
		v, w plan.Value
		want bool
	}{
		{"a month and a day in it", date("2025-11"), date("2025-11-20"), true},
		{"a year and a month in it", date("2025"), date("2025-11"), true},
		{"a span and a day in it", date("2025-11-18/2025-11-21"), date("2025-11-21"), true},
		{"a span and a shorter one in it", date("2025-11-18/2025-11-21"), date("2025-11-19/2025-11-20"), true},
		{"a month and the day after it", date("2025-11"), date("2025-12-01"), false},
		{"two spans that overlap", date("2025-11-18/2025-11-21"), date("2025-11-20/2025-11-25"), false},
		{"a date and itself", date("2025-11"), date("2025-11"), false},
		{"two ways of writing one day", date("2025-11-20/2025-11-20"), date("2025-11-20"), false},
		{"no date covers nothing", plan.Value{}, date("2025-11-20"), false},
		{"about 600,000 and 600,000", bounded(plan.Around, "600000", "personnel"), number("600000", "personnel"), true},
		{"about a billion and 1,000 million", bounded(plan.Around, "1", "billion USD"), number("1000", "million USD"), true},
		{"about 600,000 and 650,000: nobody said how near", bounded(plan.Around, "600000", "personnel"), number("650000", "personnel"), false},
		{"about 600,000 and at most 600,000", bounded(plan.Around, "600000", "personnel"), bounded(plan.AtMost, "600000", "personnel"), false},
		{"a floor is no approximation", bounded(plan.AtLeast, "800000", "personnel"), number("800000", "personnel"), false},
		{"nor does it hold what lies above", bounded(plan.AtLeast, "800000", "personnel"), number("900000", "personnel"), false},
		{"another unit", bounded(plan.Around, "2", "days"), number("2", "weeks"), false},
		{"words are as vague as they are", words("some time"), words("at noon"), false},
		{"a list does not hold a shorter one", items("Russia", "Ukraine"), items("Russia"), false},
	} {
		if got := tt.v.Covers(tt.w); got != tt.want {
			t.Errorf("%v Covers %v = %v: %s", tt.v, tt.w, got, tt.why)
		}
		if tt.w.Covers(tt.v) && !tt.v.Equal(tt.w) && tt.want {
			t.Errorf("%v and %v cover each other: %s", tt.v, tt.w, tt.why)
		}
		if got := tt.v.Vague(); tt.want && !got {
			t.Errorf("%v covers something and is not vague: %s", tt.v, tt.why)
		}
	}
}

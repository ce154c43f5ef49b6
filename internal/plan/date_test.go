package plan_test

import (
	"slices"
	"testing"

	"plandiff/internal/plan"
)

func TestParseDate(t *testing.T) {
	for _, tt := range []struct {
		why string
		in  string
		ok  bool
	}{
		{"a day", "2025-11-20", true},
		{"a month", "2025-11", true},
		{"a year", "2025", true},
		{"29 February of a leap year", "2024-02-29", true},
		{"a span of days", "2025-12-20/2025-12-21", true},
		{"a span of one day", "2025-12-20/2025-12-20", true},
		{"a span may mix precisions", "2025/2025-06-01", true},

		{"the unknown date is left out, never written", "", false},
		{"29 February of a common year", "2025-02-29", false},
		{"a century is a leap year only every 400 years", "1900-02-29", false},
		{"no month 13", "2025-13", false},
		{"no day 31 in April", "2025-04-31", false},
		{"no day 0", "2025-04-00", false},
		{"months and days have two digits", "2025-4-1", false},
		{"day first is not ISO 8601", "20-11-2025", false},
		{"slashes make spans, not dates", "2025/11/20", false},
		{"a time of day is no part of a date", "2025-11-20T10:00", false},
		{"words are no date", "yesterday", false},
		{"blanks are not trimmed: the reader cleans", " 2025", false},
		{"a span needs its end", "2025-11-20/", false},
		{"a span needs its beginning", "/2025-11-20", false},
		{"a span that ends before it begins", "2025-12-21/2025-12-20", false},
		{"a span within a span", "2025/2026/2027", false},
		{"one bad end spoils the span", "2025-11-20/2025-11-31", false},
		{"digits of other scripts", "٢٠٢٥", false},
	} {
		got, err := plan.ParseDate(tt.in)
		if (err == nil) != tt.ok {
			t.Errorf("ParseDate(%q): error %v, want ok = %v: %s", tt.in, err, tt.ok, tt.why)
		}
		want := plan.Date(tt.in)
		if !tt.ok {
			want = ""
		}
		if got != want {
			t.Errorf("ParseDate(%q) = %q, want %q: %s", tt.in, got, want, tt.why)
		}
	}
}

func TestDateFirstLast(t *testing.T) {
	for _, tt := range []struct {
		why         string
		date        plan.Date
		first, last string
	}{
		{"unknown stays unknown", "", "", ""},
		{"a day is its own first and last", "2025-11-20", "2025-11-20", "2025-11-20"},
		{"a month of 30 days", "2025-11", "2025-11-01", "2025-11-30"},
		{"December does not run into the next year", "2025-12", "2025-12-01", "2025-12-31"},
		{"February of a common year", "2025-02", "2025-02-01", "2025-02-28"},
		{"February of a leap year", "2024-02", "2024-02-01", "2024-02-29"},
		{"a year", "2022", "2022-01-01", "2022-12-31"},
		{"a span", "2025-12-20/2025-12-21", "2025-12-20", "2025-12-21"},
		{"a span of vague ends reaches over both", "2024-01/2024-02", "2024-01-01", "2024-02-29"},
	} {
		if first, last := tt.date.First(), tt.date.Last(); first != tt.first || last != tt.last {
			t.Errorf("%q: first %q, last %q, want %q, %q: %s", tt.date, first, last, tt.first, tt.last, tt.why)
		}
	}
}

// Dates order by first day, a vaguer date after a sharper one of the same
// first day, and unknown last; the order does not depend on who asks.
func TestDateCompare(t *testing.T) {
	ordered := []plan.Date{
		"2022", "2024-12-31", "2025-01-01", "2025-01-01/2025-01-05", "2025-01", "2025",
		"2025-01-02", "2025-11", "2025-11-20/2025-11-21", "2026", "",
	}
	for i, a := range ordered {
		for j, b := range ordered {
			want := 0
			if i < j {
				want = -1
			} else if i > j {
				want = 1
			}
			if got := a.Compare(b); got != want {
				t.Errorf("%q.Compare(%q) = %d, want %d", a, b, got, want)
			}
		}
	}
	shuffled := slices.Clone(ordered)
	slices.Reverse(shuffled)
	slices.SortFunc(shuffled, plan.Date.Compare)
	if !slices.Equal(shuffled, ordered) {
		t.Errorf("sorted %q, want %q", shuffled, ordered)
	}
}

// An accepted date never ends before it begins, and both ends are days that
// ParseDate accepts in turn.
func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2025", "2025-11", "2024-02-29", "2025-12-20/2025-12-21", "2025/2025-06", "x", "/", "-001-01-01"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := plan.ParseDate(s)
		if err != nil {
			return
		}
		first, last := d.First(), d.Last()
		if first > last {
			t.Errorf("%q begins on %s and ends on %s", s, first, last)
		}
		for _, day := range []string{first, last} {
			if _, err := plan.ParseDate(day); err != nil || len(day) != len("2006-01-02") {
				t.Errorf("%q reaches to %q, which is not a day", s, day)
			}
		}
		if d.Compare(d) != 0 {
			t.Errorf("%q is not equal to itself", s)
		}
	})
}

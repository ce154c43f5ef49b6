package plan

import (
	"fmt"
	"strings"
	"time"
)

// Date is a calendar date as far as it is known, in the forms of ISO 8601-2
// (EDTF level 0) that records use: "2025", "2025-11", "2025-11-20", or a span
// "2025-12-20/2025-12-21". The empty Date is unknown.
type Date string

// The ends of a range that has none.
const (
	Earliest Date = "0001-01-01"
	Latest   Date = "9999-12-31"
)

// ParseDate checks the form and that the days exist.
func ParseDate(s string) (Date, error) {
	from, to, span := strings.Cut(s, "/")
	if err := checkDate(from); err != nil {
		return "", err
	}
	if span {
		if err := checkDate(to); err != nil {
			return "", err
		}
		if Date(from).First() > Date(to).Last() {
			return "", fmt.Errorf("the span %q ends before it begins", s)
		}
	}
	return Date(s), nil
}

func checkDate(s string) error {
	for _, layout := range [3]string{"2006-01-02", "2006-01", "2006"} {
		if len(s) == len(layout) && strings.Trim(s, "0123456789-") == "" {
			if _, err := time.Parse(layout, s); err != nil {
				return fmt.Errorf("%q is not a date in the calendar", s)
			}
			return nil
		}
	}
	return fmt.Errorf("%q is not a date of the form YYYY, YYYY-MM, YYYY-MM-DD or FROM/TO", s)
}

// First is the first day that the date may mean, as YYYY-MM-DD; "" if unknown.
func (d Date) First() string {
	from, _, _ := strings.Cut(string(d), "/")
	switch len(from) {
	case 4:
		return from + "-01-01"
	case 7:
		return from + "-01"
	}
	return from
}

// Last is the last day that the date may mean, as YYYY-MM-DD; "" if unknown.
func (d Date) Last() string {
	last := string(d)
	if _, to, span := strings.Cut(last, "/"); span {
		last = to
	}
	switch len(last) {
	case 4:
		return last + "-12-31"
	case 7:
		month, err := time.Parse("2006-01", last)
		if err != nil {
			return last
		}
		return month.AddDate(0, 1, -1).Format("2006-01-02")
	}
	return last
}

// Compare orders dates by their first day, vaguer ones later, unknown last.
func (d Date) Compare(e Date) int {
	if (d == "") != (e == "") {
		if d == "" {
			return 1
		}
		return -1
	}
	if c := strings.Compare(d.First(), e.First()); c != 0 {
		return c
	}
	return strings.Compare(d.Last(), e.Last())
}

// Within reports whether a day is in a range of days; one known by its month or
// year alone must be in it as a whole.
func (d Date) Within(from, to string) bool {
	if len(d) < len("2006-01-02") {
		return d != "" && from <= d.First() && d.Last() <= to
	}
	return d.First() <= to && d.Last() >= from
}

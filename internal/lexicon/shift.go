package lexicon

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"plandiff/internal/plan"
)

// shift is a stretch of time that is told by another: "the month after", "two
// weeks later", "the previous day".
type shift struct {
	unit        string
	first, last int // units from the other: -1 is the one before it
}

var (
	units  = Set("day week month year")
	behind = map[string]int{"after": 1, "later": 1, "before": -1, "earlier": -1} // the unit
	ahead  = map[string]int{"following": 1, "previous": -1, "preceding": -1, "same": 0}
)

// readShift finds a stretch that is told by another. Where that stands beside it,
// a day or a draft, it is put in its place; else it waits for Shift.
func (n *Named) readShift() {
	const most = 12 // "100 days after" is a period of the text
	for i, w := range n.Words {
		unit := strings.TrimSuffix(w.Text, "s")
		if !units[unit] || n.Used[i] {
			continue
		}
		from, to, count := i, i+1, 1
		if v := 0; i > 0 && n.Words[i-1].Number {
			if v, _ = strconv.Atoi(n.Words[i-1].Text); v < 1 || v > most {
				continue
			}
			count, from = v, i-1
		} else if unit != w.Text {
			continue
		}
		by, ok, far := 0, false, false
		if to < len(n.Words) {
			by, ok = behind[n.Words[to].Text]
			far = strings.HasSuffix(n.Words[to].Text, "er") && n.Words[to].Text != "after" // as many away, not so many
		}
		if ok {
			to++
		} else if from--; from >= 0 {
			by, ok = ahead[n.Words[from].Text]
		}
		if !ok {
			continue
		}
		s := shift{unit, by, by * count}
		if far {
			s.first = s.last
		}
		s.first, s.last = min(s.first, s.last), max(s.first, s.last)
		next := to
		for next < len(n.Words) && articles[n.Words[next].Text] {
			next++
		}
		at := func(places []int) int {
			return slices.IndexFunc(places, func(p int) bool { return p == to || p == next })
		}
		d, v := at(n.days), at(n.at)
		switch {
		case d >= 0:
			n.Dates[d], n.days[d] = s.of(plan.Date(n.Dates[d].First()), plan.Date(n.Dates[d].Last())), from
		case v >= 0 && n.Records[v].Date != "":
			day := n.Records[v].Date
			n.Dates, n.days, n.ends = append(n.Dates, s.of(plan.Date(day.First()), plan.Date(day.Last()))), append(n.days, from), append(n.ends, to)
		case next > to && next < len(n.Words) || next < len(n.Words) && !n.Words[next].Common():
			n.shift, n.shiftAt, n.shiftBy = &s, from, to // an event, for Around to find
			continue
		default:
			n.shift, n.shiftAt, n.shiftBy = &s, from, 0
		}
		for ; from < to; from++ {
			n.Used[from] = true
		}
	}
}

// Shift puts the days that a question tells by those of the one before it in their
// place: "and the month after?". It reports whether there are such.
func (n *Named) Shift(from, to plan.Date) bool {
	if n.shift == nil || n.shiftBy > 0 || len(from) != len(plan.Earliest) || len(to) != len(plan.Latest) || from == plan.Earliest && n.shift.first < 0 || to == plan.Latest && n.shift.last > 0 {
		return false
	}
	n.Dates, n.days, n.ends = []plan.Date{n.shift.of(from, to)}, []int{n.shiftAt}, []int{n.shiftAt + 1}
	return true
}

// of is the stretch told by a range of days.
func (s *shift) of(from, to plan.Date) plan.Date {
	base := to
	if s.first <= 0 {
		base = from
	}
	t, err := time.Parse(time.DateOnly, string(base))
	if err != nil {
		return base
	}
	a, b := t, t
	switch {
	case s.unit == "month":
		t = t.AddDate(0, 0, 1-t.Day())
		a, b = t.AddDate(0, s.first, 0), t.AddDate(0, s.last+1, -1)
	case s.unit == "year":
		t = t.AddDate(0, 0, 1-t.YearDay())
		a, b = t.AddDate(s.first, 0, 0), t.AddDate(s.last+1, 0, -1)
	case s.first == 0:
		return from + "/" + to
	case s.unit == "day":
		a, b = t.AddDate(0, 0, s.first), t.AddDate(0, 0, s.last)
	case s.first > 0:
		a, b = t.AddDate(0, 0, 7*s.first-6), t.AddDate(0, 0, 7*s.last)
	default:
		a, b = t.AddDate(0, 0, 7*s.first), t.AddDate(0, 0, 7*s.last+6)
	}
	return plan.Date(a.Format(time.DateOnly) + "/" + b.Format(time.DateOnly))
}

package ask

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"plandiff/internal/plan"
)

// when is a date that a question gives.
type when struct {
	date plan.Date
	mask uint64
}

var isoDay = regexp.MustCompile(`\b(\d{4}) (\d{1,2}) (\d{1,2})\b`)

// findDate reads the first date of a question: "24 November", "Nov 24, 2025",
// "2025-11-24", "April 2025", "in 2022". A day without a year gets the year
// in which the records come nearest to it.
func (q *question) findDate() *when {
	for i, t := range q.words {
		if m := monthOf(q, i); m != 0 {
			return q.monthDate(i, m)
		}
		if d := q.season(i); d != "" {
			mask := uint64(1) << i
			if i+1 < len(q.words) && isYear(q.words[i+1]) {
				mask |= 2 << i
			}
			return &when{d, mask}
		}
		if t.isNum && isYear(t) {
			if i+2 < len(q.words) && q.words[i+1].isNum && q.words[i+2].isNum {
				d, err := plan.ParseDate(fmt.Sprintf("%s-%02d-%02d", t.text, int(q.words[i+1].number), int(q.words[i+2].number)))
				if err == nil && isoDay.MatchString(q.text) {
					return &when{d, 7 << i}
				}
			}
			if i > 0 && slices.Contains([]string{"in", "since", "from", "by", "until", "before", "after", "early", "late", "talks", "treaty", "deal", "accords"}, q.words[i-1].text) ||
				i > 0 && (papers[q.words[i-1].text] || nouns[q.words[i-1].text] && q.words[i-1].text != "points" && q.words[i-1].text != "one") {
				return &when{plan.Date(t.text), 1 << i}
			}
		}
	}
	return nil
}

// seasons are the months of each, by their first and last.
var seasons = map[string][2]int{"spring": {3, 5}, "summer": {6, 8}, "autumn": {9, 11}}

// season reads "spring 2022", or "spring" of the year that the records are
// nearest to; "" if there is none at a word.
func (q *question) season(i int) plan.Date {
	months, ok := seasons[q.words[i].text]
	if !ok {
		return ""
	}
	year := 0
	if i+1 < len(q.words) && isYear(q.words[i+1]) {
		year = int(q.words[i+1].number)
	} else if i > 0 && slices.Contains([]string{"in", "last", "this", "that"}, q.words[i-1].text) {
		year = q.x.yearOf(time.Month(months[0]+1), 0)
	} else {
		return ""
	}
	return plan.Date(fmt.Sprintf("%04d-%02d/%04d-%02d", year, months[0], year, months[1]))
}

func isYear(t token) bool { return len(t.text) == 4 && t.number >= 1900 && t.number < 2100 }

// monthOf reads a month's name. "may" and "march" are months only beside a
// number, or with a capital after a word of time.
func monthOf(q *question, i int) time.Month {
	w := q.words[i].text
	for m := time.January; m <= time.December; m++ {
		full := strings.ToLower(m.String())
		if w != full && w != full[:3] && !(m == time.September && w == "sept") {
			continue
		}
		if m != time.May && m != time.March || w == "mar" {
			return m
		}
		beside := i > 0 && (q.words[i-1].isNum || ordinal(q.words[i-1].text)) || i+1 < len(q.words) && q.words[i+1].isNum
		after := i > 0 && slices.Contains([]string{"in", "since", "until", "by", "early", "late", "mid"}, q.words[i-1].text)
		if beside || after && (q.words[i].proper || w == "march") || after && w == "may" {
			return m
		}
	}
	return 0
}

func ordinal(w string) bool { return w == "st" || w == "nd" || w == "rd" || w == "th" }

func (q *question) monthDate(i int, m time.Month) *when {
	mask := uint64(1) << i
	day, year := 0, 0
	take := func(j int) bool {
		if j < 0 || j >= len(q.words) || !q.words[j].isNum || q.words[j].scale != "" {
			return false
		}
		n := q.words[j].number
		switch {
		case isYear(q.words[j]) && year == 0:
			year = int(n)
		case n >= 1 && n <= 31 && day == 0 && n == float64(int(n)):
			day = int(n)
		default:
			return false
		}
		mask |= 1 << j
		return true
	}
	before := i - 1
	if before >= 0 && ordinal(q.words[before].text) {
		mask |= 1 << before
		before--
	}
	take(before)
	next := i + 1
	if take(next) {
		next++
	}
	if day > 0 && next < len(q.words) && q.words[next].isNum && q.words[next].number > float64(day) && q.words[next].number <= 31 && q.words[next-1].isNum {
		mask |= 1 << next // "20-21 December": the first day stands for both
		next++
	}
	if next < len(q.words) && ordinal(q.words[next].text) {
		mask |= 1 << next
		next++
	}
	take(next)
	if year == 0 {
		year = q.yearNamed(m)
	}
	if year == 0 {
		year = q.x.yearOf(m, day)
	}
	d := fmt.Sprintf("%04d-%02d", year, m)
	if day > 0 {
		d += fmt.Sprintf("-%02d", day)
	}
	date, err := plan.ParseDate(d)
	if err != nil {
		return nil
	}
	return &when{date, mask}
}

// period is the date that a question gives, up to a second month that it
// names after it: "in November and December 2025".
func (r *reading) period() plan.Date {
	if r.when == nil || len(r.when.date) > len("2006-01") {
		if r.when == nil {
			return ""
		}
		return r.when.date
	}
	_, last := place(r.when.mask)
	if last+2 < len(r.words) && slices.Contains([]string{"and", "to", "until", "through", "or"}, r.words[last+1].text) {
		if m := monthOf(r.question, last+2); m != 0 {
			if to := r.monthDate(last+2, m); to != nil && len(to.date) == len("2006-01") {
				from := r.when.date
				if len(from) == len(to.date) && !isYear(r.words[last]) { // one year for both
					from = to.date[:4] + from[4:]
				}
				return from + "/" + to.date
			}
		}
	}
	return r.when.date
}

// yearNamed is the year of a record of that month which the question names; 0
// if it names none: "the open letter of June".
func (q *question) yearNamed(m time.Month) int {
	for i := range q.x.records {
		e := &q.x.records[i]
		d := e.record.Date.First()
		if len(d) < 10 || d[5:7] != fmt.Sprintf("%02d", int(m)) {
			continue
		}
		for _, n := range e.names {
			for at := range q.words {
				if len(n.words) > 1 && n.given && q.h.run(n.words, at) != 0 {
					year, _ := strconv.Atoi(d[:4])
					return year
				}
			}
		}
	}
	return 0
}

// yearOf is the year in which a month, or a day of it, most likely lies: the
// one in which most records are dated in that month; else the latest year in
// which the records are nearest.
func (x *index) yearOf(m time.Month, day int) int {
	count, last := map[int]int{}, 0
	for _, e := range x.records {
		d := e.record.Date.First()
		if len(d) < 10 {
			continue
		}
		year, _ := strconv.Atoi(d[:4])
		month, _ := strconv.Atoi(d[5:7])
		last = max(last, year)
		if time.Month(month) == m {
			count[year]++
		}
	}
	best := 0
	for year, n := range count {
		if best == 0 || n > count[best] || n == count[best] && year > best {
			best = year
		}
	}
	if best == 0 {
		return last
	}
	return best
}

// dayText is a date for a filter: the last day it may mean.
func (w *when) day() plan.Date { return plan.Date(w.date.Last()) }

// findPoint reads "point 21", "pt 6", "clause 10c", "#21"; 0 if there is none.
func (q *question) findPoint() (number int, mask uint64) {
	for i, t := range q.words {
		if !t.isNum || t.number != float64(int(t.number)) || t.number < 1 || t.number > 200 || t.scale != "" {
			continue
		}
		if i > 0 && slices.Contains([]string{"point", "points", "pt", "clause", "item", "provision", "number", "no", "para"}, q.words[i-1].text) && q.has(q.words[i-1].text+" "+t.text, q.words[i-1].text+" the "+t.text) {
			return int(t.number), 3 << (i - 1)
		}
		if q.has("where did "+t.text+" go", "what happened to "+t.text, "what became of "+t.text, "where is "+t.text+" now") {
			return int(t.number), 1 << i
		}
	}
	return 0, 0
}

package lexicon

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"plandiff/internal/plan"
	"plandiff/internal/search"
)

// PointKey is the stem of the noun for a numbered provision.
const PointKey = "point"

var monthNames = [...]string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}

// Month is 1 to 12; 0 for any other word.
func Month(w string) int {
	for i, m := range monthNames {
		if w == m || len(w) >= 3 && len(w) <= 4 && strings.HasPrefix(m, w[:3]) && (len(w) == 3 || w == "sept") {
			return i + 1
		}
	}
	return 0
}

// countYears finds for each month the year that most records of it have, so
// that "24 November" needs no year.
func (l *Lexicon) countYears() {
	count := map[[2]int]int{}
	for _, r := range l.x.Lib.Records {
		day := r.Date.First()
		if len(day) != len("2006-01-02") {
			continue
		}
		y, _ := strconv.Atoi(day[:4])
		m, _ := strconv.Atoi(day[5:7])
		count[[2]int{y, m}] += 1 + r.ClaimCount()
	}
	for m := 1; m <= 12; m++ {
		most := 0
		for k, n := range count {
			if k[1] == m && (n > most || n == most && k[0] > l.years[m]) {
				l.years[m], most = k[0], n
			}
		}
	}
}

// dates reads days, months and years, in figures and in words.
func (l *Lexicon) dates(n *Named) {
	for i := 0; i < len(n.Words); i++ {
		w := n.Words[i]
		if m := Month(w.Text); m > 0 && !n.Used[i] && !l.verb(n.Words, i) {
			l.dateAt(n, i, m)
			continue
		}
		if span, to := l.season(n, i); to > i {
			l.addDate(n, span, i, to)
			i = to - 1
			continue
		}
		if w.Text == "christmas" && !n.Used[i] {
			y, to := l.years[12], i+1
			if to < len(n.Words) && year(n.Words[to]) > 0 {
				y, to = year(n.Words[to]), to+1
			}
			l.addDate(n, fmt.Sprintf("%04d-12-25", y), i, to)
			i = to - 1
			continue
		}
		if y := year(w); y > 0 && !n.Used[i] {
			d := fmt.Sprintf("%04d", y)
			to := i + 1
			for k := 1; k <= 2 && i+k < len(n.Words); k++ { // 2025-11-24
				p := n.Words[i+k]
				v, err := strconv.Atoi(p.Text)
				if err != nil || v < 1 || v > 31 || p.Start != n.Words[i+k-1].End+1 {
					break
				}
				d += fmt.Sprintf("-%02d", v)
				to++
			}
			from := i
			if part, at := n.part(i); to == i+1 && part > 0 { // "late 2025"
				d, from = fmt.Sprintf("%d-%02d/%d-%02d", y, part*4-3, y, part*4), at
			}
			l.addDate(n, d, from, to)
		}
	}
}

// verb reports whether a word that is a month may as well be another word.
func (l *Lexicon) verb(words []search.Word, i int) bool {
	if w := words[i].Text; w != "may" && w != "march" && w != "mar" && w != "dec" {
		return false
	}
	near := func(j int) bool {
		return j >= 0 && j < len(words) && (words[j].Number || slices.Contains([]string{"in", "of", "since", "until", "early", "late", "mid", "last", "from", "by"}, words[j].Text))
	}
	return !near(i-1) && !(i+1 < len(words) && words[i+1].Number)
}

func (l *Lexicon) dateAt(n *Named, i, m int) {
	from, to, day, y := i, i+1, 0, 0
	if i+1 < len(n.Words) && !(i+2 < len(n.Words) && i > 0 && dayOf(n.Words[i-1]) > 0 && Month(n.Words[i+2].Text) > 0) { // "19 Nov - 24 Nov"
		if v := dayOf(n.Words[i+1]); v > 0 {
			day, to = v, i+2
		}
	}
	if i > 0 && day == 0 {
		j := i - 1
		if n.Words[j].Text == "of" && j > 0 {
			j--
		}
		if v := dayOf(n.Words[j]); v > 0 && !n.Used[j] {
			day, from = v, j
		}
	}
	first := 0 // "23 to 24 January", "23-24 January"
	if k := from - 1; day > 0 && from < i && k >= 0 {
		if joined[n.Words[k].Text] {
			k--
		}
		if k >= 0 && (k < from-1 || n.Words[k].End+1 == n.Words[from].Start) && !n.Used[k] && dayOf(n.Words[k]) > 0 && dayOf(n.Words[k]) < day && !n.Words[from].Scaled {
			first, from = dayOf(n.Words[k]), k
		}
	}
	if to < len(n.Words) {
		if y = year(n.Words[to]); y > 0 {
			to++
		}
	}
	for k := to; y == 0 && k < len(n.Words) && (joined[n.Words[k].Text] || articles[n.Words[k].Text] || partOf[n.Words[k].Text] > 0 || n.Words[k].Text == "of" || dayOf(n.Words[k]) > 0 || Month(n.Words[k].Text) >= m || year(n.Words[k]) > 0); k++ {
		y = year(n.Words[k]) // "January to March 2026"
	}
	if y == 0 {
		y = l.years[m]
	}
	if y == 0 {
		return
	}
	d := fmt.Sprintf("%04d-%02d", y, m)
	if part, at := n.part(i); day > 0 {
		d += fmt.Sprintf("-%02d", day)
	} else if part > 0 {
		d, from = fmt.Sprintf("%s-%02d/", d, part*10-9)+[]string{d + "-10", d + "-20", plan.Date(d).Last()}[part-1], at
	}
	if first > 0 {
		d = fmt.Sprintf("%04d-%02d-%02d/", y, m, first) + d
	}
	l.addDate(n, d, from, to)
}

// part is the third of a month or a year that the words before it tell, from 1, 0 where
// none do; and the word at which they begin: "late", "the end of".
func (n *Named) part(i int) (third, from int) {
	switch {
	case i == 0 || n.Used[i-1]:
		return 0, i
	case i > 1 && n.Words[i-1].Text == "of" && partOf[n.Words[i-2].Text] > 0:
		return partOf[n.Words[i-2].Text], i - 2
	}
	return map[string]int{"early": 1, "mid": 2, "late": 3}[n.Words[i-1].Text], i - 1
}

var partOf = map[string]int{"beginning": 1, "start": 1, "middle": 2, "end": 3}

// seasons by their first month; winter goes on into the next year.
var seasons = map[string]int{"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

// season reads "summer 2026", "the winter of 2025/26", which needs a year, and is
// the word after it. A winter after all records is the one that ends in that year.
func (l *Lexicon) season(n *Named, i int) (span string, to int) {
	m := seasons[n.Words[i].Text]
	if to = i + 1; to < len(n.Words) && n.Words[to].Text == "of" {
		to++
	}
	if m == 0 || n.Used[i] || to >= len(n.Words) || year(n.Words[to]) == 0 {
		return "", i
	}
	y := year(n.Words[to])
	to++
	if m < 12 {
		return fmt.Sprintf("%d-%02d/%d-%02d", y, m, y, m+2), to
	}
	if to < len(n.Words) && n.Words[to].Start == n.Words[to-1].End+1 && (n.Words[to].Text == fmt.Sprintf("%02d", (y+1)%100) || year(n.Words[to]) == y+1) {
		to++
	} else if l.Reach() < fmt.Sprintf("%d-12", y) {
		y--
	}
	return fmt.Sprintf("%d-12/%d-02", y, y+1), to
}

// joined are the words between the two ends of a range.
var joined = Set("to and until till through")

func (l *Lexicon) addDate(n *Named, d string, from, to int) {
	date, err := plan.ParseDate(d)
	if err != nil {
		return
	}
	n.Dates, n.days, n.ends = append(n.Dates, date), append(n.days, from), append(n.ends, to)
	for k := from; k < to; k++ {
		n.Used[k] = true
	}
}

// sinceThen leaves a day since which something has been to what a question says of drafts that are
// all later: "the sanctions since 2014".
func (n *Named) sinceThen() {
	if len(n.Dates) != 1 || n.days[0] == 0 || n.Words[n.days[0]-1].Text != "since" || !n.draftNamed() || slices.ContainsFunc(n.Records, func(r *plan.Record) bool { return r.Date == "" || r.Date.First() <= n.Dates[0].Last() }) {
		return
	}
	for k := n.days[0]; k < n.ends[0]; k++ {
		n.Used[k] = false
	}
	n.Dates, n.days, n.ends = nil, nil, nil
}

func year(w search.Word) int {
	v, err := strconv.Atoi(w.Text)
	if err != nil || len(w.Text) != 4 || w.End-w.Start != 4 || v < 1900 || v > 2099 {
		return 0
	}
	return v
}

func dayOf(w search.Word) int {
	text := w.Text
	for _, end := range []string{"st", "nd", "rd", "th"} {
		text = strings.TrimSuffix(text, end)
	}
	v, err := strconv.Atoi(text)
	if err != nil || v < 1 || v > 31 || !digits(w) {
		return 0 // "the two June papers"
	}
	return v
}

// pointNumbers reads "point 21", "points 4 and 7", "21st point", "point 10c".
func (l *Lexicon) pointNumbers(n *Named) {
	for i, w := range n.Words {
		if !pointNouns[strings.TrimSuffix(w.Text, "s")] {
			continue
		}
		for j := i + 1; j < len(n.Words); j++ {
			text := n.Words[j].Text
			if text == "number" || len(n.Points) > 0 && (text == "and" || text == "or") {
				continue
			}
			v, err := strconv.Atoi(strings.TrimRight(text, "abcdefghij"))
			if of := j+1 < len(n.Words) && n.Words[j+1].Text == "of"; !of && l.titled(w.Text+" "+text) { // "Article 5" of another treaty
				break
			}
			if err != nil || v < 1 || v > 200 || n.Used[j] || standsIn(n.Words, j) || j+1 < len(n.Words) && n.Words[j+1].Stem == PointKey {
				break
			}
			n.Points = append(n.Points, v)
			n.Part = strings.TrimLeft(text, "0123456789")
			n.Used[i], n.Used[j] = true, true
		}
		if i > 0 && w.Stem == PointKey && n.Points == nil {
			prev := n.Words[i-1]
			if v := dayOf(prev); v > 0 && strings.TrimLeft(prev.Text, "0123456789") != "" {
				n.Points = append(n.Points, v)
				n.Used[i], n.Used[i-1] = true, true
			} else if v := ordinals[prev.Text]; v > 0 {
				n.Points = append(n.Points, v)
				n.Used[i], n.Used[i-1] = true, true
			}
		}
	}
}

// titled reports whether words stand in the title of a field.
func (l *Lexicon) titled(words string) bool {
	return slices.ContainsFunc(l.x.Fields, func(f search.Field) bool {
		return strings.Contains(strings.ToLower(f.Field.Title)+" ", words+" ")
	})
}

// Overlaps reports whether two dates may mean the same day.
func Overlaps(a, b plan.Date) bool {
	return a != "" && b != "" && a.First() <= b.Last() && b.First() <= a.Last()
}

package intake

import (
	"fmt"
	"strconv"
	"strings"

	"plandiff/internal/plan"
)

// month is the number of a month's name; 0 for another word.
func month(word string) int {
	if len(word) < 3 {
		return 0
	}
	for i, names := range [...]string{
		"january jan января январь січня січень janvier januar enero يناير", "february feb февраля февраль лютого лютий février februar febrero فبراير",
		"march mar марта март березня березень mars märz marzo مارس", "april apr апреля апрель квітня квітень avril abril أبريل إبريل",
		"may мая май травня травень mai mayo مايو", "june jun июня июнь червня червень juin juni junio يونيو",
		"july jul июля июль липня липень juillet juli julio يوليو", "august aug августа август серпня серпень août agosto أغسطس",
		"september sept sep сентября сентябрь вересня вересень septembre septiembre سبتمبر", "october oct октября октябрь жовтня жовтень octobre oktober octubre أكتوبر",
		"november nov ноября ноябрь листопада листопад novembre noviembre نوفمبر", "december dec декабря декабрь грудня грудень décembre dezember diciembre ديسمبر",
	} {
		for name := range strings.FieldsSeq(names) {
			if name == word {
				return i + 1
			}
		}
	}
	return 0
}

// date reads a date that begins at word i; how many words it takes.
func (f *finder) date(s string, i int, modal string) int {
	text := func(j int) string {
		if j >= len(f.words) {
			return ""
		}
		return s[f.words[j].start:f.words[j].end]
	}
	whole := func(j int) int {
		if j >= len(f.words) || !f.words[j].digit {
			return 0
		}
		n, err := strconv.Atoi(text(j))
		if err != nil {
			return 0
		}
		return n
	}
	put := func(n int, y, m, d int) int {
		v := fmt.Sprintf("%04d", y)
		if m > 0 {
			v += fmt.Sprintf("-%02d", m)
		}
		if d > 0 {
			v += fmt.Sprintf("-%02d", d)
		}
		date, err := plan.ParseDate(v)
		if err != nil || y < 1000 || y > 2999 {
			return 0
		}
		f.addSpan(s, f.words[i].start, f.words[i+n-1].end, SortDate, plan.Value{Date: date}, modal, f.field(s, f.sentenceStart(i), i, SortDate, ""))
		return n
	}
	w := f.words[i]
	if w.digit {
		return f.digitDate(s, i, text, whole, put)
	}
	if !w.letter || i+1 >= len(f.words) || !f.words[i+1].digit {
		return 0
	}
	word := strings.ToLower(text(i))
	if m := month(word); m > 0 && (word != "may" && word != "mar" && word != "march" || text(i) != word) {
		switch n := whole(i + 1); {
		case n >= 1000: // November 2025; after a day that it does not have, no date
			if i > 0 && f.words[i-1].digit {
				return 0
			}
			return put(2, n, m, 0)
		case n > 0 && n < 32: // November 27, 2025
			j := i + 2
			if t := strings.ToLower(text(j)); t == "th" || t == "st" || t == "nd" || t == "rd" {
				j++
			}
			if text(j) == "," {
				j++
			}
			if y := whole(j); y >= 1000 {
				return put(j+1-i, y, m, n)
			}
		}
		return 0
	}
	switch word {
	case "by", "in", "until", "before", "after", "since", "from", "до", "после", "після", "с", "з", "en", "avant", "depuis", "jusqu'en":
		if y := whole(i + 1); y >= 1900 && y <= 2100 && !f.amount(s, i+2) {
			i++
			if n := put(1, y, 0, 0); n > 0 {
				return n + 1
			}
		}
	}
	return 0
}

// amount: a unit follows, so that the number is no year.
func (f *finder) amount(s string, i int) bool {
	if i >= len(f.words) {
		return false
	}
	w := lower(s, f.words[i])
	return unitWord(w) || w == "%" || w == "-" || w == "/" || f.words[i].letter && counted(w, "")
}

// digitDate reads dates that begin with a digit.
func (f *finder) digitDate(s string, i int, text func(int) string, whole func(int) int, put func(n, y, m, d int) int) int {
	raw := text(i)
	if parts := strings.Split(raw, "."); len(parts) == 3 && len(parts[2]) == 4 { // 27.11.2025
		d, _ := strconv.Atoi(parts[0])
		m, _ := strconv.Atoi(parts[1])
		y, _ := strconv.Atoi(parts[2])
		if d > 0 && m > 0 {
			return put(1, y, m, d)
		}
		return 0
	}
	n := whole(i)
	if n >= 1000 && len(raw) == 4 {
		if text(i+1) == "-" && text(i+3) == "-" && whole(i+2) > 0 && whole(i+4) > 0 { // 2025-11-27
			return put(5, n, whole(i+2), whole(i+4))
		}
		if text(i+1) == "年" { // 2025年11月27日
			if m := whole(i + 2); m > 0 && strings.HasPrefix(text(i+3), "月") {
				if d := whole(i + 4); d > 0 && strings.HasPrefix(text(i+5), "日") {
					return put(6, n, m, d)
				}
				return put(4, n, m, 0)
			}
			return put(2, n, 0, 0)
		}
		return 0
	}
	if n < 1 || n > 31 {
		return 0
	}
	j := i + 1
	switch strings.ToLower(text(j)) {
	case "th", "st", "nd", "rd", "er":
		j++
	}
	if strings.ToLower(text(j)) == "of" || strings.ToLower(text(j)) == "de" {
		j++
	}
	if j >= len(f.words) || !f.words[j].letter {
		return 0
	}
	m := month(strings.ToLower(text(j)))
	if m == 0 {
		return 0
	}
	j++
	if text(j) == "," || text(j) == "." || strings.ToLower(text(j)) == "de" {
		j++
	}
	y := whole(j)
	if y < 1000 {
		return 0
	}
	return put(j+1-i, y, m, n)
}

func (f *finder) sentenceStart(i int) int {
	for ; i > 0; i-- {
		if f.words[i-1].ends {
			return i
		}
	}
	return 0
}

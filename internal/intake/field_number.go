package intake

import (
	"strconv"
	"strings"
	"unicode"

	"plandiff/internal/plan"
)

// number reads a number with its bound, scale and unit; how many words it
// took, 0 if it is none or names a provision ("Article 5").
func (f *finder) number(s string, i int, modal string, sentence int) int {
	w := f.words[i]
	currency := currencySign(s[w.start:w.end])
	at := i
	if currency != "" && i+1 < len(f.words) && f.words[i+1].digit {
		at = i + 1
	}
	var digits string
	next := at + 1
	switch {
	case f.words[at].digit:
		d, ok := decimal(s[f.words[at].start:f.words[at].end], commas(s))
		if !ok || f.reference(s, i) || f.glued(s, at) {
			return 0
		}
		digits = d
	case w.letter:
		d, n := spelled(f.words[i:], s)
		if n == 0 {
			return 0
		}
		digits, next = d, i+n
	default:
		return 0
	}
	if next < len(f.words) && (s[f.words[next].start:f.words[next].end] == "-" || s[f.words[next].start:f.words[next].end] == "–") &&
		next+1 < len(f.words) && (f.words[next+1].digit || f.words[next+1].letter && f.words[next].end == f.words[next+1].start && !unitWord(lower(s, f.words[next+1]))) {
		return 0 // a span "5-10", or part of a name "G-7"
	}
	hyphen := next < len(f.words) && s[f.words[next].start:f.words[next].end] == "-"
	if hyphen {
		next++ // "a 100-day period"
	}
	scale, n := f.scale(s, next)
	next += n
	unit, sort, n := f.unit(s, next, scale, currency)
	if sort == "" {
		return 0
	}
	next += n
	bound, start := f.bound(s, i, sentence)
	v := number(digits, unit, bound)
	if scale != "" && sort != SortMoney {
		v = number(scaledUp(digits, scale), unit, bound)
	}
	if !v.Number.Recordable() {
		return 0
	}
	f.addSpan(s, start, f.words[next-1].end, sort, v, modal, f.field(s, sentence, i, sort, unit))
	return next - i
}

// glued: letters or signs stand right before the number: "W2", "F-16", "1/CP.17".
func (f *finder) glued(s string, at int) bool {
	w := f.words[at]
	if w.start > 0 {
		r := lastRune(s[:w.start])
		if unicode.IsLetter(r) && !wide(r) || strings.ContainsRune("-/–_#.", r) {
			return true
		}
	}
	return w.end < len(s) && (s[w.end] == '/' || s[w.end] == '_')
}

// reference: the number names an article, not an amount.
func (f *finder) reference(s string, i int) bool {
	const longest = 40 // words of a list: "Articles 3, 4, 6, 7 and 9"
	for j := i - 1; j >= 0 && j >= i-longest; j-- {
		w := f.words[j]
		if !w.letter {
			if w.digit || strings.ContainsAny(s[w.start:w.end], ",()-–") || s[w.start:w.end] == "§" || s[w.start:w.end] == "№" {
				if s[w.start:w.end] == "§" || s[w.start:w.end] == "№" {
					return true
				}
				continue
			}
			return false
		}
		name := lower(s, w)
		if u, ok := unitOf(name); ok && u.rank > 0 {
			return true
		}
		switch name {
		case "and", "or", "to", "и", "та", "і", "et":
			continue
		case "articles", "paragraphs", "points", "sections", "chapters", "annexes", "clauses", "subparagraphs", "parts", "items", "principles", "requirements", "rules", "schedules", "resolution",
			"resolutions", "decision", "decisions", "page", "pages", "option", "options", "version", "note", "footnote",
			"artikeln", "artikels", "absätze", "absätzen", "absatzes", "satz", "sätze", "sätzen", "satzes", "nummer", "nummern", "buchstabe", "seite", "paragraphes", "alinéas", "chapitres",
			"artículos", "apartado", "apartados", "párrafos", "articoli", "commi", "artigos", "figure", "table", "rule", "protocol", "phase", "stage", "step", "статьи", "статей", "статьями", "статті", "статей,", "статтями", "пункта", "пункту", "пункты", "пункти",
			"пунктов", "пунктів", "резолюции", "резолюція", "раздела", "розділу", "главы", "глави", "части", "частини", "приложения", "додатка":
			return true
		}
		return false
	}
	return false
}

// scale is the word that multiplies a number, in English, and its length.
func (f *finder) scale(s string, i int) (string, int) {
	if i >= len(f.words) {
		return "", 0
	}
	word := lower(s, f.words[i])
	scale := ""
	switch word {
	case "thousand", "тысяч", "тысячи", "тысяча", "тисяч", "тисячі", "mille", "ألف", "آلاف", "тыс", "тис":
		scale = "thousand"
	case "million", "millions", "миллион", "миллиона", "миллионов", "мільйон", "мільйона", "мільйонів", "млн", "مليون", "ملايين":
		scale = "million"
	case "billion", "billions", "bn", "миллиард", "миллиарда", "миллиардов", "мільярд", "мільярда", "мільярдів", "млрд", "milliard", "milliards", "مليار", "مليارات":
		scale = "billion"
	case "trillion", "trillions", "триллион", "триллиона", "триллионов", "трильйон", "трильйонів":
		scale = "trillion"
	case "万", "萬":
		scale = "万"
	case "亿", "億":
		scale = "亿"
	}
	if scale == "" {
		return "", 0
	}
	n := 1
	if i+2 < len(f.words) && s[f.words[i+1].start:f.words[i+1].end] == "." && (word == "тыс" || word == "тис" || word == "млн" || word == "млрд") {
		n = 2 // an abbreviation's point
	}
	if i+n < len(f.words) && (lower(s, f.words[i+n]) == "de" || lower(s, f.words[i+n]) == "d'") {
		n++
	}
	return scale, n
}

// scaledUp multiplies digits by a scale, exactly.
func scaledUp(digits, scale string) string {
	zeros := map[string]int{"thousand": 3, "万": 4, "million": 6, "亿": 8, "billion": 9, "trillion": 12}[scale]
	whole, frac, _ := strings.Cut(digits, ".")
	for len(frac) < zeros {
		frac += "0"
	}
	whole, frac = whole+frac[:zeros], frac[zeros:]
	whole = strings.TrimLeft(whole, "0")
	if whole == "" {
		whole = "0"
	}
	if frac = strings.TrimRight(frac, "0"); frac != "" {
		return whole + "." + frac
	}
	return whole
}

// bound reads the words before a number, and where they begin.
func (f *finder) bound(s string, i, sentence int) (plan.Bound, int) {
	start := f.words[i].start
	for n := 4; n >= 1; n-- {
		from := i - n
		if from < sentence || from < 0 {
			continue
		}
		phrase := strings.ToLower(s[f.words[from].start:f.words[i-1].end])
		bound := plan.Exact
		switch phrase {
		case "at least", "not less than", "no less than", "not fewer than", "no fewer than", "a minimum of", "minimum of", "не менее", "не менее чем", "не меньше", "не менше", "не менше ніж", "щонайменше", "au moins", "minimum", "على الأقل":
			bound = plan.AtLeast
		case "at most", "not more than", "no more than", "up to", "not exceeding", "not exceed", "a maximum of", "maximum of", "не более", "не более чем", "не больше", "не більше", "не більше ніж", "не превышает", "не перевищує", "au plus", "jusqu'à", "maximum":
			bound = plan.AtMost
		case "more than", "over", "exceeding", "above", "более", "более чем", "свыше", "понад", "більше ніж", "plus de", "أكثر من":
			bound = plan.Over
		case "less than", "under", "below", "fewer than", "менее", "менее чем", "менше ніж", "moins de", "أقل من":
			bound = plan.Under
		case "about", "approximately", "around", "some", "roughly", "nearly", "circa", "около", "примерно", "приблизительно", "близько", "приблизно", "environ", "حوالي":
			bound = plan.Around
		default:
			continue
		}
		return bound, f.words[from].start
	}
	return plan.Exact, start
}

// spelled reads a number in English words up to ninety-nine, and hundreds:
// "three", "thirty", "one hundred". "one" alone is no number: it is a pronoun
// more often.
func spelled(w []word, s string) (digits string, n int) {
	small := func(s string) int {
		switch s {
		case "one":
			return 1
		case "two":
			return 2
		case "three":
			return 3
		case "four":
			return 4
		case "five":
			return 5
		case "six":
			return 6
		case "seven":
			return 7
		case "eight":
			return 8
		case "nine":
			return 9
		case "ten":
			return 10
		case "eleven":
			return 11
		case "twelve":
			return 12
		case "fifteen":
			return 15
		case "twenty":
			return 20
		case "thirty":
			return 30
		case "forty":
			return 40
		case "fifty":
			return 50
		case "sixty":
			return 60
		case "ninety":
			return 90
		}
		return 0
	}
	value := small(lower(s, w[0]))
	if value == 0 {
		return "", 0
	}
	n = 1
	if len(w) > 2 && value >= 20 && s[w[1].start:w[1].end] == "-" {
		if unit := small(lower(s, w[2])); unit > 0 && unit < 10 {
			value, n = value+unit, 3
		}
	}
	if len(w) > n && w[n].letter && lower(s, w[n]) == "hundred" && value < 10 {
		value, n = value*100, n+1
	}
	if value == 1 && !(len(w) > 1 && unitWord(lower(s, w[1]))) {
		return "", 0
	}
	return strconv.Itoa(value), n
}
